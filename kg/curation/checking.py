"""What an act may say: right arguments in the right places, and no word against an earlier one."""

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from types import MappingProxyType

from kg import schema
from kg.curation.acts import VERBS, Act
from kg.ids import NAMESPACES, TYPES_BY_NAMESPACE

#: Types that a thing can be given: those of what texts name.
CURATED_TYPES = (
    "Model", "ModelFamily", "Method", "Dataset", "Benchmark", "Task", "Metric", "Hardware",
)  # fmt: skip
CHANGES = ("add", "remove")
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
    least = max(sum(not need.endswith("?") for need in verb.needs), min(2, len(verb.needs)))
    if given < least or len(act.arguments) > len(verb.needs):
        wanted = ", ".join(need.rstrip("?") for need in verb.needs)
        return f"{act.verb} takes {wanted}; {given} given"
    for need, argument in zip(verb.needs, act.arguments, strict=False):
        if wrong := (argument or not need.endswith("?")) and _CHECKS[need.rstrip("?")](argument):
            return wrong
    return _check_ends(act)


def _check_ends(act: Act) -> str:
    """Say what is wrong between the arguments."""
    if act.verb in ("merge", "do-not-merge"):
        one, other = act.arguments
        if one == other:
            return f"{one} is one thing already; name two"
        kinds = {name.partition("/")[0] for name in act.arguments}
        if "paper" in kinds and kinds != {"paper"}:
            return "a paper goes with a paper only"
    if act.verb in ("retype", "split") and act.arguments[0].startswith("paper/"):
        return f"{act.verb} is for what papers name; {act.arguments[0]} is a paper"
    return ""


def _unknown(given: str, kind: str, known: Iterable[str]) -> str:
    near = get_close_matches(given, list(known), 2)
    hint = f"; did you mean {' or '.join(near)}?" if near else f"; known: {', '.join(known)}"
    return f"{given!r} is no {kind}{hint}"


def _entity(text: str) -> str:
    namespace, _, segment = text.partition("/")
    if namespace in TYPES_BY_NAMESPACE and _SEGMENT.fullmatch(segment):
        return ""
    return f"{text!r} is no id; write it as `kg show` prints it: model/llama-2-7b"


def _paper(text: str) -> str:
    return _entity(text) if text.startswith("paper/") else f"{text!r} is no id of a paper"


def _relation(text: str) -> str:
    return "" if text in schema.relations() else _unknown(text, "relation", schema.relations())


def _type(text: str) -> str:
    if text in CURATED_TYPES:
        return ""
    return _unknown(text, "type that a thing can be given", CURATED_TYPES)


def _change(text: str) -> str:
    return "" if text in CHANGES else _unknown(text, "change of an alias", CHANGES)


def _name(text: str) -> str:
    return "" if text.strip() else "an empty name"


_CHECKS: MappingProxyType[str, Callable[[str], str]] = MappingProxyType(
    {
        "entity": _entity,
        "paper": _paper,
        "relation": _relation,
        "type": _type,
        "change": _change,
        "name": _name,
    }
)


def contradiction(acts: Iterable[Act]) -> tuple[Act, str] | None:
    """Return the first act that an earlier one rules out, and why; None where all stand together.

    Of two verdicts on a fact, two types of a thing, or two words on an alias the later one counts.
    """
    roots: dict[str, str] = {}
    apart: list[Act] = []
    for act in acts:
        if act.verb == "do-not-merge":
            apart.append(act)
        elif act.verb == "merge":
            one, other = (_root(roots, name) for name in act.arguments)
            if one == other:
                return act, f"{' and '.join(act.arguments)} are merged already"
            roots[one] = other
        for pair in apart:
            if len({_root(roots, name) for name in pair.arguments}) == 1:
                return act, f"goes against {_named(pair if pair is not act else act)}"
    return None


def _root(roots: dict[str, str], name: str) -> str:
    while name in roots:
        name = roots[name]
    return name


def _named(act: Act) -> str:
    return f"{act.what!r}" + (f" of line {act.line}" if act.line else "")


def retyped_id(entity_id: str, type_name: str) -> str:
    """Return the id that a thing has as another type.

    >>> retyped_id("method/foonet-1a2b3c", "Model")
    'model/foonet-1a2b3c'
    """
    return f"{NAMESPACES[type_name]}/{entity_id.partition('/')[2]}"
