"""The data that a paper's own data is made from."""

from kg.relations.cues import TOWARDS
from kg.relations.rule import Rule

RELATION = "derivedFrom"
TYPES = frozenset({"Dataset", "Benchmark"})

_PLACES = frozenset({"title", "own"})
_MADE = (
    r"\b(?:construct|buil[dt]|creat|deriv|collect|curat|sourc|extract|sampl|compil|annotat"
    r"|generat|synthesi[sz]|min|adapt|convert|repurpos|filter|select|assembl|aggregat|crawl|drawn"
    r"|transform|reformulat|recast|obtain|gather|taken|translat|deriv|develop)(?:e|ed|es|s|ing|n)?"
)
_NEXT = r"(?:(?:,\s*(?:and\s+)?|\s+and\s+)(?:[\w-]+\s+){0,2}?{D})?"

RULES = (
    Rule(
        name="made-from",
        relation=RELATION,
        pattern=(
            rf"{_MADE}\b(?:\s+[^\s,;:]+){{0,8}}?\s+(?:from|based\s+(?:up)?on|on\s+top\s+of|out\s+of"
            rf"|upon|by\s+(?:extending|augmenting|annotating|translating|filtering|modifying))"
            rf"{TOWARDS}{{D}}{_NEXT}"
        ),
        confidence=0.7,
        types=TYPES,
        holds=(("Our set is built from Wikipedia and C4.", ("Wikipedia", "C4")),),
        fails=("We evaluate on MMLU.",),
        places=_PLACES,
    ),
    Rule(
        name="version-of",
        relation=RELATION,
        pattern=(
            r"\b(?:(?:subset|version|variant|superset|extension|adaptation|translation|revision"
            r"|re-?annotation|derivative|portion)s?\s+of|exten(?:ds|ding|ded)|augment(?:s|ing)"
            r"|enrich(?:es|ing)?|re-?annotat(?:es?|ing)|translat(?:es?|ing)|expand(?:s|ing)?\s+(?:up)?on"
            r"|(?:build(?:s|ing)?|built)\s+(?:up)?on)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?{D}"
        ),
        confidence=0.6,
        types=TYPES,
        holds=(("Our test is a harder version of the MMLU benchmark.", ("MMLU",)),),
        fails=("We extend our method and test on MMLU.",),
        places=_PLACES,
    ),
)
