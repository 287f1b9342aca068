"""The passages that rows rest on, cut to what fits a line below each."""

import re
from collections.abc import Callable, Iterable, Sequence

from kg.query.rows import Quote, Row
from kg.query.table import NARROWEST, WIDTH, clean

#: Stands for a passage under the row below the one that shows it.
AGAIN = "(same sentence)"


def shorten(quote: str, names: Iterable[str], length: int = 160) -> str:
    """Cut a passage down to what stands around the first of the names that it holds.

    >>> shorten("We start slowly, and then we test on GSM8K at the end.", ["GSM8K"], 24)
    '… test on GSM8K at the …'
    """
    text = clean(quote)
    if len(text) <= length:
        return text
    start = max(0, min(_place(text, names) - length // 2, len(text) - length))
    end = start + length
    if start:
        start = text.find(" ", start, end) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", start, end), start + 1)
    return f"{'… ' * (start > 0)}{text[start:end]}{' …' * (end < len(text))}"


def _place(text: str, names: Iterable[str]) -> int:
    """Return where about a name stands in a text, else its first word, else 0.

    Only letters and digits count, so that ``Llama-2-7B`` is found where ``LLaMA2 (7B)`` stands.
    """
    kept = [place for place, character in enumerate(text) if character.isalnum()]
    letters = "".join(text[place].lower()[:1] for place in kept)
    for name in names:
        stem = re.search(r"[^\W\d_]{3,}", name)
        for spelling in (name, stem[0] if stem else ""):
            bare = "".join(c.lower()[:1] for c in spelling if c.isalnum())
            if bare and (at := letters.find(bare)) >= 0:
                return kept[at] + len(bare) // 2
    return 0


def quote_line(quotes: Sequence[Quote], names: Iterable[str], width: int = WIDTH) -> str:
    """Write the first passage in quotation marks, with where it stands and how many there are."""
    first = quotes[0]
    more = f", and {len(quotes) - 1} more" if len(quotes) > 1 else ""
    text = shorten(first.quote, names, max(2 * width - 60, 3 * NARROWEST))
    return f"“{text}” ({first.field} of {clean(first.paper)}{more})"


def quotes_below(
    rows: Sequence[Row], names: Callable[[Row], Iterable[str]], width: int = WIDTH
) -> dict[int, str]:
    """Return the passage of each row, for under it; what is shown just above is not repeated.

    `names` tells what to look for in a row's passage, the first that is found before others.
    """
    below: dict[int, str] = {}
    last, shown = "", ""
    for number, row in enumerate(rows):
        passage = f"{row.evidence[0].paper} {row.evidence[0].quote}" if row.evidence else ""
        is_again = passage == last and number_of(row) in shown
        if passage and not is_again:
            shown = quote_line(row.evidence, names(row), width)
        if passage:
            below[number] = AGAIN if is_again else shown
        last = passage
    return below


def number_of(row: Row) -> str:
    """Return the number of a row that has a value, else ''."""
    found = re.match(r"-?[\d.]+", str(row.get("value", "")))
    return found[0] if found else ""
