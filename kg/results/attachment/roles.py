"""The role of each name in a sentence that reports a number.

The words before a name say whether a number is the name's own value, is measured on it, or is set
against it: "on GSM8K", "than LoRA", "LoRA reaches".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kg.frozen import fast
from kg.results.attachment.sentences import Mark, Sentence

#: What a name is to the numbers of its sentence; ``aside`` plays no part.
Role = Literal["agent", "baseline", "model", "data", "task", "metric", "aside"]

_WORDS_BETWEEN = r"(?:[\w'’/-]+ ){0,4}?"
#: Between a comparison and the name: none of these leads to what something was measured on.
_WORDS_OF_RIVAL = r"(?:(?!(?:with|on|across|using|for|in|when)\b)[\w'’/-]+ ){0,4}?"
_AGAINST = re.compile(
    r"\b(?:than|over|compar(?:ed|ison|able|ing) (?:to|with|against)(?: using)?|versus|vs\.?|against"
    r"|relative to|outperform\w*|surpass\w*|exceed\w*|beat(?:s|ing)?|outscor\w*|ahead of|above"
    r"|beyond|behind|below|baselines?(?: like| such as|,|:)?|up from|down from|unlike|rather than"
    r"|instead of|% of the (?:performance|quality|accuracy|capabilit\w+)(?: level)? of"
    r"|rival\w*|overtak\w+|outpac\w+|match(?:es|ing)?|on par with|to that of|by the"
    r"|\bfrom [\d.]+ ?%? (?:for|by|with|of))\s+"
    rf"{_WORDS_OF_RIVAL}\(?$",
    re.IGNORECASE,
)
#: "Beats the previous best optimizer, LoRA, by 3%": a rival between commas.
_IN_APPOSITION = re.compile(
    r"\b(?:than|over|(?:outperform|surpass|exceed|beat|outscor)\w*) (?:the |an? )?"
    r"(?:(?:previous|prior|next|second)[ -]?best|best|strongest|leading|latest|previous|prior"
    r"|state-of-the-art|SOTA|top|closest|current|existing|competing|runner-up)"
    r" (?:[\w-]+ ){0,4}[\w-]+, $",
    re.IGNORECASE,
)
#: Where what is named between commas ends, and does nothing of its own.
_APPOSITION_ENDS = re.compile(r",(?= (?:by|with|on|and|in|across|while)\b)| by \d| \(|[.;]")
_UNDER_TEST = re.compile(
    r"\b(?:on|to|for|of|across|into|in|from|under|integrat\w+ with|equipp\w+ with|boost\w*|rais\w+"
    r"|accelerat\w+|improv\w+|enabl\w+|enhanc\w+|our(?: [\w-]+){0,2}|appl\w+ to|compress\w*|base"
    r"|evaluat\w*|run|runs|running|serv(?:e|es|ing)|host\w*|fit|load\w*|deploy\w*"
    r"|us(?:e[sd]?|ing)|with|help\w*|lift\w*|reduc\w+|increas\w+|prun\w+|quantiz\w+|train\w*"
    rf"|tun\w*|attack\w*|jailbreak\w*)\s+(?:the |a |an )?{_WORDS_BETWEEN}$",
    re.IGNORECASE,
)
#: The last of a list of data sets that is taken for a method: "on GSM8K and Maze show".
_LISTED_WITH_DATA = re.compile(r"\b(?:on|across|in) [^;.]{0,60}⟦o?D⟧(?:,|,? and) $")
#: Before examples of what a method is applied to, and behind what a gain is one over: "into models
#: such as GPT-4", "over the baseline across Llama-2-7B", "experiments with GPT-4 show".
_IS_TESTED = re.compile(
    r"\b(?<!compared )(?<!relative )(?:into|on|to|across|with|for) (?:[\w-]+ ){1,4}"
    r"(?:such as|like|including) $"
    r"|\b(?:over|than|outperform\w*|surpass\w*|exceed\w*|baselines?)\b[^;,]{0,50} (?:across|on)"
    r" (?:both |the )?$"
    r"|\b(?:experiments?|evaluations?|results|tests|ablations?|stud(?:y|ies))"
    r" (?:with|using|on|across) (?:the )?$",
    re.IGNORECASE,
)
#: "our BERT-based model" is not BERT.
_OF_A_KIND = re.compile(r"[- ](?:based|like|style|initiali[sz]ed)\b")
#: "QuantFold with a backbone of ResNet101 reaches": the part does not act.
_IS_PART = re.compile(
    r"⟦oA⟧ (?:with|using) (?:an? |the )?(?:[\w-]+ (?:of )?){0,2}$|⟦o[AM]⟧ (?:in)?to (?:the )?$"
    r"|\b(?:backbones?|encoder|base model)(?: of)? (?:an? |the )?$",
    re.IGNORECASE,
)
#: "5% over the base model GPT-4": a rival, though it is a part elsewhere.
_OVER_BASE = re.compile(
    r"\b(?:over|than|outperform\w*|surpass\w*|exceed\w*|beat(?:s|ing)?|compared (?:to|with)"
    r"|relative to) (?:the |its |their )?(?:base|backbone|original|vanilla|untrained)"
    r"(?: model)?,? $"
)
_OURS = re.compile(r"\bour (?:[\w-]+ ){0,3}$", re.IGNORECASE)
_ON = re.compile(
    rf"\b(?:on|in|for|of|at|across|to|over|from)\s+(?:the |a |an |both )?{_WORDS_BETWEEN}$",
    re.IGNORECASE,
)
_MADE_FROM = re.compile(
    r"\b(?:(?:pre-?|fine-?|instruction-?)?(?:train|tun)\w*(?: only)? (?:on|with|using|from|over)"
    rf"|us(?:e[sd]?|ing)|derived from|built (?:from|on)|than|compared (?:to|with))\s+"
    rf"(?:the )?{_WORDS_BETWEEN}$",
    re.IGNORECASE,
)
#: "MathMix, a harder corpus that brings", "the MathMix subset reaches": the data act.
_DATA_ACT = re.compile(
    r"(?:, an? [^,;⟦]{1,60} that| (?:sub-?set|data ?set|data|corpus))"
    r" (?:\w+ly )?(?:achiev|attain|reach|bring|yield|improv|outperform|surpass|giv|deliver|lead)"
)
#: What a system is trained on before all else is never what it is tested on.
_PRETRAINED_ON = re.compile(r"\b[Pp]re-?train(?:ed|ing)(?: only)? (?:on|with|using) (?:the )?$")
#: "fine-tune and compress it from 12 GB to 2 GB with the Alpaca dataset".
_MADE_WITH = re.compile(
    r"\b(?:fine-?tun|compress|calibrat|prun|quanti[sz]|train|distill|adapt)(?:e|es|ed|ing|s)?\b"
    r"[^;,]{0,80} (?:with|using) (?:the )?$"
)
_TRAINS = re.compile(r"[ -]?(?:pre-?train|fine-?tun)")
#: Joins names to a list, also where each has its number behind it.
_JOINT = re.compile(
    r"[\"')]?\s*(?:\([^()⟦]{0,50}\)\s*)?"
    r"(?:(?:by|at|to|with|of|from|:)\s[~<>+]?[\d.,/%]{1,16}\s?(?:%|x|pp|points)?(?=,| and)\s?)?"
    r"(?:(?:data ?sets?|benchmarks?|models?|corpora|tasks?)\s*)?"
    r"(?:,\s*(?:and\s+|or\s+)?|/|&|\+|and\s+|or\s+|as well as\s+)"
    r"\s*(?:the\s+|both\s+|its\s+|synthetic\s+|larger\s+|even\s+)?[\"']?",
)
#: "above X, and Y passes 50%": Y begins another clause.
_BEGINS = re.compile(r"\s*(?:,\s*and\s|;)")
_DOES = re.compile(
    r" (?:(?:even|also|\w+ly) )?(?:passes|reaches|scores|achieves|attains|gets|obtains|solves)\b"
)
_ACTS = re.compile(
    r"(?:'s)?(?: \([^()]{0,60}\))?(?: and ⟦o?[MA]⟧(?= (?:together|combined|jointly)\b))?"
    r" (?:(?:\w+ly|also|even|only|still|further|then|that|which|models?|extension|variants?"
    r"|itself|alone|together|combined|can|could|now) ){0,2}(?:achiev|attain|reach|obtain|scor"
    r"|yield|gett|gets|improv|reduc|outperform|surpass|deliver|produc|maintain|show|has|have|is|are|solv|record"
    r"|classif|recogni|answer|averag|earn|pass|transcrib"
    r"|(?:was|were) [^;,.]{1,60} and (?:gets|reaches|scores|achieves|attains|obtains)\b"
    r"|exceed|increas|boost|gain|cut|sav|run|perform(?!ance)|lead|accelerat|hit|rank"
    r"|degrad|remain|collaps|declin|suffer|deteriorat|exhibit|drop|fail|requir|provid|enabl|outscor|match|retain|complet|succeed|beat|rais)"
)


def acts(text: str, end: int) -> bool:
    """Say whether what ends at an offset does something: "QuantFold reaches"."""
    return bool(_ACTS.match(text, end) or _DATA_ACT.match(text, end))


@fast
@dataclass(frozen=True, slots=True)
class Part:
    """A mark with its role; marks of one `group` stand together in a list."""

    mark: Mark
    role: Role
    group: int


def parts(sentence: Sentence) -> list[Part]:
    """Return the marks of a sentence with their roles, in order."""
    found: list[Part] = []
    lone = sum(mark.letter == "D" for mark in sentence.marks) == 1
    for listed in _lists(sentence):
        role = _role(sentence.text, listed, lone=lone)
        group = len(found)
        found += [Part(mark, role, group) for mark in listed]
    return found


def _lists(sentence: Sentence) -> list[list[Mark]]:
    """Return the marks of a sentence, those of a list together."""
    lists: list[list[Mark]] = []
    for mark in sentence.marks:
        if lists and _is_joined(sentence.text, lists[-1][-1], mark):
            lists[-1].append(mark)
        else:
            lists.append([mark])
    return lists


def _is_joined(text: str, one: Mark, other: Mark) -> bool:
    alike = one.letter == other.letter and (one.own == other.own or _act_both(text, one, other))
    if not alike or _JOINT.fullmatch(text, one.end, other.start) is None:
        return False
    if one.letter == "C" and _OPENS_UNDER.search(text, max(0, one.start - 40), one.start):
        return False
    return not (_BEGINS.match(text, one.end) and _DOES.match(text, other.end))


#: "At a low latency, accuracy is ...": the first is what it was measured under.
_OPENS_UNDER = re.compile(r"(?:^|[.;,] )(?:Even )?(?:[Aa]t|[Uu]nder) (?:an? )?(?:[a-z]+ ){0,2}$")


def _act_both(text: str, one: Mark, other: Mark) -> bool:
    """Say whether two models do something, of which only the first is told to be own."""
    return one.letter == "M" and one.own and _ACTS.match(text, other.end) is not None


def _role(text: str, listed: Sequence[Mark], *, lone: bool) -> Role:
    """Return the role of a list; `lone` says whether its sentence names one data set at most."""
    mark = listed[0]
    first = max(0, mark.start - 70)
    if mark.letter == "C":
        return "aside" if _AT_ANOTHER.search(text, first, mark.start) else "metric"
    if mark.letter == "D":
        return _role_of_data(text, mark, first, lone=lone)
    if mark.letter == "T":
        return "task" if _ON.search(text, first, mark.start) else "aside"
    if mark.letter in "MA":
        end = listed[-1].end
        is_base = _OVER_BASE.search(text, first, mark.start) or _is_next_rival(text, mark, end)
        if is_base and not mark.own:
            return "baseline"
        return _role_of_system(text, mark, first, end)
    return "aside"


#: "recall at 5% FPR": the second rate is a setting.
_AT_ANOTHER = re.compile(r"(?:⟦o?C⟧|\b[A-Z]{2,6}) (?:at|@)(?: an?)? \d[\d.]{0,6} ?% $")


def _role_of_data(text: str, mark: Mark, first: int, *, lone: bool) -> Role:
    """Say whether something was measured on a data set, or rather made from it."""
    joined = text.startswith("-to-", mark.end) or text.endswith("-to-", 0, mark.start)
    if joined or (mark.own and acts(text, mark.end)):
        return "aside"
    is_data = mark.names[0].name.type == "Dataset"
    made_with = is_data and _MADE_WITH.search(text, first, mark.start)
    if made_with or _PRETRAINED_ON.search(text, first, mark.start):
        return "aside"
    is_test = not is_data and (mark.own or lone)
    made_from = not is_test and _MADE_FROM.search(text, first, mark.start)
    return "aside" if made_from or _TRAINS.match(text, mark.end) else "data"


def _role_of_system(text: str, mark: Mark, first: int, end: int) -> Role:
    """Say whether a system has a value, is set against it, or is what it was measured on.

    `end` is where the list that the mark opens ends.
    """
    if not mark.own and _is_of_another(text, mark, first):
        return "model" if mark.letter == "M" and not text.startswith("-", mark.end) else "aside"
    if mark.own or _is_named_aside(text, mark, end):
        return "agent"
    if mark.letter == "A" and _LISTED_WITH_DATA.search(text, first, mark.start):
        return "aside"
    if mark.letter == "M" and _IS_TESTED.search(text, first, mark.start):
        return "model"
    if _AGAINST.search(text, first, mark.start) or _is_in_apposition(text, mark, first):
        return "baseline"
    if _has_rival_value_before(text, mark, first):
        return "baseline"
    if mark.letter == "M" and _UNDER_TEST.search(text, first, mark.start):
        ours = _OURS.search(text, first, mark.start)
        return "model" if ours or not _ACTS.match(text, end) else "agent"
    return _role_of_actor(text, mark, first, end)


def _is_in_apposition(text: str, mark: Mark, first: int) -> bool:
    """Say whether a name between commas is that of the rival before it."""
    ends = _APPOSITION_ENDS.match(text, mark.end)
    return ends is not None and _IN_APPOSITION.search(text, first, mark.start) is not None


def _has_rival_value_before(text: str, mark: Mark, first: int) -> bool:
    """Say whether a value that another is set against is told to be a system's."""
    if mark.letter == "A" and _VALUE_BEFORE.search(text, first, mark.start):
        return True
    return _RIVAL_VALUE_BEFORE.search(text, first, mark.start) is not None


def _is_next_rival(text: str, mark: Mark, end: int) -> bool:
    """Say whether a gain over a system goes on from one over another."""
    if _BY_VALUE.match(text, end) is None:
        return False
    return _GAINS_OVER.search(text, max(0, mark.start - 110), mark.start) is not None


def _is_of_another(text: str, mark: Mark, first: int) -> bool:
    """Say whether a system is but a part of another, or says of what kind that is."""
    of_a_kind = _OF_A_KIND.match(text, mark.end) is not None
    return of_a_kind or _IS_PART.search(text, first, mark.start) is not None


def _role_of_actor(text: str, mark: Mark, first: int, end: int) -> Role:
    """Say whether a system that is neither tested nor a rival has a value."""
    if _CONTRASTS.search(text, first, mark.start) and _ANY_VERB.match(text, end):
        return "agent"
    goes_on = _GOES_ON.search(text, first, mark.start) and _BY_VALUE.match(text, end)
    if mark.letter == "A" and _EXAMPLE.search(text, first, mark.start):
        return "aside"
    named = mark.names[0].name.named
    return "agent" if named and (goes_on or _has_value(text, end)) else "aside"


def _has_value(text: str, end: int) -> bool:
    """Say whether the words behind a name that is not own tell of its value."""
    return bool(_ACTS.match(text, end) or _VALUE_BEHIND.match(text, end))


def _is_named_aside(text: str, mark: Mark, end: int) -> bool:
    """Say whether a model is named between commas, or behind its value: "61% (GPT-4)"."""
    if mark.letter != "M":
        return False
    if has_value_before(text, mark.start) and not _JUDGES.search(text, end, end + 50):
        return True
    first = max(0, mark.start - 14)
    return bool(_OPENS_ASIDE.search(text, first, mark.start) and _CLOSES_ASIDE.match(text, end))


def has_value_before(text: str, start: int) -> bool:
    """Say whether a model at an offset is told to have the value right before it."""
    return _VALUE_OF.search(text, max(0, start - 40), start) is not None


#: One more in a list: "... drops by 20% and Llama by 12%".
_GOES_ON = re.compile(r"\d ?%?(?:,| and|, and|, while| while) $")
#: "While GPT-4 invents 61% of them".
_CONTRASTS = re.compile(r"\b(?:while|whereas|although|though) (?:the )?$", re.IGNORECASE)
_ANY_VERB = re.compile(r" [a-z]+(?:s|ed)\b")
#: "... baselines (e.g., LoRA), achieving 61%": not the example achieves it.
_EXAMPLE = re.compile(r"\(?(?:e\.g\.|i\.e\.|such as|like|including),? $")
_BY_VALUE = re.compile(r" by \d")
#: Before the next rival of a list that has its gains behind it: "outperforms A by 3% on D and".
_GAINS_OVER = re.compile(
    r"\b(?:outperform|surpass|exceed|beat|outscor|outpac|over)(?:s|es|ed|ing)? (?:[a-z-]+ ){0,3}"
    r"(?:⟦[MA]⟧ by [~+]?\d[\d.]*x? ?(?:%|points|pp)?[^⟦;.\d]{0,20}(?:⟦[CDT]⟧ ?)?"
    r"(?:,|,? and) (?:the )?)+$"
)
_OPENS_ASIDE = re.compile(
    r"(?:, (?:including |such as |even |like |e\.g\., )?|\b(?:model|agent|system|LLM|VLM) )$"
)
_CLOSES_ASIDE = re.compile(
    r",(?: [^,;]{1,40},)? (?:(?:still|only|also|even|just|merely|barely|already) )?(?:can|could"
    r"|(?:achiev|attain|reach|obtain|scor|yield|get|solv|resolv|detect|answer|fail|struggl|drop"
    r"|perform|exhibit|show|complet|succe)(?:e|es|s|ed|eds|eed|eeds)?)\b"
)
_JUDGES = re.compile(r"\b(?:human|judge|evaluator|rater|annotator)s?\b")
_VALUE_OF = re.compile(
    r"(?:\((?:e\.g\., )?|⟦M⟧ (?:vs\.?|versus|against) )\d[\d.]* ?%? for $"
    r"|\d ?%?(?: ⟦o?C⟧)?(?: \(| by | (?:is|was|are) (?:achiev|obtain|reach|attain)ed by )$"
)

#: "vs. 56.6 in OmniQuant".
_VALUE_BEFORE = re.compile(
    r"(?:vs\.?|versus|against|to|with|than) [\d.]+ ?%? (?:in|of|for|by|with)\s$"
)
#: "(vs. 56.6 for GPT-4": what a value is set against has one too.
_RIVAL_VALUE_BEFORE = re.compile(
    r"\((?:vs\.?|versus|against|compared (?:to|with)) [\d.]+ ?%?(?: ⟦o?C⟧)? (?:in|of|for|by|with)"
    r" (?:the )?$"
)
#: "GPT-4 (61.2%)", "the best model (GPT-4) reaches".
_VALUE_BEHIND = re.compile(
    r"(?:'s)?(?: \(|: |,? with | at | only )[~<>+-]?\d|\),? (?:[a-z]+ )?[a-z]+(?:ing|s|ed)\b"
)


def groups_of(found: Sequence[Part], role: Role) -> list[tuple[Part, ...]]:
    """Return the lists of names that have a role."""
    groups: dict[int, list[Part]] = {}
    for part in found:
        if part.role == role:
            groups.setdefault(part.group, []).append(part)
    return [tuple(group) for group in groups.values()]
