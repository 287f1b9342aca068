"""The capitalised names of components: "a Plot Monitor that ...", "1) Plot Folding joins ...".

Capitalised words within a sentence, where the words before and behind make of them what a work is
built of. Their short form in brackets is the name where there is one.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_WORD = r"[A-Z][A-Za-z]*(?:-[A-Za-z]+)*"
#: Two capitalised words or more, of which small words may stand between, and what is behind. First
#: a capital, so that the engine passes over all else.
_NAME = re.compile(
    r"(?P<name>[A-Z](?<![\w-].)(?!(?<=O)ur\b)[A-Za-z]*(?:-[A-Za-z]+)*"
    rf"(?:\s(?:(?:of|for|via|to|in)\s)?{_WORD}){{1,5}})"
    r"(?:\s\((?P<short>[A-Z][\w-]{1,9})\))?"
    r"(?=\s+(?P<verb>[a-z-]+)|,\s(?P<apposed>an?|which|where|that)\b|[,.;:)])"
)
_NOUNS = (
    r"(?:module|mechanism|strategy|stage|loss|network|encoder|decoder|block|scheme|paradigm|component"
    r"|layer|objective|phase|unit|head|adapter|operator|diagnostic|inference)"
)
_PART_BEHIND = re.compile(rf"(?:that|which|to|for|where|by|based|designed|can|{_NOUNS})")
#: A verb of the third person, and no plural of what names stand before.
ACTS = (
    r"(?!(?:as|is|was|has|this|its|[a-z-]*ss|tasks|models|agents|methods|systems|datasets"
    r"|benchmarks|tests|trials|games|gains|images|videos|scores|levels|settings|tokens|scenarios"
    r"|environments)\b)[a-z-]+s\b"
)
_ACTS = re.compile(ACTS)
#: What stands before a part: "a", "a new", "(2)", "2)", "two stages:", ", while".
_ARTICLE = re.compile(r"\b(?:[Aa]n?|novel|new|[Oo]ur)\s+(?:(?!of\b|for\b)[a-z-]+\s+){0,2}$")
_NUMBER = re.compile(r"(?<![\w.])\(?(?:[ivx]{1,4}|[1-9a-e])\)\s?(?:an?\s+|the\s+)?$")
_PARTS = (
    r"\b(?:stages|steps|phases|components|modules|signals|mechanisms|parts|techniques|strategies"
    r"|contributions|innovations|designs|agents|rules|variants|operators|objectives|losses|branches"
    r"|tools|ideas)"
)
_LISTED = re.compile(
    rf"(?:{_PARTS}:\s+|,\s(?:while|and)\s|;\s(?:and\s)?)(?:an?\s+|the\s+)?$"
    r"|(?:^|[.:;]\s)An?\s(?:[a-z-]+\s){0,2}$"
)
#: "three components: Plot Recall, ..., and" with what stands in such a list.
_IN_LIST = re.compile(
    rf"{_PARTS}(?::\s|\s\()(?:(?:an?\s|the\s)?[A-Z][^.:;()]{{3,60}}(?:,\s(?:and\s)?|\sand\s)){{0,3}}(?:an?\s|the\s)?$"
)
#: "a three-agent architecture (Plot Agent, ..., and" with what stands in such a list.
_IN_BRACKETS = re.compile(
    r"\b(?:two|three|four|five|six|multi)-(?:agent|stage|step|phase|part|module|component|branch)\s"
    r"[a-z-]+\s\((?:[A-Z][^.:;()]{3,60}(?:,\s(?:and\s)?|\sand\s)){0,4}$"
)
_STAGE = re.compile(
    r"\b(?:first|second|third|fourth|final|last|other)\s(?:stage|component|step|phase|module|part)"
    r"(?:,\s|\sis\s(?:called\s)?(?:an?\s|the\s)?)$"
)
#: "the core component of Zorb is the Plot Gate".
_CORE = re.compile(
    r"\b(?:core|key|main|central|heart)\b[^.;:]{0,60}\b(?:is|are|lies)\s(?:an?|the|our)\s"
    r"(?:(?!of\b|for\b)[a-z-]+\s){0,2}$"
    r"|\b[Aa]t\s(?:its|the)\s(?:core|heart)(?:\sof\s[\w-]+)?\s(?:is|are|lies)\s(?:the\s)?$"
)
#: What a work does with its own parts, and with those of others.
_MAKES = re.compile(
    r"\b(?:introduc(?:es|ing)|formali[sz](?:e|es|ing)|devis(?:es?|ing)|design(?:s|ing)?)\s+"
    r"(?:an?\s+|the\s+)?$"
)
_USES = re.compile(
    r"\b(?:appl(?:y|ies|ying)|employ(?:s|ing)?|adopt(?:s|ing)?|leverag(?:es?|ing)|utili[sz](?:es?|ing)"
    r"|incorporat(?:es?|ing)|integrat(?:es?|ing)|us(?:es?|ing)|via|through)\s+(?:an?\s+|the\s+)?$"
)
#: What is numbered behind these words is not made.
_SIDES = re.compile(
    r"\b(?:challenges|limitations|issues|questions|dimensions|aspects|axes|problems|types)\b"
)
# First the letters that it may begin with, so that the engine passes over all else.
_OWN = re.compile(r"[WwOoTt](?<!\w.)(?:(?<=[Ww])e|(?<=[Oo])ur|(?<=[Tt])his (?:paper|work))\b")
#: What capitalised words name that is no part of a work.
_NO_PART = re.compile(
    r"\b(?:Models?|LLMs?|VLMs?|Intelligence|AI|Interfaces?|Challenges?|Effects?|Gap|Bias|Agents"
    r"|(?:AI|LLM|Language|Autonomous|Web|GUI|Computer|Intelligent|Digital|Multimodal) Agent"
    r"|Issues?|Problems?|Limitations?|Language|Universit\w+|Institute|Conference|Workshop|Olympiad|Act|Union|States"
    r"|Phase|Level|Study|Survey|Dataset|Corpus|Benchmark|Score|Index|Disease|Disorder|Syndrome"
    r"|Standard|Health|Science|Forensics|Graph|Experiments?|Results?|Evaluations?|Analysis|Systems?|Vehicles?|GPUs?|Code|GUI|I{1,3}"
    r"|Google|Apple|Microsoft|Chinese|English|African|American|European|Asian|Indian|The|This|In|We|Our|While)$"
    r"|^(?:Large|The|This|In|We|Our|While|Figure|Table|Section|Existing|Recent|Phase)\b"
    r"|\b(?:Comprehensive|Extensive) (?:Evaluation|Analysis|Experiments|Study)\b"
)


#: A name of which more is said, "Zorb-enhanced Plot Gate", or a count: "MHA of H heads".
_MODIFIED = re.compile(r"[\w-]+-(?!based|guided)[a-z]+ed\s|.*\s[A-Z]$")


class Component(NamedTuple):
    """Where a component is named [start, end), its own words, and whether the work made it."""

    start: int
    end: int
    own: bool


def components(text: str, title_end: int) -> Iterator[Component]:
    """Yield where the text names components, behind where its authors first speak of themselves.

    >>> text = "We add a Plot Monitor that warns, and a Plot Gate (PG) to stop."
    >>> [text[item.start : item.end] for item in components(text, 0)]
    ['Plot Monitor', 'PG']
    """
    first = _OWN.search(text, title_end)
    if first is None:
        return
    for match in _NAME.finditer(text, first.start()):
        is_part = not (_NO_PART.search(match["name"]) or _MODIFIED.match(match["name"]))
        if is_part and (kind := _kind(text, match)):
            yield Component(*match.span("short" if match["short"] else "name"), kind == "own")


def _kind(text: str, match: re.Match[str]) -> str:
    """Return whether the words around make an own part or one that is used; '' for neither."""
    near, start = max(0, match.start() - 60), match.start()
    behind = match["verb"] or ""
    goes_on = bool(match["apposed"] or _PART_BEHIND.fullmatch(behind))
    if _MAKES.search(text, near, start) or _STAGE.search(text, near, start):
        return "own"
    if _CORE.search(text, max(0, start - 120), start):
        return "own"
    if not behind and _stands_in_list(text, start):
        return "own"
    acts = goes_on or bool(_ACTS.fullmatch(behind))
    if acts and _ARTICLE.search(text, near, start):
        return "own"
    if _SIDES.search(text, max(0, start - 120), start):
        return ""
    if acts and _is_long(match["name"]) and text[start - 2 : start] == ". ":
        return "own"
    if acts and (_NUMBER.search(text, near, start) or _LISTED.search(text, near, start)):
        return "own"
    return "used" if _USES.search(text, near, start) else ""


def _stands_in_list(text: str, start: int) -> bool:
    """Say whether a name stands in a list of what a work has several of."""
    before = max(0, start - 240)
    return bool(_IN_LIST.search(text, before, start) or _IN_BRACKETS.search(text, before, start))


def _is_long(name: str) -> bool:
    """Say whether a name that begins a sentence has another capital than that of the sentence."""
    return len(name.split()) > 2 or "-" in name
