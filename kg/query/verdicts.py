"""What the curation file says of a fact, which is not in the graph where it was rejected."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.errors import UnknownNameError
from kg.ids import fact_id
from kg.query.names import candidates
from kg.query.result_verdicts import never_read, result_to_accept, result_to_reject
from kg.query.stated import find_fact, is_id, premises, triple_of
from kg.query.stated_results import means_result

if TYPE_CHECKING:
    from kg.curation import Act
    from kg.curation.acts import Concerns
    from kg.model import Fact
    from kg.store import Store


def verdict_on(store: "Store", fact: "Fact") -> "Concerns":
    """Return what tells the verdicts on a fact."""

    def concerns(act: "Act") -> bool:
        if act.verb not in ("accept", "reject") or act.on_result:
            return False
        return _speaks_of(store, act, fact.relation, {fact.subject}, {fact.object})

    return concerns


def rejection_of(store: "Store", words: Sequence[str]) -> "Concerns":
    """Return what tells the rejections of the fact that words mean: its id, or its three names."""
    if is_id(words):
        past = dict(store.redirects())
        ids = {words[0]}

        def concerns(act: "Act") -> bool:
            rejects = act.verb == "reject" and not act.on_result
            return rejects and not ids.isdisjoint(_ids(act, past))

        return concerns
    triple = triple_of(words)
    if triple is None:
        return lambda _: False
    subjects, objects = (
        {name, *(item.id for item in candidates(store, name))} for name in (triple[0], triple[2])
    )
    return lambda act: act.verb == "reject" and _speaks_of(store, act, triple[1], subjects, objects)


def _ids(act: "Act", past: dict[str, str]) -> tuple[str, str]:
    """Return the id that the fact of a verdict had, and the one that it has by present ids."""
    subject, relation, object_ = act.arguments
    now = fact_id(past.get(subject, subject), relation, past.get(object_, object_))
    return fact_id(subject, relation, object_), now


def _speaks_of(
    store: "Store", act: "Act", relation: str, subjects: set[str], objects: set[str]
) -> bool:
    """Tell whether a verdict is on a fact between such things, by ids that they have or had."""
    subject, said, object_ = act.arguments
    if said != relation:
        return False
    return all(
        end in ids or any(item.id in ids for item in store.find(end))
        for end, ids in ((subject, subjects), (object_, objects))
    )


def to_accept(store: "Store", words: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the fact or result that is to be accepted; of a rejected fact, with what went with it.

    Raises UnknownNameError as `find_fact` where there is none and none was rejected.
    """
    if means_result(store, words):
        return result_to_accept(store, words)
    try:
        fact = find_fact(store, words)
    except UnknownNameError as error:
        if rejected := _rejected(store, words):
            return rejected
        if error.kind.startswith("fact"):
            raise never_read(error) from error
        raise
    return [(fact.subject, fact.relation, fact.object)]


def to_reject(store: "Store", words: Sequence[str], *, alone: bool) -> list[tuple[str, ...]]:
    """Return the fact or result that is to be rejected; a fact behind what it follows from.

    `alone` leaves out the latter. Raises UnknownNameError as `find_fact`; of what was rejected
    already it says so.
    """
    if means_result(store, words):
        return result_to_reject(store, words)
    try:
        fact = find_fact(store, words)
    except UnknownNameError as error:
        if _rejected(store, words):
            hint = "it was rejected already: see `kg curate list`"
            raise UnknownNameError("fact", error.name, (), hint) from error
        raise
    found = (fact.subject, fact.relation, fact.object)
    return [found] if alone else [*premises(store, found), found]


def _rejected(store: "Store", words: Sequence[str]) -> list[tuple[str, ...]]:
    """Return what the last rejection of a fact took out: the fact, behind what it follows from."""
    from kg.curation import curation_path, read, written_together

    acts, concerns = read(curation_path(store.path)), rejection_of(store, words)
    numbers = [number for number, act in enumerate(acts, 1) if concerns(act)]
    if not numbers:
        return []
    last = acts[numbers[-1] - 1]
    together = written_together(acts, numbers[-1])
    return [act.arguments for act in (together if together[-1] == last else (last,))]
