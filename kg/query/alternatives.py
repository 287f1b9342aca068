"""Questions with "or" between two names: no form unites answers, each can be asked alone."""

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from kg.query.names import candidates
from kg.query.near_questions import LONGEST_NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kg.store import Store

#: Why a question with "or" is not answered.
EITHER = "'or' asks for what has the one or the other, and each has an answer of its own"


def apart(store: "Store", question: str, is_read: "Callable[[str], bool]") -> tuple[str, ...]:
    """Return the questions for each of two names with "or" between; none if they are not read."""
    words = [word for word in question.rstrip(" ?!.").split() if word.casefold() != "either"]
    for at, word in enumerate(words):
        if word.casefold() == "or":
            for pair in _pairs(store, words[:at], words[at + 1 :]):
                if all(map(is_read, pair)):
                    return pair
    return ()


def _pairs(
    store: "Store", before: "Sequence[str]", after: "Sequence[str]"
) -> Iterator[tuple[str, str]]:
    """Yield the questions with the one name and with the other, the longest names first."""
    lengths = range(LONGEST_NAME, 0, -1)
    ends = [n for n in lengths if n <= len(before) and _is_name(store, before[-n:])]
    starts = [n for n in lengths if n <= len(after) and _is_name(store, after[:n])]
    for end, start in product(ends, starts):
        one = [*before[:-1], before[-1].rstrip(","), *after[start:]]
        yield " ".join(one), " ".join([*before[:-end], *after])


def _is_name(store: "Store", words: "Sequence[str]") -> bool:
    return bool(candidates(store, " ".join(words)))
