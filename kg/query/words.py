"""Reading a question: its words are matched against frames, and what is left over is a name.

A frame is a line of items. A word in capitals is a class of words (`CLASSES`), before which any
fillers (`FILLERS`) are passed over; a word in small letters is a slot that takes a name:

    METHODS EVALUATED ON name       which methods have been tested on Llama-2 7B?
    CONNECTED name TO other         how is LoRA connected to GSM8K

Nothing here knows what a name means: one question may fit several frames.
"""

import re
from collections.abc import Iterator

from kg.query.vocabulary import CLASSES, FILLERS

_PHRASES = {
    name: tuple(sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True))
    for name, phrases in CLASSES.items()
}
_QUOTATION = str.maketrans(dict.fromkeys('“”„«»"', " ") | dict.fromkeys("‘’`", "'"))
#: An answer says how many rows it has.
_COUNTING = re.compile(r"^\s*how many\s+", re.IGNORECASE)
#: A question with more words than this is none.
LONGEST = 80

#: Slot names with the words that they take.
Binding = dict[str, str]


def words_of(question: str) -> list[str]:
    """Cut a question into words, without quotation marks and the mark at its end.

    >>> words_of("Which methods use “LoRA”?")
    ['Which', 'methods', 'use', 'LoRA']
    """
    bare = _COUNTING.sub("", question.translate(_QUOTATION).rstrip(" \t\r\n?!.;:,"))
    return [word for word in bare.split() if word.strip("?!;:,")]


def match(frame: str, words: list[str]) -> Iterator[Binding]:
    """Yield each way in which the words fill the frame's slots.

    >>> list(match("METHODS ON name", words_of("Which methods are there for Llama-2 7B?")))
    [{'name': 'Llama-2 7B'}]
    """
    if len(words) <= LONGEST:
        folded = [word.casefold().strip(",:;?!()") for word in words]
        yield from _match(tuple(frame.split()), words, folded, 0)


def _match(
    items: tuple[str, ...], words: list[str], folded: list[str], at: int
) -> Iterator[Binding]:
    if not items:
        if at == len(words):
            yield {}
    elif items[0].isupper():
        for end in _class_ends(items[0], folded, at):
            yield from _match(items[1:], words, folded, end)
    else:
        ends = range(at + 1, len(words) + 1) if len(items) > 1 else [len(words)] * (at < len(words))
        for end in ends:
            for rest in _match(items[1:], words, folded, end):
                yield {items[0]: " ".join(words[at:end]), **rest}


def _class_ends(name: str, folded: list[str], at: int) -> Iterator[int]:
    """Yield where a phrase of the class ends that begins at a word, fillers passed over."""
    for start in range(at, len(folded)):
        for phrase in _PHRASES[name]:
            if tuple(folded[start : start + len(phrase)]) == phrase:
                yield start + len(phrase)
        if folded[start] not in FILLERS:
            return


#: What people put behind a name, before it, and around it.
_TAIL = r"\s+(?:so far|until now|to date|please|exist|exists|there|yet|available|in the graph)$"
_HEAD = rf"^(?:(?:{'|'.join(sorted(FILLERS))})\s+)+"
_NOUN = (
    r"(?:paper|papers|article|models?|llms?|family|series|methods?|techniques?|approach|algorithm"
    r"|datasets?|data ?set|benchmarks?|test set|corpus|suite|task|metric|hardware|framework|system"
    r"|library|gpus?|cards?|devices?)"
)
_SHELLS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        _TAIL,
        _HEAD,
        r"(?<=\w)'s?$",
        rf"\s+(?:(?:large |small )?language |base )?{_NOUN}$",
        rf"^{_NOUN}\s+(?:called |named )?",
    )
)


def spellings(name: str) -> tuple[str, ...]:
    """Return the name as it stands, then without one or more things that people put around it.

    >>> spellings("the GSM8K benchmark")
    ('the GSM8K benchmark', 'GSM8K benchmark', 'the GSM8K', 'GSM8K')
    """
    found = [name.strip(" ,:;?!")]
    for shell in _SHELLS:
        found += [shell.sub("", text).strip(" ,:;?!") for text in found]
    return tuple(sorted({text for text in found if text}, key=lambda text: (-len(text), text)))
