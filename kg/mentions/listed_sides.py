"""Names of failure modes, levels, categories and the like, which are no works.

"three failure modes: Plot Hoarding, where ...; and Plot Loss, where ...": a text that finds such
things gives them capitals as it does to its parts.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from kg.mentions.found import Found

_SIDES = (
    r"(?:failure modes|failures|challenges|limitations|issues|levels|categories|regimes|bottlenecks"
    r"|pitfalls|phenomena|risks|biases|capabilities|abilities|skills)"
)
_BEFORE = re.compile(rf"\b{_SIDES}(?: \([^()]*\))?: (?:[^.]*?; (?:and )?)?$")
_WORKS = frozenset({"Method", "Benchmark", "Dataset"})
#: In characters: how far behind its noun an item may stand.
_REACH = 400


def without_sides(text: str, found: Sequence[Found]) -> list[Found]:
    """Return names without those that each place lists as something which no work is.

    >>> from kg.model import Name
    >>> text = "There are two failure modes: Plot Loss, where plots go, and others."
    >>> without_sides(text, [Found(29, 38, Name("Method", "Plot Loss"), "pattern")])
    []
    """
    if ": " not in text:
        return list(found)
    places: dict[str, list[int]] = defaultdict(list)
    for item in found:
        if item.name.type in _WORKS and item.name.is_unlisted:
            places[item.name.reference].append(item.start)
    sides = {
        reference
        for reference, starts in places.items()
        if all(_BEFORE.search(text, max(0, start - _REACH), start) for start in starts)
    }
    return [item for item in found if item.name.reference not in sides]
