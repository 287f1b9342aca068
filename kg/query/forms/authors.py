"""Questions on who wrote what."""

from kg.model import DATA, MODELS
from kg.query.authors import authors_of, papers_by, works_by
from kg.query.forms.form import WORKS, Form


def _works_by(things: str, kind: str, types: tuple[str, ...], *, example: str) -> Form:
    """Make the form of works that an author introduced; `kind` is their class of words."""
    return Form(
        intent=f"{things.split()[-1]}_by",
        asks=f"{things} introduced by AUTHOR",
        example=f"{things.split()[-1]} introduced by {{name}}",
        accepts=("Author",),
        answer=works_by(types, things.split()[-1][:-1]),
        frames=(
            f"{kind} INTRODUCE BY-WHOM name",
            f"{kind} BY-WHOM name",
            f"{kind} name INTRODUCE",
            f"NEW {kind} BY-WHOM name",
        ),
        reads=(example, f"which {things.split()[-1]} did Ada Author release?"),
        leaves=(f"{things.split()[-1]} introduced in 2024", "papers by Ada Author"),
    )


FORMS = (
    Form(
        intent="papers_by",
        asks="papers by AUTHOR",
        example="papers by {name}",
        accepts=("Author",),
        answer=papers_by,
        role="and",
        several=True,
        frames=(
            "PAPERS OF name",
            "PAPERS WROTE OF name",
            "PAPERS name WROTE",
            "THING name WROTE",
            "THING WROTE OF name",
            "NEW PAPERS OF name",
            "name PAPERS",
            "PAPERS BY-WHOM name AND other",
            "PAPERS WROTE BY-WHOM name AND other",
            "PAPERS name AND other WROTE",
            "PAPERS name WROTE AND other",
        ),
        reads=(
            "papers by Ada Author",
            "papers of Ada Author since 2024",
            "papers written by Ada Author",
            "which papers did Ada Author write?",
            "Ada Author's papers",
            "papers by Ada Author and Ben Writer",
            "papers by Ada Author, Ben Writer and Cleo Third",
            "which papers did Ada Author write with Ben Writer?",
        ),
        leaves=("who wrote QLoRA", "papers"),
    ),
    Form(
        intent="authors_of",
        asks="authors of PAPER, METHOD, MODEL, DATASET or BENCHMARK",
        example="authors of {name}",
        accepts=("Paper", *WORKS),
        answer=authors_of,
        frames=(
            "AUTHORS OF name",
            "WHO WROTE name",
            "WHO AUTHORS OF name",
            "WHO WROTE PAPER OF name",
            "name AUTHORS",
        ),
        reads=(
            "authors of QLoRA",
            "who wrote QLoRA?",
            "who wrote the paper QLoRA: Efficient Finetuning of Quantized LLMs",
            "who are the authors of 2305.14314",
        ),
        leaves=("papers by Ada Lovelace", "who introduced QLoRA", "authors"),
    ),
    _works_by("methods", "METHODS", ("Method",), example="methods proposed by Ada Author"),
    _works_by("models", "MODELS", MODELS, example="models released by Ada Author in 2024"),
    _works_by("benchmarks and datasets", "DATA", DATA, example="data sets created by Ada Author"),
)
