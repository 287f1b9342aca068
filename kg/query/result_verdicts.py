"""What the curation file says of a result, which is not in the graph where it was rejected."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.curation.acts import HAS_RESULT
from kg.curation.result_names import folded, read_name, result_name
from kg.errors import AmbiguousNameError, UnknownNameError
from kg.model import SLOTS, value_text
from kg.query.names import candidates, encodable
from kg.query.stated import triple_of
from kg.query.stated_results import behind_value, find_result, named_in

if TYPE_CHECKING:
    from kg.curation import Act
    from kg.curation.acts import Concerns
    from kg.model import Result
    from kg.store import Store


def verdict_on_result(store: "Store", result: "Result") -> "Concerns":
    """Return what tells the verdicts on a result."""
    past = dict(store.redirects())
    value = folded(value_text(result))
    things = {getattr(result, slot) for slot in SLOTS} - {""}

    def concerns(act: "Act") -> bool:
        if not act.on_result or past.get(act.arguments[0], act.arguments[0]) != result.paper:
            return False
        said, named = read_name(act.arguments[2])
        # A new type may have taken out of the result what it was of when it was judged.
        gone = {past[thing] for thing in named if thing in past}
        now = {past.get(thing, thing) for thing in named}
        return said == value and things <= now <= things | gone

    return concerns


def result_to_accept(store: "Store", words: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the result that is to be accepted, which may be one that was rejected.

    Raises UnknownNameError and AmbiguousNameError as `find_result`.
    """
    try:
        return [_arguments(find_result(store, words))]
    except UnknownNameError as error:
        if rejected := rejected_results(store, words):
            return [_only(rejected, words).arguments]
        if error.kind == "result":
            raise never_read(error, "a value cannot be written anew") from error
        raise


def never_read(error: UnknownNameError, further: str = "") -> UnknownNameError:
    """Make the error for what nobody read, and nobody rejected, and so cannot be accepted."""
    hint = "; ".join(filter(None, (error.further, "only what was read can be accepted", further)))
    return UnknownNameError(error.kind, error.name, error.nearest, hint)


def result_to_reject(store: "Store", words: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the result that is to be rejected.

    Raises UnknownNameError and AmbiguousNameError as `find_result`; of what was rejected already it
    says so.
    """
    try:
        return [_arguments(find_result(store, words))]
    except UnknownNameError as error:
        if rejected_results(store, words):
            hint = "it was rejected already: see `kg curate list`"
            raise UnknownNameError("result", error.name, (), hint) from error
        raise


def _arguments(result: "Result") -> tuple[str, ...]:
    return (result.paper, HAS_RESULT, result_name(result))


def rejected_results(store: "Store", words: Sequence[str]) -> "list[Act]":
    """Return the last rejection of each result that words may mean.

    The words are those for a result that is there: what has it, value, names; not its id, which
    nothing has any more.
    """
    from kg.curation import curation_path, read

    triple = triple_of(words)
    if triple is None or triple[1] != HAS_RESULT:
        return []
    owners = {triple[0], *(entity.id for entity in candidates(store, triple[0]))}
    acts = [act for act in read(curation_path(store.path)) if act.on_result]
    found = {
        act.arguments: act
        for act in acts
        if act.verb == "reject" and _means(store, act, owners, triple[2])
    }
    name = read_name(triple[2])
    exactly = [act for act in found.values() if read_name(act.arguments[2]) == name]
    return exactly or list(found.values())


def _means(store: "Store", act: "Act", owners: set[str], words: str) -> bool:
    """Tell whether an act is on a result that an owner has and that words name."""
    paper, _, name = act.arguments
    value, things = read_name(name)
    ids = {paper, *things}
    ids |= {entity.id for thing in ids for entity in store.find(thing)}
    if ids.isdisjoint(owners):
        return False
    if read_name(words) == (value, things):
        return True
    rest = behind_value(value, words)
    return all(any(item.id in ids for item in meant) for meant in named_in(store, rest))


def _only(acts: "Sequence[Act]", words: Sequence[str]) -> "Act":
    if len(acts) > 1:
        offered = sorted(" ".join(act.arguments) for act in acts)
        raise AmbiguousNameError(encodable(" ".join(words)), offered, results=True)
    return acts[0]
