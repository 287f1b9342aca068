// The page: an editor, the example questions, and the answer as a table. Whatever comes from the
// graph becomes text, never markup.
"use strict";

const part = (id) => document.getElementById(id);
const SHOWN = 1000;
const ROWS = "application/sparql-results+json";
const NUMBERS = /#(integer|decimal|double|float|nonNegativeInteger)$/;
let running = null;

function make(name, text, className) {
  const element = document.createElement(name);
  element.textContent = text;
  if (className) element.className = className;
  return element;
}

// Say how it stands: "running", "done" or "wrong".
function say(text, state = "done") {
  part("status").textContent = text;
  part("status").dataset.state = state;
}

function clear() {
  part("text").hidden = part("scroll").hidden = true;
  part("text").textContent = "";
  part("table").replaceChildren();
}

// Shorten an IRI to its last part; the whole of it stays in the link.
function short(iri) {
  return iri.replace(/^.*[/#](?=[^/#])/, "");
}

function linked(iri) {
  if (!/^https?:\/\//.test(iri)) return make("span", iri);
  const link = make("a", short(iri));
  link.href = iri;
  link.title = iri;
  link.rel = "noopener noreferrer";
  link.target = "_blank";
  return link;
}

function cell(term) {
  const element = document.createElement("td");
  if (!term) return element;
  if (term.type === "uri") element.append(linked(term.value));
  else element.textContent = term.type === "triple" ? JSON.stringify(term.value) : term.value;
  if (NUMBERS.test(term.datatype || "")) element.className = "number";
  return element;
}

function showRows(answer) {
  const names = answer.head.vars;
  const rows = answer.results.bindings;
  const head = document.createElement("tr");
  head.append(...names.map((name) => make("th", name)));
  const lines = rows.slice(0, SHOWN).map((row) => {
    const line = document.createElement("tr");
    line.append(...names.map((name) => cell(row[name])));
    return line;
  });
  const top = document.createElement("thead");
  top.append(head);
  const body = document.createElement("tbody");
  body.append(...lines);
  part("table").replaceChildren(top, body);
  part("scroll").hidden = false;
  return rows.length;
}

function showText(text) {
  part("text").textContent = text;
  part("text").hidden = false;
}

async function ask(accept) {
  running = new AbortController();
  part("stop").disabled = false;
  part("run").disabled = true;
  try {
    return await fetch("/sparql", {
      method: "POST",
      headers: { Accept: accept, "Content-Type": "application/sparql-query" },
      body: part("query").value,
      signal: running.signal,
    });
  } finally {
    part("stop").disabled = true;
    part("run").disabled = false;
  }
}

function counted(number, seconds, most) {
  const rows = number === 1 ? "1 row" : `${number} rows`;
  const shown = number > SHOWN ? `, the first ${SHOWN} shown` : "";
  const cut = most ? `; the server sends no more than ${most}, there are others` : "";
  return `${rows} in ${seconds} s${shown}${cut}`;
}

async function run() {
  clear();
  say("running …", "running");
  const began = performance.now();
  try {
    const response = await ask(`${ROWS}, text/turtle;q=0.9`);
    const seconds = ((performance.now() - began) / 1000).toFixed(2);
    const text = await response.text();
    if (!response.ok) {
      say(`refused (${response.status})`, "wrong");
      showText(text);
    } else if (response.headers.get("content-type").startsWith(ROWS)) {
      const answer = JSON.parse(text);
      if ("boolean" in answer) {
        say(`${answer.boolean ? "yes" : "no"} in ${seconds} s`);
      } else {
        say(counted(showRows(answer), seconds, response.headers.get("x-sparql-maxrows")));
      }
    } else {
      say(`triples in ${seconds} s`);
      showText(text);
    }
  } catch (error) {
    say(error.name === "AbortError" ? "stopped" : `no answer: ${error.message}`, "wrong");
  }
}

async function save() {
  const format = part("format");
  try {
    const response = await ask(format.value);
    if (!response.ok) {
      clear();
      say(`refused (${response.status})`, "wrong");
      showText(await response.text());
      return;
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await response.blob());
    link.download = `answer.${format.selectedOptions[0].text.toLowerCase().replace(/\W/g, "")}`;
    link.click();
    URL.revokeObjectURL(link.href);
  } catch (error) {
    say(error.name === "AbortError" ? "stopped" : `no answer: ${error.message}`, "wrong");
  }
}

async function begin() {
  part("endpoint").textContent = new URL("/sparql", location.href).href;
  const examples = await (await fetch("/examples")).json();
  const select = part("example");
  examples.forEach((example, number) => {
    const option = make("option", example.question);
    option.value = String(number);
    select.append(option);
  });
  const choose = () => {
    if (select.value !== "") part("query").value = examples[Number(select.value)].query;
  };
  select.addEventListener("change", () => { choose(); run(); });
  if (examples.length && !part("query").value) {
    select.value = String(Math.max(0, examples.findIndex((e) => e.name === "benchmarks-most-evaluated-on")));
    choose();
  }
}

part("form").addEventListener("submit", (event) => { event.preventDefault(); run(); });
part("stop").addEventListener("click", () => running && running.abort());
part("save").addEventListener("click", save);
part("query").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run();
});
begin();
