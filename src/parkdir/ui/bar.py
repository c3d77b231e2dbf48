"""The bar at the top: whose directory it is, the search box, and the switches for language, theme and view."""

from math import ceil
from pathlib import Path

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QImageReader, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from parkdir import i18n
from parkdir.i18n import N_, _, pick
from parkdir.settings import Settings
from parkdir.ui import icons, theme
from parkdir.ui.parts.ink import broken, line_height
from parkdir.ui.parts.labels import Elided, Plain

HEIGHT = 64
TITLE = N_("Directory of Specialised Industrial Parks, Jiefang District, Jiaozuo")
_LANGUAGES = (("zh", "中文"), ("en", "EN"))  # each names itself in its own language
_LOGO = 36
_NARROW = 700


class Title(Elided):
    """Words that are set smaller and on two lines before they are cut off."""

    SMALLER = 15

    _folded = False

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), ceil(2 * line_height(self.SMALLER, True))) if self._folded else hint

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        folded = self._shown() != self.text()
        if folded != self._folded:
            self._folded = folded
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._folded:
            super().paintEvent(event)
            return
        room, step = self.contentsRect(), line_height(self.SMALLER, True)
        lines = broken(self.text(), self.SMALLER, True, room.width(), 2)
        base = room.y() + (room.height() - len(lines) * step) / 2 + theme.metrics(self.SMALLER, True).ascent()
        with QPainter(self) as painter:
            painter.setFont(theme.font(self.SMALLER, True))
            painter.setPen(self.palette().windowText().color())
            for number, line in enumerate(lines):
                painter.drawText(QPointF(room.x(), base + number * step), line)


class Bar(QWidget):
    """Says what was asked for; the shell does it."""

    search_edited = Signal(str)
    search_entered = Signal()
    back_asked = Signal()
    forward_asked = Signal()
    language_asked = Signal(str)
    theme_asked = Signal()
    view_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(theme.px(HEIGHT))
        self._logo = Plain()
        self._office = Elided(name="officeName")
        self._title = Title(_(TITLE), name="directoryTitle")
        for words in (self._office, self._title):
            words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.back = self._icon_button("back", _("Back"), "Alt+Left")
        self.forward = self._icon_button("forward", _("Forward"), "Alt+Right")
        self.search = self._search_box()
        self._magnifier = self._within(self.search)
        self._theme = self._icon_button("theme", "")
        self._view = self._icon_button("view", _("Switch the view"), "F9")
        self._languages = [self._language_button(key, word) for key, word in _LANGUAGES]
        self._lay_out()
        self.back.clicked.connect(self.back_asked)
        self.forward.clicked.connect(self.forward_asked)
        self._theme.clicked.connect(self.theme_asked)
        self._view.clicked.connect(self.view_asked)
        self.search.textChanged.connect(self.search_edited)
        self.search.returnPressed.connect(self.search_entered)

    def show_office(self, settings: Settings) -> None:
        """The office's name and logo; without them the title stands alone."""
        name = pick(settings.office_zh, settings.office_en)
        self._office.setText(name)
        self._office.setVisible(bool(name))
        picture = logo(settings.logo, theme.px(_LOGO), self.devicePixelRatioF())
        self._logo.setPixmap(picture)
        self._logo.setVisible(not picture.isNull())
        self._logo.setContentsMargins(0, 0, 0 if picture.isNull() else theme.px(8), 0)

    def show_history(self, back: bool, forward: bool) -> None:
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def restyle(self) -> None:
        """Icons in the colours of the theme; the theme's own button shows the other one."""
        px, dark = theme.px(18), theme.current() == "dark"
        self._magnifier.setPixmap(icons.pixmap("search", px, "secondary", self.devicePixelRatioF()))
        self.back.setIcon(icons.icon("back", "ink", px))
        self.forward.setIcon(icons.icon("forward", "ink", px))
        self._view.setIcon(icons.icon("eye", "ink", px))
        self._theme.setIcon(icons.icon("sun" if dark else "moon", "ink", px))
        words = _("Light theme") if dark else _("Dark theme")
        self._theme.setToolTip(words)
        self._theme.setAccessibleName(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the arrows go: Alt+Left, Alt+Right and the mouse have them too."""
        super().resizeEvent(event)
        wide = event.size().width() >= theme.px(_NARROW)
        if wide == self.back.isHidden():
            self.back.setVisible(wide)
            self.forward.setVisible(wide)

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(self._office)
        names.addWidget(self._title)
        names.addStretch(1)
        languages = QHBoxLayout()
        languages.setSpacing(0)
        for button in self._languages:
            languages.addWidget(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(28), 0, theme.px(20), 0)
        row.setSpacing(theme.px(4))
        row.addWidget(self._logo)
        row.addLayout(names)
        row.addSpacing(theme.px(20))
        row.addWidget(self.search, 1000)
        row.addSpacing(theme.px(4))
        row.addWidget(self.back)
        row.addWidget(self.forward)
        row.addStretch(1)
        row.addWidget(self._view)
        row.addWidget(self._theme)
        row.addSpacing(theme.px(8))
        row.addLayout(languages)

    def _search_box(self) -> QLineEdit:
        box = QLineEdit()
        box.setObjectName("search")
        box.setPlaceholderText(_("Find a park"))
        box.setToolTip(_("{words} ({key})").format(words=_("Find a park by name"), key="Ctrl+F"))
        box.setAccessibleName(_("Find a park by name"))
        box.setClearButtonEnabled(False)
        box.setMinimumWidth(theme.px(150))
        box.setMaximumWidth(theme.px(360))
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return box

    def _within(self, box: QLineEdit) -> Plain:
        """The sign at the left in the box; a label, not Qt's own button that nobody presses."""
        sign = Plain()
        sign.setAccessibleName(_("Find a park by name"))
        sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(box)
        row.setContentsMargins(theme.px(12), 0, 0, 0)
        row.addWidget(sign)
        row.addStretch(1)
        box.setTextMargins(theme.px(26), 0, 0, 0)
        return sign

    def _icon_button(self, name: str, words: str, key: str = "") -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setProperty("kind", "quiet")
        button.setIconSize(QSize(theme.px(18), theme.px(18)))
        button.setFixedWidth(theme.px(36))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(words)
        button.setToolTip(_("{words} ({key})").format(words=words, key=key) if key else words)
        return button

    def _language_button(self, key: str, word: str) -> QPushButton:
        button = QPushButton(word)
        button.setObjectName(f"language-{key}")
        button.setProperty("kind", "segment")
        button.setProperty("place", "first" if key == _LANGUAGES[0][0] else "last")
        button.setProperty("language", key)
        button.setCheckable(True)
        button.setChecked(key == i18n.language())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(word)
        button.clicked.connect(self._language_clicked)
        return button

    def _language_clicked(self) -> None:
        wanted = self.sender().property("language")
        for button in self._languages:
            button.setChecked(button.property("language") == wanted)
        self.language_asked.emit(wanted)


def logo(path: str, height: int, dpr: float) -> QPixmap:
    """The office's own picture at that height, at most six times as wide; a null one where there is none."""
    if not path or not Path(path).is_file():
        return QPixmap()
    reader = QImageReader(path)
    size = reader.size()
    if size.isEmpty() or size.width() > 8000 or size.height() > 8000:
        return QPixmap()
    reader.setScaledSize(size.scaled(round(height * 6 * dpr), round(height * dpr), Qt.AspectRatioMode.KeepAspectRatio))
    picture = QPixmap.fromImage(reader.read())
    picture.setDevicePixelRatio(dpr)
    return picture
