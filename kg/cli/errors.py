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
    except click.NoSuchOption as error:
        if error.option_name != "--store":
            raise
        raise click.UsageError(_store_first(error.ctx), error.ctx) from error
    except KgError as error:
        raise click.ClickException(_clean(str(error))) from error
    except BrokenPipeError:
        raise
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        raise click.ClickException(_clean(f"{where}{error.strerror or error}")) from error


def _store_first(ctx: click.Context | None) -> str:
    """Say where the one option stands that all commands share."""
    command = ctx.command_path.partition(" ")[2] if ctx else "COMMAND"
    return f"--store stands before the command: kg --store FILE {command} ..."


def _clean(message: str) -> str:
    from kg.query.table import clean

    return "\n".join(map(clean, message.splitlines()))
