"""How a text says that a number is the value of something."""

from kg.results.numbers.units import MEASURED, PHYSICAL, PLAIN, SHARE
from kg.results.wordings.wording import Wording

#: Verbs by which something has a value.
_REACHES = (
    r"(?:achiev\w*|attain\w*|reach\w*|obtain\w*|scor\w+|yield\w*|gets?|getting|hits?|hitting"
    r"|record\w*|report\w*|deliver\w*|produc\w+|sustain\w*|maintain\w*|exhibit\w*|demonstrat\w*"
    r"|show\w*|post(?:s|ed|ing)|register\w*|secur\w+|succeed\w*|solv\w+|complet\w+|pass(?:es|ed|ing)?"
    r"|classif(?:y|ies|ied)|recogni[sz]e[sd]?|transcribe[sd]?|resolv\w+"
    r"|detect\w*|identif\w+|answer\w*|fail\w*|averag\w+|peak\w*|exceed\w*|is|are|was|were"
    r"|remain\w*|stay\w*|stands? at|earn\w*|provid\w+|perform\w*|having|have|has|with|giv\w+"
    r"|establish\w*|set(?:s|ting)?|to|retain\w*|preserv\w+|captur\w+|recover\w*|correct\w+|at|of)"
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

_NO_MORE = r"(?!(?:faster|slower|higher|lower|better|worse|fewer|more|less|larger|smaller) )"

VALUES = (
    Wording(
        name="metric-of",
        kind="absolute",
        confidence=0.9,
        families=MEASURED,
        before=(
            r"{C}(?: scores?| rates?| values?| performance| points)?(?: \([^()]{1,30}\))?"
            r"(?: (?:on|in|for|over|across|of) (?:(?!\band an? )[^;,.\d]){0,50}?)?,?"
            r"(?: [a-zρτ])?\s*(?:(?:is|was) )?"
            r"(?:(?:(?:increas|ris|improv|climb|drop|fall|decreas)\w* to)"
            r"|of|is|was|at|to|reach\w*|=|:|around|from|hits|as|are|were|scored|that reaches"
            r"|below|under|above|(?:still )?(?:remain|stay)s? (?:at|above|below|around))?:?"
        ),
        holds=(
            "It has a BLEU score of [31.4].",
            "The AUC on GLUE is [0.94].",
            "Its accuracy still remains at [61%].",
        ),
        fails=("We test [31] metrics.",),
    ),
    Wording(
        name="value-of-metric",
        kind="absolute",
        confidence=0.85,
        families=SHARE | PLAIN | PHYSICAL,
        after=(
            rf"(?:absolute |points? )?(?:in |of )?(?:{_VALUE}){{0,2}}"
            rf"(?:{_NO_MORE}[\w-]+ ){{0,2}}?{{C}}"
        ),
        holds=("It reaches [61%] accuracy.", "It has [80.4] average F1."),
        fails=("It reaches [61] tasks.",),
    ),
    Wording(
        name="number-reached",
        kind="absolute",
        confidence=0.75,
        families=PLAIN,
        before=(
            r"\b(?:achiev\w*|attain\w*|reach\w*|obtain\w*|scor\w+|yield\w*|gets?|record\w*|with|of"
            r"|to|at|averag\w+|and)"
            r"(?: (?:a |an )?(?:[\w-]+ ){0,3}?(?:scores?|performance|result) of)?"
        ),
        after=(
            r"(?:points )?(?:on|in|across|for|at)\s+(?:(?:the|both|all) )?"
            r"(?:(?:[\w-]+ ){0,3}?(?:{D}|splits?\b|subsets?\b|leaderboards?\b)|⟦o?T⟧)"
        ),
        holds=("It scores [71.9] on MMLU.",),
        fails=("It has [7] tasks.",),
        whole=False,
    ),
    Wording(
        name="rises-to",
        kind="absolute",
        confidence=0.75,
        families=PLAIN,
        before=(
            r"⟦o?D⟧(?: scores?| results?)? (?:\w+ly )?(?:ris\w+|rose|climb\w*|increas\w+|improv\w+"
            r"|goes up|go up|grow\w*|jump\w*|drop\w*|falls?|fell|sinks?|declin\w+) to"
        ),
        holds=("With more data, GSM8K climbs to [61.5].",),
        fails=("With more data, GSM8K grows by [61.5].",),
        whole=False,
    ),
    Wording(
        name="score-of",
        kind="absolute",
        confidence=0.75,
        families=PLAIN,
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
        name="changed-to",
        kind="absolute",
        confidence=0.75,
        families=PLAIN,
        before=(
            r"\b(?:increas|rais|improv|reduc|lower|boost|decreas|lift|shrink|narrow|elevat|ris|drop)"
            r"\w* [^;,.()\d]{0,60}\bto"
        ),
        after=r"(?:[,.;()]|(?:on|and|compared|from|for|in|at|while|with|when|versus|vs)\b|$)",
        whole=False,
        holds=("It is raising consistency with experts to [0.681].",),
        fails=("It is raising consistency to [0.681] m.", "It is close to [0.681]."),
    ),
    Wording(
        name="correlation",
        kind="absolute",
        confidence=0.8,
        families=PLAIN,
        before=r"\b(?:r|rho|ρ|R\^2|R²) ?=",
        whole=False,
        holds=("The two go together (r=[0.69], p < 0.01).",),
        fails=("The two go together (p=[0.69]).",),
    ),
    Wording(
        name="number-in-brackets",
        kind="absolute",
        confidence=0.75,
        families=PLAIN,
        before=(
            r"{N}(?:'s)?(?: [\w-]+){0,2} \(|⟦o?D⟧\("
            r"|\([^()]{0,30}\b(?:val|validation|test|dev|mini-?val|test-dev|test-?std)\w*:"
        ),
        after=r"[),;]|vs|compared|on",
        holds=("It is good on GSM8K ([61.4]).",),
        fails=("It is good on GSM8K ([61] tasks).",),
        whole=False,
    ),
    Wording(
        name="of-model",
        kind="absolute",
        confidence=0.75,
        families=PLAIN | SHARE,
        before=r"\((?:e\.g\.,)?|\b(?:vs\.?|versus|against)",
        after=r"for ⟦M⟧",
        holds=("It leads ([42.6] for GPT-4 vs. 30.4 for GPT-3.5).",),
        fails=("It takes [42.6] for each plot.",),
        whole=False,
    ),
    Wording(
        name="reached",
        kind="absolute",
        confidence=0.85,
        families=SHARE,
        before=rf"\b{_REACHES}(?: (?:[\w-]+|⟦o?\w⟧)){{0,3}}?",
        holds=("It reaches [61%] on GSM8K.",),
        fails=("In [61%], it was there.",),
    ),
    Wording(
        name="in-brackets",
        kind="absolute",
        confidence=0.8,
        families=SHARE,
        before=(
            r"(?:{N}|\w)(?:'s)? \(|⟦o?D⟧(?::|\()"
            r"|\([^()]{0,30}\b(?:val|validation|test|dev|mini-?val|test-dev|test-?std)\w*:"
        ),
        holds=("It is good on GSM8K ([61%]).",),
        fails=("It is [61%].",),
    ),
    Wording(
        name="on-data",
        kind="absolute",
        confidence=0.8,
        families=SHARE,
        after=r"(?:on|in) (?:the |both )?(?:[\w-]+ ){0,3}?{N}|for (?:the )?⟦o?D⟧",
        holds=("Then [61%] on GSM8K are right.",),
        fails=("Then [61%] are right.",),
    ),
    Wording(
        name="before-data",
        kind="absolute",
        confidence=0.75,
        families=SHARE,
        after=r"⟦o?D⟧(?:[,;)]|$)",
        holds=("It leads ([61.2%] GSM8K, 52.1% MATH).",),
        fails=("It leads with [61%] GSM8K data.",),
        whole=False,
    ),
    Wording(
        name="of-a-measure",
        kind="absolute",
        confidence=0.8,
        families=SHARE,
        after=rf"(?:[\w-]+ ){{0,3}}?{_MEASURE}\b",
        holds=("We see [60%] task failures.",),
        fails=("We see [60%] there.",),
    ),
    Wording(
        name="share-of-cases",
        kind="absolute",
        confidence=0.65,
        families=SHARE,
        after=(
            r"of (?:the |all |its )?(?:[\w'-]+ ){0,4}?(?:cases|time|tasks|questions|problems"
            r"|instances|samples|examples|queries|attempts|errors|failures|trials|solutions"
            r"|responses|answers|runs|scenarios|prompts|issues|bugs|trajectories|theorems"
            r"|judge?ments|interactions|comparisons|conversations|episodes|votes|games|posts"
            r"|requests|predictions|outputs|claims|violations)\b"
        ),
        holds=("[80%] of the answers are wrong.",),
        fails=("[80%] are wrong.",),
    ),
    Wording(
        name="share-that",
        kind="absolute",
        confidence=0.6,
        families=SHARE,
        after=(
            r"(?:of [^;,.]{0,50} )?"
            r"(?:exhibit|fail|remain|still|contain|succeed|are|were|can|show)\b"
        ),
        holds=("Of the runs, [10.7%] fail by chance.",),
        fails=("It is there in [10.7%].",),
    ),
    Wording(
        name="ranges",
        kind="absolute",
        confidence=0.65,
        families=SHARE,
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
            r"\b(?:in|within|as (?:fast|little) as|takes?|taking|cost(?:s|ing)?|requires?"
            r"|requiring|latency|latency of|latency to|of|to|under|below|at|\(|runs? in|runtime)"
        ),
        holds=("It answers in [75 ms].",),
        fails=("It sleeps [75 ms].",),
    ),
    Wording(
        name="time-on-device",
        kind="absolute",
        confidence=0.7,
        families=frozenset({"time"}),
        before=r"\bwith(?: only| just)?",
        after=r"(?:on |\()(?:an? |one |the )?(?:single |consumer )?(?:⟦H⟧|[\w-]+ GPU\b|[CG]PU\b)",
        holds=("It draws a plot with only [1.5 s] on a GPU.",),
        fails=("It draws a plot with [1.5 s] of sound.",),
    ),
    Wording(
        name="memory-used",
        kind="absolute",
        confidence=0.75,
        families=frozenset({"memory", "compute", "power"}),
        before=(
            r"\b(?:requir\w+|us(?:e[sd]?|ing)|consum\w+|needs?|with|within|to|of|in|footprint|under"
            r"|at|below|takes?|occup\w+|draw(?:s|ing))"
        ),
        holds=("It needs only [8.2 GB] of memory.",),
        fails=("It has [8.2 GB].",),
    ),
    Wording(
        name="level-reached",
        kind="absolute",
        confidence=0.75,
        families=frozenset({"level", "length"}),
        before=(
            r"(?:\b(?:achiev\w*|attain\w*|reach\w*|obtain\w*|yield\w*|with|bound)"
            r"(?: (?:an? )?[\w-]+){0,2}?|⟦o?C⟧)(?: of)?(?: (?:about|only|just|over))?"
        ),
        after=r"(?:of |in |{C}|on |for |and |[,.;)])",
        holds=("We achieve [9.2 dB] of SDR.",),
        fails=("A robot of [30 cm] height.",),
    ),
    Wording(
        name="with-its-gain",
        kind="absolute",
        confidence=0.8,
        families=SHARE | PLAIN,
        whole=False,
        after=r"\(\+\s?\d",
        holds=("It raises the results to [49.4] (+1.0).",),
        fails=("It raises the results by [49.4].",),
    ),
    Wording(
        name="ranked",
        kind="absolute",
        confidence=0.75,
        families=frozenset({"rank"}),
        holds=("Our system ranked [2nd] there.",),
    ),
)
