"""The table of parks: names bold, missing words quiet, Enter or a click opens."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from parkdir.i18n import _
from parkdir.ui.models.parks_table import ParksTable
from parkdir.ui.parts.ink import INK, SECOND
from parkdir.ui.parts.listing import Cell, Listing, WordsView


class ParkCell(Cell):
    """Names are bold, missing words are quiet."""

    def __init__(self, model: ParksTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model

    def look(self, index: QModelIndex | QPersistentModelIndex) -> tuple[bool, str]:
        if index.column() == 0:
            return True, INK
        return False, SECOND if self._model.is_absent(index.row(), index.column()) else INK


class ParksView(WordsView):
    """The table of parks: Enter or a click opens."""

    row_chosen = Signal(int)

    def __init__(self, model: ParksTable) -> None:
        super().__init__(model, ParkCell(model))
        self.setAccessibleName(_("Parks"))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.row_chosen.emit(index.row())


class ParksListing(Listing):
    """The table on its paper, and the parks its rows stand for."""

    park_chosen = Signal(str)

    def __init__(self) -> None:
        self._model = ParksTable()
        view = ParksView(self._model)
        super().__init__(view)
        self._model.setParent(self)
        view.row_chosen.connect(self._row_chosen)

    def show_parks(self, columns: Sequence[str], rows: Sequence[tuple[str, ...]], keys: Sequence[str]) -> None:
        self._model.show_parks(columns, rows, keys)
        self.view.show_weights(())

    def _row_chosen(self, row: int) -> None:
        self.park_chosen.emit(self._model.key(row))
