"""The window as a whole: going about, switching, keys, sizes."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from parkdir import i18n
from parkdir.domain.brief import Choice, Detail, Directory, Observed
from parkdir.settings import Settings
from parkdir.ui import theme
from parkdir.ui.bar import Title
from parkdir.ui.content import Content
from parkdir.ui.desk import Desk
from parkdir.ui.pages import Facilities
from parkdir.ui.parts.card import ParkCard
from parkdir.ui.parts.covers import Covers
from parkdir.ui.parts.ink import broken, elided
from parkdir.ui.parts.labels import Plain
from parkdir.ui.trail import Place
from parkdir.ui.window import Window
from tests.ui.fakes import FakeReading

VERSIONS = (("parkdir", "1"), ("Qt", "6"))


@pytest.fixture(autouse=True)
def plain_start() -> Iterator[None]:
    i18n.use("zh")
    theme.use("light", 1.0)
    yield
    i18n.use("zh")
    theme.use("light", 1.0)


def facilities() -> Facilities:
    return Facilities(Covers(), lambda: VERSIONS, lambda: None)


@pytest.fixture
def desk(qapp: QApplication) -> Desk:
    made = Desk(Settings())
    made.serve(FakeReading())
    return made


def opened(qtbot: QtBot, desk: Desk) -> Content:
    """The content of a window of its own, shown."""
    QApplication.setFont(theme.font(15))
    window = Window()
    qtbot.addWidget(window)
    made = Content(window, desk, facilities())
    window.resize(1200, 800)
    window.show()
    settle()
    return made


@pytest.fixture
def content(qtbot: QtBot, desk: Desk) -> Content:
    return opened(qtbot, desk)


def settle() -> None:
    for _turn in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def page(content: Content) -> Any:
    return content.shell._stack.currentWidget()


def press(content: Content, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(content, key, modifier)
    settle()


def test_the_first_page_is_the_parks(content: Content) -> None:
    assert type(page(content)).__name__ == "ParksPage"
    assert content.window().windowTitle() == "【内部】焦作市解放区专业园区名录"


def test_to_a_park_and_back(content: Content) -> None:
    page(content).park_chosen.emit("geo")
    assert type(page(content)).__name__ == "ParkPage"
    assert content.trail.here == Place("park", "geo")
    page(content).choose_pane("facilities")
    assert content.trail.here == Place("park", "geo", "facilities")
    press(content, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert content.trail.here == Place("parks")
    press(content, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert content.trail.here == Place("park", "geo", "facilities")
    assert page(content).pane() == "facilities"


def test_a_page_gone_to_has_no_ring(content: Content) -> None:
    page(content).focus_first()
    page(content).park_chosen.emit("geo")
    settle()
    assert content.window().focusWidget() is page(content)


def test_the_mouse_has_back_and_forward(content: Content) -> None:
    content.watch()
    content.shell.go(Place("district"))
    for button, where in ((Qt.MouseButton.BackButton, "parks"), (Qt.MouseButton.ForwardButton, "district")):
        QTest.mousePress(content.window().windowHandle(), button, pos=QPoint(400, 400))
        assert content.trail.here.page == where


def test_the_rail_leads_and_shows(content: Content) -> None:
    for name in ("district", "settings", "parks"):
        button = content.findChild(QAbstractButton, f"rail-{name}")
        assert button is not None
        button.click()
        assert content.trail.here == Place(name)
        assert button.isChecked()


def test_searching_filters_the_parks(content: Content) -> None:
    content.shell.go(Place("district"))
    press(content, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    box = content.shell.bar.search
    assert content.window().focusWidget() is box
    QTest.keyClicks(box, "culture")
    assert content.trail.here == Place("parks")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert content.trail.here == Place("park", "media")
    press(content, Qt.Key.Key_Escape)
    assert box.text() == ""


def test_f9_changes_everything_at_once(content: Content, desk: Desk) -> None:
    content.shell.go(Place("park", "unnamed-a"))
    press(content, Qt.Key.Key_F9)
    assert desk.view == "visitor"
    assert not content.shell._strip.isVisible()
    assert content.window().windowTitle() == "焦作市解放区专业园区名录"
    assert content.trail.here == Place("parks")  # no guest is shown that park
    press(content, Qt.Key.Key_F9)
    assert content.shell._strip.isVisible()


def test_another_language_keeps_the_place(content: Content, desk: Desk) -> None:
    content.shell.go(Place("park", "geo"))
    page(content).choose_pane("facilities")
    settle()
    bar = page(content).findChildren(QAbstractScrollArea)[0].verticalScrollBar()
    bar.setValue(120)
    scrolled = bar.value()
    content.shell.bar.language_asked.emit("en")
    settle()
    assert content.trail.here == Place("park", "geo", "facilities")
    assert page(content).pane() == "facilities"
    assert page(content).accessibleName() == "Geographic Information Park"
    assert page(content).findChildren(QAbstractScrollArea)[0].verticalScrollBar().value() == scrolled
    assert (
        content.window().windowTitle()
        == "[Internal] Directory of Specialised Industrial Parks, Jiefang District, Jiaozuo"
    )
    assert desk.settings.language == "en"


def test_the_filter_survives_another_language(content: Content, desk: Desk) -> None:
    content.shell.bar.search.setText("geo")
    desk.set_language("en")
    settle()
    assert content.shell.bar.search.text() == "geo"


def test_old_shells_do_not_stay(content: Content, desk: Desk) -> None:
    desk.set_language("en")
    desk.set_language("zh")
    settle()
    before = len(content.findChildren(QWidget))
    for language in ("en", "zh") * 2:
        desk.set_language(language)
        settle()
    assert len(content.findChildren(QWidget)) == before


def test_the_theme_turns_in_place(content: Content, desk: Desk) -> None:
    shell = content.shell
    content.shell.bar.theme_asked.emit()
    assert desk.settings.theme == "dark"
    assert content.shell is shell
    assert content.window().grab().toImage().pixelColor(600, 780).lightness() < 80


def test_text_grows_and_shrinks_by_keys(content: Content, desk: Desk) -> None:
    press(content, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert desk.settings.text_scale == 1.15
    assert theme.font(12).pixelSize() == 14
    for _again in range(6):
        press(content, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert desk.settings.text_scale == 0.9
    press(content, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert desk.settings.text_scale == 1.0


def test_f11_and_escape(content: Content) -> None:
    press(content, Qt.Key.Key_F11)
    assert content.window().isFullScreen()
    press(content, Qt.Key.Key_Escape)
    assert not content.window().isFullScreen()


def test_escape_puts_details_away_wherever_the_keys_are(content: Content) -> None:
    content.shell.go(Place("park", "geo"))
    page(content)._open_detail(Detail("占地面积", (Observed("9公顷", "2022年6月", "据《解放区新闻》"),), ""))
    settle()
    sheet = page(content).detail()
    assert not sheet.isHidden()
    content.shell.focus_search()
    QTest.keyClick(content.shell.bar.search, Qt.Key.Key_Escape)
    assert sheet.isHidden()


def test_a_click_before_the_store_is_open_is_answered_after(qtbot: QtBot) -> None:
    desk = Desk(Settings(view="internal"))
    reading = FakeReading()
    front = reading.directory("internal")
    desk.show_front(front._replace(unnamed=(front.unnamed[0]._replace(key="#0"),)))
    content = opened(qtbot, desk)
    page(content).park_chosen.emit("#0")
    assert type(page(content)).__name__ == "ParksPage"
    desk.serve(reading)
    assert type(page(content)).__name__ == "ParkPage"
    assert page(content).accessibleName() == "待核实园区A"


def test_pages_are_asked_for_once(qtbot: QtBot) -> None:
    desk, reading = Desk(Settings()), FakeReading()
    desk.serve(reading)
    content = opened(qtbot, desk)
    for key in ("geo", "media", "geo"):
        content.shell.go(Place("park", key))
    assert reading.asked.count(("geo", "internal")) == 1
    desk.serve(reading)
    assert reading.asked.count(("geo", "internal")) == 2


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("place", ["parks", "park", "district", "settings", "about"])
def test_everything_fits_the_smallest_window(content: Content, desk: Desk, language: str, place: str) -> None:
    desk.set_language(language)
    desk.remember(office_zh="焦作市解放区商务局", office_en="Commerce Bureau of Jiefang District")
    content.shell.go(Place(place, "geo" if place == "park" else ""))
    content.window().resize(910, 512)
    settle()
    assert (content.width(), content.height()) == (910, 512)
    assert content.minimumSizeHint().width() <= 910
    for area in page(content).findChildren(QAbstractScrollArea):
        if area.isVisible():
            assert area.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("place", ["parks", "district", "settings", "about"])
def test_whatever_takes_the_focus_has_a_name(content: Content, place: str) -> None:
    content.shell.go(Place(place))
    settle()
    for part in content.findChildren(QWidget):
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus and part is not content:
            words = part.accessibleName() or getattr(part, "text", str)()
            assert words, f"{part.metaObject().className()} {part.objectName()} has no name"


def test_tab_goes_everywhere_in_the_shell(content: Content) -> None:
    seen: set[str] = set()
    for _step in range(60):
        QTest.keyClick(content.window().focusWidget() or content, Qt.Key.Key_Tab)
        focus = content.window().focusWidget()
        seen.add(focus.objectName() if focus else "")
    assert {"rail-parks", "rail-district", "rail-settings", "search", "view", "theme"} <= seen
    assert seen & {"language-zh", "language-en"}


def test_settings_apply_at_once(content: Content, desk: Desk) -> None:
    content.shell.go(Place("settings"))
    box = content.findChild(QLineEdit, "office-zh")
    assert box is not None
    box.setText("焦作市解放区商务局")
    box.editingFinished.emit()
    assert content.shell.bar._office.text() == "焦作市解放区商务局"
    checks: tuple[tuple[str, Callable[[], bool]], ...] = (
        ("theme-dark", lambda: desk.settings.theme == "dark"),
        ("language-en", lambda: i18n.language() == "en"),
        ("size-1.3", lambda: desk.settings.text_scale == 1.3),
    )
    for name, check in checks:
        button = page(content).findChild(QAbstractButton, name)
        assert button is not None, name
        button.click()
        settle()
        assert check(), name


def test_paths_are_chosen_without_blocking(content: Content, desk: Desk) -> None:
    content.shell.go(Place("settings"))
    row = page(content)._backup
    row._ask()
    settle()
    from PySide6.QtWidgets import QFileDialog

    [dialog] = row.findChildren(QFileDialog)
    assert dialog.isVisible()
    dialog.fileSelected.emit("/somewhere")
    assert desk.settings.backup_folder == "/somewhere"
    dialog.close()
    row._cleared()
    assert desk.settings.backup_folder == ""


def test_about_says_what_must_be_said(content: Content) -> None:
    content.shell.go(Place("about"))
    settle()
    words = [label.text() for label in page(content).findChildren(Plain)]
    assert "本系统为非涉密系统，严禁录入、存储、处理国家秘密和工作秘密。" in words
    page(content)._copy()
    assert QApplication.clipboard().text() == "parkdir 1\nQt 6"


def test_the_notices_are_read_without_marks(content: Content) -> None:
    content.shell.go(Place("about"))
    box = page(content).findChild(QPlainTextEdit, "notice")
    text = box.toPlainText()
    assert text.splitlines()[0] == "本程序包含或使用的第三方作品及其许可（英文原文）"
    assert not re.search(r"[`\]#]|^ |\(resources", text, re.MULTILINE)
    assert "Phosphor (https://phosphoricons.com)" in text
    assert "the text is in LICENSE." in text


def test_the_window_comes_back_where_it_was(qtbot: QtBot, content: Content, desk: Desk) -> None:
    content.window().resize(700, 600)
    content.window().close()
    again = Window()
    qtbot.addWidget(again)
    again.restore_geometry(desk.settings.geometry)
    assert (again.width(), again.height()) == (700, 600)


def entered(content: Content, words: str, group: str = "") -> None:
    content.shell.go(Place("parks"))
    page(content)._choose_group(group)
    content.shell.focus_search()
    QTest.keyClicks(content.shell.bar.search, words)
    QTest.keyClick(content.shell.bar.search, Qt.Key.Key_Return)
    settle()


@pytest.mark.parametrize(
    ("words", "group", "where"),
    [
        ("park culture", "", Place("park", "media")),  # every word, in any order
        ("park", "building", Place("park", "media")),  # of two with that word the one of that state
        ("park", "", Place("parks")),
        ("culture", "built", Place("parks")),
    ],
)
def test_enter_does_what_is_shown(qtbot: QtBot, words: str, group: str, where: Place) -> None:
    desk = Desk(Settings())
    desk.serve(Building())
    content = opened(qtbot, desk)
    entered(content, words, group)
    assert content.trail.here == where


class Building(FakeReading):
    """The second park is still being built."""

    def directory(self, view: str) -> Directory:
        found = super().directory(view)
        geo, media = found.cards
        choices = (Choice("built", "已建成", 2), Choice("building", "在建", 1))
        return found._replace(cards=(geo, media._replace(group="building")), choices=choices)


def test_enter_on_another_page_leads_to_what_was_found(qtbot: QtBot, content: Content) -> None:
    content.shell.bar.search.setText("park")
    content.shell.go(Place("district"))
    QTest.keyClick(content.shell.bar.search, Qt.Key.Key_Return)
    settle()
    assert content.trail.here == Place("parks")


@pytest.mark.parametrize(
    ("screen", "whole"), [((1440, 900), True), ((1366, 768), True), ((1600, 900), True), ((1920, 1040), False)]
)
def test_the_first_window_fits_the_screen_with_its_frame(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, screen: tuple[int, int], whole: bool
) -> None:
    class Screen:
        def availableSize(self) -> QSize:
            return QSize(*screen)

    monkeypatch.setattr(Window, "screen", lambda _self: Screen())
    window = Window()
    qtbot.addWidget(window)
    window.restore_geometry("")
    assert window.isMaximized() == whole
    assert window.width() <= screen[0] - 16
    assert window.height() <= screen[1] - 48
    assert whole or (window.width(), window.height()) == (1440, 900)


def bar_of(content: Content) -> QScrollBar:
    """The scroll bar of the page shown."""
    bar: QScrollBar = page(content).findChildren(QAbstractScrollArea)[0].verticalScrollBar()
    return bar


@pytest.mark.parametrize("way", ["mouse", "enter"])
def test_a_park_just_opened_is_turned_by_keys(content: Content, way: str) -> None:
    box = content.shell.bar.search
    content.shell.focus_search()
    if way == "mouse":
        card = content.findChildren(ParkCard)[0]
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    else:
        QTest.keyClicks(box, "geo")
        QTest.keyClick(box, Qt.Key.Key_Return)
        assert box.text() == "geo"
    settle()
    assert content.trail.here == Place("park", "geo")
    bar, seen = bar_of(content), []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_Down):
        QTest.keyClick(content.window().focusWidget(), key)
        seen.append(bar.value())
    down, end, up, top, step = seen
    assert (end, top) == (bar.maximum(), 0)
    assert 0 <= up < end
    assert 0 < step < down <= end


def test_words_in_the_box_leave_the_keys_there(content: Content) -> None:
    content.shell.go(Place("district"))
    content.shell.focus_search()
    QTest.keyClicks(content.shell.bar.search, "geo")
    assert content.trail.here == Place("parks")
    assert content.window().focusWidget() is content.shell.bar.search
    assert content.shell.bar.search.text() == "geo"


def test_the_rail_keeps_the_keys(content: Content) -> None:
    button = content.findChild(QAbstractButton, "rail-district")
    assert button is not None
    button.setFocus()
    button.click()
    assert content.window().focusWidget() is button


def test_a_park_opened_again_begins_anew_and_back_finds_it_as_it_was(content: Content, desk: Desk) -> None:
    content.shell.go(Place("park", "geo"))
    page(content).choose_pane("facilities")
    settle()
    bar_of(content).setValue(140)
    content.shell.go(Place("parks"))
    page(content).park_chosen.emit("geo")
    settle()
    assert (page(content).pane(), bar_of(content).value()) == ("overview", 0)
    bar_of(content).setValue(60)
    content.shell.go_back()
    content.shell.go_back()
    settle()
    assert (page(content).pane(), bar_of(content).value()) == ("facilities", 140)
    for _again in range(2):
        content.shell.go_forward()
    settle()
    assert (page(content).pane(), bar_of(content).value()) == ("overview", 60)
    desk.set_language("en")
    desk.turn_theme()
    settle()
    assert (page(content).pane(), bar_of(content).value()) == ("overview", 60)


def test_back_finds_another_park_as_it_was(content: Content) -> None:
    content.shell.go(Place("park", "geo"))
    settle()
    bar_of(content).setValue(120)
    content.shell.go(Place("park", "media"))
    settle()
    assert bar_of(content).value() == 0
    content.shell.go_back()
    settle()
    assert bar_of(content).value() == 120


def test_the_first_tab_reaches_the_first_part_of_the_page(content: Content) -> None:
    assert content.window().focusWidget() is page(content)
    QTest.keyClick(page(content), Qt.Key.Key_Tab)
    focus = content.window().focusWidget()
    assert focus is not None
    assert focus.objectName() == "cards"


def test_the_title_is_folded_before_it_is_cut(content: Content, desk: Desk) -> None:
    desk.set_language("en")
    title = content.shell.bar._title
    for width, folded in ((910, True), (1600, False)):
        content.window().resize(width, 512)
        settle()
        room = title.contentsRect().width()
        assert title._folded == folded
        assert "".join(broken(title.text(), Title.SMALLER, True, room, 2)).replace(" ", "") == title.text().replace(
            " ", ""
        )
        assert title.height() >= title.sizeHint().height()
    box = content.shell.bar.search
    content.window().resize(910, 512)
    settle()
    assert box.fontMetrics().horizontalAdvance(box.placeholderText()) < box.width() - 60


def test_latin_words_end_in_three_stops(qapp: QApplication) -> None:
    theme.load_fonts()
    assert elided("Jiaozuo Geographic Information", 15, False, 100).endswith("...")
    assert not elided("焦作地理信息产业园", 15, False, 100).endswith("...")
    assert elided("焦作地理信息产业园", 15, False, 100).endswith("…")
    assert elided("Parks", 15, False, 100) == "Parks"
    assert broken("one two three four five six", 15, False, 60, 2)[-1].endswith("...")


def test_the_magnifier_is_no_button_and_grows_with_the_text(content: Content, desk: Desk) -> None:
    for scale in (1.0, 1.5):
        desk.remember(text_scale=scale)
        settle()
        box = content.shell.bar.search
        assert box.findChildren(QAbstractButton) == []
        [sign] = box.findChildren(Plain)
        assert sign.pixmap().deviceIndependentSize().height() == theme.px(18)
        assert sign.geometry().right() < box.textMargins().left() + theme.px(12)


def test_the_page_begins_where_the_bar_does(content: Content, desk: Desk) -> None:
    desk.remember(text_scale=1.5)
    settle()
    bar = content.shell.bar
    left = bar._title.mapTo(bar, QPoint(0, 0)).x()
    for place in (Place("parks"), Place("park", "geo")):
        content.shell.go(place)
        column = page(content)._blocks if place.park else page(content).inner()
        assert column.margins_at(1000)[0] == left


def test_the_park_page_is_made_ahead_unseen_and_shows_what_is_asked_for(content: Content) -> None:
    here = page(content)
    content.shell.pages.warm()
    settle()
    assert page(content) is here
    content.shell.go(Place("park", "geo", "facilities"))
    settle()
    assert content.trail.here == Place("park", "geo", "facilities")
    assert page(content).pane() == "facilities"
