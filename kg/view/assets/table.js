/* The table: the same things and facts as the picture, for reading, the keyboard and print. */

const table = $("table");
const PAGE = 200;

const tableFacts = () =>
  facts.filter((fact) => seesFact(fact) && seesNode(fact.subject) && seesNode(fact.object))
    .sort((a, b) => a.status - b.status || a.id - b.id);

function factRow(fact) {
  const item = fact.evidence[0];
  return make("tr", {},
    make("td", {}, thingButton(fact.subject)),
    make("td", { class: "relation" }, data.relations[fact.relation].label),
    make("td", {}, thingButton(fact.object)),
    make("td", { class: "words" }, item.quote ? quoted(item.quote, [fact.subject, fact.object]) : "", source(item, [fact.subject, fact.object])));
}

function thingRow(number) {
  const thing = things[number];
  return make("tr", {},
    make("td", {}, thingButton(number)),
    make("td", {}, typeOf(number).label),
    make("td", {}, ...(thing.aliases || []).slice(0, 5).flatMap((name, at) => (at ? [", ", text(name)] : [text(name)]))),
    make("td", { class: "number" }, count(tableFactsOf(number))));
}

const tableFactsOf = (number) =>
  factsOf[number].filter((fact) => seesFact(fact) && seesNode(otherEnd(fact, number))).length;

/* A table whose rows come in pages; `all` brings them at once, for print. */
function paged(caption, columns, rows, all) {
  const body = make("tbody");
  const more = make("button", { type: "button", class: "plain" });
  let next = 0;
  const grow = () => {
    const end = all ? rows.length : next + PAGE;
    body.append(...rows.slice(next, end).map((build) => build()));
    next = end;
    more.hidden = next >= rows.length;
    more.textContent = `Show ${count(Math.min(PAGE, rows.length - next))} more of ${count(rows.length)}`;
  };
  more.addEventListener("click", grow);
  grow();
  const head = make("tr", {}, ...columns.map((name) => make("th", { scope: "col" }, name)));
  return [make("table", {}, make("caption", {}, caption), make("thead", {}, head), body), more];
}

function fillTable(all = false) {
  const seen = network.nodes.map((node) => node.id).filter(seesNode);
  const ranked = seen.map((number) => [tableFactsOf(number), number])
    .sort((a, b) => b[0] - a[0] || a[1] - b[1]).map((pair) => pair[1]);
  const rows = tableFacts();
  table.replaceChildren(
    ...paged(`${plural(rows.length, "fact")}`, ["Subject", "Relation", "Object", "Quote"], rows.map((fact) => () => factRow(fact)), all),
    ...paged(`${plural(ranked.length, "thing")}`, ["Name", "Type", "Also called", "Facts"], ranked.map((number) => () => thingRow(number)), all));
}

function showTable(on) {
  table.hidden = !on;
  $("stage").hidden = on;
  $("show-table").setAttribute("aria-pressed", String(on));
  $("show-graph").setAttribute("aria-pressed", String(!on));
  document.body.classList.toggle("tabled", on);
  if (on) fillTable();
  else lookAgain();
}
