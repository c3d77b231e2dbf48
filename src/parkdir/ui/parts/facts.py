"""A list of facts: label, value, the small line of date and source; one that has details can be pressed."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent

from parkdir.domain.brief import Fact, Facts
from parkdir.ui import theme
from parkdir.ui.parts.drawn import Pressed
from parkdir.ui.parts.grid import Grid
from parkdir.ui.parts.ink import LINE, PAPER, SECOND, Ink, advance, fill_box, line_height, shade
from parkdir.ui.parts.labels import escaped

PAD = 20
LABEL = 200  # the label column at most
TWO = 780  # from that width on, two columns


class FactRow(Pressed):
    """One fact."""

    chosen = Signal(object)

    RING = 3.0

    def __init__(self) -> None:
        super().__init__()
        self._fact = Fact("", "")
        self._label_room = 0.0
        self._titled = False
        self.clicked.connect(self._choose)

    def show_fact(self, fact: Fact, label_room: float, *, titled: bool = False) -> None:
        """titled: the label stands above the value, over the full width."""
        self._fact, self._label_room, self._titled = fact, label_room, titled
        self.set_live(fact.detail is not None)
        self.setAccessibleName(f"{fact.label} {fact.value}".strip())
        words = [fact.note, *(mark.text for mark in fact.marks)]
        self.setAccessibleDescription("\n".join(word for word in words if word))
        self.setToolTip(escaped("\n".join(word for word in (fact.label, fact.value, *words) if word)))
        self.forget()
        self.update()

    def copy_text(self) -> str:
        return self._fact.detail.copy_text if self._fact.detail else self.accessibleName()

    def compose(self, width: float) -> Ink:
        ink, pad, y = Ink(), theme.px(PAD), float(theme.px(11))
        room = width - 2 * pad - (theme.px(20) if self._fact.detail else 0)
        label, x = min(self._label_room, room * 0.42), float(pad)
        if self._titled or not self._fact.value:
            y += ink.wrap(x, y, room, self._fact.label, 15, bool(self._fact.value))
            label = 0.0
        elif room < theme.px(320):
            y += ink.wrap(x, y, room, self._fact.label, 13, colour=SECOND)
            label = 0.0
        else:
            lift = (line_height(15) - line_height(13)) / 2
            labelled = ink.wrap(x, y + lift, label, self._fact.label, 13, colour=SECOND) + lift
            x += label + theme.px(16)
            room -= label + theme.px(16)
        top = y
        y += ink.wrap(x, y, room, self._fact.value, 15)
        y += ink.small(x, y, room, self._fact.note, self._fact.marks)
        if label:
            y = max(y, top + labelled)
        ink.height = y + theme.px(11)
        if self._fact.detail:
            ink.icon(width - pad - theme.px(14), (ink.height - theme.px(14)) / 2, "right", 14, SECOND)
        return ink

    def paint_ground(self, painter: QPainter) -> None:
        if self.is_hovered():
            fill_box(painter, QRectF(self.rect()).adjusted(4, 3, -4, -3), 8, "hover")

    def _choose(self) -> None:
        if self._fact.detail is not None:
            self.chosen.emit(self._fact.detail)


class FactsPanel(Grid):
    """The rows on paper, in one column or two, hairlines between them; where labels are titles of prose, above it."""

    detail_chosen = Signal(object)

    MARGIN, BLEED = 1, 0

    def __init__(self) -> None:
        super().__init__(TWO // 2, 0, even=False)
        self._pool: list[FactRow] = []

    def show_facts(self, facts: Facts) -> None:
        while len(self._pool) < len(facts.rows):
            row = FactRow()
            row.chosen.connect(self.detail_chosen)
            self._pool.append(row)
        most = theme.px(LABEL)
        labels = min(max((advance(row.label, 13) for row in facts.rows if row.value), default=0.0), most)
        titled = any(advance(row.label, 13) > most and advance(row.value, 15) > most for row in facts.rows)
        for row, fact in zip(self._pool, facts.rows, strict=False):
            row.show_fact(fact, labels, titled=titled)
        self.place(self._pool[: len(facts.rows)])
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            fill_box(painter, QRectF(self.rect()), 12, PAPER, LINE)
            pad = theme.px(PAD)
            for number, row in enumerate(self.parts()):
                if number >= self.columns():
                    at = row.geometry()
                    painter.fillRect(at.x() + pad, at.y(), at.width() - 2 * pad, 1, shade(LINE))

    def _cell(self, width: int) -> tuple[int, int]:
        inner = max(1, width - 2)
        columns = 2 if width >= theme.px(TWO) and len(self._parts) > 1 else 1
        return inner // columns, columns
