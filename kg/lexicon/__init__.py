"""The curated names of the field and the reader that finds them in a text.

>>> lexicon = load()
>>> text = "We fine-tune with LoRA and test on GSM8K."
>>> [(text[m.start : m.end], m.entry.id) for m in lexicon.find(text) if m.entry.named]
[('LoRA', 'method/lora'), ('GSM8K', 'benchmark/gsm8k')]
"""

from collections.abc import Iterator, Mapping
from functools import cache, cached_property

from kg.ids import name_key
from kg.lexicon.context import Context, supported
from kg.lexicon.matcher import Match, Matcher
from kg.lexicon.tables import Entry, Family, Tables, read_tables
from kg.lexicon.written_short import written_out

__all__ = ["Context", "Entry", "Family", "Lexicon", "Match", "load", "supported"]


class Lexicon:
    """The entries by id, with the two ways of reaching them: in a text and by a name."""

    def __init__(self, tables: Tables) -> None:
        self.entries: Mapping[str, Entry] = tables.entries
        self.families: tuple[Family, ...] = tables.families
        self.do_not_merge: frozenset[frozenset[str]] = frozenset(
            frozenset(map(name_key, pair)) for pair in tables.do_not_merge
        )
        self.version: str = tables.version

    def find(self, text: str) -> Iterator[Match]:
        """Yield the names in a text, in order, without overlaps; offsets are those of `text`.

        Where one stretch names several entries, each is yielded (``CIFAR-10/100``). Matches with
        a condition are for `supported` to judge.
        """
        for match in self._matcher.find(text):
            yield from written_out(match, text, self.lookup)

    def lookup(self, name: str, type: str = "") -> tuple[Entry, ...]:
        """Return the entries that a name spells, of one type where it is given."""
        found = self._by_key.get(name_key(name), ())
        return tuple(entry for entry in found if type in ("", entry.type))

    def may_merge(self, one: str, other: str) -> bool:
        """Tell whether no curated pair forbids two names to be one thing."""
        pair = frozenset((name_key(one), name_key(other)))
        return one == other or pair not in self.do_not_merge

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher(self.entries.values())

    @cached_property
    def _by_key(self) -> dict[str, tuple[Entry, ...]]:
        """Entries by each of their names' keys; an exact label stands before an alias."""
        labels: dict[str, dict[str, Entry]] = {}
        for names_of in (_label, _aliases):
            for entry in self.entries.values():
                for name in names_of(entry):
                    labels.setdefault(name_key(name), {}).setdefault(entry.id, entry)
        return {key: tuple(found.values()) for key, found in labels.items()}


def _label(entry: Entry) -> tuple[str, ...]:
    return (entry.label,)


def _aliases(entry: Entry) -> tuple[str, ...]:
    return entry.aliases


@cache
def load() -> Lexicon:
    """Return the lexicon of the package, read once."""
    return Lexicon(read_tables())
