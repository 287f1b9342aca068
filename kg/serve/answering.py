"""Answer one query from an engine: run it, choose the format, write so many rows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from kg.errors import QueryError
from kg.namespaces import GRAPH
from kg.rdf import rows
from kg.rdf.sparql import run
from kg.rdf.terms import PREFIXES
from kg.serve import media

if TYPE_CHECKING:
    import pyoxigraph
    from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Query:
    """A query and how its answer is wanted.

    `base` resolves relative IRIs. The graphs are those of the protocol: with none of either kind,
    the query is on the dataset that it names itself, or on the whole.
    """

    text: str
    accept: str = ""
    base: str = ""
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: a status of HTTP, the media type, the text, and whether rows were left out."""

    status: int
    media: str
    text: str
    cut: bool = False


def problem(status: int, text: str) -> Reply:
    """Say why there is no answer."""
    return Reply(status, "text/plain", text.rstrip("\n") + "\n")


def answer(engine: "pyoxigraph.Store", query: Query, limit: int) -> Reply:
    """Answer a query with at most so many rows or triples; a query that is wrong has status 400."""
    from pyoxigraph import QueryBoolean, QueryTriples

    try:
        result = run(engine, query.text, base=query.base or None, **_dataset(query))
        if isinstance(result, QueryTriples):
            return _triples(result, query.accept, limit)
        if isinstance(result, QueryBoolean):
            return _boolean(result, query.accept)
        return _rows(result, query.accept, limit)
    except (QueryError, ValueError) as error:
        return problem(400, str(error))


def _dataset(query: Query) -> dict[str, Any]:
    """Return the dataset of the protocol, which takes the place of the query's own."""
    from pyoxigraph import DefaultGraph, NamedNode

    if not query.default_graphs and not query.named_graphs:
        return {}
    return {
        "default_graph": [
            DefaultGraph() if name == GRAPH else NamedNode(name) for name in query.default_graphs
        ],
        "named_graphs": [NamedNode(name) for name in query.named_graphs],
    }


def _refused(formats: dict[str, str]) -> Reply:
    return problem(406, f"none of these formats is accepted: {', '.join(formats.values())}")


def _rows(result: "QuerySolutions", accept: str, limit: int) -> Reply:
    form = media.choose(accept, media.ROWS)
    if not form:
        return _refused(media.ROWS)
    names = [variable.value for variable in result.variables]
    some = _Some(result, limit)
    text = "".join(rows.WRITERS[form](names, iter(some)))
    return Reply(200, media.ROWS[form], text, some.cut)


def _boolean(result: "QueryBoolean", accept: str) -> Reply:
    form = media.choose(accept, media.BOOLEANS)
    if not form:
        return _refused(media.BOOLEANS)
    return Reply(200, media.BOOLEANS[form], rows.boolean(form, value=bool(result)))


def _triples(result: "QueryTriples", accept: str, limit: int) -> Reply:
    from pyoxigraph import RdfFormat, serialize

    form = media.choose(accept, media.TRIPLES)
    if not form:
        return _refused(media.TRIPLES)
    some = _Some(result, limit)
    writer = RdfFormat.from_media_type(media.TRIPLES[form])
    if writer is None:
        raise ValueError(f"the engine cannot write {form}")
    used = PREFIXES if form == "turtle" else None
    text = serialize(iter(some), format=writer, prefixes=used) or b""
    return Reply(200, media.TRIPLES[form], text.decode(), some.cut)


class _Some(Iterable[Item]):
    """The first items of an answer; `cut` tells, once they are read, whether there were more."""

    def __init__(self, items: Iterator[Item], limit: int) -> None:
        self._items, self._limit, self.cut = items, limit, False

    def __iter__(self) -> Iterator[Item]:
        yield from islice(self._items, self._limit)
        self.cut = next(self._items, None) is not None
