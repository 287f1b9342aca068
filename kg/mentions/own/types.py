"""What a text says of the type of its own work, beyond the words beside the name.

"X contains 2,000 plots", "two data sets ...: X and Y", "X: Benchmarking ...", "X outperforms
GPT-4" tell data from models and both from methods, which own work is taken for by default.
"""

import re
from bisect import bisect_left
from collections import defaultdict

from kg import lexicon
from kg.mentions.candidates import Candidate, Candidates
from kg.mentions.found import coarse
from kg.mentions.heads import phrase_from, type_of_phrase

_APPOSITION = re.compile(
    r"(?:\s*\([^()]{1,120}\))?(?:,|\s[-\u2013\u2014])\s+(?:to\s+(?:the\s+best\s+of\s+)?our\s+knowledge,?\s+"
    r"(?=the\s|an?\s)|the\s+(?=[A-Z]|latest\b|most\b|next\b|world's\b))"
)
_PRESENTS = re.compile(
    r"(?:introduc|present|propos|releas|develop|buil|creat|unveil|formali[sz]|defin|formulat"
    r"|construct|collect|curat|compil|contribut|design)\w*"
    r"\s+(?:(?:the|an?|new|novel)\s+){0,3}$"
)
#: What is counted behind the name of a data set.
_COUNTS = re.compile(
    r"(?:\s*\([^()]{1,60}\))?(?:,\s+(?:consisting\s+of|comprising|containing|covering|spanning)"
    r"|\s+(?:now\s+|currently\s+)?(?:comprises|contains|consists\s+of|includes"
    r"|covers|spans|features|provides|offers|has))\s+(?:a\s+total\s+of\s+|over\s+|more\s+than\s+|about"
    r"\s+|around\s+|nearly\s+|approximately\s+|up\s+to\s+|~)?\d[\d,.]*[KkM]?\+?\s+(?![Bb]illion)"
    r"(?!parameters|layers|steps|stages|modules|components|phases|experts)"
)
#: "X (4,200 videos ...)".
_COUNTED = re.compile(
    r"\s\((?:\w+\s){0,2}\d[\d,.]*[KkM]?\+?\s(?!(?:billion|million)?\s*(?:parameters|layers))[a-z-]{4,}"
)
#: "a new dataset: we release X".
_ANNOUNCED = re.compile(r"((?:[\w-]+\s+){0,3}[\w-]+):\s+(?:we|We)\s+\w+\s+(?:the\s+)?$")
_PROBLEM = re.compile(
    r"(?:\s*\([^()]{1,40}\))?(?:,\s+(?:the|an?)\s+(?:[\w-]+\s+){0,3}?(?:problem|task|setting)"
    r"\s+(?:of|that|where|in)\b|\s+(?:task|problem)\b(?!-))"
)
_POSES = re.compile(
    r"\s+(?:poses|presents|remains|proves)\s+(?:to\s+be\s+)?(?:an?\s+)?(?:\w+\s+){0,2}"
    r"(?:challeng\w+|difficult)"
)
_BEATS = re.compile(
    r"(?:\s*\([^()]{1,60}\))?\s+(?:\w+ly\s+)?(?:outperform|surpass|exceed|beat|rival|match)\w*\s"
)
_TRAINED = re.compile(
    r",?\s+(?:(?:which\s+)?(?:is|was|has\s+been)\s+)?(?:(?:pre-?|post-?)?trained|fine-?tuned)"
    r"\s+(?:on|with|from)\b"
)
_EVALUATES = re.compile(
    r"[\"']?\s*:\s+(?:(?P<sure>Benchmark(?!ing\s(?:and|&)\s(?!Evaluat|Assess|Anal))|Evaluating)|(?P<likely>Assess|Measuring|Diagnosing|Can\s|Do\s"
    r"|How\s+(?:well|far|good)))"
)
#: "two data sets: X, ... and Y": what stands before the colon says what the names are.
_SETS = re.compile(
    r"\b(?:two|three|four|five|following|several)\s+((?:[\w-]+\s+){0,4}?(?:data ?sets|benchmarks"
    r"|corpora|models|variants|methods|algorithms|strategies|modules|components|metrics))\b"
    r"[^.;:]{0,60}:"
)
_EVALUATION = re.compile(
    r"\bevaluation\s+(?:platform|paradigm|suite|set|environment|(?P<unsure>framework))\b"
    r"|\b(?:platform|environment|suite|simulator|gym)\s+(?:that\s+|for\s+|to\s+)(?:\w+ly\s+)?"
    r"(?:benchmark|evaluat)\w*"
)
#: "We present X. This benchmark ...".
_GOES_ON = re.compile(
    r"(?:\s\([^()]{1,60}\))?\.\s(?:This|The)\s(?:(?:new|proposed)\s)?"
    r"(benchmark|data ?set|corpus|model|framework|method|algorithm)\b"
)
#: "We present a benchmark for ...", where only the title has the name.
_WE_PRESENT = re.compile(
    r"\b[Ww]e\s+(?:introduce|present|propose|release|construct|build)\s+(?=an?\s)"
)
#: "X, an extension of MMLU to", "Using X, we then benchmark": X is a benchmark too.
_EXTENDS = re.compile(
    r",\s(?:an?|the)\s(?:[\w-]+\s){0,3}(?:extension|translation|revision|adaptation|version|subset)\s"
    r"of\s(?:the\s)?(?=[A-Z])"
)
_WE_BENCHMARK = re.compile(r",\s(?:we|this work)\s(?:\w+\s)?benchmark\b")
#: "the X model weights".
_WEIGHTS = re.compile(r"\smodel\s(?:weights|checkpoints)\b")
#: What stands behind a name, the type that it speaks for, and its weight.
_USES = (
    (_POSES, "Benchmark", 2.0),
    (_WE_BENCHMARK, "Benchmark", 1.5),
    (_WEIGHTS, "Model", 2.5),
    (_TRAINED, "Model", 1.5),
)
#: The listed name that a longer one ends in: RePOPE, TurkishMMLU.
_NAME_WITHIN = re.compile(r"(?<=[a-z-])[A-Z]{4,}\d*$")
_KINDS = ("Benchmark", "Dataset", "Model", "ModelFamily", "Method")
_REPORT = re.compile(r"[:,]?\s+(?:Technical\s+Report|(?:Model|System)\s+Card)\b")
_REASONER = re.compile(r"-R[12]$|-Inst(?:ruct)?$|-Thinking$|-(?:Base|Chat)$")


def vote_for_own(candidates: Candidates) -> None:
    """Add to the votes of own names what their text says of their type."""
    text = candidates.text
    headings = _SETS.finditer(text, 0, text.rfind(":") + 1)
    sets = [(type_of_phrase(match[1]), match.end()) for match in headings]
    for candidate in list(candidates.by_label.values()):
        if candidate.own:
            candidates.find_again(candidate)
        for start, end in candidate.spans:
            if sets:
                _vote_of_set(candidates, candidate, sets, start)
            if candidate.own:
                _vote_behind(candidates, candidate, start, end)
        if candidate.own:
            _vote_of_name(candidates, candidate)


def _vote_of_set(
    candidates: Candidates, candidate: Candidate, sets: list[tuple[str, int]], start: int
) -> None:
    """Let the heading of a list vote for what stands in the list."""
    text = candidates.text
    for type_name, colon in sets:
        if colon <= start <= colon + 400 and ". " not in text[colon:start]:
            candidate.votes[type_name] += 2.5


def _vote_behind(candidates: Candidates, candidate: Candidate, start: int, end: int) -> None:
    text, votes = candidates.text, candidate.votes
    apposition = _APPOSITION.match(text, end)
    if apposition and _PRESENTS.search(text, max(0, start - 15), start):
        phrase = phrase_from(text, apposition.end())
        votes[type_of_phrase(phrase, text[apposition.end() + len(phrase) :][:50])] += 3.0
    if evaluation := _EVALUATION.search(text, end, end + 60):
        votes["Benchmark"] += 1.5 if evaluation["unsure"] else 4.0
    _vote_of_announcement(text, start, end, votes)
    if goes_on := _GOES_ON.match(text, end):
        votes[type_of_phrase(goes_on[1])] += 2.5
    if counts := _COUNTS.match(text, end) or _COUNTED.match(text, end):
        is_told = counts[0].startswith(",") and votes["Dataset"] >= max(votes["Benchmark"], 1.0)
        votes["Dataset" if is_told else _data_type(text)] += 2.5 if counts.re is _COUNTS else 1.5
    _vote_of_use(candidates, end, votes)
    beats = _BEATS.match(text, end)
    if beats and _names_model(candidates, beats.end()):
        votes["Model"] += 0.8


def _vote_of_use(candidates: Candidates, end: int, votes: defaultdict[str, float]) -> None:
    """Let what is done with the name that ends at an offset, or with what it extends, vote."""
    text = candidates.text
    for pattern, type_name, weight in _USES:
        if pattern.match(text, end):
            votes[type_name] += weight
    extends = _EXTENDS.match(text, end)
    if extends and (data := _data_at(candidates, extends.end())):
        votes[data] += 3.0


def _vote_of_announcement(text: str, start: int, end: int, votes: defaultdict[str, float]) -> None:
    """Let "a new dataset: we release X" and "we define X, the problem of" vote."""
    colon = text.rfind(": we ", max(0, start - 30), start)
    if colon > 0 and (announced := _ANNOUNCED.search(text, max(0, colon - 50), start)):
        votes[type_of_phrase(announced[1])] += 2.5
    if _PROBLEM.match(text, end) and _PRESENTS.search(text, max(0, start - 40), start):
        votes["Task"] += 6.0


def _data_type(text: str) -> str:
    return "Benchmark" if re.search(r"[Bb]enchmark|[Ee]valuat", text) else "Dataset"


def _data_at(candidates: Candidates, start: int) -> str:
    """Return the type of the data set or benchmark that is named at an offset, or ''."""
    types = (item.name.type for item in candidates.taken_near(start + 1, start))
    return next((type_name for type_name in types if coarse(type_name) == "data"), "")


def _names_model(candidates: Candidates, start: int) -> bool:
    """Say whether a model is the first known name behind an offset."""
    index = bisect_left(candidates.taken, start, key=lambda item: item.start)
    near = candidates.taken[index : index + 1]
    return any(item.start < start + 60 and coarse(item.name.type) == "model" for item in near)


def _vote_of_name(candidates: Candidates, candidate: Candidate) -> None:
    """Let the title's subtitle, the name and its sized siblings vote."""
    text, label, votes = candidates.text, candidate.label, candidate.votes
    if (within := _NAME_WITHIN.search(label)) and lexicon.load().lookup(within[0], "Benchmark"):
        votes["Benchmark"] += 1.5
    title = _EVALUATES.match(text, len(label), candidates.title_end)
    if title and text.startswith(label):
        votes["Benchmark"] += 4.0 if title["sure"] else 1.0
    if text.startswith(label) and _REPORT.match(text, len(label), candidates.title_end):
        votes["Model"] += 1.5
    if candidates.text.startswith(label) and not any(votes[kind] for kind in _KINDS):
        presented = _WE_PRESENT.search(text, candidates.title_end)
        if presented and (phrase := phrase_from(text, presented.end())):
            votes[type_of_phrase(phrase, text[presented.end() + len(phrase) :][:50])] += 1.0
    if (
        not text.startswith(label)
        and (at := text.find(f" {label}: A", 0, candidates.title_end)) > 0
    ):
        phrase = phrase_from(text, at + len(label) + 3)
        votes[type_of_phrase(phrase)] += 1.5
    if _REASONER.search(label):
        votes["Model"] += 1.0
