"""What one text says: mentions, names as read, relations, with local references.

The stages in order; `kg.components` has them as spaCy components. What comes out depends on the
text, on this code, the lexicon and the weights, whose hash `version` is.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING

from kg import collector, ids
from kg.mentions import TIERS, Found, mention_stages
from kg.model import PAPER, Evidence, Extraction, Fact, Mention, Name, Result, Status, in_order
from kg.relations import Claim, Frame, find_claims, find_links, frames
from kg.relations.decide import settle
from kg.relations.links import RELATIONS
from kg.relations.scoring import Said, Verdicts, Weighed, Weights, weigh
from kg.relations.scoring.rules import confidence_of
from kg.results import Comparison, comparisons, result_stages, with_measured
from kg.schema import ontology_path
from kg.text import Reading, read
from kg.versions import version_of

if TYPE_CHECKING:  # rules alone need no tagger, which loads numpy
    from kg.recogniser import Recogniser

#: The parts of the package that decide what is extracted, and how it is kept.
PARTS = (
    *("text.py", "sieve.py", "extract.py", "ids.py", "model.py", "frozen.py", "schema.py"),
    *("mentions", "relations", "results", "lexicon", "recogniser", "store/codec.py"),
)


@cache
def version(tier: str = "standard") -> str:
    """Return a hash of all code, tables and weights that decide what a tier extracts."""
    return version_of(PARTS, ontology_path()) + ("" if tier == "standard" else f":{tier}")


def tier_of(version: str) -> str:
    """Return the tier that a version was of, the standard one where it names none.

    >>> tier_of("0123456789abcdef:rules"), tier_of("")
    ('rules', 'standard')
    """
    tier = version.rpartition(":")[2]
    return tier if tier in TIERS else "standard"


#: So many texts are read together.
_TOGETHER = 64


def extract(
    documents: Iterable[tuple[str, str]], tier: str = "standard", learnt: "Recogniser | None" = None
) -> Iterator[Extraction]:
    """Yield what each (title, abstract) says, in order.

    `tier` is one of `kg.mentions.TIERS`; `learnt` is another recogniser than the package's.

    Some texts are read together: each stage goes over all of them before the next one begins, so
    that what it looks up is still in the processor's cache. That saves a quarter of the time.
    """
    texts = iter(documents)
    while together := list(islice(texts, _TOGETHER)):
        with collector.at_rest():
            extracted = _extract(together, tier, learnt)
        yield from extracted


def prepare(tier: str = "standard") -> None:
    """Load what reading needs, which the first text would have to wait for."""
    _extract([("A title", "We read 2 texts on GSM8K.")], tier, None)


def _extract(
    texts: Sequence[tuple[str, str]], tier: str, learnt: "Recogniser | None"
) -> list[Extraction]:
    """Return what some texts say, stage by stage."""
    readings = [read(*text) for text in texts]
    stages = (
        mention_stages(reading, recognisers=TIERS[tier], learnt=learnt) for reading in readings
    )
    *_, named = zip(*stages, strict=True)
    drawn = _drafts(readings, named)
    weighed = [each.weigh() for each in drawn]
    return list(map(_extraction, drawn, weighed))


@dataclass(frozen=True, slots=True)
class Draft:
    """What a text says before its relations are weighed."""

    reading: Reading
    found: list[Found]
    frames: list[Frame]
    said: Said
    results: list[Result]
    rivals: list[Comparison]

    def weigh(self, weights: Weights | None = None) -> Weighed:
        """Decide on the relations of the paper; by other weights where they are given."""
        return weigh(self.reading, self.found, self.frames, self.said, weights)


def draft(reading: Reading, found: list[Found]) -> Draft:
    """Return what rules read in a text, given the names in it."""
    [drawn] = _drafts([reading], [found])
    return drawn


def _drafts(readings: Sequence[Reading], named: Sequence[list[Found]]) -> list[Draft]:
    """Return what rules read in some texts, stage by stage."""
    framed = [list(frames(*text)) for text in zip(readings, named, strict=True)]
    raw = [[claim for frame in each for claim in find_claims(frame)] for each in framed]
    settled = [settle(*text) for text in zip(readings, named, framed, raw, strict=True)]
    measured = [with_measured(*text) for text in zip(readings, named, strict=True)]
    texts = (ids.text_id(reading.title, reading.abstract) for reading in readings)
    stages = map(result_stages, readings, measured, framed, settled, texts)
    *_, results = zip(*stages, strict=True)
    return [
        _draft(*text)
        for text in zip(readings, measured, framed, raw, settled, results, strict=True)
    ]


def _draft(
    reading: Reading,
    found: list[Found],
    sentences: list[Frame],
    raw: list[Claim],
    claims: list[Claim],
    results: list[Result],
) -> Draft:
    own = {claim.found.name.reference for claim in claims if claim.relation == "introduces"}
    rivals = [rival for rival in comparisons(results) if rival.baseline not in own]
    said = [fact for rival in rivals for fact in _said_by(rival)]
    said_of_paper = tuple((relation, other) for one, relation, other in said if one == PAPER)
    return Draft(reading, found, sentences, Said(raw, claims, said_of_paper), results, rivals)


def extraction(reading: Reading, found: list[Found], weights: Weights | None = None) -> Extraction:
    """Return what a reading says, given the names in it; by other weights where they are given."""
    drawn = draft(reading, found)
    return _extraction(drawn, drawn.weigh(weights))


def _extraction(drawn: Draft, weighed: Weighed) -> Extraction:
    """Return what a text says, its relations weighed."""
    reading = drawn.reading
    text = ids.text_id(reading.title, reading.abstract)
    names = _names(drawn.found)
    mentions = tuple(_mention(text, reading, item) for item in drawn.found)
    proofs = [
        *_of_claims(text, reading, chain(drawn.said.settled, weighed.added)),
        *_of_mentions(text, reading, drawn.found),
    ]
    pages, of_pages = _pages(text, reading)
    rivals = [(fact, rival.evidence) for rival in drawn.rivals for fact in _said_by(rival)]
    told = {fact: evidence.confidence for fact, evidence in rivals}
    facts = _facts([*proofs, *rivals, *of_pages], weighed.verdicts, told)
    return Extraction(text, (*names, *pages), mentions, tuple(facts), tuple(drawn.results))


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
    # Several claims of one sentence stand at one place.
    places: dict[tuple[int, int], tuple[str, int, int]] = {}
    for claim in claims:
        sentence = (claim.start, claim.end)
        place = places.get(sentence)
        if place is None:
            place = places[sentence] = reading.original(*sentence)
        subject, object_ = claim.ends
        evidence = Evidence(text, *place, claim.rule, confidence_of(claim))
        yield (subject, claim.relation, object_), evidence


def _said_by(rival: Comparison) -> Iterator[tuple[str, str, str]]:
    """Yield that the paper's work is compared with what a result is set against, and who wins."""
    yield PAPER, "comparedWith", rival.baseline
    if rival.better is not None:
        winner, loser = (PAPER, rival.baseline) if rival.better else (rival.baseline, PAPER)
        yield winner, "outperforms", loser


def _of_mentions(text: str, reading: Reading, found: list[Found]) -> Iterator[_Proof]:
    """Yield that the paper mentions each name, with the sentences where it does."""
    known: dict[tuple[int, str, float], Evidence] = {}
    # Names and sentences are in order.
    sentence, last = 0, len(reading.sentences) - 1
    for item in found:
        while sentence < last and reading.sentences[sentence + 1][0] <= item.start:
            sentence += 1
        key = (sentence, item.recogniser, item.score)
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


def _facts(
    proofs: Iterable[_Proof], verdicts: Verdicts, told: Mapping[tuple[str, str, str], float]
) -> Iterator[Fact]:
    """Yield one fact for each subject, relation and object, in order, with all its evidence.

    A relation that was weighed is as sure as the verdict says, whichever evidence is looked at; or
    as the result is that tells it, if that is surer.
    """
    merged: dict[tuple[str, str, str], list[Evidence]] = {}
    for triple, item in proofs:
        merged.setdefault(triple, []).append(item)
    for (subject, relation, object_), evidence in merged.items():
        verdict = verdicts.get((relation, object_)) if subject == PAPER else None
        if verdict:
            sure = max(verdict.probability, told.get((subject, relation, object_), 0.0))
            evidence = [_as_sure(item, sure) for item in evidence]
        status: Status = "candidate" if verdict and not verdict.holds else "extracted"
        yield Fact(subject, relation, object_, in_order(evidence), status)


def _as_sure(item: Evidence, confidence: float) -> Evidence:
    """Return evidence with another confidence; `replace` takes four times as long."""
    return Evidence(item.document, item.field, item.start, item.end, item.rule, confidence)
