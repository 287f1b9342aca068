"""Questions on code."""

from kg.query.forms.form import WORKS, Form
from kg.query.related import code_of, papers_with_code

FORMS = (
    Form(
        intent="papers_with_code",
        asks="papers with code",
        example="papers with code",
        accepts=(),
        answer=papers_with_code,
        frames=(
            "PAPERS TOGETHER CODE",
            "PAPERS CODE",
            "PAPERS INTRODUCE CODE",
            "PAPERS WHERE CODE THERE",
            "PAPERS OF CODE THERE",
            "CODE OF PAPERS",
            "WHO INTRODUCE CODE",
        ),
        reads=(
            "papers that release code",
            "papers with code since 2024",
            "which papers have code?",
            "who published their code",
        ),
        leaves=("code of QLoRA", "papers that release QLoRA", "papers"),
    ),
    Form(
        intent="code_of",
        asks="code of PAPER, METHOD, MODEL, DATASET or BENCHMARK",
        example="code of {name}",
        accepts=("Paper", *WORKS),
        answer=code_of,
        frames=(
            "CODE OF name",
            "WHERE CODE OF name",
            "CODE name",
            "name CODE",
            "WHERE name CODE",
        ),
        reads=(
            "code of QLoRA",
            "github of QLoRA",
            "where is the source code for QLoRA?",
            "QLoRA's code",
            "is there a GitHub repository for QLoRA",
        ),
        leaves=("code", "methods for QLoRA"),
    ),
)
