"""The pieces that an encoder knows words by (WordPiece: Schuster and Nakajima 2012).

As BERT's: words in small letters without accents, cut at signs, then into the longest pieces of a
vocabulary from the left; all but the first of a word begin with ``##``.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

#: What stands for a word that has no pieces; longer words have none.
UNKNOWN = "[UNK]"
_LONGEST = 100
#: So many words are kept with their pieces.
_KEPT = 1 << 16


class Pieces:
    """Cuts words into the pieces of a vocabulary.

    >>> cut = Pieces(("[UNK]", "lo", "##ra", "-", "7", "##b"))
    >>> cut("LoRA-7B"), cut("Zorb")
    ((1, 2, 3, 4, 5), (0,))
    """

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._ids: Mapping[str, int] = {piece: number for number, piece in enumerate(vocabulary)}
        self._cut = lru_cache(maxsize=_KEPT)(self._pieces)

    def __call__(self, word: str) -> tuple[int, ...]:
        """Return the ids of a word's pieces; at least one."""
        return self._cut(word)

    def _pieces(self, word: str) -> tuple[int, ...]:
        ids = (number for part in _parts(_plain(word)) for number in self._longest(part))
        return tuple(ids) or (self._ids[UNKNOWN],)

    def _longest(self, part: str) -> list[int]:
        """Return the ids of the longest pieces from the left, of the unknown where one has none."""
        unknown = [self._ids[UNKNOWN]]
        if len(part) > _LONGEST:
            return unknown
        found, start = [], 0
        while start < len(part):
            head = "##" if start else ""
            for end in range(len(part), start, -1):
                if (number := self._ids.get(head + part[start:end])) is not None:
                    found.append(number)
                    start = end
                    break
            else:
                return unknown
        return found


def _plain(word: str) -> str:
    """Return a word in small letters, without accents and what is not printed."""
    apart = unicodedata.normalize("NFD", word)
    kept = (sign for sign in apart if unicodedata.category(sign) not in _DROPPED)
    return "".join(kept).lower()


_DROPPED = frozenset({"Mn", "Cc", "Cf", "Cn", "Co"})


def _parts(word: str) -> Iterator[str]:
    """Yield the stretches of a word between its signs, and each sign alone."""
    start = 0
    for index, sign in enumerate(word):
        if is_alone := _is_sign(sign) or _is_ideograph(sign):
            if start < index:
                yield word[start:index]
            yield sign
        if is_alone or sign.isspace():
            if sign.isspace() and start < index:
                yield word[start:index]
            start = index + 1
    if start < len(word):
        yield word[start:]


def _is_sign(sign: str) -> bool:
    # All that ASCII has beside letters, digits and white space counts.
    is_ascii_sign = sign.isascii() and sign.isprintable() and not (sign.isalnum() or sign.isspace())
    return is_ascii_sign or unicodedata.category(sign).startswith("P")


def _is_ideograph(sign: str) -> bool:
    code = ord(sign)
    return 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0xF900 <= code <= 0xFAFF
