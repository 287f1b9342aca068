"""The names that a text gives to its own work: "we propose Verbalized Sampling, a ..."."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from kg.mentions.candidates import Candidates
from kg.mentions.found import coarse
from kg.mentions.heads import type_of_phrase
from kg.mentions.own.components import components
from kg.mentions.own.parts import is_of_benchmark, is_of_tasks, merge_spellings, parts
from kg.mentions.own.shapes import can_be_own, is_adjective, is_of_another, stands_alone, trim
from kg.mentions.own.titles import read_title
from kg.mentions.own.types import vote_for_own
from kg.mentions.shapes import WORD
from kg.sieve import Cues, needed

#: What papers do with their own work; each stem takes its endings.
INTRODUCES = (
    r"(?:introduc|propos|present|develop|releas|unveil|contribut|construct|creat|design|curat|devis"
    r"|establish|describ|compil|produc|open-sourc|formulat|synthesi[sz]|collect"
    r"|assembl)(?:e|es|s|ing|ed)?"
    r"|buil[dt](?:s|ing)?|offer(?:s|ing)?|annotat(?:e|ed|ing)|term(?:ed)?|dub(?:bed)?"
    r"|deriv(?:e|ed|ing)"
)
_CALLED = (
    r"(?:called|named|termed|dubbed|titled|entitled|coined|namely|denoted(?:\s+as)?"
    r"|i\.e\.,|that we (?:call|name|term)|which we (?:call|name|term|dub|refer to as)"
    r"|referred to as|known as)"
)
_SMALL_WORD = (
    r"(?!that\b|which\b|to\b|of\b|for\b|with\b|using\b|by\b|on\b|in\b|from\b|how\b|and\b"
    r"|against\b|than\b|as\b|based\b|where\b|a series\b)[a-z0-9][\w'-]*"
)
_CAPITALISED = r"[A-Z\u0370-\u03ff][\w\u0370-\u03ff^+*.-]*[\w+*]|[A-Z]"
_COINED = rf"(?<![\w.-])(?=\S{{0,40}}[A-Z\u0370-\u03ff])(?![Tt]he\b|An?\b|[Oo]ur\b){WORD}"
_OWN_NAME = (
    rf"({_COINED}(?:(?:\s+(?:of|for|in|via|to|the))?\s+(?:{_CAPITALISED}|\d+(?:\.\d+)?"
    rf"(?![\w,%]|\.\d))){{0,5}})"
)
_MAKES = rf"(?:{INTRODUCES}|train(?:ed)?)"
#: "we propose (a new benchmark called) NAME": group 1 the words between, group 2 the name.
_OWN = re.compile(
    r"\W(?:[Ww]e|paper|work|study|report|article|authors|and|also|to|then|by|further|Finally"
    r"|Furthermore|Additionally|(?<=\w,))\s+"
    rf"(?:\w+ly\s+|then\s+|further\s+|also\s+|first\s+|therefore\s+|thus\s+|next\s+){{0,2}}"
    rf"{_MAKES}((?:,?\s+{_SMALL_WORD}){{0,10}}?)(?:\s*[,:-]?\s+{_CALLED})?(?:\s*[,:]|\s+--?)?\s+[\"'(]?{_OWN_NAME}"
)
_NAMED_SO = re.compile(rf"(?:^|[\s(,])((?:[a-z][\w-]*,?\s+){{1,6}}?){_CALLED}\s+[\"']?{_OWN_NAME}")
# What follows in _NAMED_SO and _PASSIVE, which take long to find that they do not match.
_MAY_NAME = re.compile(rf"{_CALLED}\s+[\"']?{_COINED}")
_IS_MADE = (
    r"\s(?:is|are|was|were)\s+(?:\w+ly\s+)?"
    r"(?:introduced|proposed|presented|developed|constructed|designed)\b"
)
#: "We refer to our (approach) as NAME": group 1 the words between, group 2 the name.
_WE_CALL = re.compile(
    r"\b[Ww]e\s+(?:(?:also|will|then)\s+)?(?:call|name|term|dub|denote|refer\s+to)\s+"
    r"((?:our|this|these|it|the\s+(?:resulting|proposed|final|full|new))(?:\s+[a-z][\w-]*){0,4}?)"
    rf"\s+(?:(?:as|by)\s+)?(?:the\s+)?[\"'(]?{_OWN_NAME}"
)
_RESULTING = re.compile(
    r"[RrOo](?<!\w[A-Za-z])(?:(?<=[Rr])esulting\s+(?:in\s+)?"
    rf"((?:(?:[\w-]+\s+){{0,3}}?[a-z][\w-]*,?\s+)?)[\"'(]?{_OWN_NAME}"
    r"|(?<=[Oo])ur\s+(?:(?:best|final|strongest|largest|full|trained|proposed)\s+){1,2}"
    rf"((?:[\w-]+\s+){{0,2}}?[a-z][\w-]*),\s+{_OWN_NAME}(?=,))"
)
_HEADS = (
    *("benchmark", "dataset", "corpus", "component", "module", "model", "method", "algorithm"),
    *("framework", "system", "agent", "variant", "mechanism", "pipeline", "strategy", "engine"),
    *("toolkit", "architecture", "approach", "loss", "objective", "encoder", "decoder", "suite"),
)
#: "Its core component, NAME, ...": group 1 the words between, group 2 the name.
_APPOSED = re.compile(
    r"\b(?:[Ii]ts|[Oo]ur|[Tt]he\s+(?:main|core|key|central|accompanying))\s+"
    rf"((?:[a-z][\w-]*\s+){{0,3}}?(?:{'|'.join(_HEADS)})),\s+{_OWN_NAME}(?=,)"
)
#: "We instantiate this (idea) as NAME": group 1 the words between, group 2 the name.
_INSTANTIATED = re.compile(
    r"\b(?:instantiat(?:e|es|ed|ing)|(?:formali[sz]|implement|packag|reali[sz]|operationali[sz])"
    r"(?:e|es|ed|ing)?\s+(?:this|these|it|our))\s+(?:[\w-]+\s+){0,5}?as\s+(?:an?\s+|the\s+)?"
    rf"((?:[a-z][\w-]*\s+){{0,3}}?)[\"'(]?{_OWN_NAME}(?=[\"')]?(?:[,.:;]|\s\(|\sand\s))"
)
#: "At its core is NAME": group 1 the words between, group 2 the name.
_AT_CORE = re.compile(
    r"\b[Aa]t\s+(?:its|the)\s+(?:core|heart)(?:\s+of\s+[\w-]+)?\s+(?:is|are|lies)\s+"
    rf"((?:(?:an?|the)\s+)?(?:[a-z][\w-]*\s+){{0,3}}?){_OWN_NAME}(?=[,.:;]|\s\()"
)
# Searched for as they stand, all at once: a pattern takes much longer to find that none is there.
_MADE_WORDS = ("proposed", "introduced", "presented", "developed", "constructed", "designed")
_CALLED_WORDS = (
    *("called", "named", "termed", "dubbed", "titled", "coined", "namely", "denoted", "i.e.,"),
    *("that we ", "which we ", "referred to as", "known as"),
)
_WE_CALL_WORDS = tuple(
    f"e {verb} " for verb in ("call", "name", "term", "dub", "denote", "refer to")
)
_RESULTING_WORDS = (
    "esulting ",
    *(f"ur {word} " for word in "best final strongest largest full trained proposed".split()),
)
_APPOSED_WORDS = tuple(f"{head}, " for head in _HEADS)
_MADE = re.compile(_IS_MADE)
_PASSIVE = re.compile(rf"{_OWN_NAME}(?:\s*\([^()]*\))?,?\s*{_IS_MADE}")


def read_own_names(candidates: Candidates) -> None:
    """Note the names that the text gives to its own work, and what it calls them."""
    text, title_end = candidates.text, candidates.title_end
    cues = _cues().find(text)
    for match in _introductions(text, title_end, cues[_MAKES]):
        _own(candidates, match[1] or "", match.span(2))
    _read_called(candidates, cues)
    if cues["made"]:
        _read_passive(candidates)
    for start, end in parts(candidates):
        if can_be_own(text, start, end) and (candidate := candidates.add(start, end)):
            candidate.own = True
            candidate.votes["Benchmark"] += is_of_benchmark(text, start)
            candidate.votes["Task"] += 5.0 * is_of_tasks(text, start)
    _read_components(candidates)
    read_title(candidates)
    _read_versions(candidates)
    merge_spellings(candidates)
    vote_for_own(candidates)


def _read_called(candidates: Candidates, cues: Mapping[str, list[int]]) -> None:
    """Note the names that something is called, or that training resulted in."""
    text, title_end = candidates.text, candidates.title_end
    if cues["called"] and _MAY_NAME.search(text, title_end):
        for match in _NAMED_SO.finditer(text, title_end):
            phrase = (match[1] or "").strip(" ,").rpartition(", ")[2]
            _own(candidates, phrase, match.span(2))
            _read_further(candidates, phrase, match.span(2))
    for match in _WE_CALL.finditer(text, title_end) if cues["we call"] else ():
        if not _OBSERVED.search(match[1]):
            _own(candidates, match[1], match.span(2))
    for match in _RESULTING.finditer(text, title_end) if cues["resulting"] else ():
        first = 1 if match[2] else 3
        _own(candidates, match[first], match.span(first + 1))
    for cue, pattern in _BY_CUE.items():
        for match in pattern.finditer(text, title_end) if cues[cue] else ():
            _own(candidates, match[1], match.span(2))


def _read_further(candidates: Candidates, phrase: str, span: tuple[int, int]) -> None:
    """Note the other names of a list that begins with one: "two methods, namely X-A and X-B"."""
    _, end = trim(candidates.text, *span)
    if not _SEVERAL.search(phrase):
        return
    for _ in range(_FEW):
        more = _ANOTHER.match(candidates.text, end)
        if more is None:
            return
        _own(candidates, phrase, more.span(1))
        _, end = trim(candidates.text, *more.span(1))


_SEVERAL = re.compile(r"[a-z]{3,}s$")
_ANOTHER = re.compile(rf"(?:\s\([^()]{{1,40}}\))?(?:,|,?\s+and)\s+(?:the\s+)?{_OWN_NAME}")
#: So many names more such a list has.
_FEW = 4


#: Patterns by the cue that each needs.
_BY_CUE = {"apposed": _APPOSED, "instantiated": _INSTANTIATED, "core": _AT_CORE}


def _read_components(candidates: Candidates) -> None:
    """Note the capitalised names of components; what a work but uses is not its own."""
    for start, end, own in components(candidates.text, candidates.title_end):
        start, end = trim(candidates.text, start, end)
        if not can_be_own(candidates.text, start, end) or _begins_with_model(candidates, start):
            continue
        if found := candidates.add(start, end):
            found.own = found.own or own
            found.votes["Method"] += 2.0


def _begins_with_model(candidates: Candidates, start: int) -> bool:
    """Say whether the first word of a name is that of a known model: "a Whisper Folding block"."""
    return any(
        item.start == start
        and coarse(item.name.type) == "model"
        and candidates.text.startswith(" ", item.end)
        for item in candidates.taken_near(start, start + 1)
    )


def _read_passive(candidates: Candidates) -> None:
    """Note the names of which the text says that they are made: "X is proposed"."""
    text, title_end = candidates.text, candidates.title_end
    if not _MADE.search(text, title_end):
        return
    for match in _PASSIVE.finditer(text, title_end):
        start, end = trim(text, *match.span(1))
        if not (can_be_own(text, start, end) and stands_alone(text, start, end)):
            continue
        if candidate := candidates.add(start, end):
            candidate.own = True


@cache
def _cues() -> Cues:
    """Return what the patterns need, to be found in one pass over a text."""
    return Cues(
        {
            _MAKES: sorted(needed(re.compile(_MAKES))[0]),
            "called": _CALLED_WORDS,
            "we call": _WE_CALL_WORDS,
            "resulting": _RESULTING_WORDS,
            "apposed": _APPOSED_WORDS,
            "instantiated": ("nstantiat", "ormali", "mplement", "ackag", "eali", "perationali"),
            "core": (" core ", " heart "),
            "made": _MADE_WORDS,
        }
    )


def _introductions(text: str, start: int, verbs: Iterable[int]) -> Iterator[re.Match[str]]:
    """Yield where authors say from an offset on that they make something, in order.

    `verbs` are the offsets of what they say: only before them such a phrase may begin. To look at
    all places of a text takes five times as long.
    """
    done = start
    places = {at for verb in verbs if text[verb - 1] == " " for at in _signs_before(text, verb)}
    for at in sorted(places):
        if at >= done and (match := _OWN.match(text, at)):
            done = match.end()
            yield match


def _signs_before(text: str, verb: int) -> Iterator[int]:
    """Yield where signs that are no letters stand among the three words before a verb."""
    before = text[max(0, verb - _FAR) : verb]
    if not before.rstrip().endswith(_LEADS):
        return iter(())
    first, *words = before.rsplit(None, _WORDS_BEFORE)
    start = verb - len(before) + (len(first) if len(words) == _WORDS_BEFORE else 0)
    return (match.start() for match in _SIGN.finditer(text, start, verb))


#: What the last word before a verb ends in: who makes something, or an adverb.
_LEADS = (
    *("e", "paper", "work", "study", "report", "article", "authors", "and", "also", "to", "then"),
    *("by", "further", ",", "ly", "first", "thus", "next"),
)
#: Between who makes something and the verb there are two words at most.
_WORDS_BEFORE = 3
#: In characters: three words are no longer.
_FAR = 120
_SIGN = re.compile(r"\W")


def _read_versions(candidates: Candidates) -> None:
    """Note what goes on from an own name with a hyphen: Zorb-Claw of Zorb, ZorbSet-hard."""
    text = candidates.text
    own = [item.label for item in candidates.by_label.values() if item.own]
    for label in own:
        at = text.find(f"{label}-") if len(label) > 3 and " " not in label else -1
        while at >= 0:
            version = _VERSION.match(text, at + len(label))
            if version and not (at and (text[at - 1].isalnum() or text[at - 1] in "_-")):
                _add_version(candidates, at, version.end())
            at = text.find(f"{label}-", at + 1)


def _add_version(candidates: Candidates, start: int, end: int) -> None:
    if is_adjective(candidates.text[start:end].lower()):
        return
    if found := candidates.add(start, end):
        found.own = True


_VERSION = re.compile(
    r"-(?:[A-Z][A-Za-z]*\d{0,2}|hard|easy|mini|lite|tiny|small|base|large|plus|pro|test|train|dev|v\d)"
    r"(?![\w-])(?!\s(?:et al|style|like))"
)


def _own(candidates: Candidates, phrase: str, span: tuple[int, int]) -> None:
    text = candidates.text
    start, end = trim(text, *span)
    end = candidates.with_version(end)
    if _IS_OBSERVED.search(text, max(0, start - 80), start) or is_of_another(text, start, end):
        return
    if not (can_be_own(text, start, end) and stands_alone(text, start, end)):
        return
    if candidate := candidates.add(start, end):
        candidate.own = True
        candidate.votes[type_of_phrase(phrase, text[end : end + 60])] += 2.5


#: What authors give a name to and have not made.
FINDS = (
    r"(?:phenomenon|phenomena|vulnerabilit(?:y|ies)|weakness(?:es)?|blind spots?|failures?"
    r"|failure modes?|bias|effect|issue|limitation|pathology"
    r"|paradox|trap|gap|dilemma|tendency|behaviou?rs?|challenges?)"
)
_OBSERVED = re.compile(rf"\b{FINDS}$")
#: "A phenomenon called".
_IS_OBSERVED = re.compile(
    rf"\b{FINDS},?\s+(?:(?:that\s+|which\s+)?we\s+(?:call|term"
    r"|name|dub|refer\s+to\s+as)|called|termed|named|dubbed|known\s+as)\s+(?:the\s+)?[\"'`(]*$"
)
