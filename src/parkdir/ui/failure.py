"""Two kinds of failure: told (said in the user's words) and bug (logged, one dialog). Both reach the log.

The log holds no personal data: no values, and the user's home folder is written ~.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, Qt, QTimer, QtMsgType, QUrl, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from parkdir.domain.errors import Told
from parkdir.i18n import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

log = logging.getLogger("parkdir")
PAINTING = frozenset(("paintEvent", "paint", "data", "headerData", "_paint_scroller"))
SIZE = 512 * 1024  # of the log; one older log is kept
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CappedFile(logging.FileHandler):
    """A log that starts anew when it is full. (logging.handlers costs milliseconds of the first paint.)"""

    def __init__(self, path: Path, size: int = SIZE) -> None:
        super().__init__(path, encoding="utf-8", delay=True)
        self._path, self._size = path, size
        self.setFormatter(_Homeless("%(asctime)s %(levelname)s %(name)s: %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        if self._path.is_file() and self._path.stat().st_size > self._size:
            self.close()
            self._path.replace(self._path.with_suffix(".old.log"))
        super().emit(record)


class _Homeless(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return super().format(record).replace(str(Path.home()), "~")


class Failures:
    """Installed once by app.py; `folder` holds the logs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._window: QWidget | None = None
        self._shown: QMessageBox | None = None
        self._crashes: IO[str] | None = None
        self._handler: logging.Handler | None = None
        self._painted: set[tuple[str, int]] = set()  # where paints have failed

    def install(self) -> None:
        """Everything that goes wrong anywhere in the process comes here from now on."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._crashes = (self.folder / "crash.log").open("w", encoding="utf-8")
            faulthandler.enable(self._crashes)
            self._handler = CappedFile(self.folder / "parkdir.log")
        except OSError as problem:
            print(_("No log is kept, it can't be written: {problem}").format(problem=problem), file=sys.stderr)
            self._handler = logging.NullHandler()  # else every warning would be printed
        log.addHandler(self._handler)
        log.setLevel(logging.INFO)
        sys.excepthook = self.caught
        sys.unraisablehook = self._unraisable
        threading.excepthook = self._in_thread
        qInstallMessageHandler(qt_message)

    def uninstall(self) -> None:
        """Python's and Qt's own ways again; the logs are closed."""
        sys.excepthook, sys.unraisablehook = sys.__excepthook__, sys.__unraisablehook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        if self._crashes is not None:
            faulthandler.disable()
            self._crashes.close()
        if self._handler is not None:
            log.removeHandler(self._handler)
            self._handler.close()

    def show_over(self, window: QWidget) -> None:
        self._window = window

    def failed(self, problem: BaseException) -> None:
        """A job's or a page's failure."""
        if isinstance(problem, Told):
            told(self._window, problem)
        else:
            self.caught(type(problem), problem, problem.__traceback__)

    def caught(self, kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        painted = _painted(trace)
        if painted in self._painted:
            return
        log.critical("bug", exc_info=(kind, problem, trace))
        if threading.current_thread() is not threading.main_thread() or self._window is None:
            return
        if painted is None:
            self._show(problem)
        else:  # no window is opened within a paint, and none for each paint to come
            self._painted.add(painted)
            QTimer.singleShot(0, self._window, partial(self._show, problem))

    def _unraisable(self, found: sys.UnraisableHookArgs) -> None:
        problem = found.exc_value
        log.error("unraisable", exc_info=(found.exc_type, problem, found.exc_traceback) if problem else None)

    def _in_thread(self, found: threading.ExceptHookArgs) -> None:
        problem = found.exc_value
        log.error("in a thread", exc_info=(found.exc_type, problem, found.exc_traceback) if problem else None)

    def _show(self, problem: BaseException) -> None:
        """One dialog; while it stands, further failures are only logged."""
        if self._shown is not None:
            return
        import traceback

        from PySide6.QtWidgets import QMessageBox

        details = "".join(traceback.format_exception(problem)).replace(str(Path.home()), "~")
        box = _box(self._window, _("Something went wrong in the program. Your data is not affected."))
        box.setIcon(QMessageBox.Icon.Critical)
        box.setInformativeText(_("Please pass on the details. They hold no personal data."))
        box.setDetailedText(details)
        copy = box.addButton(_("Copy details"), QMessageBox.ButtonRole.ActionRole)
        folder = box.addButton(_("Open log folder"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(_("Close"), QMessageBox.ButtonRole.RejectRole)
        copy.clicked.connect(self._copy)
        folder.clicked.connect(self.open_folder)
        box.finished.connect(self._closed)
        self._shown = box
        box.open()

    def _copy(self) -> None:
        if self._shown is not None:
            QApplication.clipboard().setText(self._shown.detailedText())

    def open_folder(self) -> None:
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))

    def _closed(self) -> None:
        self._shown = None


def told(parent: QWidget | None, problem: Told, *ways: str) -> QMessageBox:
    """The sentence, over the window it concerns; its first button closes it, the others are ways out."""
    from PySide6.QtWidgets import QMessageBox

    log.info("told: %s", type(problem).__name__)
    box = _box(parent, str(problem))
    box.setIcon(QMessageBox.Icon.Warning)
    close = box.addButton(_("Close"), QMessageBox.ButtonRole.RejectRole)
    box.setEscapeButton(close)
    added = [box.addButton(words, QMessageBox.ButtonRole.ActionRole) for words in ways]
    box.setDefaultButton(added[0] if added else close)
    box.open()
    return box


def _painted(trace: TracebackType | None) -> tuple[str, int] | None:
    """File and line of a bug in a paint; None for any other."""
    within, place = False, ("", 0)
    while trace is not None:
        code = trace.tb_frame.f_code
        within = within or code.co_name in PAINTING
        place, trace = (code.co_filename, trace.tb_lineno), trace.tb_next
    return place if within else None


def qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    logging.getLogger("parkdir.qt").log(_LEVELS.get(kind, logging.WARNING), "%s: %s", context.category, text)


def _box(parent: QWidget | None, sentence: str) -> QMessageBox:
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(_("Directory of Specialised Industrial Parks, Jiefang District, Jiaozuo"))
    box.setText(sentence)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box
