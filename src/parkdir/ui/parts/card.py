"""A park as a card: one painted button, no children."""

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QMargins, QMarginsF, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy

from parkdir.domain.brief import Card, Figure
from parkdir.i18n import _
from parkdir.ui import theme
from parkdir.ui.parts.covers import Covers
from parkdir.ui.parts.drawn import Pressed
from parkdir.ui.parts.ink import (
    CHIP,
    CHIP_GROUND,
    INK,
    LINE,
    PAPER,
    PRIMARY,
    SECOND,
    Ink,
    advance,
    draw_ring,
    fill_box,
    line_height,
    pill_height,
    scale,
)
from parkdir.ui.parts.labels import escaped
from parkdir.ui.parts.numbers import CARD, DENSE, natural_width, put_figure
from parkdir.ui.parts.shadow import draw_shadow

RADIUS = 12.0
COVER = 104  # the least height of a cover; a card with few words gives it the rest
COMPACT = 76
STEP = 40  # covers are asked for in such widths and cropped: a drag of the window draws few
MOST_FIGURES = 4


def card_height(card: Card, width: int, *, dense: bool = False) -> int:
    """The height it needs at that width. dense: room for one line of everything, the same for every card."""
    if card.compact:
        return ceil(_body(card, width, dense, scale()).height)
    if dense:
        return int(theme.px(COVER) + _dense_height(card.completeness is not None))
    return int(theme.px(COVER)) + ceil(_body(card, width, dense, scale()).height)


def _dense_height(bar: bool) -> float:
    """Title, second name, a row of figures, a line of pills, a note, a bar."""
    height = theme.px(14) + line_height(18, True) + line_height(13)
    height += theme.px(12) + line_height(13) + line_height(24, True) + line_height(12)
    height += theme.px(12) + pill_height() + theme.px(10) + line_height(12) + theme.px(18)
    return height + (theme.px(10) + line_height(12) if bar else 0)


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
    body = _body(card, int(rect.width()), dense, scale())
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
    lines += [", ".join(mark.text for mark in card.chips), card.note]
    if card.completeness is not None:
        lines.append(_("Completeness {percent}%").format(percent=card.completeness))
    return "\n".join(line for line in lines if line)


def is_cut(card: Card, width: int, *, dense: bool = False) -> bool:
    """Whether something of it is not seen at that width: then its tool tip holds all."""
    return _body(card, width, dense, scale()).cut


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
    painter = QPainter(cut)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(path)
    painter.drawPixmap(0, 0, whole)
    painter.end()
    return cut


@lru_cache(maxsize=512)
def _pill(card: Card, width: int, _scale: float) -> Ink:
    ink = Ink()
    if card.status:
        ink.pill(0, 0, card.status, width - theme.px(32))
    return ink


@lru_cache(maxsize=1024)
def _body(card: Card, width: int, dense: bool, _scale: float) -> Ink:
    return _compact(card, width) if card.compact else _full(card, width, dense)


def _full(card: Card, width: int, dense: bool) -> Ink:
    ink, x = Ink(), theme.px(20)
    room, y = width - 2 * x, float(theme.px(14))
    taken = ink.wrap(x, y, room, card.title, 18, True, most=1 if dense else 2)
    y += taken
    if card.subtitle:
        ink.line(x, y, room, card.subtitle, 13, colour=SECOND)
        y += line_height(13)
    y = _figures(ink, x, y, room, card, dense)
    if card.chips:
        y += theme.px(12)
        y += ink.pills(x, y, room, card.chips, 1 if dense else 2)
    y = _foot(ink, x, y, room, card, dense)
    ink.height = y + theme.px(18)
    return ink


def _figures(ink: Ink, x: float, top: float, room: float, card: Card, dense: bool) -> float:
    """In one row or two; those that fit in neither are told in the tool tip."""
    if not card.figures:
        return top
    gap, row_gap = theme.px(26), theme.px(12)
    left, y, row, lowest = x, top + row_gap, 1, top + row_gap
    setting = DENSE if dense else CARD
    for figure in card.figures[:MOST_FIGURES]:
        width = min(natural_width(figure, setting), room)
        if left > x and left + width > x + room:
            if row == (1 if dense else 2):
                ink.cut = True
                break
            left, y, row = x, lowest + row_gap, row + 1
        lowest = max(lowest, y + put_figure(ink, left, y, width, figure, setting))
        left += width + gap
    ink.cut = ink.cut or len(card.figures) > MOST_FIGURES
    return lowest


def _foot(ink: Ink, x: float, top: float, room: float, card: Card, dense: bool) -> float:
    y = top
    if card.note:
        y += theme.px(10)
        y += ink.wrap(x, y, room, card.note, 12, colour=SECOND, most=1 if dense else 2)
    if card.completeness is not None:
        y += theme.px(10)
        _bar(ink, x, y, room, card.completeness)
        y += line_height(12)
    return y


def _bar(ink: Ink, x: float, top: float, room: float, percent: int) -> None:
    words = _("Completeness {percent}%").format(percent=percent)
    taken = ink.line(x, top, room, words, 12, colour=SECOND) + theme.px(12)
    length, thick = room - taken, theme.px(4)
    if length < theme.px(24):
        return
    y = top + (line_height(12) - thick) / 2
    ink.box(x + taken, y, length, thick, thick / 2, LINE)
    if percent > 0:
        ink.box(x + taken, y, max(thick, length * min(100, percent) / 100), thick, thick / 2, PRIMARY)


def _compact(card: Card, width: int) -> Ink:
    """Icon, name and one small line; the state at the right."""
    ink, pad, side = Ink(), theme.px(16), theme.px(40)
    height = float(theme.px(COMPACT))
    ink.box(pad, (height - side) / 2, side, side, 9, CHIP_GROUND)
    ink.icon(pad + theme.px(10), (height - side) / 2 + theme.px(10), "building", 20, CHIP)
    x = pad + side + theme.px(12)
    pill = advance(card.status.text, 12) + theme.px(20) if card.status else 0.0
    room = width - x - pad
    percent = _("Completeness {percent}%").format(percent=card.completeness) if card.completeness is not None else ""
    small = "　".join(text for text in (card.subtitle or card.note, percent) if text)
    two = line_height(15, True) + (line_height(12) if small else 0)
    y = (height - two) / 2
    beside = pill and room - pill - theme.px(8) >= min(advance(card.title, 15, True), theme.px(96))
    ink.line(x, y, room - (pill + theme.px(8) if beside else 0), card.title, 15, True, INK)
    ink.line(x, y + line_height(15, True), room - (pill + theme.px(8) if beside else 0), small, 12, colour=SECOND)
    if card.status and beside:
        ink.pill(width - pad - pill, (height - pill_height(12)) / 2, card.status, pill, 12)
    ink.cut = ink.cut or bool(card.status and not beside)
    ink.height = height
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
        painter = QPainter(self)
        rect = QRectF(self.rect()).marginsRemoved(QMarginsF(*(self.BLEED,) * 4))
        paint_card(painter, rect, self._card, self._covers, hover=self.is_hovered(), ring=self.has_ring())
        painter.end()

    def _choose(self) -> None:
        self.chosen.emit(self._card.key)
