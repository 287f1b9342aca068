"""What of a stretch of text can be the name of a paper's own work."""

import re

from kg.lexicon.no_names import no_names
from kg.mentions.shapes import is_marked, marked_words

_ALONE = re.compile(
    r"[\"')]?\s*(?:[,:;.()—]|$|-\s|\d|(?:to|that|which|is|as|by|for|in|and|with|on"
    r"|from|using|of|where|based)\b"
    r"|(?:\w+\s){0,2}(?:framework|method|algorithm|model|approach|system|benchmark"
    r"|data|corpus|strategy"
    r"|pipeline|module|mechanism|network|architecture|loss|operator|dashboard|agent"
    r"|toolkit|suite|technique|paradigm|project))"
)


def stands_alone(text: str, start: int, end: int) -> bool:
    """Say whether a plain capitalised word is a name and not an adjective: "a Verified subset".

    A name is also said more than once, or abbreviated.
    """
    name = text[start:end]
    if " " in name or any(True for _ in marked_words(name)):
        return True
    if _HYPHENATED.fullmatch(name) and _IS_NAMED.search(text, max(0, start - 40), start):
        return True
    if _IS_PRESENTED.search(text, max(0, start - 20), start) and _IS_EXPLAINED.match(text, end):
        return True
    is_again = text.find(name, text.find(name) + len(name)) >= 0 or text.startswith(" (", end)
    return is_again and bool(_ALONE.match(text, end))


#: "namely Clip-Zorb and KL-Zorb".
_HYPHENATED = re.compile(r"[A-Z][A-Za-z]+(?:-[A-Z][A-Za-z]*)+")
_IS_NAMED = re.compile(r"\b(?:namely|called|named|termed|dubbed)\s(?:[A-Z][\w-]+,?\s(?:and\s)?)?$")
#: "We present Zorb, a ...": what is said at once to be something is a name.
_IS_PRESENTED = re.compile(r"\b(?:introduc|present|propos|releas)\w*\s$")
_IS_EXPLAINED = re.compile(r",\s(?:an?|the\sfirst|our)\s|:\s(?:an?|the)\s")


def is_of_another(text: str, start: int, end: int) -> bool:
    """Say whether a name is but part of a longer one in brackets: "an HDR data set (AutoHDR)"."""
    longer = _NAMED_BEHIND.match(text, end)
    name = text[start:end]
    return bool(longer and len(longer[1]) > len(name) and name in longer[1])


_NAMED_BEHIND = re.compile(r"\s(?:[a-z][\w-]*\s){1,3}\(([\w+-]{3,20})\)")
#: "An 11B-parameter Zorb".
_SIZE_BEFORE = re.compile(r"\d+(?:\.\d+)?[BM](?:[- ]param(?:eter)?s?)? (?=[A-Z])")
_SENTENCE_END = re.compile(r"\.\s|\.$")
_SMALL_BEHIND = re.compile(r"(?:\s+(?:of|for|in|via|with|from|to|the|and|[Bb]ased|Using|-))+$")
# The first word of a next sentence, where the full stop was lost.
_NEXT_SENTENCE = re.compile(r"(?:\s+(?:We|In|It|This|Our|The|An?|To|For))+$")


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Cut from a name what is not of it: a size before it, a sentence's end, a small word."""
    size = _SIZE_BEFORE.match(text, start, end)
    start = size.end() if size else start
    name = text[start:end]
    cut = _SENTENCE_END.search(name)
    name = name[: cut.start()] if cut else name
    name = _SMALL_BEHIND.sub("", name.rstrip(" .,-"))
    name = _NEXT_SENTENCE.sub("", name)
    name = _COMPARED.sub(r"\1", name)
    coined, _, purpose = name.partition(" for ")
    is_whole = is_marked(coined) if " " not in coined else purpose.isupper()
    name = coined if purpose and is_whole else name
    act = _ACT.match(text, start) if name.isalpha() else None
    return start, act.end() if act else start + len(name)


#: "Comparing the model Zorb-3 to Plot-7b" speaks of two.
_COMPARED = re.compile(r"^(\S*\d\S*) to \S*\d\S*$")
#: A name that is an act: "Folding with Plots".
_ACT = re.compile(r"[A-Z][a-z]{2,20}ing (?:with|over|by|through|before|without) [A-Z][a-z]{2,20}\b")
_NEVER_OWN = frozenset(
    "We In It This Our The A An To For By On Our Large Language Models Model First"
    " Second Third Finally I"
    " English Chinese Japanese German French Arabic Hindi European Asian American"
    " African LLM AI ML Vision"
    " Bayesian Gaussian Markov Python PyTorch Transformer Transformers Wikipedia"
    " GitHub Unlike Given Based Using With Via"
    " Specifically Experiments Extensive Existing Recent Two Three Four Both Each All"
    " Reinforcement Learning These Those Such They There Here However Moreover".split()
)


_SHORTENED = re.compile(r" \([A-Z][A-Za-z]*[A-Z]\)")
# What is no name though it holds a capital: 100K, 1-D.
_LICENCE = re.compile(r" Licen[cs]e$")
_LICENSES = re.compile(r"(?:[- ]\d(?:\.\d)?)?[- ][Ll]icen[cs]e")
_A_NUMBER = re.compile(r"[\d.,]+(?:[A-Z]|-D)?(?:\s|$)")
_CAPITAL = re.compile(r"[A-Z\u0370-\u03ff]")
_ADJECTIVE = re.compile(
    r"-(?:based|inspired|aware|driven|guided|free|style|like|level|enhanced|augmented|powered|induced"
    r"|oriented|centric|grounded|specific)$"
)
_SMALL_TAIL = re.compile(r"-[a-z]{3,}$")


def can_be_own(text: str, start: int, end: int) -> bool:
    """Say whether a stretch can be the name of a paper's own work."""
    name = text[start:end]
    words = name.split()
    if not words or len(name) < 2 or name in no_names():
        return False
    if words[0] in _NEVER_OWN and not (len(words) > 2 and _SHORTENED.match(text, end)):
        return False
    if not _CAPITAL.search(name) or _A_NUMBER.match(name) or _LICENCE.search(name):
        return False
    if _LICENSES.match(text, end):
        return False
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].islower():
        return False
    if is_adjective(name):
        return False
    return not _SMALL_TAIL.search(name) or len(words) > 1


def is_adjective(name: str) -> bool:
    """Say whether a name ends as an adjective does: "Zorb-based"."""
    return _ADJECTIVE.search(name) is not None
