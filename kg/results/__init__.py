"""The numbers that a paper reports, read from title and abstract.

`find_results` yields them with local references, each with its sentence as evidence, the wording
that was read and how sure it is; `comparisons` what they say of others. How it works together is
told in ``docs/results.md``.

>>> from kg.mentions import find_mentions
>>> from kg.text import read
>>> reading = read("", "We test LoRA. It reaches 61.5% accuracy on GSM8K.")
>>> [result] = find_results(reading, find_mentions(reading))
>>> result.value, result.unit, result.data, result.metric
((Decimal('61.5'),), '%', 'Benchmark/GSM8K', 'Metric/accuracy')
"""

from kg.results.comparisons import Comparison, comparisons
from kg.results.find import find_results, result_stages
from kg.results.nouns.find import with_measured
from kg.results.wordings.kinds import KINDS
from kg.results.wordings.screens import SCREENS
from kg.results.wordings.wording import Wording

__all__ = [
    "KINDS",
    "SCREENS",
    "Comparison",
    "Wording",
    "comparisons",
    "find_results",
    "result_stages",
    "with_measured",
]
