"""Whether the words around an ambiguous name speak for it.

``MATH`` beside GSM8K, ``ARC`` in "evaluated on ARC", ``Falcon`` in "Falcon models" are names;
elsewhere the same letters may be a word or another abbreviation.
"""

import re
from collections.abc import Sequence

from kg.lexicon.matcher import Match

#: How far from the name a cue may stand, in characters.
REACH = 40

_DATA = r"benchmarks?|data ?sets?|leaderboards?|test sets?|corpus|corpora|evaluations?|tasks?|suite"
#: By type: words of which one stands near a true mention.
CUES = {
    "Benchmark": re.compile(rf"\b(?:{_DATA}|(?:evaluat|test|experiment)\w* on)\b", re.IGNORECASE),
    "Dataset": re.compile(rf"\b(?:{_DATA}|(?:fine-?tun|train|evaluat)\w* on)\b", re.IGNORECASE),
    "Model": re.compile(
        r"\b(?:models?|LLMs?|MLLMs?|VLMs?|checkpoints?|GPT|assistants?|agents?|prompt\w*)\b"
    ),
    "ModelFamily": re.compile(
        r"\b(?:models?|LLMs?|MLLMs?|VLMs?|VLAs?|PLMs?|checkpoints?|backbones?|family|families|series"
        r"|encoders?|pre-?train\w*|fine-?tun\w*|\d+(?:\.\d+)?[BM])\b"
    ),
    "Method": re.compile(
        r"\b(?:algorithms?|methods?|approach\w*|models?|networks?|architectures?|optimi[sz]\w*"
        r"|train\w*|learning|layers?|based|framework|techniques?|using|via|with)\b",
        re.IGNORECASE,
    ),
    "Metric": re.compile(
        r"\b(?:scores?|metrics?|points?|measured?|improve\w*|achiev\w*|average|outperform\w*"
        r"|performance|accuracy|terms of|\d+(?:\.\d+)? ?%?)\b",
        re.IGNORECASE,
    ),
    "Task": re.compile(
        r"\b(?:tasks?|problems?|systems?|models?|challenges?|performance|applications?)\b",
        re.IGNORECASE,
    ),
    "Hardware": re.compile(
        r"\b(?:robots?|arms?|hands?|GPUs?|TPUs?|devices?|chips?|boards?|hardware|platforms?|on an?"
        r"|humanoids?|NVIDIA|cameras?|sensors?)\b",
        re.IGNORECASE,
    ),
}

#: What joins the items of a list.
_LIST = re.compile(r"\W{0,2}(?:\([^()]{0,30}\))?\s*(?:,|/|&|\band\b|\bor\b|\bto\b|,\s*and\b)\s*\W?")
_SENTENCE = re.compile(r"[.!?]\s+(?=[A-Z])")


def supported(match: Match, text: str, others: Sequence[Match]) -> bool:
    """Tell whether a match counts: it has no condition, a cue is near, or it stands in a list.

    `others` are the matches of the same text; one of the same type without a condition, joined to
    the match by a comma, a slash or "and", vouches for it.
    """
    if match.condition != "context":
        return True
    return _has_cue(match, text) or any(_listed_together(match, other, text) for other in others)


def _has_cue(match: Match, text: str) -> bool:
    """Tell whether a cue of the type stands near, in the same sentence."""
    before = _SENTENCE.split(text[max(0, match.start - REACH) : match.start])[-1]
    after = _SENTENCE.split(text[match.end : match.end + REACH])[0]
    cues = CUES[match.entry.type]
    return bool(cues.search(before) or cues.search(after))


def _listed_together(match: Match, other: Match, text: str) -> bool:
    """Tell whether two matches of one type are neighbours in a list."""
    if other.condition or other.entry.type != match.entry.type:
        return False
    first, second = sorted((match, other), key=lambda item: item.start)
    return first.end <= second.start and bool(_LIST.fullmatch(text, first.end, second.start))
