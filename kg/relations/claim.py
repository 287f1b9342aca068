"""What a rule reads in one sentence, before anything is decided between sentences."""

from dataclasses import dataclass

from kg.frozen import fast
from kg.mentions import Found
from kg.model import PAPER


@fast
@dataclass(frozen=True, slots=True)
class Claim:
    """That a relation holds between the paper, or a name, and another name, by a rule.

    `subject` is None where the paper is meant, or its principal contribution where the relation
    does not allow a paper. A `turned` claim runs the other way: from `found` to the subject.
    `start` and `end` are the offsets of the sentence in the reading; `denied_by` is the rule that
    speaks against it, if one does.
    """

    relation: str
    found: Found
    start: int
    end: int
    rule: str
    confidence: float
    denied_by: str = ""
    subject: Found | None = None
    turned: bool = False

    @property
    def ends(self) -> tuple[str, str]:
        """The local references of the fact's subject and object."""
        subject = self.subject.name.reference if self.subject else PAPER
        ends = (subject, self.found.name.reference)
        return ends[::-1] if self.turned else ends
