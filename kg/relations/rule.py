"""What a rule is: data, with its own examples.

A pattern is a regular expression over a sentence in which each name, or list of names, is replaced
by a mark. In a pattern, ``{M}`` stands for a mark that holds a Model or ModelFamily, ``{D}`` a
Dataset or Benchmark, ``{A}`` a Method, ``{W}`` a Model, ModelFamily or Method, ``{X}`` any of these
that can be introduced, ``{N}`` any name at all. What a mark picks is what the relation points to;
``{s:A}`` picks what it starts from, at most once in a pattern; small letters (``{m}``) are context
only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import count

from kg.sieve import small_pattern, whole_words

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
    "W": "[MA]",
    "X": "[MDA]",
    "N": "[A-Z]",
}


@lru_cache(maxsize=1 << 10)
def mark(letters: str, index: int) -> str:
    """Write the mark of the group `index` that holds the types `letters`."""
    return f"⟦{''.join(sorted(set(letters)))}{index}⟧"


#: The name of the group that picks a rule's subject.
SUBJECT = "subject"


@dataclass(frozen=True)
class Rule:
    """One way in which a sentence says that a relation holds of the paper, or between two names.

    `types` limits the objects to names of these types, `unlisted` to names that no list knows,
    `common` to common-noun terms, `subjects` the subjects to names of these types. `places` are
    the parts of a text where it applies: ``title``, ``own`` and ``background`` sentences (see
    `kg.relations.frames`); with `terms`, common-noun terms are marked like names. A rule that
    `denies` takes from the relation's other rules what it finds in the same sentence; one that is
    `turned` reads a relation that runs from what it picks to the subject ("worse than X": X
    outperforms the paper).
    Each example is a text with the labels that the rule must (`holds`) or must not (`fails`)
    yield, ``Subject > Object`` for a rule that marks its subject; the texts are written for this
    purpose.
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
    turned: bool = False
    common: bool = False
    subjects: frozenset[str] = frozenset()
    places: frozenset[str] = field(default=frozenset({"title", "own", "background"}))

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern over marked sentences in small letters.

        Each object mark is a group with its index.
        """
        numbers = count()
        written = _MARK.sub(lambda match: _write_mark(match, numbers), self.pattern)
        return re.compile(whole_words(small_pattern(written)))

    @cached_property
    def has_subject(self) -> bool:
        """Whether the pattern picks a subject."""
        return SUBJECT in self.compiled.groupindex

    @cached_property
    def objects(self) -> tuple[str, ...]:
        """The names of the pattern's groups that pick objects."""
        return tuple(name for name in self.compiled.groupindex if name != SUBJECT)


_MARK = re.compile(r"\{(s:)?([A-Za-z])\}")


def _write_mark(match: re.Match[str], numbers: Iterator[int]) -> str:
    letter = match[2]
    if match[1]:
        index = rf"(?P<{SUBJECT}>\d+)"
    elif letter.isupper():
        index = rf"(?P<o{next(numbers)}>\d+)"
    else:
        index = r"\d+"
    return rf"⟦[A-Z]*{_LETTERS_OF[letter.upper()]}[A-Z]*{index}⟧"
