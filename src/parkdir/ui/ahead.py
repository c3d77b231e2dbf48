"""What nobody has asked for yet: pages read beside the window, a few at a time, so that the window always answers."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from parkdir import i18n
from parkdir.settings import VIEWS
from parkdir.ui.desk import DIRECTORY, DISTRICT, Ahead, Desk, Reading, park_name
from parkdir.ui.jobs import Jobs, Work

BATCH = 4  # parks in one job
MOST = 40  # parks of a view; whoever goes to another one waits some milliseconds for it
PAUSE_MS = 10  # between jobs


class Reader(QObject):
    """Fills the desk with pages of every view and language, the present ones first. `done`: there are no more."""

    done = Signal()

    def __init__(self, desk: Desk, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._jobs = desk, jobs
        self._steps: Iterator[Work] = iter(())
        self._edition = -1
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._next)

    def begin(self, reading: Reading) -> None:
        """From the start; what an earlier round has left is dropped."""
        self._edition = self._desk.edition
        self._steps = steps(reading, i18n.language(), self._desk.view, self._count())
        self._pause.start()

    def end(self) -> None:
        self._pause.stop()
        self._steps = iter(())

    def _count(self) -> int:
        directory = self._desk.directory()
        return len(directory.cards) + len(directory.unnamed) if directory is not None else 0

    def _next(self) -> None:
        work = next(self._steps, None)
        if work is None:
            self.done.emit()
        else:
            self._jobs.read(work, partial(self._hold, self._edition), self._let_be)

    def _hold(self, edition: int, ahead: Ahead) -> None:
        if edition == self._edition:
            self._desk.hold(ahead, edition)
            self._pause.start()

    def _let_be(self, _problem: BaseException) -> None:
        """Whoever goes to the page will be told."""
        self._pause.start()


def steps(reading: Reading, language: str, view: str, parks: int) -> Iterator[Work]:
    """Jobs, the present language and view first."""
    for one_view in sorted(VIEWS, key=view.__ne__):
        for one_language in sorted(i18n.LANGUAGES, key=language.__ne__):
            for start in range(0, max(1, min(parks, MOST)), BATCH):
                yield partial(pages_of, reading, one_language, one_view, start)


def pages_of(reading: Reading, language: str, view: str, start: int) -> Ahead:
    """The directory's and the district's page, and those of some parks."""
    with i18n.using(language):
        directory = reading.directory(view)
        ahead: Ahead = {(language, view, DIRECTORY): directory}
        if not start:
            ahead[language, view, DISTRICT] = reading.district(view)
        for card in (*directory.cards, *directory.unnamed)[start : start + BATCH]:
            ahead[language, view, park_name(card.key)] = reading.park(card.key, view)
    return ahead
