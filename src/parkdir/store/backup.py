"""Backups: whole, checked copies in the folder `backups` beside the database."""

import hashlib
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from parkdir.domain.errors import Unusable
from parkdir.i18n import _
from parkdir.store import disk, engine
from parkdir.store.engine import Store

_NAME = re.compile(r"-(\d{8}-\d{6})(?:-[0-9a-z_-]+)?\.sqlite")


def folder(db: Path) -> Path:
    return db.parent / "backups"


def find(db: Path) -> list[Path]:
    """The backups of that database, newest first."""
    found = []
    for path in folder(db).glob("*.sqlite"):
        match = _NAME.fullmatch(path.name.removeprefix(db.stem))
        if path.name.startswith(db.stem) and match:
            found.append((match[1], path.name, path))
    return [path for _time, _name, path in sorted(found, reverse=True)]


def make(store: Store, why: str = "", second: Path | None = None, now: Callable[[], datetime] = datetime.now) -> Path:
    """Copy the directory, check the copy, give it its name; with `second`, into that folder too."""
    moment, taken = now(), [path.name for path in find(store.path)]
    while any(name.startswith(_stem(store.path, moment)) for name in taken):
        moment += timedelta(seconds=1)
    target = folder(store.path) / f"{_stem(store.path, moment)}{'-' + why if why else ''}.sqlite"
    with _telling(target.parent):
        target.parent.mkdir(exist_ok=True)
        with disk.beside(target) as temporary, engine.telling(store.path):
            _copy(store.path, temporary)
            disk.put(temporary, target)
    if second is not None:
        with _telling(second):
            _copy_on(target, second)
    return target


def check(path: Path) -> bool:
    """Whether the copy is whole and every reference in it holds."""
    connection = engine.raw(path, "ro")
    try:
        whole = connection.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)]
        return whole and not connection.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError:
        return False
    finally:
        connection.close()


def counts(path: Path) -> dict[str, int]:
    """Rows of each table."""
    connection = engine.raw(path, "ro")
    try:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type='table' ORDER BY name").fetchall()
        return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in tables}
    finally:
        connection.close()


def _stem(db: Path, moment: datetime) -> str:
    return f"{db.stem}-{moment:%Y%m%d-%H%M%S}"


def _copy(source: Path, temporary: Path) -> None:
    for _attempt in range(3):  # another program may write in between: then the counts can differ for good reason
        before = counts(source)
        connection = engine.raw(source)  # VACUUM INTO needs a connection that may write, outside a transaction
        try:
            connection.execute("VACUUM INTO ?", (str(temporary),))
        finally:
            connection.close()
        if check(temporary) and counts(temporary) in (before, counts(source)):
            return
        temporary.unlink()
    raise Unusable(_("The backup was not made: {path} could not be copied whole.").format(path=source))


def _copy_on(backup: Path, second: Path) -> None:
    second.mkdir(parents=True, exist_ok=True)
    with disk.beside(second / backup.name) as temporary:
        shutil.copyfile(backup, temporary)
        if _hash(temporary) != _hash(backup):
            raise OSError(temporary)
        disk.put(temporary, second / backup.name)


@contextmanager
def _telling(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Unusable(
            _("No backup could be written to {folder}: check its rights and the free space.").format(folder=folder)
        ) from error


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
