"""The questions that kg reads: each form with its frames and its own examples.

A form says by which frames it is worded (see `kg.query.words`), what types of things it accepts,
and which function answers. `reads` and `leaves` are run by the tests: the form's frames match each
question of the first, and none of the second. Where one wording serves several forms ("papers on
X"), the type of the thing decides: the first form that accepts it answers.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.query.answer import Answer
from kg.query.asked import Asked
from kg.query.evaluated import (
    evaluated_on_what,
    methods_evaluated_on,
    models_evaluated_on,
    on_which_data,
    on_which_models,
    papers_evaluated_on,
)
from kg.query.families import models_of_family
from kg.query.paths import connection
from kg.query.related import (
    code_of,
    methods_used_with,
    methods_using,
    papers_introducing,
    papers_listed,
    papers_mentioning,
    papers_using,
)
from kg.query.words import Binding, match, words_of

EVALUABLE = ("Model", "ModelFamily", "Benchmark", "Dataset")
DATA = ("Benchmark", "Dataset")
WORKS = ("Method", "Model", "ModelFamily", "Dataset", "Benchmark")
MENTIONABLE = (*WORKS, "Task", "Metric", "Hardware")
CONNECTABLE = (*WORKS, "Paper", "Task", "Metric", "Hardware", "CodeRepository")


@dataclass(frozen=True, slots=True)
class Form:
    """One form of question; `example` is its plainest wording, with ``{name}`` for the name."""

    intent: str
    asks: str
    example: str
    accepts: tuple[str, ...]
    answer: Callable[[Asked], Answer]
    frames: tuple[str, ...]
    reads: tuple[str, ...]
    leaves: tuple[str, ...]

    def match(self, question: str) -> Iterator[Binding]:
        """Yield each way in which the form's frames fit a question."""
        words = words_of(question)
        for frame in self.frames:
            yield from match(frame, words)


FORMS: tuple[Form, ...] = (
    Form(
        intent="methods_evaluated_on",
        asks="methods evaluated on MODEL, BENCHMARK or DATASET",
        example="methods evaluated on {name}",
        accepts=EVALUABLE,
        answer=methods_evaluated_on,
        frames=(
            "METHODS EVALUATED ON name",
            "METHODS EVALUATED name",
            "METHODS ON EVALUATED ON name",
            "METHODS ON name",
            "METHODS USE name",
            "THING METHODS EVALUATED ON name",
            "THING EVALUATED ON name",
            "THING EVALUATED name",
            "EVALUATED ON name",
            "name METHODS",
        ),
        reads=(
            "methods evaluated on Llama-2-7B",
            "Which methods were tested on Llama-2 7B?",
            "what was evaluated on Llama 2 7B?",
            "methods for Llama2-7B",
            "what has been tried on GSM8K",
            "show me all techniques that have been applied to Llama-2-7B",
            "Llama-2-7B methods",
        ),
        leaves=("methods", "papers evaluated on Llama-2-7B", "who introduced GSM8K"),
    ),
    Form(
        intent="papers_evaluated_on",
        asks="papers evaluated on MODEL, BENCHMARK or DATASET",
        example="papers evaluated on {name}",
        accepts=EVALUABLE,
        answer=papers_evaluated_on,
        frames=(
            "PAPERS EVALUATED ON name",
            "PAPERS EVALUATED name",
            "PAPERS ON EVALUATED ON name",
            "PAPERS USE name",
            "PAPERS ON name",
            "WHO EVALUATED ON name",
            "WHO EVALUATED name",
            "WHO USE name",
            "name PAPERS",
        ),
        reads=(
            "papers evaluated on GSM8K",
            "which papers run experiments on Llama 2 7B",
            "papers that evaluate Llama-2-7B",
            "papers using GSM8K",
            "who tested on GSM8K?",
        ),
        leaves=("papers", "methods evaluated on GSM8K"),
    ),
    Form(
        intent="models_evaluated_on",
        asks="models evaluated on BENCHMARK or DATASET",
        example="models evaluated on {name}",
        accepts=DATA,
        answer=models_evaluated_on,
        frames=(
            "MODELS EVALUATED ON name",
            "MODELS EVALUATED BY name",
            "MODELS ON name",
            "name MODELS",
        ),
        reads=(
            "models evaluated on GSM8K",
            "Which LLMs have been benchmarked on the MATH dataset?",
            "models tested with GSM8K",
        ),
        leaves=("papers evaluated on GSM8K", "models"),
    ),
    Form(
        intent="methods_used_with",
        asks="methods used together with METHOD",
        example="methods used together with {name}",
        accepts=("Method",),
        answer=methods_used_with,
        frames=(
            "METHODS USE TOGETHER name",
            "METHODS TOGETHER name",
            "THING USE TOGETHER name",
            "THING TOGETHER name",
            "THING METHODS TOGETHER name",
            "METHODS name USE TOGETHER",
            "METHODS name TOGETHER",
            "THING name USE TOGETHER",
            "THING name TOGETHER",
        ),
        reads=(
            "methods used together with LoRA",
            "what is combined with LoRA",
            "which methods are used with LoRA?",
            "what is LoRA used with?",
            "methods used alongside LoRA",
        ),
        leaves=("methods that use LoRA", "papers using LoRA"),
    ),
    Form(
        intent="methods_using",
        asks="methods that use METHOD",
        example="methods that use {name}",
        accepts=("Method",),
        answer=methods_using,
        frames=("METHODS USE name", "METHODS name USE BY"),
        reads=("methods that use LoRA", "which techniques rely on LoRA?", "methods using LoRA"),
        leaves=("papers that use LoRA", "methods used"),
    ),
    Form(
        intent="papers_using",
        asks="papers that use METHOD",
        example="papers that use {name}",
        accepts=("Method",),
        answer=papers_using,
        frames=(
            "PAPERS USE name",
            "PAPERS OF name USE",
            "PAPERS WHERE name USE",
            "WHO USE name",
            "THING USE name",
            "WHERE name USE",
            "USE OF name",
        ),
        reads=(
            "papers that use LoRA",
            "papers using LoRA",
            "who uses LoRA?",
            "which papers make use of LoRA",
            "papers in which LoRA is used",
            "where is LoRA used",
        ),
        leaves=("papers evaluated on GSM8K", "papers listed on 2024-08-02"),
    ),
    Form(
        intent="papers_introducing",
        asks="papers that introduce METHOD, MODEL, DATASET or BENCHMARK",
        example="papers that introduce {name}",
        accepts=WORKS,
        answer=papers_introducing,
        frames=(
            "PAPERS INTRODUCE name",
            "WHO INTRODUCE name",
            "THING INTRODUCE name",
            "ORIGIN name",
            "ORIGIN OF name",
            "WHERE name COME",
            "PAPERS name COME BY",
            "PAPERS name OF",
            "WHERE name INTRODUCE",
            "PAPERS OF name COME",
            "PAPER OF name",
            "name PAPER",
        ),
        reads=(
            "papers that introduce QLoRA",
            "who introduced GSM8K",
            "Which paper proposed LoRA?",
            "where does GSM8K come from",
            "the paper behind QLoRA",
            "QLoRA paper",
            "which paper was LoRA introduced in?",
        ),
        leaves=("papers that use LoRA", "papers that mention LoRA"),
    ),
    Form(
        intent="models_of_family",
        asks="models of FAMILY",
        example="models of {name}",
        accepts=("ModelFamily",),
        answer=models_of_family,
        frames=(
            "MODELS OF name",
            "MODELS OF FAMILY OF name",
            "MODELS OF FAMILY name",
            "name MODELS",
            "name FAMILY",
            "FAMILY OF name",
            "FAMILY name",
        ),
        reads=(
            "models of Llama 2",
            "llama 2 models",
            "which models are in the Llama 2 family?",
            "the Llama 2 family",
            "list the model sizes of Llama 2",
        ),
        leaves=("models evaluated on", "Llama 2"),
    ),
    Form(
        intent="evaluated_on_what",
        asks="what METHOD, MODEL or PAPER was evaluated on",
        example="what {name} was evaluated on",
        accepts=("Paper", *WORKS),
        answer=evaluated_on_what,
        frames=("THING name EVALUATED ON", "ON THING name EVALUATED"),
        reads=("what was QLoRA evaluated on?", "on what was LoRA tested"),
        leaves=("what was evaluated on GSM8K", "QLoRA"),
    ),
    Form(
        intent="on_which_models",
        asks="models that METHOD or PAPER was evaluated on",
        example="models that {name} was evaluated on",
        accepts=("Paper", *WORKS),
        answer=on_which_models,
        frames=("MODELS name EVALUATED ON", "MODELS OF name", "ON MODELS name EVALUATED"),
        reads=("which models has LoRA been tested on", "on which models was QLoRA evaluated"),
        leaves=("models evaluated on GSM8K",),
    ),
    Form(
        intent="on_which_data",
        asks="benchmarks and datasets that METHOD, MODEL or PAPER was evaluated on",
        example="benchmarks that {name} was evaluated on",
        accepts=("Paper", *WORKS),
        answer=on_which_data,
        frames=("DATA name EVALUATED ON", "DATA OF name", "ON DATA name EVALUATED"),
        reads=("on which benchmarks was QLoRA evaluated", "datasets that LoRA was tested on"),
        leaves=("which models has LoRA been tested on",),
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
    Form(
        intent="papers_listed",
        asks="papers listed on DATE or in LISTING",
        example="papers listed in {name}",
        accepts=("Listing",),
        answer=papers_listed,
        frames=(
            "PAPERS LISTED ON listing",
            "PAPERS LISTED listing",
            "PAPERS OF listing",
            "PAPERS ON listing",
            "THING LISTED ON listing",
            "THING LISTED listing",
            "LISTED OF listing",
            "listing PAPERS",
        ),
        reads=(
            "papers listed on 2024-08-02",
            "papers listed in Hugging Face Daily Papers",
            "what was listed on 2 August 2024?",
            "papers of August 2024",
        ),
        leaves=("papers that use LoRA", "listed"),
    ),
    Form(
        intent="papers_mentioning",
        asks="papers that mention METHOD, MODEL, DATASET, BENCHMARK, TASK, METRIC or HARDWARE",
        example="papers that mention {name}",
        accepts=MENTIONABLE,
        answer=papers_mentioning,
        frames=(
            "PAPERS MENTION name",
            "WHO MENTION name",
            "THING MENTION name",
            "WHERE name MENTION",
            "PAPERS OF name MENTION",
            "PAPERS WHERE name MENTION",
            "PAPERS ON name",
            "name PAPERS",
        ),
        reads=(
            "papers that mention LoRA",
            "papers about LoRA",
            "Which papers talk about GSM8K?",
            "where is GSM8K mentioned",
        ),
        leaves=("papers that use LoRA", "who introduced GSM8K"),
    ),
    Form(
        intent="connection",
        asks="how is A connected to B",
        example="how is {name} connected to GSM8K",
        accepts=CONNECTABLE,
        answer=connection,
        frames=(
            "HOW name CONNECTED AND other",
            "HOW name AND other CONNECTED",
            "HOW CONNECTED name AND other",
            "THING CONNECTED BETWEEN name AND other",
            "CONNECTED BETWEEN name AND other",
            "CONNECTED OF name AND other",
            "THING CONNECTED name AND other",
            "CONNECTED name AND other",
            "name CONNECTED AND other",
        ),
        reads=(
            "how is LoRA connected to GSM8K",
            "How are LoRA and GSM8K related?",
            "path from LoRA to GSM8K",
            "what is the connection between LoRA and GSM8K",
            "what connects LoRA with GSM8K",
        ),
        leaves=("how is LoRA connected", "papers that use LoRA"),
    ),
)


def readings(question: str) -> Iterator[tuple[Form, Binding]]:
    """Yield each way to read a question, the likeliest first."""
    for form in FORMS:
        for binding in form.match(question):
            yield form, binding
