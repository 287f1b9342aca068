"""JSON that every reader takes."""

import json
import re

# What JSON may hold and line readers split at, and what UTF-8 cannot hold.
_HARD = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def dump(value: object) -> str:
    """Write JSON on one line; a lone surrogate becomes U+FFFD, as in the other formats.

    >>> dump({"b": "ä", "a": 1})
    '{"b": "ä", "a": 1}'
    """
    return _HARD.sub(_escape, json.dumps(value, ensure_ascii=False))


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    return "\ufffd" if character >= "\ud800" else f"\\u{ord(character):04x}"
