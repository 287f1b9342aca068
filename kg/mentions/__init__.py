"""Recognisers: the lexicon, the model-name grammar, patterns; and the decision between them.

>>> from kg.text import read
>>> found = find_mentions(read("", "We test LoRA on Llama2-7B."))
>>> [(item.name.type, item.name.label) for item in found]
[('Method', 'LoRA'), ('Model', 'Llama-2-7B')]
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from kg.mentions.decide import decide
from kg.mentions.found import Found, coarse
from kg.mentions.listed import find_listed
from kg.mentions.listed_sides import without_sides
from kg.mentions.models.find import canonical, find_models
from kg.mentions.models.own_sizes import find_own_sizes
from kg.mentions.patterns import pattern_stages
from kg.mentions.terms.measures import find_measures
from kg.mentions.terms.tasks import find_tasks
from kg.text import Reading

if TYPE_CHECKING:  # what asks for a name needs no tagger, which loads numpy
    from kg.recogniser import Recogniser

__all__ = [
    "RECOGNISERS",
    "TIERS",
    "Found",
    "canonical",
    "coarse",
    "find_mentions",
    "mention_stages",
]

#: What finds names, as each find has it.
RECOGNISERS = ("lexicon", "model-name", "pattern", "tagger")
#: The recognisers of each tier: rules alone are several times faster, an encoder much slower.
TIERS = MappingProxyType(
    {"rules": RECOGNISERS[:3], "standard": RECOGNISERS, "accurate": (*RECOGNISERS, "encoder")}
)

#: In characters: the tagger learnt from abstracts, and takes long for what is none.
LONGEST = 10_000


def find_mentions(
    reading: Reading,
    *,
    recognisers: Collection[str] = TIERS["rules"],
    learnt: "Recogniser | None" = None,
) -> list[Found]:
    """Return the names in a reading, sorted by place; offsets are those of the reading's text.

    Names do not overlap, but one stretch may name several models. `recognisers` are those of one
    of the TIERS, by default the rules; fewer show what each is worth. `learnt` is the statistical
    recogniser, by default that of the package; what is too long for an abstract is left to rules.
    """
    *_, found = mention_stages(reading, recognisers=recognisers, learnt=learnt)
    return found


def mention_stages(
    reading: Reading,
    *,
    recognisers: Collection[str] = TIERS["rules"],
    learnt: "Recogniser | None" = None,
) -> Iterator[list[Found]]:
    """Yield the names after each of the stages; the same recognisers have as many for any text."""
    text = _without_addresses(reading.text)
    models = list(find_models(text)) if "model-name" in recognisers else []
    yield models
    names = find_listed(text) if "lexicon" in recognisers else ()
    found = decide(text, [*models, *names])
    yield found
    by_pattern = "pattern" in recognisers
    more: list[Found] = []
    for stage in pattern_stages(text, reading.title_end, found) if by_pattern else ():
        more = stage
        yield found
    found = find_own_sizes(text, _with(text, found, more))
    yield found
    terms = _terms(text, reading.title_end, found) if by_pattern else ()
    found = _with(text, found, terms)
    yield found
    is_tagged = "tagger" in recognisers and len(reading.text) <= LONGEST
    if is_tagged:
        learnt = learnt or _recogniser(encoded="encoder" in recognisers)
        found = _combined(replace(reading, text=text), found, learnt)
    yield without_sides(text, found)


def _combined(reading: Reading, found: list[Found], learnt: "Recogniser") -> list[Found]:
    """Return what rules and tagger say together."""
    from kg.mentions.combine import combine

    return combine(reading, found, learnt)


def _recogniser(*, encoded: bool) -> "Recogniser":
    """Return the recogniser of the package, which loads numpy."""
    from kg.recogniser import load

    return load(encoded=encoded)


def _terms(text: str, title_end: int, found: list[Found]) -> Iterator[Found]:
    """Yield common-noun tasks and metrics that no list knows."""
    yield from find_tasks(text, title_end, found)
    yield from find_measures(text, title_end, found)


def _with(text: str, decided: list[Found], more: Iterable[Found]) -> list[Found]:
    """Decide between names that are decided and more of them, if there are any."""
    new = list(more)
    return decide(text, [*decided, *new]) if new else decided


def _without_addresses(text: str) -> str:
    """Blank web and mail addresses: they hold names of accounts, not of things."""
    marks = tuple(mark for mark in _ADDRESSES if mark in text)
    return _addresses(marks).sub(lambda match: " " * len(match[0]), text) if marks else text


#: Patterns of addresses by a mark that each needs.
_ADDRESSES = {
    "://": r"https?://\S*",
    "www.": r"www\.\S*",
    ".co": r"\b(?:github|gitlab|huggingface)\.(?:com|co)/\S*",
    ".github.io": r"\b[\w.-]{1,100}\.github\.io\S*",
    "@": r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,100}\.[A-Za-z][\w.-]{1,100}",
}


@cache
def _addresses(marks: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(_ADDRESSES[mark] for mark in marks))
