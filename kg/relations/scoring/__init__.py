"""How probable each relation of a paper is, and which are held: a log-linear model over features.

The rules say what a sentence means; the model weighs what they say with all else that a text tells
of a name. Its weights are a table that people can read, trained by ``training.relations``.
"""

from kg.relations.scoring.decision import SCORED, Verdict, Verdicts, Weighed, weigh
from kg.relations.scoring.features import TYPES, Features, Said, features
from kg.relations.scoring.weights import MODES, Scale, Weights, load, make, read, write
from kg.relations.scoring.words import SAYINGS, say

__all__ = [
    "MODES",
    "SAYINGS",
    "SCORED",
    "TYPES",
    "Features",
    "Said",
    "Scale",
    "Verdict",
    "Verdicts",
    "Weighed",
    "Weights",
    "features",
    "load",
    "make",
    "read",
    "say",
    "weigh",
    "write",
]
