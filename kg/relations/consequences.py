"""What follows for comparisons, training data, lineage and parts from what is a paper's own."""

from kg.mentions import Found
from kg.relations.claim import Claim
from kg.relations.comparisons import settle_comparisons
from kg.relations.lineage import names_within_names, settle_lineage
from kg.relations.parts import settle_parts
from kg.relations.training_data import training_data
from kg.text import Reading


def settle_relations(
    reading: Reading, found: list[Found], claims: list[Claim], *, compares_others: bool
) -> list[Claim]:
    """Return the claims with what follows from what the paper introduces, the principal first."""
    claims = list(settle_comparisons(reading, found, claims, compares_others=compares_others))
    claims = list(settle_parts([*settle_lineage(reading, found, claims)]))
    return [
        *claims,
        *names_within_names(reading, found, claims),
        *training_data(reading, claims),
    ]
