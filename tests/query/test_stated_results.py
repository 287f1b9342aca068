"""Every result is found by the words that are offered for it, whatever else is reported."""

from dataclasses import replace

import pytest

from kg import curation
from kg.curation import Act
from kg.errors import AmbiguousNameError
from kg.query.result_verdicts import rejected_results
from kg.query.stated_results import find_result, written
from tests.graphs import relations

FULL = relations.GRAPH.results[2]
#: One value, of all that it can be of, and of ever less.
RESULTS = (
    FULL,
    replace(FULL, metric=""),
    replace(FULL, metric="", data=""),
    replace(FULL, metric="", data="", model=""),
    replace(FULL, metric="", data="", model="", method=""),
)


@pytest.fixture
def store(open_graph):
    return open_graph(replace(relations.GRAPH, results=RESULTS))


def test_words_in_full_mean_one_result(store):
    assert [find_result(store, [written(result)]) for result in RESULTS] == list(RESULTS)


def test_fewer_words_may_mean_several(store):
    with pytest.raises(AmbiguousNameError) as error:
        find_result(store, [f"{FULL.method} hasResult {FULL.value[0]} GSM8K"])
    assert sorted(error.value.ids) == sorted(map(written, RESULTS[:2]))


def test_words_in_full_mean_one_that_was_rejected(store):
    said = [written(result) for result in RESULTS]
    path = curation.curation_path(store.path)
    curation.add(path, *(Act("reject", tuple(words.split(" ", 2))) for words in said))
    for words in said:
        (act,) = rejected_results(store, [words])
        assert " ".join(act.arguments) == words
