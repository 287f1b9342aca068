"""The page in a real browser that can reach no network."""

from contextlib import contextmanager
from decimal import Decimal
from typing import Any

import pytest

from kg.model import Document, Entity, Evidence, Fact, Graph, Identifier, Link, Result
from kg.view import render, write
from tests.browsers import DESKTOP, NEEDS_CHROMIUM, PHONE
from tests.graphs import relations

pytestmark = NEEDS_CHROMIUM


@pytest.fixture
def show(browser, tmp_path):
    """Return a context that shows a page, and afterwards finds no request and no error."""

    @contextmanager
    def shown(text, viewport=DESKTOP, fragment=""):
        path = tmp_path / "page.html"
        write(text, path)
        context = browser.new_context(viewport=viewport, offline=True, reduced_motion="reduce")
        requests, messages = [], []

        def let_in(route):
            requests.append(route.request.url)
            route.continue_() if route.request.url == path.as_uri() else route.abort()

        def refuse(dialog):
            messages.append(dialog.message)
            dialog.dismiss()

        context.route("**/*", let_in)
        page = context.new_page()
        page.on("console", lambda message: messages.append(message.text))
        page.on("pageerror", lambda error: messages.append(str(error)))
        page.on("dialog", refuse)
        page.goto(path.as_uri() + fragment)
        page.wait_for_selector("html[data-drawn]", state="attached", timeout=20_000)
        yield page
        assert messages == []
        assert requests == [path.as_uri()]
        context.close()

    return shown


@pytest.fixture(scope="module")
def small_page(small_store):
    return render(small_store)


def search(page: Any, words: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(words)


def open_by_name(page: Any, words: str) -> Any:
    search(page, words)
    page.keyboard.press("Enter")
    return page.locator("#panel")


def test_300_nodes_are_drawn_of_a_larger_graph(large_store, show):
    with show(render(large_store, limit=300)) as page:
        assert "showing 300 of" in page.inner_text("#counts")


@pytest.mark.parametrize("words", ["llama27b", "LLAMA 2 7B", "lama 2 7b", "llama-2-7bb"])
def test_search_finds_by_alias_beginning_and_nearly(large_store, show, words):
    with show(render(large_store, "Llama-2-7B", limit=60)) as page:
        search(page, words)
        assert "Llama-2-7B" in page.locator("#hits [role=option]").all_inner_texts()[0]


def test_an_alias_in_the_hits_is_named(small_store, show, small_page):
    model = next(one for one in small_store.entities("Model"))
    with show(small_page) as page:
        search(page, model.aliases[-1])
        assert f"also {model.aliases[-1]}" in page.inner_text("#hits li >> nth=0")


def test_enter_opens_the_panel_with_a_quote(show, small_page):
    with show(small_page) as page:
        panel = open_by_name(page, "GSM8K")
        assert panel.locator("h2").inner_text() == "GSM8K"
        assert "GSM8K" in panel.locator("blockquote mark").first.inner_text()
        assert "evaluated_with" in panel.locator(".source").first.inner_text()
        assert "confidence 0.9" in panel.locator(".source").first.inner_text()


def test_a_click_on_the_picture_shows_facts_and_quotes(show, small_store):
    with show(render(small_store, "GSM8K")) as page:
        page.keyboard.press("Escape")
        assert page.locator("#panel").is_hidden()
        open_by_name(page, "GSM8K")
        box = page.locator("#canvas").bounding_box()
        page.locator("#panel .close").click()
        page.mouse.click(box["x"] + 5, box["y"] + 5)
        assert page.locator("#panel").is_hidden()
        click_on_some_node(page, box)
        assert page.locator("#panel blockquote").count()


def click_on_some_node(page: Any, box: dict[str, float]) -> None:
    """Click over the picture until something opens, as a hand that sees would at once."""
    for row in range(4, 30):
        for column in range(4, 40):
            x = box["x"] + box["width"] * column / 44
            page.mouse.move(x, box["y"] + box["height"] * row / 34)
            if page.locator("#canvas.over").count():
                page.mouse.down()
                page.mouse.up()
                page.wait_for_selector("#panel:not([hidden])")
                return


def test_tab_and_escape_walk_and_close(show, small_page):
    with show(small_page) as page:
        panel = open_by_name(page, "GSM8K")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('#panel') !== null")
        page.keyboard.press("Escape")
        assert panel.is_hidden()


def test_arrow_keys_walk_along_the_edges(show, small_page):
    with show(small_page) as page:
        page.focus("#canvas")
        page.keyboard.press("ArrowRight")
        first = page.locator("#panel h2").inner_text()
        names = set()
        for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
            page.keyboard.press(key)
            names.add(page.locator("#panel h2").inner_text())
        assert names - {first}


def test_a_focus_opens_its_panel(show, small_store):
    with show(render(small_store, "GSM8K")) as page:
        assert page.locator("#panel h2").inner_text() == "GSM8K"
        assert page.title() == "GSM8K · kg"


#: Notes where the picture writes what, in pixels of the canvas.
NOTING = """() => {
  window.written = [];
  const write = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (words, x, y) {
    const { a, d, e, f } = this.getTransform();
    const [left, middle] = [x * a + e, y * d + f];
    const right = left + this.measureText(words).width * a;
    written.push({ words, left, right, middle, line: 16 * d });
    write.call(this, words, x, y);
  };
}"""


def test_no_label_lies_under_that_of_the_open_node(large_store, show):
    with show(render(large_store, "Llama-2-7B", limit=300)) as page:
        page.evaluate(NOTING)
        page.get_by_role("button", name="Show all").click()
        page.wait_for_timeout(300)
        written = page.evaluate("written")
    opened = max(at for at, label in enumerate(written) if label["words"] == "Llama-2-7B")
    plate = written[opened]
    others = [label for label in written[:opened] if label["words"] != plate["words"]]
    assert len(others) > 5
    assert not [label["words"] for label in others if is_over(label, plate)]


def is_over(label: dict[str, Any], plate: dict[str, Any]) -> bool:
    """Say whether a label is written over another."""
    beside = label["right"] < plate["left"] or plate["right"] < label["left"]
    return not beside and abs(label["middle"] - plate["middle"]) < plate["line"]


def test_a_deep_link_opens_its_thing(show, small_page):
    with show(small_page, fragment="#n=benchmark%2Fgsm8k") as page:
        assert page.locator("#panel h2").inner_text() == "GSM8K"


def test_the_legend_filters_by_type(show, small_page):
    with show(small_page) as page:
        before = page.inner_text("#counts")
        page.get_by_label("benchmark").uncheck()
        assert page.inner_text("#counts") != before
        page.click("#show-table")
        assert "GSM8K" not in page.locator("#table .thing").all_inner_texts()


def test_authors_are_off_with_their_count(show, small_page, small_store):
    with show(small_page) as page:
        box = page.get_by_label("author")
        assert not box.is_checked()
        authors = len(list(small_store.entities("Author")))
        assert str(min(authors, 100)) in page.locator("#types li", has=box).inner_text()


def test_the_table_holds_what_the_picture_shows(show, small_page):
    with show(small_page) as page:
        page.click("#show-table")
        assert page.locator("#table tbody tr").count() > 50
        page.locator("#table .thing", has_text="GSM8K").first.click()
        assert page.locator("#panel h2").inner_text() == "GSM8K"


@pytest.mark.parametrize("action", ["#show-table", "#show-filters", "#show-graph"])
def test_nothing_runs_over_the_side_of_a_phone(show, small_page, action):
    with show(small_page, PHONE) as page:
        page.click(action)
        assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_on_a_phone_the_panel_is_a_sheet_at_the_foot(show, small_page):
    with show(small_page, PHONE) as page:
        box = open_by_name(page, "GSM8K").bounding_box()
        assert (box["x"], box["width"]) == (0, 390)
        assert box["y"] > 250


HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(2)</script>",
    '<a href="javascript:alert(3)">href</a>',
    "\u2028alert(4)\u2029",
    "\u202egnp.exe",
    "{{ 7 * 7 }} ${alert(5)} <!--<script>",
    "' onmouseover='alert(6)",
)


def hostile_graph() -> Graph:
    documents, entities, facts = (
        [],
        [Entity("benchmark/b", "Benchmark", '"><svg onload=alert(7)>')],
        [],
    )
    for number, title in enumerate(HOSTILE):
        paper = f"paper/2401.{number:05d}"
        links = (
            Link("code", "javascript:alert(8)"),
            Link("data", "data:text/html,<script>alert(9)"),
        )
        fine = Link('"><img src=x onerror=alert(10)>', "https://example.org/?a=<b>&c=\"'")
        documents.append(
            Document(paper, title, f"{title} was tested.", links=(*links, fine),
                     identifiers=(Identifier("doi", '10.1/"><img>'),), summary_by=title)
        )  # fmt: skip
        entities.append(
            Entity(paper, "Paper", title, aliases=(title * 2,), url="javascript:alert(11)")
        )
        proof = Evidence(paper, "abstract", 0, len(title) + 12, title)
        facts.append(Fact(paper, "evaluatedOn", "benchmark/b", (proof,)))
    result = Result(
        documents[0].id, (Decimal(1),), "1", (facts[0].evidence[0],), data="benchmark/b",
        unit="<img src=x>", split="</script>", setting="<b>", role="baseline",
    )  # fmt: skip
    return Graph(tuple(documents), tuple(entities), (), tuple(facts), (result,))


def test_hostile_texts_run_nothing_and_stay_text(show, make_store):
    with show(render(make_store(hostile_graph()))) as page:
        for number, title in enumerate(HOSTILE):
            page.evaluate(f"location.hash = '#n=paper%2F2401.{number:05d}'")
            page.wait_for_selector(f"#panel code.id:has-text('2401.{number:05d}')")
            assert page.locator("#panel h2").text_content() == title
            addresses = page.evaluate("[...document.querySelectorAll('a.out')].map((a) => a.href)")
            assert all(address.startswith("https://") for address in addresses)
            assert page.locator("a.out").first.get_attribute("rel") == "noopener noreferrer"
        page.click("#show-table")
        page.wait_for_timeout(200)
        assert page.locator("img, iframe, #panel svg[onload], #table svg[onload]").count() == 0


def test_what_the_table_opens_is_in_view_back_in_the_graph(show, small_page):
    with show(small_page) as page:
        page.click("#show-table")
        page.locator("#table .thing", has_text="GSM8K").first.click()
        page.click("#show-graph")
        page.wait_for_timeout(100)
        click_on_some_node(page, page.locator("#canvas").bounding_box())
        assert page.locator("#panel h2").inner_text()


def test_authors_switched_on_come_with_their_links(show, small_page):
    with show(small_page) as page:
        page.get_by_label("author").check()
        assert page.get_by_label("written by").is_checked()


def test_the_printed_page_holds_every_row(show, small_page):
    with show(small_page) as page:
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        assert page.locator("#table").is_visible()
        assert not page.locator(".search").is_visible()


def test_the_panel_shows_results_with_their_words(show, make_store):
    with show(render(make_store(relations.GRAPH))) as page:
        panel = open_by_name(page, "GSM8K")
        items = panel.locator(".results li").all_inner_texts()
        assert panel.locator(".results .count").inner_text() == "7"
        best = next(item for item in items if item.startswith("61.5%"))
        assert "accuracy" in best
        assert "BetaTune" in best
        assert "BetaTune scores 61.5% accuracy on GSM8K" in best


def test_a_result_leads_to_the_things_it_names(show, make_store):
    with show(render(make_store(relations.GRAPH))) as page:
        panel = open_by_name(page, "BetaTune")
        panel.locator(".results button.thing", has_text="WikiText2").first.click()
        assert panel.locator("h2").inner_text() == "WikiText2"


def test_hostile_results_stay_text(show, make_store):
    with show(render(make_store(hostile_graph()))) as page:
        page.evaluate("location.hash = '#n=benchmark%2Fb'")
        page.wait_for_selector("#panel .results")
        assert page.locator("#panel .results strong").first.text_content() == "1 <img src=x>"
        assert page.locator("#panel img, #panel svg[onload]").count() == 0
