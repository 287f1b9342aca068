"""SPARQL on a store: SELECT, ASK, CONSTRUCT and DESCRIBE; nothing is written, nobody is called."""

import re
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.rdf.index import index
from kg.rdf.terms import PREFIXES
from kg.store import Store

if TYPE_CHECKING:
    from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples

    #: What a query yields: rows, yes or no, or triples.
    Result = QuerySolutions | QueryBoolean | QueryTriples

_PLACE = re.compile(r"^error at (\d+):(\d+): ")
_CODE_POINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_PREFIXED = re.compile(r"([A-Za-z][\w.-]*)?:")
_FORMS = "SELECT, ASK, CONSTRUCT or DESCRIBE"
_UPDATES = re.compile(r"\s*(insert|delete|load|clear|drop|create|add|move|copy|with)\b", re.I)

# What may hold the word SERVICE without being a call. An escape (``\'`` in a local name) comes
# first, so that it cannot open a string.
_HARMLESS = r"""
    \\.
  | "{3} (?: [^"\\] | \\. | "{1,2}(?!") )* "{3}
  | '{3} (?: [^'\\] | \\. | '{1,2}(?!') )* '{3}
  | " (?: [^"\\\n\r] | \\. )* "
  | ' (?: [^'\\\n\r] | \\. )* '
  | < [^<>"{}|^`\\\x00-\x20]* >
  | \# [^\n\r]*
  | [?$:@] \w+
"""
_TOKEN = re.compile(rf"(?:{_HARMLESS})|(?P<service>\bservice\b(?!:))|(?:\w+)", re.X | re.S | re.I)


def sparql(store: Store, query: str) -> "Result":
    """Run a query; all prefixes of ours are known. Raises QueryError with line and column.

    Rows come as ``QuerySolutions`` of pyoxigraph, a yes or no as ``QueryBoolean``, triples as
    ``QueryTriples``; `kg.rdf.render` writes each of them.
    """
    _refuse_calls(query)
    try:
        return index(store).query(query, prefixes=PREFIXES)
    except SyntaxError as error:
        raise QueryError(_explained(query, str(error))) from None
    except (ValueError, RuntimeError) as error:
        raise QueryError(f"the query cannot be run: {error}") from None


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
    marker = " " * (column - 1) + "^"
    return f"line {line}, column {column}: {hint}\n  {text}\n  {marker}"


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
    if column > len(text):
        return "the line ends too early: a term, a brace or a quote is missing"
    return "cannot be read from here"


def _known(prefix: str) -> str:
    """Return the prefixes nearest to a wrong one, else a few that are known."""
    from difflib import get_close_matches

    return ", ".join(get_close_matches(prefix, PREFIXES, n=3) or ["kgo", "model", "method"])
