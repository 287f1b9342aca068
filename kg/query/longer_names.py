"""Benchmarks and data sets of longer names: ImageNet 256x256 beside ImageNet."""

import re
from typing import TYPE_CHECKING

from kg.model import DATA

if TYPE_CHECKING:
    from kg.model import Entity
    from kg.query.asked import Asked

#: How many are named.
SHOWN = 8


def extends(name: str, shorter: str) -> bool:
    """Tell whether a name goes on from a shorter one with a mark, or from letters with a number.

    >>> [extends(name, "MATH") for name in ("MATH-500", "MATH500", "MathVista", "MATH")]
    [True, True, False, False]
    >>> extends("CIFAR-100", "CIFAR-10"), extends("CIFAR-10-C", "CIFAR-10")
    (False, True)
    """
    rest = name[len(shorter) :]
    going_on = r"[\W_]" if shorter[-1:].isdigit() else r"[\W\d_]"
    is_longer = name.casefold().startswith(shorter.casefold())
    return is_longer and bool(re.match(going_on, rest))


def of_longer_names(asked: "Asked", thing: "Entity") -> tuple[str, ...]:
    """Name what has a longer name than the data asked about, and results, the most first.

    What stands below it is told elsewhere.
    """
    longer = {found for name, found in asked.store.names(DATA) if extends(name, thing.label)}
    asked.papers.fetch(longer)
    apart = [one for one in longer - {thing.id} if asked.papers.entity(one).parent != thing.id]
    counts = {one: sum(r.data == one for r in asked.results(one)) for one in apart}
    ranked = sorted(
        (-count, asked.papers.label(one), one) for one, count in counts.items() if count
    )
    if not ranked:
        return ()
    named = ", ".join(f"{label} ({-count})" for count, label, _ in ranked[:SHOWN])
    more = f" and {len(ranked) - SHOWN} more" if len(ranked) > SHOWN else ""
    return (f"of longer names, with results of their own: {named}{more}",)
