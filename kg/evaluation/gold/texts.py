"""Put the sentences of an annotated text together, and move its token spans to characters."""

from collections.abc import Iterable, Sequence
from typing import Any

from kg.evaluation.gold.format import LineError
from kg.evaluation.gold.tokens import join
from kg.evaluation.spans import Span, SpanPaper

#: The tokens of a sentence, and its spans: first and last token in it, and the type.
Sentence = tuple[Sequence[str], Sequence[tuple[int, int, str]]]


def span_paper(paper_id: str, sentences: Iterable[Sentence]) -> SpanPaper:
    """Return the text that sentences make, with their spans."""
    text, starts, spans = "", [], set()
    for tokens, found in sentences:
        text += " " if text else ""
        shift = len(text)
        joined = join(tokens)
        for first, last, type_name in found:
            start, end = joined.span(first, last)
            spans.add(Span(start + shift, end + shift, type_name))
        starts.append(shift)
        text += joined.text
    return SpanPaper(paper_id, text, frozenset(spans), tuple(starts))


def sentences_of(sentences: Any, spans: Any, line: int) -> list[Sentence]:
    """Return sentences with the spans whose token numbers count through the whole text."""
    if not _is_list_of_lists(sentences) or not _is_list_of_lists(spans):
        raise LineError(line, "sentences and ner are not both lists of lists")
    if len(sentences) != len(spans):
        raise LineError(line, f"has {len(sentences)} sentences, but ner for {len(spans)}")
    found: list[Sentence] = []
    shift = 0
    for tokens, of_sentence in zip(sentences, spans, strict=True):
        found.append(sentence(tokens, of_sentence, line, shift))
        shift += len(tokens)
    return found


def sentence(tokens: Any, spans: Any, line: int, shift: int = 0) -> Sentence:
    """Check the tokens of a sentence and its spans; `shift` is the number of its first token."""
    if not _is_list(tokens, str) or not _is_list(spans, list):
        raise LineError(line, "tokens are no list of texts, or ner is no list of spans")
    moved = []
    for span in spans:
        match span:
            case [int(first), int(last), str(type_name)]:
                moved.append((first - shift, last - shift, type_name))
            case _:
                raise LineError(line, f"{span!r:.60} is no span like [3, 4, 'Method']")
        if not 0 <= moved[-1][0] <= moved[-1][1] < len(tokens):
            raise LineError(line, f"{span!r:.60} lies outside its sentence")
    return tokens, moved


def _is_list_of_lists(value: Any) -> bool:
    return _is_list(value, list)


def _is_list(value: Any, of: type) -> bool:
    return isinstance(value, list) and all(isinstance(item, of) for item in value)
