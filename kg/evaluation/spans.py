"""Score stretches of text against annotated ones: the exact stretch and type, and any overlap."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from kg.evaluation.items import ERRORS, Item, Verdict


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch [start, end) of a text that names something of a type."""

    start: int
    end: int
    type: str


@dataclass(frozen=True, slots=True)
class SpanTypes:
    """How our types and those of an annotated set go together.

    `ours` maps each of our types to one of the set; what it leaves out counts neither way.
    `foreign` are the types of the set that kg has none of: all of them are missed.
    """

    ours: Mapping[str, str]
    foreign: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SpanPaper:
    """A text with its annotated spans; `starts` are where its sentences begin."""

    id: str
    text: str
    spans: frozenset[Span]
    starts: tuple[int, ...]
    title: str = ""

    def sentence(self, offset: int) -> str:
        """Return the sentence that holds an offset."""
        place = bisect_right(self.starts, offset)
        end = self.starts[place] if place < len(self.starts) else len(self.text)
        return self.text[self.starts[place - 1] : end].strip()


def score_spans(paper: SpanPaper, predicted: Collection[Span], types: SpanTypes) -> Iterator[Item]:
    """Yield what is right, missed and extra; predicted spans have our types."""
    ours = frozenset(
        Span(span.start, span.end, types.ours[span.type])
        for span in predicted
        if span.type in types.ours
    )
    for figure, verdicts in (
        ("spans", _exact(paper.spans, ours)),
        ("overlap", _overlapping(paper.spans, ours)),
    ):
        for verdict, span in verdicts:
            yield from _items(paper, figure, verdict, span, types)


#: The verdict on a span.
_Judged = Iterator[tuple[Verdict, Span]]


def _exact(gold: frozenset[Span], ours: frozenset[Span]) -> _Judged:
    yield from ((Verdict.RIGHT, span) for span in sorted(gold & ours))
    yield from ((Verdict.MISSED, span) for span in sorted(gold - ours))
    yield from ((Verdict.EXTRA, span) for span in sorted(ours - gold))


def _overlapping(gold: frozenset[Span], ours: frozenset[Span]) -> _Judged:
    is_annotated, is_found = _near(gold), _near(ours)
    for span in sorted(ours):
        yield Verdict.COVERS if is_annotated(span) else Verdict.EXTRA, span
    for span in sorted(gold):
        yield Verdict.COVERED if is_found(span) else Verdict.MISSED, span


def _items(
    paper: SpanPaper, figure: str, verdict: Verdict, span: Span, types: SpanTypes
) -> Iterator[Item]:
    what = f"{paper.text[span.start : span.end]} ({span.type})"
    sentence = paper.sentence(span.start) if verdict in ERRORS else ""
    figures = [figure, f"{figure}:{span.type.lower()}"]
    if types.foreign and span.type not in types.foreign:
        figures.append(f"{figure}:mapped")
    for name in figures:
        yield Item(name, verdict, what, sentence=sentence)


def _near(spans: frozenset[Span]) -> Callable[[Span], bool]:
    """Return what tells whether a span overlaps one of these of its type."""
    by_type: dict[str, list[Span]] = defaultdict(list)
    for span in sorted(spans):
        by_type[span.type].append(span)

    def overlaps(span: Span) -> bool:
        return any(
            other.start < span.end and span.start < other.end
            for other in by_type.get(span.type, ())
        )

    return overlaps
