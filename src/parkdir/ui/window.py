"""The window itself: what the system knows of us. Light, because its first frame comes before everything else.

The first frame may be a picture of the page of parks as it looked last (ui/first.py); the content then takes its
place, and clicks made meanwhile wait in the system's queue and reach the content.
"""

import base64

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

WANTED = QSize(1440, 900)
FRAME = QSize(16, 48)  # what a frame takes at most; the system tells only once the window is shown


class Window(QWidget):
    """`painted`: the first frame is on the screen. `closing`: the user has closed it."""

    painted = Signal()
    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setMinimumSize(640, 400)
        self._picture: QImage | None = None
        self.is_painted = False

    def restore_geometry(self, kept: str) -> None:
        """Where the window was; else a good size, or the whole screen where that and a frame would not fit."""
        if kept and self.restoreGeometry(QByteArray(base64.b64decode(kept, validate=False))):
            return
        room = self.screen().availableSize() - FRAME
        self.resize(WANTED.boundedTo(room))
        if self.size() != WANTED:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def kept_geometry(self) -> str:
        return base64.b64encode(self.saveGeometry().data()).decode()

    def show_picture(self, picture: QImage) -> None:
        """What is seen until the content is there."""
        self._picture = picture

    def hold(self, content: QWidget) -> None:
        """From now on the window shows this."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(content)
        self._picture = None
        content.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._picture is not None:
            with QPainter(self) as painter:
                painter.drawImage(0, 0, self._picture)
        if not self.is_painted:
            self.is_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
