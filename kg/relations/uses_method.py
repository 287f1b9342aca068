"""The methods that a paper's work uses as a part or tool.

Here too every method in an own sentence holds, unless it is compared with or only mentioned.
"""

from kg.relations.cues import COMPARES, NEAR
from kg.relations.rule import Rule

RELATION = "usesMethod"
TYPES = frozenset({"Method"})

RULES = (
    Rule(
        name="method-in-own-work",
        relation=RELATION,
        pattern=r"{A}",
        confidence=0.74,
        types=TYPES,
        terms=True,
        holds=(("We tune it with LoRA.", ("LoRA",)),),
        fails=("We outperform LoRA.", "LoRA is popular. We do something else."),
        places=frozenset({"own"}),
    ),
    Rule(
        name="method-in-title",
        relation=RELATION,
        pattern=(
            r"\b(?:via|with|using|by|through|leveraging|based on|meets|and)\s+"
            r"(?:[\w-]+\s+){0,3}?{A}"
            r"|{A}[- ](?:based|guided|driven|powered|enhanced)\b"
        ),
        confidence=0.85,
        types=TYPES,
        terms=True,
        holds=(("Packing Weights via LoRA", ("LoRA",)),),
        fails=("On the Limits of LoRA",),
        places=frozenset({"title"}),
    ),
    Rule(
        name="compared-method",
        relation=RELATION,
        pattern=(
            rf"(?:{COMPARES}){NEAR}{{A}}(?:\s*(?:\([^()]*\))?(?:,|\band\b|\bor\b|,\s*and)"
            rf"\s*(?:\w+\s+){{0,2}}?{{A}})?"
        ),
        confidence=0.9,
        types=TYPES,
        terms=True,
        denies=True,
        holds=(
            ("Our scheme outperforms LoRA and DoRA.", ("LoRA", "DoRA")),
            ("We solve 61% of all, against 52.1% with LoRA.", ("LoRA",)),
        ),
        fails=(
            "We combine LoRA with pruning.",
            "More than a thousand runs with LoRA were made.",
            "We build a simple approach with LoRA.",
        ),
    ),
    Rule(
        name="contrasted-method",
        relation=RELATION,
        pattern=(
            r"\b(?:unlike|instead of|rather than|as opposed to|in contrast to|without|no"
            r" need for|alternatives? to|existing|previous|prior|traditional|conventional"
            r"|current|popular|standard)\s+(?:[\w-]+\s+){0,3}?{A}"
        ),
        confidence=0.8,
        types=TYPES,
        terms=True,
        denies=True,
        holds=(("Unlike LoRA, our scheme adds no weights.", ("LoRA",)),),
        fails=("We build on LoRA.",),
    ),
    Rule(
        name="method-without",
        relation=RELATION,
        pattern=(
            r"\b(?:not|never|avoid\w*|eliminat\w+|bypass\w*|replac(?:e|es|ing)|overcom\w+|beyond"
            r"|(?:limitations?|drawbacks?|shortcomings?|bottlenecks?|costs?|failures?|limits"
            r"|issues?|problems?) (?:of|in|with)|required (?:for|by)|common (?:in|to)|free of"
            r"|fails? (?:of|in)|dependence on|reliance on|rely(?:ing)? on|relies on|nor|neither"
            r"|(?:compatible|integrates seamlessly) with|(?:orthogonal|complementary|amenable) to"
            r"|in the absence of|(?:foundation|pathway|basis) for"
            r"|can be (?:\w+ly )?(?:integrated|combined|applied|plugged) (?:with|to|into))"
            r"\s+(?:[\w-]+\s+){0,3}?{A}"
        ),
        confidence=0.75,
        types=TYPES,
        terms=True,
        denies=True,
        holds=(
            ("It is simple and avoids costly LoRA.", ("LoRA",)),
            ("Our scheme is compatible with LoRA.", ("LoRA",)),
            ("It can be seamlessly combined with LoRA.", ("LoRA",)),
        ),
        fails=("We tune it with LoRA.",),
    ),
    Rule(
        name="others-method",
        relation=RELATION,
        pattern=(
            r"{A}(?:'s\b|[- ](?:like|style)\b|-(?:free|level)\b"
            r"|(?:[- ]based)?\s+(?:baselines?|approaches|counterparts?|alternatives?|literature"
            r"|community|behaviou?r)\b)"
            r"|{A}\s+(?:performance|efficiency|accuracy|diversity|benchmarks?|workflows?|inference)\b"
        ),
        confidence=0.75,
        types=TYPES,
        terms=True,
        denies=True,
        holds=(
            ("It is far from LoRA's bottleneck.", ("LoRA",)),
            ("We raise LoRA efficiency.", ("LoRA",)),
            ("It is a LoRA-free scheme of LoRA-level quality.", ("LoRA", "LoRA")),
        ),
        fails=("We tune it with LoRA layers.",),
    ),
    Rule(
        name="alternative-method",
        relation=RELATION,
        pattern=(
            r"\b(?:without|no|nor)\s(?:(?![.;:]\s).){0,50}?{A}"
            r"|\bor\s+(?:[\w-]+\s+){0,2}?{A}|{A}\s+or\b"
        ),
        confidence=0.7,
        types=TYPES,
        terms=True,
        denies=True,
        holds=(
            ("We fold maps with no tuning or LoRA.", ("LoRA",)),
            ("We need no verifier nor LoRA.", ("LoRA",)),
        ),
        fails=("We tune it with LoRA layers.",),
        places=frozenset({"own"}),
    ),
)
