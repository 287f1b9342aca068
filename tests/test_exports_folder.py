"""The sample exports are those that the code makes of the examples today."""

import re
import runpy
from pathlib import Path

import pytest

from kg.namespaces import BASE

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "exports"
MAKER = runpy.run_path(str(ROOT / "scripts" / "make_exports.py"))
RENEW = "the export of the examples has changed; run: python scripts/make_exports.py"
LIMIT = 4_000_000
# What the processor's arithmetic decides.
POSITION = re.compile(rb"<viz:position [^>]*>")

pytestmark = pytest.mark.skipif(
    BASE != "https://w3id.org/paperkg/", reason="KG_BASE gives the data another base IRI"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("exports")
    MAKER["write"](folder)
    return folder


def files(folder):
    """Return the files below a folder, by their paths in it, but the page on them."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != "README.md")
    return {path.relative_to(folder).as_posix(): path for path in found}


@pytest.mark.parametrize("exporter", MAKER["SAMPLES"], ids=lambda exporter: exporter.name)
def test_export_is_current(made, exporter):
    name = f"demo{exporter.suffix}"
    for file, path in files(made).items():
        if file in (name, f"{name}.manifest.jsonld") or file.startswith(f"{name}/"):
            # Compared as a flag: a difference of files so long would be printed for minutes.
            same = comparable(FOLDER / file) == comparable(path)
            assert same, f"exports/{file}: {RENEW}"


def comparable(path):
    """Return what is compared: of GEXF and its manifest, what does not hang on positions."""
    text = path.read_bytes()
    if path.name == "demo.gexf":
        return POSITION.sub(b"", text)
    return b"" if path.name.startswith("demo.gexf.") else text


def test_no_export_is_left_over(made):
    assert set(files(FOLDER)) == set(files(made))


def test_folder_stays_small():
    assert sum(path.stat().st_size for path in files(FOLDER).values()) < LIMIT


def test_readme_names_every_format():
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    missing = [item.name for item in MAKER["SAMPLES"] if f"--to {item.name}`" not in readme]
    assert not missing
