"""The command line inside this process: what it writes, what it answers, what it leaves."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from parkdir import i18n
from parkdir.cli import main
from tests import filled


class Answer(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def told(self) -> str:
        """The one sentence of a told error."""
        assert (self.code, self.out) == (1, ""), self
        (line,) = self.err.splitlines()
        return line


Run = Callable[..., Answer]


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled.make(tmp_path_factory.mktemp("shipped"))


@pytest.fixture
def copy(shipped: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(shipped, tmp_path / "copy.sqlite"))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """Runs one command line; nothing here opens a window."""

    def windows(**asked: object) -> int:
        raise AssertionError(asked)

    def run_it(*argv: str | Path, **given: main.Windows) -> Answer:
        code = main.run([str(arg) for arg in argv], given.get("windows", {"window": windows, "tour": windows}))
        return Answer(code, *capsys.readouterr())

    yield run_it
    i18n.use("zh")
