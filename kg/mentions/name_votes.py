"""What a name itself says of its type: MathBench, Zorb-7B, Temporal Alignment SHAP."""

import re
from functools import lru_cache

from kg import lexicon

# At the end of a name, of a mixture of experts too: 7B, A17B.
_SIZED = r"A?\d+(?:\.\d+)?B$"
#: What a name itself tells.
_WITHIN = tuple(
    (re.compile(pattern), type_name, weight)
    for pattern, type_name, weight in (
        # Bench2Drive, but not BenchMaker.
        (
            rf"(?:(?!^)(?i:bench(?:mark)?)|^Bench(?=\d))(?:[-.]?(?!{_SIZED})[A-Z0-9][\w.]*)?$",
            "Benchmark",
            6.0,
        ),
        # A gym may as well be where agents are trained.
        (r"(?i:gym)(?:[-.]?v?\d[\w.]*)?$", "Benchmark", 2.5),
        (rf"-{_SIZED}", "Model", 6.0),
        (r"(?i:arena)(?:[-.]?[A-Z0-9][\w.]*)?$", "Benchmark", 3.0),
        (r"(?:(?<!I)QA|Eval|Test|Exam)$", "Benchmark", 2.0),  # IQA assesses images
        (
            r"(?:(?<=[a-z])|[ -])(?:Score|Index|Accuracy|Rate|Error|Ratio|Correlation|Coverage"
            r"|Distance|Gap)$|[A-Z]SCORE$",
            "Metric",
            3.0,
        ),
        (
            r"(?:(?:[a-z]|-)F1|-(?:AUC|Acc|IoU|mAP|WER|BLEU|FID|nDCG|NDCG|MRR))(?:@\d+)?$",
            "Metric",
            5.0,
        ),
        (r"-\d+(?:\.\d+)?[KMk]$", "Dataset", 4.0),
        (r"Dataset$", "Dataset", 4.0),
        (r"(?:Corpus|Data|Dataset|Bank)(?:-\d[\w.]*)?$|^Wiki[A-Z]", "Dataset", 2.0),
        (r"(?:VLM|MLLM|VLA|LLaVA|LLaMA|Llama|Qwen|VL)(?:[-.]?\d[\d.]*[A-Za-z]?)?$", "Model", 1.2),
        (r"-(?:Qwen|LLaMA|Llama|LLaVA)", "Model", 1.2),
        (r"-(?:d\d{2}|XXL|XL|[SBLH]/\d+)$", "Model", 2.5),
        (r"(?:GPT|LM)(?:[-.]?\d[\w.]*)?$", "Model", 0.4),
        (r"[ -]Task$", "Task", 5.0),
        (r"[a-z]BERTa?(?:-\w+)?$", "Model", 2.0),
        (r"(?:Judge|Evaluator|Verifier|Scorer|Critic)$", "Method", 2.0),
        (
            r"(?:PO|RL|Net|Former|GAN|NeRF|Attention|Prune|Quant|Cache|Decoding|MoE"
            r"|Agent|Tuning|Flow|Diff|Adapter)$",
            "Method",
            1.0,
        ),
    )
)


@lru_cache(maxsize=1 << 14)
def votes_within(label: str) -> tuple[tuple[str, float], ...]:
    """Return types with the weights that a name itself gives them."""
    votes = [(name, weight) for pattern, name, weight in _WITHIN if pattern.search(label)]
    return (*votes, ("Method", 2.5)) if _ends_in_method(label) else tuple(votes)


def _ends_in_method(label: str) -> bool:
    """Say whether a name of several words ends in the short one of a method."""
    first, _, last = label.rpartition(" ")
    if not (first and last.isupper()):
        return False
    return any(last in entry.conditions for entry in lexicon.load().lookup(last, "Method"))
