"""Tokens as the tagger sees them: runs of letters and digits, and single signs.

Hyphens and slashes stand alone, so that a name may end before one: "LoRA-based".
"""

import re

# A full stop before a digit belongs to a version or number: Qwen2.5, v0.3.
_TOKEN = re.compile(r"[^\W_]+(?:\.\d[^\W_]*)*|[^\w\s]|_")


def tokenise(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return [start, end) of the tokens in a stretch of a text.

    >>> text = "Qwen2.5-7B wins."
    >>> [text[slice(*token)] for token in tokenise(text, 0, len(text))]
    ['Qwen2.5', '-', '7B', 'wins', '.']
    """
    return [match.span() for match in _TOKEN.finditer(text, start, end)]
