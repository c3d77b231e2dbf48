"""The connections: settings, transactions that hold, locks that stay."""

import ast
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, OperationalError

import parkdir
from parkdir.domain.errors import Unusable
from parkdir.store import engine
from parkdir.store.engine import Store

OTHER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None)
try:
    connection.execute("BEGIN IMMEDIATE")
except sqlite3.OperationalError:
    print("locked")
else:
    print("free")
"""


def other_process(path: Path) -> str:
    """Whether another process gets the write lock."""
    done = subprocess.run([sys.executable, "-c", OTHER, str(path)], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def count(store: Store, table: str) -> int:
    with closing(store), store.read() as conn:
        return int(conn.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


@pytest.mark.parametrize("writing", [True, False])
def test_every_setting_is_heard(bare: Store, writing: bool) -> None:
    with bare.write() if writing else bare.read() as conn:
        for name, _wish, expected in engine.PRAGMAS:
            assert conn.execute(text(f"PRAGMA {name}")).scalar() == expected, name
        assert conn.execute(text("PRAGMA busy_timeout")).scalar() == engine.BUSY_MS
        assert conn.execute(text("PRAGMA query_only")).scalar() == (0 if writing else 1)
        assert conn.execute(text("PRAGMA application_id")).scalar() == engine.APPLICATION_ID


def test_a_setting_that_is_not_heard_is_told(bare: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "PRAGMAS", (("no_such_setting", "ON", 1),))
    with pytest.raises(Unusable, match="no_such_setting"), bare.read() as conn:
        conn.execute(text("SELECT 1"))


def test_rollback_takes_back_a_released_savepoint(bare: Store) -> None:
    with pytest.raises(ZeroDivisionError), bare.write() as conn:
        with conn.begin_nested():
            conn.execute(text("INSERT INTO meta VALUES ('a', 'b')"))
        raise ZeroDivisionError
    assert count(bare, "meta WHERE key = 'a'") == 0


def test_a_savepoint_rolls_back_alone(bare: Store) -> None:
    with bare.write() as conn:
        conn.execute(text("INSERT INTO meta VALUES ('kept', '')"))
        with pytest.raises(ZeroDivisionError), conn.begin_nested():
            conn.execute(text("INSERT INTO meta VALUES ('lost', '')"))
            raise ZeroDivisionError
    assert count(bare, "meta WHERE key IN ('kept', 'lost')") == 1


def test_rollback_takes_back_tables(bare: Store) -> None:
    with pytest.raises(ZeroDivisionError), bare.write() as conn:
        conn.execute(text("CREATE TABLE extra (x)"))
        conn.execute(text("INSERT INTO extra VALUES (1)"))
        raise ZeroDivisionError
    assert count(bare, "sqlite_master WHERE name = 'extra'") == 0


def test_reading_connections_cannot_write(bare: Store) -> None:
    with pytest.raises(Unusable), bare.read() as conn:
        conn.execute(text("DELETE FROM meta"))


def test_a_bug_is_no_told_error(bare: Store) -> None:
    with pytest.raises(OperationalError), bare.read() as conn:
        conn.execute(text("SELECT nonsense"))


def test_one_read_sees_one_state(bare: Store) -> None:
    """A writer in between waits for the reader's end."""
    with bare.read() as conn:
        before = conn.execute(text("SELECT count(*) FROM meta")).scalar()
        writer = threading.Thread(target=_add, args=(bare,))
        writer.start()
        assert conn.execute(text("SELECT count(*) FROM meta")).scalar() == before
    writer.join()
    assert count(bare, "meta") == (before or 0) + 1


def _add(store: Store) -> None:
    with store.write() as conn:
        conn.execute(text("INSERT INTO meta VALUES ('added', '')"))


def test_the_lock_is_taken_at_the_start_of_a_write(bare: Store) -> None:
    assert other_process(bare.path) == "free"
    with bare.write(), bare.read() as conn:
        conn.execute(text("SELECT * FROM meta")).all()
        assert other_process(bare.path) == "locked"
    assert other_process(bare.path) == "free"


def test_a_second_writer_is_told_to_wait(bare: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_MS", 50)
    with bare.write(), pytest.raises(Unusable, match="Another program"), bare.write():
        pass  # pragma: no cover


def test_no_file_is_made_by_connecting(tmp_path: Path) -> None:
    store = engine.connect(tmp_path / "none.sqlite")
    with pytest.raises(Unusable, match="can't be opened"), store.read() as conn:
        conn.execute(text("SELECT 1"))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_READONLY, "can't be written"),
        (sqlite3.SQLITE_FULL, "disk is full"),
        (sqlite3.SQLITE_IOERR, "disk failed"),
        (sqlite3.SQLITE_IOERR_WRITE, "disk failed"),
        (sqlite3.SQLITE_CORRUPT, "damaged"),
    ],
)
def test_what_the_world_does_is_told(code: int, words: str) -> None:
    error = sqlite3.OperationalError("…")
    error.sqlite_errorcode = code
    with pytest.raises(Unusable, match=words), engine.telling(Path("x")):
        raise DBAPIError("", None, error)


def test_paths_and_urls(tmp_path: Path) -> None:
    path = tmp_path / "园区 目录.sqlite"
    assert engine.path_of(f"sqlite:///{path}") == engine.path_of(str(path)) == engine.connect(path).path == path
    assert engine.connect(path).url.database == str(path)
    for url, words in {
        "postgresql://me:secret@host/db": "opens SQLite files only",
        "sqlite://": "names no file",
        "sqlite:///:memory:": "names no file",
        "://": "no database URL",
        "sqlite://host/x": "names no file",
        "mysql+x://h": "opens SQLite files only",
    }.items():
        with pytest.raises(Unusable, match=words) as told:
            engine.path_of(url)
        assert "secret" not in str(told.value)


def test_odd_names_open(tmp_path: Path, bare: Store) -> None:
    bare.close()
    path = bare.path.rename(tmp_path / "a b?c#d%41 园区 🏭.sqlite")
    assert count(engine.connect(path), "meta") == 2


READS = {"open", "read_bytes", "read_text", "copy", "copyfile", "copy2", "copyfileobj"}
# what these open are copies, temporary files and text, never the live database
ALLOWED = {"disk.py": {"open"}, "backup.py": {"open", "copyfile"}, "front.py": {"open", "read_bytes"}}


def test_nothing_reads_the_live_file_but_sqlite() -> None:
    """Closing any other handle of the file would drop our lock on it."""
    source = Path(parkdir.__file__).parent
    for module in [*(source / "store").rglob("*.py"), source / "services" / "opening.py"]:
        called = {
            node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            for node in ast.walk(ast.parse(module.read_text("utf-8")))
            if isinstance(node, ast.Call)
        }
        assert called & READS <= ALLOWED.get(module.name, set()), module
