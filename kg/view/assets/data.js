/* Reads the page's data (kg/view/payload.py writes it) and builds elements. Texts go in as text. */

const data = JSON.parse(document.getElementById("data").textContent);
const things = data.things;
const STATUS = data.statuses.map((status) => status.name);

const readEvidence = (evidence) => evidence.map(([paper, quote, rule, confidence]) =>
  ({ paper, quote: data.quotes[quote], rule: data.rules[rule], confidence }));

const facts = data.facts.map(([subject, relation, object, status, evidence, more], id) => ({
  id, subject, relation, object, status, more, evidence: readEvidence(evidence),
}));

const factsOf = things.map(() => []);
for (const fact of facts) {
  factsOf[fact.subject].push(fact);
  if (fact.object !== fact.subject) factsOf[fact.object].push(fact);
}

const elsewhere = new Map();
for (const [thing, relation, count] of data.elsewhere) {
  if (!elsewhere.has(thing)) elsewhere.set(thing, []);
  elsewhere.get(thing).push([relation, count]);
}

const byId = new Map(things.map((thing, number) => [thing.id, number]));
const isNode = (number) => number < data.nodes;
const typeOf = (number) => data.types[things[number].type];
const otherEnd = (fact, number) => (fact.subject === number ? fact.object : fact.subject);
const confidenceOf = (fact) => Math.max(...fact.evidence.map((item) => item.confidence));

const $ = (id) => document.getElementById(id);
const count = (number) => number.toLocaleString("en");
const plural = (number, word) => `${count(number)} ${word}${number === 1 ? "" : "s"}`;

/* make("p", {class: "note"}, "text", child, ...): children are text or elements, never markup. */
function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== "" && child !== null && child !== undefined));
  return element;
}

/* A name from outside keeps its writing direction to itself. */
const text = (words) => make("bdi", {}, words);

/* A link goes to the web or nowhere. */
function link(words, address) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") return null;
  return make("a", { href: url.href, rel: "noopener noreferrer", target: "_blank", class: "out" }, text(words));
}

const SVG = "http://www.w3.org/2000/svg";
const OUTLINES = {
  square: "M3 3H13V13H3Z",
  diamond: "M8 1.4 14.6 8 8 14.6 1.4 8Z",
  triangle: "M8 2 14.5 13.5H1.5Z",
  triangleDown: "M8 14 14.5 2.5H1.5Z",
  hexagon: "M4.4 2H11.6L15.2 8 11.6 14H4.4L.8 8Z",
  star: "M8 1 10 5.9 15.3 6.3 11.3 9.8 12.5 15 8 12.2 3.5 15 4.7 9.8 .7 6.3 6 5.9Z",
  dot: "M8 2A6 6 0 1 1 8 14 6 6 0 1 1 8 2Z",
};

function icon(type) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", OUTLINES[type.shape] || OUTLINES.dot);
  path.setAttribute("fill", colour(type));
  path.dataset.type = type.name;
  svg.append(path);
  return svg;
}

const darkGround = matchMedia("(prefers-color-scheme: dark)");
const stillness = matchMedia("(prefers-reduced-motion: reduce)");
const narrow = matchMedia("(max-width: 760px)");
const colour = (type) => (darkGround.matches ? type.dark : type.light);
const ground = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function say(words) {
  $("status").textContent = words;
}
