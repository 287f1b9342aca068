"""Find entities by name or identifier, and anything by its words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg import given
from kg.identifiers import identifier_in
from kg.ids import name_key
from kg.store.connection import Database
from kg.store.entities import key_of
from kg.store.paging import marks


@dataclass(frozen=True, slots=True)
class Hit:
    """What full-text search found. `snippet` is plain text, cut out around the first match.

    A smaller `rank` is better.
    """

    id: str
    type: str
    label: str
    snippet: str
    rank: float


def find_keys(database: Database, name: str, types: Sequence[str]) -> list[int]:
    """Return the keys of what is known by an id, an identifier or a name, best first."""
    direct = [key_of(database, name.strip()), *_by_identifier(database, name.strip())]
    keys = [key for key in direct if key and _has_type(database, key, types)]
    return list(dict.fromkeys([*keys, *_by_name(database, name, types)]))


def _has_type(database: Database, key: int, types: Sequence[str]) -> bool:
    ((type_name,),) = database.rows("SELECT type FROM entity WHERE key = ?", [key])
    return not types or type_name in types


def _by_identifier(database: Database, name: str) -> list[int]:
    if (identifier := identifier_in(name)) is None:
        return []
    sql = "SELECT document FROM identifier WHERE scheme = ? AND value = ?"
    return [key for (key,) in database.rows(sql, [identifier.scheme, identifier.value])]


def _by_name(database: Database, name: str, types: Sequence[str]) -> list[int]:
    """Return keys by folded name: the same spelling first, labels before aliases, used first."""
    condition = f"AND entity.type IN ({marks(types)})" if types else ""
    rows = database.rows(
        "SELECT entity.key FROM alias JOIN entity ON entity.key = alias.entity"
        f" WHERE alias.name_key = ? {condition}"
        " GROUP BY entity.key"
        " ORDER BY max(is_label AND name = ?) DESC, max(is_label) DESC, max(name = ?) DESC,"
        " sum(uses) DESC, entity.key",
        [name_key(name), *types, name, name],
    )
    return [key for (key,) in rows]


def _matching(text: str) -> str:
    """Write the query for all words of a text, the last as a beginning; '' where it has none."""
    words = [word.replace('"', '""') for word in text.replace("\0", " ").split()]
    words = [word for word in words if re.search(r"\w", word)]
    return " ".join(f'"{word}"' for word in words) + "*" if words else ""


def papers_with(database: Database, text: str) -> int:
    """Count the papers that have all the words in title or abstract."""
    if not (query := _matching(text)):
        return 0
    sql = (
        "SELECT count(*) FROM search JOIN entity ON entity.key = search.rowid"
        " WHERE search MATCH ? AND entity.type = 'Paper'"
    )
    ((number,),) = database.rows(sql, [query])
    return int(number)


def search(database: Database, text: str, limit: int) -> list[Hit]:
    """Return what has all the words, best first, or the `limit` best of it, where that is not 0.

    A match in the label weighs more.
    """
    given.number("limit", limit)
    if not (query := _matching(text)):
        return []
    rows = database.rows(
        "SELECT entity.id, entity.type, entity.label,"
        " snippet(search, -1, '', '', '…', 24), bm25(search, 5.0, 1.0) AS rank"
        " FROM search JOIN entity ON entity.key = search.rowid"
        " WHERE search MATCH ? ORDER BY rank, entity.key LIMIT ?",
        [query, limit or -1],  # SQLite takes a negative number for no limit
    )
    return [Hit(*row) for row in rows]
