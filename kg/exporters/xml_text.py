"""Text that may stand in XML 1.0, whatever it says."""

import re

# What XML 1.0 cannot hold, even as a reference (https://www.w3.org/TR/xml/#charsets).
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Markup, what a parser would turn into a space or a line feed, and what line readers split at.
_SPECIAL = re.compile('[&<>"\t\n\r\x7f-\x9f\u2028\u2029]')
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def escape(text: str) -> str:
    r"""Return a text as element content or as the value of an attribute.

    What XML cannot hold (control characters, lone surrogates) becomes U+FFFD.

    >>> escape('<b> & "c"\n')
    '&lt;b&gt; &amp; &quot;c&quot;&#10;'
    """
    return _SPECIAL.sub(_reference, _FORBIDDEN.sub("\ufffd", text))


def _reference(found: re.Match[str]) -> str:
    return _NAMED.get(found[0]) or f"&#{ord(found[0])};"
