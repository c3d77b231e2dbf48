"""One opened directory: the given file or the user's own, filled from data/ when it is new."""

from collections.abc import Iterator
from contextlib import contextmanager

from parkdir import paths
from parkdir.services import importing, opening
from parkdir.store.engine import Store


def start(db: str | None) -> Store:
    """Open it; the caller closes it. Told where it can't be used."""
    return opening.open_directory(db, fill=lambda store: importing.load(store, paths.data()))


@contextmanager
def opened(db: str | None) -> Iterator[Store]:
    store = start(db)
    try:
        yield store
    finally:
        store.close()
