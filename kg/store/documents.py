"""Read documents, and the mentions, results and decisions that belong to them."""

import json
from collections.abc import Iterator, Mapping

from kg.model import SLOTS, Decision, Document, Mention, Result
from kg.store import codec
from kg.store.connection import Database
from kg.store.paging import chunks, marks


def document_keys(database: Database) -> list[int]:
    """Return the keys of all documents, in the order of their ids."""
    return [key for (key,) in database.rows("SELECT entity FROM document ORDER BY entity")]


def read_documents(database: Database, keys: list[int]) -> Iterator[Document]:
    """Yield the documents that have these keys, which are in ascending order."""
    for chunk in chunks(keys):
        for abstract, details in database.rows(
            "SELECT abstract, details FROM document"
            f" WHERE entity IN ({marks(chunk)}) ORDER BY entity",
            chunk,
        ):
            yield codec.document_from({**json.loads(details), "abstract": abstract})


def read_mentions(database: Database, columns: Mapping[str, int]) -> Iterator[Mention]:
    """Yield the mentions whose columns have these values, in the order of the text."""
    conditions = " AND ".join(f"{column} = ?" for column in columns) or "TRUE"
    sql = f"SELECT key FROM mention WHERE {conditions} ORDER BY key"
    for chunk in chunks(key for (key,) in database.rows(sql, list(columns.values()))):
        for row in database.rows(
            'SELECT document.id, field, start, "end", text, entity.id, recogniser, score'
            " FROM mention JOIN entity AS document ON document.key = mention.document"
            " JOIN entity ON entity.key = mention.entity"
            f" WHERE mention.key IN ({marks(chunk)}) ORDER BY mention.key",
            chunk,
        ):
            yield Mention(*row)


def read_results(database: Database, *, paper: int | None, entity: int | None) -> Iterator[Result]:
    """Yield the results of a paper, or those that name an entity in any slot, or all."""
    conditions, parameters = ["TRUE"], []
    if paper is not None:
        conditions.append("paper = ?")
        parameters.append(paper)
    if entity is not None:
        conditions.append(f"({' OR '.join(f'{slot} = ?' for slot in SLOTS)})")
        parameters.extend([entity] * len(SLOTS))
    sql = f"SELECT details FROM result WHERE {' AND '.join(conditions)} ORDER BY key"
    for (details,) in database.rows(sql, parameters):
        yield codec.result_from(json.loads(details))


def read_decisions(database: Database, columns: Mapping[str, int]) -> Iterator[Decision]:
    """Yield what was decided on names, by document and name; none in a store of format 1."""
    if not database.rows("SELECT 1 FROM pragma_table_info('decision') WHERE name = 'how'"):
        return
    conditions = " AND ".join(f"decision.{column} = ?" for column in columns) or "TRUE"
    for document, name, entity, how, because in database.rows(
        "SELECT document.id, name, entity.id, how, because FROM decision"
        " JOIN entity AS document ON document.key = decision.document"
        " JOIN entity ON entity.key = decision.entity"
        f" WHERE {conditions} ORDER BY decision.key",
        list(columns.values()),
    ):
        yield Decision(document, name, entity, how, tuple(json.loads(because)))
