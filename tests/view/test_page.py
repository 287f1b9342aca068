import base64
import hashlib
import json
import re

import pytest

from kg.model import Graph
from kg.view import measured, render, write
from kg.view.network import network
from kg.view.page import to_script_json
from kg.view.payload import Payload
from kg.view.selection import select
from kg.view.styles import _STYLES
from kg.view.wording import short_label
from tests.graphs import relations


@pytest.fixture(scope="module")
def page(small_store):
    return render(small_store)


@pytest.fixture(scope="module")
def data(page):
    return json.loads(
        re.findall(r'<script type="application/json" id="data">(.*)</script>', page)[0]
    )


def test_two_pages_are_the_same(small_store, page):
    assert render(small_store) == page


def test_300_nodes_are_less_than_a_megabyte(large_store):
    assert len(render(large_store, limit=300).encode()) < 1_000_000


def test_the_page_names_no_other_host_in_an_attribute(page):
    assert not re.findall(r"""<[^>]*(?:src|href|action|data)\s*=\s*["']?\s*(?:\w+:)?//""", page)


def test_the_policy_lets_exactly_our_scripts_run(page):
    policy = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)[0].replace(
        "&#39;", "'"
    )
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for inline in re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", page, re.DOTALL):
        digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_the_licence_of_vis_network_stays(page):
    assert "vis-network" in page
    assert "The Apache 2.0 License" in page


def test_nodes_have_places_and_no_titles(data):
    for node in data["network"]["nodes"]:
        assert {"id", "label", "shape", "x", "y"} <= set(node)
        assert "title" not in node
    assert data["network"]["options"]["physics"] == {"enabled": False}


def test_every_fact_drawn_has_its_edge(data):
    told = sorted(fact for edge in data["network"]["edges"] for fact in edge["facts"])
    nodes = data["nodes"]
    assert told == [
        number
        for number, (subject, _, object_, *_) in enumerate(data["facts"])
        if subject < nodes and object_ < nodes
    ]


def test_a_summary_by_kg_says_so(data):
    assert {thing.get("summaryBy") for thing in data["things"]} == {None, "kg"}


def test_a_cut_page_says_of_how_much(large_store):
    chosen = Payload(large_store, select(large_store, limit=50)).data()
    assert (chosen["drawn"], chosen["total"]) == (50, select(large_store).total)


def test_an_empty_graph_has_a_page(make_store):
    assert '"drawn":0' in render(make_store(Graph()))


def test_an_empty_graph_has_no_nodes(make_store):
    store = make_store(Graph())
    assert network(Payload(store, select(store)).data())["nodes"] == []


@pytest.mark.parametrize("text", ["</script>", "<!--", "a&b", "\u2028\u2029", "\ud800", "日本"])
def test_json_in_a_script_keeps_its_text(text):
    written = to_script_json(text)
    assert json.loads(written) == text
    assert not set("<>&\u2028\u2029\ud800") & set(written)


def test_a_page_is_written_as_utf8_with_lf(tmp_path):
    write("日本\n", tmp_path / "page.html")
    assert (tmp_path / "page.html").read_bytes() == "日本\n".encode()


def test_every_look_is_its_own():
    for ground in ("light", "dark"):
        looks = [(style.shape, getattr(style, ground)) for style in _STYLES.values()]
        assert len(looks) == len(set(looks))


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(("ground", "colour"), [("light", "#fbfbfc"), ("dark", "#171b21")])
def test_every_colour_stands_out_from_its_ground(ground, colour):
    for name, style in _STYLES.items():
        values = sorted((luminance(getattr(style, ground)), luminance(colour)))
        assert (values[1] + 0.05) / (values[0] + 0.05) >= 3, name


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("GSM8K", "GSM8K"),
        ("Q-GaLore: Quantized GaLore", "Q-GaLore"),
        ("X" * 60, "X" * 34 + "…"),
        ("A: b", "A: b"),
        ("two\nlines", "two lines"),
    ],
)
def test_short_labels(label, expected):
    assert short_label(label) == expected


def test_results_of_what_is_drawn_are_told(make_store):
    store = make_store(relations.GRAPH)
    told = Payload(store, select(store)).data()
    values = [value for _, value, *_ in told["results"]]
    assert len(values) == len(relations.GRAPH.results)
    assert {"61.5%", "1.2–1.4x", "5.40"} <= set(values)


def test_results_name_their_things_by_number(make_store):
    store = make_store(relations.GRAPH)
    told = Payload(store, select(store)).data()
    named, *_ = next(result for result in told["results"] if result[1] == "40%")
    labels = {slot: told["things"][number]["label"] for slot, number in named.items()}
    assert labels == {
        "paper": "BetaTune: AlphaTune in Fewer Bits",
        "method": "BetaTune",
        "metric": "memory",
        "baseline": "AlphaTune",
    }


def test_results_left_out_are_counted(make_store, monkeypatch):
    monkeypatch.setattr(measured, "OF_A_THING", 1)
    store = make_store(relations.GRAPH)
    told = Payload(store, select(store)).data()
    left = {told["things"][number]["id"]: count for number, count in told["moreResults"]}
    assert len(told["results"]) < len(relations.GRAPH.results)
    assert sum(left.values()) > 0
