"""Plain capitalised words that a text calls data: "on the Zorbland benchmark"."""

import re
from collections.abc import Iterator

from kg.lexicon.no_names import no_names

_HEADS = (
    " benchmark",
    " Benchmark",
    " dataset",
    " data set",
    " corpus",
    " corpora",
    " leaderboard",
)
_HEAD_ENDS = re.compile(r"s?(?![\w-])")
_WORD = r"[A-Z][\w+]*(?:-[A-Z\d][\w+]*)*"
_BEFORE = re.compile(
    rf"\b(?:[Oo]n|from|across|in|using)\s(?:(?:the|both)\s)?(?:(?:public|popular|standard|real-world"
    rf"|challenging|large-scale|recent)\s)?({_WORD}(?:\s{_WORD}){{0,2}})$"
)
#: What tells the kind of data and is no name of it: languages, peoples, places, modalities.
_KIND = re.compile(
    r"(?:ish|ese|ian|ic|al|man|ean|can|based|Arab|Hindi|Urdu|Bengali|Thai|Greek|French|Dutch|Swiss|Turk"
    r"|Tamil|Telugu|Marathi|Swahili|China|India|Japan|Korea|Vietnam|Brazil|Africa|Europe|America|UK|US"
    r"|QA|VQA|EEG|ECG|MRI|CT|PET|RGB|RGB-D|GPS|Web|Internet|Twitter|Reddit|YouTube|GitHub|Kaggle|Wikipedia|Scale"
    r"|Large|Face|Hub|Our|This|The|Both|Each|These|Table|Synthetic|Public|Open|Source|World|Time|Series)$"
)


def data_names(text: str, title_end: int) -> Iterator[tuple[int, int]]:
    """Yield [start, end) of what is called a data set or benchmark that something is tried on.

    >>> text = "It wins on the Zorbland benchmark and on English datasets."
    >>> [text[start:end] for start, end in data_names(text, 0)]
    ['Zorbland']
    """
    for head in sorted(_heads(text, title_end)):
        before = _BEFORE.search(text, max(0, head - 60), head)
        if before is None or before[1] in no_names() or before[1] in no_names(own=True):
            continue
        if not any(_KIND.search(word) for word in before[1].split()):
            yield before.end(1) - len(_without_kind(before[1])), before.end(1)


def _without_kind(name: str) -> str:
    """Return a name without the words before it that are none: "OOD Zorb" is Zorb."""
    first, _, rest = name.partition(" ")
    is_kind = first.isupper() and first in no_names()  # but Google may be part of a name
    return _without_kind(rest) if rest and is_kind else name


def _heads(text: str, start: int) -> Iterator[int]:
    """Yield where the words that call something data begin, with the blank before them."""
    for head in _HEADS:
        at = text.find(head, start)
        while at >= 0:
            if _HEAD_ENDS.match(text, at + len(head)):
                yield at
            at = text.find(head, at + 1)
