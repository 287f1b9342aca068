"""What a result needs to know of its paper: what the work is, and what it makes for evaluation."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.mentions import Found
from kg.model import DATA, MODELS, SYSTEMS, Name
from kg.relations import Claim


@dataclass(frozen=True, slots=True)
class Paper:
    """The own work, as the claims of a text tell it.

    `own` holds the references of all that the paper introduces; `system` is the method or model
    that "we" stands for, none where the paper is of a benchmark first; `benchmark` is the own data
    set for evaluation, `data` that or another own data set. Each is empty where there is none.
    `tested` is the one data set that the text names, where it is tested on that.
    `base` is the one model that it is built on, else the one that it ran on.
    `named` holds the references of all names in the text. `is_plain` says whether `system` is
    plainly what the work is: no data set comes first.
    """

    own: frozenset[str] = frozenset()
    system: str = ""
    benchmark: str = ""
    data: str = ""
    named: frozenset[str] = frozenset()
    is_plain: bool = True
    base: str = ""
    tested: str = ""


def paper_of(claims: Iterable[Claim], found: Iterable[Found]) -> Paper:
    """Return what names and claims of a text, its principal contribution first, tell of it."""
    found, claims = list(found), list(claims)
    names = [claim.found.name for claim in claims if claim.relation == "introduces"]
    is_of_data = bool(names) and names[0].type == "Benchmark"
    systems = [name.reference for name in names if name.type in SYSTEMS and not is_of_data]
    system = next(iter(systems), "")
    is_plain = not (names and names[0].type == "Dataset")
    benchmarks = (name.reference for name in names if name.type == "Benchmark")
    data = (name.reference for name in names if name.type == "Dataset")
    own = frozenset(name.reference for name in names) | _variants(names, found)
    benchmark = next(benchmarks, "")
    named = frozenset(item.name.reference for item in found)
    base = _only_model(claims, "basedOn") or _only_model(claims, "evaluatedOnModel")
    tested = _only_data(claims, found)
    return Paper(own, system, benchmark, benchmark or next(data, ""), named, is_plain, base, tested)


def _only_data(claims: Iterable[Claim], found: Iterable[Found]) -> str:
    """Return the only data set or benchmark that a text names, if the work is tested on it."""
    data = {item.name.reference for item in found if item.name.type in DATA}
    tests = {c.found.name.reference for c in claims if c.relation == "evaluatedOn"}
    return data.pop() if len(data) == 1 and data <= tests else ""


def _only_model(claims: Iterable[Claim], relation: str) -> str:
    """Return the one model of others in a relation to the own work."""
    names = (claim.found.name for claim in claims if claim.relation == relation)
    models = {name.reference for name in names if name.type in MODELS}
    return models.pop() if len(models) == 1 else ""


def _variants(names: Iterable[Name], found: Iterable[Found]) -> set[str]:
    """Return what goes on from the name of an own system: ConvMLP-S, of ConvMLP."""
    begins = tuple(f"{name.label}-" for name in names if name.type in SYSTEMS)
    return {
        item.name.reference
        for item in found
        if begins and item.name.type in SYSTEMS and item.name.label.startswith(begins)
    }
