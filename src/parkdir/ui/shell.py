"""What the window holds: rail, bar, strip and the pages. Cheap to build: a change of language builds another one."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from parkdir.domain.errors import NotFound
from parkdir.ui.bar import Bar
from parkdir.ui.desk import Desk
from parkdir.ui.mode import Mode, Strip
from parkdir.ui.pages import Facilities, Pages
from parkdir.ui.rail import Rail
from parkdir.ui.trail import Place, Trail

PARKS = Place("parks")


class State(NamedTuple):
    """What a new shell takes over from the old one, beside the trail."""

    filter: str = ""
    scrolled: tuple[int, ...] = ()
    focus: str = ""


class Shell(QWidget):
    """Shows the trail's place and follows the desk."""

    def __init__(self, desk: Desk, mode: Mode, trail: Trail, facilities: Facilities) -> None:
        super().__init__()
        self.setObjectName("shell")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk, self._trail = desk, trail
        self._strip = Strip(mode)
        self._rail = Rail()
        self.bar = Bar()
        self._stack = QStackedWidget()
        self._stack.setObjectName("pages")
        self.pages = Pages(desk, facilities, self._stack)
        self._lay_out()
        self._wire(mode)
        self._office_changed()
        self.bar.restyle()
        self._view_changed()

    def go(self, place: Place) -> None:
        """To a place, as a step that back undoes; a park begins at its top."""
        self._trail.leave(self._scrolled())
        self._trail.go(place)
        if self.show_place() and place.page in ("park", "district"):
            self._scroll_to((0,))
        self.take_keys()

    def go_back(self) -> None:
        self._trail.leave(self._scrolled())
        self._trail.back()
        self._return()

    def go_forward(self) -> None:
        self._trail.leave(self._scrolled())
        self._trail.forward()
        self._return()

    def take_keys(self) -> None:
        """The page gets the keys, nothing in it; buttons of rail and bar keep them, the search box does not."""
        focus, page = self.window().focusWidget(), self._stack.currentWidget()
        around = (self._rail, self.bar, self._strip)
        kept = focus is not None and focus is not self.bar.search and any(one.isAncestorOf(focus) for one in around)
        if not kept and not page.isAncestorOf(focus):
            page.setFocus()

    def show_place(self) -> bool:
        """The trail's place, False until it is read; a park that this view is not shown leads back to the parks."""
        try:
            shown = self.pages.show_place(self._trail.here)
        except NotFound:
            self._trail.amend(PARKS)
            shown = self.pages.show_place(PARKS)
        if shown:
            self._rail.show_page(self._trail.here.page)
        self.bar.show_history(self._trail.can_back, self._trail.can_forward)
        return shown

    def page_size(self) -> QSize:
        return self._stack.size()

    def focus_search(self) -> None:
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    def escape(self) -> bool:
        """What Esc means where no part has taken it: details put away, an empty search box. False where neither was."""
        if self.pages.put_detail_away():
            return True
        if not self.bar.search.text():
            return False
        self.bar.search.clear()
        return True

    def restyle(self) -> None:
        """Icons for the theme; everything else is painted anew by itself."""
        self._rail.restyle()
        self.bar.restyle()
        self.pages.restyle()

    def state(self) -> State:
        focus = self.window().focusWidget()
        return State(self.bar.search.text(), self._scrolled(), focus.objectName() if focus else "")

    def restore(self, state: State) -> None:
        if state.filter:
            self.bar.search.setText(state.filter)
        self._scroll_to(state.scrolled)
        wanted: Any = self.findChild(QWidget, state.focus) if state.focus else None
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.take_keys()

    def _return(self) -> None:
        if self.show_place():
            self._scroll_to(self._trail.scrolled)
        self.take_keys()

    def _areas(self) -> list[QAbstractScrollArea]:
        """What scrolls of the page shown; the page's own area first."""
        page = self._stack.currentWidget()
        own = [page] if isinstance(page, QAbstractScrollArea) else []
        return [*own, *page.findChildren(QAbstractScrollArea)] if page is not None else []

    def _scrolled(self) -> tuple[int, ...]:
        return tuple(area.verticalScrollBar().value() for area in self._areas())

    def _scroll_to(self, scrolled: tuple[int, ...]) -> None:
        for area, value in zip(self._areas(), scrolled, strict=False):
            area.verticalScrollBar().setValue(value)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(column, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._strip)
        whole.addLayout(row, 1)

    def _wire(self, mode: Mode) -> None:
        self._rail.page_asked.connect(self._page_asked)
        self.pages.place_asked.connect(self.go)
        self.pages.pane_shown.connect(self._pane_shown)
        self.pages.filter_removed.connect(self.bar.search.clear)
        self.bar.back_asked.connect(self.go_back)
        self.bar.forward_asked.connect(self.go_forward)
        self.bar.search_edited.connect(self._search_edited)
        self.bar.search_entered.connect(self._search_entered)
        self.bar.language_asked.connect(self._desk.set_language)
        self.bar.theme_asked.connect(self._desk.turn_theme)
        self.bar.view_asked.connect(mode.toggle)
        self._desk.view_changed.connect(self._view_changed)
        self._desk.changed.connect(self.show_place)
        self._desk.office_changed.connect(self._office_changed)

    def _page_asked(self, page: str) -> None:
        self.go(Place(page))

    def _pane_shown(self, pane: str) -> None:
        self._trail.amend(self._trail.here._replace(pane=pane))

    def _search_edited(self, text: str) -> None:
        if self._trail.here != PARKS:  # the keys stay in the box
            self._trail.leave(self._scrolled())
            self._trail.go(PARKS)
            self.show_place()
        self.pages.show_filter(text)

    def _search_entered(self) -> None:
        self.pages.enter_parks(self.bar.search.text())

    def _view_changed(self) -> None:
        focus = self.focusWidget()
        if focus is not None and self._strip.isAncestorOf(focus):
            self.take_keys()
        self._strip.setVisible(self._desk.inside)
        self.show_place()

    def _office_changed(self) -> None:
        self.bar.show_office(self._desk.settings)
