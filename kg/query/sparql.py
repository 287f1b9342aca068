"""The SPARQL twin of each question: it gives the rows of the answer from the exported RDF.

In each, what must be there stands together and first, then what may be there, then conditions and
names for what is computed: engines join a pattern that comes after an OPTIONAL row by row. What
OPTIONAL and MINUS hold begins with the thing asked for, for engines look for it on its own.
Candidates have an assertion and no direct triple, so that asking for the triple leaves them out.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kg.namespaces import VOCABULARIES, iri

if TYPE_CHECKING:
    from kg.query.filters import Filters

_PREFIXES = ("dcterms", "kgo", "prov", "rdf", "schema", "skos")
_ISSUED = "OPTIONAL { ?paper dcterms:issued ?issued }"
_PAPER = f"?paper dcterms:title ?title . {_ISSUED}"
_DATE = '(COALESCE(STR(?issued), "") AS ?date)'
_CLASS = "?id a ?class ."
_TYPE = """FILTER(STRSTARTS(STR(?class), STR(kgo:)))
  BIND(STRAFTER(STR(?class), STR(kgo:)) AS ?type)"""
_BY_PAPER = f"?paper ?title {_DATE} (MAX(?sure) AS ?confidence)"
_GROUPED = "GROUP BY ?id {} ?paper ?title ?issued ORDER BY DESC(?date) ?id ?paper"
_BOUNDS = "?result kgo:value|kgo:lowestValue ?lowest ; kgo:value|kgo:highestValue ?highest ."
#: How what is narrower than a thing of a type points to it.
_NARROWER = {"ModelFamily": "kgo:inFamily", "Task": "skos:broader", "Hardware": "skos:broader"}


def _query(select: str, where: str, tail: str = "") -> str:
    lines = [f"PREFIX {name}: <{VOCABULARIES[name]}>" for name in _PREFIXES]
    return "\n".join(
        [*lines, f"SELECT {select}", "WHERE {", f"  {where.strip()}", "}", tail]
    ).strip()


def within(query: str, filters: "Filters") -> str:
    """Leave out of a twin what the filters leave out of the answer."""
    for operator, date in filters.dates:
        known = f"SUBSTR(STR(?issued), 1, {len(date)})"
        asked = f'SUBSTR("{date}", 1, STRLEN(STR(?issued)))'
        required = f"?paper dcterms:issued ?issued . FILTER({known} {operator} {asked})"
        query = query.replace(_ISSUED, required)
        query = query if required in query else _further(query, f"{known} {operator} {asked}")
    for operator, value in filters.values:
        bound = f"FILTER(?lowest {operator} {value} && ?highest {operator} {value})"
        query = query.replace(_BOUNDS, f"{_BOUNDS} {bound}")
    return query


def _further(query: str, condition: str) -> str:
    """Add a condition on the date where there is one already."""
    first = "?paper dcterms:issued ?issued . "
    return query.replace(first, f"{first}FILTER({condition}) ")


def _node(entity_id: str) -> str:
    return f"<{iri(entity_id)}>"


def _thing(entity_id: str, type_name: str = "") -> str:
    """Match a thing; where its type is given and has narrower things, these too."""
    if type_name in _NARROWER:
        node = _node(entity_id)
        # not a path of no steps or more: Virtuoso takes no steps to lead anywhere
        itself = f"{{ VALUES ?thing {{ {node} }} ?thing skos:prefLabel ?called }}"
        narrower = f"{{ ?thing {_NARROWER[type_name]}+ {node} }}"
        return f"{{ SELECT DISTINCT ?thing {{ {itself} UNION {narrower} }} }}"
    return f"VALUES ?thing {{ {_node(entity_id)} }}"


def _relations(names: Iterable[str]) -> str:
    return f"VALUES ?relation {{ {' '.join(f'kgo:{name}' for name in names)} }}"


def _said(relation: str, subject: str = "?paper", object_: str = "?thing") -> str:
    """Match a direct triple and what a paper says of it."""
    return f"""{subject} {relation} {object_} .
  ?said rdf:subject {subject} ; rdf:predicate {relation} ; rdf:object {object_} ;
    kgo:confidence ?sure ."""


def works_that(
    relations: Iterable[str], thing: str, column: str, *, type_name: str, types: Sequence[str] = ()
) -> str:
    """Find the works of the types that stand in a relation to a thing, and who says so.

    A paper stands for itself where nothing of its own follows from what it says.
    """
    classes = f"VALUES ?class {{ {' '.join(f'kgo:{name}' for name in types)} }}" if types else ""
    within_it = f"{_thing(thing, type_name)} {_relations(relations)}"
    where = f"""{within_it} {classes}
  ?id ?relation ?thing ; skos:prefLabel ?{column} .
  ?said rdf:subject ?id ; rdf:predicate ?relation ; rdf:object ?thing ;
    kgo:confidence ?derived ; prov:wasDerivedFrom ?paper .
  {_CLASS}
  {_PAPER}
  OPTIONAL {{ {within_it} ?paper ?relation ?thing . ?first rdf:subject ?paper ;
    rdf:predicate ?relation ; rdf:object ?thing ; kgo:confidence ?own .
    ?said kgo:premise ?first }}
  MINUS {{ {within_it} ?follower ?relation ?thing .
    ?follows rdf:subject ?follower ; rdf:object ?thing ; kgo:premise ?said }}
  BIND(COALESCE(?own, ?derived) AS ?sure)
  {_TYPE}"""
    return _query(f"?id ?{column} ?type {_BY_PAPER}", where, _GROUPED.format(f"?{column} ?type"))


def models_on_data(thing: str) -> str:
    """Find the models that papers with an evaluation on a benchmark introduce or ran on."""
    evaluated = f"{_thing(thing)} {_said('kgo:evaluatedOn')}"  # a branch sees only what it binds
    where = f"""VALUES ?class {{ kgo:Model kgo:ModelFamily }}
  {{ {evaluated}
    ?derived kgo:premise ?said ; rdf:subject ?id ; rdf:predicate kgo:evaluatedOn .
    ?id kgo:evaluatedOn ?thing . BIND("introduced" AS ?how) }}
  UNION {{ {evaluated}
    ?paper kgo:evaluatedOnModel ?id . BIND("experiments" AS ?how)
    MINUS {{ {_thing(thing)} ?id kgo:evaluatedOn ?thing .
      ?other rdf:subject ?id ; rdf:object ?thing ; kgo:premise ?said }} }}
  ?id a ?class ; skos:prefLabel ?model .
  {_PAPER}"""
    select = f"?id ?model ?how ?paper ?title {_DATE}"
    return _query(f"DISTINCT {select}", where, "ORDER BY DESC(?date) ?id ?paper")


def papers_that(relations: Iterable[str], thing: str, *, type_name: str = "") -> str:
    """Find the papers that stand in a relation to a thing."""
    where = f"""{_thing(thing, type_name)}
  {_relations(relations)}
  {_said("?relation")}
  ?paper a kgo:Paper .
  {_PAPER}"""
    tail = "GROUP BY ?paper ?title ?issued ORDER BY DESC(?date) ?paper"
    return _query(f"(?paper AS ?id) {_BY_PAPER}", where, tail)


def targets(work: str, relations: Iterable[str], *, type_name: str = "") -> str:
    """Find what a work, or a paper, stands in a relation to."""
    where = f"""{_thing(work, type_name)}
  {_relations(relations)}
  ?thing ?relation ?id .
  ?said rdf:subject ?thing ; rdf:predicate ?relation ; rdf:object ?id ;
    prov:wasDerivedFrom ?paper .
  ?id skos:prefLabel ?name .
  {_CLASS}
  {_PAPER}
  {_TYPE}"""
    select = f"DISTINCT ?id ?name ?type ?paper ?title {_DATE}"
    return _query(select, where, "ORDER BY DESC(?date) ?id ?paper")


def works_that_use(method: str) -> str:
    """Find the works that use a method."""
    where = f"""{_said("kgo:usesMethod", "?id", _node(method))}
  ?said prov:wasDerivedFrom ?paper .
  ?id skos:prefLabel ?method .
  {_CLASS}
  {_PAPER}
  MINUS {{ ?id a kgo:Paper }}
  {_TYPE}"""
    return _query(f"?id ?method ?type {_BY_PAPER}", where, _GROUPED.format("?method ?type"))


def methods_used_with(method: str) -> str:
    """Find the methods that the papers which use or introduce a method use too."""
    where = f"""{{ SELECT DISTINCT ?paper {{ ?paper kgo:usesMethod|kgo:introduces {_node(method)} ;
    a kgo:Paper . {_ISSUED} }} }}
  ?paper kgo:usesMethod ?id . FILTER(?id != {_node(method)})
  ?id skos:prefLabel ?method ."""
    select = "?id ?method (COUNT(DISTINCT ?paper) AS ?papers)"
    return _query(select, where, "GROUP BY ?id ?method ORDER BY DESC(?papers) ?id")


def code_of(thing: str, *, paper: bool) -> str:
    """Find the code of a paper, or of a thing and of the papers that introduce it."""
    by = "VALUES ?by { " + _node(thing) + " }"
    if not paper:
        own = f"{{ {by} ?by kgo:hasCode ?id }}"
        by = f"{own} UNION {{ ?by kgo:introduces {_node(thing)} ; kgo:hasCode ?id }}"
    where = f"""{by}
  {_said("kgo:hasCode", "?by", "?id")}
  ?said prov:wasDerivedFrom ?paper .
  {_PAPER}
  OPTIONAL {{ ?id schema:codeRepository ?code }}"""
    return _query(f"?id ?code {_BY_PAPER}", where, _GROUPED.format("?code"))


def papers_listed(listings: Iterable[str]) -> str:
    """Find the papers of dated pages or feeds."""
    nodes = " ".join(map(_node, listings))
    where = f"""VALUES ?on {{ {nodes} }}
  ?paper kgo:listedIn ?on . ?on skos:prefLabel ?listing .
  {_PAPER}
  BIND(?paper AS ?id)"""
    select = f"?id ?paper ?title {_DATE} ?listing"
    return _query(select, where, "ORDER BY DESC(?date) ?paper ?listing")


def models_of_family(family: str) -> str:
    """Find all models in a family and in the families within it."""
    where = f"""?id kgo:inFamily+ {_node(family)} ; a kgo:Model ; skos:prefLabel ?model .
  OPTIONAL {{ ?evaluated kgo:evaluatedOnModel ?id ; a kgo:Paper }}"""
    select = "?id ?model (COUNT(DISTINCT ?evaluated) AS ?papers)"
    return _query(select, where, "GROUP BY ?id ?model ORDER BY ?model ?id")


def facts_between(pairs: Iterable[tuple[str, str, str]]) -> str:
    """Find the facts of a chain: subject, relation and object of each."""
    values = "\n    ".join(f"({_node(s)} kgo:{r} {_node(o)})" for s, r, o in pairs)
    where = f"""VALUES (?subject ?relation ?object) {{
    {values}
  }}
  ?subject ?relation ?object ."""
    return _query("?subject ?relation ?object", where)


def compared_with(thing: str, *, type_name: str) -> str:
    """Find what a thing is set against, whichever way the facts point."""
    within_it = f"{_thing(thing, type_name)} {_relations(('comparedWith', 'outperforms'))}"
    said = "?said rdf:predicate ?relation ; prov:wasDerivedFrom ?paper ; rdf:subject"
    named = f"?id skos:prefLabel ?name . {_CLASS} {_PAPER}"  # apart from a branch, all with all
    where = f"""{{ {within_it} ?id ?relation ?thing .
    {said} ?id ; rdf:object ?thing . {named} }}
  UNION {{ {within_it} ?thing ?relation ?id .
    {said} ?thing ; rdf:object ?id . {named} }}
  MINUS {{ {within_it} ?follower ?relation ?thing .
    ?follows rdf:subject ?follower ; rdf:object ?thing ; kgo:premise ?said }}
  {_TYPE}"""
    select = f"DISTINCT ?id ?name ?type ?paper ?title {_DATE}"
    return _query(select, where, "ORDER BY DESC(?date) ?id ?paper")


def lineage(
    thing: str, relations: Iterable[str], column: str, *, type_name: str = "", upward: bool = False
) -> str:
    """Find all that is made from a thing, at any remove; upward, all that it is made from."""
    path = f"({'|'.join(f'kgo:{name}' for name in relations)})+"
    thing_itself = "?thing" if type_name in _NARROWER else _node(thing)
    link = f"{thing_itself} {path} ?id" if upward else f"?id {path} ?thing"
    within_it = f"{_NARROWER.get(type_name, 'kgo:inFamily')}*"
    itself = f"MINUS {{ ?id {within_it} {_node(thing)} }}"
    where = f"""{_thing(thing, type_name)}
  {link} .
  ?id skos:prefLabel ?{column} .
  {_CLASS}
  {"FILTER(?id != ?thing)" if upward else itself}
  {_TYPE}"""
    return _query(f"DISTINCT ?id ?{column} ?type", where, f"ORDER BY ?{column} ?id")


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
    places = " ".join(map(_node, on))
    also = f"VALUES ?place {{ {places} }} ?result kgo:onData|kgo:onTask|kgo:onModel ?place ."
    also = also if on else ""
    by = f"?result kgo:metric {_node(metric)} ." if metric else ""
    where = f"""{_thing(thing, type_name)}
  ?result {slot} ?thing ; kgo:reportedIn ?paper ; kgo:kind ?kind ; kgo:role ?role .
  {also} {by} {whose}
  {_BOUNDS}
  {_PAPER}
  OPTIONAL {{ ?result kgo:withMethod ?method }}
  OPTIONAL {{ ?result kgo:onModel ?model }}
  BIND(COALESCE(?method, ?model, ?paper) AS ?id)
  ?id skos:prefLabel ?work .
  OPTIONAL {{ ?result kgo:metric/skos:prefLabel ?measure }}
  OPTIONAL {{ ?result kgo:onData/skos:prefLabel ?set }}
  OPTIONAL {{ ?result kgo:onTask/skos:prefLabel ?task }}
  BIND(COALESCE(?measure, "") AS ?metric) BIND(COALESCE(?set, ?task, "") AS ?data)"""
    numbers = f"?metric ?data ?lowest ?highest ?kind ?role ?paper ?title {_DATE}"
    select = f"DISTINCT ?result ?id ?work {numbers}"
    return _query(select, where, "ORDER BY ?data ?metric ?kind ?role DESC(?highest) ?result")


def data_for_task(task: str) -> str:
    """Find the papers that introduce data and address a task, or whose data does."""
    where = f"""{_thing(task, "Task")}
  VALUES ?class {{ kgo:Benchmark kgo:Dataset }}
  ?paper kgo:introduces ?id . ?id a ?class ; skos:prefLabel ?name .
  {{ ?paper kgo:addressesTask ?thing }} UNION {{ ?id kgo:addressesTask ?thing }}
  {_PAPER}
  {_TYPE}"""
    select = f"DISTINCT ?id ?name ?type ?paper ?title {_DATE}"
    return _query(select, where, "ORDER BY DESC(?date) ?id ?paper")


def new_papers() -> str:
    """Find papers; `within` says from when."""
    where = f"?paper a kgo:Paper . {_PAPER}\n  BIND(?paper AS ?id)"
    return _query(f"?id ?paper ?title {_DATE}", where, "ORDER BY DESC(?date) ?id")


def new_things(types: Iterable[str]) -> str:
    """Find what papers introduce; `within` says from when."""
    where = f"""VALUES ?class {{ {" ".join(f"kgo:{name}" for name in types)} }}
  {_said("kgo:introduces", "?paper", "?id")}
  ?paper a kgo:Paper . ?id a ?class ; skos:prefLabel ?name .
  {_PAPER}
  {_TYPE}"""
    return _query(f"?id ?name ?type {_BY_PAPER}", where, _GROUPED.format("?name ?type"))


def facts_of(things: Iterable[str], relations: Iterable[str]) -> str:
    """Find what each of some things stands in a relation to."""
    nodes = " ".join(map(_node, things))
    where = f"""VALUES ?thing {{ {nodes} }}
  {_relations(relations)}
  ?thing ?relation ?id . ?id skos:prefLabel ?name ."""
    return _query("DISTINCT ?thing ?relation ?id ?name", where, "ORDER BY ?relation ?name ?thing")
