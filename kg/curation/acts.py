"""What a curator can decide, and what each decision names."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from kg.ids import digest


@dataclass(frozen=True, slots=True)
class Verb:
    """One kind of decision.

    `needs` names its arguments in order, as the checks of `kg.curation.checking` know them. `least`
    of them are filled, the first among them. The object of `HAS_RESULT` is the name of a result.
    """

    name: str
    needs: tuple[str, ...]
    least: int
    does: str


#: The relation by which a verdict is on a result, whose name (see `kg.curation.result_names`)
#: stands in the place of the object.
HAS_RESULT = "hasResult"

#: The kinds of decisions by name, in the order of the help.
VERBS = MappingProxyType(
    {
        verb.name: verb
        for verb in (
            Verb(
                "accept",
                ("entity", "relation", "entity"),
                3,
                "The fact or result is right: its status is curated.",
            ),
            Verb(
                "reject",
                ("entity", "relation", "entity"),
                3,
                "The fact or result is wrong: it is left out, and so is what follows from it.",
            ),
            Verb("retype", ("entity", "type"), 2, "The thing is of this type."),
            Verb(
                "alias",
                ("entity", "change", "name"),
                3,
                "The name is one of the thing's (add), or is none (remove).",
            ),
            Verb("merge", ("entity", "entity"), 2, "The first thing is the second."),
            Verb(
                "split",
                ("entity", "name", "paper"),
                2,
                "What is called so, or what the paper means, is a thing of its own.",
            ),
            Verb("do-not-merge", ("entity", "entity"), 2, "No rule may make the two one thing."),
        )
    }
)


@dataclass(frozen=True, slots=True)
class Act:
    """One decision: what `verb` does, to what, and who decided it when and why.

    `line` is where it stands in its file; it tells no two acts apart.
    """

    verb: str
    arguments: tuple[str, ...]
    who: str = ""
    when: str = ""
    note: str = ""
    line: int = 0

    @property
    def on_result(self) -> bool:
        """Whether the act is a verdict on a result."""
        return self.verb in ("accept", "reject") and self.arguments[1] == HAS_RESULT

    @property
    def what(self) -> str:
        """The act in words, as the command line takes it.

        >>> Act("merge", ("method/foo", "method/foonet")).what
        'merge method/foo method/foonet'
        """
        return " ".join((self.verb, *filter(None, self.arguments)))


#: Tells whether an act is about something.
Concerns = Callable[[Act], bool]


def version(acts: Iterable[Act]) -> str:
    """Return a hash of what was decided; who, when and why change nothing in the graph.

    >>> version([])
    ''
    >>> act = Act("retype", ("method/foo", "Model"))
    >>> version([act]) == version([Act(act.verb, act.arguments, who="Ada", line=9)])
    True
    """
    lines = ["\t".join((act.verb, *act.arguments)) for act in acts]
    return digest(*lines) if lines else ""


def written_together(acts: Sequence[Act], number: int) -> tuple[Act, ...]:
    """Return the act of a number (from 1) with those that the same command wrote.

    A verdict on a fact stands behind those on what papers say of themselves, from which it follows.

    >>> words = [("paper/1", "usesMethod", "method/b"), ("method/a", "usesMethod", "method/b")]
    >>> acts = [Act("reject", triple, "ada", "2024-08-02T10:00:00Z") for triple in words]
    >>> written_together(acts, 1) == written_together(acts, 2) == tuple(acts)
    True
    """
    first = number - 1
    last = next(
        (
            place
            for place in range(number, len(acts))
            if all(_leads_to(act, acts[place]) for act in acts[first:place])
        ),
        first,
    )
    while first and _leads_to(acts[first - 1], acts[last]):
        first -= 1
    return tuple(acts[first : last + 1])


def _leads_to(one: Act, other: Act) -> bool:
    """Tell whether a command that gave the second verdict gave the first with it."""
    stamps = [(act.verb, act.who, act.when, act.note) for act in (one, other)]
    if not one.when or stamps[0] != stamps[1] or one.verb not in ("accept", "reject"):
        return False
    said, follows = one.arguments[::2], other.arguments[::2]
    if one.arguments[1] != other.arguments[1] or any(map(_is_paper, follows)):
        return False
    return (_is_paper(said[0]) and said[1] == follows[1]) or (
        _is_paper(said[1]) and said[0] == follows[0]
    )


def _is_paper(entity: str) -> bool:
    return entity.startswith("paper/")
