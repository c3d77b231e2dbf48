"""A window in this process, led to every place there is, and everything that is seen or read out there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QTabBar, QTableView, QWidget

from parkdir import app, i18n, paths
from parkdir.services.directory import Directory
from parkdir.settings import Settings
from parkdir.store import engine
from parkdir.ui import theme
from parkdir.ui.browse.park import ParkPage
from parkdir.ui.content import Content
from parkdir.ui.desk import Desk
from parkdir.ui.pages import Facilities
from parkdir.ui.parts.card import ParkCard
from parkdir.ui.parts.cards import Cards
from parkdir.ui.parts.covers import Covers
from parkdir.ui.parts.drawn import Composed, Pressed
from parkdir.ui.parts.ink import Words
from parkdir.ui.trail import Place
from parkdir.ui.window import Window
from tests import filled

NOT_SHOWN = ("key", "group", "cover", "tone", "source")  # a card's strings that are for the program
T = TypeVar("T", bound=QWidget)


class Stop(NamedTuple):
    """Somewhere in the walk: its name and the window's place."""

    name: str
    place: Place
    layout: str = "cards"


class Walk:
    """One window on one directory, everything read where it is asked for."""

    def __init__(self, db: Path, language: str = "zh", view: str = "internal", scale: float = 1.0) -> None:
        app.application()
        theme.load_fonts()
        theme.load_rest_fonts()
        i18n.use(language)
        theme.use("light", scale)
        self._store = engine.connect(db)
        self.desk = Desk(Settings(language=language, view=view, text_scale=scale))
        self.desk.serve(app.Readings(Directory(self._store, today=lambda: filled.TODAY)))
        self.window = Window()
        facilities = Facilities(Covers(paths.user_cache() / "covers"), app.Backing(str(db)).versions, lambda: None)
        self.content = Content(self.window, self.desk, facilities)
        self.window.resize(1440, 900)
        self.window.show()
        self.content.watch()
        self.window.activateWindow()
        drain()

    def close(self) -> None:
        self.window.hide()
        self.window.deleteLater()
        drain()
        self._store.close()
        i18n.use("zh")
        theme.use("light", 1.0)

    def stops(self) -> list[Stop]:
        """Every page of this view, every pane of every park."""
        directory = self.desk.directory()
        assert directory is not None
        found = [Stop("parks", Place("parks")), Stop("table", Place("parks"), "table")]
        for card in (*directory.cards, *directory.unnamed):
            page = self.desk.park(card.key)
            assert page is not None
            found += [Stop(f"{card.key} {pane.key}", Place("park", card.key, pane.key)) for pane in page.panes]
        district = self.desk.district()
        assert district is not None
        found += [Stop(f"district {pane.key}", Place("district", "", pane.key)) for pane in district.panes]
        return [*found, Stop("settings", Place("settings")), Stop("about", Place("about"))]

    def go(self, stop: Stop) -> QWidget:
        """There; the page."""
        if self.page_name() == "park":
            self.sheet_away()
        self.content.shell.pages.show_layout(stop.layout)
        self.content.shell.go(stop.place)
        drain()
        found: QWidget = self.page()
        return found

    def page(self) -> Any:
        stack = self.window.findChild(QWidget, "pages")
        return stack.currentWidget()  # type: ignore[union-attr]

    def page_name(self) -> str:
        return self.content.trail.here.page

    def presses(self) -> list[Pressed]:
        """What opens details on this page: figures, facts, tiles."""
        page = self.page()
        if not isinstance(page, ParkPage):
            return []
        kinds = ("FigureButton", "FactRow", "TileButton")
        return [one for one in seen(page, Pressed) if type(one).__name__ in kinds and one.is_live()]

    def sheet_away(self) -> None:
        page = self.page()
        if isinstance(page, ParkPage):
            page.detail().put_away()


@contextmanager
def walking(db: Path, language: str = "zh", view: str = "internal", scale: float = 1.0) -> Iterator[Walk]:
    walk = Walk(db, language, view, scale)
    try:
        yield walk
    finally:
        walk.close()


def drain() -> None:
    """Layouts, deletions and painting that are due."""
    for _turn in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def seen(root: QWidget, kind: type[T]) -> list[T]:
    """What of that kind is shown in the root, itself included."""
    every = ([root] if isinstance(root, kind) else []) + root.findChildren(kind)
    return [one for one in every if one.isVisibleTo(root) and (one is root or not one.isWindow())]


def takes_tab(widget: QWidget) -> bool:
    """Whether Tab must lead there."""
    policy = widget.focusPolicy()
    return widget.isEnabled() and bool(policy.value & Qt.FocusPolicy.TabFocus.value) and widget.focusProxy() is None


def words(widget: QWidget) -> list[str]:
    """Everything that is painted on it, said about it and told over it, its children's not."""
    found = [widget.toolTip(), widget.statusTip(), widget.whatsThis(), widget.windowTitle()]
    spoken = QAccessible.queryAccessibleInterface(widget)
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Help, QAccessible.Text.Value)
    if spoken is not None:
        found += [spoken.text(kind) for kind in kinds]
    for name in ("text", "placeholderText", "copy_text", "toPlainText", "informativeText", "detailedText"):
        if hasattr(widget, name):
            found.append(str(getattr(widget, name)()))
    found += painted(widget)
    if isinstance(widget, QTabBar):
        for number in range(widget.count()):
            found += [widget.tabText(number), widget.tabToolTip(number), str(widget.tabData(number) or "")]
            found.append(widget.accessibleTabName(number))
    if isinstance(widget, QTableView):
        found += table_words(widget)
    if isinstance(widget, QMenu):
        found += [action.text() for action in widget.actions() if action.isVisible()]
    return [text for text in found if text]


def painted(widget: QWidget) -> list[str]:
    """The words of painted parts, each line by itself."""
    if isinstance(widget, Cards | ParkCard):
        cards = widget.cards() if isinstance(widget, Cards) else (widget.card(),)
        every = [pair for card in cards for pair in filled.strings(card._replace(find="")) if ".detail" not in pair[0]]
        return [text for place, text in every if text and place.rpartition(".")[2] not in NOT_SHOWN]
    if isinstance(widget, Composed) and widget.width() > 0:
        return [item.text for item in widget.ink_at(widget.width()).items if isinstance(item, Words)]
    return []


def table_words(table: QTableView) -> list[str]:
    model, none = table.model(), QModelIndex()
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    columns, rows = range(model.columnCount(none)), range(model.rowCount(none))
    cells = [model.index(row, column).data(role) for row in rows for column in columns for role in roles]
    heads = [model.headerData(column, Qt.Orientation.Horizontal, roles[0]) for column in columns]
    return [str(text) for text in (*cells, *heads) if text]


def all_words(root: QWidget) -> list[str]:
    """Of everything shown in it."""
    return [text for widget in seen(root, QWidget) for text in words(widget)]


def name_of(widget: QWidget) -> str:
    """How a failure names it."""
    text = widget.text() if isinstance(widget, QLabel) else widget.accessibleName()
    return f"{type(widget).__name__} {widget.objectName()} “{text[:30]}”"


def middle(widget: QWidget) -> QPoint:
    return widget.rect().center()


def distinct(found: Sequence[str]) -> list[str]:
    return sorted(set(found))
