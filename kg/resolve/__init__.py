"""All documents at once: which names are one thing, which records one paper, and what follows.

A pure function of the set of documents and of what a curator decided: any order and any split into
builds makes the same graph.
"""

import hashlib
from functools import cache
from pathlib import Path

from kg.resolve.decided import HOW
from kg.resolve.graph import resolve, resolve_papers
from kg.resolve.papers import Paper, merge_papers
from kg.resolve.threshold import TRAINED, at_threshold

__all__ = [
    "HOW",
    "TRAINED",
    "Paper",
    "at_threshold",
    "merge_papers",
    "resolve",
    "resolve_papers",
    "version",
]

#: The parts of the package that decide what is resolved, besides the lexicon.
_PARTS = ("model.py", "ids.py", "schema.py", "curation", "resolve")


@cache
def version() -> str:
    """Return a hash of all code and tables that decide how names and papers are resolved."""
    from kg.lexicon import load
    from kg.schema import ontology_path

    package = Path(__file__).parent.parent
    digest = hashlib.sha256(load().version.encode())
    for part in _PARTS:
        for file in sorted((package / part).glob("*.py")) or [package / part]:
            digest.update(file.read_bytes().replace(b"\r\n", b"\n"))
    digest.update(ontology_path().read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:16]
