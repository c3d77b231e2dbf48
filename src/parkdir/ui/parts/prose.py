"""A paragraph that can be selected and copied, broken anywhere if need be: no word is wider than the page."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from parkdir.domain.brief import Prose
from parkdir.i18n import _
from parkdir.ui import theme
from parkdir.ui.parts.drawn import KEYBOARD
from parkdir.ui.parts.ink import ANYWHERE, INK, Ink, draw_ring, scale, shade

LEADING = 1.65
WIDEST = 820  # of a line that is pleasant to read


class Paragraph(QWidget):
    """Prose with its small line; mouse and keyboard select, Ctrl+C copies."""

    def __init__(self) -> None:
        super().__init__()
        self._prose = Prose("")
        self._layout = QTextLayout()
        self._laid = (-1, -1.0)
        self._lines: list[tuple[float, str]] = []  # where each is written while nothing is selected
        self._text_height = 0.0
        self._small = Ink()
        self._anchor = self._head = 0
        self._ringed = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_prose(self, prose: Prose) -> None:
        self._prose = prose
        self._laid = (-1, -1.0)
        self._anchor = self._head = 0
        self.setAccessibleName(prose.text or prose.note)
        self.setAccessibleDescription("\n".join([prose.note, *(mark.text for mark in prose.marks)]).strip())
        self.update()

    def selected(self) -> str:
        first, last = sorted((self._anchor, self._head))
        return self._prose.text[first:last]

    def height_at(self, width: int) -> int:
        self._lay(width)
        return ceil(self._text_height + self._small.height)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.height_at(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._lay(self.width())
        with QPainter(self) as painter:
            painter.setPen(shade(INK))
            if self._anchor == self._head:
                painter.setFont(theme.font(15))
                for base, text in self._lines:
                    painter.drawText(QPointF(0, base), text)
            else:
                self._layout.draw(painter, QPointF(0, 0), self._selection())
            self._small.paint(painter, 0, self._text_height)
            if self._ringed and self.hasFocus():
                draw_ring(painter, QRectF(self.rect()), 6)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._head = self._place(event.position())
            if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._anchor = self._head
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._head = self._place(event.position())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._select_all()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._select_all()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Copy")).triggered.connect(self._copy)
        menu.popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = event.reason() in KEYBOARD
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.selected() or self._prose.text)

    def _select_all(self) -> None:
        self._anchor, self._head = 0, len(self._prose.text)
        self.update()

    def _lay(self, width: int) -> None:
        if self._laid == (width, scale()):
            return
        self._laid = (width, scale())
        room = min(width, theme.px(WIDEST))
        self._layout = QTextLayout(self._prose.text.replace("\n", "\u2028"), theme.font(15))
        option = QTextOption()
        option.setWrapMode(ANYWHERE)
        self._layout.setTextOption(option)
        self._lines = []
        self._layout.beginLayout()
        step, y = theme.px(15) * LEADING, 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(room)
            line.setPosition(QPointF(0, y + (step - line.height()) / 2))
            shown = self._prose.text[line.textStart() : line.textStart() + line.textLength()].rstrip()
            self._lines.append((line.y() + line.ascent(), shown))
            y += step
        self._layout.endLayout()
        self._text_height = y
        self._small = self._note(room)

    def _note(self, room: float) -> Ink:
        ink, y = Ink(), 0.0
        if self._prose.note or self._prose.marks:
            y += theme.px(4)
            y += ink.small(0, y, room, self._prose.note, self._prose.marks)
        ink.height = y
        return ink

    def _place(self, position: QPointF) -> int:
        """The place in the text nearest to that point."""
        step = theme.px(15) * LEADING
        number = max(0, min(self._layout.lineCount() - 1, int(position.y() // step)))
        line = self._layout.lineAt(number)
        return int(line.xToCursor(position.x(), QTextLine.CursorPosition.CursorBetweenCharacters))

    def _selection(self) -> list[QTextLayout.FormatRange]:
        first, last = sorted((self._anchor, self._head))
        if first == last:
            return []
        chosen = QTextLayout.FormatRange()
        chosen.start, chosen.length = first, last - first
        look = QTextCharFormat()
        look.setBackground(shade("primary"))
        look.setForeground(shade("primary_ink"))
        chosen.format = look
        return [chosen]
