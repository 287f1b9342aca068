"""A quantity that measures something, with the names that belong to it."""

from dataclasses import dataclass, field

from kg.results.attachment.clauses import Clause
from kg.results.attachment.roles import Part, Role
from kg.results.attachment.spread import Names
from kg.results.wordings.measured import Measured

_NO_CLAUSE = Clause(0, 0)


@dataclass(frozen=True, slots=True)
class Attached:
    """A measured quantity with the names that belong to it; lists hold of each of their names."""

    measured: Measured
    names: Names = field(default_factory=dict)
    #: Whether others have the value, whom the text does not name: "the best model reaches ...".
    of_others: bool = False
    #: Whether it was measured on something else than the numbers beside it, which no name tells.
    elsewhere: bool = False
    #: All names of the sentence, and the clause of the quantity.
    parts: tuple[Part, ...] = ()
    #: Which number of its list it is, and how many "respectively" shares names out among: 1 where
    #: no list is shared out, 0 where the numbers of the list are not read as one.
    place: tuple[int, int] = (0, 1)
    clause: Clause = _NO_CLAUSE

    def references(self, role: Role) -> tuple[str, ...]:
        """Return the local references of the names that have a role."""
        found = (ref for part in self.names.get(role, ()) for ref in part.mark.references)
        return tuple(dict.fromkeys(found))
