"""``kg walk`` and ``kg path``."""

from pathlib import Path

import click

from kg.cli.dates import iso_date
from kg.cli.output import format_option, write_answer


@click.command()
@click.argument("name")
@click.argument("steps", nargs=-1)
@format_option
@click.option("--hops", type=click.IntRange(min=1), help="All within so many hops; takes no STEP.")
@click.option("--relations", default="", help="Which relations the hops take, with commas between.")
@click.option("--since", metavar="DATE", default="", help="Only facts of papers since 2024-08-01.")
@click.pass_obj
def walk(  # noqa: PLR0913 (an argument for each option)
    store: Path, name: str, steps: tuple[str, ...], form: str, hops: int, relations: str, since: str
) -> None:
    """Go from NAME along STEPs: kg walk Llama-2-7B ^evaluatedOnModel usesMethod.

    A STEP is a relation, from subject to object; ^ in front turns it round, + behind repeats it,
    * repeats it or leaves it out. Without a STEP, all around the thing is shown (--hops).
    """
    from kg import query
    from kg.cli.opening import open_store

    if steps and (hops or relations):
        raise click.UsageError("STEPs do not go with --hops and --relations.")
    earliest = iso_date(since, "--since")
    with open_store(store) as opened:
        if steps:
            answer = query.walk(opened, name, steps, earliest=earliest)
        else:
            wanted = [part.strip() for part in relations.split(",") if part.strip()]
            answer = query.surroundings(
                opened, name, hops=hops or 1, relations=wanted, earliest=earliest
            )
    write_answer(answer, form)


@click.command()
@click.argument("start")
@click.argument("end")
@format_option
@click.option("--max-hops", type=click.IntRange(min=1), default=6, show_default=True)
@click.option("--relations", default="", help="Only these relations, with commas between.")
@click.pass_obj
def path(store: Path, start: str, end: str, form: str, max_hops: int, relations: str) -> None:
    """Find a shortest chain of facts from START to END: kg path LoRA GSM8K.

    Mentions, listings and authors are left out unless --relations names them.
    """
    from kg import query
    from kg.cli.opening import open_store

    wanted = [part.strip() for part in relations.split(",") if part.strip()]
    with open_store(store) as opened:
        write_answer(query.path(opened, start, end, max_hops=max_hops, relations=wanted), form)
