"""What every format holds to; a new one needs NAME.* and NAME.broken.* in tests/data/evaluation."""

import gzip

import pytest

from kg.errors import DataError
from kg.evaluation.gold import GOLD_FORMATS, SpanSet, read_gold
from kg.evaluation.gold.lines import read_lines


@pytest.fixture
def sample(samples, name):
    [path] = [path for path in samples.glob(f"{name}.*") if ".broken." not in path.name]
    return path


@pytest.fixture
def broken(samples, name):
    [path] = samples.glob(f"{name}.broken.*")
    return path


each_format = pytest.mark.parametrize("name", GOLD_FORMATS)


@each_format
def test_registry_knows_a_format_by_its_own_name(name):
    found = GOLD_FORMATS[name]
    assert (found.name, bool(found.description), bool(found.expects)) == (name, True, True)


@each_format
def test_only_its_own_format_recognises_a_sample(name, sample):
    first = read_lines(sample)[0]
    assert [key for key, found in GOLD_FORMATS.items() if found.recognises(first)] == [name]


@each_format
def test_papers_have_ids_of_their_own(name, sample):
    papers = read_gold(sample).papers
    assert len({paper.id for paper in papers}) == len(papers) >= 2


@each_format
def test_naming_the_format_reads_the_same(name, sample):
    assert read_gold(sample, name) == read_gold(sample)


@each_format
def test_gzipped_file_with_line_ends_of_windows_reads_the_same(name, sample, tmp_path):
    packed = tmp_path / "packed"
    packed.write_bytes(gzip.compress(sample.read_bytes().replace(b"\n", b"\r\n")))
    assert read_gold(packed) == read_gold(sample)


def test_paper_that_stands_twice_is_refused(tmp_path):
    record = '{"title": "%s", "entities": []}\n'
    gold = tmp_path / "gold.jsonl"
    gold.write_text(record % "A Title" + "\n" + record % "a title", encoding="utf-8")
    with pytest.raises(DataError, match=r"gold\.jsonl:3: 'a title' is the title of line 1 too"):
        read_gold(gold)


def test_paper_that_stands_twice_on_one_line_is_refused(tmp_path):
    record = '{"title": "A Title", "entities": []}'
    gold = tmp_path / "gold.json"
    gold.write_text(f"[{record}, {record}]", encoding="utf-8")
    with pytest.raises(DataError, match=r"gold\.json:1: 'A Title' .* keep one of them"):
        read_gold(gold)


def test_misspelt_slot_is_named_with_its_line(tmp_path):
    gold = tmp_path / "gold.jsonl"
    lines = '{"title": "A", "entities": []}\n{"title": "B", "entities": [], "introducess": ["C"]}'
    gold.write_text(lines, encoding="utf-8")
    with pytest.raises(DataError, match=r"gold\.jsonl:2: introducess: .* mean introduces\?"):
        read_gold(gold)


@each_format
def test_bad_line_is_named_with_what_is_expected(name, broken):
    with pytest.raises(DataError) as caught:
        read_gold(broken)
    last = sum(1 for line in broken.read_text(encoding="utf-8").split("\n") if len(line) > 1)
    assert caught.value.line == last + (name == "records")
    assert GOLD_FORMATS[name].expects in str(caught.value)


@pytest.mark.parametrize("name", ["scier", "scierc", "tdmsci"])
def test_spans_lie_in_their_text_and_hold_no_outer_space(sample):
    gold = read_gold(sample)
    assert isinstance(gold, SpanSet)
    for paper in gold.papers:
        for span in paper.spans:
            written = paper.text[span.start : span.end]
            assert written
            assert written == written.strip()


@pytest.mark.parametrize("content", ["", "[]", "title\tyear\nA\t1\n", '{"a": 1}\n', "[1, 2", "{"])
def test_other_file_is_refused(tmp_path, content):
    path = tmp_path / "gold"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match="gold"):
        read_gold(path)


def test_message_lists_the_formats(tmp_path):
    path = tmp_path / "gold"
    path.write_text("title\n", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read_gold(path)
    assert all(name in str(caught.value) for name in GOLD_FORMATS)


def texts(gold):
    assert isinstance(gold, SpanSet)
    return {
        paper.id: (paper.text, {(paper.text[s.start : s.end], s.type) for s in paper.spans})
        for paper in gold.papers
    }


def test_scier_sentences_of_one_document_are_one_text(samples):
    found = texts(read_gold(samples / "scier.jsonl"))
    assert found["1"][0].startswith("We propose ZorbNet, a way of pruning VGG-16. It is")
    assert ("VGG-16", "Method") in found["1"][1]
    assert found["2"][0] == "BERT and T5 do well on SQuAD (81.5%). LoRA does not."
    assert ("LoRA", "Method") in found["2"][1]


def test_scierc_brackets_are_written_out(samples):
    text, spans = texts(read_gold(samples / "scierc.jsonl"))["A_1"]
    assert text.startswith("We study machine translation (MT).")
    assert {("MT", "Task"), ("BLEU", "Metric"), ("lattice", "OtherScientificTerm")} <= spans


def test_tdmsci_offsets_tell_where_spaces_are(samples):
    text, spans = next(iter(texts(read_gold(samples / "tdmsci.conll")).values()))
    assert text == "We report F1 on SQuAD 2.0, a question-answering set."
    expected = {("F1", "Metric"), ("SQuAD 2.0", "Dataset"), ("question-answering", "Task")}
    assert spans == expected


def test_leaderboard_leaves_out_papers_without_rows(samples):
    papers = read_gold(samples / "leaderboard.jsonl").papers
    assert [paper.id for paper in papers] == ["L1", "L3"]
