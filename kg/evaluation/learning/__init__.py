"""Learning of relations from annotated papers, for training and for cross-validation."""

from kg.evaluation.learning.examples import RELATIONS, Example, Lesson, lesson
from kg.evaluation.learning.folds import FOLDS, fold
from kg.evaluation.learning.learning import Judged, held, held_out, learn, range_of, scale, weights

__all__ = [
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
    "range_of",
    "scale",
    "weights",
]
