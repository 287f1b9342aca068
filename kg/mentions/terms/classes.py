"""What has the shape of a coined name and is none: class terms, compounds, odd capitals, signs."""

import re
from functools import lru_cache

from kg import lexicon
from kg.lexicon.no_names import no_names
from kg.mentions.candidates import Candidate, Candidates
from kg.mentions.heads import type_of_phrase
from kg.mentions.shapes import established, is_marked
from kg.mentions.terms.task_words import is_task_phrase
from kg.model import DATA, MODELS
from kg.text import in_their_order

_CLASS = re.compile(
    r"\b(?:agents?|effects|robots?|vehicles?|characters?|systems|models|users|devices|languages"
    r"|reports|images|problems?|(?:foundation|language|generative|world) model|engineering|content"
    r"|life|interactions?|interfaces|organi[sz]ations?|institutes?|program(?:me)?|agency"
    r"|regulations?|disorders?|diseases?|records?|vocali[sz]ations?|sciences?|intelligence|information|questions?|software|asia"
    r"|(?:order )?books?|care units?|targets|environments|health|hypertension|permeability"
    r"|descriptions?|wireless networks?|markets?|patients?|cells|tissues?|vessels?|satellites?"
    r"|cameras|sensors|infections?|strokes?|cancers?|carcinomas?|tumou?rs?|lesions?|proteins?|batter(?:y|ies)"
    r"|america|africa|europe|states|union)$",
    re.IGNORECASE,
)
_SMALL = re.compile(r"[a-z]")
#: Variables, formulae and turns: H4, CO2, L0-L5, SAM2-to-SAM3.
_SIGN = re.compile(
    r"[A-Z]\d{1,2}(?:[-–][A-Z]?\d{1,2})?|(?:H|C|O|N|Li|Na|Si|Al|Ti|Fe|Mg|Ca|Cl|S)+\d[A-Z\d]*"
    r"|(?=[^-]*\w-to-\w)[\w-]+"
)
_PLURAL = re.compile(r"[a-z]s$")
#: An acronym in the plural, "knowledge points (KPs)": what is counted is no name but of own things,
#: and of these only if they are not of a kind that has no names.
_CLASSES = re.compile(r"[A-Z]{2,}s")
_MANY = re.compile(r"\b(?:models|agents|systems|networks|policies|methods|tasks)$", re.IGNORECASE)


def is_no_name(candidates: Candidates, candidate: Candidate) -> bool:
    """Say whether what no author calls his own is rather a compound, a variable or a word."""
    label = candidate.label
    if _INFLECTED.fullmatch(label) or (label in no_names() and not _is_coined(candidate)):
        return True
    if _FORMULA.fullmatch(label):
        return True
    if candidate.own:
        first, _, rest = label.partition("-")
        is_class = first.isalpha() and first.islower() and rest in no_names()
        return is_class or _is_finding(candidate) or _is_said_twice(candidates, candidate)
    if _is_compound(label) or is_plain_compound(label) or _spells_own(candidates, candidate):
        return True
    if _begins_data_name(candidates, candidate):
        return True
    return _is_of_subtitle(candidates, candidate) or _is_counted(candidates, candidate)


def _begins_data_name(candidates: Candidates, candidate: Candidate) -> bool:
    """Say whether capitals are but the first word of a longer name of data: "ZORB Food-101"."""
    if not candidate.label.isupper():
        return False
    return all(
        any(
            item.start == end + 1 and item.name.named and item.name.type in DATA
            for item in candidates.taken_near(end, end + 1)
        )
        for _, end in candidate.spans
    )


def _is_coined(candidate: Candidate) -> bool:
    """Say whether an author gives a sense of his own to what is an organisation, or a unit.

    "We propose Necessary Plot Counting (NPC)" is another thing than a non-player character; the
    class of language models stays one.
    """
    is_spelled_out = candidate.own and bool(candidate.aliases)
    return is_spelled_out and candidate.label not in no_names(kind="class")


#: U\u03a3^p.
_FORMULA = re.compile(r"[A-Za-z]?[\u0391-\u03a9]\^?\w?")
#: An acronym as a verb: "RLed models".
_INFLECTED = re.compile(r"[A-Z]{2,5}'?ed(?: .*)?")
_FINDING = re.compile(
    r" (?:Gap|Paradox|Trap|Theorem|Lemma|Regime|Phenomenon|Dilemma|Collapse|Tax|Hypothesis|Effect"
    r"|Illusion|Curse|Crisis|Fallacy|Mismatch)$"
)


def is_finding(label: str) -> bool:
    """Say whether a name is of what was observed or proved: "the Zorb Paradox"."""
    return _FINDING.search(label) is not None


def _is_finding(candidate: Candidate) -> bool:
    """Say whether nothing but the name says what a finding is."""
    return is_finding(candidate.label) and not any(
        weight for name, weight in candidate.votes.items() if name
    )


def _is_said_twice(candidates: Candidates, candidate: Candidate) -> bool:
    """Say whether a name but spells out what stands before it: "SZA: Segment Zorb Assistant"."""
    text = candidates.text
    if " " not in candidate.label:
        return False
    for start, _ in candidate.spans:
        before = text[max(0, start - 24) : start]
        short = before[:-2].rpartition(" ")[2] if before.endswith(": ") else ""
        known = candidates.by_label.get(short)
        if known is None or not known.own or candidate.label[0].lower() != short[0].lower():
            return False
    return True


def _is_of_subtitle(candidates: Candidates, candidate: Candidate) -> bool:
    """Say whether odd capitals of a subtitle spell an own name: "DATA: Deep ActivatioN ..."."""
    text, title_end = candidates.text, candidates.title_end
    if candidate.aliases or not _ODD.fullmatch(candidate.label):
        return False
    colon = text.find(":", 0, title_end)
    return colon > 0 and all(colon < start < title_end for start, _ in candidate.spans)


_ODD = re.compile(r"[A-Za-z]?[a-z]+[A-Z]+[a-z]*")


def is_plain_compound(label: str) -> bool:
    """Say whether a name is but a prefix and a plain word: Multi-Agent, Cross-Domain."""
    return _PLAIN_COMPOUND.fullmatch(label) is not None


_PLAIN_COMPOUND = re.compile(r"(?:Multi|Single|Cross|Inter|Intra|Non|Zero|Few)-[A-Z]?[a-z]+")


def _spells_own(candidates: Candidates, candidate: Candidate) -> bool:
    """Say whether capitals show which letters an own name takes: "SPatial Zorbs, termed ZOSPA"."""
    label, text = candidate.label, candidates.text
    own = (other for other in candidates.by_label.values() if other.own)  # asked of few names
    spelling = _SPELLING.fullmatch(label)
    if spelling is not None:
        return any(spelling[1] in other.label for other in own)
    if not _ODD_INSIDE.fullmatch(label):
        return False
    before = [text[max(0, start - 60) : start] for start, _ in candidate.spans]
    near = [words for words in before if _IS_BESIDE.search(words)]
    return bool(near) and any(
        _gives_capitals(label, other.label) and any(other.label in words for words in near)
        for other in own
    )


def _gives_capitals(word: str, name: str) -> bool:
    """Say whether the capitals of a word stand in a name, in their order."""
    return in_their_order(filter(str.isupper, word), name.upper())


_SPELLING = re.compile(r"([A-Z]{2,4})[a-z]{3,}(?:-[A-Z]*[a-z]+)*")
#: "the NEceSsary SafEty benchmark", behind NESSiE.
_ODD_INSIDE = re.compile(r"[A-Za-z][a-z]+[A-Z][a-z]{1,3}")
_IS_BESIDE = re.compile(r"[A-Z]\w*(?:,| \(| -) (?:the |an? )?(?:[\w-]+ ){0,3}$")


def _is_counted(candidates: Candidates, candidate: Candidate) -> bool:
    """Say whether things are counted that a plural spells out: "video scene layouts (VSLs)"."""
    text = candidates.text
    if not candidate.aliases or not all(map(_PLURAL.search, candidate.aliases)):
        return False
    if any(type_of_phrase(alias.rpartition(" ")[2]) for alias in candidate.aliases):
        return False
    shorts = (text[start : end + 1] for start, end in candidate.spans if end - start < 8)
    return any(short.endswith("s") or short[:-1].endswith("s") for short in shorts)


@lru_cache(maxsize=1 << 14)
def _is_compound(label: str) -> bool:
    """Say whether all that marks a name is an acronym of a class, or known: long-CoT, Human-AI."""
    first, _, rest = label.partition("-")
    if rest and first.isalpha() and first.islower() and len(first) > 3 and first not in _SIZES:
        known = lexicon.load().lookup(rest)
        if any(entry.type in _ALONE for entry in known):
            return True
    marked = [part for part in label.split("-") if is_marked(part)]
    return bool(marked and rest) and all(
        part in no_names() or part.rstrip("s") in no_names() for part in marked
    )


_SIZES = frozenset("mini tiny micro nano small base large".split())
_ALONE = frozenset({"Method", "Task", "Metric"})


def is_class_term(candidate: Candidate, type_name: str) -> bool:
    """Say whether a candidate abbreviates common nouns: "line inspection robots (LIR)".

    Nothing but capitals is a name where the text gives it as its own or says what it is. What
    stands once, and of which nothing is said, may be anything.
    """
    if _CLASSES.fullmatch(candidate.label):
        return not candidate.own or any(map(_MANY.search, candidate.aliases))
    if candidate.own:
        return False
    if len(candidate.spans) == 1 and not candidate.votes[type_name]:
        return True
    if any(map(_CLASS.search, candidate.aliases)) or _is_barely_data(candidate, type_name):
        return True
    if candidate.label in no_names(own=True) and not candidate.aliases:
        return True
    if _SIGN.fullmatch(candidate.label) and candidate.votes[type_name] < 3.0:
        return True
    return not _SMALL.search(candidate.label) and _is_doubtful(candidate, type_name)


def _is_barely_data(candidate: Candidate, type_name: str) -> bool:
    """Say whether all that speaks for data is "on": "LbT (learn by teaching) builds on LbT"."""
    is_spelled_small = bool(candidate.aliases) and all(map(str.islower, candidate.aliases))
    return type_name in DATA and is_spelled_small and candidate.votes[type_name] < 1.0


def _is_doubtful(candidate: Candidate, type_name: str) -> bool:
    """Say whether too little speaks for a name of nothing but capitals."""
    if type_name == "Task" and any(map(is_task_phrase, candidate.aliases)):
        return False
    # An expansion may begin a sentence.
    expanded = [alias for alias in candidate.aliases if alias[1:].islower()]
    if expanded and type_name != "Method":
        is_model = type_name in MODELS
        return is_model or all(type_of_phrase(alias) != type_name for alias in expanded)
    if candidate.label in established() and type_name != "Method":
        return candidate.votes[type_name] < 5.0
    if type_name in MODELS:
        return candidate.votes[type_name] < 4.0
    is_coined = len(candidate.spans) > 2 and candidate.label not in established()
    return candidate.votes[type_name] < (1.5 if is_coined or not expanded else 3.0)
