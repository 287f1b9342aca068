"""Metrics with the words that tell their kind."""

import pytest

from kg.mentions import find_mentions
from kg.results import with_measured
from kg.text import read


def metrics(text: str) -> list[str]:
    reading = read("", text)
    names = with_measured(reading, find_mentions(reading))
    return [item.name.label for item in names if item.name.type == "Metric"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("It has an OOD accuracy of 61%.", "OOD accuracy"),
        ("It cuts prefill latency by 3x.", "prefill latency"),
        ("It raises object recognition accuracy by 3%.", "object recognition accuracy"),
        ("We compare step success rates.", "step success rate"),
        ("It has the best detection accuracies.", "detection accuracy"),
        ("It cuts optimizer step latency by 3x.", "optimizer step latency"),
        ("It has memory construction throughput.", "memory construction throughput"),
        ("We report the top-40 retrieval accuracy.", "top-40 retrieval accuracy"),
        ("It lowers the attack success to 3%.", "attack success rate"),
        ("It raises human-rated labelling accuracy.", "labelling accuracy"),
        ("It has a 5-shot accuracy of 61%.", "accuracy"),
        ("It has a Row F1 of 61%.", "Row F1"),
        ("It has a zero-shot accuracy of 61%.", "accuracy"),
    ],
)
def test_what_tells_the_kind_of_a_metric_is_part_of_its_name(text: str, label: str) -> None:
    assert metrics(text) == [label]


@pytest.mark.parametrize(
    "word",
    [
        "high",
        "average",
        "improves",
        "overall",
        "the",
        "human-level",
        "an order-of-magnitude",
        "ten-fold",
    ],
)
def test_a_judgement_is_no_part_of_a_metric(word: str) -> None:
    assert metrics(f"It has {word} accuracy here.") == ["accuracy"]


def test_a_metric_with_its_abbreviation_keeps_its_name() -> None:
    assert metrics("The test success rate (SR) is 61%.") == ["success rate"] * 2


def test_a_name_before_a_metric_is_no_part_of_it() -> None:
    assert metrics("Its GSM8K accuracy is 61%.") == ["accuracy"]


def test_a_task_before_a_metric_stays_a_task() -> None:
    text = "We study optical character recognition (OCR). Its OCR accuracy is 61%."
    reading = read("", text)
    names = with_measured(reading, find_mentions(reading))
    labels = [(item.name.type, item.name.label) for item in names if item.start > 45]
    assert labels == [("Task", "OCR"), ("Metric", "OCR accuracy")]


def test_a_metric_alone_is_its_only_kind() -> None:
    assert metrics("Its defense success rate is 61%, a success rate never seen.") == [
        "defense success rate",
        "defense success rate",
    ]


def test_of_two_kinds_the_metric_alone_is_neither() -> None:
    text = "We report prefill latency and decoding latency. Its latency is low."
    assert metrics(text) == ["prefill latency", "decoding latency", "latency"]


def test_a_metric_before_another_is_no_kind_of_it() -> None:
    assert metrics("It gives a 12x throughput speedup.") == ["throughput", "speedup"]


def test_a_factor_in_words_is_no_kind_of_a_metric() -> None:
    assert metrics("It gives an order of magnitude speedup.") == ["speedup"]
