"""Papers by year and field."""

import pytest

from kg.evaluation import FIELDS, PaperScore, Scored, field_of, grouped
from kg.model import Document, PartialDate


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Patients in Clinical Care", "medicine"),
        ("Robots that Grasp", "robotics"),
        ("Speech of Many Speakers", "speech"),
        ("Images and Videos", "vision"),
        ("Agents in a GUI", "agents"),
        ("Words, Folded", "language"),
    ],
)
def test_words_tell_a_field(title: str, field: str) -> None:
    assert field_of(title, "") == field


def test_one_word_tells_none() -> None:
    assert field_of("Words, Folded", "An image shows it.") == "language"


def test_papers_are_grouped_by_year() -> None:
    papers = [PaperScore(name, name, ()) for name in ("A", "B", "C")]
    documents = [
        Document("paper/1", "A", date=PartialDate(2024)),
        Document("paper/2", "B", date=PartialDate(2026)),
        Document("paper/3", "C"),
    ]
    found = grouped(Scored(papers), documents, "year")
    assert {name: [paper.id for paper in some.papers] for name, some in found.items()} == {
        "2024": ["A"],
        "2026": ["B"],
        "no date": ["C"],
    }


def test_every_field_has_words() -> None:
    assert all(FIELDS.values())
