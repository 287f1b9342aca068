"""The names of the lexicon in a text, where the words around them allow it."""

from collections.abc import Iterator

from kg import lexicon
from kg.lexicon import Entry
from kg.mentions.found import Found
from kg.model import Name

RECOGNISER = "lexicon"


def find_listed(text: str) -> Iterator[Found]:
    """Yield the names of the lexicon; families are left to the model-name grammar."""
    matches = list(lexicon.load().find(text))
    for match in matches:
        if match.entry.type != "ModelFamily" and lexicon.supported(match, text, matches):
            yield Found(match.start, match.end, name_of(match.entry), RECOGNISER)


def name_of(entry: Entry) -> Name:
    """Return what a text says that names a lexicon entry."""
    family = ""
    if entry.type == "Model" and entry.parent:
        parent = lexicon.load().entries.get(entry.parent)
        family = parent.label if parent else ""
    return Name(entry.type, entry.label, named=entry.named, known=entry.id, family=family)
