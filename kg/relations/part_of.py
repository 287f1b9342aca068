"""The named components of a method.

A claim without a subject is about the paper's principal method (see `kg.relations.lineage`).
"""

from kg.relations.rule import Rule

RELATION = "partOf"
TYPES = frozenset({"Method"})

_CONSISTS = (
    r"(?:consists?\s+of|consisting\s+of|compris(?:es|ing|ed\s+of)|composed\s+of|contain(?:s|ing)"
    r"|incorporat(?:es|ing)|integrat(?:es|ing)|introduc(?:es|ing)|combin(?:es|ing)"
    r"|employ(?:s|ing)|features|featuring|includ(?:es|ing)|equipped\s+with|built\s+around)"
)
_MORE = r"(?:[^.;⟦]{0,90}?{A})?"

RULES = (
    Rule(
        name="consists-of",
        relation=RELATION,
        pattern=(
            rf"\b(?:it|which|that|framework|method|approach|system|architecture|model|pipeline"
            rf"|stages?|components?|modules?|parts)(?:\s+\w+ly)?,?\s+{_CONSISTS}\s[^.;⟦]{{0,60}}?"
            rf"{{A}}{_MORE}{_MORE}"
        ),
        confidence=0.7,
        types=TYPES,
        turned=True,
        unlisted=True,
        holds=(
            (
                "It consists of FoldScan, a scan module, and FoldPack, a packing module.",
                ("FoldScan", "FoldPack"),
            ),
        ),
        fails=("We train FoldScan further.",),
        places=frozenset({"own"}),
    ),
    Rule(
        name="numbered-part",
        relation=RELATION,
        pattern=r"\((?:[ivx]{1,4}|[1-9a-e])\)\s+(?:an?\s+|the\s+)?(?:[a-z][\w-]*\s+){0,4}?{A}",
        confidence=0.7,
        types=TYPES,
        turned=True,
        unlisted=True,
        holds=(
            (
                "We add (i) FoldScan, a scheduler, and (ii) FoldPack, a packer.",
                ("FoldScan", "FoldPack"),
            ),
        ),
        fails=("We add FoldScan (1 of 3).",),
        places=frozenset({"own"}),
    ),
)
