"""The metric of the values of a sentence that names one, and says it of none of them.

"Foo has the best grounding accuracy, scoring 61% on A and 57% on B": these are accuracies.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.results.attachment.attached import Attached
from kg.results.attachment.roles import Part

#: Metrics whose values are shares or scores.
_SCORES = re.compile(r"(?:accuracy|rate|score|F1)$")
_OF_SCORES = frozenset({"share", "plain"})
#: Where something else is said that the value is no part of.
_SAYS_MORE = re.compile(r";|, (?:and|while|but) (?:⟦\w+⟧ )?\w+s\b|\bwhile\b|\bwhereas\b")


#: Before a metric that is kept, and not what was measured: "without loss of accuracy".
_IS_KEPT = re.compile(
    r"\b(?:loss|degradation|drop|without|sacrific\w+|compromis\w+|maintain\w*|preserv\w*"
    r"|retain\w*|keep\w*)\b[^,;]{0,30}$"
)


def with_only_metric(text: str, attached: Sequence[Attached]) -> list[Attached]:
    """Return the quantities of a sentence, its values with its one metric where none has any."""
    if not attached or any(item.references("metric") for item in attached):
        return list(attached)
    named = [part for part in attached[0].parts if part.role == "metric"]
    references = {reference for part in named for reference in part.mark.references}
    if len(references) != 1 or not _SCORES.search(references.pop()):
        return list(attached)
    return [_with(text, item, named[0]) for item in attached]


def _with(text: str, item: Attached, metric: Part) -> Attached:
    quantity = item.measured.quantity
    is_share_of = item.measured.wording.name.startswith("share-")
    if item.measured.kind != "absolute" or quantity.family not in _OF_SCORES or is_share_of:
        return item
    first, last = sorted(((metric.mark.start, metric.mark.end), (quantity.lead, quantity.end)))
    if _SAYS_MORE.search(text, first[1], last[0]):
        return item
    if _IS_KEPT.search(text, max(0, metric.mark.start - 50), metric.mark.start):
        return item
    return replace(item, names={**item.names, "metric": (metric,)})
