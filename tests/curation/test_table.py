from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from kg.curation import Act, add, curation_path, read, remove
from kg.errors import CurationError

MERGE = Act("merge", ("method/foo", "method/foonet"), "ada", "2024-08-02T10:00:00Z", "the same")
SPLIT = Act("split", ("method/foo", "", "paper/2401.00001"))


@pytest.fixture
def path(tmp_path):
    return curation_path(tmp_path / "kg.sqlite")


def test_stores_beside_each_other_have_a_file_each(tmp_path):
    stores = [tmp_path / name for name in ("kg", "kg.db", "kg.sqlite")]
    assert len({curation_path(store) for store in stores}) == len(stores)


def test_a_name_may_begin_with_the_sign_of_comments(path):
    add(path, replace(MERGE, who="#ada", when=""))
    (act,) = read(path)
    assert act.who == "#ada"


def test_no_file_has_no_acts(path):
    assert read(path) == ()


def test_what_is_added_is_read_again(path):
    for act in (MERGE, SPLIT):
        add(path, act)
    first, second = read(path)
    assert (first.verb, first.arguments, first.who, first.when, first.note) == (
        (MERGE.verb, MERGE.arguments, MERGE.who, MERGE.when, MERGE.note)
    )
    assert second.arguments == SPLIT.arguments


def test_writers_wait_for_each_other(path):
    acts = [Act("alias", ("method/foo", "add", f"Foo {number}")) for number in range(8)]
    with ThreadPoolExecutor(len(acts)) as pool:
        list(pool.map(add, [path] * len(acts), acts))
    assert {act.arguments for act in read(path)} == {act.arguments for act in acts}


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CurationError, match="cannot be written"):
        add(tmp_path / "absent" / "kg.curation.tsv", MERGE)


def test_the_file_says_what_it_is(path):
    add(path, MERGE)
    assert path.read_text(encoding="utf-8").startswith("# What people decided")


def test_taking_an_act_out_leaves_the_other_lines(path):
    add(path, MERGE)
    before = path.read_text(encoding="utf-8")
    add(path, SPLIT)
    assert [act.verb for act in remove(path, 2)] == ["split"]
    assert path.read_text(encoding="utf-8") == before


SAID = ("paper/2401.00001", "usesMethod", "method/b")
FOLLOWS = ("method/a", "usesMethod", "method/b")
THEN = "2024-08-02T10:00:00Z"


@pytest.mark.parametrize(
    "acts",
    [
        [Act("reject", SAID, "ada", THEN), Act("reject", FOLLOWS, "ada", "2024-08-02T10:00:01Z")],
        [Act("reject", SAID, "ada", THEN), Act("reject", FOLLOWS, "bob", THEN)],
        [Act("reject", SAID), Act("reject", FOLLOWS)],
        [Act("reject", FOLLOWS, "ada", THEN), Act("reject", SAID, "ada", THEN)],
        [Act("accept", SAID, "ada", THEN), Act("reject", FOLLOWS, "ada", THEN)],
        [Act("reject", SAID, "ada", THEN), Act("reject", (*FOLLOWS[:2], "method/c"), "ada", THEN)],
        [Act("retype", ("method/a", "Model"), "ada", THEN), Act("reject", FOLLOWS, "ada", THEN)],
    ],
)
def test_what_two_commands_wrote_is_taken_out_apart(path, acts):
    add(path, *acts)
    assert len(remove(path, 1)) == 1
    assert len(read(path)) == 1


def test_there_is_no_act_to_take_out(path):
    with pytest.raises(CurationError, match="there is no act 1; there are none"):
        remove(path, 1)


def test_comments_blank_lines_and_lacking_cells_are_passed_over(path):
    path.write_text("# mine\n\n2024\tada\tretype\tmethod/foo\tModel\r\n", encoding="utf-8-sig")
    (act,) = read(path)
    assert (act.line, act.arguments) == (3, ("method/foo", "Model"))


@pytest.mark.parametrize("when", ["", "2024", "2024-08", "2024-08-02", "2024-08-02T10:00:00Z"])
def test_a_time_may_be_short_or_left_out(path, when):
    path.write_text(f"{when}\tada\tretype\tmethod/foo\tModel\n", encoding="utf-8")
    assert read(path)[0].when == when


def test_tabs_and_lines_in_a_note_become_spaces(path):
    add(path, Act("retype", ("method/foo", "Model"), note="a\tb\nc"))
    assert read(path)[0].note == "a b c"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("2024\tada\tmerg\tmethod/a\tmethod/b", "'merg' is no act; did you mean merge?"),
        ("2024\tada\tmerge\tmethod/a", "merge takes entity, entity; 1 given"),
        ("2024\tada\tmerge\tFoo Net\tmethod/b", "'Foo Net' is no id"),
        ("2024\tada\tretype\tmethod/a\tModl", "'Modl' is no type"),
        ("2024\tada\treject\tmethod/a\tuses\tmethod/b", "'uses' is no relation"),
        ("2024\tada\talias\tmethod/a\tgive\tFoo", "'give' is no change of an alias"),
        ("2024\tada\talias\tmethod/a\tFoo", "alias takes entity, add or remove, name; 2 given"),
        ("not-a-date\tada\tretype\tmethod/a\tModel", "'not-a-date' is no time; write 2024-08-02"),
        ("2024-02-30\tada\tretype\tmethod/a\tModel", "'2024-02-30' is no time"),
        ("2024\tada\tsplit\tmethod/a", "split takes entity, name, paper; 1 given"),
        ("2024\tada\tmerge\tpaper/a\tmethod/b", "a Paper goes with a Paper only"),
        ("2024\tada\tmerge\tmodel/a\tauthor/b", "an Author goes with an Author only"),
        ("2024\tada\tdo-not-merge\tlisting/a\tpage/b", "a Listing goes with a Listing only"),
        ("2024\tada\tretype\tauthor/a\tModel", "author/a is an Author"),
        ("2024\tada\tretype\trepo/a\tDataset", "repo/a is a CodeRepository"),
        ("2024\tada\tsplit\tpage/a\tA", "page/a is a WebPage"),
        (
            "2024\tada\taccept\tpaper/a\thasResult\tresult/x",
            "'result/x' names no result; write the",
        ),
        ("2024\tada\tmerge\tmethod/b\tmethod/b", "is one thing already"),
        ("2024\tada\tretype\tpaper/a\tModel", "paper/a is a Paper"),
        ("2024\tada\talias\tmethod/a\tadd\tFo\0o", "'Fo\\x00o' has the character U+0000"),
        ("2024\tada\talias\tmethod/a\tadd\tFo\x1bo", "has the character U+001B"),
        ("2024\tada\tsplit\tmethod/a\tFo\x85o", "has the character U+0085"),
        ("2024\tad\x1ba\tretype\tmethod/a\tModel", "has the character U+001B"),
        ("2024\tada\talias\tmethod/a\tadd\t" + 201 * "x", "a name of 201 characters"),
        ("2024  ada  merge  method/a  method/b", "no tab; a line is seven cells with tabs between"),
        ("2024\tada merge", "2 cells; a line is seven cells with tabs between: when, who, act"),
        ("\t" * 9, "10 cells; a line is seven cells"),
        (
            "2024\tada\tretype\tmethod/a\tModel\tsecond thought",
            "retype takes entity, type; 3 given; leave its other cells empty, a note stands in the",
        ),
    ],
)
def test_a_wrong_line_is_named(path, line, reason):
    path.write_text(f"# header\n{line}x\n" if not line.strip() else f"# header\n{line}\n")
    with pytest.raises(CurationError) as error:
        read(path)
    assert error.value.line == 2
    assert reason in error.value.reason


def test_bytes_that_are_no_text_are_named(path):
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(CurationError, match="is not UTF-8"):
        read(path)


@pytest.mark.parametrize("verbs", [("merge", "do-not-merge"), ("do-not-merge", "merge")])
def test_what_speaks_against_an_earlier_act_is_not_written(path, verbs):
    first, second = (Act(verb, ("method/a", "method/b")) for verb in verbs)
    add(path, first)
    with pytest.raises(CurationError, match="undo that first"):
        add(path, second)
    assert len(read(path)) == 1


def test_merges_in_a_row_cannot_go_round_what_is_kept_apart(path):
    lines = ["do-not-merge\tmethod/a\tmethod/c", "merge\tmethod/a\tmethod/b"]
    lines += ["merge\tmethod/b\tmethod/c"]
    path.write_text("".join(f"2024\tada\t{line}\n" for line in lines))
    with pytest.raises(CurationError, match=r"goes against 'do-not-merge .* of line 1") as error:
        read(path)
    assert error.value.line == 3


def test_acts_are_written_all_or_none(path):
    add(path, SPLIT, MERGE)
    before = path.read_bytes()
    with pytest.raises(CurationError):
        add(path, Act("retype", ("method/bar", "Model")), MERGE)
    with pytest.raises(CurationError):
        add(path, Act("retype", ("method/bar", "Model")), Act("retype", ("method/bar", "Modl")))
    assert (len(read(path)), path.read_bytes()) == (2, before)


@pytest.mark.parametrize("name", ["Fo\x1bo", "Fo\0o", "Fo\ud800o", "x" * 100_000, " "])
def test_what_is_no_name_is_not_written(path, name):
    with pytest.raises(CurationError):
        add(path, Act("alias", ("method/foo", "add", name)))
    assert not path.exists()


def test_a_thing_is_merged_once(path):
    add(path, MERGE)
    with pytest.raises(CurationError, match="are merged already"):
        add(path, Act("merge", ("method/foonet", "method/foo")))
