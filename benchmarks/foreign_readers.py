"""Read exports by what is not ours, and count what they hold.

pyoxigraph for RDF, pyarrow, sqlite3, csv, json, and networkx for GraphML and GEXF. Each reader
gives what a format can tell of: papers, entities, facts, evidence, results; and the labels.
"""

import csv
import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

KGO = "https://w3id.org/paperkg/ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
LABEL = "http://www.w3.org/2004/02/skos/core#prefLabel"
TYPES = frozenset(
    f"{KGO}{name}"
    for name in (
        *("Paper", "Author", "Model", "ModelFamily", "Method", "Dataset", "Benchmark", "Task"),
        *("Metric", "Hardware", "CodeRepository", "Listing", "WebPage"),
    )
)
#: The formats of RDF, by pyoxigraph's names of them.
RDF_FORMATS = {
    "turtle": "TURTLE",
    "ntriples": "N_TRIPLES",
    "nquads": "N_QUADS",
    "trig": "TRIG",
    "jsonld": "JSON_LD",
    "rdfxml": "RDF_XML",
    "rdf12": "TURTLE",
}


@dataclass(slots=True)
class Found:
    """What was read back; `items` are triples, rows, lines, or nodes and edges."""

    counts: dict[str, int]
    labels: list[str]
    items: int


@dataclass(slots=True)
class _Triples:
    """Counts triples as they go by."""

    items: int = 0
    types: Counter[str] = field(default_factory=Counter)
    passages: Counter[str] = field(default_factory=Counter)
    readings: Counter[str] = field(default_factory=Counter)
    parts: dict[str, dict[str, str]] = field(default_factory=dict)
    labels: list[str] = field(default_factory=list)

    def add(self, subject: str, predicate: str, value: Any) -> None:
        self.items += 1
        if predicate == f"{RDF}type":
            self.types[value.value] += 1
        elif predicate == LABEL:
            self.labels.append(value.value)
        elif predicate in (f"{RDF}subject", f"{RDF}predicate", f"{RDF}object", f"{RDF}reifies"):
            self.parts.setdefault(subject, {})[predicate] = str(value)
        elif predicate == f"{KGO}evidence" and "/assertion/" in subject:
            self.passages[subject] += 1
        elif predicate == f"{KGO}reading" and "/assertion/" in subject:
            self.readings[subject] += 1

    def found(self) -> Found:
        """Say how much it was; an evidence is a reading, or a passage where there is none."""
        facts = {tuple(sorted(parts.items())) for parts in self.parts.values()}
        counts = {
            "papers": self.types[f"{KGO}Paper"],
            "entities": sum(number for name, number in self.types.items() if name in TYPES),
            "facts": len(facts),
            "evidence": sum(self.readings.get(a, n) for a, n in self.passages.items()),
            "results": self.types[f"{KGO}Result"],
        }
        return Found(counts, self.labels, self.items)


def read_rdf(path: Path, form: str) -> Found:
    """Read RDF by pyoxigraph."""
    import pyoxigraph

    triples = _Triples()
    with path.open("rb") as source:
        for quad in pyoxigraph.parse(source, format=getattr(pyoxigraph.RdfFormat, form)):
            triples.add(quad.subject.value, quad.predicate.value, quad.object)
    return triples.found()


def read_json_lines(path: Path) -> Found:
    """Read JSON lines by json."""
    kinds: Counter[str] = Counter()
    labels, evidence = [], 0
    with path.open(encoding="utf-8") as source:
        for line in source:
            record = json.loads(line)
            kinds[record["record"]] += 1
            if record["record"] == "entity":
                labels.append(record["label"])
            elif record["record"] == "fact":
                evidence += len(record["evidence"])
    counts = {
        "papers": kinds["paper"],
        "entities": kinds["entity"],
        "facts": kinds["fact"],
        "evidence": evidence,
        "results": kinds["result"],
    }
    return Found(counts, labels, sum(kinds.values()))


TABLES = ("papers", "entities", "facts", "evidence", "results")


def read_parquet(path: Path) -> Found:
    """Read Parquet by pyarrow."""
    from pyarrow import parquet

    rows = {file.stem: parquet.read_metadata(file).num_rows for file in path.glob("*.parquet")}
    labels = parquet.read_table(path / "entities.parquet", columns=["label"])
    counts = {name: rows[name] for name in TABLES}
    return Found(counts, labels["label"].to_pylist(), sum(rows.values()))


def read_sqlite(path: Path) -> Found:
    """Read SQLite by sqlite3."""
    with closing(sqlite3.connect(path)) as database:
        names = [name for (name,) in database.execute("SELECT name FROM pragma_table_list")]
        rows = {
            name: database.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
            for name in names
            if not name.startswith("sqlite_")
        }
        labels = [label for (label,) in database.execute("SELECT label FROM entities")]
    return Found({name: rows[name] for name in TABLES}, labels, sum(rows.values()))


def read_csv(path: Path) -> Found:
    """Read CSV by csv; labels without the apostrophe that keeps spreadsheets from running them."""
    csv.field_size_limit(1 << 24)
    rows = {file.stem: sum(1 for _ in _rows(file)) for file in path.glob("*.csv")}
    labels = [as_it_was(row["label"]) for row in _rows(path / "entities.csv")]
    return Found({name: rows[name] for name in TABLES}, labels, sum(rows.values()))


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as source:
        yield from csv.DictReader(source)


def as_it_was(text: str) -> str:
    guarded = text.startswith("'") and text.lstrip("'")[:1] in set("=+-@\t\r")
    return text[1:] if guarded and text.lstrip("'") else text


def read_graphml(path: Path) -> Found:
    """Read GraphML by networkx."""
    import networkx as nx

    return _network(nx.read_graphml(path, force_multigraph=True))


def read_gexf(path: Path) -> Found:
    """Read GEXF by networkx."""
    import networkx as nx

    return _network(nx.read_gexf(path, version="1.3"))


def _network(graph: Any) -> Found:
    nodes = [told for _, told in graph.nodes(data=True)]
    counts = {
        "papers": sum(told["type"] == "Paper" for told in nodes),
        "entities": graph.number_of_nodes(),
        "facts": graph.number_of_edges(),
    }
    labels = [told["label"] for told in nodes]
    return Found(counts, labels, graph.number_of_nodes() + graph.number_of_edges())


def read_records(path: Path) -> Found:
    """Read records by json."""
    with path.open(encoding="utf-8") as source:
        papers = [json.loads(line) for line in source]
    return Found({"papers": len(papers)}, [], len(papers))


#: What reads each format, of those that something at hand reads.
READERS: Mapping[str, Callable[[Path], Found]] = {
    **{
        name: (lambda path, form=form: read_rdf(path, form))  # type: ignore[misc]
        for name, form in RDF_FORMATS.items()
    },
    "jsonl": read_json_lines,
    "parquet": read_parquet,
    "sqlite": read_sqlite,
    "csv": read_csv,
    "graphml": read_graphml,
    "gexf": read_gexf,
    "records": read_records,
}


def differences(found: Found, expected: Mapping[str, int]) -> Iterable[str]:
    """Say which counts are not those of the store."""
    for name, number in found.counts.items():
        if number != expected[name]:
            yield f"{name}: {number:,} instead of {expected[name]:,}"
