"""Questions for all things of a kind."""

from kg.model import DATA, MODELS
from kg.query.forms.form import Form
from kg.query.kinds import all_of


def _all(
    things: str, kind: str, types: tuple[str, ...], reads: tuple[str, ...], leaves: tuple[str, ...]
) -> Form:
    """Make the form for all things of types; `kind` is the class of words that they have."""
    return Form(
        intent=f"all_{things.split()[0]}",
        asks=f"all {things}",
        example=f"all {things}",
        accepts=(),
        answer=all_of(*types),
        dated=False,
        frames=(kind, f"{kind} THERE", f"BEST {kind}"),
        reads=reads,
        leaves=leaves,
    )


FORMS = (
    _all(
        "methods",
        "METHODS",
        ("Method",),
        reads=("list all methods", "which methods are there", "show me the methods"),
        leaves=("methods for GSM8K", "new methods since 2024"),
    ),
    _all(
        "models",
        "MODELS",
        MODELS,
        reads=("list models", "all models", "which LLMs do you know?"),
        leaves=("models of Llama 2", "models based on Llama-2-7B"),
    ),
    _all(
        "benchmarks and datasets",
        "DATA",
        DATA,
        reads=("list all benchmarks", "what datasets are there?", "top benchmarks"),
        leaves=("benchmarks for question answering", "new benchmarks since 2024"),
    ),
    _all(
        "tasks",
        "TASKS",
        ("Task",),
        reads=("list all tasks", "which tasks are there?"),
        leaves=("tasks of LoRA",),
    ),
    _all(
        "hardware",
        "HARDWARE",
        ("Hardware",),
        reads=("list all GPUs", "what hardware is there"),
        leaves=("hardware of LoRA",),
    ),
)
