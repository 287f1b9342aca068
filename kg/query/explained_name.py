"""What a name was taken for: the spellings of one thing, what linked them, and past ids."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.query.names import candidates, unknown
from kg.query.papers import Papers
from kg.query.rows import Row
from kg.query.sections import (
    ACT,
    RECOGNISERS,
    Explanation,
    acts_on,
    how_in_words,
    reasons,
    section,
)

if TYPE_CHECKING:
    from kg.curation import Act
    from kg.model import Entity
    from kg.store import Store

_SPELLINGS = ("spelling", "times", "papers", "read_by")
_LINKED = ("spelling", "papers", "linked_by", "because")
_PAST = ("id", "now")
_OTHERS = ("name", "type", "id")


def explain_name(store: "Store", name: str, limit: int) -> Explanation:
    """Explain which spellings were taken for one thing, and by what."""
    found = candidates(store, name)
    if not found:
        raise unknown(store, name)
    thing, papers = found[0], Papers(store)
    past = [old for old, new in store.redirects() if new == thing.id]
    ids = {thing.id, *past}
    acts = acts_on(store, lambda act: not ids.isdisjoint(_named_in(act)))
    return Explanation(
        title=f"{thing.label} ({thing.type}, {thing.id})",
        facts={"id": thing.id, "type": thing.type, "known": _known(thing)},
        sections=(
            *section("spellings", _SPELLINGS, list(_spellings(store, thing)), limit),
            *section("linked", _LINKED, list(_links(store, papers, thing)), limit),
            *section("past ids", _PAST, [_row(id=old, now=thing.id) for old in past], limit),
            *section("same name", _OTHERS, [_other(item) for item in found[1:]], limit),
            *section("curation", ACT, acts, limit),
        ),
        names=(thing.label, *thing.aliases),
    )


def _named_in(act: "Act") -> tuple[str, ...]:
    """Return the arguments of an act, and what the name of a result has."""
    return (*act.arguments, *act.arguments[2].split()) if act.on_result else act.arguments


def _known(thing: "Entity") -> str:
    if thing.type in ("Paper", "Author", "Listing", "CodeRepository", "WebPage"):
        return "from the listings"
    return "in the lexicon or by the grammar of model names" if thing.listed else "in no list"


def _row(**cells: str | int | float) -> Row:
    return Row(tuple(cells.items()))


def _other(entity: "Entity") -> Row:
    return _row(name=entity.label, type=entity.type, id=entity.id)


def _spellings(store: "Store", thing: "Entity") -> Iterator[Row]:
    """Yield each spelling with how often it stands in how many papers; the rest is given."""
    times: Counter[tuple[str, str]] = Counter()
    documents: dict[tuple[str, str], set[str]] = defaultdict(set)
    for mention in store.mentions(entity=thing.id):
        key = (" ".join(mention.text.split()), mention.recogniser)
        times[key] += 1
        documents[key].add(mention.document)
    for key, count in sorted(times.items(), key=lambda item: (-item[1], item[0])):
        spelling, recogniser = key
        read_by = RECOGNISERS.get(recogniser, recogniser)
        yield _row(spelling=spelling, times=count, papers=len(documents[key]), read_by=read_by)
    written = {spelling for spelling, _ in times}
    for alias in (thing.label, *thing.aliases):
        if alias not in written:
            yield _row(
                spelling=alias, times=0, papers=0, read_by="given by the lexicon or a curator"
            )


def _links(store: "Store", papers: Papers, thing: "Entity") -> Iterator[Row]:
    """Yield what was decided between papers, the commonest first."""
    found: dict[tuple[str, str, tuple[str, ...]], list[str]] = defaultdict(list)
    for item in store.decisions(entity=thing.id):
        found[item.name, item.how, item.because].append(item.document)
    for (name, how, because), documents in sorted(
        found.items(), key=lambda item: (-len(item[1]), item[0])
    ):
        first = documents[0] if len(documents) == 1 else f"{documents[0]} and {len(documents) - 1}"
        yield _row(
            spelling=name,
            papers=first if len(documents) == 1 else f"{first} more",
            linked_by=how_in_words(how),
            because=reasons(papers, because),
        )
