"""What a word itself tells the tagger: its spelling and its clusters, worked out once a word."""

import re
from collections.abc import Mapping
from functools import lru_cache

_SHAPES = ((re.compile(r"[A-Z]+"), "A"), (re.compile(r"[a-z]+"), "a"), (re.compile(r"\d+"), "0"))


@lru_cache(maxsize=1 << 15)
def shape(word: str) -> str:
    """Return the runs of capitals, small letters and digits of a word: ``aA0`` of ``pH7``.

    >>> [shape(word) for word in ("LoRA", "GSM8K", "tuning", "0.5")]
    ['AaA', 'A0A', 'a', '0.0']
    """
    for pattern, mark in _SHAPES:
        word = pattern.sub(mark, word)
    return word[:8]


def spelled(word: str, clusters: Mapping[str, str]) -> list[str]:
    """Return the features of a word's spelling and of its clusters."""
    low = word.lower()
    kind = shape(word)
    number = word[0].isdigit()
    found = ["w=" + ("0" if number else low), "s=" + kind, f"n={min(len(word), 9)}"]
    if word != low:
        found.append("W=" + word)
    if not number and len(word) > 3:
        found += ["e3=" + low[-3:], "e4=" + low[-4:], "b3=" + low[:3], "E3=" + word[-3:]]
    code = clusters.get(word) or clusters.get(low)
    if code:
        found += cluster_features("c", code)
    else:
        found.append("c=?" + kind)
    return found


def cluster_features(name: str, code: str) -> list[str]:
    """Return the features of a cluster code: its ids, coarse to fine, by commas."""
    return [f"{name}{level}={part}" for level, part in enumerate(code.split(","))]
