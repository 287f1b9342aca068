"""Scores as rows of named cells, to be written as any table is."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.evaluation.bootstrap import Estimate
from kg.evaluation.calibration import RESULTS, Sure, calibration_error, reliability
from kg.evaluation.comparison import Change, Difference
from kg.evaluation.errors import Error
from kg.evaluation.figures import Figure
from kg.evaluation.items import Scored, Verdict
from kg.evaluation.learning import RELATIONS

#: A cell of a table.
Cell = str | int | float
#: A row of a table: the columns with their cells.
Cells = dict[str, Cell]

#: The figures that a table by paper counts.
SUMMARY = ("entities", "relations", "results:value", "spans", "rows:value")


def figure_rows(figures: Iterable[Figure]) -> Iterator[Cells]:
    """Yield a row for each figure: score, precision and recall with their intervals, counts."""
    for figure in figures:
        yield {
            "figure": figure.key,
            **_estimate("score", figure.score),
            **_estimate("precision", figure.precision),
            **_estimate("recall", figure.recall),
            "right": figure.right,
            "extra": figure.extra,
            "missed": figure.missed,
        }


def _estimate(name: str, estimate: Estimate | None) -> Cells:
    if estimate is None:
        return {name: "", f"{name}_low": "", f"{name}_high": ""}
    return {
        name: round(estimate.value, 4),
        f"{name}_low": _bound(estimate.low),
        f"{name}_high": _bound(estimate.high),
    }


def _bound(value: float | None) -> Cell:
    return "" if value is None else round(value, 4)


def difference_rows(differences: Iterable[Difference]) -> Iterator[Cells]:
    """Yield a row for each figure of two runs."""
    for found in differences:
        yield {
            "figure": found.key,
            "score": round(found.score, 4),
            "against": round(found.other, 4),
            **_estimate("difference", found.difference),
            "certain": "yes" if found.is_certain else "",
        }


def ablation_rows(stages: Mapping[str, Sequence[Figure]]) -> Iterator[Cells]:
    """Yield a row for each figure, with its score in each stage."""
    by_key: dict[str, Cells] = {}
    for figures in stages.values():
        for figure in figures:
            by_key.setdefault(figure.key, {"figure": figure.key, **dict.fromkeys(stages, 0.0)})
    for stage, figures in stages.items():
        for figure in figures:
            by_key[figure.key][stage] = round(figure.score.value, 4)
    yield from by_key.values()


#: The figures that a table by groups shows.
GROUPED = ("entities", "terms", "relations", "relations:soft", "results:value", "results")


def group_rows(groups: Mapping[str, tuple[int, Sequence[Figure]]]) -> Iterator[Cells]:
    """Yield a row for each group and main figure; each group has its papers and figures."""
    for name, (papers, figures) in groups.items():
        for figure in figures:
            if figure.key in GROUPED:
                yield {"group": name, "papers": papers, **next(figure_rows([figure]))}


def calibration_rows(facts: Sequence[Sure], results: Sequence[Sure] = ()) -> Iterator[Cells]:
    """Yield the bins of all facts together, then what each relation comes to, then all.

    Behind them stand the bins of results, and what these come to.
    """
    yield from _bin_rows(facts)
    by_relation = {name: [item for item in facts if item.relation == name] for name in RELATIONS}
    for name, some in (
        *by_relation.items(),
        ("held", [f for f in facts if f.is_held]),
        ("all", facts),
    ):
        yield from _sum_rows(name, some)
    yield from _bin_rows(results, f"{RESULTS} ")
    yield from _sum_rows(RESULTS, results)


def _bin_rows(facts: Sequence[Sure], what: str = "") -> Iterator[Cells]:
    for found in reliability(facts):
        yield {
            "facts of": f"{what}{found.low:.1f} to {found.high:.1f}",
            "number": found.facts,
            "confidence": round(found.confidence, 4),
            "precision": round(found.precision, 4),
        }


def _sum_rows(name: str, some: Sequence[Sure]) -> Iterator[Cells]:
    if some:
        yield {
            "facts of": name,
            "number": len(some),
            "confidence": round(sum(item.confidence for item in some) / len(some), 4),
            "precision": round(sum(item.is_right for item in some) / len(some), 4),
            "error": round(calibration_error(some), 4),
        }


def paper_rows(scored: Scored) -> Iterator[Cells]:
    """Yield a row for each paper and each of the main figures: what is right and what is wrong."""
    for paper in scored.papers:
        for figure in SUMMARY:
            count = Counter(item.verdict for item in paper.items if item.figure == figure)
            if count:
                yield {"paper": paper.id, "figure": figure, **_counts(count)}


def _counts(count: Mapping[Verdict, int]) -> Cells:
    return {
        str(verdict): count[verdict] for verdict in (Verdict.RIGHT, Verdict.EXTRA, Verdict.MISSED)
    }


def changed_paper_rows(changes: Iterable[Change]) -> Iterator[Cells]:
    """Yield a row for each paper and figure that differ: how many errors are new, and gone."""
    count: dict[tuple[str, str], list[int]] = {}
    for change in changes:
        cell = count.setdefault((change.paper.id, change.item.figure), [0, 0])
        cell[0 if change.is_new else 1] += 1
    for (paper, figure), (new, gone) in count.items():
        yield {"paper": paper, "figure": figure, "new": new, "gone": gone}


def error_rows(errors: Iterable[Error]) -> Iterator[Cells]:
    """Yield a row for each error."""
    for error in errors:
        change: Cells = {"change": error.change} if error.change else {}
        yield {
            "paper": error.paper,
            "figure": error.figure,
            **change,
            "error": error.verdict,
            "what": error.what,
            "sentence": error.sentence,
        }
