"""Whether the words around an ambiguous name speak for it.

``MATH`` beside GSM8K, ``DROP`` in "the DROP dataset", ``Falcon`` in "Falcon models" are names;
elsewhere the same letters may be a word, or an abbreviation that the text itself spells out.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from kg.ids import name_key
from kg.lexicon.matcher import Match
from kg.model import DATA, MODELS

#: How far from the name a cue may stand, in characters.
REACH = 40

_DATA = r"benchmarks?|data ?sets?|leaderboards?|test sets?|corpus|corpora|evaluations?|suite|test"
#: How far from the name the next name of its list may begin.
_FAR = 300
#: By type: words of which one stands near a true mention.
CUES = {
    "Benchmark": re.compile(rf"\b(?:{_DATA}|(?:evaluat|test|experiment)\w* on)\b", re.IGNORECASE),
    "Dataset": re.compile(rf"\b(?:{_DATA}|(?:fine-?tun|train|evaluat)\w* on)\b", re.IGNORECASE),
    "Model": re.compile(
        r"\b(?:models?|LLMs?|MLLMs?|VLMs?|checkpoints?|GPT|OpenAI|assistants?|prompt\w*)\b"
    ),
    "ModelFamily": re.compile(
        r"\b(?:models|[\w-]*LLMs?|VLMs?|VLAs?|PLMs?|TSFMs?|checkpoints?|backbones?|family|families"
        r"|series|encoders?|pre-?trained|fine-?tun\w*|\d+(?:\.\d+)?[BM])\b"
    ),
    "Method": re.compile(
        r"\b(?:algorithms?|networks?|architectures?|optimi[sz]\w*|train\w*|learning|layers?"
        r"|modules?|attention|regulari[sz]ation|pre-?train\w*|baselines?|techniques?)\b",
        re.IGNORECASE,
    ),
    "Metric": re.compile(
        r"\b(?:scores?|metrics?|points|terms of|accuracy|F1|F-score|precision|recall"
        r"|\d+(?:\.\d+)?(?: ?%| percent| AP| mAP))(?![\w])",
        re.IGNORECASE,
    ),
    "Task": re.compile(
        r"\b(?:tasks?|problems?|systems?|models?|challenges?|performance|applications?)\b",
        re.IGNORECASE,
    ),
    "Hardware": re.compile(
        r"\b(?:robots?|arms?|hands?|GPUs?|TPUs?|devices?|chips?|boards?|hardware|platforms?"
        r"|humanoids?|NVIDIA|cameras?|sensors?|bimanual|teleoperation)\b",
        re.IGNORECASE,
    ),
}

#: Conditions that finding has already met.
_SETTLED = frozenset({"", "case"})

#: What joins the items of a list.
_LIST = re.compile(
    r"(?:[)\]'\"]|\([^()]{0,30}\))*\s*(?:,\s*(?:and|or)?|/|&|\band\b|\bor\b|\bversus\b|\bvs\.?)\s*"
)
_SENTENCE = re.compile(r"[.!?]\s+(?=[A-Z])")
_WORD = re.compile(r"[^\W_]+")


def supported(match: Match, text: str, others: Sequence[Match]) -> bool:
    """Tell whether a match counts, given all matches of the same text.

    Never where the text spells the abbreviation out as something else. A ``defined`` name counts
    where the text also spells the thing out; a ``context`` name does there too, near a cue of its
    type, and beside another of its type.
    """
    return Context(text, others).supports(match)


class Context:
    """A text and all matches in it, in order: what `supported` judges by."""

    def __init__(self, text: str, matches: Sequence[Match]) -> None:
        self._text = text
        self._settled = [match for match in matches if match.condition in _SETTLED]
        self._starts = [match.start for match in self._settled]
        self._vouched = {match.entry.id for match in self._settled}
        self._families = {
            (match.start, match.end) for match in matches if match.entry.type == "ModelFamily"
        }

    def supports(self, match: Match) -> bool:
        """Tell whether one of the matches counts."""
        if spelled_otherwise(match, self._text):
            return False
        if match.condition == "context" and self._is_namesake(match):
            return self._is_surely_data(match)
        # Nothing is in doubt where the text names the same thing in a way that leaves none.
        if match.condition in _SETTLED or match.entry.id in self._vouched:
            return True
        if match.condition == "defined":
            return False
        return _has_cue(match, self._text) or self._is_beside(match)

    def _is_namesake(self, match: Match) -> bool:
        """Tell whether data are called as a family of models is: the Alpaca data, and Alpaca."""
        return _kind(match) == "data" and (match.start, match.end) in self._families

    def _is_surely_data(self, match: Match) -> bool:
        """Tell whether a name stands where data do, and models that were trained on them do not."""
        if _IS_A_MODEL.match(self._text, match.end):
            return False
        before = self._text[max(0, match.start - 2 * REACH) : match.start]
        if _DATA_BEHIND.match(self._text, match.end) or self._is_trained_on(match, before):
            return True
        if self._text.startswith(" on ", match.end):  # "Vicuna is tested on GSM8K, Alpaca on MMLU"
            return False
        listed = {_kind(other) for other in self._near(match) if _in_list(match, other, self._text)}
        return "data" in listed and listed.isdisjoint(MODELS)

    def _is_trained_on(self, match: Match, before: str) -> bool:
        """Tell whether something is trained on a name, and not "using Alpaca to label outputs"."""
        found = _TRAINED_ON.search(before)
        helps = self._text.startswith(" to ", match.end)
        return found is not None and not (helps and found["by"] == "using")

    def _is_beside(self, match: Match) -> bool:
        return any(_beside(match, other, self._text) for other in self._near(match))

    def _near(self, match: Match) -> list[Match]:
        """Return the names in no doubt that may be of one list with another."""
        first = bisect_left(self._starts, match.start - _FAR)
        last = bisect_right(self._starts, match.end + _FAR)
        return self._settled[first:last]


def spelled_otherwise(match: Match, text: str) -> bool:
    """Tell whether the text introduces the letters as the abbreviation of other words.

    Only where the words of the entry are known, or its name is ambiguous: "vector autoregression
    (VAR)" is not visual autoregressive modelling. BERT stays BERT however it is spelled out.
    """
    short = text[match.start : match.end].removesuffix("s")
    if not short.isalnum() or not 2 <= len(short) <= 6 or short.islower():
        return False
    words = _spelled_out(text, short)
    if not words:
        return False
    known = [name for name in match.entry.conditions if len(_WORD.findall(name)) > 1]
    if match.condition in _SETTLED and not any(_initials_fit(name, short) for name in known):
        return False
    return not any(_alike(name, words) for name in known)


@lru_cache(maxsize=64)
def _spelled_out(text: str, short: str) -> str:
    """Return the words of which a text says that they are abbreviated so, or ''."""
    at = text.find(f"({short})")
    at = text.find(f"({short}s)") if at < 0 else at
    return _expansion(text[max(0, at - 90) : at], short) if at > 0 else ""


def _expansion(before: str, short: str) -> str:
    """Return the words before a bracket whose initials are the abbreviation's, or ''.

    >>> _expansion("we fit a vector autoregressive ", "VAR"), _expansion("as in ", "VAR")
    ('vector autoregressive', '')
    """
    words = _WORD.findall(_SENTENCE.split(before)[-1])
    for length in range(2, min(len(words), len(short) + 3) + 1):
        phrase = " ".join(words[-length:])
        if words[-length][0].lower() == short[0].lower() and _initials_fit(phrase, short):
            return phrase
    return ""


def _initials_fit(phrase: str, short: str) -> bool:
    """Tell whether the letters come in order, as Schwartz and Hearst match an abbreviation.

    >>> _initials_fit("vector autoregressive", "VAR"), _initials_fit("mean error", "VAR")
    (True, False)
    """
    words = " ".join(_WORD.findall(phrase)).lower()
    # Where the letters so far may end: at the start, and then behind each letter in reach.
    ends = {1} if words[:1] == short[:1].lower() else set()
    for letter in short[1:].lower():
        ends = {
            at + 1
            for end in ends
            for at in range(end, _TO_NEXT_LETTER.match(words, end).end() + 1)  # type: ignore[union-attr]
            if words[at : at + 1] == letter
        }
    return any(_SMALL_WORDS.fullmatch(words, end) for end in ends)


# From one letter to the next: to the end of its word, of the next, or to the one behind.
_TO_NEXT_LETTER = re.compile(r"[a-z]*(?: [a-z]+ ?| )?")
_SMALL_WORDS = re.compile(r"[a-z ]*")


def _alike(name: str, words: str) -> bool:
    """Tell whether one of two wordings holds the other, or they begin alike, plurals aside.

    Of as many words, most must be alike: a mixture of attention is no mixture of agents.
    """
    ones, others = _WORD.findall(name), _WORD.findall(words)
    one, other = (name_key(" ".join(item)).rstrip("s") for item in (ones, others))
    if one in other or other in one:
        return True
    return one[:10] == other[:10] and (len(ones) != len(others) or _most_alike(ones, others))


def _most_alike(ones: Sequence[str], others: Sequence[str]) -> bool:
    """Tell whether two of three words that are not small begin alike."""
    pairs = [pair for pair in zip(ones, others, strict=True) if max(map(len, pair)) > 3]
    same = sum(one[:3].lower() == other[:3].lower() for one, other in pairs)
    return 3 * same >= 2 * len(pairs)


def _has_cue(match: Match, text: str) -> bool:
    """Tell whether a cue of the type stands near, in the same sentence."""
    before = _SENTENCE.split(text[max(0, match.start - REACH) : match.start])[-1]
    after = _SENTENCE.split(text[match.end : match.end + REACH])[0]
    cues = CUES[match.entry.type]
    if cues.search(before) or cues.search(after):
        return True
    if match.entry.type == "Metric":
        return _HAS_VALUE.match(after) is not None
    return _kind(match) == "data" and _is_scored_on(before, after)


def _is_scored_on(before: str, after: str) -> bool:
    """Tell whether a score stands beside: "61.5% on MATH", "lifts MATH from 75.4% to 78.5%"."""
    return bool(_SCORE_ON.search(before) or _CHANGES_BY.match(after))


#: "an MAE of 0.31", "MAE = 0.31", "MAE (0.31)", "MAE falls to 0.2".
_HAS_VALUE = re.compile(
    r"(?: values?)?(?: ?[=:(]| of| is| was| from| by| (?:falls|drops|rises) (?:to|by))"
    r" ?(?:up to |about |only )?\$?\d"
)
_SCORE_ON = re.compile(r"\b\d{1,2}(?:\.\d+)?(?: ?\\?%| points)? on (?:the )?$")
_CHANGES_BY = re.compile(r" (?:from \d{1,2}(?:\.\d+)?(?: ?\\?%)? to|by \d{1,2}(?:\.\d+)? ?\\?%)")


def _beside(match: Match, other: Match, text: str) -> bool:
    """Tell whether another of the same kind stands beside: in a list, or, of data, near by.

    "MATH and GSM8K", "Llama 2, Mistral and Falcon"; "half of MATH and most of GSM8K".
    """
    if _kind(other) != _kind(match):
        return False
    first, second = sorted((match, other), key=lambda item: item.start)
    between = text[first.end : second.start]
    if _kind(match) == "data" and len(between) <= REACH:
        return first.end <= second.start and not _SENTENCE.search(between)
    return _in_list(match, other, text)


def _in_list(match: Match, other: Match, text: str) -> bool:
    """Tell whether nothing but a comma or the like stands between two names."""
    first, second = sorted((match, other), key=lambda item: item.start)
    between = text[first.end : second.start]
    return first.end <= second.start and _LIST.fullmatch(between) is not None


#: "Alpaca models", "tuned on Alpaca outputs": no data.
_IS_A_MODEL = re.compile(
    r" (?:models?|LLMs?|checkpoints?|family|chatbots?|outputs?|weights|variants?)\b"
)
#: "50 thousand Alpaca samples"; not "Alpaca set a new trend".
_DATA_BEHIND = re.compile(
    r" (?:(?:training|instruction(?:-following|-tuning)?|test|tuning) )?(?:data|samples|examples"
    r"|instructions|instances|prompts|queries|requests|corpus|pairs|demonstrations"
    r"|set(?! (?:a|an|the|new)\b))\b"
)
#: "trained on filtered Alpaca", "fine-tune the model using Alpaca".
_TRAINED_ON = re.compile(
    r"\b(?:(?:[Ff]ine|[Ii]nstruction)-?)?(?:[Tt]un|[Tt]rain)(?:e|es|ed|ing|s)?"
    r" (?:(?!(?:on|using|for|with|and|or|but)\b)[^\s,;:.]+ ){0,4}(?P<by>on|using)"
    r" (?:the )?(?:\w+ed |original )?$"
)


def _kind(match: Match) -> str:
    """Return the type, where benchmarks and data sets are one: they are listed together."""
    type_name = match.entry.type
    return "data" if type_name in DATA else type_name
