"""The stages of extraction as spaCy components.

They do what `kg.extract` does, for pipelines of others; it does without Docs, for no stage needs
tokens.

``kg_recogniser`` puts what the statistical recogniser alone takes for names and terms into
``doc.spans["kg_recogniser"]`` (label: the type, in small letters for a term;
``span._.kg_probability``).

``kg_mentions`` puts the names into ``doc.spans["kg"]`` (label: the type; ``span.kb_id_``: the
entity id where lists or grammar know it; ``span._.kg_name``: the canonical name) and
``doc._.kg_mentions``; ``kg_relations`` puts what the text says of its paper into
``doc._.kg_facts``. Set ``doc._.kg_title_length`` where a text begins with its title and
`kg.text.GAP`. All that stands on a Doc can be serialised.

>>> import spacy
>>> nlp = spacy.blank("en")
>>> _ = nlp.add_pipe("kg_mentions")
>>> doc = nlp("We test LoRA on Llama2-7B.")
>>> [(span.text, span.label_, span._.kg_name) for span in doc.spans["kg"]]
[('LoRA', 'Method', 'LoRA'), ('Llama2-7B', 'Model', 'Llama-2-7B')]
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from weakref import WeakKeyDictionary

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg import given
from kg.errors import SettingError
from kg.mentions import TIERS, Found, find_mentions
from kg.mentions.weigh import hints, proposals
from kg.recogniser import Tagged, load
from kg.relations import Claim, find_claims, frames
from kg.text import GAP, Reading, read

#: The key under which the names of a Doc stand in its span groups.
SPANS_KEY = "kg"
#: The same for what the statistical recogniser alone finds.
RECOGNISER_KEY = "kg_recogniser"
#: So much of a title is repeated where what follows it is wrong.
SHOWN = 30

# What one component hands on to the other, behind the length of the title that it was read with:
# not on the Doc, which must stay serialisable.
_WORK: WeakKeyDictionary[Doc, tuple[int, Reading, list[Found]]] = WeakKeyDictionary()


def _register_extensions() -> None:
    for name, default in (("kg_title_length", 0), ("kg_mentions", ()), ("kg_facts", ())):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
    if not Span.has_extension("kg_name"):
        Span.set_extension("kg_name", default="")
    if not Span.has_extension("kg_probability"):
        Span.set_extension("kg_probability", default=0.0)


# Here, and not when a component is made: saved Docs are read without one.
_register_extensions()


class MentionsComponent:
    """Find the names of a Doc."""

    def __call__(self, doc: Doc) -> Doc:
        """Set the spans and the mentions of a Doc."""
        reading, found = _work(doc)
        doc._.kg_mentions = [_mention(doc, reading, item) for item in found]
        _cut_tokens(doc, doc._.kg_mentions)
        doc.spans[SPANS_KEY] = list(_spans(doc, doc._.kg_mentions))
        return doc


class RecogniserComponent:
    """Find what the statistical recogniser takes for names and terms, and how probable each is."""

    def __init__(self, least: float) -> None:
        if not 0 <= least <= 1:
            raise SettingError("least", f"{least:g} is no probability; give a number from 0 to 1")
        self._least = least

    def __call__(self, doc: Doc) -> Doc:
        """Set the spans of a Doc."""
        reading = _read(doc)
        found = find_mentions(reading)
        tagged = load().read(reading, proposals(found), hints(reading)).names()
        mentions = [_tagged(doc, reading, item) for item in tagged if item.any >= self._least]
        _cut_tokens(doc, mentions)
        spans = []
        starts, _ = _edges(doc)
        for mention in mentions:
            first = bisect_right(starts, mention["start"]) - 1
            last = bisect_left(starts, mention["end"])
            if first < last:
                spans.append(Span(doc, first, last, label=mention["type"]))
                spans[-1]._.kg_probability = mention["score"]
        doc.spans[RECOGNISER_KEY] = spans
        return doc


def _tagged(doc: Doc, reading: Reading, item: Tagged) -> dict[str, Any]:
    field, start, end = reading.original(item.start, item.end)
    shift = _shift(doc, field)
    label = max(sorted(item.labels), key=item.labels.__getitem__, default="method")
    return {"start": start + shift, "end": end + shift, "type": label, "score": item.any}


class RelationsComponent:
    """Find what a Doc says of its paper."""

    def __call__(self, doc: Doc) -> Doc:
        """Set the facts of a Doc."""
        reading, found = _work(doc)
        doc._.kg_facts = [
            _fact(doc, reading, claim)
            for frame in frames(reading, found)
            for claim in find_claims(frame)
            if not claim.denied_by
        ]
        return doc


def _work(doc: Doc) -> tuple[Reading, list[Found]]:
    """Return the reading of a Doc and the names found in it, found once for each title."""
    length = _title_length(doc)
    done = _WORK.get(doc)
    if done is None or done[0] != length:
        reading = _read(doc)
        done = _WORK[doc] = (length, reading, find_mentions(reading, recognisers=TIERS["standard"]))
    return done[1:]


def _read(doc: Doc) -> Reading:
    length, text = _title_length(doc), doc.text
    return read(text[:length], text[length:].removeprefix(GAP if length else ""))


def _title_length(doc: Doc) -> int:
    """Return how long the title is with which a text begins; SettingError where it cannot be."""
    length = given.number("doc._.kg_title_length", doc._.kg_title_length, 0, len(doc.text))
    behind = doc.text[length : length + len(GAP)]
    if length and behind not in ("", GAP):
        title = doc.text[:length][-SHOWN:]
        reason = f"behind {title!r} stands {behind!r}, where {GAP!r} is wanted"
        raise SettingError("doc._.kg_title_length", f"{length}: {reason}")
    return length


@Language.factory(
    "kg_recogniser",
    default_config={"least": 0.5},
    assigns=["doc.spans", "span._.kg_probability"],
)
def make_recogniser(nlp: Language, name: str, least: float) -> RecogniserComponent:
    """Make the component ``kg_recogniser``; names below the probability `least` are left out.

    SettingError where that is not from 0 to 1.
    """
    return RecogniserComponent(least)


@Language.factory("kg_mentions", assigns=["doc.spans", "doc._.kg_mentions", "span._.kg_name"])
def make_mentions(nlp: Language, name: str) -> MentionsComponent:
    """Make the component ``kg_mentions``."""
    return MentionsComponent()


@Language.factory("kg_relations", assigns=["doc._.kg_facts"])
def make_relations(nlp: Language, name: str) -> RelationsComponent:
    """Make the component ``kg_relations``."""
    return RelationsComponent()


def _shift(doc: Doc, field: str) -> int:
    """Return where a field begins in doc.text."""
    length: int = doc._.kg_title_length
    return length + len(GAP) if field == "abstract" and length else 0


def _mention(doc: Doc, reading: Reading, item: Found) -> dict[str, Any]:
    field, start, end = reading.original(item.start, item.end)
    shift = _shift(doc, field)
    return {
        "start": start + shift,
        "end": end + shift,
        "text": (reading.title if field == "title" else reading.abstract)[start:end],
        "type": item.name.type,
        "name": item.name.label,
        "id": item.name.known,
        "recogniser": item.recogniser,
        "score": item.score,
    }


def _cut_tokens(doc: Doc, mentions: list[dict[str, Any]]) -> None:
    """Cut the tokens in which a name begins or ends: spaCy keeps ``GSM8K.`` in one piece.

    The spans that others have set keep their characters.
    """
    cuts: dict[int, set[int]] = {}
    starts, ends = _edges(doc)
    for offset in {mention[side] for mention in mentions for side in ("start", "end")}:
        index = bisect_right(ends, offset)
        if index < len(ends) and starts[index] < offset < ends[index]:
            cuts.setdefault(index, set()).add(offset - starts[index])
    if not cuts:
        return
    groups = [(group, [_place(span) for span in group]) for group in doc.spans.values()]
    with doc.retokenize() as retokenizer:
        for index, inside in cuts.items():
            token = doc[index]
            edges = [0, *sorted(inside), len(token)]
            pieces = [token.text[one:other] for one, other in pairwise(edges)]
            retokenizer.split(token, pieces, heads=[(token, i) for i in range(len(pieces))])
    starts, _ = _edges(doc)
    for group, places in groups:
        for number, place in enumerate(places):
            group[number] = _placed(doc, starts, place)


@dataclass(frozen=True, slots=True)
class _Place:
    """What a span of a group is, in characters: spaCy counts it in tokens, and those change."""

    start: int
    end: int
    label: int
    kb_id: int
    id: int


def _place(span: Span) -> _Place:
    start = span.start_char
    end = span.end_char if span.start < span.end else start
    return _Place(start, end, span.label, span.kb_id, span.id)


def _placed(doc: Doc, starts: list[int], place: _Place) -> Span:
    first = bisect_right(starts, place.start) - 1
    last = bisect_left(starts, place.end) if place.start < place.end else first
    return Span(doc, first, last, label=place.label, kb_id=place.kb_id, span_id=place.id)


def _edges(doc: Doc) -> tuple[list[int], list[int]]:
    """Return where each token begins and ends in the text, without making a Token of each."""
    starts, ends, at = [], [], 0
    for length, space in doc.to_array(["LENGTH", "SPACY"]).tolist():
        starts.append(at)
        at += length
        ends.append(at)
        at += space
    return starts, ends


def _spans(doc: Doc, mentions: list[dict[str, Any]]) -> Iterator[Span]:
    """Yield a span for each mention: the tokens that it touches."""
    # Doc.char_span walks all tokens for each span.
    starts, _ = _edges(doc)
    for mention in mentions:
        first = bisect_right(starts, mention["start"]) - 1
        last = bisect_left(starts, mention["end"])
        if first < last:
            span = Span(doc, first, last, label=mention["type"], kb_id=mention["id"])
            span._.kg_name = mention["name"]
            yield span


def _fact(doc: Doc, reading: Reading, claim: Claim) -> dict[str, Any]:
    field, start, end = reading.original(claim.start, claim.end)
    shift = _shift(doc, field)
    return {
        "relation": claim.relation,
        "subject": claim.subject.name.label if claim.subject else "",
        "name": claim.found.name.label,
        "type": claim.found.name.type,
        "start": start + shift,
        "end": end + shift,
        "rule": claim.rule,
        "confidence": claim.confidence,
    }
