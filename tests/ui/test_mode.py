"""The two views: who may switch, what asks, what happens when nobody is there."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from parkdir import i18n
from parkdir.settings import Settings
from parkdir.ui.desk import Desk
from parkdir.ui.mode import Mode, Strip


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    i18n.use("zh")
    yield
    i18n.use("zh")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_first_start_is_internal_and_the_view_is_remembered(window: QWidget) -> None:
    kept: list[Settings] = []
    desk = Desk(Settings(), save=kept.append)
    mode = Mode(desk, window)
    assert desk.view == "internal"
    mode.toggle()
    desk.save()
    assert kept[-1].view == "visitor"


def test_f9_goes_out_at_once_and_in_at_once_on_one_screen(window: QWidget) -> None:
    desk = Desk()
    mode = Mode(desk, window, screens=lambda: 1)
    mode.toggle()
    assert desk.view == "visitor"
    mode.toggle()
    assert desk.view == "internal"
    assert mode.question is None


@pytest.mark.parametrize("agreed", [True, False])
def test_a_second_screen_is_asked_about_on_the_way_in(window: QWidget, qtbot: QtBot, agreed: bool) -> None:
    desk = Desk(view="visitor")
    mode = Mode(desk, window, screens=lambda: 2)
    mode.toggle()
    mode.toggle()  # once is enough
    [box] = window.findChildren(QMessageBox)
    assert box.text() == "检测到外接屏幕，内部内容可能被来宾看到。仍要切换？"
    assert desk.view == "visitor"
    role = QMessageBox.ButtonRole.AcceptRole if agreed else QMessageBox.ButtonRole.RejectRole
    [button] = [b for b in box.buttons() if box.buttonRole(b) == role]
    assert (box.defaultButton() is button) is not agreed
    button.click()
    assert desk.view == ("internal" if agreed else "visitor")
    qtbot.waitUntil(lambda: mode.question is None)


def test_on_the_way_out_nothing_asks(window: QWidget) -> None:
    desk = Desk()
    Mode(desk, window, screens=lambda: 2).toggle()
    assert desk.view == "visitor"


def test_ten_idle_minutes_lead_outside(window: QWidget, qtbot: QtBot) -> None:
    desk = Desk()
    Mode(desk, window, idle_ms=30)
    qtbot.waitUntil(lambda: desk.view == "visitor", timeout=1000)


def test_whoever_is_there_stays_inside(window: QWidget, qtbot: QtBot) -> None:
    desk = Desk()
    mode = Mode(desk, window, idle_ms=150)
    here = QPointF(5, 5)
    for _again in range(6):
        qtbot.wait(50)
        none, no_keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        move = QMouseEvent(QEvent.Type.MouseMove, here, here, none, none, no_keys)
        mode.eventFilter(window, move)
    assert desk.view == "internal"
    qtbot.waitUntil(lambda: desk.view == "visitor", timeout=2000)


def test_the_strip_says_it(qtbot: QtBot, window: QWidget) -> None:
    desk = Desk()
    strip = Strip(Mode(desk, window, screens=lambda: 1))
    qtbot.addWidget(strip)
    assert [label.text() for label in strip.findChildren(QLabel)] == ["内部视图 · 含未核实和不对外内容 · 请勿投屏"]
    [button] = strip.findChildren(QPushButton)
    assert button.text().replace(" ", "") == "F9切换"
    button.click()
    assert desk.view == "visitor"
