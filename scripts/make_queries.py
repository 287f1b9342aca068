"""Write the SPARQL twin of each form of question, for one question that the examples answer.

    python scripts/make_queries.py

The files go to ``ontology/queries/forms/``, named by the form's intent. `tests/rdf/test_forms.py`
compares them with the code, and what they find with what `kg ask` answers.
"""

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from kg import pipeline
from kg.query import FORMS, ask
from kg.store import Store, open_store

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "ontology" / "queries" / "forms"

#: A question of each form by its intent; of those on models that are quantized, distilled, merged
#: or adapted, and on parts, the examples have nothing.
QUESTIONS: Mapping[str, str] = {
    "leaderboard": "leaderboard of GSM8K",
    "lowest": "lowest perplexity on WikiText2",
    "results_of": "results of BERT-large on GLUE",
    "memory_of": "how much memory does LoRA need",
    "speed_of": "how fast is vLLM",
    "comparison": "compare LoRA and QLoRA",
    "is_better": "is LoRA better than PiSSA",
    "comparison_on": "LoRA vs PiSSA on GSM8K",
    "is_better_on": "is LoRA better than PiSSA on GSM8K",
    "outperforming": "what outperforms LoRA",
    "outperforming_on": "what outperforms LoRA on GSM8K",
    "outperformed": "what does Mistral-7B outperform",
    "outperformed_on": "what does PiSSA outperform on GSM8K",
    "compared_with": "what is QLoRA compared with",
    "models_of_family": "models of the Llama 2 family",
    "models_based_on": "models based on Llama-2-7B",
    "fine_tuned_from": "models fine-tuned from Llama-2-7B",
    "papers_fine_tune": "papers that fine-tune Llama-2-7B",
    "quantized_from": "models quantized from Llama-2-7B",
    "papers_quantize": "papers that quantize Llama-2-7B",
    "distilled_from": "models distilled from BERT",
    "papers_distil": "papers that distil BERT",
    "pruned_from": "models pruned from Llama-2-7B",
    "papers_prune": "papers that prune Llama-2-7B",
    "merged_from": "models merged from Mistral-7B",
    "adapters_of": "adapters of Llama-7B",
    "methods_extending": "methods that extend QuIP",
    "data_derived_from": "datasets derived from GSM8K",
    "parts_of": "parts of OmniQuant",
    "part_of_what": "what is OmniQuant part of",
    "based_on_what": "what is OpenVLA based on",
    "models_trained_on": "models trained on RedPajama",
    "works_trained_on": "what was trained on the Pile",
    "papers_trained_on": "papers trained on JFT-300M",
    "trained_on_what": "what was OpenVLA trained on",
    "data_introduced_for_task": "papers that introduce a benchmark for question answering",
    "papers_on_task": "papers on object detection",
    "methods_on_method": "quantization methods",
    "models_on_method": "mixture-of-experts models",
    "methods_on_both": "quantization methods evaluated on Llama-2-70B",
    "best_on_both": "best quantization methods for Llama-2-70B",
    "models_on_both": "instruction tuning models evaluated on GSM8K",
    "papers_on_both": "papers that use LoRA evaluated on GSM8K",
    "papers_combining": "papers that combine LoRA and quantization",
    "methods_for_task": "methods for commonsense reasoning",
    "models_for_task": "models for phoneme recognition",
    "tasks_of": "tasks of GLUE",
    "papers_on_hardware": "papers using the NVIDIA RTX 4090",
    "hardware_of": "hardware of GaLore",
    "methods_evaluated_on": "methods evaluated on Llama2-7B",
    "papers_evaluated_on": "papers evaluated on GSM8K",
    "models_evaluated_on": "models evaluated on GSM8K",
    "evaluated_on_what": "what was GaLore evaluated on",
    "on_which_models": "which models was QLoRA evaluated on",
    "on_which_data": "which benchmarks was ToRA tested on",
    "methods_used_with": "methods used together with QLoRA",
    "methods_using": "methods that use LoRA",
    "papers_using": "papers that use LoRA",
    "papers_introducing": "papers that introduce GSM8K",
    "introduced_by": "what does QLoRA introduce",
    "code_of": "code of QLoRA",
    "papers_with_code": "papers with code",
    "on_topic_with_code": "papers on quantization with code",
    "papers_by": "papers by Guillaume Lample",
    "datasets_by": "datasets created by Karl Cobbe",
    "models_by": "models released by Guillaume Lample",
    "methods_by": "methods proposed by Tri Dao",
    "authors_of": "authors of GSM8K",
    "papers_listed": "papers listed on 30 April 2024",
    "papers_listed_within": "papers listed since 2024-04",
    "papers_mentioning": "papers that mention NVIDIA A100",
    "papers_citing": "who cites LoRA",
    "connection": "how is DoRA connected to QLoRA",
    "new_papers": "what is new since 2024-06",
    "newest_papers": "newest papers",
    "new_methods": "new methods since 2024-04",
    "new_models": "new models since 2024",
    "new_data": "new benchmarks since 2021",
    "newest_methods": "newest methods",
    "newest_models": "newest models",
    "newest_data": "newest benchmarks",
    "all_methods": "list all methods",
    "all_models": "list all models",
    "all_benchmarks": "list all benchmarks",
    "all_tasks": "list all tasks",
    "all_hardware": "list all GPUs",
}


def texts(store: Store) -> Iterator[tuple[str, str]]:
    """Yield the intent of each form with the text of its file; `store` holds the examples."""
    for form in FORMS:
        question = QUESTIONS[form.intent]
        answer = ask(store, question)
        head = f"# Which rows answer the question “{question}”?"
        told = f"# The form of question: {form.asks}. Another thing has another IRI below."
        yield form.intent, f"{head}\n{told}\n{answer.sparql}\n"


@click.command(help=__doc__)
def main() -> None:
    """Build the examples and write a file for each form."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kg.sqlite"
        pipeline.build([ROOT / "examples"], path)
        with open_store(path) as store:
            for intent, text in texts(store):
                (FOLDER / f"{intent}.rq").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
