"""What a question may speak of, fetched from an endpoint by name, as entities."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from kg.endpoint.layouts import Endpoint
from kg.endpoint.query import table
from kg.endpoint.web import Web
from kg.model import Entity, PartialDate
from kg.namespaces import BASE, VOCABULARIES, iri
from kg.query.ask import TRIED
from kg.query.forms import readings
from kg.query.names import spelled
from kg.rdf.terms import literal

#: How many nodes a request names at most.
NODES = 300
#: How many things of one name are looked at.
NAMESAKES = 200
_KGO = VOCABULARIES["kgo"]
_ARXIV = re.compile(r"\b\d{4}\.\d{4,5}\b")
_ID = re.compile(r"\b[a-z]+/[A-Za-z0-9._-]+")
_TEXTS = ("version", "size", "variant", "unit", "direction")
_ENTITY = f"""SELECT ?id ?class ?label ?alias ?named ?issued {" ".join(f"?{n}" for n in _TEXTS)} {{
  VALUES ?id {{ %s }}
  ?id a ?class ; skos:prefLabel ?label .
  FILTER(STRSTARTS(STR(?class), "{_KGO}"))
  OPTIONAL {{ ?id skos:altLabel ?alias }}
  OPTIONAL {{ ?id kgo:named ?named }}
  OPTIONAL {{ ?id dcterms:issued ?issued }}
  {" ".join(f"OPTIONAL {{ ?id kgo:{name} ?{name} }}" for name in _TEXTS)}
}}"""
_LISTINGS = "SELECT ?id { ?id a kgo:Listing }"


def things_of(endpoint: Endpoint, question: str, web: Web) -> list[Entity]:
    """Fetch all that the names of a question may mean, in any reading, and all listings."""
    names = _names(question)
    found = [row["id"] for row in table(endpoint, _LISTINGS, web)]
    found += [row["id"] for row in table(endpoint, _by_name(names), web)]
    ids = {node.value.removeprefix(BASE) for node in found if node.value.startswith(BASE)}
    ids |= set(_ID.findall(question)) | {f"paper/{item}" for item in _ARXIV.findall(question)}
    return entities(endpoint, ids, web)


def _names(question: str) -> list[str]:
    """Return the names that stand in the slots of each reading, in all spellings."""
    found: dict[str, None] = {}
    for form, binding, _ in islice(readings(question), TRIED):
        for _, name in form.names(binding):
            found.update(dict.fromkeys(spelled(name, respelled=True)))
    return list(found)


def _by_name(names: Iterable[str]) -> str:
    """Ask for what has one of the names, whatever the case and punctuation."""
    names = list(names)
    keys = {re.sub("[^a-z0-9]", "", name.lower()) for name in names} - {""}
    folded = 'REPLACE(LCASE(STR(?name)), "[^a-z0-9]", "")'
    wanted = [f"{folded} IN ({_listed(keys)})" if keys else "false"]
    if names:
        wanted.append(f"STR(?name) IN ({_listed(names)})")
    return f"""SELECT DISTINCT ?id {{
      {{ ?id skos:prefLabel ?name }} UNION {{ ?id skos:altLabel ?name }}
      FILTER({" || ".join(wanted)})
    }} LIMIT {NAMESAKES}"""


def _listed(texts: Iterable[str]) -> str:
    return ", ".join(literal(text) for text in sorted(texts))


def entities(endpoint: Endpoint, ids: Collection[str], web: Web) -> list[Entity]:
    """Fetch entities by their ids, sorted by id; an id that the endpoint lacks is left out."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for some in portions(sorted(ids)):
        for row in table(endpoint, _ENTITY % nodes(some), web):
            rows.setdefault(row["id"].value.removeprefix(BASE), []).append(row)
    return [_entity(entity_id, rows[entity_id]) for entity_id in sorted(rows)]


def nodes(ids: Iterable[str]) -> str:
    """Return ids as IRIs in angle brackets."""
    return " ".join(f"<{iri(item)}>" for item in ids)


def portions(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Cut ids into as many as one request names."""
    for start in range(0, len(ids), NODES):
        yield ids[start : start + NODES]


def _entity(entity_id: str, rows: Sequence[dict[str, Any]]) -> Entity:
    first = rows[0]
    texts = {name: first[name].value for name in _TEXTS if name in first}
    aliases = sorted({row["alias"].value for row in rows if "alias" in row})
    return Entity(
        entity_id,
        first["class"].value.removeprefix(_KGO),
        first["label"].value,
        tuple(aliases),
        named="named" not in first or first["named"].value not in ("false", "0"),
        date=_date(first["issued"].value) if "issued" in first else None,
        **texts,
    )


def _date(text: str) -> PartialDate:
    year, month, day = [*map(int, text[:10].split("-")), 0, 0][:3]
    return PartialDate(year, month, day)
