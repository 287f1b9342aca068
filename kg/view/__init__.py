"""The graph as one page: a picture, a table, search, and the quote behind every edge.

`render` returns the page, `write` puts it into a file. The page asks no host for anything.
"""

from kg.view.page import render, write

__all__ = ["render", "write"]
