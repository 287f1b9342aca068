"""All documents at once: which names are one thing, which records one paper, and what follows.

A pure function of the set of documents and of what a curator decided: any order and any split into
builds makes the same graph.
"""

from functools import cache

from kg.resolve.decided import HOW
from kg.resolve.graph import resolve, resolve_papers
from kg.resolve.papers import Paper, merge_papers
from kg.resolve.threshold import TRAINED, at_threshold, checked_threshold
from kg.schema import ontology_path
from kg.versions import version_of

__all__ = [
    "HOW",
    "PARTS",
    "TRAINED",
    "Paper",
    "at_threshold",
    "checked_threshold",
    "merge_papers",
    "resolve",
    "resolve_papers",
    "version",
]

#: The parts of the package that decide what is resolved.
PARTS = (
    *("model.py", "frozen.py", "identifiers.py", "ids.py", "person_names.py", "schema.py"),
    *("lexicon", "curation", "resolve"),
)


@cache
def version() -> str:
    """Return a hash of all code and tables that decide how names and papers are resolved."""
    return version_of(PARTS, ontology_path())
