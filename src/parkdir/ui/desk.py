"""What all pages share: the view, the language, the look, and the service that is read from.

It imports no service; app.py hands one in when the store is open. Pages come from a small cache that a change
of facts empties, so that going from page to page does not wait for the disk.
"""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from parkdir import i18n
from parkdir.domain.brief import Directory, Page
from parkdir.settings import Settings

_SAVE_MS = 400
T = TypeVar("T")
Ahead = dict[tuple[str, str, str], Any]


DIRECTORY, DISTRICT = "directory", "district"


def park_name(key: str) -> str:
    """A park's page among the pages read ahead."""
    return f"park {key}"


class Reading(Protocol):
    """What the pages ask for; answers are in the language in use. `view` is a value of domain.audience.View."""

    def directory(self, view: str) -> Directory: ...

    def park(self, key: str, view: str) -> Page: ...

    def district(self, view: str) -> Page: ...


class Desk(QObject):
    """Facts in the past, for whoever shows something."""

    view_changed = Signal(str)
    language_changed = Signal(str)
    look_changed = Signal()  # theme
    scale_changed = Signal()  # text size
    remembered = Signal(object)  # any setting
    office_changed = Signal()  # its name or logo
    changed = Signal()  # facts are there, or are others than before

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        view: str | None = None,
        save: Callable[[Settings], None] | None = None,
    ) -> None:
        super().__init__()
        self._settings = settings or Settings()
        self._view = view or self._settings.view
        self._save = save
        self._reading: Reading | None = None
        self._front: Directory | None = None
        self._front_park: Callable[[str], Page | None] | None = None
        self._pages: Ahead = {}
        self._edition = 0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SAVE_MS)
        self._later.timeout.connect(self.save)

    @property
    def settings(self) -> Settings:
        return self._settings

    @property
    def view(self) -> str:
        return self._view

    @property
    def inside(self) -> bool:
        return self._view == "internal"

    def remember(self, **choices: Any) -> None:
        """Keep choices for the next start, and tell those who show them."""
        before, self._settings = self._settings, self._settings._replace(**choices)
        if self._settings == before:
            return
        self._later.start()
        after = self._settings
        self.remembered.emit(after)
        if (after.office_zh, after.office_en, after.logo) != (before.office_zh, before.office_en, before.logo):
            self.office_changed.emit()
        if after.theme != before.theme:
            self.look_changed.emit()
        if after.text_scale != before.text_scale:
            self.scale_changed.emit()

    def save(self) -> None:
        """Write the choices now."""
        self._later.stop()
        if self._save is not None:
            self._save(self._settings)

    def set_view(self, view: str) -> None:
        if view != self._view:
            self._view = view
            self.remember(view=view)
            self.view_changed.emit(view)

    def set_language(self, language: str) -> None:
        if language != i18n.language():
            i18n.use(language)
            self.remember(language=language)
            self.language_changed.emit(language)

    def turn_theme(self) -> None:
        """From light to dark and back."""
        self.remember(theme="light" if self._settings.theme == "dark" else "dark")

    def show_front(self, front: Directory | None, park: Callable[[str], Page | None] | None = None) -> None:
        """The directory to show until a service is there, and where pages of parks come from."""
        self._front, self._front_park = front, park

    def serve(self, reading: Reading, ahead: Ahead | None = None) -> None:
        """From now on pages are read from this service; some may have been read ahead."""
        self._reading = reading
        self._pages = dict(ahead or {})
        self._edition += 1
        self.changed.emit()

    @property
    def edition(self) -> int:
        """Grows with every service: what an earlier one has read counts no more."""
        return self._edition

    def hold(self, ahead: Ahead, edition: int) -> None:
        """Pages read ahead in another thread; those of an older edition are forgotten."""
        if edition == self._edition:
            self._pages = {**ahead, **self._pages}

    def directory(self) -> Directory | None:
        """None where nothing is known yet."""
        if self._reading is None:
            return self._front
        return self._kept(DIRECTORY, self._reading.directory)

    def park(self, key: str) -> Page | None:
        if self._reading is None:
            return self._front_park(key) if self._front_park is not None else None
        reading = self._reading
        if key.startswith("#"):  # an unnamed park's card in the remembered directory
            key = reading.directory(self._view).unnamed[int(key[1:])].key
        return self._kept(park_name(key), lambda view: reading.park(key, view))

    def district(self) -> Page | None:
        return self._kept(DISTRICT, self._reading.district) if self._reading is not None else None

    def _kept(self, name: str, read: Callable[[str], T]) -> T:
        key = (i18n.language(), self._view, name)
        if key not in self._pages:
            self._pages[key] = read(self._view)
        found: T = self._pages[key]
        return found
