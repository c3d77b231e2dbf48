"""The mouse's own back and forward buttons, wherever the pointer is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.walk import Stop, Walk, drain, name_of, walking


@pytest.fixture
def walk(shipped: Path, qtbot: QtBot) -> Iterator[Walk]:
    with walking(shipped) as made:
        yield made


def spots(walk: Walk) -> dict[str, QPoint]:
    """What lies under a grid of places in the window, and one place where it does."""
    found: dict[str, QPoint] = {}
    for x in range(10, walk.window.width(), 60):
        for y in range(10, walk.window.height(), 30):
            under = walk.window.childAt(x, y)
            if under is not None:
                found.setdefault(name_of(under), QPoint(x, y))
    return found


def swallowed(walk: Walk, stop: Stop) -> list[str]:
    """Parts of that page which keep the button to themselves."""
    kept = []
    other = walk.stops()[-1]
    walk.go(other)
    walk.go(stop)
    for name, spot in spots(walk).items():
        QTest.mousePress(walk.window.windowHandle(), Qt.MouseButton.BackButton, pos=spot)
        QTest.mouseRelease(walk.window.windowHandle(), Qt.MouseButton.BackButton, pos=spot)
        drain()
        if walk.page_name() != other.place.page:
            kept.append(name)
        else:
            walk.content.shell.go_forward()
            drain()
    for box in QApplication.topLevelWidgets():
        if box is not walk.window and box.isVisible():
            box.close()
    return kept


@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_back_button_works_over_everything(walk: Walk, number: int) -> None:
    stop = walk.stops()[number]
    assert swallowed(walk, stop) == []
