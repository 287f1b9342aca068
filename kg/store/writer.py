"""The store as a build sees it: keep what was read and extracted, then replace the graph."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path

from kg.model import Document, Extraction, Graph
from kg.store import codec, counts, inputs, writing
from kg.store.connection import Opened, open_writing
from kg.store.counts import Counts


def open_writer(path: Path | str) -> "StoreWriter":
    """Open a store for a build; make it where there is none."""
    return StoreWriter(open_writing(Path(path)))


class StoreWriter(Opened):
    """The durable inputs, and the one verb that replaces the graph."""

    def transaction(self) -> AbstractContextManager[None]:
        """Write all that happens inside, or nothing of it; other writers wait."""
        return self._database.transaction()

    def replacing(self) -> AbstractContextManager[None]:
        """Do what `transaction` does, for `replace_graph`, which makes all the keys that it uses.

        Nothing else that refers to other rows is to be written, or dropped, inside. Where there is
        no graph yet nobody has one to go on reading, and no log is kept: that takes less time.
        """
        return self._database.transaction(checked=False, logged=bool(self.meta()))

    def add(self, documents: Iterable[Document]) -> tuple[int, int]:
        """Keep records as they come; return how many there were, and how many are new."""
        return inputs.add_records(self._database, documents)

    def remove(self, document: Document) -> None:
        """Forget a record, whatever files have it."""
        inputs.remove_record(self._database, document)

    def remove_source(self, name: str) -> None:
        """Forget that a file was read, and the records that no other file has."""
        inputs.remove_source(self._database, name)

    def records(self) -> Iterator[Document]:
        """Yield all records that were ever read."""
        return inputs.records(self._database)

    def inputs_hash(self) -> str:
        """Return a hash of all records and where they were read."""
        return inputs.inputs_hash(self._database)

    def missing(self, version: str, texts: Iterable[str]) -> set[str]:
        """Return those texts of which no extraction of this version is kept."""
        return inputs.missing(self._database, version, texts)

    def add_extractions(self, version: str, bodies: Iterable[tuple[str, str]]) -> None:
        """Keep a batch of extractions, given as text id and `dump_extraction`, in one go."""
        with self.transaction():
            inputs.add_extractions(self._database, version, bodies)

    def extractions(self, version: str, papers: Mapping[str, str]) -> dict[str, Extraction]:
        """Return what each text says, as far as that is kept (see `missing`).

        `papers` has by each text's id that of the paper that its mentions and evidence are to name.
        """
        return inputs.extractions(self._database, version, papers)

    def replace_graph(self, graph: Graph, notes: Mapping[str, str]) -> None:
        """Replace the graph; the caller holds the transaction (see `replacing`)."""
        writing.replace_graph(self._database, graph, notes)

    def forget_other_versions(self, version: str) -> None:
        """Drop the extractions that an older kg made."""
        inputs.forget_other_versions(self._database, version)

    def keep_texts(self, texts: Iterable[str]) -> None:
        """Drop the extractions of all other texts."""
        inputs.keep_texts(self._database, texts)

    def meta(self) -> dict[str, str]:
        """Return what is noted of the graph; empty where none was made yet."""
        return inputs.meta(self._database)

    def counts(self) -> Counts:
        """Count what the store holds."""
        return counts.count(self._database)


#: How a worker writes what it hands to `StoreWriter.add_extractions`.
dump_extraction = codec.dump_extraction
#: How what they hand over is read again.
load_extraction = codec.load_extraction
