"""Text tables for people: padded, wrapped to a width, the quote below each row.

Nothing that comes from a paper can steer a terminal: control characters, escape sequences and
marks that turn the writing direction are replaced (`clean`).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.query.answer import SHOWN, Answer, Quote, Row, footnotes, headline

#: C0 and C1 controls, DEL, marks and overrides of direction, line separators, lone surrogates.
UNSAFE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
GAP = "  "
#: A column is not made narrower than this, nor a quote shorter.
NARROWEST = 8
WIDTH = 100
#: As much of a title as is shown where the paper has no name for its work.
TITLE = 40
#: Columns whose cells are copied or compared: they keep their width.
WHOLE = frozenset({"rank", "value", "paper", "id", "date"})
#: Columns that the headings of groups speak of in a leaderboard.
HEADED = frozenset({"metric", "split", "setting", "role"})
#: Stands for a passage under the row below the one that shows it.
AGAIN = "(same sentence)"
#: The intents whose rows are facts or ends of chains, not things said of what was asked for.
CHAINS = frozenset({"path", "connection", "walk"})


def clean(text: str) -> str:
    r"""Make one harmless line of a text: white space is a space, a control character U+FFFD.

    >>> clean("a\tb\x1b[31mred")
    'a b�[31mred'
    """
    spaced = re.sub(r"[\t\n\v\f\r\x85\u2028\u2029]+", " ", text)
    return UNSAFE.sub("\N{REPLACEMENT CHARACTER}", spaced)


def display_width(text: str) -> int:
    """Return how many columns of a terminal a text takes.

    >>> display_width("abc"), display_width("日本"), display_width("e\u0301")
    (3, 4, 1)
    """
    if text.isascii():
        return len(text)
    return sum(_character_width(character) for character in text)


def _character_width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


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
    while display_width(word) > width:
        end = next(i for i in range(len(word), 0, -1) if display_width(word[:i]) <= width or i == 1)
        end = max(word.rfind(mark, 1, end) for mark in "-/_") + 1 or end
        yield word[:end]
        word = word[end:]
    yield word


def render(
    columns: Sequence[str],
    rows: Iterable[Mapping[str, object]],
    *,
    width: int = WIDTH,
    below: Mapping[int, str] | None = None,
    above: Mapping[int, str] | None = None,
) -> str:
    """Lay out rows under their columns, with lines `above` and `below` some of the rows.

    >>> print(render(["name", "year"], [{"name": "LoRA", "year": 2021}]))
    NAME  YEAR
    LoRA  2021
    """
    table = [[show_cell(row.get(column, "")) for column in columns] for row in rows]
    heads = [column.replace("_", " ").upper() for column in columns]
    widths = _fit([heads, *table], width, [column in WHOLE for column in columns])
    lines = _lines(heads, widths)
    for number, cells in enumerate(table):
        if above and number in above:
            lines += ["", *wrap(above[number], width)]
        lines += _lines(cells, widths)
        if below and number in below:
            lines += [f"    {line}" for line in wrap(below[number], max(width - 4, NARROWEST))]
    return "\n".join(lines)


def show_cell(value: object) -> str:
    """Write a cell for people: confidences to two digits, texts cleaned.

    >>> show_cell(0.8512), show_cell(12)
    ('0.85', '12')
    """
    return f"{value:.2f}" if isinstance(value, float) else clean(str(value))


def _fit(table: list[list[str]], width: int, whole: Sequence[bool]) -> list[int]:
    """Return the columns' widths, the widest made narrower until the line fits.

    Columns give way down to their longest word first; words are cut only where that is not enough,
    and never in those that stay `whole`.
    """
    columns = list(zip(*table, strict=True))
    widths = [max(map(display_width, column), default=0) for column in columns]
    spare = sum(widths) + len(GAP) * (len(widths) - 1) - width
    words = [min(longest, _longest_word(c)) for longest, c in zip(widths, columns, strict=True)]
    spare = _narrow(widths, [max(one, NARROWEST) for one in words], spare)
    kept = zip(words, whole, strict=True)
    _narrow(widths, [one if is_whole else NARROWEST for one, is_whole in kept], spare)
    return widths


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
        GAP.join(_pad(text, width) for text, width in zip(line, widths, strict=True)).rstrip()
        for line in zip(*columns, strict=True)
    ]


def _pad(text: str, width: int) -> str:
    return text + " " * (width - display_width(text))


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


def _cells(row: Row, columns: Sequence[str]) -> dict[str, object]:
    """Return the cells as people read them: ids without their namespace, no title named twice.

    A paper that stands for a work without a name is said to do so, or shown by its title's words.
    """
    cells: dict[str, object] = dict(row)
    paper = str(row.get("paper", ""))
    if "paper" in columns[1:]:
        cells["paper"] = paper.removeprefix("paper/")
    first = columns[0]
    if row.get("type") == "Paper" and "title" in columns[1:] and row.get(first) == row.get("title"):
        cells[first] = "(the paper itself)"
    elif row.get("type") == "Paper" and "work" in columns:
        cells["work"] = _cut(str(row.get("work", "")))
    return cells


def _cut(title: str) -> str:
    """Return the first words of a title that stands where names do."""
    return (
        title if len(title) <= TITLE else f"{title[:TITLE].rpartition(' ')[0] or title[:TITLE]} …"
    )


def _names(answer: Answer, row: Row) -> tuple[str, ...]:
    """Return what to look for in a quote: a value, the ends of a fact, what was asked for."""
    if number := _number(row):
        return (number, *answer.names)
    ends = tuple(str(row[end]) for end in ("object", "subject", "name") if end in row)
    return (*ends, *answer.names) if answer.intent in CHAINS else answer.names


def _below(answer: Answer, rows: Sequence[Row], width: int) -> dict[int, str]:
    """Return the passage of each row, for under it; what is shown just above is not repeated."""
    below: dict[int, str] = {}
    last, shown = "", ""
    for number, row in enumerate(rows):
        passage = f"{row.evidence[0].paper} {row.evidence[0].quote}" if row.evidence else ""
        is_again = passage == last and _number(row) in shown
        if passage and not is_again:
            shown = quote_line(row.evidence, _names(answer, row), width)
        if passage:
            below[number] = AGAIN if is_again else shown
        last = passage
    return below


def _number(row: Row) -> str:
    """Return the number of a row that has a value, else ''."""
    found = re.match(r"-?[\d.]+", str(row.get("value", "")))
    return found[0] if found else ""


def _headings(rows: Sequence[Row]) -> dict[int, str]:
    """Return what each group has in common, for above its first row."""
    groups = [str(row.get("group", "")) for row in rows]
    return {
        number: clean(group)
        for number, group in enumerate(groups)
        if not number or group != groups[number - 1]
    }


def text_table(answer: Answer, *, width: int = WIDTH, limit: int = SHOWN) -> str:
    """Write an answer for people; what is ranked stands in groups, each under its heading."""
    rows = answer.rows[:limit]
    cells = [_cells(row, answer.columns) for row in rows]
    columns, above = answer.columns, dict[int, str]()
    if answer.intent == "leaderboard":
        columns = tuple(column for column in columns if column not in HEADED)
        above = _headings(rows)
    parts = [clean(headline(answer))]
    if rows:
        below = _below(answer, rows, width)
        parts += ["", render(columns, cells, width=width, below=below, above=above), ""]
    return "\n".join([*parts, *map(clean, footnotes(answer))]).rstrip()
