"""Noun phrases that may name a task: by their head, or as an item of a list of tasks."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.mentions.terms.task_words import ALONE, BOUNDARIES, DIMENSIONS, HEADS, PRAISE

_GERUND = re.compile(
    r"(?!streaming|reading|speaking|listening|driving|coding)\w+ing", re.IGNORECASE
)
_NO_WORD = frozenset(",.;:()[]\"'")
_MOST_WORDS = 4

#: "three tasks: A, B, and C"; "the task of X": what follows is a task whatever its head. That it
#: begins with letters lets the engine pass over the others.
_TASKS_NAMED = re.compile(
    r"[tpcn](?<!\w[a-z])(?:(?:(?<=t)asks|(?<=p)roblems|(?<=c)hallenges)"
    r"(?:\s*:|,?\s+(?:such\s+as|including|like|namely|of)|,?\s+\(?(?:i\.e|e\.g)\.,?|\s+\()\s+"
    r"|(?:(?<=t)he|(?<=n)ovel|(?<=n)ew)\s+(?:task|problem)\s+of\s+)"
)
_LEADS_TO = ("such", "including", "like", "namely", "of", "i.e", "e.g")
# One of these stands in whatever matches, and in few texts: all are looked for at once, as the
# pattern takes three times as long to find that it is not there.
_NAMED_WORDS = (
    *("task of", "problem of", "task  ", "problem  "),
    *(
        f"{noun}{behind}"
        for noun in ("tasks", "problems", "challenges")
        for behind in (
            *(":", " :", "  ", ",  ", " (", ", ("),
            *(f"{comma} {word}" for comma in ("", ",") for word in _LEADS_TO),
        )
    ),
)
_ITEM = re.compile(r"(?:both\s+)?((?:[A-Za-z0-9][\w&/-]*\s+){0,3}[A-Za-z][\w&/-]*)")
_ITEM_GAP = re.compile(
    r"(?:\s+\([^()]{1,12}\))?(?:,\s+(?:and\s+|or\s+)?|;\s+(?:and\s+)?|\s+(?:and|or)\s+)"
)
_ITEM_ENDS = re.compile(
    r"\s(?:is|are|was|were|and|or|in|on|for|from|to|with|by|of|that|which|where|when|while|as|via"
    r"|using|has|have|can|we|across|through|based|under|at|into|without|than)\b.*"
)
_NO_TASK = re.compile(
    r"(?:^|\s)(?:we|our|its|their|this|these|those|that|which|the|a|an|it|each|all|only|how|what"
    r"|lack|limited|high|poor|one|two|three|where)(?:\s|$)|ing\s+(?:the|a|an|and|to)\s|\d{2}",
    re.IGNORECASE,
)
_ABSTRACT_NOUN = re.compile(r"(?:ing|ion|sis|ment|ance|ence|ics|QA)$", re.IGNORECASE)


class Phrase(NamedTuple):
    """A noun phrase [start, end), the word before it (praise left out), and its head."""

    start: int
    end: int
    before: str
    head: str


def phrases(text: str) -> Iterator[Phrase]:
    """Yield the noun phrases whose head may be that of a task.

    >>> [(p.before, p.head) for p in phrases("a tool for fast plot detection in maps")]
    [('for', 'detection')]
    """
    lowered = text.lower()
    # Some letters are two in lower case: then only what is in small letters is read.
    words = lowered if len(lowered) == len(text) else text
    for _, at, end in _head_finder().find_matches_as_indexes(words):
        if _is_whole(words, at, end):
            start, before = _begin(text, at)
            yield Phrase(start, end, before, words[at:end])


@cache
def _head_finder() -> AhoCorasick:
    return AhoCorasick(sorted(HEADS), matchkind=MatchKind.LeftmostLongest)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Say whether a stretch is a word: from its first small letter on, with hyphens, to its end."""
    if _goes_on(text[end : end + 1]):
        return False
    while start and _goes_on(text[start - 1]):
        start -= 1
        if text[start].isascii() and text[start].islower():
            return False
    return True


def _goes_on(sign: str) -> bool:
    return sign.isalnum() or sign in ("_", "-")


def _begin(text: str, start: int) -> tuple[int, str]:
    """Return where the phrase with a head at `start` begins, and the word before it."""
    for _ in range(_MOST_WORDS + 1):
        at, word = _word_before(text, start)
        if not word or word in BOUNDARIES or word.endswith("ly") or _GERUND.fullmatch(word):
            return start, word
        if word in PRAISE or (word[0].isdigit() and word not in DIMENSIONS):
            return start, _past_praise(text, at)
        start = at
    return start, ""


def _past_praise(text: str, start: int) -> str:
    """Return the first word to the left that does not praise."""
    for _ in range(3):
        start, word = _word_before(text, start)
        if word not in PRAISE:
            return word
    return ""


def _word_before(text: str, start: int) -> tuple[int, str]:
    """Return where the word before an offset begins, and the word; '' where there is none."""
    if start < 2 or text[start - 1] != " " or text[start - 2] == "\n":
        return start, ""
    at = text.rfind(" ", max(0, start - 40), start - 1) + 1
    at = max(at, text.rfind("\n", at, start) + 1)
    word = text[at : start - 1].lower()
    if not word or start - at > 30 or not _NO_WORD.isdisjoint(word):
        return start, ""
    return at, word


def listed_as_tasks(text: str) -> Iterator[Phrase]:
    """Yield what a text lists as tasks.

    >>> [p.head for p in listed_as_tasks("on two tasks: plot reading and map alignment.")]
    ['reading', 'alignment']
    """
    if not _named_finder().find_matches_as_indexes(text):
        return
    for match in _TASKS_NAMED.finditer(text):
        at = match.end()
        while item := _ITEM.match(text, at):
            start = item.start(1)
            words = _ITEM_ENDS.sub("", text[start : item.end()])
            if not words or _NO_TASK.search(words) or not _can_be_item(words):
                break
            end = start + len(words)
            yield Phrase(start, end, "tasks", words.rpartition(" ")[2].lower())
            gap = _ITEM_GAP.match(text, end)
            if gap is None:
                break
            at = gap.end()


@cache
def _named_finder() -> AhoCorasick:
    return AhoCorasick(_NAMED_WORDS, store_patterns=False)


def _can_be_item(words: str) -> bool:
    """Say whether an item of a list of tasks names a task."""
    last = words.rpartition(" ")[2].lower()
    if " " not in words:
        return last in ALONE or ("-" in words and last.rpartition("-")[2] in HEADS)
    return last in HEADS or bool(_ABSTRACT_NOUN.search(last))
