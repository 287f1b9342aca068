"""Python's garbage collector, held still while much is made that lives to the end."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def at_rest() -> Iterator[None]:
    """Let no garbage be collected inside, and leave the collector as it was.

    What texts and graphs are made of is kept and has hardly a cycle; looking through it again and
    again, and through the lexicon, took a tenth of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
