"""The answer of a SPARQL query as text: a table, or a standard format."""

import json
import re
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.markdown import markdown_table
from kg.rdf.rows import to_csv, value_of
from kg.rdf.terms import PREFIXES
from kg.terminal import display_width, padded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pyoxigraph
    from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples, Triple

    #: What a query yields, here or at an endpoint.
    Answer = QuerySolutions | QueryBoolean | QueryTriples | Sequence[Triple]

#: How rows, and a yes or no, can be written.
ROW_FORMATS = ("table", "json", "jsonl", "csv", "tsv", "md")
#: How triples can be written.
TRIPLE_FORMATS = ("turtle", "ntriples")


def formats(result: "Answer") -> tuple[str, ...]:
    """Return the formats that a result can be written in, the usual one first."""
    from pyoxigraph import QueryBoolean, QuerySolutions

    return ROW_FORMATS if isinstance(result, QueryBoolean | QuerySolutions) else TRIPLE_FORMATS


def render(result: "Answer", form: str = "") -> str:
    """Write a result; raises QueryError for a format that does not go with it.

    Without a format, rows become a table and triples Turtle. Triples are sorted.
    """
    from pyoxigraph import QueryBoolean, QuerySolutions

    known = formats(result)
    form = form or known[0]
    if form not in known:
        raise QueryError(f"this result cannot be written as {form}; choose {', '.join(known)}")
    if not isinstance(result, QueryBoolean | QuerySolutions):
        return _triples(result, form)
    return _table(result) if form == "table" else _rows(result, form)


def _rows(result: "QuerySolutions | QueryBoolean", form: str) -> str:
    from pyoxigraph import QueryBoolean, QueryResultsFormat

    if form in _PLAIN:
        return _PLAIN[form](result)
    if form == "json":
        return (result.serialize(format=QueryResultsFormat.JSON) or b"").decode() + "\n"
    if isinstance(result, QueryBoolean):
        return f"{str(bool(result)).lower()}\n"
    if form == "csv":
        names = [variable.value for variable in result.variables]
        return "".join(to_csv(names, iter(result), line_end="\n"))
    return (result.serialize(format=QueryResultsFormat.TSV) or b"").decode()


def _triples(result: "Iterable[Triple]", form: str) -> str:
    from pyoxigraph import RdfFormat, serialize

    triples = sorted(set(result), key=str)
    if form == "ntriples":
        return (serialize(triples, format=RdfFormat.N_TRIPLES) or b"").decode()
    used = {
        prefix: namespace
        for prefix, namespace in PREFIXES.items()
        if any(namespace in str(triple) for triple in triples)
    }
    return (serialize(triples, format=RdfFormat.TURTLE, prefixes=used) or b"").decode()


def _table(result: "QuerySolutions | QueryBoolean") -> str:
    """Write rows as aligned columns; IRIs are shortened, control characters shown as spaces."""
    from pyoxigraph import QueryBoolean

    if isinstance(result, QueryBoolean):
        return "yes\n" if result else "no\n"
    header = [variable.value for variable in result.variables]
    rows = [[_cell(row[name]) for name in header] for row in result]
    widths = [max(map(display_width, column)) for column in zip(header, *rows, strict=True)]
    rule = ["-" * width for width in widths]
    return "".join(_line(row, widths) for row in (header, rule, *rows))


def _json_lines(result: "QuerySolutions | QueryBoolean") -> str:
    """Write an object a row, of plain values; what is not bound is null."""
    from pyoxigraph import QueryBoolean

    if isinstance(result, QueryBoolean):
        return f"{json.dumps({'boolean': bool(result)})}\n"
    names = [variable.value for variable in result.variables]
    rows = ({name: value_of(row[name]) for name in names} for row in result)
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)


def _markdown(result: "QuerySolutions | QueryBoolean") -> str:
    from pyoxigraph import QueryBoolean

    if isinstance(result, QueryBoolean):
        return _table(result)
    names = [variable.value for variable in result.variables]
    return markdown_table(names, ([_cell(row[name]) for name in names] for row in result))


#: Formats that are no standard of the W3C, with what writes them.
_PLAIN = {"jsonl": _json_lines, "md": _markdown}


def _line(cells: list[str], widths: list[int]) -> str:
    return "  ".join(map(padded, cells, widths)).rstrip() + "\n"


def _cell(value: "pyoxigraph.NamedNode | pyoxigraph.Literal | object | None") -> str:
    from pyoxigraph import NamedNode

    if value is None:
        return ""
    text = str(getattr(value, "value", value))
    if isinstance(value, NamedNode):
        text = _short(text)
    return "".join(c if c.isprintable() else " " for c in text)


def short_path(path: str) -> str:
    """Return a path of SPARQL with prefixed names for its IRIs.

    >>> short_path("<http://www.w3.org/ns/prov#wasDerivedFrom>")
    'prov:wasDerivedFrom'
    """
    return re.sub(r"<([^<>]+)>", lambda found: _short(found[1]), path)


def _short(iri: str) -> str:
    """Return an IRI as a prefixed name where a prefix fits."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
