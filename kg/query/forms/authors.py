"""Questions on who wrote what."""

from kg.query.authors import authors_of, papers_by
from kg.query.forms.form import WORKS, Form

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
)
