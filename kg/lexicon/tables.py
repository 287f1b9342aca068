"""The curated tables: one TSV a type, read into entries and model families.

What a row may say is written in ``docs/lexicon.md``; that rows keep to it is the tests' business,
not checked again here.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.resources import files

from kg.errors import LexiconError
from kg.ids import NAMESPACES, segment

#: The types that have a table, in the order in which they are read.
TABLES = ("ModelFamily", "Model", "Method", "Dataset", "Benchmark", "Task", "Metric", "Hardware")

#: The columns of every table, before ``url`` and ``source``; ModelFamily.tsv has those of
#: `FAMILY_COLUMNS` between them.
COLUMNS = ("id", "label", "aliases", "named", "parent", "context", "unit", "direction")
FAMILY_COLUMNS = (
    "organisation",
    "join",
    "label_join",
    "first",
    "versions",
    "sizes",
    "variants",
    "bare",
    "release",
)

#: What stands before an alias that has a condition of its own.
MARKS = {"=": "case", "?": "context", "!": "defined"}

#: What a cell of the columns `join` and `label_join` stands for.
JOINS = {"dash": "-", "space": " ", "none": "", "": "-"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing that the lexicon knows.

    `ambiguous` is the condition under which a match counts: ``""`` always, ``case`` only in
    exactly the listed spelling, ``context`` and ``defined`` where `kg.lexicon.supported` says so,
    ``never`` for what is only looked up. It is the label's and that of aliases of one word; an
    alias of several words is free, and any alias may carry its own in `marked`.
    """

    id: str
    type: str
    label: str
    aliases: tuple[str, ...] = ()
    named: bool = True
    parent: str = ""
    ambiguous: str = ""
    unit: str = ""
    direction: str = ""
    url: str = ""
    source: str = ""
    marked: tuple[tuple[str, str], ...] = ()

    @property
    def conditions(self) -> dict[str, str]:
        """The condition of each spelling, label first."""
        conditions = {self.label: self.ambiguous}
        for alias in self.aliases:
            free = " " in alias and self.ambiguous != "never"
            conditions[alias] = "" if free else self.ambiguous
        return conditions | dict(self.marked)


@dataclass(frozen=True, slots=True)
class Family:
    """What the model-name grammar needs to know of a family.

    `join` stands between base and version in a model's name (Llama-2-7B, Qwen2.5-7B),
    `label_join` in the family's (Llama 2, Qwen2.5). `first` is the version that a name without
    one has (Llama-7B is of Llama 1). `bare` and `release` say whether the name alone and the name
    with a version and no size is one ``model`` or a ``family``.
    """

    entry: Entry
    organisation: str = ""
    join: str = "-"
    label_join: str = " "
    first: str = ""
    versions: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    bare: str = "family"
    release: str = "family"

    @property
    def spellings(self) -> tuple[str, ...]:
        """Label and aliases of the base."""
        return (self.entry.label, *self.entry.aliases)

    def version_label(self, version: str) -> str:
        """Return the label of a version as a family, such as ``Llama 2``."""
        return f"{self.entry.label}{self.label_join}{version}"


@dataclass(frozen=True, slots=True)
class Tables:
    """All that the tables hold, and a hash of their bytes."""

    entries: dict[str, Entry]
    families: tuple[Family, ...]
    do_not_merge: tuple[tuple[str, str], ...]
    version: str


def read_tables() -> Tables:
    """Read every table of the package."""
    texts = {name: table_text(name) for name in (*TABLES, "do_not_merge", "no_names")}
    entries: dict[str, Entry] = {}
    families: list[Family] = []
    for type_name in TABLES:
        for row in rows(f"{type_name}.tsv", texts[type_name]):
            entry = _entry(type_name, row)
            if type_name == "ModelFamily":
                family = _family(entry, row)
                families.append(family)
                for made in (*_bare(family), *_versions(family)):
                    entries.setdefault(made.id, made)
            else:
                entries[entry.id] = entry
    pairs = rows("do_not_merge.tsv", texts["do_not_merge"])
    digest = hashlib.sha256("\0".join(texts.values()).encode())
    return Tables(
        entries,
        tuple(families),
        tuple((row["one"], row["other"]) for row in pairs),
        digest.hexdigest()[:16],
    )


def rows(name: str, text: str) -> Iterator[dict[str, str]]:
    r"""Yield the rows of a table as dicts by column name.

    >>> list(rows("t.tsv", "id\tlabel\nlora\tLoRA\n"))
    [{'id': 'lora', 'label': 'LoRA'}]
    """
    lines = text.splitlines()
    header = lines[0].split("\t")
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if len(cells) != len(header):
            reason = f"{len(cells)} cells where {len(header)} are expected: mend the tabs"
            raise LexiconError(name, number, reason)
        yield dict(zip(header, cells, strict=True))


def table_text(name: str) -> str:
    """Return a table as it lies in the package: ``Method``, ``do_not_merge``."""
    return (files("kg.lexicon") / f"{name}.tsv").read_text(encoding="utf-8")


def _entry(type_name: str, row: dict[str, str]) -> Entry:
    """Make an entry; the marks of `MARKS` before an alias give it a condition of its own."""
    aliases, marked = [], []
    for cell in split(row["aliases"]):
        alias = cell.lstrip("".join(MARKS))
        aliases.append(alias)
        if cell != alias:
            marked.append((alias, MARKS[cell[0]]))
    return Entry(
        id=f"{NAMESPACES[type_name]}/{row['id']}",
        type=type_name,
        label=row["label"],
        aliases=tuple(aliases),
        named=row["named"] == "yes",
        parent=parent_id(type_name, row["parent"]),
        ambiguous=row["context"],
        unit=row["unit"],
        direction=row["direction"],
        url=row["url"],
        source=row["source"],
        marked=tuple(marked),
    )


def split(cell: str) -> list[str]:
    """Split a cell at its bars.

    >>> split("LLaMA|Llama"), split("")
    (['LLaMA', 'Llama'], [])
    """
    return cell.split("|") if cell else []


def parent_id(type_name: str, cell: str) -> str:
    """Return the entity id a parent cell means: same type, but the family of a model.

    >>> parent_id("Method", "peft"), parent_id("Model", "gpt-4"), parent_id("Task", "")
    ('method/peft', 'family/gpt-4', '')
    """
    if not cell or "/" in cell:
        return cell
    return f"{NAMESPACES['ModelFamily' if type_name == 'Model' else type_name]}/{cell}"


def _family(entry: Entry, row: dict[str, str]) -> Family:
    return Family(
        entry=entry,
        organisation=row["organisation"],
        join=JOINS[row["join"]],
        label_join=JOINS[row["label_join"]],
        first=row["first"],
        versions=tuple(split(row["versions"])),
        sizes=tuple(split(row["sizes"])),
        variants=tuple(split(row["variants"])),
        bare=row["bare"],
        release=row["release"],
    )


def _bare(family: Family) -> Iterator[Entry]:
    """Yield the family and, where its name alone is one model, the model that has the name."""
    entry = family.entry
    if family.bare == "model":
        yield replace(entry, ambiguous="never", marked=())
        model = f"model/{entry.id.partition('/')[2]}"
        yield replace(entry, id=model, type="Model", parent=entry.id)
    else:
        yield entry


def _versions(family: Family) -> Iterator[Entry]:
    """Yield the entries of a family's versions, which need no rows of their own.

    Where a version is one model (GPT-4), the model has the name, and the family of that name, which
    holds GPT-4o too, is only looked up; so is the first version, which nobody writes out.
    """
    base, is_model = family.entry, family.release == "model"
    for version in filter(None, dict.fromkeys((family.first, *family.versions))):
        label = family.version_label(version)
        made = Entry(
            id=f"family/{segment(label)}",
            type="ModelFamily",
            label=label,
            aliases=tuple(f"{alias}{family.label_join}{version}" for alias in base.aliases),
            parent=base.id,
            ambiguous="never" if is_model or version == family.first else "",
            source=base.source,
        )
        yield made
        if is_model:
            name = f"{base.label}{family.join}{version}"
            name = name.replace(" ", "-") if family.join == "-" else name
            model = replace(made, type="Model", label=name, parent=made.id, ambiguous="")
            yield replace(model, id=f"model/{segment(name)}")
