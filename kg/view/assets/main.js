/* Puts the parts together, and the keys. */

function name() {
  if (data.focus >= 0) return `Around ${things[data.focus].label}`;
  return "Papers, models and benchmarks";
}

function openFromAddress() {
  const wanted = new URLSearchParams(location.hash.slice(1)).get("n");
  if (!wanted) return;
  const number = byId.get(wanted);
  if (number !== undefined && isNode(number)) open(number, { move: true });
  else say("The address names a thing that is not on this page.");
}

function pressed(event) {
  const typing = event.target.matches("input[type=search]");
  if (event.key === "Escape") {
    if (document.body.classList.contains("filtering")) showFilters(false);
    else close();
  } else if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  else if (event.key === "/") {
    event.preventDefault();
    field.focus();
    field.select();
  } else if (event.target === container) pressedOnGraph(event);
}

function pressedOnGraph(event) {
  if (event.key === "+" || event.key === "-") zoom(event.key === "+" ? 1.3 : 1 / 1.3);
  else if (event.key === "0") showAll();
  else if (event.key === "Enter" && state.node >= 0) panel.focus();
  else if (!step(event.key)) return;
  event.preventDefault();
}

function repaint() {
  for (const path of document.querySelectorAll("path[data-type]")) {
    const type = data.types.find((one) => one.name === path.dataset.type);
    path.setAttribute("fill", colour(type));
  }
  restyle();
}

function printing() {
  if (table.hidden) fillTable(true);
}

function start() {
  $("title").textContent = name();
  startGraph();
  startFilters();
  startSearch();
  tellCounts();
  $("show-graph").addEventListener("click", () => showTable(false));
  $("show-table").addEventListener("click", () => showTable(true));
  document.querySelector(".skip").addEventListener("click", () => showTable(true));
  $("zoom-in").addEventListener("click", () => zoom(1.3));
  $("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
  $("fit").addEventListener("click", () => showAll());
  document.addEventListener("keydown", pressed);
  darkGround.addEventListener("change", repaint);
  window.addEventListener("beforeprint", printing);
  window.addEventListener("resize", () => state.framed && lookAgain());
  window.addEventListener("hashchange", openFromAddress);
  if (location.hash.startsWith("#n=")) openFromAddress();
  else {
    if (data.focus >= 0) open(data.focus);
    showAll({ animate: false });
    if (data.focus >= 0 && narrow.matches) frame([data.focus, ...neighboursOf(data.focus)], 0.8, false);
  }
}

start();
