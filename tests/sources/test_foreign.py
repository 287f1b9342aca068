import pytest

from kg.errors import DataError
from kg.sources import SOURCES, recognise
from kg.sources.files import read_head
from kg.sources.foreign import foreign


@pytest.mark.parametrize(
    ("text", "name", "way"),
    [
        ('[{"title": "On Clocks"}]', "one JSON array", "jq -c"),
        ('[\n{"title": "On Clocks"},\n{"title": "On Maps"}\n]', "one JSON array", "jq -c"),
        (
            '{"papers": [{"title": "On Clocks"}]}',
            "one JSON object with a",
            "jq -c '.papers[]' FILE",
        ),
        (
            '{\n "total": 1,\n "data": [\n {"id": 1, "title": "On Clocks"',
            "one JSON object with a",
            "jq -c '.data[]' FILE",
        ),
        ("@article{a,\n title = {On Clocks}\n}", "BibTeX", "one JSON object a line"),
        ("% by hand\n@inproceedings{a,\n", "BibTeX", "one JSON object a line"),
        ("TY  - JOUR\nTI  - On Clocks\n", "RIS", "one JSON object a line"),
        ("id,title,abstract\n1,On Clocks,We\n", "a table", "one JSON object a line"),
        ("title\tabstract\nOn Clocks\tWe\n", "a table", "one JSON object a line"),
        ('"Title";"Year"\r\n', "a table", "one JSON object a line"),
        ('<?xml version="1.0"?><rss>', "XML", "one JSON object a line"),
        ("<!DOCTYPE html><html>", "HTML", "save the page as text"),
        ("%PDF-1.5\n", "a PDF", "not papers"),
        ("PK\x03\x04\x00", "a ZIP archive", "unpack it"),
    ],
)
def test_format_that_is_not_read_is_told_with_what_to_do(tmp_path, text, name, way):
    (tmp_path / "papers").write_bytes(text.encode())
    with pytest.raises(DataError) as caught:
        recognise(tmp_path / "papers")
    assert caught.value.reason.startswith(f"is {name}")
    assert way in caught.value.reason


@pytest.mark.parametrize("name", SOURCES)
def test_no_format_that_is_read_is_taken_for_a_foreign_one(samples, name):
    [sample] = [path for path in samples.glob(f"{name}.*") if ".broken." not in path.name]
    assert foreign(read_head(sample).text) == ""


def test_page_whose_first_title_has_brackets_is_a_page(read_text):
    [paper], _ = read_text("[Re] Clocks\n\nWe.\n\n  \u2022 2 authors\n\u00b7\nAug 2, 2024\n")
    assert paper.title == "[Re] Clocks"


@pytest.mark.parametrize("before", ["", '"title": "On Clocks", '])
def test_paper_with_a_list_is_no_list_of_papers(read_text, before):
    fields = '"results": [{"value": 3}], "title": "On Clocks", "items": [{"title": "A"}]'
    [paper], _ = read_text(f"{{{before}{fields}}}")
    assert paper.title == "On Clocks"
