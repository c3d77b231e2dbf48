"""What stands behind a figure: every observation with its date and source, in a sheet at the right of the page."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from parkdir.domain.brief import Detail, Observed
from parkdir.i18n import _
from parkdir.ui import icons, theme
from parkdir.ui.parts.column import Column
from parkdir.ui.parts.drawn import Drawn
from parkdir.ui.parts.ink import CHIP_GROUND, LINE, PAPER, PRIMARY, SECOND, Ink, fill_box, shade
from parkdir.ui.parts.panels import Footnotes
from parkdir.ui.parts.scroll import PageArea, turned

WIDTH, SHADOW, PAD = 420, 14, 20
COPIED_MS = 1600


class ObservedRow(Drawn):
    """One observation; the one that the page shows is marked."""

    def __init__(self) -> None:
        super().__init__()
        self._observed = Observed("", "", "")
        self._marked = False

    def show_observed(self, observed: Observed, *, alone: bool = False) -> None:
        """alone: there is no other that the page could have shown."""
        self._observed, self._marked = observed, observed.chosen and not alone
        shown = _("Shown on the page") if self._marked else ""
        words = [shown, observed.text, observed.dated, observed.source, observed.note]
        words += [mark.text for mark in observed.marks]
        self.setAccessibleName("\n".join(word for word in words if word))
        self.forget()
        self.update()

    def observed(self) -> Observed:
        return self._observed

    def compose(self, width: float) -> Ink:
        ink, pad, seen = Ink(), theme.px(16), self._observed
        y, room = float(theme.px(14)), width - 2 * pad
        if self._marked:
            ink.icon(pad, y + theme.px(1), "check", 16, PRIMARY)
            y += ink.wrap(pad + theme.px(22), y, room, _("Shown on the page"), 12, True, PRIMARY)
        y += ink.wrap(pad, y, room, seen.text, 18, True)
        y += ink.wrap(pad, y, room, seen.dated, 13)
        y += ink.wrap(pad, y, room, seen.source, 13, colour=SECOND)
        if seen.note:
            y += theme.px(4)
            y += ink.wrap(pad, y, room, seen.note, 12, colour=SECOND)
        if seen.marks:
            y += theme.px(8)
            y += ink.pills(pad, y, room, seen.marks, px=12)
        ink.height = y + theme.px(14)
        return ink

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            chosen = self._marked
            fill_box(painter, QRectF(self.rect()), 9, CHIP_GROUND if chosen else PAPER, PRIMARY if chosen else LINE)
            self.ink_at(self.width()).paint(painter)


class SheetTitle(Drawn):
    """The name of what is shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = ""

    def show_title(self, title: str) -> None:
        self._title = title
        self.setAccessibleName(title)
        self.forget()
        self.update()

    def compose(self, width: float) -> Ink:
        ink = Ink()
        ink.height = ink.wrap(0, 0, width, self._title, 18, True)
        return ink


class DetailSheet(QWidget):
    """Lies over the right of its page; Esc closes it and the focus goes back to where it came from."""

    closed = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._detail = Detail("", (), "")
        self._opener: QWidget | None = None
        self._pool: list[ObservedRow] = []
        self._title = SheetTitle(self)
        self._close = QPushButton(self)
        self._close.setProperty("kind", "quiet")
        self._copy = QPushButton(self)
        self._copy.setProperty("kind", "primary")
        for button in (self._close, self._copy):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a ring is for the keyboard
        self._rows = Column()
        self._foot = Footnotes()
        self._foot.setParent(self._rows)
        self._area = PageArea(self._rows, PAPER, self)
        self._copied = QTimer(self)
        self._copied.setSingleShot(True)
        self._copied.setInterval(COPIED_MS)
        self._lay_out()
        self._wire()
        self.hide()

    def show_detail(self, detail: Detail, opener: QWidget | None) -> None:
        """Opens with that detail, or changes to it."""
        self._detail = detail
        if opener is not None and not self.isAncestorOf(opener):
            self._opener = opener
        self._title.show_title(detail.title)
        self.setAccessibleName(detail.title)
        self._fill(detail)
        self._reset_copy()
        self.place()
        self.show()
        self.raise_()
        self._copy.setFocus(Qt.FocusReason.OtherFocusReason)

    def detail(self) -> Detail:
        return self._detail

    def rows(self) -> list[ObservedRow]:
        return [row for row in self._pool if not row.isHidden()]

    def put_away(self) -> None:
        """Closes; the focus goes back if it was in here."""
        if self.isHidden():
            return
        held = self.focusWidget() is not None and self.isAncestorOf(QGuiApplication.focusObject() or self)  # type: ignore[arg-type]
        self.hide()
        if held and self._opener is not None and self._opener.isVisible():
            self._opener.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def restyle(self) -> None:
        """Icons in the theme's colours."""
        self._reset_copy()
        self._fill(self._detail)

    def place(self) -> None:
        """At the right edge of the page, as high as it is."""
        page = self.parentWidget()
        if page is None:
            return
        width = min(theme.px(WIDTH) + SHADOW, page.width())
        self.setGeometry(QRect(page.width() - width, 0, width, page.height()))
        self._lay()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self.place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif not turned(self._area.verticalScrollBar(), event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            fade = QLinearGradient(0, 0, SHADOW, 0)
            dark, none = shade("shadow"), shade("#00000000")
            for stop in range(5):
                tone = type(dark)(dark)
                tone.setAlphaF(0.12 * (stop / 4) ** 2)
                fade.setColorAt(stop / 4, tone if stop else none)
            painter.fillRect(0, 0, SHADOW, self.height(), fade)
            painter.fillRect(SHADOW, 0, self.width() - SHADOW, self.height(), shade(PAPER))
            painter.fillRect(SHADOW, 0, 1, self.height(), shade(LINE))

    def _lay_out(self) -> None:
        self._rows.set_margins(PAD, 4, PAD, PAD)
        self._close.setAccessibleName(_("Close"))
        self._close.setToolTip(_("Close"))
        self._reset_copy()

    def _wire(self) -> None:
        self._close.clicked.connect(self.put_away)
        self._copy.clicked.connect(self._copy_text)
        self._copied.timeout.connect(self._reset_copy)
        page = self.parentWidget()
        if page is not None:
            page.installEventFilter(self)

    def _fill(self, detail: Detail) -> None:
        while len(self._pool) < len(detail.rows):
            row = ObservedRow()
            row.setParent(self._rows)
            self._pool.append(row)
        parts: list[tuple[QWidget, int]] = []
        for row, observed in zip(self._pool, detail.rows, strict=False):
            row.show_observed(observed, alone=len(detail.rows) == 1)
            parts.append((row, theme.px(10) if parts else 0))
        if detail.footnote:
            self._foot.show_lines((detail.footnote,))
            parts.append((self._foot, theme.px(14)))
        self._rows.place(parts)
        self._area.verticalScrollBar().setValue(0)

    def _lay(self) -> None:
        left, width = SHADOW + PAD, self.width() - SHADOW - 2 * PAD
        side = theme.px(36)
        room = max(1, width - side - 8)
        title = max(side, self._title.height_at(room))
        self._title.setGeometry(left, PAD + max(0, (side - self._title.height_at(room)) // 2), room, title)
        self._close.setGeometry(self.width() - PAD - side, PAD, side, side)
        foot = theme.px(40)
        self._copy.setGeometry(left, self.height() - PAD - foot, max(1, width), foot)
        top = PAD + title + 8
        self._area.setGeometry(
            SHADOW + 1, top, self.width() - SHADOW - 1, max(1, self.height() - top - foot - PAD - 12)
        )

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self._detail.copy_text)
        self._say(_("Copied"), "check")
        self._copied.start()

    def _reset_copy(self) -> None:
        self._say(_("Copy with source"), "copy")
        self._close.setIcon(icons.icon("close", "ink", theme.px(18)))
        self._close.setIconSize(QSize(theme.px(18), theme.px(18)))

    def _say(self, word: str, icon: str) -> None:
        """On the button, with a little air beside the icon."""
        self._copy.setText(f" {word}")
        self._copy.setAccessibleName(word)
        self._copy.setIcon(icons.icon(icon, "primary_ink", theme.px(18)))
        self._copy.setIconSize(QSize(theme.px(18), theme.px(18)))
