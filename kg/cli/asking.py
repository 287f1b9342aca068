"""``kg ask``, ``kg show``, ``kg search`` and ``kg stats``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.endpoints import endpoint_of, endpoint_option, graph_options
from kg.cli.output import WRITERS, chosen, format_option, terminal_width, to_json, write_answer
from kg.model import iso_date
from kg.query.forms import FORMS
from kg.query.passages import quotes_below
from kg.query.table import clean, render

if TYPE_CHECKING:
    from kg.query import Answer, Card


@click.command(epilog="\b\nForms:\n" + "\n".join(f"  {form.asks}" for form in FORMS))
@click.argument("question", nargs=-1, required=True)
@format_option
@click.option("--explain", is_flag=True, help="Show how the question is read, and its SPARQL twin.")
@click.option(
    "--limit", type=click.IntRange(min=0), default=0, help="At most so many rows; 0 for all."
)
@click.option(
    "--candidates",
    is_flag=True,
    help="Count facts below the threshold of confidence too.",
)
@endpoint_option
@graph_options
@click.pass_obj
def ask(
    store: Path,
    /,
    question: tuple[str, ...],
    form: str,
    explain: bool,
    limit: int,
    candidates: bool,
    **there: str,
) -> None:
    """Answer a QUESTION in words: kg ask "methods evaluated on Llama-2-7B".

    The forms below are read in these and near wordings, with any alias as the name. A question for
    a family covers its models; one for a model names its variants apart. From an --endpoint come
    the rows of the SPARQL twin, without the passages.
    """
    words = " ".join(question)
    if url := there.pop("endpoint"):
        from kg.endpoint import ask as ask_there

        answer = ask_there(endpoint_of(url, **there), words, limit=limit)
    else:
        answer = _asked_here(store, words, limit=limit, candidates=candidates)
    if explain:
        told = f"{clean_lines(answer.reading)}\n\n{clean_lines(answer.sparql)}\n"
        click.echo(told, err=chosen(form) != "human")
    write_answer(answer, form)


def _asked_here(store: Path, question: str, *, limit: int, candidates: bool) -> "Answer":
    from kg import query
    from kg.cli.opening import open_store

    with open_store(store) as opened:
        return query.ask(opened, question, below_threshold=candidates, limit=limit)


def clean_lines(text: str) -> str:
    """Clean a text line by line."""
    return "\n".join(map(clean, text.splitlines()))


@click.command()
@click.argument("name", nargs=-1, required=True)
@format_option
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=10,
    show_default=True,
    help="At most so many facts of each relation; 0 for all.",
)
@click.option(
    "--candidates",
    is_flag=True,
    help="Show facts below the threshold of confidence too, as such.",
)
@click.pass_obj
def show(store: Path, name: tuple[str, ...], form: str, limit: int, candidates: bool) -> None:
    """Show all that is known of a NAME: type, aliases, family, facts with their evidence."""
    from kg import query
    from kg.cli.opening import open_store

    with open_store(store) as opened:
        card = query.show(opened, " ".join(name), limit=limit, below_threshold=candidates)
    form = chosen(form)
    if form == "human":
        click.echo("\n".join(_card_lines(card, terminal_width())))
    elif form == "json":
        click.echo(to_json(card.to_dict()))
    else:
        columns = ("relation", "name", "type", "status", "papers", "confidence")
        measured = ("model", "data", "metric", "value", "role") if card.results else ()
        click.echo(WRITERS[form]((*columns, *measured), card.rows()), nl=False)


def _card_lines(card: "Card", width: int) -> list[str]:
    """Lay out a card for people."""
    entity = card.entity
    lines = [f"{clean(entity.label)}  ({entity.type}, {entity.id})"]
    facts = {
        "also": ", ".join(entity.aliases),
        "in": ", ".join(card.family),
        "holds": ", ".join(card.members),
        "date": iso_date(entity.date),
        "page": entity.url,
        "same name": ", ".join(card.others),
        "facts": ", ".join(f"{name} {total}" for name, total in card.counts()),
    }
    lines += [f"  {name}: {clean(value)}" for name, value in facts.items() if value]
    names = (entity.label, *entity.aliases)
    for group in card.groups:
        shown = f", the surest {len(group.rows)}" if len(group.rows) < group.total else ""
        lines += ["", f"{group.title}: {group.total}{shown}"]
        below = quotes_below(group.rows, lambda row: (str(row["name"]), *names), width)
        columns = ("name", "type", "id", "status", "confidence")
        lines.append(render(columns, group.rows, width=width, below=below))
    return [*lines, *_result_lines(card, width)]


def _result_lines(card: "Card", width: int) -> list[str]:
    """Lay out the results of a card."""
    if not card.results:
        return []
    from kg.query.measured import filled

    names = (card.entity.label, *card.entity.aliases)
    below = quotes_below(card.results, lambda _: names, width)
    shown = f", the first {len(card.results)}" if len(card.results) < card.results_total else ""
    columns = filled(card.results, leave_out=("rank", "paper", "date"))
    table = render(columns, card.results, width=width, below=below)
    return ["", f"results: {card.results_total}{shown}", table]


@click.command()
@click.argument("text", nargs=-1, required=True)
@format_option
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=20,
    show_default=True,
    help="At most so many rows; 0 for all.",
)
@click.pass_obj
def search(store: Path, text: tuple[str, ...], form: str, limit: int) -> None:
    """Find titles, abstracts and names that hold all words of the TEXT."""
    from kg import query
    from kg.cli.opening import open_store

    if not any(character.isalnum() for character in "".join(text)):
        raise click.UsageError("TEXT has no word to look for; give one of letters or digits")
    with open_store(store) as opened:
        write_answer(query.search(opened, " ".join(text), limit=limit), form)


@click.command()
@format_option
@click.pass_obj
def stats(store: Path, form: str) -> None:
    """Count what the store holds, and the share of papers that say something of each kind."""
    from kg import query
    from kg.cli.opening import open_store

    with open_store(store) as opened:
        write_answer(query.stats(opened), form)
