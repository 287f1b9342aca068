from dataclasses import replace
from functools import partial

import pytest

from kg.model import PAPER, Evidence, Extraction, Fact, Mention, Name, Source
from kg.store import dump_extraction, inputs, open_store, open_writer
from kg.store.paging import chunks

EXTRACTION = Extraction(
    text="t1",
    names=(Name("Model", "Llama-2-7B", known="model/llama-2-7b", aliases=("a", "b")),),
    mentions=(Mention("t1", "title", 0, 5, "Llama", "Model/Llama-2-7B", "grammar", 0.5),),
    facts=(
        Fact(PAPER, "mentions", "Model/Llama-2-7B", (Evidence("t1", "title", 0, 9, "r", 0.1),)),
    ),
)


@pytest.fixture
def writer(tmp_path):
    with open_writer(tmp_path / "kg.sqlite") as opened:
        yield opened


def test_a_record_is_kept_once(writer, graph):
    document = graph.documents[0]
    assert [writer.add([document]), writer.add([document, document])] == [(1, 1), (2, 0)]
    assert list(writer.records()) == [document]


def test_a_record_read_from_two_files_has_both_sources(writer, graph):
    document = graph.documents[0]
    for source in (Source("b.txt", 9), Source("a.txt", 7), Source("a.txt", 2)):
        writer.add([replace(document, sources=(source,))])
    (record,) = writer.records()
    assert record.sources == (Source("a.txt", 2), Source("b.txt", 9))


def test_records_are_kept_page_by_page(writer, graph, monkeypatch):
    monkeypatch.setattr(inputs, "chunks", partial(chunks, size=2))
    one, other = graph.documents
    assert writer.add([one, one, one, other, other]) == (5, 2)
    assert writer.add([other, one, one]) == (3, 0)
    assert set(writer.records()) == {one, other}


def test_the_files_that_were_read_are_known_before_there_is_a_graph(writer, graph):
    writer.add([replace(graph.documents[0], sources=(Source("b.txt", 9), Source("a.txt", 7)))])
    with open_store(writer.path) as store:
        assert store.sources() == ["a.txt", "b.txt"]


def test_the_hash_of_the_inputs_does_not_depend_on_the_order(tmp_path, graph):
    hashes = set()
    for order in (graph.documents, graph.documents[::-1]):
        with open_writer(tmp_path / order[0].id[-5:]) as writer:
            writer.add(order)
            hashes.add(writer.inputs_hash())
    assert len(hashes) == 1


def test_the_hash_of_the_inputs_changes_with_a_source(writer, graph):
    writer.add(graph.documents[:1])
    before = writer.inputs_hash()
    writer.add([replace(graph.documents[0], sources=(Source("z.txt", 1),))])
    assert writer.inputs_hash() != before


def test_extractions_are_kept_by_version(writer):
    writer.add_extractions("v1", [("t1", dump_extraction(EXTRACTION))])
    assert writer.extractions("v1", {"t1": "t1"}) == {"t1": EXTRACTION}
    assert writer.missing("v1", ["t1", "t2"]) == {"t2"}
    assert writer.missing("v2", ["t1"]) == {"t1"}


def test_what_a_text_says_is_of_its_paper(writer):
    writer.add_extractions("v1", [("t1", dump_extraction(EXTRACTION))])
    said = writer.extractions("v1", {"t1": "paper/1"})["t1"]
    (mention,), (fact,) = said.mentions, said.facts
    assert (mention.document, fact.evidence[0].document) == ("paper/1", "paper/1")


def test_extractions_of_an_older_kg_are_forgotten(writer):
    writer.add_extractions("v1", [("t1", dump_extraction(EXTRACTION))])
    writer.forget_other_versions("v2")
    assert writer.missing("v1", ["t1"]) == {"t1"}


def test_a_text_that_is_gone_meanwhile_is_left_out(writer):
    writer.add_extractions("v1", [("t1", dump_extraction(EXTRACTION))])
    assert set(writer.extractions("v1", {"t1": "t1", "t2": "t2"})) == {"t1"}


def test_a_graph_replaces_the_one_before_whole(writer, graph):
    for _ in range(2):
        with writer.transaction():
            writer.replace_graph(graph, {})
    assert writer.counts().documents == 2


def test_a_removed_source_takes_the_records_that_no_other_has(writer, graph):
    first, second = graph.documents
    writer.add([replace(first, sources=(Source("a.txt", 1), Source("b.txt", 2)))])
    writer.add([replace(second, sources=(Source("a.txt", 9),))])
    writer.remove_source("a.txt")
    (left,) = writer.records()
    assert (left.id, left.sources) == (first.id, (Source("b.txt", 2),))


def test_a_removed_record_is_gone_with_its_sources(writer, graph):
    first, _ = graph.documents
    empty = writer.inputs_hash()
    writer.add([first])
    writer.remove(first)
    assert (list(writer.records()), writer.inputs_hash()) == ([], empty)


def test_texts_that_are_not_kept_are_forgotten(writer):
    writer.add_extractions("1", [("a", "[]"), ("b", "[]")])
    writer.keep_texts(["a", "c"])
    assert writer.missing("1", ["a", "b"]) == {"b"}
