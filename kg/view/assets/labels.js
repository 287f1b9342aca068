/* Labels on the picture: one size at every zoom, the best linked first, none over another.

   vis-network draws its labels wherever they fall; these look for a free place below, above or
   beside their node and stay away where there is none; only the best linked may lie over other
   nodes. Zooming in makes room for more. */

const SIZE = 12.5;
const LINE = 16;
const CELL = 80;
/* The ring around the node that is open, and the plate below: how high, how far, how much beside. */
const RING = 5;
const PLATE = 22;
const PLATE_BELOW = 18;
const PLATE_ROOM = 8;
const hubCount = () => (narrow.matches ? 14 : 45);
const FONT = '"Inter", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
const widths = new Map();
let placed = null;

function forgetLabels() {
  placed = null;
}

function widthOf(context, words) {
  if (!widths.has(words)) widths.set(words, context.measureText(words).width + 4);
  return widths.get(words);
}

/* A grid of boxes that tells quickly whether a box is free. */
function makeGrid() {
  const cells = new Map();
  const visit = (box, see) => {
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1) {
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1) {
        if (see(`${x} ${y}`)) return true;
      }
    }
    return false;
  };
  const meets = (a, b) =>
    a.owner !== b.owner && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return {
    add: (box) => visit(box, (key) => { (cells.get(key) || cells.set(key, []).get(key)).push(box); }),
    taken: (box, above = false) =>
      visit(box, (key) => (cells.get(key) || []).some((other) => !(above && other.node) && meets(box, other))),
  };
}

/* Boxes are in pixels of the screen at this zoom, from the middle of the picture. */
function boxesAround(node, x, y, radius, width) {
  const half = width / 2;
  const box = (left, top) => ({ left, right: left + width, top, bottom: top + LINE, owner: node });
  return [
    box(x - half, y + radius + 2),
    box(x - half, y - radius - LINE - 2),
    box(x + radius + 4, y - LINE / 2),
    box(x - radius - 4 - width, y - LINE / 2),
  ];
}

/* What is drawn over all others for the node that is open: its ring, and its name on a plate. */
function onTop(node, x, y, radius, width) {
  const ring = radius + RING;
  const middle = y + radius + PLATE_BELOW;
  const [halfWidth, halfHeight] = [width / 2 + PLATE_ROOM, PLATE / 2];
  return [
    { left: x - ring, right: x + ring, top: y - ring, bottom: y + ring, owner: node },
    { left: x - halfWidth, right: x + halfWidth, top: middle - halfHeight, bottom: middle + halfHeight, owner: node },
  ];
}

function byImportance() {
  const rank = (number) =>
    (number === state.node ? 1e6 : 0) + (bright && bright.has(number) ? 1e5 : 0) +
    edgesOf[number].filter(seesEdge).length;
  return network.nodes
    .map((node) => node.id)
    .filter((number) => seesNode(number) && (!bright || bright.has(number)))
    .map((number) => [rank(number), number])
    .sort((a, b) => b[0] - a[0] || a[1] - b[1])
    .map((pair) => pair[1]);
}

/* Tell whether a box stays where `showAll` shows it, not over the edge of the picture. */
function extent(spot) {
  const xs = network.nodes.map((node) => node.id).filter(seesNode).map((number) => spot(number).x);
  const [left, right] = [Math.min(...xs) - sideRoom(), Math.max(...xs) + sideRoom()];
  return (box) => box.left >= left && box.right <= right;
}

function placeLabels(context, scale) {
  const grid = makeGrid();
  const places = view.getPositions();
  const spot = (number) => {
    const { x, y } = places[number];
    return { x: x * scale, y: y * scale, radius: network.nodes[number].size * scale };
  };
  for (const node of network.nodes) {
    if (!seesNode(node.id)) continue;
    const { x, y, radius } = spot(node.id);
    grid.add({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius, owner: node.id, node: true });
  }
  const found = new Map();
  const within = extent(spot);
  const order = byImportance();
  const hubs = new Set(order.slice(0, hubCount()));
  for (const number of order) {
    const words = things[number].short || things[number].label;
    const { x, y, radius } = spot(number);
    const width = widthOf(context, words);
    if (number === state.node) {
      for (const box of onTop(number, x, y, radius, width)) grid.add(box);
      continue;
    }
    const boxes = boxesAround(number, x, y, radius, width).filter(within);
    const box = boxes.find((one) => !grid.taken(one))
      || (hubs.has(number) && boxes.find((one) => !grid.taken(one, true)));
    if (!box) continue;
    grid.add(box);
    found.set(number, box);
  }
  return { scale, found };
}

function drawLabels(context) {
  const scale = view.getScale();
  context.save();
  context.scale(1 / scale, 1 / scale);
  context.font = `500 ${SIZE}px ${FONT}`;
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  if (!placed || Math.abs(placed.scale / scale - 1) > 0.01) placed = placeLabels(context, scale);
  const stretch = scale / placed.scale;
  context.lineWidth = 3.5;
  for (const [number, box] of placed.found) {
    if (number !== state.hover && number !== state.node) {
      drawLabel(context, number, box.left * stretch, ((box.top + box.bottom) / 2) * stretch, false);
    }
  }
  for (const number of new Set([state.node, state.hover])) drawOnTop(context, number, scale);
  if (state.edge >= 0) drawEdgeLabel(context, network.edges[state.edge], scale);
  context.restore();
}

function drawLabel(context, number, x, y) {
  const words = things[number].short || things[number].label;
  context.strokeStyle = ground("--stage");
  context.fillStyle = ground("--ink");
  context.strokeText(words, x + 2, y);
  context.fillText(words, x + 2, y);
}

/* The node that is open or under the pointer gets its whole name on a plate, and a ring. */
function drawOnTop(context, number, scale) {
  if (number < 0 || !seesNode(number)) return;
  const place = view.getPositions([number])[number];
  const radius = network.nodes[number].size * scale;
  const [x, y] = [place.x * scale, place.y * scale];
  context.beginPath();
  context.arc(x, y, radius + RING, 0, 2 * Math.PI);
  context.lineWidth = number === state.node ? 2.5 : 1.5;
  context.strokeStyle = ground("--accent");
  context.stroke();
  drawPlate(context, things[number].short || things[number].label, x, y + radius + PLATE_BELOW);
}

function drawPlate(context, words, x, y) {
  const width = context.measureText(words).width + 2 * PLATE_ROOM;
  context.beginPath();
  context.roundRect(x - width / 2, y - PLATE / 2, width, PLATE, 6);
  context.fillStyle = ground("--ink");
  context.fill();
  context.fillStyle = ground("--stage");
  context.fillText(words, x - width / 2 + PLATE_ROOM, y + 0.5);
}

function drawEdgeLabel(context, edge, scale) {
  const places = view.getPositions([edge.from, edge.to]);
  const names = new Set(
    edge.facts.map((fact) => facts[fact]).filter(seesFact).map((fact) => data.relations[fact.relation].label),
  );
  const x = ((places[edge.from].x + places[edge.to].x) / 2) * scale;
  const y = ((places[edge.from].y + places[edge.to].y) / 2) * scale;
  drawPlate(context, [...names].join(" · "), x, y);
}
