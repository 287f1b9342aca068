"""The curation file: tab-separated lines, one act each, with comments behind ``#``.

    when                  who  act    arguments (three cells)              note
    2024-08-02T10:00:00Z  ada  merge  method/foo  method/foonet            the same paper's

Lines are replayed from top to bottom. A line that is taken out is undone.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.curation.acts import VERBS, Act, written_together
from kg.curation.checking import check
from kg.curation.lock import locked
from kg.curation.replay import contradiction
from kg.errors import CurationError
from kg.whole_file import whole_file

_HEADER = """\
# What people decided about a graph: one act a line, replayed from top to bottom by every build of
# the store beside this file. Take a line out, and it is undone.
# when\twho\tact\targument\targument\targument\tnote
"""
#: How the name of a curation file ends.
ENDING = ".curation.tsv"
_ARGUMENTS = 3
_CELLS = 3 + _ARGUMENTS + 1


def curation_path(store: Path) -> Path:
    """Return where the curation file of a store is.

    >>> curation_path(Path("papers/kg.sqlite")).name, curation_path(Path("papers/kg.db")).name
    ('kg.curation.tsv', 'kg.db.curation.tsv')
    >>> curation_path(Path("papers/kg")).name  # not that of kg.sqlite
    'kg.store.curation.tsv'
    """
    name = store.name.removesuffix(".sqlite") if store.suffix else f"{store.name}.store"
    return store.with_name(f"{name}{ENDING}")


def read(path: Path) -> tuple[Act, ...]:
    """Return the acts of a file; none where there is no file, CurationError for a wrong line."""
    acts = tuple(_act(path, number, line) for number, line in _numbered(path) if _is_act(line))
    if found := contradiction(acts):
        act, reason = found
        raise CurationError(str(path), act.line, f"{act.what!r} {reason}; take one of the two out")
    return acts


def _numbered(path: Path) -> Iterable[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ()
    except UnicodeDecodeError as error:
        raise CurationError(str(path), 0, "is not UTF-8; save the file as UTF-8") from error
    return enumerate(text.split("\n"), 1)


def _is_act(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("#")


def _act(path: Path, number: int, line: str) -> Act:
    cells = [cell.strip() for cell in line.split("\t")]
    if not 4 <= len(cells) <= _CELLS:
        raise CurationError(str(path), number, _wrong_cells(len(cells)))
    when, who, verb, *rest = [*cells, *[""] * (_CELLS - len(cells))]
    act = Act(verb, _arguments(verb, rest[:_ARGUMENTS]), who, when, rest[_ARGUMENTS], number)
    if wrong := check(act):
        raise CurationError(str(path), number, wrong)
    return act


def _wrong_cells(count: int) -> str:
    """Say what a line should be that has so many cells."""
    given = "no tab" if count == 1 else f"{count} cells"
    return (
        f"{given}; a line is seven cells with tabs between: when, who, act, three cells of the act,"
        " note; blanks do not part cells, and empty cells at the end may be left out"
    )


def _arguments(verb: str, cells: Sequence[str]) -> tuple[str, ...]:
    """Return the cells up to the last that is filled, at least as many as the act takes."""
    count = len(VERBS[verb].needs) if verb in VERBS else 0
    while count < len(cells) and any(cells[count:]):
        count += 1
    return tuple(cells[:count])


def add(path: Path, *acts: Act) -> None:
    """Add acts to a file, which is made where there is none.

    Raises CurationError if one of them cannot stand; then none is written.
    """
    acts = tuple(map(_tidied, acts))
    if wrong := next(filter(None, map(check, acts)), ""):
        raise CurationError("", 0, wrong)
    with locked(path):
        if found := contradiction((*read(path), *acts)):
            raise CurationError(str(path), 0, f"{found[0].what!r} {found[1]}; undo that first")
        kept = (path.read_text(encoding="utf-8") if path.exists() else "") or _HEADER
        end = "" if kept.endswith("\n") else "\n"
        _write(path, kept + end + "".join(f"{_line(act)}\n" for act in acts))


def _tidied(act: Act) -> Act:
    """Return an act with one blank for each tab, line end and run of blanks."""
    who, when, note, *arguments = (
        " ".join(cell.split()) for cell in (act.who, act.when, act.note, *act.arguments)
    )
    return Act(act.verb, tuple(arguments), who, when, note)


def _line(act: Act) -> str:
    arguments = [*act.arguments, *[""] * (_ARGUMENTS - len(act.arguments))]
    return "\t".join((act.when, act.who, act.verb, *arguments, act.note)).rstrip()


def remove(path: Path, number: int) -> tuple[Act, ...]:
    """Take the act of this number (from 1, in the order of the file) out of a file.

    What the same command wrote goes with it; all that went is returned.
    """
    with locked(path):
        acts = read(path)
        if not 1 <= number <= len(acts):
            known = f"there are {len(acts)}" if acts else "there are none"
            raise CurationError(str(path), 0, f"there is no act {number}; {known}")
        taken = written_together(acts, number)
        gone = {act.line for act in taken}
        lines = enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
        _write(path, "\n".join(line for place, line in lines if place not in gone))
    return taken


def _write(path: Path, text: str) -> None:
    """Put a whole file in place of the former one, or leave that as it is."""
    with whole_file(path) as out:
        out.write(text.encode())
