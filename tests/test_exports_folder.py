"""The sample exports are those that the code makes of the examples today."""

import runpy
from pathlib import Path

import pytest

from kg.exporters import EXPORTERS
from kg.namespaces import BASE

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "exports"
RENEW = "the export of the examples has changed; run: python scripts/make_exports.py"
LIMIT = 3_000_000

pytestmark = pytest.mark.skipif(
    BASE != "https://w3id.org/paperkg/", reason="KG_BASE gives the data another base IRI"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("exports")
    runpy.run_path(str(ROOT / "scripts" / "make_exports.py"))["write"](folder)
    return folder


@pytest.mark.parametrize("exporter", EXPORTERS.values(), ids=EXPORTERS)
def test_export_is_current(made, exporter):
    name = f"demo{exporter.suffix}"
    # Compared as a flag: a difference of files so long would be printed for minutes.
    same = (FOLDER / name).read_bytes() == (made / name).read_bytes()
    assert same, f"exports/{name}: {RENEW}"


def test_no_export_is_left_over():
    expected = {f"demo{exporter.suffix}" for exporter in EXPORTERS.values()} | {"README.md"}
    assert {path.name for path in FOLDER.iterdir()} == expected


def test_folder_stays_small():
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < LIMIT


def test_readme_names_every_file():
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    missing = [name for name in EXPORTERS if f"--to {name}`" not in readme]
    assert not missing
