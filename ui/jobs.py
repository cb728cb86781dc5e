"""Work beside the window: thread lanes, and handles that bring results to the GUI thread.

Work is plain Python taking a cancel token and a progress function; it touches no QObject.
Each handle emits exactly one of `succeeded`, `failed`, `cancelled`, and then `settled`.
A handle is a child of its owner: when the owner goes, its work is cancelled and nothing arrives.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final, Literal, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from fbrecon.clock import Clock, SystemClock
from fbrecon.sync.progress import Cancelled, CancelToken, Progress, ProgressFn

T = TypeVar("T")
Lane = Literal["db", "look", "sync", "net"]
Work = Callable[[CancelToken, ProgressFn], T]

_LANES: Final[dict[Lane, int]] = {"db": 1, "look": 2, "sync": 8, "net": 4}
_PROGRESS_SECONDS: Final = 0.1


class JobHandle(QObject):
    """One piece of work. Lives in the GUI thread, as a child of its owner."""

    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    progressed = Signal(object)
    settled = Signal()

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self.token = token = CancelToken()
        # A function that holds only the token: a method's object may be gone by then.
        self.destroyed.connect(lambda: token.cancel())

    def cancel(self) -> None:
        """Ask the work to stop; `cancelled` follows unless it had finished by then."""
        self.token.cancel()


@dataclass(frozen=True, slots=True)
class _Delivery:
    job: int  # never the handle: a worker must not hold, and so free, an object of Qt
    kind: Literal["succeeded", "failed", "cancelled", "progressed"]
    value: object = None


class JobRunner(QObject):
    """Four lanes: `db` for company files, `sync` for runs, `net` for calls to a service.

    `look` is for what looks at a whole company and may take a while: rows and decisions, which a
    person waits for, go past it in `db`.

    A company has one run at a time (`SyncControl`); those of several companies go side by side.
    """

    idle = Signal()
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None, *, clock: Clock | None = None) -> None:
        super().__init__(parent)
        self._clock = clock or SystemClock()
        self._lock = threading.Lock()
        self._closed = False
        self._open: dict[int, JobHandle] = {}
        self._numbers = itertools.count(1)
        self._lanes = {
            lane: ThreadPoolExecutor(workers, thread_name_prefix=f"window-{lane}")
            for lane, workers in _LANES.items()
        }
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is queued, running or on its way to the GUI thread."""
        return not self._open

    def submit(self, work: Work[T], lane: Lane, owner: QObject) -> JobHandle:
        """Run `work` in a lane; connect to the handle's signals before returning to the loop."""
        handle = JobHandle(owner)
        token = handle.token
        if self._closed:
            token.cancel()
            return handle
        job = next(self._numbers)
        self._open[job] = handle
        report = _Throttle(self._clock, lambda p: self._post(_Delivery(job, "progressed", p)))

        def run() -> None:
            try:
                token.raise_if_cancelled()
                result = work(token, report)
            except Cancelled:
                self._post(_Delivery(job, "cancelled"))
            except Exception as error:  # noqa: BLE001 - delivered to the owner, who shows it
                self._post(_Delivery(job, "failed", error))
            else:
                report.flush()
                self._post(_Delivery(job, "succeeded", result))

        self._lanes[lane].submit(run)
        return handle

    def shutdown(self) -> None:
        """Cancel everything and return at once; nothing is delivered any more."""
        with self._lock:
            self._closed = True
        for handle in self._open.values():
            if shiboken6.isValid(handle):
                handle.token.cancel()
        self._open.clear()
        for lane in self._lanes.values():
            lane.shutdown(wait=False, cancel_futures=True)

    def _post(self, delivery: _Delivery) -> None:
        # The lock keeps a worker from emitting into a runner that is being torn down.
        with self._lock:
            if not self._closed and shiboken6.isValid(self):
                self._arrived.emit(delivery)

    @Slot(object)
    def _deliver(self, delivery: _Delivery) -> None:
        handle = self._open.get(delivery.job)
        if handle is None:
            return
        ends = delivery.kind != "progressed"
        if ends:
            del self._open[delivery.job]
        if shiboken6.isValid(handle):
            if delivery.kind == "cancelled":
                handle.cancelled.emit()
            else:
                getattr(handle, delivery.kind).emit(delivery.value)
            # A slot may have deleted the owner, and the handle with it.
            if ends and shiboken6.isValid(handle):
                handle.settled.emit()
                if shiboken6.isValid(handle):
                    handle.deleteLater()
        if ends and not self._open:
            self.idle.emit()


class _Throttle:
    """A progress function that passes on ten reports a second at the most, and the last one."""

    def __init__(self, clock: Clock, send: ProgressFn) -> None:
        self._clock = clock
        self._send = send
        self._sent_at: float | None = None
        self._kept: Progress | None = None

    def __call__(self, progress: Progress) -> None:
        now = self._clock.monotonic()
        if self._sent_at is not None and now - self._sent_at < _PROGRESS_SECONDS:
            self._kept = progress
            return
        self._sent_at = now
        self._kept = None
        self._send(progress)

    def flush(self) -> None:
        """Send what was held back."""
        if self._kept is not None:
            self._send(self._kept)
            self._kept = None
