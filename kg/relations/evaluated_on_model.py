"""The models that a paper's own work is applied to, fine-tunes, compresses, attacks or studies."""

from kg.relations.rule import Rule

RELATION = "evaluatedOnModel"
TYPES = frozenset({"Model", "ModelFamily"})

RULES = (
    Rule(
        name="model-in-own-work",
        relation=RELATION,
        pattern=r"{M}",
        confidence=0.7,
        types=TYPES,
        holds=(("We prune LLaMA-7B without retraining.", ("Llama-7B",)),),
        places=frozenset({"own", "title"}),
    ),
)
