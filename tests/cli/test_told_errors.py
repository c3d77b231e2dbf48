"""What can't be done is told in one line, in the user's language, with the file left as it was."""

import hashlib
import json
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from parkdir import i18n
from parkdir.store import backup, engine
from tests.cli.conftest import Answer, Run

HANZI = re.compile("[\u4e00-\u9fff]")
COMMANDS = [("list",), ("list", "--json"), ("show", "jz-geo"), ("check",)]


def in_both(run: Run, *argv: str | Path) -> dict[str, str]:
    """The sentence in each language, and that it is in that language."""
    told = {lang: run(*argv, "--lang", lang).told for lang in i18n.LANGUAGES}
    assert HANZI.search(told["zh"])
    assert told["zh"] != told["en"]
    assert "Traceback" not in told["zh"] + told["en"]
    assert "sqlite3" not in told["zh"] + told["en"]
    return told


# parks


def test_an_unknown_park_is_answered_with_close_ones(run: Run, shipped: Path) -> None:
    before = shipped.read_bytes()
    told = in_both(run, "show", "焦作地理资讯产业园", "--db", shipped)
    assert shipped.read_bytes() == before
    assert "焦作地理信息产业园 (jz-geo)" in told["zh"]
    assert told["en"].startswith("There is no park “焦作地理资讯产业园”. Perhaps: Jiaozuo Geographic")


def test_an_ambiguous_name_lists_what_fits(run: Run, shipped: Path) -> None:
    told = in_both(run, "show", "数字", "--db", shipped)
    for line in told.values():
        assert "jz-animation" in line
        assert "jz-digital" in line
        assert "jz-geo" not in line


@pytest.mark.parametrize("text", ["a\nb", "{name}", "%s", "\t", "园" * 5000])
def test_whatever_is_asked_for_the_answer_is_one_line(run: Run, shipped: Path, text: str) -> None:
    answer = run("show", text, "--db", shipped)
    assert answer.code == 1
    assert len(answer.err.splitlines()) == 1


# files that are no directory


def damage(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(2 * 4096)
        file.write(b"\xa5" * 4096 * 8)


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


def foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE t (x)")


def text_file(path: Path) -> None:
    path.write_text("园区,面积\n" * 1000, encoding="utf-8")


def empty(path: Path) -> None:
    path.write_bytes(b"")


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: 5 * 4096])


SPOILED: dict[Callable[[Path], None], tuple[str, str]] = {
    damage: ("已损坏", "is damaged; it was left untouched"),
    cut_off: ("已损坏", "is damaged; it was left untouched"),
    newer: ("较新版本|新版", "newer version of parkdir"),
    foreign: ("不是", "is no parkdir directory; it was left untouched"),
    text_file: ("不是", "is no parkdir directory; it was left untouched"),
    empty: ("空文件", "is an empty file"),
}


@pytest.mark.parametrize("spoil", SPOILED, ids=lambda spoil: spoil.__name__)
def test_a_file_that_is_no_directory_is_told_and_left_as_it_was(
    run: Run, copy: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(copy)
    before = hashlib.sha256(copy.read_bytes()).hexdigest()
    for command in COMMANDS:
        told = in_both(run, *command, "--db", copy)
        zh, en = SPOILED[spoil]
        assert re.search(zh, told["zh"]), told["zh"]
        assert en in told["en"], told["en"]
        assert all(str(copy) in line for line in told.values())
    assert hashlib.sha256(copy.read_bytes()).hexdigest() == before
    assert list(copy.parent.iterdir()) == [copy]


def test_of_a_damaged_file_the_newest_backup_is_offered(run: Run, copy: Path) -> None:
    store = engine.connect(copy)
    kept = backup.make(store, "kept")
    store.close()
    damage(copy)
    for line in in_both(run, "list", "--db", copy).values():
        assert str(kept) in line


def test_a_folder(run: Run, tmp_path: Path) -> None:
    told = in_both(run, "list", "--db", tmp_path)
    assert told["en"] == f"{tmp_path} is a folder or device; a file is needed."
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("spoil", [Path.unlink, empty], ids=["missing", "empty"])
def test_where_backups_show_that_a_directory_stood_there_nothing_new_is_made(
    run: Run, copy: Path, spoil: Callable[[Path], None]
) -> None:
    store = engine.connect(copy)
    kept = backup.make(store, "kept")
    store.close()
    spoil(copy)
    for line in in_both(run, "list", "--db", copy).values():
        assert str(kept) in line
    assert not copy.exists() or copy.stat().st_size == 0


@pytest.mark.parametrize("url", ["postgresql://office:secret@host/parks", "sqlite://", "nonsense://x"])
def test_a_url_that_names_no_file(run: Run, url: str) -> None:
    for line in in_both(run, "list", "--db", url).values():
        assert "secret" not in line


# the world around


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Another program holds the file for itself."""
    script = (
        "import sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('BEGIN EXCLUSIVE')\n"
        "print('held', flush=True)\n"
        "sys.stdin.read()\n"
        "c.close()\n"
    )
    command = [sys.executable, "-c", script, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        yield
        other.communicate("")


def test_a_file_that_another_program_holds(run: Run, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_MS", 50)  # else each try waits five seconds for its turn
    before = hashlib.sha256(copy.read_bytes()).hexdigest()
    with held(copy):
        for command in COMMANDS:
            told = in_both(run, *command, "--db", copy)
            assert told["en"] == f"Another program is using {copy}; close it there, then try again."
    assert hashlib.sha256(copy.read_bytes()).hexdigest() == before
    assert run("check", "--db", copy).code == 0


def test_a_home_that_cannot_be_written(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may write anywhere but under a file."""
    file = tmp_path / "file"
    file.write_text("x")
    monkeypatch.setenv("PARKDIR_HOME", str(file / "home"))
    told = in_both(run, "list")
    assert told["en"] == f"The folder {file / 'home' / 'data'} can't be created or written: check its rights."
    assert str(file) in run("demo", "--parks", "2", "--out", file / "demo.sqlite").told
    assert file.read_text() == "x"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a file system that nobody may write")
def test_a_file_system_that_nobody_may_write(run: Run) -> None:
    assert "/proc" in run("list", "--db", "/proc/parkdir.sqlite").told
    assert "/proc" in run("demo", "--parks", "2", "--out", "/proc/parkdir/demo.sqlite").told


def test_a_name_longer_than_any_file_can_have(run: Run, tmp_path: Path) -> None:
    assert run("list", "--db", tmp_path / ("园" * 200)).told
    assert list(tmp_path.iterdir()) == []


# the first start


def test_the_first_start_makes_the_directory_and_a_backup(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARKDIR_HOME", str(tmp_path))
    first: Answer = run("list", "--json")
    made = tmp_path / "data" / "parkdir.sqlite"
    assert len(json.loads(first.out)) == 10
    assert [path.parent.name for path in backup.find(made)] == ["backups"]
    before = made.read_bytes()
    assert run("list", "--json") == first
    assert made.read_bytes() == before
    shutil.rmtree(tmp_path / "data" / "backups")
    made.unlink()
    assert len(json.loads(run("list", "--json").out)) == 10
