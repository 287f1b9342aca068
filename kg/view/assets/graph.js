/* The picture: which nodes and edges are seen, which are bright, and where the camera stands. */

const network = data.network;
const container = $("canvas");
const edgesOf = things.map(() => []);
for (const edge of network.edges) {
  edgesOf[edge.from].push(edge);
  edgesOf[edge.to].push(edge);
}

/* What is switched on; `node` and `edge` tell what is open in the panel. */
const state = {
  types: data.types.map((type) => !type.off),
  relations: data.relations.map((relation) => !relation.off),
  statuses: data.statuses.map((status) => !status.off),
  node: -1,
  edge: -1,
  hover: -1,
  framed: true,
};

const seesFact = (fact) => state.relations[fact.relation] && state.statuses[fact.status];
const seesNode = (number) => isNode(number) && state.types[things[number].type];
const seesEdge = (edge) =>
  seesNode(edge.from) && seesNode(edge.to) && edge.facts.some((fact) => seesFact(facts[fact]));

let nodeSet;
let edgeSet;
let view;
let bright = null;

function neighboursOf(number) {
  return edgesOf[number].filter(seesEdge).map((edge) => (edge.from === number ? edge.to : edge.from));
}

/* The nodes that stay bright: what is open and its neighbours; null for all. */
function brightNodes() {
  if (state.node >= 0) return new Set([state.node, ...neighboursOf(state.node)]);
  if (state.edge >= 0) return new Set([network.edges[state.edge].from, network.edges[state.edge].to]);
  return null;
}

function isBrightEdge(edge) {
  if (state.edge >= 0) return edge.id === state.edge;
  return state.node < 0 || edge.from === state.node || edge.to === state.node;
}

function nodeLook(node) {
  const dim = bright && !bright.has(node.id);
  return {
    id: node.id,
    hidden: !seesNode(node.id),
    color: colour(typeOf(node.id)),
    opacity: dim ? 0.16 : 1,
  };
}

function edgeLook(edge) {
  const seen = edge.facts.map((fact) => facts[fact]).filter(seesFact);
  const lit = isBrightEdge(edge);
  const open = bright && lit;
  const both = new Set(seen.map((fact) => fact.subject)).size > 1;
  const forward = seen.some((fact) => fact.subject === edge.from);
  return {
    id: edge.id,
    hidden: !seesEdge(edge),
    width: open ? 1.8 : 1,
    dashes: seen.length > 0 && seen.every((fact) => data.statuses[fact.status].off) ? [4, 4] : false,
    color: { color: ground(open ? "--edge-open" : "--edge"), hover: ground("--edge-open"), opacity: lit ? 1 : 0.16 },
    arrows: { to: { enabled: both || forward, scaleFactor: 0.38 }, from: { enabled: both || !forward, scaleFactor: 0.38 } },
  };
}

function restyle() {
  bright = brightNodes();
  nodeSet.update(network.nodes.map(nodeLook));
  edgeSet.update(network.edges.map(edgeLook));
  forgetLabels();
}

/* Turn the picture where the window stands upright, and stretch it towards the window's form. */
function places() {
  const spread = (values) => Math.max(...values) - Math.min(...values) + 1;
  const wide = spread(network.nodes.map((node) => node.x));
  const high = spread(network.nodes.map((node) => node.y));
  const upright = container.clientHeight > container.clientWidth && high < wide;
  const ratio = (container.clientHeight / container.clientWidth) * (upright ? high / wide : wide / high);
  const [right, down] = [Math.min(Math.max(1 / ratio, 1), 1.4), Math.min(Math.max(ratio, 1), 1.7)];
  return network.nodes.map(({ x, y }) =>
    (upright ? { x: y * right, y: x * down } : { x: x * right, y: y * down }));
}

function startGraph() {
  const stand = places();
  nodeSet = new vis.DataSet(network.nodes.map((node, index) =>
    ({ ...node, ...nodeLook(node), label: undefined, ...stand[index] })));
  edgeSet = new vis.DataSet(network.edges.map((edge) => ({ ...edge, ...edgeLook(edge) })));
  view = new vis.Network(container, { nodes: nodeSet, edges: edgeSet }, network.options);
  view.on("afterDrawing", drawLabels);
  view.once("afterDrawing", () => {
    document.documentElement.dataset.drawn = performance.now().toFixed(0);
  });
  view.on("click", clicked);
  view.on("zoom", () => { state.framed = false; });
  view.on("dragEnd", () => { state.framed = false; });
  view.on("hoverNode", (event) => hover(event.node));
  view.on("blurNode", () => hover(-1));
  view.on("hoverEdge", () => container.classList.add("over"));
  view.on("blurEdge", () => container.classList.remove("over"));
  showAll({ animate: false });
}

function clicked(event) {
  if (event.nodes.length) open(event.nodes[0]);
  else if (event.edges.length) openEdge(event.edges[0]);
  else close();
}

function hover(number) {
  state.hover = number;
  container.classList.toggle("over", number >= 0);
  view.redraw();
}

/* The part of the stage that the panel leaves free: its size and its middle, in pixels. */
function freeStage() {
  const [width, height] = [container.clientWidth, container.clientHeight];
  const panel = $("panel");
  if (panel.hidden) return { width, height, x: 0, y: 0 };
  if (narrow.matches) {
    return { width, height: height - panel.offsetHeight, x: 0, y: -panel.offsetHeight / 2 };
  }
  const taken = panel.offsetWidth + 14;
  return { width: width - taken, height, x: -taken / 2, y: 0 };
}

const motion = () => (stillness.matches ? false : { duration: 320, easingFunction: "easeInOutQuad" });

/* Pixels left and right of the outermost nodes, for labels. */
const sideRoom = () => (narrow.matches ? 45 : 95);

/* Bring the nodes, and their labels, into the free part of the stage. */
function frame(numbers, largest, animation) {
  const places = Object.values(view.getPositions(numbers));
  if (!places.length || !container.clientWidth) return;
  const [xs, ys] = [places.map((place) => place.x), places.map((place) => place.y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const free = freeStage();
  const wide = (free.width - 2 * sideRoom()) / (right - left + 1);
  const high = (free.height - (narrow.matches ? 56 : 116)) / (bottom - top + 1);
  view.moveTo({
    position: { x: (left + right) / 2, y: (top + bottom) / 2 },
    scale: Math.max(Math.min(wide, high, largest), 0.05),
    offset: { x: free.x, y: free.y },
    animation,
  });
}

function moveTo(number) {
  state.framed = false;
  frame([number, ...neighboursOf(number)], 0.8, motion());
}

function followTo(number) {
  state.framed = false;
  const { x, y } = freeStage();
  view.focus(number, { scale: view.getScale(), offset: { x, y }, animation: motion() });
}

function showAll({ animate = true } = {}) {
  state.framed = true;
  frame(network.nodes.map((node) => node.id).filter(seesNode), 1.4, animate && motion());
}

/* The stage has another size, or is seen again: keep in view what was. */
function lookAgain() {
  view.redraw();
  if (state.framed) showAll({ animate: false });
  else if (state.node >= 0) moveTo(state.node);
}

function zoom(factor) {
  state.framed = false;
  view.moveTo({ scale: Math.min(Math.max(view.getScale() * factor, 0.05), 5), animation: motion() });
}

/* Walk along the edges: the neighbour that lies most in the direction of the arrow key. */
function step(key) {
  const ahead = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key];
  if (!ahead) return false;
  if (state.node < 0) {
    open(mostLinked());
    followTo(state.node);
    return true;
  }
  const places = view.getPositions();
  const here = places[state.node];
  const score = (number) => {
    const x = places[number].x - here.x;
    const y = places[number].y - here.y;
    return (x * ahead[0] + y * ahead[1]) / (Math.hypot(x, y) || 1);
  };
  const next = neighboursOf(state.node).sort((a, b) => score(b) - score(a) || a - b)[0];
  if (next !== undefined && score(next) > 0.2) {
    open(next);
    followTo(next);
  }
  return true;
}

function mostLinked() {
  if (data.focus >= 0) return data.focus;
  const seen = network.nodes.map((node) => node.id).filter(seesNode);
  return seen.reduce((best, number) => (edgesOf[number].length > edgesOf[best].length ? number : best), seen[0]);
}
