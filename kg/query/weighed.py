"""What spoke for and against a relation of a paper: its text is read again, and weighed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.query.papers import Papers
from kg.query.rows import Row

if TYPE_CHECKING:
    from kg.extract import Draft
    from kg.model import Fact
    from kg.store import Store

WEIGHED = ("log_odds", "because", "paper")


def weighed_rows(store: "Store", papers: Papers, fact: "Fact") -> Iterator[Row]:
    """Yield each feature that was weighed for a paper's relation, what says most first.

    A positive number speaks for it, a negative one against; their sum is the log-odds, which the
    relation's scale makes a probability of. Facts that are not weighed yield nothing.
    """
    from kg.relations.scoring import load

    if fact.relation not in load().scales or not fact.subject.startswith("paper/"):
        return
    drawn = _drawn(store, papers, fact.subject)
    reference = _reference(store, fact, drawn)
    if reference:
        yield from _rows(fact, drawn, reference)


def _drawn(store: "Store", papers: Papers, paper: str) -> "Draft":
    """Read a paper again, by the recognisers that its store was built with."""
    from kg.extract import draft, tier_of
    from kg.mentions import TIERS, find_mentions
    from kg.text import read

    recognisers = TIERS[tier_of(store.meta().get("extraction", ""))]
    document = papers.document(paper)
    reading = read(document.title, document.abstract)
    return draft(reading, find_mentions(reading, recognisers=recognisers))


def _reference(store: "Store", fact: "Fact", drawn: "Draft") -> str:
    """Return the local reference of a fact's object: of what is named where it is."""
    places = {
        (item.field, item.start, item.end)
        for item in store.mentions(document=fact.subject, entity=fact.object)
    }
    named = (
        item.name.reference
        for item in drawn.found
        if drawn.reading.original(item.start, item.end) in places
    )
    return next(named, "")


def _rows(fact: "Fact", drawn: "Draft", reference: str) -> Iterator[Row]:
    from kg.relations.scoring import features, load, say

    table = load().weights[fact.relation]
    of = features(drawn.reading, drawn.found, drawn.frames, drawn.said)
    weighing = of.get(reference, set()) & table.keys()
    for feature in sorted(weighing, key=lambda name: (-abs(table[name]), name)):
        cells = (
            ("log_odds", table[feature] / 1000),
            ("because", say(feature)),
            ("paper", fact.subject),
        )
        yield Row(cells)
