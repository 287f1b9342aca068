"""What one text says: mentions, names as read, relations, with local references.

The stages in order; `kg.components` has them as spaCy components. What comes out depends on the
text, on this code, the lexicon and the weights, whose hash `version` is.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from functools import cache
from operator import attrgetter
from pathlib import Path

from kg import ids
from kg.mentions import TIERS, Found, find_mentions
from kg.model import PAPER, Evidence, Extraction, Fact, Mention, Name, Result
from kg.recogniser import Recogniser
from kg.relations import Claim, find_claims, find_links, frames
from kg.relations.decide import settle
from kg.relations.links import RELATIONS
from kg.results import comparisons, find_measured, find_results
from kg.text import Reading, read

# The parts of the package that decide what is extracted.
_PARTS = (
    *("text.py", "sieve.py", "extract.py", "ids.py"),
    *("mentions", "relations", "results", "lexicon", "recogniser"),
)
#: What the files that decide end in: code, tables, what was learnt.
_SUFFIXES = frozenset({".py", ".tsv", ".txt", ".crf", ".json", ".gz"})


@cache
def version(tier: str = "standard") -> str:
    """Return a hash of all code, tables and weights that decide what a tier extracts."""
    root = Path(__file__).parent
    digest = hashlib.sha256()
    for part in _PARTS:
        path = root / part
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.suffix in _SUFFIXES:
                digest.update(file.relative_to(root).as_posix().encode())
                digest.update(_content(file))
    return digest.hexdigest()[:16] + ("" if tier == "standard" else f":{tier}")


def _content(file: Path) -> bytes:
    """Return what a file holds, line ends as on Unix."""
    content = file.read_bytes()
    is_text = file.suffix not in {".crf", ".gz"}
    return content.replace(b"\r\n", b"\n") if is_text else content


def extract(
    documents: Iterable[tuple[str, str]], tier: str = "standard", learnt: Recogniser | None = None
) -> Iterator[Extraction]:
    """Yield what each (title, abstract) says, in order.

    `tier` is one of `kg.mentions.TIERS`; `learnt` is another recogniser than the package's.
    """
    for title, abstract in documents:
        reading = read(title, abstract)
        found = find_mentions(reading, recognisers=TIERS[tier], learnt=learnt)
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
    proofs = [*_of_claims(text, reading, claims), *_of_mentions(text, reading, found)]
    pages, of_pages = _pages(text, reading)
    results = find_results(reading, found, sentences, claims, text)
    facts = _facts([*proofs, *_of_results(results, claims), *of_pages])
    return Extraction(text, (*names, *pages), mentions, tuple(facts), tuple(results))


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


#: Subject, relation and object, and evidence that it holds.
_Proof = tuple[tuple[str, str, str], Evidence]


def _of_claims(text: str, reading: Reading, claims: Iterable[Claim]) -> Iterator[_Proof]:
    for claim in claims:
        place = reading.original(claim.start, claim.end)
        subject, object_ = claim.ends
        evidence = Evidence(text, *place, claim.rule, claim.confidence)
        yield (subject, claim.relation, object_), evidence


def _of_results(results: list[Result], claims: Iterable[Claim]) -> Iterator[_Proof]:
    """Yield what the paper's work is compared with by its results, and which is better."""
    own = {claim.found.name.reference for claim in claims if claim.relation == "introduces"}
    for found in comparisons(results):
        if found.baseline in own:
            continue
        yield (PAPER, "comparedWith", found.baseline), found.evidence
        if found.better is not None:
            winner, loser = (PAPER, found.baseline) if found.better else (found.baseline, PAPER)
            yield (winner, "outperforms", loser), found.evidence


def _of_mentions(text: str, reading: Reading, found: list[Found]) -> Iterator[_Proof]:
    """Yield that the paper mentions each name, with the sentences where it does."""
    known: dict[tuple[int, str, float], Evidence] = {}
    for item in found:
        key = (reading.sentence_at(item.start), item.recogniser, item.score)
        evidence = known.get(key)
        if evidence is None:
            place = reading.original(*reading.sentences[key[0]])
            evidence = known[key] = Evidence(text, *place, item.recogniser, item.score)
        yield (PAPER, "mentions", item.name.reference), evidence


def _pages(text: str, reading: Reading) -> tuple[list[Name], list[_Proof]]:
    """Return the web addresses in a text as names, and the facts that the paper has them."""
    names: dict[str, Name] = {}
    proofs: list[_Proof] = []
    for address in find_links(reading):
        is_code = address.kind == "code"
        known = ids.repository_id(address.url) if is_code else ids.page_id(address.url)
        name = Name("CodeRepository" if is_code else "WebPage", address.url, known=known)
        names.setdefault(name.reference, name)
        field, start, end = reading.original(address.start, address.end)
        evidence = Evidence(text, field, start, end, "address-in-text", 0.95)
        proofs.append(((PAPER, RELATIONS[address.kind], name.reference), evidence))
    return [names[reference] for reference in sorted(names)], proofs


def _facts(proofs: Iterable[_Proof]) -> Iterator[Fact]:
    """Yield one fact for each subject, relation and object, in order, with all its evidence."""
    merged: dict[tuple[str, str, str], list[Evidence]] = {}
    for triple, item in proofs:
        merged.setdefault(triple, []).append(item)
    for (subject, relation, object_), evidence in merged.items():
        if len(evidence) > 1:
            by_order = {_order(item): item for item in evidence}
            evidence = [by_order[order] for order in sorted(by_order)]
        yield Fact(subject, relation, object_, tuple(evidence))


#: All that evidence holds, in the order by which it compares: tuples compare faster.
_order = attrgetter(*(field.name for field in fields(Evidence)))
