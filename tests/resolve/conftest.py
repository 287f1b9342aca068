"""Records and extractions in a line each."""

from decimal import Decimal

import pytest

from kg import ids
from kg.curation import Act
from kg.model import PAPER, Document, Evidence, Extraction, Fact, Identifier, Mention, Result
from kg.resolve import merge_papers, resolve


def make_record(title, arxiv="", doi="", **fields):
    given = (("arxiv", arxiv), ("doi", doi))
    identifiers = tuple(Identifier(scheme, value) for scheme, value in given if value)
    id_ = ids.paper_id(identifiers, title)
    return Document(id_, title, identifiers=identifiers, **fields)


def make_extraction(document, names=(), facts=(), results=()):
    """Mention each name where its label stands in title or abstract; add facts as triples.

    Results are given as a value and what stands in their slots.
    """
    text = ids.text_id(document.title, document.abstract)
    mentions = [
        Mention(text, field, start, start + len(name.label), name.label, name.reference, "test")
        for name in names
        for field in ("title", "abstract")
        if (start := getattr(document, field).find(name.label)) >= 0
    ]
    said = [*facts, *((PAPER, "mentions", mention.entity) for mention in mentions)]
    proof = (Evidence(text, "title", 0, len(document.title), "test", 0.8),)
    made = (Fact(subject, relation, object_, proof) for subject, relation, object_ in said)
    reported = (Result(PAPER, (Decimal(n),), n, proof, **slots) for n, slots in results)
    return Extraction(text, tuple(names), tuple(mentions), tuple(made), tuple(reported))


def make_graph(*said, acts=()):
    """Resolve pairs of a record and what its text says (arguments of `make_extraction`).

    An act is given as the words of its line.
    """
    extractions = {}
    for document, *what in said:
        extraction = make_extraction(document, *what)
        extractions[extraction.text] = extraction
    made = [Act(verb, tuple(arguments)) for verb, *arguments in acts]
    return resolve([document for document, *_ in said], extractions, made)


@pytest.fixture
def record():
    return make_record


@pytest.fixture
def graph_of():
    return make_graph


@pytest.fixture
def merge():
    return lambda *records: [paper.document for paper in merge_papers(records)]
