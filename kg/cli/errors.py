"""Errors that kg raises on purpose, and files that cannot be used: one message, exit code 1."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from kg.errors import KgError


@contextmanager
def reported() -> Iterator[None]:
    """Turn an expected error into a message on stderr."""
    try:
        yield
    except KgError as error:
        raise click.ClickException(_clean(str(error))) from error
    except BrokenPipeError:
        raise
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        raise click.ClickException(_clean(f"{where}{error.strerror or error}")) from error


def _clean(message: str) -> str:
    from kg.query.table import clean

    return "\n".join(map(clean, message.splitlines()))
