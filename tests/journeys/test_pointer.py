"""The mouse's own back and forward buttons, wherever the pointer is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from parkdir.ui.trail import Place
from tests.journeys.walk import Stop, Walk, drain, name_of, seen, walking


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


class Heard(QObject):
    """What of the mouse's buttons reaches a part."""

    def __init__(self) -> None:
        super().__init__()
        self.types: list[QEvent.Type] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() != QEvent.Type.MouseMove:
            self.types.append(event.type())
        return False


def test_a_row_hears_nothing_of_back_and_forward(walk: Walk) -> None:
    page = walk.go(Stop("table", Place("parks"), "table"))
    walk.content.shell.go(Place("about"))
    walk.content.shell.go_back()
    drain()
    [table] = seen(page, QTableView)
    table.setCurrentIndex(table.model().index(0, 0))
    heard, handle = Heard(), walk.window.windowHandle()
    table.viewport().installEventFilter(heard)
    spot = table.viewport().mapTo(walk.window, table.visualRect(table.model().index(2, 1)).center())
    QTest.mouseDClick(handle, Qt.MouseButton.ForwardButton, pos=spot)
    drain()
    assert walk.page_name() == "about"
    QTest.mousePress(handle, Qt.MouseButton.BackButton, pos=spot)
    drain()
    QTest.mouseRelease(handle, Qt.MouseButton.BackButton, pos=spot)  # over the table again
    drain()
    assert walk.page_name() == "parks"
    assert heard.types == []
    assert table.currentIndex().row() == 0
