"""What an answer is made of: rows of cells, each with the passages that it rests on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from html import escape

#: What stands in one column of one row.
Cell = str | int | float

#: What a flat table shows of a row beside its cells: ids, and the first passage.
ID_COLUMNS = ("id", "subject_id", "object_id")
PASSAGE_COLUMNS = ("quote", "field", "rule")
#: How many rows `str()` and the notebook show; the answer itself holds all.
SHOWN = 50


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage as it stands in the paper, and the rule that read it.

    `start` and `end` are character offsets into the paper's title or abstract, or the position
    in its list of authors, links or listings.
    """

    paper: str
    title: str
    field: str
    start: int
    end: int
    quote: str
    rule: str
    confidence: float

    def to_dict(self) -> dict[str, object]:
        """Return the passage as plain values."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Row(Mapping[str, object]):
    """One line of an answer: a mapping from column to cell, and the evidence."""

    cells: tuple[tuple[str, Cell], ...]
    evidence: tuple[Quote, ...] = ()

    def __getitem__(self, column: str) -> Cell:
        return dict(self.cells)[column]

    def __iter__(self) -> Iterator[str]:
        return (column for column, _ in self.cells)

    def __len__(self) -> int:
        return len(self.cells)

    def to_dict(self) -> dict[str, object]:
        """Return cells and evidence as plain values."""
        return {**dict(self.cells), "evidence": [quote.to_dict() for quote in self.evidence]}


def html_table(columns: tuple[str, ...], rows: Iterable[Row], notes: Iterable[str]) -> str:
    """Return rows, each with its first passage below it, and notes as HTML; all is escaped."""
    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    body = "".join(_html_row(row, columns) for row in rows)
    below = "".join(f"<p>{escape(note)}</p>" for note in notes)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{below}"


def counted(number: int, noun: str) -> str:
    """Write a number with its noun, in the plural where it is not one.

    >>> counted(1, "paper"), counted(0, "paper"), counted(1_000, "other thing")
    ('1 paper', '0 papers', '1000 other things')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def told_rows(number: int, shown: int) -> str:
    """Say how many rows there are, and how many of them are shown where not all are.

    >>> told_rows(1, 1), told_rows(73, 50)
    ('1 row', '73 rows, showing 50')
    """
    rows = counted(number, "row")
    return f"{rows}, showing {shown}" if shown < number else rows


def _html_row(row: Row, columns: tuple[str, ...]) -> str:
    cells = "".join(f"<td>{escape(str(row.get(column, '')))}</td>" for column in columns)
    if not row.evidence:
        return f"<tr>{cells}</tr>"
    first = row.evidence[0]
    quote = (
        f"<q>{escape(first.quote)}</q> <small>{escape(first.paper)}, {escape(first.field)}</small>"
    )
    return f'<tr>{cells}</tr><tr><td colspan="{len(columns)}">{quote}</td></tr>'
