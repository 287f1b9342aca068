"""Write the sample exports of `exports/`: a listing page of the examples, in every text format.

    python scripts/make_exports.py

One page and not all of the examples: the whole graph in N-Triples alone is larger than this
folder should be. N-Quads are N-Triples with one column more, and are left out.
"""

import shutil
import tempfile
from pathlib import Path

import click

from kg.exporters import EXPORTERS, export
from kg.pipeline import build
from kg.store import open_store

ROOT = Path(__file__).resolve().parent.parent
PAGES = (ROOT / "examples" / "daily_papers_serving.txt",)
SAMPLES = tuple(item for item in EXPORTERS.values() if item.is_text and item.name != "nquads")


def write(folder: Path) -> list[Path]:
    """Build the graph of the pages in a temporary store, and write each format into a folder."""
    written = []
    with tempfile.TemporaryDirectory() as scratch:
        store = Path(scratch) / "kg.sqlite"
        build(PAGES, store, workers=1)
        with open_store(store) as opened:
            for exporter in SAMPLES:
                written.append(folder / f"demo{exporter.suffix}")
                export(opened, exporter.name, written[-1])
    return written


def clear(folder: Path) -> None:
    """Take away what an earlier run wrote."""
    for path in folder.glob("demo.*"):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


@click.command(help=__doc__)
def main() -> None:
    """Write the files and say their sizes."""
    clear(ROOT / "exports")
    for path in write(ROOT / "exports"):
        files = list(path.iterdir()) if path.is_dir() else [path]
        size = sum(file.stat().st_size for file in files)
        click.echo(f"{path.relative_to(ROOT)}  {size:,} bytes")


if __name__ == "__main__":
    main()
