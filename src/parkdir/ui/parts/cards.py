"""Many cards on one painted area: only those in sight are laid out and drawn."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from parkdir.domain.brief import Card
from parkdir.ui import theme
from parkdir.ui.parts.card import card_height, card_words, is_cut, paint_card
from parkdir.ui.parts.column import reveal
from parkdir.ui.parts.covers import Covers
from parkdir.ui.parts.drawn import KEYBOARD
from parkdir.ui.parts.grid import STEPS, Grid, columns_for
from parkdir.ui.parts.labels import escaped

NOBODY = -1
SAMPLED = 12  # cards whose height stands for all: laid out with one line of everything, they hardly differ


class Cards(QWidget):
    """One stop of the Tab key; arrows, Home and End move inside, Enter and Space choose."""

    chosen = Signal(str)

    BLEED = Grid.BLEED

    def __init__(self, covers: Covers, narrowest: int, gap: int, widest: int = 0) -> None:
        super().__init__()
        self._covers = covers
        self._narrowest, self._gap, self._widest = narrowest, gap, widest
        self._cards: tuple[Card, ...] = ()
        self._here = self._hovered = self._pressed = NOBODY
        self._ringed = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_cards(self, cards: Sequence[Card]) -> None:
        key = self._cards[self._here].key if 0 <= self._here < len(self._cards) else ""
        self._cards = tuple(cards)
        self._here = next((number for number, card in enumerate(cards) if card.key == key), 0 if cards else NOBODY)
        self._hovered = self._pressed = NOBODY
        self._tell()
        self.update()

    def cards(self) -> tuple[Card, ...]:
        return self._cards

    def height_at(self, width: int) -> int:
        columns, cell = self._cell(width)
        rows = -(-len(self._cards) // columns)
        return 2 * Grid.MARGIN + rows * (self._card_height(cell) + self._gap) - (self._gap if rows else 0)

    def place_of(self, number: int) -> QRect:
        """Where that card is."""
        columns, cell = self._cell(self.width())
        height = self._card_height(cell)
        row, column = divmod(number, columns)
        x, y = Grid.MARGIN + column * (cell + self._gap), Grid.MARGIN + row * (height + self._gap)
        return QRect(x, y, cell, height)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.height_at(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            for number in self._in_sight(event.rect()):
                paint_card(
                    painter,
                    QRectF(self.place_of(number)),
                    self._cards[number],
                    self._covers,
                    hover=number == self._hovered,
                    ring=number == self._here and self._ringed and self.hasFocus(),
                    dense=True,
                )

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self._at(event.pos())
            card = self._cards[number] if number != NOBODY else None
            if card is not None and is_cut(card, self.place_of(number).width(), dense=True):
                QToolTip.showText(event.globalPos(), escaped(f"{card.title}\n{card_words(card)}"), self)
            return True
        if event.type() == QEvent.Type.Leave:
            self._hover(NOBODY)
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._at(event.position().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._at(event.position().toPoint())
            if self._pressed != NOBODY:
                self._here = self._pressed
                self._tell()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, NOBODY
        if pressed != NOBODY and pressed == self._at(event.position().toPoint()):
            self.chosen.emit(self._cards[pressed].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._here != NOBODY:
            self.chosen.emit(self._cards[self._here].key)
        elif key in STEPS:
            across, down = STEPS[key]
            self._go(self._here + across + down * self._cell(self.width())[0])
        elif key == Qt.Key.Key_Home:
            self._go(0)
        elif key == Qt.Key.Key_End:
            self._go(len(self._cards) - 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = event.reason() in KEYBOARD
        super().focusInEvent(event)
        if self._ringed:
            self._reveal()
        self.update()

    def _cell(self, width: int) -> tuple[int, int]:
        """Columns and the width of one."""
        inner = max(1, width - 2 * Grid.MARGIN)
        columns = columns_for(inner, theme.px(self._narrowest), self._gap, len(self._cards))
        cell = (inner - (columns - 1) * self._gap) // columns
        return columns, min(cell, theme.px(self._widest)) if self._widest else cell

    def _card_height(self, cell: int) -> int:
        return max((card_height(card, cell, dense=True) for card in self._cards[:SAMPLED]), default=0)

    def _in_sight(self, rect: QRect) -> range:
        columns, cell = self._cell(self.width())
        step = self._card_height(cell) + self._gap
        if step <= self._gap:
            return range(0)
        first = max(0, (rect.top() - Grid.MARGIN - self._gap) // step)
        last = max(0, rect.bottom() // step)
        return range(first * columns, min(len(self._cards), (last + 1) * columns))

    def _at(self, point: QPoint) -> int:
        return next(
            (number for number in self._in_sight(QRect(point, point)) if self.place_of(number).contains(point)), NOBODY
        )

    def _hover(self, number: int) -> None:
        if number == self._hovered:
            return
        before, self._hovered = self._hovered, number
        hand = Qt.CursorShape.PointingHandCursor if number != NOBODY else Qt.CursorShape.ArrowCursor
        self.setCursor(hand)
        for one in (before, number):
            if one != NOBODY:
                self.update(self.place_of(one).adjusted(-8, -8, 8, 8))

    def _go(self, number: int) -> None:
        if not 0 <= number < len(self._cards):
            return
        self._here, self._ringed = number, True
        self._tell()
        self._reveal()
        self.update()

    def _reveal(self) -> None:
        if self._here != NOBODY:
            reveal(self, self.place_of(self._here))

    def _tell(self) -> None:
        """The card under the keys is what a screen reader reads."""
        card = self._cards[self._here] if 0 <= self._here < len(self._cards) else None
        self.setAccessibleName(card.title if card else "")
        self.setAccessibleDescription(card_words(card) if card else "")
