"""Which numbers tell of what a thing costs: time, memory, money and the like."""

#: What work costs, as the nouns of patterns.
COST = (
    r"(?:(?:costs?|compute|memory|FLOPs|parameters|params|weights|latency|budgets?|resources|tokens"
    r"|energy|size|computations?|VRAM|overhead|steps|runtime|footprint|storage|bandwidth"
    r"|(?:wall-clock|training|inference|running|search|compute|decoding) time)(?!\w)|⟦o?C⟧)"
)
_UNITS = frozenset(
    {
        "x",
        "ms",
        "μs",
        "s",
        "minutes",
        "GB",
        "MB",
        "KB",
        "hours",
        "FPS",
        "tokens/s",
        "s/frame",
        "ms/frame",
        "GFLOPs",
        "GMACs",
        "W",
        "mW",
        "J",
        "mJ",
        "kWh",
    }
)
_METRICS = frozenset(
    {
        "speedup",
        "latency",
        "throughput",
        "memory consumption",
        "FLOPs",
        "runtime",
        "inference time",
        "inference speed",
        "inference cost",
        "training time",
        "training cost",
        "wall-clock time",
        "computational overhead",
        "energy consumption",
        "power consumption",
        "token usage",
        "VRAM",
        "KV cache size",
        "TTFT",
        "tokens per second",
        "FPS",
    }
)
#: How the names of others end.
_ENDS = (
    " tokens",
    " steps",
    " cost",
    " time",
    " latency",
    " FLOPs",
    " memory",
    "/compute",
    " parameters",
    "/cost",
)


def is_of_cost(metric: str, unit: str) -> bool:
    """Say whether a result with this metric (a local reference) and unit tells of a cost.

    >>> is_of_cost("Metric/latency", "%"), is_of_cost("", "x"), is_of_cost("Metric/F1", "%")
    (True, True, False)
    >>> is_of_cost("Metric/decoding latency", "x"), is_of_cost("Metric/accuracy", "x")
    (True, False)
    """
    if unit == "x" and metric:
        return metric.partition("/")[2] in _METRICS or metric.endswith(_ENDS)
    return unit in _UNITS or metric.partition("/")[2] in _METRICS or metric.endswith(_ENDS)
