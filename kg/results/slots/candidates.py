"""What may fill the slots of a result: whose value it is, what it measures, what it is set against.

Candidates are the names of the sentence, the own work and what that is built on, what the rules
chose, and nobody; `kg.results.slots.scores` weighs their features.
"""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Literal, NamedTuple

from kg.results.slots import subject
from kg.results.slots.case import Case
from kg.results.slots.features import of_absent, of_nobody, of_part

Slot = Literal["subject", "metric", "baseline"]
SLOTS: tuple[Slot, ...] = ("subject", "metric", "baseline")

#: The marks that may fill a slot.
_MARKS = MappingProxyType({"subject": "MA", "metric": "C", "baseline": "MA"})
#: So many names of one mark are weighed: what an abbreviation else stands for says no more.
_READINGS = 2
#: The basis of nobody and of what the sentence has not.
NOBODY, ABSENT = -1, -2

References = tuple[str, ...]


class Candidate(NamedTuple):
    """Local references, none for nobody, and what speaks for or against them.

    `basis` tells which features of `Candidates.basis` it has besides its own: the index of a part
    of the sentence, `NOBODY` or `ABSENT`.
    """

    references: References
    basis: int
    features: tuple[str, ...]


class Candidates:
    """The candidates for all slots of one quantity."""

    def __init__(self, case: Case) -> None:
        self.case = case

    def basis(self, index: int) -> tuple[str, ...]:
        """Return the features that a candidate has whatever the slot is."""
        if index == NOBODY:
            return tuple(of_nobody(self.case))
        if index == ABSENT:
            return ()
        return tuple(of_part(self.case, self.case.attached.parts[index]))

    def of(self, slot: Slot, chosen: References, taken: References = ()) -> Iterator[Candidate]:
        """Yield the candidates for a slot.

        `chosen` is what the rules say, several where a number is set against each of them; only of
        a subject is nobody another choice. `taken` fills another slot, and is told to.
        """
        inside: set[str] = set()
        for index, part in enumerate(self.case.attached.parts):
            if part.mark.letter not in _MARKS[slot]:
                continue
            for reference in part.mark.references[:_READINGS]:
                inside.add(reference)
                own = (*self._of_name(reference), *(("taken",) if reference in taken else ()))
                said = self._said(slot, reference, part.role, chosen)
                yield Candidate((reference,), index, (*own, *said))
        if len(chosen) > 1:
            yield Candidate(chosen, ABSENT, tuple(self._of_several(chosen)))
        yield from self._absent(slot, chosen, inside)
        if slot == "subject" or not chosen:
            yield Candidate((), NOBODY, tuple(self._nobody(slot, chosen, inside)))

    def _of_name(self, reference: str) -> Iterator[str]:
        paper = self.case.paper
        if reference == paper.system:
            yield "own system"
        if reference in (paper.benchmark, paper.data):
            yield "own data"
        if reference == paper.base:
            yield "base"

    def _said(self, slot: Slot, reference: str, role: str, chosen: References) -> Iterator[str]:
        """Yield what the rules say of a name, or of nobody."""
        if slot == "subject":
            yield from subject.signs(self.case, reference, role, chosen[0] if chosen else "")
        elif reference in chosen or not (reference or chosen):
            yield from (
                "rules",
                f"rules, {role}",
                f"rules, {self.case.attached.measured.wording.name}",
            )
            if len(chosen) == 1:
                yield "rules, alone"

    def _of_several(self, chosen: References) -> Iterator[str]:
        measured = self.case.attached.measured
        yield from ("rules", "several", f"several, {len(chosen)}")
        yield from (f"several, {measured.kind}", f"several, {measured.wording.name}")

    def _absent(self, slot: Slot, chosen: References, inside: set[str]) -> Iterator[Candidate]:
        """Yield what the sentence has not: the own system or base, else what the rules chose."""
        known = {"subject": self.case.paper.system, "baseline": self.case.paper.base}.get(slot, "")
        others = chosen if len(chosen) == 1 else ()
        for reference in dict.fromkeys((known, *others)):
            if not reference or reference in inside:
                continue
            what = "known" if reference == known else "chosen"
            features = [*of_absent(self.case, what)]
            if slot == "subject" and reference == known:
                features.append(f"own system, {subject.sure_of_own(self.case)}")
            said = self._said(slot, reference, "absent", chosen)
            yield Candidate((reference,), ABSENT, (*features, *said))

    def _nobody(self, slot: Slot, chosen: References, inside: set[str]) -> Iterator[str]:
        if not inside:
            yield "no candidates"
        yield from self._said(slot, "", "nobody", chosen)
        if slot == "subject":
            yield from subject.signs_of_nobody(self.case, chosen[0] if chosen else "")
