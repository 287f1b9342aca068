"""Precision, recall and F1 with intervals: what each figure counts, and what it comes to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from kg.errors import UnknownNameError
from kg.evaluation.bootstrap import DRAWS, Estimate, count, rates, total
from kg.evaluation.items import Scored, Verdict

#: Figures that are a share of what is there: nothing can be extra.
SHARES = frozenset(
    "canonical canonical:model type_accuracy rows rows:named rows:near rows:value".split()
)

#: The figures in the order in which they are shown, and what each counts.
FIGURES: dict[str, str] = {
    "entities": "named things; one that is found only as a common noun is missed",
    "entities:model": "Models and ModelFamilies",
    "entities:method": "Methods",
    "entities:data": "Datasets and Benchmarks",
    "entities:task": "Tasks",
    "entities:metric": "Metrics",
    "entities:hardware": "Hardware",
    "terms": "all things, named or common nouns",
    "canonical": "of the named things found, the share that has the canonical name",
    "canonical:model": "the same, of Models and ModelFamilies",
    "type_accuracy": "of the named things found, the share that has exactly the type",
    "slot:introduces": "the slot introduces",
    "slot:evaluatedOnModel": "the slot evaluatedOnModel",
    "slot:evaluatedOn": "the slot evaluatedOn",
    "slot:trainedOn": "the slot trainedOn",
    "slot:comparedWith": "the slot comparedWith, whoever is better",
    "slot:outperforms": "what stands in comparedWith as something that the own work is better than",
    "slot:basedOn": "the pairs of the slot basedOn",
    "slot:derivedFrom": "the pairs of the slot derivedFrom",
    "slot:hardware": "the slot hardware",
    "slot:links": "the web addresses",
    "relations": "the slots above together",
    "slot:usesMethod": "the slot usesMethod",
    "slot:addressesTask": "the slot addressesTask",
    "relations:soft": "usesMethod and addressesTask together",
    "results:value": "results, by value and unit (%, points and pp are one)",
    "results": "and by what the value was measured on",
    "results:full": "and by subject, metric, kind and direction",
    "spans": "mentions, by the exact stretch and the type",
    "overlap": "mentions that share a character and the type with one of the other side",
    "spans:mapped": "the exact ones of the types that kg has",
    "overlap:mapped": "the overlapping ones of the types that kg has",
    "rows:value": "leaderboard rows whose score is a value of one of our results",
    "rows": "leaderboard rows whose score is a value of one of our results on their data set",
    "rows:named": "the same, of the rows whose data set is named in title or abstract",
    "rows:near": "the same of all rows, where one data set's name may go on from the other's",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """What one figure comes to. `score` is F1, or the share; a share has no other two."""

    key: str
    score: Estimate
    precision: Estimate | None
    recall: Estimate | None
    right: int
    extra: int
    missed: int


def figures(scored: Scored, *, draws: int = DRAWS) -> list[Figure]:
    """Return all figures that have anything to count, in the order of `FIGURES`."""
    keys = figure_keys([scored])
    counts = count(scored, keys)
    table = rates(counts, draws)
    return [
        Figure(
            key=key,
            score=table.score(place, is_share=key in SHARES),
            precision=None if key in SHARES else table.precision(place),
            recall=None if key in SHARES else table.recall(place),
            right=total(counts, place, Verdict.RIGHT, Verdict.COVERS),
            extra=total(counts, place, Verdict.EXTRA),
            missed=total(counts, place, Verdict.MISSED),
        )
        for place, key in enumerate(keys)
    ]


def figure_keys(runs: Iterable[Scored]) -> list[str]:
    """Return the figures of some runs, those that `FIGURES` does not know last."""
    found = {item.figure for run in runs for paper in run.papers for item in paper.items}
    return [*filter(found.__contains__, FIGURES), *sorted(found.difference(FIGURES))]


def check_figures(runs: Sequence[Scored], names: Iterable[str]) -> None:
    """Raise UnknownNameError for a figure that nothing in these runs counts for."""
    known = {*FIGURES, *figure_keys(runs)}
    for name in names:
        if name not in known:
            near = get_close_matches(name, sorted(known), 2)
            counted = ", ".join(figure_keys(runs) or FIGURES)
            raise UnknownNameError("figure", name, near, "" if near else f"there are {counted}")
