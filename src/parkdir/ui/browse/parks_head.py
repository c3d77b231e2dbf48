"""The head of the page of parks: title, sentence, dates; cards or table; the order."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from parkdir.domain.brief import Directory
from parkdir.i18n import N_, _
from parkdir.ui import icons, theme
from parkdir.ui.parts.drawn import Drawn
from parkdir.ui.parts.ink import SECOND, Ink, line_height

LAYOUTS = (("cards", N_("Cards")), ("table", N_("Table")))
ORDERS = (("official", N_("In official order")), ("name", N_("By name")), ("size", N_("By land area")))


class HeadWords(Drawn):
    """Title, the sentence, the line of dates."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = self._sentence = self._dates = ""

    def show_words(self, title: str, sentence: str, dates: str) -> None:
        self._title, self._sentence, self._dates = title, sentence, dates
        self.setAccessibleName(title)
        self.setAccessibleDescription("\n".join(text for text in (sentence, dates) if text))
        self.forget()
        self.update()

    def compose(self, width: float) -> Ink:
        ink = Ink()
        y = ink.wrap(0, 0, width, self._title, 24, True) + theme.px(4)
        room = min(width, theme.px(860))
        y += ink.wrap(0, y, room, self._sentence, 13, colour=SECOND)
        y += ink.wrap(0, y, room, self._dates, 13, colour=SECOND)
        ink.height = y
        return ink


class ParksHead(QWidget):
    """Words at the left, controls at the right, or below where it is narrow."""

    layout_chosen = Signal(str)
    order_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._words = HeadWords(self)
        self._segments: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._sort = QPushButton(self)
        self._offered: tuple[str, ...] = ()
        self._order = "official"
        self._make_segments()
        self._tell_order()
        self._sort.setAccessibleDescription(_("Change the order"))
        self._sort.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a ring is for the keyboard
        self._sort.clicked.connect(self._open_menu)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.restyle()

    def show_head(self, directory: Directory) -> None:
        self._words.show_words(directory.title, directory.sentence, directory.dates)
        known = {"official": (True,), "name": directory.name_order, "size": directory.size_order}
        self._offered = tuple(name for name, order in known.items() if order)
        self._sort.setVisible(len(self._offered) > 1)
        self._segments["cards"].setVisible(bool(directory.rows))
        self._segments["table"].setVisible(bool(directory.rows))
        self._lay(self.width())

    def show_layout(self, layout: str) -> None:
        self._segments[layout].setChecked(True)

    def show_order(self, order: str) -> None:
        self._order = order
        self._tell_order()
        self._lay(self.width())

    def restyle(self) -> None:
        """Icons in the theme's colours."""
        self._sort.setIcon(icons.icon("sort", "secondary", theme.px(18)))
        self._sort.setIconSize(QSize(theme.px(18), theme.px(18)))
        self._words.forget()

    def controls(self) -> Sequence[QPushButton]:
        return [*self._segments.values(), self._sort]

    def height_at(self, width: int) -> int:
        beside, words = self._beside(width)
        height = self._words.height_at(words)
        return height if beside else height + theme.px(12) + theme.px(34)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.height_at(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay(event.size().width())

    def _make_segments(self) -> None:
        for number, (name, word) in enumerate(LAYOUTS):
            button = QPushButton(_(word), self)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setCheckable(True)
            button.setProperty("kind", "segment")
            button.setProperty("place", "last" if number else "first")
            button.setObjectName(name)
            self._group.addButton(button)
            self._segments[name] = button
        self._segments["cards"].setChecked(True)
        self._group.buttonClicked.connect(self._segment_clicked)

    def _tell_order(self) -> None:
        word = _(dict(ORDERS)[self._order])
        self._sort.setText(f" {word}")  # a little air beside the icon
        self._sort.setAccessibleName(word)

    def _segment_clicked(self, button: QPushButton) -> None:
        self.layout_chosen.emit(button.objectName())

    def _order_triggered(self, action: QAction) -> None:
        self.order_chosen.emit(str(action.data()))

    def _open_menu(self) -> None:
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in self._offered:
            action = menu.addAction(_(dict(ORDERS)[name]))
            action.setCheckable(True)
            action.setChecked(name == self._order)
            action.setData(name)
        menu.triggered.connect(self._order_triggered)
        menu.popup(self._sort.mapToGlobal(QPoint(0, self._sort.height() + 4)))

    def _controls_width(self) -> int:
        shown = [button for button in self.controls() if not button.isHidden()]
        gap = theme.px(12) if not self._sort.isHidden() and len(shown) > 1 else 0
        return sum(button.sizeHint().width() for button in shown) + gap

    def _beside(self, width: int) -> tuple[bool, int]:
        """Whether the controls stand beside the words, and how wide those are."""
        controls = self._controls_width()
        beside = width - controls >= theme.px(420)
        return beside, width - controls - theme.px(24) if beside else width

    def _lay(self, width: int) -> None:
        beside, words = self._beside(width)
        height = self._words.height_at(words)
        self._words.setGeometry(0, 0, words, height)
        side = theme.px(34)
        x = width - self._controls_width() if beside else 0
        y = 0 if beside else height + theme.px(12)
        y += max(0, (int(line_height(24, True)) - side) // 2) if beside else 0
        for button in self.controls():
            if button.isHidden():
                continue
            if button is self._sort and x > (width - self._controls_width() if beside else 0):
                x += theme.px(12)
            wide = button.sizeHint().width()
            button.setGeometry(x, y, wide, side)
            x += wide
