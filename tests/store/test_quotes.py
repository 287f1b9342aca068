import pytest

from kg.model import Evidence
from kg.store import quote


@pytest.mark.parametrize(
    ("field", "start", "end", "expected"),
    [
        ("title", 0, 6, "FooNet"),
        ("abstract", 30, 39, "LLaMA2-7B"),
        ("authors", 1, 2, "B. Babbage"),
        ("links", 0, 1, "https://github.com/foo/net"),
        ("listings", 0, 1, "Daily, 2024-01-03"),
    ],
)
def test_a_quote_is_what_stands_there(graph, field, start, end, expected):
    document = graph.documents[0]
    assert quote(document, Evidence(document.id, field, start, end, "rule")) == expected
