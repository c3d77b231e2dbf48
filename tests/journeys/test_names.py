"""What a screen reader says: every part that takes the focus or shows words has a name, in both languages."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from parkdir.domain.errors import Told
from parkdir.ui import failure
from parkdir.ui.mode import Mode
from parkdir.ui.parts.drawn import Composed
from tests.journeys.walk import Walk, drain, name_of, painted, seen, takes_tab, walking

SHOWS = (QAbstractButton, QLineEdit, QPlainTextEdit, QPushButton, QTableView)
HANZI = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(params=["zh-internal", "zh-visitor", "en-internal", "en-visitor"])
def walk(request: pytest.FixtureRequest, shipped: Path, qtbot: QtBot) -> Iterator[Walk]:
    language, view = request.param.split("-")
    with walking(shipped, language, view) as made:
        yield made


def spoken(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def needs_name(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        return bool(widget.text())
    if isinstance(widget, Composed):
        return bool(painted(widget))
    if isinstance(widget, QToolButton) and not widget.text():  # the arrows of the tabs
        return takes_tab(widget)
    return takes_tab(widget) or isinstance(widget, SHOWS)


def nameless(root: QWidget) -> list[str]:
    return [name_of(one) for one in seen(root, QWidget) if needs_name(one) and not spoken(one)]


def test_everything_on_every_page_has_a_name(walk: Walk) -> None:
    for stop in walk.stops():
        walk.go(stop)
        assert nameless(walk.window) == [], stop.name


def test_the_words_painted_are_the_words_spoken(walk: Walk) -> None:
    """A painted part says all that it shows: cut lines apart, no word is for eyes only."""
    for stop in walk.stops():
        page = walk.go(stop)
        for part in seen(page, QWidget):
            if not isinstance(part, Composed) or not painted(part):
                continue
            interface = QAccessible.queryAccessibleInterface(part)
            told = "".join(interface.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description))
            known = re.sub(r"\s", "", told)
            mute = [text for text in painted(part) if re.sub(r"[\s…]", "", text) not in known]
            mute = [text for text in mute if not re.fullmatch(r"\+\d+", text)]
            assert mute == [], (stop.name, name_of(part))


def test_sheets_of_details_have_names(walk: Walk) -> None:
    for stop in walk.stops():
        walk.go(stop)
        for press in walk.presses()[:3]:
            press.click()
            drain()
            assert nameless(walk.window) == [], (stop.name, name_of(press))
        walk.sheet_away()


def test_no_word_of_the_interface_is_in_the_other_language(walk: Walk) -> None:
    """In English, only what names itself in Chinese is Chinese: the language's own button."""
    if walk.desk.settings.language != "en":
        return
    for stop in walk.stops():
        walk.go(stop)
        controls = [one for kind in (QPushButton, QToolButton, QLineEdit) for one in seen(walk.window, kind)]
        found = [spoken(one) for one in controls if HANZI.search(spoken(one))]
        assert [text for text in found if not text.endswith("中文")] == [], stop.name


def test_messages_have_names(walk: Walk, qtbot: QtBot, tmp_path: Path) -> None:
    told = failure.told(walk.window, Told("这是一句话。"))
    failures = failure.Failures(tmp_path)
    failures.show_over(walk.window)
    failures.failed(ValueError("a bug"))
    walk.desk.set_view("visitor")
    Mode(walk.desk, walk.window, screens=lambda: 2).toggle()
    drain()
    boxes = walk.window.findChildren(QMessageBox)
    assert len(boxes) == 3
    assert told in boxes
    for box in boxes:
        assert nameless(box) == []
        assert all(takes_tab(button) for button in box.buttons())
        box.close()
    drain()
