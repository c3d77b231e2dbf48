"""The head of a page: its cover from edge to edge, calm where the words are, art at the right."""

from collections.abc import Iterable, Iterator
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from parkdir.domain.brief import Mark, Page
from parkdir.i18n import _
from parkdir.ui import theme
from parkdir.ui.parts.covers import Covers, Key
from parkdir.ui.parts.drawn import Composed, Pressed
from parkdir.ui.parts.ink import WHITE, Ink, advance, draw_ring, fill_box, line_height, pill_height
from parkdir.ui.parts.labels import escaped

STEP = 40
NOBODY = Page("", "", "", "", "", None, (), (), ())


class Crumb(Pressed):
    """Where the page belongs; leads back there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = ""
        self.set_live(True)

    def show_crumb(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(_("Back to {name}").format(name=text))
        self.setVisible(bool(text))
        self.forget()
        self.update()

    def wanted_width(self) -> int:
        return ceil(advance(self._text, 13)) + theme.px(34)

    def compose(self, width: float) -> Ink:
        ink = Ink()
        ink.height = float(theme.px(32))
        top = (ink.height - line_height(13)) / 2
        ink.line(theme.px(26), top, width - theme.px(30), self._text, 13, colour=WHITE)
        return ink

    def paint_ground(self, painter: QPainter) -> None:
        if self.is_hovered():
            fill_box(painter, QRectF(self.rect()), 9, "#26FFFFFF")
        side = theme.px(32)
        pen = painter.pen()
        pen.setColor("#FFFFFF")
        pen.setWidthF(1.6)
        painter.setPen(pen)
        x, y, arm = theme.px(12), side / 2, theme.px(4)
        painter.drawPolyline([QPointF(x + arm, y - arm), QPointF(x, y), QPointF(x + arm, y + arm)])

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint_ground(painter)
            self.ink_at(self.width()).paint(painter)
            if self.has_ring():
                draw_ring(painter, QRectF(self.rect()), 9, WHITE)


class PageHeader(QWidget, Composed):
    """Name, second name, state, honours. slim: one bar, for windows with little height."""

    crumb_chosen = Signal()

    def __init__(self, covers: Covers) -> None:
        super().__init__()
        self._covers = covers
        self._page = NOBODY
        self._slim = False
        self._margin, self._most = 28, 0
        self._crumb = Crumb(self)
        self._crumb.clicked.connect(self.crumb_chosen)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_margin(self, margin: int, most: int) -> None:
        self._margin, self._most = margin, most

    def set_slim(self, slim: bool) -> bool:
        """True where it changed."""
        if slim == self._slim:
            return False
        self._slim = slim
        self.forget()
        self._lay()
        return True

    def show_page(self, page: Page) -> None:
        self._page = page
        self._crumb.show_crumb(page.crumb)
        marks = (*((page.status,) if page.status else ()), *page.marks)
        self.setAccessibleName(page.title)
        words = [page.subtitle, *(mark.text for mark in marks), page.note]
        self.setAccessibleDescription("\n".join(word for word in words if word))
        self.setToolTip(escaped("\n".join(word for word in (page.title, *words) if word)))
        self.forget()
        self._lay()
        self.update()

    def crumb(self) -> Crumb:
        return self._crumb

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.height_at(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def compose(self, width: float) -> Ink:
        return self._compose_slim(width) if self._slim else self._compose_tall(width)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and not self.is_cut():
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._covers.get(self.cover_key(painter.device().devicePixelRatio())))
            self.ink_at(self.width()).paint(painter)

    def cover_key(self, dpr: float) -> Key:
        """The cover for the present size, calm as far as the words reach; in steps, so that few are drawn."""
        width = ceil(self.width() / STEP) * STEP
        needed = min(self.width(), self.ink_at(self.width()).right() + theme.px(48)) / width
        calm = min(0.9, max(0.4, ceil(needed * 20) / 20))
        return self._covers.key(self._page.cover, width, self.height(), dpr, theme.current(), text_width=calm)

    def prepare(self, pages: Iterable[Page], width: int, dpr: float) -> Iterator[None]:
        """Covers of pages that will be shown at that width, one a step. For a header that is never shown itself."""
        for page in pages:
            self.show_page(page)
            self.resize(width, self.height_at(width))
            self._covers.prepare(self.cover_key(dpr))
            yield

    def _span(self, width: float) -> tuple[float, float]:
        """Where the words begin and the room they have."""
        inner = width - 2 * self._margin
        if self._most and inner > self._most:
            return (width - self._most) / 2, float(self._most)
        return float(self._margin), max(1.0, inner)

    def _marks(self) -> tuple[Mark, ...]:
        status = self._page.status
        return (*((status,) if status else ()), *self._page.marks)

    def _compose_tall(self, width: float) -> Ink:
        ink, page = Ink(), self._page
        x, room = self._span(width)
        y = float(theme.px(12) + theme.px(32)) if page.crumb else float(theme.px(28))
        y += ink.wrap(x, y, room, page.title, 34, True, WHITE, most=2)
        y += ink.wrap(x, y, room, page.subtitle, 15, colour=WHITE, most=2)
        marks = self._marks()
        if marks:
            y += theme.px(12)
            y += ink.pills(x, y, room, marks)
        if page.note:
            y += theme.px(10)
            y += ink.wrap(x, y, min(room, theme.px(820)), page.note, 13, colour=WHITE)
        ink.height = max(y + theme.px(28), float(theme.px(176 if page.crumb else 132)))
        return ink

    def _compose_slim(self, width: float) -> Ink:
        """Crumb, name and state in one line; the second name and the note have no room here."""
        ink, page = Ink(), self._page
        x, room = self._span(width)
        height = float(theme.px(60))
        right = x + room
        if page.crumb:
            taken = min(self._crumb.wanted_width(), room * 0.3)
            x, room = x + taken, room - taken
        pills = sum(advance(mark.text, 13) + theme.px(26) for mark in self._marks())
        beside = max(room - pills - theme.px(14), room * 0.6)
        size = 24 if advance(page.title, 24, True) <= beside else 18
        taken = ink.line(x, (height - line_height(size, True)) / 2, max(beside, 1), page.title, size, True, WHITE)
        left = x + taken + theme.px(14)
        for mark in self._marks():
            if left + advance(mark.text, 13) + theme.px(20) > right:
                ink.cut = True
                break
            left += ink.pill(left, (height - pill_height()) / 2, mark, right - left) + theme.px(6)
        ink.height = height
        ink.cut = ink.cut or bool(page.subtitle or page.note)
        return ink

    def _lay(self) -> None:
        x, room = self._span(self.width())
        side = theme.px(32)
        width = min(self._crumb.wanted_width(), int(room * (0.3 if self._slim else 1)))
        top = (self.height_at(self.width()) - side) // 2 if self._slim else theme.px(10)
        self._crumb.setGeometry(int(x) - theme.px(12), top, width, side)
