"""A bug in a paint is logged and told once; the painter is ended and the program lives.

With a painter left active on its widget Qt takes the whole process down.
"""

import importlib
import inspect
import logging
import pkgutil
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QMessageBox, QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import parkdir.ui
from parkdir import i18n
from parkdir.ui import theme
from parkdir.ui.bar import Title
from parkdir.ui.browse.park import ParkPage
from parkdir.ui.browse.parks import ParksPage
from parkdir.ui.failure import Failures
from parkdir.ui.models.words import WordsModel
from parkdir.ui.parts.covers import Covers
from parkdir.ui.parts.drawn import Drawn
from parkdir.ui.parts.ink import Ink
from parkdir.ui.parts.labels import Elided
from parkdir.ui.parts.listing import Cell
from parkdir.ui.window import Window
from tests.ui.samples import directory, long_page, many, park_page

DRAWING = ("drawPixmap", "drawText", "drawPolyline", "fillRect", "setPen", "setRenderHint", "translate", "drawImage")


def painted_classes() -> list[type[QWidget]]:
    """All of them: a class that is added has to show that it stands a bug."""
    modules = [
        importlib.import_module(found.name) for found in pkgutil.walk_packages(parkdir.ui.__path__, "parkdir.ui.")
    ]
    found = {
        value
        for module in modules
        for value in vars(module).values()
        if inspect.isclass(value) and issubclass(value, QWidget) and "paintEvent" in vars(value)
        if value.__module__ == module.__name__
    }
    return sorted(found, key=lambda value: value.__qualname__)


PAINTERS: list[QPainter] = []


class Broken(QPainter):
    """Begins and ends like any other, and draws nothing."""

    def __init__(self, device: Any) -> None:
        super().__init__(device)
        PAINTERS.append(self)

    def _break(self, *_values: object) -> None:
        raise ZeroDivisionError("injected")


for name in DRAWING:
    setattr(Broken, name, Broken._break)


@pytest.fixture(autouse=True)
def english(qapp: object) -> Iterator[None]:
    theme.load_fonts()
    PAINTERS.clear()
    with i18n.using("en"):
        yield


@pytest.fixture
def failures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Failures:
    """What app.py installs, without its log file."""
    made = Failures(tmp_path)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    return made


def whole(qtbot: QtBot) -> QWidget:
    """A window with everything that is ever painted."""
    covers, window = Covers(), Window()
    qtbot.addWidget(window)
    theme.apply(window, "light", 1.0)
    column = QVBoxLayout(window)
    park, long = ParkPage(covers), ParkPage(covers)
    few, lots, table = ParksPage(covers), ParksPage(covers), ParksPage(covers)
    words, title = Elided("示例 " * 200), Title("示例 " * 200)
    for part in (park, long, few, lots, table, words, title):
        column.addWidget(part)
        part.setMinimumSize(1200, 40 if part in (words, title) else 400)
    park.show_page(park_page("en", inside=True))
    park._open_detail(next(figure.detail for figure in park_page("en").figures if figure.detail))
    park._bar.set_stuck(True)
    long.show_page(long_page("en"))
    long.choose_pane("overview")
    few.show_directory(directory("en", inside=True))
    lots.show_directory(many(100))
    table.show_directory(directory("en"))
    table.show_layout("table")
    window.show_picture(QImage(10, 10, QImage.Format.Format_RGB32))
    window.resize(1300, 5000)
    window.show()
    qtbot.waitExposed(window)
    return window


def one_of(window: QWidget, kind: type[QWidget]) -> QWidget:
    own = vars(kind)["paintEvent"]
    for widget in (window, *window.findChildren(QWidget)):
        painted = next((vars(base)["paintEvent"] for base in type(widget).__mro__ if "paintEvent" in vars(base)), None)
        if painted is own and not widget.visibleRegion().isEmpty():
            return widget
    raise AssertionError(f"no {kind.__name__} is painted in the whole window")


@pytest.mark.parametrize("kind", painted_classes(), ids=lambda kind: kind.__name__)
def test_a_bug_in_a_paint_leaves_the_program_alive(
    qtbot: QtBot,
    failures: Failures,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    kind: type[QWidget],
) -> None:
    window = whole(qtbot)
    widget = one_of(window, kind)
    qtbot.wait(1)
    failures.show_over(window)
    sys.excepthook = failures.caught
    module = sys.modules[kind.__module__]
    with monkeypatch.context() as broken:
        broken.setattr(module, "QPainter", Broken)
        for _again in range(2):
            PAINTERS.clear()
            with caplog.at_level(logging.CRITICAL, "parkdir"):
                widget.update()
                qtbot.waitUntil(lambda: bool(PAINTERS))
            assert not any(painter.isActive() for painter in PAINTERS)
    assert "injected" in caplog.text
    qtbot.waitUntil(lambda: bool(boxes(window)))
    [box] = boxes(window)
    box.close()
    caplog.clear()
    window.update()
    qtbot.wait(1)
    assert not caplog.text


def boxes(window: QWidget) -> list[QMessageBox]:
    return [box for box in window.findChildren(QMessageBox) if box.isVisible()]


def test_a_part_that_stays_broken_is_told_once(
    qtbot: QtBot, failures: Failures, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Else the dialog that is closed would uncover it, and bring another one."""

    class Part(Drawn):
        def compose(self, width: float) -> Ink:
            raise ZeroDivisionError("always")

    part = Part()
    qtbot.addWidget(part)
    failures.show_over(part)
    sys.excepthook = failures.caught
    part.resize(100, 100)
    part.show()
    qtbot.waitUntil(lambda: bool(boxes(part)))
    boxes(part)[0].close()
    for _again in range(3):
        part.update()
        qtbot.wait(1)
    assert not boxes(part)
    assert caplog.text.count("bug") == 1


@pytest.mark.parametrize("where", ["data", "paint"])
def test_a_bug_in_a_table(
    qtbot: QtBot,
    failures: Failures,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    where: str,
) -> None:
    window = whole(qtbot)
    view = next(view for view in window.findChildren(QTableView) if not view.visibleRegion().isEmpty())
    failures.show_over(window)
    sys.excepthook = failures.caught

    def broken(*_values: object) -> None:
        raise ZeroDivisionError("injected")

    with monkeypatch.context() as patched:
        if where == "paint":
            patched.setattr(Cell, "look", broken)
            patched.setattr(type(view.itemDelegate()), "look", broken)
        else:
            patched.setattr(WordsModel, "data", broken)
        view.viewport().update()
        qtbot.waitUntil(lambda: "injected" in caplog.text)
    qtbot.waitUntil(lambda: bool(boxes(window)))
    boxes(window)[0].close()
    caplog.clear()
    window.update()
    qtbot.wait(1)
    assert view.model().data(view.model().index(0, 0, QModelIndex()), Qt.ItemDataRole.DisplayRole)
    assert not caplog.text


def test_no_painter_is_begun_outside_a_with() -> None:
    """Ended by hand, it stays active where something is raised before."""
    folder = Path(parkdir.ui.__path__[0])
    breaches = [
        f"{path.name}: {line.strip()}"
        for path in sorted(folder.rglob("*.py"))
        for line in path.read_text("utf-8").splitlines()
        if re.search(r"\bQPainter\(", line) and not re.match(r"\s*with QPainter\(.*\) as painter:$", line)
    ]
    assert not breaches
