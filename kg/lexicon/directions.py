"""Which values of a metric are better."""

import re

from kg.lexicon import load


def metric_direction(label: str) -> str:
    """Return which values of a metric are better, where the lexicon says of it or of its kind.

    >>> metric_direction("GSM8K error rate"), metric_direction("")
    ('lower', '')
    """
    words = label
    while words:
        if found := load().lookup(words, "Metric"):
            return found[0].direction
        words = words.partition(" ")[2]
    return "lower" if _LESS_IS_BETTER.search(label) else ""


#: How unlisted metrics end of which less is better.
_LESS_IS_BETTER = re.compile(
    r"(?i:\b(?:errors?|loss|latency|time|costs?|perplexity|overhead|footprint|consumption|runtime"
    r"|hallucinations?|failures?|failure rate|error rate|drift|leakage))$"
)
