"""The rail at the left: the pages there are, each an icon and a word."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from parkdir.i18n import N_, _
from parkdir.ui import icons, theme

WIDTH = 76
HEAD = (("parks", "park", N_("Parks")), ("district", "district", N_("District")))
FOOT = (("settings", "settings", N_("Settings")),)
_PART_OF = {"park": "parks", "about": "settings"}


class Rail(QWidget):
    """Says which page was asked for; shows which one is open."""

    page_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(theme.px(WIDTH))
        self._buttons: dict[str, QToolButton] = {}
        self._open = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(6), theme.px(12), theme.px(6), theme.px(12))
        column.setSpacing(theme.px(4))
        for key, _icon, word in HEAD:
            column.addWidget(self._button(key, _(word)))
        column.addStretch(1)
        for key, _icon, word in FOOT:
            column.addWidget(self._button(key, _(word)))
        self.restyle()

    def show_page(self, page: str) -> None:
        """Marks the page, or the one it belongs to, as open."""
        self._open = _PART_OF.get(page, page)
        for key, button in self._buttons.items():  # not auto-exclusive: Tab would go to one of them only
            button.setChecked(key == self._open)

    def restyle(self) -> None:
        """Icons in the colours of the theme."""
        px = theme.px(22)
        for key, name, _word in (*HEAD, *FOOT):
            both = icons.icon(name, "rail_ink", px)
            both.addPixmap(
                icons.pixmap(name, px, "rail_active_ink", self.devicePixelRatioF()), QIcon.Mode.Normal, QIcon.State.On
            )
            self._buttons[key].setIcon(both)

    def _button(self, key: str, word: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"rail-{key}")
        button.setText(word)
        button.setAccessibleName(word)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIconSize(QSize(theme.px(22), theme.px(22)))
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setMinimumHeight(theme.px(58))
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setProperty("page", key)
        button.clicked.connect(self._asked)
        self._buttons[key] = button
        return button

    def _asked(self) -> None:
        page = self.sender().property("page")
        self.show_page(self._open)  # until the page is there
        self.page_asked.emit(page)
