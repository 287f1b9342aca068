"""What scoring finds, item by item: a figure is a sum over items, and an error is one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Verdict(StrEnum):
    """What an item is: both sides have it, or one.

    Where spans need only overlap, one may cover several: then both sides are counted apart, as
    `COVERS` (a prediction that is right) and `COVERED` (an annotation that was found).
    """

    RIGHT = "right"
    EXTRA = "extra"
    MISSED = "missed"
    COVERS = "covers"
    COVERED = "covered"


#: The verdicts that are errors.
ERRORS = (Verdict.MISSED, Verdict.EXTRA)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that was right or wrong, for one figure.

    `what` says it in words; `spellings` are strings to find its sentence by, where `sentence`
    does not have it.
    """

    figure: str
    verdict: Verdict
    what: str
    spellings: tuple[str, ...] = ()
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class PaperScore:
    """The items of one paper."""

    id: str
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Scored:
    """Predictions beside a gold standard, paper by paper in the order of the gold.

    `missing` are the titles for which there is no prediction: all that they hold is missed.
    `unread` says of such a title, or of another, why its text was not read, or not whole.
    `texts` are titles and abstracts by the key of the title, as far as they are at hand.
    """

    papers: Sequence[PaperScore]
    missing: tuple[str, ...] = ()
    texts: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    unread: Mapping[str, str] = field(default_factory=dict)
