"""What a paper means by a name that others introduce."""

import pytest

from kg import ids
from kg.model import PAPER, Name, PartialDate
from kg.resolve import HOW

FOO = Name("Method", "FooNet")
INTRODUCES = [(PAPER, "introduces", "Method/FooNet")]
EARLY, MIDDLE, LATE = (PartialDate(2024, month) for month in (1, 5, 9))
SEEING = "FooNet segments street scenes with convolutions over pixels."
SPEAKING = "FooNet transcribes spoken dialects with acoustic phoneme alignment."


def _own(title, label="FooNet", kind="Method"):
    return ids.unlisted(kind, label, ids.title_key(title))


def _spelled(*expansions, label="FooNet"):
    return Name("Method", label, aliases=expansions)


def _decided(graph, title):
    (paper,) = [document.id for document in graph.documents if document.title == title]
    (decision,) = [item for item in graph.decisions if item.document == paper]
    assert decision.how in HOW
    return decision.entity, decision.how


def test_a_name_cannot_mean_what_is_introduced_later(record, graph_of):
    graph = graph_of(
        [record("FooNet: one", date=LATE), [FOO], INTRODUCES],
        [record("On FooNet", date=EARLY), [FOO]],
    )
    assert _decided(graph, "On FooNet") == (ids.unlisted("Method", "FooNet"), "open-before")


def test_an_arxiv_id_dates_a_paper_that_was_listed_later(record, graph_of):
    graph = graph_of(
        [record("FooNet: one", arxiv="2401.00001", date=LATE), [FOO], INTRODUCES],
        [record("On FooNet", date=MIDDLE), [FOO]],
    )
    assert _decided(graph, "On FooNet") == (_own("FooNet: one"), "only")


def test_of_two_things_the_one_that_was_there_is_meant(record, graph_of):
    graph = graph_of(
        [record("FooNet: one", date=EARLY), [FOO], INTRODUCES],
        [record("FooNet: two", date=LATE), [FOO], INTRODUCES],
        [record("On FooNet", date=MIDDLE), [FOO]],
    )
    assert _decided(graph, "On FooNet") == (_own("FooNet: one"), "date")


def test_the_thing_that_is_spelled_out_alike_is_meant(record, graph_of):
    graph = graph_of(
        [record("FooNet: one"), [_spelled("fast object net")], INTRODUCES],
        [record("FooNet: two"), [_spelled("fuzzy order net")], INTRODUCES],
        [record("On FooNet"), [_spelled("Fuzzy Order Nets")]],
    )
    assert _decided(graph, "On FooNet") == (_own("FooNet: two"), "expansion")


def test_a_thing_that_is_spelled_out_otherwise_is_not_meant(record, graph_of):
    graph = graph_of(
        [record("FooNet: one"), [_spelled("fast object net")], INTRODUCES],
        [record("On FooNet"), [_spelled("fuzzy order net")]],
    )
    assert _decided(graph, "On FooNet") == (ids.unlisted("Method", "FooNet"), "open-other-words")


def test_of_two_things_the_nearer_one_is_meant(record, graph_of):
    mention = "We segment street scenes, pixels first, and build on FooNet."
    graph = graph_of(
        [record("FooNet: one", abstract=SEEING), [FOO], INTRODUCES],
        [record("FooNet: two", abstract=SPEAKING), [FOO], INTRODUCES],
        [record("On FooNet", abstract=mention), [FOO]],
    )
    assert _decided(graph, "On FooNet") == (_own("FooNet: one"), "context")


def test_a_name_stays_open_where_no_thing_is_nearer(record, graph_of):
    graph = graph_of(
        [record("FooNet: one", abstract=SEEING), [FOO], INTRODUCES],
        [record("FooNet: two", abstract=SPEAKING), [FOO], INTRODUCES],
        [record("On FooNet", abstract="Poems about FooNet."), [FOO]],
    )
    assert _decided(graph, "On FooNet") == (ids.unlisted("Method", "FooNet"), "open-unclear")


@pytest.mark.parametrize("near", [True, False])
def test_a_short_name_wants_something_in_common(record, graph_of, near):
    words = "abcdefghijklmnopqrstuvwxy"
    own = "FNet " + " ".join(f"word{letter}" for letter in words)
    other = own if near else "FNet " + " ".join(f"term{letter}" for letter in words)
    name, introduces = Name("Method", "FNet"), [(PAPER, "introduces", "Method/FNet")]
    graph = graph_of(
        [record("FNet: one", abstract=own), [name], introduces],
        [record("On it", abstract=other), [name]],
    )
    expected = (_own("FNet: one", "FNet"), "only")
    if not near:
        expected = (ids.unlisted("Method", "FNet"), "open-far")
    assert _decided(graph, "On it") == expected


def test_an_expansion_means_the_thing_that_it_spells_out(record, graph_of):
    graph = graph_of(
        [record("FooNet: one"), [_spelled("Fast Object Net")], INTRODUCES],
        [record("On nets"), [Name("Method", "Fast-Object-Net")]],
    )
    assert _decided(graph, "On nets") == (_own("FooNet: one"), "alias")


def test_an_abbreviation_means_the_thing_of_its_expansion(record, graph_of):
    long = Name("Method", "Fast Object Net")
    graph = graph_of(
        [record("Fast Object Net: one"), [long], [(PAPER, "introduces", long.reference)]],
        [record("On FON"), [_spelled("fast object net", label="FON")]],
    )
    assert _decided(graph, "On FON") == (_own("Fast Object Net: one", long.label), "alias")


def test_an_expansion_without_the_number_is_no_alias(record, graph_of):
    small = Name("Model", "FON-7B", aliases=("Fast Object Net",))
    graph = graph_of(
        [record("FON-7B: one"), [small], [(PAPER, "introduces", small.reference)]],
        [record("On nets"), [Name("Model", "Fast Object Net")]],
    )
    assert _decided(graph, "On nets") == (ids.unlisted("Model", "Fast Object Net"), "open")


def test_an_open_expansion_joins_its_open_abbreviation(record, graph_of):
    graph = graph_of(
        [record("On FON"), [_spelled("fast object net", label="FON")]],
        [record("On nets"), [Name("Method", "Fast Object Net")]],
    )
    assert _decided(graph, "On nets") == (ids.unlisted("Method", "FON"), "alias")
    former = ids.unlisted("Method", "Fast Object Net")
    assert (former, ids.unlisted("Method", "FON")) in graph.redirects


def test_an_open_name_with_two_expansions_is_two_things(record, graph_of):
    graph = graph_of(
        [record("A"), [_spelled("fast object net")]],
        [record("B"), [_spelled("fuzzy order net")]],
        [record("C"), [FOO]],
    )
    meant = {title: _decided(graph, title)[0] for title in "ABC"}
    assert len(set(meant.values())) == 3
    assert meant["C"] == ids.unlisted("Method", "FooNet")


def test_one_expansion_of_an_open_name_is_one_thing(record, graph_of):
    graph = graph_of([record("A"), [_spelled("fast object net")]], [record("B"), [FOO]])
    assert _decided(graph, "A") == _decided(graph, "B")
