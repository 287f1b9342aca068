"""Where to decide, by held-out examples."""

from kg.evaluation.learning import Example, Judged, Lesson, held_out, scale, weights
from kg.evaluation.record import Record, Thing


def example(paper: int, *, holds: bool, features: tuple[str, ...] = ()) -> Example:
    held = frozenset({"usesMethod"}) if holds else frozenset()
    names = frozenset({"bias", *features})
    return Example(f"P{paper:03}", "Method/LoRA", names, held, frozenset({"usesMethod"}))


def judged(paper: int, odds: int, *, holds: bool, is_ruled: bool = True) -> Judged:
    return Judged(example(paper, holds=holds), odds, holds, is_ruled)


def test_rules_stay_where_nothing_beats_them() -> None:
    items = [judged(paper, paper % 7 * 100, holds=True) for paper in range(40)]
    assert scale("usesMethod", items, {}).mode == "rules"


def test_what_is_unlikely_is_filtered_where_that_helps() -> None:
    items = [judged(paper, 2000, holds=True) for paper in range(40)]
    items += [judged(paper, -1500, holds=False) for paper in range(40)]
    found = scale("usesMethod", items, {})
    assert found.mode == "filter"
    assert found.probability(-1500) < found.holds <= found.probability(2000)


def test_what_rules_miss_is_added_where_that_helps() -> None:
    items = [judged(paper, 2000, holds=True, is_ruled=paper % 2 == 0) for paper in range(40)]
    items += [judged(paper, -1500, holds=False, is_ruled=False) for paper in range(40)]
    assert scale("usesMethod", items, {}).mode == "model"


def test_what_a_paper_introduces_is_left_to_rules() -> None:
    items = [judged(paper, 2000, holds=True) for paper in range(40)]
    items += [judged(paper, -1500, holds=False) for paper in range(40)]
    assert scale("introduces", items, {}).mode == "rules"


def test_the_same_examples_give_the_same_weights() -> None:
    rows = [example(n, holds=n % 2 == 0, features=(f"left:{n % 2}",)) for n in range(40)]
    assert weights("usesMethod", rows) == weights("usesMethod", rows)
    assert weights("usesMethod", rows)["left:0"] > 0


def test_each_example_is_judged_once() -> None:
    rows = tuple(example(n, holds=n % 2 == 0) for n in range(40))
    found = held_out(Lesson(rows, {}))["usesMethod"]
    assert sorted(item.example.paper for item in found) == [row.paper for row in rows]


def test_a_record_teaches_what_it_says() -> None:
    from kg.evaluation.learning import RELATIONS, lesson
    from kg.evaluation.names import name_key

    slots = dict.fromkeys(RELATIONS, ()) | {"usesMethod": ("LoRA", "FoldGram")}
    things = (Thing("LoRA", "Method"), Thing("FoldGram", "Method"))
    record = Record("P1", "On Folding", things, slots)
    found = lesson([record], {name_key("On Folding"): ("On Folding", "We tune it with LoRA.")})
    [only] = found.examples
    assert (only.reference, only.holds, only.ruled) == (
        "Method/LoRA",
        frozenset({"usesMethod"}),
        frozenset({"usesMethod"}),
    )
    assert found.unread["usesMethod"] == {"P1": 1}
