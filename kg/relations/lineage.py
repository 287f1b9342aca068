"""What a paper's own models, methods and data come from: whose base a claim names.

A sentence such as "we build on X" leaves open what is built: the own work that it names nearest,
else the principal one. Names tell lineage too: GraLoRA goes on from LoRA, MMLU-Pro from MMLU.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.mentions import Found
from kg.relations.claim import Claim
from kg.text import Reading

_MODELS = frozenset({"Model", "ModelFamily"})
_DATA = frozenset({"Dataset", "Benchmark"})
#: What may be the subject of a claim of each relation that leaves it open.
_SUBJECTS = {
    "basedOn": _MODELS | {"Method"},
    "extends": frozenset({"Method"}),
    "derivedFrom": _DATA,
    **dict.fromkeys(
        (
            "fineTunedFrom",
            "quantizedFrom",
            "adapterOf",
            "mergedFrom",
            "distilledFrom",
            "prunedFrom",
        ),
        _MODELS,
    ),
}


def settle_lineage(found: list[Found], claims: list[Claim]) -> Iterator[Claim]:
    """Yield all claims, those of lineage with the own work that they are about."""
    own = [claim.found for claim in claims if claim.relation == "introduces"]
    references = {item.name.reference for item in own}
    for claim in claims:
        if claim.relation not in _SUBJECTS or claim.subject is not None:
            yield claim
        elif claim.found.name.reference not in references and (
            subject := _subject(found, own, claim)
        ):
            yield replace(claim, subject=subject)


def _subject(found: list[Found], own: list[Found], claim: Claim) -> Found | None:
    """Return the own work that stands nearest before the object, else behind it, else leads."""
    allowed = _SUBJECTS[claim.relation]
    fitting = [item for item in own if item.name.type in allowed]
    references = {item.name.reference for item in fitting}
    near = [
        item
        for item in found
        if claim.start <= item.start < claim.end and item.name.reference in references
    ]
    before = [item for item in near if item.start < claim.found.start]
    return next(iter((*reversed(before), *near, *fitting)), None)


def names_within_names(
    reading: Reading, found: list[Found], claims: Iterable[Claim]
) -> Iterator[Claim]:
    """Yield the lineage that the names of own works tell: what they end or begin with."""
    own = {c.found.name.reference: c.found for c in claims if c.relation == "introduces"}
    others = {item.name.reference: item for item in reversed(found)}
    for reference, item in sorted(own.items()):
        bases = [
            base
            for other, base in sorted(others.items())
            if other != reference and _goes_on_from(item, base, own)
        ]
        for base in bases:
            start, end = reading.sentences[reading.sentence_at(item.start)]
            relation = _relation(item, base)
            yield Claim(relation, base, start, end, "name-within-name", 0.75, subject=item)


def _relation(item: Found, base: Found) -> str:
    if item.name.type in _DATA:
        return "derivedFrom"
    both = {item.name.type, base.name.type}
    return "extends" if both == {"Method"} else "basedOn"


def _goes_on_from(item: Found, base: Found, own: dict[str, Found]) -> bool:
    """Say whether the name of an own work goes on from that of a base of a fitting type."""
    if (item.name.type in _DATA) != (base.name.type in _DATA) or base.name.type not in _TYPES:
        return False
    if base.name.type in _MODELS and (base.name.reference in own or item.name.type == "Benchmark"):
        return False
    names = (item.name.label, *item.name.aliases)
    return any(_holds(name, base.name.label, data=item.name.type in _DATA) for name in names)


_TYPES = _MODELS | _DATA | {"Method"}
_PARTS = re.compile(r"[^\W_]+(?:\.\d+)?")


def _holds(name: str, base: str, *, data: bool) -> bool:
    """Say whether a name has another in it, as its last or first part.

    >>> _holds("GraLoRA", "LoRA", data=False), _holds("Queryable LoRA", "LoRA", data=False)
    (True, True)
    >>> _holds("MMLU-Pro", "MMLU", data=True), _holds("Adamant", "Adam", data=False)
    (True, False)
    """
    if len(base) < 3 or len(name) <= len(base):
        return False
    parts, inner = _PARTS.findall(name.casefold()), _PARTS.findall(base.casefold())
    if inner and len(inner) < len(parts) and parts[: len(inner)] == inner:
        return True
    if data:
        return False
    if inner and len(inner) < len(parts) and parts[-len(inner) :] == inner:
        return True
    return base[0].isupper() and name.endswith(base) and name[-len(base) - 1].islower()
