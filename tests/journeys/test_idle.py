"""Ten minutes without a hand: the window shows what a guest may see."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from parkdir.ui import content, mode
from tests.journeys.walk import Walk, drain, walking

SHORT = 2000  # ms, instead of ten minutes


@pytest.fixture
def walk(shipped: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Walk]:
    """A window that waits for a moment instead of ten minutes: only the number is another."""
    monkeypatch.setattr(content, "Mode", partial(mode.Mode, idle_ms=SHORT))
    with walking(shipped) as made:
        yield made


def test_it_is_ten_minutes() -> None:
    assert mode.IDLE_MS == 10 * 60 * 1000


def test_an_unattended_window_turns_outward_and_stays_so(walk: Walk, qtbot: QtBot) -> None:
    walk.go(walk.stops()[2])
    assert walk.window.windowTitle().startswith("【内部】")
    qtbot.waitUntil(lambda: not walk.desk.inside)
    drain()
    assert not walk.window.windowTitle().startswith("【")
    assert walk.desk.settings.view == "visitor"


def test_keys_keep_it_inside(walk: Walk, qtbot: QtBot) -> None:
    """Each key counts anew: more keys than would fit into the time, and still inside after each."""
    handle = walk.window.windowHandle()
    assert handle is not None
    for _press in range(4):
        QTest.keyClick(handle, Qt.Key.Key_Shift)
        assert walk.desk.inside
        assert walk.content.mode._idle.remainingTime() > SHORT / 2
    qtbot.waitUntil(lambda: not walk.desk.inside)
