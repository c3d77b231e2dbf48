"""The parks as a table: one row a park, its key beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from parkdir.domain.fields.words import ABSENCE
from parkdir.i18n import _
from parkdir.ui.models.words import WordsModel

NOTHING = frozenset(("", "—", "-", "–"))


class ParksTable(WordsModel):
    """Rows and the parks they stand for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: tuple[str, ...] = ()
        self._absent: frozenset[str] = NOTHING

    def show_parks(self, columns: Sequence[str], rows: Sequence[tuple[str, ...]], keys: Sequence[str]) -> None:
        self._keys = tuple(keys)
        self._absent = NOTHING | {_(word) for word in ABSENCE.values()}
        self.show_words(columns, rows)

    def key(self, row: int) -> str:
        return self._keys[row]

    def is_absent(self, row: int, column: int) -> bool:
        """A word that says a value is missing: set in the secondary colour."""
        return self.word(row, column) in self._absent
