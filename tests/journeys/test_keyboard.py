"""Without a mouse: every page, every figure, every source."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import Start
from tests.journeys.desk import wait
from tests.journeys.walk import Walk, drain, name_of, seen, takes_tab, walking


@pytest.fixture(params=["internal", "visitor"])
def walk(request: pytest.FixtureRequest, shipped: Path, qtbot: QtBot) -> Iterator[Walk]:
    with walking(shipped, "zh", request.param) as made:
        made.window.resize(910, 512)
        yield made


def must_reach(root: QWidget) -> list[QWidget]:
    """What Tab leads to; of buttons that exclude each other it is the one chosen, and the arrows lead to the rest."""
    stops = [one for one in seen(root, QWidget) if takes_tab(one)]
    return [
        one
        for one in stops
        if not (isinstance(one, QAbstractButton) and one.group() and one.group().exclusive() and not one.isChecked())
    ]


def tabbed(root: QWidget, key: Qt.Key = Qt.Key.Key_Tab, unseen: list[str] | None = None) -> list[QWidget]:
    """Where Tab leads, until it comes round; what can't be seen when it is there is noted."""
    found: list[QWidget] = []
    for _step in range(400):
        QTest.keyClick(QApplication.focusWidget() or root, key)
        drain()
        now = QApplication.focusWidget()
        assert now is not None
        if now in found:
            return found
        if unseen is not None and now.visibleRegion().isEmpty():
            unseen.append(name_of(now))
        found.append(now)
    raise AssertionError("Tab never comes round")


def test_tab_reaches_everything_on_every_page(walk: Walk) -> None:
    for stop in walk.stops():
        walk.go(stop)
        walk.content.setFocus()
        found = tabbed(walk.window)
        missed = [name_of(one) for one in must_reach(walk.window) if one not in found]
        assert missed == [], stop.name


def test_what_has_the_focus_can_be_seen(walk: Walk) -> None:
    unseen: list[str] = []
    for stop in walk.stops():
        walk.go(stop)
        walk.content.setFocus()
        found: list[str] = []
        for _round in range(2):  # the second time the page is scrolled down when it is entered
            tabbed(walk.window, unseen=found)
        unseen += [f"{stop.name}: {name}" for name in found]
    assert unseen == []


def test_shift_tab_goes_the_same_way_back(walk: Walk) -> None:
    for stop in walk.stops()[:4]:
        walk.go(stop)
        walk.content.setFocus()
        forward = tabbed(walk.window)
        QTest.keyClick(forward[0], Qt.Key.Key_Backtab)
        back = [QApplication.focusWidget() or forward[0]]
        while back[-1] is not forward[0]:
            QTest.keyClick(back[-1], Qt.Key.Key_Backtab)
            back.append(QApplication.focusWidget() or forward[0])
        assert {one for one in back if one is not walk.content} == {one for one in forward if one is not walk.content}


def test_every_detail_opens_and_closes_by_key(walk: Walk) -> None:
    for stop in walk.stops():
        walk.go(stop)
        for press in walk.presses():
            press.setFocus(Qt.FocusReason.TabFocusReason)
            QTest.keyClick(press, Qt.Key.Key_Return)
            drain()
            sheet = walk.page().detail()
            assert sheet.isVisibleTo(walk.window), (stop.name, name_of(press))
            inside = QApplication.focusWidget()
            assert inside is not None
            assert sheet.isAncestorOf(inside)
            QTest.keyClick(inside, Qt.Key.Key_Escape)
            drain()
            assert not sheet.isVisibleTo(walk.window)
            assert QApplication.focusWidget() is press


def test_arrows_lead_to_the_layout_not_chosen(walk: Walk) -> None:
    walk.go(walk.stops()[0])
    [cards] = [one for one in seen(walk.page(), QAbstractButton) if one.objectName() == "cards"]
    cards.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(cards, Qt.Key.Key_Right)
    drain()
    assert walk.desk.settings.layout == "table"


@pytest.mark.display
@pytest.mark.needs("xprop")
def test_from_the_start_to_the_sources_of_the_first_park(start: Start, kept_home: Path) -> None:
    """The real program, and not one click: facilities, one facility's source, the list of sources."""
    desk = start(kept_home)
    desk.ready()
    desk.key("ctrl+f")
    desk.type("geographic")
    desk.changes(lambda: desk.key("Return"), "park")
    desk.key(*["Tab"] * 5)  # crumb; the key figures
    desk.key("Tab")  # the tabs
    desk.changes(lambda: desk.key(*["Right"] * 4), "facilities")
    desk.changes(lambda: desk.key("Tab"), "facilities-source")  # the line of date and source under them
    desk.key("shift+Tab")
    desk.changes(lambda: desk.key(*["Right"] * 4), "sources")
    desk.key("Tab")
    desk.key("ctrl+c")
    desk.settled("source-row")
    wait("a source in the clipboard", lambda: "《" in desk.clipboard() and "\t" in desk.clipboard())
    assert desk.close() == 0
    assert desk.errors == ""
