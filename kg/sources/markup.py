"""Marks of HTML, JATS and MathML in a title or an abstract: taken out, what they mark is kept.

Registries and feeds give texts with them (``<jats:p>``, ``H<sub>2</sub>O``, ``&amp;``). A sign
such as ``<`` is one of a formula unless the whole of a known element stands there: ``a < b``,
``x<y>z`` and ``a <b> c`` are left as they are, and so are tokens of models such as ``<s>``.
"""

import html
import re
from html.entities import html5

#: Elements that begin and end on lines of their own, those within a line, and those without end.
_BLOCKS = frozenset(
    "blockquote div dd dl dt h1 h2 h3 h4 h5 h6 li list list-item ol p pre sec section table"
    " tbody td th thead title tr ul".split()
)
_INLINE = frozenset(
    "a abbr b big bold cite code em ext-link font i inline-formula italic math mark mi mn mo mrow"
    " monospace msub msubsup msup mtext sc small span strong sub sup tex-math tt u underline"
    " xref".split()
)
_EMPTY = frozenset({"br", "hr", "wbr"})
#: Prefixes that no formula has: whatever element follows is markup.
_PREFIXES = frozenset({"jats", "mml", "m", "xhtml"})

_VALUE = r"\"[^\"<>]*\"|'[^'<>]*'|[“”][^“”<>]*[“”]|[^\s\"'<>]+"
_ATTRIBUTE = rf"\s+[\w:.-]+(?:\s*=\s*(?:{_VALUE}))?"
_TAG = re.compile(
    rf"<(?P<end>/?)(?:(?P<prefix>[a-z]+):)?(?P<name>[a-z][a-z0-9-]*)(?:{_ATTRIBUTE})*\s*"
    r"(?P<closed>/?)>",
    re.IGNORECASE,
)
# Neither goes on past another of its own openings: so one pass takes time that grows with the text.
_COMMENT = re.compile(r"<!--(?:[^<]|<(?!!--))*?-->")
_VERBATIM = re.compile(r"<!\[CDATA\[((?:[^<]|<(?!!\[CDATA\[))*?)\]\]>")
#: The address of a link is text too: it may be that of the code.
_LINKS = frozenset({"a", "ext-link"})
_ADDRESS = re.compile(r"\s(?:xlink:)?href\s*=\s*[\"'“”]?(https?://[^\"'“”<>\s]+)", re.IGNORECASE)
#: A paragraph need not be closed; opened within a line of words it is no paragraph.
_OPEN_PARAGRAPH = re.compile(r"(?m)^[ \t]*<p>[ \t]*", re.IGNORECASE)
#: A mark at the end of a name, with all in it; what goes on is part of it: M<sup>c</sup>Kay.
_FOOTNOTE = re.compile(
    r"<(?:[a-z]+:)?sup(?:\s[^<>]*)?>(?:[^<]|<(?!(?:[a-z]+:)?sup\b))*?</(?:[a-z]+:)?sup\s*>(?!\w)",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ESCAPED_TWICE = re.compile(r"&amp;(?=(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);)")


def without_markup(text: str) -> str:
    """Return the text that markup marks, with the characters that its entities stand for.

    >>> without_markup("<jats:p>CO<sub>2</sub> &amp; 10<sup>5</sup> <i>steps</i></jats:p>").strip()
    'CO2 & 10^5 steps'
    >>> without_markup("where a < b, x<y>z and <s> begins"), without_markup("AT&T; R&D")
    ('where a < b, x<y>z and <s> begins', 'AT&T; R&D')
    """
    if "&" in text:
        # A feed may hold markup that is escaped, so there may be tags behind entities.
        return _without_tags(_unescaped(_without_tags(text)))
    return _without_tags(text)


def without_footnotes(text: str) -> str:
    """Return names without the marks of notes and affiliations that are raised behind them.

    >>> without_footnotes("Ana Lima<sup>1,*</sup>, Bo M<sup>c</sup>Kay<sup><a>a</a></sup>")
    'Ana Lima, Bo M<sup>c</sup>Kay'
    """
    return _FOOTNOTE.sub("", _unescaped(text) if "&lt;" in text else text)


def _unescaped(text: str) -> str:
    return _ENTITY.sub(_character, _ESCAPED_TWICE.sub("&", text))


def _character(match: re.Match[str]) -> str:
    """Return what an entity stands for; an unknown one is left as it is."""
    known = match[0][1] == "#" or match[0][1:] in html5
    return html.unescape(match[0]) if known else match[0]


def _without_tags(text: str) -> str:
    if "<" not in text:
        return text
    text = _OPEN_PARAGRAPH.sub("", _VERBATIM.sub(r"\1", _COMMENT.sub("", text)))
    tags = list(_TAG.finditer(text))
    markup = _paired(tags)
    pieces: list[str] = []
    done = link = 0
    begin = -1
    for index, tag in enumerate(tags):
        if index not in markup:
            continue
        pieces += (text[done : tag.start()], _stand_in(tag, text))
        done = tag.end()
        if tag["closed"] or tag["name"].lower() not in _LINKS:
            continue
        if markup[index] == begin:
            pieces.append(_told(tags[begin], "".join(pieces[link:])))
        begin, link = index, len(pieces)
    return "".join([*pieces, text[done:]])


def _told(tag: re.Match[str], shown: str) -> str:
    """Return the address of a link where what it shows does not have that."""
    found = _ADDRESS.search(tag[0])
    return f" ({found[1]})" if found and found[1].rstrip("/") not in shown else ""


def _paired(tags: list[re.Match[str]]) -> dict[int, int]:
    """Return which are markup: without end, closed by another, or of a prefix that tells it.

    Each with the one that it closes, or itself.
    """
    found: dict[int, int] = {}
    open_: dict[str, list[int]] = {}
    for index, tag in enumerate(tags):
        name, prefix = tag["name"].lower(), (tag["prefix"] or "").lower()
        sure = prefix in _PREFIXES or name in _EMPTY
        if not sure and (prefix or name not in _BLOCKS | _INLINE):
            continue
        if sure or tag["closed"]:
            found[index] = index
        if not (tag["end"] or tag["closed"]):
            open_.setdefault(f"{prefix}:{name}", []).append(index)
        elif not tag["closed"] and (others := open_.get(f"{prefix}:{name}")):
            opened = others.pop()
            found |= {opened: opened, index: opened}
        elif name == "p":
            found[index] = index
    return found


def _stand_in(tag: re.Match[str], text: str) -> str:
    """Return what a tag is read as: a new line, the sign of a power, or nothing."""
    name = tag["name"].lower()
    if name == "sup" and not tag["end"]:
        # 10<sup>5</sup> is not 105; but of 1<sup>st</sup> there is nothing to tell apart.
        raised = re.match(r"\s*[-+−]?\d", text[tag.end() :][:8])
        return "^" if raised and text[tag.start() - 1 : tag.start()].isalnum() else ""
    return "\n" if name in _BLOCKS | {"br", "hr"} else ""
