"""Whole windows as pictures: every page in every language, theme and view, also without a display."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication

from parkdir import i18n, paths
from parkdir.domain.errors import Told
from parkdir.i18n import _
from parkdir.ui import icons, theme
from parkdir.ui.content import Content
from parkdir.ui.desk import Desk, Reading
from parkdir.ui.pages import Facilities
from parkdir.ui.parts.covers import Covers
from parkdir.ui.trail import Place
from parkdir.ui.window import Window

Versions = Callable[[], tuple[tuple[str, str], ...]]
PAGES = ("parks", "parks-table", "park", "district", "settings", "about")
SIZES = (QSize(1440, 900),)
ALL_SIZES = (*SIZES, QSize(910, 512), QSize(1920, 1080), QSize(3840, 2160))


def render(
    folder: Path, reading: Reading, versions: Versions, *, pages: Sequence[str] | None = None, full: bool = False
) -> Iterator[Path]:
    """The files as they are written."""
    unknown = sorted(set(pages or ()) - set(PAGES))
    if unknown:
        raise Told(_("There is no page {page}; there are {pages}.").format(page=unknown[0], pages=", ".join(PAGES)))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise Told(_("{path} can't be written.").format(path=folder)) from problem
    theme.load_fonts()
    theme.load_rest_fonts()
    desk, window = Desk(view="visitor"), Window()
    desk.serve(reading)
    content = Content(window, desk, Facilities(Covers(paths.user_cache() / "covers"), versions, _nothing))
    try:
        for language in i18n.LANGUAGES:
            desk.set_language(language)
            for name in theme.THEMES:
                desk.remember(theme=name)
                for view in ("internal", "visitor"):
                    desk.set_view(view)
                    end = f"{language}-{name}-{view}"
                    yield from _walk(folder, content, desk, end, pages or PAGES, full)
    finally:
        icons.store()
        window.hide()
        window.deleteLater()


def _walk(folder: Path, content: Content, desk: Desk, end: str, pages: Sequence[str], full: bool) -> Iterator[Path]:
    window = content.window()
    for size in ALL_SIZES if full else SIZES:
        window.resize(size)
        window.show()
        for name, place in _places(desk, pages, full):
            content.shell.pages.show_layout("table" if name == "parks-table" else "cards")
            content.shell.go(place)
            _settle()
            path = folder / f"{name}-{end}-{size.width()}x{size.height()}.png"
            window.grab().save(str(path), "PNG", 80)  # 80: fast, still small
            yield path


def _places(desk: Desk, pages: Sequence[str], full: bool) -> Iterator[tuple[str, Place]]:
    for name in pages:
        if name == "park":
            directory = desk.directory()
            for card in directory.cards if directory else ():
                yield f"park-{card.key}", Place("park", card.key)
                page = desk.park(card.key)
                for pane in page.panes[1:] if full and page else ():
                    yield f"park.{pane.key}-{card.key}", Place("park", card.key, pane.key)
        else:
            yield name, Place(name.partition("-")[0])


def _settle() -> None:
    """What layouts and deleted widgets still have to do."""
    for _turn in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _nothing() -> None:
    """There is no folder to open while pictures are made."""
