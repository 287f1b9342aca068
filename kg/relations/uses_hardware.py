"""The devices that a paper's work runs on, or is measured on."""

from kg.relations.rule import Rule

RELATION = "usesHardware"
TYPES = frozenset({"Hardware"})

RULES = (
    Rule(
        name="hardware-in-own-work",
        relation=RELATION,
        pattern=r"{H}",
        confidence=0.85,
        types=TYPES,
        holds=(
            ("We train it on a single RTX 4090.", ("NVIDIA RTX 4090",)),
            ("It runs at 30 frames a second on an NVIDIA A100.", ("NVIDIA A100",)),
        ),
        fails=("Phones are slower than an NVIDIA A100. We do something else.",),
        places=frozenset({"own", "title"}),
    ),
    Rule(
        name="hardware-contrasted",
        relation=RELATION,
        pattern=r"\b(?:than|without|instead\s+of|unlike|existing|replac(?:es|ing)|such\s+as)\s+(?:[\w-]+\s+){0,3}?{H}",
        confidence=0.7,
        types=TYPES,
        denies=True,
        holds=(("We need less memory than an NVIDIA A100 has.", ("NVIDIA A100",)),),
        fails=("We train it on an NVIDIA A100.",),
    ),
)
