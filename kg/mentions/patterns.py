"""Names that no list knows, read from how a text speaks of them.

A candidate is a word with the shape of a coined name, or capitalised words where a text names its
own work ("we propose Verbalized Sampling, a ..."). What stands before and behind a candidate
votes for its type; the votes of all its occurrences in a text decide.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg import lexicon
from kg.mentions.abbreviations import Abbreviation, find_abbreviations
from kg.mentions.candidates import Candidate, Candidates, places_of
from kg.mentions.data_names import data_names
from kg.mentions.found import Found, coarse
from kg.mentions.heads import phrase_from, type_of_phrase
from kg.mentions.listed import listed_as, name_of
from kg.mentions.own.aliases import merge_own_aliases
from kg.mentions.own.names import read_own_names
from kg.mentions.series import vote_in_series
from kg.mentions.shapes import marked_words
from kg.mentions.terms.classes import is_class_term, is_no_name
from kg.mentions.votes import vote
from kg.model import Name

RECOGNISER = "pattern"


def pattern_stages(text: str, title_end: int, taken: list[Found]) -> Iterator[list[Found]]:
    """Yield after each stage the names that patterns find beside the `taken` ones.

    Those of the lists and the grammar are taken; all names are there after the last stage.
    """
    candidates = Candidates(text, title_end, taken)
    for start, end in marked_words(text):
        candidates.add(start, candidates.with_version(end))
    for start, end in data_names(text, title_end):
        if candidate := candidates.add(start, end):
            candidate.votes["Benchmark"] += 1.0
    yield []
    read_own_names(candidates)
    yield []
    found = [*_read_plurals(candidates), *_read_abbreviations(candidates)]
    _read_given_forms(candidates)
    merge_own_aliases(candidates)
    vote_in_series(candidates)
    yield found
    for candidate in sorted(candidates.by_label.values(), key=_settled_before):
        found += _settle(candidates, candidate)
    yield found


def _settled_before(candidate: Candidate) -> tuple[bool, int]:
    """Put own names first, of which a text says most, then shorter ones: longer may go on."""
    return (not candidate.own, len(candidate.label))


def _read_plurals(candidates: Candidates) -> Iterator[Found]:
    """Yield the plurals of taken acronyms: of LaaJ, "LaaJs"."""
    by_label = {item.name.label: item for item in candidates.taken if item.name.named}
    by_label |= {candidates.text[item.start : item.end]: item for item in by_label.values()}
    for label in [name for name in candidates.by_label if _PLURAL.search(name)]:
        if single := by_label.get(label[:-1]):
            for start, end in candidates.by_label.pop(label).spans:
                yield replace(single, start=start, end=end)


_PLURAL = re.compile(r"[a-zA-Z][A-Z]s$")


def _read_abbreviations(candidates: Candidates) -> Iterator[Found]:
    """Let each expansion vote for its abbreviation and be its alias; yield those of taken names."""
    text, by_label = candidates.text, candidates.by_label
    by_span = {(item.start, item.end): item for item in candidates.taken}
    for abbreviation in find_abbreviations(text):
        written, long = text[slice(*abbreviation.short)], text[slice(*abbreviation.long)]
        candidate = by_label.get(written.rstrip("s")) or by_label.get(written)
        known = by_span.get(abbreviation.short)
        listed = None if known else by_span.get(abbreviation.long)
        is_other = candidate is not None and candidate.own and not _is_called(listed, written)
        if listed is not None and not is_other:
            for start, end in _places_of_short(candidates, written):
                yield replace(listed, start=start, end=end)
        elif candidate is not None:
            candidate.aliases.append(long)
            head = _type_of_expansion(long)
            candidate.votes[head] += _SURE if head in ("Metric", "Task") else 2.0
            candidates.merge_expansion(candidate, abbreviation.long)
        elif known is not None and known.name.named:
            for start, end in _places_of_long(candidates, abbreviation):
                yield replace(known, start=start, end=end)
        elif (own := by_label.get(long)) and own.own:
            _take_short_form(candidates, abbreviation)


def _is_called(listed: Found | None, written: str) -> bool:
    """Say whether a list knows a thing by its short form: Buffer of Thoughts (BoT)."""
    entry = lexicon.load().entries.get(listed.name.known) if listed is not None else None
    return entry is not None and written in entry.conditions


def _places_of_short(candidates: Candidates, written: str) -> list[tuple[int, int]]:
    """Return where the short form of a taken name stands, and take it for nothing else."""
    short = written.rstrip("s") or written
    candidates.by_label.pop(short, None)
    return [
        (start, start + len(form))
        for form in dict.fromkeys((short, written, f"{short}s"))
        for start, _ in places_of(form, candidates.text)
    ]


def _places_of_long(candidates: Candidates, abbreviation: Abbreviation) -> list[tuple[int, int]]:
    """Return where the expansion of a taken name stands, and forget what else it was taken for."""
    same = candidates.by_label.pop(candidates.text[slice(*abbreviation.long)], None)
    candidates.forget_inside(abbreviation.long)
    return sorted({abbreviation.long, *(same.spans if same else ())})


def _type_of_expansion(long: str) -> str:
    """Return the type that an expansion's head gives; "Model Attack Gradient" is no model."""
    if _is_measure(long) and _BY_WHICH.search(long):
        long = _BY_WHICH.split(long)[0]
    last = long.rpartition(" ")[2]
    if _is_measure(long) and not _OF_NUMBERS.search(long):
        return "Metric"
    if last == "Task":
        return "Task"
    head = type_of_phrase(last) or type_of_phrase(phrase_from(long, 0))
    return "" if head == "Model" and long.startswith("Model ") else head


def _is_measure(long: str) -> bool:
    return re.split("[ -]", long)[-1].lower() in _MEASURES


#: The heads of what is counted or compared: "Date Fragmentation Ratio (DFR)".
_MEASURES = frozenset(
    "ratio index rate accuracy distance error coefficient similarity perplexity precision recall"
    " rating discrepancy score scores metrics".split()
)
#: What follows tells how: "Research Evaluation with Agentic Metrics" is an evaluation, no metric.
_BY_WHICH = re.compile(r" (?:with|without|via|through|by|using|from) ", re.IGNORECASE)
#: How finely numbers are written is no measure: "Reinforcement Adaptive Mixed Precision (RAMP)".
_OF_NUMBERS = re.compile(
    r"\b(?:mixed|low(?:er)?|high(?:er)?|half|full|single|double|multi|variable|arbitrary|reduced|numerical|bit)"
    r"[ -]precision$",
    re.IGNORECASE,
)
#: How much an expansion says that speaks for one type, whatever the text calls it besides.
_SURE = 5.0


def _take_short_form(candidates: Candidates, abbreviation: Abbreviation) -> None:
    """Name an own work by the short form that it is given: Diffusion-Replication (D-Rep)."""
    candidate = candidates.add(*abbreviation.short)
    if candidate is not None:
        candidate.aliases.append(candidates.text[slice(*abbreviation.long)])
        candidates.merge_expansion(candidate, abbreviation.long)


def _read_given_forms(candidates: Candidates) -> None:
    """Make one of an own name of several words and what it is called in brackets right behind.

    No letter of it need stand in the name: "we propose Balanced Folding (PLOT-BF)".
    """
    own = [item for item in candidates.by_label.values() if item.own and " " in item.label]
    for long in own:
        for start, end in tuple(long.spans):
            given = _GIVEN.match(candidates.text, end)
            if given is not None and not candidates.taken_near(*given.span(1)):
                _take_short_form(candidates, Abbreviation(given.span(1), (start, end)))


#: One word with two capitals, or with one and a digit, that is no year nor a place.
_GIVEN = re.compile(
    r" \((?=[^()]*[A-Z][^()]*[A-Z\d])((?:[A-Z][\w-]{2,20} (?=[A-Z]{2,6}\)))?[A-Za-z][\w+-]{1,15})\)"
)


def _settle(candidates: Candidates, candidate: Candidate) -> Iterator[Found]:
    """Decide the type of a candidate and yield all its occurrences."""
    if is_no_name(candidates, candidate):
        return
    if candidate.own:
        candidates.find_again(candidate)
        candidates.find_expansions(candidate)
    type_name, score = vote(candidates, candidate)
    if is_class_term(candidate, type_name) and not candidates.type_of_series(candidate.label):
        return
    candidates.decide(candidate.label, type_name)
    name = _listed(candidates, candidate, type_name) or Name(
        type_name, candidate.label, aliases=tuple(dict.fromkeys(candidate.aliases))
    )
    for start, end in sorted(candidate.spans):
        yield Found(start, end, name, RECOGNISER, score)


def _listed(candidates: Candidates, candidate: Candidate, type_name: str) -> Name | None:
    """Return the lexicon's name where the words around a candidate speak for the same type.

    Own models that the grammar reads elsewhere in the text are those.
    An ambiguous name, such as MATH, is left by the lexicon where it sees no cue of its own.
    """
    if candidate.own:
        known = candidates.names.get(candidate.label)
        same = known is not None and coarse(known.type) == coarse(type_name) == "model"
        return known if same else None
    for entry in listed_as(candidate.label):
        spelled = candidate.label in (entry.label, *entry.aliases)
        if spelled and entry.named and coarse(entry.type) == coarse(type_name):
            return name_of(entry)
    return None
