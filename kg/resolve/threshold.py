"""From which confidence on what a text says is held to be true, where a build asks for another."""

from collections.abc import Mapping
from dataclasses import replace

from kg.errors import SettingError
from kg.model import Extraction, Fact, Status

#: What a store notes of a build that leaves the threshold to the trained tables.
TRAINED = "trained"


def checked_threshold(threshold: str) -> str:
    """Return a threshold as it is noted; SettingError where it is none, '' stays ''.

    >>> checked_threshold(".50"), checked_threshold("1"), checked_threshold(TRAINED)
    ('0.5', '1.0', 'trained')
    """
    if threshold in ("", TRAINED):
        return threshold
    try:
        number = float(threshold)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        reason = f"{threshold!r} is neither {TRAINED!r} nor a number from 0 to 1"
        raise SettingError("threshold", reason)
    return str(number)


def at_threshold(extractions: Mapping[str, Extraction], threshold: str) -> Mapping[str, Extraction]:
    """Return extractions whose facts are held from a confidence on, and are candidates below it.

    Results below it are left out. `threshold` is a number as text, or `TRAINED`: then each relation
    has its own, and nothing changes. That a text mentions a thing is a fact at any confidence.

    >>> at_threshold({"t": Extraction("t")}, "0.9")["t"].text
    't'
    """
    if threshold == TRAINED:
        return extractions
    least = float(threshold)
    return {text: _held_from(least, said) for text, said in extractions.items()}


def _held_from(least: float, said: Extraction) -> Extraction:
    facts = tuple(
        fact if fact.relation == "mentions" else _judged(fact, least) for fact in said.facts
    )
    results = tuple(result for result in said.results if result.confidence >= least)
    return replace(said, facts=facts, results=results)


def _judged(fact: Fact, least: float) -> Fact:
    status: Status = "extracted" if fact.confidence >= least else "candidate"
    return fact if status == fact.status else replace(fact, status=status)
