"""The shipped facts in a file made once; tests that change it take a copy."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from parkdir.services import demonstrating
from parkdir.services.directory import Directory
from tests import filled


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled.make(tmp_path_factory.mktemp("shipped"))


@pytest.fixture(scope="session")
def directory(shipped: Path) -> Iterator[Directory]:
    """Only to be read."""
    with filled.reading(shipped) as found:
        yield found


@pytest.fixture(scope="session")
def fictional(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Directory]:
    """Sixty parks with all that the shipped four have not. Only to be read."""
    path = tmp_path_factory.mktemp("demo") / "demo.sqlite"
    demonstrating.make(path, parks=60, seed=3)
    with filled.reading(path) as found:
        yield found


@pytest.fixture
def copy(shipped: Path, tmp_path: Path) -> Path:
    """To be changed."""
    return Path(shutil.copy(shipped, tmp_path / "copy.sqlite"))
