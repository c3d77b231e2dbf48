"""A reflowing grid: as many columns as fit, rows as high as their highest part."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from parkdir.ui import theme
from parkdir.ui.parts.column import bleed_of, height_of, reveal

STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


def stepped(event: QKeyEvent, stops: Sequence[QWidget]) -> bool:
    """Whether that key steps along a row of parts, one of which has the focus; it has."""
    step = sum(STEPS.get(Qt.Key(event.key()), (0, 0)))
    here = next((number for number, part in enumerate(stops) if part.hasFocus()), -1)
    if not step or here < 0:
        return False
    if 0 <= here + step < len(stops):
        stops[here + step].setFocus(Qt.FocusReason.TabFocusReason)
        reveal(stops[here + step])
    return True


def columns_for(width: int, narrowest: int, gap: int, count: int) -> int:
    """As many as fit, but rather two and two than three and one."""
    fit = max(1, (width + gap) // (narrowest + gap))
    rows = ceil(count / fit) if count else 1
    return max(1, ceil(count / rows))


class Grid(QWidget):
    """Places the parts it is given; arrows step between those that take the focus.

    MARGIN lies inside, for rings and shadows; the column that places a grid lets it reach out by as much.
    """

    MARGIN = BLEED = 8

    def __init__(self, narrowest: int, gap: int, *, widest: int = 0, even: bool = True) -> None:
        super().__init__()
        self._narrowest, self._gap, self._widest, self._even = narrowest, gap, widest, even
        self._parts: list[QWidget] = []
        self._columns = 1
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def place(self, parts: Sequence[QWidget]) -> None:
        """These parts from now on; others it held are hidden, not thrown away."""
        kept = {id(part) for part in parts}
        for part in self._parts:
            if id(part) not in kept:
                part.hide()
        self._parts = list(parts)
        for part in parts:
            if part.parentWidget() is not self:
                part.setParent(self)
        self._lay(self.width())
        for part in parts:
            part.show()

    def parts(self) -> list[QWidget]:
        return list(self._parts)

    def columns(self) -> int:
        return self._columns

    def height_at(self, width: int) -> int:
        cell, columns = self._cell(width)
        heights = self._row_heights(cell, columns)
        return 2 * self.MARGIN + sum(heights) + self._gap * max(0, len(heights) - 1)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.height_at(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay(event.size().width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        across, down = STEPS.get(Qt.Key(event.key()), (0, 0))
        here = next((number for number, part in enumerate(self._parts) if part.hasFocus()), -1)
        step = across + down * self._columns
        if not step or here < 0:
            super().keyPressEvent(event)
            return
        there = here + step
        while 0 <= there < len(self._parts):
            if self._parts[there].focusPolicy() != Qt.FocusPolicy.NoFocus:
                self._parts[there].setFocus(Qt.FocusReason.TabFocusReason)
                reveal(self._parts[there])
                return
            there += step

    def _cell(self, width: int) -> tuple[int, int]:
        inner = max(1, width - 2 * self.MARGIN)
        count = len(self._parts) if self._even else 10_000
        columns = columns_for(inner, theme.px(self._narrowest), self._gap, count)
        cell = (inner - (columns - 1) * self._gap) // columns
        return (min(cell, theme.px(self._widest)) if self._widest else cell), columns

    def _row_heights(self, cell: int, columns: int) -> list[int]:
        heights = [height_of(part, cell) for part in self._parts]
        return [max(heights[start : start + columns]) for start in range(0, len(heights), columns)]

    def _lay(self, width: int) -> None:
        cell, self._columns = self._cell(width)
        y = self.MARGIN
        for row, height in enumerate(self._row_heights(cell, self._columns)):
            start = row * self._columns
            for column, part in enumerate(self._parts[start : start + self._columns]):
                x, bleed = self.MARGIN + column * (cell + self._gap), bleed_of(part)
                part.setGeometry(x - bleed, y - bleed, cell + 2 * bleed, height + 2 * bleed)
            y += height + self._gap
