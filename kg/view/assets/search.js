/* Finds things by label or alias: exact, beginning, beginning of a word, inside, nearly so. */

const squash = (name) => name.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
const words = (name) => name.normalize("NFKD").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);

const names = [];
things.slice(0, data.nodes).forEach((thing, number) => {
  for (const name of [thing.label, ...(thing.aliases || [])]) {
    names.push({ number, name, key: squash(name), words: words(name) });
  }
});

/* Return 0 for the same, more the farther; Infinity for another name. */
function distance(query, queryWords, entry) {
  if (entry.key === query) return 0;
  if (entry.key.startsWith(query)) return 1 + entry.key.length / 1000;
  const begun = queryWords.every((word) => entry.words.some((other) => other.startsWith(word)));
  if (begun) return 2 + entry.key.length / 1000;
  if (entry.key.includes(query)) return 3 + entry.key.length / 1000;
  const allowed = query.length < 4 ? 0 : query.length < 8 ? 1 : 2;
  if (!allowed || Math.abs(entry.key.length - query.length) > 12) return Infinity;
  const slips = Math.min(
    edits(query, entry.key, allowed),
    edits(query, entry.key.slice(0, query.length), allowed),
  );
  return slips <= allowed ? 4 + slips : Infinity;
}

/* Letters put in, left out, changed or swapped, up to `most`. */
function edits(left, right, most) {
  if (Math.abs(left.length - right.length) > most) return Infinity;
  let before = [];
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const changed = left[i - 1] === right[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + changed);
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        next[j] = Math.min(next[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...next) > most) return Infinity;
    before = row;
    row = next;
  }
  return row[right.length];
}

function find(query, limit = 12) {
  const key = squash(query);
  if (!key) return [];
  const queryWords = words(query);
  const best = new Map();
  for (const entry of names) {
    const far = distance(key, queryWords, entry);
    const held = best.get(entry.number);
    if (far < Infinity && (!held || far < held.far)) best.set(entry.number, { far, ...entry });
  }
  const rank = (hit) => factsOf[hit.number].length;
  return [...best.values()]
    .sort((a, b) => Math.floor(a.far) - Math.floor(b.far) || rank(b) - rank(a) || a.far - b.far)
    .slice(0, limit);
}

const field = $("query");
const list = $("hits");
let hits = [];
let chosen = -1;

function suggest() {
  hits = find(field.value);
  chosen = hits.length ? 0 : -1;
  list.replaceChildren(...hits.map(hitItem));
  const asked = field.value.trim();
  if (!hits.length && asked) list.append(make("li", { class: "none" }, nothingFound(asked)));
  list.hidden = !asked;
  field.setAttribute("aria-expanded", String(!list.hidden));
  mark();
  if (asked) say(plural(hits.length, "hit"));
}

function hitItem(hit, index) {
  const thing = things[hit.number];
  const also = hit.name === thing.label ? "" : make("span", { class: "also" }, "also ", text(hit.name));
  return make(
    "li",
    { role: "option", id: `hit-${index}`, onmousedown: (event) => { event.preventDefault(); take(index); } },
    icon(typeOf(hit.number)),
    make("span", { class: "name" }, text(thing.label), also),
    make("span", { class: "kind" }, typeOf(hit.number).label),
  );
}

function nothingFound(asked) {
  if (data.drawn >= data.total) return `Nothing here is called “${asked}”.`;
  return `Not among the ${count(data.drawn)} of ${count(data.total)} shown. Open it with: kg view "${asked}"`;
}

function mark() {
  [...list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === chosen)));
  if (chosen >= 0) {
    field.setAttribute("aria-activedescendant", `hit-${chosen}`);
    list.children[chosen].scrollIntoView({ block: "nearest" });
  } else field.removeAttribute("aria-activedescendant");
}

function take(index) {
  const hit = hits[index];
  if (!hit) return;
  closeHits();
  field.value = things[hit.number].label;
  open(hit.number, { move: true });
}

function closeHits() {
  list.hidden = true;
  field.setAttribute("aria-expanded", "false");
}

function searchKey(event) {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (list.hidden) suggest();
    const step = event.key === "ArrowDown" ? 1 : -1;
    if (hits.length) chosen = (chosen + step + hits.length) % hits.length;
    mark();
  } else if (event.key === "Enter") {
    event.preventDefault();
    take(chosen);
  } else if (event.key === "Escape") {
    event.stopPropagation();
    if (list.hidden) field.value = "";
    closeHits();
  }
}

function startSearch() {
  field.addEventListener("input", suggest);
  field.addEventListener("focus", () => field.value && suggest());
  field.addEventListener("blur", closeHits);
  field.addEventListener("keydown", searchKey);
}
