"""The own name that a title begins with: "Zorb: A Benchmark for Folding"."""

import re

from kg.lexicon.no_names import no_names
from kg.mentions.candidates import Candidates, places_of
from kg.mentions.heads import phrase_from, type_of_phrase
from kg.mentions.models.families import fold
from kg.model import MODELS

_TITLE_NAME = re.compile(r"^[\"']?([^\s:?!,][^:?!,]{0,39}?[^\s:?!,])[\"']?\s*:\s+\S")
_FUNCTION_WORDS = frozenset(
    "a an the of for in on and or to with via from by is are do does can how why what"
    " when where beyond towards toward"
    " not no as at it its your all you we".split()
)

#: What a single word before the colon says of a paper, and not of its work.
_TITLE_WORDS = frozenset(
    "abstract addendum all-in-one analysis announcement appendix article benchmark challenge"
    " comment commentary comparison correction dataset demo demonstration descriptor editorial"
    " errata erratum essay evaluation explainer extended foreword guide human-in-the-loop"
    " index interview introduction keynote lecture letter manifesto news note notes opinion"
    " overview panel paper perspective poster position postscript preface preprint proceedings"
    " project proposal protocol question questions rebuttal reply report resource response"
    " retraction retrospective review revised revisited seminar short squib study summary"
    " supplement survey synopsis talk technical thesis tool toolkit tutorial update video"
    " vision viewpoint whitepaper work-in-progress workshop".split()
)

_SHORT_BEHIND = re.compile(r" [\w-]+ \(([A-Z][\w-]+)\)$")
_SUBTITLE = re.compile(r"[\"']?\s*:\s+(?=An?\s|The\s|Towards\s+an?\s|(?!\w+ing\b)[A-Z])")


def read_title(candidates: Candidates) -> None:
    """Note the name before the title's colon, with the type that the subtitle gives."""
    text, title_end = candidates.text, candidates.title_end
    title = _TITLE_NAME.match(text[:title_end])
    if title is None or not _is_title_name(title[1], text, title_end):
        return
    start, end = title.span(1)
    # Of "Plot Risk Memory (PRM): ..." the brackets hold the name, which the abstract has too.
    if bracket := _SHORT_BEHIND.search(title[1]):
        start, end = start + bracket.start(1), start + bracket.end(1)
    if candidate := candidates.add(start, end):
        candidate.own = True
        candidate.votes[_type_of_subtitle(text, title.end(1), title_end)] += 1.5


def _type_of_subtitle(text: str, end: int, title_end: int) -> str:
    """Return the type that a subtitle gives: "X: A Benchmark for ..."."""
    subtitle = _SUBTITLE.match(text, end)
    if subtitle is None:
        return ""
    phrase = phrase_from(text[:title_end], subtitle.end())
    type_name = type_of_phrase(phrase)
    is_sure = type_name not in MODELS or text[subtitle.end()] == "A"
    return type_name if is_sure else ""


def _is_title_name(name: str, text: str, title_end: int) -> bool:
    """Say whether what stands before a title's colon is a name."""
    words = name.split()
    if not words or len(words) > 4 or name in no_names():
        return False
    # What the title writes with capitals the abstract may write without.
    again = any(True for _ in places_of(fold(name), fold(text[title_end:])))
    if len(words) == 1:
        return again or name.casefold() not in _TITLE_WORDS
    return again and not any(word.lower() in _FUNCTION_WORDS for word in words)
