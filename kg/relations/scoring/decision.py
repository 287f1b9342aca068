"""Weigh the relations of a paper to its names, and decide which of them hold."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from kg.frozen import fast
from kg.mentions import Found
from kg.relations.claim import Claim
from kg.relations.frames import Frame
from kg.relations.scoring.features import Place, Said, features_at, places
from kg.relations.scoring.weights import Scale, Weights, load
from kg.relations.surveys import is_survey
from kg.text import Reading

#: The rule that evidence names where no other reads the relation.
SCORED = "scored"

#: A survey mostly tells of methods that it does not use: from such a probability on it does. Of
#: what is less probable annotators call 5 of 29 used, of what is more probable 6 of 9.
_LEAST_IN_SURVEYS = MappingProxyType({"usesMethod": 0.75})

_NOTHING: Mapping[str, float] = MappingProxyType({})

#: What a paper makes is not what it uses, runs on or sets itself against.
_NOT_OF_OWN = frozenset({"evaluatedOnModel", "usesMethod", "comparedWith", "outperforms"})


@fast
@dataclass(frozen=True, slots=True)
class Verdict:
    """How probable a relation of the paper to a name is, and whether it is held to be true."""

    probability: float
    holds: bool


#: Verdicts by relation and local reference.
Verdicts = Mapping[tuple[str, str], Verdict]


@dataclass(frozen=True, slots=True)
class Weighed:
    """The verdicts on all that was said or is likely, and the claims that no rule made."""

    verdicts: Verdicts
    added: tuple[Claim, ...]


def weigh(
    reading: Reading,
    found: Sequence[Found],
    frames: Sequence[Frame],
    said: Said,
    weights: Weights | None = None,
) -> Weighed:
    """Decide on the relations of a paper; by other weights where they are given."""
    tables = weights or load()
    ruled, dropped = said.of_paper(), said.dropped()
    surer = _LEAST_IN_SURVEYS if is_survey(reading) else _NOTHING
    own = said.own()
    placed = places(frames, own)
    verdicts: dict[tuple[str, str], Verdict] = {}
    for reference, entity in features_at(placed, reading, found, said).items():
        all_odds = tables.all_odds(entity)
        for scale in tables.of_type.get(reference.partition("/")[0], ()):
            key = (scale.relation, reference)
            if key in ruled or reference not in own or scale.relation not in _NOT_OF_OWN:
                odds = tables.odds_in(all_odds, scale.relation)
                if key in ruled or odds >= tables.least[scale.relation]:
                    least = max(scale.threshold(entity), surer.get(scale.relation, 0.0))
                    verdict = _verdict(scale, odds, least, is_ruled=key in ruled)
                    verdicts[key] = replace(verdict, holds=False) if key in dropped else verdict
    verdicts.update(_consequences(verdicts))
    added = {key: verdict for key, verdict in verdicts.items() if key not in ruled}
    return Weighed(verdicts, tuple(_claims(placed, tables, added) if added else ()))


def _verdict(scale: Scale, odds: int, least: float, *, is_ruled: bool) -> Verdict:
    """Return what is held of a relation that a rule says, or that is likely, from `least` on."""
    probability = scale.probability(odds)
    if is_ruled:
        return Verdict(probability, scale.mode == "rules" or probability >= least)
    return Verdict(probability, scale.mode == "model" and probability >= least)


def _consequences(verdicts: Verdicts) -> Iterator[tuple[tuple[str, str], Verdict]]:
    """Yield that a work is compared with what it is better than."""
    for (relation, reference), verdict in verdicts.items():
        if relation == "outperforms" and verdict.holds:
            key = ("comparedWith", reference)
            if key in verdicts:
                surer = max(verdict.probability, verdicts[key].probability)
                yield key, Verdict(surer, holds=True)


def _claims(placed: Iterable[Place], tables: Weights, verdicts: Verdicts) -> Iterator[Claim]:
    """Yield a claim for each relation that no rule makes, by the sentence that says most for it."""
    best: dict[tuple[str, str], tuple[int, Claim]] = {}
    wanted = {reference for _, reference in verdicts}
    for frame, group, here in placed:
        for item in group:
            reference = item.name.reference
            for scale in tables.of_type[item.name.type] if reference in wanted else ():
                key = (scale.relation, reference)
                if key in verdicts:
                    odds = tables.odds(scale.relation, here)
                    if key not in best or odds > best[key][0]:
                        probability = verdicts[key].probability
                        place = (frame.start, frame.end)
                        claim = Claim(scale.relation, item, *place, SCORED, probability)
                        best[key] = (odds, claim)
    return (claim for _, claim in best.values())
