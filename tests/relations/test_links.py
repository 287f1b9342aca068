"""Web addresses in a text."""

import pytest

from kg.relations import find_links
from kg.text import read


def links(text: str) -> list[tuple[str, str]]:
    return [(item.kind, item.url) for item in find_links(read("A title", text))]


@pytest.mark.parametrize(
    ("text", "kind", "url"),
    [
        ("Code: https://github.com/zorb/fold.", "code", "https://github.com/zorb/fold"),
        ("Code (github.com/zorb/fold).", "code", "https://github.com/zorb/fold"),
        ("The data set is at https://github.com/zorb/data", "data", "https://github.com/zorb/data"),
        ("See https://zorb.github.io/fold/", "project", "https://zorb.github.io/fold/"),
        ("https://huggingface.co/zorb/fold-7b", "model", "https://huggingface.co/zorb/fold-7b"),
        (
            "https://huggingface.co/datasets/zorb/set",
            "data",
            "https://huggingface.co/datasets/zorb/set",
        ),
        (
            "A demo runs at https://huggingface.co/spaces/zorb/fold",
            "project",
            "https://huggingface.co/spaces/zorb/fold",
        ),
        ("Project page: https://zorb.example/fold", "project", "https://zorb.example/fold"),
        ("The corpus: https://zorb.example/set", "data", "https://zorb.example/set"),
        ("More at https://zorb.example", "project", "https://zorb.example"),
        ("(see https://zorb.example/a_(b)).", "project", "https://zorb.example/a_(b)"),
        ("\\url{https://github.com/zorb/fold}", "code", "https://github.com/zorb/fold"),
    ],
)
def test_an_address_is_read_with_its_kind(text: str, kind: str, url: str) -> None:
    assert links(text) == [(kind, url)]


@pytest.mark.parametrize("text", ["http://", "https://.", "a github.community event", "no link"])
def test_what_is_no_address_is_left(text: str) -> None:
    assert links(text) == []
