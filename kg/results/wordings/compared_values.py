"""How a text says between which values something changed, or what a value is set against."""

from kg.results.numbers.units import MEASURED, PHYSICAL, PLAIN, SHARE
from kg.results.wordings.changes import CHANGE
from kg.results.wordings.wording import Wording

COMPARED_VALUES = (
    Wording(
        name="ends-at",
        kind="absolute",
        confidence=0.85,
        families=SHARE | PHYSICAL,
        before=(
            r"\bfrom (?:[^;,]{0,60}|[^;]{0,110}\d ?%?,? and [\d.]{1,7} ?%?) ?\bto"
            r"(?: (?:below|above|only|just|over|under|nearly))?"
        ),
        shapes=frozenset({"one", "range"}),
        holds=("It rises from 41% (small) to [61%] (large).",),
        fails=("It rises to [61%].",),
    ),
    Wording(
        name="ends-ahead",
        kind="absolute",
        confidence=0.8,
        families=PLAIN,
        before=r"\bfrom [\d.]+ (?:for|by|with|of) ⟦o?[MA]⟧ to(?: only| just)?",
        shapes=frozenset({"one"}),
        holds=("It lifts recall from 0.46 for GPT-4 to [0.49].",),
        fails=("It lifts recall to [0.49].",),
    ),
    Wording(
        name="set-against",
        kind="absolute",
        confidence=0.85,
        families=MEASURED,
        whole=False,
        before=(
            r"(?:\bvs\.?|\bversus|\bcompared (?:to|with)|\bagainst)"
            r"(?: (?!(?:and|to|by|with)\b)[\w-]+| ⟦\w+⟧(?:'s)?){0,5}?(?: of| at)?"
        ),
        holds=("It reaches 61.5% vs. [52.1%] of LoRA.",),
        fails=("It reaches [52.1%].", "It runs 61 vs. [52] trials."),
    ),
    Wording(
        name="share-set-against",
        kind="absolute",
        confidence=0.85,
        families=SHARE,
        whole=True,
        before=(
            r"\d ?%?(?: ⟦o?C⟧)? \((?:vs\.?|versus|compared (?:to|with)|against)"
            r"(?: (?!(?:and|to|by|with|a|an)\b)[\w-]+| ⟦\w+⟧(?:'s)?){0,4}?(?: of| at)?"
        ),
        holds=("It reaches 61% (vs. [52%] of LoRA).",),
        fails=("It reaches [52%].", "It drops by 5%, compared with a [6%] drop."),
    ),
    Wording(
        name="starts-from",
        kind="absolute",
        confidence=0.8,
        families=SHARE | PHYSICAL,
        before=(
            rf"\b(?:{CHANGE}|scal\w+|⟦o?C⟧|mov\w+|goes|going)[^;]{{0,90}}"
            r"\bfrom(?: [^;,.\d]{1,60}? of)?"
        ),
        shapes=frozenset({"one"}),
        holds=("Accuracy rises from [41%] (small) to 61% (large).",),
        fails=("It comes from [41%].",),
    ),
    Wording(
        name="starts-at-rival",
        kind="absolute",
        confidence=0.8,
        families=SHARE | PLAIN,
        before=r"\bfrom",
        after=r"(?:for|by|with|of) ⟦o?[MA]⟧ to (?:only |just )?[\d.]",
        shapes=frozenset({"one"}),
        holds=("It lifts recall from [0.46] for GPT-4 to 0.49.",),
        fails=("It lifts recall from [0.46] to 0.49.",),
    ),
    Wording(
        name="from-to",
        kind="absolute",
        confidence=0.9,
        families=SHARE | PHYSICAL,
        shapes=frozenset({"change"}),
        holds=("It lifts GSM8K from [51% to 61%].",),
        fails=("It lifts GSM8K to [61%].",),
    ),
    Wording(
        name="number-from-to",
        kind="absolute",
        confidence=0.8,
        families=PLAIN,
        before=(
            rf"\b(?:{CHANGE}|scores?|⟦o?C⟧)[^;]{{0,100}}?(?:\bfrom|\(|:|,|\bscores?)|\d ?%\s*\("
        ),
        shapes=frozenset({"change"}),
        holds=("It raises BLEU from [27.3 to 31.4].",),
        fails=("We use the sizes from [4 to 8].",),
    ),
)
