"""What a curator decided, and the one thing that he means by a name."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import AmbiguousNameError, UnknownNameError
from kg.query.answer import Answer, Row
from kg.query.names import candidates, encodable, unknown

if TYPE_CHECKING:
    from kg.store import Store


def decided(store: Path) -> Answer:
    """List the acts of the curation file of a store, in the order in which they are replayed."""
    from kg.curation import curation_path, read
    from kg.store import open_store

    open_store(store).close()  # the decisions of no store are none
    rows = tuple(
        Row(
            (
                ("number", number),
                ("act", act.verb),
                ("what", " ".join(filter(None, act.arguments))),
                ("who", act.who),
                ("when", act.when),
                ("note", act.note),
            )
        )
        for number, act in enumerate(read(curation_path(store)), 1)
    )
    columns = ("number", "act", "what", "who", "when", "note")
    return Answer("curate list", "curation", columns, rows, len(rows))


def one_thing(store: "Store", name: str, types: Sequence[str] = ()) -> str:
    """Return the id of the thing that a name means; a past id stands for itself.

    Raises UnknownNameError where nothing has the name, AmbiguousNameError where several things do.
    """
    past = dict(store.redirects())
    if name in past:
        return name
    found = [item for item in candidates(store, name, types) if not types or item.type in types]
    if not found:
        error = unknown(store, name, types)
        raise UnknownNameError(error.kind, encodable(name), error.nearest)
    if len(found) > 1 and name != found[0].id:
        raise AmbiguousNameError(name, [entity.id for entity in found])
    return found[0].id
