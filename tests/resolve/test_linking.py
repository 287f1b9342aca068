"""Names that no list knows: whose thing they mean."""

from kg import ids
from kg.model import PAPER, Name

FOO = Name("Method", "FooNet")
INTRODUCES = [(PAPER, "introduces", "Method/FooNet")]


def _named(graph, label):
    return {entity.id for entity in graph.entities if entity.label == label}


def _own(title):
    return ids.unlisted("Method", "FooNet", ids.title_key(title))


def test_a_name_that_one_paper_introduces_means_its_thing_everywhere(record, graph_of):
    graph = graph_of([record("FooNet"), [FOO], INTRODUCES], [record("On FooNet"), [FOO]])
    assert _named(graph, "FooNet") >= {_own("FooNet")}
    assert {mention.entity for mention in graph.mentions} == {_own("FooNet")}


def test_the_open_id_redirects_to_the_introduced_thing(record, graph_of):
    graph = graph_of([record("FooNet"), [FOO], INTRODUCES], [record("On FooNet"), [FOO]])
    assert (ids.unlisted("Method", "FooNet"), _own("FooNet")) in graph.redirects


def test_no_redirect_where_nobody_else_mentions_it(record, graph_of):
    assert graph_of([record("FooNet"), [FOO], INTRODUCES]).redirects == ()


def test_two_papers_that_introduce_one_name_make_two_things(record, graph_of):
    graph = graph_of(
        [record("FooNet: one"), [FOO], INTRODUCES],
        [record("FooNet: two"), [FOO], INTRODUCES],
        [record("On FooNet"), [FOO]],
    )
    expected = {_own("FooNet: one"), _own("FooNet: two"), ids.unlisted("Method", "FooNet")}
    assert _named(graph, "FooNet") == expected
    assert graph.redirects == ()


def test_a_mention_of_another_system_type_joins_the_introduced_thing(record, graph_of):
    other = Name("Model", "foonet")
    graph = graph_of([record("FooNet"), [FOO], INTRODUCES], [record("On foonet"), [other]])
    assert {mention.entity for mention in graph.mentions} == {_own("FooNet")}


def test_a_data_set_of_the_same_name_is_another_thing(record, graph_of):
    other = Name("Dataset", "FooNet")
    graph = graph_of([record("FooNet"), [FOO], INTRODUCES], [record("On FooNet"), [other]])
    assert ids.unlisted("Dataset", "FooNet") in _named(graph, "FooNet")


def test_what_nobody_introduces_has_the_type_of_most(record, graph_of):
    graph = graph_of(
        [record("On Bar"), [Name("Model", "Bar")]],
        [record("Bar again"), [Name("Model", "Bar")]],
        [record("Bar once more"), [Name("Method", "Bar")]],
    )
    assert _named(graph, "Bar") == {ids.unlisted("Model", "Bar")}
    assert (ids.unlisted("Method", "Bar"), ids.unlisted("Model", "Bar")) in graph.redirects


def test_a_fact_that_no_longer_fits_its_linked_type_is_left_out(record, graph_of):
    other = Name("Model", "FooNet")
    graph = graph_of(
        [record("FooNet"), [FOO], INTRODUCES],
        [record("On FooNet"), [other], [(PAPER, "evaluatedOnModel", "Model/FooNet")]],
    )
    assert "evaluatedOnModel" not in {fact.relation for fact in graph.facts}


def test_an_own_name_keeps_its_id_when_the_title_changes(record, graph_of):
    old = record("FooNet", arxiv="2401.00001")
    new = record("FooNet, extended", arxiv="2401.00001", abstract="We present FooNet.")
    graph = graph_of([old, [FOO], INTRODUCES], [new, [FOO], INTRODUCES])
    assert (_own("FooNet"), _own("FooNet, extended")) in graph.redirects


def test_a_known_name_has_its_id(record, graph_of):
    graph = graph_of([record("On LoRA"), [Name("Method", "LoRA", known="method/lora")]])
    assert graph.mentions[0].entity == "method/lora"
