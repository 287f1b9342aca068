"""What an act may say: right arguments in the right places."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import datetime
from difflib import get_close_matches
from types import MappingProxyType

from kg import ids, schema
from kg.curation.acts import VERBS, Act
from kg.curation.result_names import wrong_result
from kg.errors import quoted, with_article
from kg.ids import TYPES_BY_NAMESPACE

#: Types that a thing can be given: those of what texts name.
CURATED_TYPES = (
    "Model", "ModelFamily", "Method", "Dataset", "Benchmark", "Task", "Metric", "Hardware",
)  # fmt: skip
#: Types that a thing has for good: it goes with its like only.
_FIXED_TYPES = ("Paper", "Author", "Listing", "WebPage", "CodeRepository")
CHANGES = ("add", "remove")
#: What a verdict on a result names.
_OF_RESULT = ("paper", "relation", "result")
#: How long a name may be, in characters.
LONGEST_NAME = 200
#: The Unicode categories of what is no text within a line.
_UNPRINTABLE = frozenset({"Cc", "Cs", "Zl", "Zp"})
_SEGMENT = re.compile(r"[A-Za-z0-9._-]+")


def check(act: Act) -> str:
    """Return what is wrong with an act, or ''.

    >>> check(Act("retype", ("method/foo", "Taks")))
    "'Taks' is no type that a thing can be given; did you mean Task?"
    """
    verb = VERBS.get(act.verb)
    if verb is None:
        return _unknown(act.verb, "act", VERBS)
    given = len([argument for argument in act.arguments if argument])
    if given < verb.least or len(act.arguments) > len(verb.needs):
        takes = (" or ".join(CHANGES) if need == "change" else need for need in verb.needs)
        surplus = "; leave its other cells empty, a note stands in the seventh"
        hint = surplus if len(act.arguments) > len(verb.needs) else ""
        return f"{act.verb} takes {', '.join(takes)}; {given} given{hint}"
    needs = _OF_RESULT if act.on_result else verb.needs
    for place, (need, argument) in enumerate(zip(needs, act.arguments, strict=False)):
        if (argument or place == 0) and (wrong := _CHECKS[need](argument)):
            return wrong
    return (
        _check_ends(act)
        or _unprintable("".join((act.who, act.when, act.note)))
        or _wrong_time(act.when)
    )


def _wrong_time(text: str) -> str:
    """Say what is wrong with the time of an act, which may be left out; a year or month will do."""
    if not text or any(map(_is_time, (text, f"{text}-01", f"{text}-01-01"))):
        return ""
    return f"{quoted(text)} is no time; write 2024-08-02, 2024-08-02T10:00:00Z or nothing"


def _is_time(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _check_ends(act: Act) -> str:
    """Say what is wrong between the arguments."""
    one, *_ = act.arguments
    if act.verb in ("merge", "do-not-merge"):
        _, other = act.arguments
        if one == other:
            return f"{one} is one thing already; name two"
        kinds = {_fixed(one), _fixed(other)}
        if len(kinds) > 1:
            kind = min(filter(None, kinds))
            return f"{one} and {other} are of two kinds; {kind} goes with {kind} only"
    if act.verb in ("retype", "split") and (kind := _fixed(one)):
        return f"{act.verb} is for what texts name; {one} is {kind}"
    return ""


def _fixed(entity_id: str) -> str:
    """Return the type of what has it for good, with its article; '' for what texts name."""
    type_name = ids.type_of(entity_id)
    return with_article(type_name) if type_name in _FIXED_TYPES else ""


def _unknown(given: str, kind: str, known: Iterable[str]) -> str:
    near = get_close_matches(given, list(known), 2)
    hint = f"; did you mean {' or '.join(near)}?" if near else f"; known: {', '.join(known)}"
    return f"{quoted(given)} is no {kind}{hint}"


def _entity(text: str) -> str:
    namespace, _, segment = text.partition("/")
    type_name = TYPES_BY_NAMESPACE.get(namespace)
    if type_name in (*CURATED_TYPES, *_FIXED_TYPES) and _SEGMENT.fullmatch(segment):
        return ""
    return f"{quoted(text)} is no id; write it as `kg show` prints it: model/llama-2-7b"


def _paper(text: str) -> str:
    return _entity(text) if text.startswith("paper/") else f"{quoted(text)} is no id of a paper"


def _result(text: str) -> str:
    wrong = wrong_result(text)
    return f"{quoted(text)} {wrong}" if wrong else ""


def _relation(text: str) -> str:
    return "" if text in schema.relations() else _unknown(text, "relation", schema.relations())


def wrong_type(text: str) -> str:
    """Return what is wrong with a type that a thing is to have, or ''."""
    if text in CURATED_TYPES:
        return ""
    return _unknown(text, "type that a thing can be given", CURATED_TYPES)


def _change(text: str) -> str:
    return "" if text in CHANGES else _unknown(text, "change of an alias", CHANGES)


def wrong_name(text: str) -> str:
    """Return what is wrong with the name of a thing, or ''."""
    if not text.strip():
        return "an empty name"
    if len(text) > LONGEST_NAME:
        return f"a name of {len(text)} characters; the longest has {LONGEST_NAME}"
    return _unprintable(text)


def _unprintable(text: str) -> str:
    """Say which character has no place in a line: controls, line ends, halves of pairs."""
    for character in text:
        if unicodedata.category(character) in _UNPRINTABLE:
            return f"{text[:40]!r} has the character U+{ord(character):04X}, which is no text"
    return ""


_CHECKS: MappingProxyType[str, Callable[[str], str]] = MappingProxyType(
    {
        "entity": _entity,
        "paper": _paper,
        "relation": _relation,
        "result": _result,
        "type": wrong_type,
        "change": _change,
        "name": wrong_name,
    }
)
