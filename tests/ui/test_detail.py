"""The details of a figure: opened, read, copied, closed, and the focus back where it was."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from parkdir import i18n
from parkdir.domain.brief import Detail, Observed
from parkdir.ui import theme
from parkdir.ui.browse.park import ParkPage
from parkdir.ui.parts.covers import Covers
from parkdir.ui.parts.detail import DetailSheet, ObservedRow
from parkdir.ui.parts.facts import FactRow
from parkdir.ui.parts.ink import Sign
from parkdir.ui.parts.scroll import PageArea
from parkdir.ui.parts.strip import FigureButton
from parkdir.ui.parts.tiles import TileButton
from tests.ui.samples import LONG_EN, MARKUP, UNBROKEN, detail, park_page


@pytest.fixture(autouse=True)
def english(qapp: object) -> Iterator[None]:
    theme.load_fonts()
    with i18n.using("en"):
        yield
    theme.use("light", 1.0)


@pytest.fixture
def page(qtbot: QtBot) -> ParkPage:
    page = ParkPage(Covers())
    qtbot.addWidget(page)
    theme.apply(page, "light", 1.0)
    page.resize(1368, 836)
    page.show_page(park_page("zh", inside=True))
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def sheet_of(page: ParkPage) -> DetailSheet:
    return page.findChildren(DetailSheet)[0]


def button(page: ParkPage, word: str) -> QPushButton:
    return next(one for one in sheet_of(page).findChildren(QPushButton) if one.accessibleName() == word)


def test_a_figure_opens_all_observations(qtbot: QtBot, page: ParkPage) -> None:
    figure = page.findChildren(FigureButton)[2]
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton)
    sheet = sheet_of(page)
    assert sheet.isVisible()
    rows = sheet.rows()
    assert [row.observed().chosen for row in rows] == [True, False, False]
    assert "Shown on the page" in rows[0].accessibleName()
    assert "2022年6月" in rows[0].accessibleName()
    assert "据《示例新闻》2022年6月9日" in rows[0].accessibleName()


def test_copying_takes_the_source_along(qtbot: QtBot, page: ParkPage) -> None:
    QTest.mouseClick(page.findChildren(FigureButton)[0], Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(page, "Copy with source"), Qt.MouseButton.LeftButton)
    assert "据《示例新闻》" in QApplication.clipboard().text()
    assert button(page, "Copied").isVisible()
    qtbot.waitUntil(
        lambda: any(one.accessibleName() == "Copy with source" for one in sheet_of(page).findChildren(QPushButton))
    )


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_keys_open_escape_closes_and_the_focus_returns(qtbot: QtBot, page: ParkPage, key: Qt.Key) -> None:
    figure = page.findChildren(FigureButton)[1]
    figure.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(figure, key)
    sheet = sheet_of(page)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert sheet.isAncestorOf(focused)
    with qtbot.waitSignal(sheet.closed):
        QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert figure.hasFocus()


def test_the_cross_closes(qtbot: QtBot, page: ParkPage) -> None:
    QTest.mouseClick(page.findChildren(FigureButton)[0], Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(page, "Close"), Qt.MouseButton.LeftButton)
    assert not sheet_of(page).isVisible()


def test_escape_on_the_page_closes_too(qtbot: QtBot, page: ParkPage) -> None:
    figure = page.findChildren(FigureButton)[0]
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton)
    figure.setFocus(Qt.FocusReason.MouseFocusReason)
    QTest.keyClick(figure, Qt.Key.Key_Escape)
    assert not sheet_of(page).isVisible()


def test_facts_and_tiles_open_theirs(qtbot: QtBot, page: ParkPage) -> None:
    fact = next(one for one in page.findChildren(FactRow) if one.is_live())
    QTest.mouseClick(fact, Qt.MouseButton.LeftButton)
    assert sheet_of(page).detail().title == "地址"
    page.choose_pane("facilities")
    tile = next(one for one in page.findChildren(TileButton) if one.isVisible())
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert sheet_of(page).detail().title == "办公楼"


def test_what_has_no_details_opens_nothing(qtbot: QtBot, page: ParkPage) -> None:
    page.choose_pane("facilities")
    tile = next(one for one in page.findChildren(TileButton) if one.isVisible() and not one.is_live())
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert not sheet_of(page).isVisible()


def test_another_park_closes_it(qtbot: QtBot, page: ParkPage) -> None:
    QTest.mouseClick(page.findChildren(FigureButton)[0], Qt.MouseButton.LeftButton)
    page.show_page(park_page("zh", key="anime"))
    assert not sheet_of(page).isVisible()


def test_a_figure_is_copied_from_the_strip(qtbot: QtBot, page: ParkPage) -> None:
    figure = page.findChildren(FigureButton)[3]
    figure.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(figure, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "5.3万平方米" in QApplication.clipboard().text()


def test_arrows_step_through_the_figures(qtbot: QtBot, page: ParkPage) -> None:
    figures = page.findChildren(FigureButton)
    figures[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(figures[0], Qt.Key.Key_Right)
    assert figures[1].hasFocus()
    QTest.keyClick(figures[1], Qt.Key.Key_Left)
    assert figures[0].hasFocus()


@pytest.mark.parametrize("size", [(1368, 836), (838, 440), (300, 300)])
def test_it_fits_the_page_and_its_words_fit_it(qtbot: QtBot, page: ParkPage, size: tuple[int, int]) -> None:
    page.resize(*size)
    rows = tuple(Observed(LONG_EN, UNBROKEN, LONG_EN, MARKUP, chosen=not n) for n in range(20))
    sheet = sheet_of(page)
    sheet.show_detail(Detail(LONG_EN, rows, "x", UNBROKEN), None)
    QApplication.processEvents()
    assert page.rect().contains(sheet.geometry())
    for part in sheet.findChildren(QWidget):
        if part.isVisible() and not part.inherits("QScrollBar"):
            assert part.mapTo(sheet, part.rect().topRight()).x() <= sheet.width()


def test_it_follows_the_page(qtbot: QtBot, page: ParkPage) -> None:
    sheet_of(page).show_detail(detail("en", "Sample", "80"), None)
    page.resize(900, 600)
    QApplication.processEvents()
    assert sheet_of(page).geometry().right() == page.rect().right()
    assert sheet_of(page).height() == page.height()


def test_repeated_opening_makes_no_widgets(qtbot: QtBot, page: ParkPage) -> None:
    sheet = sheet_of(page)
    sheet.show_detail(detail("en", "Sample", "80", rows=5), None)
    before = len(sheet.findChildren(QWidget))
    for rows in (1, 5, 3, 0, 5):
        sheet.show_detail(detail("en", "Sample", "80", rows=rows), None)
        assert len(sheet.rows()) == rows
    assert len(sheet.findChildren(QWidget)) == before


def test_page_keys_scroll_a_long_list(qtbot: QtBot, page: ParkPage) -> None:
    sheet = sheet_of(page)
    sheet.show_detail(detail("en", "Sample", "80", rows=30), None)
    QApplication.processEvents()
    bar = sheet.findChildren(PageArea)[0].verticalScrollBar()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_PageDown)
    assert bar.value() > 100
    QTest.keyClick(focused, Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_one_observation_alone_needs_no_mark(qapp: object) -> None:
    row, seen = ObservedRow(), Observed("9公顷", "2022年6月", "据示例新闻", chosen=True)
    row.show_observed(seen)
    marked = row.accessibleName()
    row.show_observed(seen, alone=True)
    assert marked == f"{i18n._('Shown on the page')}\n{row.accessibleName()}"
    assert not [item for item in row.ink_at(400).items if isinstance(item, Sign)]
