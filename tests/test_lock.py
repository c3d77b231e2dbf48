"""constraints.txt is a complete lock: all that is asked for, by exact version, with hashes, from no named place."""

import importlib.metadata
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

TOP = Path(__file__).resolve().parent.parent
# Interpreters and systems the lock is for.
PLACES = [
    {"python_version": version, "python_full_version": f"{version}.0", "sys_platform": system, "extra": ""}
    for version in ("3.11", "3.12", "3.13")
    for system in ("linux", "win32", "darwin")
]


def entries(lock: str) -> list[tuple[Requirement, int]]:
    """Each locked requirement and its number of hashes."""
    found = []
    for entry in lock.replace("\\\n", " ").splitlines():
        requirement, *hashes = entry.split(" --hash=sha256:")
        found.append((Requirement(" ".join(requirement.split())), len(hashes)))
    return found


def strangers(lock: str) -> list[str]:
    """Lines that are neither `name==version [; marker]` nor a hash: options, addresses, comments, paths."""
    entry = re.compile(r"[a-z0-9][a-z0-9.-]*==[\w.]+( ; [\w\s.'\"=!<>()]+)? \\")
    digest = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")
    return [line for line in lock.splitlines() if not entry.fullmatch(line) and not digest.fullmatch(line)]


LOCK = (TOP / "constraints.txt").read_text("utf-8")
PROJECT = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))
ASKED = [
    *PROJECT["build-system"]["requires"],
    *PROJECT["project"]["dependencies"],
    *PROJECT["project"]["optional-dependencies"]["dev"],
]


def test_no_line_holds_anything_but_a_version_or_a_hash() -> None:
    assert strangers(LOCK) == []


@pytest.mark.parametrize(
    "line", ["--find-links https://example.org/wheels", "# from a/path", "x @ file:///tmp/x.whl", "x>=1 \\", "-e ."]
)
def test_a_stranger_would_be_seen(line: str) -> None:
    assert strangers(f"{LOCK}{line}\n") == [line]


def test_every_entry_is_exact_and_hashed() -> None:
    assert [str(r) for r, hashes in entries(LOCK) if not hashes or [s.operator for s in r.specifier] != ["=="]] == []


def unlocked(asked: str) -> list[str]:
    """Why the lock does not serve this requirement, if it does not."""
    wanted, why = Requirement(asked), []
    for place in PLACES:
        if wanted.marker and not wanted.marker.evaluate(place):
            continue
        pins = [
            next(iter(requirement.specifier)).version
            for requirement, _ in entries(LOCK)
            if requirement.name == canonicalize_name(wanted.name)
            and (requirement.marker is None or requirement.marker.evaluate(place))
        ]
        if len(pins) != 1 or not wanted.specifier.contains(pins[0]):
            why.append(f"{asked}: {pins} for Python {place['python_version']} on {place['sys_platform']}")
    return why


@pytest.mark.parametrize("asked", ASKED)
def test_what_the_project_asks_for_is_locked_everywhere(asked: str) -> None:
    assert unlocked(asked) == []


def test_what_the_locked_packages_ask_for_is_locked_too() -> None:
    asked = []
    for requirement, _ in entries(LOCK):
        if requirement.marker is None:  # what is for another system is not installed here to be asked
            asked += importlib.metadata.requires(requirement.name) or []
    assert [why for one in asked for why in unlocked(one)] == []


def test_a_gap_would_be_seen() -> None:
    assert unlocked("pyside6>=6.12") and unlocked("requests") and not unlocked("requests; sys_platform == 'aix'")
