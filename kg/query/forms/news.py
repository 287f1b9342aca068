"""Questions on what is new within a time."""

from kg.query.forms.form import Form
from kg.query.news import new_data, new_methods, new_models, new_papers

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
        intent="new_methods",
        asks="new methods since DATE",
        example="new methods since 2024-08-01",
        accepts=(),
        answer=new_methods,
        timely=True,
        frames=("NEW METHODS", "METHODS", "METHODS INTRODUCE", "METHODS NEW", "THING NEW METHODS"),
        reads=("new methods since 2024-08-01", "methods introduced in 2024"),
        leaves=("methods", "methods for GSM8K since 2024"),
    ),
    Form(
        intent="new_models",
        asks="new models since DATE",
        example="new models since 2024-08-01",
        accepts=(),
        answer=new_models,
        timely=True,
        frames=("NEW MODELS", "MODELS", "MODELS INTRODUCE", "MODELS NEW", "THING NEW MODELS"),
        reads=("new models since 2024-08-01", "which models were released after 2023?"),
        leaves=("models", "models of Llama 2"),
    ),
    Form(
        intent="new_data",
        asks="new benchmarks and datasets since DATE",
        example="new benchmarks since 2024-08-01",
        accepts=(),
        answer=new_data,
        timely=True,
        frames=("NEW DATA", "DATA", "DATA INTRODUCE", "DATA NEW", "THING NEW DATA"),
        reads=("new benchmarks since 2024-08-01", "datasets introduced in 2024"),
        leaves=("benchmarks", "benchmarks of LoRA since 2024"),
    ),
)
