"""How a text says that a number is a gain or a loss, or so many times as much."""

from kg.results.changes import CHANGE, COMPARATIVE, NOUN
from kg.results.units import MEASURED, PHYSICAL, PLAIN, SHARE, TIMES
from kg.results.wordings import Wording

#: Words that may stand between a number and the noun that it counts as a gain of.
_ADJECTIVES = (
    r"(?:(?!(?:on|in|of|for|with|and|over|at|to|by|from|than|compared|while|which|when|using|vs"
    r"|versus|is|are|as|across|the|a|an|or|that|but|without|despite|no)\b)"
    r"\w[\w%/-]* |⟦o?[CDTA]⟧ ){0,4}?"
)
_COUNT = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|several|many)"
#: What work costs, as the nouns of patterns.
COST = (
    r"(?:(?:costs?|compute|memory|FLOPs|parameters|params|weights|latency|budgets?|resources|tokens"
    r"|energy|size|computations?|VRAM|overhead|steps|runtime|footprint|storage|bandwidth"
    r"|(?:wall-clock|training|inference|running|search|compute|decoding) time)(?!\w)|⟦o?C⟧)"
)
_QUALITY = (
    r"(?:performance|accurac(?:y|ies)|quality|capabilit\w+|scores?|abilit\w+|effectiveness|results"
    r"|gains?|improvements?|benefits?|distribution|utility|teacher|oracle|upper bound|⟦o?C⟧)"
)
CHANGES = (
    Wording(
        name="set-beside",
        kind="absolute",
        confidence=0.88,
        families=MEASURED,
        after=r"(?:vs\.?|versus|against|compared (?:to|with)) (?:the |only )?[~<>]?\d",
        holds=("The gap is wide ([61.2%] vs. 52%).",),
        fails=("It reaches [61%] on GSM8K.",),
    ),
    Wording(
        name="set-against-value",
        kind="absolute",
        confidence=0.85,
        families=SHARE,
        before=r"\d ?%? (?:vs\.?|versus) (?:the |only )?",
        holds=("The gap is wide (61.2% vs. [52%]).",),
        fails=("The gap is wide: LoRA versus [52%].",),
    ),
    Wording(
        name="rival-in-brackets",
        kind="absolute",
        confidence=0.8,
        families=MEASURED,
        before=(
            r"\b(?:previous(?:ly)?|prior|published|earlier|second-best|runner-up|state-of-the-art"
            r"|SOTA|baselines?)(?: (?:best|published|result|results|performance|models?|methods?"
            r"|works?|approach|score|value|one)){0,3} \("
        ),
        after=r"\)",
        holds=("It is ahead of the best published result ([6.1%]).",),
        fails=("It is ahead of LoRA ([6.1%]).",),
    ),
    Wording(
        name="plus",
        kind="delta",
        confidence=0.85,
        families=SHARE | PLAIN | {"level"},
        signs=frozenset({"+"}),
        turn="higher",
        holds=("It helps on GSM8K ([+3.1]).", "It improves by [+3%]."),
        fails=("It helps on GSM8K ([3.1]).",),
    ),
    Wording(
        name="minus",
        kind="delta",
        confidence=0.8,
        families=SHARE | {"level"},
        signs=frozenset({"-"}),
        turn="lower",
        holds=("A minor drop ([-1.5%]) is seen.",),
        fails=("A minor drop ([1.5%]) is seen.",),
    ),
    Wording(
        name="changes-by",
        kind="delta",
        confidence=0.9,
        families=MEASURED,
        reach=180,
        before=rf"\b{CHANGE}\b[^;]{{0,165}}\bby(?: (?:a|an) (?:\w+ )?margin of)?(?: a factor of)?",
        holds=("We improve accuracy by [3%].", "It is better than LoRA by up to [2.1 points]."),
        fails=("We reach [3%].", "It is better by far, reaching [3%]."),
    ),
    Wording(
        name="changes-metric",
        kind="delta",
        confidence=0.8,
        families=SHARE,
        before=(
            r"\b(?:improv|increas|boost|rais|enhanc|reduc|decreas|lower|lift)(?:e|es|ed|ing|s)?"
            r"(?: the| its)?(?: [\w-]+){0,2} ⟦o?C⟧"
            r"|\b(?:improv|outperform|surpass)\w* (?:over|upon|on) (?:(?! and )[^;,.\d]){1,60}?"
        ),
        after=r"(?!on\b)",
        shapes=frozenset({"one", "range"}),
        holds=("It improves the final accuracy over [4%].", "It improves upon LoRA up to [9%]."),
        fails=("It improves the accuracy to [61%].", "It improves on it, reaching [61%]."),
    ),
    Wording(
        name="change-of",
        kind="delta",
        confidence=0.88,
        families=MEASURED,
        before=(
            rf"\b{NOUN}\b(?:,? (?:in|of|for|on|over|from|to|at|against|across)\b"
            r"(?:(?! and (?:achiev|attain|reach|surpass|outperform))[^;,.()]){0,70}?)?"
            r",? ?(?:\w+ly )?(?:of|reaching|is|:|averag\w+|ranging from|ranging between|rang\w+"
            r"|often|as|between|=|\(|(?<!leads )(?<!lead )with|i\.e\.,|are|was|were|reach|exceed)"
            r"|\b(?:improvement|gain|increase|boost|reduction|decrease|drop|enhancement|speedup)s?"
        ),
        shapes=frozenset({"one", "range", "pair"}),
        holds=("We see gains of [3.1%].", "It has an improvement in accuracy of [2.3%]."),
        fails=(
            "It gains time and reaches [61%].",
            "It shows improvements in speed and achieves much on GSM8K, reaching [61%].",
        ),
    ),
    Wording(
        name="gains-grow-to",
        kind="delta",
        confidence=0.8,
        families=SHARE,
        before=(
            r"\b(?:gains?|improvements?|reductions?|savings?|speed-?ups?) (?:[a-z]+ly )?"
            r"(?:increas|grow|ris|rose|widen|climb|reach|expand|shrink|drop|fall)\w*(?: to)?"
        ),
        holds=("With more steps the gains increase to [8.5%].",),
        fails=("It gains time, and accuracy increases to [61%].",),
    ),
    Wording(
        name="gap-to",
        kind="delta",
        confidence=0.8,
        families=SHARE | {"level"},
        before=r"\bgap\b(?: (?!of\b)[⟦⟧\w-]+){0,6}? to(?: only| just| merely| about)?",
        turn="lower",
        holds=("It narrows the gap with experts to only [3.7 points].",),
        fails=("The gap is closed; it rises to [61%].",),
    ),
    Wording(
        name="gains-listed",
        kind="delta",
        confidence=0.8,
        families=SHARE,
        before=(
            rf"\b{NOUN}\b[^;.]{{0,80}}?(?::|e\.g\.,?|,? including|,? such as"
            r"|for (?:example|instance),)(?: (?:by|of|an?))?"
        ),
        after=r"(?:on|in|for)\b",
        shapes=frozenset({"one", "range", "pair"}),
        holds=("It has steady gains: [7%] on GSM8K and 3% on MATH.",),
        fails=("It has steady gains: it reaches [71%] on GSM8K.",),
    ),
    Wording(
        name="gains",
        kind="delta",
        confidence=0.85,
        families=SHARE | PHYSICAL,
        before=(
            r"\b(?:gain(?:s|ed|ing)?|sav(?:e[sd]?|ing)|drop(?:s|ped|ping)?|los(?:e[sd]?|ing)|lost"
            r"|fell|falls?|falling|cut(?:s|ting)?|reduc(?:e[sd]?|ing)|improv(?:e[sd]?|ing)"
            r"|increas(?:e[sd]?|ing)|ris(?:e[sn]?|ing)|rose|eliminat\w+|remov\w+|prun(?:e[sd]?|ing)"
            r"|gr[eo]w\w*|jump\w*|climb\w*|declin\w+|decreas(?:e[sd]?|ing)"
            r"|(?:outperform|surpass)\w*[^;,(]{0,60} with)"
        ),
        holds=("It saves [33%] of the memory.", "Accuracy drops [14%] there."),
        fails=("It reaches [33%].",),
    ),
    Wording(
        name="costs",
        kind="delta",
        confidence=0.85,
        families=SHARE,
        before=r"\bcost(?:s|ing)?",
        after=r"(?:of|in)\s(?:the\s|its\s)?{C}",
        turn="lower",
        holds=("Removing colour costs only [10.6pp] of accuracy.",),
        fails=("It has a cost [61%] of that.",),
    ),
    Wording(
        name="gains-number",
        kind="delta",
        confidence=0.75,
        families=PLAIN,
        before=r"\b(?:gain(?:s|ed)|los(?:es|ing)|lost|drop(?:s|ped)|fell|falls)",
        whole=False,
        holds=("It loses [0.082] in cosine similarity.",),
        fails=("It loses to [0.082].",),
    ),
    Wording(
        name="change-behind",
        kind="delta",
        confidence=0.88,
        families=SHARE | PHYSICAL,
        after=(
            rf"(?:\([^()]{{1,30}}\) )?(?:or (?:more|greater|higher|better) )?{_ADJECTIVES}"
            rf"(?:{NOUN}|{COMPARATIVE})\b(?! of (?!the\b))"
        ),
        holds=("It brings a [5%] WER reduction.", "It has [49.6%] higher throughput."),
        fails=("It has [49.6%] accuracy, higher than LoRA.",),
    ),
    Wording(
        name="number-change-behind",
        kind="delta",
        confidence=0.8,
        families=PLAIN,
        after=(
            rf"{_ADJECTIVES}(?:increase|boost|gain|improvement|reduction|decrease|drop|decline"
            r"|lower|higher|better|worse|degradation|overhead)s?\b(?! of)"
            r"|(?:[\w-]+ )?⟦o?C⟧ (?:loss|gap|penalty)\b"
        ),
        whole=False,
        holds=("That is [1.98] lower than before.", "It has a [0.1] perplexity loss."),
        fails=("That is [1.98].",),
    ),
    Wording(
        name="ahead-of",
        kind="delta",
        confidence=0.75,
        families=SHARE,
        turn="better",
        shapes=frozenset({"one", "range", "pair"}),
        after=(
            r"(?:(?!preference )[\w-]+ |⟦o?C⟧ ){0,3}?(?:over|above|ahead of|beyond) "
            rf"(?!(?:(?:all|both|the|its|these|those) ){{0,2}}(?:\d|{_COUNT} ))"
        ),
        holds=("It scores [5%] over the base.",),
        fails=(
            "It scores [5%] on GSM8K.",
            "It averages [5%] over the nine tasks.",
            "It wins [61%] user preference over LoRA.",
        ),
    ),
    Wording(
        name="within",
        kind="delta",
        confidence=0.7,
        families=SHARE,
        before=r"\bwithin",
        after=r"of\b",
        holds=("It comes within [2%] of full tuning.",),
        fails=("It answers [2%] of all.",),
    ),
)

RATIOS = (
    Wording(
        name="share-of-cost",
        kind="ratio",
        confidence=0.8,
        families=SHARE | {"part"},
        after=rf"(?:(?:of|as) )(?:(?!and\b)[\w'’-]+ |⟦o?\w⟧(?:'s)? ){{0,5}}?{COST}",
        turn="lower",
        before=(
            r"\b(?:us(?:e[sd]?|ing)|with|at|in|requir\w+|consum\w+|needs?|to|only|for|than|just"
            r"|by|train\w*|updat\w+|tun\w*|and|,|\(|on|-|takes?|of|activat\w+)"
        ),
        holds=("It matches LoRA at [5%] of the cost.",),
        fails=("It reaches [5%] on GSM8K.",),
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
        ),
        holds=("It keeps [99%] of the original performance.", "It has [86%] of the 8B teacher."),
        fails=("It keeps [99%] on GSM8K.", "It reaches [86%] of accuracy."),
    ),
    Wording(
        name="share-of-rival",
        kind="ratio",
        confidence=0.75,
        families=SHARE,
        before=r"\b(?:reduc|compress|shrink|cut|lower|decreas|trim)\w*[^;,.]{1,80} to",
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
            rf"{_ADJECTIVES}(?:less|fewer|lower|smaller|cheaper|reductions?|decrease|reduced"
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
            rf"{_ADJECTIVES}(?:faster|higher|more|greater|longer|speed-?ups?|acceleration|increase"
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
        after=rf"{_ADJECTIVES}⟦o?C⟧",
        turn="better",
        holds=("It gives a [2.7x] attention speedup.",),
        fails=("It is [3x] smaller.",),
    ),
    Wording(
        name="times-better",
        kind="ratio",
        confidence=0.85,
        families=TIMES,
        after=rf"{_ADJECTIVES}(?:improvements?|better|superior)\b",
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
