"""Errors by paper: what was missed and what was extra, with the sentence where it stands."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.evaluation.comparison import Change
from kg.evaluation.items import ERRORS, Item, PaperScore, Scored
from kg.evaluation.names import name_key
from kg.text import read


@dataclass(frozen=True, slots=True)
class Error:
    """Something missed or extra; `sentence` is empty where the text is not at hand.

    `change` is ``new`` or ``gone`` where two runs are compared.
    """

    paper: str
    title: str
    figure: str
    verdict: str
    what: str
    sentence: str
    change: str = ""


def find_errors(scored: Scored, figures: Collection[str]) -> Iterator[Error]:
    """Yield the errors of some figures, paper by paper."""
    for paper in scored.papers:
        for item in _of_figures(paper.items, figures):
            if item.verdict in ERRORS:
                yield _error(scored, paper, item)


def changed_errors(
    scored: Scored, changes: Iterable[Change], figures: Collection[str]
) -> Iterator[Error]:
    """Yield the errors of some figures that one of two runs makes and the other does not."""
    for change in changes:
        for item in _of_figures([change.item], figures):
            yield _error(scored, change.paper, item, "new" if change.is_new else "gone")


def _of_figures(items: Iterable[Item], figures: Collection[str]) -> Iterator[Item]:
    return (item for item in items if item.figure in figures)


def _error(scored: Scored, paper: PaperScore, item: Item, change: str = "") -> Error:
    sentence = item.sentence or _sentence(scored, paper.title, item.spellings)
    return Error(paper.id, paper.title, item.figure, item.verdict, item.what, sentence, change)


def _sentence(scored: Scored, title: str, spellings: Iterable[str]) -> str:
    text = scored.texts.get(name_key(title))
    return find_sentence(_sentences(*text), spellings) if text else ""


@lru_cache(maxsize=256)
def _sentences(title: str, abstract: str) -> tuple[str, ...]:
    """Return the sentences of a text as they stand in it, the title first."""
    reading = read(title, abstract)
    texts = {"title": title, "abstract": abstract}
    found = (reading.original(start, end) for start, end in reading.sentences)
    return tuple(texts[field][start:end] for field, start, end in found)


def find_sentence(sentences: Iterable[str], spellings: Iterable[str]) -> str:
    """Return the first sentence that holds a spelling, those of the abstract before the title.

    Spellings are tried in their order, first as they are and then without regard to case.

    >>> find_sentence(("On LoRA", "We use lora.", "We use LoRA."), ("LoRA",))
    'We use LoRA.'
    """
    title, *abstract = (*sentences, "")
    ordered = (*abstract, title)
    for spelling in filter(None, spellings):
        for fold in (str, str.casefold):
            for sentence in ordered:
                if fold(spelling) in fold(sentence):
                    return sentence
    return ""
