"""Read whole tables in one statement each, a row at a time: hardly anything of them is held.

The order is that of the ids, in which the keys are given.
"""

import json
from array import array
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter

from kg.ids import fact_id
from kg.model import Document, Evidence, Fact, Mention, Result
from kg.store import codec
from kg.store.connection import Row
from kg.store.store import Store

#: A premise's fact id, with the papers that say it.
Premises = Mapping[str, tuple[str, ...]]

_FACTS = """
    SELECT fact.key, subject.id, relation, object.id, status,
        document.id, field, start, "end", rule, confidence
    FROM fact
    JOIN entity AS subject ON subject.key = fact.subject
    JOIN entity AS object ON object.key = fact.object
    JOIN evidence ON evidence.fact = fact.key
    JOIN entity AS document ON document.key = evidence.document
    ORDER BY fact.key, evidence.position
"""
_PREMISES = """
    SELECT DISTINCT premise.fact, premise.premise, subject.id, relation, object.id, document.id
    FROM premise
    JOIN fact ON fact.key = premise.premise
    JOIN entity AS subject ON subject.key = fact.subject
    JOIN entity AS object ON object.key = fact.object
    JOIN evidence ON evidence.fact = fact.key
    JOIN entity AS document ON document.key = evidence.document
    ORDER BY premise.fact, premise.premise, document.id
"""
_MENTIONS = """
    SELECT document.id, field, start, "end", text, entity.id, recogniser, score FROM mention
    JOIN entity AS document ON document.key = mention.document
    JOIN entity ON entity.key = mention.entity
    ORDER BY mention.key
"""
_PASSAGES = f"""
    SELECT entity.id, field, start, "end" FROM evidence
    JOIN entity ON entity.key = evidence.document
    UNION
    SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'),
        json_extract(value, '$[2]'), json_extract(value, '$[3]')
    FROM result, json_each(result.details, '$[{codec.EVIDENCE_OF_RESULT}]')
    ORDER BY 1, 2, 3, 4
"""
_OWNERS = """
    SELECT entity.id, result FROM (
        SELECT paper AS owner, key AS result FROM result
        UNION SELECT method, key FROM result WHERE method IS NOT NULL
        UNION SELECT model, key FROM result WHERE model IS NOT NULL
    ) JOIN entity ON entity.key = owner
    ORDER BY owner, result
"""
_DATE = "SELECT max(date) FROM entity WHERE type IN ('Paper', 'Listing') AND length(date) = 10"


def facts(store: Store) -> Iterator[Fact]:
    """Yield all facts, as `Store.facts` does."""
    return (fact for fact, _ in facts_with_premises(store))


def facts_with_premises(store: Store) -> Iterator[tuple[Fact, Premises]]:
    """Yield all facts, each with its premises and the papers that say those."""
    database = store._database
    premises = _Ahead(groupby(database.stream(_PREMISES), key=itemgetter(0)))
    for key, group in groupby(database.stream(_FACTS), key=itemgetter(0)):
        rows = list(group)
        _, subject, relation, object_, status = rows[0][:5]
        proofs = tuple([Evidence(*row[5:]) for row in rows])
        follows = premises.of(key, _premises)
        yield Fact(subject, relation, object_, proofs, status, tuple(sorted(follows))), follows


def _premises(rows: Iterator[Row]) -> Premises:
    found: dict[str, tuple[str, ...]] = {}
    for _, group in groupby(rows, key=itemgetter(1)):
        says = list(group)
        found[fact_id(*says[0][2:5])] = tuple(row[5] for row in says)
    return found


class _Ahead:
    """Groups of rows by ascending keys, of which not every key has one."""

    def __init__(self, groups: Iterator[tuple[int, Iterator[Row]]]) -> None:
        self._groups = groups
        self._next = next(groups, None)

    def of(self, key: int, made: Callable[[Iterator[Row]], Premises]) -> Premises:
        """Return what is made of the rows of a key; keys are asked for in ascending order."""
        if self._next is None or self._next[0] != key:
            return {}
        found = made(self._next[1])
        self._next = next(self._groups, None)
        return found


def mentions(store: Store) -> Iterator[Mention]:
    """Yield all mentions, by document and place."""
    return (Mention(*row) for row in store._database.stream(_MENTIONS))


def documents(store: Store) -> Iterator[Document]:
    """Yield all documents, by id."""
    sql = "SELECT abstract, details FROM document ORDER BY entity"
    for abstract, details in store._database.stream(sql):
        yield codec.document_from({**json.loads(details), "abstract": abstract})


def results(store: Store) -> Iterator[Result]:
    """Yield all results, by paper."""
    for (details,) in store._database.stream("SELECT details FROM result ORDER BY key"):
        yield codec.result_from(json.loads(details))


def passages(store: Store) -> Iterator[tuple[str, str, int, int]]:
    """Yield paper, field, start and end of what facts and results rest on, each once, sorted."""
    yield from store._database.stream(_PASSAGES)


def owned_results(
    store: Store, identify: Callable[[Result], str]
) -> Iterator[tuple[str, list[str]]]:
    """Yield each entity that has results as paper, method or model, with their ids.

    Holds eight bytes a result: `identify` gives 16 hex digits, behind a prefix that all share.
    """
    marks, prefix = array("Q", [0]), ""
    for key, details in store._database.stream("SELECT key, details FROM result ORDER BY key"):
        prefix, _, mark = identify(codec.result_from(json.loads(details))).rpartition("/")
        marks.extend([0] * (key - len(marks)))
        marks.append(int(mark, 16))
    for owner, group in groupby(store._database.stream(_OWNERS), key=itemgetter(0)):
        yield owner, [f"{prefix}/{marks[row[1]]:016x}" for row in group]


def newest_date(store: Store) -> str:
    """Return the newest day of a paper or listing, as ISO writes it; '' where none is known."""
    ((day,),) = store._database.rows(_DATE)
    return day or ""


def triples_by_relation(store: Store) -> list[tuple[str, int]]:
    """Count the facts of each relation that are no candidates."""
    sql = "SELECT relation, count(*) FROM fact WHERE status != 'candidate' GROUP BY relation"
    return [(relation, number) for relation, number in store._database.rows(f"{sql} ORDER BY 1")]
