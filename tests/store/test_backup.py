"""Backups: whole, checked, named by their time; nothing is left over where one fails."""

import sqlite3
import threading
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from parkdir.domain.change import Change
from parkdir.domain.errors import Unusable
from parkdir.store import backup, disk, engine, journal, parks, schema
from parkdir.store.engine import Store

NOON = datetime(2026, 5, 4, 12, 0, 0)


def dossiers(store: Store):  # type: ignore[no-untyped-def]
    with closing(store), store.read() as conn:
        return parks.dossiers(conn), parks.identity(conn), journal.revisions(conn)


def test_a_backup_is_the_directory(filled: Store) -> None:
    made = backup.make(filled, "why", now=lambda: NOON)
    assert made == filled.path.parent / "backups" / f"{filled.path.stem}-20260504-120000-why.sqlite"
    assert schema.state(made) is schema.State.CURRENT
    assert dossiers(engine.connect(made)) == dossiers(filled)
    assert [p.name for p in made.parent.iterdir()] == [made.name]


def test_two_in_one_second_and_their_order(filled: Store) -> None:
    made = [backup.make(filled, why, now=lambda: NOON) for why in ("", "", "upgrade")]
    assert [p.name.removeprefix(filled.path.stem) for p in made] == [
        "-20260504-120000.sqlite", "-20260504-120001.sqlite", "-20260504-120002-upgrade.sqlite",
    ]  # fmt: skip
    later = backup.make(filled)
    for name in ("other-20260504-120000.sqlite", f"{filled.path.stem}-2.sqlite", f"{filled.path.stem}-x.txt"):
        (later.parent / name).touch()
    assert backup.find(filled.path) == [later, *made[::-1]]


def test_no_folder_no_backups(tmp_path: Path) -> None:
    assert backup.find(tmp_path / "db.sqlite") == []


def test_a_second_place_gets_a_copy(filled: Store, tmp_path: Path) -> None:
    second = tmp_path / "usb" / "parkdir"
    made = backup.make(filled, second=second)
    assert (second / made.name).read_bytes() == made.read_bytes()
    assert len(list(second.iterdir())) == 1


def test_while_others_write(filled: Store) -> None:
    stop = threading.Event()

    def keep_writing() -> None:
        name, n = "Sample District", 0
        while not stop.is_set():
            change = Change("district", "demo-district", {"name_en": name}, {"name_en": f"{n}"})
            journal.commit(filled, [change], actor="me", kind="edit")
            name, n = f"{n}", n + 1

    writer = threading.Thread(target=keep_writing)
    writer.start()
    try:
        made = [_made(filled) for _ in range(5)]
    finally:
        stop.set()
        writer.join()
    for path in filter(None, made):
        with closing(engine.connect(path)) as store, store.read() as conn:
            assert journal.verify(conn) == []
            last = journal.revisions(conn, limit=1)[0]
            name = parks.district(conn).district.name_en
            assert last.kind == "demo" or (last.changes[0].after or {})["name_en"] == name


def _made(store: Store) -> Path | None:
    try:
        return backup.make(store)
    except Unusable:  # written meanwhile: refused rather than doubtful
        return None


def test_a_folder_that_cannot_be_written_is_told(filled: Store, tmp_path: Path) -> None:
    backup.folder(filled.path).touch()
    with pytest.raises(Unusable, match="No backup could be written"):
        backup.make(filled)
    backup.folder(filled.path).unlink()
    (tmp_path / "file").touch()
    with pytest.raises(Unusable, match="No backup could be written"):
        backup.make(filled, second=tmp_path / "file")
    assert len(backup.find(filled.path)) == 1


def test_a_copy_that_differs_is_no_backup(filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "check", lambda _path: False)
    with pytest.raises(Unusable, match="could not be copied whole"):
        backup.make(filled)
    monkeypatch.undo()
    hashes = iter("ab")
    monkeypatch.setattr(backup, "_hash", lambda _path: next(hashes))
    with pytest.raises(Unusable, match="No backup"):
        backup.make(filled, second=tmp_path / "usb")
    assert list((tmp_path / "usb").iterdir()) == []
    assert len(list(backup.folder(filled.path).iterdir())) == 1


def test_a_damaged_directory_is_not_copied(filled: Store) -> None:
    content = filled.path.read_bytes()
    filled.path.write_bytes(content[: 4096 * 4] + b"\xff" * 8192 + content[4096 * 6 :])
    with pytest.raises(Unusable):
        backup.make(filled)
    assert list(backup.folder(filled.path).iterdir()) == []


def test_what_a_check_finds(filled: Store, tmp_path: Path) -> None:
    assert backup.check(filled.path)
    (tmp_path / "x").write_bytes(b"x" * 5000)
    assert not backup.check(tmp_path / "x")
    with closing(sqlite3.connect(filled.path)) as connection:
        connection.execute("UPDATE observation SET park = 'none' WHERE park = 'demo-0001'")
        connection.commit()
    assert not backup.check(filled.path)


def test_a_file_never_takes_a_name_that_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for links in (True, False):
        if not links:
            monkeypatch.setattr("os.link", _no_links)
        (tmp_path / "a").write_text("a")
        (tmp_path / "b").write_text("b")
        with pytest.raises(FileExistsError):
            disk.put(tmp_path / "a", tmp_path / "b")
        assert (tmp_path / "b").read_text() == "b"
        disk.put(tmp_path / "a", tmp_path / f"c{links}")
        assert sorted(p.name for p in tmp_path.iterdir() if p.name in "ab") == ["b"]


def _no_links(_source: object, _target: object) -> None:
    raise PermissionError


def test_leftovers_are_swept_when_old(tmp_path: Path) -> None:
    import os

    target = tmp_path / "db.sqlite"
    for name, age in ((".db.sqlite.new-old", 3600), (".db.sqlite.new-young", 0), (".other.new-old", 3600)):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (0, (tmp_path / name).stat().st_mtime - age))
    disk.sweep(target)
    assert sorted(p.name for p in tmp_path.iterdir()) == [".db.sqlite.new-young", ".other.new-old"]
