"""Text tables for people: padded, wrapped to a width, with lines between the rows.

Where a terminal is too narrow for the columns, each row is a block with a line a cell.

Nothing that comes from a paper can steer a terminal: control characters, escape sequences and
marks that turn the writing direction are replaced (`clean`).
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from kg.terminal import display_width, padded

#: C0 and C1 controls, DEL, marks and overrides of direction, line separators, lone surrogates.
UNSAFE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
GAP = "  "
#: Stands before what a cell of a block has on further lines.
INDENT = "  "
#: A column is not made narrower than this, nor a quote shorter.
NARROWEST = 8
WIDTH = 100
#: Columns whose cells are copied or compared: they keep their width.
WHOLE = frozenset({"rank", "value", "paper", "id", "date"})


def clean(text: str) -> str:
    r"""Make one harmless line of a text: white space is a space, a control character U+FFFD.

    >>> clean("a\tb\x1b[31mred")
    'a b�[31mred'
    """
    spaced = re.sub(r"[\t\n\v\f\r\x85\u2028\u2029]+", " ", text)
    return UNSAFE.sub("\N{REPLACEMENT CHARACTER}", spaced)


def wrap(text: str, width: int) -> list[str]:
    """Break a text into lines of at most `width` columns, at spaces where there are any.

    >>> wrap("one two three", 8)
    ['one two', 'three']
    """
    lines, line = [], ""
    for word in text.split():
        for piece in _pieces(word, width):
            joined = f"{line} {piece}" if line else piece
            if display_width(joined) > width and line:
                lines.append(line)
                joined = piece
            line = joined
    return [*lines, line]


def _pieces(word: str, width: int) -> Iterator[str]:
    """Cut a word that does not fit into a line, at a mark within it where there is one."""
    while (end := _fitting(word, width)) < len(word):
        end = max(word.rfind(mark, 1, end) for mark in "-/_") + 1 or end
        yield word[:end]
        word = word[end:]
    yield word


def _fitting(word: str, width: int) -> int:
    """Return how many characters of a word fit into a line, at least one."""
    taken = 0
    for end, character in enumerate(word):
        taken += display_width(character)
        if taken > width and end:
            return end
    return len(word)


def render(
    columns: Sequence[str],
    rows: Iterable[Mapping[str, object]],
    *,
    width: int = WIDTH,
    below: Mapping[int, str] | None = None,
    above: Mapping[int, str] | None = None,
    named: Collection[str] = (),
) -> str:
    """Lay out rows under their columns, with lines `above` and `below` some of the rows.

    Columns that are `named` after a thing are headed by its name as it is written.

    >>> print(render(["name", "year"], [{"name": "LoRA", "year": 2021}]))
    NAME  YEAR
    LoRA  2021
    """
    heads, *table = written(columns, rows, named)
    widths = fit(columns, [heads, *table], width)
    if fits(widths, width):
        lines, laid_out = _lines(heads, widths), [_lines(cells, widths) for cells in table]
    else:
        lines, laid_out = [], [["", *_block(columns, cells, width, named)] for cells in table]
    for number, row in enumerate(laid_out):
        if above and number in above:
            lines += ["", *wrap(above[number], width)]
        lines += row
        if below and number in below:
            lines += [f"    {line}" for line in wrap(below[number], max(width - 4, NARROWEST))]
    return "\n".join(lines).strip("\n")


def written(
    columns: Sequence[str], rows: Iterable[Mapping[str, object]], named: Collection[str] = ()
) -> list[list[str]]:
    """Write the cells of a table: the heads of its columns, then its rows.

    >>> written(["rank", "π0"], [], named={"π0"})
    [['RANK', 'π0']]
    """
    heads = [clean(one) if one in named else _head(one).upper() for one in columns]
    return [heads, *([show_cell(row.get(column, "")) for column in columns] for row in rows)]


def _head(column: str) -> str:
    return clean(column.replace("_", " "))


def show_cell(value: object) -> str:
    """Write a cell for people: shares and confidences to two digits, texts cleaned.

    What is not all is not shown as all, nor what is something as nothing.

    >>> show_cell(0.8512), show_cell(12), show_cell(0.999), show_cell(0.001), show_cell(1.0)
    ('0.85', '12', '>0.99', '<0.01', '1.00')
    """
    if not isinstance(value, float):
        return clean(str(value))
    if 0 < value < 0.005:
        return "<0.01"
    return ">0.99" if 0.995 <= value < 1 else f"{value:.2f}"


def fit(columns: Sequence[str], table: Sequence[Sequence[str]], width: int) -> list[int]:
    """Return the widths of named columns, the widest made narrower until the line fits.

    Columns give way down to their longest word first; words are cut only where that is not enough,
    and never in those that stay whole (`WHOLE`).
    """
    cells = list(zip(*table, strict=True))
    widths = [max(map(display_width, column), default=0) for column in cells]
    spare = sum(widths) + len(GAP) * (len(widths) - 1) - width
    words = [min(longest, _longest_word(c)) for longest, c in zip(widths, cells, strict=True)]
    spare = _narrow(widths, [max(one, NARROWEST) for one in words], spare)
    kept = zip(words, columns, strict=True)
    _narrow(widths, [one if name in WHOLE else NARROWEST for one, name in kept], spare)
    return widths


def fits(widths: Sequence[int], width: int) -> bool:
    """Tell whether columns of these widths fit beside each other."""
    return sum(widths) + len(GAP) * (len(widths) - 1) <= width


def cuts_words(widths: Sequence[int], table: Sequence[Sequence[str]]) -> bool:
    """Tell whether a word of a table is wider than its column."""
    columns = zip(*table, strict=True)
    return any(_longest_word(column) > width for column, width in zip(columns, widths, strict=True))


def _longest_word(column: Iterable[str]) -> int:
    return max((display_width(word) for cell in column for word in cell.split()), default=0)


def _narrow(widths: list[int], least: Sequence[int], spare: int) -> int:
    """Make the widest columns narrower by `spare` in all, none below its least; return the rest."""
    while spare > 0:
        can = [number for number, one in enumerate(widths) if one > least[number]]
        if not can:
            break
        widest = max(can, key=widths.__getitem__)
        next_to_it = max((one for one in widths if one < widths[widest]), default=0)
        cut = min(spare, widths[widest] - max(next_to_it, least[widest]))
        widths[widest] -= cut
        spare -= cut
    return spare


def _lines(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    """Return the lines of one row: as many as its longest cell takes."""
    wrapped = [wrap(cell, max(width, 1)) for cell, width in zip(cells, widths, strict=True)]
    height = max(map(len, wrapped))
    columns = [lines + [""] * (height - len(lines)) for lines in wrapped]
    return [
        GAP.join(padded(text, width) for text, width in zip(line, widths, strict=True)).rstrip()
        for line in zip(*columns, strict=True)
    ]


def _block(
    columns: Sequence[str], cells: Sequence[str], width: int, named: Collection[str]
) -> list[str]:
    """Return the lines of one row as a block: each cell that is not empty behind its column.

    What stays whole (`WHOLE`) is on one line, however long.
    """
    room = max(width - len(INDENT), NARROWEST)
    lines: list[str] = []
    for column, cell in zip(columns, cells, strict=True):
        if cell:
            text = f"{clean(column) if column in named else _head(column)}: {cell}"
            first, *rest = [text] if column in WHOLE else wrap(text, room)
            lines += [first, *(f"{INDENT}{line}" for line in rest)]
    return lines
