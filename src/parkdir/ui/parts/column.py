"""Parts one under the other, and parts in columns: each is asked its height for the width it gets."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from parkdir.ui.parts.ink import shade


def height_of(part: QWidget, width: int) -> int:
    """Painted parts know it from their layout, others from their hint."""
    known = getattr(part, "height_at", None)
    return int(known(width)) if known else max(part.sizeHint().height(), part.minimumHeight())


def bleed_of(part: QWidget) -> int:
    """How far a part reaches beyond its place, for rings and shadows."""
    return int(getattr(part, "BLEED", 0))


def chain(stops: Sequence[QWidget]) -> None:
    """Tab goes through them in that order, whatever the order they were made in."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def reveal(part: QWidget, place: QRect | None = None, margin: int = 24) -> None:
    """Scrolls the area around it so that it, or that place of it, is seen."""
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    inner = above.widget() if isinstance(above, QScrollArea) else None
    if isinstance(above, QScrollArea) and inner is not None and inner.isAncestorOf(part):
        rect = place or part.rect()
        middle = part.mapTo(inner, rect.center())
        above.ensureVisible(middle.x(), middle.y(), 0, rect.height() // 2 + margin)


class Column(QWidget):
    """Parts stacked; its height follows, its width is given."""

    laid = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[tuple[QWidget, int]] = []
        self._left = self._top = self._right = self._bottom = 0
        self._most = self._outer = 0
        self._ground = ""
        self._busy = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_margins(self, left: int, top: int, right: int, bottom: int) -> None:
        self._left, self._top, self._right, self._bottom = left, top, right, bottom

    def set_most(self, width: int) -> None:
        """No wider than that; the rest is margin on both sides."""
        self._most = width

    def set_outer(self, width: int) -> None:
        """Lay the parts out for that width where it is more than the column's: a scroll bar's coming moves nothing."""
        self._outer = width

    def set_ground(self, colour: str) -> None:
        """Fill it with that colour: an opaque page scrolls by moving its picture.

        Parts on it are not opaque: Qt would paint them twice.
        """
        self._ground = colour
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def place(self, parts: Iterable[tuple[QWidget, int]]) -> None:
        """These parts from now on, each with the gap above it; the others are hidden, not thrown away."""
        wanted = list(parts)
        kept = {id(part) for part, _gap in wanted}
        for part, _gap in self._parts:
            if id(part) not in kept:
                part.hide()
        self._parts = wanted
        for part, _gap in wanted:
            if part.parentWidget() is not self:
                part.setParent(self)
        self.relay()
        for part, _gap in wanted:
            part.show()

    def parts(self) -> list[QWidget]:
        return [part for part, _gap in self._parts]

    def margins_at(self, width: int) -> tuple[int, int]:
        """Left margin and inner width."""
        width = max(width, self._outer)
        inner = max(1, width - self._left - self._right)
        if self._most and inner > self._most:
            return (width - self._most) // 2, self._most
        return self._left, inner

    def height_at(self, width: int) -> int:
        _left, inner = self.margins_at(width)
        bleeds = [bleed_of(part) for part, _gap in self._parts]
        heights = [
            gap + height_of(part, inner + 2 * bleed) - 2 * bleed
            for (part, gap), bleed in zip(self._parts, bleeds, strict=True)
        ]
        return self._top + self._bottom + sum(heights)

    def relay(self) -> None:
        """Places the parts anew; call it when one of them has changed its height."""
        if self._busy:
            return
        self._busy = True
        left, inner = self.margins_at(self.width())
        y = self._top
        for part, gap in self._parts:
            y += gap
            bleed = bleed_of(part)
            height = height_of(part, inner + 2 * bleed)
            part.setGeometry(left - bleed, y - bleed, inner + 2 * bleed, height)
            y += height - 2 * bleed
        self._busy = False
        if y + self._bottom != self.height() or self.minimumHeight() != self.height():
            self.setFixedHeight(y + self._bottom)
        self.laid.emit()

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.height())

    def minimumSizeHint(self) -> QSize:
        widest = max((part.minimumSizeHint().width() for part, _gap in self._parts), default=0)
        return QSize(max(0, widest) + self._left + self._right, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.relay()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._ground:
            with QPainter(self) as painter:
                painter.fillRect(event.rect(), shade(self._ground))
