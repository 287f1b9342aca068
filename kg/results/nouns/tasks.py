"""Tasks that no list knows, where a number is told to be measured on them: "61% in box closing".

Elsewhere the same words may be anything; only where they lead from a number to what it was
measured on, or open a sentence that reports numbers, they become common-noun Tasks of the text.
"""

import re
from collections.abc import Iterator, Sequence

from kg.mentions import Found
from kg.mentions.found import Spans
from kg.mentions.terms.task_words import ALONE, BOUNDARIES, HEADS, PRAISE, SURE_HEADS
from kg.model import Name
from kg.text import Reading

RECOGNISER = "pattern"
_SCORE = 0.6

#: Heads of what is a task where numbers are reported on it; "in simulation" is a setting.
_TASK_HEADS = (HEADS | {"defense", "defence", "grading", "routing"}) - {"simulation", "evaluation"}
_HEADS = "|".join(sorted(_TASK_HEADS))
#: Gerunds that are stages of work and no tasks.
_STAGES = (
    r"(?:pre-?|post-?|fine-?|re)?(?:train|tun|test|learn|decod|prompt|sampl|process|sett|scal"
    r"|cod|draft|serv|prun|mean|us|compar|increas|improv|mak|includ|follow|remain|be|match)ing"
)
_WORD = r"[a-z][a-z-]{1,20}"
_TASK = (
    rf"(?:{_WORD}\s){{0,3}}(?:{_HEADS})"
    rf"|(?:{_WORD}\s){{1,2}}(?!{_STAGES}\b)[a-z]{{3,12}}ing"
)
_ENDS = r"(?=[,.;)]|\s(?:and|while|compared|over|respectively|than|versus|vs)\b|\s\(|\stasks?\b)"
#: From a number to its task; words of its metric or of a gain may stand between.
_BEHIND = re.compile(
    r"\d\s?(?:%|points?\b|pp\b|percentage points?\b)?(?:\s[\w@-]+){0,3}?\s(?:in|for|on)\s(?:the\s)?"
    rf"(?P<task>{_TASK}){_ENDS}"
)
#: "audiovisual reasoning (+4%)".
_BEFORE_BRACKET = re.compile(rf"(?<![\w-])(?P<task>{_TASK})$")
_BRACKET = " (+"
#: How far before a bracket its task may begin.
_REACH = 70
#: A sentence that opens with a task and reports a number.
_OPENS = re.compile(
    rf"(?:For|In|On)\s(?:the\s)?(?P<task>(?:{_WORD}\s){{1,3}}(?:{_HEADS}))(?:\stasks?)?"
    r",\s(?=(?:[^.;!?]|\.\d){0,200}?\d(?:\.\d)?\s?(?:%|points?\b|x\b|pp\b))"
)


def find_measured_tasks(reading: Reading, found: Sequence[Found]) -> Iterator[Found]:
    """Yield the unlisted tasks on which numbers of an abstract were measured, in order."""
    taken = Spans.of(found)
    for match in _matches(reading):
        start, end = _trimmed(reading.text, *match.span("task"))
        if start < end and not taken.overlaps(start, end):
            taken.add(start, end)
            name = Name("Task", reading.text[start:end], named=False)
            yield Found(start, end, name, RECOGNISER, _SCORE)


def _matches(reading: Reading) -> Iterator[re.Match[str]]:
    text = reading.text
    openings = (_OPENS.match(text, start) for start, _ in reading.sentences)
    yield from (match for match in openings if match and match.start() >= reading.title_end)
    yield from _BEHIND.finditer(text, reading.title_end)
    at = text.find(_BRACKET, reading.title_end)
    while at >= 0:
        if match := _BEFORE_BRACKET.search(text, max(reading.title_end, at - _REACH), at):
            yield match
        at = text.find(_BRACKET, at + 1)


def _is_no_name(word: str) -> bool:
    return word in BOUNDARIES or word in PRAISE or word.endswith("ly")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a phrase without the words before it that are none of a task's name."""
    words = text[start:end].split(" ")
    last = max((i for i, word in enumerate(words[:-1]) if _is_no_name(word)), default=-1)
    kept = words[last + 1 :]
    is_plain = len(kept) == 1 and kept[0] not in SURE_HEADS | ALONE
    return (end, end) if is_plain else (end - len(" ".join(kept)), end)
