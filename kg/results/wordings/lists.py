"""What the numbers of a list are by each other: "gains of 3% on GSM8K and 4% on MATH" are two.

The first passes on what it is told to be ("by 3% on A and 4% on B"), or the last does ("3%, 2% and
1% gains").
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.results.numbers.find import are_of_two_metrics
from kg.results.numbers.quantity import Quantity
from kg.results.numbers.units import PHYSICAL
from kg.results.wordings.changes import CHANGE, COMPARATIVE, NOUN
from kg.results.wordings.measured import Measured
from kg.results.wordings.wording import Wording

#: Wordings that a list may overrule: "gains of 3% on GSM8K and 4% on MATH" are two gains.
_WEAK = frozenset(
    {
        "value-of-metric",
        "on-data",
        "of-a-measure",
        "share-of-cases",
        "number-in-brackets",
        "in-brackets",
        "number-reached",
        "reached",
        "times",
        "share-of-quality",
        "share-that",
    }
)
#: Words that end a list: what follows says something new.
_BREAKS = re.compile(
    rf";|\b(?:{CHANGE}|achiev\w*|attain\w*|reach\w*|obtain\w*|scor(?:es|ing|ed)|yield\w*|deliver\w*|passes"
    r"|maintain\w*|secur(?:es|ing|ed)|compared|comparable|versus|vs|than|while|whereas|but|despite|us(?:es|ing)|requir\w+|when|retain\w*"
    r"|preserv\w+|consum\w+|(?:complet|re?solv|solv)(?:es|ing|ed)|answer\w*|shift(?:s|ing))\b"
    r"|\s-\s|[.!?] "
    r"|\b(?:above|ahead of|behind|rivaling|matching) (?:[\w-]+ ){0,3}⟦[MA]⟧ \(",
    re.IGNORECASE,
)
#: The change that a number is told to be, right behind it: "3% improvement on".
_TOLD_BEHIND = re.compile(rf"(?: [\w-]+| ⟦o?C⟧){{0,2}}? (?:{NOUN}|{COMPARATIVE})\b", re.IGNORECASE)
#: Between the numbers of a bare list.
_TIGHT = re.compile(
    r"[%x]?\s*(?:\([^()]{1,20}\)\s*)?(?:,|/|&|and|or|,\s*and|to|\)\s*/)\s*", re.IGNORECASE
)


def with_units(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Let the numbers of a bare list have the unit of its last: "by 17.1 and 4.1 points"."""
    given = list(quantities)
    for index in range(len(given) - 2, -1, -1):
        one, other = given[index], given[index + 1]
        bare = one.family == "plain" and other.family in ("share", "times")
        if bare and _is_told_apart(text, one, other):
            continue
        is_list = bare and _TIGHT.fullmatch(text, one.end, other.lead)
        if is_list or (_is_set_beside(one, other) and _VERSUS.fullmatch(text, one.end, other.lead)):
            given[index] = replace(one, unit=other.unit, family=other.family)
    return given


def _is_set_beside(one: Quantity, other: Quantity) -> bool:
    """Say whether two numbers may have one unit: "8.5 vs. 35.9 hours"."""
    return one.family == "plain" and other.family in PHYSICAL | {"share"}


_VERSUS = re.compile(r"\s?(?:vs\.?|versus|compared (?:to|with))\s?\\?\s?", re.IGNORECASE)


def _is_told_apart(text: str, one: Quantity, other: Quantity) -> bool:
    """Say whether two numbers are of different kinds, as their metrics or words behind them tell.

    "An FID of 0.38 and 78% accuracy"; the second alone is a change in "(31.9, 8% gain)".
    """
    if are_of_two_metrics(text, one.lead, other.end):
        return True
    behind_comma = text[one.end : other.lead].strip() == ","
    return behind_comma and _TOLD_BEHIND.match(text, other.end) is not None


def last_outside(text: str, measured: list[Measured], quantity: Quantity) -> Measured | None:
    """Return the last quantity that a list may go on from: none in brackets that are closed.

    In "81% (+3%) on A and 52% (+2%) on B", 52% goes on from 81%.
    """
    for last in reversed(measured[-3:]):
        between = text[last.quantity.end : quantity.lead]
        if between.count(")") <= between.count("("):
            return last
    return measured[-1] if measured else None


def tell_led(text: str, measured: list[Measured], found: Measured) -> None:
    """Let the numbers of a bare list be what its last is told to be: "3%, 2% and 1% gains"."""
    behind = found
    for index in range(len(measured) - 1, -1, -1):
        lead = behind.quantity.lead
        is_one = _ARTICLE.match(text, lead) or text.endswith((" a ", " an "), 0, lead)
        if is_one or not _leads_to(text, measured[index], behind):
            break
        behind = replace(found, quantity=measured[index].quantity)
        measured[index] = behind


#: "5.1%, a 16% reduction" is a value and a reduction.
_ARTICLE = re.compile(r"an?\s")


def _is_weak_value(last: Measured) -> bool:
    return last.kind == "absolute" and last.wording.name in _WEAK


def _leads_to(text: str, last: Measured, found: Measured) -> bool:
    """Say whether two numbers are two gains of which the second is told: "17% and 14% gains"."""
    if found.listed or found.kind == "absolute":
        return False
    told = last.listed or last.wording.name in ("changes-times", "times", "metric-of", "gains")
    if not told and not _is_weak_value(last):
        return False
    if last.quantity.family != found.quantity.family:
        return False
    if (last.quantity.unit, found.quantity.unit) == ("%", "points"):
        return False  # "91.8%, 1.1 points below" is a value and a gap.
    if found.quantity.sign and not last.quantity.sign:
        return False  # "61%, +3%" is a value and a gain.
    between = (last.quantity.end, found.quantity.lead)
    if _METRIC_AND.fullmatch(text, *between) and _METRIC_GAIN.match(text, found.quantity.end):
        return True
    return _TIGHT.fullmatch(text, *between) is not None


#: "8.3 ⟦C⟧ and 7.9 ⟦C⟧ absolute improvement".
_METRIC_AND = re.compile(r"\s?⟦o?C⟧(?:,| and|, and)\s")
_METRIC_GAIN = re.compile(rf"\s?⟦o?C⟧ (?:absolute |relative )?{NOUN}\b")


def led(text: str, waiting: list[Quantity], found: Measured) -> Iterator[Measured]:
    """Yield the numbers of a bare list that leave all else to its last: "17.1 and 4.1 points"."""
    led: list[Measured] = []
    end = found.quantity.lead
    for quantity in reversed(waiting):
        alike = quantity.family in ("plain", found.quantity.family)
        if not alike or not _TIGHT.fullmatch(text, quantity.end, end):
            break
        bare = replace(quantity, unit=found.quantity.unit, family=found.quantity.family)
        led.append(replace(found, quantity=bare))
        end = quantity.lead
    yield from reversed(led)


def may_be_overruled(text: str, wording: Wording, last: Measured, quantity: Quantity) -> bool:
    """Say whether a list may overrule a wording: also where its metric is that of another number.

    "Gains of 7% in accuracy on MATH, 3% on GSM8K" are two gains, and so are two numbers of points.
    """
    if wording.name == "value-of-metric" and (
        (last.quantity.sign and not quantity.sign)
        or _is_told_aside(text, last, quantity)
        or _is_told_whole(text, last, quantity)
    ):
        return False
    if wording.name in _WEAK:
        return True
    if wording.name != "metric-of" or last.kind != "delta":
        return False
    between = text[last.quantity.end : quantity.lead]
    return quantity.unit == "points" or "C⟧" not in _ITEM_ENDS.split(between)[-1]


def _is_told_aside(text: str, last: Measured, quantity: Quantity) -> bool:
    """Say whether but the number before is told to be a change, in a bracket of its own.

    "Useful (a 7% loss in utility), robust (61% accuracy)".
    """
    between = text[last.quantity.end : quantity.lead]
    inside, closes, outside = between.partition(")")
    return bool(closes) and "(" in outside and _TOLD_INSIDE.search(inside) is not None


def _is_told_whole(text: str, last: Measured, quantity: Quantity) -> bool:
    """Say whether the noun behind the number before makes that alone a change.

    "A 20% increase and 61% accuracy on it".
    """
    between = (last.quantity.end, quantity.lead)
    return last.wording.name == "change-behind" and bool(_TOLD_WHOLE.fullmatch(text, *between))


_TOLD_WHOLE = re.compile(rf"(?: [a-z-]+| ⟦o?C⟧){{0,3}} {NOUN},? and (?:an? )?", re.IGNORECASE)
_TOLD_INSIDE = re.compile(rf"\b{NOUN}\b", re.IGNORECASE)
_ITEM_ENDS = re.compile(r",|\band\b")


def passed_on(text: str, last: Measured, quantity: Quantity) -> Measured | None:
    """Return a quantity as one more of the last one's list, if it is."""
    same = quantity.family == last.quantity.family
    if not same and "plain" not in (quantity.family, last.quantity.family):
        return None
    between = (last.quantity.end, quantity.lead)
    words = _ASIDE.sub("", text[slice(*between)])
    if len(words) > _FARTHEST or _breaks(words, last):
        return None
    if _is_one_more_gain(text, last, quantity):
        bare = replace(quantity, unit=last.quantity.unit, family=last.quantity.family)
        return replace(last, quantity=bare, listed=True)
    if not same and last.quantity.family == "plain":
        return None
    if not same and not _TIGHT.fullmatch(text, *between):
        return None
    if quantity.family == "plain" and quantity.is_whole and not _TIGHT.fullmatch(text, *between):
        return None
    ends = _ENDS_AT.search(text, max(0, quantity.lead - 12), quantity.lead)
    if last.kind != "absolute" and (ends or quantity.shape == "change"):
        return None
    return replace(last, quantity=_of_shape(quantity, last.quantity), listed=True)


_FARTHEST = 110
#: What a list passes over: "3% on A (+1% over LoRA), 4% on B".
_ASIDE = re.compile(r" \([^()]*\)")
#: Before where a change ends, which is no change: "a drop by 3%, restored to 61%".
_ENDS_AT = re.compile(r"[a-z⟧] (?:back )?to $")


def _breaks(between: str, last: Measured) -> bool:
    """Say whether a list ends in a stretch; gains may each name what they are gains over."""
    told = _TOLD_BEHIND.match(between) if last.kind == "delta" else None
    found = _BREAKS.search(between, told.end() if told else 0)
    while found is not None and last.kind == "delta" and found[0] in _OF_GAINS:
        found = _BREAKS.search(between, found.end())
    return found is not None


#: What each gain of a list may have.
_OF_GAINS = frozenset({"compared", "over", "than", "better", "higher", "more"})


def _of_shape(quantity: Quantity, last: Quantity) -> Quantity:
    """Return a quantity as a change where that before it is one: "from 3 to 4% and 5 to 6%"."""
    is_change = last.shape == "change" and quantity.shape == "range"
    return replace(quantity, shape="change") if is_change else quantity


def _is_one_more_gain(text: str, last: Measured, quantity: Quantity) -> bool:
    """Say whether a bare number is a gain in points too: "3 points on ⟦D⟧, 2.9 on ⟦D⟧"."""
    if last.kind != "delta" or last.quantity.unit != "points" or quantity.family != "plain":
        return False
    if "." not in text[quantity.start : quantity.end] or quantity.shape == "change":
        return False
    listed = _AND_ON.fullmatch(text, last.quantity.end, quantity.lead)
    return listed is not None and _ON.match(text, quantity.end) is not None


_AND_ON = re.compile(r"[^;,.]{0,60}⟧(?: \([^()]{0,40}\))?,? (?:and )?(?:by )?")
_ON = re.compile(r" (?:on|in|for|with) (?:the )?⟦")
