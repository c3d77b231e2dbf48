"""No display, a missing library, a dead server: told, before Qt would abort the process."""

import sys
from pathlib import Path

import pytest

from parkdir.domain.errors import MissingPart
from parkdir.ui import display

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux asks for its display")


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARKDIR_HOME", str(tmp_path))


def test_no_display_is_told() -> None:
    with pytest.raises(MissingPart) as told:
        display.check({})
    assert told.value.code == 3
    assert "DISPLAY" in str(told.value)


@pytest.mark.parametrize("platform", ["offscreen", "offscreen:configfile=x", "vnc;offscreen", "minimal"])
def test_pictures_need_no_display(platform: str) -> None:
    display.check({"QT_QPA_PLATFORM": platform})


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_missing", lambda plugin: "libxcb-cursor.so.0")
    with pytest.raises(MissingPart, match=r"libxcb-cursor\.so\.0"):
        display.check({"DISPLAY": ":0"})


def test_a_dead_server_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_missing", lambda plugin: None)
    monkeypatch.setattr(display, "_connects", lambda: False)
    with pytest.raises(MissingPart, match=":4711"):
        display.check({"DISPLAY": ":4711"})


def test_what_is_absent_is_noticed() -> None:
    assert display._missing("platforms/libqnothing.so") == "libqnothing.so"


def test_a_plugin_that_can_not_be_loaded_names_what_it_misses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "libbroken.so").write_text("no library")
    monkeypatch.setattr(display, "_PLUGINS", tmp_path)
    assert str(display._missing("libbroken.so")).endswith("libbroken.so")


@pytest.mark.parametrize(
    ("asked", "used"),
    [("fcitx5", "ibus"), ("ibus", "ibus"), ("qtvirtualkeyboard", "qtvirtualkeyboard"), ("", "")],
)
def test_input_methods_without_a_plugin_speak_through_ibus(asked: str, used: str) -> None:
    env = {"QT_IM_MODULE": asked}
    display.choose_input_method(env)
    assert env["QT_IM_MODULE"] == used


@pytest.mark.display
def test_a_living_server_answers() -> None:
    display.check()
    assert len(display._held) == 1
    assert display._connects()
    display.release()
    assert not display._held
