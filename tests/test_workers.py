"""Reading in several processes: the same bytes as in one, with all that finds names."""

import gc
import json
import os
import signal
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from kg import pipeline, workers
from kg.errors import WorkerError
from kg.exporters import export
from kg.model import Extraction
from kg.schema import bundled_path
from kg.store import open_store
from kg.workers import Body, Extractor, Job, Text, Workers

PAPERS = bundled_path("examples", "papers.jsonl")


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each worker get several batches of a few papers."""
    monkeypatch.setattr(pipeline, "WORTH_WORKERS", 1)
    monkeypatch.setattr(workers, "BATCH", 4)


def extracted(extractor: Extractor, jobs: list[Job], count: int) -> Iterator[list[Body]]:
    with Workers(extractor, count) as begun:
        yield from begun.extracted(jobs)


def bodies(count: int, tier: str = "standard") -> dict[str, str]:
    records = [json.loads(line) for line in PAPERS.read_text(encoding="utf-8").splitlines()]
    jobs = [(record["id"], (record["title"], record["abstract"])) for record in records]
    extractor = pipeline.default_extractor(tier)
    return dict(body for batch in extracted(extractor, jobs, count) for body in batch)


def triples(folder: Path, count: int) -> bytes:
    store = folder / f"{count}.sqlite"
    pipeline.build([PAPERS], store, workers=count, tier="standard")
    with open_store(store) as opened:
        export(opened, "ntriples", store.with_suffix(".nt"))
    return store.with_suffix(".nt").read_bytes()


def test_workers_read_what_one_process_reads() -> None:
    alone = bodies(1)
    assert '"tagger"' in "".join(alone.values())
    assert bodies(2) == alone
    assert bodies(3) == alone


def test_workers_read_with_the_encoder_what_one_process_reads() -> None:
    alone = bodies(1, "accurate")
    assert alone != bodies(1)
    assert bodies(2, "accurate") == alone


def test_any_number_of_workers_makes_the_same_triples(tmp_path: Path) -> None:
    alone = triples(tmp_path, 1)
    assert triples(tmp_path, 2) == alone
    assert triples(tmp_path, 3) == alone


@pytest.mark.parametrize(("count", "times"), [(1, 0), (2, 1)])
def test_what_reading_needs_is_loaded_once_before_there_are_workers(count: int, times: int) -> None:
    loaded: list[str] = []
    extractor = Extractor("none", lambda texts: iter(()), lambda: loaded.append("lexicon"))
    list(extracted(extractor, [], count))
    assert len(loaded) == times


def test_what_begins_early_loads_what_it_needs_itself() -> None:
    loaded: list[str] = []
    extractor = Extractor("none", tell_of_the_collector, lambda: loaded.append("lexicon"))
    with Workers(extractor, 2) as begun:
        assert not begun.have_begun("none")
        begun.begin()
        assert begun.have_begun("none")
        assert not begun.have_begun("another")
        assert len([body for batch in begun.extracted(JOBS) for body in batch]) == len(JOBS)
    assert loaded == []


def test_one_process_begins_no_others() -> None:
    with Workers(Extractor("none", tell_of_the_collector), 1) as alone:
        alone.begin()
        assert not alone.have_begun("none")


JOBS = [(str(number), ("a title", "")) for number in range(9)]


def tell_of_the_collector(texts: Iterable[Text]) -> Iterator[Extraction]:
    yield from (Extraction(f"{gc.isenabled()}") for _ in texts)


def test_workers_collect_garbage_while_the_parent_does_not() -> None:
    for batch in extracted(Extractor("none", tell_of_the_collector), JOBS, 2):
        assert not gc.isenabled()
        assert all("True" in body for _, body in batch)
    assert gc.isenabled()


def die(texts: Iterable[Text]) -> Iterator[Extraction]:
    os.kill(os.getpid(), signal.SIGKILL)
    yield from (Extraction("") for _ in texts)


def test_a_worker_that_the_system_ends_is_said() -> None:
    with pytest.raises(WorkerError, match="fewer --workers"):
        list(extracted(Extractor("none", die), JOBS, 2))


def test_workers_are_gone_when_they_are_closed() -> None:
    with Workers(Extractor("none", tell_of_the_collector), 2) as begun:
        begun.begin()
        list(begun.extracted(JOBS))
        begun.close()
        assert not begun.have_begun("none")


def tell_who(texts: Iterable[Text]) -> Iterator[Extraction]:
    yield from (Extraction(f"{title} {os.getpid()}") for title, _ in texts)


def test_what_was_given_out_early_is_read_once_and_what_nobody_asks_for_is_left_out() -> None:
    early, late = [("1", ("one", "")), ("2", ("two", ""))], [("3", ("three", ""))]
    with Workers(Extractor("none", tell_who), 2) as begun:
        begun.begin([*early, ("4", ("four", ""))])
        found = [body for batch in begun.extracted([*early, *late]) for body in batch]
    assert sorted(text_id for text_id, _ in found) == ["1", "2", "3"]
    assert str(os.getpid()) not in "".join(said for _, said in found)


def read_early(extractor: Extractor) -> None:
    with Workers(extractor, 2) as begun:
        begun.begin(JOBS)
        list(begun.extracted(JOBS))


def test_a_worker_that_ends_over_what_was_given_out_early_is_said() -> None:
    with pytest.raises(WorkerError, match="fewer --workers"):
        read_early(Extractor("none", die))
