"""A directory of its own for every test: copied from one made once, since making tables takes a tenth of a second."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from parkdir import i18n
from parkdir.store import demo, engine, schema
from parkdir.store.engine import Store


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Sentences are checked in the language of their ids."""
    with i18n.using("en"):
        yield


@pytest.fixture(scope="session")
def bare_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = engine.connect(tmp_path_factory.mktemp("bare") / "bare.sqlite")
    schema.create(store)
    store.close()
    return store.path


@pytest.fixture(scope="session")
def demo_file(bare_file: Path) -> Path:
    store = engine.connect(shutil.copy(bare_file, bare_file.with_name("demo.sqlite")))
    demo.fill(store, parks=12, seed=5)
    store.close()
    return store.path


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[[Path], Store]]:
    """Opens a copy of a file; closes it after the test."""
    stores: list[Store] = []

    def open_copy(file: Path) -> Store:
        stores.append(engine.connect(shutil.copy(file, tmp_path / f"{len(stores)}.sqlite")))
        return stores[-1]

    yield open_copy
    for store in stores:
        store.close()


@pytest.fixture
def bare(opened: Callable[[Path], Store], bare_file: Path) -> Store:
    """Tables without rows."""
    return opened(bare_file)


@pytest.fixture
def filled(opened: Callable[[Path], Store], demo_file: Path) -> Store:
    """A dozen fictional parks."""
    return opened(demo_file)
