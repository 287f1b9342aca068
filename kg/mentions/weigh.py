"""What speaks for and against each name of a text: who proposes it, where it stands, how it looks.

A name is weighed once a paper, by all its places: rules and tagger see places, an annotator sees
the paper. `kg.recogniser.logistic` turns the features into probabilities.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.mentions.abbreviations import find_abbreviations
from kg.mentions.around import Around
from kg.mentions.found import Found, Spans
from kg.mentions.shapes import marked_words
from kg.mentions.views import View
from kg.model import Name
from kg.recogniser import Proposal, Tagged, Tags
from kg.recogniser.words import shape
from kg.text import Reading

#: The recogniser of what the tagger alone finds.
RECOGNISER = "tagger"


@dataclass(slots=True)
class Weighed:
    """A name of a text, its places, and what the tagger says of each."""

    name: Name
    finds: list[Found] = field(default_factory=list)
    tags: list[Tagged] = field(default_factory=list)

    def add(self, item: Found, tagged: Tagged | None) -> None:
        """Add a place."""
        self.finds.append(item)
        if tagged is not None:
            self.tags.append(tagged)


def proposals(found: Sequence[Found]) -> list[Proposal]:
    """Return what the rules found as the tagger takes it."""
    items = {
        Proposal(item.start, item.end, f"{kind(item.name)}/{item.recogniser}/{int(item.score * 5)}")
        for item in found
    }
    return sorted(items, key=lambda item: (item.start, -item.end, item.label))


_CAPITALS = re.compile(
    r"(?<![.!?:] )(?<![\w-])[A-Z][\w-]*(?: (?:of |for |in |to |with |and )?[A-Z][\w-]*){1,4}"
    r"(?![\w-])"
)


def hints(reading: Reading) -> list[Proposal]:
    """Return what may be a name for its form: abbreviations, coined words, capitalised words."""
    text = reading.text
    found = []
    for abbreviation in find_abbreviations(text):
        found.append(Proposal(*abbreviation.short, "short"))
        found.append(Proposal(*abbreviation.long, "long"))
    found += [Proposal(start, end, "marked") for start, end in marked_words(text)]
    found += [
        Proposal(match.start(), match.end(), "capitals")
        for match in _CAPITALS.finditer(text, reading.title_end)
    ]
    # Later ones take precedence where stretches overlap.
    return sorted(found, key=lambda item: (item.start, -_HINTS.index(item.label), item.end))


_HINTS = ("short", "long", "marked", "capitals")


def kind(name: Name) -> str:
    """Return the type of a name, in small letters where it is that of a term."""
    return name.type if name.named else name.type.lower()


def gather(
    reading: Reading, found: Sequence[Found], tags: Tags, hints: Sequence[Proposal] = ()
) -> list[Weighed]:
    """Return the names that rules, tagger or form propose, each with all its places."""
    by_rules: dict[str, Weighed] = {}
    spans: set[tuple[int, int]] = set()
    by_spelling: dict[str, Weighed] = {}
    for item in found:
        spans.add((item.start, item.end))
        weighed = by_rules.setdefault(item.name.reference, Weighed(item.name))
        weighed.add(item, tags.judge(item.start, item.end))
        for spelling in (reading.text[item.start : item.end], item.name.label):
            by_spelling.setdefault(_key(spelling), weighed)
    by_tagger: dict[str, Weighed] = {}
    for tagged in _proposed(tags, hints):
        if (tagged.start, tagged.end) in spans:
            continue
        spans.add((tagged.start, tagged.end))
        written = reading.text[tagged.start : tagged.end]
        if known := by_spelling.get(_key(written)):
            known.tags.append(tagged)
            continue
        name = _name(written, tagged)
        item = Found(tagged.start, tagged.end, name, RECOGNISER, tagged.any)
        by_tagger.setdefault(_key(written), Weighed(name)).add(item, tagged)
    return [*by_rules.values(), *by_tagger.values()]


def _proposed(tags: Tags, hints: Sequence[Proposal]) -> Iterable[Tagged]:
    yield from tags.names()
    for hint in hints:
        tagged = tags.judge(hint.start, hint.end) if hint.label != "long" else None
        if tagged is not None and tagged.any > _LEAST:
            yield tagged


#: What looks like a name is weighed where the tagger gives it this probability.
_LEAST = 0.15


def _name(written: str, tagged: Tagged) -> Name:
    label = max(sorted(tagged.labels), key=tagged.labels.__getitem__, default="method")
    return Name(label[0].upper() + label[1:], written, named=label[0].isupper())


def _key(written: str) -> str:
    """Return what spellings of one name share: letters in one case, digits, no plural."""
    return "".join(filter(str.isalnum, written.casefold())).removesuffix("s")


class Weighing:
    """The features of the names of one text."""

    def __init__(
        self,
        reading: Reading,
        weighed: Iterable[Weighed],
        tags: Tags,
        hints: Sequence[Proposal],
        uses: Mapping[str, str],
        second: Tags | None = None,
    ) -> None:
        self._reading, self._uses = reading, uses
        self._view = View(tags)
        self._second = View(second) if second else None
        self._around = Around(reading)
        self._hints = {(item.start, item.end): item.label for item in reversed(hints)}
        colon = reading.text.find(":", 0, reading.title_end)
        self._colon = colon
        self._taken = Spans()
        for item in weighed:
            for found in item.finds:
                if found.recogniser != RECOGNISER:
                    self._taken.add(found.start, found.end)

    def features(self, item: Weighed) -> dict[str, float]:
        """Return what is known of a name, by the name of each feature."""
        found = {"bias": 1.0}
        found |= dict.fromkeys(self._said(item), 1.0)
        found |= dict.fromkeys(self._places(item), 1.0)
        found |= dict.fromkeys(_looks(item.name.label), 1.0)
        found |= dict.fromkeys(self._used(item), 1.0)
        places = {(at.start, at.end) for at in item.finds}
        found |= dict.fromkeys(self._around.features(places, kind(item.name)), 1.0)
        found |= self._view.features(item.finds, item.tags, kind(item.name))
        if self._second:
            places |= {(at.start, at.end) for at in item.tags}
            tags = self._second.judge(places)
            second = self._second.features(item.finds, tags, kind(item.name))
            found |= {f"second:{name}": value for name, value in second.items()}
        return found

    def _said(self, item: Weighed) -> Iterable[str]:
        """Yield who proposes a name, and as what."""
        name, label = item.name, kind(item.name)
        for source in sorted({found.recogniser for found in item.finds}):
            yield f"by={source}"
            yield f"by={source}/{label}"
        if name.known:
            yield "listed"
        if name.family:
            yield "family"
        if name.aliases:
            yield "aliases"
            yield f"aliases/{label}"
        best = max(found.score for found in item.finds)
        if item.finds[0].recogniser == "pattern":
            yield f"score={int(best * 20)}"
            yield f"score={int(best * 10)}/{label}"

    def _places(self, item: Weighed) -> Iterable[str]:
        """Yield where a name stands and how often."""
        times = len({found.start for found in item.finds})
        yield f"times={min(times, 5)}"
        if times == 1:
            yield f"once/{kind(item.name)}"
        first = min(found.start for found in item.finds)
        if first < self._reading.title_end:
            yield "named-title" if first < self._colon else "title"
        if item.finds[0].recogniser == RECOGNISER:
            yield "over=" + self._overlap(item.finds)

    def _used(self, item: Weighed) -> Iterable[str]:
        """Yield how other papers use a name, and what its form is here."""
        for use in sorted({self._uses.get(spelling, "") for spelling in self._spellings(item)}):
            if use:
                label, share, papers = use.split(",")
                yield f"use={label}"
                yield f"use={label}{share}"
                yield f"use={label}{share}{papers}"
                yield f"use={label}/{kind(item.name)}"
            else:
                yield "use=?"
        for hint in sorted({self._hints.get((at.start, at.end), "") for at in item.finds}):
            yield f"hint={hint}"
            yield f"hint={hint}/{item.finds[0].recogniser}"

    def _spellings(self, item: Weighed) -> set[str]:
        return {self._reading.text[at.start : at.end] for at in item.finds}

    def _overlap(self, finds: Sequence[Found]) -> str:
        kinds = set()
        for item in finds:
            if self._taken.holds(item.start, item.end):
                kinds.add("inside")
            elif self._taken.overlaps(item.start, item.end):
                kinds.add("around")
            else:
                kinds.add("free")
        return "+".join(sorted(kinds))


_LAST = re.compile(r"[A-Za-z]+$")


def _looks(label: str) -> Iterable[str]:
    """Yield how a name looks."""
    words = label.split()
    yield f"shape={shape(label.replace(' ', '_'))}"
    yield f"words={min(len(words), 4)}"
    if len(label) < 4:
        yield "short"
    if label.isupper():
        yield "capitals"
    if label.islower():
        yield "small"
    yield "is=" + label.lower()
    if last := _LAST.search(label):
        yield "last=" + last[0].lower()
        yield "ends=" + label[-3:].lower()
