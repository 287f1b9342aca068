import time
from typing import Any

import numpy as np
import pytest

from kg.layout import around, positions


def hubs(n: int, seed: int = 1) -> list[tuple[int, int]]:
    """Return edges as papers and benchmarks have them: a third are hubs, some far greater."""
    random = np.random.default_rng(seed)
    first = n // 3
    targets = (first * random.random((n - first, 3)) ** 2).astype(int)
    return [(first + row, int(hub)) for row, ends in enumerate(targets) for hub in set(ends)]


def nearest(places: Any) -> Any:
    gaps = places[:, None] - places[None]
    distance = np.sqrt((gaps**2).sum(axis=-1))
    np.fill_diagonal(distance, np.inf)
    return distance.min(axis=1)


@pytest.mark.parametrize("n", [0, 1, 2])
def test_small_graphs_have_a_place_for_each_node(n):
    places = positions(n, [])
    assert places.shape == (n, 2)
    assert np.isfinite(places).all()


def test_two_runs_are_the_same():
    assert (positions(300, hubs(300)) == positions(300, hubs(300))).all()


def test_order_and_direction_of_edges_do_not_matter():
    edges = hubs(60)
    turned = [(right, left) for left, right in reversed(edges)]
    assert (positions(60, edges) == positions(60, turned)).all()


def test_the_seed_makes_another_picture():
    assert (positions(30, hubs(30)) != positions(30, hubs(30), seed=1)).any()


@pytest.mark.parametrize("n", [5, 60, 300, 1000])
def test_no_two_nodes_stand_on_each_other(n):
    assert nearest(positions(n, hubs(n))).min() > 0.9


def test_what_is_linked_stands_nearer_than_what_is_not():
    edges = hubs(300)
    places = positions(300, edges)
    ends = np.array(edges)
    linked = np.hypot(*(places[ends[:, 0]] - places[ends[:, 1]]).T).mean()
    gaps = places[:, None] - places[None]
    assert linked < 0.75 * np.sqrt((gaps**2).sum(axis=-1)).mean()


def test_components_stand_beside_each_other():
    ring = [(i, (i + 1) % 20) for i in range(20)]
    places = positions(45, ring + [(a + 20, b + 20) for a, b in ring])
    left, right = places[:20], places[20:40]
    apart = (left.max(axis=0) < right.min(axis=0)) | (right.max(axis=0) < left.min(axis=0))
    assert apart.any()


def test_the_picture_is_a_landscape_without_much_void():
    places = positions(300, hubs(300))
    width, height = np.ptp(places, axis=0)
    assert 1.0 < width / height < 2.2
    assert width * height < 300 * 12


def test_an_edge_to_nowhere_is_an_error():
    with pytest.raises(ValueError, match="outside 0 to 1"):
        positions(2, [(0, 2)])


def test_further_nodes_stand_beside_their_neighbours():
    known = np.array([[0.0, 0.0], [10.0, 0.0]])
    (first, second) = around(known, [[0], [1]])
    assert np.hypot(*first) < 1.01
    assert np.hypot(second[0] - 10, second[1]) < 1.01


@pytest.mark.slow
@pytest.mark.parametrize(("n", "most"), [(1000, 1.0), (10_000, 6.0)])
def test_layout_is_fast(n, most):
    edges = hubs(n)
    start = time.perf_counter()
    positions(n, edges)
    assert time.perf_counter() - start < most
