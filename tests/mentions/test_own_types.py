"""What a text says of the type of its own work."""

import pytest

from kg.mentions import find_mentions
from kg.text import read


def types(abstract: str, title: str = "A title") -> dict[str, str]:
    return {item.name.label: item.name.type for item in find_mentions(read(title, abstract))}


@pytest.mark.parametrize(
    ("text", "label", "type_name"),
    [
        ("We propose ZorbIx, a visual question answering (VQA) benchmark.", "ZorbIx", "Benchmark"),
        ("We present ZorbRead, a reasoning-induced model for plots.", "ZorbRead", "Model"),
        (
            "We build ZorbHoard. ZorbHoard contains 2,000 plots to evaluate.",
            "ZorbHoard",
            "Benchmark",
        ),
        ("We build ZorbHoard. ZorbHoard contains 2,000 plots.", "ZorbHoard", "Dataset"),
        ("We make two data sets for it: ZorbOne, and ZorbTwo.", "ZorbTwo", "Dataset"),
        ("We propose ZorbFair, a unified evaluation paradigm.", "ZorbFair", "Benchmark"),
        ("The resulting model, ZoK, is small.", "ZoK", "Model"),
        ("We introduce ZorbGP, a multi-task Gauss method.", "ZorbGP", "Method"),
        ("We propose ZorbSee, a plot-tuned encoder.", "ZorbSee", "Model"),
        ("In a new field, we present ZorbEMR. This benchmark is hard.", "ZorbEMR", "Benchmark"),
        ("We propose ZorbIng, a plot model. Using ZorbIng helps with ZorbIng.", "ZorbIng", "Model"),
        ("We train a single MLLM, PlotSeer, to plan.", "PlotSeer", "Model"),
        ("We release ZorbIt, the guided version of Llama-2 for plots.", "ZorbIt", "Model"),
        ("We build ZorbIn, a 3.8B-parameter fold model, for plots.", "ZorbIn", "Model"),
        ("We present ZorbOut, a plot model within a new framework.", "ZorbOut", "Model"),
        ("We propose Zorb Arena, a training framework that folds.", "Zorb Arena", "Method"),
        ("We build on 10M plot and fold pairs (ZorbPairs).", "ZorbPairs", "Dataset"),
        (
            "We support two tasks: plot reading, and Plot Song Folding, which sings.",
            "Plot Song Folding",
            "Task",
        ),
        ("We propose ZorBit, a loss-level change encouraging models to fold.", "ZorBit", "Method"),
        ("We present ZorbIt, the latest iteration of our model family.", "ZorbIt", "ModelFamily"),
        ("We present ZorbPic, a 524M end-to-end fold system.", "ZorbPic", "Model"),
        ("We release ZorbSet as the inaugural large corpus of folds.", "ZorbSet", "Dataset"),
        ("We construct ZorbSet, to our knowledge the largest plot corpus.", "ZorbSet", "Dataset"),
        ("We introduce ZorbKin, a family of on-device language models.", "ZorbKin", "ModelFamily"),
        ("We introduce ZorbTide, a strong time series reasoning model.", "ZorbTide", "Model"),
        ("We introduce the Fold Fading Rate (FFR), a log-based metric.", "FFR", "Metric"),
        ("We propose Latent Zorb Score (LZS) to tell how much it folds.", "LZS", "Metric"),
        ("A task-adaptive score, ZorbScore, is proposed.", "ZorbScore", "Metric"),
        ("We present ZorbHear, a practical diffusion LALM.", "ZorbHear", "Model"),
        ("We propose ZorbAll, a state of the art foundation model.", "ZorbAll", "Model"),
        ("We introduce ZorbIt, an extension of GSM8K to Welsh.", "ZorbIt", "Benchmark"),
        ("We propose ZorbIt. With ZorbIt, we evaluate on GSM8K.", "ZorbIt", "Method"),
        ("Using ZorbIt, we then benchmark models. We propose ZorbIt.", "ZorbIt", "Benchmark"),
        ("We make new labels, called ReMMLU. ReMMLU is small.", "ReMMLU", "Benchmark"),
        ("We propose ZorbFF. The ZorbFF model weights are open.", "ZorbFF", "Model"),
    ],
)
def test_own_work_is_typed_by_its_text(text: str, label: str, type_name: str) -> None:
    assert types(text)[label] == type_name


def test_a_title_that_benchmarks_names_a_benchmark() -> None:
    found = types("We introduce ZorbScope. It is hard.", "ZorbScope: Benchmarking Plot Readers")
    assert found["ZorbScope"] == "Benchmark"


def test_the_sizes_of_a_name_make_it_a_family() -> None:
    assert types("We propose ZorbLet. ZorbLet-7B is open.")["ZorbLet"] == "ModelFamily"


def test_the_version_of_a_name_has_the_type_of_the_other() -> None:
    found = types("We present ZorbKo-2, a small language model. Work on ZorbKo showed that.")
    assert found["ZorbKo"] == "Model"


def test_a_subtitle_types_a_name_that_ends_a_title() -> None:
    found = types("We introduce ZORBUS with its layer.", "Folding with ZORBUS: A Plot Corpus")
    assert found["ZORBUS"] == "Dataset"


def test_a_list_in_brackets_that_is_closed_does_not_type_what_follows() -> None:
    text = (
        "We propose ZorbLo, a new kind of LoRA. Tuned on tasks (WinoGrande, BoolQ), ZorbLo gains."
    )
    assert types(text)["ZorbLo"] == "Method"


def test_a_clause_before_a_name_does_not_type_it() -> None:
    text = "We release ZorbCode, an open language model. Through more tuning, ZorbCode gains."
    assert types(text)["ZorbCode"] == "Model"


def test_what_only_the_title_names_is_what_the_paper_presents() -> None:
    reading = read("ZorbSpec: Folds for All", "We present a benchmark for judging folds.")
    assert [(item.name.label, item.name.type) for item in find_mentions(reading)] == [
        ("ZorbSpec", "Benchmark")
    ]


def test_what_many_things_are_called_holds_of_each() -> None:
    found = types("We test through ZOQR and ZorbPlots, challenging benchmarks that fold.")
    assert (found["ZOQR"], found["ZorbPlots"]) == ("Benchmark", "Benchmark")
