"""Questions with "or" between two names: no form unites answers, each can be asked alone."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.query.dates import read_date
from kg.query.names import candidates
from kg.query.near_questions import LONGEST_NAME, LONGEST_QUESTION

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kg.store import Store

#: Why a question with "or" is not answered.
EITHER = "'or' asks for what has the one or the other, and each has an answer of its own"


def apart(store: "Store", question: str, is_read: "Callable[[str], bool]") -> tuple[str, ...]:
    """Return the questions for each of some names with "or" between; none if they are not read."""
    words = [word for word in question.rstrip(" ?!.").split() if word.casefold() != "either"]
    for at, word in enumerate(words if len(words) <= LONGEST_QUESTION else ()):
        if word.casefold() == "or":
            for each in _each(store, words[:at], words[at + 1 :]):
                if all(map(is_read, each)):
                    return each
    return ()


def _each(
    store: "Store", before: "Sequence[str]", after: "Sequence[str]"
) -> Iterator[tuple[str, ...]]:
    """Yield the questions for each name, the longest names first."""
    for end in _lengths(store, before, last=True):
        *names, lead = _listed(store, before, end)
        for start in _lengths(store, after, last=False):
            every = [*reversed(names), after[:start]]
            yield tuple(" ".join([*lead, *name, *after[start:]]) for name in every)


def _listed(store: "Store", words: "Sequence[str]", end: int) -> "list[Sequence[str]]":
    """Cut the last name off words, and those before it that end in a comma; what is left is last.

    The last name has so many words.
    """
    names = [[*words[-end:-1], words[-1].rstrip(",")]]
    lead = words[:-end]
    while lead and lead[-1].endswith(","):
        length = next(_lengths(store, lead, last=True), 0)
        if not length:
            break
        names.append([*lead[-length:-1], lead[-1].rstrip(",")])
        lead = lead[:-length]
    return [*names, lead]


def _lengths(store: "Store", words: "Sequence[str]", *, last: bool) -> Iterator[int]:
    """Yield of how many words, the last or the first, a name or a date may be, the most first."""
    for length in range(min(LONGEST_NAME, len(words)), 0, -1):
        text = " ".join(words[-length:] if last else words[:length])
        if candidates(store, text) or read_date(text):
            yield length
