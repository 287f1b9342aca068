"""Write the sample exports of `exports/`: two listing pages of the examples, in every format.

    python scripts/make_exports.py

Two pages and not all of the examples: the whole graph in N-Triples alone is larger than this
folder should be.
"""

import tempfile
from pathlib import Path

import click

from kg.exporters import EXPORTERS, export
from kg.pipeline import build
from kg.store import open_store

ROOT = Path(__file__).resolve().parent.parent
PAGES = tuple(ROOT / "examples" / name for name in ("arxiv_blog.txt", "daily_papers_serving.txt"))


def write(folder: Path) -> list[Path]:
    """Build the graph of the pages in a temporary store, and write each format into a folder."""
    written = []
    with tempfile.TemporaryDirectory() as scratch:
        store = Path(scratch) / "kg.sqlite"
        build(PAGES, store, workers=1)
        with open_store(store) as opened:
            for name, exporter in EXPORTERS.items():
                written.append(folder / f"demo{exporter.suffix}")
                export(opened, name, written[-1])
    return written


@click.command(help=__doc__)
def main() -> None:
    """Write the files and say their sizes."""
    for path in write(ROOT / "exports"):
        click.echo(f"{path.relative_to(ROOT)}  {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
