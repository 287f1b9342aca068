"""What holds of the results of any text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.mentions import Found, find_mentions
from kg.results import find_results, with_measured
from kg.text import read

_WORDS = st.sampled_from(
    "3% 4.5 12 +2.1% 1.2-1.4x (69 -> 81) 7.8%/5.3% from to by of on and , ; ( ) improves accuracy"
    " GSM8K MMLU LoRA Llama-2-7B than over 2x faster vs. while reducing latency respectively . We"
    " 1/200 doubles $5 \\times — ∞ ⟦A⟧ ⟧ 5-shot".split()
)
_TEXTS = st.one_of(st.text(max_size=200), st.lists(_WORDS, max_size=60).map(" ".join))


@settings(max_examples=150, deadline=None)
@given(_TEXTS, _TEXTS)
def test_the_evidence_lies_in_the_text(title: str, abstract: str) -> None:
    reading = read(title, abstract)
    found = find_mentions(reading)
    found = with_measured(reading, found)
    for result in find_results(reading, found):
        for place in result.evidence:
            text = title if place.field == "title" else abstract
            assert 0 <= place.start < place.end <= len(text)
        # The number stands in one of them: what repeats it may write it in another way.
        passages = (
            (title if place.field == "title" else abstract)[place.start : place.end]
            for place in result.evidence
        )
        assert any(result.raw in passage for passage in passages)


@settings(max_examples=50, deadline=None)
@given(_TEXTS)
def test_reading_twice_reads_the_same(abstract: str) -> None:
    reading = read("", abstract)
    found = find_mentions(reading)
    assert find_results(reading, found) == find_results(reading, found)


@pytest.mark.parametrize(
    "text",
    ["3% " * 10_000, "GSM8K by 3%, " * 5_000, "We improve GSM8K by 3%. " * 2_000, "(" * 5_000],
    ids=["numbers", "list", "sentences", "brackets"],
)
def test_odd_texts_take_linear_time(text: str) -> None:
    reading = read("A title", text)
    found = find_mentions(reading)
    started = time.process_time()
    find_results(reading, with_measured(reading, found))
    assert time.process_time() - started < 4


def _start(found: Found) -> int:
    return found.start
