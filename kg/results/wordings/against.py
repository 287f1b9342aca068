"""Whether a value is that of what the own one is set against: "61.2%, compared with 52.1%"."""

import re

from kg.results.numbers.quantity import Quantity
from kg.results.wordings.measured import Measured
from kg.results.wordings.wording import Wording

#: Wordings of a value that the own one is set against.
_RIVALS = frozenset({"starts-from", "starts-at-rival", "rival-in-brackets"})
#: Before the value of something else that the own value is set against.
_AGAINST = re.compile(
    r"(?:\bvs\.?|\bversus|\bcompare[sd] (?:to|with)|\bthan|\bagainst|\bover|\bup from|\bdown from"
    r"|\binstead of|\bcompetitive with|(?<!C⟧ )\bbelow|\bbut|\brelative to"
    # "Outperforms LoRA with 61%" tells the own value, "LoRA with 5 shots (61%)" does not.
    r"|\b(?:surpass|outperform|exceed|beat)\w*(?![^;]* with [^;()]*$))"
    r"(?: (?!(?:and|to|by)\b)[\w-]+(?:'s)?|'s and(?= (?-i:[A-Z]))| ⟦\w+⟧(?:'s)?| \(⟦[MA]⟧\)){0,7}?"
    r"(?: of| at| with| \(|:|, which (?:achieves|reaches|scores))?"
    r"(?: ?⟦o?C⟧(?: =)?)?[\s(]*$"
    # Beside a list of others that have their values behind them: "on par with A and B (63%, 66%)".
    r"|\b(?:comparable (?:to|with)|on par with|similar to|compared (?:to|with)|than|over|against)"
    r" ⟦[MA]⟧(?:(?:,| and|, and| &) ⟦[MA]⟧){1,3}(?: (?:on|in) ⟦o?D⟧)? \($"
    # Beside another rival: "than GPT-4's 52.0 and its base model's 40.1".
    r"|\b(?:base|vanilla|original|backbone|underlying) (?:model|version|policy)'s (?:score of )?$"
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


def is_against(text: str, wording: Wording, quantity: Quantity, last: Measured | None) -> bool:
    """Say whether a quantity of a wording is a rival's value; `last` is the one before it."""
    if wording.name in _RIVALS:
        return True
    if wording.kind != "absolute" or wording.name == "set-beside" or quantity.shape == "change":
        return False
    first = max(0, quantity.lead - _NEAR)
    if _WON_AGAINST.search(text, first, quantity.lead) or _is_exceeded(text, quantity):
        return False
    if _AGAINST.search(text, first, quantity.lead) or is_nearly_reached(text, quantity):
        return True
    return _shares_bracket(text, last, quantity)


def is_nearly_reached(text: str, quantity: Quantity) -> bool:
    """Say whether a value is what the own one comes close to: "close to GPT-4 at 92%"."""
    first = max(0, quantity.lead - _NEAR)
    return _NEARLY.search(text, first, quantity.lead) is not None


def is_told_of_rival(text: str, quantity: Quantity) -> bool:
    """Say whether a value is plainly a rival's: "against 44% for GPT-4"."""
    before = _RIGHT_BEHIND.search(text, max(0, quantity.lead - 24), quantity.lead)
    return before is not None and _FOR_RIVAL.match(text, quantity.end) is not None


_RIGHT_BEHIND = re.compile(
    r"\b(?:against|versus|vs\.?|compared (?:to|with))(?: (?:only|just|about))? $", re.IGNORECASE
)
_FOR_RIVAL = re.compile(r"\s?%?(?: ⟦o?C⟧)? (?:for|of|by|with) (?:the )?⟦[MA]⟧")

#: In characters: how far before a value its rival is looked for.
_NEAR = 70


def _is_exceeded(text: str, quantity: Quantity) -> bool:
    """Say whether a value is the own one, told to be more than a round number: "exceeds 90%"."""
    if not _EXCEEDS.search(text, max(0, quantity.lead - 24), quantity.lead):
        return False
    if quantity.values[0] % _ROUND:
        return False
    return not _OF_RIVAL.match(text, quantity.end) and not _DIGIT.search(text, 0, quantity.lead)


#: Of what a number is a multiple that is round.
_ROUND = 5
_EXCEEDS = re.compile(r"\b(?:surpass|exceed)\w* (?:[a-z]+ )?$", re.IGNORECASE)
_OF_RIVAL = re.compile(
    r"[^,;.()\d]{0,30}?\b(?:of|by|for|from|in|with) (?:the |an? |prior |previous |[\w-]+ ){0,3}?"
    r"(?:⟦[MA]⟧|baselines?|methods?|models?|SOTA|state-of-the-art|humans?|experts?|works?)"
)
_DIGIT = re.compile(r"(?<![\w⟦-])\d")


def _shares_bracket(text: str, last: Measured | None, quantity: Quantity) -> bool:
    """Say whether a value stands in one bracket with a rival's: "above LoRA (61% F1, 3% EER)".

    Or goes with it: "compared to LoRA at F1 = 0.98 with 5% FPR"; or is that of the next rival.
    """
    if last is None or not last.against:
        return False
    span = (last.quantity.end, quantity.lead)
    if _GOES_WITH.fullmatch(text, *span) or _NEXT_RIVAL.fullmatch(text, *span):
        return True
    opened = text.rfind("(", max(0, last.quantity.lead - 40), last.quantity.lead)
    between = text[opened + 1 : quantity.lead]
    return opened >= 0 and "(" not in between and ")" not in between and ";" not in between


#: "Than LoRA (AUC = 0.68) and DoRA (AUC = 0.73)".
_NEXT_RIVAL = re.compile(
    r"\s?%?(?: ⟦o?C⟧)?\)(?:,|,? and|,? &) (?:the |even )?⟦[MA]⟧(?:'s)? \((?:⟦o?C⟧ ?[=:]? ?)?"
)
_GOES_WITH = re.compile(r"(?: ⟦o?C⟧)? (?:with|at) (?:an? )?(?:⟦o?C⟧ of )?")
