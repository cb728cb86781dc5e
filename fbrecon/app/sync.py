"""Running a sync: one at a time for each company, whoever asks, in this process or another.

A second request in this process joins the running sync and gets its report. A run in another
process is waited for, up to a minute, and its report is given.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from fbrecon.app.at_a_glance import keep_clearing
from fbrecon.app.company import Company, not_connected
from fbrecon.app.deposits import entry_plan
from fbrecon.app.fees import fee_plan
from fbrecon.app.findings import find_findings
from fbrecon.app.papers import Preview
from fbrecon.app.ports import SyncsElsewhere, nowhere_else
from fbrecon.app.preview import PreviewChanged, make_preview, preview_with_sends
from fbrecon.domain.proposing import NotProposed
from fbrecon.errors import FileError, SignInAgain, SyncBrokeOff, Unreachable, WrongUsage
from fbrecon.sync.crash_points import CrashPoint, no_crash
from fbrecon.sync.engine import SyncEngine
from fbrecon.sync.gate import Gate
from fbrecon.sync.preflights import Inline, Readers
from fbrecon.sync.progress import CancelToken, Pace, Progress, ProgressFn
from fbrecon.sync.report import SyncReport
from fbrecon.sync.request import ALL_PARTS, JOBS, Services, SyncRequest
from fbrecon.sync.timetable import Job

WAIT_FOR_OTHERS_SECONDS = 60.0
# What a report counts apart is read together.
_PART_OF = dict.fromkeys(("freshbooks_payments", "platform_payments", "payouts"), "payments")
_LOOK_EVERY_SECONDS = 0.25


@dataclass(slots=True)
class _Running:
    """The run under way in this process, and who listens to it."""

    cancel: CancelToken
    listeners: list[ProgressFn]
    pace: Pace
    done: threading.Event = field(default_factory=threading.Event)
    report: SyncReport | None = None
    error: BaseException | None = None
    progress: Progress | None = None

    def tell(self, progress: Progress) -> None:
        """Pass progress on to everyone who waits for this run, with its pace."""
        progress = self.progress = self.pace(progress)
        for listener in tuple(self.listeners):
            listener(progress)


class SyncRunner:
    """Runs and joins the syncs of one company."""

    def __init__(
        self,
        company: Company,
        crash: CrashPoint = no_crash,
        readers: Readers = Inline,
        elsewhere: Callable[[], SyncsElsewhere | None] = nowhere_else,
    ) -> None:
        """Where somebody syncs `elsewhere`, this one only joins who asks here."""
        self._company = company
        self._crash = crash
        self._readers = readers
        self._elsewhere = elsewhere
        self._lock = threading.Lock()
        self._running: _Running | None = None

    def run(
        self,
        cancel: CancelToken,
        report: ProgressFn,
        *,
        only: tuple[str, ...] = (),
        full: bool = False,
        reason: str = "asked for",
        preview: str = "",
    ) -> SyncReport:
        """One run now, or the report of the one that is under way.

        With the token of a preview it is a run of its own that writes what the preview showed and
        nothing else; `PreviewChanged` where anything it was built on is no longer so.
        Raises `NeedsPerson` where FreshBooks is not connected, `WrongUsage` for an
        unknown part, `Unreachable` where another process syncs for more than a minute.
        """
        parts = check_parts(only)
        if preview and only:
            raise WrongUsage(
                "A preview is applied whole", "It is not about parts.", "Leave the parts out."
            )
        while True:
            with self._lock:
                joined = self._running
                if joined is None:
                    mine = _Running(cancel, [report], Pace(self._company.clock.monotonic))
                    self._running = mine
                    break
                joined.listeners.append(report)
            theirs = self._join(joined, cancel)
            if not preview:
                return theirs
        try:
            other = self._elsewhere()
            if other is None:
                every = {name: self._company.every(name) for name in JOBS}
                request = SyncRequest(parts, reason, full=full, every=every)
                mine.report = self._run_alone(mine, request, preview)
            else:
                mine.report = other.sync(
                    self._company.slug,
                    cancel,
                    mine.tell,
                    only=only,
                    full=full,
                    reason=reason,
                    preview=preview,
                )
            return mine.report
        except SyncBrokeOff as error:
            mine.error = error
            self._close_what_broke_off(error)
            raise
        except BaseException as error:
            mine.error = error
            raise
        finally:
            with self._lock:
                self._running = None
            mine.done.set()

    @property
    def progress(self) -> Progress | None:
        """How far the run of this process has come, whoever asked for it; None between runs."""
        running = self._running
        return None if running is None else running.progress

    def stop(self) -> None:
        """Ask a run in this process to stop at its next safe point, before another send."""
        with self._lock:
            if self._running is not None:
                self._running.cancel.cancel()

    def _join(self, running: _Running, cancel: CancelToken) -> SyncReport:
        while not running.done.wait(_LOOK_EVERY_SECONDS):
            if cancel.is_cancelled:
                running.cancel.cancel()
        if running.error is not None:
            raise running.error
        assert running.report is not None
        return running.report

    def _close_what_broke_off(self, error: SyncBrokeOff) -> None:
        """Its run ended, though nobody could write that down; another process may sync by now."""
        lease = self._company.shelf.lease(self._company.slug)
        if not lease.try_take(0):
            return
        try:
            with suppress(FileError):
                now = self._company.clock.now()
                self._company.stores.journal.fail_what_runs(now, error.sentence)
        finally:
            lease.give_back()

    def _run_alone(self, running: _Running, request: SyncRequest, preview: str = "") -> SyncReport:
        company = self._company
        if company.identity_id is None:
            raise not_connected("FreshBooks")
        lease = company.shelf.lease(company.slug)
        while not lease.try_take(0):
            theirs = self._wait_for_other(running)
            if theirs is not None and not preview:
                return theirs
        try:
            company.stores.back_up_today()
            with company.witness.watching(company.stores):
                return self._sync(running, request, preview)
        finally:
            lease.give_back()

    def _sync(self, running: _Running, request: SyncRequest, token: str) -> SyncReport:
        company = self._company
        gate, changed = Gate(company.stores), list[Preview]()

        def may_write() -> bool:
            """Everything was read anew; is the preview still what would be written?"""
            if not token or gate.is_open:
                return True
            now, sends = preview_with_sends(company)
            if now.token != token:
                changed.append(now)
                return False
            gate.open(sends)
            return True

        engine = SyncEngine(
            Services(company.find_books(), company.find_platform()),
            company.stores,
            company.rules(),
            company.clock,
            company.settle_rules(),
            lambda not_proposed: self._find_attention(not_proposed, engine.sign_in_problems),
            self._crash,
            counts=company.shelf.send_counts(),
            readers=self._readers,
            may_write=may_write,
            wrap=gate.guard if token else lambda _, writer: writer,
            entries=entry_plan(company),
            fees=fee_plan(company),
        )
        report = engine.run(request, running.cancel, running.tell)
        self._refresh_tables()
        with suppress(FileError):
            keep_clearing(company, report)
        if changed:
            raise PreviewChanged(changed[0])
        if gate.kept_back:
            raise PreviewChanged(make_preview(company), len(gate.kept_back))
        return report

    def _refresh_tables(self) -> None:
        """What tables are sorted and searched by: here nobody waits for it.

        Where the file cannot be written now, the table does so itself once it is looked at.
        """
        stores = self._company.stores
        with suppress(FileError):
            stores.listing.refresh()
            stores.payments.refresh(self._company.doors.platform_name())

    def _find_attention(
        self, not_proposed: list[NotProposed] | None, problems: dict[str, SignInAgain]
    ) -> int:
        """What needs a person now; a run that was stopped before it looked changes nothing."""
        decisions = self._company.stores.decisions
        if not_proposed is not None:
            self._keep_problems(problems)
            findings = find_findings(self._company, not_proposed)
            decisions.refresh_attention(findings, self._company.clock.now())
        return len(decisions.list_attention())

    def _keep_problems(self, problems: dict[str, SignInAgain]) -> None:
        decisions = self._company.stores.decisions
        for service in ("freshbooks", "platform"):
            name = f"{service}_problem"
            if service in problems:
                decisions.keep_fact(name, problems[service].message)
            elif decisions.fact(name) is not None:
                decisions.forget_fact(name)

    def _wait_for_other(self, running: _Running) -> SyncReport | None:
        """Another process works on this company: wait for it and give its report.

        None where it was no sync after all: accounts were being made, say.
        """
        journal = self._company.stores.journal
        last = journal.find_run()
        # The other one takes the lease first and begins its run then.
        number = 0 if last is None else last.number - (last.outcome == "running")
        running.tell(Progress("Another window of fbrecon is syncing"))
        lease = self._company.shelf.lease(self._company.slug)
        waited = 0.0
        while waited < WAIT_FOR_OTHERS_SECONDS:
            running.cancel.raise_if_cancelled()
            if lease.try_take(_LOOK_EVERY_SECONDS):
                lease.give_back()
                run = journal.find_run()
                if run is None or run.number <= number:
                    return None
                if run.report:
                    return SyncReport.load(run.report)
                raise Unreachable(
                    "Another sync broke off",
                    "Another fbrecon on this computer was syncing this company and did not finish.",
                    "Nothing is lost: sync again.",
                )
            waited += _LOOK_EVERY_SECONDS
        raise Unreachable(
            "Another sync is running",
            "Another fbrecon on this computer has been syncing this company for over a minute.",
            "Wait until it has finished, then sync again.",
        )

    # ---- the timetable's view

    def jobs(self) -> list[Job]:
        """The scheduled jobs with their intervals as they are set now."""
        company = self._company

        def job(name: str, parts: frozenset[str]) -> Job:
            cursor = company.stores.journal.cursor(f"schedule:{name}")
            return Job(name, parts, company.every(name), lambda: cursor.last_success_at)

        if company.identity_id is None:
            return []
        return [job(name, parts) for name, parts in JOBS.items()]


def check_parts(only: tuple[str, ...]) -> frozenset[str]:
    """The parts that these names mean, all for none. Raises `WrongUsage` for an unknown one."""
    unknown = set(only) - ALL_PARTS - _PART_OF.keys()
    if unknown:
        raise WrongUsage(
            "There is no such part to sync",
            f"“{sorted(unknown)[0]}” is not among {', '.join(sorted(ALL_PARTS))}.",
            "Name parts of that list, or none for all.",
        )
    return frozenset(_PART_OF.get(name, name) for name in only) or ALL_PARTS
