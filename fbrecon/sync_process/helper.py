"""The syncing process: hears what to sync, syncs, tells how far it is and what came of it.

It lives as long as the window's process does and no longer: when nobody speaks to it any more, its
runs stop at their next safe point, and after some seconds it ends wherever they are. What is cut
off then is settled by reading, like after any other end of the program.
"""

from __future__ import annotations

import threading
import time
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

from fbrecon.app.company import Company
from fbrecon.app.reconcile import match_bank
from fbrecon.app.sync import SyncRunner
from fbrecon.bootstrap import Environment, Program
from fbrecon.domain.matching.findings import BankMatched, Finding
from fbrecon.errors import FbreconError, SecretsError
from fbrecon.freshbooks.unbroken import UNBROKEN
from fbrecon.sync.preflights import in_threads
from fbrecon.sync.progress import Cancelled, CancelToken, Progress
from fbrecon.sync_process.lent_vault import LentVault
from fbrecon.sync_process.messages import (
    Broke,
    Cancel,
    Done,
    End,
    Hello,
    Look,
    Looked,
    Message,
    Moved,
    Run,
    Secret,
    Seen,
    Speaker,
    Stopped,
    hear_in_process,
)
from fbrecon.sync_process.told_errors import pack_error
from fbrecon.uncollected import uncollected

STOP_WITHIN_SECONDS: Final = 5.0
_TELL_EVERY_SECONDS: Final = 0.1
_FINDINGS_AT_ONCE: Final = 200


class Helper:
    """One syncing process over its two pipes."""

    def __init__(self, ears: IO[bytes], mouth: IO[bytes]) -> None:
        self._ears = ears
        self._speaker = Speaker(mouth)
        self._lent = LentVault(self._speaker.say)
        self._program: Future[Program] = Future()
        self._lock = threading.Lock()
        self._runs: dict[int, tuple[CancelToken, threading.Thread]] = {}
        self._ending = threading.Event()

    def serve(self) -> None:
        """Serve until the window's process ends or says so. Returns when its runs have stopped."""
        listening = threading.Thread(target=self._listen, name="listening", daemon=True)
        listening.start()
        self._ending.wait()
        with self._lock:
            runs = tuple(self._runs.values())
        for cancel, _ in runs:
            cancel.cancel()
        until = time.monotonic() + STOP_WITHIN_SECONDS
        for _, thread in runs:
            thread.join(max(0.0, until - time.monotonic()))
        UNBROKEN.end()
        if self._program.done() and self._program.exception() is None:
            with suppress(SecretsError):  # it is told by the next start, and was by the run
                self._program.result().close()
        self._speaker.close()

    def end(self) -> None:
        """Stop all runs, then end; safe in a signal's handler."""
        self._ending.set()

    def _listen(self) -> None:
        while (message := hear_in_process(self._ears)) is not None:
            match message:
                case Hello():
                    threading.Thread(target=self._open, args=(message,), daemon=True).start()
                case Run():
                    self._begin(message)
                case Look():
                    # Reads only, so nobody waits for it when all ends.
                    threading.Thread(target=self._look, args=(message,), daemon=True).start()
                case Cancel():
                    with self._lock:
                        run = self._runs.get(message.number)
                    if run is not None:
                        run[0].cancel()
                case Secret():
                    self._lent.take(message)
                case End():
                    self.end()
        self._lent.is_gone()
        self.end()

    def _open(self, hello: Hello) -> None:
        environment = Environment(
            Path(hello.home),
            hello.freshbooks_api,
            hello.freshbooks_auth,
            hello.platform_api,
            hello.secrets,
            hello.test_clock,
            keys={"FBRECON_PASSPHRASE": hello.passphrase},
        )
        try:
            self._program.set_result(Program(environment, self._lent if hello.lends else None))
        except BaseException as error:  # noqa: BLE001 - raised in each run
            self._program.set_exception(error)

    def _begin(self, run: Run) -> None:
        cancel = CancelToken()
        thread = threading.Thread(
            target=self._carry_out, args=(run, cancel), name=f"sync {run.number}", daemon=True
        )
        with self._lock:
            self._runs[run.number] = cancel, thread
        thread.start()

    def _look(self, look: Look) -> None:
        with suppress(OSError):  # nobody looks any more
            try:
                found = self._match(look.slug)
            except Cancelled:
                self._speaker.say(Stopped(look.number))
            except FbreconError as error:
                self._speaker.say(pack_error(look.number, error))
            except BaseException:  # noqa: BLE001 - whoever waits must hear of it, whatever it is
                self._speaker.say(Broke(look.number, traceback.format_exc()))
            else:
                for part in _parts(tuple(found.findings.values())):
                    self._speaker.say(Seen(look.number, part))
                self._speaker.say(
                    Looked(look.number, found.missing, dict(found.not_ours), found.stamp)
                )

    def _match(self, slug: str) -> BankMatched:
        program = self._program.result()
        if slug not in program.shelf.list_slugs():
            raise Cancelled  # it was removed meanwhile; to open it would make it again
        company = Company(slug, program.shelf, program.doors, program.clock)
        try:
            with uncollected():
                return match_bank(company)
        finally:
            company.close()

    def _carry_out(self, run: Run, cancel: CancelToken) -> None:
        answer: Message
        try:
            answer = self._sync(run, cancel)
        except Cancelled:
            answer = Stopped(run.number)
        except FbreconError as error:
            answer = pack_error(run.number, error)
        except BaseException:  # noqa: BLE001 - whoever waits must hear of it, whatever it is
            answer = Broke(run.number, traceback.format_exc())
        with self._lock:
            del self._runs[run.number]
        with suppress(OSError):
            self._speaker.say(answer)

    def _sync(self, run: Run, cancel: CancelToken) -> Done:
        program = self._program.result()
        # Opened anew each time: the window may have connected, disconnected or removed meanwhile.
        company = Company(run.slug, program.shelf, program.doors, program.clock)
        tell = _SeldomTold(
            lambda progress: self._speaker.say(Moved(run.number, progress)),
            program.clock.monotonic,
        )
        try:
            report = SyncRunner(company, readers=in_threads).run(
                cancel, tell, only=run.only, full=run.full, reason=run.reason, preview=run.preview
            )
        finally:
            company.close()
        return Done(run.number, report)


def _parts(findings: tuple[Finding, ...]) -> Iterator[tuple[Finding, ...]]:
    for start in range(0, len(findings), _FINDINGS_AT_ONCE):
        yield findings[start : start + _FINDINGS_AT_ONCE]


class _SeldomTold:
    """Ten reports a second at the most, and each new stage at once."""

    def __init__(self, say: Callable[[Progress], None], monotonic: Callable[[], float]) -> None:
        self._say = say
        self._monotonic = monotonic
        self._said: tuple[str, float] | None = None

    def __call__(self, progress: Progress) -> None:
        now, said = self._monotonic(), self._said
        if said and said[0] == progress.stage and now - said[1] < _TELL_EVERY_SECONDS:
            return
        self._said = progress.stage, now
        with suppress(OSError):  # nobody looks any more; the run is told to stop another way
            self._say(progress)
