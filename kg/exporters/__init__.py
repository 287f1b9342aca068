"""One format a file. Each writes a whole store, without adding or losing a fact.

To add a format, write a module with an `Exporter` and name it in `EXPORTERS`.
"""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from kg.errors import DataError, UnknownNameError
from kg.exporters.exporter import Exporter
from kg.exporters.jsonld import JSONLD
from kg.exporters.ntriples import NTRIPLES
from kg.exporters.records import RECORDS
from kg.exporters.turtle import TURTLE
from kg.store import Store

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
    if not path.parent.is_dir():
        raise DataError(str(path), 0, "cannot be written: there is no such folder")
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as out:
        temporary = Path(out.name)
        try:
            chosen.write(store, out)  # type: ignore[arg-type]  # a BinaryIO in all but name
            out.flush()
            temporary.chmod(0o666 & ~_umask())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def _umask() -> int:
    """Return the permissions that new files are not given."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
