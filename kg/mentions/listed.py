"""The names of the lexicon in a text, where the words around them allow it."""

import re
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
        if match.entry.type == "ModelFamily" or _is_a_plain_word(match.entry, text[match.start : match.end]):
            continue
        if lexicon.supported(match, text, matches):
            yield Found(match.start, match.end, name_of(match.entry), RECOGNISER)


def name_of(entry: Entry) -> Name:
    """Return what a text says that names a lexicon entry."""
    family = ""
    if entry.type == "Model" and entry.parent:
        parent = lexicon.load().entries.get(entry.parent)
        family = parent.label if parent else ""
    return Name(entry.type, entry.label, named=entry.named, known=entry.id, family=family)


def _is_a_plain_word(entry: Entry, written: str) -> bool:
    """Say whether a proper name stands as one word in small letters, as no row spells it."""
    if not entry.named or not written.islower() or re.search(r"[\W\d]", written):
        return False
    return written not in (entry.label, *entry.aliases)
