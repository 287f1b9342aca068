"""What the words around a name, and the name itself, say of its type."""

import re
from collections import defaultdict
from functools import cache, lru_cache

from kg import lexicon
from kg.mentions.candidates import Candidate, Candidates
from kg.mentions.found import Found
from kg.mentions.heads import HEADS, phrase_from, type_of_phrase
from kg.mentions.models.families import finder
from kg.mentions.name_votes import votes_within
from kg.mentions.terms.task_words import is_task_phrase
from kg.sieve import Sieve, small

#: Weights by type.
Votes = defaultdict[str, float]

# A phrase begins with a word or, so that there is one, with the small letters that end a word.
_HEAD_BEFORE = re.compile(
    r"(?:(?<![\w-])((?:[\w-]++\s++){0,3}(?:(?!(?:as|like|including|namely|called|named)\b)"
    r"[a-z][\w-]*+|(?:[MV]?LLM|VLM|VLA|LMM)(?=,)))|(?<=[\w-])(?<![a-z])([a-z][\w-]*+))"
    r"(?:\s*[,:(]|\s*,?\s+(?:such as|like|including|e\.g\.,|namely|i\.e\.,|called|named|on"
    r"|the)|\s\((?:e\.g\.,?|i\.e\.,?|including|such as|namely))?\s*[\"'(]?$"
)
_ARTICLE_BEHIND = re.compile(
    r"(?:\s*\([^()]{1,120}\))?\s*[\"']?(?:,|\s-|\s?[\u2013\u2014]|:)?\s*(?:which\s+)?(?:(?:is|are|as"
    r"|serves as|was)\s+)?"
    r"(?=(?:an?|the (?:first(?:-[a-z]+)*|inaugural|largest|only|strongest|latest)|our)\s)"
)
# "With more fine-tuning, X improves": the clause before the comma says nothing of X.
_CLAUSE_ENDS = re.compile(r"\s*[,:]\s*$")
_GOES_ON = re.compile(
    r"(?:\s*\([^()]{1,60}\))?\s+(?!which\b|that\b|and\b|or\b|to\b|for\b|with\b)[a-z]"
)
_OF_MANY = frozenset("series family suite set project variant version class".split())
# An acronym may stand between, and where it is from: "the X (Zorb et al., 2025) VQA benchmark".
_DIRECTLY_BEHIND = re.compile(
    r"[\"')]?(?:\s\([^()]{1,60}\b20\d\d[a-z]?\))?\s+(?:(?:[A-Z]{2,5}|[23]D|RGB-D)\s+(?=[a-z]))?((?:[a-z][\w-]*\s*){1,3})"
)

#: "the Zorb series"; there are families of methods too.
_SERIES_BEHIND = re.compile(
    r"[\"')]? (?:model )?(?:series|family)\b(?! of (?!(?:[\w-]+ ){0,4}(?:models|M?LLMs|VLMs)\b))"
)
#: "Plot Sense, defined as an agent's ability to".
_ABILITY_BEHIND = re.compile(
    r",? (?:defined as|i\.e\.,) (?:an?|the) (?:[\w'-]+ ){0,4}"
    r"(?:ability|abilities|capability|capacity|skill)\b"
)
#: "on plotting benchmarks (PlotQA, ZorbBench)": what has several benchmarks is none.
_FIELD_BEHIND = re.compile(r"\s(?:[a-z-]+\s)?benchmarks(?:\s\(|,?\s(?:such as|like|including)\s)")

#: "ZorbLMs, small language models for ...".
_MODELS_BEHIND = re.compile(
    r"(?:\s\([^()]{1,60}\))?[,:]\s(?:(?!(?:and|or|which|that|where|who|we|to|of|with|for|in|on|as)\b)"
    r"[a-z][\w-]*\s){1,5}?models\b"
)

#: "through X and Y, challenging benchmarks that": said of the last one and of those before.
_MANY_BEHIND = re.compile(
    r"(?:,? and [A-Z][\w-]+)?, (?:(?!(?:and|or|which|that|where|who|we|to|of|with|for|in|on|as)\b)"
    r"[a-z][\w-]*,? ){1,4}?(?P<many>benchmarks|data ?sets|corpora|methods|algorithms)\b"
)

#: "Equipped with X, our model, Zorb-7B, ..." does not say what X is.
_IS_SUBJECT = re.compile(r",\s[A-Z]|\s\([A-Z]|\s(?:\w+ly\s)?[a-z]+s\s")

_ACTS = re.compile(
    r"\s(?:outperform|surpass|exceed|achiev|improv|obtain|reach|attain|beat|yield|deliver)\w{0,2}s\b"
)

_LISTS = re.compile(r"\b(?:such as|like|including)\s")
#: "assigns X scores", "X 0.52" and "X = 3.1"; not "X scores 52%".
_SCORES = re.compile(
    r"\)?\s(?:scores?(?=[,.;)]|\s(?:to|of|for|and|from|as|between|with|while|by|across|than)\b)"
    r"|(?:=\s|of\s|\u2248\s?)?0\.\d|=\s\d+\.\d)"
)
#: "10M pairs of plots (X)".
_COUNTED_THINGS = re.compile(
    r"\d[\d,.]*[KkM]?\+?\s(?:[\w-]+\s){0,3}(?:pairs|instances|samples|examples|trajectories"
    r"|questions|problems|videos|images|episodes|recordings|documents|dialogues|conversations)\s\($"
)
#: "X, a small variant of Llama-2".
_VERSION_OF = re.compile(
    r"\)?(?:,|\s-{1,2})\s(?:an?|the)\s(?:[\w-]+\s){0,3}(?:(?P<one>version|variant|checkpoint)|versions"
    r"|variants)\sof\s(?:the\s)?[A-Z]"
)

#: What stands right before a name, in small letters, and the type that speaks for, with its weight.
_BEFORE = tuple(
    (re.compile(pattern + r"\s*[\"']?$"), type_name, weight)
    for pattern, type_name, weight in (
        (
            r"\b(?:evaluat\w+|experiments?|results?|tested|benchmarked|accuracy"
            r"|scores?|gains?|improvements?|performance|state-of-the-art|sota|f1|%"
            r"|points?)\s+(?:\w+\s+){0,3}?(?:on|across)\s+(?:the\s+)?"
            r"(?:[\w+-]+\sand\s(?:the\s)?)?",
            "Benchmark",
            1.5,
        ),
        (
            r"\b(?:fine-?tun\w+|tun(?:ed|ing)|pre-?train\w+|trained|training)\s+(?:\w+\s+){0,2}?on\s+(?:the\s+)?",
            "Dataset",
            1.0,
        ),
        (
            r"\b(?:based|built|builds?|rel(?:y|ies)|focus\w*)\s+on\s+(?:the\s+)?",
            "Method",
            0.8,
        ),
        (r"(?<!building )\b(?:on|across)\s+(?:the\s+)?", "Benchmark", 0.8),
        (r"\bbuilding on\s+(?:the\s+)?", "Method", 0.8),
        (
            r"\b(?:fine-?tun\w+|prompt\w*|quantiz\w+|compress\w+|prun\w+|applied to"
            r"|backbones?|initialized (?:from|with))\s+(?:the\s+)?",
            "Model",
            1.0,
        ),
        (
            r"\b(?:outperform\w*|surpass\w*|exceed\w*|beat\w*|than|versus|vs\.?"
            r"|compared (?:to|with)|over)\s+(?:the\s+)?",
            "Method",
            0.6,
        ),
        (
            r"\b(?:with|using|via|through|by|apply\w*|adopt\w*|leverag\w*|employ\w*"
            r"|based on|combin\w+|integrat\w+)\s+(?:the\s+)?",
            "Method",
            0.8,
        ),
    )
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|can|outperforms?|achieves?|uses?|enables?|and|or"
    r"|on|in|with|to|for|that|which|by|as|at|from|the|an?|its|our|their|this|these"
    r"|each|all)\b.*"
)
_LIST_GAP = re.compile(r"\)?\s*(?:,|/|&|,?\s*(?:and|or))\s*(?:the\s+)?")


def vote(candidates: Candidates, candidate: Candidate) -> tuple[str, float]:
    """Return the type with most votes and how sure it is."""
    for start, end in candidate.spans:
        vote_around(candidates.text, start, end, candidate.votes)
        _vote_of_neighbours(candidates, start, end, candidate.votes)
    for label in (candidate.label, *filter(_IS_ONE_WORD.fullmatch, candidate.aliases)):
        for type_name, weight in votes_within(label):
            candidate.votes[type_name] += weight
    if not _COUNTS_DATA.search(candidate.label):
        candidate.votes[_type_of_stem(candidates, candidate.label)] += 1.5
    if not candidate.votes.get("ModelFamily"):
        candidate.votes[candidates.type_of_series(candidate.label)] += 1.5
    if any(_is_of_family(family, candidate.label) for family in candidates.families):
        candidate.votes["ModelFamily"] += candidate.votes.pop("Model", 0.0) + 2.0
    if not candidate.own and (weight := _task_votes(candidate)):
        candidate.votes["Task"] += weight
    return _winner(candidate)


#: Zorb-45k need not be what Zorb is.
_COUNTS_DATA = re.compile(r"-\d+(?:\.\d+)?[KMk]$")


def _is_of_family(family: str, label: str) -> bool:
    """Say whether a family is of a name or of one that goes on from it: Zorb, Zorb-origin."""
    return family == label or (len(label) > 3 and family.startswith(f"{label}-"))


def _task_votes(candidate: Candidate) -> float:
    """Return what an expansion, or the shape of "X to Y" (I2AV), says for a task.

    Methods that solve a task, "VOT methods", do not speak against it.
    """
    if any(map(is_task_phrase, candidate.aliases)):
        heads = {alias.rpartition(" ")[2].lower() for alias in candidate.aliases}
        is_sure = not heads <= _OF_METHODS_TOO or any(
            lexicon.load().lookup(alias, "Task") for alias in candidate.aliases
        )
        return 3.0 + (max(candidate.votes.values(), default=0.0) if is_sure else 0.0)
    return 4.0 if _CONVERSION.fullmatch(candidate.label) else 0.0


#: What may as well be the head of a method: next-token prediction, score matching.
_OF_METHODS_TOO = frozenset(
    "denoising reconstruction prediction estimation retrieval linking".split()
)
_CONVERSION = re.compile(r"(?!A2A)T?[ATIVSLX]2[ATIVS]{1,2}T?")


def _type_of_stem(candidates: Candidates, label: str) -> str:
    """Return the type of the name that another goes on from: miniF2F for miniF2F-v2."""
    stem = label.rstrip("+*")
    if stem != label and stem in candidates.types:
        return candidates.types[stem]
    while "-" in stem:
        stem = stem.rpartition("-")[0]
        if stem in candidates.types:
            return candidates.types[stem]
    return ""


_IS_ONE_WORD = re.compile(r"\S+")


def _winner(candidate: Candidate) -> tuple[str, float]:
    votes: Votes = defaultdict(float)
    votes.update({name: weight for name, weight in candidate.votes.items() if name})
    if candidate.own:
        for rare, less in (("Task", 2.0), ("Metric", 1.5)):
            data = max(votes["Benchmark"], votes["Dataset"])
            told = rare == "Metric" and votes[rare] >= _IS_TOLD > data
            votes[rare] -= 0.0 if told else min(votes[rare], less)
    if _begins_with_family(candidate.label):
        votes["Model"] += 1.0
    if candidate.own:
        votes["Method"] += 0.5
    if not votes:
        return ("Method", 0.5)
    total = sum(votes.values())
    # What speaks for a method speaks of use as well: where votes are even, it is a measure or data.
    type_name, most = max(
        sorted(votes.items()), key=lambda item: (item[1], item[0] in _NARROW, item[0] == "Method")
    )
    if type_name == "Model" and _MANY.search(candidate.label):
        type_name = "ModelFamily"
    return type_name, min(0.95, 0.5 + 0.1 * most * most / total)


#: Models in the plural: ZorbLMs.
_MANY = re.compile(r"[A-Z]s$")


#: "X, a new metric" says it.
_IS_TOLD = 3.0
_NARROW = frozenset({"Metric", "Benchmark", "Dataset"})


@lru_cache(maxsize=1 << 14)
def _begins_with_family(label: str) -> bool:
    return any(at.start == 0 for at in finder().find(label))


def vote_around(text: str, start: int, end: int, votes: Votes) -> None:
    """Add what the words around a stretch [start, end) say of its type."""
    before, behind = text[max(0, start - 60) : start], text[end : end + 160]
    article = _ARTICLE_BEHIND.match(behind)
    if article is not None and article.end():
        _vote_of_apposition(behind, article.end(), votes, is_place=bool(_IS_PLACE.search(before)))
    elif text.endswith("s", start, end) and _MODELS_BEHIND.match(behind):
        votes["ModelFamily"] += 3.0
    if many := _MANY_BEHIND.match(behind):
        votes[type_of_phrase(many["many"])] += 2.5
    if _SCORES.match(behind):
        votes["Metric"] += 2.5
    if behind.startswith(")") and _COUNTED_THINGS.search(before):
        votes["Dataset"] += 3.0
    derived = _VERSION_OF.match(behind)
    if derived and _begins_with_family(behind[derived.end() - 1 :].split(" ", 1)[0]):
        votes["Model" if derived["one"] else "ModelFamily"] += 3.0
    _vote_directly_behind(behind, votes)
    _vote_before(before, behind, votes)


#: Before what something was measured on: "On X (26 tasks), a score of 61% is reached".
_IS_PLACE = re.compile(r"(?:^|[.;:]\s)(?:[OI]n|For|Under)\s(?:the\s)?$")


def _vote_of_apposition(behind: str, start: int, votes: Votes, *, is_place: bool) -> None:
    """Add what a noun phrase says that begins at an offset behind a name: "X, a fast method".

    Where the name is a place, a score is what was reached there: "On X, a score of 61%".
    """
    phrase = phrase_from(behind, start)
    after = behind[start + len(phrase) :][:50]
    type_name = type_of_phrase(phrase, after)
    if is_place and type_name == "Metric":
        return
    is_subject = _IS_SUBJECT.match(after) or _ACTS.search(phrase)
    if not (phrase.startswith("our ") and is_subject):
        votes[type_name] += 4.0 if type_name == "Model" else 3.0


def _vote_directly_behind(behind: str, votes: Votes) -> None:
    if _ABILITY_BEHIND.match(behind):
        votes["Task"] += 4.0
    if _SERIES_BEHIND.match(behind):
        votes["ModelFamily"] += 4.0
    elif _FIELD_BEHIND.match(behind):
        votes["Task"] += 3.0
    elif directly := _DIRECTLY_BEHIND.match(behind):
        votes[type_of_phrase(_noun_phrase(directly[1]))] += 2.0


def _vote_before(before: str, behind: str, votes: Votes) -> None:
    low = small(before)
    may_match = _before_sieve().passed(low)
    if may_match & 1 and (head := _HEAD_BEFORE.search(before)):
        place = 1 if head[1] else 2
        # "... on all benchmarks: Zorb: a module" begins to tell of each part.
        tells = behind.startswith(": ") or _GOES_ON.match(behind)
        if not (_CLAUSE_ENDS.match(before, head.end(place)) and tells):
            type_name = type_of_phrase(_head_of(head[place]))
            # "on tasks like X": what a text lists as tasks and does not spell out is data.
            is_data = type_name == "Task" and _LISTS.search(before, head.end(place))
            # "models such as X and Y": of many models each may be one; "our models (X)" are X.
            is_one = behind.startswith(")") and before.endswith(" (")
            if type_name == "ModelFamily" and not is_one and _ARE_MANY.search(head[place]):
                type_name = "Model"
            # Nothing but metrics is called so.
            is_told = type_name == "Metric" or (type_name == "Model" and _TRAINS_A.search(before))
            votes["Benchmark" if is_data else type_name] += 2.5 if is_told else 1.5
    for number, (pattern, type_name, weight) in enumerate(_BEFORE, 1):
        if may_match >> number & 1 and pattern.search(low):
            is_told = type_name == "Method" and max(votes["Benchmark"], votes["Dataset"]) > 1
            builds = is_told and low.endswith(_BUILDS_ON)
            votes["Benchmark" if builds else type_name] += weight
            break


#: "Building on X" speaks for a method, but for one that is told to be data.
_BUILDS_ON = ("building on ", "building on the ")


#: "We train a style transfer model X" tells what X is.
_TRAINS_A = re.compile(
    r"\b(?:train|releas|present|introduc|propos|build)\w* (?:an?|the|our) (?:[\w-]+ ){0,5}model $"
)
_ARE_MANY = re.compile(r"(?<!family of )(?<!series of )\b(?:models|M?LLMs|VLMs|LMMs|VLAs)$")


def _head_of(words: str) -> str:
    """Return the last word, or all words where the last speaks of many: "a model series"."""
    last = words.rpartition(" ")[2]
    return words if last in _OF_MANY else last


@cache
def _before_sieve() -> Sieve:
    """Return the sieve of the heads of noun phrases, first, and of what stands before a name."""
    return Sieve([re.compile("|".join(HEADS)), *(pattern for pattern, _, _ in _BEFORE)])


def _noun_phrase(words: str) -> str:
    """Cut the words behind a name at the first that is no part of its noun phrase.

    Of several words the first may be a verb: "Zorb revives models".
    """
    acts = _ACTS_ON.match(words)
    return "" if acts and not type_of_phrase(acts[1]) else _VERB.sub("", words)


_ACTS_ON = re.compile(r"(?!series\b|[a-z-]*(?:ss|us|is)\b)([a-z-]{3,}s)\s+[a-z]")


def _vote_of_neighbours(candidates: Candidates, start: int, end: int, votes: Votes) -> None:
    """Let the known names of the same list vote: "on GSM8K, X and MATH"."""
    text = candidates.text
    goes_on = _GOES_ON.match(text, end) or begins_clause(text, start)
    for item in candidates.taken_near(start - 8, end + 8):
        gap = _gap(text, item, start, end) if item.name.named else ""
        if not _LIST_GAP.fullmatch(gap) or (goes_on and _CLAUSE_ENDS.fullmatch(gap)):
            continue
        if not (
            gap.startswith(")") and _OPEN_LIST.search(text, max(0, item.start - 80), item.start)
        ):
            votes[item.name.type] += 1.5


#: A list in brackets that is open yet: what stands behind the bracket is not of it.
_OPEN_LIST = re.compile(r"\([^()]*,\s(?:and\s)?$")


def begins_clause(text: str, start: int) -> bool:
    """Say whether the comma behind a name ends a clause: "In Plot Counting, Zorb-7B leads"."""
    return _CLAUSE_BEGINS.search(text, max(0, start - 12), start) is not None


_CLAUSE_BEGINS = re.compile(r"(?:^|[.;:]\s)(?:In|Under)\s(?:the\s)?$")


@lru_cache(maxsize=1 << 14)
def _gap(text: str, item: Found, start: int, end: int) -> str:
    """Return what stands between a name and a stretch near it, else ''."""
    if item.end <= start and start - item.end <= 8:
        return text[item.end : start]
    if item.start >= end and item.start - end <= 8:
        return text[end : item.start]
    return ""
