"""The data that a number was measured on where none is named beside it."""

import re

from kg.results.attachment.sentences import Sentence
from kg.results.slots.paper import Paper
from kg.results.slots.reported import Reported
from kg.results.wordings.costs import is_of_cost


def unnamed_data(sentence: Sentence, stem: Reported, paper: Paper, *, placed: bool) -> str:
    """Return the data of a number beside which none is named.

    A paper of a benchmark reports on that; else the sentence may speak of the own data, or go on
    from the one before ("For instance, ...").
    """
    is_cost = is_of_cost(stem.metric, stem.unit)
    if _OPENS_OVER.match(sentence.text):
        return ""
    if paper.benchmark and not paper.system and not is_cost:
        return paper.benchmark
    if placed or stem.kind == "ratio" or is_cost:
        return ""
    if paper.data and _OWN_DATA.search(sentence.text) and not _TRAINS.search(sentence.text):
        return paper.data
    if paper.tested and stem.kind == "absolute" and _TEST_SET.search(sentence.text):
        return paper.tested
    if _SAYS_MORE.match(sentence.text) or _ELSEWHERE.match(sentence.text, stem.end):
        return ""
    if _OVER_SEVERAL.search(sentence.text, max(0, stem.start - 30), stem.end + 60):
        return ""
    is_of_another = stem.kind == "delta" and sentence.carried not in paper.own
    return "" if is_of_another or _TURNS.search(sentence.text) else sentence.carried


#: What a shared task has one of.
_TEST_SET = re.compile(
    r"\b(?:the|our|its) (?:[\w-]+ )?(?:test (?:set|data)|leaderboard|submissions?|sub-?tasks?)\b",
    re.IGNORECASE,
)
#: A sentence that turns to something else than the one before it.
_SAYS_MORE = re.compile(
    r"(?:furthermore|moreover|additionally|in addition|in contrast|besides|beyond|lastly"
    r"|conversely)\b",
    re.IGNORECASE,
)
#: What else a sentence speaks of than the data of the one before it.
_TURNS = re.compile(
    r"\b(?:user|human|pilot|case) (?:study|studies|evaluation)\b|\bparticipants\b"
    r"|\b(?:[Oo]n|[Ii]n) (?:the )?(?:[\w-]+ ){0,2}?(?:[A-Z]\w+|⟦[AM]⟧) (?:benchmark|data ?set)\b"
    r"|⟦o?D⟧"
)
#: What a number is an average over, which no name tells.
_OVER_SEVERAL = re.compile(
    r"\bon average\b|\b(?:an )?average (?:of|gain|improvement)|\b(?:across|over|on) (?:all )?"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|various|multiple|diverse|many"
    r"|different|numerous) (?:[\w-]+ ){0,4}?(?:benchmarks|data ?sets|tasks|domains|settings)\b"
)
#: A sentence on several: "Across four scientific benchmarks, ...".
_OPENS_OVER = re.compile(
    r"(?:\w+,? ){0,2}?(?:Across|Over|On|across|over|on) (?:all |the |these )?(?:\d+|two|three|four"
    r"|five|six|seven|eight|nine|ten|several|various|multiple|diverse|many|different|numerous)"
    r" (?:[\w-]+,? ){0,5}?(?:benchmarks|data ?sets)\b"
)
#: A place of the number's own that no name tells: "on household objects".
_ELSEWHERE = re.compile(
    r"[^,;.()\d⟦]{0,40}?\b(?:on|across) (?!(?:(?:the|this|these|that|both|all|our|its|an?) )?"
    r"(?:[\w-]+ ){0,2}?(?:test|val|dev|held|hidden|official|same|benchmark|data|average|whole"
    r"|full|public|private|challenge|leader|set|split|suite|single|GPU|one)|⟦D|⟦o|\d)[a-z⟦]"
)
_TRAINS = re.compile(r"\b(?:pre-?|fine-?)?(?:train|tun)(?:ed|ing)\b", re.IGNORECASE)
#: The own data set without its name.
_OWN_DATA = re.compile(
    r"\b(?:our|this|the proposed|the new|the) (?:[\w-]+ ){0,3}?(?:benchmark|test ?set|test ?bed"
    r"|suite|data ?set|object set|corpus)\b(?! ⟦)",
    re.IGNORECASE,
)
