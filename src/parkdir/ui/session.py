"""One window on one database: the live page, then the database beside it, then what nobody waits for."""

import sys
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from parkdir import __version__, i18n, paths
from parkdir.domain.brief import Directory
from parkdir.domain.errors import Told
from parkdir.settings import VIEWS, Settings
from parkdir.ui import first, icons, theme
from parkdir.ui.browse import front
from parkdir.ui.content import Content
from parkdir.ui.desk import DIRECTORY, DISTRICT, Ahead, Desk, Reading, park_name
from parkdir.ui.failure import Failures, told
from parkdir.ui.jobs import Jobs
from parkdir.ui.pages import Facilities
from parkdir.ui.parts.covers import Covers
from parkdir.ui.window import Window

SETTLE_MS = 400  # after the live page
PICTURE_MS = 1500


class Backing(Protocol):
    """What app.py hands in: the database and the front kept of it."""

    db: str

    def open(self) -> Reading: ...

    def close(self) -> None: ...

    def kept_front(self, **wanted: Any) -> dict[str, Any] | None: ...

    def keep_front(self, payload: dict[str, Any]) -> None: ...

    def move(self, settings: Settings) -> None: ...

    def versions(self) -> tuple[tuple[str, str], ...]: ...


class Session(QObject):
    """Built on a window that may be showing a picture already."""

    def __init__(
        self, window: Window, desk: Desk, backing: Backing, failures: Failures, *, inline: bool = False
    ) -> None:
        super().__init__(window)
        self.window, self.desk, self._backing, self._failures = window, desk, backing, failures
        self.jobs = Jobs(inline=inline)
        self._reading: Reading | None = None
        theme.load_fonts()
        desk.show_front(self._front())
        self._facilities = Facilities(Covers(paths.user_cache() / "covers"), backing.versions, failures.open_folder)
        self.content = Content(window, desk, self._facilities)
        self._settling = self._timer(SETTLE_MS, self._settle)
        self._keeping = self._timer(PICTURE_MS, self._keep_picture)
        self.jobs.failed.connect(failures.failed)
        desk.changed.connect(self._read_ahead)
        failures.show_over(window)
        if window.is_painted:
            self._timer(0, self._open).start()
        else:
            window.painted.connect(self._open)

    def end(self) -> None:
        """After the last window: threads are joined before anything they use goes."""
        self._settling.stop()
        self._keeping.stop()
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

    def _kept_front(self, language: str) -> dict[str, Any] | None:
        return self._backing.kept_front(language=language, form=front.FORM, version=__version__)

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
        self.jobs.write(self._keep_fronts, self._fronts_kept)

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
        """Every page, of this language and view first, so that going there waits for nothing."""
        if self._reading is None:
            return
        reading, edition = self._reading, self.desk.edition
        languages = sorted(i18n.LANGUAGES, key=i18n.language().__ne__)
        views = sorted(VIEWS, key=self.desk.view.__ne__)
        for view in views:
            for language in languages:
                work = partial(pages_of, reading, language, view)
                self.jobs.read(work, partial(self.desk.hold, edition=edition), _let_be)

    def _keep_fronts(self) -> None:
        """For the next start, in both languages. In the writing thread."""
        for language in i18n.LANGUAGES:
            if self._reading is not None and self._kept_front(language) is None:
                with i18n.using(language):
                    visitor = self._reading.directory("visitor")
                    unnamed = len(self._reading.directory("internal").unnamed)
                self._backing.keep_front(front.pack(visitor, unnamed, language) | {"version": __version__})

    def _fronts_kept(self, _nothing: None) -> None:
        self._keeping.start()

    def _keep_picture(self) -> None:
        """The first frame of the next start, drawn of the front alone: nothing internal is in it."""
        picture = first.Picture(paths.user_cache() / "first.bin", self._backing.db, self.desk.settings, self.desk.view)
        directory = self._front()
        if directory is None or picture.is_kept(self.window):
            return
        desk = Desk(self.desk.settings, view=self.desk.view)
        desk.show_front(directory)
        window = Window()
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.resize(self.window.size())
        Content(window, desk, self._facilities)
        window.show()
        picture.write(self.window, window.windowTitle(), window.grab().toImage())
        window.hide()
        window.deleteLater()


def pages_of(reading: Reading, language: str, view: str) -> Ahead:
    with i18n.using(language):
        directory = reading.directory(view)
        ahead: Ahead = {
            (language, view, DIRECTORY): directory,
            (language, view, DISTRICT): reading.district(view),
        }
        for card in (*directory.cards, *directory.unnamed):
            ahead[language, view, park_name(card.key)] = reading.park(card.key, view)
    return ahead


def _let_be(_problem: BaseException) -> None:
    """Reading ahead has failed: whoever goes to the page will be told."""
