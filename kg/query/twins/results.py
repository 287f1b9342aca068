"""The twins of questions on results."""

from collections.abc import Sequence

from kg.query.twins.patterns import BOUNDS, DATE, PAPER, node, query_of, the_thing

#: What stands for the work of others whose value it is where the paper names none.
UNNAMED = "(not named)"


def results(
    thing: str,
    slot: str,
    *,
    type_name: str = "",
    on: Sequence[str] = (),
    metric: str = "",
    role: str = "all",
) -> str:
    """Find the results that name a thing in a slot (a path), and what else is given.

    `on` holds the ids of which a result has to be on one.
    """
    whose = "" if role == "all" else f'FILTER(?role = "{role}")'
    places = " ".join(map(node, on))
    also = f"VALUES ?place {{ {places} }} ?result kgo:onData|kgo:onTask|kgo:onModel ?place ."
    also = also if on else ""
    by = f"?result kgo:metric {node(metric)} ." if metric else ""
    where = f"""{the_thing(thing, type_name)}
  ?result {slot} ?thing ; kgo:reportedIn ?paper ; kgo:kind ?kind ; kgo:role ?role .
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
    numbers = f"?metric ?data ?lowest ?highest ?kind ?role ?paper ?title {DATE}"
    select = f"DISTINCT ?result ?id ?work {numbers}"
    return query_of(select, where, "ORDER BY ?data ?metric ?kind ?role DESC(?highest) ?result")
