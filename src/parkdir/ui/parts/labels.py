"""Words on a page: the only labels there are, and they never read data as markup."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

HANZI = "\u2e80"  # from there on characters are as wide as they are high


def escaped(text: str) -> str:
    """Text for a tool tip, which would guess at markup: always marked up, and nothing of it from the data."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    return f"<qt>{safe}</qt>"


def ended(shown: str) -> str:
    """Elided words. The typeface's … is as wide as a hanzi and stands half-way up: after Latin words three stops."""
    words = shown.removesuffix("…").rstrip()
    return f"{words}..." if shown.endswith("…") and words and words[-1] < HANZI else shown


class Plain(QLabel):
    """Plain text. `name` is its id in the style sheet."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        name: str = "",
        wrap: bool = False,
        selectable: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if name:
            self.setObjectName(name)
        if wrap:
            self.setWordWrap(True)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.setText(text)


class Elided(Plain):
    """One line that gives way: it ends in … where the room ends, and then its tool tip holds the whole."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(text, parent, name=name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        """The whole text; the tool tip follows."""
        super().setText(text)
        self._tell()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setPen(self.palette().windowText().color())
            painter.drawText(self.contentsRect(), self.alignment() | Qt.TextFlag.TextSingleLine, self._shown())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def _tell(self) -> None:
        """The tool tip, where something is cut off. (No event() override: it would be called for every event.)"""
        tip = escaped(self.text()) if self._shown() != self.text() else ""
        if tip != self.toolTip():
            self.setToolTip(tip)

    def _shown(self) -> str:
        text, room = self.text(), self.contentsRect().width()
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        return shown if shown == text else ended(shown)
