"""How a text says what a number is: a value, a gain or a loss, or so many times as much."""

from kg.results.changes import CHANGE, COMPARATIVE, NOUN
from kg.results.wordings import Wording

_SHARE = frozenset({"share"})
_PLAIN = frozenset({"plain"})
_TIMES = frozenset({"times"})
_PHYSICAL = frozenset({"time", "speed", "memory", "compute", "level", "length", "power"})
_MEASURED = _SHARE | _PLAIN | _PHYSICAL

#: Words that may stand between a number and the noun that it counts as a gain of.
_ADJECTIVES = (
    r"(?:(?!(?:on|in|of|for|with|and|over|at|to|by|from|than|compared|while|which|when|using|vs"
    r"|versus|is|are|as|across|the|a|an|or|that|but)\b)[\w%/-]+ |⟦o?[CDTA]⟧ ){0,4}?"
)
#: Verbs by which something has a value.
_REACHES = (
    r"(?:achiev\w*|attain\w*|reach\w*|obtain\w*|scor\w+|yield\w*|gets?|getting|hits?|hitting"
    r"|record\w*|report\w*|deliver\w*|produc\w+|sustain\w*|maintain\w*|exhibit\w*|demonstrat\w*"
    r"|show\w*|post(?:s|ed|ing)|register\w*|secur\w+|succeed\w*|solv\w+|complet\w+|pass(?:es|ed|ing)?"
    r"|resolv\w+|detect\w*|identif\w+|answer\w*|fail\w*|averag\w+|peak\w*|exceed\w*|is|are|was|were"
    r"|remain\w*|stay\w*|stands? at|earn\w*|provid\w+|perform\w*|having|have|has|with|giv\w+"
    r"|establish\w*|set(?:s|ting)?|to|retain\w*|preserv\w+|captur\w+|recover\w*|correct\w+|at|of)"
)
_COST = (
    r"(?:(?:costs?|compute|memory|FLOPs|parameters|params|weights|latency|budgets?|resources|tokens"
    r"|energy|size|computations?|VRAM|overhead|steps|runtime|footprint|storage|bandwidth"
    r"|(?:wall-clock|training|inference|running|search|compute|decoding) time)(?!\w)|⟦o?C⟧)"
)
_QUALITY = (
    r"(?:performance|accurac(?:y|ies)|quality|capabilit\w+|scores?|abilit\w+|effectiveness|results"
    r"|gains?|improvements?|benefits?|distribution|utility)"
)
#: Nouns that a share is a value of, beside the metrics of the lexicon.
_MEASURE = (
    r"(?:accurac\w+|precision|recall|scores?|rates?|success\w*|correct\w*|agreement|coverage"
    r"|sparsity|errors?|performance|retention|utili[sz]ation|satisfaction|consistency|overhead"
    r"|failures?|similarity|correlation|reliability|overlap|validity|faithfulness|completion"
    r"|preference|alignment|safety|compliance|fidelity|efficiency|detection|hallucinations?"
    r"|sensitivity|specificity|robustness|F1|AUC|parameters|attacks?)"
)
_VALUE = r"(?:average|mean|overall|absolute|relative|macro|micro|weighted|zero-shot|[\w-]+shot) "

CHANGES = (
    Wording(
        name="set-beside",
        kind="absolute",
        confidence=0.88,
        families=_MEASURED,
        after=r"(?:vs\.?|versus|against|compared (?:to|with)) (?:the |only )?[~<>]?\d",
        holds=("The gap is wide ([61.2%] vs. 52%).",),
        fails=("It reaches [61%] on GSM8K.",),
    ),
    Wording(
        name="plus",
        kind="delta",
        confidence=0.85,
        families=_SHARE | _PLAIN | {"level"},
        signs=frozenset({"+"}),
        turn="higher",
        holds=("It helps on GSM8K ([+3.1]).", "It improves by [+3%]."),
        fails=("It helps on GSM8K ([3.1]).",),
    ),
    Wording(
        name="minus",
        kind="delta",
        confidence=0.8,
        families=_SHARE | {"level"},
        signs=frozenset({"-"}),
        turn="lower",
        holds=("A minor drop ([-1.5%]) is seen.",),
        fails=("A minor drop ([1.5%]) is seen.",),
    ),
    Wording(
        name="changes-by",
        kind="delta",
        confidence=0.9,
        families=_MEASURED,
        before=rf"\b{CHANGE}\b[^;]{{0,100}}\bby(?: (?:a|an) (?:\w+ )?margin of)?(?: a factor of)?",
        holds=("We improve accuracy by [3%].", "It is better than LoRA by up to [2.1 points]."),
        fails=("We reach [3%].", "It is better by far, reaching [3%]."),
    ),
    Wording(
        name="change-of",
        kind="delta",
        confidence=0.88,
        families=_MEASURED,
        before=(
            rf"\b{NOUN}\b(?:,? (?:in|of|for|on|over|from|to|at|against|across)\b[^;,.()]{{0,70}}?)?"
            r",? ?(?:\w+ly )?(?:of|reaching|is|:|averag\w+|ranging from|ranging between|rang\w+"
            r"|often|as|between|=|\(|with|i\.e\.,)"
        ),
        holds=("We see gains of [3.1%].", "It has an improvement in accuracy of [2.3%]."),
        fails=("It gains time and reaches [61%].",),
    ),
    Wording(
        name="gains",
        kind="delta",
        confidence=0.85,
        families=_SHARE | _PHYSICAL,
        before=(
            r"\b(?:gain(?:s|ed|ing)?|sav(?:e[sd]?|ing)|drop(?:s|ped|ping)?|los(?:e[sd]?|ing)|lost"
            r"|fell|falls?|falling|cut(?:s|ting)?|reduc(?:e[sd]?|ing)|improv(?:e[sd]?|ing)"
            r"|increas(?:e[sd]?|ing)|ris(?:e[sn]?|ing)|rose|eliminat\w+|remov\w+|prun\w+"
            r"|(?:outperform|surpass)\w*[^;,]{0,60} with)"
        ),
        holds=("It saves [33%] of the memory.", "Accuracy drops [14%] there."),
        fails=("It reaches [33%].",),
    ),
    Wording(
        name="change-behind",
        kind="delta",
        confidence=0.88,
        families=_SHARE | _PHYSICAL,
        after=rf"(?:\([^()]{{1,30}}\) )?{_ADJECTIVES}(?:{NOUN}|{COMPARATIVE})\b(?! of)",
        holds=("It brings a [5%] WER reduction.", "It has [49.6%] higher throughput."),
        fails=("It has [49.6%] accuracy, higher than LoRA.",),
    ),
    Wording(
        name="number-change-behind",
        kind="delta",
        confidence=0.8,
        families=_PLAIN,
        after=(
            rf"{_ADJECTIVES}(?:increase|boost|gain|improvement|reduction|decrease|drop|decline"
            r"|lower|higher|better|worse)s?\b(?! of)"
        ),
        whole=False,
        holds=("That is [1.98] lower than before.",),
        fails=("That is [1.98].",),
    ),
    Wording(
        name="ahead-of",
        kind="delta",
        confidence=0.75,
        families=_SHARE,
        after=r"(?:[\w-]+ |⟦o?C⟧ ){0,3}?(?:over|above|ahead of|beyond) (?!\d)",
        holds=("It scores [5%] over the base.",),
        fails=("It scores [5%] on GSM8K.",),
    ),
    Wording(
        name="within",
        kind="delta",
        confidence=0.7,
        families=_SHARE,
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
        families=_SHARE | {"part"},
        after=rf"(?:(?:of|as) )(?:(?!and\b)[\w'’-]+ |⟦o?\w⟧(?:'s)? ){{0,5}}?{_COST}",
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
        families=_SHARE,
        after=rf"(?:of|as) (?:(?!and\b)[\w'’-]+ |⟦o?\w⟧(?:'s)? ){{0,5}}?{_QUALITY}",
        holds=("It keeps [99%] of the original performance.",),
        fails=("It keeps [99%] on GSM8K.",),
    ),
    Wording(
        name="times-less",
        kind="ratio",
        confidence=0.88,
        families=_TIMES,
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
        families=_TIMES,
        after=(
            rf"{_ADJECTIVES}(?:faster|higher|more|greater|longer|speed-?ups?|acceleration|increase"
            r"|gains?|boost|throughput|efficien\w+|larger|quicker|speed|compression|decoding"
            r"|as [\w-]+)\b"
        ),
        turn="higher",
        holds=("It is [3x] faster.", "It gives a [2.7x] attention speedup."),
        fails=("It is [3x] smaller.",),
    ),
    Wording(
        name="times-better",
        kind="ratio",
        confidence=0.85,
        families=_TIMES,
        after=rf"{_ADJECTIVES}(?:improvements?|better|superior)\b",
        turn="better",
        holds=("It brings a [2x] improvement.",),
        fails=("It is [3x] smaller.",),
    ),
    Wording(
        name="changes-times",
        kind="ratio",
        confidence=0.85,
        families=_TIMES,
        before=(
            rf"\b(?:{CHANGE}|compression|throughput)\b(?:[^;]{{0,100}}\b(?:by|of|to|factor of"
            r"|with|reaching|reach|is|at|between|averag\w+|achieve\w*|in|from))?(?: a factor of)?"
        ),
        holds=("It cuts latency by [3x].", "It has speedups of up to [9x]."),
        fails=("It has [3x].",),
    ),
    Wording(
        name="times",
        kind="ratio",
        confidence=0.6,
        families=_TIMES,
        turn="higher",
        holds=("It doubles to [3x] the score.",),
    ),
)

VALUES = (
    Wording(
        name="ends-at",
        kind="absolute",
        confidence=0.85,
        families=_SHARE,
        before=r"\bfrom [^;,]{0,60}\bto",
        shapes=frozenset({"one"}),
        holds=("It rises from 41% (small) to [61%] (large).",),
        fails=("It rises to [61%].",),
    ),
    Wording(
        name="added-cost",
        kind="absolute",
        confidence=0.7,
        families=_SHARE,
        after=rf"(?:additional|extra|more|added|trainable) (?:[\w-]+ ){{0,2}}?{_COST}",
        holds=("It adds [0.1%] extra parameters.",),
        fails=("It adds [0.1%] accuracy.",),
    ),
    Wording(
        name="set-against",
        kind="absolute",
        confidence=0.85,
        families=_SHARE | _PLAIN,
        whole=False,
        before=(
            r"(?:\bvs\.?|\bversus|\bcompared (?:to|with)|\bagainst)"
            r"(?: (?!(?:and|to|by|with)\b)[\w-]+| ⟦\w+⟧(?:'s)?){0,5}?(?: of| at)?"
        ),
        holds=("It reaches 61.5% vs. [52.1%] of LoRA.",),
        fails=("It reaches [52.1%].",),
    ),
    Wording(
        name="starts-from",
        kind="absolute",
        confidence=0.8,
        families=_SHARE,
        before=rf"\b(?:{CHANGE}|scal\w+|⟦o?C⟧|mov\w+|goes|going)[^;]{{0,90}}\bfrom",
        shapes=frozenset({"one"}),
        holds=("Accuracy rises from [41%] (small) to 61% (large).",),
        fails=("It comes from [41%].",),
    ),
    Wording(
        name="from-to",
        kind="absolute",
        confidence=0.9,
        families=_SHARE | _PHYSICAL,
        shapes=frozenset({"change"}),
        holds=("It lifts GSM8K from [51% to 61%].",),
        fails=("It lifts GSM8K to [61%].",),
    ),
    Wording(
        name="number-from-to",
        kind="absolute",
        confidence=0.8,
        families=_PLAIN,
        before=(
            rf"\b(?:{CHANGE}|scores?|⟦o?C⟧)[^;]{{0,100}}?(?:\bfrom|\(|:|,|\bscores?)|\d ?%\s*\("
        ),
        shapes=frozenset({"change"}),
        holds=("It raises BLEU from [27.3 to 31.4].",),
        fails=("We use the sizes from [4 to 8].",),
    ),
    Wording(
        name="metric-of",
        kind="absolute",
        confidence=0.9,
        families=_MEASURED,
        before=(
            r"{C}(?: scores?| rates?| values?| performance| points)?(?: \([^()]{1,30}\))?"
            r"(?: (?:on|in|for|over|across|of) [^;,.]{0,50}?)?,?(?: [a-zρτ])?\s*(?:(?:is|was) )?"
            r"(?:of|is|was|at|to|reach\w*|=|:|around|from|hits|as|are|were|scored|that reaches"
            r"|below|under|above)?:?"
        ),
        holds=("It has a BLEU score of [31.4].", "The AUC on GLUE is [0.94]."),
        fails=("We test [31] metrics.",),
    ),
    Wording(
        name="value-of-metric",
        kind="absolute",
        confidence=0.85,
        families=_SHARE | _PLAIN | _PHYSICAL,
        after=rf"(?:absolute |points? )?(?:in |of )?(?:{_VALUE}){{0,2}}(?:[\w-]+ ){{0,2}}?{{C}}",
        holds=("It reaches [61%] accuracy.", "It has [80.4] average F1."),
        fails=("It reaches [61] tasks.",),
    ),
    Wording(
        name="number-reached",
        kind="absolute",
        confidence=0.75,
        families=_PLAIN,
        before=(
            r"\b(?:achiev\w*|attain\w*|reach\w*|obtain\w*|scor\w+|yield\w*|gets?|record\w*|with|of"
            r"|to|at|average|and)(?: (?:a |an )?(?:[\w-]+ ){0,3}?(?:scores?|performance|result) of)?"
        ),
        after=r"(?:points )?(?:on|in|across|for|at)\s+(?:(?:the|both|all) )?(?:[\w-]+ ){0,3}?{D}",
        holds=("It scores [71.9] on MMLU.",),
        fails=("It has [7] tasks.",),
        whole=False,
    ),
    Wording(
        name="score-of",
        kind="absolute",
        confidence=0.75,
        families=_PLAIN,
        before=(
            r"\b(?:scores?|performance|rating|accuracy|result|average|F1|index|coefficient|error"
            r"|loss|correlation|agreement|AUC|recall|precision)(?: (?:on|in|for) [^;,.]{0,40}?)?"
            r" (?:of|is|at|to|was|reach\w+|between)|\bscor(?:es|ed|ing)"
        ),
        holds=("It has a total score of [87.3] there.",),
        fails=("It has a set of [87.3].",),
        whole=False,
    ),
    Wording(
        name="number-in-brackets",
        kind="absolute",
        confidence=0.75,
        families=_PLAIN,
        before=r"{N}(?:'s)?(?: [\w-]+){0,2} \(",
        after=r"[),;]|vs|compared|on",
        holds=("It is good on GSM8K ([61.4]).",),
        fails=("It is good on GSM8K ([61] tasks).",),
        whole=False,
    ),
    Wording(
        name="reached",
        kind="absolute",
        confidence=0.85,
        families=_SHARE,
        before=rf"\b{_REACHES}(?: (?:[\w-]+|⟦o?\w⟧)){{0,3}}?",
        holds=("It reaches [61%] on GSM8K.",),
        fails=("In [61%], it was there.",),
    ),
    Wording(
        name="in-brackets",
        kind="absolute",
        confidence=0.8,
        families=_SHARE,
        before=r"(?:{N}|\w)(?:'s)? \(",
        holds=("It is good on GSM8K ([61%]).",),
        fails=("It is [61%].",),
    ),
    Wording(
        name="on-data",
        kind="absolute",
        confidence=0.8,
        families=_SHARE,
        after=r"(?:on|in) (?:the |both )?(?:[\w-]+ ){0,3}?{N}",
        holds=("Then [61%] on GSM8K are right.",),
        fails=("Then [61%] are right.",),
    ),
    Wording(
        name="of-a-measure",
        kind="absolute",
        confidence=0.8,
        families=_SHARE,
        after=rf"(?:[\w-]+ ){{0,3}}?{_MEASURE}\b",
        holds=("We see [60%] task failures.",),
        fails=("We see [60%] there.",),
    ),
    Wording(
        name="share-of-cases",
        kind="absolute",
        confidence=0.65,
        families=_SHARE,
        after=(
            r"of (?:the |all |its )?(?:[\w'-]+ ){0,4}?(?:cases|time|tasks|questions|problems"
            r"|instances|samples|examples|queries|attempts|errors|failures|trials|solutions"
            r"|responses|answers|runs|scenarios|prompts|issues|bugs|trajectories|theorems)\b"
        ),
        holds=("[80%] of the answers are wrong.",),
        fails=("[80%] are wrong.",),
    ),
    Wording(
        name="share-that",
        kind="absolute",
        confidence=0.6,
        families=_SHARE,
        after=r"(?:of [^;,.]{0,50} )?(?:exhibit|fail|remain|still|contain|succeed|are|were|can|show)\b",
        holds=("Of the runs, [10.7%] fail by chance.",),
        fails=("It is there in [10.7%].",),
    ),
    Wording(
        name="ranges",
        kind="absolute",
        confidence=0.65,
        families=_SHARE,
        before=r"\b(?:rang\w*|var(?:y|ies|ying)|spann?\w*) (?:from|between)",
        shapes=frozenset({"range"}),
        holds=("Such rates range from [0.5% to 23.2%].",),
        fails=("Such rates are [0.5% to 23.2%].",),
    ),
    Wording(
        name="at-speed",
        kind="absolute",
        confidence=0.85,
        families=frozenset({"speed"}),
        before=(
            r"\b(?:at|achiev\w*|reach\w*|runs?|running|sustain\w*|maintain\w*|of|to|real-time|with"
            r"|\(|deliver\w*|speeds?)"
        ),
        holds=("It runs at [25 FPS].",),
        fails=("It makes [25 FPS].",),
    ),
    Wording(
        name="in-time",
        kind="absolute",
        confidence=0.7,
        families=frozenset({"time"}),
        before=(
            r"\b(?:in|within|takes?|taking|requires?|requiring|latency|latency of|latency to|of|to"
            r"|under|below|at|\(|runs? in|runtime)"
        ),
        holds=("It answers in [75 ms].",),
        fails=("It sleeps [75 ms].",),
    ),
    Wording(
        name="memory-used",
        kind="absolute",
        confidence=0.75,
        families=frozenset({"memory", "compute", "power"}),
        before=(
            r"\b(?:requir\w+|us(?:e[sd]?|ing)|consum\w+|needs?|with|within|to|of|in|footprint|under"
            r"|at|below|takes?|occup\w+)"
        ),
        holds=("It needs only [8.2 GB] of memory.",),
        fails=("It has [8.2 GB].",),
    ),
    Wording(
        name="ranked",
        kind="absolute",
        confidence=0.75,
        families=frozenset({"rank"}),
        holds=("Our system ranked [2nd] there.",),
    ),
)

#: Every wording that makes a result, in the order in which they are tried.
KINDS = (*CHANGES, *RATIOS, *VALUES)
