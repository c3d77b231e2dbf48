"""The pages in the window: each made when it is first gone to, then kept, and given what it shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from parkdir.domain.brief import Directory
from parkdir.ui.browse.parks import ParksPage
from parkdir.ui.desk import Desk
from parkdir.ui.trail import Place

if TYPE_CHECKING:
    from parkdir.ui.parts.covers import Covers

EMPTY = Directory("", "", "", ())


class Facilities(NamedTuple):
    """What app.py hands to pages that need more than the desk."""

    covers: Covers
    versions: Callable[[], tuple[tuple[str, str], ...]]
    open_log: Callable[[], None]


class Pages(QObject):
    """Fills the stack. What a page shows already is not shown again: the desk hands out the same values."""

    place_asked = Signal(object)
    pane_shown = Signal(str)
    filter_removed = Signal()

    def __init__(self, desk: Desk, facilities: Facilities, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._desk, self._facilities, self._stack = desk, facilities, stack
        self._pages: dict[str, Any] = {}
        self._shown: dict[str, object] = {}
        self._filling = False

    def show_place(self, place: Place) -> bool:
        """False while what is to be shown has not been read yet; the page before stays."""
        content = self._content(place)
        if content is None and self._stack.count():
            return False
        name = place.page if content is not None else "parks"
        self._filling = True
        try:
            self._show(name, content if content is not None else EMPTY, place)
        finally:
            self._filling = False
        return content is not None

    def warm(self) -> None:
        """The park page made and painted once, unseen: the first visit then pays for no widgets and no letters."""
        directory = self._desk.directory()
        content = self._desk.park(directory.cards[0].key) if directory is not None and directory.cards else None
        if content is not None and "park" not in self._pages:
            page = self._page("park")
            self._shown["park"] = content
            page.show_page(content)
            page.grab()

    def show_filter(self, text: str) -> None:
        self._page("parks").show_filter(text)

    def show_layout(self, layout: str) -> None:
        """Cards or table on the page of parks."""
        self._desk.remember(layout=layout)
        self._page("parks").show_layout(layout)

    def enter_parks(self, text: str) -> None:
        """Enter in the search box: the park, where only one is left, else the first of them gets the keys."""
        if not text.strip():
            return
        parks = self._page("parks")
        found = parks.shown()
        if len(found) == 1:
            self._park_chosen(found[0])
        elif found:
            self.place_asked.emit(Place("parks"))
            parks.focus_first()

    def put_detail_away(self) -> bool:
        """False where none was open."""
        page: Any = self._stack.currentWidget()
        detail = page.detail() if page in (self._pages.get("park"), self._pages.get("district")) else None
        if detail is None or detail.isHidden():
            return False
        detail.put_away()
        return True

    def restyle(self) -> None:
        for page in self._pages.values():
            if hasattr(page, "restyle"):
                page.restyle()
            page.update()

    def _content(self, place: Place) -> Any:
        if place.page == "parks":
            return self._desk.directory()
        if place.page == "park":
            return self._desk.park(place.park)
        if place.page == "district":
            return self._desk.district()
        return self._desk.settings

    def _show(self, name: str, content: Any, place: Place) -> None:
        page = self._page(name)
        if self._shown.get(name) is not content:
            self._shown[name] = content
            if name == "parks":
                page.show_directory(content)
                if self._desk.settings.layout != "cards":
                    page.show_layout(self._desk.settings.layout)
            elif name == "settings":
                page.show_settings(content)
            elif name != "about":
                page.show_page(content)
        if name in ("park", "district"):
            page.choose_pane(place.pane)
        if self._stack.currentWidget() is not page:
            self._turn_to(page)

    def _turn_to(self, page: QWidget) -> None:
        """The keys go along with the page, to nothing in it: else Qt would ring its first button after a click."""
        old, focus = self._stack.currentWidget(), self._stack.window().focusWidget()
        follows = old is not None and focus is not None and old.isAncestorOf(focus)
        if follows:
            self._stack.setFocus()
        self._stack.setCurrentWidget(page)
        if follows:
            page.setFocus()

    def _page(self, name: str) -> Any:
        if name not in self._pages:
            page = self._made(name)
            page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            if self._stack.isVisible():
                page.resize(self._stack.size())  # before it is filled: else all would be laid out twice
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    def _made(self, name: str) -> QWidget:
        """Only the page of parks is imported at start."""
        covers = self._facilities.covers
        if name == "parks":
            parks = ParksPage(covers)
            parks.park_chosen.connect(self._park_chosen)
            parks.filter_removed.connect(self.filter_removed)
            parks.layout_chosen.connect(self._layout_chosen)
            return parks
        if name == "park":
            from parkdir.ui.browse.park import ParkPage

            park = ParkPage(covers)
            park.back_asked.connect(self._back_asked)
            park.pane_chosen.connect(self._pane_chosen)
            return park
        if name == "district":
            from parkdir.ui.browse.district import DistrictPage

            district = DistrictPage(covers)
            district.pane_chosen.connect(self._pane_chosen)
            return district
        if name == "about":
            from parkdir.ui.browse.about import AboutPage

            return AboutPage(self._facilities.versions, self._facilities.open_log)
        from parkdir.ui.browse.settings import SettingsPage

        settings = SettingsPage(self._desk)
        settings.about_asked.connect(self._about_asked)
        return settings

    def _park_chosen(self, key: str) -> None:
        self.place_asked.emit(Place("park", key))

    def _layout_chosen(self, layout: str) -> None:
        self._desk.remember(layout=layout)

    def _back_asked(self) -> None:
        self.place_asked.emit(Place("parks"))

    def _about_asked(self) -> None:
        self.place_asked.emit(Place("about"))

    def _pane_chosen(self, pane: str) -> None:
        if not self._filling:
            self.pane_shown.emit(pane)
