"""The scrolling page: a column that is as wide as it, a ground that is there however short the column is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QFrame, QScrollArea, QScrollBar, QWidget

from parkdir.ui.parts.column import Column
from parkdir.ui.parts.ink import shade

STEP = 48
TURNS = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
}


def turned(bar: QScrollBar, event: QKeyEvent) -> bool:
    """Whether that key scrolls; it has."""
    action = TURNS.get(Qt.Key(event.key())) if not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier else None
    if action is not None:
        bar.triggerAction(action)
    return action is not None


class PageArea(QScrollArea):
    """Scrolls a column; never sideways. steady: the scroll bar comes and goes in the column's right margin."""

    def __init__(self, column: Column, ground: str, parent: QWidget | None = None, *, steady: bool = False) -> None:
        super().__init__(parent)
        self._column, self._steady = column, steady
        # asked for Qt's own viewport, PySide would create dozens of enums before the first paint
        self.setViewport(QWidget())
        self._ground = ground
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(column)
        column.set_ground(ground)
        column.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(STEP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._steady:
            self._column.set_outer(self.width())
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt hands the viewport's painting to the area: below a short column lies the ground."""
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), shade(self._ground))
