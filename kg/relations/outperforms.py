"""What a paper's own work does better than, and what does better than it.

A claim of these rules says too that both are compared; `kg.relations.comparisons` adds that, and
turns a gain in memory or speed alone into a mere comparison.
"""

from kg.relations.cues import BETTER, NOT_BETTER, OBJECTS, SURPASSES, TOWARDS
from kg.relations.rule import Rule

RELATION = "outperforms"
TYPES = frozenset({"Method", "Model", "ModelFamily"})

_PLACES = frozenset({"title", "own"})
#: How the paper speaks of its own work as a subject.
_OURS = r"\b(?:ours|(?:our|the\s+proposed)(?:\s+[^\s,;:⟦]+){1,4}?|it|we)"
_FALLS_SHORT = (
    r"(?:underperform\w*|(?:lag|fall|trail)\w*\s+(?:\w+\s+){0,2}?(?:behind|short\s+of|below)"
    r"|trails|(?:is|are|perform\w*)\s+(?:\w+\s+){0,2}?(?:worse\s+than|inferior\s+to|weaker\s+than)"
    r"|(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:outperformed|surpassed|exceeded|beaten)\s+by)"
)
_ASIDE = r"(?:\s*\([^()]{0,60}\))?(?:\s+(?!(?:and|or|but|to)\b)[a-z-]+){0,3}?"
#: A subject that no preposition stands before.
_SUBJECT = (
    r"(?<!\bvia\s)(?<!\bwith\s)(?<!\busing\s)(?<!\bby\s)(?<!\bon\s)(?<!\bof\s)(?<!\bfor\s)"
    r"(?<!\bin\s)(?<!\bto\s)(?<!\bfrom\s){s:W}"
)
_GENERIC = (
    r"\b(?:humans?|people|experts?|clinicians|annotators|(?<!our\s)(?:existing|current|recent|other"
    r"|larger|smaller|some|many|most|several|open-source|proprietary|general-purpose|speciali[sz]ed"
    r"|simple[r]?|reasoning|traditional|classical)\s+(?:[\w-]+\s+){0,3}?(?:models|methods|llms|vlms"
    r"|mllms|lms|systems|approaches|agents|baselines|techniques|networks|ones))"
)

RULES = (
    Rule(
        name="does-better",
        relation=RELATION,
        pattern=rf"\b{SURPASSES}{TOWARDS}{OBJECTS}",
        confidence=0.85,
        types=TYPES,
        holds=(
            ("Our scheme outperforms LoRA by 3% and the stronger DoRA.", ("LoRA", "DoRA")),
            ("We build a small model, surpassing even models such as GPT-4.", ("GPT-4",)),
        ),
        fails=(
            "Our scheme outperforms all baselines on LLaMA-7B.",
            "Our scheme does not outperform LoRA.",
            "In our tests humans outperform GPT-4.",
        ),
        places=_PLACES,
    ),
    Rule(
        name="better-than",
        relation=RELATION,
        pattern=rf"{BETTER}{TOWARDS}{OBJECTS}",
        confidence=0.8,
        types=TYPES,
        holds=(
            ("Our scheme gains 2.1 points over LoRA.", ("LoRA",)),
            ("We reach better results than GRPO and PPO.", ("GRPO", "PPO")),
            ("It shows the superiority of our scheme over LoRA.", ("LoRA",)),
            ("Our model is close to, and at times superior to, models like GPT-4.", ("GPT-4",)),
        ),
        fails=("Our accuracy improves over time with LoRA.",),
        places=_PLACES,
    ),
    Rule(
        name="compared-first",
        relation=RELATION,
        pattern=(
            rf"\b(?:compared\s+(?:to|with|against)|in\s+comparison\s+(?:to|with)|relative\s+to)"
            rf"{TOWARDS}{OBJECTS}[^,;⟦]{{0,60}},[^;]{{0,100}}?\b(?:better|higher|superior|stronger"
            rf"|improv|gain|boost|increas|enhanc|exceed|surpass|outperform|more\s(?:accura|robust))"
        ),
        confidence=0.75,
        types=TYPES,
        holds=(("Compared to LoRA, our scheme reaches a higher accuracy.", ("LoRA",)),),
        fails=("Compared to LoRA, our scheme has no matrices.",),
        places=_PLACES,
    ),
    Rule(
        name="is-exceeded-by-own",
        relation=RELATION,
        pattern=(
            rf"{{W}}{_ASIDE}\s+(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:outperformed|surpassed"
            rf"|exceeded|beaten)\s+by\s+(?:our|the\s+proposed)\b"
        ),
        confidence=0.8,
        types=TYPES,
        holds=(("GPT-4 is surpassed by our small model.", ("GPT-4",)),),
        fails=("GPT-4 is surpassed by Claude.",),
        places=_PLACES,
    ),
    Rule(
        name="name-does-better",
        relation=RELATION,
        pattern=rf"{_SUBJECT}{_ASIDE}\s+(?:outperforms?|surpass(?:es)?|exceeds?|beats?)\b{TOWARDS}{OBJECTS}",
        confidence=0.8,
        types=TYPES,
        subjects=TYPES,
        holds=(("We see that QLoRA even surpasses LoRA.", ("QLoRA > LoRA",)),),
        fails=("We use QLoRA and our scheme outperforms LoRA.",),
        places=_PLACES,
    ),
    Rule(
        name="falls-short",
        relation=RELATION,
        pattern=rf"{_OURS}(?:\s+(?:\w+ly|still|also|even)){{0,2}}\s+{_FALLS_SHORT}{TOWARDS}{{W}}",
        confidence=0.7,
        types=TYPES,
        turned=True,
        holds=(("Our small model still lags behind GPT-4.", ("GPT-4",)),),
        fails=("Open models lag behind GPT-4.", "Our small model outperforms GPT-4."),
        places=_PLACES,
    ),
    Rule(
        name="name-falls-short",
        relation=RELATION,
        pattern=rf"{_SUBJECT}{_ASIDE}\s+{_FALLS_SHORT}{TOWARDS}{{W}}",
        confidence=0.75,
        types=TYPES,
        subjects=TYPES,
        turned=True,
        holds=(("We see that Gemma underperforms Mistral-7B.", ("Gemma > Mistral-7B",)),),
        fails=("We see that Gemma beats Mistral-7B.",),
        places=_PLACES,
    ),
    Rule(
        name="not-better",
        relation=RELATION,
        pattern=rf"{NOT_BETTER}{TOWARDS}{OBJECTS}",
        confidence=0.9,
        types=TYPES,
        denies=True,
        holds=(("Our scheme does not outperform LoRA.", ("LoRA",)),),
        fails=("Our scheme outperforms LoRA.",),
    ),
    Rule(
        name="others-do-better",
        relation=RELATION,
        pattern=(
            rf"{_GENERIC}(?:\s+(?:\w+ly|can|may|often|still|also|even)){{0,2}}\s+{SURPASSES}"
            rf"{TOWARDS}{OBJECTS}"
        ),
        confidence=0.8,
        types=TYPES,
        denies=True,
        holds=(("Many open-source models surpass GPT-4.", ("GPT-4",)),),
        fails=("Our models surpass GPT-4.",),
    ),
)
