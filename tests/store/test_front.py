"""The derived front: there only where it is of the very state that lies in the database, and cheap to ask for."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from parkdir.domain.change import Change
from parkdir.store import front, journal, parks
from parkdir.store.engine import Store

PAYLOAD = {"language": "zh", "version": "1", "cards": [{"name": "园区"}]}
FIELDS = {"language": "zh", "version": "1"}


@pytest.fixture
def kept(filled: Store, tmp_path: Path) -> Path:
    file = tmp_path / "cache" / "front.json"
    with filled.read() as conn:
        front.write(file, parks.identity(conn), parks.head(conn), PAYLOAD)
    return file


def test_what_was_kept_is_there(filled: Store, kept: Path) -> None:
    assert front.read(filled.path, kept, **FIELDS) == PAYLOAD
    assert [p.name for p in kept.parent.iterdir()] == ["front.json"]


@pytest.mark.parametrize("wanted", [{"language": "en"}, {"version": "2"}, {"theme": "dark"}])
def test_of_another_language_or_version_there_is_none(filled: Store, kept: Path, wanted: dict[str, str]) -> None:
    assert front.read(filled.path, kept, **wanted) is None


def test_after_an_edit_there_is_none(filled: Store, kept: Path) -> None:
    change = Change("district", "demo-district", {"name_en": "Sample District"}, {"name_en": "x"})
    journal.commit(filled, [change], actor="me", kind="edit")
    assert front.read(filled.path, kept, **FIELDS) is None


def test_of_another_directory_there_is_none(bare: Store, filled: Store, kept: Path) -> None:
    assert front.read(bare.path, kept) is None
    with closing(sqlite3.connect(filled.path)) as connection:
        connection.execute("UPDATE meta SET value = 'x' WHERE key = 'identity'")
        connection.commit()
    assert front.read(filled.path, kept) is None


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "null", "{}", '{"payload": 1}', '{"payload": {}, "head": 1}', "\udcff"]
)
def test_a_broken_front_is_none(filled: Store, kept: Path, content: str) -> None:
    kept.write_bytes(content.encode(errors="surrogateescape"))
    assert front.read(filled.path, kept, **FIELDS) is None


def test_without_database_or_front_there_is_none(filled: Store, kept: Path, tmp_path: Path) -> None:
    assert front.read(tmp_path / "none.sqlite", kept) is None
    assert not (tmp_path / "none.sqlite").exists()
    (tmp_path / "bad.sqlite").write_text("x" * 5000)
    assert front.read(tmp_path / "bad.sqlite", kept) is None
    assert front.read(tmp_path, kept) is None
    assert front.read(filled.path, tmp_path / "none.json") is None
    filled.close()
    with closing(sqlite3.connect(filled.path, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        assert front.read(filled.path, kept) is None


def test_a_front_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    front.write(tmp_path / "file" / "front.json", "i", 1, {})
    front.write(tmp_path, "i", 1, {})
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_it_needs_the_standard_library_only(filled: Store, kept: Path) -> None:
    code = (
        "import sys; from parkdir.store import front; from pathlib import Path; import json; "
        "print(json.dumps([front.read(Path(sys.argv[1]), Path(sys.argv[2])), "
        "[m for m in sys.modules if m.startswith(('sqlalchemy', 'alembic', 'PySide6', 'parkdir.'))]]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(filled.path), str(kept)],
        capture_output=True, check=True, env={"PYTHONPATH": ":".join(sys.path)},
    )  # fmt: skip
    assert json.loads(done.stdout) == [PAYLOAD, ["parkdir.store", "parkdir.store.front"]]
