"""Told and bug: what the user sees, what the log keeps."""

import faulthandler
import logging
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from parkdir.domain.errors import NotFound
from parkdir.ui import failure
from parkdir.ui.failure import CappedFile, Failures, told


@contextmanager
def installed(folder: Path) -> Iterator[Failures]:
    hooks = sys.excepthook, sys.unraisablehook, threading.excepthook
    crashes = faulthandler.is_enabled()
    level = failure.log.level
    made = Failures(folder)
    made.install()
    qInstallMessageHandler(None)  # pytest-qt watches Qt's messages itself
    yield made
    made.uninstall()
    sys.excepthook, sys.unraisablehook, threading.excepthook = hooks
    failure.log.setLevel(level)
    if crashes:
        faulthandler.enable(2)


@pytest.fixture
def failures(tmp_path: Path) -> Iterator[Failures]:
    with installed(tmp_path / "log") as made:
        yield made


def boxes(parent: QWidget) -> list[QMessageBox]:
    return [box for box in parent.findChildren(QMessageBox) if box.isVisible()]


def log_text(failures: Failures) -> str:
    return (failures.folder / "parkdir.log").read_text("utf-8")


def test_told_is_one_plain_sentence(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    box = told(window, NotFound("There is no <b>such</b> park."))
    assert box.text() == "There is no <b>such</b> park."
    assert box.textFormat().name == "PlainText"
    assert box.isVisible()
    box.close()


def test_a_bug_has_one_dialog_and_a_log(qtbot: QtBot, failures: Failures) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    failures.show_over(window)
    for _again in range(2):
        failures.failed(ValueError(str(Path.home() / "secret")))
    [box] = boxes(window)
    assert "ValueError" in box.detailedText()
    assert str(Path.home()) not in box.detailedText()
    assert "~" in log_text(failures)
    assert str(Path.home()) not in log_text(failures)
    failures._copy()
    assert "ValueError" in QGuiApplication.clipboard().text()
    box.close()
    qtbot.waitUntil(lambda: failures._shown is None)


def test_told_from_a_job_is_told(qtbot: QtBot, failures: Failures) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    failures.show_over(window)
    failures.failed(NotFound("no such park"))
    [box] = boxes(window)
    assert box.text() == "no such park"
    assert "no such park" not in log_text(failures)
    box.close()


def test_a_thread_that_dies_is_logged(failures: Failures) -> None:
    def die() -> None:
        raise ValueError("in the thread")

    thread = threading.Thread(target=die)
    thread.start()
    thread.join()
    assert "in the thread" in log_text(failures)


def test_qt_speaks_to_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "parkdir.qt"):
        failure.qt_message(QtMsgType.QtWarningMsg, QMessageLogContext(), "a warning")
    assert "a warning" in caplog.text


def test_the_log_starts_anew_when_it_is_full(tmp_path: Path) -> None:
    handler = CappedFile(tmp_path / "x.log", size=200)
    for number in range(20):
        handler.emit(logging.LogRecord("n", logging.INFO, "", 0, f"line {number} " + "x" * 40, None, None))
    handler.close()
    assert (tmp_path / "x.log").stat().st_size < 400
    assert (tmp_path / "x.old.log").is_file()


def test_where_no_log_can_be_written_one_line_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.getLogger(), "handlers", [])  # as without pytest
    (tmp_path / "file").write_text("no folder")
    with installed(tmp_path / "file" / "log"):
        logging.getLogger("parkdir.ui.parts.covers").warning("cover not kept")
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_folder_that_can_not_be_written_is_no_log_either(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "crash.log").mkdir()
    with installed(tmp_path):
        logging.getLogger("parkdir").error("whatever")
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert not (tmp_path / "parkdir.log").exists()
