"""The page of a park, and of the district: tabs, figures, details, small windows, long names."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from parkdir import i18n
from parkdir.domain.brief import Page
from parkdir.ui import theme
from parkdir.ui.browse.district import DistrictPage
from parkdir.ui.browse.park import ParkPage
from parkdir.ui.parts.covers import Covers
from parkdir.ui.parts.facts import FactRow
from parkdir.ui.parts.header import Crumb, PageHeader
from parkdir.ui.parts.scroll import PageArea
from parkdir.ui.parts.strip import FigureButton, FigureStrip
from parkdir.ui.parts.tabs import Tabs
from parkdir.ui.parts.tiles import TileButton
from tests.ui.samples import MARKUP, WORDS, bare_page, long_page, park_page


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
    qtbot: QtBot, covers: Covers, value: Page, size: tuple[int, int] = (1368, 836), scale: float = 1.0
) -> ParkPage:
    page = ParkPage(covers)
    qtbot.addWidget(page)
    theme.apply(page, "light", scale)
    page.resize(*size)
    page.show_page(value)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def tabs_of(page: ParkPage) -> Tabs:
    return page.findChildren(Tabs)[0]


def area_of(page: ParkPage) -> PageArea:
    return page.findChildren(PageArea)[0]


def seen(page: ParkPage, kind: type[QWidget]) -> list[QWidget]:
    return [one for one in page.findChildren(kind) if one.isVisible()]


def press_tab(qtbot: QtBot, page: ParkPage, number: int) -> None:
    tabs = tabs_of(page)
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(number).center())


def test_a_tab_fills_its_pane(qtbot: QtBot, covers: Covers) -> None:
    page = opened(qtbot, covers, park_page("zh"))
    assert page.pane() == "overview"
    assert not seen(page, TileButton)
    with qtbot.waitSignal(page.pane_chosen) as chosen:
        press_tab(qtbot, page, 2)
    assert chosen.args == ["facilities"]
    assert len(seen(page, TileButton)) == 8
    assert len(seen(page, FactRow)) == 2


def test_arrow_keys_change_the_tab(qtbot: QtBot, covers: Covers) -> None:
    page = opened(qtbot, covers, park_page("zh"))
    tabs_of(page).setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(page.pane_chosen) as chosen:
        QTest.keyClick(tabs_of(page), Qt.Key.Key_Right)
    assert chosen.args == ["industry"]


def test_a_pane_is_chosen_by_name_and_an_unknown_one_changes_nothing(qtbot: QtBot, covers: Covers) -> None:
    page = opened(qtbot, covers, park_page("zh"))
    page.choose_pane("tenants")
    assert page.pane() == "tenants"
    page.choose_pane("nowhere")
    assert page.pane() == "tenants"


def test_the_same_park_keeps_its_pane_and_place_another_begins_anew(qtbot: QtBot, covers: Covers) -> None:
    page = opened(qtbot, covers, park_page("zh"), (900, 500))
    page.choose_pane("facilities")
    bar = area_of(page).verticalScrollBar()
    bar.setValue(120)
    page.show_page(park_page("zh")._replace(note="示例：已更新"))
    assert (page.pane(), bar.value()) == ("facilities", 120)
    page.show_page(park_page("zh", key="anime"))
    assert (page.pane(), bar.value()) == ("overview", 0)


def test_the_tabs_stay_in_sight(qtbot: QtBot, covers: Covers) -> None:
    page = opened(qtbot, covers, park_page("zh"), (900, 640))
    page.choose_pane("facilities")
    bar = area_of(page).verticalScrollBar()
    bar.setValue(bar.maximum())
    tabs = tabs_of(page)
    top = tabs.mapTo(page, tabs.rect().topLeft()).y()
    assert top >= 0
    press_tab(qtbot, page, 0)
    assert page.pane() == "overview"


def test_counts_stand_beside_titles_and_choosing_moves_no_tab(qtbot: QtBot, covers: Covers) -> None:
    page = opened(qtbot, covers, park_page("zh"))
    tabs = tabs_of(page)
    before = [tabs.tabRect(number) for number in range(tabs.count())]
    assert tabs.accessibleTabName(4) == "入驻企业 80家（2022年6月）"
    press_tab(qtbot, page, 3)
    assert [tabs.tabRect(number) for number in range(tabs.count())] == before


def test_the_crumb_leads_back(qtbot: QtBot, covers: Covers) -> None:
    page = opened(qtbot, covers, park_page("zh"))
    crumb = page.findChildren(Crumb)[0]
    with qtbot.waitSignal(page.back_asked):
        QTest.mouseClick(crumb, Qt.MouseButton.LeftButton)
    crumb.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(page.back_asked):
        QTest.keyClick(crumb, Qt.Key.Key_Return)


def test_a_figure_says_its_date_first_when_overdue(qtbot: QtBot, covers: Covers) -> None:
    page = opened(qtbot, covers, park_page("zh"))
    first = page.findChildren(FigureButton)[0]
    assert first.accessibleName() == "2022年6月 入驻企业 80家"
    assert "据《示例新闻》" in first.accessibleDescription()


def test_showing_again_makes_no_widgets(qtbot: QtBot, covers: Covers) -> None:
    page = opened(qtbot, covers, park_page("zh", inside=True))
    pages = [park_page(lang, inside=True, key=key) for lang in ("zh", "en") for key in WORDS]

    def all_panes(value: Page) -> None:
        page.show_page(value)
        for pane in value.panes:
            page.choose_pane(pane.key)

    for value in pages:
        all_panes(value)
    before = len(page.findChildren(QWidget))
    for value in pages * 2:
        all_panes(value)
    assert len(page.findChildren(QWidget)) == before


def test_tab_goes_through_the_whole_page(qtbot: QtBot, covers: Covers) -> None:
    page = opened(qtbot, covers, park_page("zh"))
    page.choose_pane("facilities")
    page.findChildren(Crumb)[0].setFocus(Qt.FocusReason.TabFocusReason)
    found: list[QWidget] = []
    for _step in range(60):
        focused = QApplication.focusWidget()
        if focused is None or focused in found:
            break
        found.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    kinds = [type(one) for one in found]
    assert kinds[0] is Crumb
    assert kinds[1:6] == [FigureButton] * 5
    assert kinds[6] is Tabs
    assert kinds[7:14] == [TileButton] * 7  # the one without details is no stop
    assert all(one.accessibleName() for one in found)


def test_low_windows_have_a_slim_header(qtbot: QtBot, covers: Covers) -> None:
    page = opened(qtbot, covers, park_page("zh"))
    header = page.findChildren(PageHeader)[0]
    tall = header.height()
    page.resize(838, 440)
    QApplication.processEvents()
    assert header.height() < tall / 2
    assert tabs_of(page).mapTo(page, tabs_of(page).rect().bottomLeft()).y() < 300


def test_a_page_with_nothing_but_a_name(qtbot: QtBot, covers: Covers) -> None:
    page = opened(qtbot, covers, bare_page())
    assert not tabs_of(page).isVisible()
    assert not [one for one in page.findChildren(FigureStrip) if one.isVisible()]
    page.show_page(park_page("zh"))
    assert tabs_of(page).isVisible()
    page.show_page(bare_page())
    assert not tabs_of(page).isVisible()


def test_markup_stays_text(qtbot: QtBot, covers: Covers) -> None:
    value = park_page("zh")._replace(title=MARKUP, subtitle=MARKUP, note=MARKUP)
    figures = tuple(one._replace(label=MARKUP, source=MARKUP) for one in value.figures)
    page = opened(qtbot, covers, value._replace(figures=figures, crumb=MARKUP))
    assert page.findChildren(PageHeader)[0].accessibleName() == MARKUP
    assert "<b>" not in page.findChildren(FigureButton)[0].toolTip()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("long", [False, True])
@pytest.mark.parametrize(
    ("size", "scale"),
    [((838, 440), 1.0), ((838, 440), 1.5), ((1368, 836), 1.3), ((3700, 2000), 0.9), ((520, 400), 1.5)],
)
def test_nothing_is_wider_than_the_window(
    qtbot: QtBot, covers: Covers, lang: str, long: bool, size: tuple[int, int], scale: float
) -> None:
    value = long_page(lang) if long else park_page(lang, inside=True)
    page = opened(qtbot, covers, value, size, scale)
    for pane in value.panes[:6]:
        page.choose_pane(pane.key)
        QApplication.processEvents()
        inner, area = page.inner(), area_of(page)
        assert inner.minimumSizeHint().width() <= area.viewport().width()
        assert inner.width() == area.viewport().width()
        for part in inner.findChildren(QWidget):
            if part.isVisible() and part.parentWidget() is not None and not part.inherits("QScrollBar"):
                assert part.mapTo(inner, part.rect().topRight()).x() <= inner.width(), part


@pytest.mark.parametrize("theme_name", ["light", "dark"])
def test_restyle_follows_theme_and_size(qtbot: QtBot, covers: Covers, theme_name: str) -> None:
    page = opened(qtbot, covers, park_page("zh"))
    page.choose_pane("facilities")
    theme.apply(page, theme_name, 1.3)
    page.restyle()
    QApplication.processEvents()
    assert page.pane() == "facilities"
    colour = page.grab().toImage().pixelColor(6, page.height() - 6)
    assert colour == theme.colour("canvas")


def test_the_district_has_the_same_parts(qtbot: QtBot, covers: Covers) -> None:
    page = DistrictPage(covers)
    qtbot.addWidget(page)
    page.show_page(park_page("en")._replace(crumb="", status=None, marks=()))
    page.resize(1200, 800)
    page.show()
    assert not page.findChildren(Crumb)[0].isVisible()
    assert tabs_of(page).count() == 5
