"""Reading a question: its words are matched against frames, and what is left over is a name.

A frame is a line of items. A word in capitals is a class of words (`CLASSES`), before which any
fillers (`FILLERS`) are passed over; a word in small letters is a slot that takes a name:

    METHODS EVALUATED ON name       which methods have been tested on Llama-2 7B?
    CONNECTED name TO other         how is LoRA connected to GSM8K

Nothing here knows what a name means: one question may fit several frames.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.query.vocabulary import CLASSES, FILLERS

_PHRASES = {
    name: tuple(sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True))
    for name, phrases in CLASSES.items()
}
_QUOTATION = str.maketrans(dict.fromkeys('“”„«»"', " ") | dict.fromkeys("‘’`", "'"))
#: An answer says how many rows it has.
_COUNTING = re.compile(
    r"^\s*(?:how many|(?:what is )?(?:the )?(?:total )?(?:number|count) of)\s+",
    re.IGNORECASE,
)
#: "what's" is "what is".
_SHORTENED = re.compile(r"\b(what|who|where|which|how|when)'s\b", re.IGNORECASE)
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
#: How many are asked for; top-5 accuracy is a metric.
_FIRST_FEW = re.compile(
    r"\b(?P<which>(?:top|best|latest|newest|most recent))"
    r"(?: |-(?=\w+ (?:models?|methods?|papers?|systems?)\b))(?P<behind>\d{1,3}|"
    rf"{'|'.join(_NUMBERS)})\b"
    r"(?= (?!accurac|error|recall|precision|billion|shot|on\b|of\b|in\b)[a-z])"
    r"|(?:^|(?<=the )|(?<=which )|(?<=are )|(?<=list )|(?<=show )|(?<=me )|(?<=give )|(?<=find ))"
    rf"(?P<before>\d{{1,3}}|{'|'.join(_NUMBERS)}) (?=(?:best|top|latest|newest|most recent)\b)",
    re.IGNORECASE,
)
#: Papers have no marks: of those on a subject the first are meant.
_BEST_PAPERS = re.compile(
    r"\b(?:top|best) (?=(?:papers?|articles?|publications?)\b)", re.IGNORECASE
)
_BEST_WORKS = re.compile(
    rf"^\W*(?:(?:{'|'.join(sorted(FILLERS))})\s+)*(?:{'|'.join(CLASSES['BEST'])})\s", re.IGNORECASE
)
#: A question with more words than this is none.
LONGEST = 80
#: A name no longer than this is taken as it stands: with or without an s it is another.
SHORTEST_NOUN = 3

#: Slot names with the words that they take.
Binding = dict[str, str]


def words_of(question: str) -> list[str]:
    """Cut a question into words, without quotation marks and the mark at its end.

    >>> words_of("Which methods use “LoRA”?")
    ['Which', 'methods', 'use', 'LoRA']
    """
    bare = _SHORTENED.sub(r"\1 is", question.translate(_QUOTATION).rstrip(" \t\r\n?!.;:,"))
    bare = _without_number(_COUNTING.sub("", bare))
    return [word for word in _BEST_PAPERS.sub("", bare).split() if word.strip("?!;:,")]


def asks_for_best_papers(question: str) -> bool:
    """Tell whether a question asks for the best of papers, which have no marks.

    >>> asks_for_best_papers("best papers on LoRA"), asks_for_best_papers("best models on GSM8K")
    (True, False)
    """
    return bool(_BEST_PAPERS.search(_without_number(question)))


def asks_for_best_works(question: str) -> bool:
    """Tell whether a question begins by asking for the best of methods or models.

    >>> asks_for_best_works("top 3 pruning methods"), asks_for_best_works("Best-of-N methods")
    (True, False)
    """
    return bool(_BEST_WORKS.search(_without_number(question)))


def _without_number(question: str) -> str:
    return _FIRST_FEW.sub(lambda few: few["which"] or "", question)


def first_few(question: str) -> int:
    """Return how many of all rows a question asks for, 0 where it does not say.

    >>> first_few("top 5 models on GSM8K"), first_few("the three newest papers on LoRA")
    (5, 3)
    >>> first_few("top 5 accuracy on ImageNet"), first_few("top-1 on ImageNet")
    (0, 0)
    >>> first_few("is Llama 3 best on GSM8K"), first_few("best 7 billion parameter models")
    (0, 0)
    """
    found = _FIRST_FEW.search(question)
    if found is None:
        return 0
    number = (found["behind"] or found["before"]).casefold()
    return _NUMBERS.index(number) + 1 if number in _NUMBERS else int(number)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a question, and where in it the phrases of each class end, as far as asked."""

    words: tuple[str, ...]
    folded: tuple[str, ...]
    _ends: dict[tuple[str, int], tuple[int, ...]] = field(default_factory=dict)
    #: Where from each word on the first stands that may be of a name.
    _telling: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, question: str) -> "Wording":
        """Cut a question into words; one that is too long has none."""
        words = words_of(question)
        kept = tuple(words) if len(words) <= LONGEST else ()
        return cls(kept, tuple(word.casefold().strip(",:;?!()") for word in kept))

    def says_nothing(self, start: int, end: int) -> bool:
        """Say whether words [start, end) are no name: "list all" of "list all benchmarks"."""
        if not self._telling:
            next_one = len(self.words)
            for at in reversed(range(len(self.words))):
                next_one = next_one if _tells_nothing(self.words[at]) else at
                self._telling.append(next_one)
            self._telling.reverse()
        return start >= end or self._telling[start] >= end

    def ends(self, name: str, at: int) -> tuple[int, ...]:
        """Return where phrases of a class end that begin at a word, fillers passed over."""
        key = (name, at)
        if key not in self._ends:
            self._ends[key] = self._found(name, at) if at < len(self.words) else ()
        return self._ends[key]

    def _found(self, name: str, at: int) -> tuple[int, ...]:
        here = tuple(
            at + len(phrase)
            for phrase in _PHRASES[name]
            if self.folded[at : at + len(phrase)] == phrase
        )
        return here + (self.ends(name, at + 1) if self.folded[at] in FILLERS else ())


#: Words of other questions that metrics are called by as well.
_OF_METRICS = frozenset(
    {"score", "scores", "rate", "in", "of", "to", "at", "per", "as", "time"}
    | {"application", "citation", "reference", "solution", "solved", "tool"}
)
_OF_QUESTIONS = frozenset(
    phrase[0] for phrases in _PHRASES.values() for phrase in phrases if len(phrase) == 1
)
#: No metric is called by more words than these.
_MOST_OF_METRIC = 5


def may_be_measure(text: str) -> bool:
    """Say whether words may be those of a metric: short, and none that ask for something else.

    >>> may_be_measure("attack success rate"), may_be_measure("papers reporting results")
    (True, False)
    >>> may_be_measure("citation accuracy"), may_be_measure("citations")
    (True, False)
    """
    words = [word for word in text.casefold().split() if word not in FILLERS]
    plain = _OF_QUESTIONS.isdisjoint(set(words) - _OF_METRICS)
    return plain and 0 < len(words) <= _MOST_OF_METRIC


def match(frame: str, wording: Wording) -> Iterator[Binding]:
    """Yield each way in which the words fill the frame's slots.

    >>> list(match("METHODS ON name", Wording.of("Which methods are there for Llama-2 7B?")))
    [{'name': 'Llama-2 7B'}]
    """
    yield from _match(tuple(frame.split()), wording, 0, set())


def _match(
    items: tuple[str, ...], wording: Wording, at: int, dead: set[tuple[int, int]]
) -> Iterator[Binding]:
    """Yield the bindings of the items from a word on; `dead` are ends from which there are none."""
    length = len(wording.words)
    if not items:
        if at == length:
            yield {}
        return
    if (len(items), at) in dead:
        return
    alive = False
    name, rest = items[0], items[1:]
    for end in wording.ends(name, at) if name.isupper() else _slot_ends(rest, at, length):
        if not name.isupper() and wording.says_nothing(at, end):
            continue
        bound = {} if name.isupper() else {name: " ".join(wording.words[at:end])}
        for binding in _match(rest, wording, end, dead):
            alive = True
            yield bound | binding
    if not alive:
        dead.add((len(items), at))


#: What no name consists of.
_NOTHING = FILLERS | {word for name in ("ON", "OF", "AND") for word in CLASSES[name]}


def _tells_nothing(word: str) -> bool:
    """Say whether a word is none of a name.

    >>> _tells_nothing("I"), _tells_nothing("on"), _tells_nothing("IT")
    (True, True, False)
    """
    return _folded(word) in _NOTHING


def _folded(word: str) -> str:
    """Put a word into small letters, but for one that is all capitals, which may be a name."""
    return word if word.isupper() and word != "I" else word.casefold()


def _slot_ends(rest: tuple[str, ...], at: int, length: int) -> Iterable[int]:
    """Return where a slot may end: at the last word if nothing follows."""
    if rest:
        return range(at + 1, length + 1)
    return [length] * (at < length)


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


def other_number(name: str) -> str:
    """Return the singular of a name that ends as a plural, else its plural; '' for a short name.

    >>> other_number("NVIDIA A100s"), other_number("hallucination"), other_number("loss")
    ('NVIDIA A100', 'hallucinations', '')
    """
    if len(name) <= SHORTEST_NOUN or name.endswith("ss"):
        return ""
    return name[:-1] if name.endswith("s") else f"{name}s"


_DOING = re.compile(r"([a-z]{3,})ing ((?:[\w-]+ ){0,2}?[\w-]+?)(s?)", re.IGNORECASE)
#: How the noun of a verb ends, by the end of its stem; a gerund is a noun too.
_NOUNS = (("fy", "fication"), ("iz", "ition"), ("is", "ition"), ("", "ion"), ("", "ation"))


def turned(name: str) -> tuple[str, ...]:
    """Return the nouns that may stand for the doing of something.

    >>> turned("compressing models")[:2]
    ('model compression', 'model compressation')
    >>> "image editing" in turned("editing images"), turned("QLoRA")
    (True, ())
    """
    match = _DOING.fullmatch(name)
    if match is None:
        return ()
    stem, what, plural = match[1], match[2], match[3]
    nouns = [stem.removesuffix(end) + noun for end, noun in _NOUNS if stem.lower().endswith(end)]
    things = (what, what + plural) if plural else (what,)
    return tuple(f"{thing} {noun}" for thing in things for noun in (*nouns, f"{stem}ing"))
