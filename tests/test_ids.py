"""Keys of names, and ids of repositories by their addresses."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ids import name_key, repository_id

#: Falls away when a name is folded, and keeps it from the short way.
ACCENT = "\u0301"


@given(st.text(st.sampled_from(string.printable), min_size=1))
def test_a_plain_name_has_the_key_that_it_has_with_an_accent(name: str) -> None:
    assert name_key(name) == name_key(f"{name.strip()}{ACCENT}")


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://github.com/microsoft/LoRA#readme", "github--microsoft--lora"),
        ("https://github.com/microsoft/LoRA?tab=readme-ov-file", "github--microsoft--lora"),
        ("https://www.github.com/microsoft/LoRA.git/", "github--microsoft--lora"),
        ("https://github.com/microsoft/LoRA.git#readme", "github--microsoft--lora"),
        ("https://bitbucket.org/a/b/src/master/", "bitbucket.org--a--b"),
        ("https://codeberg.org/a/b/src/branch/main", "codeberg.org--a--b"),
        ("https://gitlab.com/grp/sub/one", "gitlab--grp--sub--one"),
        ("https://gitlab.com/grp/sub/two.git", "gitlab--grp--sub--two"),
        ("https://gitlab.inria.fr/grp/one/-/tree/main", "gitlab.inria.fr--grp--one"),
        ("https://anonymous.4open.science/r/one/README.md", "anonymous.4open.science--r--one"),
    ],
)
def test_addresses_within_a_repository_are_of_one_repository(url: str, name: str) -> None:
    assert repository_id(url) == f"repo/{name}"
