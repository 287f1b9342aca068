"""Names that are known from other texts, or from elsewhere in the same text, as features of tokens.

>>> marked = Marked([["ZorbNet", "wins"]], [["B-Method", "O"]])
>>> known = Known([marked, Marked([["On", "ZorbNet"]], [["O", "B-Method"]])])
>>> known.features(marked, but=0)
[[('g=B-Method', 'g=B-Method/4', 'g=B-Method/1x'), ()]]
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

Key = tuple[str, ...]
#: For each token the features that a layer of names gives it.
Layer = list[list[tuple[str, ...]]]
#: In tokens.
_LONGEST = 7


@dataclass(frozen=True, slots=True)
class Marked:
    """The words of the sentences of a text, and the label of each: ``B-`` and a type, I or O."""

    words: Sequence[Sequence[str]]
    labels: Sequence[Sequence[str]]

    def names(self) -> Counter[tuple[Key, str]]:
        """Count the names with their types."""
        return Counter(
            (_key(words[first:end]), kind)
            for words, labels in zip(self.words, self.labels, strict=True)
            for first, end, kind in spans(labels)
        )


def spans(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield first token, end and type of each name that labels mark."""
    for first, label in enumerate(labels):
        if label.startswith("B-"):
            end = first + 1
            while end < len(labels) and labels[end] == "I":
                end += 1
            yield first, end, label[2:]


class Known:
    """How often the names of some texts stand for each type, and how often for none."""

    def __init__(self, texts: Sequence[Marked]) -> None:
        self._names = [text.names() for text in texts]
        self._kinds: dict[Key, Counter[str]] = {}
        for names in self._names:
            for (key, kind), count in names.items():
                self._kinds.setdefault(key, Counter())[kind] += count
        self._seen = [Counter(self._occurrences(text)) for text in texts]
        self._all = sum(self._seen, Counter[Key]())

    def _occurrences(self, text: Marked) -> Iterator[Key]:
        for words in text.words:
            low = _key(words)
            for first in range(len(low)):
                for end in range(first + 1, min(first + _LONGEST, len(low)) + 1):
                    if low[first:end] in self._kinds:
                        yield low[first:end]

    def features(self, text: Marked, name: str = "g", *, but: int | None = None) -> Layer:
        """Return for each token what is known of the longest name that it stands in.

        `but` is the number of a text that is not to tell of itself.
        """
        return [_layer(words, lambda key: self._said(key, but), name) for words in text.words]

    def _said(self, key: Key, but: int | None) -> tuple[str, int, int] | None:
        """Return type, share in quarters and times of a name that others name, or None."""
        kinds = self._kinds.get(key)
        if kinds is None:
            return None
        own = self._names[but] if but is not None else Counter()
        left = {kind: count - own[key, kind] for kind, count in kinds.items()}
        kind = max(sorted(left), key=left.__getitem__)
        if left[kind] <= 0:
            return None
        seen = self._all[key] - (self._seen[but][key] if but is not None else 0)
        return kind, 4 * left[kind] // max(seen, left[kind]), min(left[kind].bit_length(), 4)


def _layer(
    words: Sequence[str], said: Callable[[Key], tuple[str, int, int] | None], name: str
) -> list[tuple[str, ...]]:
    low = _key(words)
    found: list[tuple[str, ...]] = [()] * len(low)
    first = 0
    while first < len(low):
        for end in range(min(first + _LONGEST, len(low)), first, -1):
            if (known := said(low[first:end])) is not None:
                kind, share, times = known
                for index in range(first, end):
                    label = f"{name}={'I' if index > first else 'B'}-{kind}"
                    found[index] = (label, f"{label}/{share}", f"{label}/{times}x")
                first = end - 1
                break
        first += 1
    return found


def _key(words: Sequence[str]) -> Key:
    return tuple(word.lower() for word in words)
