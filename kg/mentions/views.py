"""What a tagger says of a name at all its places, in numbers."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from math import log

from kg.mentions.found import Found
from kg.recogniser import Tagged, Tags


class View:
    """One tagger's view of a text."""

    def __init__(self, tags: Tags) -> None:
        self._tags = tags
        self._names = tags.names()
        self._starts = [tagged.start for tagged in self._names]

    def judge(self, places: Iterable[tuple[int, int]]) -> list[Tagged]:
        """Return what the tagger says of stretches [start, end), sorted, of which it read some."""
        judged = (self._tags.judge(*place) for place in sorted(places))
        return [tagged for tagged in judged if tagged is not None]

    def features(
        self, finds: Sequence[Found], tags: Sequence[Tagged], kind: str
    ) -> dict[str, float]:
        """Return what the tagger says of a name where it is most sure, and overall.

        `tags` is what it says of each place; `kind` is what the name is taken for.
        """
        if not tags:
            return {"untagged": 1.0}
        most = max(tagged.any for tagged in tags)
        mean = sum(tagged.any for tagged in tags) / len(tags)
        found = {"most": _logit(most), "mean": _logit(mean), "mean-p": mean, "most-p": most}
        totals: dict[str, float] = {}
        for tagged in tags:
            for label, value in tagged.labels.items():
                totals[label] = totals.get(label, 0.0) + value / len(tags)
        found |= {f"p/{label}": value for label, value in totals.items()}
        agreed = totals.get(kind, 0.0)
        found[f"agreed/{kind}"] = agreed
        found["agreed"] = agreed
        if wider := sum(map(self._is_within, finds)) / len(finds):
            found["wider"] = wider
        return found

    def _is_within(self, found: Found) -> bool:
        """Say whether the tagger has a longer name around a place."""
        index = bisect_right(self._starts, found.start) - 1
        if index < 0:
            return False
        tagged = self._names[index]
        is_longer = tagged.end - tagged.start > found.end - found.start
        return is_longer and found.end <= tagged.end


def _logit(value: float) -> float:
    value = min(max(value, 0.002), 0.998)
    return log(value / (1.0 - value))
