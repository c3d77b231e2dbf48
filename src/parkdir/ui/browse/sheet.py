"""A scrolled sheet of cards with rows of label and control: how settings and about are laid out."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from parkdir.ui import theme
from parkdir.ui.parts.labels import Plain
from parkdir.ui.parts.scroll import turned

MOST = 760
_LABEL = 150


class Sheet(QScrollArea):
    """Title, then cards; no wider than can be read, and never wider than the window."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        canvas = QWidget()
        canvas.setObjectName("canvas")
        inner = QWidget()
        inner.setMaximumWidth(theme.px(MOST))
        row = QHBoxLayout(canvas)
        row.setContentsMargins(theme.px(28), theme.px(22), theme.px(28), theme.px(28))
        row.addWidget(inner, 1)
        row.addStretch(0)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(16))
        self.column.addWidget(Plain(title, name="pageTitle", wrap=True))
        self.setWidget(canvas)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not turned(self.verticalScrollBar(), event):
            super().keyPressEvent(event)

    def add_card(self, title: str, note: str = "") -> QVBoxLayout:
        """A card under the last one; rows go into what it returns."""
        frame = QFrame()
        frame.setProperty("kind", "card")
        rows = QVBoxLayout(frame)
        rows.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(18))
        rows.setSpacing(theme.px(12))
        rows.addWidget(Plain(title, name="sectionTitle"))
        if note:
            rows.addWidget(Plain(note, name="aside", wrap=True))
        self.column.addWidget(frame)
        return rows

    def end(self) -> None:
        self.column.addStretch(1)


def add_row(rows: QVBoxLayout, label: str, *controls: QWidget, note: str = "") -> Plain:
    """Label at the left, controls at the right, a small line under them. Returns the label."""
    words = Plain(label, name="label", wrap=True)
    words.setFixedWidth(theme.px(_LABEL))
    words.setMinimumHeight(theme.px(36))
    words.setBuddy(controls[0])
    row = QHBoxLayout()
    row.setSpacing(theme.px(8))
    row.addWidget(words, 0, Qt.AlignmentFlag.AlignTop)
    beside = QVBoxLayout()
    beside.setSpacing(theme.px(4))
    line = QHBoxLayout()
    line.setSpacing(theme.px(8))
    for control in controls:
        line.addWidget(control)
    beside.addLayout(line)
    if note:
        beside.addWidget(Plain(note, name="small", wrap=True))
    row.addLayout(beside, 1)
    rows.addLayout(row)
    return words
