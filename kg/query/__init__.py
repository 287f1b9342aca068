"""Questions on a store: functions that take one and give an answer with its evidence.

`ask` reads questions in words, in the forms of `FORMS`; the others are called with names.
"""

from kg.query.answer import Answer, Variant
from kg.query.ask import ask
from kg.query.compare import compare
from kg.query.explanation import explain
from kg.query.forms import FORMS, Form
from kg.query.paths import path
from kg.query.results import leaderboard
from kg.query.rows import Quote, Row
from kg.query.sections import Explanation
from kg.query.show import Card, search, show, stats
from kg.query.walks import surroundings, walk

__all__ = [
    "FORMS",
    "Answer",
    "Card",
    "Explanation",
    "Form",
    "Quote",
    "Row",
    "Variant",
    "ask",
    "compare",
    "explain",
    "leaderboard",
    "path",
    "search",
    "show",
    "stats",
    "surroundings",
    "walk",
]
