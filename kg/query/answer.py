"""What a question gives back: rows, and how they are read out: headline, table, footnotes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field

from kg.query.passages import number_of, quotes_below
from kg.query.rows import SHOWN, Row, html_table, told_rows
from kg.query.table import WIDTH, clean, cuts_words, fit, fits, render, written
from kg.terminal import display_width

#: As much of a title as is shown where the paper has no name for its work.
TITLE = 40
#: A column of titles narrower than this is left out; the id of the paper stays.
NARROWEST_TITLE = 18
#: Columns that the headings of groups speak of in a leaderboard.
HEADED = frozenset({"metric", "split", "setting", "role"})
#: The columns of a comparison, before one for each thing, which is named after it.
COMPARED = ("aspect", "what", "shared")
#: The intents whose rows are facts or ends of chains, not things said of what was asked for.
CHAINS = frozenset({"path", "connection", "walk"})


@dataclass(frozen=True, slots=True)
class Variant:
    """A near relative of the thing asked for, left out of the rows; `total` is what it has."""

    id: str
    label: str
    total: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows that answer a question, and how the question was read.

    `columns` are the cells to show; a row also has ``id``, the entity id of its first cell.
    `sparql` gives the same rows from the exported RDF. `names` are spellings to look for in quotes.
    `verdict` is one sentence, where the rows amount to one.
    """

    question: str
    intent: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...] = ()
    total: int = 0
    parameters: Mapping[str, str] = field(default_factory=dict)
    sparql: str = ""
    variants: tuple[Variant, ...] = ()
    notes: tuple[str, ...] = ()
    reading: str = ""
    names: tuple[str, ...] = ()
    verdict: str = ""

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __str__(self) -> str:
        return text_table(self)

    def _repr_html_(self) -> str:
        """Return the rows as an HTML table; everything that comes from papers is escaped."""
        rows = self.rows[:SHOWN]
        return html_table(self.columns, rows, (*told_first(self, len(rows)), *footnotes(self)))

    def to_dict(self) -> dict[str, object]:
        """Return the answer as plain values, ready for JSON."""
        return {
            "question": self.question,
            "intent": self.intent,
            "parameters": dict(self.parameters),
            "sparql": self.sparql,
            "verdict": self.verdict,
            "columns": list(self.columns),
            "rows": [row.to_dict() for row in self.rows],
            "total": self.total,
            "variants": [asdict(variant) for variant in self.variants],
            "notes": list(self.notes),
        }


def headline(answer: Answer, shown: int) -> str:
    """Say how many rows there are, of what, and how many of them are shown."""
    return f"{answer.question}: {told_rows(answer.total, shown)}"


def told_first(answer: Answer, shown: int) -> tuple[str, ...]:
    """Return what stands before the rows: the headline, and the verdict where there is one."""
    return tuple(filter(None, (headline(answer, shown), answer.verdict)))


def footnotes(answer: Answer) -> tuple[str, ...]:
    """Say what the rows leave out."""
    if not answer.variants:
        return answer.notes
    apart = "; ".join(f"{variant.label} ({variant.total})" for variant in answer.variants)
    return (*answer.notes, f"Not counted here: {apart}")


def _cells(row: Row, columns: Sequence[str]) -> dict[str, object]:
    """Return the cells as people read them: ids without their namespace, no title named twice.

    A paper that stands for a work without a name is said to do so, or shown by its title's words.
    """
    cells: dict[str, object] = dict(row.cells)
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
    if number := number_of(row):
        return (number, *answer.names)
    ends = tuple(str(row[end]) for end in ("object", "subject", "name") if end in row)
    return (*ends, *answer.names) if answer.intent in CHAINS else answer.names


def _headings(rows: Sequence[Row]) -> dict[int, str]:
    """Return what each group has in common, for above its first row."""
    groups = [str(row.get("group", "")) for row in rows]
    return {
        number: clean(group)
        for number, group in enumerate(groups)
        if not number or group != groups[number - 1]
    }


def _without_squeezed_title(
    columns: tuple[str, ...], cells: Sequence[Mapping[str, object]], width: int
) -> tuple[str, ...]:
    """Leave out the titles where they would stand in a column of a word or two, beside the id.

    Where there is no room for columns at all, they stay: rows are blocks then.
    """
    if "title" not in columns or "paper" not in columns:
        return columns
    table = written(columns, cells)
    widths = fit(columns, table, width)
    at = columns.index("title")
    longest = max(display_width(row[at]) for row in table)
    squeezed = widths[at] < min(longest, NARROWEST_TITLE)
    kept = tuple(column for column in columns if not (squeezed and column == "title"))
    return kept if fits(fit(kept, written(kept, cells), width), width) else columns


def _without_confidence(
    columns: tuple[str, ...], cells: Sequence[Mapping[str, object]], width: int
) -> tuple[str, ...]:
    """Leave out how sure results are where words would be cut for it.

    Where there is no room for columns without it either, it stays: rows are blocks then.
    """
    if not {"work", "confidence"} <= set(columns):
        return columns
    table = written(columns, cells)
    if not cuts_words(fit(columns, table, width), table):
        return columns
    kept = tuple(column for column in columns if column != "confidence")
    return kept if fits(fit(kept, written(kept, cells), width), width) else columns


def text_table(answer: Answer, *, width: int = WIDTH, limit: int = SHOWN) -> str:
    """Write an answer for people; what is ranked stands in groups, each under its heading."""
    rows = answer.rows[:limit]
    cells = [_cells(row, answer.columns) for row in rows]
    columns, above = answer.columns, dict[int, str]()
    named = columns[len(COMPARED) :] if columns[: len(COMPARED)] == COMPARED else ()
    if answer.intent == "leaderboard":
        columns = tuple(column for column in columns if column not in HEADED)
        above = _headings(rows)
    parts = [clean(text) for text in told_first(answer, len(rows))]
    if rows:
        columns = _without_squeezed_title(columns, cells, width)
        columns = _without_confidence(columns, cells, width)
        below = quotes_below(rows, lambda row: _names(answer, row), width)
        parts += [
            "",
            render(columns, cells, width=width, below=below, above=above, named=named),
            "",
        ]
    return "\n".join([*parts, *map(clean, footnotes(answer))]).rstrip()
