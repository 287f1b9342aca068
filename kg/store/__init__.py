"""One SQLite file: what was read, what each text says, and the graph that follows from it."""

from kg.store.counts import Counts
from kg.store.quotes import quote
from kg.store.search import Hit
from kg.store.store import Store, fact_of, open_store, papers_with, titles_of_records
from kg.store.writer import StoreWriter, dump_extraction, load_extraction, open_writer

__all__ = [
    "Counts",
    "Hit",
    "Store",
    "StoreWriter",
    "dump_extraction",
    "fact_of",
    "load_extraction",
    "open_store",
    "open_writer",
    "papers_with",
    "quote",
    "titles_of_records",
]
