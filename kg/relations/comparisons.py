"""What the claims of a paper's comparisons come to, once it is known what is the paper's own."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.relations.claim import Claim
from kg.text import Reading

COMPARISONS = frozenset({"comparedWith", "outperforms"})

_COSTS = re.compile(
    r"\b(?:speed\w*|fast\w*|latenc\w+|throughput|memory|cheap\w*|costs?|cost-\w+|storage"
    r"|parameters?|flops|comput\w+|tokens?|efficien\w+|overhead|run-?time|energy|accelerat\w+"
    r"|size|footprint|inference\s+time|training\s+time|steps|samples?|smaller|shorter)\b",
    re.IGNORECASE,
)
_QUALITY = re.compile(
    r"\b(?:accura\w+|performan\w+|quality|scores?|robust\w*|faithful\w*|generali[sz]\w+|success"
    r"|precision|recall|f1|bleu|rouge|m?iou|map|psnr|ssim|fid|wer|perplexity|error\w*|win|reward"
    r"|results?|alignment|fidelity|realism|reasoning|outperform\w*|surpass\w*|better"
    r"|effective\w*|pass@\d+|auc|auroc|dice|consistency|coherence|safety|superior\w*)\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:ours|our\s+(?!(?:results?|findings?|experiments?|evaluations?|analys[ei]s|study|tests?"
    r"|benchmarks?|work|data\s?sets?|paper|survey)\b)|(?:fine-tuned|resulting|proposed|trained)\s"
    r"|we\s+(?:propose|train|fine-?tune|develop|introduce|present)\b)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:]\s|\bwhile\b|\bwith\b(?=\s+[\d~]|\s+(?:an?|up)\b)")


def settle_comparisons(
    reading: Reading, claims: list[Claim], *, compares_others: bool
) -> Iterator[Claim]:
    """Yield all claims, those of comparisons as the whole paper makes them mean.

    What a named thing does better is said of the paper where that thing is its own, of the thing
    itself else. What is better, or worse, is compared with.
    """
    own = {claim.found.name.reference for claim in claims if claim.relation == "introduces"}
    others = {
        (claim.start, claim.found.start)
        for claim in claims
        if claim.relation == "outperforms"
        and claim.subject
        and claim.subject.name.reference not in own
    }
    for claim in claims:
        if claim.relation not in COMPARISONS:
            yield claim
        elif claim.subject is not None and claim.subject.name.reference not in own:
            if claim.found.name.reference not in own and claim.found.name.named:
                yield claim
        elif _is_of_paper(reading, claim, own, others, compares_others):
            yield from _of_paper(reading, claim)


def _is_of_paper(
    reading: Reading,
    claim: Claim,
    own: set[str],
    others: set[tuple[int, int]],
    compares_others: bool,
) -> bool:
    """Say whether a comparison is one of the paper's own work with what is not its own."""
    if claim.found.name.reference in own or (claim.start, claim.found.start) in others:
        return False
    return not compares_others or bool(_OURS.search(reading.text, claim.start, claim.found.start))


def _of_paper(reading: Reading, claim: Claim) -> Iterator[Claim]:
    yield replace(claim, relation="comparedWith", subject=None, turned=False)
    if claim.relation == "outperforms" and not _is_cost_alone(reading, claim):
        yield replace(claim, subject=None)


def _is_cost_alone(reading: Reading, claim: Claim) -> bool:
    """Say whether the words around say that less is needed, not that more is reached."""
    start, end = claim.start, claim.found.start
    if claim.rule == "compared-first":
        start, end = claim.found.end, claim.end
    else:
        start = max((m.end() for m in _CLAUSE.finditer(reading.text, start, end)), default=start)
    words = reading.text[start:end]
    return bool(_COSTS.search(words)) and not _QUALITY.search(words)
