"""The benchmarks and data sets on which a paper reports an evaluation."""

from kg.relations.rule import Rule

RELATION = "evaluatedOn"
TYPES = frozenset({"Dataset", "Benchmark"})

RULES = (
    Rule(
        name="data-in-own-work",
        relation=RELATION,
        pattern=r"{D}",
        confidence=0.7,
        types=TYPES,
        holds=(("We reach 61% on GSM8K.", ("GSM8K",)),),
        places=frozenset({"own", "title"}),
    ),
)
