"""One window on one database: the live page, then the database beside it, then what nobody waits for."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from parkdir import __version__, i18n, paths
from parkdir.domain.brief import Directory, Page
from parkdir.domain.errors import Told
from parkdir.settings import Settings
from parkdir.ui import first, icons, theme
from parkdir.ui.ahead import MOST, Reader
from parkdir.ui.browse import front, front_parks
from parkdir.ui.content import Content
from parkdir.ui.desk import DIRECTORY, Ahead, Desk, Reading
from parkdir.ui.failure import Failures, told
from parkdir.ui.jobs import Jobs
from parkdir.ui.pages import Facilities
from parkdir.ui.parts.covers import Covers
from parkdir.ui.window import Window

SETTLE_MS = 400  # after the live page
AHEAD_MS = 200  # after the store is open: a click made before comes first
PICTURE_MS = 1500
COVER_MS = 20
COVERED = 12  # parks whose covers are drawn before anybody goes there
FRONT, PARKS = "front", "parks"


class Backing(Protocol):
    """What app.py hands in: the database and the front kept of it."""

    db: str

    def open(self) -> Reading: ...

    def close(self) -> None: ...

    def kept_front(self, what: str, **wanted: Any) -> dict[str, Any] | None: ...

    def keep_front(self, what: str, payload: dict[str, Any]) -> None: ...

    def move(self, settings: Settings) -> None: ...

    def versions(self) -> tuple[tuple[str, str], ...]: ...


class Session(QObject):
    """Built on a window that may be showing a picture already. `settled`: nothing is left to be done unasked."""

    settled = Signal()

    def __init__(
        self, window: Window, desk: Desk, backing: Backing, failures: Failures, *, inline: bool = False
    ) -> None:
        super().__init__(window)
        self.window, self.desk, self._backing, self._failures = window, desk, backing, failures
        self.jobs = Jobs(inline=inline)
        self._reading: Reading | None = None
        theme.load_fonts()
        desk.show_front(self._front(), self._front_park)
        self._facilities = Facilities(Covers(paths.user_cache() / "covers"), backing.versions, failures.open_folder)
        self.content = Content(window, desk, self._facilities)
        self._settling = self._timer(SETTLE_MS, self._settle)
        self._keeping = self._timer(PICTURE_MS, self._keep_picture)
        self.jobs.failed.connect(failures.failed)
        self._ahead = Reader(desk, self.jobs, self)
        self._ahead.done.connect(self._keep)
        self._covers: Iterator[None] = iter(())
        self._covering = self._timer(COVER_MS, self._cover)
        self._idle = self._timer(AHEAD_MS, self._read_ahead)
        desk.changed.connect(self._idle.start)
        failures.show_over(window)
        if window.is_painted:
            self._timer(0, self._open).start()
        else:
            window.painted.connect(self._open)

    def end(self) -> None:
        """After the last window: threads are joined before anything they use goes."""
        self._settling.stop()
        self._keeping.stop()
        self._idle.stop()
        self._covering.stop()
        self._ahead.end()
        self.jobs.close()
        self.desk.save()
        self._backing.close()
        self._failures.uninstall()

    def _timer(self, ms: int, answer: Any) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(ms)
        timer.timeout.connect(answer)
        return timer

    def _front(self) -> Directory | None:
        """The directory as it was last, if the database is still as it was."""
        payload = self._kept_front(i18n.language())
        try:
            return front.unpack(payload, inside=self.desk.inside) if payload is not None else None
        except (ValueError, TypeError, KeyError):
            return None

    def _front_park(self, key: str) -> Page | None:
        """A park's page in the visitor's words, likewise."""
        payload = self._kept_front(i18n.language(), PARKS)
        try:
            return front_parks.unpack(payload, key, inside=self.desk.inside) if payload is not None else None
        except (ValueError, TypeError, KeyError):
            return None

    def _kept_front(self, language: str, what: str = FRONT) -> dict[str, Any] | None:
        form = front.FORM if what == FRONT else front_parks.FORM
        return self._backing.kept_front(what, language=language, form=form, version=__version__)

    def _open(self) -> None:
        self.content.watch()
        self.jobs.read(self._read_first, self._opened, self._not_opened)
        self._settling.start()

    def _settle(self) -> None:
        theme.load_rest_fonts()
        self.content.speak()
        QApplication.setWindowIcon(icons.icon("park", "primary", 64))

    def _read_first(self) -> tuple[Reading, Ahead]:
        """In a reading thread."""
        reading, view = self._backing.open(), self.desk.view
        return reading, {(i18n.language(), view, DIRECTORY): reading.directory(view)}

    def _opened(self, found: tuple[Reading, Ahead]) -> None:
        self._reading, ahead = found
        self.desk.serve(self._reading, ahead)

    def _not_opened(self, problem: BaseException) -> None:
        """Nothing can be shown: the sentence, on the screen and for the terminal, and after it the end."""
        if not isinstance(problem, Told):
            self._failures.failed(problem)
            return
        print(problem, file=sys.stderr)
        folder = self.desk.settings.data_folder
        if folder and Path(self._backing.db).parent == Path(folder):
            self._ask_for_another_folder(problem)
        else:
            told(self.window, problem).finished.connect(self._give_up)

    def _ask_for_another_folder(self, problem: Told) -> None:
        """A stick that is not plugged in keeps nobody out."""
        from parkdir.ui.elsewhere import Elsewhere

        elsewhere = Elsewhere(self.window)
        elsewhere.chosen.connect(self._open_elsewhere)
        elsewhere.given_up.connect(self._give_up)
        elsewhere.ask(problem)

    def _open_elsewhere(self, folder: str) -> None:
        self.desk.remember(data_folder=folder)
        self.desk.save()
        self._backing.move(self.desk.settings)
        self.jobs.read(self._read_first, self._opened, self._not_opened)

    def _give_up(self) -> None:
        QApplication.exit(1)

    def _read_ahead(self) -> None:
        if self._reading is not None:
            self._ahead.begin(self._reading)

    def _keep(self) -> None:
        self.jobs.write(self._keep_fronts, self._fronts_kept)
        directory = self.desk.directory()
        if directory is not None and directory.cards:
            from parkdir.ui.browse import park_covers

            cards = (*directory.cards, *directory.unnamed)[:COVERED]
            pages = [page for card in cards if (page := self.desk.park(card.key)) is not None]
            size, dpr = self.content.shell.page_size(), self.window.devicePixelRatioF()
            self._covers = park_covers.prepare(self._facilities.covers, pages, size, dpr)
            self._covering.start()

    def _cover(self) -> None:
        """One a turn of the event loop, so that no click waits for several; then the park page itself."""
        if next(self._covers, self) is None:
            self._covering.start()
        else:
            self.content.shell.pages.warm()

    def _keep_fronts(self) -> None:
        """For the next start, in both languages. In the writing thread."""
        for language in i18n.LANGUAGES:
            if self._reading is None or self._kept_front(language, PARKS) is not None:
                continue
            with i18n.using(language):
                visitor = self._reading.directory("visitor")
                unnamed = len(self._reading.directory("internal").unnamed)
                pages = {card.key: self._reading.park(card.key, "visitor") for card in visitor.cards[:MOST]}
            version = {"version": __version__}
            self._backing.keep_front(FRONT, front.pack(visitor, unnamed, language) | version)
            self._backing.keep_front(PARKS, front_parks.pack(pages, language) | version)

    def _fronts_kept(self, _nothing: None) -> None:
        self._keeping.start()

    def _keep_picture(self) -> None:
        """The first frame of the next start, drawn of the front alone: nothing internal is in it."""
        picture = first.Picture(paths.user_cache() / "first.bin", self._backing.db, self.desk.settings, self.desk.view)
        directory = None if picture.is_kept(self.window) else self._front()
        if directory is not None:
            self._draw(picture, directory)
        self.settled.emit()

    def _draw(self, picture: first.Picture, directory: Directory) -> None:
        desk = Desk(self.desk.settings, view=self.desk.view)
        desk.show_front(directory)
        window = Window()
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.resize(self.window.size())
        Content(window, desk, self._facilities)
        window.show()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # how far it scrolls is seen, too
        picture.write(self.window, window.windowTitle(), window.grab().toImage())
        window.hide()
        window.deleteLater()
