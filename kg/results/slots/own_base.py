"""What a change is set against: what is named, or what the own work is built on.

The text may say "the base model" alone.
"""

import re

from kg.results.slots.case import Case

_BASE = (
    r"(?:the|its) (?:untrained |original |vanilla |initial |\d+B )?(?:base|backbone)"
    r"(?: (?:model|LLM|VLM|MLLM|LM))?(?![\w-])(?! (?:⟦|models?\b))"
)
_BEHIND = re.compile(
    rf"[^.;()]{{0,50}}?\b(?:over|than|compared (?:to|with)|relative to|above) {_BASE}"
)
_BEFORE = re.compile(
    rf"\b(?:(?:outperform|surpass|exceed|beat)\w*|improv\w+ (?:over|upon)|over) {_BASE}"
    r"(?: by)?(?: (?:[a-z]+ ){0,2})?[(\s]*$"
)


def is_over_base(text: str, start: int, end: int) -> bool:
    """Say whether a gain at [start, end) is one over the base model, which is not named there.

    >>> text = "It is 5% better than its base model."
    >>> is_over_base(text, 6, 8)
    True
    """
    if _BEHIND.match(text, end):
        return True
    return _BEFORE.search(text, max(0, start - 80), start) is not None


def baselines(case: Case, kind: str, model: str) -> tuple[str, ...]:
    """Return what rules take a number of a kind to be set against, where `model` has it."""
    if kind == "absolute":
        return ()
    named = case.attached.references("baseline")
    base = case.paper.base
    if named or base in ("", model):
        return named
    return (base,) if is_over_base(case.text, case.quantity.lead, case.quantity.end) else ()
