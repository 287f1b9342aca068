"""The page at / in a real browser that can reach nothing but the server."""

from contextlib import contextmanager

import pytest

from kg.serve import Limits, Settings
from tests.browsers import DESKTOP, NEEDS_CHROMIUM, PHONE
from tests.serve.conftest import Client

#: Texts that would do something if they became markup.
HOSTILE = '<img src=x onerror="alert(1)"><script>alert(2)</script>'

pytestmark = NEEDS_CHROMIUM


@pytest.fixture(scope="module")
def served(start, demo) -> Client:
    limits = Limits(seconds=5, rows=50)
    served: Client = start(Settings(demo.path, workers=1, limits=limits))
    return served


@pytest.fixture
def show(browser, served):
    """Return a context that opens the page, and afterwards finds no message and no request away."""

    @contextmanager
    def shown(viewport=DESKTOP):
        home = f"http://127.0.0.1:{served.port}/"
        context = browser.new_context(viewport=viewport)
        away: list[str] = []
        messages: list[str] = []

        def refuse(dialog):
            messages.append(dialog.message)
            dialog.dismiss()

        page = context.new_page()
        page.on("request", lambda request: away.append(request.url))
        page.on("console", lambda message: messages.append(message.text))
        page.on("pageerror", lambda error: messages.append(str(error)))
        page.on("dialog", refuse)
        page.goto(home)
        page.wait_for_selector("#example option:nth-child(20)", state="attached")
        yield page
        wrong = [text for text in messages if "status of 4" not in text and "of 5" not in text]
        assert wrong == []
        assert [url for url in away if not url.startswith((home, "data:", "blob:"))] == []
        context.close()

    return shown


def run(page, query):
    page.fill("#query", query)
    page.click("#run")
    return outcome(page)


def outcome(page):
    """Wait until a query has ended, and return what the page says then."""
    page.wait_for_selector("#status[data-state=done], #status[data-state=wrong]")
    return page.inner_text("#status")


def test_rows_are_a_table(show):
    with show() as page:
        status = run(page, "SELECT ?name { ?m a kgo:Model ; skos:prefLabel ?name } LIMIT 3")
        assert status.startswith("3 rows in")
        assert page.inner_text("th") == "name"
        assert page.locator("td").count() == 3


def test_an_example_runs_when_it_is_chosen(show):
    with show() as page:
        page.select_option("#example", index=2)
        assert " in " in outcome(page)
        assert "SELECT" in page.input_value("#query")


def test_all_examples_are_offered(show):
    from kg.schema import ontology_path

    with show() as page:
        options = page.locator("#example option").count()
    assert options == 1 + len(list(ontology_path("queries").glob("*.rq")))


def test_yes_and_no(show):
    with show() as page:
        assert run(page, "ASK {}").startswith("yes")


def test_triples_are_shown_as_turtle(show):
    with show() as page:
        run(page, "DESCRIBE method:lora")
        assert "LoRA" in page.inner_text("#text")


def test_a_mistake_is_shown_where_it_is(show):
    with show() as page:
        assert run(page, "SELECT * { ?s ?p }") == "refused (400)"
        assert "line 1, column" in page.inner_text("#text")


def test_what_is_cut_is_told(show):
    with show() as page:
        assert "no more than 50" in run(page, "SELECT * { ?s ?p ?o }")


def test_hostile_texts_are_texts(show):
    with show() as page:
        run(page, f"SELECT ('''{HOSTILE}''' AS ?x) (<javascript:alert(3)> AS ?y) {{}}")
        assert page.locator("td img, td script, td a").count() == 0
        assert HOSTILE in page.inner_text("tbody")


def test_a_query_can_be_stopped(show):
    with show() as page:
        page.fill("#query", "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
        page.click("#run")
        page.click("#stop")
        assert outcome(page) == "stopped"


def test_keys_run_it(show):
    with show() as page:
        page.fill("#query", "ASK {}")
        page.press("#query", "Control+Enter")
        assert outcome(page).startswith("yes")


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_nothing_stands_out_at_the_side(show, viewport):
    with show(viewport) as page:
        run(page, "SELECT * { ?s ?p ?o } LIMIT 20")
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
