"""The program as it is started: python -m parkdir."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import parkdir

SRC = str(Path(parkdir.__file__).resolve().parent.parent)


def start(*argv: str | Path, out: int = subprocess.PIPE, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "parkdir", *map(str, argv)],
        env={**os.environ, "PYTHONPATH": SRC, **environment},
        stdout=out,
        stderr=subprocess.PIPE,
        check=False,
    )


def test_list_and_show(shipped: Path) -> None:
    done = start("list", "--json", "--db", shipped)
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(json.loads(done.stdout.decode("utf-8"))) == 10
    done = start("--lang", "en", "show", "geographic", "--db", shipped, "--audience", "visitor")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("utf-8").startswith("Jiaozuo Geographic Information Industrial Park\n")


@pytest.mark.parametrize(
    ("argv", "code", "said"),
    [
        (["show", "jz-unnamed-a", "--audience", "visitor"], 1, "jz-unnamed-a"),
        (["show", "nowhere"], 1, "nowhere"),
        (["list", "--nonsense"], 2, "--nonsense"),
        (["nonsense"], 2, "nonsense"),
    ],
)
def test_exit_codes(shipped: Path, argv: list[str], code: int, said: str) -> None:
    done = start(*argv, "--db", shipped)
    assert (done.returncode, done.stdout) == (code, b"")
    assert said in done.stderr.decode("utf-8")
    assert b"Traceback" not in done.stderr


def test_a_home_that_cannot_be_used_is_told_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    done = start("list", PARKDIR_HOME=str(file / "home"), PARKDIR_LANG="en")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode("utf-8").startswith(f"The folder {file / 'home' / 'data'} can't be created or written")
    assert len(done.stderr.splitlines()) == 1


def test_broken_settings_are_no_business_of_the_terminal(shipped: Path, tmp_path: Path) -> None:
    broken = tmp_path / "data" / "settings.json"
    broken.parent.mkdir()
    broken.write_text("{broken")
    done = start("list", "--db", shipped, PARKDIR_HOME=str(tmp_path))
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_language_of_the_environment(shipped: Path) -> None:
    told = {
        lang: start("show", "nowhere", "--db", shipped, PARKDIR_LANG=lang).stderr.decode("utf-8")
        for lang in ("zh", "en")
    }
    assert told["en"].startswith("There is no park “nowhere”.")
    assert told["zh"] != told["en"]
    assert {len(line.splitlines()) for line in told.values()} == {1}


@pytest.mark.parametrize("command", [["list"], ["list", "--json"], ["show", "jz-geo"], ["check"]])
def test_a_reader_that_has_gone_leaves_no_traceback(shipped: Path, command: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = start(*command, "--db", shipped, out=writer)
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told(shipped: Path) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = start("list", "--db", shipped, out=full.fileno())
    assert done.returncode == 1
    assert done.stderr.decode("utf-8").startswith("无法输出结果：")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(os.name == "nt", reason="needs a shell with head")
def test_list_into_head(shipped: Path) -> None:
    command = f'"{sys.executable}" -m parkdir list --db "{shipped}" | head -1'
    done = subprocess.run(command, shell=True, env={**os.environ, "PYTHONPATH": SRC}, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("utf-8").split()[0] == "编号"


@pytest.mark.parametrize("encoding", ["cp1252", "gbk"])
def test_json_is_utf_8_and_text_never_stumbles_whatever_the_system_speaks(shipped: Path, encoding: str) -> None:
    done = start("show", "jz-geo", "--json", "--db", shipped, PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.decode("utf-8"))["park"]["name_zh"] == "焦作地理信息产业园"
    done = start("list", "--db", shipped, PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"jz-geo" in done.stdout
    told = start("show", "nowhere", "--db", shipped, PYTHONIOENCODING=encoding)
    assert (told.returncode, told.stdout) == (1, b"")
    assert b"Traceback" not in told.stderr


def test_a_command_imports_no_qt(shipped: Path) -> None:
    script = (
        "import sys\n"
        "from parkdir.__main__ import main\n"
        f"code = main(['list', '--db', {str(shipped)!r}])\n"
        "sys.exit(code or any(name.startswith(('PySide6', 'qtawesome')) for name in sys.modules))\n"
    )
    environment = {**os.environ, "PYTHONPATH": SRC}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
