"""IRIs and literals as N-Triples spells them: whatever the text, what is written parses.

Everything that kg writes as N-Triples or Turtle goes through `iri` and `literal`.
"""

import re
from functools import lru_cache
from urllib.parse import quote

from kg.ids import NAMESPACES
from kg.namespaces import BASE, RECORDS, VOCABULARIES, expand

#: What a value is: the id of a node of ours, a prefixed name, a web address, or a literal, whose
#: kind is its datatype's prefixed name.
NODE, NAME, ADDRESS, TEXT = "node", "name", "address", "xsd:string"

#: Every prefix that our Turtle and SPARQL know.
PREFIXES = {
    **VOCABULARIES,
    **{name: f"{BASE}{name}/" for name in (*NAMESPACES.values(), *RECORDS)},
}

# Also what Python and JavaScript take for the end of a line, though the formats do not.
_ESCAPED = re.compile(r'[\x00-\x1f"\\\x7f-\x9f\u2028\u2029\ud800-\udfff]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_PLAIN_IRI = re.compile(r"[A-Za-z0-9:/._~?&=%#+-]*")
_SAFE = "!$&'()*+,;=:@/?#%"
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9._~%-]+(?::[0-9]{1,5})?(?:[/?#].*)?")


def literal(text: str) -> str:
    r"""Return a text as a quoted literal; a lone surrogate becomes U+FFFD.

    >>> print(literal('a "b"\n'))
    "a \"b\"\n"
    """
    if text.isascii() and text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"


def iri(text: str) -> str:
    """Return an IRI in angle brackets; what an IRI cannot hold is percent-encoded.

    >>> iri("https://example.org/a b>")
    '<https://example.org/a%20b%3E>'
    """
    return f"<{_encoded(text)}>"


def _encoded(text: str) -> str:
    """Percent-encode what stands in no IRI: stray percent signs and second hashes too."""
    if not _PLAIN_IRI.fullmatch(text):
        text = quote(text, safe=_SAFE, errors="replace")
    head, mark, fragment = _STRAY_PERCENT.sub("%25", text).partition("#")
    return head + mark + fragment.replace("#", "%23")


def web_address(text: str) -> str:
    """Return an address as an IRI without brackets, or empty where it is none.

    >>> web_address("https://example.org/ä"), web_address("see below")
    ('https://example.org/%C3%A4', '')
    """
    encoded = _encoded(text.strip())
    return encoded if _ADDRESS.fullmatch(encoded) else ""


#: What ids are made of, and so need no encoding.
_PLAIN_ID = re.compile(r"[A-Za-z0-9/._-]*").fullmatch
_PLAIN_BASE = _encoded(BASE)


@lru_cache(maxsize=65536)
def node(identifier: str) -> str:
    """Return the IRI of one of our nodes, in angle brackets."""
    if _PLAIN_ID(identifier):
        return f"<{_PLAIN_BASE}{identifier}>"
    return f"<{_encoded(BASE + identifier)}>"


@lru_cache
def name(prefixed: str) -> str:
    """Return the IRI of a prefixed name of a vocabulary, in angle brackets."""
    return iri(expand(prefixed))


def term(kind: str, value: str) -> str:
    """Return a value of any kind; an address that is none becomes a text.

    >>> term("xsd:decimal", "0.9")
    '"0.9"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    """
    if kind == NODE:
        return node(value)
    if kind == TEXT:
        return literal(value)
    return _other(kind, value)


@lru_cache(maxsize=65536)
def _other(kind: str, value: str) -> str:
    if kind == NAME:
        return name(value)
    if kind == ADDRESS:
        address = web_address(value)
        return f"<{address}>" if address else literal(value)
    return f"{literal(value)}^^{name(kind)}"
