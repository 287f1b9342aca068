"""Words of the shape of a name that name nothing that the graph holds: classes, places, units.

``no_names.tsv`` has a row a word: what kind of thing it is, and whether a paper may have coined
it anew for its own work (``own``), as in "We present SEA, a ...".
"""

from functools import cache

from kg.lexicon.tables import rows, table_text


@cache
def no_names(*, own: bool = False, kind: str = "") -> frozenset[str]:
    """Return the words that are no names; with `own`, those that only own work may have.

    A `kind` asks for the words of that kind alone.

    >>> "NeurIPS" in no_names(), "NeurIPS" in no_names(own=True), "SEA" in no_names(own=True)
    (True, False, True)
    """
    wanted = "yes" if own else "no"
    table = rows("no_names.tsv", table_text("no_names"))
    return frozenset(
        row["name"] for row in table if row["own"] == wanted and kind in ("", row["kind"])
    )
