"""The key figures of a page: each with its date and source, each opening its details."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from parkdir.domain.brief import Figure
from parkdir.i18n import _
from parkdir.ui import theme
from parkdir.ui.parts.drawn import Pressed
from parkdir.ui.parts.grid import stepped
from parkdir.ui.parts.ink import LINE, PAPER, Ink, fill_box, shade
from parkdir.ui.parts.labels import escaped
from parkdir.ui.parts.numbers import SLIM, STRIP, natural_width, put_figure

PAD_X, PAD_Y = 12, 8


class FigureButton(Pressed):
    """One figure of the strip."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._figure = Figure("", "", "", "")
        self._setting = STRIP
        self.clicked.connect(self._choose)

    def show_figure(self, figure: Figure) -> None:
        self._figure = figure
        self.set_live(figure.detail is not None)
        words = [f"{figure.lead} {figure.label}".strip(), figure.text, figure.dated, figure.source]
        words += [mark.text for mark in figure.marks]
        self.setAccessibleName(" ".join(word for word in words[:2] if word))
        self.setAccessibleDescription("\n".join(word for word in words[2:] if word))
        self.setToolTip(escaped("\n".join(word for word in words if word)))
        self.forget()
        self.update()

    def set_slim(self, slim: bool) -> None:
        self._setting = SLIM if slim else STRIP
        self.forget()

    def figure(self) -> Figure:
        return self._figure

    def wanted_width(self) -> int:
        return ceil(natural_width(self._figure, self._setting)) + 2 * PAD_X

    def compose(self, width: float) -> Ink:
        ink = Ink()
        ink.height = PAD_Y * 2 + put_figure(ink, PAD_X, PAD_Y, width - 2 * PAD_X, self._figure, self._setting)
        return ink

    def copy_text(self) -> str:
        detail = self._figure.detail
        return detail.copy_text if detail else self.accessibleName()

    def paint_ground(self, painter: QPainter) -> None:
        if self.is_hovered():
            fill_box(painter, QRectF(self.rect()), 9, "hover")

    def _choose(self) -> None:
        self.chosen.emit(self._figure)


class FigureStrip(QWidget):
    """The figures side by side, in as many rows as the width asks for."""

    figure_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._pool: list[FigureButton] = []
        self._shown: list[FigureButton] = []
        self._slim = False
        self._margin = 28 - PAD_X
        self._most = 0
        self.setAccessibleName(_("Key figures"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_margin(self, margin: int, most: int) -> None:
        """Where the words begin, and how wide they may get."""
        self._margin, self._most = margin - PAD_X, most

    def set_slim(self, slim: bool) -> None:
        """Smaller numbers and one line each for date and source, for windows with little height."""
        self._slim = slim
        for button in self._pool:
            button.set_slim(slim)
        self._lay(self.width())

    def show_figures(self, figures: Sequence[Figure]) -> None:
        while len(self._pool) < len(figures):
            button = FigureButton()
            button.set_slim(self._slim)
            button.setParent(self)
            button.chosen.connect(self.figure_chosen)
            self._pool.append(button)
        for button, figure in zip(self._pool, figures, strict=False):
            button.show_figure(figure)
        for button in self._pool[len(figures) :]:
            button.hide()
        self._shown = self._pool[: len(figures)]
        self._lay(self.width())
        for button in self._shown:
            button.show()

    def buttons(self) -> list[FigureButton]:
        return list(self._shown)

    def height_at(self, width: int) -> int:
        rows = self._rows(width)
        return sum(height for _row, height in rows) + theme.px(16) if rows else 0

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.height_at(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay(event.size().width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not stepped(event, [button for button in self._shown if button.is_live()]):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), shade(PAPER))
            painter.fillRect(0, self.height() - 1, self.width(), 1, shade(LINE))

    def _span(self, width: int) -> tuple[int, int]:
        inner = max(1, width - 2 * self._margin)
        most = self._most + 2 * PAD_X
        return ((width - most) // 2, most) if self._most and inner > most else (self._margin, inner)

    def _rows(self, width: int) -> list[tuple[list[tuple[FigureButton, int]], int]]:
        """Rows of buttons and their widths, and how high each row is."""
        _left, inner = self._span(width)
        gap, rows = theme.px(8), [[]]  # type: tuple[int, list[list[tuple[FigureButton, int]]]]
        used = 0
        for button in self._shown:
            wanted = min(button.wanted_width(), inner)
            if rows[-1] and used + wanted > inner:
                rows.append([])
                used = 0
            rows[-1].append((button, wanted))
            used += wanted + gap
        return [(row, max(button.height_at(wide) for button, wide in row)) for row in rows if row]

    def _lay(self, width: int) -> None:
        left, inner = self._span(width)
        y = theme.px(8)
        for row, height in self._rows(width):
            spare = inner - sum(wide for _button, wide in row)
            gap = min(theme.px(28), spare // max(1, len(row) - 1)) if len(row) > 1 else 0
            x = left
            for button, wide in row:
                button.setGeometry(x, y, wide, height)
                x += wide + gap
            y += height
