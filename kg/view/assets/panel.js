/* The panel: what is known of a node or an edge, each fact with its quotes. */

const panel = $("panel");
const FIRST = 12;

/* A thing as one can press it: opens where it is drawn, else goes out where it has an address. */
function thingButton(number) {
  const thing = things[number];
  if (!isNode(number) && thing.url) return link(thing.label, thing.url) || text(thing.label);
  const inside = [icon(typeOf(number)), make("span", { class: "name" }, text(thing.label))];
  if (!isNode(number)) {
    return make("span", { class: "thing", title: `${typeOf(number).label}, not drawn` }, ...inside);
  }
  return make("button", {
    type: "button", class: "thing", title: typeOf(number).label, onclick: () => open(number, { move: true }),
  }, ...inside);
}

/* Show the names of the fact's ends in the quote. */
function quoted(words, numbers) {
  const named = numbers.filter((number) => typeOf(number).name !== "Paper").flatMap((number) => [things[number].label, ...(things[number].aliases || [])]);
  const wanted = named.filter((name) => name.length > 1).sort((a, b) => b.length - a.length).slice(0, 60);
  const quote = make("blockquote", { dir: "auto" });
  if (!wanted.length) {
    quote.textContent = words;
    return quote;
  }
  const escaped = wanted.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${escaped.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  words.split(pattern).forEach((part, index) => {
    quote.append(index % 2 ? make("mark", {}, part) : part);
  });
  return quote;
}

/* Where a quote stands: paper, date, rule, confidence. `known` are things named beside it. */
function source(item, known) {
  const paper = things[item.paper];
  const parts = [];
  if (!known.includes(item.paper)) {
    parts.push(isNode(item.paper)
      ? make("button", { type: "button", class: "inline", onclick: () => open(item.paper, { move: true }) }, text(paper.label))
      : make("cite", {}, text(paper.label)));
  }
  if (paper.date) parts.push(make("time", {}, paper.date));
  if (paper.summaryBy) parts.push(make("span", { class: "badge" }, `summary by ${paper.summaryBy}`));
  parts.push(make("code", { title: "the rule that read it" }, item.rule));
  parts.push(make("span", {}, `confidence ${item.confidence.toFixed(2)}`));
  return make("p", { class: "source" }, ...parts);
}

function evidenceOf(fact, numbers, known) {
  const shown = fact.evidence.map((item) =>
    make("div", { class: "evidence" }, item.quote ? quoted(item.quote, numbers) : "", source(item, known)));
  if (shown.length < 2 && !fact.more) return shown;
  const rest = make("details", { class: "more" },
    make("summary", {}, `${plural(fact.evidence.length - 1 + fact.more, "more quote")}`), ...shown.slice(1));
  if (fact.more) rest.append(make("p", { class: "note" }, `${fact.more} more in the graph`));
  return [shown[0], rest];
}

/* Facts that rest on the same words stand together, so that a quote is read once. */
function clusters(group) {
  const together = new Map();
  for (const fact of group) {
    const key = JSON.stringify(fact.evidence.map((item) => [item.paper, item.quote]));
    if (!together.has(key)) together.set(key, []);
    together.get(key).push(fact);
  }
  const date = (fact) => things[fact.evidence[0].paper].date || "";
  return [...together.values()].sort(([a], [b]) =>
    confidenceOf(b) - confidenceOf(a) || date(b).localeCompare(date(a)) || a.id - b.id);
}

function badge(fact) {
  const status = STATUS[fact.status];
  if (status === "extracted" || status === "metadata") return "";
  return make("span", { class: `badge ${status}`, title: MEANINGS[status] }, status);
}

function factItem(cluster, here) {
  cluster.sort((a, b) => a.status - b.status);
  const ends = cluster.map((fact) => otherEnd(fact, here));
  return make("li", {},
    make("div", { class: "ends" }, ...cluster.flatMap((fact, index) => [thingButton(ends[index]), badge(fact)])),
    ...evidenceOf(cluster[0], [...ends, here], [...ends, here]));
}

/* Metadata speak for themselves: names in a row, no quotes. */
function plainList(group, here) {
  return make("div", { class: "ends" }, ...group.map((fact) => thingButton(otherEnd(fact, here))));
}

function grouped(number) {
  const groups = new Map();
  for (const fact of factsOf[number]) {
    if (things[number].authors && typeOf(otherEnd(fact, number)).name === "Author") continue;
    const key = `${fact.subject === number ? 0 : 1} ${fact.relation}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(fact);
  }
  const weight = ([key, group]) => {
    const relation = data.relations[Number(key.split(" ")[1])];
    return (relation.off ? 1e6 : 0) - group.length;
  };
  return [...groups.entries()].sort((a, b) => weight(a) - weight(b) || a[0].localeCompare(b[0]));
}

function groupSection([key, group], number) {
  const [inward, relationNumber] = key.split(" ").map(Number);
  const relation = data.relations[relationNumber];
  const heading = make("summary", { title: relation.about },
    make("span", { class: "arrow", "aria-hidden": "true" }, inward ? "←" : "→"),
    make("span", { class: "relation" }, relation.label, inward ? make("span", { class: "hidden" }, ", from") : ""),
    make("span", { class: "count" }, count(group.length)));
  const section = make("details", { class: "group" }, heading);
  section.open = !relation.off;
  if (group.every((fact) => STATUS[fact.status] === "metadata")) section.append(plainList(group, number));
  else section.append(growingList(clusters(group).map((cluster) => () => factItem(cluster, number))));
  return section;
}

/* The first items, the rest on demand. */
function growingList(makers) {
  const items = make("ul", { class: "facts" }, ...makers.slice(0, FIRST).map((build) => build()));
  if (makers.length <= FIRST) return items;
  const button = make("button", { type: "button", class: "plain", onclick: () => {
    button.parentElement.remove();
    items.append(...makers.slice(FIRST).map((build) => build()));
  } }, `Show ${count(makers.length - FIRST)} more`);
  items.append(make("li", { class: "grow" }, button));
  return items;
}

function heading(type, words) {
  return make("header", {},
    make("p", { class: "kind" }, ...(type ? [icon(type), type.label] : ["connection"])),
    make("h2", { dir: "auto" }, words),
    make("button", { type: "button", class: "close", "aria-label": "Close", onclick: close }, "×"));
}

function aliases(thing) {
  const known = thing.aliases || [];
  if (!known.length) return "";
  const few = known.slice(0, 6).flatMap((name, index) => (index ? [", ", text(name)] : [text(name)]));
  const rest = known.length > 6 ? make("details", { class: "more" },
    make("summary", {}, `${known.length - 6} more`),
    ...known.slice(6).flatMap((name, index) => (index ? [", ", text(name)] : [text(name)]))) : "";
  return make("p", { class: "aliases" }, make("span", { class: "label" }, "Also called "), ...few, rest);
}

function details(thing) {
  const parts = [];
  if (thing.date) parts.push(make("time", {}, thing.date));
  if (thing.authorCount) parts.push(plural(thing.authorCount, "author"));
  parts.push(...(thing.notes || []));
  if (thing.summaryBy) parts.push(make("span", { class: "badge" }, `summary by ${thing.summaryBy}`));
  return parts.length ? make("p", { class: "meta" }, ...parts.map((part) => make("span", {}, part))) : "";
}

/* Who wrote a paper; those whom the picture can show are to be pressed. */
function authors(number) {
  const { authors: known, authorCount } = things[number];
  if (!known) return "";
  const nodes = new Map(factsOf[number].filter((fact) => isNode(fact.object))
    .map((fact) => [things[fact.object].label, fact.object]));
  const named = known.map((name) => (nodes.has(name)
    ? make("button", { type: "button", class: "inline", onclick: () => open(nodes.get(name), { move: true }) }, text(name))
    : text(name)));
  const list = named.flatMap((name, index) => (index ? [", ", name] : [name]));
  const more = authorCount - known.length;
  return make("p", { class: "authors" }, ...list, more > 0 ? ` and ${count(more)} more` : "");
}

function links(thing) {
  const all = [...(thing.links || [])];
  if (thing.url && !all.some(([, url]) => url === thing.url)) all.unshift(["page", thing.url]);
  const made = all.map(([kind, url]) => link(kind, url)).filter(Boolean);
  return make("p", { class: "links" }, ...made, make("code", { class: "id", title: "id" }, text(thing.id)));
}

function outside(number) {
  const counts = elsewhere.get(number);
  if (!counts) return "";
  const total = counts.reduce((sum, pair) => sum + pair[1], 0);
  return make("p", { class: "note" }, `${plural(total, "more fact")} ${total === 1 ? "leads" : "lead"} to things that are not drawn here.`);
}

function fillNode(number) {
  const thing = things[number];
  panel.replaceChildren(
    heading(typeOf(number), thing.label), authors(number), details(thing), aliases(thing), links(thing),
    resultSection(number), ...grouped(number).map((group) => groupSection(group, number)), outside(number));
}

function fillEdge(edge) {
  const [left, right] = [edge.from, edge.to];
  const list = edge.facts.map((fact) => facts[fact]);
  const item = (fact) => make("li", {},
    make("div", { class: "ends" }, thingButton(fact.subject),
      make("span", { class: "relation" }, data.relations[fact.relation].label), thingButton(fact.object),
      badge(fact)),
    ...evidenceOf(fact, [left, right], [left, right]));
  panel.replaceChildren(
    heading(null, `${things[left].short} – ${things[right].short}`),
    make("p", { class: "meta" }, plural(list.length, "fact")),
    growingList(list.map((fact) => () => item(fact))));
}

function showPanel() {
  panel.hidden = false;
  panel.scrollTop = 0;
  showFilters(false);
  document.body.classList.add("open");
}

/* Open a node; `move` brings camera and keyboard there. */
function open(number, { move = false } = {}) {
  if (!isNode(number)) return;
  reveal(number);
  state.node = number;
  state.edge = -1;
  fillNode(number);
  showPanel();
  restyle();
  if (move) {
    moveTo(number);
    panel.focus({ preventScroll: true });
  }
  history.replaceState(null, "", `#n=${encodeURIComponent(things[number].id)}`);
  say(`${typeOf(number).label} ${things[number].label}, ${plural(factsOf[number].length, "fact")}`);
}

function openEdge(id) {
  state.node = -1;
  state.edge = id;
  fillEdge(network.edges[id]);
  showPanel();
  restyle();
  history.replaceState(null, "", location.pathname + location.search);
}

function close() {
  if (panel.hidden) return;
  const inside = panel.contains(document.activeElement);
  panel.hidden = true;
  document.body.classList.remove("open");
  state.node = -1;
  state.edge = -1;
  restyle();
  if (inside) container.focus({ preventScroll: true });
  if (state.framed) showAll();
  history.replaceState(null, "", location.pathname + location.search);
}
