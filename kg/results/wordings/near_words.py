"""The words of a stretch of a marked sentence, as what weighs them knows them."""

import re
from collections.abc import Iterator

_TOKEN = re.compile(r"⟦o?(\w)⟧|[^\W\d_][\w'-]*|\d[\d.,]*|[^\w\s]")
#: What stands for words before and behind a sentence.
EDGE = "#"


def words(text: str, start: int, end: int) -> Iterator[str]:
    """Yield the words of [start, end) in small letters, numbers and names by their kind alone.

    >>> list(words("⟦oA⟧ has an F1 of 61.5%.", 0, 24))
    ['A', 'has', 'an', 'f1', 'of', '0', '%', '.']
    """
    for token in _TOKEN.finditer(text, max(0, start), end):
        yield token[1] or ("0" if token[0][0].isdigit() else token[0].lower())
