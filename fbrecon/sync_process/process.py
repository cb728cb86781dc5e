"""The window's side: starts the syncing process when a sync is asked for, and keeps it.

One process serves all companies, since starting one costs more than most syncs. If it ends by
itself, the runs that it had are told as broken off, and the next sync starts another.
"""

from __future__ import annotations

import itertools
import logging
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from typing import Final

from fbrecon.bootstrap import Program
from fbrecon.domain.matching.findings import BankMatched, Finding
from fbrecon.errors import SyncBrokeOff
from fbrecon.own_process import own_command
from fbrecon.secret_store import SecretStore
from fbrecon.sync.progress import Cancelled, CancelToken, ProgressFn
from fbrecon.sync.report import SyncReport
from fbrecon.sync_process.lent_vault import Lender
from fbrecon.sync_process.messages import (
    Broke,
    Cancel,
    Done,
    End,
    Failed,
    Hello,
    Look,
    Looked,
    Moved,
    Run,
    SecretAsk,
    Seen,
    Speaker,
    Stopped,
    hear_from_process,
)
from fbrecon.sync_process.told_errors import FaultElsewhere, unpack_error

log = logging.getLogger(__name__)

END_WITHIN_SECONDS: Final = 8.0
"""How long the window waits for it; a little more than its runs are given to stop."""

_COMMAND: Final = own_command("fbrecon.sync_process")
if sys.platform == "win32":
    # No console of its own, and whoever looks at the window goes first.
    _FLAGS: Final = subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
else:
    _FLAGS: Final = 0
_Answer = Moved | Done | Seen | Looked | Stopped | Failed | Broke


class SyncProcess:
    """Carries out syncs elsewhere. Safe for all threads."""

    def __init__(self, hello: Hello, vault: Callable[[], SecretStore]) -> None:
        """`vault` is asked only where the process cannot open one by itself (`hello.lends`)."""
        self._hello = hello
        self._vault = vault
        self._lock = threading.Lock()
        self._line: _Line | None = None
        self._is_closed = False

    @classmethod
    def of(cls, program: Program) -> SyncProcess:
        """For the companies, services and secrets of that program."""
        environment = program.environment
        hello = Hello(
            home=str(environment.home),
            freshbooks_api=environment.freshbooks_api,
            freshbooks_auth=environment.freshbooks_auth,
            platform_api=environment.platform_api,
            secrets=environment.secrets,
            passphrase=environment.key("FBRECON_PASSPHRASE"),
            test_clock=environment.test_clock,
            lends=environment.secrets == "session",
        )
        return cls(hello, program.shelf.secrets)

    def sync(
        self,
        slug: str,
        cancel: CancelToken,
        report: ProgressFn,
        *,
        only: tuple[str, ...] = (),
        full: bool = False,
        reason: str = "",
        preview: str = "",
    ) -> SyncReport:
        """As `SyncRunner.run`, in the other process; raises `SyncBrokeOff` where that ends."""
        line = self._open_line()
        number, answers = line.begin()
        try:
            with cancel.telling(lambda: line.say(Cancel(number))):
                line.say(Run(number, slug, only, full, reason, preview))
                while True:
                    match answers.get():
                        case Moved(progress=progress):
                            report(progress)
                        case Done(report=done):
                            return done
                        case Stopped():
                            raise Cancelled
                        case Failed() as failed:
                            raise unpack_error(failed)
                        case Broke(trace=trace):
                            raise FaultElsewhere(trace)
                        case None:
                            raise _broke_off()
        except BaseException:
            line.say(Cancel(number))  # nobody waits for it; one that has ended hears nothing
            raise
        finally:
            line.forget(number)

    def match_bank(self, slug: str) -> BankMatched:
        """As `match_bank`, in the other process; raises `SyncBrokeOff` where that ends."""
        line = self._open_line()
        number, answers = line.begin()
        findings: dict[str, Finding] = {}
        try:
            line.say(Look(number, slug))
            while True:
                match answers.get():
                    case Seen(findings=some):
                        findings.update((finding.line_id, finding) for finding in some)
                    case Looked() as told:
                        return BankMatched(findings, told.missing, told.not_ours, told.stamp)
                    case Stopped():
                        raise Cancelled
                    case Failed() as failed:
                        raise unpack_error(failed)
                    case Broke(trace=trace):
                        raise FaultElsewhere(trace)
                    case None:
                        raise _broke_off_looking()
        finally:
            line.forget(number)

    def close(self) -> None:
        """Stop its runs at a safe point and end it; waits some seconds, then leaves it to end.

        It is never killed: it may be renewing a sign-in, whose answer comes only once.
        """
        with self._lock:
            self._is_closed = True
            line, self._line = self._line, None
        if line is not None:
            line.close()

    @property
    def pid(self) -> int | None:
        """The process that is there now, if one is."""
        line = self._line
        return None if line is None or line.has_ended else line.process.pid

    def _open_line(self) -> _Line:
        with self._lock:
            if self._is_closed:
                raise Cancelled
            if self._line is None or self._line.has_ended:
                self._line = _Line(self._hello, self._vault if self._hello.lends else None)
            return self._line


class _Line:
    """One process, and what is said with it."""

    def __init__(self, hello: Hello, vault: Callable[[], SecretStore] | None) -> None:
        self.process = subprocess.Popen(  # noqa: S603 - our own module
            _COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, creationflags=_FLAGS
        )
        assert self.process.stdin is not None
        self._speaker = Speaker(self.process.stdin)
        self._lender = None if vault is None else Lender(vault(), self._speaker.say)
        self._numbers = itertools.count(1)
        self._lock = threading.Lock()
        self._waiting: dict[int, SimpleQueue[_Answer | None]] = {}
        self.has_ended = False
        self._listening = threading.Thread(
            target=self._listen, name="hearing of syncs", daemon=True
        )
        self._listening.start()
        self.say(hello)

    def begin(self) -> tuple[int, SimpleQueue[_Answer | None]]:
        """A number for a run, and where its answers come in; None is the end of all."""
        number, answers = next(self._numbers), SimpleQueue[_Answer | None]()
        with self._lock:
            if self.has_ended:
                answers.put(None)
            self._waiting[number] = answers
        return number, answers

    def forget(self, number: int) -> None:
        """Nobody waits for that run any more."""
        with self._lock:
            self._waiting.pop(number, None)

    def say(self, message: Hello | Run | Look | Cancel | End) -> None:
        """Say it; where nobody hears it, whoever waits is told by the end of the line."""
        with suppress(OSError):
            self._speaker.say(message)

    def close(self) -> None:
        """Ask it to end, and wait some seconds."""
        self.say(End())
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(END_WITHIN_SECONDS)
        self._speaker.close()
        self._listening.join(timeout=1.0 if self.process.returncode is not None else 0.0)

    def _listen(self) -> None:
        assert self.process.stdout is not None
        while (message := hear_from_process(self.process.stdout)) is not None:
            if isinstance(message, SecretAsk):
                if self._lender is not None:
                    self._lender.answer(message)
                continue
            with self._lock:
                answers = self._waiting.get(message.number)
            if answers is not None:
                answers.put(message)
        with self._lock:
            self.has_ended = True
            waiting = tuple(self._waiting.values())
        for answers in waiting:
            answers.put(None)
        if self._lender is not None:
            self._lender.free_all()
        self._speaker.close()
        self.process.stdout.close()
        code = self.process.wait()
        if code:
            log.error("the syncing process ended with %s", code)


def _broke_off() -> SyncBrokeOff:
    return SyncBrokeOff(
        "The sync broke off",
        "The part of fbrecon that syncs ended in the middle of it: the system ended it, or a fault "
        "of its own.",
        "Nothing is lost: sync again. What was being sent is looked up before anything is sent. "
        "If it happens again, look into the log.",
    )


def _broke_off_looking() -> SyncBrokeOff:
    return SyncBrokeOff(
        "The bank lines were not compared",
        "The part of fbrecon that compares them with payouts ended in the middle of it: the system "
        "ended it, or a fault of its own.",
        "Nothing is lost, and what was decided stays. Open Reconcile again. If it happens again, "
        "look into the log.",
    )
