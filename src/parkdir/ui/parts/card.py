"""A park as a card: one painted button, no children."""

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QMargins, QMarginsF, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy

from parkdir.domain.brief import Card, Figure
from parkdir.ui import theme
from parkdir.ui.parts.covers import Covers
from parkdir.ui.parts.drawn import Pressed
from parkdir.ui.parts.face import completeness_words, dense_height, face
from parkdir.ui.parts.ink import LINE, PAPER, PRIMARY, Ink, draw_ring, fill_box, scale
from parkdir.ui.parts.labels import escaped
from parkdir.ui.parts.shadow import draw_shadow

RADIUS = 12.0
COVER = 104  # the least height of a cover; a card with few words gives it the rest
STEP = 40  # covers are asked for in such widths and cropped: a drag of the window draws few


def card_height(card: Card, width: int, *, dense: bool = False) -> int:
    """The height it needs at that width. dense: room for one line of everything, the same for every card."""
    if card.compact:
        return ceil(face(card, width, dense).height)
    if dense:
        return int(theme.px(COVER) + dense_height(card.completeness is not None))
    return int(theme.px(COVER)) + ceil(face(card, width, dense).height)


def paint_card(
    painter: QPainter,
    rect: QRectF,
    card: Card,
    covers: Covers,
    *,
    hover: bool = False,
    ring: bool = False,
    dense: bool = False,
) -> None:
    """The whole card into the rectangle; a card that is higher than it needs has a higher cover."""
    body = face(card, int(rect.width()), dense)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_shadow(painter, rect, strength=0.16 if hover else 0.06, drop=3 if hover else 1)
    fill_box(painter, rect, RADIUS, PAPER, PRIMARY if hover else LINE)
    if card.compact:
        body.paint(painter, rect.x(), rect.y() + (rect.height() - body.height) / 2)
    else:
        cover = rect.height() - ceil(body.height)
        _paint_cover(painter, QRectF(rect.x(), rect.y(), rect.width(), cover), card, covers)
        body.paint(painter, rect.x(), rect.y() + cover)
    if ring:
        draw_ring(painter, rect.adjusted(-4, -4, 4, 4), RADIUS + 3)


def card_words(card: Card) -> str:
    """Everything on the card but its title, as a sentence to be read out; also its tool tip."""
    lines = [card.subtitle, card.status.text if card.status else ""]
    lines += [_figure_words(figure) for figure in card.figures]
    lines += [", ".join(mark.text for mark in card.chips), card.note, completeness_words(card)]
    return "\n".join(line for line in lines if line)


def is_cut(card: Card, width: int, *, dense: bool = False) -> bool:
    """Whether something of it is not seen at that width: then its tool tip holds all."""
    return face(card, width, dense).cut


def _figure_words(figure: Figure) -> str:
    head = f"{figure.lead} {figure.label}".strip()
    return f"{head} {figure.text}" + (f" ({figure.dated})" if figure.dated else "")


def _paint_cover(painter: QPainter, rect: QRectF, card: Card, covers: Covers) -> None:
    dpr = painter.device().devicePixelRatio()
    picture = _rounded(covers, card.cover, int(rect.width()), int(rect.height()), dpr, theme.current())
    painter.drawPixmap(rect.topLeft(), picture)
    if card.status:
        pill = _pill(card, int(rect.width()), scale())
        pill.paint(painter, rect.x() + theme.px(16), rect.y() + theme.px(14))


@lru_cache(maxsize=16)
def _rounded(covers: Covers, kind: str, width: int, height: int, dpr: float, theme_name: str) -> QPixmap:
    """The cover cropped to the card, its upper corners round: cut once, then only copied."""
    whole = covers.pixmap(kind, ceil(width / STEP) * STEP, ceil(height / 8) * 8, dpr, theme_name)
    cut = QPixmap(round(width * dpr), round(height * dpr))
    cut.setDevicePixelRatio(dpr)
    cut.fill(Qt.GlobalColor.transparent)
    path = QPainterPath()
    path.addRoundedRect(QRectF(0, 0, width, height + RADIUS * 2), RADIUS, RADIUS)
    with QPainter(cut) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(path)
        painter.drawPixmap(0, 0, whole)
    return cut


@lru_cache(maxsize=512)
def _pill(card: Card, width: int, _scale: float) -> Ink:
    ink = Ink()
    if card.status:
        ink.pill(0, 0, card.status, width - theme.px(32))
    return ink


class ParkCard(Pressed):
    """A card to press: mouse, Enter, Space; its words are its accessible description."""

    chosen = Signal(str)

    BLEED = 8  # room round the card for ring and shadow; a grid places it by the card's edge

    def __init__(self, covers: Covers) -> None:
        super().__init__()
        self._covers = covers
        self._card = Card("", "", "", "", None)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._choose)

    def show_card(self, card: Card) -> None:
        if card == self._card:
            return
        self._card = card
        self.setAccessibleName(card.title)
        self.setAccessibleDescription(card_words(card))
        self.setToolTip(escaped(f"{card.title}\n{card_words(card)}"))
        self.updateGeometry()
        self.update()

    def card(self) -> Card:
        return self._card

    def height_at(self, width: int) -> int:
        return card_height(self._card, width)

    def is_cut(self) -> bool:
        return is_cut(self._card, self.width() - 2 * self.BLEED)

    def copy_text(self) -> str:
        return f"{self._card.title}\n{card_words(self._card)}"

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.height_at(max(1, self.width())))

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().marginsRemoved(QMargins(*(self.BLEED,) * 4)).contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            rect = QRectF(self.rect()).marginsRemoved(QMarginsF(*(self.BLEED,) * 4))
            paint_card(painter, rect, self._card, self._covers, hover=self.is_hovered(), ring=self.has_ring())

    def _choose(self) -> None:
        self.chosen.emit(self._card.key)
