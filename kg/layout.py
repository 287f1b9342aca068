"""Where the nodes of a picture stand: a force layout in NumPy, with negative sampling.

Edges pull, and each node is pushed by a sample of the others; what is not connected is laid out
apart and packed into a landscape. The same input gives the same picture.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    #: One row a node, x and y; the unit is the least distance between two nodes.
    Positions = NDArray[np.floating[Any]]
    #: Numbers of nodes: one row an edge, or one number a node.
    Indices = NDArray[np.int64]

#: Width of the picture by its height.
_LANDSCAPE = 1.5
#: Pushes worked out in one iteration, shared by all nodes: small graphs get exact ones.
_SAMPLES = 16_000
_GAP = 1.6
#: How often what stands too near is parted; a quarter of it where there are many nodes.
_PASSES = 60
_MANY = 3000
#: Squared distance below which two nodes stand too near.
_TOUCHING = 0.98
#: Root mean square distance from the middle, for one node.
_ROOM = 0.75


def positions(
    n: int, edges: Iterable[tuple[int, int]], *, seed: int = 0, iterations: int = 150
) -> Positions:
    """Place nodes 0 to n-1, no two nearer than about 1.

    >>> places = positions(3, [(0, 1), (1, 2)])
    >>> places.shape, bool((places == positions(3, [(1, 2), (0, 1)])).all())
    ((3, 2), True)
    """
    import numpy as np

    pairs = _undirected(n, edges)
    places = np.zeros((n, 2))
    if n == 0:
        return places
    order, starts = _by_component(n, pairs)
    rank = np.empty(n, dtype=np.int64)
    rank[order] = np.arange(n)
    moved = _spread(_pull_and_push(rank[pairs], starts, seed, iterations), starts)
    places[order] = _pack(moved, starts)
    places -= places.mean(axis=0)
    return places


def around(
    known: Positions, links: Sequence[Sequence[int]], *, distance: float = 1.0
) -> list[tuple[float, float]]:
    """Place further nodes beside those placed: each outside the middle of those it links to.

    They fan out by the golden angle, so that none of them stands on another.
    """
    import numpy as np

    placed = []
    for number, neighbours in enumerate(links):
        middle = known[list(neighbours)].mean(axis=0) if neighbours else np.zeros(2)
        angle = 2.399963 * number
        step = distance * (0.6 + 0.4 * (number % 3))
        placed.append(
            (float(middle[0] + step * np.cos(angle)), float(middle[1] + step * np.sin(angle)))
        )
    return placed


def _undirected(n: int, edges: Iterable[tuple[int, int]]) -> Indices:
    """Return each pair of different nodes once, in order."""
    import numpy as np

    pairs = np.array(sorted({(min(e), max(e)) for e in edges if e[0] != e[1]}), dtype=np.int64)
    pairs = pairs.reshape(-1, 2)
    if pairs.size and (pairs.min() < 0 or pairs.max() >= n):
        raise ValueError(f"an edge names a node outside 0 to {n - 1}")
    return pairs


def _by_component(n: int, pairs: Indices) -> tuple[Indices, Indices]:
    """Return the nodes in order of component, the largest first, and where each begins and ends."""
    import numpy as np

    label = np.arange(n)
    while pairs.size:
        low = np.minimum(label[pairs[:, 0]], label[pairs[:, 1]])
        new = label.copy()
        np.minimum.at(new, pairs[:, 0], low)
        np.minimum.at(new, pairs[:, 1], low)
        new = new[new]
        if (new == label).all():
            break
        label = new
    size = np.bincount(label, minlength=n)[label]
    order = np.lexsort((np.arange(n), label, -size))
    changes = np.flatnonzero(np.diff(label[order])) + 1
    return order, np.concatenate(([0], changes, [n]))


def _pull_and_push(pairs: Indices, starts: Indices, seed: int, iterations: int) -> Positions:
    """Run the forces; every component lies around the origin, nodes about 1 apart."""
    import numpy as np

    n = int(starts[-1])
    random = np.random.default_rng(seed)
    first = np.repeat(starts[:-1], np.diff(starts))
    size = np.repeat(np.diff(starts), np.diff(starts))
    samples = int(np.clip(_SAMPLES // n, 4, max(4, n - 1)))
    degree = np.bincount(pairs.ravel(), minlength=n) + 1.0
    mass = np.sqrt(np.minimum(degree, 60.0))
    places = random.standard_normal((n, 2)) * np.sqrt(size)[:, None] * [0.6 * _LANDSCAPE, 0.6]
    for step in range(iterations):
        heat = 1.0 - step / iterations
        others = first[:, None] + (random.random((n, samples)) * size[:, None]).astype(np.int64)
        push = _push(places, others, mass) * (np.minimum(size, 400) / samples)[:, None]
        pull = _pull(places, pairs, degree)
        move = push + pull
        length = np.hypot(move[:, 0], move[:, 1]) + 1e-9
        places += move * (np.minimum(length, 2.5 * heat + 0.05) / length)[:, None]
    return np.asarray(places)


def _push(places: Positions, others: Indices, mass: Positions) -> Positions:
    """Sum the pushes that each node gets from its sample: more from hubs, less from afar."""
    import numpy as np

    x = places[:, 0, None] - places[others, 0]
    y = places[:, 1, None] - places[others, 1]
    strength = 0.4 * mass[others] * mass[:, None] / (x * x + y * y + 0.1)
    return np.stack(((x * strength).sum(axis=1), (y * strength).sum(axis=1)), axis=1)


def _pull(places: Positions, pairs: Indices, degree: Positions) -> Positions:
    """Sum the pulls along the edges; a hub pulls less along each of its many."""
    import numpy as np

    gap = places[pairs[:, 1]] - places[pairs[:, 0]]
    weight = 0.35 / np.sqrt(np.minimum(degree[pairs[:, 0]], degree[pairs[:, 1]]))
    gap *= weight[:, None]
    n = len(places)
    pull = np.empty_like(places)
    for axis in (0, 1):
        pull[:, axis] = np.bincount(pairs[:, 0], gap[:, axis], n)
        pull[:, axis] -= np.bincount(pairs[:, 1], gap[:, axis], n)
    return pull


def _spread(places: Positions, starts: Indices) -> Positions:
    """Scale each component to about one node a unit square, then part those still too near."""
    import numpy as np

    out = np.zeros_like(places)
    for begin, end in pairwise(starts):
        if end - begin > 1:
            part = places[begin:end] - places[begin:end].mean(axis=0)
            radius = np.sqrt((part * part).sum(axis=1).mean())
            part *= _ROOM * np.sqrt(end - begin) / (radius + 1e-9) * _flat(part)
            out[begin:end] = _part(part)
    return out


def _flat(part: Positions) -> Positions:
    """Return by how much to stretch width and height towards a landscape."""
    import numpy as np

    wide, high = np.maximum(part.std(axis=0), 1e-9)
    stretch = float(np.clip(np.sqrt(_LANDSCAPE * high / wide), 0.8, 1.3))
    return np.array([stretch, 1 / stretch])


def _part(places: Positions) -> Positions:
    """Move each pair that stands nearer than 1 half its lack apart, some passes over."""
    import numpy as np

    n = len(places)
    for _ in range(_PASSES if n < _MANY else _PASSES // 4):
        left, right = _near(places)
        if not left.size:
            break
        gap = places[right] - places[left]
        gap[(gap == 0).all(axis=1)] = (1e-3, 1e-3)
        distance = np.hypot(gap[:, 0], gap[:, 1])
        gap *= (0.5 * (1.0 - distance) / distance)[:, None]
        for axis in (0, 1):
            places[:, axis] += np.bincount(right, gap[:, axis], n)
            places[:, axis] -= np.bincount(left, gap[:, axis], n)
    return places


def _near(places: Positions) -> tuple[Indices, Indices]:
    """Return the pairs that stand nearer than 1, as far as they are near in the order of x."""
    import numpy as np

    order = np.argsort(places[:, 0], kind="stable")
    x, y = places[order].T.copy()
    found = []
    for step in range(1, min(len(x) - 1, 12 + 3 * int(np.sqrt(len(x)))) + 1):
        across, down = x[step:] - x[:-step], y[step:] - y[:-step]
        found.append((np.flatnonzero(across * across + down * down < _TOUCHING), step))
    left = np.concatenate([order[rows] for rows, _ in found])
    right = np.concatenate([order[rows + step] for rows, step in found])
    return left, right


def _pack(places: Positions, starts: Indices) -> Positions:
    """Set the components beside each other in a landscape."""
    import numpy as np

    out = places.copy()
    boxes = []
    for begin, end in pairwise(starts):
        out[begin:end] -= out[begin:end].min(axis=0)
        wide, high = out[begin:end].max(axis=0) + _GAP
        boxes.append((float(wide), float(high)))
    area = sum(wide * high for wide, high in boxes)
    width = max([wide for wide, _ in boxes] + [float(np.sqrt(area * _LANDSCAPE * 1.1))])
    parts = list(pairwise(starts))
    tallest = sorted(range(len(boxes)), key=lambda number: (-boxes[number][1], number))
    for number, corner in zip(tallest, _corners([boxes[i] for i in tallest], width), strict=True):
        begin, end = parts[number]
        out[begin:end] += corner
    return out


def _corners(boxes: Sequence[tuple[float, float]], width: float) -> Iterator[tuple[float, float]]:
    """Yield where each box stands: in the first gap from the top that holds it; tallest first."""
    gaps = [(0.0, 0.0, width, float("inf"))]
    for wide, high in boxes:
        fits = (i for i, (_, _, w, h) in enumerate(gaps) if wide <= w and high <= h)
        top, left, w, h = gaps.pop(next(fits))
        yield left, top
        gaps += [(top, left + wide, w - wide, high), (top + high, left, w, h - high)]
        gaps.sort()
