import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.view.subgraph import most_connected, neighbourhood, neighbours

NODES = st.sampled_from("abcdefghij")
LINKS = st.lists(st.tuples(NODES, NODES), max_size=40)


def test_a_link_to_itself_makes_no_neighbour():
    assert neighbours([("a", "a")]) == {}


def test_the_most_connected_hang_together():
    # Three hubs of degree 3 that share nothing, and a triangle with a fourth corner.
    stars = [(hub, f"{hub}{leaf}") for hub in "xyz" for leaf in range(3)]
    square = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "a"), ("a", "c")]
    linked = neighbours([*stars, *square])
    assert most_connected(linked, linked, 4) == ["a", "b", "c", "d"]


def test_all_are_kept_where_they_are_few():
    assert most_connected(["b", "a", "lonely"], neighbours([("a", "b")]), 9) == ["a", "b", "lonely"]


def test_the_lonely_go_first():
    assert most_connected(["a", "b", "lonely"], neighbours([("a", "b")]), 2) == ["a", "b"]


@given(LINKS, st.integers(0, 12))
def test_never_more_than_the_limit_and_whatever_the_order(links, limit):
    linked, turned = neighbours(links), neighbours(reversed(links))
    kept = most_connected(linked, linked, limit)
    assert len(kept) == min(limit, len(linked))
    assert kept == most_connected(list(turned), turned, limit)


@pytest.mark.parametrize(("hops", "expected"), [(1, ["a", "b"]), (2, ["a", "b", "c"])])
def test_a_neighbourhood_ends_after_its_hops(hops, expected):
    linked = neighbours([("a", "b"), ("b", "c"), ("c", "d")])
    assert neighbourhood("a", linked, 10, hops=hops) == expected


def test_a_neighbourhood_prefers_what_is_tied_in():
    linked = neighbours([("a", "b"), ("a", "c"), ("b", "tied"), ("c", "tied"), ("b", "loose")])
    assert neighbourhood("a", linked, 4)[-1] == "tied"


def test_a_node_without_links_is_its_own_neighbourhood():
    assert neighbourhood("a", {}, 10) == ["a"]


@given(LINKS, st.integers(1, 12))
def test_a_neighbourhood_hangs_together(links, limit):
    linked = neighbours(links)
    taken = neighbourhood("a", linked, limit)
    assert taken[0] == "a"
    assert len(taken) == len(set(taken)) <= limit
    for place, node in enumerate(taken[1:], 1):
        assert linked[node] & set(taken[:place])
