"""The names that a text gives to the parts of its own work, and names written in two ways.

"(i) Plot Folding, a ...", "two settings: Plot Games, where ...": capitalised words in an
apposition, behind the place where the authors first speak of their work.
"""

import re
from collections.abc import Iterator

from kg.mentions.candidates import Candidate, Candidates
from kg.mentions.shapes import letters

_NUMBERED = r"(?:\(|(?<=\s))(?:[ivx]{1,4}|[1-9a-e])\)"
#: Two capitalised words or more, or one that is coined, and what may follow a part. First the
#: capital, so that the engine passes over all else.
_PART = re.compile(
    r"[A-Z](?<![\w-][A-Z])(?:[\w-]{1,30}(?:\s[A-Z][\w-]{1,30}){1,4}|[a-z]{1,20}(?:-?[A-Z][A-Za-z]{0,20}){1,5})"
    r"(?=:\s|\s\(|,\s)"
)
_BEFORE_PART = re.compile(
    rf"(?:{_NUMBERED}|[:;,]|\b(?:and|with|via|by|namely|called|named|dubbed|a|an|the))\s+"
    r"(?:an?\s+|the\s+)?$"
)
_NUMBER_BEFORE = re.compile(rf"{_NUMBERED}\s+(?:an?\s+|the\s+)?$")
#: What is numbered in these words are no parts.
_SIDES = re.compile(
    r"\b(?:dimensions|aspects|axes|criteria|metrics|perspectives|categories|types)\b"
)
_APPOSED = re.compile(r"(?:\s\([^()]{1,30}\))?,\s(?:an?|which|where|that)\b")
_WE = re.compile(r"[WwOoTt](?<!\w[A-Za-z])(?:(?<=[Ww])e|(?<=[Oo])ur|(?<=[Tt])his (?:paper|work))\b")
# What capitalised words are no name of a part: people, places, venues, months.
_NO_PART = re.compile(
    r"\b(?:University|Institute|College|Conference|Workshop|January|February|March|April|June|July"
    r"|August|September|October|November|December|States|Kingdom|America|Europe|Language Models?"
    r"|Large|Figure|Table|Section|Enhanced|Improved|Better|Leading|Efficient|Reduced"
    r"|(?:Comprehensive|Extensive|Systematic) (?:Evaluation|Analysis|Experiments|Study)"
    r"|Public Availability|Open Source"
    r"|(?:Training|Data|Task|Model) (?:Pipeline|Evaluation|Results|Construction|Collection))\b"
)


def parts(candidates: Candidates) -> Iterator[tuple[int, int]]:
    """Yield where the text names the parts of its own work.

    >>> text = "We build two games: Plot Folding, where plots are folded, and another."
    >>> [text[start:end] for start, end in parts(Candidates(text, 0, []))]
    ['Plot Folding']
    """
    text = candidates.text
    first = _WE.search(text, candidates.title_end)
    if first is None:
        return
    for match in _PART.finditer(text, first.start()):
        if _is_part(text, match) and not _NO_PART.search(match[0]):
            yield match.span()


def _is_part(text: str, match: re.Match[str]) -> bool:
    """Say whether what stands before and behind capitalised words makes them a part's name."""
    near = max(0, match.start() - 12)
    if text.startswith(" (", match.end()):
        return False  # the short form in brackets is the name
    if _NUMBER_BEFORE.search(text, near, match.start()):
        return not _SIDES.search(text, max(0, match.start() - 250), match.start())
    if " " not in match[0] or not _APPOSED.match(text, match.end()):
        return False
    return bool(_BEFORE_PART.search(text, near, match.start()))


def is_of_benchmark(text: str, start: int) -> bool:
    """Say whether the sentence speaks of a benchmark before it names a part."""
    before = text[max(0, start - 400) : start]
    return "benchmark" in before[before.rfind(". ") + 1 :].lower()


_TASKS_LISTED = re.compile(r"\btasks(?: \([^()]*\))?:[^.;]*$")


def is_of_tasks(text: str, start: int) -> bool:
    """Say whether a part is listed as a task: "two tasks: Plot Folding, which ..."."""
    return _TASKS_LISTED.search(text, max(0, start - 300), start) is not None


def merge_spellings(candidates: Candidates) -> None:
    """Make one of an own name and what differs in capitals or hyphens: PlotFold, Plot-FOLD."""
    owners: dict[str, Candidate] = {}
    for candidate in candidates.by_label.values():
        if candidate.own and len(candidate.label) > 3:
            known = owners.setdefault(letters(candidate.label), candidate)
            if len(candidate.spans) > len(known.spans):
                owners[letters(candidate.label)] = candidate
    for candidate in list(candidates.by_label.values()):
        owner = owners.get(letters(candidate.label))
        if owner is not None and owner is not candidate:
            candidates.join(owner, candidate)
    for label, candidate in list(candidates.by_label.items()):
        single = candidates.by_label.get(_single(label))
        if single is not None and single.own and single is not candidate:
            candidates.join(single, candidate)


_WITH_NOUN = re.compile(r" (?:Benchmark|Dataset|Corpus)$")


def _single(label: str) -> str:
    """Return a name without the plural or the noun that it may bear: RMs, "PlotFold Benchmark"."""
    if label.endswith("s") and label[-2:-1].isupper():
        return label[:-1]
    return _WITH_NOUN.sub("", label)
