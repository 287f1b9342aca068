"""Questions on code."""

from kg.query.forms.form import WORKS, Form
from kg.query.related import code_of, papers_with_code
from kg.query.topics import on_topic_with_code

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
        intent="on_topic_with_code",
        asks="papers on METHOD or TASK with code",
        example="papers on {name} with code",
        accepts=("Method", "Task"),
        answer=on_topic_with_code,
        frames=(
            "PAPERS ON name TOGETHER CODE",
            "PAPERS USE name TOGETHER CODE",
            "PAPERS ON name INTRODUCE CODE",
            "PAPERS INTRODUCE CODE ON name",
            "PAPERS TOGETHER CODE ON name",
            "name PAPERS TOGETHER CODE",
        ),
        reads=(
            "papers on quantization with code",
            "papers that release code for question answering",
            "question answering papers with code since 2024",
        ),
        leaves=("papers with code", "papers on quantization"),
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
