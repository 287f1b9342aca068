"""The table of words that are no names keeps its order."""

from itertools import pairwise

from kg.lexicon.no_names import no_names
from kg.lexicon.tables import rows, table_text

ROWS = list(rows("no_names.tsv", table_text("no_names")))


def test_each_word_stands_once_in_the_order_of_code_points():
    words = [row["name"] for row in ROWS]
    assert all(one < other for one, other in pairwise(words))


def test_a_word_may_be_own_or_not_and_has_a_kind():
    assert all(row["own"] in ("yes", "no") and row["kind"] for row in ROWS)


def test_the_two_kinds_of_words_do_not_overlap():
    assert no_names().isdisjoint(no_names(own=True))
