"""The page of parks, driven by clicks and keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from parkdir import i18n
from parkdir.domain.brief import Directory
from parkdir.ui import theme
from parkdir.ui.browse.parks import ParksPage
from parkdir.ui.browse.parks_view import ParksView
from parkdir.ui.parts.card import ParkCard
from parkdir.ui.parts.cards import Cards
from parkdir.ui.parts.covers import Covers
from parkdir.ui.parts.filters import FilterChip
from parkdir.ui.parts.gaps import TodoPanel
from parkdir.ui.parts.panels import NoticePanel
from parkdir.ui.parts.scroll import PageArea
from tests.ui.samples import directory, long_card, many


@pytest.fixture(autouse=True)
def english(qapp: object) -> Iterator[None]:
    theme.load_fonts()
    with i18n.using("en"):
        yield
    theme.use("light", 1.0)


@pytest.fixture(scope="module")
def covers(qapp: object) -> Covers:
    return Covers()


def opened(
    qtbot: QtBot, covers: Covers, value: Directory, size: tuple[int, int] = (1368, 836), scale: float = 1.0
) -> ParksPage:
    page = ParksPage(covers)
    qtbot.addWidget(page)
    theme.apply(page, "light", scale)
    page.resize(*size)
    page.show_directory(value)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def cards_of(page: ParksPage) -> list[ParkCard]:
    return [card for card in page.findChildren(ParkCard) if card.isVisible()]


def titles(page: ParksPage) -> list[str]:
    return [card.card().title for card in cards_of(page)]


def chip(page: ParksPage, word: str) -> FilterChip:
    return next(one for one in page.findChildren(FilterChip) if one.isVisible() and word in one.accessibleName())


def button(page: ParksPage, word: str) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if word in one.text())


def test_a_card_opens_its_park(qtbot: QtBot, covers: Covers) -> None:
    page = opened(qtbot, covers, directory("zh"))
    with qtbot.waitSignal(page.park_chosen) as chosen:
        QTest.mouseClick(cards_of(page)[2], Qt.MouseButton.LeftButton)
    assert chosen.args == ["anime"]


def test_visitors_see_one_shared_card_and_insiders_six(qtbot: QtBot, covers: Covers) -> None:
    assert len(cards_of(opened(qtbot, covers, directory("zh")))) == 4
    assert len(cards_of(opened(qtbot, covers, directory("zh", inside=True)))) == 10


def test_a_status_filters_and_is_taken_away_by_itself(qtbot: QtBot, covers: Covers) -> None:
    page = opened(qtbot, covers, directory("zh"))
    QTest.mouseClick(chip(page, "在建"), Qt.MouseButton.LeftButton)
    assert len(cards_of(page)) == 2
    assert chip(page, "在建").isChecked()
    QTest.mouseClick(chip(page, "在建"), Qt.MouseButton.LeftButton)
    assert len(cards_of(page)) == 4
    assert chip(page, "All").isChecked()


def test_words_filter_in_any_order_and_case(qtbot: QtBot, covers: Covers) -> None:
    page = opened(qtbot, covers, directory("zh"))
    page.show_filter("PARK 动漫")
    assert titles(page) == ["示例动漫产业园"]
    page.show_filter("")
    assert len(cards_of(page)) == 4


def test_the_words_are_in_sight_and_removable(qtbot: QtBot, covers: Covers) -> None:
    page = opened(qtbot, covers, directory("zh"))
    page.show_filter("动漫")
    with qtbot.waitSignal(page.filter_removed):
        QTest.mouseClick(chip(page, "动漫"), Qt.MouseButton.LeftButton)
    assert len(cards_of(page)) == 4


def test_nothing_found_is_said(qtbot: QtBot, covers: Covers) -> None:
    page = opened(qtbot, covers, directory("zh"))
    page.show_filter("不存在")
    assert not cards_of(page)
    said = [one.accessibleName() for one in page.inner().parts()]
    assert "No park fits these filters." in said


def test_filters_hide_where_there_is_nothing_to_choose(qtbot: QtBot, covers: Covers) -> None:
    page = opened(qtbot, covers, directory("zh")._replace(choices=()))
    assert not [one for one in page.findChildren(FilterChip) if one.isVisible()]


def choose_order(page: ParksPage, now: str, wanted: str) -> None:
    QTest.mouseClick(button(page, now), Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions() if action.isChecked()] == [now]
    next(action for action in menu.actions() if action.text() == wanted).trigger()
    menu.close()


def test_order_by_name_and_by_size(qtbot: QtBot, covers: Covers) -> None:
    value = directory("zh")
    page = opened(qtbot, covers, value)
    choose_order(page, "In official order", "By land area")
    assert [card.card().key for card in cards_in_order(page)] == list(value.size_order)
    choose_order(page, "By land area", "By name")
    assert [card.card().key for card in cards_in_order(page)] == list(value.name_order)
    page.show_layout("table")
    view = page.findChild(ParksView)
    assert view is not None
    assert view.model().index(1, 0).data() == "示例地理信息产业园"


def test_the_table_opens_a_park_by_click_and_by_enter(qtbot: QtBot, covers: Covers) -> None:
    page = opened(qtbot, covers, directory("zh", inside=True))
    with qtbot.waitSignal(page.layout_chosen) as layout:
        QTest.mouseClick(button(page, "Table"), Qt.MouseButton.LeftButton)
    assert layout.args == ["table"]
    view = page.findChild(ParksView)
    assert view is not None
    index = view.model().index(9, 0)
    with qtbot.waitSignal(page.park_chosen) as chosen:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
    assert chosen.args == ["unnamed-f"]
    view.setFocus(Qt.FocusReason.TabFocusReason)
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.park_chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == ["media"]


def test_the_table_is_filtered_and_copied_too(qtbot: QtBot, covers: Covers) -> None:
    page = opened(qtbot, covers, directory("zh", inside=True))
    page.show_layout("table")
    page.show_filter("动漫")
    view = page.findChild(ParksView)
    assert view is not None
    assert view.model().rowCount() == 1
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().split("\t")[0] == "示例动漫产业园"


def test_filter_and_scroll_stay_when_facts_change(qtbot: QtBot, covers: Covers) -> None:
    page = opened(qtbot, covers, directory("zh", inside=True), (900, 500))
    QTest.mouseClick(chip(page, "已建成"), Qt.MouseButton.LeftButton)
    area = page.findChild(PageArea)
    assert area is not None
    scroll = area.verticalScrollBar()
    scroll.setValue(300)
    page.show_directory(directory("zh", inside=True)._replace(sentence="示例：已更新"))
    assert scroll.value() == 300
    assert len(cards_of(page)) == 8


def test_a_filter_that_is_gone_is_let_go(qtbot: QtBot, covers: Covers) -> None:
    page = opened(qtbot, covers, directory("zh"))
    QTest.mouseClick(chip(page, "在建"), Qt.MouseButton.LeftButton)
    page.show_directory(directory("zh")._replace(choices=directory("zh").choices[:1]))
    assert len(cards_of(page)) == 4


def test_showing_again_makes_no_widgets(qtbot: QtBot, covers: Covers) -> None:
    page = opened(qtbot, covers, directory("zh", inside=True))
    page.show_layout("table")
    page.show_layout("cards")
    page.show_filter("示例")
    before = len(page.findChildren(QWidget))
    for lang in ("en", "zh") * 3:
        page.show_directory(directory(lang, inside=True))
        page.show_filter("示例")
        page.show_filter("")
    assert len(page.findChildren(QWidget)) == before


def test_a_thousand_parks_share_one_area(qtbot: QtBot, covers: Covers) -> None:
    page = opened(qtbot, covers, many(1000))
    area = next(one for one in page.findChildren(Cards) if one.isVisible())
    assert len(page.findChildren(QWidget)) < 120
    assert not cards_of(page)
    area.setFocus(Qt.FocusReason.TabFocusReason)
    assert area.accessibleName().endswith(" 0")
    QTest.keyClick(area, Qt.Key.Key_End)
    assert area.accessibleName().endswith(" 999")
    with qtbot.waitSignal(page.park_chosen) as chosen:
        QTest.keyClick(area, Qt.Key.Key_Return)
    assert chosen.args == ["p999"]
    QTest.keyClick(area, Qt.Key.Key_Home)
    QTest.keyClick(area, Qt.Key.Key_Right)
    QTest.keyClick(area, Qt.Key.Key_Down)
    assert area.accessibleName().endswith(" 4")
    with qtbot.waitSignal(page.park_chosen) as chosen:
        QTest.mouseClick(area, Qt.MouseButton.LeftButton, pos=area.place_of(2).center())
    assert chosen.args == ["p2"]
    with qtbot.assertNotEmitted(page.park_chosen):
        QTest.mouseClick(area, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))


def test_tab_reaches_everything_in_reading_order(qtbot: QtBot, covers: Covers) -> None:
    page = opened(qtbot, covers, directory("zh", inside=True))
    button(page, "Cards").setFocus(Qt.FocusReason.TabFocusReason)
    seen: list[QWidget] = []
    for _step in range(60):
        focused = QApplication.focusWidget()
        if focused is None or focused in seen:
            break
        seen.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert [one for one in seen if isinstance(one, ParkCard)] == cards_in_order(page)
    assert len([one for one in seen if isinstance(one, FilterChip)]) == 3
    assert all(one.accessibleName() or getattr(one, "text", str)() for one in seen)


def cards_in_order(page: ParksPage) -> list[ParkCard]:
    return sorted(cards_of(page), key=lambda card: (card.mapTo(page.inner(), QPoint(0, 0)).y(), card.x()))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("layout", ["cards", "table"])
@pytest.mark.parametrize(
    ("size", "scale"),
    [((838, 440), 1.0), ((838, 440), 1.5), ((1368, 836), 1.3), ((3700, 2000), 0.9), ((520, 400), 1.5)],
)
def test_nothing_is_wider_than_the_window(
    qtbot: QtBot, covers: Covers, lang: str, layout: str, size: tuple[int, int], scale: float
) -> None:
    value = directory(lang, inside=True)
    page = opened(qtbot, covers, value._replace(cards=(*value.cards, long_card(lang))), size, scale)
    page.show_layout(layout)
    QApplication.processEvents()
    inner = page.inner()
    viewport = inner.parentWidget()
    assert viewport is not None
    assert inner.minimumSizeHint().width() <= viewport.width()
    assert inner.width() == viewport.width()
    for part in inner.parts():
        assert part.geometry().right() <= inner.width()
        for child in part.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if child.isVisible():
                assert child.geometry().right() <= part.width() + 8


def test_the_shared_card_and_the_first_directory_can_be_empty(qtbot: QtBot, covers: Covers) -> None:
    page = opened(qtbot, covers, Directory("", "", "", ()))
    assert not cards_of(page)
    page.show_directory(directory("en"))
    assert len(cards_of(page)) == 4


def test_restyle_keeps_what_is_shown(qtbot: QtBot, covers: Covers) -> None:
    page = opened(qtbot, covers, directory("zh"))
    theme.apply(page, "dark", 1.3)
    page.restyle()
    QApplication.processEvents()
    assert len(cards_of(page)) == 4
    assert page.grab().toImage().pixelColor(4, 400) == theme.colour("canvas")


def test_the_shared_notice_passes_the_filters_or_is_gone(qtbot: QtBot, covers: Covers) -> None:
    page = opened(qtbot, covers, directory("zh"))
    shared = next(one for one in page.inner().parts() if isinstance(one, NoticePanel))

    def is_there() -> bool:
        return shared in page.inner().parts()

    QTest.mouseClick(chip(page, "在建"), Qt.MouseButton.LeftButton)
    assert not is_there()
    QTest.mouseClick(chip(page, "已建成"), Qt.MouseButton.LeftButton)
    assert is_there()
    page.show_filter("示例")
    assert not is_there()
    QTest.mouseClick(chip(page, "All"), Qt.MouseButton.LeftButton)
    assert not is_there()
    page.show_filter("")
    assert is_there()


@pytest.mark.parametrize(("things", "lines"), [(5, 5), (13, 13), (14, 13), (1000, 13)])
def test_of_much_to_do_the_first_are_shown(qtbot: QtBot, covers: Covers, things: int, lines: int) -> None:
    todo = tuple(f"Sample Park {n}: 示例" for n in range(things))
    page = opened(qtbot, covers, directory("en", inside=True)._replace(todo_title="To be completed", todo=todo))
    [panel] = [panel for panel in page.findChildren(TodoPanel) if panel.isVisible()]
    said = panel.accessibleDescription().split("\n")
    assert len(said) == lines
    assert said[0] == todo[0]
    assert said[-1] == (f"and {things - 12} more" if things > 13 else todo[-1])


def test_rows_of_a_long_table_hold_their_words(qtbot: QtBot, covers: Covers) -> None:
    """They all have one height; no row writes into the next."""
    value = many(300)
    words = tuple((row[0], row[1], row[2], row[3], "示例产业、" * 30, *row[5:]) for row in value.rows)
    page = opened(qtbot, covers, value._replace(rows=words))
    page.show_layout("table")
    view = page.findChildren(ParksView)[0]
    heights = {view.rowHeight(row) for row in range(300)}
    assert len(heights) == 1
    assert heights.pop() >= 3 * theme.metrics(13).height()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_small_table_is_whole_and_its_columns_give_way(qtbot: QtBot, covers: Covers, lang: str) -> None:
    value = directory(lang, inside=True)
    page = opened(qtbot, covers, value, (834, 448))
    page.show_layout("table")
    QApplication.processEvents()
    view = page.findChild(ParksView)
    assert view is not None
    assert view.verticalScrollBar().maximum() == 0
    assert not view.verticalScrollBar().isVisible()
    industry = 4  # the fifth column, as the industries are in the real table
    assert view.columnViewportPosition(industry) + view.columnWidth(industry) <= view.viewport().width()


def test_a_long_table_scrolls_by_itself(qtbot: QtBot, covers: Covers) -> None:
    page = opened(qtbot, covers, many(1000), (834, 448))
    page.show_layout("table")
    QApplication.processEvents()
    view = page.findChild(ParksView)
    assert view is not None
    assert view.verticalScrollBar().maximum() > 0
    assert view.height() < 448
