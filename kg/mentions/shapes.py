"""The shapes of coined names: ``LoRA``, ``GPTQ``, ``Evo-Bench``, ``K12-Train``, ``π0``."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from kg.lexicon.no_names import no_names

#: One word of a name, with inner hyphens and dots.
WORD = (
    r"[A-Za-z0-9\u0370-\u03ff][\w\u0370-\u03ff^]*(?:(?:-|\."
    r"(?![A-Z][a-z]))[A-Za-z0-9\u0370-\u03ff][\w\u0370-\u03ff^]*)*(?:\+{1,2}(?![A-Za-z\d])|\*(?!\*)|#)?"
)
_WORD = re.compile(rf"(?<![\w^\\/@-])(?:(?<=\w/))?{WORD}|(?<=[A-Za-z0-9]/){WORD}")


@cache
def established() -> frozenset[str]:
    """Return the acronyms that many papers spell out: no single paper coined them.

    They are those which at least five of 157,022 abstracts define in words of small letters.
    """
    text = (files("kg.lexicon") / "acronyms.txt").read_text(encoding="utf-8")
    return frozenset(text.split())


# What stands before a name and a hyphen without being part of it: post-SFT, high-BCI.
_PREFIX = re.compile(r"(?:post|pre|non|high|low|anti|inter|intra|hybrid)-(?=[A-Z]{2})")
# Of words in small letters behind a hyphen, those that tell what stands there from the whole are
# part of its name: ZorbSet-hard.
_LOWER_SUFFIX = re.compile(
    r"-(?:(?!(?:hard|easy|medium|mini|lite|tiny|nano|plus|pro|verified|ultra)(?![\w-]))[a-z]{3,}|(?:Based|Aware|Driven|Guided|Free|Style|Like|Level|Enhanced"
    r"|Augmented|Powered|Generated|Regularized|Instructed|Conditioned|Inspired|Oriented|Centric|Induced"
    r"|Grounded|Supervised|Trained|Tuned|Aligned|Assisted|Enabled|Informed))(?:-.*)?$"
)


def is_marked(word: str) -> bool:
    """Say whether a word has the shape of a coined name: a capital or a digit where none is due.

    >>> [
    ...     w
    ...     for w in ("LoRA", "Chain-of-Thought", "o1", "Pre-training", "GPTQ", "7B", "Guava")
    ...     if is_marked(w)
    ... ]
    ['LoRA', 'o1', 'GPTQ']
    """
    return bool(_MARKED.search(word) or (len(word) > 1 and _GREEK.search(word)))


def letters(name: str) -> str:
    """Return what spellings share that differ in capitals, hyphens and gaps, or spell Greek out.

    >>> letters("π-RL") == letters("pi_rl"), letters("PlotFold") == letters("Plot Fold")
    (True, True)
    >>> letters("PlotFold+") == letters("PlotFold")
    False
    """
    if not name.isascii():
        name = _GREEK.sub(lambda sign: unicodedata.name(sign[0], "").rpartition(" ")[2], name)
    return "".join(sign for sign in name.casefold() if sign.isalnum() or sign in _TELLING)


#: Signs that make another thing of a name.
_TELLING = "+*#^"
# A capital behind a letter, or a digit behind the letters that a part begins with.
_MARKED = re.compile(
    r"(?:^|(?<=[-.]))(?:[^-.A-Za-z\u0370-\u03ff]*[A-Za-z\u0370-\u03ff][^-.]*[A-Z]"
    r"|[A-Za-z\u0370-\u03ff]+\d)"
)
_GREEK = re.compile(r"[\u0370-\u03ff]")


def marked_words(text: str) -> Iterator[tuple[int, int]]:
    """Yield [start, end) of the words that have the shape of a coined name.

    A lower-case suffix is left off: of ``LoRA-based``, the name is ``LoRA``.
    """
    for rest in _FROM_MARK.finditer(text):
        first = text.rfind(" ", 0, rest.start()) + 1
        run = text[first : rest.end()]
        for start, end in _marked_in(run) if len(run) <= _LONGEST_KEPT else _words_of(run):
            yield first + start, first + end


# What may be marked has one of these signs; words that merely begin with a capital are passed over.
_FROM_MARK = re.compile(r"[A-Z\d\u0370-\u03ff](?!(?<= [A-Z])[a-z]+[,.]? )[^ ]*")

#: Longer runs of signs do not come again, and are not kept.
_LONGEST_KEPT = 60


@lru_cache(maxsize=1 << 16)
def _marked_in(run: str) -> tuple[tuple[int, int], ...]:
    return tuple(_words_of(run))


def _words_of(run: str) -> Iterator[tuple[int, int]]:
    for match in _WORD.finditer(run):
        word = match[0]
        if (word.islower() and word.isascii()) or len(word) < 2 or not is_marked(word):
            continue
        suffix = _LOWER_SUFFIX.search(word)
        if suffix is not None:
            word = word[: suffix.start()]
        if word.endswith("s") and word[:-1].isupper() and len(word) > 3:
            word = word[:-1]
        if len(word) < 2 or word in no_names() or not is_marked(word) or _is_measure(word):
            continue
        prefix = _PREFIX.match(word)
        yield match.start() + (prefix.end() if prefix else 0), match.start() + len(word)


def _is_measure(word: str) -> bool:
    """Say whether a word is a number with a unit, an ordinal, or a bit width: 4K, 16GB, W4A4."""
    return _MEASURE.fullmatch(word) is not None


_MEASURE = re.compile(
    r"\d+(?:\.\d+)?(?:[A-Za-z]{1,3}|-bit|-shot)?|[WAKQ]\d+(?:[AKV]\d+)*|\d+[A-Z]\d+"
    r"|\d+(?:\.\d+)?[BMT]-A\d+(?:\.\d+)?[BM]|\d+x[A-Z]+\d+|\d+times[A-Z]\w*|(?:[Ff]loat|[Ii]nt)\d{1,2}|(?:leq|geq|sim|approx|times)\d+[A-Za-z]?"
)
