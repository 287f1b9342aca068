"""The curated tables keep their rules; each message says how to mend what breaks one."""

import re
from collections import Counter
from itertools import pairwise

import pytest

from kg.errors import LexiconError
from kg.ids import NAMESPACES, name_key
from kg.lexicon import load
from kg.lexicon.spellings import any_case, variants
from kg.lexicon.tables import (
    COLUMNS,
    FAMILY_COLUMNS,
    JOINS,
    MARKS,
    TABLES,
    parent_id,
    rows,
    split,
    table_text,
)

CONDITIONS = ("", "case", "context", "defined", "never")
SOURCES = frozenset(
    (
        "clef-sota", "corpus", "ecosystem-graphs", "field", "helm", "hf-evaluate",
        "lm-eval", "opencompass", "papers-with-code", "scirex", "sota-extractor", "timm",
        "transformers",
    )
)  # fmt: skip


def table_rows(table):
    return list(rows(f"{table}.tsv", table_text(table)))


def names(row):
    return [row["label"], *(alias.lstrip("".join(MARKS)) for alias in split(row["aliases"]))]


@pytest.mark.parametrize("table", TABLES)
def test_header_is_the_documented_one(table):
    family = FAMILY_COLUMNS if table == "ModelFamily" else ()
    assert table_text(table).splitlines()[0].split("\t") == [*COLUMNS, *family, "url", "source"]


@pytest.mark.parametrize("table", TABLES)
def test_rows_are_sorted_by_a_unique_id(table):
    ids = [row["id"] for row in table_rows(table)]
    wrong = [b for a, b in pairwise(ids) if a >= b]
    assert not wrong, f"{table}.tsv: move {wrong} to their alphabetical places, or drop doubles"


@pytest.mark.parametrize("table", TABLES)
def test_ids_are_one_segment_in_small_letters(table):
    wrong = [r["id"] for r in table_rows(table) if not re.fullmatch(r"[a-z0-9._-]+", r["id"])]
    assert not wrong, f"{table}.tsv: write {wrong} with a-z, 0-9, dot, underscore and hyphen only"


@pytest.mark.parametrize("table", TABLES)
def test_cells_hold_no_stray_blanks(table):
    wrong = [r["id"] for r in table_rows(table) if any(c != c.strip() for c in r.values())]
    assert not wrong, f"{table}.tsv: take the blanks off the ends of the cells of {wrong}"


@pytest.mark.parametrize("table", TABLES)
def test_flags_are_known_words(table):
    wrong = [
        row["id"]
        for row in table_rows(table)
        if row["named"] not in ("yes", "no") or row["context"] not in CONDITIONS
    ]
    assert not wrong, f"{table}.tsv: named is yes or no, context one of {CONDITIONS}: {wrong}"


@pytest.mark.parametrize("table", TABLES)
def test_each_row_names_its_source(table):
    wrong = [row["id"] for row in table_rows(table) if row["source"] not in SOURCES]
    assert not wrong, f"{table}.tsv: give {wrong} a source of docs/lexicon.md"


@pytest.mark.parametrize("table", TABLES)
def test_parents_are_entries(table):
    known = load().entries
    wrong = [
        (row["id"], row["parent"])
        for row in table_rows(table)
        if (parent := parent_id(table, row["parent"])) and parent not in known
    ]
    assert not wrong, f"{table}.tsv: add rows for these parents or mend the cells: {wrong}"


def test_parents_form_no_circle():
    entries = load().entries
    for entry in entries.values():
        seen = [entry.id]
        while parent := entries[seen[-1]].parent:
            assert parent not in seen, f"{entry.id}: the parents {seen} run in a circle"
            seen.append(parent)


@pytest.mark.parametrize("table", TABLES)
def test_no_name_is_claimed_twice_in_a_table(table):
    claims = Counter(
        (name_key(name), any_case(name) or name)
        for row in table_rows(table)
        if row["context"] != "never"
        for name in {name_key(n): n for n in names(row)}.values()
    )
    twice = [key for key, count in claims.items() if count > 1]
    assert not twice, f"{table}.tsv: leave each of {twice} to one row, or merge the rows"


def spelled(entry):
    """Yield what the matcher compares: folded spelling, exact or not, and the condition."""
    for name, condition in entry.conditions.items():
        free = condition != "case" and any_case(name)
        for variant in variants(name):
            yield (free, variant.lower() if free else variant), condition


def test_a_name_of_two_types_needs_context_for_both():
    claims: dict[str, dict[str, str]] = {}
    for entry in load().entries.values():
        for spelling, condition in spelled(entry):
            if condition != "never":
                claims.setdefault(spelling, {})[entry.id] = condition
    clashes = {
        spelling: claim
        for spelling, claim in claims.items()
        if len(claim) > 1 and not set(claim.values()) <= {"context", "defined"}
    }
    assert not clashes, f"mark these rows `context`, or the alias with `?`: {clashes}"


@pytest.mark.parametrize("table", TABLES)
def test_common_nouns_have_small_letters(table):
    wrong = [
        row["label"]
        for row in table_rows(table)
        if row["named"] == "no" and row["label"][0].isupper() and row["label"][1:2].islower()
    ]
    assert not wrong, f"{table}.tsv: named is yes for a proper name, else write it small: {wrong}"


def test_metrics_have_a_known_direction():
    wrong = [
        row["id"] for row in table_rows("Metric") if row["direction"] not in ("", "higher", "lower")
    ]
    assert not wrong, f"Metric.tsv: direction is higher, lower or empty: {wrong}"


def test_only_metrics_have_unit_and_direction():
    wrong = [
        (table, row["id"])
        for table in TABLES
        if table != "Metric"
        for row in table_rows(table)
        if row["unit"] or row["direction"]
    ]
    assert not wrong, f"empty the cells unit and direction of {wrong}"


def test_families_have_known_joins_and_hints():
    wrong = [
        row["id"]
        for row in table_rows("ModelFamily")
        if row["join"] not in JOINS
        or row["label_join"] not in JOINS
        or {row["bare"], row["release"]} - {"family", "model"}
    ]
    assert not wrong, f"ModelFamily.tsv: joins {sorted(JOINS)}, hints family or model: {wrong}"


def test_do_not_merge_pairs_are_sorted_and_name_known_things():
    pairs = [(row["one"], row["other"]) for row in table_rows("do_not_merge")]
    order = [(one.lower(), one, other) for one, other in pairs]
    assert order == sorted(set(order)), "do_not_merge.tsv: sort the rows and drop doubles"
    known = {name_key(n) for entry in load().entries.values() for n in entry.conditions}
    spelled_out = re.compile(r"-\d+(\.\d+)?B\b")  # by the model-name grammar, from its size
    unknown = [
        pair
        for pair in pairs
        if not any(name_key(name) in known or spelled_out.search(name) for name in pair)
    ]
    assert not unknown, f"do_not_merge.tsv: one name of each pair is an entry's: {unknown}"


def test_there_are_enough_names():
    assert sum(len(table_rows(table)) for table in TABLES) > 10_000


def test_every_entry_has_its_types_namespace():
    assert all(
        entry.id.startswith(f"{NAMESPACES[entry.type]}/") for entry in load().entries.values()
    )


def test_a_row_with_a_missing_tab_says_where():
    with pytest.raises(LexiconError, match=r"t\.tsv:2: 1 cells where 2 are expected"):
        list(rows("t.tsv", "id\tlabel\nlora\n"))


#: Numbers of languages, classes or joints, sizes, dates and first versions: none is another thing.
NO_VERSIONS = frozenset(
    {
        "ARC-AGI-1",
        "Arena-Hard v0.1",
        "Atari 2600",
        "CDnet 2012",
        "CDnet 2014",
        "Counter-Strike 2",
        "DeepSeek-V3-0324",
        "FinCausal-2020",
        "GOT-OCR2.0",
        "ImageNet-256",
        "ImageNet-512",
        "KITTI Scene Flow 2015",
        "NARMA10",
        "NASDAQ 100",
        "NLLB-200",
        "OntoNotes 5.0",
        "OpenEvents V1",
        "OpenHRP3",
        "OpenSubtitles2018",
        "SIMMC 2.0",
        "ScanNetV2",
        "Temple-Color-128",
        "TimeGPT-1",
        "VisDA-2017",
        "mBART-25",
        "mBART-50",
    }
)


@pytest.mark.parametrize("table", ["ModelFamily", "Model", "Benchmark", "Dataset"])
def test_no_version_is_an_alias_of_another(table: str):
    for row in rows(f"{table}.tsv", table_text(table)):
        numbered = re.compile(rf"{re.escape(row['label'])}[- ]?[vV]?\d+(?:\.\d+)?")
        aliases = {alias.lstrip("=?!") for alias in row["aliases"].split("|")}
        wrong = set(filter(numbered.fullmatch, aliases)) - NO_VERSIONS
        assert not wrong, f"{row['id']}: {wrong} needs a row of its own"


#: What else is spelled with such a word, and is no other thing.
SAME = frozenset(
    {
        *("Instruct-BLIP", "Chat-GPT", "DeiT-Tiny", "ViT-Base/16", "ViT-Small", "small NORB"),
        *("Stable Diffusion XL", "SD-XL", "BIG-Bench Hard", "BIG-bench-hard", "Tiny Time Mixers"),
        *("Music Understanding Model with Large-Scale Self-Supervised Training",),
        "Gemini 2.5 Flash Image",
    }
)
_SIZE_WORD = re.compile(
    r"(?<![a-z])(?:pro|max|ultra|turbo|lite|mini|plus|flash|large|small|base|tiny|nano|xl|hard"
    r"|verified|instruct|chat)(?![a-z])",
    re.IGNORECASE,
)


@pytest.mark.parametrize("table", ["ModelFamily", "Model", "Benchmark", "Dataset"])
def test_no_other_size_is_an_alias(table: str):
    for row in rows(f"{table}.tsv", table_text(table)):
        said = set(map(str.lower, _SIZE_WORD.findall(row["label"])))
        aliases = {alias.lstrip("=?!") for alias in row["aliases"].split("|")} - SAME
        wrong = [a for a in aliases if not said.issuperset(map(str.lower, _SIZE_WORD.findall(a)))]
        assert not wrong, f"{row['id']}: {wrong} need rows of their own"
