"""How a text says that a number is a gain or a loss."""

from kg.results.numbers.units import MEASURED, PHYSICAL, PLAIN, SHARE
from kg.results.wordings.changes import CHANGE, COMPARATIVE, NOUN
from kg.results.wordings.wording import Wording

#: Words that may stand between a number and the noun that it counts as a gain of.
ADJECTIVES = (
    r"(?:(?!(?:on|in|of|for|with|and|over|at|to|by|from|than|compared|while|which|when|using|vs"
    r"|versus|is|are|as|across|the|a|an|or|that|but|without|despite|no)\b)"
    r"\w[\w%/-]* |⟦o?[CDTA]⟧ ){0,4}?"
)
_COUNT = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|several|many)"
#: Between a gain and the word that sets it against a rival, and what is no rival behind that.
_UP_TO = r"(?:(?!preference )[\w-]+ |⟦o?C⟧ ){0,3}?"
_NOT_ALL = rf"(?!(?:(?:all|both|the|its|these|those) ){{0,2}}(?:\d|{_COUNT} ))"
CHANGES = (
    Wording(
        name="set-beside",
        kind="absolute",
        families=MEASURED,
        after=r"(?:vs\.?|versus|against|compared (?:to|with)) (?:the |only )?[~<>]?\d",
        holds=("The gap is wide ([61.2%] vs. 52%).",),
        fails=("It reaches [61%] on GSM8K.",),
    ),
    Wording(
        name="set-against-value",
        kind="absolute",
        families=SHARE,
        before=r"\d ?%? (?:vs\.?|versus) (?:the |only )?",
        holds=("The gap is wide (61.2% vs. [52%]).",),
        fails=("The gap is wide: LoRA versus [52%].",),
    ),
    Wording(
        name="points-apart",
        kind="delta",
        families=SHARE,
        before=r"(?:[,;(]|\b(?:and|or|is|are|only|just|still|about|over|another|yet))",
        after=r"(?:points?\s)?(?:below|behind|short of|under) (?:the |its |that of )?(?!\d)[\w⟦]",
        turn="worse",
        holds=("It has 91.8% on GSM8K, only [1.1 points] below full training.",),
        fails=("It has [1.1%] on GSM8K, below full training.",),
    ),
    Wording(
        name="number-above-rival",
        kind="delta",
        families=PLAIN,
        before=r"(?:[,;(]|\b(?:and|or|is|are))",
        after=r"(?:points? )?(?:above|ahead of) (?:the |that of )?⟦[MA]⟧",
        whole=False,
        turn="better",
        holds=("Its mIoU is 78.3, [2.6] above LoRA.",),
        fails=("Its mIoU is [78.3], above LoRA.", "It reaches [2.6] above LoRA."),
    ),
    Wording(
        name="rival-in-brackets",
        kind="absolute",
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
        families=SHARE | PLAIN | {"level"},
        signs=frozenset({"+"}),
        turn="higher",
        before=r"(?:^|[^=\s(])",
        holds=("It helps on GSM8K ([+3.1]).", "It improves by [+3%]."),
        fails=("It helps on GSM8K ([3.1]).",),
    ),
    Wording(
        name="minus",
        kind="delta",
        families=SHARE | {"level"},
        signs=frozenset({"-"}),
        turn="lower",
        holds=("A minor drop ([-1.5%]) is seen.",),
        fails=("A minor drop ([1.5%]) is seen.",),
    ),
    Wording(
        name="changes-by",
        kind="delta",
        families=MEASURED,
        reach=180,
        before=(
            rf"\b{CHANGE}\b[^;]{{0,165}}\bby"
            r"(?: (?:a|an) (?:(?:\w+ )?margin|(?:[a-z]+ ){0,2}{C}) of)?(?: a factor of)?"
        ),
        holds=("We improve accuracy by [3%].", "It is better than LoRA by up to [2.1 points]."),
        fails=("We reach [3%].", "It is better by far, reaching [3%]."),
    ),
    Wording(
        name="differs-by",
        kind="delta",
        families=MEASURED,
        before=(
            r"\b(?:differ(?:s|ing|ed)?|vary|var(?:ies|ied|ying)|shift(?:s|ed|ing)?)\b"
            r"(?: [^;,.]{1,40})? by"
        ),
        holds=("Accuracy differs by [20%] between the two.",),
        fails=("It differs, as it has [20%].",),
    ),
    Wording(
        name="changes-metric",
        kind="delta",
        families=SHARE,
        before=(
            r"\b(?:improv|increas|boost|rais|enhanc|reduc|decreas|lower|lift)(?:e|es|ed|ing|s)?"
            r"(?: the| its)?(?: [\w-]+){0,2} ⟦o?C⟧"
            r"|\b(?:improv|out-?perform|surpass)\w* (?:over|upon|on)"
            r" (?:(?! and | of\s*$| with\s*$)[^;,.()\d]){1,60}?(?=\s*$)"
        ),
        shapes=frozenset({"one", "range"}),
        holds=("It improves the final accuracy over [4%].", "It improves upon LoRA up to [9%]."),
        fails=(
            "It improves the accuracy to [61%].",
            "It improves on it, reaching [61%].",
            "It improves over the best accuracy of [61%].",
            "It improves over the baseline ([61%] there).",
        ),
    ),
    Wording(
        name="changes-bare",
        kind="delta",
        families=SHARE,
        before=(
            r"\b(?:improv|enhanc|increas|boost|reduc|lower|decreas)(?:e|es|ed|ing|s)"
            r" (?:(?!(?:to|from|on|in|with|and|while|by|at|for|that|which|over|upon|of|than|as)\b)"
            r"[\w-]+ ){0,3}(?!(?:to|from|on|in|with|and|while|by|at|for|that|which|over|upon|of"
            r"|than|as|is|are|reaching|achieving)\b)[\w-]+"
        ),
        after=r"(?:[,.;]|and\b|while\b|compared\b|over\b|relative\b|on average\b|$)",
        shapes=frozenset({"one", "range"}),
        holds=("It improves erasure performance [26%], and is fast.",),
        fails=("It improves on GSM8K, reaching [61%].", "It improves recall to [61%]."),
    ),
    Wording(
        name="change-of",
        kind="delta",
        families=MEASURED,
        before=(
            r"\b(?!(?:(?<=final )|(?<=training )|(?<=validation )|(?<=test )|(?<=hamming )"
            r"|(?<=entropy ))loss)"
            rf"{NOUN}\b(?! to [^();]{{0,40}}\(\s*$)(?: \([^()]{{1,50}}\))?"
            r"(?:,? (?:in|of|for|on|over|from|to|at|against|across)\b"
            r"(?:(?! and (?:achiev|attain|reach|surpass|outperform))[^;,.()]){0,70}?)?"
            r",? ?(?:\w+ly )?(?:of|reaching|is|:|averag\w+|ranging from|ranging between|rang\w+"
            r"|often|as|between|=|\(|(?<!leads )(?<!lead )with|i\.e\.,|are|was|were|reach|exceed)"
            r"|\b(?:improvement|gain|increase|boost|reduction|decrease|drop|enhancement|speedup)s?"
            r"(?: in (?:the |its )?(?:[\w-]+ )?⟦o?C⟧)?"
        ),
        shapes=frozenset({"one", "range", "pair"}),
        holds=(
            "We see gains of [3.1%].",
            "It has a final improvement of [3.1%].",
            "It brings a reduction of [30%] memory.",
            "The reduction was [40%] of the length.",
            "It has an improvement in accuracy of [2.3%].",
            "It brings gains in accuracy [46.7%].",
        ),
        fails=(
            "Accuracy drops to near chance ([18.97%]) there.",
            "It gains time and reaches [61%].",
            "It shows improvements in speed and achieves much on GSM8K, reaching [61%].",
        ),
    ),
    Wording(
        name="gains-grow-to",
        kind="delta",
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
        families=SHARE | {"level"},
        before=r"\bgap\b(?: (?!of\b)[⟦⟧\w-]+){0,6}? to(?: only| just| merely| about)?",
        turn="lower",
        holds=("It narrows the gap with experts to only [3.7 points].",),
        fails=("The gap is closed; it rises to [61%].",),
    ),
    Wording(
        name="gains-listed",
        kind="delta",
        families=SHARE,
        before=(
            rf"\b{NOUN}\b[^;.]{{0,80}}?(?::|e\.g\.,?|,? including|,? such as"
            r"|for (?:example|instance),)(?: (?:by|of|an?))?"
        ),
        after=r"(?:on|in|for)\b|, [\d.]+ ?%",
        shapes=frozenset({"one", "range", "pair"}),
        holds=("It has steady gains: [7%] on GSM8K and 3% on MATH.",),
        fails=("It has steady gains: it reaches [71%] on GSM8K.",),
    ),
    Wording(
        name="gains",
        kind="delta",
        families=SHARE | PHYSICAL,
        before=(
            r"\b(?:gain(?:s|ed|ing)?|sav(?:e[sd]?|ing)|drop(?:s|ped|ping)?|los(?:e[sd]?|ing)|lost"
            r"|fell|falls?|falling|cut(?:s|ting)?|reduc(?:e[sd]?|ing)|improv(?:e[sd]?|ing)"
            r"|increas(?:e[sd]?|ing)|ris(?:e[sn]?|ing)|rose|eliminat\w+|remov\w+|prun(?:e[sd]?|ing)"
            r"|gr[eo]w\w*|jump\w*|climb\w*|declin\w+|decreas(?:e[sd]?|ing)"
            r"|lag(?:s|ging)?|trail(?:s|ing)?)"
        ),
        shapes=frozenset({"one", "range", "pair"}),
        holds=("It saves [33%] of the memory.", "Accuracy drops [14%] there."),
        fails=("It reaches [33%].",),
    ),
    Wording(
        name="outperforms-with",
        kind="delta",
        families=SHARE | PHYSICAL,
        before=r"\b(?:out-?perform|surpass)\w*[^;,(]{0,60} with",
        after=r"(?!\s*(?:{C}|of\b))",
        shapes=frozenset({"one", "range", "pair"}),
        holds=("It outperforms LoRA with [3%] on GSM8K.",),
        fails=(
            "It outperforms LoRA with [61%] accuracy.",
            "It surpasses it with [30%] of its cost.",
        ),
    ),
    Wording(
        name="up-in-brackets",
        kind="delta",
        families=SHARE | PLAIN,
        before=r"[(,] ?up",
        after=r"[),;]",
        turn="higher",
        shapes=frozenset({"one", "range"}),
        holds=("It leads on GSM8K (up [10.7]).",),
        fails=("It leads on GSM8K (at [10.7]).",),
    ),
    Wording(
        name="down-in-brackets",
        kind="delta",
        families=SHARE | PLAIN,
        before=r"[(,] ?down",
        after=r"[),;]",
        turn="lower",
        shapes=frozenset({"one", "range"}),
        holds=("It costs less (down [10.7%]).",),
        fails=("It costs less (at [10.7%]).",),
    ),
    Wording(
        name="arrow-up",
        kind="delta",
        families=SHARE | PLAIN,
        after=r"\$?\s?(?:\\uparrow|↑)",
        turn="higher",
        holds=("It helps on GSM8K ([1.5%]↑).",),
        fails=("It helps on GSM8K ([1.5%]).",),
    ),
    Wording(
        name="arrow-down",
        kind="delta",
        families=SHARE | PLAIN,
        after=r"\$?\s?(?:\\downarrow|↓)",
        turn="lower",
        holds=("It has less error on GSM8K ([1.5%]↓).",),
        fails=("It helps on GSM8K ([1.5%]).",),
    ),
    Wording(
        name="costs",
        kind="delta",
        families=SHARE,
        before=r"\bcost(?:s|ing)?",
        after=r"(?:of|in)\s(?:the\s|its\s)?{C}",
        turn="lower",
        holds=("Removing colour costs only [10.6pp] of accuracy.",),
        fails=("It has a cost [61%] of that.",),
    ),
    Wording(
        name="costs-points",
        kind="delta",
        families=SHARE,
        before=r"\bcost(?:s|ing)?(?: (?:it|only|just|about|up to))?",
        after=r"(?:on|in) (?:the )?⟦o?[DTC]⟧",
        turn="worse",
        holds=("Without it, quantization costs [5.5 points] on GSM8K.",),
        fails=("It costs [5.5%] of the compute.",),
    ),
    Wording(
        name="gains-number",
        kind="delta",
        families=PLAIN,
        before=r"\b(?:gain(?:s|ed)|los(?:es|ing)|lost|drop(?:s|ped)|fell|falls)",
        whole=False,
        holds=("It loses [0.082] in cosine similarity.",),
        fails=("It loses to [0.082].",),
    ),
    Wording(
        name="change-behind",
        kind="delta",
        families=SHARE | PHYSICAL,
        after=(
            rf"(?:\([^()]{{1,30}}\) )?(?:or (?:more|greater|higher|better) )?{ADJECTIVES}"
            rf"(?:{NOUN}|{COMPARATIVE})\b(?! of (?:[a-z]+ ){{0,2}}[~<>]?\d)"
        ),
        holds=("It brings a [5%] WER reduction.", "It has [49.6%] higher throughput."),
        fails=("It has [49.6%] accuracy, higher than LoRA.",),
    ),
    Wording(
        name="number-change-behind",
        kind="delta",
        families=PLAIN,
        after=(
            rf"{ADJECTIVES}(?:increase|boost|gain|improvement|reduction|decrease|drop|decline"
            r"|lower|higher|better|worse|degradation|overhead)s?\b(?! of)"
            r"|(?:[\w-]+ )?⟦o?C⟧ (?:loss|gap|penalty)\b"
        ),
        whole=False,
        holds=("That is [1.98] lower than before.", "It has a [0.1] perplexity loss."),
        fails=("That is [1.98].",),
    ),
    Wording(
        name="metric-change-behind",
        kind="delta",
        families=PLAIN,
        after=(
            r"{C} points? (?:over|above|than|compared)\b"
            r"|{C}(?: points?)? (?:absolute |relative )?"
            r"(?:higher|lower|better|worse|improvement|gain|increase)s?\b"
        ),
        holds=("It scores [12] BLEU higher than LoRA.",),
        fails=("It scores [12] BLEU on it.",),
    ),
    Wording(
        name="ahead-of",
        kind="delta",
        families=SHARE,
        turn="better",
        shapes=frozenset({"one", "range", "pair"}),
        after=rf"{_UP_TO}(?:ahead of|beyond) {_NOT_ALL}",
        holds=("It is [5%] ahead of the base.",),
        fails=("It scores [5%] on GSM8K.",),
    ),
    Wording(
        name="above",
        kind="delta",
        families=SHARE,
        turn="better",
        shapes=frozenset({"one", "range", "pair"}),
        after=rf"{_UP_TO}(?:over|above) {_NOT_ALL}",
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
        families=SHARE,
        before=r"(?<!error )(?<!error is )(?<!errors are )(?<!error stays )\bwithin",
        after=r"(?:points? )?(?:of\b|[),.(]|and [\d.]+ ?% of\b)",
        holds=("It comes within [2%] of full tuning.", "Both are alike (within [2%])."),
        fails=("It answers [2%] of all.", "Its error is within [2%]."),
    ),
)
