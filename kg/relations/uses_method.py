"""The methods that a paper's work uses as a part or tool."""

from kg.relations.rule import Rule

RELATION = "usesMethod"
TYPES = frozenset({"Method"})

RULES = (
    Rule(
        name="method-in-own-work",
        relation=RELATION,
        pattern=r"{A}",
        confidence=0.6,
        types=TYPES,
        holds=(("We fine-tune the model with LoRA.", ("LoRA",)),),
        places=frozenset({"own", "title"}),
    ),
)
