"""Rows of a SELECT in the four formats of the W3C, as far as a limit lets them through.

The engine's own writers cannot be stopped after so many rows; its CSV has a row of one value that
is not bound as an empty line, which readers of CSV pass over.
"""

import csv
import json
import re
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from pyoxigraph import QuerySolution

#: The variables of a SELECT.
Header = Sequence[str]
_XML = '<?xml version="1.0"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">'
_XSD = "http://www.w3.org/2001/XMLSchema#"
_STRING = f"{_XSD}string"
#: Types whose values JSON has; what is no number of it, such as INF, is text, and so is a number of
#: more digits than any reader of JSON has to keep.
_NUMBERS = frozenset({"integer", "decimal", "double", "float"})
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(?:\.[0-9]{1,15})?(?:[eE][+-]?[0-9]{1,2})?")
_LANGUAGE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
#: What XML 1.0 cannot hold, not even escaped.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_json(names: Header, rows: "Iterator[QuerySolution]") -> Iterator[str]:
    """Write SPARQL 1.1 Query Results JSON."""
    yield f'{{"head":{{"vars":{json.dumps(list(names))}}},"results":{{"bindings":['
    for number, row in enumerate(rows):
        cells = {name: _json_term(row[name]) for name in names if row[name] is not None}
        yield f"{',' if number else ''}\n{json.dumps(cells, ensure_ascii=False)}"
    yield "\n]}}\n"


def _json_term(term: Any) -> dict[str, Any]:
    from pyoxigraph import BlankNode, Literal, NamedNode

    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if not isinstance(term, Literal):
        parts = {part: _json_term(getattr(term, part)) for part in _PARTS}
        return {"type": "triple", "value": parts}
    found = {"type": "literal", "value": term.value}
    if term.language:
        found["xml:lang"] = term.language
    elif term.datatype.value != _STRING:
        found["datatype"] = term.datatype.value
    return found


_PARTS = ("subject", "predicate", "object")


def to_xml(names: Header, rows: "Iterator[QuerySolution]") -> Iterator[str]:
    """Write SPARQL Query Results XML; what XML cannot hold becomes U+FFFD."""
    variables = "".join(f"<variable name={quoteattr(name)}/>" for name in names)
    yield f"{_XML}<head>{variables}</head><results>"
    for row in rows:
        cells = (
            f"<binding name={quoteattr(name)}>{_xml_term(row[name])}</binding>"
            for name in names
            if row[name] is not None
        )
        yield f"\n<result>{''.join(cells)}</result>"
    yield "\n</results></sparql>\n"


def _xml_term(term: Any) -> str:
    from pyoxigraph import BlankNode, Literal, NamedNode

    if isinstance(term, NamedNode):
        return f"<uri>{_xml_text(term.value)}</uri>"
    if isinstance(term, BlankNode):
        return f"<bnode>{_xml_text(term.value)}</bnode>"
    if not isinstance(term, Literal):
        parts = (f"<{part}>{_xml_term(getattr(term, part))}</{part}>" for part in _PARTS)
        return f"<triple>{''.join(parts)}</triple>"
    kind = ""
    if term.language:
        kind = f" xml:lang={quoteattr(term.language)}"
    elif term.datatype.value not in (_STRING, _LANGUAGE):
        kind = f" datatype={quoteattr(term.datatype.value)}"
    return f"<literal{kind}>{_xml_text(term.value)}</literal>"


def _xml_text(text: str) -> str:
    return escape(_NO_XML.sub("\ufffd", text), {"\r": "&#13;"})


def to_csv(
    names: Header, rows: "Iterator[QuerySolution]", *, line_end: str = "\r\n"
) -> Iterator[str]:
    """Write SPARQL 1.1 Query Results CSV: values without their kinds."""
    yield _csv_line(names) + line_end
    for row in rows:
        yield _csv_line([_plain(row[name]) for name in names]) + line_end


def _csv_line(cells: Sequence[str]) -> str:
    out = StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue().removesuffix("\r\n")


def _plain(term: Any) -> str:
    from pyoxigraph import Literal, NamedNode

    if term is None:
        return ""
    return term.value if isinstance(term, NamedNode | Literal) else str(term)


def value_of(term: Any) -> str | int | float | bool | None:
    """Return a term as JSON has it: numbers and truth values as such, all others as text."""
    from pyoxigraph import Literal

    if term is None:
        return None
    kind = term.datatype.value.removeprefix(_XSD) if isinstance(term, Literal) else ""
    if kind == "boolean":
        return term.value in ("true", "1")
    if kind in _NUMBERS and _NUMBER.fullmatch(term.value):
        return int(term.value) if term.value.lstrip("+-").isdigit() else float(term.value)
    return _plain(term)


def to_tsv(names: Header, rows: "Iterator[QuerySolution]") -> Iterator[str]:
    """Write SPARQL 1.1 Query Results TSV: terms as Turtle spells them."""
    yield "\t".join(f"?{name}" for name in names) + "\n"
    for row in rows:
        yield "\t".join("" if row[name] is None else str(row[name]) for name in names) + "\n"


#: Each format with what writes it.
WRITERS = {"json": to_json, "xml": to_xml, "csv": to_csv, "tsv": to_tsv}


def boolean(form: str, *, value: bool) -> str:
    """Write the answer of an ASK."""
    word = str(value).lower()
    if form == "xml":
        return f"{_XML}<head/><boolean>{word}</boolean></sparql>\n"
    return f'{{"head":{{}},"boolean":{word}}}\n'
