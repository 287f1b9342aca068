"""The W3C's tests of the SPARQL 1.1 Protocol, on a server with the documents that they name.

The run prints the table of all of them (``pytest -s``); ``docs/sparql-protocol.md`` has it, and
``python -m tests.serve.test_w3c_protocol`` writes it there.
"""

import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest

from kg.serve import Settings
from tests.serve.conftest import Client, running
from tests.serve.w3c_protocol import CASES, D1, D2, D3, TYPE, WORDS, Case

PAGE = Path(__file__).resolve().parents[2] / "docs" / "sparql-protocol.md"
_TABLE = re.compile(r"(<!-- w3c -->\n).*?(<!-- end w3c -->)", re.DOTALL)


def fill(folder: Path) -> None:
    """Write the documents of the tests as named graphs."""
    engine = pyoxigraph.Store(str(folder))
    kind = pyoxigraph.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    for name in (D1, D2, D3):
        node = pyoxigraph.NamedNode(name)
        engine.add(pyoxigraph.Quad(node, kind, pyoxigraph.NamedNode(TYPE), node))
    engine.flush()


@pytest.fixture(scope="module")
def w3c(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    folder = tmp_path_factory.mktemp("w3c") / "data"
    fill(folder)
    with running(Settings(folder, workers=1)) as client:
        yield client


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(w3c: Client, case: Case) -> None:
    answer = case.run(w3c)
    assert case.expects(answer), (answer.status, answer.media, answer.text)


def test_all_cases_of_the_manifest_are_there() -> None:
    assert len({case.name for case in CASES}) == 34


def table(client: Client) -> str:
    """Run all tests and return what came of each as a table."""
    lines = ["| test | what it does | wanted | got | passed |", "| --- | --- | --- | --- | --- |"]
    for case in CASES:
        answer = case.run(client)
        got = f"{answer.status} {answer.media}".strip()
        passed = "yes" if case.expects(answer) else "NO"
        cells = (f"`{case.name}`", case.label, WORDS[case.expects], got, passed)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def with_table(page: str, client: Client) -> str:
    """Return the page with its table made anew."""
    return _TABLE.sub(lambda found: found[1] + table(client) + found[2], page)


def test_the_docs_have_the_table(w3c: Client) -> None:
    page = PAGE.read_text(encoding="utf-8")
    sys.stdout.write(f"\n{table(w3c)}")
    renew = "run: python -m tests.serve.test_w3c_protocol"
    assert with_table(page, w3c) == page, renew


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        fill(Path(scratch) / "data")
        with running(Settings(Path(scratch) / "data", workers=1)) as served:
            PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8"), served), encoding="utf-8")
