"""About: what this is, what it is made of, what must never be put into it."""

import re
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout

from parkdir import paths
from parkdir.i18n import _
from parkdir.ui import theme
from parkdir.ui.browse.sheet import Sheet, add_row
from parkdir.ui.parts.labels import Plain

Versions = Callable[[], tuple[tuple[str, str], ...]]


class AboutPage(Sheet):
    """`versions` is asked when the page is made: it looks into packages that a start does not import."""

    def __init__(self, versions: Versions, open_log: Callable[[], None]) -> None:
        super().__init__(_("About this program"))
        self._versions = versions()
        self._add_notice()
        program = self.add_card("parkdir")
        program.addWidget(
            Plain(
                _("A directory of a district's industrial parks; every figure with its source and date."),
                name="aside",
                wrap=True,
            )
        )
        for name, version in self._versions:
            add_row(program, name, Plain(version, selectable=True))
        copy = _button("copy-versions", _("Copy versions"))
        log = _button("open-log", _("Open log folder"))
        copy.clicked.connect(self._copy)
        log.clicked.connect(open_log)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(copy)
        line.addWidget(log)
        line.addStretch(1)
        program.addLayout(line)
        self._add_licences()
        self.end()

    def _add_notice(self) -> None:
        """The law's sentence, first on the page."""
        frame = QFrame()
        frame.setProperty("kind", "caution")
        rows = QVBoxLayout(frame)
        rows.setContentsMargins(theme.px(20), theme.px(14), theme.px(20), theme.px(14))
        rows.addWidget(
            Plain(
                _(
                    "This is an unclassified system. State secrets and work secrets must not be entered, "
                    "stored or processed in it."
                ),
                name="groupTitle",
                wrap=True,
            )
        )
        self.column.addWidget(frame)

    def _add_licences(self) -> None:
        rows = self.add_card(
            _("Licences"),
            _("parkdir is free software under the GNU General Public License, version 3 or later; no warranty."),
        )
        text = QPlainTextEdit()
        text.setObjectName("notice")
        text.setAccessibleName(_("Licences"))
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setPlainText(_notice())
        text.setMinimumHeight(theme.px(240))
        rows.addWidget(text)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(f"{name} {version}" for name, version in self._versions))


def _notice() -> str:
    """What is shipped and under which licences, under a heading in the language in use."""
    heading = _("Works of others that parkdir carries or uses, and their licences")
    _own, _end, rest = paths.notice().read_text("utf-8").partition("\n")
    return f"{heading}\n\n{plain(rest)}"


def plain(marked: str) -> str:
    """Markdown as it is read aloud: no marks, a link's address behind its words, a paragraph on one line."""
    found: list[str] = []
    for part in marked.strip().split("\n\n"):
        text = " ".join(line.strip() for line in part.splitlines()).lstrip("# ").replace("`", "")
        text = re.sub(r"\[([^]]+)\]\((http[^)]+)\)", r"\1 (\2)", text)
        found.append(re.sub(r"\[([^]]+)\]\([^)]+\)", r"\1", text))
    return "\n\n".join(found)


def _button(name: str, words: str) -> QPushButton:
    button = QPushButton(words)
    button.setObjectName(name)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
