"""How a text says that a share is how much more something costs."""

from kg.results.numbers.units import SHARE
from kg.results.wordings.costs import COST
from kg.results.wordings.wording import Wording

ADDED_COSTS = (
    Wording(
        name="added-cost",
        kind="delta",
        confidence=0.7,
        families=SHARE,
        before=r"\b(?:add(?:s|ing|ed)?|introduc\w+|incur\w*)",
        after=(
            r"(?:(?:additional|extra|more|added|trainable|learnable) )?(?:[\w-]+ ){0,2}?"
            rf"(?!⟦){COST}"
        ),
        turn="higher",
        holds=("It adds [0.1%] extra parameters.",),
        fails=("It adds [0.1%] accuracy to it.",),
    ),
    Wording(
        name="extra-cost",
        kind="delta",
        confidence=0.7,
        families=SHARE,
        after=rf"(?:additional|extra|more|added|trainable) (?:[\w-]+ ){{0,2}}?{COST}",
        turn="higher",
        holds=("It reaches LoRA with [0.1%] extra parameters.",),
        fails=("It gives [0.1%] accuracy.",),
    ),
)
