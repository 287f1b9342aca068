"""The whole way on one page: read, extract, resolve, write.

What was read and extracted is kept as it comes; the graph is replaced at the end, in one
transaction. A build that was killed is gone on with by the same command.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from os import PathLike
from pathlib import Path
from time import perf_counter
from types import MappingProxyType

from kg import collector, curation, given, ids, lexicon, resolve, sources
from kg.curation import Act
from kg.errors import DataError, FieldError, UnknownNameError
from kg.model import Document, Extraction, Graph
from kg.processes import cores
from kg.resolve import TRAINED
from kg.store import Counts, StoreWriter, load_extraction, open_store, open_writer
from kg.store.own_files import is_own_file
from kg.versions import __version__
from kg.workers import Body, Extractor, Job, Text, Workers

#: With fewer texts than this, starting workers takes longer than they save.
WORTH_WORKERS = 400
#: So many times as many texts are given to workers while the others are read and kept.
READ_AHEAD = 2

#: How texts are read: with the statistical recogniser, or by rules alone.
TIERS = ("standard", "rules", "accurate")

#: Is told how far a stage is: its name (``read``, ``extract``, ``resolve``, ``write``), how much is
#: done, and of how much, as far as that is known.
Progress = Callable[[str, int, int | None], None]


def _silent(stage: str, done: int, total: int | None) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How to build. `year` is for dates that print none; `strict` stops at what cannot be read.

    `workers` is the number of processes, by default one for each core. The extractor is that of
    `kg.extract` where none is given, of a `tier` of `TIERS`, None for the one that the store was
    built with. `threshold` is from which confidence on facts are held: a number as text, `TRAINED`
    for what the trained tables say, or empty for what the store had.
    """

    year: int | None = None
    strict: bool = False
    workers: int | None = None
    progress: Progress = _silent
    extractor: Extractor | None = None
    tier: str | None = None
    threshold: str = ""

    def __post_init__(self) -> None:
        """Stop at what cannot be before anything is read: UnknownNameError, SettingError."""
        if self.tier not in (None, *TIERS):
            raise UnknownNameError("tier", self.tier, TIERS)
        if self.year is not None:
            given.number("year", self.year, *given.YEARS)
        if self.workers is not None:
            given.number("workers", self.workers, 1)
        object.__setattr__(self, "threshold", resolve.checked_threshold(self.threshold))


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did. `read` counts records, `new` those that the store did not have.

    `skipped` tells of records that were passed over, and of files of folders that cannot be read;
    `left_out` of fields of records that were kept; `passed_over` of files of folders that are of no
    known format.
    `changed` is false where the graph was up to date. `seconds` has the time of each stage.
    """

    read: int
    new: int
    extracted: int
    changed: bool
    counts: Counts
    graph_id: str
    skipped: tuple[DataError, ...] = ()
    left_out: tuple[FieldError, ...] = ()
    passed_over: tuple[DataError, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)

    @property
    def unchanged(self) -> int:
        """How many records the store had before."""
        return self.read - self.new


def build(  # noqa: PLR0913 - one for each option of a build
    paths: str | PathLike[str] | Iterable[str | PathLike[str]],
    store: str | PathLike[str],
    *,
    year: int | None = None,
    strict: bool = False,
    workers: int | None = None,
    tier: str | None = None,
    threshold: str | float = "",
    progress: Progress = _silent,
) -> BuildReport:
    """Read files and folders, or one, into a store, and bring its graph up to date.

    `Settings` says what can be set. Raises DataError where an input cannot be read at all, or
    where `strict` meets a bad record or field, StoreError where `store` is none, UnknownNameError
    for a tier and SettingError for a number that cannot be; then nothing is written. WorkerError
    where the system ends a worker: what was read until then is kept.
    """
    settings = Settings(year, strict, workers, progress, tier=tier, threshold=str(threshold))
    return run(given.paths(paths), Path(store), settings)


def run(paths: Iterable[Path], store: Path, settings: Settings) -> BuildReport:
    """Do what `build` does, with any extractor."""
    skipped: list[DataError] = []
    passed_over: list[DataError] = []
    files = sources.find_files(paths, skipped=skipped, passed_over=passed_over)
    curation.read(curation.curation_path(store))  # a wrong line stops the build before it begins
    documents = _documents(files, settings, skipped)
    report = _built(documents, store, settings, skipped)
    others = (error for error in passed_over if not is_own_file(Path(error.path)))
    return replace(report, passed_over=tuple(others))


def _built(
    documents: Iterator[Document], store: Path, settings: Settings, skipped: list[DataError]
) -> BuildReport:
    """Build documents into a store, which is made if it is not there and they can be read."""
    if store.exists():
        with open_writer(store) as writer:
            return _Build(writer, settings).run(documents, skipped)
    start = perf_counter()
    with Workers(_extractor(settings), _processes(settings)) as workers:
        with collector.at_rest():  # what cannot be read stops the build before a store is made
            documents = iter(list(_with_workers_begun(documents, workers)))
        seconds = {"read": perf_counter() - start}
        with open_writer(store) as writer:
            return _Build(writer, settings, workers, seconds).run(documents, skipped)


def _with_workers_begun(documents: Iterable[Document], workers: Workers) -> Iterator[Document]:
    """Yield documents; at so many that workers are worth it, those begin with the first texts.

    They are the papers' texts, but for those of which another file has a better one.
    """
    first: list[Job] = []
    for number, document in enumerate(documents, 1):
        if number <= READ_AHEAD * WORTH_WORKERS:
            text = _text(document)
            first.append((ids.text_id(*text), text))
            if number % WORTH_WORKERS == 0:
                workers.begin(first)
                first.clear()
        yield document


def _extractor(settings: Settings, meta: Mapping[str, str] = MappingProxyType({})) -> Extractor:
    """Return the extractor that is given, or that of the tier given, or of the one before."""
    if settings.extractor:
        return settings.extractor
    from kg.extract import tier_of

    return default_extractor(settings.tier or tier_of(meta.get("extraction", "")))


def _processes(settings: Settings) -> int:
    return settings.workers or cores()


def update(store: Path | str, settings: Settings = Settings()) -> BuildReport:
    """Bring the graph of a store up to date with its curation file and with this kg."""
    with _open_made(Path(store)) as writer:
        return _Build(writer, settings).run()


def remove(
    store: Path | str,
    *,
    sources: Iterable[str] = (),
    papers: Iterable[str] = (),
    settings: Settings = Settings(),
) -> BuildReport:
    """Take files, by name, and papers, by id, out of a store; leave what a build without has.

    A record that another file has too stays. What is not there is passed over.
    """
    with _open_made(Path(store)) as writer:
        build = _Build(writer, settings)
        with writer.transaction():
            for name in sources:
                writer.remove_source(name)
            for record in build.records_of(set(papers)):
                writer.remove(record)
        report = build.run()
        build.forget_texts()
    return report


def _open_made(store: Path) -> StoreWriter:
    """Open a store for writing that is there already."""
    open_store(store).close()
    curation.read(curation.curation_path(store))
    return open_writer(store)


def _documents(
    files: Iterable[Path], settings: Settings, skipped: list[DataError]
) -> Iterator[Document]:
    read = 0
    for file in files:
        for document in sources.read(file, year=settings.year, skipped=skipped):
            _stop_if_strict(settings, skipped)
            read += 1
            settings.progress("read", read, None)
            yield document
        _stop_if_strict(settings, skipped)


def _stop_if_strict(settings: Settings, skipped: list[DataError]) -> None:
    if settings.strict and skipped:
        raise skipped[0]


class _Build:
    """One run over one store."""

    def __init__(
        self,
        writer: StoreWriter,
        settings: Settings,
        workers: Workers | None = None,
        seconds: Mapping[str, float] = MappingProxyType({}),
    ) -> None:
        self._writer, self._settings, self._workers = writer, settings, workers
        self._seconds = dict(seconds)
        self._extracted = 0
        self._threshold = settings.threshold or writer.meta().get("threshold", TRAINED)

    def run(
        self, documents: Iterable[Document] = (), skipped: Sequence[DataError] = ()
    ) -> BuildReport:
        """Keep the documents and make the graph; `skipped` is complete when they are read."""
        read, new = self._read(documents)
        extractor = _extractor(self._settings, self._writer.meta())
        changed = False
        while (graph_id := self._graph_id(extractor)) != self._writer.meta().get("graph_id"):
            changed = True
            if self._brought_up_to_date(extractor, graph_id):
                break
        return BuildReport(
            read=read,
            new=new,
            extracted=self._extracted,
            changed=changed,
            counts=self._writer.counts(),
            graph_id=graph_id,
            skipped=tuple(one for one in skipped if not isinstance(one, FieldError)),
            left_out=tuple(one for one in skipped if isinstance(one, FieldError)),
            seconds=self._seconds,
        )

    def records_of(self, papers: set[str]) -> list[Document]:
        """Return the records of papers, which are given by ids that they have or had."""
        merged = resolve.merge_papers(self._writer.records(), self._acts())
        return [
            record
            for paper in merged
            if papers & {paper.document.id, *(record.id for record in paper.records)}
            for record in paper.records
        ]

    def forget_texts(self) -> None:
        """Drop what is kept of texts that no paper has any more."""
        with self._writer.transaction():
            papers = resolve.merge_papers(self._writer.records(), self._acts())
            self._writer.keep_texts(paper.text for paper in papers)

    def _read(self, documents: Iterable[Document]) -> tuple[int, int]:
        """Keep all records, in one transaction; return how many, and how many new."""
        with self._stage("read"), collector.at_rest(), self._writer.transaction():
            return self._writer.add(documents)

    def _acts(self) -> tuple[Act, ...]:
        """Return what was decided up to now."""
        return curation.read(curation.curation_path(self._writer.path))

    def _graph_id(self, extractor: Extractor) -> str:
        versions = [self._writer.inputs_hash(), extractor.version, resolve.version()]
        decided = curation.version(self._acts())
        held = [self._threshold] if self._threshold != TRAINED else []
        return ids.digest(*versions, *([decided] if decided else []), *held)

    def _brought_up_to_date(self, extractor: Extractor, graph_id: str) -> bool:
        """Make the graph of records and acts as they are now; leave it if there are others then.

        So it is left where somebody dropped what was kept of a text, which is then read again.
        """
        with self._stage("extract"):
            acts = self._acts()
            with collector.at_rest():
                papers = resolve.merge_papers(self._writer.records(), acts)
            said = self._said(extractor, papers)
        if any(paper.text not in said for paper in papers):
            return False
        with collector.at_rest():
            with self._one_step("resolve"):
                graph = self._resolved(papers, said, acts)
                papers.clear()
            with self._one_step("write"), self._writer.replacing():
                if is_of_now := self._graph_id(extractor) == graph_id:
                    self._writer.replace_graph(graph, _notes(graph_id, extractor, self._threshold))
                    self._writer.forget_other_versions(extractor.version)
                del graph
        return is_of_now

    def _resolved(
        self, papers: Sequence[resolve.Paper], said: dict[str, Extraction], acts: tuple[Act, ...]
    ) -> Graph:
        """Make one graph of what all texts say; what they say is dropped before it is written."""
        held = resolve.at_threshold(said, self._threshold)
        graph = resolve.resolve_papers(papers, held, acts)
        said.clear()
        return graph

    def _said(self, extractor: Extractor, papers: Iterable[resolve.Paper]) -> dict[str, Extraction]:
        """Return what the texts say: what this version kept, and of the others what it reads."""
        by_text = {paper.text: paper.document for paper in papers}
        said = self._extract(extractor, by_text)
        kept = {text: document.id for text, document in by_text.items() if text not in said}
        with collector.at_rest():
            return said | self._writer.extractions(extractor.version, kept)

    def _extract(
        self, extractor: Extractor, by_text: Mapping[str, Document]
    ) -> dict[str, Extraction]:
        """Extract the texts of which this version kept nothing yet, and keep each batch."""
        missing = sorted(self._writer.missing(extractor.version, by_text))
        jobs = [(text_id, _text(by_text[text_id])) for text_id in missing]
        said: dict[str, Extraction] = {}
        self._settings.progress("extract", 0, len(jobs))
        for bodies in self._bodies(extractor, jobs):
            self._writer.add_extractions(extractor.version, bodies)
            # Made here, while the workers read on, and not when all wait for it.
            for text_id, body in bodies:
                said[text_id] = load_extraction(body, by_text[text_id].id)
            self._settings.progress("extract", len(said), len(jobs))
        self._extracted += len(said)
        return said

    def _bodies(self, extractor: Extractor, jobs: list[Job]) -> Iterator[list[Body]]:
        """Yield what texts say, read by the workers that have begun, or by others."""
        if self._workers and self._workers.have_begun(extractor.version):
            yield from self._workers.extracted(jobs)
            self._workers.close()  # nobody needs their memory after that
            return
        count = _processes(self._settings) if len(jobs) > WORTH_WORKERS else 1
        with Workers(extractor, count) as workers:
            yield from workers.extracted(jobs)

    @contextmanager
    def _stage(self, name: str) -> Iterator[None]:
        """Add to the time that a stage took."""
        start = perf_counter()
        yield
        self._seconds[name] = self._seconds.get(name, 0.0) + perf_counter() - start

    @contextmanager
    def _one_step(self, name: str) -> Iterator[None]:
        """Time a stage of one step, and tell when it begins and ends."""
        self._settings.progress(name, 0, 1)
        with self._stage(name):
            yield
        self._settings.progress(name, 1, 1)


def _notes(graph_id: str, extractor: Extractor, threshold: str) -> dict[str, str]:
    """Return what the store notes of a graph: its id, and the versions of what made it."""
    return {
        "graph_id": graph_id,
        "extraction": extractor.version,
        "resolve": resolve.version(),
        "lexicon": lexicon.load().version,
        "kg": __version__,
        **({} if threshold == TRAINED else {"threshold": threshold}),
    }


def _text(document: Document) -> Text:
    return (document.title, document.abstract)


def default_extractor(tier: str = "standard") -> Extractor:
    """Return the extractor of this package, of one of its tiers."""
    from kg import extract

    prepare = partial(extract.prepare, tier)
    return Extractor(extract.version(tier), partial(extract.extract, tier=tier), prepare)
