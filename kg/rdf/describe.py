"""What the graph says of each thing, as properties that no syntax has touched yet."""

from decimal import Decimal
from functools import cache, lru_cache

from kg.ids import digest, result_id
from kg.model import TEXT_FIELDS, Document, Entity, Evidence, Mention, PartialDate, Result
from kg.namespaces import STANDARD_TYPES
from kg.rdf.terms import ADDRESS, NAME, NODE, TEXT

#: A predicate (prefixed name), the kind of the value (see `kg.rdf.terms`), and the value.
Property = tuple[str, str, str]

#: A node's id and all that is said of it; each node is described once.
Block = tuple[str, list[Property]]

_COUNT = "xsd:nonNegativeInteger"
_DATE_TYPES = {"day": "xsd:date", "month": "xsd:gYearMonth", "year": "xsd:gYear"}
_BARE_IDENTIFIERS = {"arxiv": "fabio:hasArXivId", "doi": "bibo:doi"}


@cache
def types(name: str) -> tuple[Property, ...]:
    """Return the types of a thing of a class of ours: the class, then the standard ones."""
    names = (f"kgo:{name}", *STANDARD_TYPES.get(name, ()))
    return tuple(("rdf:type", NAME, found) for found in names)


def entity(item: Entity) -> list[Property]:
    """Describe an entity but for its facts; a paper's other data are in `document`."""
    found = [*types(item.type), ("skos:prefLabel", TEXT, item.label)]
    found += [("skos:altLabel", TEXT, alias) for alias in sorted(set(item.aliases))]
    if item.url:
        address = "codeRepository" if item.type == "CodeRepository" else "url"
        found.append((f"schema:{address}", ADDRESS, item.url))
    if item.type == "Paper":
        return found
    texts = {"version": item.version, "size": item.size, "variant": item.variant}
    texts |= {"unit": item.unit, "direction": item.direction}
    found += [(f"kgo:{name}", TEXT, text) for name, text in texts.items() if text]
    if not item.named:
        found.append(("kgo:named", "xsd:boolean", "false"))
    if not item.listed:
        found.append(("kgo:listed", "xsd:boolean", "false"))
    if item.parent and item.type != "Model":
        found.append(("skos:broader", NODE, item.parent))
    return found + date(item.date)


def document(item: Document) -> list[Property]:
    """Describe a paper by its listing data."""
    found = [("dcterms:title", TEXT, item.title)]
    if item.abstract:
        found.append(("dcterms:abstract", TEXT, item.abstract))
    if item.summary_by:
        found.append(("kgo:summaryBy", TEXT, item.summary_by))
    found.append(("dcterms:language", TEXT, item.language))
    found += date(item.date)
    for identifier in sorted(item.identifiers):
        predicate = _BARE_IDENTIFIERS.get(identifier.scheme, "dcterms:identifier")
        found.append((predicate, TEXT, identifier.value))
    if item.n_authors is not None:
        found.append(("kgo:authorCount", _COUNT, str(item.n_authors)))
    found += [("kgo:category", TEXT, category) for category in sorted(set(item.categories))]
    addresses = sorted({link.url for link in item.links if link.kind == "paper"})
    return found + [("rdfs:seeAlso", ADDRESS, url) for url in addresses]


def date(item: PartialDate | None) -> list[Property]:
    """Return a date with the type of its precision, and whether its year was inferred."""
    if item is None:
        return []
    found = [("dcterms:issued", _DATE_TYPES[item.precision], item.isoformat())]
    if item.year_inferred:
        found.append(("kgo:yearInferred", "xsd:boolean", "true"))
    return found


@lru_cache(maxsize=4096)
def decimal(value: float | Decimal) -> str:
    """Write a number as xsd:decimal does, never with an exponent.

    >>> decimal(0.93), decimal(1.0), decimal(1e-7), decimal(Decimal("82.50"))
    ('0.93', '1.0', '0.0000001', '82.5')
    """
    whole, _, rest = format(Decimal(str(value)), "f").partition(".")
    return f"{whole}.{rest.rstrip('0') or '0'}"


def evidence_id(item: Evidence) -> str:
    """Return the id of a passage: its paper, field and place.

    >>> evidence_id(Evidence("paper/2401.00001", "abstract", 120, 171, "a-rule"))
    'evidence/2401.00001.abstract.120-171'
    """
    paper = item.document.partition("/")[2]
    return f"evidence/{paper}.{item.field}.{item.start}-{item.end}"


def passage(item: Evidence, quote: str) -> Block:
    """Describe the passage that an evidence points to; `quote` is its exact text."""
    place: list[Property] = [("kgo:position", _COUNT, str(item.start))]
    if item.field in TEXT_FIELDS:
        place = [("rdf:type", NAME, "nif:String"), *_span(item.start, item.end)]
    return evidence_id(item), [
        *types("Evidence"),
        *place,
        ("kgo:field", TEXT, item.field),
        ("nif:anchorOf", TEXT, quote),
        ("prov:wasDerivedFrom", NODE, item.document),
    ]


def mention(item: Mention) -> Block:
    """Describe a stretch of text that names an entity."""
    key = (item.document, item.field, str(item.start), str(item.end), item.entity)
    return f"mention/{digest('mention', *key)}", [
        *types("Mention"),
        ("kgo:field", TEXT, item.field),
        *_span(item.start, item.end),
        ("nif:anchorOf", TEXT, item.text),
        ("itsrdf:taIdentRef", NODE, item.entity),
        ("itsrdf:taConfidence", "xsd:decimal", decimal(item.score)),
        ("kgo:recogniser", TEXT, item.recogniser),
        ("prov:wasDerivedFrom", NODE, item.document),
    ]


def _span(start: int, end: int) -> list[Property]:
    return [("nif:beginIndex", _COUNT, str(start)), ("nif:endIndex", _COUNT, str(end))]


def result(item: Result) -> Block:
    """Describe a reported number, but for how it was read."""
    nodes = {"reportedIn": item.paper, "withMethod": item.method, "onModel": item.model}
    nodes |= {"onData": item.data, "onTask": item.task, "metric": item.metric}
    nodes |= {"baseline": item.baseline}
    texts = {"rawValue": item.raw, "unit": item.unit, "kind": item.kind}
    texts |= {"direction": item.direction, "split": item.split, "setting": item.setting}
    texts |= {"role": item.role, "status": item.status if item.status == "curated" else ""}
    names = ("value",) if len(item.value) == 1 else ("lowestValue", "highestValue")
    return result_id(item), [
        *types("Result"),
        *((f"kgo:{name}", NODE, value) for name, value in nodes.items() if value),
        *((f"kgo:{n}", "xsd:decimal", decimal(v)) for n, v in zip(names, item.value, strict=True)),
        *((f"kgo:{name}", TEXT, text) for name, text in texts.items() if text),
    ]


def reading(
    evidence: tuple[Evidence, ...], paper: str, run: str, *, places: bool = True
) -> list[Property]:
    """Say how sure the reading is, by which rules, on which passages of which paper."""
    if len(evidence) == 1:
        best, rules = evidence[0].confidence, [evidence[0].rule]
        passages = [evidence_id(evidence[0])] if places else []
    else:
        best = max(item.confidence for item in evidence)
        rules = sorted({item.rule for item in evidence})
        passages = sorted({evidence_id(item) for item in evidence}) if places else []
    return [
        ("kgo:confidence", "xsd:decimal", decimal(best)),
        *[("kgo:rule", TEXT, rule) for rule in rules],
        *[("kgo:evidence", NODE, place) for place in passages],
        ("prov:wasDerivedFrom", NODE, paper),
        ("prov:wasGeneratedBy", NODE, run),
    ]


def readings(owner: str, evidence: tuple[Evidence, ...]) -> list[Block]:
    """Describe each evidence of an assertion or a result, where they differ in rule or confidence.

    Where they do not, what `reading` says of the owner says it of each.
    """
    if len({(item.rule, item.confidence) for item in evidence}) < 2:
        return []
    return [_reading(owner, item) for item in evidence]


def _reading(owner: str, item: Evidence) -> Block:
    place, sure = evidence_id(item), decimal(item.confidence)
    return f"reading/{digest('reading', owner, place, item.rule, sure)}", [
        *types("Reading"),
        ("kgo:confidence", "xsd:decimal", sure),
        ("kgo:rule", TEXT, item.rule),
        ("kgo:evidence", NODE, place),
    ]
