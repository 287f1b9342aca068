"""What a number was measured on and what it is set against: a result for each."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from kg.results.attachment.attach import is_closed_off
from kg.results.attachment.attached import Attached
from kg.results.attachment.context import opening
from kg.results.attachment.respectively import place_in_list
from kg.results.attachment.tasks import tasks_of
from kg.results.slots.case import Case
from kg.results.slots.conditions import split_of
from kg.results.slots.own_base import baselines
from kg.results.slots.reported import Reported
from kg.results.slots.scores import Chooser
from kg.results.slots.unnamed_data import unnamed_data
from kg.results.wordings.costs import is_of_cost

#: How many data sets one number may be said of; more are rather averaged over.
_MANY = 4


def with_places(case: Case, stem: Reported, chooser: Chooser) -> Iterator[Reported]:
    """Yield a result for each data set that it was measured on and each baseline."""
    sentence, attached, paper = case.sentence, case.attached, case.paper
    data = _data(stem, attached)
    is_one_of_unread = len(data) == 1 and _is_one_of_unread(sentence.text, attached)
    if is_one_of_unread:
        data = ("",)
    if len(data) > 1 and (
        _is_of_all(sentence.text, stem, data) or _is_of_opening(sentence.text, stem, attached)
    ):
        data = ("",)
    models = attached.references("model")[:2] if not (stem.model or is_one_of_unread) else ()
    is_on_model = bool(models or (stem.method and stem.model))
    if is_on_model and is_of_cost(stem.metric, stem.unit):
        data = ("",)
    models = models if len(models) == 1 else ("",)
    tasks = tasks_of(sentence.text, attached) if data == ("",) else ("",)
    tasks = tasks if len(tasks) == 1 and not _COUNTED.search(tasks[0]) else ("",)
    rivals = _baselines(case, stem, chooser)
    if models == rivals and _is_named_again(attached, models[0]):
        models = ("",)
    if data == ("",):
        placed = bool(attached.names.get("task") or tasks[0] or models[0])
        data = (unnamed_data(sentence, stem, paper, placed=placed),)
    places = product(data, models, tasks, _few(rivals))
    for one_data, one_model, one_task, baseline in places:
        yield replace(
            stem,
            data=one_data,
            model=stem.model or one_model,
            task=one_task,
            baseline=baseline,
            split=stem.split or split_of(one_data),
        )


def _baselines(case: Case, stem: Reported, chooser: Chooser) -> tuple[str, ...]:
    """Return what a number is set against; of a change, the new value is no rival's."""
    chosen = baselines(case, stem.kind, stem.model)
    if stem.kind == "delta" and _is_only_reached(case, chosen):
        chosen = ()
    is_base = chosen == (case.paper.base,) and not case.attached.references("baseline")
    if is_base or case.quantity.shape == "change" or stem.role != "own":
        return chosen
    has_it = stem.method or stem.model
    best = chooser.best("baseline", chosen, (has_it,))
    if has_it in best or _is_closed_off(case, best) or _is_another_item(case, best):
        return chosen
    return chosen if stem.kind == "delta" and _is_only_reached(case, best) else best


def _is_only_reached(case: Case, found: tuple[str, ...]) -> bool:
    """Say whether a gain is one over something else than a name that is only come close to.

    "33 points over the untuned model, close to GPT-4".
    """
    marks = [part.mark for part in case.attached.parts if set(found) & set(part.mark.references)]
    end = case.quantity.end
    return bool(marks) and all(
        mark.start > end and _ONLY_REACHED.fullmatch(case.text, end, mark.start) is not None
        for mark in marks
    )


_ONLY_REACHED = re.compile(
    r"[^;()]{0,40}?\b(?:over|than|above)(?: [^;()]{0,60})?(?:,| and|, and) (?:close to|near"
    r"|on par with|comparable (?:to|with)|approach\w*|rivall?ing|matching) (?:the )?"
)


def _is_another_item(case: Case, found: tuple[str, ...]) -> bool:
    """Say whether a rival that was weighed stands in a list, and not at the number's place.

    "Than A, what nobody knows, and B by 3%, 4%, and 5%, respectively": 4% is over neither.
    """
    index, count = case.attached.place
    parts = [part for part in case.attached.parts if set(found) & set(part.mark.references)]
    places = [place_in_list(case.text, part.mark) for part in parts]
    return count > 1 and any(of > 1 and (at, of) != (index, count) for at, of in places)


def _is_closed_off(case: Case, found: tuple[str, ...]) -> bool:
    """Say whether a rival that was weighed only explains something else in brackets."""
    span = (case.quantity.lead, case.quantity.end)
    parts = [part for part in case.attached.parts if set(found) & set(part.mark.references)]
    return bool(parts) and all(is_closed_off(case.text, (part,), span) for part in parts)


def _is_of_opening(text: str, stem: Reported, attached: Attached) -> bool:
    """Say whether a change is one on all data of a list with which the sentence opens.

    "On A and B, it gains 5%": nobody tells how much on each.
    """
    data = attached.names.get("data", ())
    return stem.kind != "absolute" and opening(text, attached.parts).get("data") == data


def _is_one_of_unread(text: str, attached: Attached) -> bool:
    """Say whether the data set of a lone number stands in a list whose other items nobody knows."""
    parts = attached.names.get("data", ())
    if len(parts) != 1 or attached.place[1] != 1 or len(parts[0].mark.references) > 1:
        return False
    mark = parts[0].mark
    group = [part.mark for part in attached.parts if part.group == parts[0].group]
    if _NUMBER.search(text, max(0, mark.start - 25), mark.start) or any(
        _ACTS.match(text, one.end) for one in group
    ):
        return False
    _, count = place_in_list(text, mark)
    return count > max(2, len(group))


_NUMBER = re.compile(r"[ (+~-]\d")
#: Who acts on a data set comes behind it: "on FooSet, Bar and Baz reach".
_ACTS = re.compile(r",? (?:both )?⟦o?[AM]⟧")


def _is_named_again(attached: Attached, model: str) -> bool:
    """Say whether a rival stands twice in a sentence: "our 1B model is 2% ahead of Llama-3.2-1B".

    The first only is of its size.
    """
    return bool(model) and sum(model in part.mark.references for part in attached.parts) > 1


#: A task that was read with a number before it: "nine reasoning".
_COUNTED = re.compile(r"/(?:two|three|four|five|six|seven|eight|nine|ten|several|various) ")


def _data(stem: Reported, attached: Attached) -> tuple[str, ...]:
    """Return the data that a value was measured on; the values of a pair share a list out."""
    found = attached.references("data")
    quantity = attached.measured.quantity
    if quantity.shape == "pair" and len(found) == len(quantity.values):
        return (found[stem.place],)
    return found or ("",)


def _is_of_all(text: str, stem: Reported, data: tuple[str, ...]) -> bool:
    """Say whether a number is one for all its data sets: an average, or a share of the cost."""
    near = max(0, stem.start - 30)
    return (
        len(data) > _MANY
        or stem.kind == "ratio"
        or _OF_AVERAGES.match(stem.metric) is not None
        or bool(_AVERAGED.search(text, near, stem.end + 40))
        or _OPENS_AVERAGED.match(text) is not None
    )


def _few(references: tuple[str, ...]) -> tuple[str, ...]:
    return references if 0 < len(references) <= _MANY else ("",)


_OF_AVERAGES = re.compile(r"Metric/(?:(?:macro|micro|weighted)[- ])?(?:average|mean|overall) ")
_OPENS_AVERAGED = re.compile(r"(?:On average|Averag(?:ed|ing))\b")
_AVERAGED = re.compile(r"\b(?:average|averaged|mean|overall|across)\b")
