"""The composition root: the only place that knows everyone. What the first frame can do without is imported after it.

Seen from outside: a bare window, the picture of the page of parks (or, without one, the page from its small file),
the live page, and then, beside the window, the database.
"""

import gc
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtWidgets import QApplication

from parkdir import __version__, i18n, paths, settings
from parkdir.domain.errors import MissingPart
from parkdir.ui import display, first, theme
from parkdir.ui.window import Window

if TYPE_CHECKING:
    from parkdir.domain.brief import Directory, Page
    from parkdir.services.directory import Directory as Service
    from parkdir.store.engine import Store
    from parkdir.ui.session import Session


SWITCH = 0.0005  # seconds a reading thread may keep the window waiting; Python's own 5 ms add up within one paint


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


class Backing:
    """What lies behind a window: one database, opened in a reading thread, and its front."""

    def __init__(self, db: str) -> None:
        self.db = db
        self._store: Store | None = None

    def open(self) -> Readings:
        """Told where it can't be used. SQLAlchemy is imported here."""
        from parkdir.services import session
        from parkdir.services.directory import Directory

        self._store = session.start(self.db)
        return Readings(Directory(self._store))

    def move(self, chosen: settings.Settings) -> None:
        """To the place that the choices name; what was asked for could not be opened."""
        self.db = database(None, chosen)

    def close(self) -> None:
        if self._store is not None:
            self._store.close()

    def kept_front(self, what: str, **wanted: Any) -> dict[str, Any] | None:
        """The page of parks as it was last, or pages of parks, if the database is as it was."""
        from parkdir.store import front

        file = _front_file(what, wanted["language"])
        return front.read(Path(self.db), file, **wanted) if "://" not in self.db else None

    def keep_front(self, what: str, payload: dict[str, Any]) -> None:
        from parkdir.store import front, parks

        if self._store is not None:
            with self._store.read() as connection:
                identity, head = parks.identity(connection), parks.head(connection)
            front.write(_front_file(what, payload["language"]), identity, head, payload)

    def versions(self) -> tuple[tuple[str, str], ...]:
        """What the program runs on, for the page about it."""
        import platform
        from importlib import import_module
        from importlib.metadata import version

        return (
            ("parkdir", __version__),
            ("Python", platform.python_version()),
            ("Qt", version("PySide6-Essentials")),
            ("PySide6", version("PySide6")),
            ("SQLAlchemy", version("SQLAlchemy")),
            ("SQLite", import_module("sqlite3").sqlite_version),
            ("QtAwesome", version("QtAwesome")),
        )


class Start:
    """From the first frame to the live page."""

    def __init__(self, db: str, chosen: settings.Settings, view: str | None, place: Path) -> None:
        self._db, self._chosen, self._view, self._place = db, chosen, view, place
        self.session: Session | None = None
        self.window = Window()
        self.window.restore_geometry(chosen.geometry)
        picture = first.Picture(paths.user_cache() / "first.bin", db, chosen, view or chosen.view)
        kept = picture.read(self.window)
        if kept is None:
            self._build()
        else:
            self.window.show_picture(kept)
            self.window.painted.connect(self._build)
        self.window.show()

    def end(self) -> None:
        if self.session is not None:
            self.session.end()

    def _build(self) -> None:
        from parkdir.ui.desk import Desk
        from parkdir.ui.failure import Failures
        from parkdir.ui.session import Session

        failures = Failures(paths.user_log())
        failures.install()
        desk = Desk(self._chosen, view=self._view, save=self._save)
        self.session = Session(self.window, desk, Backing(self._db), failures)
        self.session.settled.connect(_collect_again)

    def _save(self, now: settings.Settings) -> None:
        """A home that can't be written keeps nobody from looking: the next start begins without these choices."""
        with suppress(OSError):
            settings.write(self._place, now)


def run(options: Options) -> int:
    """Open the window and stay until it is closed. The exit code."""
    sys.setswitchinterval(SWITCH)
    place = paths.user_data() / "settings.json"
    chosen = settings.read(place)
    i18n.use(options.lang or i18n.wanted(chosen.language))
    try:
        display.check()
    except MissingPart as problem:
        print(problem, file=sys.stderr)
        return problem.code
    theme.use(chosen.theme, chosen.text_scale)
    app = application()
    start = Start(database(options.db, chosen), chosen, _view(options.audience), place)
    code = app.exec()
    start.end()
    return code


def tour(folder: Path, *, pages: list[str] | None = None, full: bool = False, db: str | None = None) -> int:
    """Whole windows as PNG files, without a display. The exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    display.check()
    application()
    from parkdir.ui.tour import render

    backing = Backing(database(db, settings.Settings()))
    try:
        for path in render(folder, backing.open(), backing.versions, pages=pages, full=full):
            print(path)
    finally:
        backing.close()
    return 0


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
    app.setFont(theme.font(15))  # before any widget: those made earlier would keep the system's
    return app


def database(asked: str | None, chosen: settings.Settings) -> str:
    """The path or URL asked for, else the directory of the settings."""
    return asked or str(settings.database(chosen))


def _front_file(what: str, language: str) -> Path:
    return paths.user_cache() / f"{what}-{language}.json"


def _collect_again() -> None:
    """What the start has made stays: collecting garbage looks at none of it any more."""
    gc.freeze()
    gc.enable()


def _view(audience: str | None) -> str | None:
    """The window knows two views; the public's is the kiosk's."""
    return None if audience is None else "internal" if audience == "internal" else "visitor"
