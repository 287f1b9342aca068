"""Which part of a graph is drawn: the best connected part, or what lies around one node.

Works on ids and the pairs that are linked; equal input gives equal output, whatever its order.
"""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    #: The neighbours of each node that has any.
    Neighbours = Mapping[str, set[str]]


def neighbours(links: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Return the neighbours of each node; a link to itself counts for nothing.

    >>> sorted(neighbours([("a", "b"), ("b", "a"), ("b", "c"), ("c", "c")])["b"])
    ['a', 'c']
    """
    linked: dict[str, set[str]] = {}
    for left, right in links:
        if left != right:
            linked.setdefault(left, set()).add(right)
            linked.setdefault(right, set()).add(left)
    return linked


def most_connected(nodes: Iterable[str], linked: Neighbours, limit: int) -> list[str]:
    """Return the nodes that are left when the least connected are taken away one by one.

    Of equally connected nodes those of small islands go first. Unlike the nodes of highest degree,
    what is left hangs together.

    >>> linked = neighbours([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("e", "f")])
    >>> most_connected("abcdef", linked, 3)
    ['a', 'b', 'c']
    """
    kept = set(nodes)
    degree = {node: len(linked.get(node, set()) & kept) for node in kept}
    rank = {
        node: (len(island), len(linked.get(node, ())))
        for island in _islands(sorted(kept), linked)
        for node in island
    }
    heap = [(degree[node], rank[node], node) for node in kept]
    heapify(heap)
    while len(kept) > limit:
        count, _, node = heappop(heap)
        if node not in kept or count != degree[node]:
            continue
        kept.remove(node)
        for other in linked.get(node, set()) & kept:
            degree[other] -= 1
            heappush(heap, (degree[other], rank[other], other))
    return sorted(kept)


def _islands(nodes: Iterable[str], linked: Neighbours) -> Iterator[list[str]]:
    """Yield the nodes that hang together, island by island."""
    seen: set[str] = set()
    for start in nodes:
        if start in seen:
            continue
        seen.add(start)
        island = [start]
        for node in island:
            fresh = linked.get(node, set()) - seen
            island += fresh
            seen |= fresh
        yield island


def neighbourhood(focus: str, linked: Neighbours, limit: int, *, hops: int = 2) -> list[str]:
    """Return the focus and what lies up to `hops` steps off, the nearest first.

    Of one ring those come first that have most links to what is taken already.

    >>> linked = neighbours([("a", "b"), ("a", "c"), ("b", "x"), ("c", "x"), ("c", "y")])
    >>> neighbourhood("a", linked, 4)
    ['a', 'c', 'b', 'x']
    """
    taken, known, ring = [focus], {focus}, {focus}
    for _ in range(hops):
        ring = {other for node in ring for other in linked.get(node, ())} - known
        best = sorted(ring, key=lambda node: (-len(linked[node] & known), -len(linked[node]), node))
        ring = set(best[: max(0, limit - len(taken))])
        taken += best[: len(ring)]
        known |= ring
    return taken[: max(1, limit)]
