"""What all recognisers together make of a text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.mentions import RECOGNISERS, find_mentions
from kg.text import read

words = st.sampled_from(
    "we introduce LoRA , QLoRA on GSM8K and MATH . Llama-2 ( 7B 13B ) ZorbNet : a benchmark"
    " 3.9times (MATH) GPT-4 arc \\eg “x” Vicuna-Bench https://github.com/a/b".split()
)
texts = st.lists(st.one_of(words, st.text(max_size=4))).map(" ".join)


@given(texts, texts)
def test_mentions_do_not_overlap_and_lie_in_the_text(title: str, abstract: str) -> None:
    reading = read(title, abstract)
    spans = sorted({(item.start, item.end) for item in find_mentions(reading)})
    assert all(0 <= start < end <= len(reading.text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@given(texts)
def test_a_text_is_read_the_same_twice(abstract: str) -> None:
    assert find_mentions(read("T", abstract)) == find_mentions(read("T", abstract))


def test_a_benchmark_in_small_letters_is_read_in_a_list() -> None:
    found = find_mentions(read("", "We test on Winogrande, Hellaswag, arc, boolq and piqa."))
    assert {"ARC", "BoolQ", "PIQA"} <= {item.name.label for item in found}


def test_math_the_subject_is_no_benchmark() -> None:
    found = find_mentions(read("", "We teach math to children. Math is hard."))
    assert "MATH" not in {item.name.label for item in found}


def test_a_metric_with_an_at_sign_is_no_mail_address() -> None:
    text = "We report pass@1 and write to zorb@example.org about it."
    assert [item.name.label for item in find_mentions(read("", text))] == ["pass@1"]


@pytest.mark.parametrize(
    ("recognisers", "names"),
    [
        (("lexicon",), ["LoRA"]),
        (("lexicon", "model-name"), ["LoRA", "Llama-2-7B"]),
        (RECOGNISERS, ["ZorbNet", "LoRA", "Llama-2-7B"]),
    ],
)
def test_recognisers_can_be_left_out(recognisers: tuple[str, ...], names: list[str]) -> None:
    reading = read("", "We propose ZorbNet, and compare it with LoRA on Llama2-7B.")
    found = find_mentions(reading, recognisers=recognisers)
    assert [item.name.label for item in found] == names
