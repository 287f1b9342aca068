"""What follows for a paper's comparisons, training data and lineage from what is its own."""

from kg.mentions import Found
from kg.relations.claim import Claim
from kg.relations.comparisons import settle_comparisons
from kg.relations.frames import Frame
from kg.text import Reading


def settle_relations(
    reading: Reading,
    found: list[Found],
    frames: list[Frame],
    claims: list[Claim],
    *,
    compares_others: bool,
) -> list[Claim]:
    """Return the claims with what follows from what the paper introduces."""
    claims = list(settle_comparisons(reading, found, claims, compares_others=compares_others))
    return claims
