"""What is missing: the gaps of a pane, the to-do card of the directory. Internal only."""

from parkdir.domain.brief import Gap, Gaps
from parkdir.i18n import _
from parkdir.ui import theme
from parkdir.ui.parts.ink import CAUTION, LINE, SECOND, Ink
from parkdir.ui.parts.panels import PAD, Panel

SHOWN = 12  # things to be done; each park's own page tells all of its


class GapsPanel(Panel):
    """What is missing, why, and who can fill it."""

    def __init__(self) -> None:
        super().__init__()
        self._gaps = Gaps("", ())

    def show_gaps(self, gaps: Gaps) -> None:
        self._gaps = gaps
        self.setAccessibleName(gaps.title)
        self.setAccessibleDescription("\n".join(" ".join(part for part in row if part) for row in gaps.rows))
        self.forget()
        self.update()

    def compose(self, width: float) -> Ink:
        ink, pad, y = Ink(), theme.px(PAD), float(theme.px(16))
        room = width - 2 * pad
        ink.icon(pad, y + theme.px(3), "gap", 20, CAUTION)
        y += ink.wrap(pad + theme.px(30), y, room - theme.px(30), self._gaps.title, 15, True)
        y += theme.px(8)
        for row in self._gaps.rows:
            ink.box(pad, y, room, 1, 0, LINE)
            y += theme.px(9)
            y += self._put(ink, pad, y, room, row) + theme.px(9)
        ink.height = y + theme.px(7)
        return ink

    def _put(self, ink: Ink, x: float, y: float, room: float, row: Gap) -> float:
        if room < theme.px(480):
            height = ink.wrap(x, y, room, row.label, 13, True)
            height += ink.wrap(x, y + height, room, row.cause, 13, colour=CAUTION)
            return height + ink.wrap(x, y + height, room, row.who, 12, colour=SECOND)
        third, gap = room * 0.3, theme.px(16)
        heights = [
            ink.wrap(x, y, third - gap, row.label, 13, True),
            ink.wrap(x + third, y, third - gap, row.cause, 13, colour=CAUTION),
            ink.wrap(x + 2 * third, y, room - 2 * third, row.who, 13, colour=SECOND),
        ]
        return max(heights)


class TodoPanel(Panel):
    """What is to be done, in as many columns as there is room for; of many things the first and how many more."""

    def __init__(self) -> None:
        super().__init__()
        self._title = ""
        self._items: tuple[str, ...] = ()

    def show_todo(self, title: str, items: tuple[str, ...]) -> None:
        more = len(items) - SHOWN
        self._title = title
        self._items = (*items[:SHOWN], _("and {n} more").format(n=more)) if more > 1 else items
        self.setAccessibleName(title)
        self.setAccessibleDescription("\n".join(item for item in self._items if item.strip()))
        self.forget()
        self.update()

    def compose(self, width: float) -> Ink:
        ink, pad, y = Ink(), theme.px(PAD), float(theme.px(16))
        room, gap = width - 2 * pad, theme.px(24)
        ink.icon(pad, y + theme.px(3), "todo", 20, CAUTION)
        y += ink.wrap(pad + theme.px(30), y, room - theme.px(30), self._title, 18, True) + theme.px(8)
        columns = max(1, min(3, int((room + gap) // (theme.px(300) + gap))))
        cell = (room - (columns - 1) * gap) / columns
        for start in range(0, len(self._items), columns):
            heights = [
                ink.wrap(pad + column * (cell + gap), y, cell, item, 13, colour=SECOND)
                for column, item in enumerate(self._items[start : start + columns])
            ]
            y += max(heights) + theme.px(6)
        ink.height = y + theme.px(12)
        return ink
