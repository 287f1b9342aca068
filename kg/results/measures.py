"""What each quantity of a sentence is: the wording that says so, and what lists pass on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from kg.frozen import fast
from kg.results.changes import CHANGE, COMPARATIVE, NOUN, turn_before, turn_behind
from kg.results.kinds import KINDS
from kg.results.quantity import Quantity
from kg.results.screens import SCREENS
from kg.results.units import PHYSICAL
from kg.results.unworded import weighed
from kg.results.wordings import Turn, Wording, WordingSet

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
#: Wordings of a value that the own one is set against.
_RIVALS = frozenset({"starts-from", "starts-at-rival", "rival-in-brackets"})
#: Words that end a list: what follows says something new.
_BREAKS = re.compile(
    rf";|\b(?:{CHANGE}|achiev\w*|attain\w*|reach\w*|obtain\w*|scor(?:es|ing|ed)|yield\w*|deliver\w*|passes"
    r"|maintain\w*|secur(?:es|ing|ed)|compared|comparable|versus|vs|than|while|whereas|but|despite|us(?:es|ing)|requir\w+|when|retain\w*"
    r"|preserv\w+|consum\w+|(?:complet|re?solv|solv)(?:es|ing|ed)|answer\w*|shift(?:s|ing))\b"
    r"|\s-\s|[.!?] "
    r"|\b(?:above|ahead of|behind|rivaling|matching) (?:[\w-]+ ){0,3}⟦[MA]⟧ \(",
    re.IGNORECASE,
)
#: Before the value of something else that the own value is set against.
_AGAINST = re.compile(
    r"(?:\bvs\.?|\bversus|\bcompare[sd] (?:to|with)|\bthan|\bagainst|\bover|\bup from|\bdown from"
    r"|\binstead of|\bcompetitive with|(?<!C⟧ )\bbelow|\bbut"
    r"|\bsurpass\w*|\boutperform\w*|\bexceed\w*|\brelative to|\bbeat\w*)"
    r"(?: (?!(?:and|to|by)\b)[\w-]+(?:'s)?| ⟦\w+⟧(?:'s)?){0,7}?"
    r"(?: of| at| with| \(|:|, which (?:achieves|reaches|scores))?"
    r"(?: ?⟦o?C⟧(?: =)?)?[\s(]*$"
    # Beside a list of others that have their values behind them: "on par with A and B (63%, 66%)".
    r"|\b(?:comparable (?:to|with)|on par with|similar to|compared (?:to|with)|than|over|against)"
    r" ⟦[MA]⟧(?:(?:,| and|, and| &) ⟦[MA]⟧){1,3}(?: (?:on|in) ⟦o?D⟧)? \($"
    # "Above 61%" is an own value, "above GPT-4 (61%)" is none.
    r"|\b(?:above|ahead of|behind|rival\w*|match(?:es|ing)|approach(?:es|ing))"
    r" (?:[\w-]+ ){0,3}⟦[MA]⟧ \($",
    re.IGNORECASE,
)


#: Before an own value: what it was won against is no rival's, "a win rate against GPT-4 of 61%".
_WON_AGAINST = re.compile(r"C⟧ against (?:the )?⟦[MA]⟧ (?:of|at) (?:[a-z]+ )?$")
#: Before the value of what is nearly reached: "close to the base model at 92%".
_NEARLY = re.compile(
    r"\b(?:close to|short of|just (?:below|behind|under)|on par with|comparable (?:to|with))"
    r" (?:the |its |an? )?(?:[\w.-]+ |⟦\w+⟧ ){1,5}?(?:at|of) $",
    re.IGNORECASE,
)
#: The change that a number is told to be, right behind it: "3% improvement on".
_TOLD_BEHIND = re.compile(rf"(?: [\w-]+| ⟦o?C⟧){{0,2}}? (?:{NOUN}|{COMPARATIVE})\b", re.IGNORECASE)


@fast
@dataclass(frozen=True, slots=True)
class Measured:
    """A quantity that measures something. `against` marks the value of what it is set against."""

    quantity: Quantity
    wording: Wording
    turn: Turn = ""
    against: bool = False
    listed: bool = False

    @property
    def kind(self) -> str:
        """Whether it is a value, a gain or a loss, or so many times as much."""
        return self.wording.kind


def measure(text: str, quantities: list[Quantity]) -> list[Measured]:
    """Return the quantities of a marked sentence that measure something, in order."""
    measured, unworded = read_wordings(text, quantities)
    is_alone = not measured
    for quantity in unworded:
        if wording := weighed(text, quantity, is_alone=is_alone):
            turn: Turn = "" if wording.kind == "absolute" else _turn(text, quantity) or wording.turn
            measured.append(Measured(quantity, wording, turn))
    measured.sort(key=lambda item: item.quantity.start)
    return _with_gaps(text, measured)


def read_wordings(text: str, quantities: list[Quantity]) -> tuple[list[Measured], list[Quantity]]:
    """Return the quantities that words tell to measure something, and those that none tells of."""
    measured: list[Measured] = []
    unworded: list[Quantity] = []
    waiting: list[Quantity] = []
    for quantity in _with_units(text, quantities):
        if _screens().first_match(text, quantity):
            unworded += waiting
            waiting.clear()
            continue
        found = _measured(text, quantity, _last_outside(text, measured, quantity))
        if found is None:
            waiting.append(quantity)
            continue
        _tell_led(text, measured, found)
        led = list(_led(text, waiting, found))
        unworded += waiting[: len(waiting) - len(led)]
        measured += led
        waiting.clear()
        measured.append(found)
    return measured, unworded + waiting


#: The change that a number is which words do not tell.
_GAP = next(wording for wording in KINDS if wording.name == "number-change-behind")

#: How far a difference may be off that was taken before values were rounded.
_ROUNDED = Decimal("0.01")


def _with_gaps(text: str, measured: list[Measured]) -> list[Measured]:
    """Take for a change what stands between two values and is their difference.

    In "7.59 (2.17 vs. 9.76 of LoRA)" the second number is how far the first is from the third.
    """
    for index in range(1, len(measured) - 1):
        value, gap, rival = measured[index - 1 : index + 2]
        is_beside = gap.wording.name == "set-beside" and value.kind == rival.kind == "absolute"
        if is_beside and text[value.quantity.end : gap.quantity.lead].strip() == "(":
            change = value.quantity.values[0] - rival.quantity.values[0]
            if abs(abs(change) - gap.quantity.values[0]) <= _ROUNDED:
                turn: Turn = "higher" if change > 0 else "lower"
                measured[index] = replace(gap, wording=_GAP, turn=turn)
    return measured


@cache
def _screens() -> WordingSet:
    return WordingSet(SCREENS)


@cache
def _kinds() -> WordingSet:
    return WordingSet(KINDS)


def _last_outside(text: str, measured: list[Measured], quantity: Quantity) -> Measured | None:
    """Return the last quantity that a list may go on from: none in brackets that are closed.

    In "81% (+3%) on A and 52% (+2%) on B", 52% goes on from 81%.
    """
    for last in reversed(measured[-3:]):
        between = text[last.quantity.end : quantity.lead]
        if between.count(")") <= between.count("("):
            return last
    return measured[-1] if measured else None


def _with_units(text: str, quantities: list[Quantity]) -> list[Quantity]:
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
    """Say whether of two numbers the second alone is told to be a change: "(31.9, 8% gain)"."""
    behind_comma = text[one.end : other.lead].strip() == ","
    return behind_comma and _TOLD_BEHIND.match(text, other.end) is not None


def _tell_led(text: str, measured: list[Measured], found: Measured) -> None:
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
    if found.quantity.sign and not last.quantity.sign:
        return False  # "61%, +3%" is a value and a gain.
    between = (last.quantity.end, found.quantity.lead)
    if _METRIC_AND.fullmatch(text, *between) and _METRIC_GAIN.match(text, found.quantity.end):
        return True
    return _TIGHT.fullmatch(text, *between) is not None


#: "8.3 ⟦C⟧ and 7.9 ⟦C⟧ absolute improvement".
_METRIC_AND = re.compile(r"\s?⟦o?C⟧(?:,| and|, and)\s")
_METRIC_GAIN = re.compile(rf"\s?⟦o?C⟧ (?:absolute |relative )?{NOUN}\b")


def _measured(text: str, quantity: Quantity, last: Measured | None) -> Measured | None:
    """Say what a quantity is, by its own wording or by that of the list in which it stands."""
    wording = _kinds().first_match(text, quantity)
    if last is not None and (wording is None or _is_weak(text, wording, last, quantity)):
        passed = _passed_on(text, last, quantity)
        if passed is not None:
            nearly = _NEARLY.search(text, max(0, quantity.lead - 70), quantity.lead)
            return replace(passed, against=True, listed=False) if nearly else passed
    if wording is None:
        return None
    if wording.kind == "absolute" and _IN_POINTS.search(text, quantity.start, quantity.end):
        wording = _GAP
    tells = wording.kind != "absolute" and wording.name != "share-of-quality"
    turn = wording.turn or (_turn(text, quantity) if tells else "")
    first = max(0, quantity.lead - 70)
    against = wording.name in _RIVALS or (
        wording.kind == "absolute"
        and wording.name != "set-beside"
        and quantity.shape != "change"
        and not _WON_AGAINST.search(text, first, quantity.lead)
        and not _is_exceeded(text, quantity)
        and (
            _AGAINST.search(text, first, quantity.lead) is not None
            or _NEARLY.search(text, first, quantity.lead) is not None
            or _shares_bracket(text, last, quantity)
        )
    )
    return Measured(quantity, wording, turn, against)


def _is_exceeded(text: str, quantity: Quantity) -> bool:
    """Say whether a value is the own one, told to be more than a round number: "exceeds 90%"."""
    if not _EXCEEDS.search(text, max(0, quantity.lead - 24), quantity.lead):
        return False
    return not _OF_RIVAL.match(text, quantity.end) and not _DIGIT.search(text, 0, quantity.lead)


_EXCEEDS = re.compile(r"\b(?:surpass|exceed)\w* (?:[a-z]+ )?$", re.IGNORECASE)
_OF_RIVAL = re.compile(
    r"[^,;.()\d]{0,30}?\b(?:of|by|for|from|in|with) (?:the |an? |prior |previous |[\w-]+ ){0,3}?"
    r"(?:⟦[MA]⟧|baselines?|methods?|models?|SOTA|state-of-the-art|humans?|experts?|works?)"
)
_DIGIT = re.compile(r"(?<![\w⟦-])\d")


#: Points of percent are always those of a difference.
_IN_POINTS = re.compile(r"(?:\bpp|\dpp|percentage[- ]points?)$", re.IGNORECASE)


def _shares_bracket(text: str, last: Measured | None, quantity: Quantity) -> bool:
    """Say whether a value stands in one bracket with a rival's: "above LoRA (61% F1, 3% EER)"."""
    if last is None or not last.against:
        return False
    opened = text.rfind("(", max(0, last.quantity.lead - 40), last.quantity.lead)
    between = text[opened + 1 : quantity.lead]
    return opened >= 0 and "(" not in between and ")" not in between and ";" not in between


def _is_weak(text: str, wording: Wording, last: Measured, quantity: Quantity) -> bool:
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
_BRACKETS = re.compile(r"^ \([^()]{1,30}\)")


#: Where what is told of a change ends; "in token cost reduction" is told of it.
_STOPS = re.compile(
    r"[,;.(]|\b(?:on|in(?! (?:[a-z-]+ |⟦o?C⟧ ){1,3}(?:reduction|decrease|savings?|drop)\b)|at|for"
    r"|over|and|while|when|than|compared|with|without|despite)\b"
)


def _turn(text: str, quantity: Quantity) -> Turn:
    """Return which way the words around a quantity go: those behind it where they are nearer."""
    behind = _BRACKETS.sub("", text[quantity.end : quantity.end + 75])[:45]
    stop = _STOPS.search(behind)
    near = turn_behind(behind, 0, stop.start() if stop else len(behind))
    before = turn_before(text, max(0, quantity.lead - 190), quantity.lead)
    return near or before or ("better" if quantity.family == "times" else "")


#: What each gain of a list may have.
_OF_GAINS = frozenset({"compared", "over", "than", "better", "higher", "more"})


def _breaks(between: str, last: Measured) -> bool:
    """Say whether a list ends in a stretch; gains may each name what they are gains over."""
    told = _TOLD_BEHIND.match(between) if last.kind == "delta" else None
    found = _BREAKS.search(between, told.end() if told else 0)
    while found is not None and last.kind == "delta" and found[0] in _OF_GAINS:
        found = _BREAKS.search(between, found.end())
    return found is not None


#: What a list passes over: "3% on A (+1% over LoRA), 4% on B".
_ASIDE = re.compile(r" \([^()]*\)")
_FARTHEST = 110


def _passed_on(text: str, last: Measured, quantity: Quantity) -> Measured | None:
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


#: Before where a change ends, which is no change: "a drop by 3%, restored to 61%".
_ENDS_AT = re.compile(r"[a-z⟧] (?:back )?to $")


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
#: Between the numbers of a bare list.
_TIGHT = re.compile(
    r"[%x]?\s*(?:\([^()]{1,20}\)\s*)?(?:,|/|&|and|or|,\s*and|to|\)\s*/)\s*", re.IGNORECASE
)


def _led(text: str, waiting: list[Quantity], found: Measured) -> Iterator[Measured]:
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
