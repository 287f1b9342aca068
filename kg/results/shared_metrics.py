"""The metric of a number beside which none is named: that of the other numbers on its data."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kg.model import Result


def with_shared_metrics(results: Sequence[Result]) -> list[Result]:
    """Return results, shares on data without a metric with that of the shares on the same data.

    "Foo reaches an accuracy of 61% on GSM8K, well below the experts' 90%": both are accuracies, and
    so is a gain of points on GSM8K. Of several metrics on one data set none is passed on.
    """
    known: dict[str, set[str]] = defaultdict(set)
    for result in results:
        is_shared = result.metric and not _OF_JUDGES.search(result.metric)
        if _is_share(result) and result.data and is_shared:
            known[result.data].add(result.metric)
    return [_with_metric(result, known.get(result.data, set())) for result in results]


#: How far a judge can be trusted, which is no score on the data.
_OF_JUDGES = re.compile(r" with (?:human|expert|annotator|clinician)")


def _is_share(result: Result) -> bool:
    """Say whether a value is a share that is reached: "61% of failures" are a share of failures."""
    rule = result.evidence[0].rule
    return result.kind == "absolute" and result.unit == "%" and not rule.startswith("share-")


def _with_metric(result: Result, metrics: set[str]) -> Result:
    # A change in percent may be one of something else: "an AP of 42%, with 17.8% faster inference".
    is_like = _is_share(result) or (result.kind == "delta" and result.unit == "points")
    if result.metric or not is_like or len(metrics) != 1:
        return result
    (metric,) = metrics
    return replace(result, metric=metric)
