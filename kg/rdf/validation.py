"""Whether a graph is as `ontology/shapes.ttl` says, and where it is not.

Each constraint is one query over all its nodes at once. A large store is looked at in pieces
(`kg.rdf.batches`), so that memory does not grow with it.
"""

import multiprocessing
import os
import re
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import DataError
from kg.rdf.batches import PAPERS, Piece, loaded, pieces
from kg.rdf.constraints import query
from kg.rdf.index import LARGE, index
from kg.rdf.shapes import Shapes, read

if TYPE_CHECKING:
    from pyoxigraph import QuerySolution
    from pyoxigraph import Store as Engine

    from kg.store import Store

#: How many pieces are checked at once: each takes some 600 MB.
WORKERS = 2
#: The worst first.
SEVERITIES = ("Violation", "Warning", "Info")
_PLACEHOLDER = re.compile(r"\{[?$](\w+)\}")
_SUFFIXES = ".ttl, .nt, .nq, .trig, .rdf or .jsonld"

# What the shapes look at is in the default graph, and in triples of RDF 1.1.
_UNION = "INSERT { ?s ?p ?o } WHERE { GRAPH ?graph { ?s ?p ?o } }"
_REIFIED = """
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
INSERT {
  ?node a rdf:Statement ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object
} WHERE {
  ?node rdf:reifies ?triple . FILTER(isTRIPLE(?triple))
  BIND(SUBJECT(?triple) AS ?subject)
  BIND(PREDICATE(?triple) AS ?predicate)
  BIND(OBJECT(?triple) AS ?object)
}
"""


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One node that breaks one constraint.

    `node` and `value` are IRIs or the texts of literals, `path` is the SPARQL path to the value.
    `severity` is Violation, Warning or Info; an Info is allowed and worth knowing.
    """

    node: str
    shape: str
    component: str
    path: str
    value: str
    severity: str
    message: str


#: The shapes of what papers say; the others are of things.
OF_RECORDS = frozenset("Assertion Derived Evidence HasReadings Mention Reading Result Span".split())


def validate(store: "Store", *, papers: int = PAPERS) -> list[Violation]:
    """Return what breaks the shapes in a store, sorted by severity and node.

    A store of `LARGE` papers or more is checked in pieces of so many `papers`, two at a time.
    """
    if store.counts().documents < LARGE:
        found = set(check(index(store)))
    else:
        workers = min(WORKERS, os.cpu_count() or 1)
        context = multiprocessing.get_context("spawn")
        with (
            pieces(store, papers) as parts,
            ProcessPoolExecutor(workers, mp_context=context) as pool,
        ):
            found = {item for part in pool.map(check_piece, parts) for item in part}
    return sorted(found, key=lambda item: (SEVERITIES.index(item.severity), item))


def check_piece(piece: Piece) -> list[Violation]:
    """Return what breaks the shapes that look at a piece."""
    records, paths = piece
    return list(check(loaded(paths), records=records))


def check(
    engine: "Engine", shapes: Shapes | None = None, *, records: bool | None = None
) -> Iterator[Violation]:
    """Yield what breaks each constraint in turn.

    With `records`, of the shapes of what papers say; without, of the others; by default of all.
    """
    from pyoxigraph import QuerySolutions

    shapes = shapes or read()
    for constraint in shapes.constraints():
        if records not in (None, constraint.shape in OF_RECORDS):
            continue
        rows = engine.query(query(shapes, constraint))
        if not isinstance(rows, QuerySolutions):
            raise TypeError(f"{constraint.shape}: a constraint is a SELECT")
        names = [variable.value for variable in rows.variables]
        component = f"{_capital(constraint.parameter)}ConstraintComponent"
        for row in rows:
            yield Violation(
                _text(row, names, "this"),
                constraint.shape,
                component,
                constraint.path,
                _text(row, names, "value"),
                constraint.severity,
                _filled(constraint.message, row, names),
            )


def _capital(name: str) -> str:
    return "SPARQL" if name == "sparql" else name[0].upper() + name[1:]


def _text(row: "QuerySolution", names: list[str], name: str) -> str:
    return str(getattr(row[name], "value", "")) if name in names else ""


def _filled(message: str, row: "QuerySolution", names: list[str]) -> str:
    """Put what was found in the places of a message, as SHACL-SPARQL does."""
    return _PLACEHOLDER.sub(lambda found: _text(row, names, found[1]), message)


def load(paths: Iterable[Path]) -> "Engine":
    """Load RDF files into a store in memory; raises DataError for what cannot be read.

    What stands in named graphs, and what triple terms of RDF 1.2 say, is in the default graph too.
    """
    from pyoxigraph import RdfFormat, Store

    engine = Store()
    for path in paths:
        form = RdfFormat.from_extension(path.suffix.removeprefix("."))
        if form is None:
            raise DataError(str(path), 0, f"no RDF file by its name; write {_SUFFIXES}")
        try:
            engine.bulk_load(path=str(path), format=form)
        except (SyntaxError, ValueError) as error:
            raise DataError(str(path), 0, f"cannot be read: {error}") from None
    engine.update(_UNION)
    engine.update(_REIFIED)
    return engine
