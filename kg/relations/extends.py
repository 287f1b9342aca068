"""The methods that a paper's own method is built on."""

from kg.relations.cues import VERSION_OF
from kg.relations.rule import Rule

RELATION = "extends"
TYPES = frozenset({"Method"})

_PLACES = frozenset({"title", "own"})

RULES = (
    Rule(
        name="extends",
        relation=RELATION,
        pattern=(
            r"\b(?:exten(?:ds?|ding)|extensions?\s+(?:of|to)|generali[sz](?:es|ing)|generali[sz]ation\s+of"
            r"|(?:variant|version|reformulation|modification|implementation)\s+of|modif(?:y|ies|ying)|reformulat(?:es?|ing)"
            r"|augment(?:s|ing)|enhanc(?:es|ing)|improv(?:es|ing)\s+(?:up)?on"
            r"|(?:build(?:s|ing)?|built|(?<!s\s)(?<!baseline\s)based)\s+(?:up)?on(?:\s+top\s+of)?)"
            r"\s+(?:the\s+|recent\s+|an?\s+)?(?:(?!(?:of|for|with)\b)[\w-]+\s+){0,3}?{A}"
            r"(?!\s+(?:problems?|tasks?|settings?)\b)"
        ),
        confidence=0.7,
        types=TYPES,
        holds=(("Our optimizer extends Adam to blocks.", ("Adam",)),),
        fails=("Our optimizer beats Adam.",),
        places=_PLACES,
    ),
    Rule(
        name="method-version-of",
        relation=RELATION,
        pattern=(rf"{{s:A}}{VERSION_OF}(?:the\s+)?(?:(?!(?:on|for|with)\b)[\w-]+\s+){{0,2}}?{{A}}"),
        confidence=0.75,
        types=TYPES,
        subjects=TYPES,
        holds=(("We train with DoRA, a simple extension of LoRA.", ("DoRA > LoRA",)),),
        fails=("We train with DoRA, unlike LoRA.",),
    ),
)
