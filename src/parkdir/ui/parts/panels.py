"""Blocks that are only looked at: heading, pills, notice, time line, footnotes."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from parkdir.domain.brief import Chips, Event, Heading, Mark, Notice, Timeline
from parkdir.ui import theme
from parkdir.ui.parts.drawn import Drawn
from parkdir.ui.parts.ink import (
    CAUTION,
    CAUTION_GROUND,
    CHIP_GROUND,
    INK,
    LINE,
    PAPER,
    PRIMARY,
    SECOND,
    Ink,
    Shape,
    advance,
    fill_box,
    line_height,
)
from parkdir.ui.parts.labels import escaped

PAD = 20
WIDEST = 820


def words_of(marks: Sequence[Mark]) -> str:
    return ", ".join(mark.text for mark in marks)


class HeadingLine(Drawn):
    """A section's name, and a word beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = Heading("")

    def show_heading(self, heading: Heading) -> None:
        self._heading = heading
        self.setAccessibleName(f"{heading.text} {heading.aside}".strip())
        self.forget()
        self.update()

    def compose(self, width: float) -> Ink:
        ink, heading = Ink(), self._heading
        beside = advance(heading.text, 18, True) + theme.px(10)
        height = ink.wrap(0, 0, width, heading.text, 18, True)
        if heading.aside and beside + advance(heading.aside, 13) <= width:
            drop = theme.metrics(18, True).ascent() - theme.metrics(13).ascent()
            ink.line(beside, drop, width - beside, heading.aside, 13, colour=SECOND)
        elif heading.aside:
            height += ink.wrap(0, height, width, heading.aside, 13, colour=SECOND)
        ink.height = height
        return ink


class ChipsLine(Drawn):
    """Pills and the small line under them."""

    def __init__(self) -> None:
        super().__init__()
        self._chips = Chips(())

    def show_chips(self, chips: Chips) -> None:
        self._chips = chips
        self.setAccessibleName(words_of(chips.chips))
        self.setToolTip(escaped(words_of(chips.chips)))
        self.setAccessibleDescription(chips.note)
        self.forget()
        self.update()

    def compose(self, width: float) -> Ink:
        ink = Ink()
        y = ink.pills(0, 0, width, self._chips.chips)
        if self._chips.note:
            y += theme.px(6)
            y += ink.wrap(0, y, min(width, theme.px(WIDEST)), self._chips.note, 12, colour=SECOND)
        ink.height = y
        return ink


class Panel(Drawn):
    """Paper with a hairline round it, below the ink."""

    GROUND, EDGE = PAPER, LINE

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground, self._edge = self.GROUND, self.EDGE

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            fill_box(painter, QRectF(self.rect()), 12, self._ground, self._edge)
            self.ink_at(self.width()).paint(painter)


class NoticePanel(Panel):
    """One calm sentence, or a word of caution."""

    def __init__(self) -> None:
        super().__init__()
        self._notice = Notice("")
        self._icon = ""

    def show_notice(self, notice: Notice, icon: str = "") -> None:
        self._notice, self._icon = notice, icon
        caution = notice.tone == "caution"
        self._ground, self._edge = (CAUTION_GROUND, "") if caution else (PAPER, LINE)
        self.setAccessibleName(notice.title or notice.text)
        self.setAccessibleDescription(notice.text if notice.title else "")
        self.forget()
        self.update()

    def compose(self, width: float) -> Ink:
        ink, caution = Ink(), self._notice.tone == "caution"
        pad, side, y = theme.px(PAD), theme.px(40), float(theme.px(16))
        ink.box(pad, y, side, side, 9, PAPER if caution else CHIP_GROUND)
        colour = CAUTION if caution else PRIMARY
        ink.icon(pad + theme.px(10), y + theme.px(10), self._icon or ("caution" if caution else "info"), 20, colour)
        x = pad + side + theme.px(16)
        room = min(width - x - pad, theme.px(WIDEST))
        text_colour = CAUTION if caution else (SECOND if self._notice.title else INK)
        height = ink.wrap(x, y, room, self._notice.title, 15, True, CAUTION if caution else INK)
        height += ink.wrap(x, y + height, room, self._notice.text, 13 if self._notice.title else 15, colour=text_colour)
        if height < side:  # one line stands beside the middle of its icon
            ink.lower(2, (side - height) / 2)
        ink.height = y + max(side, height) + theme.px(16)
        return ink


class TimelinePanel(Panel):
    """Dates at the left, a line of dots, what happened at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._events: tuple[Event, ...] = ()

    def show_timeline(self, timeline: Timeline) -> None:
        self._events = timeline.events
        self.setAccessibleName("\n".join(f"{event.date} {event.title}" for event in timeline.events))
        small = [text for event in timeline.events for text in (event.note, *(mark.text for mark in event.marks))]
        self.setAccessibleDescription("\n".join(text for text in small if text))
        self.forget()
        self.update()

    def compose(self, width: float) -> Ink:
        ink, pad = Ink(), theme.px(PAD)
        dates = max((advance(event.date, 13, True) for event in self._events), default=0.0)
        narrow = width < dates + theme.px(320)
        axis = pad + theme.px(5) if narrow else pad + min(dates, theme.px(180)) + theme.px(20)
        y = float(theme.px(18))
        first, middle = y, line_height(13, True) / 2
        for event in self._events:
            last = y
            y += self._put(ink, pad, axis, y, width, event, narrow) + theme.px(16)
        if len(self._events) > 1:
            ink.items.insert(0, Shape(axis - 1, first + middle, 2, last - first, 0, LINE, ""))
        ink.height = y + theme.px(2)
        return ink

    def _put(self, ink: Ink, pad: float, axis: float, y: float, width: float, event: Event, narrow: bool) -> float:
        middle, dot = line_height(13, True) / 2, theme.px(10)
        ink.box(axis - dot / 2, y + middle - dot / 2, dot, dot, dot / 2, PRIMARY)
        ink.box(axis - dot / 2 + 3, y + middle - dot / 2 + 3, dot - 6, dot - 6, dot / 2 - 3, PAPER)
        x = axis + theme.px(20)
        room, top = min(width - x - pad, theme.px(WIDEST)), y
        if narrow:
            top += ink.wrap(x, top, room, event.date, 13, True, SECOND)
        else:
            ink.wrap(pad, top, axis - pad - theme.px(16), event.date, 13, True, SECOND)
        lift = 0.0 if narrow else (line_height(15) - line_height(13, True)) / 2
        top += ink.wrap(x, top - lift, room, event.title, 15) - lift
        return top + ink.small(x, top, room, event.note, event.marks) - y


class Footnotes(Drawn):
    """Small lines at the end of a page."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[str, ...] = ()

    def show_lines(self, lines: tuple[str, ...]) -> None:
        self._lines = lines
        self.setAccessibleName("\n".join(lines))
        self.forget()
        self.update()

    def compose(self, width: float) -> Ink:
        ink, y = Ink(), 0.0
        for line in self._lines:
            y += ink.wrap(0, y, min(width, theme.px(WIDEST + 140)), line, 12, colour=SECOND) + theme.px(2)
        ink.height = y
        return ink
