"""Processes beside this one: how many there may be, and none left behind."""

import multiprocessing
import os
from signal import SIG_IGN, SIGINT, signal
from threading import Thread


def cores() -> int:
    """Return how many cores this process may use: one where it may start no other processes."""
    if multiprocessing.current_process().daemon:
        return 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def follow_parent() -> None:
    """Leave interrupts to the parent, and end when it does, even if it was killed."""
    signal(SIGINT, SIG_IGN)
    Thread(target=_end_after_parent, daemon=True).start()


def _end_after_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
