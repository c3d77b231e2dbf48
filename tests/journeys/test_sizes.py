"""From the smallest window to 4K, at any text size: nothing is cut off without a tool tip, nothing lies outside."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QLineEdit, QScrollBar, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from parkdir.ui import theme
from parkdir.ui.parts.column import bleed_of
from parkdir.ui.parts.drawn import Composed
from parkdir.ui.parts.ink import Words, advance
from parkdir.ui.parts.labels import Elided
from tests.journeys.desk import environment
from tests.journeys.walk import Walk, drain, name_of, seen, walking

SMALLEST, USUAL, LARGEST = QSize(910, 512), QSize(1440, 900), QSize(3840, 2160)
SIZES = (SMALLEST, QSize(1366, 768), USUAL, QSize(1920, 1080), LARGEST)
SLACK = 1  # a pixel of rounding


def faults(walk: Walk, size: QSize) -> list[str]:
    """Everything that does not fit on any page, in this window's size."""
    found: list[str] = []
    walk.window.resize(size)
    drain()
    least = walk.window.minimumSizeHint().expandedTo(walk.window.minimumSize())
    if least.width() > SMALLEST.width() or least.height() > SMALLEST.height():
        found.append(f"the window wants at least {least.width()}×{least.height()}")
    for stop in walk.stops():
        walk.go(stop)
        for widget in seen(walk.window, QWidget):
            found += [f"{stop.name}: {name_of(widget)}: {fault}" for fault in _faults(widget)]
    return found


def _faults(widget: QWidget) -> Iterator[str]:
    yield from _outside(widget)
    if isinstance(widget, Composed):
        yield from _painted(widget)
    elif isinstance(widget, QLabel) and widget.text():
        yield from _label(widget)
    elif isinstance(widget, QAbstractButton) and widget.text():
        if widget.width() + SLACK < widget.sizeHint().width():
            yield f"{widget.width()} wide, its words need {widget.sizeHint().width()}"
        if widget.height() + SLACK < widget.fontMetrics().height():
            yield "lower than its words"
    elif isinstance(widget, QLineEdit) and widget.height() + SLACK < widget.minimumSizeHint().height():
        yield "lower than its words"


def _label(label: QLabel) -> Iterator[str]:
    room = label.contentsRect()
    if isinstance(label, Elided):
        if label.fontMetrics().horizontalAdvance(label.text()) > room.width() and not label.toolTip():
            yield "cut off, without a tool tip"
    elif label.wordWrap():
        if label.height() + SLACK < label.heightForWidth(label.width()):
            yield f"{label.height()} high, its words need {label.heightForWidth(label.width())}"
    elif label.width() + SLACK < label.sizeHint().width():
        yield f"{label.width()} wide, its words need {label.sizeHint().width()}"


def _painted(part: Composed) -> Iterator[str]:
    if not isinstance(part, QWidget) or type(part).compose is Composed.compose:
        return
    ink = part.ink_at(part.width())
    if ink.cut and not part.toolTip():
        yield "words cut off, without a tool tip"
    if ink.height > part.height() + SLACK:
        yield f"{part.height()} high, its ink {ink.height}"
    for item in ink.items:
        if isinstance(item, Words) and item.x + advance(item.text, item.px, item.bold) > part.width() + SLACK:
            yield f"“{item.text}” runs over the right edge"


def _outside(widget: QWidget) -> Iterator[str]:
    """Parts of a scrolled page may lie below its end; anything else lies within what holds it."""
    above = widget.parentWidget()
    if above is None or widget.isWindow() or isinstance(widget, QScrollBar) or isinstance(above, QTabBar):
        return
    area = above.parentWidget()
    if isinstance(area, QAbstractScrollArea) and area.viewport() is above:
        if widget.width() > above.width() and not isinstance(widget, QLabel):
            yield f"{widget.width()} wide in a view of {above.width()}"
        return
    bleed = bleed_of(widget)
    place = widget.geometry().adjusted(bleed, bleed, -bleed, -bleed)
    room = QRect(above.rect()).adjusted(-SLACK, -SLACK, SLACK, SLACK)
    if not place.isEmpty() and not room.contains(place):
        yield f"at {place.getRect()} outside {above.rect().getRect()} of {name_of(above)}"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("view", ["internal", "visitor"])
def test_everything_fits_from_the_smallest_to_the_largest(
    language: str, view: str, shipped: Path, qtbot: QtBot
) -> None:
    with walking(shipped, language, view) as walk:
        for size in SIZES:
            assert sorted(set(faults(walk, size))) == [], f"{size.width()}×{size.height()}"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("scale", [scale for scale in theme.SCALES if scale != 1.0])
def test_everything_fits_at_every_text_size(language: str, scale: float, shipped: Path, qtbot: QtBot) -> None:
    with walking(shipped, language, "internal", scale) as walk:
        for size in (SMALLEST, USUAL):
            assert sorted(set(faults(walk, size))) == [], f"{size.width()}×{size.height()}"


@pytest.mark.parametrize("factor", ["1.5", "2", "3"])
def test_everything_fits_on_fine_screens(factor: str, shipped: Path, tmp_path: Path) -> None:
    """Qt reads the factor once, so each has a process of its own."""
    env = environment(tmp_path / "home", QT_SCALE_FACTOR=factor, QT_QPA_PLATFORM="offscreen")
    path = os.pathsep.join([env["PYTHONPATH"], str(Path(__file__).resolve().parents[2])])
    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.test_sizes", str(shipped)],
        env={**env, "PYTHONPATH": path}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["ratio"] == float(factor)
    assert told["faults"] == []


def main() -> None:
    """What does not fit at this process's scale factor, as JSON."""
    found: list[str] = []
    ratio = 0.0
    for language in ("zh", "en"):
        with walking(Path(sys.argv[1]), language) as walk:
            found += faults(walk, SMALLEST)
            ratio = walk.window.devicePixelRatio()
    print(json.dumps({"ratio": ratio, "faults": sorted(set(found))}))


if __name__ == "__main__":
    main()
