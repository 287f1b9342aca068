"""Why a result is there: the sentence, what the number is of, and what curators said."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.errors import UnknownNameError
from kg.ids import result_id
from kg.model import SLOTS, value_text
from kg.query.papers import Papers
from kg.query.result_verdicts import rejected_results, verdict_on_result
from kg.query.rows import Row
from kg.query.sections import (
    ACT,
    EVIDENCE,
    NAMES,
    Explanation,
    acts_on,
    evidence_rows,
    names_of,
    section,
)
from kg.query.stated_results import find_result, written
from kg.query.table import show_cell

if TYPE_CHECKING:
    from kg.model import Result
    from kg.store import Store

_MEASURED = ("what", "told", "id")
#: What is told of a result beside its value and what it is of.
_WORDS = ("kind", "direction", "split", "setting", "role")


def explain_result(store: "Store", words: Sequence[str], limit: int) -> Explanation:
    """Explain a result, or who rejected it."""
    try:
        result = find_result(store, words)
    except UnknownNameError:
        if rejected := rejected_results(store, words):
            said = {act.arguments for act in rejected}
            acts = acts_on(store, lambda act: act.arguments in said)
            title = " ".join(rejected[0].arguments if len(rejected) == 1 else words)
            return Explanation(
                title, {"status": "rejected"}, tuple(section("curation", ACT, acts, 0))
            )
        raise
    papers = Papers(store)
    things = [thing for slot in SLOTS if (thing := getattr(result, slot))]
    names = [row for thing in things for row in names_of(store, papers, result.paper, thing)]
    acts = acts_on(store, verdict_on_result(store, result))
    return Explanation(
        title=written(result),
        facts={
            "id": result_id(result),
            "status": result.status,
            "confidence": show_cell(result.confidence),
        },
        sections=(
            *section("measured", _MEASURED, list(_measured(papers, result)), limit),
            *section("evidence", EVIDENCE, evidence_rows(papers, result.evidence), limit),
            *section("names", NAMES, names, limit),
            *section("curation", ACT, acts, limit),
        ),
        names=(result.raw,),
    )


def _measured(papers: Papers, result: "Result") -> Iterator[Row]:
    """Yield each slot with the label and the id of what stands in it, then what else is told."""
    yield Row((("what", "value"), ("told", value_text(result)), ("id", "")))
    for slot in SLOTS:
        if thing := getattr(result, slot):
            yield Row((("what", slot), ("told", papers.label(thing)), ("id", thing)))
    for word in _WORDS:
        if told := getattr(result, word):
            yield Row((("what", word), ("told", told), ("id", "")))
