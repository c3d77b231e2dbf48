"""What is built is whole: the wheel, beside the locked packages and with nothing of the checkout, runs elsewhere."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy: in build/ setuptools keeps what it built before, modules since removed among them."""
    room = tmp_path_factory.mktemp("wheel")
    copy = room / "source"
    shutil.copytree(
        TOP,
        copy,
        ignore=lambda folder, names: {
            name
            for name in names
            if name.startswith(".")
            or name in ("__pycache__", "build", "dist", "out", "tests", "tour")
            or "egg-info" in name
        },
    )
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "-q",
            "--no-deps",
            "--no-build-isolation",
            "--no-index",
            "-w",
            room,
            copy,
        ],
        check=True,
    )
    (built,) = room.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def parkdir(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of a fresh environment that holds the wheel and sees the locked packages, but not the checkout."""
    fresh = tmp_path_factory.mktemp("fresh") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", fresh], check=True)
    python = fresh / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", "--no-index", wheel], check=True
    )
    paths = {"base": str(fresh), "platbase": str(fresh)}
    site = Path(sysconfig.get_path("purelib", "venv", vars=paths))
    # A folder named in a .pth is searched, its own .pth files are not read: the editable checkout stays out of sight.
    (site / "locked.pth").write_text("\n".join({sysconfig.get_path(kind) for kind in ("purelib", "platlib")}), "utf-8")
    return python.with_name("parkdir")


def called(parkdir: Path, home: Path, *args: str) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PARKDIR", "XDG"))}
    env |= {"HOME": str(home), "USERPROFILE": str(home), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([parkdir, *args], cwd=home, env=env, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def test_the_wheel_holds_every_file_that_ships(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    ships = {f"parkdir/{path.relative_to(TOP / 'src' / 'parkdir').as_posix()}" for path in shipped("src/parkdir")}
    for folder in ("resources", "data"):
        ships |= {f"parkdir/{path.relative_to(TOP).as_posix()}" for path in shipped(folder)}
    ships.add("parkdir/NOTICE.md")
    for kind in (
        ".py",
        "py.typed",
        "style.qss",
        "tokens.toml",
        ".otf",
        "OFL.txt",
        "parkdir.mo",
        "data/district.toml",
    ):
        assert any(name.endswith(kind) for name in ships), kind
    assert {name for name in inside if name.startswith("parkdir/")} == ships
    assert any(name.endswith("licenses/LICENSE") for name in inside)


def shipped(folder: str) -> list[Path]:
    return [path for path in (TOP / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts]


def test_it_runs_outside_the_checkout(parkdir: Path, tmp_path: Path) -> None:
    listed = json.loads(called(parkdir, tmp_path, "list", "--json").stdout)
    assert listed
    called(parkdir, tmp_path, "tour", str(tmp_path / "tour"), "--pages", "parks")
    pictures = list((tmp_path / "tour").rglob("*.png"))
    assert pictures
    assert all(picture.stat().st_size > 5_000 for picture in pictures)
    where = "import parkdir.paths as p; print(p.__file__, p.resources(), p.data(), sep='\\n')"
    python = parkdir.with_name("python")
    told = subprocess.run([python, "-c", where], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert all(Path(line).is_relative_to(parkdir.parent.parent) for line in told.splitlines())
