"""The filters of a list, always in sight: each can be set and taken away by itself."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from parkdir.domain.brief import Choice
from parkdir.i18n import _
from parkdir.ui import theme
from parkdir.ui.parts.drawn import Pressed
from parkdir.ui.parts.grid import stepped
from parkdir.ui.parts.ink import INK, SECOND, Ink, advance, fill_box, line_height

HEIGHT, PAD, SIGN = 34, 14, 14


class FilterChip(Pressed):
    """A word, how many, and a cross where it can be taken away."""

    RADIUS = 17.0

    def __init__(self) -> None:
        super().__init__()
        self._text = self._count = ""
        self._removable = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_chip(self, text: str, count: str, *, on: bool, removable: bool) -> None:
        self._text, self._count, self._removable = text, count, removable
        self.setCheckable(True)
        self.setChecked(on)
        name = f"{text} {count}".strip()
        self.setAccessibleName(_("Remove filter: {name}").format(name=name) if removable else name)
        self.setToolTip("")
        self.forget()
        self.update()

    def nextCheckState(self) -> None:
        """Its page decides."""

    def wanted_width(self) -> int:
        width = theme.px(PAD) * 2 + advance(self._text, 13, True)
        width += theme.px(6) + advance(self._count, 13, True) if self._count else 0
        return int(width + (theme.px(SIGN) + theme.px(6) if self._removable else 0))

    def height_at(self, width: int) -> int:
        return theme.px(HEIGHT)

    def compose(self, width: float) -> Ink:
        ink, on = Ink(), self.isChecked()
        x, top = float(theme.px(PAD)), (theme.px(HEIGHT) - line_height(13)) / 2
        room = width - 2 * theme.px(PAD) - (theme.px(SIGN + 6) if self._removable else 0)
        colour = "selected_ink" if on else INK
        x += ink.line(x, top, room, self._text, 13, on, colour)
        if self._count:
            x += theme.px(6)
            x += ink.line(x, top, room, self._count, 13, on, colour if on else SECOND)
        if self._removable:
            ink.icon(x + theme.px(6), (theme.px(HEIGHT) - theme.px(SIGN)) / 2, "close", SIGN, "selected_ink")
        ink.height = theme.px(HEIGHT)
        return ink

    def paint_ground(self, painter: QPainter) -> None:
        on = self.isChecked()
        fill = "selected" if on else ("hover" if self.is_hovered() else "paper")
        fill_box(painter, QRectF(self.rect()), self.height() / 2, fill, "primary" if on else "edge")


class Filters(QWidget):
    """A row of chips: all, each state, and the words that the list is narrowed by."""

    group_chosen = Signal(str)
    words_removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._chips: list[FilterChip] = []
        self._shown: list[FilterChip] = []
        self._keys: list[str | None] = []
        self.setAccessibleName(_("Filters"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_filters(self, choices: Sequence[Choice], group: str, words: str) -> None:
        """group "" is all; words are the box's, removable too."""
        rows: list[tuple[str | None, str, str, bool, bool]] = []
        if choices:
            rows.append(("", _("All"), "", not group, False))
        rows += [(one.key, one.text, str(one.parks), one.key == group, one.key == group) for one in choices]
        if words:
            rows.append((None, _("Name contains “{words}”").format(words=words), "", True, True))
        while len(self._chips) < len(rows):
            self._chips.append(self._made())
        for chip, (_key, text, count, on, removable) in zip(self._chips, rows, strict=False):
            chip.show_chip(text, count, on=on, removable=removable)
        self._shown, self._keys = self._chips[: len(rows)], [row[0] for row in rows]
        self._lay(self.width())
        for number, chip in enumerate(self._chips):
            chip.setVisible(number < len(rows))

    def chips(self) -> list[FilterChip]:
        return list(self._shown)

    def height_at(self, width: int) -> int:
        return self._flow(width)[1]

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.height_at(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay(event.size().width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not stepped(event, self._shown):
            super().keyPressEvent(event)

    def _made(self) -> FilterChip:
        chip = FilterChip()
        chip.setParent(self)
        chip.clicked.connect(self._chip_clicked)
        return chip

    def _chip_clicked(self) -> None:
        sender = self.sender()
        number = next((number for number, chip in enumerate(self._shown) if chip is sender), -1)
        if number < 0:
            return
        key = self._keys[number]
        if key is None:
            self.words_removed.emit()
        else:
            self.group_chosen.emit("" if self._shown[number].isChecked() else key)

    def _flow(self, width: int) -> tuple[list[tuple[int, int, int]], int]:
        gap, step = theme.px(8), theme.px(HEIGHT)
        places: list[tuple[int, int, int]] = []
        x = y = 0
        for chip in self._shown:
            wanted = min(chip.wanted_width(), max(1, width))
            if x and x + wanted > width:
                x, y = 0, y + step + gap
            places.append((x, y, wanted))
            x += wanted + gap
        return places, y + step if places else 0

    def _lay(self, width: int) -> None:
        for chip, (x, y, wide) in zip(self._shown, self._flow(width)[0], strict=True):
            chip.setGeometry(x, y, wide, theme.px(HEIGHT))
