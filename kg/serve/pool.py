"""The worker processes: each answers one query at a time, and is ended when that takes too long."""

import asyncio
import logging
import signal
import sys
from contextlib import suppress
from dataclasses import asdict

from kg.serve import frames
from kg.serve.answering import Query, Reply, problem
from kg.serve.settings import Settings
from kg.serve.worker import DAMAGED, EXHAUSTED

LOG = logging.getLogger(__name__)

#: How much longer than a query's limit the server waits before it ends the worker itself, seconds.
GRACE = 1.0
#: How long to wait before a worker that does not start is started again, in seconds.
PAUSE = 2.0


class BusyError(Exception):
    """All workers are busy, and too many queries wait already, or one has waited too long."""


class Worker:
    """One process; `run` is the id of the graph that it has open.

    `begun` tells whether it has read the last query: if not, its end is not the query's doing.
    """

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.run, self.triples = "", 0
        self.begun = False

    @classmethod
    async def start(cls, settings: Settings) -> "Worker":
        """Start a process and wait until it has opened the graph."""
        limits = settings.limits
        numbers = (limits.seconds, limits.memory, limits.rows, limits.answer)
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "kg.serve.worker",
            str(settings.source),
            *map(str, numbers),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        worker = cls(process)
        try:
            head, _ = await worker._receive()
        except BaseException:
            await worker.end()
            raise
        worker.run, worker.triples = head["run"], head["triples"]
        return worker

    async def ask(self, query: Query) -> Reply:
        """Send a query and wait for the answer; raises EOFError where the process ends."""
        self.begun = False
        if self.process.stdin is None:
            raise EOFError
        self.process.stdin.write(frames.packed(asdict(query)))
        with suppress(ConnectionError):
            await self.process.stdin.drain()
        await self._receive()
        self.begun = True
        head, body = await self._receive()
        return Reply(head["status"], head["media"], body.decode(), head["cut"])

    async def _receive(self) -> tuple[frames.Head, bytes]:
        stream = self.process.stdout
        if stream is None:
            raise EOFError
        prefix = await stream.readexactly(frames.PREFIX.size)
        head = frames.head(await stream.readexactly(frames.PREFIX.unpack(prefix)[0]))
        return head, await stream.readexactly(head["size"])

    async def end(self, *, waiting: float = 0.0) -> int:
        """End the process, whatever it is doing; return how it ended.

        One that is ending by itself gets so many seconds first: a signal would hide how it ended.
        """
        with suppress(TimeoutError):
            return await asyncio.wait_for(asyncio.shield(self.process.wait()), waiting)
        with suppress(ProcessLookupError):
            self.process.kill()
        return await self.process.wait()


class Pool:
    """Some workers, of which each query gets one for itself."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._free: asyncio.Queue[Worker] = asyncio.Queue()
        self._all: set[Worker] = set()
        self._starting: set[asyncio.Task[None]] = set()
        self._ending: set[asyncio.Task[int]] = set()
        self._waiting = 0
        self._closed = False
        self._graphs = 0  # how many graphs were served so far, one after the other
        self.run, self.triples = "", 0

    async def open(self) -> None:
        """Start the workers: the first, which makes the index where there is none, then the others.

        Raises EOFError where the graph cannot be opened; the worker has told why on stderr.
        """
        await self._start()
        await asyncio.gather(*self._starting)

    async def close(self) -> None:
        """End all workers."""
        self._closed = True
        for task in self._starting:
            task.cancel()
        await asyncio.gather(*self._starting, return_exceptions=True)
        await asyncio.gather(*(worker.end() for worker in self._all), *self._ending)
        self._all.clear()

    async def renew(self) -> None:
        """Open the graph as it is now: when one worker has it, the others are replaced."""
        await self._start()

    async def ask(self, query: Query) -> Reply:
        """Answer a query; one that is cancelled, or takes too long, ends its worker.

        A worker that was ended from outside while it was idle may be noticed only when it is asked;
        then another one is. Raises BusyError where no worker becomes free in time.
        """
        for _ in range(self.settings.workers + 1):
            if reply := await self._ask(await self._take(), query):
                return reply
        return self._explain(-signal.SIGKILL)

    async def _ask(self, worker: Worker, query: Query) -> Reply | None:
        """Answer a query by one worker; nothing where it was ended before it had read the query."""
        limit = self.settings.limits.seconds + GRACE
        try:
            reply = await asyncio.wait_for(worker.ask(query), limit)
        except (EOFError, ConnectionError):
            code = await self._lose(worker, waiting=GRACE)
            return self._explain(code) if worker.begun or code >= 0 else None
        except TimeoutError:
            await self._lose(worker)
            return self._explain(-signal.SIGALRM)
        except BaseException:  # the client has gone away
            await asyncio.shield(self._lose(worker))
            raise
        self._give_back(worker)
        return reply

    async def _take(self) -> Worker:
        """Wait for a free worker; those that have ended meanwhile are replaced."""
        limits = self.settings.limits
        if self._free.empty() and self._waiting >= limits.waiting:
            raise BusyError
        self._waiting += 1
        try:
            async with asyncio.timeout(limits.patience):
                while (worker := await self._free.get()).process.returncode is not None:
                    self._retire(worker)
        except TimeoutError:
            raise BusyError from None
        finally:
            self._waiting -= 1
        return worker

    def _give_back(self, worker: Worker) -> None:
        if worker.run == self.run:
            self._free.put_nowait(worker)
        else:
            self._retire(worker)

    def _retire(self, worker: Worker) -> None:
        self._all.discard(worker)
        task = asyncio.create_task(worker.end())
        self._ending.add(task)
        task.add_done_callback(self._ending.discard)
        self._refill()

    async def _lose(self, worker: Worker, waiting: float = 0.0) -> int:
        """End a worker and start another one in its place."""
        self._all.discard(worker)
        self._refill()
        return await worker.end(waiting=waiting)

    async def _start(self) -> None:
        graphs = self._graphs
        self._add(await Worker.start(self.settings), late=graphs < self._graphs)

    def _add(self, worker: Worker, *, late: bool) -> None:
        """Take a worker in; where it has a later graph than the others, they go.

        One that is late may have looked at the store before the graph changed: another graph is
        then no later one, and the worker goes itself.
        """
        self._all.add(worker)
        if worker.run != self.run:
            if late:
                self._retire(worker)
                return
            self.run = worker.run
            self._graphs += 1
            while not self._free.empty():
                self._retire(self._free.get_nowait())
        self.triples = worker.triples
        self._free.put_nowait(worker)
        self._refill()

    def _refill(self) -> None:
        missing = self.settings.workers - len(self._all) - len(self._starting)
        for _ in range(0 if self._closed else missing):
            task = asyncio.create_task(self._another())
            self._starting.add(task)
            task.add_done_callback(self._started)

    def _started(self, task: asyncio.Task[None]) -> None:
        """Start more where the worker that came was not kept, or others went because of it."""
        self._starting.discard(task)
        if not task.cancelled():
            task.result()  # what nobody foresaw is logged, and not tried again without end
            self._refill()

    async def _another(self) -> None:
        """Start a worker, however often it takes."""
        while True:
            try:
                await self._start()
            except (EOFError, OSError):
                LOG.warning("a worker could not be started; trying again in %s s", PAUSE)
                await asyncio.sleep(PAUSE)
            else:
                return

    def _explain(self, code: int) -> Reply:
        """Say why a worker ended in the middle of a query, by the code of its end."""
        limits = self.settings.limits
        if code == DAMAGED:
            return problem(503, "the index was damaged and is made anew; ask again in a while")
        if code == -signal.SIGALRM:
            return problem(503, f"the query was stopped after {limits.seconds:g} s")
        if code in (-signal.SIGKILL, -signal.SIGTERM):
            return problem(503, "a worker was ended from outside, for memory perhaps; ask again")
        if code in (-signal.SIGABRT, EXHAUSTED):
            return problem(503, f"the query was stopped: it needs more than {limits.memory} MB")
        return problem(500, "the query ended the engine; it may be nested too deeply")
