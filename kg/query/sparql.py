"""The SPARQL twin of each question: it gives the rows of the answer from the exported RDF.

Candidates have an assertion and no direct triple, so that asking for the triple leaves them out.
"""

from collections.abc import Iterable

from kg.namespaces import VOCABULARIES, iri

_PREFIXES = ("dcterms", "kgo", "rdf", "schema", "skos")
_PAPER = "?paper dcterms:title ?title . OPTIONAL { ?paper dcterms:issued ?issued }"
_DATE = '(COALESCE(STR(?issued), "") AS ?date)'
_TYPE = """?id a ?class . FILTER(STRSTARTS(STR(?class), STR(kgo:)))
  BIND(STRAFTER(STR(?class), STR(kgo:)) AS ?type)"""
_BY_PAPER = f"?paper ?title {_DATE} (MAX(?sure) AS ?confidence)"
_GROUPED = "GROUP BY ?id {} ?paper ?title ?issued ORDER BY DESC(?date) ?id ?paper"


def _query(select: str, where: str, tail: str = "") -> str:
    lines = [f"PREFIX {name}: <{VOCABULARIES[name]}>" for name in _PREFIXES]
    return "\n".join(
        [*lines, f"SELECT {select}", "WHERE {", f"  {where.strip()}", "}", tail]
    ).strip()


def _node(entity_id: str) -> str:
    return f"<{iri(entity_id)}>"


def _thing(entity_id: str, *, family: bool) -> str:
    if family:
        return f"?thing kgo:inFamily* {_node(entity_id)} ."
    return f"VALUES ?thing {{ {_node(entity_id)} }}"


def _said(relation: str, subject: str = "?paper", object_: str = "?thing") -> str:
    """Match a direct triple and what a paper says of it."""
    return f"""{subject} kgo:{relation} {object_} .
  ?said rdf:subject {subject} ; rdf:predicate kgo:{relation} ; rdf:object {object_} ;
    kgo:confidence ?sure ."""


def works_on(thing: str, relation: str, column: str, *, family: bool) -> str:
    """Find the works that were evaluated on a thing; a paper whose work has no name is its own."""
    where = f"""{_thing(thing, family=family)}
  {_said(relation)}
  OPTIONAL {{ ?derived kgo:premise ?said ; rdf:subject ?work ; rdf:predicate kgo:{relation} .
    ?work kgo:{relation} ?thing }}
  BIND(COALESCE(?work, ?paper) AS ?id)
  ?id skos:prefLabel ?{column} .
  {_TYPE}
  {_PAPER}"""
    return _query(f"?id ?{column} ?type {_BY_PAPER}", where, _GROUPED.format(f"?{column} ?type"))


def models_on_data(thing: str) -> str:
    """Find the models that papers with an evaluation on a benchmark introduce or ran on."""
    where = f"""{_thing(thing, family=False)}
  {_said("evaluatedOn")}
  {{ ?derived kgo:premise ?said ; rdf:subject ?id ; rdf:predicate kgo:evaluatedOn .
    ?id kgo:evaluatedOn ?thing . BIND("introduced" AS ?how) }}
  UNION {{ ?paper kgo:evaluatedOnModel ?id . BIND("experiments" AS ?how)
    FILTER NOT EXISTS {{ ?other kgo:premise ?said ; rdf:subject ?id .
      ?id kgo:evaluatedOn ?thing }} }}
  VALUES ?class {{ kgo:Model kgo:ModelFamily }} ?id a ?class ; skos:prefLabel ?model .
  {_PAPER}"""
    select = f"?id ?model ?how ?paper ?title {_DATE}"
    return _query(f"DISTINCT {select}", where, "ORDER BY DESC(?date) ?id ?paper")


def papers_that(relation: str, thing: str, *, family: bool = False) -> str:
    """Find the papers that stand in a relation to a thing."""
    where = f"""{_thing(thing, family=family)}
  {_said(relation)}
  ?paper a kgo:Paper . BIND(?paper AS ?id)
  {_PAPER}"""
    return _query(f"?id {_BY_PAPER}", where, _GROUPED.format(""))


def evaluated_on_what(work: str, relations: Iterable[str]) -> str:
    """Find what a work, or a paper, was evaluated on."""
    names = " ".join(f"kgo:{relation}" for relation in relations)
    where = f"""VALUES ?relation {{ {names} }}
  {_node(work)} ?relation ?id .
  ?said rdf:subject {_node(work)} ; rdf:predicate ?relation ; rdf:object ?id ;
    prov:wasDerivedFrom ?paper .
  ?id skos:prefLabel ?name .
  {_TYPE}
  {_PAPER}"""
    select = f"DISTINCT ?id ?name ?type ?paper ?title {_DATE}"
    return _with_prov(_query(select, where, "ORDER BY DESC(?date) ?id ?paper"))


def works_that_use(method: str) -> str:
    """Find the works that use a method."""
    where = f"""{_said("usesMethod", "?id", _node(method))}
  ?said prov:wasDerivedFrom ?paper .
  FILTER NOT EXISTS {{ ?id a kgo:Paper }}
  ?id skos:prefLabel ?method .
  {_TYPE}
  {_PAPER}"""
    tail = _GROUPED.format("?method ?type")
    return _with_prov(_query(f"?id ?method ?type {_BY_PAPER}", where, tail))


def methods_used_with(method: str) -> str:
    """Find the methods that the papers which use or introduce a method use too."""
    where = f"""{{ SELECT DISTINCT ?paper {{ ?paper kgo:usesMethod|kgo:introduces {_node(method)} ;
    a kgo:Paper }} }}
  ?paper kgo:usesMethod ?id . FILTER(?id != {_node(method)})
  ?id skos:prefLabel ?method ."""
    select = "?id ?method (COUNT(DISTINCT ?paper) AS ?papers)"
    return _query(select, where, "GROUP BY ?id ?method ORDER BY DESC(?papers) ?id")


def code_of(thing: str, *, paper: bool) -> str:
    """Find the code of a paper, or of a thing and of the papers that introduce it."""
    by = "VALUES ?by { " + _node(thing) + " }"
    if not paper:
        by = f"{{ {by} }} UNION {{ ?by kgo:introduces {_node(thing)} }}"
    where = f"""{by}
  {_said("hasCode", "?by", "?id")}
  ?said prov:wasDerivedFrom ?paper .
  OPTIONAL {{ ?id schema:codeRepository ?code }}
  {_PAPER}"""
    return _with_prov(_query(f"?id ?code {_BY_PAPER}", where, _GROUPED.format("?code")))


def papers_listed(listings: Iterable[str]) -> str:
    """Find the papers of dated pages or feeds."""
    nodes = " ".join(map(_node, listings))
    where = f"""VALUES ?on {{ {nodes} }}
  ?paper kgo:listedIn ?on . ?on skos:prefLabel ?listing . BIND(?paper AS ?id)
  {_PAPER}"""
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


def _with_prov(query: str) -> str:
    return f"PREFIX prov: <{VOCABULARIES['prov']}>\n{query}"
