"""``kg publish``, ``kg sparql --endpoint`` and ``kg ask --endpoint``."""

import json

import pytest
from click.testing import CliRunner

from kg.cli import kg
from kg.endpoint import Endpoint
from kg.store import Store


@pytest.fixture
def run(demo: Store):
    def run_(*words: str):
        return CliRunner().invoke(kg, ["--store", str(demo.path), *words])

    return run_


@pytest.fixture
def there(server: Endpoint, run) -> str:
    done = run("publish", "--endpoint", server.queries, "--user", server.user)
    assert done.exit_code == 0, done.output
    assert "the endpoint counts" in done.stderr
    return server.queries


def test_publishing_again_does_nothing(there, run):
    done = run("publish", "--endpoint", there)
    assert "there already" in done.stderr
    assert "0 triples sent" in done.stderr


@pytest.mark.parametrize("form", ["tsv", "json", "csv", "human"])
def test_rows_are_written_as_from_the_store(there, run, form):
    query = "SELECT ?name { ?m a kgo:Metric ; skos:prefLabel ?name } ORDER BY ?name"
    words = ("sparql", query, "--format", form)
    assert run(*words, "--endpoint", there).stdout == run(*words).stdout


def test_triples_are_written_as_from_the_store(there, run):
    words = ("sparql", "DESCRIBE method:lora", "--format", "ntriples")
    assert run(*words, "--endpoint", there).stdout == run(*words).stdout


def test_a_question_is_answered_from_there(there, run):
    words = ("ask", "methods evaluated on Llama2-7B", "--format", "json")
    far, near = (json.loads(run(*w).stdout) for w in ((*words, "--endpoint", there), words))
    ids = [sorted(row["id"] for row in answer["rows"]) for answer in (far, near)]
    assert ids[0] == ids[1]
    assert far["sparql"] == near["sparql"]


def test_a_server_that_is_not_there_is_one_message(run):
    for words in (("sparql", "ASK {}"), ("ask", "papers that use LoRA"), ("publish",)):
        done = run(*words, "--endpoint", "http://127.0.0.1:9/sparql")
        assert done.exit_code == 1
        assert "cannot be reached" in done.stderr
        assert "Traceback" not in done.output
