"""The twins of questions on facts."""

from collections.abc import Iterable, Sequence

from kg.model import DATA, MODELS
from kg.query.twins.patterns import (
    BY_PAPER,
    CLASS,
    DATE,
    GROUPED,
    ISSUED,
    MOST,
    NARROWER,
    PAPER,
    TYPE,
    each_in_paper,
    early,
    named_in_paper,
    node,
    of_classes,
    one_of,
    query_of,
    said_by,
    said_of,
    the_thing,
    the_thing_by,
    the_thing_or,
)


def works_that(
    relations: Iterable[str], thing: str, column: str, *, type_name: str, types: Sequence[str] = ()
) -> str:
    """Find the works of the types that stand in a relation to a thing, and who says so.

    Where no types are given, a paper stands for itself if nothing of its own follows from what it
    says.
    """
    within_it = the_thing_by(thing, relations, type_name)
    followed = f"""MINUS {{ {within_it} ?follows rdf:object ?thing ; kgo:premise ?said ;
    rdf:subject ?follower . ?follower ?relation ?thing }}"""
    where = f"""{within_it}
  {said_of("?thing", "?id")}
  ?said kgo:confidence ?derived ; prov:wasDerivedFrom ?paper .
  ?id skos:prefLabel ?{column} ; a ?class .
  {PAPER}
  OPTIONAL {{ {within_it} ?first rdf:object ?thing ; rdf:predicate ?relation ; rdf:subject ?paper .
    ?paper ?relation ?thing . ?first kgo:confidence ?own . ?said kgo:premise ?first }}
  {of_classes(types) if types else followed}
  BIND(COALESCE(?own, ?derived) AS ?sure)
  {TYPE}"""
    return query_of(f"?id ?{column} ?type {BY_PAPER}", where, GROUPED.format(f"?{column} ?type"))


def models_on_data(thing: str) -> str:
    """Find the models that papers with an evaluation on a benchmark introduce or ran on.

    And those of which only a number there tells.
    """
    evaluated = f"{the_thing(thing)} {said_of('?thing', relation='kgo:evaluatedOn')}"
    introduced = f"""{evaluated}
      ?derived kgo:premise ?said ; rdf:subject ?id ; rdf:predicate kgo:evaluatedOn .
      ?id kgo:evaluatedOn ?thing ."""
    experiments = f"{evaluated} ?paper kgo:evaluatedOnModel ?id ."
    where = f"""{{ SELECT DISTINCT ?id ?how ?paper {{
    {{ {introduced} BIND("introduced" AS ?how) }}
    UNION {{ {experiments} BIND("experiments" AS ?how)
      MINUS {{ {the_thing(thing)} ?other rdf:object ?thing ; kgo:premise ?said ; rdf:subject ?id .
        ?id kgo:evaluatedOn ?thing }} }}
    UNION {{ {the_thing(thing)} ?result kgo:onData ?thing ; kgo:reportedIn ?paper ;
      kgo:onModel|kgo:baseline ?id . BIND("result" AS ?how)
      MINUS {{ {introduced} }} MINUS {{ {experiments} }} }}
  }} LIMIT {MOST} }}
  ?id a ?class ; skos:prefLabel ?model .
  {PAPER}
  {of_classes(MODELS)}"""
    return each_in_paper("?model ?how", where)


def papers_that(relations: Iterable[str], thing: str, *, type_name: str = "") -> str:
    """Find the papers that stand in a relation to a thing."""
    return _papers(the_thing_by(thing, relations, type_name))


def papers_making(relations: Iterable[str], thing: str, *, type_name: str) -> str:
    """Find the papers that say of a work that it is made from a thing."""
    by = f"{the_thing_by(thing, relations, type_name)}\n  {said_of('?thing', '?work')}"
    return _papers_saying(f"{by}\n  ?said prov:wasDerivedFrom ?paper .")


def papers_by(authors: Sequence[str]) -> str:
    """Find the papers that an author wrote, or that all of some did."""
    nodes = [node(author) for author in authors]
    by_any = f"VALUES ?thing {{ {' '.join(nodes)} }} FILTER(?relation IN (kgo:writtenBy))"
    by_all = [f"?paper kgo:writtenBy {node} ." for node in nodes] if nodes[1:] else []
    return _papers("\n  ".join([by_any, *by_all]))


def papers_matching(papers: str) -> str:
    """Find the papers that a pattern of `papers_saying` matches."""
    where = f"{papers}\n  {PAPER}\n  BIND(?paper AS ?id)"
    return query_of(f"DISTINCT ?id ?paper ?title {DATE}", where, "ORDER BY DESC(?date) ?id")


def _papers(said: str) -> str:
    """Find the papers of what is `said`: that they stand in `?relation` to `?thing`."""
    return _papers_saying(f"{said}\n  {said_of('?thing')}")


def _papers_saying(said: str) -> str:
    where = f"""{said}
  ?said kgo:confidence ?sure .
  {PAPER}"""
    tail = "GROUP BY ?paper ?title ?issued ORDER BY DESC(?date) ?paper"
    return query_of(f"(?paper AS ?id) {BY_PAPER}", where, tail)


def targets(work: str, relations: Iterable[str], *, type_name: str = "") -> str:
    """Find what a work, or a paper, stands in a relation to."""
    where = f"""{the_thing_by(work, relations, type_name)}
  {said_by("?thing")}
  ?said prov:wasDerivedFrom ?paper .
  {named_in_paper("name")}"""
    return each_in_paper("?name ?type", where)


def evaluated_on(work: str, relations: Iterable[str], *, type_name: str = "") -> str:
    """Find what a work is stated to be evaluated on, and of what only a number tells."""
    stated = f"""{the_thing_by(work, relations, type_name)}
    {said_by("?thing")}
    ?said prov:wasDerivedFrom ?paper ."""
    slots = {
        "evaluatedOn": "kgo:withMethod|kgo:onModel|kgo:baseline|kgo:reportedIn ?thing ;"
        " kgo:onData ?id",
        "evaluatedOnModel": "kgo:withMethod ?thing ; kgo:onModel ?id",
    }
    numbers = " UNION ".join(
        f"{{ {the_thing(work, type_name)} ?result {slots[name]} ; kgo:reportedIn ?paper }}"
        for name in relations
    )
    where = f"""{{ {stated} BIND("stated" AS ?how) }}
  UNION {{ {numbers} BIND("result" AS ?how) MINUS {{ {stated} }} }}
  {named_in_paper("name")}"""
    return each_in_paper("?name ?type ?how", where)


def introduced_by(papers: str, but: str, column: str, types: Iterable[str]) -> str:
    """Find works of some types, one left out, that papers introduce which a pattern matches."""
    where = f"""{papers}
  ?said rdf:subject ?paper ; rdf:predicate kgo:introduces ; rdf:object ?id .
  ?paper kgo:introduces ?id .
  {named_in_paper(column, f"{of_classes(types)} FILTER(?id != {node(but)})")}"""
    return each_in_paper(f"?{column} ?type", where)


def works_that_use(method: str) -> str:
    """Find the works that use a method."""
    where = f"""{the_thing_by(method, ("usesMethod",))}
  {said_of("?thing", "?id")}
  ?said kgo:confidence ?sure ; prov:wasDerivedFrom ?paper .
  {named_in_paper("method", "FILTER(?class != kgo:Paper)")}"""
    return query_of(f"?id ?method ?type {BY_PAPER}", where, GROUPED.format("?method ?type"))


def methods_used_with(method: str) -> str:
    """Find the methods that the papers which use or introduce a method use too."""
    where = f"""{{ SELECT DISTINCT ?paper {{ ?paper kgo:usesMethod|kgo:introduces {node(method)} ;
    dcterms:title ?title . {ISSUED} }} LIMIT {MOST} }}
  ?paper kgo:usesMethod ?id . FILTER(?id != {node(method)})
  ?id skos:prefLabel ?method ."""
    select = "?id ?method (COUNT(DISTINCT ?paper) AS ?papers)"
    return query_of(select, where, "GROUP BY ?id ?method ORDER BY DESC(?papers) ?id")


def code_of(thing: str, *, paper: bool) -> str:
    """Find the code of a paper, or of a thing and of the papers that introduce it."""
    by = the_thing(thing) if paper else the_thing_or(f"?thing kgo:introduces {node(thing)}", thing)
    where = f"""{by} FILTER(?relation = kgo:hasCode)
  {said_by("?thing")}
  ?said kgo:confidence ?sure ; prov:wasDerivedFrom ?paper .
  {PAPER}
  OPTIONAL {{ ?id schema:codeRepository ?code }}"""
    return query_of(f"?id ?code {BY_PAPER}", where, GROUPED.format("?code"))


def papers_with_code() -> str:
    """Find the papers that have code."""
    where = f"""?paper kgo:hasCode ?id ; a kgo:Paper .
  {PAPER}
  OPTIONAL {{ ?id schema:codeRepository ?code }}"""
    select = f"DISTINCT ?id ?code ?paper ?title {DATE}"
    return query_of(select, where, "ORDER BY DESC(?date) ?id ?paper")


def introduced_with(thing: str, *, paper: bool) -> str:
    """Find what a paper introduces, or what the papers do that introduce a thing."""
    introducing = f"{the_thing(thing).replace('?thing', '?work')} ?thing kgo:introduces ?work ."
    where = f"""{the_thing(thing) if paper else introducing} FILTER(?relation = kgo:introduces)
  {said_by("?thing")}
  ?said prov:wasDerivedFrom ?paper .
  {named_in_paper("name")}"""
    return each_in_paper("?name ?type", where)


def works_by(author: str, column: str, types: Iterable[str]) -> str:
    """Find works of some types that papers of an author introduce."""
    where = f"""?paper kgo:writtenBy {node(author)} ; kgo:introduces ?id .
  {named_in_paper(column, of_classes(types))}"""
    return each_in_paper(f"?{column} ?type", where)


def authors_of(thing: str, *, paper: bool) -> str:
    """Find the authors of a paper, or of the papers that introduce a thing."""
    introducing = f"{the_thing(thing).replace('?thing', '?work')} ?thing kgo:introduces ?work ."
    where = f"""{the_thing(thing) if paper else introducing} FILTER(?relation = kgo:writtenBy)
  {said_by("?thing")}
  ?said kgo:confidence ?sure ; prov:wasDerivedFrom ?paper .
  {PAPER}
  ?id skos:prefLabel ?author ."""
    return query_of(f"?id ?author {BY_PAPER}", where, GROUPED.format("?author"))


def papers_listed(listings: Iterable[str]) -> str:
    """Find the papers of dated pages or feeds."""
    nodes = " ".join(map(node, listings))
    where = f"""VALUES ?on {{ {nodes} }}
  ?paper kgo:listedIn ?on . ?on skos:prefLabel ?listing .
  {PAPER}
  BIND(?paper AS ?id) BIND({early("?paper")} AS ?early)"""
    select = f"?id ?paper ?title {DATE} ?listing"
    return query_of(select, where, "ORDER BY DESC(?date) ?early ?paper ?listing")


def models_of_family(family: str) -> str:
    """Find all models in a family and in the families within it."""
    where = f"""?id kgo:inFamily+ {node(family)} ; a kgo:Model ; skos:prefLabel ?model .
  OPTIONAL {{ ?evaluated kgo:evaluatedOnModel ?id ; a kgo:Paper }}"""
    select = "?id ?model (COUNT(DISTINCT ?evaluated) AS ?papers)"
    return query_of(select, where, "GROUP BY ?id ?model ORDER BY ?model ?id")


def facts_between(pairs: Iterable[tuple[str, str, str]]) -> str:
    """Find the facts of a chain: subject, relation and object of each."""
    values = "\n    ".join(f"({node(s)} kgo:{r} {node(o)})" for s, r, o in pairs)
    where = f"""VALUES (?subject ?relation ?object) {{
    {values}
  }}
  ?subject ?relation ?object ."""
    return query_of("?subject ?relation ?object", where)


def compared_with(thing: str, *, type_name: str) -> str:
    """Find what a thing is set against, whichever way the facts point."""
    within_it = the_thing_by(thing, ("comparedWith", "outperforms"), type_name)
    # apart from a branch, all with all
    named = f"?said prov:wasDerivedFrom ?paper . ?id skos:prefLabel ?name . {CLASS} {PAPER}"
    where = f"""{{ {within_it} {said_of("?thing", "?id")}
    {named} }}
  UNION {{ {within_it} {said_by("?thing")}
    {named} }}
  MINUS {{ {within_it} ?follows rdf:object ?thing ; kgo:premise ?said ;
    rdf:subject ?follower . ?follower ?relation ?thing }}
  {TYPE}"""
    return each_in_paper("?name ?type", where)


def lineage(
    thing: str, relations: Iterable[str], column: str, *, type_name: str = "", upward: bool = False
) -> str:
    """Find all that is made from a thing, at any remove; upward, all that it is made from."""
    path = f"({'|'.join(f'kgo:{name}' for name in relations)})+"
    thing_itself = "?thing" if type_name in NARROWER else node(thing)
    link = f"{thing_itself} {path} ?id" if upward else f"?id {path} ?thing"
    within_it = f"{NARROWER.get(type_name, 'kgo:inFamily')}*"
    itself = f"MINUS {{ ?id {within_it} {node(thing)} }}"
    where = f"""{the_thing(thing, type_name)}
  {link} .
  ?id skos:prefLabel ?{column} .
  {CLASS}
  {"FILTER(?id != ?thing)" if upward else itself}
  {TYPE}"""
    return query_of(f"DISTINCT ?id ?{column} ?type", where, f"ORDER BY ?{column} ?id")


def data_for_task(task: str) -> str:
    """Find the papers that introduce data and address a task, or whose data does."""
    within_it = the_thing_by(task, ("addressesTask",), "Task")
    by_paper = f"{within_it} ?paper ?relation ?thing ; kgo:introduces ?id"
    by_data = f"{within_it} ?id ?relation ?thing . ?paper kgo:introduces ?id"
    where = f"""{{ SELECT DISTINCT ?paper ?id {{
    {{ {by_paper} }}
    UNION {{ {by_data} }}
  }} LIMIT {MOST} }}
  {named_in_paper("name", of_classes(DATA))}"""
    return each_in_paper("?name ?type", where)


def new_papers() -> str:
    """Find papers; `within` says from when."""
    where = f"{PAPER}\n  BIND(?paper AS ?id) BIND({early('?paper')} AS ?early)"
    return query_of(f"?id ?paper ?title {DATE}", where, "ORDER BY DESC(?date) ?early ?id")


def new_things(types: Iterable[str]) -> str:
    """Find what papers introduce; `within` says from when."""
    classes = " ".join(f'(kgo:{name} "{name}")' for name in types)
    where = f"""{{ SELECT ?paper ?id {{ ?paper kgo:introduces ?id }} }}
  {{ SELECT ?id ?type {{ VALUES (?class ?type) {{ {classes} }} ?id a ?class }} }}
  {{ SELECT ?paper ?title {{ ?paper dcterms:title ?title }} }}
  {{ SELECT ?id ?name {{ ?id skos:prefLabel ?name }} }}
  {ISSUED}"""
    select = f"?id ?name ?type ?paper ?title {DATE}"
    return query_of(select, where, "ORDER BY DESC(?date) ?name ?id ?paper")


def things_of(types: Iterable[str]) -> str:
    """Find things of types, with the number of papers that mention each."""
    classes = " ".join(f'(kgo:{name} "{name}")' for name in types)
    where = f"""{{ SELECT ?id (COUNT(DISTINCT ?paper) AS ?papers) {{ ?paper kgo:mentions ?id }}
    GROUP BY ?id }}
  {{ SELECT ?id ?type {{ VALUES (?class ?type) {{ {classes} }} ?id a ?class }} }}
  ?id skos:prefLabel ?name ."""
    return query_of("?id ?name ?type ?papers", where, "ORDER BY DESC(?papers) ?name ?id")


def facts_of(things: Iterable[str], relations: Iterable[str]) -> str:
    """Find what each of some things stands in a relation to."""
    nodes = " ".join(map(node, things))
    where = f"""VALUES ?thing {{ {nodes} }}
  {one_of(relations)}
  ?thing ?relation ?id . ?id skos:prefLabel ?name ."""
    return query_of("DISTINCT ?thing ?relation ?id ?name", where, "ORDER BY ?relation ?name ?thing")
