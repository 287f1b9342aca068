"""Time the page of a store in headless Chromium, beside pyvis's own page of the same picture.

    python benchmarks/page_speed.py kg.sqlite [NODES]

Both pages are one file each, opened with no network. The time is that from opening the file to the
first picture drawn; pyvis's page is its own template with the same positions and physics off.
Takes the median of five.
"""

import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright
from pyvis.network import Network

from kg.store import Store, open_store
from kg.view import render, write
from kg.view.network import network
from kg.view.payload import Payload
from kg.view.selection import select

FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
TIMES = 5
_DRAWN = """() => new Promise(resolve => {
    const done = () => resolve(performance.now());
    network.once("afterDrawing", done);
    network.redraw();
})"""


def pyvis_page(store: Store, nodes: int, path: Path) -> None:
    """Write pyvis's own page of the nodes and edges that our page shows."""
    data = Payload(store, select(store, "", nodes)).data()
    ours = network(data)
    page = Network(cdn_resources="in_line", directed=True)
    page.toggle_physics(status=False)
    for node in ours["nodes"]:
        page.add_node(node["id"], label=str(node["id"]), x=node["x"], y=node["y"])
    for edge in ours["edges"]:
        page.add_edge(edge["from"], edge["to"])
    path.write_text(page.generate_html(notebook=False), encoding="utf-8")


def drawn(browser: Browser, path: Path, *, own: bool) -> float:
    """Return after how many milliseconds a page has drawn its first picture."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True)
    page = context.new_page()
    page.goto(path.as_uri())
    if own:
        page.wait_for_selector("html[data-drawn]", state="attached", timeout=60_000)
        took = float(page.get_attribute("html", "data-drawn") or "nan")
    else:
        took = float(page.evaluate(_DRAWN))
    context.close()
    return took


def main() -> None:
    nodes = int(sys.argv[2]) if sys.argv[2:] else 300
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as running:
        ours, theirs = Path(folder) / "kg.html", Path(folder) / "pyvis.html"
        with open_store(Path(sys.argv[1])) as store:
            write(render(store, limit=nodes), ours)
            pyvis_page(store, nodes, theirs)
        browser = running.chromium.launch(
            executable_path=shutil.which("chromium"), args=list(FLAGS)
        )
        own = median(drawn(browser, ours, own=True) for _ in range(TIMES))
        stock = median(drawn(browser, theirs, own=False) for _ in range(TIMES))
        browser.close()
    print(f"kg     {own:7,.0f} ms to the first picture of {nodes} nodes")
    print(f"pyvis  {stock:7,.0f} ms (its own page, physics off)")
    print(f"ratio  {stock / own:7.2f}")


if __name__ == "__main__":
    main()
