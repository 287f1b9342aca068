"""The words around the places of a name, as features: what tells a name where its form does not.

"We introduce adaptive window attention" names what "with window attention" only uses. The places
of a name speak together, as it is weighed once a paper (`kg.mentions.weigh`).
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from functools import lru_cache

from kg.text import Reading

#: So many words on each side of a name are looked at.
_LEFT, _RIGHT = 6, 3
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*|\d[\d.,]*+|[(),:;%.]")
_SELF = frozenset({"we", "our"})
#: What may stand between "we" and what we do.
_BETWEEN = frozenset({"also", "then", "further", "thus", "first", "finally", "therefore"})


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """Write a word small and cut a common ending off; of a number tell only that it is one.

    >>> [stem(word) for word in ("outperforms", "Using", "uses", "12.5")]
    ['outperform', 'using', 'uses', '0']
    """
    if word[0].isdigit():
        return "0"
    word = word.lower()
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


class Around:
    """The words of one text, by their places."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        found = list(_WORD.finditer(reading.text))
        self._starts = [match.start() for match in found]
        self._stems = [stem(match[0]) for match in found]
        self._title = bisect_left(self._starts, reading.title_end)

    def features(self, places: Collection[tuple[int, int]], kind: str) -> set[str]:
        """Return what stands around [start, end) of the text; `kind` is what it is taken for."""
        found = {self._quarter(places)}
        for start, end in places:
            found.update(self._beside(start, end))
            found.update(self._told_of_us(start, kind))
        return found

    def _quarter(self, places: Collection[tuple[int, int]]) -> str:
        """Return in which fourth of the abstract a name stands first."""
        title_end, length = self._reading.title_end, len(self._reading.text)
        first = min((start for start, _ in places if start >= title_end), default=None)
        if first is None:
            return "quarter=title"
        return f"quarter={4 * (first - title_end) // max(1, length - title_end)}"

    def _beside(self, start: int, end: int) -> Iterator[str]:
        """Yield the words on both sides, of the title or of the abstract."""
        at, behind = bisect_left(self._starts, start), bisect_left(self._starts, end)
        begin, stop = (0, self._title) if at < self._title else (self._title, len(self._stems))
        left = self._stems[max(begin, at - _LEFT) : at]
        right = self._stems[behind : min(stop, behind + _RIGHT)]
        before, last = ["^", "^", *left][-2:]
        yield f"l1={last}"
        yield f"l2={before}"
        yield f"l21={before} {last}"
        yield from (f"l={word}" for word in left[:-1])
        yield f"r1={right[0]}" if right else "r1=$"
        yield from (f"r={word}" for word in right[1:])

    def _told_of_us(self, start: int, kind: str) -> Iterator[str]:
        """Yield whether the sentence tells of the authors before a name, and what they do."""
        begin, end = self._reading.sentences[self._reading.sentence_at(start)]
        first, last = bisect_left(self._starts, begin), bisect_left(self._starts, end)
        at = bisect_left(self._starts, start)
        said = next((index for index in range(first, last) if self._stems[index] in _SELF), last)
        if said == last:
            yield "we=no"
        elif said >= at:
            yield "we=behind"
        else:
            yield "we=before"
            if self._stems[said] == "we":
                does = (word for word in self._stems[said + 1 : at] if word not in _BETWEEN)
                verb = next(does, "")
                yield f"we={verb}"
                yield f"we={verb}/{kind}"
