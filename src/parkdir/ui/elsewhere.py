"""The data folder chosen can't be used, a stick that is not plugged in for one: another folder, or the usual one."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from parkdir.domain.errors import Told
from parkdir.i18n import _
from parkdir.ui.failure import told


class Elsewhere(QObject):
    """Asks; an empty folder is the usual one."""

    chosen = Signal(str)
    given_up = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._problem = Told("")

    def ask(self, problem: Told) -> None:
        """The sentence, and the ways out beside its end."""
        self._problem = problem
        box = told(self._window, problem, _("Choose another folder"), _("Use the usual folder"))
        another, usual, close = box.buttons()[1:] + box.buttons()[:1]
        another.clicked.connect(self._ask_folder)
        usual.clicked.connect(self._use_usual)
        close.clicked.connect(self.given_up)

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self._window, _("Choose a folder"))
        dialog.setObjectName("elsewhere")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.chosen)
        dialog.rejected.connect(self._ask_again)
        dialog.open()

    def _ask_again(self) -> None:
        self.ask(self._problem)

    def _use_usual(self) -> None:
        self.chosen.emit("")
