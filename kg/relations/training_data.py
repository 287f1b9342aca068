"""Whether the data that a paper makes is for training."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.model import SYSTEMS
from kg.relations.claim import Claim
from kg.text import Reading

_TRAINS = re.compile(
    r"\b(?:(?:pre|co|post)?-?train(?:s|ing)?(?!-free)|trained|(?:fine|instruction|prompt)-?\s?tun"
    r"(?:e|es|ed|ing)|finetun\w+|instructions?|supervis(?:ed|ion)|learn(?:s|ing)?\s+from)\b",
    re.IGNORECASE,
)
_EVALUATES = re.compile(
    r"\b(?:evaluat|assess|benchmark|test|measur|prob(?:e|ing))\w*", re.IGNORECASE
)


def training_data(reading: Reading, claims: list[Claim]) -> Iterator[Claim]:
    """Yield that something is trained on the data sets that a paper makes.

    Data made for evaluation is a benchmark, so a data set is for training where the paper trains
    anything, or has a method or model beside it; a part of another own data set is named by that.
    """
    own = [claim for claim in claims if claim.relation == "introduces"]
    evaluated = {c.found.name.reference for c in claims if c.relation == "evaluatedOn"}
    data = [claim for claim in own if claim.found.name.type == "Dataset"]
    if not data:
        return
    trains = any(c.found.name.type in SYSTEMS for c in own) or _TRAINS.search(reading.text)
    for claim in data if trains else ():
        label = claim.found.name.label
        is_part = any(label.startswith(f"{c.found.name.label}-") for c in data)
        span = (claim.start, claim.end)
        is_test = _EVALUATES.search(reading.text, *span) and not _TRAINS.search(reading.text, *span)
        if not (is_part or is_test or claim.found.name.reference in evaluated):
            yield replace(claim, relation="trainedOn", rule="own-data-set", confidence=0.8)
