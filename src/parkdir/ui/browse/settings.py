"""Settings: they apply at once and are remembered; there is nothing to save."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from parkdir import i18n, paths
from parkdir.i18n import _
from parkdir.settings import SCALES, Settings
from parkdir.ui.browse.sheet import Sheet, add_row
from parkdir.ui.desk import Desk
from parkdir.ui.parts.labels import Elided


class Segments(QWidget):
    """Several values side by side, one of them chosen."""

    chosen = Signal(object)

    def __init__(self, name: str, choices: Sequence[tuple[Any, str]], label: str) -> None:
        super().__init__()
        self.setAccessibleName(label)
        self._buttons: dict[Any, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for at, (value, words) in enumerate(choices):
            button = QPushButton(words)
            button.setObjectName(f"{name}-{value}")
            button.setProperty("kind", "segment")
            button.setProperty("place", {0: "first", len(choices) - 1: "last"}.get(at, "middle"))
            button.setProperty("value", value)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(f"{label} {words}")
            button.clicked.connect(self._clicked)
            row.addWidget(button)
            self._buttons[value] = button
        row.addStretch(1)

    def show_value(self, value: Any) -> None:
        for own, button in self._buttons.items():
            button.setChecked(own == value)

    def _clicked(self) -> None:
        value = self.sender().property("value")
        self.show_value(value)
        self.chosen.emit(value)


class PathRow(QWidget):
    """A path, a button to choose another, a button to do without."""

    changed = Signal(str)

    def __init__(self, name: str, label: str, none: str, dialog: Callable[[QWidget], QFileDialog]) -> None:
        super().__init__()
        self._none, self._dialog = none, dialog
        self._path = Elided(none, name="path")
        self._choose = _button(f"{name}-choose", _("Choose"), label)
        self._clear = _button(f"{name}-clear", _("Remove"), label)
        self._clear.setProperty("kind", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._path, 1)
        row.addWidget(self._choose)
        row.addWidget(self._clear)
        self._choose.clicked.connect(self._ask)
        self._clear.clicked.connect(self._cleared)

    def show_path(self, path: str) -> None:
        self._path.setText(path or self._none)
        self._clear.setVisible(bool(path))

    def _ask(self) -> None:
        dialog = self._dialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.changed)
        dialog.open()

    def _cleared(self) -> None:
        self.changed.emit("")


class SettingsPage(Sheet):
    """The office, how things look, where things lie."""

    about_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Settings"))
        self._desk = desk
        self._office_zh = _field("office-zh", _("Office name (Chinese)"), _("Shown at the top left, e.g. of the host"))
        self._office_en = _field("office-en", _("Office name (English)"), _("Where it is empty, the Chinese is shown"))
        self._logo = PathRow("logo", _("Logo"), _("No logo"), _picture_dialog)
        sizes = [(scale, f"{round(scale * 100)}%") for scale in SCALES]
        self._size = Segments("size", sizes, _("Text size"))
        self._language = Segments("language", (("zh", "中文"), ("en", "English")), _("Language"))
        self._theme = Segments("theme", (("light", _("Light")), ("dark", _("Dark"))), _("Theme"))
        self._data = PathRow("data", _("Data folder"), str(paths.user_data()), _folder_dialog)
        self._backup = PathRow("backup", _("Second backup place"), _("None"), _folder_dialog)
        self._about = _button("about", _("About this program"), "")
        self._lay_out()
        self._wire()
        self._view_changed()
        self.show_settings(desk.settings)

    def show_settings(self, settings: Settings) -> None:
        for box, text in ((self._office_zh, settings.office_zh), (self._office_en, settings.office_en)):
            if box.text() != text:
                box.setText(text)
        self._logo.show_path(settings.logo)
        self._size.show_value(settings.text_scale)
        self._language.show_value(i18n.language())
        self._theme.show_value(settings.theme)
        self._data.show_path(settings.data_folder)
        self._backup.show_path(settings.backup_folder)

    def _lay_out(self) -> None:
        office = self.add_card(_("Office"))
        add_row(office, _("Office name (Chinese)"), self._office_zh)
        add_row(office, _("Office name (English)"), self._office_en)
        add_row(office, _("Logo"), self._logo, note=_("A picture file; it is shown beside the title."))
        look = self.add_card(_("Display"))
        add_row(look, _("Language"), self._language)
        add_row(look, _("Theme"), self._theme)
        add_row(look, _("Text size"), self._size, note=_("Also by Ctrl +, Ctrl − and Ctrl 0."))
        places = self.add_card(_("Where data lies"))
        self._places = places.parentWidget()
        add_row(places, _("Data folder"), self._data, note=_("Takes effect at the next start; nothing is moved."))
        add_row(
            places,
            _("Second backup place"),
            self._backup,
            note=_("Best on another disk; backups are copied there too."),
        )
        line = QHBoxLayout()
        line.addWidget(self._about)
        line.addStretch(1)
        self.column.addLayout(line)
        self.end()

    def _wire(self) -> None:
        self._office_zh.editingFinished.connect(self._office_entered)
        self._office_en.editingFinished.connect(self._office_entered)
        self._logo.changed.connect(self._logo_changed)
        self._size.chosen.connect(self._size_chosen)
        self._language.chosen.connect(self._desk.set_language)
        self._theme.chosen.connect(self._theme_chosen)
        self._data.changed.connect(self._data_changed)
        self._backup.changed.connect(self._backup_changed)
        self._about.clicked.connect(self.about_asked)
        self._desk.remembered.connect(self.show_settings)
        self._desk.view_changed.connect(self._view_changed)

    def _view_changed(self) -> None:
        """A guest is not shown where the office keeps its files."""
        self._places.setVisible(self._desk.inside)

    def _office_entered(self) -> None:
        self._desk.remember(office_zh=self._office_zh.text().strip(), office_en=self._office_en.text().strip())

    def _logo_changed(self, path: str) -> None:
        self._desk.remember(logo=path)

    def _size_chosen(self, scale: float) -> None:
        self._desk.remember(text_scale=scale)

    def _theme_chosen(self, name: str) -> None:
        self._desk.remember(theme=name)

    def _data_changed(self, path: str) -> None:
        self._desk.remember(data_folder=path)

    def _backup_changed(self, path: str) -> None:
        self._desk.remember(backup_folder=path)


def _field(name: str, label: str, hint: str) -> QLineEdit:
    box = QLineEdit()
    box.setObjectName(name)
    box.setAccessibleName(label)
    box.setPlaceholderText(hint)
    box.setMaxLength(80)
    return box


def _button(name: str, words: str, label: str) -> QPushButton:
    button = QPushButton(words)
    button.setObjectName(name)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(f"{label} {words}".strip())
    return button


def _picture_dialog(parent: QWidget) -> QFileDialog:
    dialog = QFileDialog(parent, _("Logo"), "", _("Pictures") + " (*.png *.jpg *.jpeg *.webp *.svg)")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return dialog


def _folder_dialog(parent: QWidget) -> QFileDialog:
    dialog = QFileDialog(parent, _("Choose a folder"))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return dialog
