"""Read entities, their names and redirects."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.errors import UnknownNameError
from kg.ids import name_key
from kg.model import Entity, PartialDate
from kg.store.connection import Database, Row
from kg.store.paging import chunks, marks

_COLUMNS = """
    SELECT entity.key, entity.id, entity.type, entity.label, parent.id, entity.named,
        entity.listed, entity.version, entity.size, entity.variant, entity.unit,
        entity.direction, entity.url, entity.date, entity.year_inferred
    FROM entity LEFT JOIN entity AS parent ON parent.key = entity.parent
"""


def key_of(database: Database, entity_id: str) -> int:
    """Return the key of an entity by its id, present or past; 0 where there is none."""
    rows = database.rows(
        "SELECT key FROM entity WHERE id = ? UNION ALL SELECT new FROM redirect WHERE old = ?",
        [entity_id, entity_id],
    )
    return int(rows[0][0]) if rows else 0


def keys_of(database: Database, entity_ids: Iterable[str]) -> list[int]:
    """Return the keys of entities by their ids, present or past, in order; none for unknown ids."""
    found: set[int] = set()
    for chunk in chunks(entity_ids):
        sql = (
            f"SELECT key FROM entity WHERE id IN ({marks(chunk)})"
            f" UNION SELECT new FROM redirect WHERE old IN ({marks(chunk)})"
        )
        found.update(key for (key,) in database.rows(sql, [*chunk, *chunk]))
    return sorted(found)


def require_key(database: Database, kind: str, entity_id: str) -> int:
    """Return the key of an entity; `UnknownNameError` with the nearest ids where there is none."""
    key = key_of(database, entity_id)
    if not key:
        raise UnknownNameError(kind, entity_id, _nearest(database, entity_id))
    return key


def _nearest(database: Database, entity_id: str) -> list[str]:
    """Return ids of entities that are called like the last segment."""
    wanted = name_key(entity_id.rpartition("/")[2])
    rows = database.rows(
        "SELECT DISTINCT entity.id FROM alias JOIN entity ON entity.key = alias.entity"
        " WHERE alias.name_key = ? OR alias.name_key BETWEEN ? AND ? ORDER BY 1 LIMIT 5",
        [wanted, f"{wanted}|", f"{wanted}|~"],
    )
    return [found for (found,) in rows]


def read_entities(database: Database, keys: Iterable[int]) -> Iterator[Entity]:
    """Yield the entities that have these keys, in this order."""
    for chunk in chunks(keys):
        aliases = _aliases(database, chunk)
        rows = database.rows(f"{_COLUMNS} WHERE entity.key IN ({marks(chunk)})", chunk)
        found = {row[0]: _entity(row, aliases.get(row[0], ())) for row in rows}
        yield from (found[key] for key in chunk)


def _entity(row: Row, aliases: tuple[str, ...]) -> Entity:
    _, identifier, type_name, label, parent, named, listed, *attributes, date, inferred = row
    version, size, variant, unit, direction, url = attributes
    return Entity(
        id=identifier,
        type=type_name,
        label=label,
        aliases=aliases,
        parent=parent or "",
        named=bool(named),
        listed=bool(listed),
        version=version,
        size=size,
        variant=variant,
        unit=unit,
        direction=direction,
        url=url,
        date=_date(date, inferred),
    )


def _date(text: str, year_inferred: int) -> PartialDate | None:
    if not text:
        return None
    year, month, day = [*map(int, text.split("-")), 0, 0][:3]
    return PartialDate(year, month, day, bool(year_inferred))


def _aliases(database: Database, keys: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Return the names besides the label."""
    aliases: dict[int, tuple[str, ...]] = {}
    for key, name in database.rows(
        "SELECT entity, name FROM alias"
        f" WHERE NOT is_label AND entity IN ({marks(keys)}) ORDER BY entity, name",
        keys,
    ):
        aliases[key] = (*aliases.get(key, ()), name)
    return aliases


def entity_keys(
    database: Database, columns: Mapping[str, Sequence[str | int]], since: str
) -> list[int]:
    """Return the keys of the entities whose columns have one of these values, by id.

    With `since`, an ISO date, those that are not older, as far as both dates are known.
    """
    conditions = [f"{column} IN ({marks(values)})" for column, values in columns.items()]
    values = [value for values in columns.values() for value in values]
    if since:
        conditions.append("date != '' AND substr(date, 1, ?) >= substr(?, 1, length(date))")
        values += [len(since), since]
    sql = f"SELECT key FROM entity WHERE {' AND '.join(conditions) or 'TRUE'} ORDER BY key"
    return [key for (key,) in database.rows(sql, values)]


def names(database: Database, types: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each label and alias with the id of what it names."""
    sql = "SELECT alias.name, entity.id FROM alias JOIN entity ON entity.key = alias.entity"
    if types:
        sql += f" WHERE entity.type IN ({marks(types)})"
    yield from database.rows(f"{sql} ORDER BY alias.entity, alias.name", types)


def redirects(database: Database) -> Iterator[tuple[str, str]]:
    """Yield each past id with the present one."""
    yield from database.rows(
        "SELECT redirect.old, entity.id FROM redirect JOIN entity ON entity.key = redirect.new"
        " ORDER BY redirect.old"
    )
