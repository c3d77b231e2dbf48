#!/usr/bin/env python3
"""parkdir's one door. Sets up whatever is missing (the system's parts, .venv, the locked packages), then:

python3 dev.py run [ARGS]    start the program; without a display: its pages as pictures in tour/ and the list of parks
python3 dev.py test [ARGS]   the whole test suite (ARGS go to pytest)
python3 dev.py check         format, lint, types, contracts, fast tests (translations among them)
python3 dev.py bench [ARGS]  the measurements behind docs/performance.md
python3 dev.py tour [DIR]    every page as a picture
python3 dev.py i18n          collect the words of src/ into resources/locale and compile the translations
"""

# Standard library only: this file runs before anything is installed.
from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

TOP = Path(__file__).resolve().parent
VENV = TOP / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / "python"
STAMP = VENV / "parkdir-stamp"
LOCALE = TOP / "resources" / "locale"

NO_DISPLAY = 3  # parkdir's own exit code for it
NEEDS_A_HAND = 3

# What PySide6's wheels link to and do not bring (Widgets, and the xcb platform), as Debian names it.
RUN_PARTS = (  # noqa: SIM905  a list would take sixteen lines
    "libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 "
    "libxcb-randr0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0"
).split()
# Debian's name of a test part, and the command in it that tests call.
TEST_PARTS = {
    "xvfb": "Xvfb",
    "xdotool": "xdotool",
    "openbox": "openbox",
    "x11-utils": "xprop",
    "poppler-utils": "pdftotext",
}


def main(args: Sequence[str]) -> int:
    commands: dict[str, Callable[[Sequence[str]], int]] = {
        "run": run,
        "test": test,
        "check": check,
        "bench": bench,
        "tour": tour,
        "i18n": i18n,
    }
    if not args or args[0] not in commands:
        print(__doc__)
        return 2
    if sys.version_info < (3, 11):  # noqa: UP036  here is where an older Python is told
        print(f"parkdir needs Python 3.11 or newer; this is {sys.version.split()[0]}.", file=sys.stderr)
        return NEEDS_A_HAND
    try:
        return commands[args[0]](args[1:])
    except subprocess.CalledProcessError as failed:
        print(f"Failed with exit code {failed.returncode}: {' '.join(map(str, failed.cmd))}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


# --- commands ---------------------------------------------------------------------------------------------------------


def run(args: Sequence[str]) -> int:
    set_up(RUN_PARTS)
    code = call(PYTHON, "-m", "parkdir", *args)
    if args or code != NO_DISPLAY:
        return code
    return call(PYTHON, "-m", "parkdir", "tour", "tour") or call(PYTHON, "-m", "parkdir", "list")


def test(args: Sequence[str]) -> int:
    set_up([*RUN_PARTS, *TEST_PARTS])
    code = call(PYTHON, "-m", "pytest", "-n", "2", *args)
    absent = [part for part, command in TEST_PARTS.items() if not shutil.which(command)]
    if absent:
        print(f"Not run: the tests that need {', '.join(absent)}.")
        if os.environ.get("CI") == "true":
            return code or 1
    return code


def check(args: Sequence[str]) -> int:
    set_up(RUN_PARTS)
    steps = (
        ("ruff", "format", "--check"),
        ("ruff", "check"),
        ("mypy",),
        ("lint-imports",),
        ("pytest", "-q", "-n", "2", "-m", "not display and not slow", *args),
    )
    failed = [" ".join(step) for step in steps if call(BIN / step[0], *step[1:])]
    print("Failed: " + "; ".join(failed) if failed else "All is well.")
    return 1 if failed else 0


def bench(args: Sequence[str]) -> int:
    set_up(RUN_PARTS)
    return call(PYTHON, TOP / "tests" / "bench", *args)


def tour(args: Sequence[str]) -> int:
    set_up(RUN_PARTS)
    return call(PYTHON, "-m", "parkdir", "tour", *(args or ["tour"]))


def i18n(_args: Sequence[str]) -> int:
    set_up([])
    return next((code for command in translation_commands(LOCALE) if (code := call(*command))), 0)


def translation_commands(locale: Path) -> list[list[str]]:
    """Words of the source → parkdir.pot → zh/…/parkdir.po → parkdir.mo. The same input gives the same bytes."""
    pot, zh = str(locale / "parkdir.pot"), locale / "zh" / "LC_MESSAGES"
    po, mo = str(zh / "parkdir.po"), str(zh / "parkdir.mo")
    words = "--no-default-keywords -k _ -k N_ -k ngettext:1,2 -k pgettext:1c,2 -k np_:1c,2"
    # No header in the .pot: it would hold the hour, noise in every diff.
    extract = f"extract --omit-header --no-location --sort-output --width=100 {words}"
    update = "update -l zh --width=100 --ignore-pot-creation-date --no-fuzzy-matching --ignore-obsolete"
    babel = str(BIN / "pybabel")
    return [
        [babel, "-q", *extract.split(), "-o", pot, "src/parkdir"],
        [babel, "-q", *update.split(), "-i", pot, "-o", po],
        [babel, "-q", "compile", "-l", "zh", "-i", po, "-o", mo],
    ]


def call(*command: str | Path) -> int:
    return subprocess.run(command, cwd=TOP, check=False).returncode


# --- set-up -----------------------------------------------------------------------------------------------------------


def set_up(parts: Iterable[str]) -> None:
    needed = list(parts)
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it in a package of its own
        needed.append("python3-venv")
    provide(needed)
    # A venv knows its Python and its own place: one made for others is made anew, one with other packages is updated.
    made_for = f"{sys.base_prefix} {sys.version_info[:3]} {TOP}"
    wanted = hashlib.sha256(b"".join((TOP / n).read_bytes() for n in ("constraints.txt", "pyproject.toml"))).hexdigest()
    stamp = STAMP.read_text("utf-8").splitlines() if STAMP.exists() else [made_for, ""]
    if stamp == [made_for, wanted]:
        return
    print("Installing the locked packages into .venv …", flush=True)
    clear = [] if stamp[0] == made_for else ["--clear"]
    subprocess.run([sys.executable, "-m", "venv", *clear, VENV], check=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", "constraints.txt"], check=True, cwd=TOP)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "-e", "."], check=True, cwd=TOP)
    STAMP.write_text(f"{made_for}\n{wanted}\n", "utf-8")


def provide(parts: Sequence[str]) -> None:
    """Install the system's parts that are missing, where the system is Debian's kind; never without a word."""
    if not Path("/etc/debian_version").exists() or not shutil.which("apt-get"):
        return
    missing = sorted(set(parts) - installed())
    if not missing:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    by_hand = f"sudo apt-get update && sudo {' '.join(install)}"
    root = os.geteuid() == 0
    print(f"parkdir needs these parts of the system: {' '.join(missing)}")
    if root:
        print("Installing them with apt-get …", flush=True)
    elif not may_use_sudo():
        print(f"Please type this, then try again:\n{by_hand}")
        raise SystemExit(NEEDS_A_HAND)
    prefix = ([] if root else ["sudo"]) + ["env", "DEBIAN_FRONTEND=noninteractive"]
    # A bare machine has no package lists yet; where updating fails the old ones may still do.
    subprocess.run([*prefix, "apt-get", "update", "-q"], check=False)
    if subprocess.run([*prefix, *install], check=False).returncode:
        print(f"That did not work. Please type this, then try again:\n{by_hand}")
        raise SystemExit(NEEDS_A_HAND)


def may_use_sudo() -> bool:
    if not shutil.which("sudo") or not sys.stdin.isatty():
        return False
    return input("Type yes to install them with sudo apt-get: ").strip() == "yes"


def installed() -> set[str]:
    """Names that installed packages have or provide (libglib2.0-0 is libglib2.0-0t64 on newer systems)."""
    line = "${db:Status-Status} ${Package}, ${Provides}\n"
    told = subprocess.run(["dpkg-query", "-W", f"-f={line}"], capture_output=True, text=True, check=True).stdout
    names: set[str] = set()
    for row in told.splitlines():
        state, _, rest = row.partition(" ")
        if state == "installed":
            names.update(name.split()[0] for name in rest.split(",") if name.strip())
    return names


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
