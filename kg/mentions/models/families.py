"""Where the model families of the lexicon stand in a text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from kg import lexicon
from kg.lexicon import Family


class FamilyAt(NamedTuple):
    """A family's spelling at [start, end) of a text.

    `condition` is the lexicon's: ``context`` where the bare name may be another word.
    """

    start: int
    end: int
    family: Family
    condition: str = ""


def fold(text: str) -> str:
    """Lower-case a text without changing its length."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)


class FamilyFinder:
    """Find the spellings of families, leftmost and longest, where no name goes on before them."""

    def __init__(self, families: Iterable[Family]) -> None:
        self._by_form: dict[str, list[tuple[Family, str, str]]] = {}
        for family in families:
            for spelling, condition in family.entry.conditions.items():
                if _SIZED.search(spelling):
                    continue  # a size is the grammar's business
                for form in _forms(spelling):
                    self._by_form.setdefault(form, []).append((family, spelling, condition))
        self._patterns = list(self._by_form)
        self._automaton = AhoCorasick(
            self._patterns,
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.DFA,  # twice as fast, and families are not that many
        )

    def find(self, text: str) -> Iterator[FamilyAt]:
        """Yield each family whose spelling stands in the text, in the case that its row asks."""
        for index, start, end in self._automaton.find_matches_as_indexes(fold(text)):
            if not begins_name(text, start) or _NUMBER_GOES_ON.match(text, end - 1):
                continue
            for family, spelling, condition in self._by_form[self._patterns[index]]:
                if _case_fits(text, start, end, spelling, condition):
                    yield FamilyAt(start, end, family, condition)
                    break


#: "Jurassic-1" is not in "Jurassic-13B", nor "Phi-1" in "Phi-1.5".
_NUMBER_GOES_ON = re.compile(r"\d(?:\d|\.\d)")


def begins_name(text: str, start: int) -> bool:
    """Say whether a name may begin here: not inside a word, not behind a hyphen that joins.

    >>> begins_name("Video-LLaMA", 6), begins_name("(LLaMA", 1), begins_name("CLIP/SigLIP", 5)
    (False, True, True)
    """
    if not start:
        return True
    before = text[start - 1]
    if before == "-":
        return start < 2 or not text[start - 2].isalnum()
    return not (before.isalnum() or before == "_")


def _case_fits(text: str, start: int, end: int, spelling: str, condition: str) -> bool:
    """Say whether the letters stand as the lexicon wants them.

    A family is a proper name: all in small letters it counts only where a size or version makes
    it plain (``llama-2-7b``), which the grammar sees; ``case`` wants the very spelling. So do
    short ones, unless a number behind a hyphen makes them plain (``gpt-5``).
    """
    if condition == "never":
        return False
    is_short = len(spelling) <= 4 and not spelling.islower()
    if condition == "case" or (is_short and not _VERSION.match(text, end)):
        return _letters(text[start:end]) == _letters(spelling)
    return True


_VERSION = re.compile(r"-\d")


def _forms(spelling: str) -> tuple[str, ...]:
    """Return a spelling in small letters, its gaps also as space, hyphen and nothing.

    >>> _forms("CodeLlama"), _forms("DeepSeek-V3")[:2]
    (('codellama', 'code llama', 'code-llama'), ('deepseek v3', 'deepseek-v3'))
    """
    forms = [re.sub(r"[ -]", gap, spelling) for gap in (" ", "-", "")]
    forms += [_CAMEL.sub(gap, spelling) for gap in (" ", "-")]
    return tuple(dict.fromkeys(map(fold, forms)))


_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def _letters(text: str) -> str:
    return _GAPS.sub("", text)


_GAPS = re.compile(r"[ _-]")
_SIZED = re.compile(r"[ -]\d+(?:\.\d+)?[BM]$")


#: How far a version that no row has may be ahead of the newest that one has.
_AHEAD = 2


def may_be_version(number: float, known: Sequence[float]) -> bool:
    """Say whether a number may be a version, given the known ones: new models come after those.

    >>> may_be_version(4, [1, 2]), may_be_version(5, [1, 2]), may_be_version(1, [])
    (True, False, False)
    """
    return bool(known) and min(known) <= number <= max(known) + _AHEAD


@cache
def finder() -> FamilyFinder:
    """Return the finder over the families of the lexicon."""
    return FamilyFinder(lexicon.load().families)
