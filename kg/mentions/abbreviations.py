"""Abbreviations and their expansions.

The method of Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text" (PSB 2003), for ``long form (SF)``, and the same turned round for
``SF (long form)``, as papers write it behind the name of their own method.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.lexicon.no_names import no_names
from kg.text import in_their_order

_PARENTHESIS = re.compile(r"\(([^()]{2,120})\)")
_SHORT = re.compile(r"[A-Za-z0-9\u0370-\u03ff][\w\u0370-\u03ff.+*^/-]{1,19}")
_SHORT_BEFORE = re.compile(r"([A-Za-z0-9][\w.+*^-]{1,19}) ?$")
_ENUMERATED = re.compile(r"[;,]")
#: "spatial benchmarks (SAT, VSI-Bench)" abbreviates nothing.
_NAMES_MORE = re.compile(r"(?:and |or )?(?:[A-Z]\S*[A-Z\d]|[A-Z][a-z]+[\w-]*(?:,|$))")
_EXPLAINED = re.compile(r"[;,:]")
_CAPITAL, _DIGIT = re.compile(r"[A-Z]"), re.compile(r"\d")
_SQUARED = re.compile(r"([A-Za-z])\^2")
_NO_LETTER = re.compile(r"[^A-Za-z0-9]")
# What no long form holds.
_BREAK = re.compile(r"[.;:?!]\s|[()]")
_GAP = re.compile(r"[\s-]+")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form and its long form, each with [start, end) in the text."""

    short: tuple[int, int]
    long: tuple[int, int]


def find_abbreviations(text: str) -> Iterator[Abbreviation]:
    """Yield the abbreviations that a text defines.

    >>> text = "We use low-rank adaptation (LoRA) and THOR (Tool-Integrated Hierarchical RL)."
    >>> [text[slice(*a.short)] + "=" + text[slice(*a.long)] for a in find_abbreviations(text)]
    ['LoRA=low-rank adaptation']
    >>> text = "We present FoldMyPlot (FOMP), a corpus."
    >>> [text[slice(*a.short)] + "=" + text[slice(*a.long)] for a in find_abbreviations(text)]
    ['FOMP=FoldMyPlot']
    """
    for match in _PARENTHESIS.finditer(text):
        start = match.start(1)
        inner, *further = map(str.strip, _ENUMERATED.split(match[1], maxsplit=1))
        if _is_short(inner) and not (further and _NAMES_MORE.match(further[0])):
            short = (start, start + len(inner))
            long_start = _long_form(inner, text, match.start())
            if long_start is not None:
                long_end = len(text[: match.start()].rstrip(" \"'”’"))
                yield Abbreviation(short, (_whole(text, long_start), long_end))
                continue
        yield from _turned_round(text, match)


def _whole(text: str, start: int) -> int:
    """Return where the word begins whose later part gave a first letter that its own part has too.

    The long form of "Test-Time Tool Evolution (TTE)" is no "Time Tool Evolution".
    """
    before = _HYPHENATED.search(text, max(0, start - 30), start)
    if before and before[1][:1].lower() == text[start].lower():
        return before.start(1)
    return start


_HYPHENATED = re.compile(r"(?<![\w-])([A-Za-z]+)-$")


def abbreviates(short: str, long: str) -> bool:
    """Say whether a short form may stand for some words, all of them.

    >>> abbreviates("PFNet", "Plot-Bound Folding Network"), abbreviates("PFN", "Network of Plots")
    (True, False)
    """
    return _is_short(short) and _long_form(short, long, len(long)) == 0


def _turned_round(text: str, match: re.Match[str]) -> Iterator[Abbreviation]:
    """Read ``SF (long form)``."""
    before = _SHORT_BEFORE.search(text[max(0, match.start() - 24) : match.start()])
    if before is None or not _is_short(before[1]) or " " not in match[1]:
        return
    inner = _EXPLAINED.split(match[1], maxsplit=1)[0]
    long_start = _long_form(before[1], inner, len(inner))
    if long_start is None or long_start > 4:
        return
    short_end = match.start() - (text[match.start() - 1] == " ")
    start = match.start(1)
    yield Abbreviation(
        (short_end - len(before[1]), short_end), (start + long_start, start + len(inner.rstrip()))
    )


def _is_short(form: str) -> bool:
    """Say whether a form can be an abbreviation: one word with two capitals, or one and a digit."""
    if _SHORT.fullmatch(form) is None:
        return False
    capitals = len(_CAPITAL.findall(form))
    return capitals >= 2 or (capitals == 1 and _DIGIT.search(form) is not None)


def _long_form(short: str, text: str, end: int) -> int | None:
    """Return where the long form of `short` begins in text[:end], by matching from the right."""
    letters = _SQUARED.sub(r"\1\1", short)  # A^2Bench: Animated Anthropomorphic ...
    letters = _NO_LETTER.sub("", letters)
    letters = letters[:-1] if letters.endswith("s") and letters[:-1].isupper() else letters
    allowed = min(len(letters) + 5, len(letters) * 2)
    words = list(_WORD.finditer(text, max(0, end - 160), end))[-allowed:]
    if not words or not letters:
        return None
    initials = _by_initials(letters, text, end)
    if initials is None:
        initials = _of_coined(short, letters, text, words[-1].span())
    if initials is not None:
        return initials
    first = words[0].start()
    at = end - 1
    for index in range(len(letters) - 1, -1, -1):
        wanted = letters[index].lower()
        while at >= first and not _fits(text, at, wanted, is_first=index == 0):
            at -= 1
        if at < first:
            return None
        at -= 1
    start = at + 1
    stretch = text[start:end]
    if len(_GAP.split(stretch.strip())) < 2 or not _may_be_long(short, letters, stretch):
        return None
    return start


def _may_be_long(short: str, letters: str, stretch: str) -> bool:
    """Say whether some words, which have the letters of a short form, may be its long form."""
    if _BREAK.search(stretch) or _NO_FORM.match(stretch) or _holds_itself(short, stretch):
        return False
    return _begin_words(letters, stretch)


def _begin_words(letters: str, long: str) -> bool:
    """Say whether half of the capitals begin words: those of LoRA none of "LLMs or parameters"."""
    wanted = [capital.lower() for capital in _CAPITAL.findall(letters)]
    initials = [
        letter.lower()
        for part in _PART.findall(long)
        for letter in (part[0], *_CAPITAL.findall(part, 1))
    ]
    begun = 0
    for capital in wanted:
        if capital in initials:
            del initials[: initials.index(capital) + 1]
            begun += 1
    return 2 * begun >= len(wanted)


#: No long form begins so: "beat GPT-4 and outperform agents trained on open LLMs (AutoLM)".
_NO_FORM = re.compile(r"(?:and|or|as|at|are|is|than|that|which|but)\s")


def _holds_itself(short: str, long: str) -> bool:
    """Say whether a long form goes on from the short one: "PLOT Frame, adding ... (PLOT-Set)"."""
    first = short.partition("-")[0]
    return first != short and len(first) > 2 and first in _PART.findall(long.rpartition(",")[0])


def _of_coined(short: str, letters: str, text: str, last: tuple[int, int]) -> int | None:
    """Return where the long form begins if it, or all before a last part of the short, is a name.

    A word in which each capital begins a word, "FoldMyPlot (FOMP)"; or a name that adds a word to
    the initials, "Folding of Open Plots (FOP-Edit)".
    """
    word = text[last[0] : last[1]]
    capitals = "".join(filter(str.isupper, word))
    if (
        short not in no_names()
        and len(capitals) > 1
        and len(letters) < len(word)
        and _COINED_WORD.fullmatch(word)
    ):
        upper = letters.upper()
        is_short = in_their_order(capitals, upper) and in_their_order(upper, word.upper())
        return last[0] if is_short and letters[0] == word[0] else None
    first, _, rest = short.partition("-")
    if len(first) > 2 and first.isupper() and _WORD_ADDED.fullmatch(rest):
        return _by_initials(first, text, last[1])
    return None


_COINED_WORD = re.compile(r"(?:[A-Z][a-z]*){2,}")
_WORD_ADDED = re.compile(r"[A-Z][a-z]+")


_PART = re.compile(r"[A-Za-z0-9\u0370-\u03ff]+")
_SKIPPED = frozenset("of for and the in on to with via by a an from".split())


def _by_initials(letters: str, text: str, end: int) -> int | None:
    """Return where the words begin whose initials are the letters, small words left out.

    Tried before the letters anywhere in the words: "Parallel Multilingual Prompting (PMP)" would
    else be satisfied by the last word alone.
    """
    left = list(letters.lower())
    for part in reversed(list(_PART.finditer(text, max(0, end - 160), end))):
        word = part[0]
        if left[-1] in (word[0].lower(), _first_capital(word)):
            left.pop()
        elif word.lower() not in _SKIPPED:
            return None
        if not left:
            start = part.start()
            clean = not _BREAK.search(text[start:end])
            return start if clean and " " in text[start:end].strip() else None
    return None


def _first_capital(word: str) -> str:
    """Return the letter that a word is made to give, in small: a of "sAmpling"."""
    capital = _CAPITAL.search(word)
    return capital[0].lower() if capital else ""


def _fits(text: str, at: int, wanted: str, *, is_first: bool) -> bool:
    """Say whether a letter stands here; the first letter must begin a word."""
    if text[at].lower() != wanted:
        return False
    return not is_first or at == 0 or not text[at - 1].isalnum()
