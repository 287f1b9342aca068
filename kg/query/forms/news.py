"""Questions on what is new within a time."""

from collections.abc import Callable

from kg.query.answer import Answer
from kg.query.asked import Asked
from kg.query.forms.form import Form
from kg.query.news import new_data, new_methods, new_models, new_papers

#: How a question for new things of a kind names them, with a place for its class of words.
_NEW = ("NEW {}", "{}", "{} INTRODUCE", "{} NEW", "THING NEW {}")


def _new(
    things: str,
    kind: str,
    intent: str,
    answer: Callable[[Asked], Answer],
    reads: tuple[str, ...],
    leaves: tuple[str, ...],
) -> Form:
    """Make the form for new things of a kind; `kind` is its class of words."""
    return Form(
        intent=intent,
        asks=f"new {things} since DATE",
        example=f"new {things} since 2024-08-01",
        accepts=(),
        answer=answer,
        timely=True,
        frames=tuple(frame.format(kind) for frame in _NEW),
        reads=reads,
        leaves=leaves,
    )


def _newest(
    things: str, kind: str, intent: str, answer: Callable[[Asked], Answer], reads: tuple[str, ...]
) -> Form:
    """Make the form for all things of a kind, the newest first."""
    return Form(
        intent=intent,
        asks=f"newest {things}",
        example=f"newest {things.partition(' ')[0]}",
        accepts=(),
        answer=answer,
        frames=(f"NEW {kind}", f"{kind} NEW", f"PAPERS INTRODUCE {kind}", f"WHO INTRODUCE {kind}"),
        reads=reads,
        leaves=(things, f"{things} for GSM8K"),
    )


FORMS = (
    Form(
        intent="new_papers",
        asks="what is new since DATE",
        example="what is new since 2024-08-01",
        accepts=(),
        answer=new_papers,
        timely=True,
        frames=(
            "THING NEW",
            "THING",
            "NEW",
            "PAPERS",
            "NEW PAPERS",
            "PAPERS NEW",
            "THING PAPERS",
            "THING PAPERS NEW",
            "THING NEW PAPERS",
        ),
        reads=(
            "what is new since 2024-08-01",
            "What's new since August 2024?",
            "what was published in July 2024?",
            "new papers since 2024",
            "papers published before 2022",
            "papers between 2022 and 2023",
            "which papers appeared in July 2024?",
        ),
        leaves=("what is new", "papers", "papers that use LoRA since 2024"),
    ),
    Form(
        intent="newest_papers",
        asks="newest papers",
        example="newest papers",
        accepts=(),
        answer=new_papers,
        frames=("PAPERS", "NEW PAPERS", "PAPERS NEW"),
        reads=("newest papers", "what are the latest papers?", "recent papers", "list all papers"),
        leaves=("what is new", "papers that use LoRA", "latest papers on LoRA"),
    ),
    _new(
        intent="new_methods",
        things="methods",
        kind="METHODS",
        answer=new_methods,
        reads=("new methods since 2024-08-01", "methods introduced in 2024"),
        leaves=("methods", "methods for GSM8K since 2024"),
    ),
    _new(
        intent="new_models",
        things="models",
        kind="MODELS",
        answer=new_models,
        reads=("new models since 2024-08-01", "which models were released after 2023?"),
        leaves=("models", "models of Llama 2"),
    ),
    _new(
        intent="new_data",
        things="benchmarks and datasets",
        kind="DATA",
        answer=new_data,
        reads=("new benchmarks since 2024-08-01", "datasets introduced in 2024"),
        leaves=("benchmarks", "benchmarks of LoRA since 2024"),
    ),
    _newest(
        "methods", "METHODS", "newest_methods", new_methods,
        ("newest methods", "what are the latest techniques?"),
    ),
    _newest(
        "models", "MODELS", "newest_models", new_models,
        ("newest models", "what are the latest models?", "recent LLMs"),
    ),
    _newest(
        "benchmarks and datasets", "DATA", "newest_data", new_data,
        ("newest benchmarks", "latest datasets"),
    ),
)  # fmt: skip
