"""What goes wrong before the first page: told in one line and in the window, the right exit code, nothing touched."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.journeys.conftest import Start
from tests.journeys.desk import Desk, environment, wait

Harm = Callable[[Path], None]
LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux asks for its display")


def emptied(db: Path) -> None:
    db.write_bytes(b"")


def damaged(db: Path) -> None:
    whole = db.read_bytes()
    db.write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))


def foreign(db: Path) -> None:
    db.write_text("这不是数据库\n" * 500, "utf-8")


def newer(db: Path) -> None:
    with closing(sqlite3.connect(db)) as connection:
        connection.execute("PRAGMA user_version = 99")
        connection.commit()


def folder(db: Path) -> None:
    db.unlink()
    db.mkdir()


def missing(db: Path) -> None:
    """A backup shows that a directory stood there."""
    (db.parent / "backups").mkdir()
    db.rename(db.parent / "backups" / f"{db.stem}-20261101-120000-first.sqlite")


HARMS: list[Harm] = [emptied, damaged, foreign, newer, folder, missing]


def state(place: Path) -> dict[str, bytes]:
    """Every file of the data's folder but settings."""
    files = (path for path in place.rglob("*") if path.is_file() and path.name != "settings.json")
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in files}


def command(home: Path, *args: str, **env: str) -> subprocess.CompletedProcess[str]:
    clean = environment(home, **env)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        if name not in env:
            clean.pop(name, None)
    words = [sys.executable, "-m", "parkdir", *args]
    return subprocess.run(words, env=clean, capture_output=True, text=True, timeout=60, check=False)


def one_line(text: str) -> str:
    [line] = text.splitlines()
    assert "Traceback" not in line
    return line


def ends_told(desk: Desk) -> str:
    """The message is over the window; Enter closes it and with it the program. What the terminal was told."""
    wait("a message over the window", lambda: len(desk.windows()) > 1)
    desk.settled("told")
    desk.key("Return")
    assert desk.ended() == 1
    return one_line(desk.errors)


@pytest.mark.display
@pytest.mark.needs("xprop")
@pytest.mark.parametrize("harm", HARMS)
def test_the_window_tells_and_ends(harm: Harm, start: Start, kept_home: Path) -> None:
    harm(kept_home / "data" / "parkdir.sqlite")
    before = state(kept_home / "data")
    told = ends_told(start(kept_home))
    assert "parkdir.sqlite" in told
    if harm is missing:
        assert "20261101-120000" in told
    assert state(kept_home / "data") == before


@pytest.mark.display
@pytest.mark.needs("xprop")
def test_a_directory_that_another_program_holds_is_told(start: Start, kept_home: Path) -> None:
    db = kept_home / "data" / "parkdir.sqlite"
    before = db.read_bytes()
    with closing(sqlite3.connect(db)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert "parkdir.sqlite" in ends_told(start(kept_home))
        other.rollback()
    assert db.read_bytes() == before


@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_command_tells_the_same(harm: Harm, language: str, kept_home: Path) -> None:
    harm(kept_home / "data" / "parkdir.sqlite")
    before = state(kept_home / "data")
    done = command(kept_home, "list", "--lang", language)
    assert done.returncode == 1
    assert done.stdout == ""
    told = one_line(done.stderr)
    assert "parkdir.sqlite" in told
    assert ("，" in told or "。" in told) == (language == "zh")
    assert state(kept_home / "data") == before


@LINUX
def test_without_a_display_it_says_so(home: Path) -> None:
    done = command(home)
    assert done.returncode == 3
    assert "DISPLAY" in one_line(done.stderr)
    assert not (home / "data").exists()


@LINUX
@pytest.mark.parametrize("display", [":4711", "nowhere.invalid:0", "nonsense", ":"])
def test_a_display_that_does_not_answer_is_named(display: str, home: Path) -> None:
    done = command(home, DISPLAY=display)
    assert done.returncode == 3
    assert display in one_line(done.stderr)


@pytest.mark.display
@pytest.mark.needs("unshare")
@pytest.mark.parametrize("library", ["libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxkbcommon-x11.so.0"])
def test_a_missing_library_is_named(library: str, home: Path, screen: str, tmp_path: Path) -> None:
    """A private view of the file system in which a text lies over the library."""
    listed = subprocess.run(["ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    places = [line.rpartition("=> ")[2] for line in listed.splitlines() if line.strip().startswith(f"{library} ")]
    if not places:
        pytest.skip(f"{library} is not here at all")
    text = tmp_path / "no-library"
    text.write_text("no library")
    script = 'mount --bind "$1" "$2" && shift 2 && exec "$@"'
    around = ["unshare", "--mount", "--map-root-user", "sh", "-c", script, "sh", str(text), places[0]]
    if subprocess.run([*around, "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("no private mounts here")
    env = environment(home, DISPLAY=screen, QT_QPA_PLATFORM="xcb")
    words = [*around, sys.executable, "-m", "parkdir"]
    done = subprocess.run(words, env=env, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 3, done.stderr
    assert library in one_line(done.stderr)


@pytest.mark.display
@pytest.mark.needs("xprop")
def test_a_home_that_can_not_be_written_is_no_obstacle_for_a_given_directory(
    start: Start, tmp_path: Path, shipped: Path
) -> None:
    """Settings, logs and caches have nowhere to go; the directory lies elsewhere."""
    copy = Path(shutil.copy(shipped, tmp_path / "copy.sqlite"))
    (tmp_path / "home").write_text("a file, where the home should be")
    desk = start(tmp_path / "home", "--db", str(copy))
    desk.ready()
    desk.key("F9")
    wait("the strip gone", lambda: not desk.has_strip())
    desk.settled("home-not-writable")
    assert desk.close() == 0
    assert "Traceback" not in desk.errors


@pytest.mark.display
@pytest.mark.needs("xprop")
def test_a_home_that_can_not_be_written_is_told(start: Start, tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file, where the home should be")
    desk = start(tmp_path / "home")
    wait("a message over the window", lambda: len(desk.windows()) > 1)
    desk.settled("told")
    desk.key("Return")
    assert desk.ended() == 1
    assert "Traceback" not in desk.errors
