"""Tokens put together again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluation.gold.tokens import join

marks = st.sampled_from("1 2 . , - / ( ) % `` '' -LRB- -RRB- 's [ ] $ and VGG  ".split(" "))


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("VGG - 1 6 and ResNet - 1 0 1 .", "VGG-16 and ResNet-101."),
        ("a 4 2 . 2 % AP", "a 42.2% AP"),
        ("1 , 0 0 0 images , 7 , 186 classes", "1,000 images, 7,186 classes"),
        ("1 , 2 and 3", "1, 2 and 3"),
        ("-LRB- NAM -RRB- `` so ''", '(NAM) "so"'),
        ("the network 's size", "the network's size"),
        ("SP 1 and SP 2", "SP 1 and SP 2"),
        ("BERT/T5 [ 3 ] , F1 / AP", "BERT/T5 [3], F1/AP"),
        ("", ""),
    ],
)
def test_natural_spelling(tokens, text):
    assert join(tokens.split()).text == text


@given(st.lists(marks))
def test_each_token_stands_at_its_place(tokens):
    joined = join(tokens)
    ends = [0, *joined.ends]
    for place, token in enumerate(tokens):
        start, end = joined.span(place, place)
        assert ends[place] <= start <= end <= len(joined.text)
        assert end - start == len(token.strip()) or token.startswith(("-", "`", "'"))
