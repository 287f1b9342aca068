"""Annotated sets hold tokens: put them together as people write, and keep where each one stands.

Sets cut texts in their own ways: ``VGG - 1 6``, ``4 2 . 2 %``, ``-LRB- NAM -RRB-``. Recognisers
are to read ``VGG-16``, ``42.2%``, ``(NAM)``.

>>> joined = join(
...     ["VGG", "-", "1", "6", "(", "4", "2", ".", "2", "%", ")", ",", "1", ",", "0", "0", "0"]
... )
>>> joined.text
'VGG-16 (42.2%), 1,000'
>>> joined.text[slice(*joined.span(0, 3))]
'VGG-16'
"""

from collections.abc import Sequence
from dataclasses import dataclass

_BRACKETS = {
    "-LRB-": "(",
    "-RRB-": ")",
    "-LSB-": "[",
    "-RSB-": "]",
    "-LCB-": "{",
    "-RCB-": "}",
    "``": '"',
    "''": '"',
}
#: What stands close to what is before it, to what is behind it, and to both.
_CLOSES = frozenset(") ] } , . ; : ? ! % ''".split()) | {"'s", "n't", "'", "’s", "’", "'re", "'ve"}
_OPENS = frozenset("( [ { $ # ``".split())
_JOINS = frozenset("- / – _ ^ @".split())


@dataclass(frozen=True, slots=True)
class Joined:
    """A text made of tokens, and where each token begins and ends in it."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the stretch from one token to another, both inside."""
        return self.starts[first], self.ends[last]


def join(tokens: Sequence[str]) -> Joined:
    """Join tokens to a text in natural spelling."""
    text, starts, ends = "", [], []
    for place, token in enumerate(tokens):
        written = _BRACKETS.get(token, token.strip())
        if text and not _stands_close(tokens, place):
            text += " "
        starts.append(len(text))
        text += written
        ends.append(len(text))
    return Joined(text, tuple(starts), tuple(ends))


def _stands_close(tokens: Sequence[str], place: int) -> bool:
    """Say whether a token stands close to the one before it."""
    before, token = _BRACKETS.get(tokens[place - 1], tokens[place - 1]), tokens[place]
    if tokens[place - 1] == "``" or not token.strip():
        return True
    if token.isdigit():
        return _continues_number(tokens, place)
    if token in _JOINS or before in _JOINS:
        return _joins(tokens, place if token in _JOINS else place - 1)
    return _BRACKETS.get(token, token) in _CLOSES or token in _CLOSES or before in _OPENS


def _is_digit(token: str) -> bool:
    """Say whether a token is one digit: sets that split numbers leave single ones."""
    return len(token) == 1 and token.isdecimal()


def _continues_number(tokens: Sequence[str], place: int) -> bool:
    """Say whether a digit goes on what is before it: 1|6, 42.|2, 1,|000, VGG-|16, (|3."""
    before = tokens[place - 1]
    if before in _JOINS:
        return _joins(tokens, place - 1)
    if before in {".", ","} and place > 1:
        is_whole = before == "," and _digits_from(tokens, place) != 3
        return _is_digit(tokens[place - 2]) and not is_whole
    is_next = _is_digit(before) and _is_digit(tokens[place])
    return is_next or _BRACKETS.get(before, before) in _OPENS


def _digits_from(tokens: Sequence[str], place: int) -> int:
    """Count the digits that follow each other from a place; four are more than three."""
    count = 0
    for token in tokens[place : place + 4]:
        if not token.isdigit():
            break
        count += len(token)
    return count


def _joins(tokens: Sequence[str], place: int) -> bool:
    """Say whether a mark stands between two words, and so close to both."""
    return 0 < place < len(tokens) - 1 and all(
        tokens[side].strip()[:1].isalnum() for side in (place - 1, place + 1)
    )
