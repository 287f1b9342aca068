/* Results in the panel: what was measured, on what, and the words that it rests on. */

const results = data.results.map(([named, value, how, role, evidence], id) => ({
  id, named, value, how, role, more: 0, evidence: readEvidence(evidence),
}));

const resultsOf = things.map(() => []);
for (const result of results) {
  for (const number of new Set(Object.values(result.named))) resultsOf[number].push(result);
}
const moreResults = new Map(data.moreResults);

/* The parts of a result, each with the word before it; what the panel is about is left out. */
const SLOTS = [["metric", ""], ["data", "on"], ["task", "on"], ["method", "of"], ["model", "with"], ["baseline", "against"]];

function resultItem(result, here) {
  const parts = [make("strong", { class: "value" }, text(result.value))];
  for (const [slot, word] of SLOTS) {
    const number = result.named[slot];
    if (number === undefined || number === here) continue;
    parts.push(make("span", { class: "relation" }, word), thingButton(number));
  }
  if (result.how) parts.push(make("span", { class: "relation" }, text(result.how)));
  if (result.role !== "own") parts.push(make("span", { class: "badge", title: "whose value it is" }, result.role));
  const named = Object.values(result.named);
  return make("li", {}, make("div", { class: "ends" }, ...parts), ...evidenceOf(result, named, [here]));
}

function resultSection(number) {
  const list = resultsOf[number];
  if (!list.length) return "";
  const more = moreResults.get(number) || 0;
  const section = make("details", { class: "group results", open: true },
    make("summary", { title: "Numbers that papers report" },
      make("span", { class: "relation" }, "results"),
      make("span", { class: "count" }, count(list.length + more))),
    growingList(list.map((result) => () => resultItem(result, number))));
  if (more) section.append(make("p", { class: "note" }, `${count(more)} more in the graph`));
  return section;
}
