"""SPARQL on a store: SELECT, ASK, CONSTRUCT and DESCRIBE; nothing is written, nobody is called."""

import re
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.rdf.index import index, is_damage
from kg.rdf.terms import PREFIXES
from kg.store import Store

if TYPE_CHECKING:
    import pyoxigraph
    from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples

    #: What a query yields: rows, yes or no, or triples.
    Result = QuerySolutions | QueryBoolean | QueryTriples
    #: What a default graph can be made of.
    GraphName = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.DefaultGraph

_PLACE = re.compile(r"^error at (\d+):(\d+): ")
_CODE_POINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_PREFIXED = re.compile(r"([A-Za-z][\w.-]*)?:")
_BRACKET = re.compile(r"[(){}\[\]]")
#: How deep brackets may stand in each other.
DEPTH = 500
#: As much of a line that is long is shown before the place of an error, and from it on.
BEFORE, AFTER = 60, 30
_DECLARED = re.compile(r"\bprefix\s+([\w.-]*):", re.I)
#: What some editors write before a text.
_BYTE_ORDER_MARK = "\ufeff"
_FORMS = "SELECT, ASK, CONSTRUCT or DESCRIBE"
_UPDATES = re.compile(r"\s*(insert|delete|load|clear|drop|create|add|move|copy|with)\b", re.I)

#: What may hold a name or the word SERVICE without meaning it, as a verbose pattern. An escape
#: (``\'`` in a local name) comes first, so that it cannot open a string.
HARMLESS = r"""
    \\.
  | "{3} (?: [^"\\] | \\. | "{1,2}(?!") )* "{3}
  | '{3} (?: [^'\\] | \\. | '{1,2}(?!') )* '{3}
  | " (?: [^"\\\n\r] | \\. )* "
  | ' (?: [^'\\\n\r] | \\. )* '
  | < [^<>"{}|^`\\\x00-\x20]* >
  | \# [^\n\r]*
  | [?$:@] \w+
"""
_TOKEN = re.compile(rf"(?:{HARMLESS})|(?P<service>\bservice\b(?!:))|(?:\w+)", re.X | re.S | re.I)


def sparql(store: Store, query: str) -> "Result":
    """Run a query; all prefixes of ours are known. Raises QueryError with line and column.

    Rows come as ``QuerySolutions`` of pyoxigraph, a yes or no as ``QueryBoolean``, triples as
    ``QueryTriples``; `kg.rdf.render` writes each of them.
    """
    return run(index(store), query)


def run(
    engine: "pyoxigraph.Store",
    query: str,
    *,
    base: str | None = None,
    default_graph: "list[GraphName] | None" = None,
    named_graphs: "list[pyoxigraph.NamedNode | pyoxigraph.BlankNode] | None" = None,
) -> "Result":
    """Run a query on an engine; the graphs, where given, take the place of the query's own.

    Raises QueryError as `sparql` does, and RuntimeError or OSError where the engine's files are
    damaged.
    """
    query = query.removeprefix(_BYTE_ORDER_MARK)
    _refuse_calls(query)
    _refuse_depth(query)
    try:
        return engine.query(
            query,
            base_iri=base,
            prefixes=PREFIXES,
            default_graph=default_graph,
            named_graphs=named_graphs,
        )
    except SyntaxError as error:
        raise QueryError(_explained(query, str(error))) from None
    except (ValueError, RuntimeError) as error:
        if is_damage(error):
            raise
        raise QueryError(f"the query cannot be run: {error}") from None


def form_of(query: str) -> str:
    """Return SELECT, ASK, CONSTRUCT or DESCRIBE, whichever a query is; empty for none."""
    names = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
    words = (token[0].upper() for token in _TOKEN.finditer(query))
    return next((word for word in words if word in names), "")


def with_prefixes(query: str) -> str:
    """Declare our prefixes that a query uses and does not declare, for an engine without them.

    >>> with_prefixes("ASK { ?p a kgo:Paper }")
    'PREFIX kgo: <https://w3id.org/paperkg/ontology#> ASK { ?p a kgo:Paper }'
    """
    query = query.removeprefix(_BYTE_ORDER_MARK)
    declared = {name.lower() for name in _DECLARED.findall(query)}
    used = {name for name in _PREFIXED.findall(query) if name in PREFIXES}
    missing = sorted(name for name in used if name.lower() not in declared)
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in missing) + query


def _refuse_depth(query: str) -> None:
    """Raise QueryError for brackets so deep in each other that the engine's stack would not do."""
    depth = 0
    for token in _BRACKET.findall(query):
        depth += 1 if token in "({[" else -1
        if depth > DEPTH:
            raise QueryError(f"the query is nested deeper than {DEPTH} brackets")


def _refuse_calls(query: str) -> None:
    """Raise QueryError where a query would call another endpoint."""
    written = _CODE_POINT.sub(lambda found: chr(int(found[1] or found[2], 16) % 0x110000), query)
    for text in {query, written}:
        for token in _TOKEN.finditer(text):
            if token["service"]:
                line = text.count("\n", 0, token.start()) + 1
                column = token.start() - text.rfind("\n", 0, token.start())
                message = "SERVICE is refused: kg asks no other endpoint"
                raise QueryError(f"line {line}, column {column}: {message}")


def _explained(query: str, error: str) -> str:
    """Say where a query breaks, show the line, and give a hint."""
    place = _PLACE.match(error)
    line, column = (int(place[1]), int(place[2])) if place else (1, 1)
    texts = query.splitlines() or [""]
    text = texts[min(line, len(texts)) - 1]
    hint = _hint(query, text, column, error[place.end() :] if place else error)
    shown, at = _around(text, column)
    return f"line {line}, column {column}: {hint}\n  {shown}\n  {' ' * at}^"


def _around(text: str, column: int) -> tuple[str, int]:
    """Return as much of a line as a terminal shows, and where the place is in it."""
    start = max(0, min(column - 1, len(text)) - BEFORE)
    end = start + BEFORE + AFTER
    left, right = "…" if start else "", "…" if end < len(text) else ""
    return f"{left}{text[start:end]}{right}", column - 1 - start + len(left)


def _hint(query: str, text: str, column: int, reason: str) -> str:
    if _UPDATES.match(query):
        return f"kg only reads: begin with {_FORMS}"
    if "Prefix not found" in reason:
        name = _PREFIXED.search(text, max(text.rfind(" ", 0, column - 1), 0))
        prefix = (name and name[1]) or ""
        return f"the prefix {prefix!r} is not known; declare it, or use {_known(prefix)}"
    if not re.search(rf"\b({_FORMS.replace(', ', '|').replace(' or ', '|')})\b", query, re.I):
        return f"not a query: begin with {_FORMS}"
    if "SELECT * is not authorized" in reason:
        return "SELECT * does not go with GROUP BY; name the variables"
    if "unbound" in reason:
        return "SELECT names a variable that is bound nowhere, or that GROUP BY does not have"
    if column > len(text) and _is_closed(query):
        return "a term, a brace or a quote is missing before, or a variable is bound twice"
    if column > len(text):
        return "the line ends too early: a term, a brace or a quote is missing"
    return "cannot be read from here"


def _is_closed(query: str) -> bool:
    """Tell whether all brackets of a query are closed."""
    brackets = "".join(_BRACKET.findall(_TOKEN.sub("", query)))
    return len(re.findall(r"[({\[]", brackets)) == len(re.findall(r"[)}\]]", brackets))


def _known(prefix: str) -> str:
    """Return the prefixes nearest to a wrong one, else a few that are known."""
    from difflib import get_close_matches

    return ", ".join(get_close_matches(prefix, PREFIXES, n=3) or ["kgo", "model", "method"])
