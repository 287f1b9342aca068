"""The benchmarks and data sets on which a paper reports an evaluation."""

from kg.model import DATA
from kg.relations.cues import WITH_SCORES
from kg.relations.rule import Rule

RELATION = "evaluatedOn"
TYPES = frozenset(DATA)

_NEAR = r"(?:(?![.;:]\s|⟦|\band evaluat|\band test).){0,60}?"

RULES = (
    Rule(
        name="data-in-own-work",
        relation=RELATION,
        pattern=r"{D}",
        confidence=0.87,
        types=TYPES,
        holds=(
            ("We reach 61% on GSM8K.", ("GSM8K",)),
            ("Our experiments on GLUE and SQuAD confirm this.", ("GLUE", "SQuAD")),
        ),
        fails=(
            "GSM8K is widely used. We do something else.",
            "We train on UltraChat.",
            "Unlike MMLU, our test has no options.",
        ),
        places=frozenset({"own", "title"}),
    ),
    Rule(
        name="data-made-from",
        relation=RELATION,
        pattern=(
            r"\b(?:from|based on|built (?:up)?on|building on|top of|subset of|superset of"
            r"|version of|extension of|exten(?:d|sion of|ds|ded|ding)|(?:adaptation"
            r"|translation|version|variant|subset|portion|part|fraction) of"
            r"|(?:only|merely|just|using|with) [\d.]+%? of(?: the)?(?: original|"
            r" full)?|augment(?:s|ing)?|enrich\w*|translat\w+|adapt\w*"
            r" from|sourced from|collected from|using data from|inspired by)\s+(?:the\s+)?"
            r"(?:[\w-]+\s+){0,3}?{D}"
        ),
        confidence=0.7,
        types=TYPES,
        denies=True,
        holds=(("Our set is built from Wikipedia.", ("Wikipedia",)),),
        fails=("We evaluate on MMLU.",),
    ),
    Rule(
        name="data-trained-on",
        relation=RELATION,
        pattern=(
            rf"\b(?:(?:pre-?|co-?|fine-?|instruction-?|post-?)?(?:train|tun)(?:ed|ing|e"
            rf"|s)?)\b(?:\s+(?!on\b)[\w-]+){{0,6}}?\s+(?:on|with|using|over)\s+{_NEAR}{{D}}"
            rf"(?!{WITH_SCORES})"
        ),
        confidence=0.8,
        types=TYPES,
        denies=True,
        holds=(("We fine-tune it on UltraChat.", ("UltraChat",)),),
        fails=(
            "The tuned model reaches 70% on MMLU.",
            "We fine-tune it on GLUE, with scores as high as before.",
        ),
    ),
    Rule(
        name="training-corpora",
        relation=RELATION,
        pattern=(
            r"\b(?:(?:pre-?|fine-?)?train\w*|tuning|instruction|calibration|source|seed) "
            r"(?:[\w-]+ )?(?:corpora|corpus|data|data ?sets?|sets?"
            r"|mixtures?)\b[^.;]{0,30}?{D}"
        ),
        confidence=0.7,
        types=TYPES,
        denies=True,
        holds=(("It holds for training corpora such as C4 and RedPajama.", ("C4", "RedPajama")),),
        fails=("We test on C4.",),
    ),
    Rule(
        name="with-data",
        relation=RELATION,
        pattern=r"\b(?:with|using|leveraging)\s+(?:the\s+)?{D}",
        confidence=0.6,
        types=frozenset({"Dataset"}),
        denies=True,
        holds=(("We compress it with the UltraChat set.", ("UltraChat",)),),
        fails=("We test on UltraChat.",),
    ),
    Rule(
        name="data-contrasted",
        relation=RELATION,
        pattern=(
            r"\b(?:unlike|similar to|in contrast to|compared (?:to|with)|distinct from)\s+"
            r"(?:(?![.;:,]\s).){0,60}?{D}|\b(?:existing|previous|prior) (?:[\w-]+"
            r" ){0,4}?(?:benchmarks?|data ?sets?|corpora|resources)\s*(?:\(|,|such as"
            r"|like|including|e\.g\.,?|\s)*{D}"
        ),
        confidence=0.7,
        types=TYPES,
        denies=True,
        holds=(("Unlike benchmarks such as MMLU, ours has no options.", ("MMLU",)),),
        fails=("We test on MMLU and beat all others.",),
    ),
)
