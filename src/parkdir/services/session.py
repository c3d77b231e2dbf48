"""One opened directory: the file asked for, the one in the folder chosen in the settings, or the user's own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from parkdir import paths, settings
from parkdir.services import opening
from parkdir.store.engine import Store


def start(db: str | None) -> Store:
    """Open it, filled from data/ if it is new; the caller closes it. Told where it can't be used."""
    chosen = settings.read(paths.user_data() / "settings.json")
    second = Path(chosen.backup_folder) if chosen.backup_folder else None
    return opening.open_directory(db or str(settings.database(chosen)), fill=_fill, second=second)


def _fill(store: Store) -> None:
    # only a first start reads files: the reader's import would cost every other start 25 ms
    from parkdir.services import importing

    importing.load(store, paths.data())


@contextmanager
def opened(db: str | None) -> Iterator[Store]:
    store = start(db)
    try:
        yield store
    finally:
        store.close()
