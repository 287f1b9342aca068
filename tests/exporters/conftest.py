"""A store that holds the small graph."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from kg.store import open_store, open_writer

_SPEC = spec_from_file_location("small_graph", Path(__file__).parents[1] / "rdf" / "small_graph.py")
_MODULE = module_from_spec(_SPEC)
_SPEC.loader.exec_module(_MODULE)


@pytest.fixture(scope="session")
def graph():
    return _MODULE.small_graph()


@pytest.fixture(scope="session")
def store(graph, tmp_path_factory):
    path = tmp_path_factory.mktemp("rdf") / "small.sqlite"
    with open_writer(path) as writer, writer.transaction():
        writer.replace_graph(graph, {"graph_id": "0123456789abcdef"})
    with open_store(path) as store:
        yield store
