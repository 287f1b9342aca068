# ruff: noqa: E501 (tables: one line an item)
"""A table of wordings: what is asked, in what form it is read, and of what thing."""

import pytest

from kg.query import ask

LLAMA_2_7B = "model/llama-2-7b"
WORDINGS = (
    ("methods evaluated on Llama-2-7B", "methods_evaluated_on", LLAMA_2_7B),
    ("methods evaluated on Llama2-7B", "methods_evaluated_on", LLAMA_2_7B),
    ("methods evaluated on LLaMA-2 7B", "methods_evaluated_on", LLAMA_2_7B),
    ("methods evaluated on llama2-7b", "methods_evaluated_on", LLAMA_2_7B),
    ("methods evaluated on LLAMA 2.0 7B", "methods_evaluated_on", LLAMA_2_7B),
    ("methods evaluated on meta-llama/Llama-2-7b-hf", "methods_evaluated_on", LLAMA_2_7B),
    ("methods evaluated on Llama 2 (7B)", "methods_evaluated_on", LLAMA_2_7B),
    ("methods evaluated on https://huggingface.co/meta-llama/Llama-2-7b-hf", "methods_evaluated_on", LLAMA_2_7B),
    ("methods evaluated on model/llama-2-7b", "methods_evaluated_on", LLAMA_2_7B),
    ("methods evaluated on model/llama2-7b", "methods_evaluated_on", LLAMA_2_7B),
    ("Which methods were evaluated on the Llama-2-7B model?", "methods_evaluated_on", LLAMA_2_7B),
    ("which methods were tested on Llama 2 7B", "methods_evaluated_on", LLAMA_2_7B),
    ("What methods have been evaluated on Llama-2-7B so far?", "methods_evaluated_on", LLAMA_2_7B),
    ("what was evaluated on Llama 2 7B?", "methods_evaluated_on", LLAMA_2_7B),
    ("what has been tried on Llama2-7B", "methods_evaluated_on", LLAMA_2_7B),
    ("methods for Llama2-7B", "methods_evaluated_on", LLAMA_2_7B),
    ("Llama-2-7B methods", "methods_evaluated_on", LLAMA_2_7B),
    ("show me all the techniques applied to Llama-2-7B", "methods_evaluated_on", LLAMA_2_7B),
    ("methods using Llama-2-7B", "methods_evaluated_on", LLAMA_2_7B),
    ("METHODS EVALUATED ON LLAMA-2-7B", "methods_evaluated_on", LLAMA_2_7B),
    ('methods evaluated on "Llama-2-7B"', "methods_evaluated_on", LLAMA_2_7B),
    ("methods evaluated on Llama 2", "methods_evaluated_on", "family/llama-2"),
    ("methods evaluated on Llama 2 models", "methods_evaluated_on", "family/llama-2"),
    ("methods evaluated on GSM8K", "methods_evaluated_on", "benchmark/gsm8k"),
    ("methods tested on the GSM8K benchmark", "methods_evaluated_on", "benchmark/gsm8k"),
    ("methods evaluated on the MATH benchmark", "methods_evaluated_on", "benchmark/math"),
    ("papers evaluated on Llama-2-7B", "papers_evaluated_on", LLAMA_2_7B),
    ("papers on Llama-2-7B", "papers_evaluated_on", LLAMA_2_7B),
    ("Which papers report experiments on GSM8K?", "papers_evaluated_on", "benchmark/gsm8k"),
    ("papers that evaluate on GSM8K", "papers_evaluated_on", "benchmark/gsm8k"),
    ("papers using GSM8K", "papers_evaluated_on", "benchmark/gsm8k"),
    ("who evaluated on GSM8K", "papers_evaluated_on", "benchmark/gsm8k"),
    ("GSM8K papers", "papers_evaluated_on", "benchmark/gsm8k"),
    ("models evaluated on GSM8K", "models_evaluated_on", "benchmark/gsm8k"),
    ("which LLMs were tested on Grade School Math 8K?", "models_evaluated_on", "benchmark/gsm8k"),
    ("what was QLoRA evaluated on?", "evaluated_on_what", "method/qlora"),
    ("which models has Q-GaLore been tested on", "on_which_models", "method/q-galore"),
    ("on which models was Q-GaLore tested", "on_which_models", "method/q-galore"),
    ("benchmarks of GaLore", "on_which_data", "method/galore"),
    ("what methods have people tried on Llama 2 7B?", "methods_evaluated_on", LLAMA_2_7B),
    ("which methods work with Llama-2-7B", "methods_evaluated_on", LLAMA_2_7B),
    ("what goes together with LoRA?", "methods_used_with", "method/lora"),
    ("which paper is LoRA from?", "papers_introducing", "method/lora"),
    ("when was LoRA introduced?", "papers_introducing", "method/lora"),
    ("which models belong to the Llama 2 family?", "models_of_family", "family/llama-2"),
    ("Is the code of QLoRA available?", "code_of", "method/qlora"),
    ("code of the paper LoRA: Low-Rank Adaptation of Large Language Models", "code_of", "paper/2106.09685"),
    ("papers that use LoRA", "papers_using", "method/lora"),
    ("papers using LoRA", "papers_using", "method/lora"),
    ("which papers use Low-Rank Adaptation?", "papers_using", "method/lora"),
    ("who uses LoRA", "papers_using", "method/lora"),
    ("where is LoRA used?", "papers_using", "method/lora"),
    ("methods that use LoRA", "methods_using", "method/lora"),
    ("methods used together with LoRA", "methods_used_with", "method/lora"),
    ("what is used alongside LoRA?", "methods_used_with", "method/lora"),
    ("which methods are combined with LoRA", "methods_used_with", "method/lora"),
    ("what is LoRA used with", "methods_used_with", "method/lora"),
    ("papers that introduce QLoRA", "papers_introducing", "method/qlora"),
    ("who introduced GSM8K", "papers_introducing", "benchmark/gsm8k"),
    ("Which paper proposed the LoRA method?", "papers_introducing", "method/lora"),
    ("where does GSM8K come from?", "papers_introducing", "benchmark/gsm8k"),
    ("the QLoRA paper", "papers_introducing", "method/qlora"),
    ("origin of LoRA", "papers_introducing", "method/lora"),
    ("models of Llama 2", "models_of_family", "family/llama-2"),
    ("llama 2 models", "models_of_family", "family/llama-2"),
    ("Which models are in the Llama family?", "models_of_family", "family/llama"),
    ("members of the Llama 2 family", "models_of_family", "family/llama-2"),
    ("code of QLoRA", "code_of", "method/qlora"),
    ("github of QLoRA", "code_of", "method/qlora"),
    ("where is the code for QLoRA?", "code_of", "method/qlora"),
    ("QLoRA's code", "code_of", "method/qlora"),
    ("code of 2305.14314", "code_of", "paper/2305.14314"),
    ("code of https://arxiv.org/abs/2305.14314v2", "code_of", "paper/2305.14314"),
    ("code of QLoRA: Efficient Finetuning of Quantized LLMs", "code_of", "paper/2305.14314"),
    ("papers that mention LoRA", "papers_mentioning", "method/lora"),
    ("papers about LoRA", "papers_mentioning", "method/lora"),
    ("papers on mathematical reasoning", "papers_on_task", "task/mathematical-reasoning"),
    ("papers that mention mathematical reasoning", "papers_mentioning", "task/mathematical-reasoning"),
    ("where is Llama-2-7B mentioned", "papers_mentioning", LLAMA_2_7B),
)  # fmt: skip

DATES = (
    ("papers listed on 2024-08-02", "2024-08-02"),
    ("papers listed on 2 August 2024", "2024-08-02"),
    ("which papers were listed on August 2nd, 2024?", "2024-08-02"),
    ("papers of 2024-08-02", "2024-08-02"),
    ("what was listed in July 2024", "2024-07"),
    ("papers listed in 2024", "2024"),
)

PAIRS = (
    "how is LoRA connected to GSM8K",
    "How are LoRA and GSM8K related?",
    "path from LoRA to GSM8K",
    "what is the connection between LoRA and GSM8K?",
    "what links LoRA to GSM8K",
    "is LoRA connected with GSM8K",
)


@pytest.mark.parametrize(("question", "intent", "thing"), WORDINGS)
def test_wording_is_read(store, question, intent, thing):
    answer = ask(store, question)
    assert (answer.intent, answer.parameters["id"]) == (intent, thing)


@pytest.mark.parametrize(("question", "date"), DATES)
def test_date_is_read(store, question, date):
    answer = ask(store, question)
    assert (answer.intent, answer.parameters) == ("papers_listed", {"date": date})
    assert answer.total


def test_listing_is_read_by_its_name(store):
    answer = ask(store, "papers listed in Hugging Face Daily Papers")
    assert (answer.intent, answer.total) == ("papers_listed", 5)


@pytest.mark.parametrize("question", PAIRS)
def test_pair_is_read(store, question):
    answer = ask(store, question)
    assert answer.intent == "connection"
    assert dict(answer.parameters) == {"from": "method/lora", "to": "benchmark/gsm8k"}


def test_table_is_long_enough():
    assert len(WORDINGS) + len(DATES) + len(PAIRS) >= 80


#: Wordings of questions on the graph of all relations: what is asked, its form, the first thing.
FURTHER = (
    ("What is better than AlphaTune on the GSM8K benchmark?", "outperforming_on", "method/alphatune"),
    ("which models beat Llama-2-7B on GSM8K", "outperforming_on", LLAMA_2_7B),
    ("on GSM8K, what outperforms LoRA?", "outperforming_on", "method/lora"),
    ("what outperforms LoRA for mathematical reasoning", "outperforming_on", "method/lora"),
    ("leaderboard of GSM8K", "leaderboard", "benchmark/gsm8k"),
    ("the GSM8K leaderboard", "leaderboard", "benchmark/gsm8k"),
    ("What is the state of the art on GSM8K?", "leaderboard", "benchmark/gsm8k"),
    ("best results on the GSM8K benchmark", "leaderboard", "benchmark/gsm8k"),
    ("which model has the highest accuracy on GSM8K", "leaderboard", "benchmark/gsm8k"),
    ("ranking of mathematical reasoning", "leaderboard", "task/mathematical-reasoning"),
    ("results of Low-Rank Adaptation", "results_of", "method/lora"),
    ("what are the results of LLaMA2-7B on GSM8K?", "results_of", LLAMA_2_7B),
    ("GSM8K scores of AlphaTune", "results_of", "method/alphatune"),
    ("how good is AlphaTune on GSM8K?", "results_of", "method/alphatune"),
    ("results of 2402.00002", "results_of", "paper/2402.00002"),
    ("what beats LoRA?", "outperforming", "method/lora"),
    ("which methods are better than Low-Rank Adaptation", "outperforming", "method/lora"),
    ("models that outperform llama2-7b", "outperforming", LLAMA_2_7B),
    ("which methods does AlphaTune outperform?", "outperformed", "method/alphatune"),
    ("what is AlphaTune better than", "outperformed", "method/alphatune"),
    ("what was AlphaTune compared to?", "compared_with", "method/alphatune"),
    ("baselines of AlphaTune", "compared_with", "method/alphatune"),
    ("models derived from Llama 2 7B", "models_based_on", LLAMA_2_7B),
    ("which models are built on top of Llama 2?", "models_based_on", "family/llama-2"),
    ("fine-tunes of LLaMA-2 7B", "fine_tuned_from", LLAMA_2_7B),
    ("4-bit versions of Camel-7B", "quantized_from", "model/camel-7b"),
    ("models distilled from Camel-7B", "distilled_from", "model/camel-7b"),
    ("pruned versions of Llama 2", "pruned_from", "family/llama-2"),
    ("models merged from Camel-7B", "merged_from", "model/camel-7b"),
    ("which adapters are there for Llama-7B", "adapters_of", "model/llama-7b"),
    ("which model was Camel-7B fine-tuned from?", "based_on_what", "model/camel-7b"),
    ("what is Camel-7B built on", "based_on_what", "model/camel-7b"),
    ("what does BetaTune improve on?", "based_on_what", "method/betatune"),
    ("LoRA variants", "methods_extending", "method/lora"),
    ("which techniques build on AlphaTune?", "methods_extending", "method/alphatune"),
    ("what are the components of BetaTune?", "parts_of", "method/betatune"),
    ("which method is FourBit a part of", "part_of_what", "method/fourbit"),
    ("benchmarks based on GSM8K", "data_derived_from", "benchmark/gsm8k"),
    ("which LLMs were fine-tuned on Alpaca?", "models_trained_on", "dataset/alpaca"),
    ("who trains on the Alpaca dataset", "papers_trained_on", "dataset/alpaca"),
    ("which methods are trained on Alpaca", "works_trained_on", "dataset/alpaca"),
    ("training data of Camel-7B", "trained_on_what", "model/camel-7b"),
    ("which datasets was AlphaTune trained on?", "trained_on_what", "method/alphatune"),
    ("datasets AlphaTune was trained on", "trained_on_what", "method/alphatune"),
    ("datasets used to train Camel-7B", "trained_on_what", "model/camel-7b"),
    ("which data was used to fine-tune Camel-7B?", "trained_on_what", "model/camel-7b"),
    ("data used for pretraining Camel-7B", "trained_on_what", "model/camel-7b"),
    ("what was used to train AlphaTune?", "trained_on_what", "method/alphatune"),
    ("datasets for training Camel-7B", "trained_on_what", "model/camel-7b"),
    ("training data used for Camel-7B", "trained_on_what", "model/camel-7b"),
    ("what training data does AlphaTune use?", "trained_on_what", "method/alphatune"),
    ("models trained on the Alpaca dataset", "models_trained_on", "dataset/alpaca"),
    ("what was trained on Alpaca?", "works_trained_on", "dataset/alpaca"),
    ("who works on mathematical reasoning?", "papers_on_task", "task/mathematical-reasoning"),
    ("new papers about arithmetic since 2024", "papers_on_task", "task/arithmetic"),
    ("which methods tackle arithmetic", "methods_for_task", "task/arithmetic"),
    ("LLMs for dialogue", "models_for_task", "task/dialogue"),
    ("benchmarks for arithmetic", "data_introduced_for_task", "task/arithmetic"),
    ("who created a dataset for arithmetic?", "data_introduced_for_task", "task/arithmetic"),
    ("what tasks does AlphaTune address?", "tasks_of", "method/alphatune"),
    ("papers that run on A100 GPUs", "papers_on_hardware", "hardware/nvidia-a100"),
    ("what hardware does BetaTune use", "hardware_of", "method/betatune"),
    ("papers written by Ada Author", "papers_by", "author/ada-author"),
    ("which papers did Ada Author write?", "papers_by", "author/ada-author"),
    ("Ada Author's papers", "papers_by", "author/ada-author"),
    ("papers by both Ada Author and Ben Writer", "papers_by", "author/ada-author"),
    ("papers of Ada Author and Ben Writer since 2024", "papers_by", "author/ada-author"),
    ("which papers did Ada Author and Ben Writer write?", "papers_by", "author/ada-author"),
    ("which papers did Ada Author write with Ben Writer?", "papers_by", "author/ada-author"),
    ("who wrote BetaTune", "authors_of", "method/betatune"),
    ("who are the authors of 2402.00002?", "authors_of", "paper/2402.00002"),
    ("best score on GSM8K", "leaderboard", "benchmark/gsm8k"),
    ("what is the highest score on GSM8K", "leaderboard", "benchmark/gsm8k"),
    ("number of papers on arithmetic", "papers_on_task", "task/arithmetic"),
    ("whats new in arithmetic", "papers_on_task", "task/arithmetic"),
    ("latest papers on AlphaTune", "papers_mentioning", "method/alphatune"),
    ("how many papers train on Alpaca?", "papers_trained_on", "dataset/alpaca"),
    ("what is AlphaTune used for?", "tasks_of", "method/alphatune"),
    ("applications of AlphaTune", "tasks_of", "method/alphatune"),
    ("what is AlphaTune good for", "tasks_of", "method/alphatune"),
    ("which baselines does AlphaTune use", "compared_with", "method/alphatune"),
    ("baselines used by AlphaTune", "compared_with", "method/alphatune"),
    ("what does AlphaTune compare against", "compared_with", "method/alphatune"),
    ("what is AlphaTune used with", "methods_used_with", "method/alphatune"),
    ("how long does BetaTune take?", "speed_of", "method/betatune"),
    ("how accurate is BetaTune on GSM8K", "results_of", "method/betatune"),
    ("papers on arithmetic with code", "on_topic_with_code", "task/arithmetic"),
    ("papers that evaluate both Llama-2-7B and GSM8K", "papers_on_both", "model/llama-2-7b"),
    ("has AlphaTune been combined with LoRA?", "papers_combining", "method/alphatune"),
    ("who published BetaTune", "papers_introducing", "method/betatune"),
    ("papers that fine-tune Llama-2-7B", "papers_fine_tune", "model/llama-2-7b"),
    ("who finetunes Llama 2?", "papers_fine_tune", "family/llama-2"),
    ("papers that quantize Camel-7B", "papers_quantize", "model/camel-7b"),
    ("which papers fine-tune on Alpaca", "papers_trained_on", "dataset/alpaca"),
    ("which LoRA method is best on GSM8K?", "best_on_both", "method/lora"),
    ("best arithmetic methods on GSM8K", "best_on_both", "task/arithmetic"),
    ("what is the best LoRA method for Llama-2-7B", "best_on_both", "method/lora"),
    ("how fast is BetaTune?", "speed_of", "method/betatune"),
    ("how quickly does BetaTune run on GSM8K", "speed_of", "method/betatune"),
    ("how much memory does BetaTune take", "memory_of", "method/betatune"),
    ("how much accuracy does BetaTune need", "results_of", "method/betatune"),
    ("what does 2402.00002 introduce?", "introduced_by", "paper/2402.00002"),
    ("what does BetaTune introduce", "introduced_by", "method/betatune"),
    ("what is proposed by the paper 2402.00002", "introduced_by", "paper/2402.00002"),
    ("what is worse than AlphaTune on GSM8K", "outperformed_on", "method/alphatune"),
    ("methods outperformed by AlphaTune on GSM8K", "outperformed_on", "method/alphatune"),
    ("which methods does AlphaTune beat on GSM8K?", "outperformed_on", "method/alphatune"),
    ("on GSM8K, what does AlphaTune outperform", "outperformed_on", "method/alphatune"),
    ("papers that use both AlphaTune and GSM8K", "papers_on_both", "method/alphatune"),
    ("papers that combine AlphaTune and LoRA", "papers_combining", "method/alphatune"),
    ("who combines AlphaTune with LoRA?", "papers_combining", "method/alphatune"),
    ("papers that use both AlphaTune and LoRA", "papers_combining", "method/alphatune"),
    ("papers that use LoRA for dialogue", "papers_combining", "method/lora"),
    ("baselines of AlphaTune", "compared_with", "method/alphatune"),
    ("which papers use AlphaTune as a baseline?", "compared_with", "method/alphatune"),
    ("papers with AlphaTune as baseline", "compared_with", "method/alphatune"),
    ("where is AlphaTune used as a baseline", "compared_with", "method/alphatune"),
    ("AlphaTune as a baseline", "compared_with", "method/alphatune"),
    ("papers evaluated with both Llama-2-7B and GSM8K", "papers_on_both", "model/llama-2-7b"),
    ("has anyone tested AlphaTune on GSM8K", "papers_on_both", "method/alphatune"),
    ("ways to do arithmetic", "methods_for_task", "task/arithmetic"),
    ("how to do arithmetic?", "methods_for_task", "task/arithmetic"),
    ("how do people approach arithmetic?", "methods_for_task", "task/arithmetic"),
    ("how can I improve arithmetic", "methods_for_task", "task/arithmetic"),
    ("how is arithmetic done", "methods_for_task", "task/arithmetic"),
    ("approaches to arithmetic", "methods_for_task", "task/arithmetic"),
    ("solutions for arithmetic", "methods_for_task", "task/arithmetic"),
    ("how does AlphaTune perform", "results_of", "method/alphatune"),
    ("how does AlphaTune do on GSM8K?", "results_of", "method/alphatune"),
    ("mentions of AlphaTune", "papers_mentioning", "method/alphatune"),
    ("AlphaTune mentions", "papers_mentioning", "method/alphatune"),
    ("who cites AlphaTune?", "papers_citing", "method/alphatune"),
    ("papers citing AlphaTune", "papers_citing", "method/alphatune"),
    ("citations of GSM8K", "papers_citing", "benchmark/gsm8k"),
    ("how many papers cite AlphaTune", "papers_citing", "method/alphatune"),
)  # fmt: skip

COMPARISONS = (
    "compare AlphaTune and BetaTune",
    "AlphaTune vs. BetaTune",
    "what is the difference between AlphaTune and BetaTune?",
    "How does AlphaTune compare to BetaTune?",
    "which is better, AlphaTune or BetaTune?",
    "compare AlphaTune, BetaTune",
    "compare AlphaTune against BetaTune",
    "difference b/w AlphaTune and BetaTune",
    "compare both AlphaTune and BetaTune",
    "papers comparing AlphaTune against BetaTune",
    "who compares AlphaTune with BetaTune?",
)


@pytest.mark.parametrize(("question", "intent", "thing"), FURTHER)
def test_further_wording_is_read(related, question, intent, thing):
    answer = ask(related, question)
    assert (answer.intent, answer.parameters["id"]) == (intent, thing)


@pytest.mark.parametrize("question", COMPARISONS)
def test_comparison_is_read(related, question):
    answer = ask(related, question)
    assert answer.intent == "comparison"
    assert dict(answer.parameters) == {"from": "method/alphatune", "to": "method/betatune"}


@pytest.mark.parametrize(
    "question",
    [
        "does AlphaTune outperform BetaTune",
        "is AlphaTune better than BetaTune?",
        "Can AlphaTune beat BetaTune?",
    ],
)
def test_question_for_yes_or_no_is_read(related, question):
    answer = ask(related, question)
    assert answer.intent == "is_better"
    assert dict(answer.parameters) == {"from": "method/alphatune", "to": "method/betatune"}


def test_several_things_are_compared(related):
    answer = ask(related, "compare AlphaTune, BetaTune and LoRA")
    assert answer.columns[3:] == ("AlphaTune", "BetaTune", "LoRA")


@pytest.mark.parametrize(
    "question",
    ["what's new since 2024-06?", "new papers since June 2024", "what appeared since 2024-06"],
)
def test_news_are_read(related, question):
    answer = ask(related, question)
    assert (answer.intent, answer.parameters) == ("new_papers", {"since": "2024-06"})


def test_listings_of_a_time_are_read(store):
    answer = ask(store, "papers listed since August 2024")
    assert (answer.intent, answer.total) == ("papers_listed_within", 3)
