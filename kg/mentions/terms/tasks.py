"""Tasks that no list knows, read from their last word and the words around them.

"for structured report generation", "long-tail recognition tasks", "the task of X": a noun phrase
whose head is what systems are built to do, in a frame that says so. Elsewhere the same words may
be anything.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from kg.mentions.found import Found, Spans
from kg.mentions.shapes import is_marked
from kg.mentions.terms.task_phrases import Phrase, listed_as_tasks, phrases
from kg.mentions.terms.task_words import ALONE, STUDIED, SURE_HEADS
from kg.model import Name

RECOGNISER = "pattern"

_BEHIND_TASKS = re.compile(r"\s+(?:tasks?|benchmarks|problems?)\b")
_CALLED_TASKS = re.compile(r"\s+tasks?\b")
_ABBREVIATED = re.compile(r"\s+\([A-Z][A-Za-z-]{1,7}\)")
_LIST_GAP = re.compile(r"(?:\s+\([^()]{1,12}\))?(?:,\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+)")
#: What stands before the first phrase of a sentence, which one word may praise.
_STARTS = re.compile(r"(?:^|[.!?]\s+|\s\s)(?:[A-Z][A-Za-z-]+\s)?$")
_TITLE_STARTS = re.compile(r"(?:^|:\s)(?:[A-Z][A-Za-z-]+\s)?$")
#: What makes of a task part of something: "retrieval modules", "reasoning traces".
_OF_PARTS = re.compile(
    r"[- ](?:budgets?|chains?|traces?|steps?|strateg(?:y|ies)|mechanisms?|modules?|errors?|quality"
    r"|scores?|loss(?:es)?|process|heads?|layers?|based|further|trajectories|patterns?|examples?|samples|pairs)\b"
)
#: How a title goes on behind its task: "Plot Reading with Folded Weights".
_BY_MEANS = re.compile(
    r"\s+(?:with(?:in)?|via|in|from|by|using|leveraging|based|across|through|and)\b", re.IGNORECASE
)


def find_tasks(text: str, title_end: int, taken: Sequence[Found]) -> Iterator[Found]:
    """Yield the tasks in a text beside the `taken` names; one may go on from a listed task.

    >>> text = "We present a corpus for structured report generation."
    >>> [item.name.label for item in find_tasks(text, 0, [])]
    ['structured report generation']
    """
    seen = list(phrases(text))
    accepted = {phrase for phrase in seen if _in_frame(text, title_end, phrase)}
    accepted |= _listed_with(text, seen, accepted)
    named = list(listed_as_tasks(text))
    accepted.update(named)
    if accepted:
        yield from _apart(text, accepted, (*seen, *named), taken)


def _apart(
    text: str, accepted: set[Phrase], seen: Iterable[Phrase], taken: Sequence[Found]
) -> Iterator[Found]:
    """Yield the accepted phrases, and what is written like them, outside other names."""
    names, tasks = Spans(), set()
    for item in taken:
        if item.name.type == "Task":
            tasks.add((item.start, item.end))
        else:
            names.add(item.start, item.end)
    labels = {_label(text[phrase.start : phrase.end]) for phrase in accepted}
    for phrase in seen:
        place = (phrase.start, phrase.end)
        label = _label(text[slice(*place)])
        is_task = phrase in accepted or (" " in label and label in labels)
        if is_task and place not in tasks and not names.overlaps(*place):
            yield Found(*place, Name("Task", label, named=False), RECOGNISER, 0.7)


def _in_frame(text: str, title_end: int, phrase: Phrase) -> bool:
    """Say whether the words around a phrase make a task of it."""
    is_sure = phrase.head in SURE_HEADS
    if " " not in text[phrase.start : phrase.end]:
        return phrase.head in ALONE and bool(_BEHIND_TASKS.match(text, phrase.end))
    if phrase.end <= title_end:
        return phrase.before in {"for", "in"} or (is_sure and _in_title(text, phrase))
    if not is_sure:
        return bool(_CALLED_TASKS.match(text, phrase.end))
    if phrase.before == "for" or _BEHIND_TASKS.match(text, phrase.end):
        return True
    if phrase.before == "in" or (phrase.head != "reasoning" and phrase.before in {"of", "on"}):
        return not _OF_PARTS.match(text, phrase.end)
    return _is_defined(text, phrase)


def _in_title(text: str, phrase: Phrase) -> bool:
    """Say whether a phrase of the title is what is studied, or what is done by some means."""
    if phrase.before or not _BY_MEANS.match(text, phrase.end):
        return phrase.before in STUDIED
    return bool(_TITLE_STARTS.search(text, max(0, phrase.start - 25), phrase.start))


def _is_defined(text: str, phrase: Phrase) -> bool:
    """Say whether a phrase is abbreviated, or is the subject with which a sentence begins."""
    if phrase.head != "reasoning" and _ABBREVIATED.match(text, phrase.end):
        return True
    if phrase.before or _OF_PARTS.match(text, phrase.end):
        return False
    return bool(_STARTS.search(text, max(0, phrase.start - 25), phrase.start))


def _listed_with(text: str, seen: list[Phrase], accepted: set[Phrase]) -> set[Phrase]:
    """Return the phrases that stand in a list with accepted ones."""
    found: set[Phrase] = set()
    pairs = [
        pair for pair in pairwise(seen) if _LIST_GAP.fullmatch(text, pair[0].end, pair[1].start)
    ]
    for one, other in (*pairs, *(pair[::-1] for pair in reversed(pairs))):
        is_phrase = " " in text[other.start : other.end] and other.head in SURE_HEADS
        if is_phrase and (one in accepted or one in found):
            found.add(other)
    return found


def _label(written: str) -> str:
    """Write a task in small letters, but for its acronyms: "VFX generation"."""
    return " ".join(map(_as_in_label, written.split()))


@lru_cache(maxsize=1 << 14)
def _as_in_label(word: str) -> str:
    return word if is_marked(word) or (word.isupper() and len(word) > 1) else word.lower()
