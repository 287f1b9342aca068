import os
import shutil
import sqlite3
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from multiprocessing import get_context

import pytest

from kg.errors import StoreError
from kg.model import Entity
from kg.store import connection, open_store, open_writer, streams


def _not_sqlite(path):
    path.write_text("Dear diary, this is no database. " * 50, encoding="utf-8")


def _of_another_program(path):
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE song (title)")
    other.close()


def _of_the_future(path):
    open_writer(path).__exit__(None, None, None)
    later = sqlite3.connect(path)
    later.execute("PRAGMA user_version = 99")
    later.close()


BAD_STORES = {
    "no SQLite file": _not_sqlite,
    "another program": _of_another_program,
    "upgrade kg": _of_the_future,
    "no file": lambda path: path.mkdir(),
}


@pytest.mark.parametrize("opener", [open_store, open_writer])
@pytest.mark.parametrize(("reason", "make"), BAD_STORES.items(), ids=BAD_STORES)
def test_what_is_no_store_is_refused_with_the_reason(tmp_path, opener, reason, make):
    path = tmp_path / "kg.sqlite"
    make(path)
    with pytest.raises(StoreError, match=reason) as caught:
        opener(path)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize("make", [_not_sqlite, _of_another_program, _of_the_future])
def test_what_is_refused_is_left_as_it_was(tmp_path, make):
    path = tmp_path / "kg.sqlite"
    make(path)
    before = path.read_bytes()
    with pytest.raises(StoreError):
        open_writer(path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["kg.sqlite"]


def test_reading_an_absent_store_makes_no_file(tmp_path):
    with pytest.raises(StoreError, match="no store here"):
        open_store(tmp_path / "kg.sqlite")
    assert not list(tmp_path.iterdir())


def test_an_empty_file_is_no_store_to_read_but_can_be_filled(tmp_path):
    path = tmp_path / "kg.sqlite"
    path.touch()
    with pytest.raises(StoreError, match="is empty"):
        open_store(path)
    with open_writer(path) as writer:
        assert writer.meta() == {}


def test_writing_into_an_absent_folder_is_refused(tmp_path):
    with pytest.raises(StoreError, match="folder"):
        open_writer(tmp_path / "absent" / "kg.sqlite")


def test_a_broken_store_is_a_store_error(store_path):
    content = bytearray(store_path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    store_path.write_bytes(content)
    with pytest.raises(StoreError, match="broken"), open_store(store_path) as store:
        store.counts()


def test_readers_cannot_write(store):
    with pytest.raises(StoreError, match="readonly"):
        store._database.rows("DELETE FROM fact")


def test_readers_leave_no_files_behind(store_path):
    with open_store(store_path) as store:
        store.counts()
    assert [file.name for file in store_path.parent.iterdir()] == ["kg.sqlite"]


def test_a_store_in_a_read_only_folder_is_read_as_it_lies(store_path, monkeypatch):
    snapshot = connection._snapshot

    def refuse_side_files(path, mode):
        if mode == "mode=rw":
            error = sqlite3.OperationalError("attempt to write a readonly database")
            error.sqlite_errorname = "SQLITE_READONLY_DIRECTORY"
            raise error
        return snapshot(path, mode)

    monkeypatch.setattr(connection, "_snapshot", refuse_side_files)
    with open_store(store_path) as store:
        assert store.counts().documents == 2


@pytest.mark.parametrize("ending", ["wal", "journal"])
def test_changes_beside_a_store_in_a_read_only_folder_are_not_passed_over(
    store_path, monkeypatch, ending
):
    def refuse_side_files(path, mode):
        error = sqlite3.OperationalError("attempt to write a readonly database")
        error.sqlite_errorname = "SQLITE_READONLY_DIRECTORY"
        raise error

    monkeypatch.setattr(connection, "_snapshot", refuse_side_files)
    store_path.with_name(f"kg.sqlite-{ending}").write_bytes(b"changes")
    with pytest.raises(StoreError, match="not taken in yet"):
        open_store(store_path)


def test_a_path_with_odd_letters_is_a_path(store_path):
    odd = store_path.with_name("a b#c?d%20é.sqlite")
    shutil.move(store_path, odd)
    with open_store(odd) as store:
        assert store.counts().documents == 2


def test_a_reader_keeps_the_graph_that_it_opened(store_path, graph):
    smaller = replace(graph, facts=(), results=())
    with open_store(store_path) as before, open_writer(store_path) as writer:
        with writer.transaction():
            writer.replace_graph(smaller, {"graph_id": "g2"})
        assert tuple(before.facts()) == graph.facts
        with open_store(store_path) as after:
            assert list(after.facts()) == []
            assert after.meta()["graph_id"] == "g2"


def _replace(writer, graph):
    with writer.transaction():
        writer.replace_graph(graph, {})


def test_keys_that_are_taken_on_trust_hold(store_path, graph):
    with open_writer(store_path) as writer, writer.replacing():
        writer.replace_graph(graph, {})
    with closing(sqlite3.connect(store_path)) as raw:
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []


def test_keys_are_trusted_for_one_transaction_only(store_path):
    with open_writer(store_path) as writer:
        with writer.replacing():
            pass
        assert writer._database.rows("PRAGMA foreign_keys") == [(1,)]


def journal_mode(path):
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute("PRAGMA journal_mode").fetchone()[0]


def test_a_first_graph_is_written_without_a_log(tmp_path, graph):
    path = tmp_path / "kg.sqlite"
    with open_writer(path) as writer:
        with writer.replacing():
            assert writer._database.rows("PRAGMA journal_mode") == [("delete",)]
            writer.replace_graph(graph, {"graph_id": "g1"})
        assert journal_mode(path) == "wal"
        with writer.replacing():
            assert writer._database.rows("PRAGMA journal_mode") == [("wal",)]


def test_a_first_graph_is_written_beside_a_reader(tmp_path, graph):
    path = tmp_path / "kg.sqlite"
    with open_writer(path) as writer, open_store(path) as before:
        with writer.replacing():
            writer.replace_graph(graph, {"graph_id": "g1"})
        assert not before.meta()
        with open_store(path) as after:
            assert tuple(after.facts()) == graph.facts


def test_who_opens_a_store_while_its_first_graph_is_written_waits(tmp_path, monkeypatch):
    path = tmp_path / "kg.sqlite"
    with open_writer(path) as writer, writer.replacing():
        monkeypatch.setattr(connection, "PATIENCE", 0.01)
        with pytest.raises(StoreError, match="another build"):
            open_store(path)


def _stop_while_writing(path, graph):
    """Write a first graph, more of it than is held in memory, and end without closing anything."""
    connection.CACHE_KIB = 16
    with open_writer(path) as writer:
        with writer.transaction():
            writer.add(graph.documents)
        with writer.replacing():
            writer.replace_graph(graph, {"graph_id": "g1"})
            os._exit(0)


def test_a_build_that_is_stopped_over_its_first_graph_leaves_what_it_read(tmp_path, graph):
    path = tmp_path / "kg.sqlite"
    many = tuple(Entity(f"method/{number:05}", "Method", "x" * 400) for number in range(2000))
    process = get_context("fork").Process(
        target=_stop_while_writing, args=(path, replace(graph, entities=(*graph.entities, *many)))
    )
    process.start()
    process.join()
    assert path.with_name("kg.sqlite-journal").stat().st_size > 0
    with open_store(path) as store:
        assert not store.meta()
        assert not list(store.entities())
    with open_writer(path) as writer:
        assert len(list(writer.records())) == len(graph.documents)
        with writer.replacing():
            writer.replace_graph(graph, {"graph_id": "g1"})
    with open_store(path) as store:
        assert tuple(store.entities()) == graph.entities


def test_a_failed_transaction_writes_nothing(store_path, graph):
    stray = replace(graph.mentions[0], entity="model/nobody")
    with open_writer(store_path) as writer:
        with pytest.raises(KeyError, match="model/nobody"):
            _replace(writer, replace(graph, mentions=(stray,)))
        assert writer.meta()["graph_id"] == "g1"


def test_a_second_writer_is_told_to_wait(store_path, monkeypatch):
    monkeypatch.setattr(connection, "PATIENCE", 0.01)
    with (
        open_writer(store_path) as writer,
        writer.transaction(),
        pytest.raises(StoreError, match="another build"),
    ):
        open_writer(store_path)


def test_every_foreign_key_points_somewhere(store):
    assert store._database.rows("PRAGMA foreign_key_check") == []


def test_a_store_of_format_1_is_read_and_then_brought_up_to_date(store_path, graph):
    with closing(sqlite3.connect(store_path)) as database:
        database.execute("DROP TABLE decision")
        database.execute("PRAGMA user_version = 1")
    with open_store(store_path) as store:
        assert tuple(store.entities()) == graph.entities
        assert not list(store.decisions())
    with open_writer(store_path):
        pass
    with open_store(store_path) as store:
        assert not list(store.decisions())
    with open_writer(store_path) as writer:
        _replace(writer, graph)
    with open_store(store_path) as store:
        assert tuple(store.decisions()) == graph.decisions


def test_stream_that_outlives_its_store_is_closed_without_a_word(tmp_path):
    path = tmp_path / "kg.sqlite"
    open_writer(path).__exit__(None, None, None)
    database = connection.open_reading(path)
    rows = database.stream("SELECT value FROM json_each('[1, 2, 3]')")
    assert next(rows) == (1,)
    database.close()
    assert isinstance(rows, Generator)
    rows.close()


def test_a_closed_store_says_so(tmp_path, graph):
    path = tmp_path / "kg.sqlite"
    with open_writer(path) as writer, writer.transaction():
        writer.replace_graph(graph, {})
    with open_store(path) as store:
        facts = store.facts()
    for use in (store.counts, lambda: next(facts), lambda: list(streams.facts(store))):
        with pytest.raises(StoreError, match="is closed; open it again"):
            use()
    store.close()


def test_a_store_of_another_thread_says_so(tmp_path, graph):
    path = tmp_path / "kg.sqlite"
    with open_writer(path) as writer, writer.transaction():
        writer.replace_graph(graph, {})
    with open_store(path) as store, ThreadPoolExecutor(1) as pool:
        for use in (store.counts, lambda: list(streams.facts(store)), store.close):
            with pytest.raises(StoreError, match="open it in each thread"):
                pool.submit(use).result()
        assert store.counts().entities


def test_a_wrong_statement_is_no_fault_of_the_store(tmp_path):
    with open_writer(tmp_path / "kg.sqlite") as writer, pytest.raises(sqlite3.ProgrammingError):
        writer._database.rows("SELECT ?", [])
