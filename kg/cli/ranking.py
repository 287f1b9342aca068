"""``kg leaderboard`` and ``kg compare``."""

from pathlib import Path

import click

from kg.cli.dates import iso_date
from kg.cli.output import format_option, write_answer
from kg.query.results import WHOSE


@click.command()
@click.argument("benchmark", nargs=-1, required=True)
@format_option
@click.option("--metric", default="", help="Only values by this metric, as accuracy.")
@click.option(
    "--role",
    type=click.Choice(WHOSE),
    default="all",
    show_default=True,
    help="Whose values: the papers' own work, what it is compared with, or other things.",
)
@click.option("--since", metavar="DATE", default="", help="Only papers since 2024-08-01.")
@click.pass_obj
def leaderboard(
    store: Path, benchmark: tuple[str, ...], form: str, metric: str, role: str, since: str
) -> None:
    """Rank what papers report on a BENCHMARK, data set or task: kg leaderboard GSM8K.

    Values are grouped by metric, split and setting, own ones and baselines apart; reports that
    differ stand beside each other, marked. Changes and ratios follow without a rank.
    """
    from kg import query
    from kg.cli.opening import open_store

    earliest = iso_date(since, "--since")
    with open_store(store) as opened:
        answer = query.leaderboard(
            opened, " ".join(benchmark), metric=metric, role=role, earliest=earliest
        )
    write_answer(answer, form)


@click.command()
@click.argument("names", nargs=-1, required=True)
@format_option
@click.option("--shared", is_flag=True, help="Only what at least two of them have.")
@click.pass_obj
def compare(store: Path, names: tuple[str, ...], form: str, shared: bool) -> None:
    """Set two to five things side by side: kg compare LoRA QLoRA "Llama 2".

    What they are, who outperforms whom, what they were evaluated on, use and build on, and their
    results. A number counts the papers that say so.
    """
    from kg import query
    from kg.cli.opening import open_store

    if not 2 <= len(names) <= 5:
        raise click.UsageError("compare takes two to five names; quote those with spaces.")
    with open_store(store) as opened:
        write_answer(query.compare(opened, names, shared=shared), form)
