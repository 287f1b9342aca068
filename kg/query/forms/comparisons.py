"""Questions on what is better than, and what is set against, what."""

from kg.query.compare import comparison
from kg.query.forms.form import MODELS, WORKS, Form
from kg.query.relations import compared_with, outperformed, outperforming

_RIVALS = ("Method", *MODELS, "Paper")
_COMPARABLE = (*WORKS, "Paper", "Task", "Hardware")

FORMS = (
    Form(
        intent="comparison",
        asks="compare A and B",
        example="compare {name} and QLoRA",
        accepts=_COMPARABLE,
        answer=comparison,
        several=True,
        frames=(
            "COMPARE name AND other",
            "COMPARE name VERSUS other",
            "COMPARE BETWEEN name AND other",
            "COMPARE OF name AND other",
            "THING COMPARE BETWEEN name AND other",
            "HOW name COMPARE AND other",
            "HOW name AND other COMPARE",
            "HOW name AND other DIFFER",
            "name VERSUS other",
            "name COMPARED other",
        ),
        reads=(
            "compare LoRA and QLoRA",
            "LoRA vs QLoRA",
            "what is the difference between LoRA and QLoRA?",
            "how does LoRA compare to QLoRA?",
            "comparison of LoRA with QLoRA",
            "compare LoRA, QLoRA and DoRA",
        ),
        leaves=("what is LoRA compared with", "compare LoRA"),
    ),
    Form(
        intent="outperforming",
        asks="what outperforms METHOD, MODEL or PAPER",
        example="what outperforms {name}",
        accepts=_RIVALS,
        answer=outperforming,
        frames=(
            "THING OUTPERFORM name",
            "METHODS OUTPERFORM name",
            "MODELS OUTPERFORM name",
            "PAPERS OUTPERFORM name",
            "WHO OUTPERFORM name",
            "THING METHODS OUTPERFORM name",
            "THING name OUTPERFORM BY",
            "METHODS name OUTPERFORM BY",
            "MODELS name OUTPERFORM BY",
            "OUTPERFORM name",
        ),
        reads=(
            "what outperforms LoRA",
            "Which methods beat LoRA?",
            "which models are better than Llama-2-7B",
            "what is LoRA outperformed by",
            "who surpasses LoRA",
        ),
        leaves=("what does LoRA outperform", "LoRA outperforms"),
    ),
    Form(
        intent="outperformed",
        asks="what METHOD, MODEL or PAPER outperforms",
        example="what {name} outperforms",
        accepts=_RIVALS,
        answer=outperformed,
        frames=(
            "THING OUTPERFORM BY name",
            "METHODS OUTPERFORM BY name",
            "MODELS OUTPERFORM BY name",
            "THING name OUTPERFORM",
            "METHODS name OUTPERFORM",
            "MODELS name OUTPERFORM",
            "name OUTPERFORM THING",
        ),
        reads=(
            "what LoRA outperforms",
            "what does LoRA outperform?",
            "which methods does LoRA beat",
            "what is outperformed by LoRA",
            "methods that LoRA is better than",
        ),
        leaves=("what outperforms LoRA", "LoRA"),
    ),
    Form(
        intent="compared_with",
        asks="what is METHOD, MODEL or PAPER compared with",
        example="what is {name} compared with",
        accepts=_RIVALS,
        answer=compared_with,
        frames=(
            "THING name COMPARED",
            "METHODS name COMPARED",
            "MODELS name COMPARED",
            "THING COMPARED name",
            "METHODS COMPARED name",
            "MODELS COMPARED name",
            "PAPERS COMPARED name",
            "WHO COMPARED name",
            "COMPARED name",
            "AND THING name COMPARE",
        ),
        reads=(
            "what is LoRA compared with",
            "Which methods is LoRA compared to?",
            "what is compared with LoRA",
            "baselines of LoRA",
            "papers that compare with LoRA",
        ),
        leaves=("compare LoRA and QLoRA", "what outperforms LoRA"),
    ),
)
