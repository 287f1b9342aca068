"""What the claims of a paper's comparisons come to, once it is known what is the paper's own."""

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from kg.mentions import Found
from kg.relations.claim import Claim
from kg.relations.cues import SURPASSES
from kg.sieve import Sifted, small
from kg.text import Reading

_COMPARISONS = frozenset({"comparedWith", "outperforms"})

_COSTS = re.compile(
    r"\b(?:speed\w*|fast\w*|latenc\w+|throughput|memory|cheap\w*|costs?|cost-\w+|storage"
    r"|parameters?|flops|comput\w+|tokens?|efficien\w+|overhead|run-?time|energy|accelerat\w+"
    r"|size|footprint|inference\s+time|training\s+time|steps|samples?|smaller|shorter)\b",
    re.IGNORECASE,
)
_QUALITY = re.compile(
    r"\b(?:accura\w+|performan\w+|quality|scores?|robust\w*|faithful\w*|generali[sz]\w+|success"
    r"|precision|recall|f1|bleu|rouge|m?iou|map|psnr|ssim|fid|wer|perplexity|error\w*|win|reward"
    r"|results?|alignment|fidelity|realism|reasoning|outperform\w*|surpass\w*|better"
    r"|effective\w*|pass@\d+|auc|auroc|dice|consistency|coherence|safety|superior\w*)\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:ours|our\s+(?!(?:results?|findings?|experiments?|evaluations?|analys[ei]s|study|tests?"
    r"|benchmarks?|work|data\s?sets?|paper|survey)\b)|(?:fine-tuned|resulting|proposed)\s"
    r"|this\s+(?:method|approach|framework|model|strategy|algorithm|system)\b"
    r"|we\s+(?:propose|train|fine-?tune|develop|introduce|present)\b)",
    re.IGNORECASE,
)
_FINDS = re.compile(
    r"\b(?:find|finds|found|observe[ds]?|discover\w*|reveal\w*|notice)\b", re.IGNORECASE
)
# Of texts in small letters: to ignore case takes ten times as long.
_SURPASSES = re.compile(SURPASSES)
#: What stands before a verb that says that something does not do better.
_NOT = re.compile(
    r"(?:\b(?:not(?!\s+only)|cannot|fail(?:s|ed|ing)?\s+to|without|hardly|rarely|never|nor|yet\s+to"
    r"|struggl\w+\s+to)|n't)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
#: What is nearly reached is not beaten: "narrows the gap compared to FP16".
_NARROWS = re.compile(
    r"\b(?:reduc|narrow|clos|shrink|bridg|minimi[sz]|limit)\w*\s+(?:[^\s.;,]+\s+){0,4}?gaps?\b"
    r"[^.;,]{0,80}$",
    re.IGNORECASE,
)
#: What stands before a verb whose subject is not the paper's.
_GENERIC = re.compile(
    r"\b(?:humans?|people|experts?|clinicians|annotators|(?<!our\s)(?:existing|current|recent|other"
    r"|larger|smaller|some|many|most|several|open-source|proprietary|general-purpose|speciali[sz]ed"
    r"|simpler?|reasoning|traditional|classical)\s+(?:[\w-]+\s+){0,3}(?:models|methods|llms|vlms"
    r"|mllms|lms|systems|approaches|agents|baselines|techniques|networks|ones))\s+"
    r"(?:(?:\w+ly|can|may|often|still|also|even)\s+){0,2}$",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"\b(?:via|with|using|by|on|of|for|in|to|from)\s+(?:the\s+|an?\s+)?$", re.IGNORECASE
)
#: Behind a rival, what the comparison is about: "in terms of speed".
_IN_TERMS = re.compile(
    r"(?:(?!\b(?:while|with)\b)[^.;:]){0,60}?\bin\s+terms\s+of\s+((?:(?!\bwhile\b)[^.;:]){1,60})"
)
_CLAUSE = re.compile(r"[,;:]\s|\bwhile\b|\bwith\b(?=\s+[\d~]|\s+(?:an?|up)\b)")


@dataclass(frozen=True, slots=True)
class _Paper:
    """What decides whose comparison a claim is."""

    reading: Reading
    own: frozenset[str]
    #: Where the text names its own things.
    own_places: tuple[int, ...]
    #: Where the verbs stand that say that something does better.
    verbs: tuple[int, ...]
    compares_others: bool

    def speaks_of_own(self, start: int, end: int) -> bool:
        """Say whether [start, end) names something of the paper's or says "our"."""
        next_place = bisect_left(self.own_places, start)
        if next_place < len(self.own_places) and self.own_places[next_place] < end:
            return True
        return _sifted().search(_OURS, self.reading.text, start, end) is not None

    def last_verb(self, claim: Claim) -> int | None:
        """Return where the last "outperforms" stands before what a claim is about."""
        last = bisect_left(self.verbs, claim.found.start) - 1
        return self.verbs[last] if last >= 0 and self.verbs[last] >= _reach(claim) else None


def settle_comparisons(
    reading: Reading, found: Iterable[Found], claims: list[Claim], *, compares_others: bool
) -> Iterator[Claim]:
    """Yield all claims, those of comparisons as the whole paper makes them mean.

    What a named thing does better is said of the paper where that thing is its own, of the thing
    itself else. What is better, or worse, is compared with.
    """
    if not any(claim.relation in _COMPARISONS for claim in claims):
        yield from claims
        return
    own = frozenset(c.found.name.reference for c in claims if c.relation == "introduces")
    places = tuple(item.start for item in found if item.name.reference in own)
    verbs = tuple(verb.start() for verb in _SURPASSES.finditer(small(reading.text)))
    paper = _Paper(reading, own, places, verbs, compares_others)
    claims = [claim for claim in claims if not _has_other_subject(paper, claim)]
    others = {(c.start, c.found.start) for c in claims if _is_of_others(paper, c)}
    for claim in claims:
        if claim.relation not in _COMPARISONS:
            yield claim
        elif claim.found.name.reference in own or _is_no_rival(reading.text, claim.found):
            continue
        elif _is_of_others(paper, claim):
            yield claim
        elif (claim.start, claim.found.start) not in others and _is_of_paper(paper, claim):
            yield from _of_paper(paper, claim)


def _is_no_rival(text: str, item: Found) -> bool:
    """Say whether what is compared is not one rival: a field, a class, part of a longer name."""
    before, after = text[max(0, item.start - 40) : item.start], text[item.end : item.end + 60]
    is_hybrid = _HYBRID.match(f"X{after}") or _HYBRID.match(before[-3:] + "X")
    if _is_field(item) or is_hybrid or _NAMES_CLASS.match(after):
        return True
    said = text[item.start : item.end]
    is_term = (said.islower() and said.isalpha()) or item.name.label in _MANY_KINDS
    if item.name.named and not is_term:
        return False
    is_cut = _GOES_ON.match(after) or not _BARE.search(before)
    return bool(is_cut) or said.endswith(("tuned", "trained"))


#: Of these there are many kinds: "fixed-data RL" is one rival, and RL none.
_MANY_KINDS = frozenset({"RL", "SFT", "RLHF", "RLVR", "ICL", "RAG", "KD", "OPD", "PEFT", "MoE"})
_HEADS = (
    r"(?:baselines?|methods?|approach(?:es)?|models?|techniques?|systems?|algorithms?|frameworks?"
    r"|counterparts?|variants?|agents?|policies|solutions?|schemes?|strategies|alternatives"
    r"|process(?:es)?|ones)"
)
#: "X baselines such as Y": the rival is Y.
_NAMES_CLASS = re.compile(
    rf"(?:-based)?\s(?:[\w-]+\s){{0,2}}{_HEADS},?\s\(?(?:such as|like|including|namely|e\.g\.)",
    re.IGNORECASE,
)
#: Behind a term, the noun that it belongs to: "video diffusion | transformers".
_GOES_ON = re.compile(
    rf"[-\w]|\s(?!(?:{_HEADS}|and|or|as|on|in|at|by|for|with|from|when|while|whereas|under|across|but"
    r"|both|alone|using|via|to|that|which|is|are|was|were|without|within|trained|training|performance"
    r"|accuracy|through|during|despite)\b)[a-zA-Z]"
)
#: Before a term, nothing that makes it another one: "zeroth-order | fine-tuning".
_BARE = re.compile(
    r"(?:^|[\s(])(?:"
    r"the|an?|all|both|of|to|than|over|with|against|versus|vs\.?|unlike|from|and|or|even"
    r"|strong|stronger|existing|prior|previous|state-of-the-art|sota|standard|conventional"
    r"|common|traditional|full|vanilla|modern|recent|naive|typical|classical|popular"
    r"|competitive|plain|simple|well-tuned|baselines?|regular|usual|default|larger|smaller"
    r"|similar|comparable|current|latest|best|other|several|multiple|many|most"
    r"|widely[-\s]used|supervised|mainstream|various|advanced|established|leading|beats?"
    r"|outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|exceed(?:s|ed|ing)?|match(?:es|ed|ing)?"
    r"|parameter|direct|including|as|like"
    r")\s+$|,\s+$",
    re.IGNORECASE,
)
#: "X--Y hybrids": neither is one.
_HYBRID = re.compile(r"\w?[A-Z\d](?:--|–)[A-Z]")


def _is_field(item: Found) -> bool:
    """Say whether a name stands for a problem or a whole field, not for one rival."""
    name = item.name
    if name.label.casefold() in _FIELDS:
        return True
    return not name.known and any(_PROBLEM.search(alias) for alias in name.aliases)


_FIELDS = frozenset("nmt smt asr tts ocr slam mdp pomdp ner nlp vot mas nlg nlu vqa mapf".split())
_PROBLEM = re.compile(
    r"\b(?:translation|locali[sz]ation|recognition|detection|tracking|segmentation|understanding"
    r"|answering|summari[sz]ation|process(?:es)?|problems?|tasks?|delivery|systems|models)$",
    re.IGNORECASE,
)


def _has_other_subject(paper: _Paper, claim: Claim) -> bool:
    """Say whether what does better has no name, or only seems to be the name before the verb."""
    if claim.relation not in _COMPARISONS:
        return False
    text, start = paper.reading.text, _reach(claim)
    if claim.subject is not None:
        return _PREPOSITION.search(text[start : claim.subject.start]) is not None
    verb = paper.last_verb(claim)
    return verb is not None and _search_in(_GENERIC, text[start:verb])


def _reach(claim: Claim) -> int:
    """Return from where on words are about a claim: no sentence is read from further back."""
    return max(claim.start, claim.found.start - 400)


def _is_denied(paper: _Paper, claim: Claim) -> bool:
    words = paper.reading.text[_reach(claim) : claim.found.start]
    if "gap" in words and _NARROWS.search(words):
        return True
    verb = paper.last_verb(claim)
    return verb is not None and _search_in(_NOT, paper.reading.text[_reach(claim) : verb])


def _is_of_others(paper: _Paper, claim: Claim) -> bool:
    """Say whether a claim compares two things that are not the paper's."""
    if claim.subject is None or claim.relation not in _COMPARISONS:
        return False
    subject = claim.subject
    if subject.name.reference in paper.own:
        return False
    return not paper.speaks_of_own(_reach(claim), max(subject.start, claim.found.start))


def _is_of_paper(paper: _Paper, claim: Claim) -> bool:
    """Say whether a comparison is one of the paper's own work with what is not its own."""
    start, end = _reach(claim), claim.found.start
    if paper.reading.text.startswith("?", claim.end - 1):
        return False
    finds = paper.compares_others or _sifted().search(_FINDS, paper.reading.text, start, end)
    return not finds or paper.speaks_of_own(start, end)


def _of_paper(paper: _Paper, claim: Claim) -> Iterator[Claim]:
    yield replace(claim, relation="comparedWith", subject=None, turned=False)
    if claim.relation == "outperforms" and not (
        _is_cost_alone(paper.reading.text, claim) or _is_denied(paper, claim)
    ):
        yield replace(claim, subject=None)


def _is_cost_alone(text: str, claim: Claim) -> bool:
    """Say whether the words around say that less is needed, not that more is reached."""
    start, end = _reach(claim), claim.found.start
    if terms := _IN_TERMS.match(text, claim.found.end, min(claim.end, claim.found.end + 160)):
        return _search_in(_COSTS, terms[1]) and not _search_in(_QUALITY, terms[1])
    if claim.rule.startswith("compared-first"):
        start, end = claim.found.end, min(claim.end, claim.found.end + 200)
    else:
        last = deque(_CLAUSE.finditer(text, start, end), maxlen=1)
        start = last[0].end() if last else start
    words = text[start:end]
    return _search_in(_COSTS, words) and not _search_in(_QUALITY, words)


def _search_in(pattern: re.Pattern[str], words: str) -> bool:
    return _sifted().search(pattern, words, 0, len(words)) is not None


@cache
def _sifted() -> Sifted:
    """Return the patterns that are searched for in the words before what a claim is about."""
    return Sifted(_NOT, _GENERIC, _OURS, _FINDS, _COSTS, _QUALITY)
