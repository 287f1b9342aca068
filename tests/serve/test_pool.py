"""The workers: which of them is asked, and what is said of one that ended."""

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from kg.serve import Limits, Settings
from kg.serve.answering import Query
from kg.serve.pool import Pool
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
