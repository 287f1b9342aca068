"""What an answer is made of: rows of cells, each with the passages that it rests on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from html import escape

from kg.counted import counted

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
    #: The cells by column, made once: each cell is looked up several times on its way out.
    _by_column: dict[str, Cell] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the cells."""
        object.__setattr__(self, "_by_column", dict(self.cells))

    def __getitem__(self, column: str) -> Cell:
        return self._by_column[column]

    def __contains__(self, column: object) -> bool:
        return column in self._by_column

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_column)

    def __len__(self) -> int:
        return len(self._by_column)

    def to_dict(self) -> dict[str, object]:
        """Return cells and evidence as plain values."""
        return {**self._by_column, "evidence": [quote.to_dict() for quote in self.evidence]}


def html_table(columns: tuple[str, ...], rows: Iterable[Row], notes: Iterable[str]) -> str:
    """Return rows, each with its first passage below it, and notes as HTML; all is escaped."""
    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    body = "".join(_html_row(row, columns) for row in rows)
    below = "".join(f"<p>{escape(note)}</p>" for note in notes)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{below}"


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
