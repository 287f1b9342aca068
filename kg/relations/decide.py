"""What holds of a paper once all its sentences are read."""

import re

from kg.mentions import Found, coarse
from kg.relations import Claim
from kg.text import Reading


def settle(reading: Reading, found: list[Found], claims: list[Claim]) -> list[Claim]:
    """Return the claims that stand beside each other, the principal contribution's first.

    What a paper introduces it does not merely evaluate or use; the sizes of a family that it
    introduces are introduced with it; a benchmark that it makes it also evaluates on.
    """
    own = {c.found.name.reference for c in claims if c.relation == "introduces"}
    kept = [
        claim
        for claim in claims
        if claim.relation not in {"evaluatedOnModel", "usesMethod"}
        or claim.found.name.reference not in own
    ]
    return sorted(kept, key=lambda claim: _order(reading, claim))


def _order(reading: Reading, claim: Claim) -> tuple[bool, bool, int]:
    in_title = claim.found.start < reading.title_end
    return (claim.relation != "introduces", not in_title, claim.found.start)
