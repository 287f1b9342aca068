"""What annotated papers teach: each name that is read in them, with its features and relations."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.evaluation.matching import Names, is_exact, match
from kg.evaluation.names import name_key
from kg.evaluation.record import Record, Thing
from kg.extract import Draft, draft
from kg.mentions import TIERS, Found, find_mentions
from kg.relations.scoring import features
from kg.text import Reading, read

#: The relations that are learned, which the slots of a record have the names of.
RELATIONS = (
    "introduces",
    "evaluatedOnModel",
    "evaluatedOn",
    "trainedOn",
    "usesMethod",
    "comparedWith",
    "outperforms",
    "addressesTask",
)

#: Finds the names of a reading in the paper with an id.
Recognise = Callable[[str, Reading], list[Found]]


@dataclass(frozen=True, slots=True)
class Example:
    """A name that is read in a paper.

    `holds` are the relations that the annotators give it, `ruled` those that rules and results do,
    `dropped` those that a rule reads, but not of the paper.
    """

    paper: str
    reference: str
    features: frozenset[str]
    holds: frozenset[str]
    ruled: frozenset[str]
    dropped: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lesson:
    """All examples of some papers.

    `unread` counts, by relation and paper, what is annotated of names that are not read.
    """

    examples: tuple[Example, ...]
    unread: Mapping[str, Mapping[str, int]]

    @property
    def papers(self) -> list[str]:
        """The ids of the papers, sorted."""
        return sorted({example.paper for example in self.examples})


def recognise_by_rules(_: str, reading: Reading) -> list[Found]:
    """Find the names of a reading as kg does without the statistical recogniser."""
    return find_mentions(reading)


def recognise_all(_: str, reading: Reading) -> list[Found]:
    """Find the names of a reading as kg does."""
    return find_mentions(reading, recognisers=TIERS["standard"])


def lesson(
    gold: Iterable[Record],
    texts: Mapping[str, tuple[str, str]],
    recognise: Recognise = recognise_all,
) -> Lesson:
    """Read annotated papers; `texts` has title and abstract by the key of the title."""
    examples: list[Example] = []
    unread: dict[str, dict[str, int]] = {relation: {} for relation in RELATIONS}
    for record in gold:
        title, abstract = texts[name_key(record.title)]
        reading = read(title, abstract)
        examples += _of_paper(record, draft(reading, recognise(record.id, reading)), unread)
    return Lesson(tuple(examples), unread)


def _of_paper(record: Record, drawn: Draft, unread: dict[str, dict[str, int]]) -> Iterable[Example]:
    references, things = things_of(drawn)
    gold = _relations(record, Record(record.id, record.title, things))
    for relation, places in gold.items():
        unread[relation][record.id] = sum(place is None for place in places)
    place_of = {reference: place for place, reference in enumerate(references)}
    ruled = _by_reference(drawn.said.of_paper())
    dropped = _by_reference(drawn.said.dropped())
    of = features(drawn.reading, drawn.found, drawn.frames, drawn.said)
    for reference, found in of.items():
        place = place_of[reference]
        holds = frozenset(relation for relation, places in gold.items() if place in places)
        said = (ruled.get(reference, _NONE), dropped.get(reference, _NONE))
        yield Example(record.id, reference, frozenset(found), holds, *said)


_NONE: frozenset[str] = frozenset()


def things_of(drawn: Draft) -> tuple[list[str], tuple[Thing, ...]]:
    """Return the references of what is read, and the same as things of a record."""
    spellings: dict[str, dict[str, None]] = {}
    names = {}
    for item in drawn.found:
        names[item.name.reference] = item.name
        text = drawn.reading.text[item.start : item.end]
        spellings.setdefault(item.name.reference, {})[text] = None
    things = (
        Thing(name.label, name.type, name.named, tuple(spellings[reference]))
        for reference, name in names.items()
    )
    return list(names), tuple(things)


def _relations(gold: Record, predicted: Record) -> dict[str, list[int | None]]:
    """Return for each relation the places of the predicted things that it holds of.

    None stands for an annotated thing that is not among them, or not by its exact name.
    """
    exact = exact_places(gold, predicted)
    names = Names(gold, lambda place: ("gold", place))
    return {
        relation: [
            exact.get(place) if isinstance(place, int) else None
            for _, place in {names(name, relation) for name in gold.slots[relation]}
        ]
        for relation in RELATIONS
    }


def exact_places(gold: Record, predicted: Record) -> dict[int, int]:
    """Return the place of each annotated thing that is read, with that of what is read."""
    return {
        other: one
        for one, other in match(gold, predicted).items()
        if is_exact(predicted.things[one], gold.things[other])
    }


def _by_reference(said: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for relation, reference in said:
        found.setdefault(reference, set()).add(relation)
    return {reference: frozenset(relations) for reference, relations in found.items()}


def of_type(examples: Sequence[Example], types: frozenset[str]) -> list[Example]:
    """Return the examples whose names have one of some types."""
    return [item for item in examples if item.reference.partition("/")[0] in types]
