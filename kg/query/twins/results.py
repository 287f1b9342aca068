"""The twins of questions on results."""

from collections.abc import Iterable, Iterator, Sequence

from kg.model import SYSTEMS
from kg.query.twins.patterns import (
    BOUNDS,
    DATE,
    MOST,
    PAPER,
    each_in_paper,
    named_in_paper,
    node,
    one_of_things,
    query_of,
    said_by,
    said_of,
    the_thing,
    the_thing_by,
)
from kg.rdf.terms import literal

#: The unit of points, which are of a score.
POINTS = "points"
#: What stands for the work of others whose value it is where the paper names none.
UNNAMED = "(not named)"


def results(
    things: Sequence[tuple[str, str]],
    slot: str,
    *,
    on: Sequence[str] = (),
    metrics: Sequence[str] | None = None,
    units: Sequence[str] = (),
    role: str = "all",
) -> str:
    """Find the results that name one of some things in a slot (a path), and what else is given.

    The things are given with their types, of which those that have narrower things matter. `on`
    holds the ids of which a result has to be on one, and `metrics` those of which one measures it;
    or it has no metric, and one of the `units`.
    """
    it = one_of_things(things)
    whose = "" if role == "all" else f'FILTER(?role = "{role}")'
    places = " ".join(map(node, on))
    also = f"VALUES ?place {{ {places} }} ?result kgo:onData|kgo:onTask|kgo:onModel ?place ."
    also = also if on else ""
    measures = " ".join(map(node, metrics or ()))
    by = f"VALUES ?by {{ {measures} }} ?result kgo:metric ?by ." if metrics is not None else ""
    if units:
        written = ", ".join(map(literal, units))
        by = f"""OPTIONAL {{ ?result kgo:metric ?by }} OPTIONAL {{ ?result kgo:unit ?unit }}
  FILTER(IF(BOUND(?by), ?by IN ({", ".join(map(node, metrics or ()))}), ?unit IN ({written})))"""
    found = f"{it} ?result {slot} ?thing ."
    if "kgo:withMethod" in slot:
        found = f"""{{ {found} }}
  UNION {{ {_of_its_paper(it)} }}"""
    where = f"""{found}
  ?result kgo:reportedIn ?paper ; kgo:kind ?kind ; kgo:role ?role ;
    kgo:confidence ?confidence .
  {also} {by} {whose}
  {BOUNDS}
  {PAPER}
  OPTIONAL {{ ?result kgo:withMethod ?method }}
  OPTIONAL {{ ?result kgo:onModel ?model }}
  BIND(COALESCE(?method, ?model, ?paper) AS ?id)
  ?id skos:prefLabel ?called .
  BIND(IF(BOUND(?method) || BOUND(?model) || ?role = "own", STR(?called), "{UNNAMED}") AS ?work)
  OPTIONAL {{ ?result kgo:metric/skos:prefLabel ?measure }}
  OPTIONAL {{ ?result kgo:onData/skos:prefLabel ?set }}
  OPTIONAL {{ ?result kgo:onTask/skos:prefLabel ?task }}
  BIND(COALESCE(?measure, "") AS ?metric) BIND(COALESCE(?set, ?task, "") AS ?data)"""
    numbers = f"?metric ?data ?lowest ?highest ?kind ?role ?confidence ?paper ?title {DATE}"
    select = f"DISTINCT ?result ?id ?work {numbers}"
    return query_of(select, where, "ORDER BY ?data ?metric ?kind ?role DESC(?highest) ?result")


def _of_its_paper(it: str) -> str:
    """Match what a paper that introduces a thing and no other work reports without a name."""
    owners = ", ".join(f"kgo:{name}" for name in SYSTEMS)
    own = f'{it} ?source kgo:introduces ?thing . ?result kgo:reportedIn ?source ; kgo:role "own" .'
    return f"""{own}
    MINUS {{ {own} ?result kgo:withMethod|kgo:onModel ?named }}
    MINUS {{ {it} ?source kgo:introduces ?thing, ?another . ?another a ?owner .
      FILTER(?another != ?thing && ?owner IN ({owners})) }}"""


#: Two values of one measurement in one paper: what may be left out of one agrees where it is there.
_COMPARABLE = """OPTIONAL { ?lost kgo:withMethod ?lostBy } OPTIONAL { ?won kgo:withMethod ?wonBy }
    OPTIONAL { ?lost kgo:onModel ?lostOn } OPTIONAL { ?won kgo:onModel ?wonOn }
    OPTIONAL { ?lost kgo:onData ?lostData } OPTIONAL { ?won kgo:onData ?wonData }
    OPTIONAL { ?lost kgo:split ?lostSplit } OPTIONAL { ?won kgo:split ?wonSplit }
    OPTIONAL { ?lost kgo:setting ?lostSetting } OPTIONAL { ?won kgo:setting ?wonSetting }
    OPTIONAL { ?lost kgo:unit ?lostUnit } OPTIONAL { ?won kgo:unit ?wonUnit }
    FILTER(!BOUND(?lostData) || !BOUND(?wonData) || ?lostData = ?wonData)
    FILTER(!BOUND(?lostBy) && !BOUND(?wonBy)
      || COALESCE(STR(?lostOn), "") = COALESCE(STR(?wonOn), ""))
    FILTER(COALESCE(?lostSplit, "") = COALESCE(?wonSplit, ""))
    FILTER(COALESCE(?lostSetting, "") = COALESCE(?wonSetting, ""))
    FILTER(LCASE(COALESCE(?lostUnit, "")) = LCASE(COALESCE(?wonUnit, "")))"""
#: Whose a result is: of its method, else of its model, else of the paper where it is the own one.
_OWNER = """OPTIONAL {{ {0} kgo:role {0}Role FILTER({0}Role = "own") }}
    BIND(COALESCE({0}By, {0}On, IF(BOUND({0}Role), ?paper, ?nobody)) AS {0}Is)"""
#: A change of one work against another, and which way is better. What is set against a method is
#: one: the model beside it is what both ran on. Points of no named metric are those of a score.
_CHANGE = f"""?change kgo:kind ?kind ; kgo:direction ?way ; kgo:baseline ?base ;
      kgo:reportedIn ?paper . FILTER(?kind != "absolute")
    OPTIONAL {{ ?change kgo:metric ?metric OPTIONAL {{ ?metric kgo:direction ?known }} }}
    OPTIONAL {{ ?change kgo:onData ?data ; kgo:unit "{POINTS}" }}
    BIND(IF(BOUND(?metric), ?known,
      IF(BOUND(?data) && ?kind = "delta", "higher", ?nowhere)) AS ?better)
    OPTIONAL {{ ?change kgo:withMethod ?method }}
    OPTIONAL {{ ?change kgo:onModel ?model . FILTER NOT EXISTS {{ ?base a kgo:Method }} }}
    OPTIONAL {{ ?change kgo:role ?whose FILTER(?whose = "own") }}
    BIND(COALESCE(?method, ?model, IF(BOUND(?whose), ?paper, ?nobody)) AS ?changed)
    FILTER(BOUND(?better) && BOUND(?changed))"""


def outperforming_on(thing: str, on: Sequence[str], *, type_name: str, relation: str) -> str:
    """Find what outperforms a thing in a paper that is evaluated on one of some places.

    That is what is stated, and what has better values there, or a change that tells so.
    """
    it = the_thing_by(thing, ("outperforms",), type_name)
    stated = f"""{it} {said_of("?thing", "?id")} ?said prov:wasDerivedFrom ?paper .
      {_evaluated_on(on, relation)}
      MINUS {{ {it} ?follows rdf:object ?thing ; kgo:premise ?said ;
        rdf:subject ?follower . ?follower ?relation ?thing }}"""
    ways = _told_by_numbers(the_thing(thing, type_name), on, "?lost", "?won", ("=", "!="))
    return _rivals("winner", the_thing(thing, type_name), (stated, *ways))


def outperformed_on(thing: str, on: Sequence[str], *, type_name: str, relation: str) -> str:
    """Find what a thing outperforms in a paper that is evaluated on one of some places."""
    it = the_thing_by(thing, ("outperforms",), type_name)
    stated = f"""{it} {said_by("?thing")} ?said prov:wasDerivedFrom ?paper .
      {_evaluated_on(on, relation)}"""
    ways = _told_by_numbers(the_thing(thing, type_name), on, "?won", "?lost", ("!=", "="))
    return _rivals("loser", the_thing(thing, type_name), (stated, *ways))


#: Where a result is.
_AT = "kgo:onData|kgo:onTask ?place"


def _places(on: Sequence[str]) -> str:
    return f"VALUES ?place {{ {' '.join(map(node, on))} }}"


def _evaluated_on(on: Sequence[str], relation: str) -> str:
    """Match the papers that are evaluated on one of some places, or report a number there."""
    return f"""{{ SELECT DISTINCT ?paper {{ {_places(on)}
        {{ ?paper kgo:{relation} ?place ; a kgo:Paper }}
        UNION {{ ?number {_AT} ; kgo:reportedIn ?paper }} }} }}"""


def _told_by_numbers(
    it: str, on: Sequence[str], own: str, rival: str, ways: tuple[str, str]
) -> Iterator[str]:
    """Yield what matches rivals by values, and by changes over the thing and of the thing.

    `own` is the value of the thing; `ways` tell how a change of either has to go.
    """
    head = f"{it} {_places(on)}"
    yield f"""{head}
    {own} kgo:withMethod|kgo:onModel|kgo:reportedIn ?thing ; {_AT} ; kgo:reportedIn ?paper ;
      kgo:metric ?metric ; kgo:kind "absolute" ; kgo:value|kgo:lowestValue {own}Low ;
      kgo:value|kgo:highestValue {own}High .
    {rival} kgo:reportedIn ?paper ; {_AT} ; kgo:metric ?metric ; kgo:kind "absolute" ;
      kgo:value|kgo:lowestValue {rival}Low ; kgo:value|kgo:highestValue {rival}High .
    ?metric kgo:direction ?direction .
    FILTER(IF(?direction = "higher", ?wonLow > ?lostHigh, ?wonHigh < ?lostLow))
    {_COMPARABLE}
    {_OWNER.format(own)} {_OWNER.format(rival)}
    FILTER({own}Is = ?thing && BOUND({rival}Is)) BIND({rival}Is AS ?id)"""
    over, of = ways
    yield f"""{head} ?change kgo:baseline ?thing ; {_AT} .
    {_CHANGE} FILTER(?way {over} ?better) BIND(?changed AS ?id)"""
    yield f"""{head} ?change kgo:baseline ?id ; {_AT} .
    {_CHANGE} FILTER(?way {of} ?better && ?changed = ?thing)"""


def _rivals(column: str, it: str, ways: Iterable[str]) -> str:
    """Find rivals of a thing that one of some patterns matches, with the paper that tells so."""
    either = "\n    UNION ".join(f"{{ {way} }}" for way in ways)
    where = f"""{{ SELECT DISTINCT ?id ?paper {{
    {either}
    MINUS {{ SELECT (?thing AS ?id) {{ {it} }} }}
  }} LIMIT {MOST} }}
  {named_in_paper(column)}"""
    return each_in_paper(f"?{column} ?type", where)
