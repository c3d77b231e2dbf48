"""The window: holds a shell, builds another for another language or text size, and has the keys that work anywhere."""

import base64
from collections.abc import Callable

from PySide6.QtCore import QByteArray, QLibraryInfo, QLocale, Qt, QTimer, QTranslator, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from parkdir import i18n
from parkdir.i18n import _
from parkdir.ui import icons, theme
from parkdir.ui.bar import TITLE
from parkdir.ui.desk import Desk
from parkdir.ui.mode import Mode
from parkdir.ui.pages import Facilities
from parkdir.ui.shell import Shell
from parkdir.ui.trail import Place, Trail


class Window(QWidget):
    """`painted`: the first frame is on the screen."""

    painted = Signal()

    def __init__(self, desk: Desk, facilities: Facilities, start: Place | None = None) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(640, 400)
        self._desk, self._facilities = desk, facilities
        self.trail = Trail(start or Place("parks"))
        self.mode = Mode(desk, self)
        self._painted = False
        self._translator: QTranslator | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        theme.apply(self, desk.settings.theme, desk.settings.text_scale)
        self.shell = Shell(desk, self.mode, self.trail, facilities)
        self._column.addWidget(self.shell)
        self._add_keys()
        desk.language_changed.connect(self._language_changed)
        desk.scale_changed.connect(self._scale_changed)
        desk.look_changed.connect(self._look_changed)
        desk.view_changed.connect(self._title)
        self._title()
        self.setFocus()  # of nothing in it: the first Tab leads to the first part

    def restore_geometry(self, kept: str) -> None:
        """Where the window was; else a good size within the screen."""
        if kept and self.restoreGeometry(QByteArray(base64.b64decode(kept, validate=False))):
            return
        room = self.screen().availableSize()
        self.resize(min(1440, room.width()), min(900, room.height()))

    def rebuild(self) -> None:
        """A new shell in this window; place, filter, scrolling and focus are taken over."""
        state, old = self.shell.state(), self.shell
        self.setUpdatesEnabled(False)
        try:
            self.shell = Shell(self._desk, self.mode, self.trail, self._facilities)
            self._column.replaceWidget(old, self.shell)
            old.hide()
            old.deleteLater()
            self._column.activate()
            self.shell.show()
            self.shell.restore(state)
        finally:
            self.setUpdatesEnabled(True)
        self._title()

    def speak(self) -> None:
        """Qt's own dialogs in the language in use; called after the first paint."""
        if self._translator is not None:
            QApplication.removeTranslator(self._translator)
            self._translator = None
        QLocale.setDefault(QLocale("zh_CN" if i18n.language() == "zh" else "en_GB"))
        if i18n.language() == "zh":
            translator = QTranslator(self)
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            if translator.load("qtbase_zh_CN", folder):
                QApplication.installTranslator(translator)
                self._translator = translator

    def resize_text(self, steps: int) -> None:
        """The next larger or smaller text; 0 the usual size."""
        sizes = theme.SCALES
        at = sizes.index(self._desk.settings.text_scale)
        wanted = sizes[max(0, min(len(sizes) - 1, at + steps))] if steps else 1.0
        self._desk.remember(text_scale=wanted)

    def turn_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._first_frame)

    def closeEvent(self, event: QCloseEvent) -> None:
        kept = base64.b64encode(self.saveGeometry().data()).decode()
        self._desk.remember(geometry=kept)
        self._desk.save()
        super().closeEvent(event)

    def _first_frame(self) -> None:
        self.windowHandle().installEventFilter(self.mode)
        self.painted.emit()

    def _add_keys(self) -> None:
        keys: tuple[tuple[str, Callable[[], None]], ...] = (
            ("F9", self.mode.toggle),
            ("F11", self.turn_full_screen),
            ("Ctrl+F", self._search),
            ("Alt+Left", self._back),
            ("Alt+Right", self._forward),
            ("Back", self._back),
            ("Forward", self._forward),
            ("Ctrl++", self._larger),
            ("Ctrl+=", self._larger),
            ("Ctrl+-", self._smaller),
            ("Ctrl+0", self._usual),
            ("Esc", self._escape),
        )
        for key, answer in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(answer)

    def _search(self) -> None:
        self.shell.focus_search()

    def _back(self) -> None:
        self.shell.go_back()

    def _forward(self) -> None:
        self.shell.go_forward()

    def _larger(self) -> None:
        self.resize_text(1)

    def _smaller(self) -> None:
        self.resize_text(-1)

    def _usual(self) -> None:
        self.resize_text(0)

    def _escape(self) -> None:
        if not self.shell.escape() and self.isFullScreen():
            self.turn_full_screen()

    def _language_changed(self) -> None:
        self.rebuild()
        self.speak()

    def _scale_changed(self) -> None:
        settings = self._desk.settings
        theme.apply(self, settings.theme, settings.text_scale)
        self.rebuild()

    def _look_changed(self) -> None:
        settings = self._desk.settings
        self.setUpdatesEnabled(False)
        theme.apply(self, settings.theme, settings.text_scale)
        self.shell.restyle()
        self.setUpdatesEnabled(True)

    def _title(self) -> None:
        title = _(TITLE)
        self.setWindowTitle(_("[Internal] {title}").format(title=title) if self._desk.inside else title)


def dress_application(app: QApplication) -> None:
    """After the first paint: the picture in the task bar."""
    app.setWindowIcon(icons.icon("park", "primary", 64))
