"""The composition root: the only place that knows everyone. Nothing heavy is imported before the first paint."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from parkdir import __version__, i18n, paths, settings
from parkdir.domain.errors import MissingPart, Told
from parkdir.store import front as fronts
from parkdir.ui import display, icons, theme
from parkdir.ui.browse import front as front_page
from parkdir.ui.desk import DIRECTORY, DISTRICT, Ahead, Desk, park_name
from parkdir.ui.failure import Failures
from parkdir.ui.jobs import Jobs
from parkdir.ui.pages import Facilities
from parkdir.ui.parts.covers import Covers
from parkdir.ui.window import Window, dress_application

if TYPE_CHECKING:
    from parkdir.domain.brief import Directory, Page
    from parkdir.services.directory import Directory as Service
    from parkdir.store.engine import Store


SETTLE_MS = 300  # after the first paint


class Options(NamedTuple):
    """What the command line may say about the window."""

    db: str | None = None
    audience: str | None = None
    lang: str | None = None


class Readings:
    """The reading service as the screens know it: a view is a word there."""

    def __init__(self, service: "Service") -> None:
        from parkdir.domain.audience import View

        self._service, self._view = service, View

    def directory(self, view: str) -> "Directory":
        return self._service.directory(self._view(view))

    def park(self, key: str, view: str) -> "Page":
        return self._service.park(key, self._view(view))

    def district(self, view: str) -> "Page":
        return self._service.district(self._view(view))


def run(options: Options) -> int:
    """Open the window and stay until it is closed. The exit code."""
    place = paths.user_data() / "settings.json"
    chosen = settings.read(place)
    i18n.use(options.lang or i18n.wanted(chosen.language))
    failures = Failures(paths.user_log())
    failures.install()
    try:
        display.check()
    except MissingPart as problem:
        print(problem, file=sys.stderr)
        return problem.code
    theme.use(chosen.theme, chosen.text_scale)
    app = application()
    desk = Desk(chosen, view=_view(options.audience), save=lambda now: settings.write(place, now))
    session = Session(database(options.db, chosen), desk, failures)
    session.begin()
    code = app.exec()
    session.end()
    return code


def application() -> QApplication:
    """Qt set up the one way that windows and pictures of windows share."""
    display.choose_input_method()
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        # as an argument: setStyle would hand a QStyle to Python, whose enums cost milliseconds of the first paint
        app = QApplication([sys.argv[0] or "parkdir", "-style", "Fusion"])
    display.release()
    app.setApplicationName("parkdir")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("parkdir")
    theme.load_fonts()
    app.setFont(theme.font(15))
    return app


def database(asked: str | None, chosen: settings.Settings) -> str:
    """The path or URL asked for, else parkdir.sqlite in the folder chosen, else in the user's own."""
    folder = Path(chosen.data_folder) if chosen.data_folder else paths.user_data()
    return asked or str(folder / "parkdir.sqlite")


class Session:
    """One window on one database, from the first paint to the end."""

    def __init__(self, db: str, desk: Desk, failures: Failures, *, inline: bool = False) -> None:
        self._db, self._desk, self._failures = db, desk, failures
        self.jobs = Jobs(inline=inline)
        self._store: Store | None = None
        self._reading: Readings | None = None
        self._covers = Covers(paths.user_cache() / "covers")
        self._show_front()
        self.window = Window(desk, Facilities(self._covers, versions, failures.open_folder))
        self.window.painted.connect(self._painted)
        self._later = QTimer(self.window)
        self._later.setSingleShot(True)
        self._later.setInterval(SETTLE_MS)
        self._later.timeout.connect(self._settle)
        self.jobs.failed.connect(failures.failed)
        desk.language_changed.connect(self._read_ahead)
        desk.view_changed.connect(self._read_ahead)
        failures.show_over(self.window)

    def begin(self) -> None:
        self.window.restore_geometry(self._desk.settings.geometry)
        self.window.show()

    def end(self) -> None:
        """After the last window: threads are joined before anything they use goes."""
        self._later.stop()
        self.jobs.close()
        self._desk.save()
        if self._store is not None:
            self._store.close()

    def _show_front(self) -> None:
        """The directory as it was last, if the database is still as it was."""
        payload = self._kept_front(i18n.language())
        if payload is not None:
            try:
                self._desk.show_front(front_page.unpack(payload, inside=self._desk.inside))
            except (ValueError, TypeError, KeyError):
                self._desk.show_front(None)

    def _painted(self) -> None:
        """The first frame is up: now the heavy parts, beside the window."""
        self.jobs.read(self._open, self._opened, self._not_opened)
        self._later.start()

    def _settle(self) -> None:
        """What nobody waits for."""
        theme.load_rest_fonts()
        self.window.speak()
        dress_application(application())

    def _open(self) -> tuple[Readings, Ahead]:
        """In a reading thread."""
        from parkdir.services import session
        from parkdir.services.directory import Directory

        self._store = session.start(self._db)
        reading, view = Readings(Directory(self._store)), self._desk.view
        return reading, {(i18n.language(), view, DIRECTORY): reading.directory(view)}

    def _opened(self, found: tuple[Readings, Ahead]) -> None:
        self._reading, ahead = found
        self._desk.serve(self._reading, ahead)
        self._read_ahead()
        self.jobs.write(self._keep_front)

    def _not_opened(self, problem: BaseException) -> None:
        """Nothing can be shown: the sentence, on the screen and for the terminal, and after it the end."""
        if not isinstance(problem, Told):
            self._failures.failed(problem)
            return
        print(problem, file=sys.stderr)
        from parkdir.ui.failure import told

        box = told(self.window, problem)
        box.finished.connect(self._give_up)

    def _give_up(self) -> None:
        QApplication.exit(1)

    def _read_ahead(self) -> None:
        """Every page of this view and language, so that going there waits for nothing."""
        if self._reading is not None:
            language, view, reading = i18n.language(), self._desk.view, self._reading
            self.jobs.read(lambda: _pages(reading, language, view), self._desk.hold, _let_be)

    def _keep_front(self) -> None:
        """For the next start, in both languages. In the writing thread."""
        from parkdir.store import parks

        if self._store is None or self._reading is None:
            return
        with self._store.read() as connection:
            identity, head = parks.identity(connection), parks.head(connection)
        for language in i18n.LANGUAGES:
            if self._kept_front(language) is not None:
                continue
            with i18n.using(language):
                visitor = self._reading.directory("visitor")
                unnamed = len(self._reading.directory("internal").unnamed)
            payload = front_page.pack(visitor, unnamed, language) | {"version": __version__}
            fronts.write(_front_file(language), identity, head, payload)

    def _kept_front(self, language: str) -> dict[str, Any] | None:
        if "://" in self._db:
            return None
        wanted = {"form": front_page.FORM, "language": language, "version": __version__}
        return fronts.read(Path(self._db), _front_file(language), **wanted)


def _front_file(language: str) -> Path:
    return paths.user_cache() / f"front-{language}.json"


def _let_be(_problem: BaseException) -> None:
    """Reading ahead has failed: whoever goes to the page will be told."""


def _pages(reading: Readings, language: str, view: str) -> Ahead:
    with i18n.using(language):
        directory = reading.directory(view)
        ahead: Ahead = {
            (language, view, DIRECTORY): directory,
            (language, view, DISTRICT): reading.district(view),
        }
        for card in (*directory.cards, *directory.unnamed):
            ahead[language, view, park_name(card.key)] = reading.park(card.key, view)
    return ahead


def _view(audience: str | None) -> str | None:
    """The window knows two views; the public's is the kiosk's."""
    return None if audience is None else "internal" if audience == "internal" else "visitor"


def tour(folder: Path, *, pages: list[str] | None = None, full: bool = False, db: str | None = None) -> int:
    """Whole windows as PNG files, without a display. The exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    display.check()
    application()
    from parkdir.services import session
    from parkdir.services.directory import Directory
    from parkdir.ui.tour import render

    theme.load_rest_fonts()
    with session.opened(database(db, settings.Settings())) as store:
        desk = Desk(view="visitor")
        desk.serve(Readings(Directory(store)))
        facilities = Facilities(Covers(paths.user_cache() / "covers"), versions, _nothing)
        for path in render(folder, desk, facilities, pages=pages, full=full):
            print(path)
    icons.store()
    return 0


def versions() -> tuple[tuple[str, str], ...]:
    """What the program runs on, for the page about it."""
    import platform
    from importlib import import_module
    from importlib.metadata import version

    from PySide6.QtCore import qVersion

    return (
        ("parkdir", __version__),
        ("Python", platform.python_version()),
        ("Qt", qVersion()),
        ("PySide6", version("PySide6")),
        ("SQLAlchemy", version("SQLAlchemy")),
        ("SQLite", import_module("sqlite3").sqlite_version),
        ("QtAwesome", version("QtAwesome")),
    )


def _nothing() -> None:
    """There is no folder to open while pictures are made."""
