"""Numbers in a marked sentence."""

from decimal import Decimal

import pytest

from kg.results.numbers.find import find_quantities


def values(text: str) -> list[tuple[str, ...]]:
    return [tuple(str(value) for value in found.values) for found in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("by 3%", "%"),
        ("by 3 percent", "%"),
        ("by 3 percentage points", "points"),
        ("by 3 pp", "points"),
        ("is 3x faster", "x"),
        ("is 3.9times faster", "x"),
        ("shrinks by 1.8 times.", "x"),
        ("is 2 times slower", "x"),
        ("a 2 times end-to-end ⟦C⟧", "x"),
        ("takes 83h", "hours"),
        ("walks 2 km", "km"),
        ("a 3-fold gain", "x"),
        ("in 75 ms", "ms"),
        ("at 25 FPS", "FPS"),
        ("uses 8.2 GB", "GB"),
        ("draws 3 mW", "mW"),
        ("needs 5 mJ", "mJ"),
        ("consumes 12 kWh", "kWh"),
        ("needs 4.5 GMACs", "GMACs"),
        ("scores 61.2", ""),
    ],
)
def test_a_unit_is_read(text: str, unit: str) -> None:
    (found,) = find_quantities(text)
    assert found.unit == unit


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("1.2-1.4x", "range"),
        ("15.5% to 27.6%", "range"),
        ("between 3 and 5%", "range"),
        ("from 26.7 to 57.4", "change"),
        ("(69 -> 81)", "change"),
        ("(69 → 81)", "change"),
        ("(69 => 81)", "change"),
        ("by 7.8%/5.3%", "pair"),
        ("improves both (28% to 54%)", "change"),
        ("is boosted: for example, 42.2% to 49.6%", "change"),
        ("rates ranging from 10% to 20%", "range"),
    ],
)
def test_two_numbers_belong_together(text: str, shape: str) -> None:
    (found,) = find_quantities(text)
    assert found.shape == shape
    assert len(found.values) == 2


def test_numbers_side_by_side_are_two() -> None:
    assert values("by 17.10 and 4.11 points") == [("17.10",), ("4.11",)]


@pytest.mark.parametrize(
    "text",
    [
        "(1) a tuner, (2) a pruner",
        "1) a tuner",
        "cuts FLOPs to 1/6",
        "52K samples",
        "2.8 million claims",
        "4-bit weights",
        "256x256 images",
        "version v2.1",
        "$500",
        "9 USD",
        "⟦M⟧-7 and H100",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("three times faster", "3"),
        ("it doubles the score", "2"),
        ("an order of magnitude more", "10"),
        ("two orders of magnitude less", "100"),
        ("with 1/200 of the cost", "0.005"),
        ("a third of the memory", "0.333"),
    ],
)
def test_number_words(text: str, value: str) -> None:
    (found,) = find_quantities(text)
    assert found.values == (Decimal(value),)
    assert found.unit == "x"


@pytest.mark.parametrize("text", ["a double exponential", "three times a day", "in half"])
def test_words_that_only_look_like_numbers(text: str) -> None:
    assert find_quantities(text) == []


def test_thousands_are_one_number() -> None:
    assert values("1,234.5 ms") == [("1234.5",)]


@pytest.mark.parametrize("hedge", ["up to an average of ", "no more than ", "at most "])
def test_hedging_words_belong_to_the_number(hedge: str) -> None:
    text = f"loses {hedge}3%"
    (found,) = find_quantities(text)
    assert text[found.lead : found.start] == hedge


def test_a_sign_is_kept() -> None:
    assert [found.sign for found in find_quantities("+3%, -2% and 1%")] == ["+", "-", ""]


def test_a_number_of_a_scale_is_one() -> None:
    (found,) = find_quantities("a mean gain of +1.21/10")
    assert (found.values, found.shape) == ((Decimal("1.21"),), "one")


def test_an_arrow_may_be_a_word() -> None:
    (found,) = find_quantities("from 62.27% rightarrow 67.04%")
    assert (found.shape, found.unit) == ("change", "%")


def test_fractions_of_one_thing_are_two() -> None:
    assert values("only 1/2 and 1/3 of the cost") == [("0.5",), ("0.333",)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [("gains of +7.2/+3.2/+6.4 points", "points"), ("of 30/10/4% in all", "%"), ("2x/3x/4x", "x")],
)
def test_numbers_between_strokes_are_one_list(text: str, unit: str) -> None:
    (found,) = find_quantities(text)
    assert (len(found.values), found.shape, found.unit) == (3, "pair", unit)


@pytest.mark.parametrize("text", ["run 5 times.", "a 2 times 2 grid"])
def test_times_may_count(text: str) -> None:
    assert {found.unit for found in find_quantities(text)} == {""}


@pytest.mark.parametrize("text", ["by a factor of 2.6", "by factors of up to 2.6"])
def test_a_factor_needs_no_sign_of_times(text: str) -> None:
    assert [found.unit for found in find_quantities(text)] == ["x"]


@pytest.mark.parametrize("text", ["from 1=>0/0", "1.2-1.4/2.2"])
def test_a_list_between_strokes_begins_with_a_stroke(text: str) -> None:
    assert all(len(found.values) <= 2 for found in find_quantities(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("an RMSE of 7.4e-3", "0.0074"),
        ("an error of 2E-4 on ⟦D⟧", "0.0002"),
        ("an error of 4.2 x 10^-3 on ⟦D⟧", "0.0042"),
        ("an error of 4.2 x 10-3", "0.0042"),
        ("has 3.1x10^2 units", "310"),
    ],
)
def test_a_power_of_ten_is_read(text: str, value: str) -> None:
    assert values(text) == [(value,)]


@pytest.mark.parametrize(
    "text", ["⟦C⟧ on a Pixel 9.", "on the CATH 4.2 test split", "with Ampere 3 cores"]
)
def test_the_end_of_a_name_is_no_quantity(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize("text", ["the score 9.", "an FID 4.2 there", "The best is 4.2"])
def test_a_number_behind_other_words_is_a_quantity(text: str) -> None:
    assert len(values(text)) == 1
