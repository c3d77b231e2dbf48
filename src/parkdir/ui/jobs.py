"""The one background runner: one writing thread, two reading threads, results on the main thread.

`inline` runs everything where it is asked for, for tests. Threads are made at the first job, not at start-up.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

READERS = 2
Work = Callable[[], Any]
Done = Callable[[Any], None]
Failed = Callable[[BaseException], None]


class Jobs(QObject):
    """`failed`: a job without an own answer to failure has failed."""

    failed = Signal(object)
    _ended = Signal(object, object)

    def __init__(self, parent: QObject | None = None, *, inline: bool = False) -> None:
        super().__init__(parent)
        self._inline = inline
        self._closed = False
        self._pools: dict[str, ThreadPoolExecutor] = {}
        self._ended.connect(self._deliver)

    def read(self, work: Work, done: Done | None = None, failed: Failed | None = None) -> None:
        """Run work beside the window; `done` gets its result on the main thread."""
        self._run("reading", READERS, work, done, failed)

    def write(self, work: Work, done: Done | None = None, failed: Failed | None = None) -> None:
        """The same, one after another, in the order asked for."""
        self._run("writing", 1, work, done, failed)

    def close(self) -> None:
        """No more jobs; those that wait are dropped, those that run are waited for, no result is delivered."""
        self._closed = True
        for pool in self._pools.values():
            pool.shutdown(wait=True, cancel_futures=True)
        self._pools.clear()

    def _run(self, kind: str, threads: int, work: Work, done: Done | None, failed: Failed | None) -> None:
        if self._closed:
            return
        if self._inline:
            self._work(work, done, failed)
            return
        if kind not in self._pools:
            from concurrent.futures import ThreadPoolExecutor

            self._pools[kind] = ThreadPoolExecutor(threads, f"parkdir-{kind}")
        self._pools[kind].submit(self._work, work, done, failed)

    def _work(self, work: Work, done: Done | None, failed: Failed | None) -> None:
        try:
            result = work()
        except BaseException as problem:  # noqa: BLE001  whatever it was, the main thread decides
            self._ended.emit(failed or self.failed.emit, problem)
        else:
            if done is not None:
                self._ended.emit(done, result)

    def _deliver(self, answer: Callable[[Any], None], result: object) -> None:
        if not self._closed:
            answer(result)
