"""The values that the stages hand to each other.

They hold what was read and decide nothing: what stands beside them here writes dates and values
for people (`iso_date`, `date_cells`, `value_text`) and puts evidence in order.

An `Extraction` says what one text says, with *local* references (``Model/Llama-2-7B``, and
``Paper/`` for the paper itself); `kg.resolve` turns them into *entity ids*
(``model/llama-2-7b``), which are the last two segments of the entity's IRI. The same classes
serve on both sides, so that resolving is a renaming and nothing else.

Offsets are character offsets into the stored original text, start inclusive, end exclusive.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from decimal import Decimal
from operator import attrgetter
from typing import Literal, get_args

from kg.frozen import fast

#: The local reference of the paper that an extraction speaks of.
PAPER = "Paper/"

#: Types that stand for one another: a model and its family, what one tests on and trains on.
MODELS = ("Model", "ModelFamily")
DATA = ("Benchmark", "Dataset")
#: What does something, better or worse than another.
SYSTEMS = ("Method", *MODELS)

#: Where an evidence stands: a text, or an item of a metadata list (offsets are then positions).
TEXT_FIELDS = ("title", "abstract")
METADATA_FIELDS = ("authors", "links", "listings")

Status = Literal["metadata", "extracted", "derived", "curated", "candidate"]
#: All of them.
STATUSES: frozenset[str] = frozenset(get_args(Status))
#: Those of facts that a rule read in a text: a curator who accepts one makes it no less so.
READ: tuple[Status, ...] = ("extracted", "curated")
Precision = Literal["day", "month", "year"]


@fast
@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date known to the day, the month or the year.

    `year_inferred` is true where the source gives no year, and the page or the arXiv id implies it.
    """

    year: int
    month: int = 0
    day: int = 0
    year_inferred: bool = False

    @property
    def precision(self) -> Precision:
        """How much of the date is known."""
        if self.day:
            return "day"
        return "month" if self.month else "year"

    def isoformat(self) -> str:
        """Write the known part: ``2024-08-02``, ``2024-08`` or ``2024``."""
        parts = (f"{self.year:04d}", f"{self.month:02d}", f"{self.day:02d}")
        return "-".join(parts[: 1 + bool(self.month) + bool(self.day)])


def iso_date(date: PartialDate | None) -> str:
    """Write the known part of a date, '' where there is none.

    >>> iso_date(PartialDate(2024, 7)), iso_date(None)
    ('2024-07', '')
    """
    return date.isoformat() if date else ""


def date_cells(date: PartialDate | None) -> tuple[str, bool]:
    """Return a date as far as it is known, and whether its year was inferred.

    >>> date_cells(PartialDate(2024, year_inferred=True))
    ('2024', True)
    """
    return (date.isoformat(), date.year_inferred) if date else ("", False)


@fast
@dataclass(frozen=True, slots=True, order=True)
class Identifier:
    """A name that a registry gave a paper: scheme ``arxiv`` (no version), ``doi`` or ``acl``."""

    scheme: str
    value: str


@fast
@dataclass(frozen=True, slots=True, order=True)
class Link:
    """A web address; `kind` is ``paper``, ``code``, ``project``, ``model`` or ``data``."""

    kind: str
    url: str


@fast
@dataclass(frozen=True, slots=True)
class Listing:
    """One appearance of a paper on a dated page or feed."""

    name: str
    date: PartialDate | None = None
    comments: int | None = None
    votes: int | None = None


@fast
@dataclass(frozen=True, slots=True, order=True)
class Source:
    """The file a document was read from (its name, no folder) and the line it begins on."""

    name: str
    line: int = 0


@fast
@dataclass(frozen=True, slots=True)
class Document:
    """A paper as a listing gives it.

    `id` is ``paper/`` and the arXiv id, else the DOI, else a hash of the title, as far as this
    record knows them. `summary_by` names who wrote the abstract where that is not the authors.
    """

    id: str
    title: str
    abstract: str = ""
    language: str = "en"
    date: PartialDate | None = None
    authors: tuple[str, ...] = ()
    n_authors: int | None = None
    categories: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    listings: tuple[Listing, ...] = ()
    sources: tuple[Source, ...] = ()
    summary_by: str = ""


@fast
@dataclass(frozen=True, slots=True)
class Name:
    """What one text calls a thing: the canonical spelling as read, and what that tells.

    `known` is the entity id where lexicon or model-name grammar know the thing, else empty.
    `family` is the label of the family that a model or a narrower family belongs to.
    """

    type: str
    label: str
    named: bool = True
    known: str = ""
    family: str = ""
    version: str = ""
    size: str = ""
    variant: str = ""
    aliases: tuple[str, ...] = ()
    #: The local reference by which mentions, facts and results of the text point here.
    reference: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "reference", f"{self.type}/{self.label}")

    @property
    def is_unlisted(self) -> bool:
        """Say whether this is a proper name that neither lexicon nor grammar knows."""
        return self.named and not self.known


@fast
@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of a document's text that names an entity.

    One stretch may name several: ``LLaMA-2 (7B and 70B)`` makes two mentions of the same span.
    """

    document: str
    field: str
    start: int
    end: int
    text: str
    entity: str
    recogniser: str
    score: float = 1.0


@fast
@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The sentence, or the metadata item, that a fact rests on, and the rule that read it."""

    document: str
    field: str
    start: int
    end: int
    rule: str
    confidence: float = 1.0


#: All that evidence holds, in the order by which it compares: tuples compare faster.
_order = attrgetter(*(each.name for each in fields(Evidence)))


def in_order(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Return evidence sorted, each once."""
    if len(evidence) == 1:
        return tuple(evidence)
    by_order = {_order(item): item for item in evidence}
    return tuple(by_order[order] for order in sorted(by_order))


@fast
@dataclass(frozen=True, slots=True)
class Fact:
    """Subject, relation, object, with at least one evidence.

    `premises` are the ids of the facts that a derived fact follows from.
    """

    subject: str
    relation: str
    object: str
    evidence: tuple[Evidence, ...]
    status: Status = "extracted"
    premises: tuple[str, ...] = ()

    @property
    def confidence(self) -> float:
        """The best confidence among the evidence."""
        return max(item.confidence for item in self.evidence)


@fast
@dataclass(frozen=True, slots=True)
class Result:
    """A number that measures something, as a paper reports it.

    `value` is one decimal or the two ends of a range; `raw` is the text it was read from. `status`
    is curated where a person accepted it.
    """

    paper: str
    value: tuple[Decimal, ...]
    raw: str
    evidence: tuple[Evidence, ...]
    method: str = ""
    model: str = ""
    data: str = ""
    task: str = ""
    metric: str = ""
    unit: str = ""
    kind: Literal["absolute", "delta", "ratio"] = "absolute"
    direction: Literal["higher", "lower", ""] = ""
    baseline: str = ""
    split: str = ""
    setting: str = ""
    role: Literal["own", "baseline", "other"] = "own"
    status: Literal["extracted", "curated"] = "extracted"

    @property
    def confidence(self) -> float:
        """The best confidence among the evidence."""
        return max(item.confidence for item in self.evidence)


#: The slots of a result that hold what it is of.
SLOTS = ("method", "model", "data", "task", "metric", "baseline")
#: Units that stand close to the number.
_CLOSE = ("%", "x", "×", "°")


def value_text(result: Result) -> str:
    """Write a value with its unit as the paper does; a range with both its ends.

    >>> value_text(Result("paper/1", (Decimal("1.20"), Decimal("1.4")), "1.20-1.4x", (), unit="x"))
    '1.20–1.4x'
    """
    numbers = "–".join(format(number, "f") for number in result.value)
    gap = "" if result.unit in _CLOSE or not result.unit else " "
    return f"{numbers}{gap}{result.unit}"


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one text says, with local references. `text` is the text's id."""

    text: str
    names: tuple[Name, ...] = ()
    mentions: tuple[Mention, ...] = ()
    facts: tuple[Fact, ...] = ()
    results: tuple[Result, ...] = ()


@fast
@dataclass(frozen=True, slots=True)
class Entity:
    """A thing of the graph.

    `parent` is the id of the family (of a model) or of the broader entity. `listed` is true where
    the lexicon or the model-name grammar knows it; `named` is false for a common-noun term.
    """

    id: str
    type: str
    label: str
    aliases: tuple[str, ...] = ()
    parent: str = ""
    named: bool = True
    listed: bool = True
    version: str = ""
    size: str = ""
    variant: str = ""
    unit: str = ""
    direction: str = ""
    url: str = ""
    date: PartialDate | None = None


@fast
@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """What a name of one paper was taken for, where more than that paper's text decided it.

    `how` is a key of `kg.resolve.HOW`; `because` has the ids or words that it rests on.
    """

    document: str
    name: str
    entity: str
    how: str
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Graph:
    """What `kg.resolve` makes of all extractions; sorted, so that equal inputs are equal.

    `redirects` maps ids that a paper or an entity had, or may have had, to the id it has now.
    """

    documents: tuple[Document, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    facts: tuple[Fact, ...] = ()
    results: tuple[Result, ...] = ()
    redirects: tuple[tuple[str, str], ...] = field(default=())
    decisions: tuple[Decision, ...] = ()
