"""How fast a work is, and how much memory it takes: its results by all metrics of that."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.query.answer import Answer
from kg.query.asked import Asked
from kg.query.results import results_by

if TYPE_CHECKING:
    from kg.model import Entity

#: By which words in their names metrics are of an aspect.
ASPECTS: Mapping[str, re.Pattern[str]] = {
    "speed": re.compile(
        r"\b(?:speed|speed-?up|latency|throughput|runtime|time|fps|frame rate|per second)\b",
        re.IGNORECASE,
    ),
    "memory": re.compile(r"\b(?:memory|vram|kv[- ]cache)\b", re.IGNORECASE),
}
#: In which units results of no named metric are of an aspect.
UNITS: Mapping[str, tuple[str, ...]] = {
    "speed": ("ms", "μs", "s", "minutes", "hours", "s/frame", "ms/frame", "FPS", "tokens/s", "Hz"),
    "memory": ("GB", "MB", "KB"),
}


def results_on(aspect: str) -> Callable[[Asked], Answer]:
    """Return what answers with the results of a work by the metrics or units of an aspect."""

    def answer(asked: Asked) -> Answer:
        metrics = [one for one in asked.store.entities("Metric") if _is_of(one, aspect)]
        found = results_by(asked, metrics, UNITS[aspect])
        if found.rows:
            return found
        unknown = f"no result that measures the {aspect} of {asked.thing.label} is known"
        return replace(found, notes=(unknown, *found.notes))

    return answer


def _is_of(metric: "Entity", aspect: str) -> bool:
    return any(ASPECTS[aspect].search(name) for name in (metric.label, *metric.aliases))
