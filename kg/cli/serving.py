"""``kg serve``."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.errors import KgError
from kg.query.table import clean
from kg.serve import Limits, Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from socket import socket

#: What is so where no option says otherwise.
_USUAL = Settings(Path())


class MissingExtraError(KgError):
    """A part of kg that is installed separately: `extra`."""

    def __init__(self, extra: str) -> None:
        self.extra = extra
        super().__init__(f"this needs more packages; in the clone of kg: pip install '.[{extra}]'")


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="0: a free one."
)
@click.option(
    "--name",
    "names",
    multiple=True,
    help="A host name that requests may be addressed to, beside this machine's own; * for any.",
)
@click.option(
    "--origin",
    "origins",
    multiple=True,
    help="A site (https://example.org) whose pages may ask; * for all.",
)
@click.option(
    "--seconds",
    type=click.FloatRange(min=0.1),
    default=_USUAL.limits.seconds,
    show_default=True,
    help="How long a query may take.",
)
@click.option(
    "--rows",
    type=click.IntRange(min=1),
    default=_USUAL.limits.rows,
    show_default=True,
    help="How many rows or triples an answer may have.",
)
@click.option(
    "--memory",
    type=click.IntRange(min=16),
    default=_USUAL.limits.memory,
    show_default=True,
    help="How many MB a query may take; kept on Linux.",
)
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    default=_USUAL.workers,
    show_default=True,
    help="How many queries are answered at once.",
)
@click.pass_obj
def serve(store: Path, /, host: str, port: int, **given: Any) -> None:
    """Answer SPARQL over HTTP at /sparql, with a page to ask at /.

    Only this machine can ask unless --host says otherwise. Nothing can be changed, and the server
    calls no other one. When a build has changed the store, the new graph is served.
    """
    try:
        from kg.serve.running import bind, server
    except ImportError as error:
        raise MissingExtraError("serve") from error
    from kg.cli.opening import open_store

    open_store(store).close()  # says what is wrong with it before anything is started
    with _listening(bind, host, port) as listening:
        shown = f"[{host}]" if ":" in host else host
        address = f"http://{shown}:{listening.getsockname()[1]}/"
        click.echo("opening the graph ...", err=True)
        running = server(
            _settings(store, host, **given),
            lambda: click.echo(
                f"serving {store} at {address}, SPARQL at {address}sparql (end with Ctrl-C)",
                err=True,
            ),
        )
        with suppress(KeyboardInterrupt):
            running.run(sockets=[listening])
    if not running.started:
        raise click.ClickException("the graph could not be opened; see above")


def _listening(bind: "Callable[[str, int], socket]", host: str, port: int) -> "socket":
    """Take the address; say which one it is that cannot be taken, and why."""
    if not host.strip():
        raise click.BadParameter(
            "give an address; 0.0.0.0 is all of this machine", param_hint="--host"
        )
    try:
        return bind(host, port)
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or "it is no name of a host"
        reason = (
            f"cannot listen at {host}, port {port}: {why}; --host is an address of this machine"
        )
        raise click.ClickException(clean(reason)) from error


def _settings(
    store: Path, host: str, names: tuple[str, ...], origins: tuple[str, ...], **given: Any
) -> Settings:
    workers = given.pop("workers")
    usual = _USUAL.names
    own = (*usual, *names) if names or host in (*usual, "::1") else ("*",)
    if own == ("*",):
        click.echo("any host name is answered; --name says which may be", err=True)
    return Settings(
        store,
        workers=workers,
        limits=Limits(**given),
        names=() if "*" in own else own,
        origins=origins,
    )
