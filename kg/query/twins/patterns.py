"""The patterns that the SPARQL twins are made of."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.namespaces import BASE, VOCABULARIES, iri
from kg.rdf.terms import literal

if TYPE_CHECKING:
    from kg.query.filters import Filters

_PREFIXES = ("dcterms", "kgo", "prov", "rdf", "schema", "skos")
ISSUED = "OPTIONAL { ?paper dcterms:issued ?issued }"
_TITLE = "?paper dcterms:title ?title ."
PAPER = f"{_TITLE} {ISSUED}"
DATE = '(COALESCE(STR(?issued), "") AS ?date)'
CLASS = "?id a ?class ."
TYPE = """FILTER(STRSTARTS(STR(?class), STR(kgo:)))
  BIND(STRAFTER(STR(?class), STR(kgo:)) AS ?type)"""
BY_PAPER = f"?paper ?title {DATE} (MAX(?sure) AS ?confidence)"
GROUPED = "GROUP BY ?id {} ?paper ?title ?issued ORDER BY DESC(?date) ?id ?paper"
BOUNDS = "?result kgo:value|kgo:lowestValue ?lowest ; kgo:value|kgo:highestValue ?highest ."
#: More rows than what is narrower than a thing can have. Engines that count no triples begin where
#: they expect the fewest rows, and expect more of a path than of all else; a limit they heed.
MOST = 100_000
#: How what is narrower than a thing of a type points to it.
NARROWER = {"ModelFamily": "kgo:inFamily", "Task": "skos:broader", "Hardware": "skos:broader"}


def query_of(select: str, where: str, tail: str = "") -> str:
    """Write a query with its prefixes."""
    lines = [f"PREFIX {name}: <{VOCABULARIES[name]}>" for name in _PREFIXES]
    return "\n".join(
        [*lines, f"SELECT {select}", "WHERE {", f"  {where.strip()}", "}", tail]
    ).strip()


def named_in_paper(column: str, kept: str = "") -> str:
    """Match what each thing found is called, its type, and the paper; `kept` is a condition."""
    lines = (f"?id skos:prefLabel ?{column} .", CLASS, PAPER, kept, TYPE)
    return "\n  ".join(filter(None, lines))


def each_in_paper(columns: str, where: str) -> str:
    """Write a query for things, each with some columns and its paper, the newest first."""
    select = f"DISTINCT ?id {columns} ?paper ?title {DATE}"
    return query_of(select, where, "ORDER BY DESC(?date) ?id ?paper")


def within(query: str, filters: "Filters") -> str:
    """Leave out of a twin what the filters leave out of the answer."""
    for operator, date in filters.dates:
        known = f"SUBSTR(STR(?issued), 1, {len(date)})"
        asked = f'SUBSTR("{date}", 1, STRLEN(STR(?issued)))'
        required = f"?paper dcterms:issued ?issued . FILTER({known} {operator} {asked})"
        query = query.replace(ISSUED, required)
        query = query if required in query else _further(query, f"{known} {operator} {asked}")
    for operator, value in filters.values:
        bound = f"FILTER(?lowest {operator} {value} && ?highest {operator} {value})"
        query = query.replace(BOUNDS, f"{BOUNDS} {bound}")
    return query


def also(query: str, papers: str) -> str:
    """Keep of the papers of a twin those that a pattern of `papers_saying` matches."""
    return query.replace(_TITLE, f"{papers}\n  {_TITLE}", 1)


#: The types of the kinds of a method.
KINDS_OF_METHODS = ("Method", "Task")


def papers_saying(
    things: Iterable[str],
    relations: Iterable[str],
    *,
    ends: Iterable[str] = (),
    apart: Iterable[str] = (),
    or_titled: bool = False,
) -> str:
    """Match the papers that stand in a relation to one of some things, or whose titles name one.

    With `ends`, which are in small letters, methods and tasks count too whose names end so, but for
    those `apart`.
    """
    named = f"VALUES ?topic {{ {' '.join(map(node, things))} }}"
    if ending := " || ".join(f"STRENDS(LCASE(STR(?name)), {literal(end)})" for end in ends):
        kinds = f"""?topic skos:prefLabel|skos:altLabel ?name ; a ?kind
    FILTER(?kind IN ({", ".join(f"kgo:{name}" for name in KINDS_OF_METHODS)})) FILTER({ending})"""
        kinds += "".join(f" FILTER(?topic != {node(one)})" for one in apart)
        named = f"{{ SELECT DISTINCT ?topic {{ {{ {named} }} UNION {{ {kinds} }} }} }}"
    path = "|".join(f"kgo:{name}" for name in relations)
    saying = f"{named} ?paper a kgo:Paper ; {path} ?topic"
    titled = f"""{named} ?naming rdf:object ?topic ; rdf:predicate kgo:mentions ;
    rdf:subject ?paper ; kgo:evidence ?passage . ?passage kgo:field "title" """
    said = f"{{ {saying} }} UNION {{ {titled}}}" if or_titled else saying
    return f"{{ SELECT DISTINCT ?paper {{ {said} }} LIMIT {MOST} }}"


def _further(query: str, condition: str) -> str:
    """Add a condition on the date where there is one already."""
    first = "?paper dcterms:issued ?issued . "
    return query.replace(first, f"{first}FILTER({condition}) ")


def node(entity_id: str) -> str:
    """Write the IRI of a thing."""
    return f"<{iri(entity_id)}>"


def the_thing(entity_id: str, type_name: str = "") -> str:
    """Match a thing; where its type is given and has narrower things, these too."""
    if type_name in NARROWER:
        return the_thing_or(f"?thing {NARROWER[type_name]}+ {node(entity_id)}", entity_id)
    return f"VALUES ?thing {{ {node(entity_id)} }}"


def one_of_things(things: Iterable[tuple[str, str]]) -> str:
    """Match each of some things, given with their types, as `the_thing` does."""
    each = [the_thing(*thing) for thing in things]
    return each[0] if len(each) == 1 else " UNION ".join(f"{{ {one} }}" for one in each)


def the_thing_or(other: str, entity_id: str) -> str:
    """Match a thing, or what another pattern matches as `?thing`."""
    # not a path of no steps or more: Virtuoso takes no steps to lead anywhere
    itself = f"VALUES ?thing {{ {node(entity_id)} }} ?thing skos:prefLabel ?called"
    return f"{{ SELECT DISTINCT ?thing {{ {{ {itself} }} UNION {{ {other} }} }} LIMIT {MOST} }}"


def the_thing_by(entity_id: str, relations: Iterable[str], type_name: str = "") -> str:
    """Match a thing, and what is narrower; `?relation` is one of the relations.

    That by a filter, so that no engine begins with all facts of a relation.
    """
    names = ", ".join(f"kgo:{name}" for name in relations)
    return f"{the_thing(entity_id, type_name)} FILTER(?relation IN ({names}))"


def one_of(names: Iterable[str]) -> str:
    """Let `?relation` be each of some relations."""
    return f"VALUES ?relation {{ {' '.join(f'kgo:{name}' for name in names)} }}"


def said_of(thing: str, subject: str = "?paper", relation: str = "?relation") -> str:
    """Match what is said of a thing, by which paper, and the direct triple."""
    return f"""?said rdf:object {thing} ; rdf:predicate {relation} ; rdf:subject {subject} .
  {subject} {relation} {thing} ."""


def said_by(thing: str, object_: str = "?id") -> str:
    """Match what a thing is said to stand in a relation to, and the direct triple."""
    return f"""?said rdf:subject {thing} ; rdf:predicate ?relation ; rdf:object {object_} .
  {thing} ?relation {object_} ."""


def of_classes(names: Iterable[str]) -> str:
    """Keep what is of one of some classes."""
    # not VALUES: engines would begin with all things of the classes
    return f"FILTER(?class IN ({', '.join(f'kgo:{name}' for name in names)}))"


def early(variable: str) -> str:
    """Return where an id begins to differ from others, short enough to be kept beside a row.

    By it rows are sorted first: engines fetch what is longer anew for each comparison.
    """
    return f"SUBSTR(STR({variable}), {len(BASE) + 1}, 15)"
