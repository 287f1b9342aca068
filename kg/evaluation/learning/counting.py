"""Count how often rules are right whose relations are not weighed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from kg import schema
from kg.evaluation.learning.examples import Recognise, exact_places, recognise_all, things_of
from kg.evaluation.matching import Names
from kg.evaluation.names import name_key
from kg.evaluation.record import Record
from kg.extract import Draft, draft
from kg.model import PAPER
from kg.relations.claim import Claim
from kg.relations.scoring.rules import drawn
from kg.text import read

#: The slots of a record that relations stand in which have others in theirs.
_SLOT_OF = MappingProxyType({"extends": "basedOn", "usesHardware": "hardware"})
#: What a fact is counted by: the ends as places of annotated things, and -1 for the paper.
_Ends = tuple[int, int]


def counted(
    gold: Iterable[Record],
    texts: Mapping[str, tuple[str, str]],
    recognise: Recognise = recognise_all,
) -> Iterator[tuple[str, int, int, float]]:
    """Yield each rule with how often it was read, how often right, and how sure that makes it."""
    times: Counter[str] = Counter()
    right: Counter[str] = Counter()
    prior: dict[str, float] = {}
    for record in gold:
        reading = read(*texts[name_key(record.title)])
        said = draft(reading, recognise(record.id, reading))
        for claim, is_right in _judged(record, said):
            times[claim.rule] += 1
            right[claim.rule] += is_right
            prior[claim.rule] = claim.confidence
    for rule in sorted(times):
        yield rule, times[rule], right[rule], drawn(prior[rule], times[rule], right[rule])


def _judged(record: Record, said: Draft) -> Iterator[tuple[Claim, bool]]:
    references, things = things_of(said)
    exact = exact_places(record, Record(record.id, record.title, things))
    place = {references[one]: other for other, one in exact.items()} | {PAPER: -1}
    annotated = {
        slot: set(_annotated(record, slot)) for slot in ("basedOn", "derivedFrom", "hardware")
    }
    for claim in {(c.rule, c.ends): c for c in said.said.settled}.values():
        slot = _slot(claim.relation)
        if slot:
            one, other = (place.get(end, -2) for end in claim.ends)
            yield claim, (one, other) in annotated[slot]


def _slot(relation: str) -> str:
    """Return the slot of a relation; empty where it is weighed, or in none."""
    if relation == "derivedFrom":
        return relation
    if relation in schema.with_narrower("basedOn"):
        return "basedOn"
    return _SLOT_OF.get(relation, "")


def _annotated(record: Record, slot: str) -> Iterator[_Ends]:
    names = Names(record, lambda place: ("gold", place))
    for pair in record.pairs.get(slot, ()):
        one, other = (names(name, slot)[1] for name in pair)
        if isinstance(one, int) and isinstance(other, int):
            yield one, other
    for name in record.slots.get(slot, ()):
        other = names(name, slot)[1]
        if isinstance(other, int):
            yield -1, other
