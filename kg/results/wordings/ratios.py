"""How a text says that a number is so many times, or so much of, something else."""

from kg.results.numbers.units import SHARE, TIMES
from kg.results.wordings.changes import CHANGE
from kg.results.wordings.costs import COST
from kg.results.wordings.gains import ADJECTIVES
from kg.results.wordings.wording import Wording

_QUALITY = (
    r"(?:performance|accurac(?:y|ies)|quality|capabilit\w+|scores?|abilit\w+|effectiveness|results"
    r"|gains?|improvements?|benefits?|distribution|utility|teacher|oracle|upper bound|⟦o?C⟧)"
)
RATIOS = (
    Wording(
        name="share-of-cost",
        kind="ratio",
        confidence=0.8,
        families=SHARE | {"part"},
        after=(
            r"(?:of|as) (?:(?!(?:and|with|in|on|for|while|when)\b)[\w'’-]+ |⟦o?\w⟧(?:'s)? ){0,5}?"
            rf"{COST}"
        ),
        turn="lower",
        before=(
            r"\b(?:us(?:e[sd]?|ing)|with|at|in|requir\w+|consum\w+|needs?|to|only|for|than|just"
            r"|by|train\w*|updat\w+|tun\w*|and|,|\(|on|-|takes?|of|activat\w+)"
        ),
        holds=("It matches LoRA at [5%] of the cost.",),
        fails=("It reaches [5%] on GSM8K.", "It wins in [95%] of runs with gains in accuracy."),
    ),
    Wording(
        name="share-as-cost",
        kind="ratio",
        confidence=0.75,
        families=SHARE,
        before=r"\b(?:us(?:es|ing)|with|requir\w+|needs?|utili[sz]\w+)",
        after=(
            r"(?:(?!(?:more|less|fewer|higher|lower|additional|extra|added)\b)[\w-]+ ){0,2}?"
            r"(?:parameters|params|memory(?: size)?|FLOPs|compute|computation|tokens|steps"
            r"|(?:training|inference|time) (?:time|costs?)|time|costs?|budget|pre-computation)\b"
            r"(?! (?:efficien|utili[sz]|pruned|removed|saved|reduc))"
        ),
        turn="lower",
        holds=("It is as good with only [1%] memory size.",),
        fails=("It is good with only [1%] accuracy loss.",),
    ),
    Wording(
        name="share-of-quality",
        kind="ratio",
        confidence=0.8,
        families=SHARE,
        after=(
            r"(?:of|as) (?!⟦o?C⟧)"
            r"(?:(?!(?:and|with|while|on|in|at|for)\b)[\w'’-]+ |⟦o?\w⟧(?:'s)? ){0,5}?"
            rf"{_QUALITY}"
            r"|(?:performance|accuracy|quality|⟦o?C⟧) of (?:the |its |their )(?:[\w-]+ ){0,3}?"
            r"(?:models?|teacher|counterparts?|originals?|baselines?|⟦[MA]⟧)"
        ),
        holds=(
            "It keeps [99%] of the original performance.",
            "It has [86%] of the 8B teacher.",
            "It has [76%] accuracy of its supervised counterpart.",
        ),
        fails=("It keeps [99%] on GSM8K.", "It reaches [86%] of accuracy."),
    ),
    Wording(
        name="share-of-rival",
        kind="ratio",
        confidence=0.75,
        families=SHARE,
        before=(
            r"\b(?:reduc|compress|shrink|cut|lower|decreas|trim)\w*[^;,.]{1,80}"
            r" to(?: under| below| only| about| just)?"
        ),
        after=(
            r"(?:of|as) (?:the |its )?(?:[\w-]+ |⟦o?\w⟧ ){0,3}?"
            r"(?:baselines?|originals?|full model|uncompressed|dense)\b"
        ),
        turn="lower",
        holds=("It shrinks the cache to [28%] of the dense baseline.",),
        fails=("It cuts errors to [28%] on GSM8K.",),
    ),
    Wording(
        name="times-less",
        kind="ratio",
        confidence=0.88,
        families=TIMES,
        after=(
            rf"{ADJECTIVES}(?:less|fewer|lower|smaller|cheaper|reductions?|decrease|reduced"
            r"|savings?|shorter|lighter|slower)\b"
        ),
        turn="lower",
        holds=("It needs [3.3x] less data.", "It gives a [2x] memory reduction."),
        fails=("It is [3.3x] faster.",),
    ),
    Wording(
        name="times-more",
        kind="ratio",
        confidence=0.9,
        families=TIMES,
        after=(
            rf"{ADJECTIVES}(?:faster|higher|more|greater|longer|speed-?ups?|acceleration|increase"
            r"|gains?|boost|throughput|efficien\w+|larger|quicker|speed|compression|decoding"
            r"|as [\w-]+)\b"
        ),
        turn="higher",
        holds=("It is [3x] faster.", "It gives [2.7x] as high a score."),
        fails=("It is [3x] smaller.",),
    ),
    Wording(
        name="times-of-metric",
        kind="ratio",
        confidence=0.8,
        families=TIMES,
        after=rf"{ADJECTIVES}⟦o?C⟧",
        turn="better",
        holds=("It gives a [2.7x] attention speedup.",),
        fails=("It is [3x] smaller.",),
    ),
    Wording(
        name="times-better",
        kind="ratio",
        confidence=0.85,
        families=TIMES,
        after=rf"{ADJECTIVES}(?:improvements?|better|superior)\b",
        turn="better",
        holds=("It brings a [2x] improvement.",),
        fails=("It is [3x] smaller.",),
    ),
    Wording(
        name="changes-times",
        kind="ratio",
        confidence=0.85,
        families=TIMES,
        before=(
            rf"(?:\b(?:{CHANGE}|compression)\b|⟦o?C⟧)(?:[^;]{{0,100}}\b(?:by|of|to|factor of"
            r"|with|reaching|reach|is|at|between|averag\w+|achieve\w*|in|from))?(?: a factor of)?"
            rf"|\b{CHANGE} [^;,.\d()]{{1,60}}"
        ),
        holds=("It cuts latency by [3x].", "It has speedups of up to [9x]."),
        fails=("It has [3x].",),
    ),
    Wording(
        name="times",
        kind="ratio",
        confidence=0.6,
        families=TIMES,
        turn="higher",
        holds=("It doubles to [3x] the score.",),
    ),
)
