# ruff: noqa: E501 (tables: one line an item)
"""A graph made by hand: real ids, names and dates, every sentence our own."""

from kg.model import Entity, Graph, Mention, PartialDate
from tests.graphs.maker import DAILY, Maker, listing_id, model, paper

DAY_ONE, DAY_TWO = PartialDate(2024, 7, 16), PartialDate(2024, 8, 2)
#: A title that means harm: an escape sequence, an override of direction, HTML, a formula.
HOSTILE = "=cmd|' /C calc'!A0 \x1b[31mred\x1b[0m \u202egnp.exe <img src=x onerror=alert(1)> href"

DOCUMENTS = (
    paper(
        "2106.09685",
        "LoRA: Low-Rank Adaptation of Large Language Models",
        "We introduce LoRA. It trains two thin matrices beside each frozen weight.",
        PartialDate(2021, 6, 17),
        code="https://github.com/microsoft/LoRA",
    ),
    paper(
        "2110.14168",
        "Training Verifiers to Solve Math Word Problems",
        "We collect GSM8K, a set of word problems for schools. GPT-3 is tested on it.",
        PartialDate(2021, 10, 27),
    ),
    paper(
        "2305.14314",
        "QLoRA: Efficient Finetuning of Quantized LLMs",
        "QLoRA tunes adapters over four-bit weights. It builds on LoRA and on quantization."
        " All runs use LLaMA-7B. The tuned models are scored on MMLU.",
        PartialDate(2023, 5, 23),
        code="https://github.com/artidoro/qlora",
    ),
    paper(
        "2403.03507",
        "GaLore: Memory-Efficient LLM Training by Gradient Low-Rank Projection",
        "GaLore projects gradients to few dimensions. We tune LLaMA-2 7B with it and reach good"
        " marks on GSM8K.",
        PartialDate(2024, 3, 6),
        DAY_ONE,
    ),
    paper(
        "2407.08296",
        "Q-GaLore: Quantized GaLore with INT4 Projection",
        "Q-GaLore adds quantization to GaLore. Experiments cover Llama-2-7B and Llama-2-13B."
        " LoRA serves as a part of it.",
        PartialDate(2024, 7, 11),
        DAY_ONE,
    ),
    paper(
        "2408.00001",
        "A Study of Small Batches",
        "We study how small batches change tuning. Llama2-7b is the only model that we tune."
        " We also use LoRA and quantization.",
        PartialDate(2024, 8),
        DAY_TWO,
    ),
    paper(
        "2408.00002",
        "ChatTune: Polite Answers",
        "ChatTune polishes answers. We apply it to Llama-2-7B-Chat and test on GSM8K.",
        PartialDate(2024, 8, 1),
        DAY_TWO,
    ),
    paper(
        "2408.00003",
        HOSTILE,
        "Prism splits a prompt. We try it on Llama 2 and on Mistral-7B. <script>x</script> \x07bell",
        PartialDate(2024, 8, 2),
        DAY_TWO,
    ),
    paper("2409.00004", "Prism: Another One", "Prism bends light.", PartialDate(2024)),
)


ENTITIES = (
    Entity("benchmark/gsm8k", "Benchmark", "GSM8K", ("Grade School Math 8K",)),
    Entity("benchmark/math", "Benchmark", "MATH"),
    Entity("benchmark/mmlu", "Benchmark", "MMLU"),
    Entity("family/llama", "ModelFamily", "Llama"),
    Entity("family/llama-2", "ModelFamily", "Llama 2", ("LLaMA-2",), "family/llama"),
    Entity("family/mistral", "ModelFamily", "Mistral"),
    Entity("method/galore", "Method", "GaLore"),
    Entity("method/lora", "Method", "LoRA", ("Low-Rank Adaptation",)),
    Entity("method/chattune-1a2b3c", "Method", "ChatTune", listed=False),
    Entity("method/prism-111111", "Method", "Prism", listed=False),
    Entity("method/prism-222222", "Method", "Prism", listed=False),
    Entity("method/q-galore", "Method", "Q-GaLore"),
    Entity("method/qlora", "Method", "QLoRA"),
    Entity("method/quantization", "Method", "quantization", named=False),
    Entity("task/mathematical-reasoning", "Task", "mathematical reasoning", named=False),
    model("GPT-3", "", "3"),
    model("Llama-7B", "family/llama", "1", "7B", aliases=("LLaMA-7B",)),
    model("Llama-2-7B", "family/llama-2", "2", "7B", aliases=("LLaMA-2 7B", "Llama2-7b")),
    model("Llama-2-7B-Chat", "family/llama-2", "2", "7B", "Chat"),
    model("Llama-2-13B", "family/llama-2", "2", "13B"),
    model("Mistral-7B", "family/mistral", "", "7B"),
    Entity("repo/github--microsoft--lora", "CodeRepository", "microsoft/LoRA",
           url="https://github.com/microsoft/LoRA"),
    Entity("repo/github--artidoro--qlora", "CodeRepository", "artidoro/qlora",
           url="https://github.com/artidoro/qlora"),
    *(Entity(listing_id(day), "Listing", f"{DAILY}, {day.isoformat()}", date=day) for day in (DAY_ONE, DAY_TWO)),
)  # fmt: skip

SAID = (
    ("2106.09685", "introduces", "method/lora", "We introduce LoRA.", 0.97),
    ("2106.09685", "hasCode", "repo/github--microsoft--lora", "", 1.0),
    ("2110.14168", "introduces", "benchmark/gsm8k", "We collect GSM8K", 0.95),
    ("2110.14168", "evaluatedOn", "benchmark/gsm8k", "GPT-3 is tested on it.", 0.9),
    ("2110.14168", "evaluatedOnModel", "model/gpt-3", "GPT-3 is tested on it.", 0.8),
    ("2305.14314", "introduces", "method/qlora", "QLoRA tunes adapters over four-bit weights.", 0.9),
    ("2305.14314", "usesMethod", "method/lora", "It builds on LoRA and on quantization.", 0.9),
    ("2305.14314", "usesMethod", "method/quantization", "It builds on LoRA and on quantization.", 0.9),
    ("2305.14314", "evaluatedOnModel", "model/llama-7b", "All runs use LLaMA-7B.", 0.92),
    ("2305.14314", "evaluatedOn", "benchmark/mmlu", "The tuned models are scored on MMLU.", 0.9),
    ("2305.14314", "hasCode", "repo/github--artidoro--qlora", "", 1.0),
    ("2403.03507", "introduces", "method/galore", "GaLore projects gradients to few dimensions.", 0.9),
    ("2403.03507", "evaluatedOnModel", "model/llama-2-7b",
     "We tune LLaMA-2 7B with it and reach good marks on GSM8K.", 0.9),
    ("2403.03507", "evaluatedOn", "benchmark/gsm8k",
     "We tune LLaMA-2 7B with it and reach good marks on GSM8K.", 0.9),
    ("2407.08296", "introduces", "method/q-galore", "Q-GaLore adds quantization to GaLore.", 0.9),
    ("2407.08296", "usesMethod", "method/quantization", "Q-GaLore adds quantization to GaLore.", 0.8),
    ("2407.08296", "usesMethod", "method/lora", "LoRA serves as a part of it.", 0.85),
    ("2407.08296", "evaluatedOnModel", "model/llama-2-7b",
     "Experiments cover Llama-2-7B and Llama-2-13B.", 0.95),
    ("2407.08296", "evaluatedOnModel", "model/llama-2-13b",
     "Experiments cover Llama-2-7B and Llama-2-13B.", 0.95),
    ("2408.00001", "evaluatedOnModel", "model/llama-2-7b",
     "Llama2-7b is the only model that we tune.", 0.85),
    ("2408.00001", "usesMethod", "method/lora", "We also use LoRA and quantization.", 0.9),
    ("2408.00001", "usesMethod", "method/quantization", "We also use LoRA and quantization.", 0.9),
    ("2408.00002", "introduces", "method/chattune-1a2b3c", "ChatTune polishes answers.", 0.9),
    ("2408.00002", "evaluatedOnModel", "model/llama-2-7b-chat",
     "We apply it to Llama-2-7B-Chat and test on GSM8K.", 0.9),
    ("2408.00002", "evaluatedOn", "benchmark/gsm8k",
     "We apply it to Llama-2-7B-Chat and test on GSM8K.", 0.9),
    ("2408.00003", "introduces", "method/prism-111111", "Prism splits a prompt.", 0.9),
    ("2408.00003", "evaluatedOnModel", "family/llama-2", "We try it on Llama 2 and on Mistral-7B.", 0.9),
    ("2408.00003", "evaluatedOnModel", "model/mistral-7b", "We try it on Llama 2 and on Mistral-7B.", 0.9),
    ("2409.00004", "introduces", "method/prism-222222", "Prism bends light.", 0.9),
    ("2408.00001", "mentions", "model/llama-2-7b", "Llama2-7b", 1.0),
    ("2106.09685", "mentions", "method/lora", "LoRA", 1.0),
    ("2408.00001", "mentions", "method/lora", "LoRA", 1.0),
)  # fmt: skip
#: Below the threshold of confidence.
CANDIDATES = (("2409.00004", "evaluatedOnModel", "model/llama-2-7b", "Prism bends light.", 0.2),)

MENTIONS = (
    Mention("paper/2408.00001", "abstract", 43, 52, "Llama2-7b", "model/llama-2-7b", "model-name"),
    Mention("paper/2106.09685", "title", 0, 4, "LoRA", "method/lora", "lexicon"),
)

REDIRECTS = (("model/llama2-7b", "model/llama-2-7b"),)
GRAPH: Graph = Maker(
    DOCUMENTS,
    ENTITIES,
    SAID,
    candidates=CANDIDATES,
    more={"mentions": MENTIONS, "redirects": REDIRECTS},
).graph()
