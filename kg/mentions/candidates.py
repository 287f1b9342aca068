"""Candidates: what a text says of names that no list knows, as it is being read."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from kg.mentions.found import Found, Spans

# A version that stands apart: OmniGen 2, SAM 2.1.
_VERSION_BEHIND = re.compile(
    r" (?:v?\d(?:\.\d)?)(?=[\s,.;:)]*(?:$|[,;:)]|\.\s|\s(?:is|was|and|on|with|as|for|to)\b))"
)


def _no_votes() -> defaultdict[str, float]:
    return defaultdict(float)


@dataclass(slots=True)
class Candidate:
    """All that a text says of one unlisted name.

    `votes` are weights by type (the empty type takes what says nothing); `own` is true where the
    text gives the name to its own work.
    """

    label: str
    spans: list[tuple[int, int]] = field(default_factory=list)
    votes: defaultdict[str, float] = field(default_factory=_no_votes)
    aliases: list[str] = field(default_factory=list)
    own: bool = False


class Candidates:
    """The candidates of one text by label, beside the names that are `taken` already."""

    def __init__(self, text: str, title_end: int, taken: list[Found]) -> None:
        self.text = text
        self.title_end = title_end
        self.taken = taken
        self.by_label: dict[str, Candidate] = {}
        #: The types of taken names and of candidates that are decided, by label.
        self.types = {item.name.label: item.name.type for item in taken if item.name.named}
        self._covered = Spans()
        for item in taken:
            self._covered.add(item.start, item.end)

    def add(self, start: int, end: int) -> Candidate | None:
        """Note a stretch as a candidate; None where it lies inside a taken name."""
        if self._covered.holds(start, end):
            return None
        label = self.text[start:end]
        candidate = self.by_label.setdefault(label, Candidate(label))
        if (start, end) not in candidate.spans:
            candidate.spans.append((start, end))
        return candidate

    def with_version(self, end: int) -> int:
        """Return the end of a name with the version that stands apart behind it."""
        version = _VERSION_BEHIND.match(self.text, end)
        return version.end() if version else end

    def find_again(self, candidate: Candidate) -> None:
        """Add the places of an own name that have no mark of their own."""
        for match in re.finditer(
            rf"(?<![\w-]){re.escape(candidate.label)}(?!\w|-[A-Z\d])", self.text
        ):
            self.add(*match.span())

    def forget_inside(self, span: tuple[int, int]) -> None:
        """Forget the candidates that are but the expansion of a taken name."""
        for label, candidate in list(self.by_label.items()):
            if all(span[0] <= start and end <= span[1] for start, end in candidate.spans):
                del self.by_label[label]

    def merge_expansion(self, candidate: Candidate, span: tuple[int, int]) -> None:
        """Make one of a name and its expansion, which may have been noted on its own."""
        for label in [label for label in self.by_label if label != candidate.label]:
            other = self.by_label[label]
            inside = [place for place in other.spans if _is_part(place, span)]
            if inside and (len(other.spans) == len(inside) or label == self.text[slice(*span)]):
                candidate.own = candidate.own or other.own
                for type_name, weight in other.votes.items():
                    candidate.votes[type_name] += weight
                del self.by_label[label]
        candidate.spans.append(span)


def _is_part(place: tuple[int, int], span: tuple[int, int]) -> bool:
    """Say whether a place lies in a span, or holds it and ends with it."""
    if span[0] <= place[0] and place[1] <= span[1]:
        return True
    return place[0] <= span[0] and place[1] == span[1]
