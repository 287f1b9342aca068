"""What points from an empty answer to what is known of its thing all the same."""

from kg.counted import counted
from kg.query.asked import EVALUATION, Asked
from kg.query.families import covered
from kg.query.papers import is_paper


def mentioned(asked: Asked) -> tuple[str, ...]:
    """Point to the results and the papers that name the thing asked about, or what is narrower."""
    if len(asked.things) != 1:
        return ()
    thing, label = asked.thing.id, asked.thing.label
    ids = [one.id for one in covered(asked.store, asked.thing)]
    papers = len({fact.subject for fact in asked.facts(relation="mentions", object_=ids)})
    numbers = sum(thing in (one.method, one.model) for one in asked.results(thing))
    told = _papers_on(asked, ids) if asked.intent == "leaderboard" else {}
    told |= {
        f"{label} has {counted(numbers, 'result')}; ask: results of {label}": numbers,
        f"{label} is mentioned in {counted(papers, 'paper')}; ask: papers that mention"
        f" {label}": papers,
    }
    return tuple(note for note, number in told.items() if number)


def _papers_on(asked: Asked, ids: list[str]) -> dict[str, int]:
    """Point from a leaderboard without results to the papers on the task, or evaluated there."""
    label = asked.thing.label
    is_task = asked.thing.type == "Task"
    relation = "addressesTask" if is_task else EVALUATION[asked.thing.type]
    facts = asked.facts(relation=relation, object_=ids)
    papers = len({fact.subject for fact in facts if is_paper(fact.subject)})
    having = counted(papers, "paper")
    if is_task:
        return {f"{label} is the task of {having}; ask: methods for {label}": papers}
    return {f"{label} is evaluated on in {having}; ask: papers evaluated on {label}": papers}
