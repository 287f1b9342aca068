"""What words around a name say of its type."""

from collections import defaultdict

import pytest

from kg.mentions.abbreviations import find_abbreviations
from kg.mentions.name_votes import votes_within
from kg.mentions.votes import Votes, vote_around


def votes(text: str, name: str) -> dict[str, float]:
    counted: Votes = defaultdict(float)
    vote_around(text, text.index(name), text.index(name) + len(name), counted)
    return {type_name: weight for type_name, weight in counted.items() if type_name and weight}


@pytest.mark.parametrize(
    ("text", "type_name"),
    [
        ("Existing solutions such as Zorb, PLOT mitigate this.", "Method"),
        ("Strong models such as Zorb fail.", "Model"),
        ("It is better than the Zorb series, in all plots.", "ModelFamily"),
        ("We test it on Zorb benchmarks (PlotQA, FoldBench).", "Task"),
        ("three judge-based metrics (Zorb, Pairwise Plots)", "Metric"),
        ("We introduce Zorb, a framework employing language models.", "Method"),
        ("We introduce Zorb, a novel implementation of the metric.", "Method"),
        ("Following instruction tuning on Zorb, it wins.", "Dataset"),
        ("It leads on hard benchmarks (e.g., Zorb), too.", "Benchmark"),
        ("Evaluated on Touchdown and Zorb, it leads.", "Benchmark"),
        ("The Zorb (Plot et al., 2025) dataset is new.", "Dataset"),
        ("We train a set of foundation models (Zorb), made for plots.", "ModelFamily"),
        ("It is ahead of strong models (Zorb and Plot).", "Model"),
    ],
)
def test_the_words_around_tell(text: str, type_name: str) -> None:
    counted = votes(text, "Zorb")
    assert max(counted, key=lambda name: counted[name]) == type_name


@pytest.mark.parametrize(
    "text",
    [
        "On Zorb, our 7B reward model outperforms GPT-5 by 34%.",
        "The gains are in graph level metrics: Zorb achieves 33 points.",
        "It leads on all benchmarks: Zorb: a part for plots.",
    ],
)
def test_the_clause_beside_says_nothing(text: str) -> None:
    assert votes(text, "Zorb").keys() <= {"Benchmark"}


def test_a_name_tells_by_its_end() -> None:
    assert votes_within("Temporal Plot SHAP") == (("Method", 2.5),)
    assert dict(votes_within("Bench2Plot")) == {"Benchmark": 6.0}
    assert votes_within("BenchMaker") == ()


@pytest.mark.parametrize(
    "text",
    [
        "We beat GPT-4o and outperform agents trained on open large models (AutoLM, 18%).",
        "We present the PLOT Frame, integrating a 10k-persona benchmark (PLOT-Bench).",
    ],
)
def test_what_is_no_long_form(text: str) -> None:
    assert list(find_abbreviations(text)) == []
