"""The background runner: where work runs, where answers arrive, what happens at the end."""

import threading
import time

import pytest
from pytestqt.qtbot import QtBot

from parkdir.ui.jobs import Jobs


def test_answers_arrive_on_the_main_thread(qtbot: QtBot) -> None:
    jobs, seen = Jobs(), list[tuple[str, bool]]()

    def answer(name: str) -> None:
        seen.append((name, threading.current_thread() is threading.main_thread()))

    jobs.read(lambda: threading.current_thread().name, answer)
    qtbot.waitUntil(lambda: bool(seen))
    [(name, on_main)] = seen
    assert name.startswith("parkdir-reading")
    assert on_main
    jobs.close()


def test_writing_is_one_after_another(qtbot: QtBot) -> None:
    jobs, order = Jobs(), list[str]()

    def slow() -> None:
        time.sleep(0.05)
        order.append("first")

    jobs.write(slow)
    jobs.write(lambda: order.append("second"))
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["first", "second"]
    jobs.close()


def test_reading_does_not_wait_for_reading(qtbot: QtBot) -> None:
    jobs, gate, seen = Jobs(), threading.Event(), list[str]()
    jobs.read(lambda: gate.wait(5))
    jobs.read(lambda: "quick", seen.append)
    qtbot.waitUntil(lambda: seen == ["quick"])
    gate.set()
    jobs.close()


def test_a_failure_goes_to_whom_it_concerns(qtbot: QtBot) -> None:
    jobs, own, general = Jobs(), list[BaseException](), list[BaseException]()
    jobs.failed.connect(general.append)

    def fail() -> None:
        raise ValueError("no")

    jobs.read(fail, None, own.append)
    jobs.write(fail)
    qtbot.waitUntil(lambda: bool(own and general))
    assert isinstance(own[0], ValueError)
    assert isinstance(general[0], ValueError)
    jobs.close()


def test_close_waits_and_delivers_nothing_more(qtbot: QtBot) -> None:
    jobs, done, seen = Jobs(), list[bool](), list[object]()

    def work() -> None:
        time.sleep(0.05)
        done.append(True)

    jobs.read(work, seen.append)
    jobs.close()
    qtbot.wait(20)
    assert done == [True]
    assert seen == []
    jobs.read(work, seen.append)
    assert not [t for t in threading.enumerate() if t.name.startswith("parkdir-")]


@pytest.mark.parametrize("kind", ["read", "write"])
def test_inline_runs_at_once(kind: str, qapp: object) -> None:
    jobs, seen = Jobs(inline=True), list[int]()
    getattr(jobs, kind)(lambda: 7, seen.append)
    assert seen == [7]
