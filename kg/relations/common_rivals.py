"""Common-noun methods that a paper's own work is compared with, or does better than.

The rules are those for named rivals, read where the terms of the field are marked too.
"""

from dataclasses import replace

from kg.relations.compared_with import RULES as COMPARED
from kg.relations.outperforms import RULES as OUTPERFORMS
from kg.relations.rule import Rule

_METHOD = frozenset({"Method"})

#: By the rule for named rivals, an example that holds of a term, and the terms.
_EXAMPLES = {
    "on-par": ("Our scheme is on par with full fine-tuning.", ("full fine-tuning",)),
    "set-against": ("We need half the memory of others, less than pruning.", ("pruning",)),
    "baseline": ("Our gains hold for all baselines, including pruning.", ("pruning",)),
    "does-better": ("Our scheme outperforms full fine-tuning by 3%.", ("full fine-tuning",)),
    "better-than": (
        "We reach better results than knowledge distillation.",
        ("knowledge distillation",),
    ),
    "compared-first": (
        "Compared to full fine-tuning, our scheme reaches a higher accuracy.",
        ("full fine-tuning",),
    ),
}


def _for_terms(rule: Rule) -> Rule:
    """Return a rule that picks common-noun methods where another picks names."""
    return replace(
        rule,
        name=f"{rule.name}-term",
        types=_METHOD,
        holds=(_EXAMPLES[rule.name],),
        fails=(),
        terms=True,
        common=True,
    )


RULES = tuple(_for_terms(rule) for rule in (*COMPARED, *OUTPERFORMS) if rule.name in _EXAMPLES)
