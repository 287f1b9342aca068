/* The legend, which is also the filter: a switch for each type, relation and kind of fact. */

function tally(size, numbers) {
  const counts = Array(size).fill(0);
  for (const number of numbers) counts[number] += 1;
  return counts;
}

const nodeNumbers = network.nodes.map((node) => node.id);
const drawnFacts = facts.filter((fact) => isNode(fact.subject) && isNode(fact.object));
const counts = {
  types: tally(data.types.length, nodeNumbers.map((number) => things[number].type)),
  relations: tally(data.relations.length, drawnFacts.map((fact) => fact.relation)),
  statuses: tally(data.statuses.length, drawnFacts.map((fact) => fact.status)),
};
const MEANINGS = {
  metadata: "as the listing says",
  extracted: "read from the text",
  curated: "settled by a person",
  derived: "of the paper’s own contribution, concluded",
  candidate: "below the confidence that is drawn",
};

function switchItem(kind, index, label, mark, title) {
  const box = make("input", { type: "checkbox", onchange: () => flip(kind, index, box.checked) });
  box.checked = state[kind][index];
  box.dataset.kind = kind;
  box.dataset.index = index;
  return make("li", {}, make("label", { title }, box, mark, make("span", { class: "name" }, label),
    make("span", { class: "count" }, count(counts[kind][index]))));
}

/* The relations that lead to things of a type, and the types that a relation leads to. */
const joined = drawnFacts.flatMap((fact) =>
  [fact.subject, fact.object].map((number) => [things[number].type, fact.relation]));
const relationsOf = (type) => joined.filter((pair) => pair[0] === type).map((pair) => pair[1]);
const typesOf = (relation) => joined.filter((pair) => pair[1] === relation).map((pair) => pair[0]);

function flip(kind, index, on) {
  state[kind][index] = on;
  if (on) switchOnWith(kind, index);
  if (state.node >= 0 && !seesNode(state.node)) close();
  refresh();
}

/* Authors without "written by" would float alone, and "written by" without authors show nothing. */
function switchOnWith(kind, index) {
  if (kind === "types" && !relationsOf(index).some((relation) => state.relations[relation])) {
    for (const relation of relationsOf(index)) state.relations[relation] = true;
  }
  if (kind === "relations") {
    for (const type of typesOf(index)) state.types[type] ||= data.types[type].off;
  }
}

function refresh() {
  for (const box of $("filters").querySelectorAll("input")) {
    box.checked = state[box.dataset.kind][Number(box.dataset.index)];
  }
  restyle();
  tellCounts();
  if (!table.hidden) fillTable();
}

/* Switch on what hides a thing that is to be opened. */
function reveal(number) {
  const type = things[number].type;
  if (!state.types[type]) flip("types", type, true);
}

const order = (kind) => counts[kind].map((_, index) => index).filter((index) => counts[kind][index])
  .sort((a, b) => data[kind][a].off - data[kind][b].off || counts[kind][b] - counts[kind][a] || a - b);

function whole(type, index) {
  const all = type.total > counts.types[index] ? ` (${count(type.total)} in the graph)` : "";
  return `${type.about}${all}`;
}

function startFilters() {
  $("types").replaceChildren(...order("types").map((index) => {
    const type = data.types[index];
    return switchItem("types", index, type.label, icon(type), whole(type, index));
  }));
  $("relations").replaceChildren(...order("relations").map((index) => {
    const relation = data.relations[index];
    return switchItem("relations", index, relation.label, "", relation.about);
  }));
  $("statuses").replaceChildren(...order("statuses").map((index) => {
    const name = STATUS[index];
    return switchItem("statuses", index, name, "", MEANINGS[name]);
  }));
  $("show-filters").addEventListener("click", () => showFilters(!document.body.classList.contains("filtering")));
}

function showFilters(on) {
  document.body.classList.toggle("filtering", on);
  $("show-filters").setAttribute("aria-expanded", String(on));
}

/* The header says how much is seen, and of how much. */
function tellCounts() {
  const seen = nodeNumbers.filter(seesNode).length;
  const lines = network.edges.filter(seesEdge).length;
  const switchedOn = data.types.filter((type, index) => type.off && state.types[index]);
  const total = switchedOn.reduce((sum, type) => sum + type.total, data.total);
  const part = seen < total ? `showing ${count(seen)} of ${plural(total, "thing")}` : plural(seen, "thing");
  $("counts").textContent = `${part}, ${plural(lines, "link")}`;
}
