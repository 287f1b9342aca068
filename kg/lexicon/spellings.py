"""Which ways of writing a name are found, and where its case counts.

Two rules, so that a row lists only what they do not give:

*Separators.* Blanks, hyphens, dashes and underscores are one and the same between the words of a
name; a hyphen may also be missing, and a blank may stand or be missing where a letter meets a digit
or a small letter a capital: ``WikiText-2`` gives WikiText2, Wikitext 2, Wiki-Text-2.

*Case.* A name without capitals is found in any case. So is one with capitals that can hardly be a
common word: of two words and ten letters or more (Direct Preference Optimization), of mixed case
and seven letters or more (HumanEval), of letters and digits and four signs or more (GSM8K). Any
other (BERT, LoRA, GLUE, Alpaca) is found only in the case of one of its spellings. A name with
capitals that the text writes as several words needs one capital there (`written_out`).
"""

import re
from collections.abc import Iterator
from itertools import islice, product

#: What stands between the words of a name, each a single blank to the matcher.
SEPARATORS = " \t\n\r\f\v\u00a0\u2009\u202f-_\u2010\u2011\u2012\u2013\u2014\u2212"
#: One sign for one, so that offsets stay; İ is the one letter whose small form is longer.
FOLDED = str.maketrans(dict.fromkeys(SEPARATORS, " ") | {"’": "'", "İ": "I"})

#: At most so many ways of joining the words of one name are tried.
MOST_VARIANTS = 32

_JUNCTION = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=[a-zà-ÿ]{3})(?=[A-Z][a-z]{2})")
_PLURAL_Y = re.compile(r"[^aeiou]y$")


def any_case(name: str) -> bool:
    """Tell whether a name is found in any case.

    >>> [any_case(n) for n in ("quantization", "HumanEval", "GSM8K", "GLUE", "Alpaca", "LoRA")]
    [True, True, True, False, False, False]
    """
    if name == name.lower():
        return True
    words = re.split(r"[\s\-_]+", name)
    signs = re.sub(r"\W|_", "", name)
    if len(words) > 1 and len(signs) >= 10:
        return True
    if re.search(r"\d", signs) and re.search(r"[^\W\d_]{2}", signs):
        return len(signs) >= 4
    return len(signs) >= 7 and bool(re.search(r"[a-z][A-Z]|[A-Z]{2}[a-z]", signs))


def variants(name: str) -> Iterator[str]:
    """Yield the folded spellings of a name, case kept, in a settled order.

    >>> list(variants("WikiText-2"))
    ['Wiki Text 2', 'Wiki Text2', 'WikiText 2', 'WikiText2']
    >>> list(variants("MT-Bench"))
    ['MT Bench', 'MTBench']
    """
    words = re.split(r"([\s\-_]+)", name.strip())
    pieces: list[tuple[str, ...]] = []
    for position, word in enumerate(words):
        if position % 2:
            pieces.append((" ", "") if _optional(words, position) else (" ",))
            continue
        for index, part in enumerate(_JUNCTION.split(word)):
            pieces.extend([(" ", ""), (part,)] if index else [(part,)])
    yield from islice(("".join(choice) for choice in product(*pieces)), MOST_VARIANTS)


def _optional(words: list[str], position: int) -> bool:
    """Tell whether the separator at a position may be missing: not before a single letter."""
    before, after = words[position - 1], words[position + 1]
    if len(after) == 1 and after.isalpha():
        return False
    return "-" in words[position] or (before[-1:].isalpha() and after[:1].isdigit())


def written_out(name: str) -> bool:
    """Tell whether a name in any case still needs a capital where the text writes it as words.

    ``Matrix-Game`` is not "matrix game", and ``FastText`` not "fast text".

    >>> written_out("FastText"), written_out("GSM8K"), written_out("chain of thought")
    (True, False, False)
    """
    return name != name.lower() and not re.search(r"\d", name)


def plural(name: str) -> str:
    """Return the plural of a common noun or an acronym, or '' where it has none.

    >>> plural("diffusion model"), plural("GNN"), plural("accuracy"), plural("GLUEs"), plural("F1")
    ('diffusion models', 'GNNs', 'accuracies', '', '')
    """
    if not name[-1].isalpha() or name.endswith(("s", "ing", "ed")):
        return ""
    if _PLURAL_Y.search(name):
        return f"{name[:-1]}ies"
    return f"{name}es" if name.endswith(("x", "ch", "sh")) else f"{name}s"
