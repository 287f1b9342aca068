"""Questions on works and papers of a topic, and on those of them evaluated somewhere."""

from collections.abc import Callable

from kg.query.answer import Answer
from kg.query.asked import Asked
from kg.query.forms.form import EVALUABLE, Form
from kg.query.topics import (
    METHODS,
    MODELS,
    papers_combining,
    papers_on_both,
    works_on,
    works_on_both,
)


def _both(
    *,
    things: str,
    kind: str,
    answer: Callable[[Asked], Answer],
    more: tuple[str, ...],
    reads: tuple[str, ...],
    leaves: tuple[str, ...],
) -> Form:
    """Make the form for things on a topic that are evaluated on a model or data."""
    return Form(
        intent=f"{things}_on_both",
        asks=f"{things} on METHOD or TASK evaluated on MODEL, BENCHMARK or DATASET",
        example=f"{things} on {{name}} evaluated on GSM8K",
        accepts=("Method", "Task", *EVALUABLE),
        answer=answer,
        other=EVALUABLE,
        role="on",
        frames=(
            f"{kind} ON name EVALUATED ON other",
            f"{kind} USE name EVALUATED ON other",
            f"{kind} USE name AND EVALUATED ON other",
            f"{kind} ADDRESS name EVALUATED ON other",
            f"name {kind} EVALUATED ON other",
            f"name {kind} ON other",
            f"{kind} ON name ON other",
            f"{kind} USE name ON other",
            f"{kind} USE name AND other",
            f"{kind} COMBINE name AND other",
            f"{kind} EVALUATED ON name AND other",
            f"{kind} EVALUATED ON name AND ON other",
            *more,
        ),
        reads=reads,
        leaves=leaves,
    )


FORMS = (
    Form(
        intent="methods_on_method",
        asks="methods on METHOD",
        example="methods on {name}",
        accepts=METHODS,
        answer=works_on(METHODS),
        topical=True,
        frames=("METHODS ON name", "METHODS ADDRESS name", "NEW METHODS ON name", "name METHODS"),
        reads=("quantization methods", "methods for quantization", "new methods for pruning"),
        leaves=("methods that use LoRA", "quantization models"),
    ),
    Form(
        intent="models_on_method",
        asks="models on METHOD",
        example="{name} models",
        accepts=METHODS,
        answer=works_on(MODELS),
        topical=True,
        frames=("name MODELS", "MODELS USE name", "MODELS ON name", "NEW name MODELS"),
        reads=("mixture-of-experts models", "models that use LoRA", "which LLMs use MoE?"),
        leaves=("methods that use LoRA", "models"),
    ),
    _both(
        things="methods",
        kind="METHODS",
        answer=works_on_both(()),
        more=("METHODS EVALUATED ON other ON name", "THING name METHODS EVALUATED ON other"),
        reads=(
            "quantization methods evaluated on Llama-2-70B",
            "which quantization methods were tried on Llama-2-70B?",
            "methods for quantization tested on Llama-2-7B",
            "methods that use LoRA evaluated on GSM8K",
            "methods using LoRA on GSM8K",
            "methods evaluated on Llama-2-7B and GSM8K",
        ),
        leaves=("methods evaluated on GSM8K", "quantization methods"),
    ),
    _both(
        things="models",
        kind="MODELS",
        answer=works_on_both(MODELS),
        more=(),
        reads=(
            "mixture-of-experts models evaluated on GSM8K",
            "which MoE models were tested on MMLU?",
            "models using LoRA on GSM8K",
        ),
        leaves=("models evaluated on GSM8K", "MoE models"),
    ),
    _both(
        things="papers",
        kind="PAPERS",
        answer=papers_on_both,
        more=(
            "PAPERS EVALUATED name ON other",
            "PAPERS WHERE name EVALUATED ON other",
            "WHO USE name ON other",
            "WHO EVALUATED name ON other",
            "PAPERS TRAINED other ON name",
            "WHO TRAINED other ON name",
            "DOES name EVALUATED ON other",
        ),
        reads=(
            "papers on quantization evaluated on Llama-2-7B",
            "papers that use LoRA and evaluate on GSM8K",
            "papers that apply LoRA to Llama-2-7B",
            "which papers fine-tune Llama-2-7B with LoRA?",
            "who has tried LoRA on Llama-2-7B?",
            "was LoRA evaluated on GSM8K?",
            "papers evaluated on Llama-2-7B and on GSM8K",
        ),
        leaves=("papers evaluated on GSM8K", "papers that use LoRA"),
    ),
    Form(
        intent="papers_combining",
        asks="papers that combine METHOD or TASK and METHOD or TASK",
        example="papers that combine {name} and quantization",
        accepts=("Method", "Task"),
        answer=papers_combining,
        role="and",
        least=2,
        frames=(
            "PAPERS COMBINE name AND other",
            "PAPERS COMBINE OF name AND other",
            "PAPERS USE name AND other",
            "PAPERS USE name TOGETHER other",
            "PAPERS ON name AND other",
            "PAPERS ON name AND ON other",
            "PAPERS USE name ON other",
            "PAPERS ON name USE other",
            "PAPERS USE name AND ADDRESS other",
            "WHO COMBINE name AND other",
            "THING COMBINE name AND other",
            "METHODS COMBINE name AND other",
            "PAPERS WHERE name AND other COMBINE",
            "PAPERS WHERE name AND other USE",
            "COMBINE OF name AND other",
        ),
        reads=(
            "papers that combine LoRA and quantization",
            "papers that use both LoRA and quantization",
            "papers on LoRA and quantization",
            "who combines LoRA with quantization?",
            "papers that use LoRA for question answering",
        ),
        leaves=("papers that use LoRA", "papers that combine LoRA", "what is combined with LoRA"),
    ),
)
