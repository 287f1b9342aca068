"""What a paper's own models, methods and data come from: whose base a claim names.

A sentence such as "we build on X" leaves open what is built: the own work that it names nearest,
else the principal one. Names tell lineage too: GraLoRA goes on from LoRA, MMLU-Pro from MMLU.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from kg.mentions import Found
from kg.model import DATA, MODELS, Name
from kg.relations.claim import Claim
from kg.text import Reading

_MODELS = frozenset(MODELS)
_DATA = frozenset(DATA)
#: What may be the subject of a claim of each relation that leaves it open.
_SUBJECTS = {
    "basedOn": _MODELS | {"Method"},
    "extends": frozenset({"Method"}),
    "derivedFrom": _DATA,
    **dict.fromkeys(
        (
            "fineTunedFrom",
            "quantizedFrom",
            "adapterOf",
            "mergedFrom",
            "distilledFrom",
            "prunedFrom",
        ),
        _MODELS,
    ),
}


#: Designs that half of all methods go on from: to name them tells no lineage.
_CLASSES = frozenset(
    "moe smoe rag cot rl sft gan cnn rnn gnn lstm vit dit mcp rm prm orm vla vlm llm lm vae mlp"
    " peft rlhf rlvr rlaif ssl kd icl nas ner ocr cua gui svd pca transformer transformers"
    " attention diffusion agent autoencoder self-attention gpt sae opd".split()
)


#: Of these, what a sentence may still say that a method goes on from.
_ALSO_BASES = frozenset({"dit", "rlhf", "rlvr"})


class _Own:
    """The own works of a paper in their order, each where it is first read, by reference."""

    def __init__(self, found: Iterable[Found]) -> None:
        self.items: dict[str, Found] = {}
        for item in found:
            self.items.setdefault(item.name.reference, item)
        self._alike: dict[str, list[Found]] = defaultdict(list)
        for item in self.items.values():
            self._alike[_first_part(item)].append(item)

    def alike(self, base: Found) -> list[Found]:
        """Return those whose names begin as a base's does."""
        return self._alike.get(_first_part(base), [])


def settle_lineage(reading: Reading, found: list[Found], claims: list[Claim]) -> Iterator[Claim]:
    """Yield all claims, those of lineage with the own work that they are about.

    What stands there as compared with is no base, unless as the base model. What one rule reads of
    a named subject another does not read of the principal one.
    """
    own = _Own(claim.found for claim in claims if claim.relation == "introduces")
    compared = {
        (c.start, c.found.start)
        for c in claims
        if c.relation in ("comparedWith", "outperforms") and c.rule != "improves-model"
    }
    told = {(c.start, c.found.start) for c in claims if c.relation in _SUBJECTS and c.subject}
    for claim in claims:
        place = (claim.start, claim.found.start)
        if claim.relation not in _SUBJECTS:
            yield claim
        elif place in compared and claim.rule != "is-base":
            continue
        elif claim.subject or not (place in told or _is_class(claim.found, _ALSO_BASES)):
            yield from (
                replace(claim, subject=subject) for subject in _subjects(reading, found, own, claim)
            )


def _is_class(item: Found, but: frozenset[str] = frozenset()) -> bool:
    label = item.name.label
    return label.casefold() in _CLASSES - but or not _IS_WORD.search(label)


def _subjects(reading: Reading, found: list[Found], own: _Own, claim: Claim) -> list[Found]:
    """Return what a claim of lineage is about: what is made of its object, or one own work."""
    if products := _products(reading, found, claim):
        return products
    subject = claim.subject or _antecedent(reading, found, claim) or _subject(found, own, claim)
    return [subject] if subject else []


_IS_WORD = re.compile(r"[^\W\d_].*[^\W\d_]")


_WHICH = re.compile(r"\s*(?:\([^()]*\))?\s*[(,]\s*which\s(?:\w+\s+){1,4}")


def _antecedent(reading: Reading, found: list[Found], claim: Claim) -> Found | None:
    """Return the name that the relative clause around an object goes back to."""
    allowed, end = _SUBJECTS[claim.relation], claim.found.start
    before = (item for item in _near(found, claim) if item.end <= end)
    fitting = (item for item in before if item.name.type in allowed)
    return next((item for item in fitting if _WHICH.match(reading.text, item.end, end)), None)


_MAKES = re.compile(
    r"[^;]{0,90}\b(?:to\s+(?:create|obtain|produce|build|get|derive|form|yield)|into|yielding"
    r"|resulting\s+in|creating|producing|obtaining)\s+(?:[\w-]+\s+){0,3}"
)
_AND = re.compile(r"\s*(?:\([^()]{0,60}\))?(?:,|,?\s+and)\s+(?:the\s+)?")


def _products(reading: Reading, found: list[Found], claim: Claim) -> list[Found]:
    """Return the models that a sentence says are made from an object: "prune X to obtain Y"."""
    if claim.relation == "basedOn" or _SUBJECTS[claim.relation] != _MODELS:
        return []
    products: list[Found] = []
    for item in _near(found, claim):
        if claim.found.end <= item.start and item.name.type in _MODELS:
            last, joint = (products[-1], _AND) if products else (claim.found, _MAKES)
            if joint.fullmatch(reading.text, last.end, item.start):
                products.append(item)
    return products


def _subject(found: list[Found], own: _Own, claim: Claim) -> Found | None:
    """Return the own work that the name speaks for, or that stands nearest, or that leads."""
    allowed, base = _SUBJECTS[claim.relation], claim.found

    def fits(item: Found) -> bool:
        return item.name.type in allowed and item.name.reference != base.name.reference

    near = [i for i in _near(found, claim) if i.name.reference in own.items and fits(i)]
    if not near and base.name.reference in own.items:
        return None
    before = reversed([item for item in near if item.start < base.start])
    first = chain(filter(fits, own.alike(base)), before, near, filter(fits, own.items.values()))
    return next(first, None)


def _near(found: list[Found], claim: Claim) -> list[Found]:
    """Return the names of a claim's sentence, of a long one those near its object."""
    start = max(claim.start, claim.found.start - 500)
    end = min(claim.end, claim.found.end + 500)
    first = bisect_left(found, start, key=lambda item: item.start)
    return found[first : bisect_left(found, end, key=lambda item: item.start)]


def _first_part(item: Found) -> str:
    part = _PARTS.search(item.name.label.casefold())
    return part[0] if part else ""


def names_within_names(
    reading: Reading, found: list[Found], claims: Iterable[Claim]
) -> Iterator[Claim]:
    """Yield the lineage that the names of own works tell: what they end or begin with."""
    own = {c.found.name.reference: c.found for c in claims if c.relation == "introduces"}
    labels = {item.name.label for item in own.values()}
    others: dict[str, dict[str, Found]] = defaultdict(dict)
    for item in reversed(found):
        if item.name.named:
            others[item.name.label][item.name.reference] = item
    for reference, item in sorted(own.items()):
        parts = (others[part] for part in _ends_of(item.name) & others.keys())
        bases = {other: base for part in parts for other, base in part.items()}
        for other, base in sorted(bases.items()):
            short = f"{item.name.label} ({base.name.label}"
            if other == reference or short in reading.text:
                continue
            if _goes_on_from(item, base, is_own=base.name.label in labels):
                start, end = reading.sentences[reading.sentence_at(item.start)]
                relation = _relation(item, base)
                yield Claim(relation, base, start, end, "name-within-name", 0.75, subject=item)


def _ends_of(name: Name) -> set[str]:
    """Return what a name, or another name of it, begins or ends with: few may be names too."""
    spellings = (name.label, *name.aliases)
    ends = {one[at:] for one in spellings for at in range(max(0, len(one) - _LONGEST), len(one))}
    return ends | {name.label[:at] for at in range(1, min(len(name.label), _LONGEST) + 1)}


#: In characters: no name within another is longer.
_LONGEST = 80


def _relation(item: Found, base: Found) -> str:
    if item.name.type in _DATA:
        return "derivedFrom"
    both = {item.name.type, base.name.type}
    return "extends" if both == {"Method"} else "basedOn"


def _goes_on_from(item: Found, base: Found, *, is_own: bool) -> bool:
    """Say whether the name of an own work goes on from that of a base of a fitting type.

    `is_own` says whether the base is called as an own work.
    """
    if _is_class(base) or base.name.type not in _TYPES:
        return False
    is_data = item.name.type in _DATA
    if is_data or base.name.type in _DATA:
        return base.name.type in _DATA and is_data and _is_version(item.name.label, base.name.label)
    if item.name.type in _MODELS and (is_own or base.name.type == "Method"):
        return False
    if base.name.type in _MODELS and (is_own or _is_of_series(item.name, base.name)):
        return False
    if _begins_with(item.name.label, base.name.label):
        return not is_own  # a part of the own work, or that work used for something
    return any(_ends_with(name, base.name.label) for name in (item.name.label, *item.name.aliases))


def _is_of_series(name: Name, base: Name) -> bool:
    """Say whether a name is that of a member, or of the next one, of what the base names."""
    is_next = name.label.startswith(base.label) and _NUMBERED.fullmatch(name.label, len(base.label))
    return base.label == name.family or bool(is_next)


#: What makes a version of a series, or a size of it: "-2", "-2-8B".
_NUMBERED = re.compile(r"(?:[- ]v?\d[\w.]*)+")
_TYPES = _MODELS | _DATA | {"Method"}
_PARTS = re.compile(r"[^\W_]+(?:\.\d+)?")
_OTHER_SIDE = re.compile(
    r"\d|[-_ ]?(?:eval|bench|benchmark|test|instruct|train|gym)\b", re.IGNORECASE
)


_NEXT_VERSION = re.compile(
    r" (?:v\d|verified|pro|plus|lite|mini|hard|extended|revisited|refined|clean)\b", re.IGNORECASE
)


def _is_version(name: str, base: str) -> bool:
    """Say whether a set of data is named as a version of another.

    >>> _is_version("MMLU-Pro", "MMLU"), _is_version("Enigma-Eval", "Enigma")
    (True, False)
    >>> _is_version("MMLU v2", "MMLU"), _is_version("HelpSteer2", "HelpSteer")
    (True, False)
    """
    is_next = name.startswith(base) and _NEXT_VERSION.match(name, len(base))
    return bool(is_next) or (_begins_with(name, base) and not _OTHER_SIDE.match(name, len(base)))


def _begins_with(name: str, base: str) -> bool:
    """Say whether a name is another with a suffix.

    >>> (
    ...     _begins_with("Adam-mini", "Adam"),
    ...     _begins_with("SAM2S", "SAM2"),
    ...     _begins_with("Adamo", "Adam"),
    ... )
    (True, True, False)
    """
    if len(base) < 3 or not name.startswith(base):
        return False
    return bool(re.match(r"[-_+]|[A-Z0-9]$|(?<=\d)[A-Z]+$", name[len(base) :] or " "))


def _ends_with(name: str, base: str) -> bool:
    """Say whether a name is another with something before it.

    >>> _ends_with("GraLoRA", "LoRA"), _ends_with("Queryable LoRA", "LoRA")
    (True, True)
    >>> _ends_with("QLoRA", "LoRA"), _ends_with("MADAM", "Adam")
    (True, False)
    >>> _ends_with("Robust Preference Optimization RPO", "RPO")
    False
    """
    if len(base) < 3 or len(name) <= len(base) or not name.endswith(base):
        return False
    before = name[-len(base) - 1]
    if before == " " and base == "".join(re.findall(r"\b[A-Z]", name[: -len(base)])):
        return False
    return not before.isalnum() or (base[0].isupper() and (before.islower() or len(base) > 3))
