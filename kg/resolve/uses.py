"""How papers use the names that no list knows: what each text gives to choose by."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg import ids
from kg.identifiers import month_of_arxiv
from kg.model import Document, Extraction, Name, iso_date
from kg.resolve.papers import Paper

#: Types that texts mix up: one name is one thing within a group.
_GROUPS = {
    "Model": "system",
    "ModelFamily": "system",
    "Method": "system",
    "Dataset": "data",
    "Benchmark": "data",
}

#: What a name is looked up by: the group of its type, and the folded name.
Key = tuple[str, str]

#: `kg.ids.name_key`, kept: the same few thousand names come again and again.
name_key = cache(ids.name_key)

_WORD = re.compile(r"[a-z]{4,}")
_COMMON = frozenset(
    "about above achieve achieves achieving across address aims allows also although among"
    " analysis application applications approach approaches based because been being benchmark"
    " benchmarks better between both challenge challenges challenging code compared"
    " comprehensive current data dataset datasets demonstrate demonstrates demonstrating design"
    " despite different directly diverse each effective effectively effectiveness efficient"
    " efficiently enable enables enabling enhance enhancing evaluate evaluation existing"
    " experiments extensive first framework from further furthermore generate given have high"
    " however improve improved improvement improves improving including instead into introduce"
    " introduces introducing knowledge language large leading learned learning leverage"
    " leverages leveraging limited llms main make many method methods model models more moreover"
    " most multiple need network neural novel often only other outperforms over paper"
    " performance present presents previous problem process propose proposed proposes provide"
    " provides providing quality recent recently remains require requires research results"
    " robust same several show shows significant significantly simple single some specific"
    " specifically state strong study such superior system systems task tasks techniques than"
    " that their them then these they this those through thus time towards trained training"
    " under understanding used using various well were what when where whether which while will"
    " with within without work works would yield yields".split()
)


def key_of(name: Name) -> Key:
    """Return what a name is looked up by."""
    return key_of_type(name.type, name.label)


def key_of_type(type_name: str, label: str) -> Key:
    """Return what a label of a type is looked up by."""
    return (_GROUPS.get(type_name, type_name), name_key(label))


@dataclass(frozen=True, slots=True)
class Use:
    """One name as one paper uses it; `entity` is its own thing where the paper introduces it."""

    paper: Paper
    name: Name
    entity: str = ""

    @property
    def senses(self) -> frozenset[str]:
        """The expansions that the text gives, folded; a plural is its singular."""
        return frozenset(folded_sense(alias) for alias in self.name.aliases)

    @property
    def sense_keys(self) -> Iterator[Key]:
        """Yield what the expansions are looked up by, where they are the name spelled out."""
        group, _ = key_of(self.name)
        for alias in self.name.aliases:
            if _digits(alias) == _digits(self.name.label) and len(re.split(r"[\s-]", alias)) > 1:
                yield group, name_key(alias)


@cache
def folded_sense(expansion: str) -> str:
    """Fold an expansion for comparing.

    >>> folded_sense("Foo Bar Networks") == folded_sense("foo-bar network")
    True
    """
    return name_key(expansion).removesuffix("s")


def _digits(text: str) -> list[str]:
    return re.findall(r"\d+", text)


@cache
def _earlier(date: str, submitted: str) -> str:
    if not (date and submitted):
        return date or submitted
    return min(date, submitted) if date[: len(submitted)] != submitted[: len(date)] else date


def when(document: Document) -> str:
    """Return since when a paper is known: its date, or the month of its arXiv id if earlier.

    >>> from kg.model import Identifier, PartialDate
    >>> listed = PartialDate(2024, 8, 2)
    >>> when(Document("p", "T", date=listed, identifiers=(Identifier("arxiv", "2407.01234"),)))
    '2024-07'
    """
    submitted = month_of_arxiv(document.identifiers)
    return _earlier(iso_date(document.date), iso_date(submitted))


def is_before(one: Document, other: Document) -> bool:
    """Tell whether a paper is known to be earlier than another."""
    dates = when(one), when(other)
    length = min(map(len, dates))
    return bool(length) and dates[0][:length] < dates[1][:length]


def words(paper: Paper, extraction: Extraction) -> frozenset[str]:
    """Return what a paper is about: its telling words, and the listed things that it names."""
    text = f"{paper.document.title} {paper.document.abstract}".lower()
    named = (name.known for name in extraction.names if name.known)
    return frozenset(_WORD.findall(text)) - _COMMON | frozenset(named)
