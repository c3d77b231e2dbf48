"""Words and shapes, laid out once for a width and painted as often as wanted.

Colours are kept by name and looked up when painted: a change of theme needs no new layout.
"""

from functools import lru_cache
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextLayout, QTextOption

from parkdir.domain.brief import Mark
from parkdir.ui import icons, theme
from parkdir.ui.parts.labels import ended

WHITE = "#FFFFFF"
INK, SECOND, LINE, PAPER, CANVAS = "ink", "secondary", "line", "paper", "canvas"
PRIMARY, ACCENT, FOCUS = "primary", "accent", "focus"
CHIP, CHIP_GROUND = "chip", "chip_ground"
CAUTION, CAUTION_GROUND = "caution", "caution_ground"
GOOD, GOOD_GROUND = "good", "good_ground"
ERROR, ERROR_GROUND = "error", "error_ground"
TONES = {
    "plain": (SECOND, CANVAS),
    "chip": (CHIP, CHIP_GROUND),
    "good": (GOOD, GOOD_GROUND),
    "caution": (CAUTION, CAUTION_GROUND),
    "error": (ERROR, ERROR_GROUND),
}
ANYWHERE = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


class Words(NamedTuple):
    x: float
    base: float
    text: str
    px: int
    bold: bool
    colour: str


class Shape(NamedTuple):
    x: float
    y: float
    width: float
    height: float
    radius: float
    fill: str
    line: str


class Sign(NamedTuple):
    x: float
    y: float
    icon: str
    size: int
    colour: str


@lru_cache(maxsize=64)
def _fixed(value: str) -> QColor:
    return QColor(value)


def shade(name: str) -> QColor:
    """A colour of the theme by its name, or a fixed one by its #value."""
    return _fixed(name) if name.startswith("#") else theme.colour(name)


def scale() -> float:
    """What layouts depend on besides width: the size of text."""
    return theme.scale()


def line_height(px: int, bold: bool = False) -> float:
    return _line_height(px, bold, scale())


@lru_cache(maxsize=64)
def _line_height(px: int, bold: bool, _scale: float) -> float:
    return float(ceil(max(theme.metrics(px, bold).height(), theme.px(px) * 1.4)))


def advance(text: str, px: int, bold: bool = False) -> float:
    return _advance(text, px, bold, scale())


@lru_cache(maxsize=4096)
def _advance(text: str, px: int, bold: bool, _scale: float) -> float:
    return float(ceil(theme.metrics(px, bold).horizontalAdvance(text)))


def elided(text: str, px: int, bold: bool, room: float) -> str:
    if advance(text, px, bold) <= room:
        return text
    return ended(str(theme.metrics(px, bold).elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, room))))


def broken(text: str, px: int, bold: bool, room: float, most: int = 0) -> tuple[str, ...]:
    """The text's lines within that room; beyond `most` lines the last one ends in an ellipsis."""
    return _broken(text, px, bold, max(1, int(room)), most, scale())


@lru_cache(maxsize=4096)
def _broken(text: str, px: int, bold: bool, room: int, most: int, _scale: float) -> tuple[str, ...]:
    if "\n" not in text and advance(text, px, bold) <= room:
        return (text,)
    found: list[str] = []
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, theme.font(px, bold))
        option = QTextOption()
        option.setWrapMode(ANYWHERE)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            start, length = line.textStart(), line.textLength()
            if most and len(found) == most - 1 and start + length < len(paragraph):
                found.append(elided(paragraph[start:], px, bold, room))
                break
            found.append(paragraph[start : start + length].rstrip())
        layout.endLayout()
        if most and len(found) >= most:
            break
    return tuple(found)


class Ink:
    """A layout: what to draw, how high it is, and whether something did not fit."""

    def __init__(self) -> None:
        self.items: list[Words | Shape | Sign] = []
        self.height = 0.0
        self.cut = False

    def line(
        self, x: float, top: float, room: float, text: str, px: int, bold: bool = False, colour: str = INK
    ) -> float:
        """One line, elided if need be; the width it took."""
        shown = elided(text, px, bold, room)
        self.cut = self.cut or shown != text
        self.items.append(Words(x, top + theme.metrics(px, bold).ascent(), shown, px, bold, colour))
        return advance(shown, px, bold)

    def wrap(
        self,
        x: float,
        top: float,
        room: float,
        text: str,
        px: int,
        bold: bool = False,
        colour: str = INK,
        most: int = 0,
    ) -> float:
        """As many lines as needed or allowed; the height they took."""
        if not text:
            return 0.0
        lines = broken(text, px, bold, room, most)
        step, ascent = line_height(px, bold), theme.metrics(px, bold).ascent()
        for number, shown in enumerate(lines):
            self.items.append(Words(x, top + number * step + ascent, shown, px, bold, colour))
        self.cut = self.cut or (bool(most) and len(lines) == most and lines[-1].endswith(("…", "...")))
        return len(lines) * step

    def box(self, x: float, top: float, width: float, height: float, radius: float, fill: str, line: str = "") -> None:
        self.items.append(Shape(x, top, width, height, radius, fill, line))

    def icon(self, x: float, top: float, name: str, size: int, colour: str) -> None:
        self.items.append(Sign(x, top, name, size, colour))

    def pill(self, x: float, top: float, mark: Mark, room: float, px: int = 13) -> float:
        """One pill; the width it took."""
        colour, ground = TONES.get(mark.tone, TONES["plain"])
        height, padding = pill_height(px), theme.px(10)
        width = min(advance(mark.text, px) + 2 * padding, room)
        self.box(x, top, width, height, height / 2, ground, LINE if mark.tone == "plain" else "")
        inner = top + (height - theme.metrics(px).height()) / 2
        self.line(x + padding, inner, width - 2 * padding, mark.text, px, colour=colour)
        return float(width)

    def pills(self, x: float, top: float, room: float, marks: tuple[Mark, ...], most: int = 0, px: int = 13) -> float:
        """Pills in lines; what goes beyond `most` lines is counted in a last one. The height they took."""
        if not marks:
            return 0.0
        gap, step = theme.px(6), pill_height(px) + theme.px(6)
        more = advance("+00", px) + theme.px(26) if most else 0.0
        left, lines = x, 1
        for number, mark in enumerate(marks):
            width = min(advance(mark.text, px) + theme.px(20), room)
            last = most and lines == most and number < len(marks) - 1
            if left > x and left + width > x + room - (more if last else 0):
                if most and lines == most:
                    self.cut = True
                    self.pill(left, top + (lines - 1) * step, Mark(f"+{len(marks) - number}"), room, px)
                    break
                left, lines = x, lines + 1
            left += self.pill(left, top + (lines - 1) * step, mark, room, px) + gap
        return float(lines * step - theme.px(6))

    def small(self, x: float, top: float, room: float, note: str, marks: tuple[Mark, ...]) -> float:
        """The small line of date and source, its marks behind it where they fit, else below."""
        if not marks:
            return self.wrap(x, top, room, note, 12, colour=SECOND)
        beside = advance(note, 12) + theme.px(8) if note else 0.0
        width = sum(advance(mark.text, 12) + theme.px(26) for mark in marks)
        high, line, top = pill_height(12), line_height(12), top + theme.px(2)
        if note and beside + width - theme.px(6) <= room:
            self.line(x, top + (high - line) / 2, room, note, 12, colour=SECOND)
            self.pills(x + beside, top, room - beside, marks, px=12)
            return high + theme.px(2)
        height = self.wrap(x, top, room, note, 12, colour=SECOND)
        gap = theme.px(3) if note else 0
        return theme.px(2) + height + gap + self.pills(x, top + height + gap, room, marks, px=12)

    def right(self) -> float:
        """Where its words end."""
        ends = [item.x + advance(item.text, item.px, item.bold) for item in self.items if isinstance(item, Words)]
        return max(ends, default=0.0)

    def lower(self, start: int, by: float) -> None:
        """Moves the words from that item on."""
        for number, item in enumerate(self.items[start:], start):
            if isinstance(item, Words):
                self.items[number] = item._replace(base=item.base + by)

    def paint(self, painter: QPainter, dx: float = 0.0, dy: float = 0.0) -> None:
        painter.save()
        try:
            painter.translate(dx, dy)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for item in self.items:
                _put(painter, item)
        finally:
            painter.restore()


def _put(painter: QPainter, item: Words | Shape | Sign) -> None:
    if isinstance(item, Words):
        painter.setFont(theme.font(item.px, item.bold))
        painter.setPen(shade(item.colour))
        painter.drawText(QPointF(item.x, item.base), item.text)
    elif isinstance(item, Shape):
        fill_box(painter, QRectF(*item[:4]), item.radius, item.fill, item.line)
    else:
        dpr = painter.device().devicePixelRatio()
        size = int(theme.px(item.size))
        painter.drawPixmap(QPointF(item.x, item.y), icons.pixmap(item.icon, size, item.colour, dpr))


def pill_height(px: int = 13) -> float:
    return float(ceil(line_height(px) + theme.px(5)))


def fill_box(painter: QPainter, rect: QRectF, radius: float, fill: str, line: str = "") -> None:
    """A round rectangle; its border is a filled one below it, so that no half pixel blurs."""
    painter.setPen(Qt.PenStyle.NoPen)
    if line:
        painter.setBrush(shade(line))
        painter.drawRoundedRect(rect, radius, radius)
        rect, radius = rect.adjusted(1, 1, -1, -1), max(0.0, radius - 1)
    if fill:
        painter.setBrush(shade(fill))
        painter.drawRoundedRect(rect, radius, radius)


def draw_ring(painter: QPainter, rect: QRectF, radius: float, colour: str = FOCUS) -> None:
    """The focus ring: two pixels round the rectangle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(shade(colour), 2))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
