"""What people decided about a graph: acts in a text file beside the store.

Here is the file alone: `kg.resolve` replays the acts, ``kg curate`` writes them.
"""

from kg.curation.acts import VERBS, Act, Verb, version, written_together
from kg.curation.table import ENDING, add, curation_path, read, remove

__all__ = [
    "ENDING",
    "VERBS",
    "Act",
    "Verb",
    "add",
    "curation_path",
    "read",
    "remove",
    "version",
    "written_together",
]
