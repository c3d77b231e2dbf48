"""A park's page: cover and name, figures, tabs that stay in sight, the pane chosen; all of it scrolls as one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from parkdir.domain.brief import Detail, Figure, Page
from parkdir.ui import theme
from parkdir.ui.parts.blocks import PaneBlocks
from parkdir.ui.parts.column import Column, chain
from parkdir.ui.parts.covers import Covers
from parkdir.ui.parts.detail import DetailSheet
from parkdir.ui.parts.header import NOBODY, PageHeader
from parkdir.ui.parts.ink import CANVAS, LINE, PAPER, SECOND, advance, elided, shade
from parkdir.ui.parts.panels import Footnotes
from parkdir.ui.parts.scroll import PageArea, turned
from parkdir.ui.parts.strip import FigureStrip
from parkdir.ui.parts.tabs import Tabs

PAGE, MOST = 28, 1440
LOW = 600  # a page lower than that has a slim header


class TabsBar(QWidget):
    """The tabs on paper; once they stick to the top, the page's name stands at their right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tabs = Tabs()
        self.tabs.setParent(self)
        self._name, self._stuck = "", False

    def show_name(self, name: str) -> None:
        self._name = name
        self.update()

    def set_stuck(self, stuck: bool) -> None:
        if stuck != self._stuck:
            self._stuck = stuck
            self.update()

    def lay(self, left: int, room: int) -> None:
        width = min(room + 2 * Tabs.PAD, self.width() - left + Tabs.PAD)
        self.tabs.setGeometry(left - Tabs.PAD, 0, width, self.height() - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), shade(PAPER))
            painter.fillRect(0, self.height() - 1, self.width(), 1, shade(LINE))

    def name_room(self) -> tuple[str, int]:
        """The name and where it begins, where there is room for it."""
        used = sum(self.tabs.tabSizeHint(number).width() for number in range(self.tabs.count()))
        right = self.tabs.geometry().right() - Tabs.PAD
        room = right - self.tabs.x() - used - theme.px(32)
        text = elided(self._name, 13, False, room)
        return (text, int(right - advance(text, 13))) if room > theme.px(120) and self._stuck else ("", 0)


class StickyName(QWidget):
    """Paints the name over the free end of the tab bar."""

    def __init__(self, bar: TabsBar) -> None:
        super().__init__(bar)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._bar = bar

    def paintEvent(self, event: QPaintEvent) -> None:
        text, left = self._bar.name_room()
        if not text:
            return
        with QPainter(self) as painter:
            painter.setFont(theme.font(13))
            painter.setPen(shade(SECOND))
            painter.drawText(left, int((self.height() + theme.metrics(13).capHeight()) / 2), text)


class ParkPage(QWidget):
    """Shows a Page. Only the pane in sight is filled."""

    back_asked = Signal()  # the crumb was chosen
    pane_chosen = Signal(str)

    def __init__(self, covers: Covers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: Page = NOBODY
        self._pane = ""
        self._header = PageHeader(covers)
        self._strip = FigureStrip()
        self._slot = QWidget()
        self._blocks = PaneBlocks()
        self._foot = Footnotes()
        self._column = Column()
        self._area = PageArea(self._column, CANVAS, self)
        self._bar = TabsBar(self._area.viewport())
        self._sticky = StickyName(self._bar)
        self._detail = DetailSheet(self)
        self._lay_out()
        self._wire()

    def show_page(self, page: Page) -> None:
        """Another park begins at the top and at its first pane; the same one stays where it was."""
        if page is not self._page:  # even of the same park: an open sheet may hold what other eyes must not see
            self._detail.put_away()
        same, self._page = page.key == self._page.key, page
        self.setUpdatesEnabled(False)
        keys = [pane.key for pane in page.panes]
        self._pane = self._pane if same and self._pane in keys else (keys[0] if keys else "")
        self._header.show_page(page)
        self._strip.show_figures(page.figures)
        self._bar.show_name(page.title)
        self._bar.tabs.show_tabs([(pane.title, pane.aside) for pane in page.panes], self._number())
        self._foot.show_lines(page.footnotes)
        self.setAccessibleName(page.title)
        self._fill()
        if not same:
            self._area.verticalScrollBar().setValue(0)
        self.setUpdatesEnabled(True)

    def choose_pane(self, key: str) -> None:
        """No name is the first; nothing happens where there is no such pane."""
        keys = [pane.key for pane in self._page.panes]
        key = key or next(iter(keys), "")
        if key in keys and key != self._pane:
            self._bar.tabs.setCurrentIndex(keys.index(key))

    def pane(self) -> str:
        return self._pane

    def restyle(self) -> None:
        """After a change of theme or text size."""
        page, self._page = self._page, NOBODY
        pane, scrolled = self._pane, self._area.verticalScrollBar().value()
        self.show_page(page)
        self.choose_pane(pane)
        self._area.verticalScrollBar().setValue(scrolled)
        self._detail.restyle()
        self.update()

    def inner(self) -> Column:
        """What scrolls."""
        return self._column

    def detail(self) -> DetailSheet:
        return self._detail

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        slim = self.height() < theme.px(LOW)
        if self._header.set_slim(slim):
            self._strip.set_slim(slim)
            self._column.relay()
        self._place_bar()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), shade(CANVAS))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._detail.isHidden():
            self._detail.put_away()
        elif not turned(self._area.verticalScrollBar(), event):
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        self._blocks.set_margins(theme.px(PAGE), 24, theme.px(PAGE), 32)
        for part in (self._blocks, self._header, self._strip):
            part.setParent(self._column)
            part.hide()  # until it is placed
        self._blocks.set_most(MOST)
        self._header.set_margin(theme.px(PAGE), MOST)
        self._strip.set_margin(theme.px(PAGE), MOST)
        self._foot.setParent(self._blocks)

    def _wire(self) -> None:
        self._header.crumb_chosen.connect(self.back_asked)
        self._strip.figure_chosen.connect(self._open_figure)
        self._blocks.detail_chosen.connect(self._open_detail)
        self._bar.tabs.currentChanged.connect(self._tab_changed)
        self._area.verticalScrollBar().valueChanged.connect(self._place_bar)
        self._column.laid.connect(self._place_bar)

    def _number(self) -> int:
        keys = [pane.key for pane in self._page.panes]
        return keys.index(self._pane) if self._pane in keys else 0

    def _tab_changed(self, number: int) -> None:
        if not 0 <= number < len(self._page.panes):
            return
        self._pane = self._page.panes[number].key
        self.setUpdatesEnabled(False)
        bar = self._area.verticalScrollBar()
        top = min(bar.value(), self._slot.y())
        self._fill()
        bar.setValue(top)
        self.setUpdatesEnabled(True)
        self.pane_chosen.emit(self._pane)

    def _fill(self) -> None:
        """The pane chosen, and the lines below it."""
        panes = self._page.panes
        blocks = panes[self._number()].blocks if panes else ()
        self._blocks.show_blocks(blocks, [self._foot] if self._page.footnotes else [])
        self._slot.setFixedHeight(self._bar.tabs.height_at(0) + 1 if panes else 0)
        self._bar.setVisible(bool(panes))
        parts: list[tuple[QWidget, int]] = [(self._header, 0)]
        if self._page.figures:
            parts.append((self._strip, 0))
        self._column.place([*parts, (self._slot, 0), (self._blocks, 0)])
        self._place_bar()
        figures = [button for button in self._strip.buttons() if button.is_live()]
        chain([self._header.crumb(), *figures, self._bar.tabs, *self._blocks.stops()])

    def _place_bar(self) -> None:
        """The tabs lie in their slot, or at the top once the slot has been scrolled away."""
        y = self._slot.y() - self._area.verticalScrollBar().value()
        width = self._area.viewport().width()
        self._bar.set_stuck(y < 0)
        self._bar.setGeometry(0, max(0, y), width, self._bar.tabs.height_at(0) + 1)
        left, room = self._blocks.margins_at(width)
        self._bar.lay(left, room)
        self._sticky.setGeometry(self._bar.rect())
        self._sticky.raise_()
        self._sticky.update()
        self._bar.raise_()

    def _open_figure(self, figure: Figure) -> None:
        if figure.detail is not None:
            self._open_detail(figure.detail)

    def _open_detail(self, detail: Detail) -> None:
        self._detail.show_detail(detail, QApplication.focusWidget())
