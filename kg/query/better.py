"""Who is better than whom: by what is stated, and by numbers of one measurement in one paper."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.counted import counted
from kg.model import value_text
from kg.query.asked import Asked
from kg.query.changes import known_direction, winner_and_loser
from kg.query.own_values import standing_for

if TYPE_CHECKING:
    from kg.model import Entity, Evidence, Fact, Mention, Result

#: Of what is less probable than this a verdict is no more than perhaps right.
_EVEN = 0.5
#: The verdict where nobody says which is better.
UNKNOWN = "Not known: no paper here states which is better, or has numbers to compare."


@dataclass(frozen=True, slots=True)
class Better:
    """One work is better than another, as a paper's numbers have it; `told` writes them.

    The confidence is that of the least sure of the numbers.
    """

    winner: str
    loser: str
    paper: str
    told: str
    evidence: tuple["Evidence", ...]
    confidence: float


def better_than(
    asked: Asked, losers: Collection[str], places: Collection[str] = ()
) -> Iterator[Better]:
    """Yield what is better than one of the losers, on one of the places; on anything if none."""
    return (one for one in _contests(asked, losers, places) if one.loser in losers)


def worse_than(
    asked: Asked, winners: Collection[str], places: Collection[str] = ()
) -> Iterator[Better]:
    """Yield what one of the winners is better than, on one of the places; on anything if none."""
    return (one for one in _contests(asked, winners, places) if one.winner in winners)


def _contests(asked: Asked, things: Collection[str], places: Collection[str]) -> Iterator[Better]:
    """Yield who is better than whom where one of the two is one of the things.

    Two values are compared where one paper has both, on the same data, by the same metric, split,
    setting and unit, and it is known whether more is better. A change or ratio that a paper gives
    of one against the other counts too, whichever of them it is for the better of.
    """
    named = on_places(results_naming(asked, things), places)
    beside: dict[str, list[Result]] = {}
    for result in named:
        if result.paper not in beside:
            beside[result.paper] = on_places(asked.results(result.paper), places)
        for other in beside[result.paper]:
            if has_value(result, things):
                yield from _by_values(asked, result, other)
    for result in named:
        winner, loser = winner_and_loser(asked, result)
        if winner:
            told = _told(asked, result, f"{value_text(result)} {result.direction}")
            yield Better(winner, loser, result.paper, told, result.evidence, result.confidence)


def _by_values(asked: Asked, one: "Result", other: "Result") -> Iterator[Better]:
    """Yield which of two values is better, where one is."""
    for won, lost in ((other, one), (one, other)):
        if _beats(asked, won, lost):
            told = _told(asked, won, f"{value_text(won)} against {value_text(lost)}")
            evidence = (*won.evidence, *lost.evidence)
            sure = min(won.confidence, lost.confidence)
            yield Better(_owner(won), _owner(lost), won.paper, told, evidence, sure)


def results_naming(asked: Asked, things: Iterable[str]) -> "list[Result]":
    """Return the results that name one of the things, each once."""
    return list(dict.fromkeys(found for one in sorted(things) for found in asked.results(one)))


def on_places(results: "Iterable[Result]", places: Collection[str]) -> "list[Result]":
    """Keep the results on one of some places; of no places, all."""
    return [r for r in results if not places or r.data in places or r.task in places]


def _said_of(asked: Asked, facts: "Iterable[Fact]", places: Collection[str]) -> "Iterator[Fact]":
    """Yield facts with the evidence alone that names one of some places, and no other data."""
    for fact in facts:
        kept = tuple(item for item in fact.evidence if _names_only(asked, item, places))
        if kept:
            yield replace(fact, evidence=kept)


def _names_only(asked: Asked, evidence: "Evidence", places: Collection[str]) -> bool:
    named = {
        mention.entity
        for mention in asked.store.mentions(document=evidence.document)
        if _is_within(mention, evidence) and mention.entity.startswith(_DATA)
    }
    return bool(named) and named <= set(places)


def _is_within(mention: "Mention", evidence: "Evidence") -> bool:
    inside = evidence.start <= mention.start and mention.end <= evidence.end
    return inside and mention.field == evidence.field


_DATA = ("benchmark/", "dataset/")


def names_one(asked: Asked, evidence: "Iterable[Evidence]", places: Collection[str]) -> bool:
    """Tell whether one of the passages names one of some places."""
    return any(
        _is_within(mention, item)
        for item in evidence
        for place in places
        for mention in asked.store.mentions(document=item.document, entity=place)
    )


def has_value(result: "Result", things: Collection[str]) -> bool:
    """Tell whether a result is the value of one of the things itself."""
    return result.kind == "absolute" and _owner(result) in things


def _owner(result: "Result") -> str:
    """Return whose value it is: the paper's, if it is of its own work without a name."""
    own = result.paper if result.role == "own" else ""
    return result.method or result.model or own


def is_unknown(asked: Asked, result: "Result") -> bool:
    """Tell whether nobody knows if more of what a result measures is better."""
    return not known_direction(asked, result)


def _beats(asked: Asked, other: "Result", result: "Result") -> bool:
    """Tell whether another value of the same measurement is better, by both ends of a range."""
    direction = known_direction(asked, result)
    absolute = other.kind == result.kind == "absolute"
    if not (direction and absolute and _is_same_measure(other, result)):
        return False
    if direction == "higher":
        return other.value[0] > result.value[-1]
    return other.value[-1] < result.value[0]


def _is_same_measure(one: "Result", other: "Result") -> bool:
    """Tell whether two values measure the same: data may be left out of one.

    Models are compared as they are; a method only on the same model, or on none that is told.
    """
    setups = [(r.metric, r.split, r.setting, r.unit.casefold()) for r in (one, other)]
    if (one.method or other.method) and one.model != other.model:
        return False
    agree = "" in (one.data, other.data) or one.data == other.data
    shared = {one.data, one.task} & {other.data, other.task} - {""}
    return setups[0] == setups[1] and bool(shared) and agree


def _told(asked: Asked, result: "Result", numbers: str) -> str:
    """Write numbers behind their metric, where it is named."""
    return f"{asked.papers.label(result.metric)} {numbers}" if result.metric else numbers


def verdict(
    asked: Asked,
    ones: Collection[str],
    others: Collection[str],
    *,
    ask: bool,
    places: Collection[str] = (),
) -> str:
    """Say in one sentence which of two things papers report better; where they `ask`, yes or no.

    The things are given with their members. On some places, numbers there count, and what is stated
    where the sentence names no other data. A paper that reports either better than the other, on
    other data perhaps, is counted apart. What is less probable than not is told with its
    confidence. Where nobody says, '' or, if they ask, `UNKNOWN`.
    """
    pro, contra = (_reporting(asked, *pair, places) for pair in ((ones, others), (others, ones)))
    if not (pro or contra):
        return UNKNOWN if ask else ""
    both = pro.keys() & contra.keys()
    unsure = _unsure(pro, contra)
    labels = tuple(thing.label for thing in asked.things)
    if len(pro) >= len(contra):
        most, least, (better, worse) = len(pro) - len(both), len(contra) - len(both), labels
    else:
        most, least, (worse, better) = len(contra) - len(both), len(pro) - len(both), labels
    if least or both:
        told = _differing(f"{better} better than {worse}", most, least, both)
        return f"{'Reports may differ' if unsure else 'Reports differ'}: {told}{unsure}."
    told = f"{_papers_report(most)} {better} better than {worse}, none the reverse{unsure}."
    word = ("Perhaps" if pro else "Perhaps not") if unsure else ("Yes" if pro else "No")
    return f"{word}: {told}" if ask else told


def _unsure(*sides: Mapping[str, float]) -> str:
    """Say how sure the surest report of a side is, where it is less probable than not."""
    surest = [max(side.values()) for side in sides if side]
    if min(surest) >= _EVEN:
        return ""
    whose = " for one side" if max(surest) >= _EVEN else ""
    return f", with a confidence of no more than {min(surest):.2f}{whose}"


def _differing(winner: str, most: int, least: int, both: Collection[str]) -> str:
    """Count the papers for each side; of as many on both, neither is named."""
    if most > least:
        sides = f"{_papers_report(most)} {winner}, {least or 'none'} the reverse"
    elif most:
        sides = f"{_papers_report(most)} one of them better, {least} the other"
    else:
        return f"{_papers_report(len(both))} both ways"
    return f"{sides}, {len(both)} both ways" if both else sides


def _papers_report(number: int) -> str:
    return counted(number, "paper reports", "papers report")


def _reporting(
    asked: Asked, ones: Collection[str], others: Collection[str], places: Collection[str]
) -> dict[str, float]:
    """Return the papers that report one of the ones better than one of the others, and how sure."""
    better, worse = set(ones) - set(others), set(others) - set(ones)
    wins = list(better_than(asked, worse | standing_for(asked, worse), places))
    for_them = better | standing_for(asked, better)
    found = [(win.paper, win.confidence) for win in wins if win.winner in for_them]
    facts = asked.facts(subject=better, relation="outperforms", object_=worse)
    if places:
        facts = list(_said_of(asked, facts, places))
    found += [(item.document, item.confidence) for fact in facts for item in fact.evidence]
    return dict(sorted(found))  # of each paper the surest is last, and kept


def not_compared(
    asked: Asked, thing: "Entity", ids: Collection[str], place: "Entity", where: Collection[str]
) -> Iterator[str]:
    """Name the values of a thing on a place that cannot be better or worse than others."""
    found = {
        value_text(result)
        for result in on_places(results_naming(asked, ids), where)
        if has_value(result, ids) and is_unknown(asked, result)
    }
    if found:
        yield (
            f"not compared, for whether more is better is not known: {', '.join(sorted(found))} of"
            f" {thing.label}; ask: leaderboard of {place.label}"
        )
