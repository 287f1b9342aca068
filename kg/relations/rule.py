"""What a rule is: data, with its own examples.

A pattern is a regular expression over a sentence in which each name, or list of names, is replaced
by a mark. In a pattern, ``{M}`` stands for a mark that holds a Model or ModelFamily, ``{D}`` a
Dataset or Benchmark, ``{A}`` a Method, ``{X}`` any of these that can be introduced, ``{N}`` any
name at all. The marks of the rule's `objects` are what the relation points to; small letters
(``{m}``) are context only.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property

#: Types by the letter that stands for them in a mark.
LETTERS = {
    "Model": "M",
    "ModelFamily": "M",
    "Dataset": "D",
    "Benchmark": "D",
    "Method": "A",
    "Task": "T",
    "Metric": "C",
    "Hardware": "H",
}
_LETTERS_OF = {
    "M": "M",
    "D": "D",
    "A": "A",
    "T": "T",
    "C": "C",
    "H": "H",
    "X": "[MDA]",
    "N": "[A-Z]",
}


def mark(letters: str, index: int) -> str:
    """Write the mark of the group `index` that holds the types `letters`."""
    return f"⟦{''.join(sorted(set(letters)))}{index}⟧"


@dataclass(frozen=True)
class Rule:
    """One way in which a sentence says that a relation holds of the paper.

    `types` limits the objects to names of these types, `unlisted` to names that no list knows.
    `places` are the parts of a text where it applies: ``title``, ``own`` and ``background``
    sentences (see `kg.relations.frames`); with `terms`, common-noun terms are marked like names.
    A rule that `denies` takes from the relation's other rules what it finds in the same sentence.
    Each example is a text with the labels that the rule must (`holds`) or must not (`fails`)
    yield; the texts are written for this purpose.
    """

    name: str
    relation: str
    pattern: str
    confidence: float
    types: frozenset[str]
    holds: tuple[tuple[str, tuple[str, ...]], ...]
    fails: tuple[str, ...] = ()
    unlisted: bool = False
    denies: bool = False
    terms: bool = False
    places: frozenset[str] = field(default=frozenset({"title", "own", "background"}))

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern over marked sentences; each object mark is a group with its index."""
        return re.compile(_MARK.sub(_write_mark, self.pattern), re.IGNORECASE)


_MARK = re.compile(r"\{([A-Za-z])\}")


def _write_mark(match: re.Match[str]) -> str:
    letter = match[1]
    inside = _LETTERS_OF[letter.upper()]
    index = r"(\d+)" if letter.isupper() else r"\d+"
    return rf"⟦[A-Z]*{inside}[A-Z]*{index}⟧"
