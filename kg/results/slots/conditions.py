"""Under what a number was measured: the split of the data, the setting."""

import re

from kg.sieve import small_once

_SPLITS = re.compile(
    r"\b(test-clean|test-other|dev-clean|dev-other|val(?:idation)? set|test set"
    r"|dev(?:elopment)? set|hold-?out set|test split|validation split|testmini|test-dev|minival)\b"
)
_NEAR_SPLIT = re.compile(rf"[^\d;,]{{0,25}}?{_SPLITS.pattern}")
# Of texts in small letters.
_SETTINGS = re.compile(
    r"\b(zero-shot|few-shot|one-shot|\d{1,3}-shot|fine-tuned|in-domain|out-of-domain"
    r"|out-of-distribution|linear probing|in-context|single-view|multi-view|closed-book|open-book"
    r"|greedy decoding|without (?:any )?(?:training|fine-tuning)|[2-8]-bit)\b"
)


def split_of(text: str) -> str:
    """Return the first split that a text names."""
    found = _SPLITS.search(text)
    return found[1] if found else ""


#: Data, and another number behind it.
_OF_NEXT = re.compile(r"⟦o?D⟧[^;⟦]*[^\w⟧.-]\d")


def split_near(text: str, end: int) -> str:
    """Return the split of a sentence, that behind the number where several are named.

    One that stands behind another number is not that of a number on data of its own before it:
    "2.4% on LibriSpeech test-clean and 5.1% on test-other".
    """
    if len(set(_SPLITS.findall(text))) < 2:
        found = _SPLITS.search(text)
        if found and _OF_NEXT.search(text, end, max(end, found.start())):
            return ""
        return found[1] if found else ""
    near = _NEAR_SPLIT.match(text, end)
    return near[1] if near else ""


def setting_of(text: str, start: int, end: int) -> str:
    """Return the setting named nearest before a number, else behind it, not that of a rival."""
    first = max(0, start - 120, text.rfind(";", 0, start) + 1)
    stop = text.find(";", end, end + 60)
    low = small_once(text)
    before = [
        found
        for found in _SETTINGS.finditer(low, first, start)
        if not _OF_RIVAL.search(text, max(first, found.start() - 40), found.start())
    ]
    if before:
        return before[-1][1]
    behind = _SETTINGS.search(low, end, end + 60 if stop < 0 else stop)
    if behind is None or _OF_RIVAL.search(text, end, behind.start()):
        return ""
    if _OF_ANOTHER.search(text, end, behind.start()):
        return ""
    return behind[1]


#: Between a number and the setting of another one: "61% on MMLU and 60% with 8-bit weights".
_OF_ANOTHER = re.compile(r"[,;]|\b(?:and|while|but|compared)\b|[^\w⟧-]\d")
_OF_RIVAL = re.compile(
    r"\b(?:than|over|outperform\w*|surpass\w*|exceed\w*|beat\w*|compared (?:to|with)|versus|vs\.?"
    r"|against|instead of)(?: (?:the|a|an|both|standard|strong|its|simple))*\s$",
    re.IGNORECASE,
)
