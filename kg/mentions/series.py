"""Names set side by side: "on four benchmarks, such as Alfa-Eval, Bravo, CHARLIE and Delta3".

What a text says of one name of a series holds for all of them, and a plain word with a capital
is a name among names.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.lexicon.no_names import no_names
from kg.mentions.candidates import Candidates
from kg.mentions.found import coarse
from kg.mentions.name_votes import votes_within
from kg.mentions.shapes import is_marked
from kg.mentions.votes import Votes, begins_clause, vote_around

#: [start, end) of a member.
Span = tuple[int, int]

#: One member: words with capitals, and what stands in brackets behind them.
_WORD = r"(?=\S{0,40}[A-Z])[A-Za-z0-9][\w+*.'-]*[\w+*]"
_MEMBER = (
    rf"(?:[Tt]he )?({_WORD}(?: (?:[A-Z][\w+*.-]*[\w+*]|[A-Z]|\d(?:\.\d)?)(?=[ ,.;:)])){{0,4}})"
)
_BRACKETS = r"(?: \([^()]{1,60}\))?"
_JOINT = r"(?:, (?:and |or )?| (?:and|or) )"
# A comma between two words with capitals: where there is none, there is no series. First the
# comma, so that the engine passes over all else.
_COMMA = re.compile(rf",(?<=[\w+*)],) (?:and |or )?(?=(?:[Tt]he )?{_WORD})")
_FIRST = re.compile(
    r"(?:^|(?<=[\s(\[:]))(?!(?:On|In|Across|From|With|Using|For|By|Both|Against|Over|Unlike|Like|Compared|And)\b)"
    rf"({_WORD}(?: [A-Z]\S*)*){_BRACKETS}$"
)
_NEXT = re.compile(rf"{_JOINT}{_MEMBER}{_BRACKETS}")
_FEWEST = 3
#: In characters: how far a first member may begin before its comma.
_LONGEST = 70

#: Of these types a plain word may be: tasks and metrics are listed in capitals as well.
_PLAIN = frozenset({"Benchmark", "Dataset", "Model", "ModelFamily", "Method", "Hardware"})
#: The least that has to speak for a type so that all members take it.
_ENOUGH = 0.5
_ENOUGH_FOR_PLAIN = 3.0
#: What begins a sentence may be any word.
_ENDS = (". ", "! ", "? ")
#: Classes and properties: LLMs, Olympiad-level.
_CLASS = re.compile(r"[A-Z]{2,}s$|-[a-z]{3,}$")


def find_series(text: str, start: int) -> Iterator[list[Span]]:
    """Yield the members of each series of three and more, from an offset on.

    >>> text = "Tests on Alfa, the Bravo Set, and CHARLIE."
    >>> [[text[slice(*span)] for span in spans] for spans in find_series(text, 0)]
    [['Alfa', 'Bravo Set', 'CHARLIE']]
    """
    done = start
    for comma in _COMMA.finditer(text, start):
        if comma.start() < done:
            continue
        first = _FIRST.search(text, max(done, comma.start() - _LONGEST), comma.start())
        if first is None:
            continue
        members = [] if begins_clause(text, first.start(1)) else [first.span(1)]
        done = comma.start()
        while (member := _NEXT.match(text, done)) is not None:
            members.append(member.span(1))
            done = member.end()
        if len(members) >= _FEWEST:
            yield members


def vote_in_series(candidates: Candidates) -> None:
    """Let the members of each series of a text vote for each other, and note the plain ones."""
    for members in find_series(candidates.text, candidates.title_end):
        votes = _votes_of(candidates, members)
        type_name = max(sorted(votes), key=votes.__getitem__, default="")
        if type_name and votes[type_name] >= _ENOUGH:
            _give(candidates, members, type_name, votes[type_name])


def _votes_of(candidates: Candidates, members: Sequence[Span]) -> Votes:
    """Return what the words around a series and its members say of their type."""
    votes: Votes = defaultdict(float)
    vote_around(candidates.text, members[0][0], members[-1][1], votes)
    for start, end in members:
        known = [item for item in candidates.taken_near(start, end) if item.name.named]
        for item in known[:1]:
            votes[item.name.type] += 1.5
        for type_name, weight in () if known else votes_within(candidates.text[start:end]):
            votes[type_name] += min(weight, 2.0)
    votes.pop("", None)
    return votes


def _give(candidates: Candidates, members: Sequence[Span], type_name: str, weight: float) -> None:
    text = candidates.text
    names = sum(_is_name(candidates, span) for span in members)
    for start, end in members:
        if candidates.taken_near(start, end):
            continue
        label = text[start:end]
        known = candidates.by_label.get(label)
        if known is None:
            is_sure = type_name in _PLAIN and weight >= _ENOUGH_FOR_PLAIN and names > 1
            if not is_sure or text.endswith(_ENDS, 0, start) or not _may_be_name(label):
                continue
            known = candidates.add(start, end)
        if known is not None and not known.own:
            known.votes[type_name] += min(weight, 2.0)


def _is_name(candidates: Candidates, span: Span) -> bool:
    """Say whether a member is a name for its form, or one that is listed."""
    label = candidates.text[slice(*span)]
    if label in candidates.by_label:
        return True
    near = candidates.taken_near(*span)
    return any(item.name.named and coarse(item.name.type) != "task" for item in near)


def _may_be_name(label: str) -> bool:
    """Say whether a plain member is neither a class nor a word too short to tell."""
    if label in no_names() or _CLASS.search(label):
        return False
    return is_marked(label) or len(label) > 3
