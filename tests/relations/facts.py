"""What tests of relations look at."""

from kg.model import Extraction, Fact


def held(extraction: Extraction) -> list[Fact]:
    """Return the facts that a text is taken to say: candidates are left out."""
    return [fact for fact in extraction.facts if fact.status != "candidate"]
