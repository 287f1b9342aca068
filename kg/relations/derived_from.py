"""The data that a paper's own data is made from."""

from kg.model import DATA
from kg.relations.cues import TOWARDS
from kg.relations.rule import Rule

RELATION = "derivedFrom"
TYPES = frozenset(DATA)

_PLACES = frozenset({"title", "own"})
_MADE = (
    r"\b(?:construct|buil[dt]|creat|deriv|collect|curat|sourc|extract|sampl|compil|annotat"
    r"|generat|synthesi[sz]|min|adapt|convert|repurpos|filter|select|assembl|aggregat|crawl|drawn"
    r"|transform|reformulat|recast|obtain|gather|taken|translat|deriv|develop)(?:e|ed|es|s|ing|n)?"
)
_NEXT = r"(?:(?:,\s*(?:and\s+)?|\s+and\s+)(?:[\w-]+\s+){0,2}?{D})?"

#: What sets of data consist of.
_ITEMS = (
    r"questions|problems|tasks|items|samples|examples|instructions|prompts|sentences|images|videos"
    r"|dialogues|conversations|passages|instances|queries|documents"
)

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
    Rule(
        name="items-rewritten",
        relation=RELATION,
        pattern=(
            rf"\b(?:{_ITEMS})\s+(?:of|from|in)\s+(?:the\s+)?{{D}}(?:\s+[a-z-]+){{0,2}}?\s+(?:is|are"
            rf"|was|were)\s+(?:\w+ly\s+)?(?:re-?writ|re-?phras|para-?phras|translat|convert|reformulat"
            rf"|transform|augment|extend|expand|perturb|modif|re-?annotat|adapt|turned|recast)\w*"
        ),
        confidence=0.7,
        types=TYPES,
        holds=(("All items of MMLU are translated by hand.", ("MMLU",)),),
        fails=("All items of MMLU are solved by hand.",),
    ),
    Rule(
        name="collects-items",
        relation=RELATION,
        pattern=(
            rf"{{s:D}}\)?,?\s+(?:(?:which|that)\s+)?(?:collects|gathers|selects|contains|comprises"
            rf"|consists\s+of|is\s+made\s+(?:up\s+)?of|takes|keeps|bundles|is|draws)\s+"
            rf"(?:[a-z\d,-]+\s+){{0,4}}?(?:{_ITEMS}|subset|version|selection)\s+(?:of|from)\s+(?:the\s+)?{{D}}"
        ),
        confidence=0.75,
        types=TYPES,
        subjects=TYPES,
        holds=(
            ("MMLU-Pro takes the hard questions from MMLU.", ("MMLU-Pro > MMLU",)),
            ("GPQA-Diamond is a subset of GPQA.", ("GPQA Diamond > GPQA",)),
        ),
        fails=("MMLU-Pro takes longer than MMLU.",),
    ),
)
