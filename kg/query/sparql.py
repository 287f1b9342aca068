"""The SPARQL twin of each question: it gives the rows of the answer from the exported RDF.

In each, what must be there stands together and first, then what may be there, then conditions and
names for what is computed: engines join a pattern that comes after an OPTIONAL row by row. What
OPTIONAL and MINUS hold begins with the thing asked for, for engines look for it on its own. What
many rows need stands in a SELECT of its own: engines then go through it once, and not for each row.
An assertion stands before the triple that it is of: engines that count no triples take the first of
what looks alike, and from a paper's side all that it says would be gone through for each.
Candidates have an assertion and no direct triple, so that asking for the triple leaves them out.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kg.namespaces import BASE, VOCABULARIES, iri

if TYPE_CHECKING:
    from kg.query.filters import Filters

_PREFIXES = ("dcterms", "kgo", "prov", "rdf", "schema", "skos")
#: What stands for the work of others whose value it is where the paper names none.
UNNAMED = "(not named)"
_ISSUED = "OPTIONAL { ?paper dcterms:issued ?issued }"
_PAPER = f"?paper dcterms:title ?title . {_ISSUED}"
_DATE = '(COALESCE(STR(?issued), "") AS ?date)'
_CLASS = "?id a ?class ."
_TYPE = """FILTER(STRSTARTS(STR(?class), STR(kgo:)))
  BIND(STRAFTER(STR(?class), STR(kgo:)) AS ?type)"""
_BY_PAPER = f"?paper ?title {_DATE} (MAX(?sure) AS ?confidence)"
_GROUPED = "GROUP BY ?id {} ?paper ?title ?issued ORDER BY DESC(?date) ?id ?paper"
_BOUNDS = "?result kgo:value|kgo:lowestValue ?lowest ; kgo:value|kgo:highestValue ?highest ."
#: More rows than what is narrower than a thing can have. Engines that count no triples begin where
#: they expect the fewest rows, and expect more of a path than of all else; a limit they heed.
_MOST = 100_000
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
        return _thing_or(f"?thing {_NARROWER[type_name]}+ {_node(entity_id)}", entity_id)
    return f"VALUES ?thing {{ {_node(entity_id)} }}"


def _thing_or(other: str, entity_id: str) -> str:
    # not a path of no steps or more: Virtuoso takes no steps to lead anywhere
    itself = f"VALUES ?thing {{ {_node(entity_id)} }} ?thing skos:prefLabel ?called"
    return f"{{ SELECT DISTINCT ?thing {{ {{ {itself} }} UNION {{ {other} }} }} LIMIT {_MOST} }}"


def _within(entity_id: str, relations: Iterable[str], type_name: str = "") -> str:
    """Match a thing, and what is narrower; `?relation` is one of the relations.

    That by a filter, so that no engine begins with all facts of a relation.
    """
    names = ", ".join(f"kgo:{name}" for name in relations)
    return f"{_thing(entity_id, type_name)} FILTER(?relation IN ({names}))"


def _relations(names: Iterable[str]) -> str:
    return f"VALUES ?relation {{ {' '.join(f'kgo:{name}' for name in names)} }}"


def _said_of(thing: str, subject: str = "?paper", relation: str = "?relation") -> str:
    """Match what is said of a thing, by which paper, and the direct triple."""
    return f"""?said rdf:object {thing} ; rdf:predicate {relation} ; rdf:subject {subject} .
  {subject} {relation} {thing} ."""


def _said_by(thing: str, object_: str = "?id") -> str:
    """Match what a thing is said to stand in a relation to, and the direct triple."""
    return f"""?said rdf:subject {thing} ; rdf:predicate ?relation ; rdf:object {object_} .
  {thing} ?relation {object_} ."""


def _classes(names: Iterable[str]) -> str:
    # not VALUES: engines would begin with all things of the classes
    return f"FILTER(?class IN ({', '.join(f'kgo:{name}' for name in names)}))"


def _early(variable: str) -> str:
    """Return where an id begins to differ from others, short enough to be kept beside a row.

    By it rows are sorted first: engines fetch what is longer anew for each comparison.
    """
    return f"SUBSTR(STR({variable}), {len(BASE) + 1}, 15)"


def works_that(
    relations: Iterable[str], thing: str, column: str, *, type_name: str, types: Sequence[str] = ()
) -> str:
    """Find the works of the types that stand in a relation to a thing, and who says so.

    Where no types are given, a paper stands for itself if nothing of its own follows from what it
    says.
    """
    within_it = _within(thing, relations, type_name)
    followed = f"""MINUS {{ {within_it} ?follows rdf:object ?thing ; kgo:premise ?said ;
    rdf:subject ?follower . ?follower ?relation ?thing }}"""
    where = f"""{within_it}
  {_said_of("?thing", "?id")}
  ?said kgo:confidence ?derived ; prov:wasDerivedFrom ?paper .
  ?id skos:prefLabel ?{column} ; a ?class .
  {_PAPER}
  OPTIONAL {{ {within_it} ?first rdf:object ?thing ; rdf:predicate ?relation ; rdf:subject ?paper .
    ?paper ?relation ?thing . ?first kgo:confidence ?own . ?said kgo:premise ?first }}
  {_classes(types) if types else followed}
  BIND(COALESCE(?own, ?derived) AS ?sure)
  {_TYPE}"""
    return _query(f"?id ?{column} ?type {_BY_PAPER}", where, _GROUPED.format(f"?{column} ?type"))


def models_on_data(thing: str) -> str:
    """Find the models that papers with an evaluation on a benchmark introduce or ran on."""
    evaluated = f"{_thing(thing)} {_said_of('?thing', relation='kgo:evaluatedOn')}"
    where = f"""{{ SELECT DISTINCT ?id ?how ?paper {{
    {{ {evaluated}
      ?derived kgo:premise ?said ; rdf:subject ?id ; rdf:predicate kgo:evaluatedOn .
      ?id kgo:evaluatedOn ?thing . BIND("introduced" AS ?how) }}
    UNION {{ {evaluated}
      ?paper kgo:evaluatedOnModel ?id . BIND("experiments" AS ?how)
      MINUS {{ {_thing(thing)} ?other rdf:object ?thing ; kgo:premise ?said ; rdf:subject ?id .
        ?id kgo:evaluatedOn ?thing }} }}
  }} LIMIT {_MOST} }}
  ?id a ?class ; skos:prefLabel ?model .
  {_PAPER}
  {_classes(("Model", "ModelFamily"))}"""
    select = f"?id ?model ?how ?paper ?title {_DATE}"
    return _query(f"DISTINCT {select}", where, "ORDER BY DESC(?date) ?id ?paper")


def papers_that(relations: Iterable[str], thing: str, *, type_name: str = "") -> str:
    """Find the papers that stand in a relation to a thing."""
    return _papers(_within(thing, relations, type_name))


def papers_by(authors: Sequence[str]) -> str:
    """Find the papers that an author wrote, or that all of some did."""
    nodes = [_node(author) for author in authors]
    by_any = f"VALUES ?thing {{ {' '.join(nodes)} }} FILTER(?relation IN (kgo:writtenBy))"
    by_all = [f"?paper kgo:writtenBy {node} ." for node in nodes] if nodes[1:] else []
    return _papers("\n  ".join([by_any, *by_all]))


def _papers(said: str) -> str:
    """Find the papers of what is `said`: that they stand in `?relation` to `?thing`."""
    where = f"""{said}
  {_said_of("?thing")}
  ?said kgo:confidence ?sure .
  {_PAPER}"""
    tail = "GROUP BY ?paper ?title ?issued ORDER BY DESC(?date) ?paper"
    return _query(f"(?paper AS ?id) {_BY_PAPER}", where, tail)


def targets(work: str, relations: Iterable[str], *, type_name: str = "") -> str:
    """Find what a work, or a paper, stands in a relation to."""
    where = f"""{_within(work, relations, type_name)}
  {_said_by("?thing")}
  ?said prov:wasDerivedFrom ?paper .
  ?id skos:prefLabel ?name .
  {_CLASS}
  {_PAPER}
  {_TYPE}"""
    select = f"DISTINCT ?id ?name ?type ?paper ?title {_DATE}"
    return _query(select, where, "ORDER BY DESC(?date) ?id ?paper")


def works_that_use(method: str) -> str:
    """Find the works that use a method."""
    where = f"""{_within(method, ("usesMethod",))}
  {_said_of("?thing", "?id")}
  ?said kgo:confidence ?sure ; prov:wasDerivedFrom ?paper .
  ?id skos:prefLabel ?method .
  {_CLASS}
  {_PAPER}
  FILTER(?class != kgo:Paper)
  {_TYPE}"""
    return _query(f"?id ?method ?type {_BY_PAPER}", where, _GROUPED.format("?method ?type"))


def methods_used_with(method: str) -> str:
    """Find the methods that the papers which use or introduce a method use too."""
    where = f"""{{ SELECT DISTINCT ?paper {{ ?paper kgo:usesMethod|kgo:introduces {_node(method)} ;
    dcterms:title ?title . {_ISSUED} }} LIMIT {_MOST} }}
  ?paper kgo:usesMethod ?id . FILTER(?id != {_node(method)})
  ?id skos:prefLabel ?method ."""
    select = "?id ?method (COUNT(DISTINCT ?paper) AS ?papers)"
    return _query(select, where, "GROUP BY ?id ?method ORDER BY DESC(?papers) ?id")


def code_of(thing: str, *, paper: bool) -> str:
    """Find the code of a paper, or of a thing and of the papers that introduce it."""
    by = _thing(thing) if paper else _thing_or(f"?thing kgo:introduces {_node(thing)}", thing)
    where = f"""{by} FILTER(?relation = kgo:hasCode)
  {_said_by("?thing")}
  ?said kgo:confidence ?sure ; prov:wasDerivedFrom ?paper .
  {_PAPER}
  OPTIONAL {{ ?id schema:codeRepository ?code }}"""
    return _query(f"?id ?code {_BY_PAPER}", where, _GROUPED.format("?code"))


def authors_of(thing: str, *, paper: bool) -> str:
    """Find the authors of a paper, or of the papers that introduce a thing."""
    introducing = f"{_thing(thing).replace('?thing', '?work')} ?thing kgo:introduces ?work ."
    where = f"""{_thing(thing) if paper else introducing} FILTER(?relation = kgo:writtenBy)
  {_said_by("?thing")}
  ?said kgo:confidence ?sure ; prov:wasDerivedFrom ?paper .
  {_PAPER}
  ?id skos:prefLabel ?author ."""
    return _query(f"?id ?author {_BY_PAPER}", where, _GROUPED.format("?author"))


def papers_listed(listings: Iterable[str]) -> str:
    """Find the papers of dated pages or feeds."""
    nodes = " ".join(map(_node, listings))
    where = f"""VALUES ?on {{ {nodes} }}
  ?paper kgo:listedIn ?on . ?on skos:prefLabel ?listing .
  {_PAPER}
  BIND(?paper AS ?id) BIND({_early("?paper")} AS ?early)"""
    select = f"?id ?paper ?title {_DATE} ?listing"
    return _query(select, where, "ORDER BY DESC(?date) ?early ?paper ?listing")


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
    within_it = _within(thing, ("comparedWith", "outperforms"), type_name)
    # apart from a branch, all with all
    named = f"?said prov:wasDerivedFrom ?paper . ?id skos:prefLabel ?name . {_CLASS} {_PAPER}"
    where = f"""{{ {within_it} {_said_of("?thing", "?id")}
    {named} }}
  UNION {{ {within_it} {_said_by("?thing")}
    {named} }}
  MINUS {{ {within_it} ?follows rdf:object ?thing ; kgo:premise ?said ;
    rdf:subject ?follower . ?follower ?relation ?thing }}
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
  ?id skos:prefLabel ?called .
  BIND(IF(BOUND(?method) || BOUND(?model) || ?role = "own", STR(?called), "{UNNAMED}") AS ?work)
  OPTIONAL {{ ?result kgo:metric/skos:prefLabel ?measure }}
  OPTIONAL {{ ?result kgo:onData/skos:prefLabel ?set }}
  OPTIONAL {{ ?result kgo:onTask/skos:prefLabel ?task }}
  BIND(COALESCE(?measure, "") AS ?metric) BIND(COALESCE(?set, ?task, "") AS ?data)"""
    numbers = f"?metric ?data ?lowest ?highest ?kind ?role ?paper ?title {_DATE}"
    select = f"DISTINCT ?result ?id ?work {numbers}"
    return _query(select, where, "ORDER BY ?data ?metric ?kind ?role DESC(?highest) ?result")


def data_for_task(task: str) -> str:
    """Find the papers that introduce data and address a task, or whose data does."""
    within_it = _within(task, ("addressesTask",), "Task")
    by_paper = f"{within_it} ?paper ?relation ?thing ; kgo:introduces ?id"
    by_data = f"{within_it} ?id ?relation ?thing . ?paper kgo:introduces ?id"
    where = f"""{{ SELECT DISTINCT ?paper ?id {{
    {{ {by_paper} }}
    UNION {{ {by_data} }}
  }} LIMIT {_MOST} }}
  ?id a ?class ; skos:prefLabel ?name .
  {_PAPER}
  {_classes(("Benchmark", "Dataset"))}
  {_TYPE}"""
    select = f"DISTINCT ?id ?name ?type ?paper ?title {_DATE}"
    return _query(select, where, "ORDER BY DESC(?date) ?id ?paper")


def new_papers() -> str:
    """Find papers; `within` says from when."""
    where = f"{_PAPER}\n  BIND(?paper AS ?id) BIND({_early('?paper')} AS ?early)"
    return _query(f"?id ?paper ?title {_DATE}", where, "ORDER BY DESC(?date) ?early ?id")


def new_things(types: Iterable[str]) -> str:
    """Find what papers introduce; `within` says from when."""
    classes = " ".join(f'(kgo:{name} "{name}")' for name in types)
    where = f"""{{ SELECT ?paper ?id {{ ?paper kgo:introduces ?id }} }}
  {{ SELECT ?id ?type {{ VALUES (?class ?type) {{ {classes} }} ?id a ?class }} }}
  {{ SELECT ?paper ?title {{ ?paper dcterms:title ?title }} }}
  {{ SELECT ?id ?name {{ ?id skos:prefLabel ?name }} }}
  {_ISSUED}"""
    select = f"?id ?name ?type ?paper ?title {_DATE}"
    return _query(select, where, "ORDER BY DESC(?date) ?name ?id ?paper")


def things_of(types: Iterable[str]) -> str:
    """Find things of types, with the number of papers that mention each."""
    classes = " ".join(f'(kgo:{name} "{name}")' for name in types)
    where = f"""{{ SELECT ?id (COUNT(DISTINCT ?paper) AS ?papers) {{ ?paper kgo:mentions ?id }}
    GROUP BY ?id }}
  {{ SELECT ?id ?type {{ VALUES (?class ?type) {{ {classes} }} ?id a ?class }} }}
  ?id skos:prefLabel ?name ."""
    return _query("?id ?name ?type ?papers", where, "ORDER BY DESC(?papers) ?name ?id")


def facts_of(things: Iterable[str], relations: Iterable[str]) -> str:
    """Find what each of some things stands in a relation to."""
    nodes = " ".join(map(_node, things))
    where = f"""VALUES ?thing {{ {nodes} }}
  {_relations(relations)}
  ?thing ?relation ?id . ?id skos:prefLabel ?name ."""
    return _query("DISTINCT ?thing ?relation ?id ?name", where, "ORDER BY ?relation ?name ?thing")
