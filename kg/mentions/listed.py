"""The names of the lexicon in a text, where the words around them allow it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from kg import lexicon
from kg.ids import name_key
from kg.lexicon import Context, Entry, Match
from kg.mentions.coined_anew import is_coined_anew
from kg.mentions.found import Found
from kg.model import DATA, Name

RECOGNISER = "lexicon"


def find_listed(text: str) -> Iterator[Found]:
    """Yield the names of the lexicon; families are left to the model-name grammar."""
    matches = list(lexicon.load().find(text))
    coined = {
        text[match.start : match.end]
        for match in matches
        if is_coined_anew(text, match.start, match.end, match.entry)
    }
    if coined:
        matches = [match for match in matches if text[match.start : match.end] not in coined]
    context = Context(text, matches)
    data = [match.start for match in matches if match.entry.type in DATA and not match.condition]
    kept = [
        match
        for match in matches
        if _may_count(match, text) and (context.supports(match) or _in_brackets(match, text, data))
    ]
    for match in (*kept, *_neighbours(text, kept)):
        yield _with_version(text, match)


def _with_version(text: str, match: Match) -> Found:
    """Return what a match names, with a version, an edition or a size that no row has."""
    name = name_of(_other_reading(match, text) or match.entry)
    if name.type == "Model" and not name.size:
        return _model_whole(text, match, name)
    return _data_whole(text, match, name)


def _data_whole(text: str, match: Match, name: Name) -> Found:
    """Return data with its version or year: "Terminal-Bench 2.1" is not Terminal-Bench."""
    version = _VERSION.match(text, match.end) if name.type in DATA and name.named else None
    if version is None and _IN_EDITIONS.search(name.label):
        version = _EDITION.match(text, match.end)
    if version is not None:
        versioned = Name(name.type, name.label + version[0])
        return Found(match.start, version.end(), versioned, RECOGNISER)
    if name.type in DATA and name.label.isupper():
        return _of_year(text, match, name)
    return Found(match.start, match.end, name, RECOGNISER)


def _model_whole(text: str, match: Match, name: Name) -> Found:
    """Return a model with its size or version: "LlamaGuard3 (8B)", "HY-World 1.0"."""
    if size := _SIZE_WORD.match(text, match.end):
        return Found(
            match.start, size.end(), _of_size(name, (size[1] or size[2]).capitalize()), RECOGNISER
        )
    size = _SIZE_IN_BRACKETS.match(text, match.end)
    if size and not _ENDS_IN_SIZE.search(name.label):
        return Found(match.start, size.end(), _of_size(name, size[1]), RECOGNISER)
    version = None if _DIGIT.search(name.label) else _MODEL_VERSION.match(text, match.end)
    if version:
        return Found(match.start, version.end(), _versioned(name, version[1]), RECOGNISER)
    return Found(match.start, match.end, name, RECOGNISER)


def _versioned(name: Name, version: str) -> Name:
    """Return the version of a model: HY-World 1.0 is not HY-World."""
    label = f"{name.label} {version}"
    for entry in lexicon.load().lookup(label, name.type):
        return name_of(entry)
    return Name(name.type, label, family=name.family, version=version)


def _of_size(name: Name, size: str) -> Name:
    """Return the size of a model: LlamaGuard3 (8B) is Llama-Guard-3-8B."""
    label = f"{name.label.replace(' ', '-')}-{size}"
    for entry in lexicon.load().lookup(label, name.type):
        return name_of(entry)
    return Name(name.type, label, family=name.family or name.label, size=size)


_ENDS_IN_SIZE = re.compile(
    r"[- ](?:Tiny|Small|Base|Medium|Large|Huge|Mini|Nano|Pro|Max|[TSBMLHG](?:/\d+)?)$",
    re.IGNORECASE,
)
_SIZE_IN_BRACKETS = re.compile(r" ?\((\d{1,3}(?:\.\d)?[BM])\)")
_DIGIT = re.compile(r"\d")
#: Not a number of something: "beats FooNet 2.5 points", "by FooNet 3.1%".
_MODEL_VERSION = re.compile(
    r" [vV]?([1-4]\.\d)(?=[,;:)\]]|\.(?:\s|$)|\s(?:and|or|as|on|with|for|to|in|is|are|was|has|can"
    r"|by|from|that|which|models?)\b|$)"
)


def _of_year(text: str, match: Match, name: Name) -> Found:
    """Return a name of data with the year before it: "the 2025 IMO"."""
    year = _YEAR_BEFORE.search(text, max(0, match.start - 6), match.start)
    if year is None:
        return Found(match.start, match.end, name, RECOGNISER)
    label = f"{name.label} {year[1]}"
    entry = next(iter(lexicon.load().lookup(label, name.type)), None)
    of_year = name_of(entry) if entry else Name(name.type, label)
    return Found(year.start(1), match.end, of_year, RECOGNISER)


_YEAR_BEFORE = re.compile(r"(?<![\w-])(20[12]\d) $")


def _other_reading(match: Match, text: str) -> Entry | None:
    """Return what letters stand for in texts of another field: ASR where one attacks."""
    reading = _OTHER_READINGS.get(text[match.start : match.end])
    if reading is None or not reading.tells.search(text):
        return None
    if reading.speaks_against and reading.speaks_against.search(text):
        return None
    return lexicon.load().entries.get(reading.entry)


class _Reading(NamedTuple):
    """The id of what letters may stand for, and the words that tell it or speak against it."""

    entry: str
    tells: re.Pattern[str]
    speaks_against: re.Pattern[str] | None = None


_OTHER_READINGS = MappingProxyType(
    {
        "ASR": _Reading(
            "metric/attack-success-rate",
            re.compile(r"\b(?:jailbreak|backdoor|adversar|red[- ]team|attack)", re.IGNORECASE),
            re.compile(r"\b(?:speech|audio|voice|acoustic|WER)\b", re.IGNORECASE),
        ),
        "GSO": _Reading(
            "benchmark/gso",
            re.compile(r"\b(?:software|code|coding|SWE|repositor(?:y|ies)|programming)\b"),
            re.compile(r"\b(?:3D|views?|mesh(?:es)?|render\w*|Objaverse)\b"),
        ),
        # The agent has the name of the model that was before it.
        "Codex": _Reading(
            "method/codex-cli",
            re.compile(
                r"\b(?:Claude Code|OpenClaw|Gemini CLI|OpenHands|Cursor|coding agents?"
                r"|harness(?:es)?)\b"
            ),
        ),
    }
)


def _may_count(match: Match, text: str) -> bool:
    written = text[match.start : match.end]
    if match.entry.type == "ModelFamily" or _is_a_plain_word(match.entry, written):
        return False
    if match.entry.named and _OTHER_NAME.match(text, match.end):
        return False
    if match.entry.type == "Task" and written.isupper() and _COUNTED_BEHIND.match(text, match.end):
        return False
    return not (match.entry.label != written and _heads_title(written, match.entry, text))


#: "12K QA pairs" are data, whatever is done with them.
_COUNTED_BEHIND = re.compile(r" (?:pairs?|triples|triplets|tuples)\b")
#: What makes another name of a listed one: MMLU-Hard, LoRA-XS.
_OTHER_NAME = re.compile(
    r"-(?:[A-Z]{1,4}|[23]D|Plus|Pro|Hard|Bench|Verified|Lite|Mini|Max|Next|Ultra|Eval|Zero"
    r"|plus|pro|hard|verified|lite|mini|ultra)(?![\w-])"
)


def _heads_title(written: str, entry: Entry, text: str) -> bool:
    """Say whether a title gives a short form to its own work: "GSO: A Benchmark of ..."."""
    if not (written.isupper() and text.startswith(f"{written}: ")):
        return False
    return entry.label.lower() not in text.lower()


def _in_brackets(match: Match, text: str, data: list[int]) -> bool:
    """Say whether a data name stands alone in brackets near others: "formal mathematics (MATH)".

    `data` is where the names of data begin that are in no doubt.
    """
    if match.entry.type not in DATA or not _BRACKETS.match(text, max(0, match.start - 1)):
        return False
    near = bisect_right(data, match.start - 120)
    return near < len(data) and data[near] < match.start + 120


_VERSION = re.compile(
    r" (?:(?:[vV]\d(?:\.\d)?|[1-4]\.\d)(?:-[A-Z][a-z]+)?|20[012]\d|Lite|Verified|Hard"
    r"|I{2,3}|IV|Tier [1-9])"
    r"(?![\w%-]|\.\d)(?! ?(?:x|%|points?|times|[Cc]hallenge|[A-Z]\w*)\b)"
)
#: "Open LLM Leaderboard 2".
_IN_EDITIONS = re.compile(r"(?:Leaderboard|Bench|Arena|Challenge)$")
_EDITION = re.compile(r" [2-4](?=[,.;:)](?:\s|$)|\s(?:benchmark|leaderboard|and|or|with|by)\b|$)")
#: "GroundingDINO (tiny)", "Nano Banana Pro".
_SIZE_WORD = re.compile(
    r" (?:\(((?i:tiny|small|base|medium|large|huge|mini|nano))\)"
    r"|(Pro|Max|Ultra|Lite|Turbo)(?![\w-]))"
)
_BRACKETS = re.compile(r"\([^()\s]+\)")
_ITEM_BEHIND = re.compile(
    r"\s*(?:,\s*(?:and\s+|or\s+)?|/|\s+and\s+|\s+or\s+)((?!and\b|or\b)[A-Za-z][\w+-]*)(?![\w-])"
)
_ITEM_BEFORE = re.compile(
    r"(?<![\w-])([A-Za-z][\w+-]*)\s*(?:,\s*(?:and\s+|or\s+)?|/|\s+and\s+|\s+or\s+)$"
)


def _neighbours(text: str, kept: list[Match]) -> Iterator[Match]:
    """Yield the benchmarks that stand, in whatever case, beside known ones in a list.

    In "Winogrande, Hellaswag, arc and piqa", `arc` is the benchmark.
    """
    taken = {match.start for match in kept}
    queue = [match for match in kept if match.entry.type == "Benchmark" and not match.condition]
    while queue:
        match = queue.pop()
        behind = _ITEM_BEHIND.match(text, match.end)
        before = _ITEM_BEFORE.search(text, max(0, match.start - 40), match.start)
        for item in (behind, before):
            if item is None or item.start(1) in taken:
                continue
            entries = lexicon.load().lookup(item[1], "Benchmark")
            meant = next((entry for entry in entries if list(_conditions(entry, item[1]))), None)
            if meant and len(item[1]) > 2:
                taken.add(item.start(1))
                queue.append(Match(item.start(1), item.end(1), meant))
                yield queue[-1]


def listed_as(label: str, type_name: str = "") -> Iterator[Entry]:
    """Yield the entries that a name may stand for where its text does not spell it out.

    >>> [entry.label for entry in listed_as("CFG")], [entry.label for entry in listed_as("RAG")]
    ([], ['RAG'])
    """
    for entry in lexicon.load().lookup(label, type_name):
        if any(condition != "defined" for condition in _conditions(entry, label)):
            yield entry


def _conditions(entry: Entry, label: str) -> Iterator[str]:
    """Yield the conditions of those names of an entry that a name is; "Bench" is not ∞Bench."""
    key, signs = name_key(label), set(_SIGN.findall(label))
    for name, condition in entry.conditions.items():
        # A key has no signs.
        if name_key(name) == key and signs.issuperset(_SIGN.findall(name)):
            yield condition


_SIGN = re.compile(r"[^\w\s!?'./\u2019-]")


def name_of(entry: Entry) -> Name:
    """Return what a text says that names a lexicon entry."""
    if entry.type == "Model" and entry.parent:
        parent = lexicon.load().entries.get(entry.parent)
        return _name(entry.type, entry.label, entry.id, parent.label if parent else "")
    return _name(entry.type, entry.label, entry.id, "" if entry.named else None)


@lru_cache(maxsize=1 << 13)
def _name(type_name: str, label: str, known: str, family: str | None) -> Name:
    """Return a name as it was made before; a term of the field, no proper name, has no family."""
    named = family is not None
    return Name(type_name, label, named=named, known=known, family=family or "")


_MARK = re.compile(r"[\W\d]")


def _is_a_plain_word(entry: Entry, written: str) -> bool:
    """Say whether a proper name stands as one word in small letters, as no row spells it."""
    if not entry.named or not written.islower() or _MARK.search(written):
        return False
    return written not in (entry.label, *entry.aliases)
