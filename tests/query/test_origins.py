"""Who wrote a thing that no paper is held to introduce."""

import pytest

from kg.model import Entity, Mention, PartialDate
from kg.query import ask
from kg.store import Store
from tests.graphs.maker import Maker, model, paper

CODE = "https://github.com/zorb/zorb"
DATE = PartialDate(2025, 1, 3)
DOCUMENTS = (
    paper("2501.00001", "Zorb: Tuning Knobs", "Zorb tunes knobs.", DATE, code=CODE),
    paper("2501.00002", "Zorb: A Game", "We play a game of the same name.", DATE),
    paper("2501.00003", "Thin Matrices", "ThinKey is thin. Blob is a corpus.", DATE, code=CODE),
    paper("2501.00004", "Plonk: A Small Model", "Plonk-7B is small.", DATE, authors=()),
    paper("2501.00005", "Twin: One", "Twin is one.", DATE),
    paper("2501.00006", "Twin: Other", "Twin is another.", DATE),
)
ENTITIES = (
    Entity("author/ada-author", "Author", "Ada Author"),
    Entity("author/ben-writer", "Author", "Ben Writer"),
    Entity("dataset/blob", "Dataset", "Blob"),
    Entity("family/plonk", "ModelFamily", "Plonk"),
    Entity("method/thinkey", "Method", "ThinKey"),
    Entity("method/twin", "Method", "Twin"),
    Entity("method/zorb", "Method", "Zorb"),
    model("Plonk-7B", "family/plonk", "", "7B"),
    Entity("repo/github--zorb--zorb", "CodeRepository", "zorb/zorb", url=CODE),
)
SAID = (
    ("2501.00001", "hasCode", "repo/github--zorb--zorb", "", 1.0),
    ("2501.00003", "hasCode", "repo/github--zorb--zorb", "", 1.0),
)
CANDIDATES = (
    ("2501.00003", "introduces", "method/thinkey", "ThinKey is thin.", 0.66),
    ("2501.00003", "introduces", "dataset/blob", "Blob is a corpus.", 0.35),
)
MENTIONS = (
    Mention("paper/2501.00001", "title", 0, 4, "Zorb", "method/zorb", "pattern"),
    Mention("paper/2501.00004", "abstract", 0, 8, "Plonk-7B", "model/plonk-7b", "model-name"),
    Mention("paper/2501.00005", "title", 0, 4, "Twin", "method/twin", "pattern"),
    Mention("paper/2501.00006", "title", 0, 4, "Twin", "method/twin", "pattern"),
)
GRAPH = Maker(DOCUMENTS, ENTITIES, SAID, candidates=CANDIDATES, more={"mentions": MENTIONS}).graph()

BY_TITLE = "no paper is held to introduce Zorb; “Zorb: Tuning Knobs” is taken to, by its title"
LIKELY = (
    "no paper is held to introduce ThinKey; “Thin Matrices” is taken to, a candidate,"
    " confidence 0.66"
)
UNLIKELY = (
    "no paper is held to introduce Blob; that “Thin Matrices” does is a candidate, confidence 0.35"
)


@pytest.fixture(scope="module")
def small(open_graph) -> Store:
    store: Store = open_graph(GRAPH)
    return store


@pytest.mark.parametrize(("name", "note"), [("Zorb", BY_TITLE), ("ThinKey", LIKELY)])
def test_authors_are_those_of_the_paper_that_seems_to_introduce_it(small, name, note):
    answer = ask(small, f"who wrote {name}")
    assert [row["author"] for row in answer] == ["Ada Author", "Ben Writer"]
    assert answer.notes == (note,)


@pytest.mark.parametrize(("name", "note"), [("Zorb", BY_TITLE), ("ThinKey", LIKELY)])
def test_code_is_that_of_the_paper_that_seems_to_introduce_it(small, name, note):
    answer = ask(small, f"code of {name}")
    assert [row["code"] for row in answer] == [CODE]
    assert note in answer.notes


@pytest.mark.parametrize("question", ["who wrote Blob", "code of Blob"])
def test_unlikely_candidate_is_told_and_not_taken(small, question):
    answer = ask(small, question)
    assert not answer.rows
    assert UNLIKELY in answer.notes


def test_a_candidate_that_is_asked_for_counts(small):
    answer = ask(small, "who wrote Blob", below_threshold=True)
    assert answer.total == 2
    assert UNLIKELY not in answer.notes


def test_of_two_papers_of_one_title_none_is_taken(small):
    assert not ask(small, "who wrote Twin").rows


def test_paper_titled_by_a_family_names_its_members_and_has_no_known_author(small):
    assert ask(small, "who wrote Plonk").notes == (
        "no paper is held to introduce Plonk; “Plonk: A Small Model” is taken to, by its title",
        "no author of “Plonk: A Small Model” is known",
    )


def test_a_time_does_not_make_what_is_held_a_guess(related):
    answer = ask(related, "who wrote BetaTune since 2025")
    assert not answer.rows
    assert not any("held" in note or "known" in note for note in answer.notes)


@pytest.mark.parametrize("question", ["who wrote Zorb", "code of Zorb", "code of ThinKey"])
def test_twin_gives_the_same_rows(small, question):
    rdf = pytest.importorskip("kg.rdf")
    answer = ask(small, question)
    twin = {
        solution["id"].value.rpartition("/")[2] for solution in rdf.sparql(small, answer.sparql)
    }
    assert twin == {str(row["id"]).partition("/")[2] for row in answer}
