"""Measure what kg reads against what people annotated: precision, recall, F1, with intervals.

`evaluate` sets predictions beside a gold standard and gives items, paper by paper; `figures` sums
them up, `compare` sets two runs side by side, `find_errors` lists what was wrong.
"""

from kg.evaluation.calibration import (
    Sure,
    calibration_error,
    reliability,
    sure_facts,
    sure_results,
)
from kg.evaluation.comparison import Difference, changes, compare
from kg.evaluation.crossing import cross_validated
from kg.evaluation.errors import Error, changed_errors, find_errors
from kg.evaluation.evaluate import STAGES, Origin, ablate, evaluate
from kg.evaluation.figures import FIGURES, Figure, check_figures, figures
from kg.evaluation.gold import GOLD_FORMATS, Gold, read_gold
from kg.evaluation.groups import FIELDS, field_of, grouped
from kg.evaluation.items import Item, PaperScore, Scored, Verdict
from kg.evaluation.prediction import built

__all__ = [
    "FIELDS",
    "FIGURES",
    "GOLD_FORMATS",
    "STAGES",
    "Difference",
    "Error",
    "Figure",
    "Gold",
    "Item",
    "Origin",
    "PaperScore",
    "Scored",
    "Sure",
    "Verdict",
    "ablate",
    "built",
    "calibration_error",
    "changed_errors",
    "changes",
    "check_figures",
    "compare",
    "cross_validated",
    "evaluate",
    "field_of",
    "figures",
    "find_errors",
    "grouped",
    "read_gold",
    "reliability",
    "sure_facts",
    "sure_results",
]
