"""What one text says: mentions, names as read, relations, with local references.

The stages in order, as the spaCy pipeline of `kg.components`. What comes out depends on the text,
on this code and on the lexicon, whose hash `version` is.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from kg import ids
from kg.mentions import Found
from kg.model import PAPER, Evidence, Extraction, Fact, Mention, Name, Result
from kg.relations import Claim, find_claims, find_links, frames
from kg.relations.decide import settle
from kg.relations.links import RELATIONS
from kg.results import comparisons, find_measured, find_results
from kg.text import Reading

# The parts of the package that decide what is extracted.
_PARTS = (
    *("text.py", "extract.py", "components.py", "ids.py"),
    *("mentions", "relations", "results", "lexicon"),
)


@cache
def version() -> str:
    """Return a hash of all code and tables that decide what is extracted."""
    root = Path(__file__).parent
    digest = hashlib.sha256()
    for part in _PARTS:
        path = root / part
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.suffix in {".py", ".tsv", ".txt"}:
                digest.update(file.relative_to(root).as_posix().encode())
                digest.update(file.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:16]


def extract(documents: Iterable[tuple[str, str]]) -> Iterator[Extraction]:
    """Yield what each (title, abstract) says, in order."""
    from kg.components import docs, pipeline, work

    for doc in docs(pipeline(), documents):
        reading, found = work(doc)
        yield extraction(reading, found)


def extraction(reading: Reading, found: list[Found]) -> Extraction:
    """Return what a reading says, given the names in it."""
    text = ids.text_id(reading.title, reading.abstract)
    sentences = list(frames(reading, found))
    claims = [claim for frame in sentences for claim in find_claims(frame)]
    claims = settle(reading, found, sentences, claims)
    found = sorted([*found, *find_measured(reading, found)], key=lambda item: item.start)
    names = _names(found)
    mentions = tuple(_mention(text, reading, item) for item in found)
    facts = [*_facts(text, reading, claims), *_mention_facts(text, reading, found)]
    pages, page_facts = _pages(text, reading)
    results = find_results(reading, found, sentences, claims, text)
    facts = [*facts, *_comparison_facts(results, claims), *page_facts]
    return Extraction(text, (*names, *pages), mentions, tuple(_merged(facts)), tuple(results))


def _names(found: list[Found]) -> tuple[Name, ...]:
    """Return the names, one for each reference, with the aliases of all its finds."""
    names: dict[str, Name] = {}
    for item in found:
        known = names.setdefault(item.name.reference, item.name)
        if item.name.aliases and item.name.aliases != known.aliases:
            aliases = tuple(dict.fromkeys((*known.aliases, *item.name.aliases)))
            names[item.name.reference] = replace(known, aliases=aliases)
    return tuple(names[reference] for reference in sorted(names))


def _mention(text: str, reading: Reading, item: Found) -> Mention:
    field, start, end = reading.original(item.start, item.end)
    stretch = (reading.title if field == "title" else reading.abstract)[start:end]
    return Mention(
        text, field, start, end, stretch, item.name.reference, item.recogniser, item.score
    )


def _facts(text: str, reading: Reading, claims: Iterable[Claim]) -> Iterator[Fact]:
    for claim in claims:
        yield _fact(text, reading, claim)


def _fact(text: str, reading: Reading, claim: Claim) -> Fact:
    field, start, end = reading.original(claim.start, claim.end)
    evidence = Evidence(text, field, start, end, claim.rule, claim.confidence)
    subject, object_ = claim.ends
    return Fact(subject, claim.relation, object_, (evidence,))


def _comparison_facts(results: list[Result], claims: Iterable[Claim]) -> Iterator[Fact]:
    """Yield what the paper's work is compared with by its results, and which is better."""
    own = {claim.found.name.reference for claim in claims if claim.relation == "introduces"}
    for found in comparisons(results):
        if found.baseline in own:
            continue
        evidence = (found.evidence,)
        yield Fact(PAPER, "comparedWith", found.baseline, evidence)
        if found.better is not None:
            ends = (PAPER, found.baseline) if found.better else (found.baseline, PAPER)
            yield Fact(ends[0], "outperforms", ends[1], evidence)


def _mention_facts(text: str, reading: Reading, found: list[Found]) -> Iterator[Fact]:
    """Yield that the paper mentions each name, with the sentences where it does."""
    for item in found:
        start, end = reading.sentences[reading.sentence_at(item.start)]
        claim = Claim("mentions", item, start, end, item.recogniser, item.score)
        yield _fact(text, reading, claim)


def _pages(text: str, reading: Reading) -> tuple[list[Name], list[Fact]]:
    """Return the web addresses in a text as names, and the facts that the paper has them."""
    names: dict[str, Name] = {}
    facts = []
    for address in find_links(reading):
        is_code = address.kind == "code"
        known = ids.repository_id(address.url) if is_code else ids.page_id(address.url)
        name = Name("CodeRepository" if is_code else "WebPage", address.url, known=known)
        names.setdefault(name.reference, name)
        field, start, end = reading.original(address.start, address.end)
        evidence = Evidence(text, field, start, end, "address-in-text", 0.95)
        facts.append(Fact(PAPER, RELATIONS[address.kind], name.reference, (evidence,)))
    return [names[reference] for reference in sorted(names)], facts


def _merged(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield one fact for each subject, relation and object, in order, with all its evidence."""
    merged: dict[tuple[str, str, str], list[Evidence]] = {}
    for fact in facts:
        merged.setdefault((fact.subject, fact.relation, fact.object), []).extend(fact.evidence)
    for (subject, relation, object_), evidence in merged.items():
        yield Fact(subject, relation, object_, tuple(sorted(set(evidence))))
