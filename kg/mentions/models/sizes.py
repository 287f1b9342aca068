"""Parameter counts in model names, single and in lists written short.

``7B``, ``8x7B``, ``30B-A3B``, ``30A3B``, ``1.5 billion``; ``7B and 70B``, ``7B/13B/70B``,
``7B, 13B, and 70B``, ``60M-1B``, ``from 7B/13B to 70B``. A range stands for its two ends.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

_NUMBER = r"\d{1,4}(?:\.\d{1,3})?"
_UNIT = r"(?:[BMTbm]|[ -]?(?:[Bb]illion|[Mm]illion|[Tt]rillion))"
#: One size; `A3B` is the active part of a mixture of experts; some write it right behind the whole.
SIZE = (
    rf"(?:(?:\d{{1,3}}[x×])?{_NUMBER} ?{_UNIT}(?:-[AE]\d+(?:\.\d+)?[BM])?|\d{{1,3}}B?A\d{{1,2}}B)"
    r"(?![A-Za-z0-9%])"
)
_JOINT = (
    r"(?:\s*,\s*(?:and|or|to)\s+|\s*[,/&|]\s*|\s+(?:and|or|to|through|up to|versus|vs\.?)"
    r"\s+|\s*-\s*(?:to-)?)"
)
#: Several sizes, the first without sign; a hyphen may stand before a later one (``7B and -13B``).
SIZES = rf"{SIZE}(?:{_JOINT}-?{SIZE})*"

#: Sizes that share one unit: ``[7, 13, 70]B``, ``7/13/70B``.
SHARED = (
    rf"(?:\[\s*{_NUMBER}(?:\s*,\s*{_NUMBER})+\s*\]|{_NUMBER}(?:/{_NUMBER})+)"
    r" ?[BMT](?![A-Za-z0-9%])"
)

_SHARED = re.compile(SHARED)
_NUMBERS = re.compile(_NUMBER)
_ONE = re.compile(SIZE)
_MANY = re.compile(SIZES)
# What is counted in billions beside parameters: none of these is the size of a model.
_OTHER_COUNT = re.compile(
    r"[ -]*(?:(?!models?\b|to\b|and\b|on\b)\w+[ -])?(?:tokens?|words?|examples?"
    r"|samples?|images?|pairs?|dollars?|users?|rows?|queries"
    r"|records?|documents?|frames?|videos?|hours?|steps?|points?|triples?|edges?"
    r"|nodes?|parameters? fewer)\b"
)
_UNITS = {"b": "B", "m": "M", "t": "T"}
# What every size holds, and few texts do.
_MAY_BE_SIZED = re.compile(r"\d ?(?:[BMTbm](?![A-Za-z0-9%])|[ -]?[BbMmTt]r?illion)")


@lru_cache(maxsize=1 << 8)
def may_hold_size(text: str) -> bool:
    """Say whether a text may hold a size at all; kept, as it is asked more than once of a text."""
    return _MAY_BE_SIZED.search(text) is not None


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of one list and where the list ends in the text."""

    values: tuple[str, ...]
    end: int


def match_sizes(text: str, start: int) -> Sizes | None:
    """Read one size or a list of them at an offset; None where there is none.

    >>> match_sizes("7B, 13B, and 70B models", 0)
    Sizes(values=('7B', '13B', '70B'), end=16)
    >>> match_sizes("60M-1B)", 0).values, match_sizes("2B tokens", 0)
    (('60M', '1B'), None)
    >>> match_sizes("[7, 13, 70]B", 0).values, match_sizes("7/13B", 0).values
    (('7B', '13B', '70B'), ('7B', '13B'))
    >>> match_sizes("9B-1M", 0).values
    ('9B',)
    """
    shared = _SHARED.match(text, start)
    if shared is not None:
        unit = shared[0][-1]
        values = [written(number + unit) for number in _NUMBERS.findall(shared[0])]
        return Sizes(tuple(dict.fromkeys(values)), shared.end())
    match = _MANY.match(text, start)
    if match is None or _OTHER_COUNT.match(text, match.end()):
        return None
    context = _CONTEXT.search(match[0])
    listed = match[0][: context.start() + 1] if context else match[0]
    values = [written(piece) for piece in _ONE.findall(listed)]
    return Sizes(tuple(dict.fromkeys(values)), start + len(listed))


#: How many tokens a model of billions reads, behind its size: "9B-1M".
_CONTEXT = re.compile(r"[Bb]-\d+[Mm]\b")


def written(size: str) -> str:
    """Write one size in its canonical way.

    >>> written("7b"), written("1.50 billion"), written("8×7B"), written("70.0B"), written("30A3B")
    ('7B', '1.5B', '8x7B', '70B', '30B-A3B')
    """
    size = _JOINED.sub("B-A", size)
    head, _, active = size.replace("×", "x").partition("-A")
    if size[0].isdigit() and "illion" in size:
        head, active = re.sub(r"[ -]?([BMTbmt])[a-z]+$", r"\1", size), ""
    count, unit = head[:-1].rstrip(), _UNITS[head[-1].lower()]
    experts, times, number = count.rpartition("x")
    if "." in number:
        number = number.rstrip("0").rstrip(".")
    return f"{experts}{times}{number}{unit}" + (f"-A{active.upper()}" if active else "")


_JOINED = re.compile(r"(?<=\d)B?A(?=\d)")


# Words that stand between a family and its sizes: "models ranging from 0.5B to 32B".
_BRIDGE = re.compile(
    r"(?:\s+(?:(?:base |instruct |chat |language |foundation )?models?|LLMs?|family"
    r"|series|variants?|checkpoints?"
    r"|suite|with|of|in|at|from|ranging|spanning|scaling|sizes?|scales?|two|three|four|five|six"
    r"|different|various|multiple|the|both|parameters?|between|across)\b){0,6}\s*(\(?)\s*(?=[\d\[])"
)
_PAREN_END = re.compile(r"\s*(?:parameters?|params?|models?|variants?|versions?)?\s*\)")


def match_bridged_sizes(text: str, offset: int) -> Sizes | None:
    """Read sizes behind words that lead to them; their end is behind the bracket they stand in.

    >>> match_bridged_sizes("Zorb model series (7B, 30B parameters)", 4)
    Sizes(values=('7B', '30B'), end=38)
    """
    bridge = _BRIDGE.match(text, offset)
    sizes = match_sizes(text, bridge.end()) if bridge else None
    if bridge is None or sizes is None or not bridge[1]:
        return sizes
    close = _PAREN_END.match(text, sizes.end)
    return Sizes(sizes.values, close.end()) if close else None
