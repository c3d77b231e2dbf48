"""The page of parks: cards or a table, filters in sight, the unnamed below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from parkdir.domain.brief import Card, Directory, Heading, Notice
from parkdir.i18n import _
from parkdir.ui import theme
from parkdir.ui.browse.parks_head import ParksHead
from parkdir.ui.parts.column import Column, chain
from parkdir.ui.parts.covers import Covers
from parkdir.ui.parts.filters import Filters
from parkdir.ui.parts.gaps import TodoPanel
from parkdir.ui.parts.ink import CANVAS, shade
from parkdir.ui.parts.panels import Footnotes, HeadingLine, NoticePanel
from parkdir.ui.parts.scroll import PageArea, turned
from parkdir.ui.parts.section import CardSection

if TYPE_CHECKING:
    from parkdir.ui.browse.parks_view import ParksListing

PAGE, MOST = 28, 1880
NARROWEST, GAP, WIDEST = 372, 20, 760
COMPACT_NARROWEST, COMPACT_GAP = 288, 12
BUILT = "built"  # the state of the parks that share one notice


class ParksPage(QWidget):
    """Shows a Directory. Filter, order, layout and scroll stay when the facts are shown anew."""

    park_chosen = Signal(str)
    filter_removed = Signal()  # the words of the box were taken away here
    layout_chosen = Signal(str)

    def __init__(self, covers: Covers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._directory = Directory("", "", "", ())
        self._layout, self._order, self._group, self._words = "cards", "official", "", ""
        self._head, self._filters = ParksHead(), Filters()
        self._named = CardSection(covers, NARROWEST, GAP, WIDEST)
        self._unnamed = CardSection(covers, COMPACT_NARROWEST, COMPACT_GAP)
        self._unnamed_head, self._shared = HeadingLine(), NoticePanel()
        self._nothing, self._todo, self._foot = NoticePanel(), TodoPanel(), Footnotes()
        self._listing: ParksListing | None = None  # made when first asked for: it is not needed for the first paint
        self._column = Column()
        self._area = PageArea(self._column, CANVAS, self, steady=True)
        self._lay_out()
        self._wire()

    def show_directory(self, directory: Directory) -> None:
        self._directory = directory
        if self._group not in {choice.key for choice in directory.choices}:
            self._group = ""
        if not directory.rows:
            self._layout = "cards"
        self._fill()

    def show_filter(self, text: str) -> None:
        """Only cards whose names hold every word of it."""
        if text.strip() != self._words:
            self._words = text.strip()
            self._fill()

    def show_layout(self, layout: str) -> None:
        """cards or table."""
        self._layout = layout if self._directory.rows else "cards"
        self._head.show_layout(self._layout)
        self._fill()

    def shown(self) -> list[str]:
        """The keys of the parks that words and status leave."""
        return [card.key for card in self._kept((*self._directory.cards, *self._directory.unnamed))]

    def focus_first(self) -> None:
        """The keys go to the first card or row."""
        stops = self._content_stops()
        if stops:
            stops[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def restyle(self) -> None:
        """After a change of theme or text size."""
        self._head.restyle()
        self._fill()
        self.update()

    def inner(self) -> Column:
        """What scrolls."""
        return self._column

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._listing is not None:
            self._listing.set_most(self._most())
            self._column.relay()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not turned(self._area.verticalScrollBar(), event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), shade(CANVAS))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        self._column.set_margins(theme.px(PAGE), 24, theme.px(PAGE), 32)
        self._column.set_most(MOST)

    def _wire(self) -> None:
        self._head.layout_chosen.connect(self._choose_layout)
        self._head.order_chosen.connect(self._choose_order)
        self._filters.group_chosen.connect(self._choose_group)
        self._filters.words_removed.connect(self._remove_words)
        self._named.chosen.connect(self.park_chosen)
        self._unnamed.chosen.connect(self.park_chosen)

    def _choose_layout(self, layout: str) -> None:
        self.show_layout(layout)
        self.layout_chosen.emit(layout)

    def _choose_order(self, order: str) -> None:
        self._order = order
        self._fill()

    def _choose_group(self, group: str) -> None:
        self._group = group
        self._fill()

    def _remove_words(self) -> None:
        self._words = ""
        self._fill()
        self.filter_removed.emit()

    def _fill(self) -> None:
        """Everything anew into the same widgets; where one had scrolled to stays."""
        directory, bar = self._directory, self._area.verticalScrollBar()
        at = bar.value()
        self.setUpdatesEnabled(False)
        self._head.show_head(directory)
        self._head.show_layout(self._layout)
        self._head.show_order(self._order)
        self._filters.show_filters(directory.choices, self._group, self._words)
        named, unnamed = self._kept(directory.cards), self._kept(directory.unnamed)
        if self._layout == "table":
            self._fill_table([*named, *unnamed])
        else:
            self._named.show_cards(self._ordered(named))
            self._unnamed.show_cards(unnamed)
        self._unnamed_head.show_heading(Heading(directory.unnamed_title))
        self._column.place(self._parts(bool(named), bool(unnamed)))
        chain([*self._head.controls(), *self._filters.chips(), *self._content_stops()])
        bar.setValue(at)
        self.setUpdatesEnabled(True)

    def _parts(self, named: bool, unnamed: bool) -> list[tuple[QWidget, int]]:
        """What the page holds now, from top to bottom, with the gap above each."""
        directory, gap = self._directory, theme.px(20)
        parts: list[tuple[QWidget, int]] = [(self._head, 0)]
        if self._filters.chips():
            parts.append((self._filters, theme.px(16)))
        if self._layout == "table" and self._listing is not None and (named or unnamed):
            parts.append((self._listing, gap))
        elif self._layout == "cards":
            parts += [(self._named.part, gap)] if named else []
            if unnamed:
                parts += [(self._unnamed_head, theme.px(28)), (self._unnamed.part, theme.px(12))]
        if not (named or unnamed) and (self._words or self._group):
            self._nothing.show_notice(Notice(_("No park fits these filters.")), "search")
            parts.append((self._nothing, gap))
        if directory.shared is not None and not self._words and self._group in ("", BUILT):
            self._shared.show_notice(directory.shared, "building")
            parts.append((self._shared, gap))
        if directory.todo:
            self._todo.show_todo(directory.todo_title, directory.todo)
            parts.append((self._todo, gap))
        if directory.footnotes:
            self._foot.show_lines(directory.footnotes)
            parts.append((self._foot, gap))
        return parts

    def _content_stops(self) -> list[QWidget]:
        if self._layout == "table" and self._listing is not None:
            return [self._listing.view]
        shown = self._column.parts()
        return [stop for section in (self._named, self._unnamed) if section.part in shown for stop in section.stops()]

    def _kept(self, cards: Sequence[Card]) -> list[Card]:
        words = self._words.lower().split()
        return [
            card
            for card in cards
            if (not self._group or card.group == self._group) and all(word in card.find for word in words)
        ]

    def _ordered(self, cards: list[Card]) -> list[Card]:
        places = self._places()
        return sorted(cards, key=lambda card: places.get(card.key, len(places)))

    def _places(self) -> dict[str, int]:
        """Each park's place in the order chosen; none in the official one, which the cards are in."""
        order = {"name": self._directory.name_order, "size": self._directory.size_order}.get(self._order, ())
        return {key: number for number, key in enumerate(order)}

    def _fill_table(self, cards: list[Card]) -> None:
        """The rows of these cards, in the order chosen."""
        listing = self._listing = self._listing or self._made_listing()
        kept = {card.key for card in cards}
        rows = [
            (key, row)
            for key, row in zip(self._directory.row_keys, self._directory.rows, strict=False)
            if key in kept or (not cards and not (self._words or self._group))
        ]
        places = self._places()
        rows.sort(key=lambda pair: places.get(pair[0], len(places)))
        listing.show_parks(self._directory.columns, [row for _key, row in rows], [key for key, _row in rows])

    def _made_listing(self) -> ParksListing:
        from parkdir.ui.browse.parks_view import ParksListing

        listing = ParksListing()
        listing.setParent(self._column)
        listing.set_most(self._most())
        listing.park_chosen.connect(self.park_chosen)
        return listing

    def _most(self) -> int:
        """A table higher than that scrolls by itself."""
        return max(theme.px(280), self.height() - theme.px(120))
