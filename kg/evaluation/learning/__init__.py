"""Learning of relations from annotated papers, for training and for cross-validation."""

from kg.evaluation.learning.examples import RELATIONS, Example, Lesson, lesson, own_lesson
from kg.evaluation.learning.folds import FOLDS, fold
from kg.evaluation.learning.learning import (
    BY_RULES,
    Judged,
    held,
    held_out,
    learn,
    range_of,
    scale,
    weights,
)

__all__ = [
    "BY_RULES",
    "FOLDS",
    "RELATIONS",
    "Example",
    "Judged",
    "Lesson",
    "fold",
    "held",
    "held_out",
    "learn",
    "lesson",
    "own_lesson",
    "range_of",
    "scale",
    "weights",
]
