"""Quantities that are no results: settings, bounds, counts, sizes and times."""

from kg.results.numbers.units import SHARE as _SHARE
from kg.results.numbers.units import TIMES as _TIMES
from kg.results.wordings.extents import EXTENTS
from kg.results.wordings.shares import SHARES
from kg.results.wordings.wording import Wording

SCREENS = (
    Wording(
        name="certainty",
        kind="none",
        families=_SHARE,
        after=(
            r"(?:[\w-]+ ){0,2}?(?:confidence|credible|CIs?\b|prediction interval|significance"
            r"|quantile|confidential interval)"
        ),
        holds=("All lie in the [95%] confidence interval.",),
        fails=("The score is [95%].",),
    ),
    Wording(
        name="certainty-before",
        kind="none",
        families=_SHARE | {"plain"},
        before=(
            r"(?:\bCI\b|\bconfidence\b|\binterval\b|\bp\b|\bp-values?\b|α|κ\s*threshold)"
            r"(?: of)?\s*[=:<>]*|\b(?:CIs?|intervals?):? ?[\[(][^\])]{0,25}"
        ),
        holds=("The gap is real (p < [0.05]).", "It gains 3 (interval: (2.2, [5.1]))."),
        fails=("We score [0.05].",),
    ),
    Wording(
        name="budget-before",
        kind="none",
        families=_SHARE,
        before=r"\bbudgets? of(?: only)?",
        holds=("With a cache budget of [20%], accuracy stays.",),
        fails=("It cuts the cache by [20%].",),
    ),
    Wording(
        name="hyperparameter",
        kind="none",
        families=_SHARE | {"plain"},
        before=(
            r"\b(?:temperatures?|learning rates?|LR|lr|weight decay|dropout(?: rates?)?|thresholds?"
            r"|momentum|top-p|coefficients? [a-zα-ω]|hyper-?parameters?|step size|lambda|alpha|beta"
            r"|gamma|epsilon|[αβγελ])"
            r"(?: (?:is |are |was )?(?:set |fixed )?(?:to|of|at|as|between))?"
            r"\s?[=:]?"
        ),
        holds=("We set the temperature to [0.7].", "It uses a threshold of [50%]."),
        fails=("The correlation coefficient is [0.7].",),
    ),
    Wording(
        name="interval-behind",
        kind="none",
        families=_SHARE | {"plain"},
        before=r"\d ?%? ?\[(?:[-+]?[\d.]+ ?%? ?[,;] ?)?",
        holds=("It is up by 0.05 [⟨0.04⟩, 0.06].", "It is up by 0.05 [0.04, ⟨0.06⟩]."),
        fails=("It is up by [0.05].",),
    ),
    Wording(
        name="size-of-itself",
        kind="none",
        families=_TIMES,
        after=(
            r"(?:its|their)(?: own)? (?:[a-z]+ )?"
            r"(?:size|height|length|width|weight|depth|volume)s?\b"
        ),
        holds=("It climbs walls of [2x] its height.", "It lifts [3x] their own weight."),
        fails=("It is [2x] its baseline.", "It is [3x] the size of LoRA."),
    ),
    Wording(
        name="size-of-obstacle",
        kind="none",
        families=frozenset({"length"}),
        before=(
            r"\b(?:gaps?|obstacles?|steps?|boxes|hurdles?|walls?|stairs?)"
            r"(?: as \w+ as| of(?: up to)?)"
        ),
        holds=("It leaps gaps of [0.85 m].",),
        fails=("It has an error of [0.85 m].", "It closes the gap by [0.85 m]."),
    ),
    Wording(
        name="interval-in-brackets",
        kind="none",
        families=_SHARE | {"plain"},
        shapes=frozenset({"range"}),
        before=r"\d ?%?(?: ⟦o?C⟧)? \(",
        after=r"\)",
        holds=("It has an AUROC of 0.87 ([0.84-0.90]).",),
        fails=("It is up in all cases ([5-9%]).", "It has an AUROC of [0.84-0.90]."),
    ),
    Wording(
        name="chance-level",
        kind="none",
        families=_SHARE | {"plain"},
        before=(
            r"\bchance[ -](?:level(?: \w+)?(?: (?:of|at|is)|:| \()|performance (?:of|is|\())"
            r"|\btargeting (?:an? )?(?:⟦o?C⟧ ?)?[=:]?|\btarget of"
        ),
        holds=(
            "It reaches 97%, above a chance level of [33%].",
            "We are targeting AUC = [0.9].",
            "It surpasses the target of [90%].",
        ),
        fails=(
            "It reaches [97%].",
            "It hits the target F1 = [0.91].",
            "It drops below chance performance at [48.2%].",
        ),
    ),
    Wording(
        name="setting",
        kind="none",
        families=_SHARE,
        before=r"\b(?:at|under|with|when|for|a|and|to|given|even|than)",
        after=(
            r"(?:[\w-]+ ){0,2}?(?:sparsity|pruning|dropout|mask\w*|noise|compression|budgets?"
            r"|ratios?\b|retention|missing|corrupt\w+|sparse|contamination|injection|threshold"
            r"|quantized|occlusion|packet|(?:[a-z]+-)?flip\w*|poison\w*|perturb\w*"
            r"|(?:coverage|variance)\b(?! of))"
        ),
        holds=("It holds up at [50%] sparsity.",),
        fails=("It reaches [50%] accuracy.",),
    ),
    Wording(
        name="gap-closed",
        kind="none",
        families=_SHARE,
        before=r"\(",
        after=r"(?:of the (?:[\w-]+ ){0,3}gap )?(?:is )?closed\b",
        holds=("It reaches 69.8% on GSM8K ([63%] of the teacher gap closed).",),
        fails=("It closes [63%] of the gap.",),
    ),
    Wording(
        name="setting-of-value",
        kind="none",
        families=_SHARE,
        before=r"\d ?% (?:⟦o?C⟧ |accuracy |performance )?at(?: an?)?",
        holds=("It keeps 97.6% at [89%] and 99.7% at 67%.",),
        fails=("It scores 61% and [89%] at most.",),
    ),
    Wording(
        name="setting-of-change",
        kind="none",
        families=_SHARE,
        before=r"\b(?:at|under)(?: an?| the)?(?: extreme| aggressive| even)?",
        after=r"(?:[\w-]+ )?(?:reductions?|settings?|regimes?|removal|savings?)\b",
        holds=(
            "It keeps its accuracy under an extreme [93.4%] setting.",
            "It holds at [89%] reduction.",
        ),
        fails=("It comes with a [40%] reduction.",),
    ),
    Wording(
        name="setting-share",
        kind="none",
        families=_SHARE,
        before=r"\(",
        after=r"(?:input|training|labell?ed|annotated) data\b",
        holds=("In the few-shot setting ([10%] input data) it is ahead.",),
        fails=("It is ahead ([61%] accuracy).",),
    ),
    Wording(
        name="expected",
        kind="none",
        families=_TIMES,
        before=r"\b(?:expected|theoretical|ideal|predicted|nominal)(?: [\w-]+){0,2}?",
        holds=("It stays below the expected [4x] reduction.",),
        fails=("It is as fast as expected: it has a [4x] speedup.",),
    ),
    Wording(
        name="setting-score",
        kind="none",
        families=_SHARE,
        before=r"(?:^|^For (?:example|instance), )[Aa]t",
        after=r"(?:⟦o?\w⟧ |[\w-]+ ){0,2}?⟦o?C⟧,",
        holds=("At [80%] accuracy, it is fast.",),
        fails=("It leads at [80%] accuracy, and is fast.",),
    ),
    Wording(
        name="at-another",
        kind="none",
        families=_SHARE,
        before=(
            r"(?:⟦o?C⟧|\b(?:TPR|FPR|TNR|FNR|TAR|FAR|GAR|FRR|EER|AUC|AUROC|AP|mAP|acc)) (?:at|@)"
            r"(?: an?)?"
        ),
        after=r"⟦o?C⟧",
        holds=("It has a recall at [5%] FPR of 61%.",),
        fails=("It has a recall of [5%] at FPR.", "On GSM8K, it stays at [61%] accuracy."),
    ),
    Wording(
        name="orders-spanned",
        kind="none",
        families=_TIMES,
        shapes=frozenset({"one"}),
        before=(
            r"\b(?:span\w*|across|cover\w*|rang\w+|differ\w*|var(?:y|ies|ying))"
            r"(?: (?:over|by|up to|across|from))?(?: nearly| almost)?"
        ),
        after=r"(?![\w ]{0,20}(?:faster|fewer|less|lower|speed))",
        holds=("Runs span [three orders of magnitude].",),
        fails=("It is [three orders of magnitude] faster.",),
    ),
    Wording(
        name="at-a-ratio",
        kind="none",
        families=_TIMES,
        before=r"\b(?:at|under) an? (?:[a-z]+ ){0,2}(?:ratios?|rates?|⟦o?C⟧) of",
        holds=("Even at a compression ratio of [20x] it is right.",),
        fails=("It reaches a ratio of [20x].", "It decodes with a speedup of [3x]."),
    ),
    Wording(
        name="setting-times",
        kind="none",
        families=_TIMES,
        before=r"\b(?:at|under|with) (?:an?|the)?",
        after=r"(?:horizon|resolution|zoom|magnification|scale|downsampling|upsampling|length|playback|compression)\b",
        holds=("It holds up at a [6x] horizon.",),
        fails=("It runs at a [6x] speed.",),
    ),
    Wording(
        name="some-of",
        kind="none",
        families=frozenset({"plain"}),
        after=r"(?:out )?of \d",
        whole=True,
        holds=("It is best in F1 for [3] out of 4 tasks.",),
        fails=("It has an F1 of [3.1].",),
    ),
    Wording(
        name="of-a-scale",
        kind="none",
        families=frozenset({"plain"}),
        before=r"\d out of",
        holds=("It has a rating of 4.01 out of [5.0].",),
        fails=("It has a rating of [4.01] out of 5.0.",),
    ),
    Wording(
        name="days",
        kind="none",
        families=frozenset({"plain"}),
        after=r"(?:days?|weeks?|months?|years?|epochs?)\b",
        holds=("It was trained for [3.5] days.",),
        fails=("It scores [3.5] on GSM8K.",),
    ),
    Wording(
        name="numbered",
        kind="none",
        families=frozenset({"plain"}),
        before=(
            r"\b(?:stage|phase|track|level|tier|round|part|version|generation|experiment|study"
            r"|question|table|figure|task|category|layer|section|appendix|type|rank)"
        ),
        whole=True,
        holds=("It cuts the stage [2] training cost by 4x.",),
        fails=("It is at a level of [2].",),
    ),
    Wording(
        name="time-of-value",
        kind="none",
        families=frozenset({"time"}),
        before=r"(?:\d\.\d+ ?%? \(|\bat)",
        after=r"(?:\)|\((?:⟦o?C⟧|F1|\d))",
        holds=("It has an F1 of 0.54 ([3h]) there.", "It is best at [3 hours] (0.51)."),
        fails=("It takes [3 hours].", "It folds plots at [40 ms]."),
    ),
    Wording(
        name="budget",
        kind="none",
        families=frozenset({"time", "plain"}),
        before=r"\b(?:under|with|within|using|given|in)(?: only| just)?(?: an?| the)?",
        after=r"(?:[a-z-]+ )?(?:budgets?|time limits?|time windows?)\b",
        holds=(
            "It leads in F1 under a [12-hour] budget.",
            "It reaches 97% using only [72] tries budget.",
        ),
        fails=("It finishes in [12 hours].",),
    ),
    Wording(
        name="side-of-picture",
        kind="none",
        families=frozenset({"plain"}),
        before=r"(?:\d|⟦o?D⟧) ?(?:times|x|X|×|\\times)",
        whole=True,
        holds=("It has an FID of 2.0 on pictures of 512 times [256].",),
        fails=("It has an FID of [2] on pictures.",),
    ),
    Wording(
        name="deviation",
        kind="none",
        families=_SHARE | {"plain"},
        before=r"\b(?:standard (?:deviation|error)|std|stdev)\.?(?: of|:| =)?|±|\+/-?|\\pm"
        r"|\b(?<!\d )pm",
        holds=("It is stable (standard deviation: [0.32]).",),
        fails=("The score is [0.32].",),
    ),
    Wording(
        name="scaling",
        kind="none",
        families=_TIMES,
        after=r"(?:[\w-]+ ){1,4}(?:as|than) (?:that|those|the one) of (?:length )?\d",
        holds=("A length of 8192 needs [16x] the costs as that of 2048.",),
        fails=("It needs [3x] the memory as that of LoRA.",),
    ),
    Wording(
        name="repetitions",
        kind="none",
        families=frozenset({"plain"}),
        after=r"[Tt]imes\b",
        holds=("We improve it by [5] times.",),
        fails=("We improve it by [5.1].",),
    ),
    Wording(
        name="count",
        kind="none",
        families=frozenset({"plain"}),
        after=(
            r"(?:[\w-]+ ){0,2}?(?!(?:across|is|was|as|vs|versus|this|its|points|less|times|does|has"
            r"|gains|scores)\b)[a-z]{2,}s\b"
        ),
        whole=True,
        holds=("We test F1 on [10] diverse benchmarks.", "It sees from [4,096 to 16,384] tokens."),
        fails=("It has an F1 of [81] on GSM8K.", "It gains [3] points."),
    ),
    Wording(
        name="more-data",
        kind="none",
        families=_TIMES,
        after=(r"(?:the|our|its) (?:[\w-]+ ){0,2}?(?:data ?sets?|data|corpus|batch size)\b"),
        holds=("We [double] the dataset by a new scheme.",),
        fails=("It [doubles] the score.", "It takes [4x] the context length of LoRA."),
    ),
    Wording(
        name="each-so-long",
        kind="none",
        families=_TIMES,
        after=(
            r"(?:about |roughly |approximately )?"
            r"(?:every\b|over the (?:past|last) (?:\w+ )?(?:years?|decades?|months?)\b)"
            # Names: double deep Q-learning, double descent, double-blind.
            r"|(?:deep|dqn|descent|q-learning|blind)\b"
        ),
        holds=("Its horizon is [doubling] every seven months.",),
        fails=("It [doubles] accuracy.", "It is [3x] deeper than LoRA."),
    ),
    *SHARES,
    *EXTENTS,
)
