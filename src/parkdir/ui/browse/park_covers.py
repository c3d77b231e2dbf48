"""Covers for pages of parks that nobody has opened yet, put on disk: their first visit draws none."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QSize

from parkdir.domain.brief import Page
from parkdir.ui import theme
from parkdir.ui.browse.park import LOW, MOST, PAGE
from parkdir.ui.parts.covers import Covers
from parkdir.ui.parts.header import PageHeader

BAR = 12  # of the scroll bar beside the header


def prepare(covers: Covers, pages: Iterable[Page], size: QSize, dpr: float) -> Iterator[None]:
    """One a step, for pages of that size."""
    header = PageHeader(covers)
    header.set_margin(theme.px(PAGE), MOST)
    header.set_slim(size.height() < theme.px(LOW))
    yield from header.prepare(pages, size.width() - BAR, dpr)
    header.deleteLater()
