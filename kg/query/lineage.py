"""What a model, method or data set is made from, and all that is made from it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import kg.query.twins as twins
from kg.query.answer import Answer
from kg.query.asked import PAPER_COLUMNS, Asked
from kg.query.families import covered, told, variants
from kg.query.papers import by_paper
from kg.query.rows import Cell, Row

if TYPE_CHECKING:
    from kg.model import Entity, Evidence, Fact

#: The ways in which a model is made from another, the more telling first.
WAYS = (
    "fineTunedFrom", "quantizedFrom", "distilledFrom", "prunedFrom", "mergedFrom", "adapterOf",
    "basedOn",
)  # fmt: skip
#: By which relations a thing of each type is made from another.
ORIGINS = {
    "Model": WAYS,
    "ModelFamily": WAYS,
    "Method": (*WAYS, "extends"),
    "Dataset": ("derivedFrom",),
    "Benchmark": ("derivedFrom",),
}


@dataclass(frozen=True, slots=True)
class _Kin:
    """A relative: the ids on the way from the thing asked about, and the facts that join them."""

    way: tuple[str, ...]
    chain: tuple["Fact", ...] = ()


def models_based_on(asked: Asked) -> Answer:
    """Answer "models based on MODEL": whatever the way."""
    return _descendants(asked, ORIGINS[asked.thing.type], "model")


def fine_tuned_from(asked: Asked) -> Answer:
    """Answer "models fine-tuned from MODEL"."""
    return _descendants(asked, ("fineTunedFrom",), "model")


def quantized_from(asked: Asked) -> Answer:
    """Answer "models quantized from MODEL"."""
    return _descendants(asked, ("quantizedFrom",), "model")


def distilled_from(asked: Asked) -> Answer:
    """Answer "models distilled from MODEL"."""
    return _descendants(asked, ("distilledFrom",), "model")


def pruned_from(asked: Asked) -> Answer:
    """Answer "models pruned from MODEL"."""
    return _descendants(asked, ("prunedFrom",), "model")


def merged_from(asked: Asked) -> Answer:
    """Answer "models merged from MODEL"."""
    return _descendants(asked, ("mergedFrom",), "model")


def adapters_of(asked: Asked) -> Answer:
    """Answer "adapters of MODEL"."""
    return _descendants(asked, ("adapterOf",), "model")


def methods_extending(asked: Asked) -> Answer:
    """Answer "methods that extend METHOD"."""
    return _descendants(asked, ORIGINS["Method"], "method")


def data_derived_from(asked: Asked) -> Answer:
    """Answer "datasets derived from DATASET"."""
    return _descendants(asked, ORIGINS["Dataset"], "data")


def parts_of(asked: Asked) -> Answer:
    """Answer "parts of METHOD": its named components, and theirs."""
    return _descendants(asked, ("partOf",), "part")


def based_on_what(asked: Asked) -> Answer:
    """Answer "what X is based on": what it is made from, and what that is made from."""
    return _ancestors(asked, ORIGINS[asked.thing.type])


def part_of_what(asked: Asked) -> Answer:
    """Answer "what X is part of"."""
    return _ancestors(asked, ("partOf",))


def _descendants(asked: Asked, relations: Sequence[str], column: str) -> Answer:
    """Answer with all that is made from a thing or from a member of a family, at any remove.

    One row for each, with the shortest way to it.
    """
    things = covered(asked.store, asked.thing)
    found = _walk(asked, things, relations, upward=False)
    near = variants(
        asked.store,
        asked.thing,
        lambda other: sum(1 for _ in _walk(asked, [other], relations, upward=False)),
    )
    twin = twins.lineage(asked.thing.id, relations, column, type_name=asked.thing.type)
    return asked.answer(
        (column, "how", "way", "steps", *PAPER_COLUMNS),
        _rows(asked, found, column),
        sparql=twin,
        variants=near,
        notes=told(asked.thing, things),
    )


def _ancestors(asked: Asked, relations: Sequence[str]) -> Answer:
    found = _walk(asked, [asked.thing], relations, upward=True)
    twin = twins.lineage(asked.thing.id, relations, "name", upward=True)
    columns = ("name", "type", "how", "way", "steps", *PAPER_COLUMNS)
    return asked.answer(columns, _rows(asked, found, "name"), sparql=twin)


def _walk(
    asked: Asked, things: Iterable["Entity"], relations: Sequence[str], *, upward: bool
) -> Iterator[_Kin]:
    """Yield the relatives of some things, each once, the nearest first."""
    front = [_Kin((thing.id,)) for thing in things]
    seen = {kin.way[-1] for kin in front}
    while front:
        links = _links(asked, [kin.way[-1] for kin in front], relations, upward=upward)
        reached: dict[str, _Kin] = {}
        for kin in front:
            for there, fact in links[kin.way[-1]]:
                if there not in seen:
                    reached.setdefault(there, _Kin((*kin.way, there), (*kin.chain, fact)))
        seen |= reached.keys()
        yield from reached.values()
        front = list(reached.values())


def _links(
    asked: Asked, nodes: Sequence[str], relations: Sequence[str], *, upward: bool
) -> dict[str, list[tuple[str, "Fact"]]]:
    """Return what each node is joined to, by which fact, in the order of the relations."""
    links: dict[str, list[tuple[str, Fact]]] = defaultdict(list)
    for relation in relations:
        if upward:
            for fact in asked.facts(subject=nodes, relation=relation):
                links[fact.subject].append((fact.object, fact))
        else:
            for fact in asked.facts(relation=relation, object_=nodes):
                links[fact.object].append((fact.subject, fact))
    return links


def _rows(asked: Asked, found: Iterable[_Kin], column: str) -> list[Row]:
    found = list(found)
    facts = [fact for kin in found for fact in kin.chain]
    papers = (item.document for fact in facts for item in fact.evidence)
    asked.papers.fetch((node for kin in found for node in kin.way), papers)
    rows = [_row(asked, kin, column) for kin in found]
    return sorted(
        rows, key=lambda row: (int(row["steps"]), str(row[column]).casefold(), str(row["id"]))
    )


def _row(asked: Asked, kin: _Kin, column: str) -> Row:
    """Make a row of a relative; its paper is the surest that tells of the last link."""
    last = kin.chain[-1]
    cells: dict[str, Cell] = {
        **asked.papers.cells(column, kin.way[-1]),
        "how": last.relation,
        "way": " > ".join(asked.papers.label(node) for node in kin.way),
        "steps": len(kin.chain),
    }
    paper, evidence = _surest(last)
    rest = [item for fact in reversed(kin.chain[:-1]) for item in fact.evidence]
    row = asked.papers.row(cells, paper, evidence)
    return Row(row.cells, (*row.evidence, *asked.papers.quotes(rest)))


def _surest(fact: "Fact") -> tuple[str, list["Evidence"]]:
    """Return the paper that tells of a fact most surely, and its evidence."""
    papers = by_paper([fact])
    return min(papers.items(), key=lambda item: (-item[1][0].confidence, item[0]))
