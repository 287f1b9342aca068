r"""Which of many patterns may match a text, told in one pass over it.

For most patterns there are words of which any match must hold one, or one of these and one of
those: `needed` reads them off the pattern. A `Sieve` looks for the words of all its patterns at
once, so that only those patterns are tried whose words stand in the text. What it lets through may
match; what it holds back does not.

Words are folded: in small letters, with one blank for any white space. Signs of their own stand for
the edges of the text, so that "^we" needs what few texts hold.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import product
from operator import or_
from re import _parser  # type: ignore[attr-defined]  # no stub has it
from typing import Any

from ahocorasick_rs import AhoCorasick

#: Words of which one must stand in a text.
Words = frozenset[str]

#: So many sets of words are looked for of one pattern: the first tells most.
_MOST_SETS = 2
#: A part that can be written in more ways than this is not spelled out.
_MOST_SPELLED = 100
#: So many letters of a word are looked for: more tell no more.
_LONGEST = 16
#: Words that stand in so many sentences that they tell little.
_EVERYWHERE = frozenset(
    "a an and as at by for from has in is it its of on or our that the this to we with".split()
)

#: What stands for the beginning and the end of a text.
_BEGIN, _END = "\x02", "\x03"
#: What `^` and `$` match; behind what `$` matches there may be a line's end.
_EDGES = {
    **dict.fromkeys(("AT_BEGINNING", "AT_BEGINNING_STRING"), frozenset({_BEGIN})),
    **dict.fromkeys(("AT_END", "AT_END_STRING"), frozenset({_END, f" {_END}"})),
}

# What lower() leaves as it is, or makes longer, though without case it matches a plain letter.
_SAME_LETTER = {"\u0130": "i", "\u0131": "i", "\u017f": "s"}


def small(text: str) -> str:
    """Write a text in small letters: letters that match without case become the same."""
    if not text.isascii():
        for letter, same in _SAME_LETTER.items():
            text = text.replace(letter, same)
    return text.lower()


#: Kept, as a sentence is written small for each of its quantities and names.
small_once = lru_cache(maxsize=1 << 4)(small)


def folded(text: str) -> str:
    r"""Write a text that is in small letters as words are written.

    >>> folded("we  tune\tit ")
    '\x02we tune it \x03'
    """
    # Other white space than the blank is not printable.
    if "  " in text or not text.isprintable():
        text = _WHITE.sub(" ", text)
    return f"{_BEGIN}{text}{_END}"


_WHITE = re.compile(r"\s+")


def small_pattern(pattern: str) -> str:
    r"""Write a pattern so that it matches texts in small letters as it did texts of any case.

    Patterns that ignore case are much slower than those that need not. Raises ValueError for one
    that asks for the case of letters outside marks: in such texts it would match any word.

    >>> small_pattern(r"⟦o?[MA]⟧ \S+ (?P<one>F1)")
    '⟦o?[ma]⟧ \\S+ (?P<one>f1)'
    """
    if _ASKS_FOR_CASE.search(_MARK.sub("", pattern)):
        raise ValueError(f"no text in small letters tells the case of letters: {pattern}")
    return _CAPITAL.sub(lambda match: match[1] or match[0].lower(), pattern)


_ASKS_FOR_CASE = re.compile(r"\(\?-i:|\[\^?A-Z")
_MARK = re.compile("⟦[^⟧]*⟧")
# A capital letter, but not of the syntax (group 1).
_CAPITAL = re.compile(r"(\\.|\(\?P)|[A-Z]")


def whole_words(pattern: str) -> str:
    r"""Let a pattern take the words before a blank whole, where it would first try their parts.

    It matches the same: no part of a word stands before a blank.

    >>> whole_words(r"(?:[\w-]+\s+){0,3}\w+ly on \w+ data")
    '(?:[\\w-]++\\s+){0,3}\\w+ly on \\w++ data'
    """
    return _WORD_BEFORE_BLANK.sub(r"\1++\2", pattern)


_WORD_BEFORE_BLANK = re.compile(r"(\[\\w-\]|\[\\w'’-\]|\\w)\+( |\\s\+|\\s(?![*?{]))")


def needed(pattern: re.Pattern[str]) -> tuple[Words, ...]:
    r"""Return sets of words: of each set, one word stands in all that a pattern matches.

    >>> [sorted(words) for words in needed(re.compile(r"\b(?:train|test)\w*\s+on data"))]
    [[' on data'], ['test', 'train']]
    >>> needed(re.compile(r"\w+|on"))
    ()
    """
    if pattern.flags & re.MULTILINE:
        return ()  # its edges are those of lines
    return _read(_parser.parse(pattern.pattern, pattern.flags)).needed


class Sieve:
    """Patterns by the words that they need."""

    def __init__(self, patterns: Sequence[re.Pattern[str]]) -> None:
        self._number = len(patterns)
        #: By word, the patterns of which it tells something: see `_bit`.
        self._masks: dict[str, int] = {}
        #: What needs no word to be told.
        self._free = 0
        for number, pattern in enumerate(patterns):
            sets = needed(pattern)
            for index in range(_MOST_SETS):
                for word in sets[index] if index < len(sets) else ():
                    self._masks[word] = self._masks.get(word, 0) | self._bit(number, index)
                if index >= len(sets):
                    self._free |= self._bit(number, index)
        self._automaton = AhoCorasick(list(self._masks), store_patterns=True)

    def _bit(self, number: int, index: int) -> int:
        """Return the bit that says that a pattern has what it needs of one of its two sets."""
        return 1 << number + index * self._number

    def passed(self, text: str) -> int:
        """Return a number with a bit for each pattern that may match, the lowest for the first.

        The text must be in small letters.
        """
        words = self._automaton.find_matches_as_strings(folded(text), overlapping=True)
        told = reduce(or_, map(self._masks.__getitem__, words), self._free)
        return told & told >> self._number


class Sifted:
    """Patterns that are searched for in the same stretches of a text.

    One pass over a stretch tells which of them are worth a search: most are not. No pattern may
    need a word that stands before a stretch, as one with a lookbehind might.
    """

    def __init__(self, *patterns: re.Pattern[str]) -> None:
        self._bits = {pattern: 1 << number for number, pattern in enumerate(patterns)}
        self._sieve = Sieve(patterns)
        self._passed = lru_cache(maxsize=16)(self._look)

    def search(
        self, pattern: re.Pattern[str], text: str, start: int, end: int
    ) -> re.Match[str] | None:
        """Search for one of the patterns in [start, end) of a text, as the pattern itself does."""
        if self._passed(text[start:end]) & self._bits[pattern]:
            return pattern.search(text, start, end)
        return None

    def _look(self, stretch: str) -> int:
        return self._sieve.passed(small(stretch))


class Cues:
    """Words by what they are cues of, all looked for in one pass over a text, as they are written.

    >>> Cues({"size": ("big", "small"), "colour": ("red",)}).find("a small, big one")
    {'size': [2, 9], 'colour': []}
    """

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        pairs = [(cue, word) for cue, each in words.items() for word in each]
        self._names = list(words)
        self._cues = [cue for cue, _ in pairs]
        self._automaton = AhoCorasick([word for _, word in pairs], store_patterns=False)

    def find(self, text: str) -> dict[str, list[int]]:
        """Return where words of each cue begin in a text, in the order of where they end."""
        found: dict[str, list[int]] = {name: [] for name in self._names}
        for index, start, _ in self._automaton.find_matches_as_indexes(text, overlapping=True):
            found[self._cues[index]].append(start)
        return found


@dataclass(frozen=True, slots=True)
class _Part:
    """What is known of a part of a pattern.

    `spelled` is all that it can match, folded, where that is not much, else None.
    """

    spelled: Words | None = None
    needed: tuple[Words, ...] = ()


_NOTHING = frozenset({""})
_BLANK = frozenset({" "})


def _read(nodes: Iterable[tuple[Any, Any]]) -> _Part:
    """Return what is known of a sequence of parsed operations."""
    run = _NOTHING
    needed: tuple[Words, ...] = ()
    is_spelled = True
    for operation, value in nodes:
        reader = _READERS.get(str(operation))
        part = reader(value) if reader else _Part()
        needed += part.needed
        joined = _joined(run, part.spelled)
        if joined is None:
            needed, is_spelled = needed + _words(run), False
        run = joined or part.spelled or _NOTHING
    return _Part(run if is_spelled else None, _telling(needed + _words(run)))


def _literal(code: int) -> _Part:
    letter = " " if chr(code).isspace() else small(chr(code))
    # Beyond ASCII, lower() and patterns do not always agree on what the same letter is.
    return _Part(frozenset({letter})) if letter.isascii() or letter == letter.upper() else _Part()


def _set(items: Sequence[tuple[Any, Any]]) -> _Part:
    if [str(value) for _, value in items] == ["CATEGORY_SPACE"]:
        return _Part(_BLANK)
    if any(str(operation) != "LITERAL" for operation, _ in items):
        return _Part()
    return _either([_literal(code) for _, code in items])


def _repeat(value: tuple[int, int, Any]) -> _Part:
    least, most, nodes = value
    part = _read(nodes)
    # Any white space is folded into one blank.
    is_once = most == 1 or part.spelled == _BLANK
    if not is_once or part.spelled is None:
        return _Part(None, part.needed) if least else _Part()
    return part if least else _Part(part.spelled | _NOTHING)


def _nothing(value: Any) -> _Part:
    return _Part(_NOTHING)


def _edge(value: Any) -> _Part:
    return _Part(_EDGES.get(str(value), _NOTHING))


#: What reads each operation, by the name that Python's own parser gives it. Others tell nothing.
_READERS: Mapping[str, Callable[[Any], _Part]] = {
    "LITERAL": _literal,
    "IN": _set,
    "BRANCH": lambda value: _either([_read(branch) for branch in value[1]]),
    "SUBPATTERN": lambda value: _read(value[-1]),
    "ATOMIC_GROUP": lambda value: _read(value),
    "MAX_REPEAT": _repeat,
    "MIN_REPEAT": _repeat,
    "POSSESSIVE_REPEAT": _repeat,
    "AT": _edge,
    "ASSERT_NOT": _nothing,
    "ASSERT": lambda value: _Part(_NOTHING, _read(value[1]).needed),
}


def _joined(run: Words, spelled: Words | None) -> Words | None:
    """Return all ways of writing a run and then a part, where they are not too many."""
    if spelled is None or len(run) * len(spelled) > _MOST_SPELLED:
        return None
    return frozenset(map(_spelling, product(run, spelled)))


def _spelling(parts: Iterable[str]) -> str:
    """Join what follows each other: between the edges of a text, with one blank for more."""
    word = "".join(parts)
    if "  " in word:
        word = _WHITE.sub(" ", word)
    begin, end = word.rfind(_BEGIN), word.find(_END)
    return word[max(0, begin) : end + 1 if end >= 0 else None]


def _either(parts: Sequence[_Part]) -> _Part:
    """Return what is known where one of some parts matches."""
    spelled = _united(part.spelled for part in parts)
    is_long = spelled is not None and len(spelled) > _MOST_SPELLED
    best = _united(part.needed[0] if part.needed else None for part in parts)
    return _Part(None if is_long else spelled, () if best is None else (best,))


def _united(sets: Iterable[Words | None]) -> Words | None:
    united: Words = frozenset()
    for words in sets:
        if words is None:
            return None
        united |= words
    return united


def _words(run: Words) -> tuple[Words, ...]:
    """Return the words to look for, without those that hold another of them."""
    words = {word[:_LONGEST] for word in run}
    if "" in words:
        return ()
    others = frozenset(
        word for word in words if not any(other in word for other in words if other != word)
    )
    return (others,)


def _telling(sets: tuple[Words, ...]) -> tuple[Words, ...]:
    """Return the sets that tell most: those whose weakest word is stronger, then the smaller."""
    kept: list[Words] = []
    for words in sorted(sets, key=_strength, reverse=True):
        if _strength(words)[0] and not any(_tells_too(one, words) for one in kept):
            kept.append(words)
    return tuple(kept[:_MOST_SETS])


def _tells_too(one: Words, other: Words) -> bool:
    """Say whether a text that has a word of one set has a word of the other."""
    return all(any(word in longer for word in other) for longer in one)


def _strength(words: Words) -> tuple[float, int]:
    return min(map(_weight, words), default=0.0), -len(words)


def _weight(word: str) -> float:
    """Return how much it tells that a word stands in a text; nothing for the marks of names.

    Nor does it tell anything of a sentence that it has a comma or a full stop.
    """
    if word.strip() in (_BEGIN, _END):
        return 0.0
    bare = word.strip(" \u27e6\u27e7")
    if len(bare) == 1 and (bare.isalpha() or bare in ",."):
        return 0.0
    return 0.5 if bare in _EVERYWHERE else float(len(bare))
