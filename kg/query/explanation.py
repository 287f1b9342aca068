"""Why a fact is there, or what a name was taken for: sections of rows, each with its quotes."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg import given
from kg.errors import UnknownNameError
from kg.ids import id_of
from kg.query.explained_name import explain_name
from kg.query.explained_result import explain_result
from kg.query.names import candidates
from kg.query.papers import Papers
from kg.query.rows import Row
from kg.query.sections import (
    ACT,
    EVIDENCE,
    NAMES,
    Explanation,
    acts_on,
    evidence_rows,
    names_of,
    section,
)
from kg.query.stated import (
    find_fact,
    misspells_relation,
    no_relation,
    states_fact,
    triple_of,
)
from kg.query.stated_results import means_result
from kg.query.table import show_cell
from kg.query.verdicts import rejection_of, verdict_on
from kg.query.weighed import WEIGHED, weighed_rows

if TYPE_CHECKING:
    from kg.model import Fact
    from kg.store import Store

#: How many rows a section has, unless told otherwise.
ROWS_SHOWN = 20


def explain(store: "Store", words: Sequence[str] | str, *, limit: int = ROWS_SHOWN) -> Explanation:
    """Explain a fact, by id or as ``SUBJECT RELATION OBJECT``, a result alike, or a name.

    Raises UnknownNameError, with the nearest, where there is no such fact, result or name, and
    AmbiguousNameError where several results are meant. `limit` rows of each section are given, all
    for 0.
    """
    given.number("limit", limit)
    words = [words] if isinstance(words, str) else list(words)
    if means_result(store, words):
        return explain_result(store, words, limit)
    if states_fact(words):
        try:
            return _explain_fact(store, find_fact(store, words), limit)
        except UnknownNameError as error:
            if rejected := _explain_rejected(store, words):
                return rejected
            raise error
    name = " ".join(words)
    if misspells_relation(words) and not candidates(store, name):
        raise no_relation(words)
    return explain_name(store, name, limit)


def _explain_fact(store: "Store", fact: "Fact", limit: int) -> Explanation:
    papers = Papers(store)
    subject, object_ = papers.label(fact.subject), papers.label(fact.object)
    acts = acts_on(store, verdict_on(store, fact))
    return Explanation(
        title=f"{subject} {fact.relation} {object_}",
        facts={"id": id_of(fact), "status": fact.status, "confidence": show_cell(fact.confidence)},
        sections=(
            *section("evidence", EVIDENCE, evidence_rows(papers, fact.evidence), limit),
            *section("weighed", WEIGHED, list(weighed_rows(store, papers, fact)), limit),
            *section("premises", _PREMISES, _premises(store, papers, fact), limit),
            *section("names", NAMES, list(_names(store, papers, fact)), limit),
            *section("curation", ACT, acts, limit),
        ),
        names=(subject, object_),
    )


def _explain_rejected(store: "Store", words: Sequence[str]) -> Explanation | None:
    """Say who rejected a fact; None where nobody did."""
    acts = acts_on(store, rejection_of(store, words))
    if not acts:
        return None
    said = str(acts[-1]["act"]).removeprefix("reject ")
    title = " ".join(triple_of(words) or (said,))
    return Explanation(title, {"status": "rejected"}, tuple(section("curation", ACT, acts, 0)))


_PREMISES = ("fact", "status", "confidence", "id")


def _premises(store: "Store", papers: Papers, fact: "Fact") -> list[Row]:
    """Return the facts that a derived one follows from: its papers stand in all of them."""
    wanted = set(fact.premises)
    documents = sorted({item.document for item in fact.evidence if wanted})
    near = {
        id_of(other): other
        for document in documents
        for other in (*store.facts(subject=document), *store.facts(object=document))
        if id_of(other) in wanted
    }
    return [
        Row(
            (
                ("fact", told(papers, premise)),
                ("status", premise.status),
                ("confidence", premise.confidence),
                ("id", found),
            ),
            papers.quotes(premise.evidence[:1]),
        )
        for found, premise in sorted(near.items())
    ]


def told(papers: Papers, fact: "Fact") -> str:
    """Write a fact with the labels of its ends."""
    return f"{papers.label(fact.subject)} {fact.relation} {papers.label(fact.object)}"


def _names(store: "Store", papers: Papers, fact: "Fact") -> Iterator[Row]:
    """Yield how each end is spelled in each paper that says the fact, and what linked it."""
    documents = sorted({item.document for item in fact.evidence})
    for end in (fact.subject, fact.object):
        for document in documents:
            yield from names_of(store, papers, document, end)
