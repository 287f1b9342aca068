import pytest

from kg.store import papers_with

FIRST, MODEL = "paper/2401.00001", "model/llama-2-7b"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("llama 2 7b", MODEL),
        ("LLaMA2-7B", MODEL),
        (MODEL, MODEL),
        ("2401.00001", FIRST),
        ("2401.00001v3", FIRST),
        ("arXiv:2401.00001", FIRST),
        ("https://arxiv.org/abs/2401.00001v2", FIRST),
        ("http://arxiv.org/pdf/2401.00001.pdf", FIRST),
        ("https://doi.org/10.5555/foo", FIRST),
        ("arxiv.org/abs/2401.00001", FIRST),
        ("https://arxiv.org/abs/2401.00001?context=cs", FIRST),
        ("10.48550/arXiv.2401.00001", FIRST),
        ("https://doi.org/10.48550/arXiv.2401.00001", FIRST),
        ("foonet - quantized nets", FIRST),
        ("paper/old", FIRST),
    ],
)
def test_find_knows_names_ids_and_identifiers(store, name, expected):
    assert [entity.id for entity in store.find(name)] == [expected]


@pytest.mark.parametrize("name", ["", " ", "nobody", "2499.99999", "'; DROP TABLE entity; --"])
def test_find_gives_nothing_for_what_is_unknown(store, name):
    assert store.find(name) == []


def test_find_keeps_to_the_types(store):
    assert store.find(MODEL, types=("Method",)) == []
    assert store.find("llama 2 7b", types=("Method",)) == []


def test_find_puts_the_same_spelling_first(tmp_path):
    from kg.model import Entity, Graph
    from kg.store import open_store, open_writer

    entities = (Entity("benchmark/math", "Benchmark", "MATH"), Entity("task/math", "Task", "math"))
    with open_writer(tmp_path / "s") as writer, writer.transaction():
        writer.replace_graph(Graph(entities=entities), {})
    with open_store(tmp_path / "s") as store:
        assert [entity.label for entity in store.find("math")] == ["math", "MATH"]
        assert [entity.label for entity in store.find("MATH")] == ["MATH", "math"]


def test_names_holds_labels_and_aliases(store):
    assert list(store.names(("Model",))) == [("LLaMA2-7B", MODEL), ("Llama-2-7B", MODEL)]


def test_search_reads_abstracts_and_cuts_a_snippet_out(store):
    (hit,) = store.search("gains points")
    assert (hit.id, hit.type) == (FIRST, "Paper")
    assert "gains 2.5 points" in hit.snippet


def test_search_knows_word_stems_and_prefers_labels(store):
    hits = store.search("quantization")
    assert [hit.id for hit in hits] == ["paper/2402.00002", FIRST]


@pytest.mark.parametrize("text", ["", "   ", "***", '"', "\0", "AND", "NEAR(", "label:x", "a-b*"])
def test_search_takes_any_text(store, text):
    assert isinstance(store.search(text), list)


def test_search_keeps_to_the_limit(store):
    assert len(store.search("quantization", limit=1)) == 1


def test_papers_are_counted_that_have_all_words(store):
    found = [hit for hit in store.search("quantization") if hit.type == "Paper"]
    assert papers_with(store, "quantization") == len(found)
    assert papers_with(store, " ?! ") == 0
