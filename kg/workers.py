"""Reading many texts: in this process, or shared out to several, batch by batch."""

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from multiprocessing import parent_process
from signal import SIG_IGN, SIGINT, signal
from threading import Thread

from kg import collector
from kg.errors import WorkerError
from kg.model import Extraction
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

    `prepare` loads what reading needs: before the workers are forked, so that they have it too.
    """

    version: str
    extract: Extract
    prepare: Callable[[], None] = _nothing


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def extracted(extractor: Extractor, jobs: list[Job], workers: int) -> Iterator[list[Body]]:
    """Yield what the texts say, batch by batch as they are done.

    Raises WorkerError where the system ends one of several workers.
    """
    if workers == 1:
        for batch in _batches(jobs, SMALL_BATCH):
            yield _extract_batch(extractor.extract, batch)
    else:
        extractor.prepare()
        pool = ProcessPoolExecutor(workers, initializer=_follow_parent)
        with pool, collector.at_rest():  # this process only keeps what the others make
            try:
                yield from _from_workers(pool, extractor, _batches(jobs, BATCH), 3 * workers)
            except BrokenProcessPool as error:
                raise WorkerError from error
            finally:
                pool.shutdown(cancel_futures=True)


def _from_workers(
    pool: ProcessPoolExecutor, extractor: Extractor, batches: Iterator[list[Job]], ahead: int
) -> Iterator[list[Body]]:
    """Yield the batches that workers are done with; hand out a few ahead, not all at once."""
    waiting: set[Future[list[Body]]] = set()
    while True:
        for batch in islice(batches, ahead - len(waiting)):
            waiting.add(pool.submit(_extract_batch, extractor.extract, batch))
        if not waiting:
            return
        done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
        for future in done:
            yield future.result()


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


def _follow_parent() -> None:
    """Leave interrupts to the parent, and end when it does, even if it was killed."""
    gc.enable()  # it rests in the parent alone
    signal(SIGINT, SIG_IGN)
    Thread(target=_end_after_parent, daemon=True).start()


def _end_after_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)
