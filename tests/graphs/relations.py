# ruff: noqa: E501 (tables: one line an item)
"""A graph with all relations and some results, made by hand: invented works, our own words."""

from kg.model import Entity, Graph, PartialDate
from tests.graphs.maker import Maker, model, paper

_ALPHA = (
    "We present AlphaTune, which tunes two matrices. It trains on Alpaca. We test LLaMA-7B on GSM8K for"
    " mathematical reasoning. AlphaTune reaches 55.0% accuracy on GSM8K and beats LoRA with 51.5%."
    " All of it runs on one A100."
)
_BETA = (
    "BetaTune builds on AlphaTune. A part of it is FourBit. We run Llama-2-7B on GSM8K and WikiText2."
    " BetaTune scores 61.5% accuracy on GSM8K where AlphaTune has 53.2%."
    " Its perplexity on WikiText2 is 5.40, not 5.9 as with AlphaTune."
    " It takes 40% less memory than AlphaTune and is 1.2-1.4x as fast. We use A100-80GB cards."
)
_CAMEL = (
    "Camel-7B is Llama-2-7B, fine-tuned on Alpaca. It holds polite dialogue."
    " With an accuracy of 0.58 on GSM8K it is better than Llama-2-7B."
)
_BITS = "We quantize Camel-7B and call the outcome Camel-7B-4bit."
_STUDY = (
    "We train on Alpaca and do arithmetic. Our way beats LoRA and scores 70.1 on GSM8K."
    " We set it against Camel-7B. One A100 is enough."
)
_TWISTED = (
    "GSM-Twisted is made from GSM8K and tests arithmetic. Llama-2-7B-Chat scores 20.5% and"
    " Llama-2-7B 15% on GSM-Twisted. Wit stands at 3 there."
)
_BENT = "GSM-Bent is made from GSM-Twisted."

DOCUMENTS = (
    paper("2301.00001", "AlphaTune: Tuning Two Matrices", _ALPHA, PartialDate(2023, 1, 5)),
    paper("2402.00002", "BetaTune: AlphaTune in Fewer Bits", _BETA, PartialDate(2024, 2)),
    paper("2405.00003", "Camel-7B: A Polite Model", _CAMEL, PartialDate(2024, 5, 10)),
    paper("2406.00004", "Camel-7B in Four Bits", _BITS, PartialDate(2024, 6, 1)),
    paper("2407.00005", "A Study without a Name", _STUDY, PartialDate(2024, 7, 2)),
    paper(
        "2408.00006",
        "GSM-Twisted: Harder Sums",
        _TWISTED,
        PartialDate(2024, 8, 3),
        authors=("Ada Author", "Ben Writer", "Cleo Third"),
    ),
    paper("2409.00007", "GSM-Bent", _BENT, None, authors=("Dan Fourth",)),
)

ENTITIES = (
    Entity("author/ada-author", "Author", "Ada Author"),
    Entity("author/ben-writer", "Author", "Ben Writer"),
    Entity("author/cleo-third", "Author", "Cleo Third"),
    Entity("author/dan-fourth", "Author", "Dan Fourth"),
    Entity("benchmark/gsm8k", "Benchmark", "GSM8K"),
    Entity("benchmark/gsm-twisted", "Benchmark", "GSM-Twisted", parent="benchmark/gsm8k"),
    Entity("benchmark/gsm-bent", "Benchmark", "GSM-Bent"),
    Entity("benchmark/wikitext2", "Benchmark", "WikiText2"),
    Entity("dataset/alpaca", "Dataset", "Alpaca"),
    Entity("family/llama", "ModelFamily", "Llama"),
    Entity("family/llama-2", "ModelFamily", "Llama 2", parent="family/llama"),
    Entity("hardware/nvidia-a100", "Hardware", "NVIDIA A100", ("A100",)),
    Entity("hardware/a100-80gb", "Hardware", "A100-80GB", parent="hardware/nvidia-a100"),
    Entity("method/alphatune", "Method", "AlphaTune"),
    Entity("method/betatune", "Method", "BetaTune"),
    Entity("method/fourbit", "Method", "FourBit"),
    Entity("method/lora", "Method", "LoRA", ("Low-Rank Adaptation",)),
    Entity("metric/accuracy", "Metric", "accuracy", ("acc.",), unit="%", direction="higher"),
    Entity("metric/memory", "Metric", "memory", unit="GB", direction="lower"),
    Entity("metric/perplexity", "Metric", "perplexity", direction="lower"),
    Entity("metric/wit", "Metric", "wit"),
    Entity("task/arithmetic", "Task", "arithmetic", parent="task/mathematical-reasoning"),
    Entity("task/dialogue", "Task", "dialogue"),
    Entity("task/mathematical-reasoning", "Task", "mathematical reasoning"),
    model("Camel-7B", "", "", "7B"),
    model("Camel-7B-4bit", "", "", "7B"),
    model("Llama-7B", "family/llama", "1", "7B"),
    model("Llama-2-7B", "family/llama-2", "2", "7B"),
    model("Llama-2-7B-Chat", "family/llama-2", "2", "7B", "Chat"),
)

_BEATS = "AlphaTune reaches 55.0% accuracy on GSM8K and beats LoRA with 51.5%."
_SCORES = "BetaTune scores 61.5% accuracy on GSM8K where AlphaTune has 53.2%."
_BETTER = "With an accuracy of 0.58 on GSM8K it is better than Llama-2-7B."
_OURS = "Our way beats LoRA and scores 70.1 on GSM8K."
_SUMS = "Llama-2-7B-Chat scores 20.5% and Llama-2-7B 15% on GSM-Twisted."
SAID = (
    ("2301.00001", "introduces", "method/alphatune", "We present AlphaTune, which tunes two matrices.", 0.9),
    ("2301.00001", "trainedOn", "dataset/alpaca", "It trains on Alpaca.", 0.9),
    ("2301.00001", "evaluatedOnModel", "model/llama-7b", "We test LLaMA-7B on GSM8K", 0.9),
    ("2301.00001", "evaluatedOn", "benchmark/gsm8k", "We test LLaMA-7B on GSM8K", 0.9),
    ("2301.00001", "addressesTask", "task/mathematical-reasoning", "mathematical reasoning", 0.8),
    ("2301.00001", "comparedWith", "method/lora", _BEATS, 0.9),
    ("2301.00001", "outperforms", "method/lora", _BEATS, 0.85),
    ("2301.00001", "usesHardware", "hardware/nvidia-a100", "All of it runs on one A100.", 0.9),
    ("2402.00002", "introduces", "method/betatune", "BetaTune builds on AlphaTune.", 0.9),
    ("2402.00002 method/betatune", "extends", "method/alphatune", "BetaTune builds on AlphaTune.", 0.9),
    ("2402.00002 method/fourbit", "partOf", "method/betatune", "A part of it is FourBit.", 0.9),
    ("2402.00002", "evaluatedOnModel", "model/llama-2-7b", "We run Llama-2-7B on GSM8K and WikiText2.", 0.9),
    ("2402.00002", "evaluatedOn", "benchmark/gsm8k", "We run Llama-2-7B on GSM8K and WikiText2.", 0.9),
    ("2402.00002", "evaluatedOn", "benchmark/wikitext2", "We run Llama-2-7B on GSM8K and WikiText2.", 0.9),
    ("2402.00002", "outperforms", "method/alphatune", _SCORES, 0.9),
    ("2402.00002", "usesHardware", "hardware/a100-80gb", "We use A100-80GB cards.", 0.9),
    ("2405.00003", "introduces", "model/camel-7b", "Camel-7B is Llama-2-7B, fine-tuned on Alpaca.", 0.9),
    ("2405.00003 model/camel-7b", "fineTunedFrom", "model/llama-2-7b", "Camel-7B is Llama-2-7B, fine-tuned on Alpaca.", 0.9),
    ("2405.00003", "trainedOn", "dataset/alpaca", "Camel-7B is Llama-2-7B, fine-tuned on Alpaca.", 0.8),
    ("2405.00003", "addressesTask", "task/dialogue", "It holds polite dialogue.", 0.9),
    ("2405.00003", "outperforms", "model/llama-2-7b", _BETTER, 0.9),
    ("2406.00004", "introduces", "model/camel-7b-4bit", _BITS, 0.9),
    ("2406.00004 model/camel-7b-4bit", "quantizedFrom", "model/camel-7b", _BITS, 0.9),
    ("2407.00005", "trainedOn", "dataset/alpaca", "We train on Alpaca and do arithmetic.", 0.9),
    ("2407.00005", "addressesTask", "task/arithmetic", "We train on Alpaca and do arithmetic.", 0.9),
    ("2407.00005", "outperforms", "method/lora", _OURS, 0.9),
    ("2407.00005", "comparedWith", "model/camel-7b", "We set it against Camel-7B.", 0.9),
    ("2407.00005", "usesHardware", "hardware/nvidia-a100", "One A100 is enough.", 0.9),
    ("2408.00006", "introduces", "benchmark/gsm-twisted", "GSM-Twisted is made from GSM8K and tests arithmetic.", 0.9),
    ("2408.00006 benchmark/gsm-twisted", "derivedFrom", "benchmark/gsm8k", "GSM-Twisted is made from GSM8K", 0.9),
    ("2408.00006", "addressesTask", "task/arithmetic", "GSM-Twisted is made from GSM8K and tests arithmetic.", 0.9),
    ("2408.00006", "evaluatedOn", "benchmark/gsm-twisted", _SUMS, 0.9),
    ("2408.00006", "evaluatedOnModel", "model/llama-2-7b-chat", _SUMS, 0.9),
    ("2408.00006", "evaluatedOnModel", "model/llama-2-7b", _SUMS, 0.9),
    ("2409.00007", "introduces", "benchmark/gsm-bent", "GSM-Bent is made from GSM-Twisted.", 0.9),
    ("2409.00007 benchmark/gsm-bent", "derivedFrom", "benchmark/gsm-twisted", "GSM-Bent is made from GSM-Twisted.", 0.9),
)  # fmt: skip

_ON_GSM8K = {"data": "benchmark/gsm8k", "metric": "metric/accuracy"}
_ON_TEXT = {"data": "benchmark/wikitext2", "metric": "metric/perplexity"}
_PERPLEXITY = "Its perplexity on WikiText2 is 5.40, not 5.9 as with AlphaTune."
_SAVES = "It takes 40% less memory than AlphaTune and is 1.2-1.4x as fast."
_BASELINE = {"role": "baseline"}
MEASURED = (
    ("2301.00001", _BEATS, "55.0", {**_ON_GSM8K, "method": "method/alphatune", "unit": "%"}),
    ("2301.00001", _BEATS, "51.5", {**_ON_GSM8K, **_BASELINE, "method": "method/lora", "unit": "%"}),
    ("2402.00002", _SCORES, "61.5", {**_ON_GSM8K, "method": "method/betatune", "model": "model/llama-2-7b", "unit": "%"}),
    ("2402.00002", _SCORES, "53.2", {**_ON_GSM8K, **_BASELINE, "method": "method/alphatune", "unit": "%"}),
    ("2402.00002", _PERPLEXITY, "5.40", {**_ON_TEXT, "method": "method/betatune"}),
    ("2402.00002", _PERPLEXITY, "5.9", {**_ON_TEXT, **_BASELINE, "method": "method/alphatune"}),
    ("2402.00002", _SAVES, "40", {"metric": "metric/memory", "method": "method/betatune", "unit": "%", "kind": "delta", "direction": "lower", "baseline": "method/alphatune"}),
    ("2402.00002", _SAVES, "1.2 1.4", {"data": "benchmark/gsm8k", "method": "method/betatune", "unit": "x", "kind": "ratio", "direction": "higher"}),
    ("2405.00003", _BETTER, "0.58", {**_ON_GSM8K, "model": "model/camel-7b"}),
    ("2407.00005", _OURS, "70.1", {"data": "benchmark/gsm8k"}),
    ("2408.00006", _SUMS, "20.5", {"data": "benchmark/gsm-twisted", "model": "model/llama-2-7b-chat", "unit": "%"}),
    ("2408.00006", _SUMS, "15", {"data": "benchmark/gsm-twisted", "model": "model/llama-2-7b", "unit": "%"}),
    ("2408.00006", "Wit stands at 3 there.", "3", {"data": "benchmark/gsm-twisted", "metric": "metric/wit", "model": "model/llama-2-7b"}),
)  # fmt: skip

GRAPH: Graph = Maker(DOCUMENTS, ENTITIES, SAID, MEASURED).graph()
