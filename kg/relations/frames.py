"""Sentences with their names replaced by marks, lists of names taken together.

"We test on LLaMA-7B, OPT and the GSM8K benchmark." becomes "We test on ⟦M0⟧ and the ⟦D1⟧
benchmark.": what holds of a list holds of each name in it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.mentions import Found
from kg.model import MODELS, Name
from kg.relations.rule import LETTERS, mark
from kg.sieve import small
from kg.text import Reading

_JOINT = re.compile(
    r"[\"')]?(?:'s)?\s*(?:\([^()]{0,40}\)\s*)?(?:(?:data ?sets?|benchmarks?|models?"
    r"|corpora|corpus|tasks?)\s*)?"
    r"(?:,\s*(?:and\s+|or\s+|as well as\s+|&\s*|then\s+)?|/|\+|&|\band\b|\bor\b|\bas"
    r" well as\b|\bto\b|;)\s*"
    r"(?:even\s+|the\s+|both\s+|its\s+)?[\"'(]?\s*"
)
# "above X, and Y passes 50%": one thing alone does something, so that Y begins another clause.
_BEGINS_CLAUSE = re.compile(r"\s*(?:\([^()]{0,40}\)\s*)?(?:,\s*and\s|;)")
_DOES = re.compile(
    r"\s(?:(?:even|also|\w+ly)\s)?(?:passes|reaches|scores|achieves|attains|gets|obtains|solves"
    r"|yields|outperforms|surpasses|exceeds|improves|performs|beats)\b"
)
# "Compared with X, Y is better": a comma after what is set against ends its clause.
_SETS_AGAINST = re.compile(
    r"\b(?:compared\s+(?:to|with|against)|relative\s+to|unlike|in\s+(?:contrast|comparison)"
    r"\s+(?:to|with))\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_COMMA = re.compile(r"\s*(?:\([^()]{0,40}\))?,\s*(?:the\s+)?$")
# Between a name and its abbreviation, or the other way round.
_OPENS = re.compile(r"\s*\(\s*")
#: Where the authors speak of their own work, in small letters. That it begins with letters lets
#: the engine pass over the others.
_OWN = re.compile(
    r"[wothi](?<!\w.)(?:(?<=w)e|(?<=o)urs?|(?<=t)his (?:paper|work|study|article|report|survey"
    r"|thesis|technical report)|(?<=t)he (?:paper|authors?)|(?<=h)erein"
    r"|(?<=i)s (?:proposed|introduced|presented))\b"
)
_COLON = re.compile(r"[\"']?\s*(?:\([^()]*\)\s*)?:\s")
_REPORT = re.compile(
    r"\s*(?:technical\s+report|report|system\s+card|model\s+card)?\W*", re.IGNORECASE
)


class Frame(NamedTuple):
    """A marked sentence, as it is and in small letters; `groups` has the names behind each mark.

    `start` and `end` are the sentence's offsets in the reading; `place` is ``title``,
    ``background`` (before the authors first speak of their own work) or ``own``.
    """

    text: str
    small: str
    groups: tuple[tuple[Found, ...], ...]
    start: int
    end: int
    place: str
    types: frozenset[str]
    terms: bool = False

    def as_terms(self) -> "Frame":
        """Return the same frame as one in which terms are marked too."""
        return Frame(*self[:-1], terms=True)


def frames(reading: Reading, found: list[Found]) -> Iterator[Frame]:
    """Yield the sentences of a reading as frames, each twice where it holds common-noun terms.

    First with proper names marked only, so that rules see words such as "fine-tune"; then, as
    `terms`, with the terms of the field marked too.
    """
    sentences = _with_names(reading, found)
    first = _first_own(reading, sentences)
    for index, (start, end, inside) in enumerate(sentences):
        text = reading.text[start:end]
        place = "title" if start < reading.title_end else "own" if index >= first else "background"
        named = [item for item in inside if item.name.named]
        frame = _frame(text, named, start, place)
        yield frame
        if inside:
            is_same = len(named) == len(inside)
            with_terms = frame if is_same else _frame(text, inside, start, place)
            yield with_terms.as_terms()


#: A sentence's [start, end) in the reading, and the names in it.
_Sentence = tuple[int, int, list[Found]]


def _with_names(reading: Reading, found: list[Found]) -> list[_Sentence]:
    sentences: list[_Sentence] = []
    position = 0
    for start, end in reading.sentences:
        inside: list[Found] = []
        while position < len(found) and found[position].start < end:
            if found[position].start >= start and found[position].end <= end:
                inside.append(found[position])
            position += 1
        sentences.append((start, end, inside))
    return sentences


def _first_own(reading: Reading, sentences: list[_Sentence]) -> int:
    """Return the index of the first sentence in which the authors speak of their own work.

    That is where they say "we", or where they use the name that opens the title, or that of a
    version of it. An abstract that never says "we" is about its own work from its second sentence
    on, at the latest.
    """
    body = [index for index, (start, _, _) in enumerate(sentences) if start >= reading.title_end]
    own_names = _opening_names(reading, sentences)
    says_name = (i for i in body if any(_is_named(x, own_names) for x in sentences[i][2]))
    says_we = (i for i in body if _OWN.search(small(reading.text[slice(*sentences[i][:2])])))
    otherwise = (body[1:] or body or [0])[0]
    return min(next(says_we, otherwise), next(says_name, len(sentences)))


def _is_named(item: Found, own_names: tuple[Name, ...]) -> bool:
    """Say whether a name is one of the own ones, or that of a version: R1-Zero beside R1."""
    return any(
        item.name.reference == own.reference
        or (item.name.type in MODELS and item.name.label.startswith(f"{own.label}-"))
        for own in own_names
    )


def _opening_names(reading: Reading, sentences: list[_Sentence]) -> tuple[Name, ...]:
    """Return the names before the colon of the title, or that are all of it but "report"."""
    return tuple(
        item.name
        for start, end, inside in sentences
        if start < reading.title_end
        for item in inside
        if _COLON.match(reading.text, item.end)
        or (item.start == start and _REPORT.fullmatch(reading.text, item.end, end))
    )


def _frame(text: str, found: list[Found], start: int, place: str) -> Frame:
    end = start + len(text)
    # A sentence in ASCII is made small much faster than one with marks.
    low = text.lower() if text.isascii() else small(text)
    if not found:
        return Frame(text, low, (), start, end, place, frozenset())
    groups = _groups(text, found, start)
    pieces: list[str] = []
    lows: list[str] = []
    done = 0
    for index, group in enumerate(groups):
        first, written = group[0].start - start, mark(_letters(group), index)
        pieces += (text[done:first], written)
        lows += (low[done:first], written.lower())
        done = group[-1].end - start
    pieces.append(text[done:])
    lows.append(low[done:])
    types = frozenset([item.name.type for item in found])
    return Frame(
        "".join(pieces), "".join(lows), tuple(map(tuple, groups)), start, end, place, types
    )


def _letters(group: list[Found]) -> str:
    if len(group) == 1:
        return LETTERS.get(group[0].name.type, "N")
    return "".join({LETTERS.get(item.name.type, "N") for item in group})


def _groups(text: str, found: list[Found], start: int) -> list[list[Found]]:
    """Take together the names that are joined to one list, and those of one same stretch."""
    groups: list[list[Found]] = []
    for item in found:
        if groups and _joined(text, groups[-1][-1], item, start):
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def _joined(text: str, one: Found, other: Found, start: int) -> bool:
    if (one.start, one.end) == (other.start, other.end):
        return True
    if LETTERS.get(one.name.type) != LETTERS.get(other.name.type):
        return False
    if one.name.reference == other.name.reference:
        return _OPENS.fullmatch(text, one.end - start, other.start - start) is not None
    if _JOINT.fullmatch(text, one.end - start, other.start - start) is None:
        return False
    if _ends_clause(text, one.start - start, text[one.end - start : other.start - start]):
        return False
    return not _BEGINS_CLAUSE.match(text, one.end - start) or not _DOES.match(
        text, other.end - start
    )


def _ends_clause(text: str, start: int, between: str) -> bool:
    """Say whether a name, at `start`, opens the sentence as what its subject is set against."""
    return (
        start < 60
        and _COMMA.fullmatch(between) is not None
        and _SETS_AGAINST.match(text, 0, start) is not None
    )
