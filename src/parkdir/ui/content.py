"""What fills the window: a shell, another one for another language or text size, and the keys that work anywhere."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from parkdir import i18n
from parkdir.i18n import _
from parkdir.ui import theme
from parkdir.ui.bar import TITLE
from parkdir.ui.desk import Desk
from parkdir.ui.mode import Mode
from parkdir.ui.pages import Facilities
from parkdir.ui.parts.column import reveal
from parkdir.ui.shell import Shell
from parkdir.ui.trail import Place, Trail
from parkdir.ui.window import Window

BUTTON = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick)
STICKY = 56  # the tabs of a park's page lie over its top


class Content(QWidget):
    """Follows the desk; asks the window for title and full screen."""

    def __init__(self, window: Window, desk: Desk, facilities: Facilities, start: Place | None = None) -> None:
        super().__init__(window)
        self._window, self._desk, self._facilities = window, desk, facilities
        self.trail = Trail(start or Place("parks"))
        self.mode = Mode(desk, window)
        self._translator: QTranslator | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        theme.apply(window, desk.settings.theme, desk.settings.text_scale)
        self.shell = Shell(desk, self.mode, self.trail, facilities)
        self._column.addWidget(self.shell)
        self._add_keys()
        desk.language_changed.connect(self._language_changed)
        desk.scale_changed.connect(self._scale_changed)
        desk.look_changed.connect(self._look_changed)
        desk.view_changed.connect(self._title)
        window.closing.connect(self._closing)
        window.hold(self)
        self._title()
        self.shell.take_keys()  # the first Tab leads to the page's first part

    def watch(self) -> None:
        """Count idle minutes, and hear the mouse's own buttons before the part under it takes them; once shown."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self.mode)
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The mouse's own back and forward buttons, whatever lies under the pointer; nothing else hears of them."""
        if event.type() not in BUTTON or not isinstance(event, QMouseEvent):
            return False
        step = {Qt.MouseButton.BackButton: self._back, Qt.MouseButton.ForwardButton: self._forward}.get(event.button())
        if step is not None and event.type() == QEvent.Type.MouseButtonPress:
            step()
        return step is not None

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
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc comes here where no part has taken it; a shortcut would take it from them all."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self.shell.escape() and self._window.isFullScreen():
            self.turn_full_screen()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab: what gets the keys is seen, however far the page around it was scrolled."""
        moved = super().focusNextPrevChild(forward)
        focus = self._window.focusWidget()
        if moved and focus is not None:
            reveal(focus, margin=theme.px(STICKY))
        return moved

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

    def _language_changed(self) -> None:
        self.rebuild()
        self.speak()

    def _scale_changed(self) -> None:
        settings = self._desk.settings
        theme.apply(self._window, settings.theme, settings.text_scale)
        self.rebuild()

    def _look_changed(self) -> None:
        settings = self._desk.settings
        self.setUpdatesEnabled(False)
        theme.apply(self._window, settings.theme, settings.text_scale)
        self.shell.restyle()
        self.setUpdatesEnabled(True)

    def _title(self) -> None:
        title = _(TITLE)
        self._window.setWindowTitle(_("[Internal] {title}").format(title=title) if self._desk.inside else title)

    def _closing(self) -> None:
        self._desk.remember(geometry=self._window.kept_geometry())
        self._desk.save()
