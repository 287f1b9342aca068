"""``kg publish``, and the options by which ``kg ask`` and ``kg sparql`` ask another server."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.counted import counted
from kg.namespaces import GRAPH

if TYPE_CHECKING:
    from kg.endpoint import Endpoint

#: A command's function, before or after an option is put on it.
Command = Callable[..., Any]


def graph_options(command: Command) -> Command:
    """Add the options that say which graph of the endpoint is meant, and who asks."""
    options = (
        click.option(
            "--graph",
            default=GRAPH,
            show_default=True,
            help="The graph at the endpoint; default for its own default graph.",
        ),
        click.option(
            "--user",
            envvar="KG_ENDPOINT_USER",
            default="",
            show_envvar=True,
            help="Who logs in at the endpoint; the password is KG_ENDPOINT_PASSWORD.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


endpoint_option = click.option(
    "--endpoint",
    metavar="URL",
    default="",
    help="Ask this SPARQL endpoint instead of the store.",
)


def endpoint_of(url: str, graph: str, user: str, **more: str) -> "Endpoint":
    """Return the endpoint that the options mean, with the password of the environment."""
    import os

    from kg.endpoint import located

    password = os.environ.get("KG_ENDPOINT_PASSWORD", "")
    return located(url, graph=graph, user=user, password=password, **more)


@click.command()
@click.option("--endpoint", metavar="URL", required=True, help="Where the server takes queries.")
@click.option("--update", "updates", metavar="URL", default="", help="Where it takes updates.")
@click.option(
    "--graph-store",
    "graphs",
    metavar="URL",
    default="",
    help="Where it takes graphs (SPARQL 1.1 Graph Store Protocol); goes before updates.",
)
@graph_options
@click.option(
    "--batch",
    type=click.IntRange(min=1),
    default=10_000,
    show_default=True,
    help="How many triples a request has, about.",
)
@click.option("--again", is_flag=True, help="Load from the beginning, whatever is there.")
@click.pass_obj
def publish(store: Path, /, endpoint: str, graph: str, user: str, batch: int, **given: Any) -> None:
    """Load the graph into another SPARQL store, in place of an earlier graph of ours.

    Run again, it does nothing where the graph is there already, and goes on where it was broken
    off. The addresses for writing follow from that of the queries for Oxigraph, Virtuoso, Fuseki,
    GraphDB and RDF4J.
    """
    from tqdm import tqdm

    from kg.cli.opening import open_store
    from kg.endpoint import publish as load

    again = given.pop("again")
    target = endpoint_of(endpoint, graph, user, **given)
    way = target.graphs or target.updates
    click.echo(f"loading into {target.graph} by {way}", err=True)
    with open_store(store) as opened, tqdm(unit=" triples", unit_scale=True, disable=None) as bar:

        def tell(triples: int, _: object) -> None:
            bar.update(triples)

        done = load(opened, target, batch=batch, again=again, progress=tell)
    if not done.sent:
        click.echo("this graph is there already; nothing to do (--again loads it anew)", err=True)
    click.echo(f"{counted(done.sent, 'triple')} sent; the endpoint counts {done.counted}", err=True)
