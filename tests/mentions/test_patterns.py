"""Names that no list knows."""

import pytest

from kg.mentions import find_mentions
from kg.text import read


def types(abstract: str, title: str = "A title") -> dict[str, str]:
    return {item.name.label: item.name.type for item in find_mentions(read(title, abstract))}


@pytest.mark.parametrize(
    ("text", "label", "type_name"),
    [
        ("We introduce QuantFold, a framework that packs weights.", "QuantFold", "Method"),
        ("We present ChartTrial, a benchmark for reading plots.", "ChartTrial", "Benchmark"),
        ("We release PlotHoard, a corpus of ten million plots.", "PlotHoard", "Dataset"),
        ("We train Korbo, a small language model for banks. Korbo is open.", "Korbo", "Model"),
        ("We propose Folded Sampling, a way to decode.", "Folded Sampling", "Method"),
        ("We collect the ZorbHoard dataset of letters.", "ZorbHoard", "Dataset"),
        ("We propose ZorbBench to test it.", "ZorbBench", "Benchmark"),
        ("We add a wave-based fusion module (WBFM) to it.", "WBFM", "Method"),
        ("We use PlotHoard-40M for training.", "PlotHoard-40M", "Dataset"),
        ("We propose the Plot Folding Ratio (PFR), which tells more.", "PFR", "Metric"),
        ("We introduce Multiple Fold Accuracy (MFA) to mend such bias.", "MFA", "Metric"),
        ("We introduce the Human-Like Plot Task (HLPT) for models.", "HLPT", "Task"),
        ("We introduce plot-bound metrics (PBMs) to see more.", "PBM", "Metric"),
        ("We count the Plot-Hit-Rate (PHR) of each.", "PHR", "Metric"),
        ("We present ZAMP (Zorb Adaptive Mixed Precision), which packs it.", "ZAMP", "Method"),
        ("We present ZEAM (Zorb Review with Agentic Metrics) for it.", "ZEAM", "Method"),
        ("It assigns Fold-Join-Cut (FJC) scores to plots.", "FJC", "Metric"),
        ("The best run has ZFR 0.52 at most.", "ZFR", "Metric"),
        ("We reach more on PLOTSCORE here.", "PLOTSCORE", "Metric"),
        ("We win on hard tasks like ZORP-Txt.", "ZORP-Txt", "Benchmark"),
        ("Many-plot image generation (MPIG) methods are slow.", "MPIG", "Task"),
        ("We describe our entry to the ZorbEval shared task.", "ZorbEval", "Benchmark"),
        ("We introduce ZorbK, a knowledge graph drawn from books.", "ZorbK", "Dataset"),
        ("A robot that climbs, called Climbot-L, is proposed here.", "Climbot-L", "Method"),
        ("We extract a hard subset, ZorbPlot-hard, to test on.", "ZorbPlot-hard", "Dataset"),
        ("We apply Balanced Zorb Rollout for RL here.", "Balanced Zorb Rollout", "Method"),
    ],
)
def test_the_words_around_a_new_name_give_its_type(text: str, label: str, type_name: str) -> None:
    assert types(text)[label] == type_name


@pytest.mark.parametrize(
    "text",
    [
        "Large language models (LLMs) and GPUs are used.",
        "We propose a new method. It is fast.",
        "In Human-AI teams, the USA and COVID-19 matter.",
        "See https://github.com/ZorbLab/ZorbTool for more.",
        "Tasks are designed to be hard. Tasks vary.",
        "This leads to a phenomenon we term Plot Fading.",
        "It shows (1) the Folding Paradox, where folds fade, and we fold.",
        "Line inspection robots (LIRs) climb.",
        "Software zorb engineering (SZE) agents and existing AIGC systems climb.",
        "It turns scene plot cases (SPCs) of H4 and CO2 methods into long-CoT models.",
    ],
)
def test_class_terms_and_addresses_are_no_names(text: str) -> None:
    assert types(text) == {}


def test_an_expansion_and_its_abbreviation_are_one_thing() -> None:
    found = find_mentions(read("", "We propose Folded Weight Packing (FWP), a method. FWP wins."))
    assert {item.name.label for item in found} == {"FWP"}
    assert "Folded Weight Packing" in found[0].name.aliases


def test_a_title_names_the_work_that_the_abstract_repeats() -> None:
    assert types("We show that Zorbo packs weights.", "Zorbo: Packing Weights")["Zorbo"] == "Method"


def test_a_plain_adjective_is_no_name() -> None:
    assert "Verified" not in types("From these, we curate a Verified subset of tasks.")


def test_an_own_work_is_called_by_its_short_form() -> None:
    text = "We present Diffused-Replication (D-Rep), a data set. D-Rep is open."
    assert set(types(text)) == {"D-Rep"}


def test_a_known_name_takes_its_expansion() -> None:
    found = find_mentions(read("", "We use Low-Rank Adaptation (LoRA) for it."))
    assert {item.name.label for item in found} == {"LoRA"}


def test_a_known_term_takes_its_short_form() -> None:
    found = find_mentions(read("A title", "Federated learning (FL) is slow. We mend FL."))
    assert {item.name.label for item in found} == {"federated learning"}
    assert [item.start for item in found] == [9, 29, 50]


def test_what_is_part_of_a_longer_name_in_brackets_is_not_the_own_work() -> None:
    text = "Hill zone restoration (HZR) is slow. We propose a new HZR tool (AutoHZR)."
    assert types(text) == {"HZR": "Task", "AutoHZR": "Method"}


def test_an_acronym_used_as_a_verb_is_no_name() -> None:
    assert types("We build on ZORed models. ZORed models fold.") == {}


def test_an_acronym_that_nobody_coined_is_no_benchmark() -> None:
    assert types("Results on SLAM are good.").get("SLAM") != "Benchmark"


@pytest.mark.parametrize(
    ("text", "label", "type_name"),
    [
        ("Plot line tracking (PLT) is hard. All PLT methods fail.", "PLT", "Task"),
        (
            "We present Folded Waiting, the problem of knowing when to fold.",
            "Folded Waiting",
            "Task",
        ),
        ("A new dataset: we release ZorbHoard (1,200 plots of zorbs).", "ZorbHoard", "Dataset"),
        ("It goes from text to plots, for which I2AV is a task.", "I2AV", "Task"),
    ],
)
def test_tasks_and_data_are_no_methods(text: str, label: str, type_name: str) -> None:
    assert types(text)[label] == type_name


@pytest.mark.parametrize(
    "text", ["We train on 32 cores by 8x100 steps.", "We propose an Error Fold-inspired loss."]
)
def test_counts_and_adjectives_are_no_names(text: str) -> None:
    assert types(text) == {}


def test_an_expansion_in_the_title_is_of_the_own_name() -> None:
    found = types("We present Quant ZorbGen (QZG), a tool.", title="Quant ZorbGen: Long Plots")
    assert found == {"QZG": "Method"}


def test_a_name_spelled_out_behind_a_colon_is_one_name() -> None:
    found = types("We introduce SZA: Segment Zorb Assistant, a novel tool. SZA is fast.")
    assert found == {"SZA": "Method"}


def test_a_title_gives_a_known_short_form_to_its_own_work() -> None:
    found = types("We introduce GSO, a benchmark of plots.", title="GSO: Plots for All")
    assert found == {"GSO": "Benchmark"}


def test_a_technical_report_is_of_a_model() -> None:
    found = types("We present Zorb-ASR for speech.", title="Zorb-ASR Technical Report")
    assert found["Zorb-ASR"] == "Model"


def test_a_plural_of_an_own_acronym_is_one_name_with_it() -> None:
    found = types(
        "We propose fold gates, and call it ZG. Two ZGs are fast.", title="ZG: Fold Gates"
    )
    assert found == {"ZG": "Method"}


def test_a_score_is_no_part_of_a_name() -> None:
    found = types(
        "It establishes a remarkable rate against Zorb-4-turbo of 48.6% on plots of LoRA."
    )
    assert "LoRA" in found
    assert not [label for label in found if "48" in label]


def test_what_an_own_name_is_called_in_brackets_is_the_same_thing():
    found = types("We propose Balanced Folding (PLOT-BF), a method. PLOT-BF and PLOT-DM differ.")
    assert found["PLOT-BF"] == "Method"
    assert "Balanced Folding" not in found


def test_a_listed_name_in_brackets_is_another_thing():
    found = types("We propose Balanced Folding (LoRA), a method.")
    assert {"Balanced Folding", "LoRA"} <= found.keys()


@pytest.mark.parametrize(
    "text", ["We refer to our approach as Plum Folding.", "We call this method Plum Folding."]
)
def test_what_authors_call_their_work_is_its_name(text: str) -> None:
    assert types(text)["Plum Folding"] == "Method"


def test_what_authors_call_what_they_see_is_no_work() -> None:
    assert "Plum Folding" not in types("We call this failure Plum Folding.")


def test_an_acronym_in_the_plural_is_no_name() -> None:
    text = "We read facial zorb units (ZUs), where ZUs vary and the ZUs of faces are many."
    assert not {"ZU", "ZUs"} & types(text).keys()


def test_an_own_acronym_in_the_plural_is_a_name() -> None:
    assert types("We propose Sweet Entropy Plums (SEPs), a cheap method.")["SEP"] == "Method"


def test_a_word_whose_capitals_spell_an_own_name_is_none() -> None:
    text = "We introduce ZOSPA, a framework for zorbs by SPatial plums. ZOSPA uses SPatial plums."
    assert types(text).keys() == {"ZOSPA"}


def test_an_acronym_may_stand_before_the_noun_that_tells_a_type() -> None:
    assert types("We decode with care, as the Zorb4Plum MEG dataset is small.") == {
        "Zorb4Plum": "Dataset"
    }


@pytest.mark.parametrize("name", ["Ask-F1", "RowF1", "Zorb-AUC"])
def test_what_ends_like_a_metric_is_one(name: str) -> None:
    assert types(f"We report {name} of all plums, as {name} is fair.")[name] == "Metric"


@pytest.mark.parametrize("name", ["Zorb-Gym-A17B", "Zorb-Gym-3B", "ZorbBench-7B"])
def test_data_in_the_name_of_a_sized_model_makes_no_data_of_it(name: str) -> None:
    assert types(f"Trained on plums, our {name} reaches 72%.")[name] == "Model"


def test_what_a_name_is_for_is_no_part_of_it() -> None:
    found = types("We curate two datasets, ZorbSet-SFT-36k for SFT and ZorbSet-RL-8k for RL.")
    assert found["ZorbSet-SFT-36k"] == found["ZorbSet-RL-8k"] == "Dataset"


@pytest.mark.parametrize("what", ["Tax", "Hypothesis", "Illusion"])
def test_what_is_found_or_held_is_no_method(what: str) -> None:
    assert not types(f"We introduce the Plum Folding {what}, an old idea of ours.")


def test_what_a_work_is_based_on_is_a_method() -> None:
    assert types("Our code is based on the ZorbMill, which is old.")["ZorbMill"] == "Method"


def test_a_word_that_begins_a_sentence_is_no_part_of_a_name() -> None:
    text = "We tell all. Using Grad-CAM interpretations, we systematically show that it helps."
    assert "Using Grad-CAM" not in types(text)


@pytest.mark.parametrize(
    ("text", "label", "type_name"),
    [
        ("We fold plots and present Zorba, a framework for folding.", "Zorba", "Method"),
        (
            "We fold plots. Its benchmark, PlotHarness Bench, is long.",
            "PlotHarness Bench",
            "Benchmark",
        ),
        ("The main component, PlotIQ Flow, leads. We fold plots.", "PlotIQ Flow", "Method"),
        ("We fold plots. We instantiate this as ReFold: the plots stay.", "ReFold", "Method"),
        ("We fold plots. At its core is Zorba Env, a framework to fold.", "Zorba Env", "Method"),
        ("We propose Necessary Plot Counting (NPC), which counts plots.", "NPC", "Method"),
    ],
)
def test_how_authors_present_their_work_names_it(text: str, label: str, type_name: str) -> None:
    assert types(text)[label] == type_name


def test_a_class_of_models_is_no_work_of_its_own() -> None:
    assert "VLM" not in types("We propose a new Vision-Language Model (VLM) for plots.")


def test_one_word_before_the_colon_of_a_title_names_the_work() -> None:
    assert "Zorbify" in types("We fold plots.", title="Zorbify: Folding Plots in Two")
    assert "Position" not in types("We fold plots.", title="Position: Plots Should Be Folded")


def test_what_goes_on_from_an_own_name_is_a_name() -> None:
    found = types(
        "We introduce Orzard, a framework for folding. Orzard-Claw folds, Orzard-based too."
    )
    assert "Orzard-Claw" in found
    assert "Orzard-based" not in found


def test_models_in_the_plural_are_a_family() -> None:
    assert types("We present FoldLMs, small language models for plots.")["FoldLMs"] == "ModelFamily"


def test_a_natural_language_is_no_data() -> None:
    assert "Greek" not in types("We test models on the Greek dataset. Greek is a language.")


@pytest.mark.parametrize(
    ("text", "label", "type_name"),
    [
        ("We propose TabZorb, the first embedding model for tables.", "TabZorb", "Model"),
        ("We release ZMDU-45k, an instruction tuning dataset to evaluate.", "ZMDU-45k", "Dataset"),
        ("We present ZorbGym, a scalable pipeline for training agents.", "ZorbGym", "Method"),
        ("We present VITZA, the first-ever open multimodal LLM (MLLM).", "VITZA", "Model"),
        ("We introduce ZorbJudge, an evaluation paradigm with judges.", "ZorbJudge", "Method"),
        ("We develop ZBAM, a theoretical model of folding.", "ZBAM", "Method"),
        ("We propose ZMPO, a stabilized variant of GRPO.", "ZMPO", "Method"),
        ("We present ZorbLib, a Python library implementing the zone model.", "ZorbLib", "Method"),
    ],
)
def test_what_is_said_of_own_work_is_its_type(text: str, label: str, type_name: str) -> None:
    title = "TabZorb: Benchmarking and Learning Embeddings" if label == "TabZorb" else "A title"
    assert types(text, title=title)[label] == type_name


def test_what_the_subject_of_a_sentence_is_says_nothing_of_the_name_before_it() -> None:
    text = "We present a novel Shifted Plot Window. Equipped with Shifted Plot Window, our model,"
    assert types(f"{text} Zorb-7B, folds plots.")["Shifted Plot Window"] == "Method"


def test_capitals_before_the_name_of_data_are_none() -> None:
    assert "ZPMC" not in types("Experiments on ZPMC Food-101 and on CIFAR-10 confirm it.")


def test_a_challenge_that_authors_name_is_no_benchmark() -> None:
    assert "Zonal Plot Safety" not in types("We study a safety challenge termed Zonal Plot Safety.")


def test_acronyms_that_little_speaks_for_are_no_data() -> None:
    text = "Students learn by zorbing (LbZ). Much rests on LbZ, and LbZ ideas help."
    assert types(text).get("LbZ") is None


def test_data_of_as_many_tokens_are_no_model() -> None:
    assert "Zorb-300B" not in types("We train it on the dataset Zorb-300B, which spans fields.")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("We propose two simple techniques, namely Clip-Zov and KL-Zov, which clip.", "Clip-Zov"),
        ("We propose two simple techniques, namely Clip-Zov and KL-Zov, which clip.", "KL-Zov"),
        ("We train. Our Self-Taught Zvaluator can improve a strong LLM.", "Self-Taught Zvaluator"),
        ("We introduce a new foundation model -- ZATTICE, which is trained.", "ZATTICE"),
        ("We propose Swarm sAmpling Zolicy Optimization (SAZO), a method.", "SAZO"),
        ("We propose Fold-Free Group Zolicy Turning (Fold-Free GZT), a way.", "Fold-Free GZT"),
    ],
)
def test_names_of_own_work_are_read_whole(text: str, label: str) -> None:
    assert label in types(text)


def test_capitals_that_spell_an_own_name_from_behind_it_are_none() -> None:
    assert set(types("We present ZESSiE, the ZEceSsary SafEty benchmark.")) == {"ZESSiE"}


@pytest.mark.parametrize("word", ["Multi-Agent", "Cross-Domain"])
def test_a_prefix_and_a_plain_word_are_no_name(word: str) -> None:
    assert word not in types("We fold plots.", title=f"{word} Plots Fold Themselves")


def test_the_plural_of_a_listed_acronym_is_that() -> None:
    text = "We ask an LLM-as-a-Judge (LaaJ). LaaJs are strong, we find."
    assert set(types(text)) == {"LLM-as-a-Judge"}


def test_a_listed_thing_with_its_short_form_is_one() -> None:
    assert set(types("We introduce Buffer of Thoughts (BoT), a way.")) == {"Buffer of Thoughts"}


def test_each_of_many_models_is_one() -> None:
    text = "It rivals specialized models, ZiniCheck (90%) and others. We fold plots."
    assert types(text).get("ZiniCheck", "Model") == "Model"


@pytest.mark.parametrize(
    ("text", "label", "type_name"),
    [
        ("We introduce ChainZval, a new metric for such tests.", "ChainZval", "Metric"),
        ("We use a novel dataset, VLM4Zio, consisting of 469K pairs.", "VLM4Zio", "Dataset"),
        ("We introduce BroZRL. BroZRL revives models of others.", "BroZRL", "Method"),
        (
            "We train capable models, termed ClawZgym-Agents, on plots.",
            "ClawZgym-Agents",
            "ModelFamily",
        ),
        ("We introduce EX-FIQA. EX-FIQA is early, and short.", "EX-FIQA", "Method"),
        (
            "We build ZorbGuide-Dataset, comprising 130K plots, to test.",
            "ZorbGuide-Dataset",
            "Dataset",
        ),
        ("We present ZACUNA, a programming model for agents.", "ZACUNA", "Method"),
        ("We collect plots and build ZACE-Data-0 from them.", "ZACE-Data-0", "Dataset"),
        ("We train Wzuan-Inst, which answers. Wzuan-Inst is small.", "Wzuan-Inst", "Model"),
        ("We also train a plot transfer model Zorb-FLUX for plots.", "Zorb-FLUX", "Model"),
        ("We fold, which we term ExZPD. Building on ExZPD, we fold more.", "ExZPD", "Method"),
        ("We present ZorbNext, a transformer trained on 6T tokens.", "ZorbNext", "Model"),
        ("We formalize this baseline as SimpleZorb and test it.", "SimpleZorb", "Method"),
        ("We fold plots. On TZ-BENQ (26 tasks), a mean score of 3% is reached.", "TZ-BENQ", None),
    ],
)
def test_how_a_name_ends_tells_what_it_is(text: str, label: str, type_name: str) -> None:
    assert types(text).get(label) == type_name


def test_a_formula_is_no_name() -> None:
    assert types("We fold plots by UΣ^p here, and UΣ^p is a matrix.") == {}


def test_a_size_alone_is_no_model() -> None:
    assert "30B-A3B" not in types("It beats a vanilla 30B-A3B model by far.")
