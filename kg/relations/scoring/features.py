"""What speaks for and against relations of a paper to each name in it, as short texts.

A feature is a family and a value, such as ``left1:with`` or ``rule:own-work``;
`kg.relations.scoring.words` says it in plain words. A name has a feature or has it not, however
often. All that a feature holds is in small letters and stems, so that a table of weights is short.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from sys import intern
from typing import NamedTuple

from kg.mentions import Found
from kg.mentions.around import stem as stem_of
from kg.model import DATA, SYSTEMS
from kg.relations.claim import Claim
from kg.relations.frames import Frame
from kg.sieve import small
from kg.text import Reading

#: The types of the names whose relations are weighed.
TYPES = frozenset({*SYSTEMS, *DATA, "Task"})

#: The features of each name by its local reference.
Features = dict[str, set[str]]

#: So many words on each side of a name are looked at.
_LEFT, _RIGHT = 6, 5
#: Counts are told up to this.
_MANY = 4
#: So many words between two things are few.
_FEW = 8

_COMPARISONS = frozenset({"comparedWith", "outperforms"})
# Words are taken whole, and first: it takes a third less time.
_TOKEN = re.compile(r"[a-z]++(?:-[a-z]++)*|⟦[a-z]++\d++⟧|\d[\d.,]*+|[%(),;:]")
_SELF = frozenset({"we", "our", "ours", "proposed"})
_WORK = frozenset({"paper", "work", "study"})
_KINDS = (
    ("survey", re.compile(r"\b(?:survey|review|overview|tutorial|position|perspective)\b")),
    (
        "study",
        re.compile(
            r"\?|\b(?:stud(?:y|ies)|analy[sz]\w+|evaluat\w+|investigat\w+|understanding|how|does"
            r"|do|is|are|can|revisit\w*|rethinking|empirical|assess\w+|probing)\b"
        ),
    ),
    (
        "data",
        re.compile(r"\b(?:benchmark\w*|data ?sets?|corpus|challenge|shared task)\b|bench\b"),
    ),
    ("report", re.compile(r"\breport\b")),
)


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of relations in a text before anything is weighed.

    `raw` are the claims of the rules as they were read, `settled` those that stand together, and
    `rivals` the relations and local references that results tell.
    """

    raw: Sequence[Claim]
    settled: Sequence[Claim]
    rivals: Sequence[tuple[str, str]] = ()

    def of_paper(self) -> set[tuple[str, str]]:
        """Return the relations of the paper that rules or results tell, with the references."""
        claims = (c for c in self.settled if c.subject is None and not c.turned)
        return {(c.relation, c.found.name.reference) for c in claims} | set(self.rivals)

    def dropped(self) -> set[tuple[str, str]]:
        """Return what rules read, but the text says is not so of the paper.

        Whose comparison it is, no feature of a place tells: "A outperforms B" is one of A. A method
        is not used that is only set apart: "unlike LoRA".
        """
        read = {c.found.name.reference for c in self.raw if c.relation in _COMPARISONS}
        uses = [c for c in self.raw if c.relation == "usesMethod"]
        told = {c.found.name.reference for c in uses if not c.denied_by}
        apart = {c.found.name.reference for c in uses if c.denied_by} - told
        others = {(relation, one) for relation in _COMPARISONS for one in read}
        return (others | {("usesMethod", one) for one in apart}) - self.of_paper()

    def own(self) -> dict[str, str]:
        """Return the types of what the paper introduces, by local reference."""
        return {
            claim.found.name.reference: claim.found.name.type
            for claim in self.settled
            if claim.relation == "introduces"
        }


class Place(NamedTuple):
    """A group of names in a sentence, with the features of where it stands."""

    frame: Frame
    group: tuple[Found, ...]
    features: frozenset[str]


def features(
    reading: Reading, found: Iterable[Found], frames: Iterable[Frame], said: Said
) -> Features:
    """Return the features of each name that may stand in a relation that is weighed."""
    return features_at(places(frames, said.own()), reading, found, said)


def features_at(
    places: Iterable[Place], reading: Reading, found: Iterable[Found], said: Said
) -> Features:
    """Return the features of names whose places are known."""
    mentions = _by_name(found)
    of_paper = {"bias", *_of_paper(reading, mentions.values(), said.own().values())}
    rank: Counter[str] = Counter()
    of: Features = {}
    for reference, items in mentions.items():
        type_name = items[0].name.type
        rank[type_name] += 1
        of[reference] = {
            *of_paper,
            f"rank:{min(rank[type_name], _MANY)}",
            *_of_name(reading, items),
        }
    _add_claims(of, said)
    for place in places:
        for item in place.group:
            if entity := of.get(item.name.reference):
                entity |= place.features
    return of


def _by_name(found: Iterable[Found]) -> dict[str, list[Found]]:
    mentions: dict[str, list[Found]] = {}
    for item in found:
        if item.name.type in TYPES:
            mentions.setdefault(item.name.reference, []).append(item)
    return mentions


def _of_paper(
    reading: Reading, mentions: Iterable[list[Found]], own: Iterable[str]
) -> Iterator[str]:
    title = small(reading.text[: reading.title_end])
    for kind, pattern in _KINDS:
        if pattern.search(title):
            yield f"paper:{kind}"
    for type_name in own:
        yield f"own:{type_name}"
    for type_name, number in Counter(items[0].name.type for items in mentions).items():
        yield f"names:{type_name} {min(number.bit_length(), _MANY)}"


def _of_name(reading: Reading, mentions: Sequence[Found]) -> Iterator[str]:
    first, name = mentions[0], mentions[0].name
    yield f"type:{name.type}"
    yield f"is-name:{name.type}" if name.named else f"is-term:{name.type}"
    yield f"by:{first.recogniser}"
    yield f"times:{min(len(mentions), _MANY)}"
    if name.known:
        yield "known"
    if name.aliases:
        yield "spelled-out"
    body = next((item.start for item in mentions if item.start >= reading.title_end), None)
    if first.start < reading.title_end:
        yield "in-title" if body else "title-only"
    if body:
        length = max(1, len(reading.text) - reading.title_end)
        yield f"quarter:{4 * (body - reading.title_end) // length + 1}"
    label = small(name.label)
    yield f"last-word:{stem(label.rpartition(' ')[2])}"
    yield f"words:{min(_MANY, label.count(' ') + 1)}"


def _add_claims(of: Features, said: Said) -> None:
    """Add which rules found a name, which were spoken against, and what they came to."""
    for claim in said.raw:
        if entity := of.get(claim.found.name.reference):
            denied = claim.denied_by
            entity.add(f"denied:{denied}" if denied else f"rule:{claim.rule}")
    for relation, reference in said.rivals:
        if entity := of.get(reference):
            entity.add(f"result:{relation}")
    _add_settled(of, said.settled)


def _add_settled(of: Features, settled: Iterable[Claim]) -> None:
    times: Counter[tuple[str, str]] = Counter()
    for claim in settled:
        if claim.subject:
            _add_pair(of, claim.relation, claim.subject, claim.found)
        elif entity := of.get(claim.found.name.reference):
            entity.add(f"settled:{claim.rule}")
            times[claim.relation, claim.found.name.reference] += 1
    for (relation, reference), number in times.items():
        of[reference].add(f"holds:{relation}")
        if number > 1:
            of[reference].add(f"again:{relation}")


def _add_pair(of: Features, relation: str, subject: Found, object_: Found) -> None:
    for end, found in (("from", subject), ("to", object_)):
        if entity := of.get(found.name.reference):
            entity.add(f"{end}:{relation}")


def places(frames: Iterable[Frame], own: Collection[str]) -> list[Place]:
    """Return each group of names, with the features of its place; `own` is the own."""
    return [place for frame in frames if frame.terms for place in _places_in(frame, own)]


def _places_in(frame: Frame, own: Collection[str]) -> Iterator[Place]:
    words = _TOKEN.findall(frame.small)
    told = list(map(_TOLD.__getitem__, words))
    selves = [at for at, word in enumerate(words) if word in _SELF_OR_WORK and _is_self(words, at)]
    own_places: list[int] = []
    for at, word in enumerate(words):
        if word[0] != "⟦":
            continue
        group = frame.groups[int(word.strip(_NO_INDEX))]
        references = {item.name.reference for item in group}
        here = _beside(told, at)
        here.append(f"place:{frame.place}")
        here += _since("self", told, selves, at)
        here += _since("own-name", told, own_places, at)
        if len(references) > 1:
            here.append(f"listed:{min(len(references), _MANY)}")
        yield Place(frame, group, frozenset(here))
        if not references.isdisjoint(own):
            own_places.append(at)


#: What stands around the index in a mark.
_NO_INDEX = "⟦⟧abcdefghijklmnopqrstuvwxyz"
_SELF_OR_WORK = _SELF | _WORK


def _is_self(words: Sequence[str], at: int) -> bool:
    """Say whether a word is, or ends, what the authors call themselves or their work."""
    return words[at] in _SELF or words[max(0, at - 1)] == "this"


class _Told(NamedTuple):
    """The stem of a word, and what it says of a name beside which it stands."""

    stem: str
    left: str
    just_left: str
    right: str
    just_right: str


class _Telling(dict[str, _Told]):
    """What words say: kept, as the same words stand beside names again and again.

    A dict is asked in a fourth of the time that a cache takes which notes what was asked last.
    """

    def __missing__(self, word: str) -> _Told:
        if len(self) >= _MOST_KEPT:
            self.clear()
        cut = stem(word)
        said = (f"{side}:{cut}" for side in ("left", "left1", "right", "right1"))
        told = _Told(cut, *map(intern, said))
        self[word] = told
        return told


_MOST_KEPT = 1 << 14
_TOLD = _Telling()


def _beside(told: Sequence[_Told], at: int) -> list[str]:
    """Return the words on both sides of a name."""
    left = told[max(0, at - _LEFT) : at]
    right = told[at + 1 : at + 1 + _RIGHT]
    said = [word.left for word in left[:-1]]
    said += [word.right for word in right[1:]]
    said.append(left[-1].just_left if left else "left1:^")
    said.append(right[0].just_right if right else "right1:$")
    return said


def _since(what: str, told: Sequence[_Told], places: Sequence[int], at: int) -> list[str]:
    """Return that a sentence speaks of the own work before a name, and the verb behind that."""
    before = bisect_left(places, at) if places else 0
    if not before:
        return []
    last = places[before - 1]
    between = (word.stem for word in told[last + 1 : min(at, last + _FEW)])
    verb = next((word for word in between if word[0].isalpha() and word[-2:] != "ly"), "")
    said = [f"after-{what}", f"{what}-then:{verb}"]
    return [*said, f"near-{what}"] if at - last <= _FEW else said


def stem(word: str) -> str:
    """Cut a common ending off a word; of a mark keep the types, of a number only that it is one.

    >>> stem("outperforms"), stem("uses"), stem("12.5"), stem("⟦ma3⟧")
    ('outperform', 'uses', '0', '<ma>')
    """
    return f"<{word.strip('⟦⟧0123456789')}>" if word.startswith("⟦") else stem_of(word)
