"""The internal and the visitor view: F9, ten idle minutes, a question where a second screen may be seen, the strip."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from parkdir.i18n import _
from parkdir.ui import theme
from parkdir.ui.desk import Desk
from parkdir.ui.parts.labels import Elided

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

IDLE_MS = 10 * 60 * 1000
_INPUT = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.KeyPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
    }
)


def count_screens() -> int:
    return len(QGuiApplication.screens())


class Mode(QObject):
    """Switches the desk's view. It watches the window's input (install_on), not every event of the program."""

    def __init__(
        self,
        desk: Desk,
        window: QWidget,
        *,
        screens: Callable[[], int] = count_screens,
        idle_ms: int = IDLE_MS,
    ) -> None:
        super().__init__(window)
        self._desk, self._window, self._screens = desk, window, screens
        self.question: QMessageBox | None = None
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(idle_ms)
        self._idle.timeout.connect(self.show_visitor)
        desk.view_changed.connect(self._view_changed)
        self._view_changed()

    def toggle(self) -> None:
        """F9. Outward at once; inward asks first where a guest may be looking at a second screen."""
        if self._desk.inside:
            self.show_visitor()
        elif self._screens() > 1:
            self._ask()
        else:
            self._desk.set_view("internal")

    def show_visitor(self) -> None:
        self._desk.set_view("visitor")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self.touched()
        return False

    def touched(self) -> None:
        """Somebody is there: ten minutes from now."""
        if self._desk.inside:
            self._idle.start()

    def _view_changed(self) -> None:
        if self._desk.inside:
            self._idle.start()
        else:
            self._idle.stop()

    def _ask(self) -> None:
        if self.question is not None:
            return
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(_("A second screen is connected: visitors may see internal content. Switch anyway?"))
        switch = box.addButton(_("Switch"), QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton(_("Stay in the visitor view"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        switch.clicked.connect(self._answered)
        box.finished.connect(self._asked)
        self.question = box
        box.open()

    def _answered(self) -> None:
        self._desk.set_view("internal")

    def _asked(self) -> None:
        self.question = None


class Strip(QWidget):
    """The amber strip over everything that is not for a guest's eyes."""

    def __init__(self, mode: Mode) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(theme.px(32))
        words = Elided(
            _("Internal view · contains unverified and internal content · do not project"), name="stripWords"
        )
        switch = QPushButton(_("F9 to switch"))
        switch.setToolTip(_("To the visitor view"))
        switch.setAccessibleName(_("To the visitor view"))
        switch.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        switch.clicked.connect(mode.toggle)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(28), 0, theme.px(20), 0)
        row.addWidget(words, 1)
        row.addWidget(switch)
