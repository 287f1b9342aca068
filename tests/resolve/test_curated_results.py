"""What verdicts on results do to a graph."""

from itertools import permutations

import pytest

from kg import ids
from kg.model import PAPER, Name

FOO, BAR = Name("Method", "FooNet"), Name("Method", "BarNet")
LORA = Name("Method", "LoRA", known="method/lora")
GSM = Name("Benchmark", "GSM8K", known="benchmark/gsm8k")
OPEN = ids.unlisted("Method", "FooNet")
PAPER_ID = "paper/2401.00001"
#: Both papers say both.
RESULTS = [
    ("72", {"method": FOO.reference, "data": GSM.reference}),
    ("72", {"method": LORA.reference}),
]


@pytest.fixture
def judged(record, graph_of):
    """Return what gives the results of two papers, by paper, with acts."""

    def judged(*acts):
        names = [FOO, BAR, LORA, GSM]
        documents = [record(f"{n}: FooNet, BarNet, LoRA", f"240{n}.00001") for n in (1, 2)]
        graph = graph_of(*((one, names, [], RESULTS) for one in documents), acts=acts)
        return [
            (item.paper, item.method, item.data, item.status)
            for item in sorted(graph.results, key=lambda item: (item.paper, item.method))
        ]

    return judged


def verdict(verb, *things, paper=PAPER_ID, value="72"):
    return (verb, paper, "hasResult", " ".join((value, *things)))


REJECT = verdict("reject", OPEN, GSM.known)


def test_a_rejected_result_goes_alone(judged):
    gone = (PAPER_ID, OPEN, GSM.known, "extracted")
    assert gone in judged()
    assert judged(REJECT) == [one for one in judged() if one != gone]


def test_an_accepted_result_is_curated(judged):
    accepted = judged(verdict("accept", OPEN, GSM.known))
    assert [one[3] for one in accepted].count("curated") == 1
    assert (PAPER_ID, OPEN, GSM.known, "curated") in accepted


@pytest.mark.parametrize(
    "other",
    [
        verdict("reject", OPEN),
        verdict("reject", OPEN, GSM.known, LORA.known),
        verdict("reject", OPEN, GSM.known, value="72%"),
        verdict("reject", OPEN, GSM.known, value="7"),
        verdict("reject", OPEN, GSM.known, paper="paper/2403.00001"),
        verdict("reject"),
    ],
    ids=str,
)
def test_another_result_is_none_of_it(judged, other):
    assert judged(other) == judged()


def test_the_last_verdict_counts(judged):
    accept = verdict("accept", OPEN, GSM.known)
    assert judged(REJECT, accept) == judged(accept)
    assert judged(accept, REJECT) == judged(REJECT)


@pytest.mark.parametrize(
    "others",
    [
        [("merge", OPEN, "method/dora")],
        [("merge", OPEN, LORA.known), ("retype", LORA.known, "Model")],
        [("retype", OPEN, "Model")],
        [("retype", OPEN, "Hardware")],
        [("retype", GSM.known, "Task"), ("alias", LORA.known, "add", "Rank")],
        [verdict("reject", LORA.known), ("merge", GSM.known, "benchmark/math")],
    ],
    ids=str,
)
def test_a_verdict_stands_before_or_behind_what_changes_names(judged, others):
    after = [judged(*acts) for acts in permutations([REJECT, *others])]
    assert all(found == after[0] for found in after)
    assert len(after[0]) == len(judged(*others)) - 1


def test_what_lost_a_slot_is_judged_by_what_is_left(judged):
    """The line was written of the result as it stood, without what a new type took out."""
    retype = ("retype", OPEN, "Hardware")
    assert len(judged(retype, verdict("reject", GSM.known))) == len(judged()) - 1


def test_a_result_is_named_by_past_ids_too(record, graph_of):
    said = [FOO], [(PAPER, "introduces", FOO.reference)], [("3", {"method": FOO.reference})]
    records = [record("FooNet"), record("FooNet", "2401.00001")]
    graph = graph_of(*((document, *said) for document in records))
    (result,) = graph.results
    assert (records[0].id, PAPER_ID) in graph.redirects
    act = ("reject", records[0].id, "hasResult", f"3 {result.method}")
    assert graph_of(*((document, *said) for document in records), acts=[act]).results == ()


def test_one_result_is_left_of_two_that_a_merge_made_one(record, graph_of):
    slots = [{"method": FOO.reference}, {"method": LORA.reference}]
    said = [record("FooNet, LoRA", "2401.00001"), [FOO, LORA], [], [("3", one) for one in slots]]
    retype = [("retype", thing, "Hardware") for thing in (OPEN, LORA.known)]
    assert len(graph_of(said, acts=retype).results) == 1
    accept = verdict("accept", OPEN, value="3")
    (left,) = graph_of(said, acts=[*retype, accept]).results
    assert left.status == "curated"
