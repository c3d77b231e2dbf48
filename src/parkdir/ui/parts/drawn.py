"""Widgets that are one layout of ink: no children, no style sheet, cheap to build and to show again."""

from math import ceil

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from parkdir.i18n import _
from parkdir.ui.parts.ink import Ink, draw_ring, scale

KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Composed:
    """Keeps the layout of the last width; `compose` makes it."""

    _ink: Ink | None = None
    _at = (-1, -1.0)

    def compose(self, width: float) -> Ink:
        raise NotImplementedError

    def ink_at(self, width: int) -> Ink:
        if self._ink is None or self._at != (width, scale()):
            self._ink, self._at = self.compose(float(width)), (width, scale())
        return self._ink

    def height_at(self, width: int) -> int:
        return ceil(self.ink_at(width).height)

    def forget(self) -> None:
        """The value has changed."""
        self._ink = None

    def is_cut(self) -> bool:
        """Whether something is not seen; only then its tool tip is shown."""
        return self._ink is not None and self._ink.cut


class Drawn(QWidget, Composed):
    """A painted part that nobody presses."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = max(1, self.width())
        return QSize(width, self.height_at(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and not self.is_cut():
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self.ink_at(self.width()).paint(painter)


class Pressed(QAbstractButton, Composed):
    """A painted part that can be pressed: ring for the keyboard only, hover, Enter and Space, Ctrl+C."""

    copied = Signal(str)

    RING = 0.0  # how far inside its edge the ring lies
    RADIUS = 9.0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ringed = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def copy_text(self) -> str:
        """What Ctrl+C takes along; nothing where there is nothing to copy."""
        return ""

    def set_live(self, live: bool) -> None:
        """Whether it leads anywhere: only then it takes the focus and the hand."""
        self.setEnabled(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if live else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if live else Qt.CursorShape.ArrowCursor)

    def is_live(self) -> bool:
        return self.focusPolicy() != Qt.FocusPolicy.NoFocus

    def is_hovered(self) -> bool:
        return self.is_live() and self.underMouse()

    def sizeHint(self) -> QSize:
        width = max(1, self.width())
        return QSize(width, self.height_at(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and not self.is_cut():
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.copy_text():
            return
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Copy")).triggered.connect(self.copy)
        menu.popup(event.globalPos())

    def copy(self) -> None:
        """Its words onto the clipboard."""
        QGuiApplication.clipboard().setText(self.copy_text())
        self.copied.emit(self.copy_text())

    def paint_ground(self, painter: QPainter) -> None:
        """What lies below the ink."""

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint_ground(painter)
            self.ink_at(self.width()).paint(painter)
            if self.has_ring():
                inset = self.RING
                draw_ring(painter, QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), self.RADIUS)

    def has_ring(self) -> bool:
        return self._ringed and self.hasFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = event.reason() in KEYBOARD
        super().focusInEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.matches(QKeySequence.StandardKey.Copy) and self.copy_text():
            self.copy()
        elif event.key() in ARROWS:
            event.ignore()  # the grid or strip around it steps
        else:
            super().keyPressEvent(event)
