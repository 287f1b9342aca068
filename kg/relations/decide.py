"""What holds of a paper once all its sentences are read."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from kg import schema
from kg.ids import name_key
from kg.mentions import Found
from kg.model import Name
from kg.relations.claim import Claim
from kg.relations.consequences import settle_relations
from kg.relations.frames import Frame
from kg.text import Reading


def settle(
    reading: Reading, found: list[Found], frames: list[Frame], claims: list[Claim]
) -> list[Claim]:
    """Return the claims that stand beside each other, the principal contribution's first.

    What a paper introduces it does not merely evaluate or use; the sizes of a family that it
    introduces are introduced with it; a benchmark that it makes it also evaluates on.
    """
    compares_others = _compares_others(reading, claims)
    times = Counter(item.name.reference for item in found)
    claims = [
        claim
        for claim in claims
        if not (_is_no_name(claim) or _is_doubtful(claim) or _is_of_class(reading, claim))
        and not (claim.rule == "task-in-background" and times[claim.found.name.reference] < 2)
        and (not claim.denied_by or (compares_others and claim.denied_by == "compared-model"))
    ]
    own = {c.found.name.reference for c in claims if c.relation == "introduces"}
    claims += [*_own_sizes(reading, found, own), *_own_parts(reading, frames, own)]
    claims += _own_versions(reading, found, own)
    own |= {c.found.name.reference for c in claims if c.relation == "introduces"}
    claims = [claim for claim in claims if not _is_own_series(claim, own)]
    kept = [
        claim
        for claim in claims
        if not (_is_about_own(claim) and claim.found.name.reference in own)
    ]
    kept += _own_benchmarks(claims)
    kept.sort(key=lambda claim: _order(reading, claim))
    kept = settle_relations(reading, found, kept, compares_others=compares_others)
    return list(_with_subjects(kept))


def _with_subjects(claims: list[Claim]) -> Iterator[Claim]:
    """Give the principal contribution as subject where the relation does not allow a paper.

    Where nothing that the paper introduces may be the subject, the claim is left out, and so is
    what would relate a thing to itself.
    """
    introduced = [claim.found for claim in claims if claim.relation == "introduces"]
    for claim in claims:
        allowed = schema.relation(claim.relation).domain
        if claim.subject is None and not claim.turned and "Paper" not in allowed:
            principal = (found for found in introduced if found.name.type in allowed)
            claim = replace(claim, subject=next(principal, None))
            if claim.subject is None:
                continue
        if len(set(claim.ends)) == 2:
            yield claim


def _is_own_series(claim: Claim, own: set[str]) -> bool:
    """Say whether a family is but the series that an introduced version goes on with.

    A paper that introduces SeaLLM 3 does not run its experiments on SeaLLM.
    """
    if claim.relation != "evaluatedOnModel" or claim.found.name.type != "ModelFamily":
        return False
    series = name_key(claim.found.name.label)
    keys = (name_key(reference.partition("/")[2]) for reference in own)
    return any(
        key.startswith(series) and _VERSION_IN_KEY.fullmatch(key, len(series)) for key in keys
    )


#: What a key has behind that of the series.
_VERSION_IN_KEY = re.compile(r"s?\|[\d.]+")


def _is_about_own(claim: Claim) -> bool:
    """Say whether a claim cannot be meant of what the paper itself introduces.

    That a paper speaks of its own data set says not yet that it evaluates on it.
    """
    if claim.relation == "evaluatedOn":
        return claim.rule == "data-in-own-work"
    return claim.relation in {"evaluatedOnModel", "usesMethod"}


_EVALUATES = re.compile(
    r"\b(?:benchmark|evaluat|assess|analys|stud(?:y|ies)|investigat|probing|reality check"
    r"|how (?:well|good|far)|can|do|does|are|is)\w*",
    re.IGNORECASE,
)


def _compares_others(reading: Reading, claims: list[Claim]) -> bool:
    """Say whether a paper evaluates the models of others and has none, nor a method, of its own.

    Then the models that it compares with each other are what its experiments ran on.
    """
    own = {c.found.name.type for c in claims if c.relation == "introduces" and c.found.name.named}
    if own & {"Method", "Model", "ModelFamily"}:
        return False
    return "Benchmark" in own or bool(_EVALUATES.search(reading.text, 0, reading.title_end))


def _is_no_name(claim: Claim) -> bool:
    """Say whether a common-noun term is said to be introduced: a use of it is meant."""
    return claim.relation == "introduces" and not claim.found.name.named


_BY_DEFAULT = frozenset({"model-in-own-work", "method-in-own-work"})


def _is_doubtful(claim: Claim) -> bool:
    """Say whether a default rule speaks of what is known from its shape alone."""
    return claim.rule in _BY_DEFAULT and claim.found.recogniser == "pattern"


_CLASS = re.compile(r"(?:.*\b)?diffusion (?:(?:large )?language )?models?|dllms?", re.IGNORECASE)


def _is_of_class(reading: Reading, claim: Claim) -> bool:
    """Say whether what is said to be used are models of a class: "diffusion models".

    A title that ends in "via Diffusion Models" names the means.
    """
    if claim.relation != "usesMethod" or claim.rule == "method-in-title":
        return False
    return bool(_CLASS.fullmatch(reading.text, claim.found.start, claim.found.end))


def _own_parts(reading: Reading, frames: list[Frame], own: set[str]) -> Iterator[Claim]:
    """Yield the named components: what an own sentence makes, first named there.

    That are abbreviations that are spelled out, and methods called in words with capitals.
    """
    seen: set[str] = set()
    # Terms of the field are no parts, and no name stands in a frame of terms alone.
    for frame in (frame for frame in frames if not frame.terms):
        for item in (item for group in frame.groups for item in group):
            name, reference = item.name, item.name.reference
            if reference in seen:
                continue
            seen.add(reference)
            if frame.place != "own" or name.known or reference in own:
                continue
            if not name.aliases and not _is_coined(item):
                continue
            if name.type in _CAN_BE_PARTS and _is_made(reading, frame, item):
                yield Claim("introduces", item, frame.start, frame.end, "own-abbreviation", 0.65)


def _is_coined(item: Found) -> bool:
    """Say whether a method is called in words that all have a capital: no term of the field is."""
    return item.name.type == "Method" and _IS_PHRASE.fullmatch(item.name.label) is not None


_IS_PHRASE = re.compile(r"[A-Z][\w-]+(?: (?:of |for |and )?[A-Z0-9][\w-]*)+")


def _is_made(reading: Reading, frame: Frame, item: Found) -> bool:
    """Say whether the sentence that spells a name out speaks of making it.

    A method of which every word has a capital is, unless it is compared with.
    """
    if _MAKES.search(frame.text):
        return True
    is_titled = item.name.type == "Method" and _is_titled(item.name)
    return is_titled and not _OF_OTHERS.search(reading.text, frame.start, item.start)


_OF_OTHERS = re.compile(
    r"\b(?:unlike|than|over|compared|against|outperform\w*|surpass\w*|existing|prior|previous"
    r"|such as|like|baselines?|recent|find that)\b",
    re.IGNORECASE,
)


def _is_titled(name: Name) -> bool:
    """Say whether a name is spelled out in words that all begin with a capital."""
    return any(
        len(words) > 1 and not any(word[0].islower() for word in words)
        for words in map(_WORDS.findall, name.aliases)
    )


#: The words of an expansion but the small ones between.
_WORDS = re.compile(r"\b(?!(?:of|for|and|the|in|to|with|by|via)\b)\w+")

_CAN_BE_PARTS = frozenset({"Method", "Model", "Dataset", "Benchmark"})
_MAKES = re.compile(
    r"\b(?:compris|consist|component|modul|introduc|propos|novel|integrat|includ|incorporat|design"
    r"|develop|stage|innovation|innovative|present|feature|motivat|contribut|insert"
    r"|combin|key|via|through|method|strateg|scheme|mechanism|estimator|loss)\w*",
    re.IGNORECASE,
)


def _own_sizes(reading: Reading, found: list[Found], own: set[str]) -> Iterator[Claim]:
    """Yield the models of the families that the paper introduces."""
    labels = {name_key(reference.partition("/")[2]) for reference in own}
    for item in found:
        name = item.name
        if name.type != "Model" or name.reference in own or name_key(name.family) not in labels:
            continue
        start, end = reading.sentences[reading.sentence_at(item.start)]
        yield Claim("introduces", item, start, end, "size-of-own-family", 0.75)


def _own_versions(reading: Reading, found: list[Found], own: set[str]) -> Iterator[Claim]:
    """Yield what no list knows and goes on from an introduced name: ZorbSet-Hard of ZorbSet."""
    stems = tuple(f"{reference.partition('/')[2]}-" for reference in sorted(own))
    for item in found:
        name = item.name
        if name.known or not name.named or name.reference in own or name.type not in _CAN_BE_PARTS:
            continue
        if name.label.startswith(stems):
            start, end = reading.sentences[reading.sentence_at(item.start)]
            yield Claim("introduces", item, start, end, "version-of-own-name", 0.75)


def _own_benchmarks(claims: list[Claim]) -> Iterator[Claim]:
    """Yield that a paper evaluates on the benchmark that it introduces."""
    for claim in claims:
        if claim.relation == "introduces" and claim.found.name.type == "Benchmark":
            yield replace(claim, relation="evaluatedOn", rule="own-benchmark", confidence=0.9)


def _order(reading: Reading, claim: Claim) -> tuple[bool, bool, int]:
    in_title = claim.found.start < reading.title_end
    return (claim.relation != "introduces", not in_title, claim.found.start)
