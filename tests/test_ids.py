"""Keys of names: plain letters are folded by a shorter way, to the same key."""

import string

from hypothesis import given
from hypothesis import strategies as st

from kg.ids import name_key

#: Falls away when a name is folded, and keeps it from the short way.
ACCENT = "\u0301"


@given(st.text(st.sampled_from(string.printable), min_size=1))
def test_a_plain_name_has_the_key_that_it_has_with_an_accent(name: str) -> None:
    assert name_key(name) == name_key(f"{name.strip()}{ACCENT}")
