"""A quantity with all that is known where its slots are filled."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.results.attachment.attached import Attached
from kg.results.attachment.sentences import Sentence
from kg.results.numbers.quantity import Quantity
from kg.results.slots.paper import Paper


@dataclass(frozen=True, slots=True)
class Case:
    """A quantity that measures something, its sentence and what the paper is.

    `beside` holds all quantities of the sentence that measure something, this one too, in order.
    """

    sentence: Sentence
    attached: Attached
    paper: Paper
    beside: tuple[Quantity, ...]

    @property
    def text(self) -> str:
        """The marked sentence."""
        return self.sentence.text

    @property
    def quantity(self) -> Quantity:
        """The quantity alone."""
        return self.attached.measured.quantity


def cases(sentence: Sentence, attached: Sequence[Attached], paper: Paper) -> list[Case]:
    """Return the quantities of one sentence, each with those beside it."""
    beside = tuple(item.measured.quantity for item in attached)
    return [Case(sentence, item, paper, beside) for item in attached]
