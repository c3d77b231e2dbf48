"""The tab bar: Qt's own keys, signals and scroll buttons, drawn as words with an underline."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QToolButton

from parkdir.i18n import _
from parkdir.ui import icons, theme
from parkdir.ui.parts.drawn import KEYBOARD
from parkdir.ui.parts.ink import CHIP, INK, PAPER, PRIMARY, SECOND, advance, draw_ring, fill_box, scale, shade

GAP = 6  # between the title and what stands beside it


class Tabs(QTabBar):
    """Titles with a small word beside each; measured bold, so that choosing moves nothing."""

    PAD = 16

    def __init__(self) -> None:
        super().__init__()
        self._ringed = False
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Sections"))
        for button in self.findChildren(QToolButton):
            button.installEventFilter(self)

    def show_tabs(self, tabs: Sequence[tuple[str, str]], chosen: int) -> None:
        """Titles and asides; no signal is sent, and living tabs are written anew rather than replaced."""
        blocked = self.blockSignals(True)
        while self.count() > len(tabs):
            self.removeTab(self.count() - 1)
        for number, (title, aside) in enumerate(tabs):
            if number >= self.count():
                self.addTab("")
            plain = title.replace("&", "&&")
            if (self.tabText(number), self.tabData(number)) != (plain, aside):
                self.setTabData(number, aside)
                self.setTabText(number, plain)
                self.setAccessibleTabName(number, f"{title} {aside}".strip())
        self.setCurrentIndex(chosen)
        self.blockSignals(blocked)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The scroll buttons in the theme's colours; Qt sets their arrows anew at every layout."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QToolButton):
            self._paint_scroller(watched)
            return True
        return super().eventFilter(watched, event)

    def height_at(self, width: int) -> int:
        return theme.px(48)

    def tabSizeHint(self, index: int) -> QSize:
        return _size(self.tabText(index), self.tabData(index) or "", scale())

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, theme.px(48))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = event.reason() in KEYBOARD
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for index in range(self.count()):
                self._paint_tab(painter, index)

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        rect, chosen = QRectF(self.tabRect(index)), index == self.currentIndex()
        hovered = rect.contains(QPointF(self.mapFromGlobal(self.cursor().pos()))) and self.underMouse()
        if hovered and not chosen:
            fill_box(painter, rect.adjusted(4, 8, -4, -8), 8, "hover")
        x, title = rect.x() + self.PAD, _plain(self.tabText(index))
        base = rect.y() + (rect.height() + theme.metrics(15).capHeight()) / 2
        painter.setFont(theme.font(15, chosen))
        painter.setPen(shade(CHIP if chosen else INK))
        painter.drawText(QPointF(x, base), title)
        aside = str(self.tabData(index) or "")
        if aside:
            painter.setFont(theme.font(13, chosen))
            painter.setPen(shade(CHIP if chosen else SECOND))
            painter.drawText(QPointF(x + advance(title, 15, chosen) + GAP, base), aside)
        if chosen:
            line = QRectF(x, rect.bottom() - 3, rect.width() - 2 * self.PAD, 3)
            fill_box(painter, line, 1.5, PRIMARY)
            if self._ringed and self.hasFocus():
                draw_ring(painter, rect.adjusted(4, 7, -4, -7), 8)

    def _paint_scroller(self, button: QToolButton) -> None:
        with QPainter(button) as painter:
            painter.fillRect(button.rect(), shade("hover" if button.underMouse() and button.isEnabled() else PAPER))
            name = "left" if button.arrowType() == Qt.ArrowType.LeftArrow else "right"
            side = theme.px(14)
            picture = icons.pixmap(name, side, INK if button.isEnabled() else "disabled", button.devicePixelRatio())
            painter.drawPixmap((button.width() - side) // 2, (button.height() - side) // 2, picture)


def _plain(title: str) -> str:
    return title.replace("&&", "&")


@lru_cache(maxsize=256)
def _size(title: str, aside: str, _scale: float) -> QSize:
    """Qt asks for all of them again whenever one is written anew. Treat it as read-only."""
    width = advance(_plain(title), 15, True) + 2 * Tabs.PAD
    if aside:
        width += GAP + advance(aside, 13, True)
    return QSize(int(width), theme.px(48))
