"""Lists that "respectively" shares out among numbers, also where not all names are known."""

import pytest

from kg.extract import extract
from kg.results.attachment.respectively import place_in_list
from kg.results.attachment.sentences import Mark


def told(body: str) -> list[tuple[str, str]]:
    own = "We introduce QuantFold, a method that packs weights. "
    (found,) = extract([("QuantFold: Packing Weights", own + body)])
    return [(str(r.value[0]), r.data.partition("/")[2]) for r in found.results]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("97% and 94% on Corn and ⟦D⟧ sets, respectively", (1, 2)),
        ("0.9, 0.8 and 0.7 on three sets, namely ⟦D⟧, CHASE, and STAR, respectively", (0, 3)),
        ("80% and 81% on ⟦D⟧ with 28M and 49M weights, respectively", (0, 1)),
    ],
)
def test_unknown_names_are_items_of_a_list_too(text: str, place: tuple[int, int]) -> None:
    start = text.index("⟦D⟧")
    assert place_in_list(text, Mark(start, start + 3, "D", own=False, names=(), behind=0)) == place


def test_two_lists_of_a_sentence_are_shared_out_apart() -> None:
    body = (
        "It improves perplexity on WikiText2 and C4 to 51.1 and 44.3 respectively, and accuracy"
        " on GSM8K and MATH to 61.5% and 31.2% respectively."
    )
    assert told(body) == [
        ("51.1", "WikiText-2"),
        ("44.3", "C4"),
        ("61.5", "GSM8K"),
        ("31.2", "MATH"),
    ]


def test_the_neighbour_of_an_unknown_name_keeps_its_place() -> None:
    body = "It reaches an accuracy of 97.7% and 94.6% on field notes and GSM8K, respectively."
    assert told(body) == [("97.7", ""), ("94.6", "GSM8K")]


def test_a_name_beside_a_listed_one_has_its_own_number() -> None:
    body = "It reaches an accuracy of 97.7% and 94.6% on Corntest and GSM8K, respectively."
    assert told(body) == [("97.7", "Corntest"), ("94.6", "GSM8K")]


def test_one_name_is_of_all_numbers() -> None:
    body = (
        "It reaches 82.8% and 84.2% accuracy on GSM8K with 28.3M and 49.7M weights, respectively."
    )
    assert told(body) == [("82.8", "GSM8K"), ("84.2", "GSM8K")]


def test_a_clause_without_a_number_passes_its_data_on() -> None:
    assert told("We evaluate it on GSM8K, and achieve an accuracy of 86.1%.") == [("86.1", "GSM8K")]


def test_names_before_with_have_the_number_behind_it() -> None:
    body = "It leads on GSM8K with 58.1%, MATH with 31.4%, and MMLU with 71.5%."
    assert told(body) == [("58.1", "GSM8K"), ("31.4", "MATH"), ("71.5", "MMLU")]


def test_gains_beside_values_have_the_data_of_the_value_at_their_place() -> None:
    body = "It gets 86.4% and 76.7% on GSM8K and MATH, beating LoRA by 1.2% and 2.4% respectively."
    assert told(body)[2:] == [("1.2", "GSM8K"), ("2.4", "MATH")]


def test_words_that_go_on_are_no_items() -> None:
    assert told("It gets 51.7% and 64.7% on GSM8K, far surpassing LoRA.") == [
        ("51.7", "GSM8K"),
        ("64.7", "GSM8K"),
    ]


def test_a_number_right_behind_a_name_is_the_only_one_of_it() -> None:
    body = "It has a better accuracy on Foo 47.0% (+ 1.1%) and GSM8K 64.7% (+ 1.6%)."
    assert told(body) == [("47.0", ""), ("1.1", ""), ("64.7", "GSM8K"), ("1.6", "GSM8K")]


def test_a_speed_keeps_out_of_a_list_of_scores() -> None:
    assert told("It achieves 49.2 mAP on COCO at 33 fps on a laptop.")[0] == ("49.2", "MS-COCO")


@pytest.mark.parametrize(
    "body",
    [
        "It scores 44.2 on GSM8K. It also has a success rate of 95.4% on household objects.",
        "It scores 44.2 on GSM8K. It gains 4.7% across six evaluation datasets.",
        "It scores 44.2 on GSM8K. It has gains of 18.9% on average.",
    ],
)
def test_a_place_without_a_name_takes_none_of_the_sentence_before(body: str) -> None:
    assert told(body)[1][1] == ""


def test_data_to_tune_with_is_no_place() -> None:
    body = "It compresses Llama-7B from 12.6 GB to 2.5 GB with the Alpaca dataset."
    assert told(body) == [("12.6", ""), ("2.5", "")]


def test_data_to_pretrain_on_is_no_place() -> None:
    assert told("After pretrained on ImageNet-22K, it reaches 86.5% accuracy.") == [("86.5", "")]


def test_numbers_in_one_bracket_are_of_the_name_before_it() -> None:
    body = "It is better on GSM8K (74.4 F1, +0.6) and MATH (66.8 F1, +1.0)."
    assert told(body) == [("74.4", "GSM8K"), ("0.6", "GSM8K"), ("66.8", "MATH"), ("1.0", "MATH")]


def test_two_numbers_of_two_names_are_paired_beside_another() -> None:
    body = "It has 78.4% accuracy on MMLU and 94.5% and 70.2% on GSM8K and MATH, respectively."
    assert told(body) == [("78.4", "MMLU"), ("94.5", "GSM8K"), ("70.2", "MATH")]


def test_a_change_has_the_name_before_its_labels() -> None:
    body = (
        "We improve CIFAR-10 with 4000 labels from 10.55% to 6.28%, and MMLU from 35.2% to 45.1%."
    )
    assert {data for _, data in told(body)} == {"CIFAR-10", "MMLU"}


def test_splits_in_one_bracket_are_of_the_name_before_it() -> None:
    body = "It is best on PASCAL VOC 2012 (val: 77.7%, test: 77.2%) and MMLU (val: 49.4%)."
    assert [data for _, data in told(body)] == ["PASCAL VOC 2012", "PASCAL VOC 2012", "MMLU"]


def test_a_score_at_a_speed_is_on_the_data_behind_the_speed() -> None:
    body = "It yields 77.4 mIoU at 102 FPS on Cityscapes and 74.7 mIoU at 230 FPS on CamVid."
    assert [data for _, data in told(body)] == ["Cityscapes", "Cityscapes", "CamVid", "CamVid"]


def test_the_place_of_a_number_is_not_that_of_the_next() -> None:
    body = "It has BLEU scores of 49.72 on FooBar, 59.70 on WebNLG, and 25.66 on GSM8K."
    assert told(body) == [("49.72", "FooBar"), ("59.70", "WebNLG"), ("25.66", "GSM8K")]


def test_data_that_cannot_be_shared_out_is_of_no_number() -> None:
    body = (
        "We lead on all of the GSM8K, MATH and MMLU datasets, raising the results on them to"
        " 49.4 (+1.0), 60.2 (+0.6) and 68.9 (+1.1), respectively."
    )
    assert {data for _, data in told(body)} == {""}


def test_a_number_beside_an_unknown_name_in_a_list_of_brackets_has_no_data() -> None:
    body = "It has a better mIoU on the GSM8K (92.45%), Ours (92.7%), and MATH (50.99%) datasets."
    assert told(body) == [("92.45", "GSM8K"), ("92.7", ""), ("50.99", "MATH")]


def test_a_name_written_short_is_one_item_for_each_that_it_names() -> None:
    assert told("It attains 74.0 and 60.2 on AIME24 & 25, respectively.") == [
        ("74.0", "AIME 2024"),
        ("60.2", "AIME 2025"),
    ]


def test_the_items_of_a_name_written_short_have_a_number_each() -> None:
    assert told("It attains 74.0 and 60.2 on AIME 2024 and 2025.") == [
        ("74.0", "AIME 2024"),
        ("60.2", "AIME 2025"),
    ]


def test_one_number_is_of_all_items_of_a_name_written_short() -> None:
    assert told("It attains 74.0 on AIME24/25.") == [("74.0", "AIME 2024"), ("74.0", "AIME 2025")]


def test_a_change_behind_an_unknown_name_has_no_data_of_the_one_before() -> None:
    body = "It improves GSM8K from 43.0 to 64.4 and Multi-Zorb from 14.0 to 31.0."
    assert told(body) == [("43.0", "GSM8K"), ("64.4", "GSM8K"), ("14.0", ""), ("31.0", "")]


def test_tasks_without_a_name_are_an_item_too() -> None:
    said = told(
        "On the GSM8K benchmark and real-world robotic tasks, it reaches 97% and 70%, respectively."
    )
    assert said == [("97", "GSM8K"), ("70", "")]


def test_a_gain_of_another_model_is_none_over_the_rival_of_the_first() -> None:
    own = "We introduce QuantFold, a method that packs weights. "
    body = "It gains 7.6% over Mistral-7B, with 14.6% for Llama-2-7B and 20.3% for CodeLlama-7B."
    (found,) = extract([("QuantFold: Packing Weights", own + body)])
    assert [r.baseline for r in found.results] == ["Model/Mistral-7B", "", ""]
