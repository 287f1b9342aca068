"""One format a file. Each writes a whole store, row by row as it reads it.

To add a format, write a module with an `Exporter` and name it in `EXPORTERS`.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, cast

from kg.errors import DataError, UnknownNameError
from kg.exporters.csv_tables import CSV
from kg.exporters.cypher import CYPHER
from kg.exporters.exporter import Exporter, Part
from kg.exporters.gexf import GEXF
from kg.exporters.graphml import GRAPHML
from kg.exporters.hashed import HashedFile
from kg.exporters.jsonl import JSONL
from kg.exporters.jsonld import JSONLD
from kg.exporters.manifest import IN_FOLDER, SUFFIX, Written, manifest
from kg.exporters.nquads import NQUADS
from kg.exporters.ntriples import NTRIPLES
from kg.exporters.parquet import PARQUET
from kg.exporters.rdf12 import RDF12
from kg.exporters.rdfxml import RDFXML
from kg.exporters.records import RECORDS
from kg.exporters.sqlite import SQLITE
from kg.exporters.trig import TRIG
from kg.exporters.turtle import TURTLE
from kg.rdf.blocks import PROVENANCE, Provenance
from kg.store import Store
from kg.store.own_files import refuse_own_file
from kg.whole_file import is_stream, whole_file

EXPORTERS = {
    item.name: item
    for item in (
        *(TURTLE, NTRIPLES, NQUADS, TRIG, JSONLD, RDFXML, RDF12),
        *(JSONL, PARQUET, SQLITE, CSV),
        *(GRAPHML, GEXF, CYPHER, RECORDS),
    )
}

__all__ = ["EXPORTERS", "PROVENANCE", "Exporter", "Provenance", "export", "exporter"]


def exporter(name: str) -> Exporter:
    """Return an exporter by its name; raises UnknownNameError with the nearest names."""
    from difflib import get_close_matches

    if name not in EXPORTERS:
        raise UnknownNameError("format", name, get_close_matches(name, EXPORTERS))
    return EXPORTERS[name]


def export(store: Store, name: str, path: Path, provenance: Provenance = "full") -> None:
    """Write a store to a file or a folder, with its manifest; each file whole or not at all.

    What stood there before stays until then; a folder is made, in which other files stay as they
    are. A pipe or a device gets no manifest. Raises DataError where that cannot be, where a store
    or a curation file stands there, and where the format needs a package that is not installed.
    """
    chosen = exporter(name)
    _require(chosen)
    refuse_own_file(path)
    if not path.parent.is_dir():
        raise DataError(str(path), 0, "cannot be written: there is no such folder")
    with ExitStack() as stack:
        if chosen.is_folder:
            stack.enter_context(_folder(path, chosen.parts))
            manifest_path = path / IN_FOLDER
        elif is_stream(path):
            manifest_path = Path(os.devnull)
        else:
            manifest_path = path.with_name(path.name + SUFFIX)
        about = stack.enter_context(whole_file(manifest_path))  # the first in is the last in place
        files = [_write(stack, store, part, path, provenance) for part in chosen.parts]
        about.write(manifest(store, chosen, files, provenance).encode())


def _require(chosen: Exporter) -> None:
    """Raise DataError where the package that a format needs is not there."""
    from importlib.util import find_spec

    if chosen.package and find_spec(chosen.package) is None:
        message = f"needs {chosen.package}: pip install {chosen.package}"
        raise DataError(f"the format {chosen.name}", 0, message)


@contextmanager
def _folder(path: Path, parts: Iterable[Part]) -> Iterator[None]:
    """Make a folder where there is none, and take it away again where the block raises."""
    if path.exists() and not path.is_dir():
        raise DataError(str(path), 0, "is a file; this format is a folder, name another")
    for place in (path / part.name for part in parts):
        if place.is_dir():
            raise DataError(str(place), 0, "is a folder; a file of this format goes there")
    is_new = not path.exists()
    path.mkdir(exist_ok=True)
    try:
        yield
    except BaseException:
        if is_new:
            with suppress(OSError):  # what is whole already stays
                path.rmdir()
        raise


def _write(
    stack: ExitStack, store: Store, part: Part, path: Path, provenance: Provenance
) -> Written:
    """Write one part beside its place, where it goes when the stack ends well."""
    place = path / part.name if part.name else path
    out = HashedFile(stack.enter_context(whole_file(place)))
    # mypy knows no protocol for "a file that can be written"; HashedFile has all that is used.
    items = part.write(store, cast("BinaryIO", out), provenance)
    return Written(place.name, out.sha256, out.size, items)
