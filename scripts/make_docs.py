"""Bring up to date what README and docs take from the code: tables, and what commands print.

    python scripts/make_docs.py

A table stands between ``<!-- made: NAME -->`` and ``<!-- end -->``. In a block of the kind
``console`` each line that begins with ``$ kg`` is run on the graph of the examples, and what it
prints is put below it. `tests/test_docs.py` compares.
"""

import re
import shlex
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import chdir
from pathlib import Path
from shutil import copytree

import click
from click.testing import CliRunner

from kg import pipeline, schema
from kg.cli import COMMANDS, kg
from kg.evaluation.figures import FIGURES, SHARES
from kg.evaluation.gold import GOLD_FORMATS
from kg.exporters import EXPORTERS
from kg.query import FORMS
from kg.relations import RULES
from kg.results import KINDS, SCREENS
from kg.sources import SOURCES

ROOT = Path(__file__).resolve().parent.parent
_MADE = re.compile(r"(<!-- made: ([a-z-]+) -->\n).*?(<!-- end -->)", re.DOTALL)
_CONSOLE = re.compile(r"(```console\n)(.*?)(```)", re.DOTALL)
#: How wide the terminal is in which the transcripts are made.
COLUMNS = "88"


def pages() -> list[Path]:
    """Return the pages that may hold such parts."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def renewed(text: str, run: Callable[[str], str]) -> str:
    """Return a page with its tables and transcripts made anew."""
    text = _MADE.sub(lambda found: found[1] + TABLES[found[2]]() + found[3], text)
    return _CONSOLE.sub(lambda found: found[1] + transcript(found[2], run) + found[3], text)


def transcript(block: str, run: Callable[[str], str]) -> str:
    """Return the commands of a block, each with what it prints."""
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "\n".join(f"{command}\n{run(command[2:])}\n" for command in commands)


class Shell:
    """Runs commands as at a terminal, in a folder of its own with the examples and their store."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        copytree(ROOT / "examples", folder / "examples")
        pipeline.build([ROOT / "examples"], folder / "kg.sqlite", workers=1)

    def __call__(self, command: str) -> str:
        """Return what a command prints; raise ValueError for one that is not kg's."""
        program, *words = shlex.split(command)
        if program != "kg":
            raise ValueError(f"{command!r}: only kg is run in a console block")
        people = {name: {"form": "human"} for name in COMMANDS if name not in ("build", "view")}
        with chdir(self.folder):
            result = CliRunner().invoke(
                kg, words, prog_name="kg", env={"COLUMNS": COLUMNS}, default_map=people
            )
        return "\n".join(line.rstrip() for line in result.output.rstrip().splitlines())


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Write a table in Markdown."""
    lines = [list(head)]
    lines += [["---"] * len(lines[0]), *map(list, rows)]
    return "".join(
        "| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines
    )


def _commands() -> str:
    return "\n".join(_command(name, text) for name, (_, text) in COMMANDS.items())


def _command(name: str, text: str) -> str:
    command = kg.get_command(click.Context(kg), name)
    if command is None:
        raise ValueError(f"there is no command {name}")
    with click.Context(command, info_name=name) as context:
        usage = " ".join(command.collect_usage_pieces(context))
        options = [
            (_spelled(option), _explained(option))
            for option in command.params
            if isinstance(option, click.Option)
        ]
    shown = table(("option", "does"), options) if options else ""
    return f"### kg {name}\n\n{text}\n\n    kg {name} {usage}\n\n{shown}"


def _spelled(option: click.Option) -> str:
    if option.is_flag:
        return f"`{', '.join(option.opts)}`"
    if isinstance(option.type, click.Choice):
        values = "|".join(map(str, option.type.choices))
    else:
        values = option.metavar or option.type.name.split()[0].upper()
    return f"`{', '.join(option.opts)} {values}`"


def _explained(option: click.Option) -> str:
    text = " ".join((option.help or "").split())
    return f"{text} Default: {option.default}." if option.show_default else text


def _questions() -> str:
    rows = ((form.asks, f"`{form.intent}`", "<br>".join(form.reads)) for form in FORMS)
    return table(("form", "intent", "wordings that the tests read"), rows)


def _types() -> str:
    rows = ((t.name, t.definition, t.example) for t in schema.types().values())
    return table(("type", "is", "for example"), rows)


def _relations() -> str:
    rows = (
        (f"`{r.name}`", r.definition, f"{_names(r.domain)} → {_names(r.range)}")
        for r in schema.relations().values()
    )
    return table(("relation", "holds where", "joins"), rows)


def _names(types: Iterable[str]) -> str:
    return ", ".join(sorted(types))


def _rules() -> str:
    rows = (
        (
            f"`{rule.name}`",
            f"`{rule.relation}`",
            f"{rule.confidence:.2f}",
            ", ".join(sorted(rule.places)),
            f"“{rule.holds[0][0]}” → {', '.join(rule.holds[0][1])}" if rule.holds else "",
        )
        for rule in RULES
        if not rule.denies
    )
    return table(("rule", "relation", "confidence", "where", "for example"), rows)


def _denying() -> str:
    rows = (
        (
            f"`{rule.name}`",
            f"`{rule.relation}`",
            f"“{rule.holds[0][0]}” → not {rule.holds[0][1][0]}",
        )
        for rule in RULES
        if rule.denies
    )
    return table(("rule", "takes away from", "for example"), rows)


def _wordings() -> str:
    rows = ((f"`{item.name}`", item.kind, f"“{item.holds[0]}”") for item in KINDS)
    return table(("wording", "kind", "for example"), rows)


def _screens() -> str:
    rows = ((f"`{item.name}`", f"“{item.holds[0]}”") for item in SCREENS)
    return table(("wording", "for example"), rows)


def _sources() -> str:
    rows = ((f"`{reader.name}`", reader.description) for reader in SOURCES.values())
    return table(("format", "what"), rows)


def _exporters() -> str:
    rows = (
        (f"`--to {exporter.name}`", f"`{exporter.suffix}`", exporter.description)
        for exporter in EXPORTERS.values()
    )
    return table(("format", "file", "what"), rows)


def _figures() -> str:
    rows = ((f"`{name}`", _score_of(name), text) for name, text in FIGURES.items())
    return table(("figure", "score", "counts"), rows)


def _score_of(figure: str) -> str:
    return "share" if figure in SHARES else "F1"


def _gold_formats() -> str:
    rows = ((f"`{f.name}`", f.description, f.expects) for f in GOLD_FORMATS.values())
    return table(("format", "holds", "a line is"), rows)


#: What makes each table.
TABLES: Mapping[str, Callable[[], str]] = {
    "commands": _commands,
    "questions": _questions,
    "types": _types,
    "relations": _relations,
    "rules": _rules,
    "denying-rules": _denying,
    "wordings": _wordings,
    "screens": _screens,
    "sources": _sources,
    "exporters": _exporters,
    "figures": _figures,
    "gold-formats": _gold_formats,
}


@click.command(help=__doc__)
def main() -> None:
    """Renew the pages, and name those that have changed."""
    with tempfile.TemporaryDirectory() as scratch:
        shell = Shell(Path(scratch))
        for path in pages():
            text = path.read_text(encoding="utf-8")
            new = renewed(text, shell)
            if new != text:
                path.write_text(new, encoding="utf-8", newline="\n")
                click.echo(f"renewed {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
