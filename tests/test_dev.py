"""dev.py asks before it changes the system, and what it cannot do it says."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

import dev

Ran = list[list[str]]


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> Ran:
    """A Debian without parts, a user without rights at no terminal; what dev.py would have run, with success."""
    commands: Ran = []

    def run(command: list[object], **_: object) -> SimpleNamespace:
        commands.append([str(word) for word in command])
        return SimpleNamespace(returncode=0)

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(Path, "exists", lambda _: True)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(dev, "installed", lambda: {"libgl1"})
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: False))
    return commands


def at_a_terminal(monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr("builtins.input", lambda _: answer)


def test_nothing_is_done_where_nothing_is_missing(ran: Ran) -> None:
    dev.provide(["libgl1"])
    assert ran == []


def test_without_a_terminal_the_line_to_type_is_told(ran: Ran, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        dev.provide(["libgl1", "libegl1"])
    assert stopped.value.code == 3
    assert ran == []
    line = "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1"
    assert capsys.readouterr().out.splitlines()[-1] == line


@pytest.mark.parametrize("answer", ["", "y", "no", "Yes please"])
def test_sudo_is_not_used_without_a_typed_yes(ran: Ran, monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    at_a_terminal(monkeypatch, answer)
    with pytest.raises(SystemExit):
        dev.provide(["libegl1"])
    assert ran == []


def test_after_a_typed_yes_sudo_installs_what_is_missing(ran: Ran, monkeypatch: pytest.MonkeyPatch) -> None:
    at_a_terminal(monkeypatch, "yes")
    dev.provide(["libgl1", "libegl1"])
    assert [command[0] for command in ran] == ["sudo", "sudo"]
    assert ran[-1][-4:] == ["install", "-y", "--no-install-recommends", "libegl1"]


def test_root_installs_and_says_so(
    ran: Ran, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    dev.provide(["libegl1"])
    assert "libegl1" in capsys.readouterr().out
    assert "sudo" not in {word for command in ran for word in command}


def answering(monkeypatch: pytest.MonkeyPatch, code: Callable[[list[str]], int]) -> Ran:
    """What dev.py calls in .venv, with these exit codes and no set-up."""
    calls: Ran = []

    def call(*command: object) -> int:
        calls.append([str(word) for word in command[1:]])
        return code(calls[-1])

    monkeypatch.setattr(dev, "set_up", lambda _: None)
    monkeypatch.setattr(dev, "call", call)
    return calls


def test_without_a_display_the_pages_are_drawn_and_the_parks_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = answering(monkeypatch, lambda command: 3 if command == ["-m", "parkdir"] else 0)
    assert dev.main(["run"]) == 0
    assert calls == [["-m", "parkdir"], ["-m", "parkdir", "tour", "tour"], ["-m", "parkdir", "list"]]


def test_any_other_failure_of_the_program_is_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = answering(monkeypatch, lambda _: 1)
    assert dev.main(["run"]) == 1
    assert len(calls) == 1


@pytest.mark.parametrize(("ci", "code"), [("true", 1), ("", 0)])
def test_a_missing_test_part_is_listed_and_fails_on_ci(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], ci: str, code: int
) -> None:
    answering(monkeypatch, lambda _: 0)
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(shutil, "which", lambda name: None if name == "pdftotext" else name)
    assert dev.main(["test"]) == code
    assert capsys.readouterr().out.splitlines()[-1] == "Not run: the tests that need poppler-utils."


def test_provided_names_count_as_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    told = "installed libglib2.0-0t64, libglib2.0-0 (= 2.80.0-1), other\nconfig-files libgl1, \ninstalled bash, \n"
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: SimpleNamespace(stdout=told))
    assert dev.installed() == {"libglib2.0-0t64", "libglib2.0-0", "other", "bash"}
