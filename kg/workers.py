"""Reading many texts: in this process, or shared out to several, batch by batch."""

import gc
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Self

from kg import collector
from kg.errors import WorkerError
from kg.model import Extraction
from kg.processes import follow_parent
from kg.store import dump_extraction

#: Texts that one worker takes at a time, and that are written in one transaction: few, as at the
#: end one worker is at its last batch while the others wait.
BATCH = 50
#: The same where there are no workers: progress shows sooner.
SMALL_BATCH = 20

#: Title and abstract.
Text = tuple[str, str]
#: A text with its id.
Job = tuple[str, Text]
#: The id of a text, and what it says as the store keeps it.
Body = tuple[str, str]
#: What gives an extraction for each text, in order.
Extract = Callable[[Iterable[Text]], Iterator[Extraction]]


def _nothing() -> None:
    """Prepare nothing."""


@dataclass(frozen=True, slots=True)
class Extractor:
    """What reads texts: its version, and a function that gives an extraction for each text.

    `prepare` loads what reading needs, which the first text would have to wait for.
    """

    version: str
    extract: Extract
    prepare: Callable[[], None] = _nothing


class Workers:
    """Processes that read texts, or this one where `count` is 1."""

    def __init__(self, extractor: Extractor, count: int) -> None:
        self._extractor, self._count = extractor, count
        self._pool: ProcessPoolExecutor | None = None
        #: What `begin` gave out, by the texts' ids.
        self._begun: dict[str, Future[list[Body]]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """End the processes, if there are any, and forget what was given out to them."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None
            self._begun.clear()

    def begin(self, jobs: Iterable[Job] = ()) -> None:
        """Start the processes: they load what reading needs while this one does other things.

        Then they read the texts given, and those of further calls; `extracted` yields what of that
        it is asked for. Raises WorkerError where the system ends one of them.
        """
        if self._count == 1:
            return
        with _losses_told():
            if self._pool is None:
                self._pool = self._started()
                for _ in range(self._count):
                    self._pool.submit(_nothing)
            for batch in _batches(list(jobs), BATCH):
                future = self._pool.submit(_extract_batch, self._extractor.extract, batch)
                self._begun.update((text_id, future) for text_id, _ in batch)

    def have_begun(self, version: str) -> bool:
        """Tell whether processes are there that read as an extractor of this version does."""
        return self._pool is not None and self._extractor.version == version

    def _started(self) -> ProcessPoolExecutor:
        prepare = self._extractor.prepare
        return ProcessPoolExecutor(self._count, initializer=_begin, initargs=(prepare,))

    def extracted(self, jobs: list[Job]) -> Iterator[list[Body]]:
        """Yield what the texts say, batch by batch as they are done.

        Raises WorkerError where the system ends one of several workers.
        """
        if self._count == 1:
            for batch in _batches(jobs, SMALL_BATCH):
                yield _extract_batch(self._extractor.extract, batch)
            return
        if self._pool is None:
            self._extractor.prepare()  # processes that are copies of this one have it then
            self._pool = self._started()
        # This process only keeps what the others make.
        with collector.at_rest(), _losses_told():
            yield from self._from(self._pool, jobs)

    def _from(self, pool: ProcessPoolExecutor, jobs: list[Job]) -> Iterator[list[Body]]:
        """Yield the batches that workers are done with; hand out a few ahead, not all at once."""
        extract, ahead = self._extractor.extract, 3 * self._count
        asked = {text_id for text_id, _ in jobs}
        waiting = {future for text_id, future in self._begun.items() if text_id in asked}
        batches = _batches([job for job in jobs if job[0] not in self._begun], BATCH)
        while True:
            for batch in islice(batches, max(0, ahead - len(waiting))):
                waiting.add(pool.submit(_extract_batch, extract, batch))
            if not waiting:
                return
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            for future in done:
                yield [body for body in future.result() if body[0] in asked]


@contextmanager
def _losses_told() -> Iterator[None]:
    try:
        yield
    except BrokenProcessPool as error:
        raise WorkerError from error


def _batches(jobs: list[Job], size: int) -> Iterator[list[Job]]:
    for start in range(0, len(jobs), size):
        yield jobs[start : start + size]


def _extract_batch(extract: Extract, batch: list[Job]) -> list[Body]:
    """Extract some texts; runs in a worker, and so hands back what the store keeps."""
    extractions = extract(text for _, text in batch)
    return [
        (text_id, dump_extraction(extraction))
        for (text_id, _), extraction in zip(batch, extractions, strict=True)
    ]


def _begin(prepare: Callable[[], None]) -> None:
    """Begin as a worker."""
    gc.enable()  # it rests in the parent alone
    follow_parent()
    prepare()
