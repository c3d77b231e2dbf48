"""PySide6 6.12.0 drops a reference to None in nearly every void method; below Python 3.12 the process then aborts."""

import re
import sys
import tomllib
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel

TOP = Path(__file__).resolve().parent.parent


def test_setting_text_keeps_the_references_to_none(qapp: QApplication) -> None:
    if sys.version_info >= (3, 12):  # None is immortal there, counting says nothing: the rule for 3.11 must stand
        asked = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
        assert "pyside6>=6.9.3,<6.12; python_version < '3.12'" in asked
        return
    label = QLabel()
    before = sys.getrefcount(None)
    for _ in range(2_000):
        label.setText("x")
    assert sys.getrefcount(None) > before - 200


def test_the_lock_holds_a_clean_release() -> None:
    lock = (TOP / "constraints.txt").read_text("utf-8")
    assert re.findall(r"^pyside6==([\d.]+)(?: ;.*)? \\$", lock, re.MULTILINE) == ["6.11.1"]
