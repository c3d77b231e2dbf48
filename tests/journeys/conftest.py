"""A screen with a window manager, a directory made once, and programs that are gone after the test."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests import filled
from tests.journeys.desk import Desk, desk

Start = Callable[..., Desk]


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped facts in a database that nobody changes: copy it."""
    return filled.make(tmp_path_factory.mktemp("shipped"))


@pytest.fixture(scope="module")
def managed(screen: str) -> Iterator[str]:
    """The worker's screen with openbox on it; its name."""
    env = {**os.environ, "DISPLAY": screen}
    with subprocess.Popen(["openbox", "--sm-disable"], env=env, stderr=subprocess.DEVNULL) as manager:
        while "window id" not in _told(env, "xprop", "-root", "_NET_SUPPORTING_WM_CHECK"):
            time.sleep(0.05)
        yield screen
        manager.terminate()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """PARKDIR_HOME, not there yet."""
    return tmp_path / "home"


@pytest.fixture
def kept_home(home: Path, shipped: Path) -> Path:
    """A home that has the shipped directory already."""
    (home / "data").mkdir(parents=True)
    shutil.copy(shipped, home / "data" / "parkdir.sqlite")
    return home


@pytest.fixture
def start(managed: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Start]:
    """Starts the program; JOURNEYS=folder keeps the pictures that a journey names."""
    folder = os.environ.get("JOURNEYS")
    keep = Path(folder) / request.node.name if folder else None
    with ExitStack() as running:

        def begin(home: Path, *args: str, **env: str) -> Desk:
            return running.enter_context(desk(home, managed, *args, keep=keep, **env))

        yield begin


def _told(env: dict[str, str], *command: str) -> str:
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False).stdout
