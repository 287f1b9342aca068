"""One format a file. Each writes a whole store, without adding or losing a fact.

To add a format, write a module with an `Exporter` and name it in `EXPORTERS`.
"""

from pathlib import Path

from kg.errors import UnknownNameError
from kg.exporters.exporter import Exporter
from kg.exporters.jsonld import JSONLD
from kg.exporters.ntriples import NTRIPLES
from kg.exporters.records import RECORDS
from kg.exporters.turtle import TURTLE
from kg.store import Store
from kg.whole_file import whole_file

EXPORTERS = {item.name: item for item in (TURTLE, NTRIPLES, JSONLD, RECORDS)}

__all__ = ["EXPORTERS", "Exporter", "export", "exporter"]


def exporter(name: str) -> Exporter:
    """Return an exporter by its name; raises UnknownNameError with the nearest names."""
    from difflib import get_close_matches

    if name not in EXPORTERS:
        raise UnknownNameError("format", name, get_close_matches(name, EXPORTERS))
    return EXPORTERS[name]


def export(store: Store, name: str, path: Path) -> None:
    """Write a store to a file, whole or not at all: what stood there before stays until then.

    Raises DataError where the folder is not there.
    """
    chosen = exporter(name)
    with whole_file(path) as out:
        chosen.write(store, out)
