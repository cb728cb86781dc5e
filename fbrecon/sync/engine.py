"""One sync, its stages in order. Each stage may fail by itself; the others still run.

Order matters: what makes the company usable comes first, money is recorded before anything is
pushed, and the long tail of history comes last. What one service's absence makes impossible is
named in the report.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from fbrecon.cancelling import cancellable
from fbrecon.clock import SESSION, Clock
from fbrecon.domain.activity import Actor, Who
from fbrecon.domain.intents import Intent
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.domain.proposing import NotProposed
from fbrecon.domain.rules import WritingRules
from fbrecon.errors import SignInAgain
from fbrecon.sync import crash_points as at
from fbrecon.sync.composing import Composer
from fbrecon.sync.copy_facts import list_asked_about
from fbrecon.sync.crash_points import CrashPoint, no_crash
from fbrecon.sync.entry_stage import EntryPlan, EntryStage
from fbrecon.sync.facts import gather_facts
from fbrecon.sync.fee_stage import FeePlan, FeeStage
from fbrecon.sync.parts import Parts
from fbrecon.sync.platform_writers import writers_for
from fbrecon.sync.ports import Books
from fbrecon.sync.post import Poster
from fbrecon.sync.preflights import Inline, NothingAhead, Preflights, Readers
from fbrecon.sync.progress import Cancelled, CancelToken, ProgressFn
from fbrecon.sync.pull_platform import OVERLAP
from fbrecon.sync.push import Pusher
from fbrecon.sync.reading import Reading
from fbrecon.sync.record import Recorder
from fbrecon.sync.report import Problem, SyncReport, counts_of, tell
from fbrecon.sync.request import ALL_PARTS as ALL_PARTS
from fbrecon.sync.request import SCHEDULED, WITH_INVOICES
from fbrecon.sync.request import Services as Services
from fbrecon.sync.request import SyncRequest as SyncRequest
from fbrecon.sync.send_watch import NoWatch, SendCounts, SendWatch
from fbrecon.sync.settling import Clocks, SettleRules
from fbrecon.sync.still_collected import read_again
from fbrecon.sync.stores import Stores
from fbrecon.sync.tally import Tally
from fbrecon.sync.upkeep import Upkeep
from fbrecon.sync.writers import Writer

log = logging.getLogger(__name__)


class SyncEngine:
    """Runs syncs of one company. The caller holds the company's sync lease."""

    def __init__(
        self,
        services: Services,
        stores: Stores,
        rules: WritingRules,
        clock: Clock,
        settle: SettleRules,
        find_attention: Callable[[list[NotProposed] | None], int],
        crash: CrashPoint = no_crash,
        *,
        counts: SendCounts | None = None,
        session: str = SESSION,
        readers: Readers = Inline,
        may_write: Callable[[], bool] = lambda: True,
        wrap: Callable[[WriteKind, Writer], Writer] = lambda _, writer: writer,
        entries: EntryPlan | None = None,
        fees: FeePlan | None = None,
    ) -> None:
        """`may_write` is asked after reading, before anything is proposed or sent; a no ends the
        run as cancelled. `wrap` puts something between the poster and each writer. `counts` is
        what is kept outside the company file; without it nothing can be noticed. `readers` gives
        the threads that read ahead, of what is sent and of what is stored; without them nothing
        happens at the same time.
        """
        self._services = services
        self._may_write = may_write
        self._books = services.books
        self._readers = readers
        self._platform = services.platform
        self._stores = stores
        self._rules = rules
        self._clock = clock
        self._find_attention = find_attention
        self._clocks = Clocks(clock, session)
        self._watch = None
        if counts is not None:
            self._watch = SendWatch(stores, counts, rules.account, settle)
        books = services.books
        reads = None if books is None else Preflights(books, clock, readers)
        writers = writers_for(books, services.platform, stores, reads)
        self._poster = Poster(
            stores.outbox,
            {kind: wrap(kind, writer) for kind, writer in writers.items()},
            clock,
            settle,
            crash,
            watch=self._watch or NoWatch(),
            ahead=reads or NothingAhead(),
            session=session,
        )
        ledger = None if services.books is None else services.books.ledger
        self._entries = None
        if ledger is not None and entries is not None:
            self._entries = EntryStage(ledger, stores, rules, entries, clock)
        self._fees = None
        if ledger is not None and fees is not None:
            self._fees = FeeStage(ledger, stores, rules, fees, clock)
        self._crash = crash
        self._read_from: datetime | None = None  # payments made since then were read in this run
        self._parts = Parts(stores, clock, Tally())
        self.not_proposed: list[NotProposed] | None = None  # None: payments were not looked at
        self.sign_in_problems: dict[str, SignInAgain] = {}

    def run(self, request: SyncRequest, cancel: CancelToken, report: ProgressFn) -> SyncReport:
        """One sync from beginning to end; always ends with a report, kept with the run."""
        started_at = self._clock.now()
        number = self._stores.journal.begin_run(request.reason, started_at)
        who = Who.SCHEDULE if request.reason == SCHEDULED else Who.PROGRAM
        with self._stores.activity.acting(Actor(who, number)), cancellable(cancel):
            return self._run(number, started_at, request, cancel, report)

    def _run(
        self,
        number: int,
        started_at: datetime,
        request: SyncRequest,
        cancel: CancelToken,
        report: ProgressFn,
    ) -> SyncReport:
        requests = self._services.requests_made()
        tally = Tally()
        parts = self._parts = Parts(self._stores, self._clock, tally)
        self.sign_in_problems = parts.sign_in_problems
        outcome = ""
        try:
            self._stages(request, cancel, report, tally)
        except Cancelled:
            outcome = "cancelled"
        except BaseException:
            self._count_other_writes(tally)
            told = "The program met an error of its own."
            broken = self._result(number, started_at, requests, tally, "failed", 0, told)
            self._stores.journal.end_run(number, "failed", broken.finished_at, told, broken.dump())
            raise
        self._count_other_writes(tally)
        attention = self._find_attention(self.not_proposed)
        outcome = outcome or parts.outcome()
        sentence = tell(outcome, tally, attention)
        result = self._result(number, started_at, requests, tally, outcome, attention, sentence)
        self._stores.journal.end_run(
            number, outcome, result.finished_at, result.sentence, result.dump()
        )
        log.info("sync %s: %s", number, outcome)
        return result

    def _result(
        self,
        number: int,
        started_at: datetime,
        requests: dict[str, int],
        tally: Tally,
        outcome: str,
        attention: int,
        sentence: str,
    ) -> SyncReport:
        after = self._services.requests_made()
        return SyncReport(
            run_id=f"run_{number}",
            outcome=outcome,
            started_at=started_at,
            finished_at=self._clock.now(),
            requests={name: after[name] - requests[name] for name in after},
            resources=counts_of(tally),
            pushed=dict(tally.pushed),
            postings=dict(tally.postings),
            attention=attention,
            problems=tuple(Problem(p.resource, p.id, p.problem) for p in tally.problems),
            sentence=sentence,
            exit_code=self._parts.exit_code(outcome),
            daily_requests=dict(tally.daily_requests),
            checked=dict(tally.checked),
            other_writes=dict(tally.other_writes),
        )

    def _count_other_writes(self, tally: Tally) -> None:
        """What was written besides payments, customers and invoices, so that all is told."""
        for intent in self._poster.take_written():
            name = _OTHER_WRITES.get(intent.kind)
            if name is not None:
                tally.other_writes[name] += 1

    def write_only(self, cancel: CancelToken, report: ProgressFn) -> None:
        """The writing part of a run alone, without a report; raises what went wrong in it."""
        tally = Tally()
        self._parts = Parts(self._stores, self._clock, tally)
        self._poster.recover()
        self._write(ALL_PARTS, cancel, report, tally)
        self._parts.raise_trouble()

    # ---- stages

    def _stages(
        self, request: SyncRequest, cancel: CancelToken, report: ProgressFn, tally: Tally
    ) -> None:
        self._poster.recover()
        self._read_from = None
        with self._stores.write():  # noticed and begun anew, or neither
            request = self._as_this_file_needs(request)
            reading = Reading(
                self._services,
                self._stores,
                self._clock,
                self._parts,
                tally,
                request,
                lambda: list_asked_about(self._stores, self._rules),
                self._readers,
            )

        def act(wanted: frozenset[str]) -> None:
            self._judge_file(reading, wanted)
            self._read_ledger(wanted, cancel, report, tally, deep=request.deep or request.full)
            if not self._may_write():
                raise Cancelled
            self._write(wanted, cancel, report, tally)
            if self._poster.has_sent:
                self._poster.has_sent = False
                self._read_ledger(wanted, cancel, report, tally, deep=False)

        def bring_up_to_date(wanted: frozenset[str]) -> None:
            began_at = self._clock.now()
            reading.read(wanted, cancel, report)
            if "payments" in wanted and "platform_payments" not in self._parts.failed:
                self._read_from = began_at - OVERLAP
            act(wanted)

        def meanwhile() -> bool:
            """A first copy may take hours: what is due is not kept waiting by it."""
            due = reading.list_due()
            if due:
                bring_up_to_date(due)
            return bool(due)

        bring_up_to_date(request.parts)
        reading.note_tried()
        if reading.read_history(cancel, report, meanwhile) and not self._parts.failed:
            act(request.parts)  # what came last, deleted rows among it, counts in this run already

    def _as_this_file_needs(self, request: SyncRequest) -> SyncRequest:
        """A file that may not know all that was sent has everything read again."""
        if self._watch is None:
            return request
        if self._watch.look(self._clocks.mark()):
            return replace(request, parts=ALL_PARTS, full=True)
        return replace(request, deep=request.deep or self._watch.find_frozen() is not None)

    def _judge_file(self, reading: Reading, wanted: frozenset[str]) -> None:
        """Whether sending may go on, after what was read just now."""
        if self._watch is None or self._books is None or "payments" in self._parts.failed:
            return
        now = self._clocks.mark(self._books)
        self._watch.judge_new(now)
        both = "payments" in wanted and "platform_payments" not in self._parts.failed
        if both and reading.is_whole():
            self._watch.thaw(now)

    def _write(
        self, wanted: frozenset[str], cancel: CancelToken, report: ProgressFn, tally: Tally
    ) -> None:
        if self._books is not None:
            self._record_payments(self._books, cancel, report, tally)
        if self._entries is not None and "payments" in wanted and not _LEDGER & self._parts.failed:
            with self._parts.part("entries", reads=False):
                self._entries.enter(self._poster, cancel, report)
        if self._fees is not None and "payments" in wanted and not _LEDGER & self._parts.failed:
            with self._parts.part("entries", reads=False):
                self._fees.record(self._poster, cancel, report)
        if wanted & WITH_INVOICES:
            self._push(cancel, report, tally)

    def _read_ledger(
        self,
        wanted: frozenset[str],
        cancel: CancelToken,
        report: ProgressFn,
        tally: Tally,
        *,
        deep: bool,
    ) -> None:
        """Postings of the ledger, where payouts are entered; they lag behind what was written."""
        if self._entries is not None and "payments" in wanted:
            with self._parts.part("postings"):
                self._entries.read(cancel, report, tally, deep=deep)
        if self._fees is not None and "payments" in wanted:
            with self._parts.part("postings"):
                self._fees.notice_changes(cancel)

    def _record_payments(
        self, books: Books, cancel: CancelToken, report: ProgressFn, tally: Tally
    ) -> None:
        recorder = Recorder(books, self._stores, self._rules, self._clock)
        with self._parts.part("payments", reads=False):
            facts = gather_facts(self._stores, self._rules)
            tally.postings["adopted"] += len(recorder.match(facts))
            self._crash(at.PROPOSING)
            self.not_proposed = recorder.propose(facts)
            self._crash(at.PROPOSED)
            if self._rules.writes and self._are_still_collected(cancel):
                try:
                    self._poster.run(_BOOK_PAYMENTS, cancel, report)
                finally:  # what was done before it broke off was done all the same
                    for intent in self._poster.list_moved():
                        name = _counted(intent)
                        if name and intent.kind is WriteKind.PAYMENT:
                            tally.postings[name] += 1
                recorder.match(facts)

    def _are_still_collected(self, cancel: CancelToken) -> bool:
        """Whether the platform could be asked about what is to be sent and was not just read."""
        asked = self._platform is None
        with self._parts.part("platform_payments", reads=False):
            if self._platform is not None:
                read_again(self._platform, self._stores, self._read_from, cancel)
            asked = True
        return asked  # noqa: RET504 - a part that fails leaves its block early

    def _push(self, cancel: CancelToken, report: ProgressFn, tally: Tally) -> None:
        platform = self._platform
        if platform is None or not self._rules.writes or not platform.capabilities.holds_invoices:
            return
        if "platform_invoices" in self._parts.failed:
            return  # what stands there already is not known, so nothing is put beside it
        composer = Composer(platform)
        pusher = Pusher(platform, self._stores, self._rules, composer)
        self._archive(Upkeep(self._stores, self._rules, composer), cancel, report)
        for kind, name in (
            (WriteKind.PLATFORM_CUSTOMER, "customers"),
            (WriteKind.PLATFORM_INVOICE, "invoices"),
        ):
            with self._parts.part("push", reads=False):
                missing = pusher.list_missing()
                if kind is WriteKind.PLATFORM_CUSTOMER:
                    pusher.propose_customers(missing)
                else:
                    pusher.propose_invoices(missing)
                try:
                    self._poster.run((kind,), cancel, report)
                finally:
                    moved = self._poster.list_moved()
                    for intent in moved:
                        if _counted(intent) == "posted":
                            again = name == "invoices" and pusher.is_replacement(intent)
                            tally.pushed["replaced" if again else name] += 1
        with self._parts.part("push", reads=False):
            pusher.remember_copies()

    def _archive(self, upkeep: Upkeep, cancel: CancelToken, report: ProgressFn) -> None:
        """Archive copies that the books have overtaken, before anything is put there anew."""
        with self._parts.part("push", reads=False):
            upkeep.propose()
            self._poster.run((WriteKind.ARCHIVE_COPY,), cancel, report)


# What a payout's entry rests on: without having read it nothing is entered.
_LEDGER = frozenset({"postings", "payments", "platform_payments", "payouts"})
# What was ordered to be taken back goes first: it makes room for what may come in its place.
_BOOK_PAYMENTS = (WriteKind.PAYMENT_REMOVAL, WriteKind.PAYMENT)
_OTHER_WRITES = {
    WriteKind.JOURNAL_ENTRY: "entries",
    WriteKind.EXPENSE: "expenses",
    WriteKind.PAYMENT_REMOVAL: "taken_back",
    WriteKind.EXPENSE_REMOVAL: "taken_back",
    WriteKind.ARCHIVE_COPY: "archived",
}
_COUNTED = {
    PostingState.POSTED: "posted",
    PostingState.VERIFIED: "posted",
    PostingState.ADOPTED: "adopted",
    PostingState.HELD: "held",
    PostingState.UNCERTAIN: "uncertain",
    PostingState.REFUSED: "failed",
    PostingState.DISCREPANCY: "failed",
}


def _counted(intent: Intent) -> str | None:
    """What an intent that moved counts as; one that was never sent was found there already."""
    name = _COUNTED.get(intent.state)
    return "adopted" if name == "posted" and not intent.attempts else name
