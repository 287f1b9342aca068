"""What points from an empty answer to what is known of its thing all the same."""

from kg.query.asked import Asked
from kg.query.families import covered
from kg.query.rows import counted

#: What answers with all mentions of a thing.
_OF_MENTIONS = ("papers_mentioning", "papers_citing")


def mentioned(asked: Asked) -> tuple[str, ...]:
    """Point to the results and the papers that name the thing asked about, or what is narrower."""
    if len(asked.things) != 1 or asked.intent in _OF_MENTIONS:
        return ()
    thing, label = asked.thing.id, asked.thing.label
    ids = [one.id for one in covered(asked.store, asked.thing)]
    papers = len({fact.subject for fact in asked.facts(relation="mentions", object_=ids)})
    numbers = sum(thing in (one.method, one.model) for one in asked.results(thing))
    told = {
        f"{label} has {counted(numbers, 'result')}; ask: results of {label}": numbers,
        f"{label} is mentioned in {counted(papers, 'paper')}; ask: papers that mention"
        f" {label}": papers,
    }
    return tuple(note for note, number in told.items() if number)
