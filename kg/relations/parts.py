"""Which of the things that a paper introduces are but components of its principal method."""

from collections.abc import Iterator

from kg.mentions import Found
from kg.model import SYSTEMS
from kg.relations.claim import Claim

#: Rules of introduces that read parts of a longer description.
_PART_RULES = frozenset({"enumerated-part", "own-abbreviation", "own-list"})


def settle_parts(claims: list[Claim]) -> Iterator[Claim]:
    """Yield all claims, those of components as parts of the principal method."""
    own = [claim for claim in claims if claim.relation == "introduces"]
    whole = next((claim.found for claim in own if claim.found.name.type in SYSTEMS), None)
    introduced = {claim.found.name.reference for claim in own}
    for claim in claims:
        if claim.relation != "partOf":
            yield claim
        elif claim.found.name.reference in introduced:
            yield from _part(claim, claim.found, claim.subject or whole)
    only = {ref: {c.rule for c in own if c.found.name.reference == ref} for ref in introduced}
    for claim in own:
        rules = only[claim.found.name.reference]
        if rules <= _PART_RULES and claim.found.name.type == "Method":
            yield from _part(claim, claim.found, whole)


def _part(claim: Claim, part: Found, whole: Found | None) -> Iterator[Claim]:
    if whole is not None and whole.name.reference != part.name.reference:
        yield Claim(
            "partOf", whole, claim.start, claim.end, claim.rule, claim.confidence, subject=part
        )
