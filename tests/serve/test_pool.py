"""The workers: which of them is asked, and what is said of one that ended."""

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from kg.serve import Limits, Settings
from kg.serve.answering import Query
from kg.serve.pool import Pool, Worker
from tests.serve.test_endpoint import RUNAWAY

YES = Query("ASK {}")


@asynccontextmanager
async def opened(store: Path, workers: int = 1, seconds: float = 20) -> AsyncIterator[Pool]:
    pool = Pool(Settings(store, workers=workers, limits=Limits(seconds=seconds)))
    await pool.open()
    try:
        yield pool
    finally:
        await pool.close()


def test_a_worker_that_was_killed_while_idle_is_not_asked(small_store):
    async def status() -> int:
        async with opened(small_store) as pool:
            (worker,) = pool._all
            worker.process.kill()
            await worker.process.wait()
            return (await pool.ask(YES)).status

    assert asyncio.run(status()) == 200


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM])
def test_another_is_asked_where_the_end_of_idle_ones_is_noticed_late(small_store, sign):
    async def status() -> int:
        async with opened(small_store, workers=2) as pool:
            for worker in pool._all:
                os.kill(worker.process.pid, sign)
            time.sleep(0.5)  # they end, and the loop cannot notice it
            assert {worker.process.returncode for worker in pool._all} == {None}
            return (await pool.ask(YES)).status

    assert asyncio.run(status()) == 200


def test_each_worker_that_was_killed_while_idle_is_replaced(small_store):
    async def replaced() -> bool:
        async with opened(small_store, workers=3) as pool:
            before = set(pool._all)
            for worker in before:
                worker.process.kill()
                await worker.process.wait()
            await pool.ask(YES)
            await asyncio.gather(*pool._starting)
            return len(pool._all) == 3 and not before & pool._all

    assert asyncio.run(replaced())


def test_a_worker_that_is_killed_in_the_middle_is_no_matter_of_time(small_store):
    async def text() -> str:
        async with opened(small_store) as pool:
            (worker,) = pool._all
            asking = asyncio.create_task(pool.ask(Query(RUNAWAY)))
            while not worker.begun:
                await asyncio.sleep(0.01)
            worker.process.kill()
            return (await asking).text

    assert "ended from outside" in asyncio.run(text())


def test_a_worker_that_does_not_end_in_time_is_ended(small_store):
    async def text() -> str:
        async with opened(small_store, seconds=0.5) as pool:
            (worker,) = pool._all
            worker.process.send_signal(signal.SIGSTOP)
            return (await pool.ask(YES)).text

    assert "stopped after 0.5 s" in asyncio.run(text())


class Found(Worker):
    """A worker without a process, of a graph that it found."""

    def __init__(self, run: str) -> None:
        super().__init__(SimpleNamespace(returncode=None))  # type: ignore[arg-type]
        self.run = run

    async def end(self, *, waiting: float = 0.0) -> int:
        return 0


class Starts:
    """Takes the place of `Worker.start`: workers come when the test lets them, in any order."""

    def __init__(self) -> None:
        self.coming: list[asyncio.Future[Worker]] = []

    async def __call__(self, settings: Settings) -> Worker:
        self.coming.append(asyncio.get_running_loop().create_future())
        return await self.coming[-1]

    async def bring(self, number: int, run: str) -> None:
        """Let a start end with a worker of a graph, and the pool take it in."""
        self.coming[number].set_result(Found(run))
        for _ in range(5):
            await asyncio.sleep(0)


@asynccontextmanager
async def starting(monkeypatch, workers: int) -> AsyncIterator[tuple[Pool, Starts]]:
    """Return a pool whose first worker has come, with graph A; the others are on their way."""
    starts = Starts()
    monkeypatch.setattr(Worker, "start", starts)
    pool = Pool(Settings(Path("none"), workers=workers))
    opening = asyncio.create_task(pool.open())
    await asyncio.sleep(0)
    await starts.bring(0, "A")
    try:
        yield pool, starts
    finally:
        opening.cancel()
        await pool.close()


async def renewed(pool: Pool, starts: Starts) -> None:
    """Renew a pool of two: graph B is there before the second worker of graph A comes."""
    renewing = asyncio.create_task(pool.renew())
    await asyncio.sleep(0)
    await starts.bring(2, "B")
    await starts.bring(1, "A")
    await renewing


def test_a_worker_that_comes_late_with_an_earlier_graph_is_not_kept(monkeypatch):
    async def runs() -> tuple[str, set[str]]:
        async with starting(monkeypatch, workers=2) as (pool, starts):
            await renewed(pool, starts)
            return pool.run, {worker.run for worker in pool._all}

    assert asyncio.run(runs()) == ("B", {"B"})


def test_another_is_started_in_place_of_one_that_came_late(monkeypatch):
    async def runs() -> list[str]:
        async with starting(monkeypatch, workers=2) as (pool, starts):
            await renewed(pool, starts)
            await starts.bring(3, "B")
            return [worker.run for worker in pool._all]

    assert asyncio.run(runs()) == ["B", "B"]


def test_a_worker_that_finds_a_later_graph_by_itself_is_believed(monkeypatch):
    async def runs() -> tuple[str, list[str]]:
        async with starting(monkeypatch, workers=2) as (pool, starts):
            await starts.bring(1, "B")
            await starts.bring(2, "B")
            return pool.run, [worker.run for worker in pool._all]

    assert asyncio.run(runs()) == ("B", ["B", "B"])


def test_the_earlier_graph_is_served_again_where_it_is_there_again(monkeypatch):
    async def run() -> str:
        async with starting(monkeypatch, workers=1) as (pool, starts):
            for number, found in enumerate("BA", 1):
                renewing = asyncio.create_task(pool.renew())
                await asyncio.sleep(0)
                await starts.bring(number, found)
                await renewing
            return pool.run

    assert asyncio.run(run()) == "A"
