"""Opening the directory: found, created and filled, or refused in one sentence with the file left as it was."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from parkdir import settings
from parkdir.domain.errors import Unusable
from parkdir.i18n import _
from parkdir.store import backup, disk, engine, schema
from parkdir.store.engine import Store
from parkdir.store.schema import State

log = logging.getLogger(__name__)


def default_path() -> Path:
    return settings.database(settings.Settings())


def open_directory(db: str | None, *, fill: Callable[[Store], object], second: Path | None = None) -> Store:
    """The directory at that path or URL, or the user's own. What does not exist yet is created and filled.

    second: another folder that backups are copied to.
    Told where it can't be used; the file is then untouched. An older form is brought up to date, after a backup.
    """
    path = default_path() if db is None else engine.path_of(db)
    try:
        exists = path.exists()
        if exists and not path.is_file():
            raise Unusable(_("{path} is a folder or device; a file is needed.").format(path=path))
        size = path.stat().st_size if exists else 0
    except OSError:
        raise Unusable(
            _("{path} can't be opened: check that it exists and that you may read it.").format(path=path)
        ) from None
    if not exists or size == 0:
        _refuse_lost(path, exists)
        _create(path, fill, second)
    disk.sweep(path)
    store = engine.connect(path)
    found = schema.state(path)
    if found is State.OLDER:
        schema.upgrade(store)
    elif found is not State.CURRENT:
        raise Unusable(_sentence(found, path))
    return store


def _refuse_lost(path: Path, exists: bool) -> None:
    """Where backups show that a directory stood there, nothing new is put in its place."""
    backups = backup.find(path)
    if backups and exists:
        text = _("The directory {path} is empty, but there are backups of it. Restore one; the newest is {backup}.")
    elif backups:
        text = _("The directory {path} is missing, but there are backups of it. Restore one; the newest is {backup}.")
    elif exists:
        text = _("{path} is an empty file. Delete or move it, then start again.")
    else:
        return
    raise Unusable(text.format(path=path, backup=backups[0] if backups else ""))


def _create(path: Path, fill: Callable[[Store], object], second: Path | None) -> None:
    """Make and fill it under another name first: there is never a half-filled directory."""
    with _telling(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    with disk.beside(path) as temporary:
        with _telling(path):
            temporary.touch(exist_ok=False)
        _fill(engine.connect(temporary), fill)
        try:
            with _telling(path):
                disk.put(temporary, path)
        except FileExistsError:  # another start was quicker, or the name is a link to nowhere
            if not path.is_file():
                raise Unusable(_("{path} can't be created: the name is taken.").format(path=path)) from None
            return
    try:
        backup.make(engine.connect(path), "first", second)
    except Unusable as problem:  # the directory itself is whole; a stick that is not plugged in must not stop it
        log.warning("%s", problem)


def _fill(store: Store, fill: Callable[[Store], object]) -> None:
    try:
        schema.create(store)
        fill(store)
    finally:
        store.close()
    if not backup.check(store.path):
        raise Unusable(_("The new directory could not be written whole; nothing was created."))


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError:
        if path.parent.is_dir():
            raise
        raise Unusable(_no_folder(path)) from None
    except OSError:
        raise Unusable(_no_folder(path)) from None


def _no_folder(path: Path) -> str:
    return _("The folder {folder} can't be created or written: check its rights.").format(folder=path.parent)


def _sentence(found: State, path: Path) -> str:
    if found is State.NEWER:
        text = _("{path} was written by a newer version of parkdir; it was left untouched. Update parkdir to open it.")
    elif found is State.FOREIGN:
        text = _("{path} is no parkdir directory; it was left untouched.")
    elif backup.find(path):
        text = _("{path} is damaged; it was left untouched. Restore a backup; the newest is {backup}.")
    else:
        text = _("{path} is damaged; it was left untouched. There is no backup of it.")
    return text.format(path=path, backup=next(iter(backup.find(path)), ""))
