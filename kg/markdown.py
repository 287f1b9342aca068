"""Tables in Markdown, whose cells hold nothing that is read as markup."""

import re
from collections.abc import Iterable, Sequence

_MARKS = re.compile(r"([\\`*_\[\]|])")


def markdown_text(text: str) -> str:
    r"""Write a text on one line, and escape what Markdown would read as markup.

    >>> markdown_text("a|b\n<i>*c*</i>")
    'a\\|b &lt;i>\\*c\\*&lt;/i>'
    """
    escaped = _MARKS.sub(r"\\\1", " ".join(text.splitlines()))
    return escaped.replace("&", "&amp;").replace("<", "&lt;")


def markdown_table(heads: Sequence[str], rows: Iterable[Iterable[str]]) -> str:
    """Write a table of texts.

    >>> print(markdown_table(["name"], [["LoRA"]]), end="")
    | name |
    | --- |
    | LoRA |
    """
    rule = "| " + " | ".join(["---"] * len(heads)) + " |\n"
    return "".join([_line(heads), rule, *map(_line, rows)])


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(markdown_text, cells))} |\n"
