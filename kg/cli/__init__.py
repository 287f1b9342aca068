"""The command ``kg``: data on stdout, messages on stderr; 0 done, 1 failed, 2 wrong usage.

A command's module is imported when the command is called, so that ``kg --help`` and ``kg ask`` stay
quick: their short help stands here.
"""

import gc
import os
import sys
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

from kg import __version__
from kg.cli.errors import reported
from kg.errors import quoted

#: Each command with its module and its line of help, in the order of the help.
COMMANDS = {
    "demo": ("kg.cli.making", "Build the bundled examples and open the picture."),
    "build": ("kg.cli.making", "Read files or folders into the store."),
    "ask": ("kg.cli.asking", "Answer a question in words."),
    "show": ("kg.cli.asking", "Show one thing: names, family, facts, evidence."),
    "leaderboard": ("kg.cli.ranking", "Rank what papers report on a benchmark."),
    "compare": ("kg.cli.ranking", "Set a few things side by side."),
    "search": ("kg.cli.asking", "Find titles, abstracts and names by words."),
    "explain": (
        "kg.cli.explaining",
        "Say why a fact or result is there, or what a name was taken for.",
    ),
    "stats": ("kg.cli.asking", "Count what the store holds."),
    "candidates": ("kg.cli.candidates", "List frequent names that the lexicon lacks."),
    "walk": ("kg.cli.walking", "Go from a thing along typed steps, or some hops."),
    "path": ("kg.cli.walking", "Find a chain of facts between two things."),
    "sparql": ("kg.cli.projecting", "Run a SPARQL query."),
    "serve": ("kg.cli.serving", "Answer SPARQL over HTTP, with a page to ask."),
    "publish": ("kg.cli.endpoints", "Load the graph into another SPARQL store."),
    "export": ("kg.cli.projecting", "Write the graph in another format."),
    "validate": ("kg.cli.validating", "Check the graph against the shapes of the ontology."),
    "eval": ("kg.cli.evaluating", "Measure what is read against annotated papers."),
    "view": ("kg.cli.projecting", "Write a page to look at in a browser."),
    "curate": ("kg.cli.curating", "Accept, reject, retype, merge, split: every build keeps it."),
    "remove": ("kg.cli.removing", "Take a source or a paper out."),
}


class Commands(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(COMMANDS[cmd_name][0])
        command: click.Command = getattr(module, cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Offer the nearest command where there is none of a name."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, 2)
            hint = f" Did you mean {' or '.join(near)}?" if near else ""
            ctx.fail(f"No such command {quoted(args[0])}.{hint}")
        return super().resolve_command(ctx, args)

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        """Read the command line, and write the help that it asks for; report errors as `invoke`."""
        with reported():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> object:
        """Run, and report errors that kg raises on purpose without a traceback."""
        with reported():
            result: object = super().invoke(ctx)
            sys.stdout.flush()  # what a full disk does not take is an error too
            return result


def _named(_: click.Context, __: click.Parameter, store: Path) -> Path:
    """Return the store; an empty name, as of a variable that is not set, is an error."""
    if not store.name:
        raise click.BadParameter("has no name; give a file such as kg.sqlite")
    return store


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--store",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar="KG_STORE",
    default=Path("kg.sqlite"),
    show_default=True,
    show_envvar=True,
    callback=_named,
    help="The file that holds the graph.",
)
@click.version_option(__version__, prog_name="kg")
@click.pass_context
def kg(ctx: click.Context, store: Path) -> None:
    """Build and ask a knowledge graph of papers, models and benchmarks.

    Reads title and abstract of the papers of saved listing pages. Every answer shows the sentence
    that it rests on.
    """
    ctx.obj = store


def _settle(stream: TextIOWrapper) -> None:
    """Write UTF-8 and LF into files and pipes on every system; leave terminals their encoding."""
    if stream.isatty():
        stream.reconfigure(errors="backslashreplace")
    else:
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def main() -> None:
    """Run the command; where a reader goes away early (``kg ... | head``) end without a word."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the shell: "kg ... >&-"
            nothing = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - to the end
            setattr(sys, name, nothing)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            _settle(stream)
    try:
        kg.main(prog_name="kg")
    finally:
        _drop_unwritten()
        gc.freeze()  # all that is left ends with the process: nothing is to be looked through


def _drop_unwritten() -> None:
    """Throw away what stdout did not take, which was reported, before Python complains of it."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
