"""Opening: created whole or not at all; everything else told in a sentence, the file left as it was."""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from parkdir import i18n
from parkdir.domain.change import insert
from parkdir.domain.errors import BadData, Told, Unusable
from parkdir.domain.park import Source
from parkdir.services import opening
from parkdir.store import backup, demo, engine, journal, parks, records, schema
from parkdir.store.engine import Store

SOURCE = insert("source", records.row(Source(key="s", title_zh="题", publisher_zh="社")))


def fill(store: Store) -> object:
    return journal.commit(store, [SOURCE], actor="parkdir", kind="load")


def never(_store: Store) -> object:
    raise AssertionError("filled what was there")


def heads(store: Store) -> int:
    """The number of the latest revision; the store is closed."""
    with closing(store), store.read() as conn:
        return parks.head(conn)


def digest(path: Path) -> str | None:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with i18n.using("en"):
        yield


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = opening.open_directory(str(tmp_path_factory.mktemp("made") / "db.sqlite"), fill=fill)
    store.close()
    return store.path


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    """A directory without backups, not open anywhere."""
    return Path(shutil.copy(made, tmp_path / "db.sqlite"))


def test_what_does_not_exist_is_created_and_filled(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "园区.sqlite"
    store = opening.open_directory(str(path), fill=fill)
    assert (store.path, heads(store)) == (path, 1)
    first = backup.find(path)
    assert [p.name.endswith("-first.sqlite") for p in first] == [True]
    assert heads(engine.connect(first[0])) == 1
    assert sorted(p.name for p in path.parent.iterdir()) == ["backups", path.name]


def test_the_default_lies_in_the_user_s_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARKDIR_HOME", str(tmp_path))
    store = opening.open_directory(None, fill=fill)
    assert store.path == tmp_path / "data" / "parkdir.sqlite" == opening.default_path()
    assert opening.open_directory(f"sqlite:///{store.path}", fill=never).path == store.path


def test_what_exists_is_opened(path: Path) -> None:
    before = digest(path)
    store = opening.open_directory(str(path), fill=never)
    assert heads(store) == 1
    store.close()
    assert digest(path) == before
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_failing_fill_leaves_nothing(tmp_path: Path) -> None:
    def failing(store: Store) -> None:
        fill(store)
        raise BadData("line 3")

    path = tmp_path / "db.sqlite"
    with pytest.raises(BadData, match="line 3"):
        opening.open_directory(str(path), fill=failing)
    assert list(tmp_path.iterdir()) == []
    assert heads(opening.open_directory(str(path), fill=fill)) == 1


def test_a_doubtful_fill_leaves_nothing(tmp_path: Path) -> None:
    def breaking(store: Store) -> None:
        with closing(engine.raw(store.path)) as connection:
            connection.execute("INSERT INTO park SELECT 'p', 1, 1, '', '', 0, '', 0, '[]', '', 'no such source'")

    with pytest.raises(Unusable, match="nothing was created"):
        opening.open_directory(str(tmp_path / "db.sqlite"), fill=breaking)
    assert list(tmp_path.iterdir()) == []


def test_two_starts_at_once_share_the_first_one_s(tmp_path: Path) -> None:
    path = tmp_path / "db.sqlite"

    def slower(store: Store) -> None:
        fill(store)
        fill_again = opening.open_directory(str(path), fill=fill)
        journal.commit(fill_again, [insert("source", {**SOURCE.after, "key": "t"})], actor="me", kind="edit")  # type: ignore[dict-item]

    assert heads(opening.open_directory(str(path), fill=slower)) == 2
    assert sorted(p.name for p in tmp_path.iterdir()) == ["backups", path.name]


def test_what_a_killed_start_left_is_swept(path: Path) -> None:
    left = path.with_name(f".{path.name}.new-0123")
    left.touch()
    os.utime(left, (0, 0))
    opening.open_directory(str(path), fill=never)
    assert not left.exists()


def test_missing_but_backups_are_there(path: Path) -> None:
    kept = backup.make(engine.connect(path), "last")
    path.unlink()
    with pytest.raises(Unusable, match="missing, but there are backups") as told:
        opening.open_directory(str(path), fill=never)
    assert str(kept) in str(told.value)
    assert not path.exists()


def test_empty_and_backups_are_there(path: Path) -> None:
    kept = backup.make(engine.connect(path), "last")
    path.write_bytes(b"")
    with pytest.raises(Unusable, match="is empty, but there are backups") as told:
        opening.open_directory(str(path), fill=never)
    assert str(kept) in str(told.value)
    assert path.read_bytes() == b""


def test_empty(tmp_path: Path) -> None:
    path = tmp_path / "db.sqlite"
    path.touch()
    with pytest.raises(Unusable, match="is an empty file"):
        opening.open_directory(str(path), fill=never)
    assert [p.name for p in tmp_path.iterdir()] == [path.name]
    assert path.read_bytes() == b""


def _pragma(path: Path, pragma: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA {pragma}")


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        ("user_version=2000", "newer version of parkdir"),
        ("application_id=1", "no parkdir directory"),
        (b"hello", "no parkdir directory"),
        (b"PK\3\4" * 4000, "no parkdir directory"),
        ("half", "damaged; it was left untouched. There is no backup"),
        ("half, with a backup", "damaged; it was left untouched. Restore a backup; the newest is"),
    ],
)
def test_what_is_no_directory_is_told_and_untouched(path: Path, damage: str | bytes, words: str) -> None:
    if isinstance(damage, bytes):
        path.write_bytes(damage)
    elif "=" in damage:
        _pragma(path, damage)
    else:
        if "backup" in damage:
            backup.make(engine.connect(path))
        path.write_bytes(path.read_bytes()[: 4096 * 10])
    before, beside = digest(path), sorted(path.parent.rglob("*"))
    with pytest.raises(Unusable, match=words) as told:
        opening.open_directory(str(path), fill=never)
    assert "\n" not in str(told.value)
    assert (digest(path), sorted(path.parent.rglob("*"))) == (before, beside)


def test_a_folder_or_device(tmp_path: Path) -> None:
    for place in (tmp_path, Path(os.devnull)):
        with pytest.raises(Unusable, match="a file is needed"):
            opening.open_directory(str(place), fill=never)
    assert list(tmp_path.iterdir()) == []


def test_a_name_too_long(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="can't be"):
        opening.open_directory(str(tmp_path / ("x" * 300)), fill=never)


def test_a_link_to_nowhere(tmp_path: Path) -> None:
    link = tmp_path / "db.sqlite"
    link.symlink_to(tmp_path / "nowhere.sqlite")
    with pytest.raises(Unusable, match="the name is taken"):
        opening.open_directory(str(link), fill=fill)
    assert [p.name for p in tmp_path.iterdir()] == [link.name]


def test_another_kind_of_database() -> None:
    with pytest.raises(Unusable, match="SQLite files only"):
        opening.open_directory("postgresql://host/db", fill=never)


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for place in (tmp_path / "file" / "db.sqlite", tmp_path / "file" / "deeper" / "db.sqlite"):
        with pytest.raises(Unusable, match=r"The folder .* can't be created or written"):
            opening.open_directory(str(place), fill=never)


HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""


def test_locked_by_another_process(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_MS", 50)
    before = digest(path)
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout and other.stdout.readline() == "held\n"
        with pytest.raises(Unusable, match="Another program is using"):
            opening.open_directory(str(path), fill=never)
        other.communicate("")
    assert digest(path) == before
    assert heads(opening.open_directory(str(path), fill=never)) == 1


AS_NOBODY = """
import sys
from parkdir import i18n
from parkdir.domain.errors import Told
from parkdir.services import opening
i18n.use("en")
try:
    store = opening.open_directory(sys.argv[1], fill=lambda store: None)
    with store.read() as conn:
        print("read", conn.exec_driver_sql("SELECT max(id) FROM revision").scalar())
    with store.write() as conn:
        conn.exec_driver_sql("DELETE FROM meta")
        print("written")
except Told as told:
    print(told)
"""


def as_nobody(path: Path) -> str:
    """What a user without rights gets; root may do anything, so the rights are given up first."""
    if os.name == "nt":
        pytest.skip("rights are another matter there")
    if os.getuid() == 0:
        for folder in path.parents:
            if "pytest-of" in str(folder) and folder.exists():
                folder.chmod(folder.stat().st_mode | 0o055)
    code = ("import os; os.setgid(65534); os.setuid(65534)\n" if os.getuid() == 0 else "") + AS_NOBODY
    # imported first: the program's own folders may be closed to that user
    modules = "alembic.command, alembic.config, sqlalchemy.dialects.sqlite, parkdir.services.opening"
    code = f"import {modules}\n{code}"
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True,
        env={"PYTHONPATH": ":".join(filter(None, sys.path)), "PATH": os.environ["PATH"]},
    )  # fmt: skip
    return done.stdout.strip()


def test_a_home_that_cannot_be_written(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o555)
    home.chmod(0o555)
    for place in (home / "db.sqlite", home / "parkdir" / "db.sqlite"):
        assert as_nobody(place) == f"The folder {place.parent} can't be created or written: check its rights."
    assert list(home.iterdir()) == []


def test_a_file_that_may_be_read_only(path: Path) -> None:
    path.chmod(0o444)
    path.parent.chmod(0o555)
    before = digest(path)
    assert as_nobody(path).splitlines() == [
        "read 1", f"{path} can't be written: check the rights on the file and its folder."
    ]  # fmt: skip
    path.parent.chmod(0o755)
    assert digest(path) == before


def test_a_file_that_may_not_be_read(path: Path) -> None:
    path.chmod(0o000)
    assert as_nobody(path) == f"{path} can't be opened: check that it exists and that you may read it."


def test_an_older_form_is_brought_up_to_date_after_a_backup(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = []
    monkeypatch.setattr(schema, "HEAD", 2)
    monkeypatch.setattr(schema, "upgrade", lambda store: done.append(store.path))
    opening.open_directory(str(path), fill=never)
    assert done == [path]


def test_a_full_disk(tmp_path: Path) -> None:
    """SQLite is given few pages to fill, which it tells like a full disk."""

    def filling(store: Store) -> None:
        with closing(engine.raw(store.path)) as connection:
            assert connection.execute("PRAGMA max_page_count=60").fetchone()
            with engine.telling(store.path):
                connection.execute("CREATE TABLE big AS SELECT zeroblob(9000000)")

    with pytest.raises(Told, match="disk is full"):
        opening.open_directory(str(tmp_path / "db.sqlite"), fill=filling)
    assert list(tmp_path.iterdir()) == []


def test_a_fictional_directory_opens(tmp_path: Path) -> None:
    store = opening.open_directory(str(tmp_path / "db.sqlite"), fill=lambda store: demo.fill(store, parks=200, seed=1))
    store.close()
    assert schema.state(store.path) is schema.State.CURRENT


def test_the_first_backup_goes_to_the_second_place_too(tmp_path: Path) -> None:
    second = tmp_path / "stick"
    opening.open_directory(str(tmp_path / "a.sqlite"), fill=fill, second=second).close()
    assert [p.read_bytes() for p in second.iterdir()] == [backup.find(tmp_path / "a.sqlite")[0].read_bytes()]


def test_a_second_place_that_is_not_there_stops_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_text("")
    opening.open_directory(str(tmp_path / "a.sqlite"), fill=fill, second=tmp_path / "file" / "stick").close()
    assert len(backup.find(tmp_path / "a.sqlite")) == 1
    assert "stick" in caplog.text
