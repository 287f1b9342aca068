"""What follows for comparisons, training data, lineage and parts from what is a paper's own."""

import re

from kg.mentions import Found
from kg.relations.claim import Claim
from kg.relations.comparisons import settle_comparisons
from kg.relations.cues import WITH_SCORES
from kg.relations.lineage import names_within_names, settle_lineage
from kg.relations.parts import settle_parts
from kg.relations.training_data import training_data
from kg.text import Reading


def settle_relations(
    reading: Reading, found: list[Found], claims: list[Claim], *, compares_others: bool
) -> list[Claim]:
    """Return the claims with what follows from what the paper introduces, the principal first."""
    claims = _without_others_names(claims)
    claims = list(settle_comparisons(reading, found, claims, compares_others=compares_others))
    claims = list(settle_parts([*settle_lineage(reading, found, claims)]))
    claims = _meant_once(reading, claims)
    return [
        *claims,
        *names_within_names(reading, found, claims),
        *training_data(reading, claims),
    ]


_OF_OTHERS = frozenset({"comparedWith", "outperforms", "extends", "basedOn", "fineTunedFrom"})


def _without_others_names(claims: list[Claim]) -> list[Claim]:
    """Leave out as introduced what only its being spelled out speaks for, and a comparison against.

    In "better than Folded View Network (FVN)" the abbreviation is another's.
    """
    strong = {
        claim.found.name.reference
        for claim in claims
        if claim.relation == "introduces" and claim.rule != "own-abbreviation"
    }
    aimed = {claim.found.name.reference for claim in claims if claim.relation in _OF_OTHERS}
    weak = aimed - strong
    return [
        claim
        for claim in claims
        if claim.relation != "introduces" or claim.found.name.reference not in weak
    ]


_STARTS_FROM = re.compile(
    r"\b(?:base|backbone|its|vanilla|original|underlying|starting|untuned)\s+(?:models?\s+|,\s*)?$",
    re.IGNORECASE,
)


def _tells_a_score(text: str, end: int) -> bool:
    """Say whether the words behind data that was trained on tell how well: it was tested there."""
    return _WITH_SCORES.match(text, end) is not None


_WITH_SCORES = re.compile(WITH_SCORES, re.IGNORECASE)


def _meant_once(reading: Reading, claims: list[Claim]) -> list[Claim]:
    """Leave out that a thing is used or tested on by a mention that says what else it is.

    A rival, or data that is trained on, is not by that very mention what the work ran on.

    What is improved upon may be what was started from: "over the base model X"; what is improved
    by so much is what the work ran on.
    """
    others = {
        (claim.found.start, claim.found.name.reference)
        for claim in claims
        if claim.relation in ("comparedWith", "trainedOn", "derivedFrom")
        and claim.rule != "improves-model"
        and not (claim.relation == "trainedOn" and _tells_a_score(reading.text, claim.found.end))
        and not _STARTS_FROM.search(
            reading.text[max(0, claim.found.start - 40) : claim.found.start]
        )
    }
    return [
        claim
        for claim in claims
        if claim.relation not in ("evaluatedOnModel", "usesMethod", "evaluatedOn")
        or (claim.found.start, claim.found.name.reference) not in others
    ]
