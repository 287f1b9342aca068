"""``kg curate``: write a line of the curation file, and make the graph anew."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.output import format_option, write_answer
from kg.counted import counted
from kg.query.table import clean

if TYPE_CHECKING:
    from kg.curation import Act
    from kg.store import Store

#: What gives the arguments of each act: ids, found in a store by any name.
Arguments = Callable[["Store"], list[tuple[str, ...]]]


@click.group()
def curate() -> None:
    """Decide what a rule got wrong; every later build keeps to it.

    Decisions stand in a text file beside the store, one a line (kg.curation.tsv for kg.sqlite).
    """


@dataclass(frozen=True, slots=True)
class How:
    """Who decides and why, and whether the graph is made anew only later."""

    who: str | None
    note: str
    later: bool


def _options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that all acts have, as its `how`."""

    @wraps(command)
    def with_how(*given: Any, who: str | None, note: str, later: bool, **named: Any) -> None:
        command(*given, how=How(who, note, later), **named)

    decorated: Callable[..., None] = with_how
    for option in (
        click.option("--later", is_flag=True, help="Write the line only; the next build reads it."),
        click.option("--note", default="", help="Why."),
        click.option("--who", envvar="KG_WHO", show_envvar=True, help="By default your login."),
    ):
        decorated = option(decorated)
    return click.pass_obj(decorated)


def _type(context: click.Context, parameter: click.Parameter, value: str) -> str:
    """Refuse what is no type that a thing can be given."""
    from kg.curation.checking import wrong_type

    return _right(value, wrong_type(value))


def _name(context: click.Context, parameter: click.Parameter, value: str | None) -> str:
    """Refuse what is no name; '' where none is given."""
    from kg.curation.checking import wrong_name

    return "" if value is None else _right(value, wrong_name(value))


def _right(value: str, wrong: str) -> str:
    if wrong:
        raise click.BadParameter(clean(wrong))
    return value


@curate.command()
@click.argument("fact", nargs=-1, required=True)
@_options
def accept(store: Path, fact: tuple[str, ...], how: How) -> None:
    """Say that a FACT is right: its id, or SUBJECT RELATION OBJECT.

    One that was rejected comes back, with what was rejected with it. Only what was read can be
    accepted. A result is its id, or what has it, its value and what it is on: LoRA hasResult 67.7%
    GSM8K.
    """

    def arguments(opened: "Store") -> list[tuple[str, ...]]:
        from kg.query.verdicts import to_accept

        return to_accept(opened, fact)

    _decide(store, "accept", arguments, how)


@curate.command()
@click.argument("fact", nargs=-1, required=True)
@click.option("--alone", is_flag=True, help="Leave what it follows from.")
@_options
def reject(store: Path, fact: tuple[str, ...], alone: bool, how: How) -> None:
    """Say that a FACT is wrong: its id, or SUBJECT RELATION OBJECT.

    What a paper says of its principal contribution follows from what it says of itself; with the
    one the other is rejected too. A result is its id, or what has it, its value and what it is on:
    LoRA hasResult 67.7% GSM8K.
    """

    def arguments(opened: "Store") -> list[tuple[str, ...]]:
        from kg.curation.acts import HAS_RESULT
        from kg.query.verdicts import to_reject

        found = to_reject(opened, fact, alone=alone)
        if alone and found[0][1] == HAS_RESULT:
            told = "a result has no premises that could be left: --alone says nothing here"
            click.echo(f"note: {told}", err=True)
        return found

    _decide(store, "reject", arguments, how)


@curate.command()
@click.argument("name")
@click.argument("type_name", metavar="TYPE", callback=_type)
@_options
def retype(store: Path, name: str, type_name: str, how: How) -> None:
    """Say that what has a NAME is of a TYPE: Model, Method, Dataset, Benchmark and so on."""
    _decide(store, "retype", lambda opened: [(_thing(opened, name), type_name)], how)


@curate.command()
@click.argument("name")
@click.argument("alias_name", metavar="ALIAS", callback=_name)
@click.option("--remove", "removes", is_flag=True, help="Say that it is none.")
@_options
def alias(store: Path, name: str, alias_name: str, removes: bool, how: How) -> None:
    """Say that what has a NAME is called ALIAS too."""
    change = "remove" if removes else "add"
    _decide(store, "alias", lambda opened: [(_thing(opened, name), change, alias_name)], how)


@curate.command()
@click.argument("name")
@click.argument("into")
@_options
def merge(store: Path, name: str, into: str, how: How) -> None:
    """Say that what has a NAME is the thing INTO which it goes."""
    _decide(store, "merge", lambda opened: [(_thing(opened, name), _thing(opened, into))], how)


@curate.command()
@click.argument("name")
@click.option("--alias", "alias_name", callback=_name, help="Only what is spelled so.")
@click.option("--paper", default="", help="Only what this paper means.")
@_options
def split(store: Path, name: str, alias_name: str, paper: str, how: How) -> None:
    """Say that NAME is two things: what is spelled so, or what a paper means, is another."""
    if not alias_name and not paper:
        raise click.UsageError("Say what is another thing: --alias, --paper or both.")

    def arguments(opened: "Store") -> list[tuple[str, ...]]:
        of_paper = _thing(opened, paper, ("Paper",)) if paper else ""
        return [(_thing(opened, name), alias_name, of_paper)]

    _decide(store, "split", arguments, how)


@curate.command("do-not-merge")
@click.argument("name")
@click.argument("other")
@_options
def do_not_merge(store: Path, name: str, other: str, how: How) -> None:
    """Say that NAME and OTHER are two things, whatever the rules say."""
    _decide(
        store, "do-not-merge", lambda opened: [(_thing(opened, name), _thing(opened, other))], how
    )


@curate.command("list")
@format_option
@click.pass_obj
def list_acts(store: Path, form: str) -> None:
    """List what was decided, with the numbers that undo takes."""
    from kg.query.curated import decided

    write_answer(decided(store), form)


@curate.command()
@click.argument("number", type=click.IntRange(min=1))
@click.option("--later", is_flag=True, help="Take the line out only; the next build reads it.")
@click.pass_obj
def undo(store: Path, number: int, later: bool) -> None:
    """Take the act of a NUMBER (see list) out of the file, and what one command wrote with it."""
    from kg.curation import curation_path, remove
    from kg.store import open_store

    open_store(store).close()
    path = curation_path(store)
    for act in remove(path, number):
        click.echo(f"took {clean(act.what)!r} out of {clean(str(path))}", err=True)
    if not later:
        _update(store)


def _decide(store: Path, verb: str, arguments: Arguments, how: How) -> None:
    """Find what is meant in the store, write the acts, and make the graph anew."""
    from kg.curation import add, curation_path
    from kg.query.curated import remark, without_effect
    from kg.store import open_store

    with open_store(store) as opened:
        now = _now()  # by which undo knows what was written together
        acts = [_act(verb, named, how, now) for named in arguments(opened)]
        notes = [without_effect(opened, act) for act in acts]
        others = [remark(opened, act) for act in acts]
    path = curation_path(store)
    add(path, *acts)
    for act, note in zip(acts, notes, strict=True):
        click.echo(f"wrote {clean(act.what)!r} into {clean(str(path))}", err=True)
        if note:
            click.echo(f"note: it changes nothing now: {clean(note)}", err=True)
    for other in filter(None, others):
        click.echo(f"note: {clean(other)}", err=True)
    if not how.later:
        _update(store)


def _act(verb: str, arguments: tuple[str, ...], how: How, now: str) -> "Act":
    from kg.curation import Act

    return Act(verb, arguments, how.who or _login(), now, how.note)


def _now() -> str:
    from datetime import UTC, datetime

    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _login() -> str:
    """Return the name of who runs the command; '' where the system knows none."""
    from getpass import getuser

    try:
        return getuser()
    except (KeyError, ImportError, OSError):
        return ""


def _update(store: Path) -> None:
    """Make the graph anew; what was read stays as it is."""
    from kg.cli.making import progress_bars
    from kg.pipeline import Settings, update

    with progress_bars(shown=False) as bars:
        report = update(store, Settings(progress=bars))
    state = "now holds" if report.changed else "is unchanged:"
    facts = counted(sum(report.counts.facts.values()), "fact")
    results = counted(report.counts.results, "result")
    click.echo(f"{clean(str(store))} {state} {facts}, {results}", err=True)


def _thing(store: "Store", name: str, types: tuple[str, ...] = ()) -> str:
    """Return the id of what has a name; a past id stands for itself, to be kept apart by it."""
    from kg.query.curated import one_thing

    return one_thing(store, name, types)
