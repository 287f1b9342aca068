"""How types look: a colour for light and dark ground, and a shape, never the colour alone.

The hues are those of Okabe and Ito, which colour-blind readers tell apart, darkened or lightened
until they stand out from the ground by 3 to 1 (https://jfly.uni-koeln.de/color/).
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Style:
    """The look of one type; `shape` is one of vis-network's with the label outside."""

    shape: str
    light: str
    dark: str


_STYLES = MappingProxyType(
    {
        "Paper": Style("square", "#6b7280", "#9aa3b2"),
        "Model": Style("dot", "#0072b2", "#4ba3e3"),
        "ModelFamily": Style("hexagon", "#2a8fc9", "#7cc7f5"),
        "Method": Style("diamond", "#d55e00", "#ff8a3d"),
        "Dataset": Style("triangleDown", "#00815f", "#2fc39a"),
        "Benchmark": Style("triangle", "#b27800", "#f0b429"),
        "Task": Style("star", "#b3508a", "#e493c0"),
        "Metric": Style("star", "#857a00", "#e6d84a"),
        "Hardware": Style("hexagon", "#7a4b2b", "#c9976f"),
        "CodeRepository": Style("square", "#1f2937", "#e5e7eb"),
        "Author": Style("dot", "#8a7fb5", "#b9aee6"),
        "Listing": Style("triangleDown", "#6b7280", "#9aa3b2"),
        "WebPage": Style("diamond", "#4b5563", "#c3cad6"),
    }
)
_OTHERS = (
    Style("diamond", "#7a3e9d", "#c79be8"),
    Style("triangle", "#0f766e", "#5ecfc4"),
    Style("hexagon", "#9f1239", "#f38ba8"),
)


def style(type_name: str, number: int = 0) -> Style:
    """Return the look of a type; one that has none yet gets one of three by its number.

    >>> style("Method").shape, style("Sensor", 1).shape
    ('diamond', 'triangle')
    """
    return _STYLES.get(type_name, _OTHERS[number % len(_OTHERS)])
