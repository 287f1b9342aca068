"""Bring an index up to date: only the nodes of which something else is said are written again."""

from collections.abc import Iterable, Iterator
from io import BufferedReader, RawIOBase
from typing import TYPE_CHECKING

from kg.rdf import marks
from kg.rdf.ntriples import lines
from kg.rdf.terms import PREFIXES, node
from kg.store import Store

if TYPE_CHECKING:
    import pyoxigraph
    from typing_extensions import Buffer

    from kg.rdf.marks import Rows

    Subject = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Triple

_GENERATED = f"{PREFIXES['prov']}wasGeneratedBy"
_OF_EVERY_NODE = (f"{PREFIXES['rdf']}type", f"{PREFIXES['dcterms']}isReplacedBy")
#: How many quads one transaction writes.
_TRANSACTION = 50_000


def run_of(store: Store) -> str:
    """Return the id of the run that made a store's graph."""
    return f"run/{store.meta().get('graph_id', 'none')}"


def load(engine: "pyoxigraph.Store", store: Store) -> "Rows":
    """Load a store into an empty engine; return the marks of its nodes."""
    from pyoxigraph import RdfFormat

    found = marks.Marks()
    texts = _noted(store, found)
    engine.bulk_load(BufferedReader(_Lines(texts), 1 << 20), format=RdfFormat.N_TRIPLES)
    return found.rows()


def _noted(store: Store, found: marks.Marks) -> Iterator[str]:
    run = _run_line(store)
    for batch in marks.batches(lines(store)):
        found.note(batch, run)
        yield "".join(batch)


def _run_line(store: Store) -> str:
    """Return the end of the line by which a node names its run."""
    return f" <{_GENERATED}> {node(run_of(store))} .\n"


def update(engine: "pyoxigraph.Store", store: Store, before: "Rows", run: str) -> "Rows":
    """Bring an engine that holds an earlier graph up to date; return the marks of the present one.

    `before` are the marks of the earlier graph, `run` is the id of its run.
    """
    found = marks.Marks()
    line = _run_line(store)
    for batch in marks.batches(lines(store)):
        changed = marks.differing(found.note(batch, line), before)
        _replace(engine, [batch[number] for number in changed])
    rows = found.rows()
    _remove(engine, marks.gone(rows, before))
    if run != run_of(store):
        _exchange_run(engine, run, run_of(store))
    return rows


def _replace(engine: "pyoxigraph.Store", texts: Iterable[str]) -> None:
    """Write what is said of some nodes in place of what was said of them."""
    from pyoxigraph import NamedNode, Quad, RdfFormat, parse

    new: set[Quad] = set()
    old: set[Quad] = set()
    for text in texts:
        subject = NamedNode(marks.subject_of(text)[1:-1])
        old.update(engine.quads_for_pattern(subject, None, None, None))
        new.update(parse(text, format=RdfFormat.N_TRIPLES))
    for quad in old - new:
        engine.remove(quad)
    _extend(engine, new - old)


def _extend(engine: "pyoxigraph.Store", quads: "Iterable[pyoxigraph.Quad]") -> None:
    waiting: list[pyoxigraph.Quad] = []
    for quad in quads:
        waiting.append(quad)
        if len(waiting) == _TRANSACTION:
            engine.extend(waiting)
            waiting = []
    engine.extend(waiting)


def _remove(engine: "pyoxigraph.Store", nodes: frozenset[int]) -> None:
    """Remove all that is said of nodes, which are given by their hashes."""
    if not nodes:
        return
    for subject in [item for item in _subjects(engine) if marks.mark(str(item)) in nodes]:
        for quad in list(engine.quads_for_pattern(subject, None, None, None)):
            engine.remove(quad)


def _subjects(engine: "pyoxigraph.Store") -> "Iterator[Subject]":
    """Yield the nodes that anything is said of: each has a type, or is the past id of another."""
    from pyoxigraph import NamedNode

    for predicate in _OF_EVERY_NODE:
        for quad in engine.quads_for_pattern(None, NamedNode(predicate), None, None):
            yield quad.subject


def _exchange_run(engine: "pyoxigraph.Store", old: str, new: str) -> None:
    """Let what an earlier run and this one both found be of this one."""
    from pyoxigraph import NamedNode, Quad

    predicate = NamedNode(_GENERATED)
    after = NamedNode(node(new)[1:-1])
    quads = list(engine.quads_for_pattern(None, predicate, NamedNode(node(old)[1:-1]), None))
    _extend(engine, (Quad(quad.subject, predicate, after) for quad in quads))
    for quad in quads:
        engine.remove(quad)


class _Lines(RawIOBase):
    """Texts as a binary file that is read once."""

    def __init__(self, texts: Iterator[str]) -> None:
        self._texts, self._rest = texts, b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "Buffer") -> int:
        """Fill the buffer as far as the next text goes; 0 at the end."""
        view = memoryview(buffer).cast("B")
        if not self._rest:
            self._rest = next(self._texts, "").encode()
        size = min(len(view), len(self._rest))
        view[:size], self._rest = self._rest[:size], self._rest[size:]
        return size
