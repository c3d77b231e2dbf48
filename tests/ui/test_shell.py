"""The window as a whole: going about, switching, keys, sizes."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from parkdir import i18n
from parkdir.settings import Settings
from parkdir.ui import theme
from parkdir.ui.desk import Desk
from parkdir.ui.pages import Facilities
from parkdir.ui.parts.covers import Covers
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


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Window:
    made = Window(desk, facilities())
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    settle()
    return made


def settle() -> None:
    for _turn in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def page(window: Window) -> Any:
    return window.shell._stack.currentWidget()


def press(window: Window, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window, key, modifier)
    settle()


def test_the_first_page_is_the_parks(window: Window) -> None:
    assert type(page(window)).__name__ == "ParksPage"
    assert window.windowTitle() == "【内部】焦作市解放区专业园区名录"


def test_to_a_park_and_back(window: Window) -> None:
    page(window).park_chosen.emit("geo")
    assert type(page(window)).__name__ == "ParkPage"
    assert window.trail.here == Place("park", "geo")
    page(window).choose_pane("facilities")
    assert window.trail.here == Place("park", "geo", "facilities")
    press(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.trail.here == Place("parks")
    press(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.trail.here == Place("park", "geo", "facilities")
    assert page(window).pane() == "facilities"


def test_the_mouse_has_back_and_forward(window: Window) -> None:
    window.shell.go(Place("district"))
    for button, where in ((Qt.MouseButton.BackButton, "parks"), (Qt.MouseButton.ForwardButton, "district")):
        here = QPointF(400, 400)
        event = QMouseEvent(QEvent.Type.MouseButtonPress, here, here, button, button, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(window.shell, event)
        assert window.trail.here.page == where


def test_the_rail_leads_and_shows(window: Window) -> None:
    for name in ("district", "settings", "parks"):
        button = window.findChild(QAbstractButton, f"rail-{name}")
        assert button is not None
        button.click()
        assert window.trail.here == Place(name)
        assert button.isChecked()


def test_searching_filters_the_parks(window: Window) -> None:
    window.shell.go(Place("district"))
    press(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    box = window.shell.bar.search
    assert window.focusWidget() is box
    QTest.keyClicks(box, "culture")
    assert window.trail.here == Place("parks")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert window.trail.here == Place("park", "media")
    press(window, Qt.Key.Key_Escape)
    assert box.text() == ""


def test_f9_changes_everything_at_once(window: Window, desk: Desk) -> None:
    window.shell.go(Place("park", "unnamed-a"))
    press(window, Qt.Key.Key_F9)
    assert desk.view == "visitor"
    assert not window.shell._strip.isVisible()
    assert window.windowTitle() == "焦作市解放区专业园区名录"
    assert window.trail.here == Place("parks")  # no guest is shown that park
    press(window, Qt.Key.Key_F9)
    assert window.shell._strip.isVisible()


def test_another_language_keeps_the_place(window: Window, desk: Desk) -> None:
    window.shell.go(Place("park", "geo"))
    page(window).choose_pane("facilities")
    settle()
    bar = page(window).findChildren(QAbstractScrollArea)[0].verticalScrollBar()
    bar.setValue(120)
    scrolled = bar.value()
    window.shell.bar.language_asked.emit("en")
    settle()
    assert window.trail.here == Place("park", "geo", "facilities")
    assert page(window).pane() == "facilities"
    assert page(window).accessibleName() == "Geographic Information Park"
    assert page(window).findChildren(QAbstractScrollArea)[0].verticalScrollBar().value() == scrolled
    assert window.windowTitle() == "[Internal] Directory of Specialised Industrial Parks, Jiefang District, Jiaozuo"
    assert desk.settings.language == "en"


def test_the_filter_survives_another_language(window: Window, desk: Desk) -> None:
    window.shell.bar.search.setText("geo")
    desk.set_language("en")
    settle()
    assert window.shell.bar.search.text() == "geo"


def test_old_shells_do_not_stay(window: Window, desk: Desk) -> None:
    desk.set_language("en")
    desk.set_language("zh")
    settle()
    before = len(window.findChildren(QWidget))
    for language in ("en", "zh") * 2:
        desk.set_language(language)
        settle()
    assert len(window.findChildren(QWidget)) == before


def test_the_theme_turns_in_place(window: Window, desk: Desk) -> None:
    shell = window.shell
    window.shell.bar.theme_asked.emit()
    assert desk.settings.theme == "dark"
    assert window.shell is shell
    assert window.grab().toImage().pixelColor(600, 780).lightness() < 80


def test_text_grows_and_shrinks_by_keys(window: Window, desk: Desk) -> None:
    press(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert desk.settings.text_scale == 1.15
    assert theme.font(12).pixelSize() == 14
    for _again in range(6):
        press(window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert desk.settings.text_scale == 0.9
    press(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert desk.settings.text_scale == 1.0


def test_f11_and_escape(window: Window) -> None:
    press(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    press(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()


def test_a_click_before_the_store_is_open_is_answered_after(qtbot: QtBot) -> None:
    desk = Desk(Settings(view="internal"))
    reading = FakeReading()
    front = reading.directory("internal")
    desk.show_front(front._replace(unnamed=(front.unnamed[0]._replace(key="#0"),)))
    window = Window(desk, facilities())
    qtbot.addWidget(window)
    window.show()
    page(window).park_chosen.emit("#0")
    assert type(page(window)).__name__ == "ParksPage"
    desk.serve(reading)
    assert type(page(window)).__name__ == "ParkPage"
    assert page(window).accessibleName() == "待核实园区A"


def test_pages_are_asked_for_once(qtbot: QtBot) -> None:
    desk, reading = Desk(Settings()), FakeReading()
    desk.serve(reading)
    window = Window(desk, facilities())
    qtbot.addWidget(window)
    for key in ("geo", "media", "geo"):
        window.shell.go(Place("park", key))
    assert reading.asked.count(("geo", "internal")) == 1
    desk.renew()
    assert reading.asked.count(("geo", "internal")) == 2


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("place", ["parks", "park", "district", "settings", "about"])
def test_everything_fits_the_smallest_window(window: Window, desk: Desk, language: str, place: str) -> None:
    desk.set_language(language)
    desk.remember(office_zh="焦作市解放区商务局", office_en="Commerce Bureau of Jiefang District")
    window.shell.go(Place(place, "geo" if place == "park" else ""))
    window.resize(910, 512)
    settle()
    assert (window.width(), window.height()) == (910, 512)
    assert window.minimumSizeHint().width() <= 910
    for area in page(window).findChildren(QAbstractScrollArea):
        if area.isVisible():
            assert area.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("place", ["parks", "district", "settings", "about"])
def test_whatever_takes_the_focus_has_a_name(window: Window, place: str) -> None:
    window.shell.go(Place(place))
    settle()
    for part in window.findChildren(QWidget):
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus and part is not window:
            words = part.accessibleName() or getattr(part, "text", str)()
            assert words, f"{part.metaObject().className()} {part.objectName()} has no name"


def test_tab_goes_everywhere_in_the_shell(window: Window) -> None:
    seen: set[str] = set()
    for _step in range(60):
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        focus = window.focusWidget()
        seen.add(focus.objectName() if focus else "")
    assert {"rail-parks", "rail-district", "rail-settings", "search", "view", "theme"} <= seen
    assert seen & {"language-zh", "language-en"}


def test_settings_apply_at_once(window: Window, desk: Desk) -> None:
    window.shell.go(Place("settings"))
    box = window.findChild(QLineEdit, "office-zh")
    assert box is not None
    box.setText("焦作市解放区商务局")
    box.editingFinished.emit()
    assert window.shell.bar._office.text() == "焦作市解放区商务局"
    checks: tuple[tuple[str, Callable[[], bool]], ...] = (
        ("theme-dark", lambda: desk.settings.theme == "dark"),
        ("language-en", lambda: i18n.language() == "en"),
        ("size-1.3", lambda: desk.settings.text_scale == 1.3),
    )
    for name, check in checks:
        button = page(window).findChild(QAbstractButton, name)
        assert button is not None, name
        button.click()
        settle()
        assert check(), name


def test_paths_are_chosen_without_blocking(window: Window, desk: Desk) -> None:
    window.shell.go(Place("settings"))
    row = page(window)._backup
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


def test_about_says_what_must_be_said(window: Window) -> None:
    window.shell.go(Place("about"))
    settle()
    words = [label.text() for label in page(window).findChildren(Plain)]
    assert "本系统为非涉密系统，严禁录入、存储、处理国家秘密和工作秘密。" in words
    page(window)._copy()
    assert QApplication.clipboard().text() == "parkdir 1\nQt 6"


def test_the_window_comes_back_where_it_was(qtbot: QtBot, window: Window, desk: Desk) -> None:
    window.resize(700, 600)
    window.close()
    again = Window(desk, facilities())
    qtbot.addWidget(again)
    again.restore_geometry(desk.settings.geometry)
    assert (again.width(), again.height()) == (700, 600)
