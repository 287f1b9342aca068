"""Real listing pages, from the files to the answer."""

from itertools import permutations
from pathlib import Path

import pytest

from kg import pipeline
from kg.exporters import export
from kg.query import ask
from kg.store import Store, open_store

ALIASES = [
    "LLaMA-2 7B",
    "llama2-7b",
    "LLAMA 2.0 7B",
    "meta-llama/Llama-2-7b-hf",
    "Llama 2 (7B)",
]


def triples(store: Path) -> bytes:
    with open_store(store) as opened:
        export(opened, "ntriples", store.with_suffix(".nt"))
    return store.with_suffix(".nt").read_bytes()


def test_the_pages_hold_113_papers(seed_store: Store) -> None:
    documents = list(seed_store.documents())
    assert len(documents) == 113
    assert sum(len(document.listings) for document in documents) == 116
    assert sum(len(document.listings) == 2 for document in documents) == 3


def test_a_second_build_changes_nothing(seeds: list[Path], tmp_path: Path) -> None:
    store = tmp_path / "kg.sqlite"
    pipeline.build(seeds, store)
    report = pipeline.build(seeds, store)
    assert (report.new, report.changed) == (0, False)


def test_order_and_split_leave_no_trace(seeds: list[Path], tmp_path: Path) -> None:
    whole = tmp_path / "whole.sqlite"
    pipeline.build(seeds, whole)
    for index, order in enumerate(list(permutations(seeds))[1::9]):
        store = tmp_path / f"{index}.sqlite"
        for page in order:
            pipeline.build([page], store)
        assert triples(store) == triples(whole)


@pytest.mark.parametrize("alias", ALIASES)
def test_any_alias_gets_the_same_answer(seed_store: Store, alias: str) -> None:
    expected = ask(seed_store, "methods evaluated on Llama2-7B").to_dict()["rows"]
    assert ask(seed_store, f"methods evaluated on {alias}").to_dict()["rows"] == expected


def test_variants_are_named_apart(seed_store: Store) -> None:
    answer = ask(seed_store, "methods evaluated on Llama2-7B")
    assert "Llama-2-7B-Chat" in {variant.label for variant in answer.variants}


def test_every_quote_stands_at_its_offsets(seed_store: Store) -> None:
    answer = ask(seed_store, "methods evaluated on Llama2-7B")
    quotes = [quote for row in answer for quote in row.evidence]
    assert quotes
    for quote in quotes:
        document = seed_store.document(quote.paper)
        text = document.title if quote.field == "title" else document.abstract
        assert text[quote.start : quote.end] == quote.quote
