"""One sync, its stages in order. Each stage may fail by itself; the others still run.

Order matters: what makes the company usable comes first, money is recorded before anything is
pushed, and the long tail of history comes last. What one service's absence makes impossible is
named in the report.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from fbrecon.clock import SESSION, Clock
from fbrecon.domain.activity import Actor, Who
from fbrecon.domain.intents import Intent
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.domain.proposing import NotProposed
from fbrecon.domain.rules import WritingRules
from fbrecon.errors import FbreconError, SignInAgain, Unreachable
from fbrecon.platforms.port import Platform
from fbrecon.sync import crash_points as at
from fbrecon.sync.composing import Composer
from fbrecon.sync.crash_points import CrashPoint, no_crash
from fbrecon.sync.facts import gather_facts
from fbrecon.sync.platform_writers import writers_for
from fbrecon.sync.ports import Books
from fbrecon.sync.post import Poster
from fbrecon.sync.progress import Cancelled, CancelToken, ProgressFn
from fbrecon.sync.pull import BOOKS_RESOURCES, BooksPull
from fbrecon.sync.pull_platform import PlatformPull
from fbrecon.sync.push import Pusher
from fbrecon.sync.record import Recorder
from fbrecon.sync.report import Problem, SyncReport, counts_of, tell
from fbrecon.sync.settling import SettleRules
from fbrecon.sync.stores import Stores
from fbrecon.sync.tally import Tally
from fbrecon.sync.upkeep import Upkeep

log = logging.getLogger(__name__)

SCHEDULED = "scheduled"  # the reason of a run that the timetable asked for
ALL_PARTS = frozenset({"accounts", "customers", "invoices", "lines", "payments"})
_WITH_INVOICES = frozenset({"accounts", "customers", "invoices", "lines"})


@dataclass(frozen=True, slots=True)
class SyncRequest:
    """What a run is to do: `parts` of `ALL_PARTS`; `deep` reads daily things too; `full` all."""

    parts: frozenset[str] = ALL_PARTS
    reason: str = "asked for"
    deep: bool = False
    full: bool = False


@dataclass(frozen=True, slots=True)
class Services:
    """What is connected; None is a service that is not, `*_problem` why that is news."""

    books: Books | None
    platform: Platform | None


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
        session: str = SESSION,
    ) -> None:
        self._books = services.books
        self._platform = services.platform
        self._stores = stores
        self._rules = rules
        self._clock = clock
        self._find_attention = find_attention
        self._poster = Poster(
            stores.outbox,
            writers_for(services.books, services.platform, stores),
            clock,
            settle,
            crash,
            session=session,
        )
        self._crash = crash
        self._trouble: list[FbreconError] = []
        self._failed: set[str] = set()
        self._read: set[str] = set()
        self.not_proposed: list[NotProposed] | None = None  # None: payments were not looked at
        self.sign_in_problems: dict[str, SignInAgain] = {}

    def run(self, request: SyncRequest, cancel: CancelToken, report: ProgressFn) -> SyncReport:
        """One sync from beginning to end; always ends with a report, kept with the run."""
        started_at = self._clock.now()
        number = self._stores.journal.begin_run(request.reason, started_at)
        who = Who.SCHEDULE if request.reason == SCHEDULED else Who.PROGRAM
        with self._stores.activity.acting(Actor(who, number)):
            return self._run(number, started_at, request, cancel, report)

    def _run(
        self,
        number: int,
        started_at: datetime,
        request: SyncRequest,
        cancel: CancelToken,
        report: ProgressFn,
    ) -> SyncReport:
        requests = self._requests()
        tally = Tally()
        self._trouble = []
        self._failed = set()
        self._read = set()
        outcome = ""
        try:
            self._stages(request, cancel, report, tally)
        except Cancelled:
            outcome = "cancelled"
        except BaseException:
            self._stores.journal.end_run(
                number, "failed", self._clock.now(), "The program met an error of its own.", ""
            )
            raise
        attention = self._find_attention(self.not_proposed)
        outcome = outcome or self._outcome()
        after = self._requests()
        result = SyncReport(
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
            sentence=tell(outcome, tally, attention),
            exit_code=self._exit_code(outcome),
            checked=dict(tally.checked),
        )
        self._stores.journal.end_run(
            number, outcome, result.finished_at, result.sentence, result.dump()
        )
        log.info("sync %s: %s", number, outcome)
        return result

    # ---- stages

    def _stages(
        self, request: SyncRequest, cancel: CancelToken, report: ProgressFn, tally: Tally
    ) -> None:
        self._poster.recover()
        pull = None if self._books is None else BooksPull(self._books, self._stores, self._clock)
        deep = request.deep or request.full
        if pull is not None and request.full:
            pull.restart()
        if pull is not None:
            self._pull_books(pull, request, cancel, report, tally, deep=deep)
        if self._platform is not None:
            self._pull_platform(request, cancel, report, tally, deep=deep)
        if "payments" in request.parts and not {"payments", "platform_payments"} & self._failed:
            self._succeeded("payments")
        if self._books is not None:
            self._record_payments(self._books, cancel, report, tally)
        if request.parts & _WITH_INVOICES:
            self._push(cancel, report, tally)
        if pull is not None and not pull.is_live():
            for name in BOOKS_RESOURCES:
                with self._part(name, tally, reads=False):
                    pull.pull_history(name, cancel, report, tally)
                    if request.full and pull.is_check_due(name, asked=True):
                        pull.check(name, cancel, report, tally)

    def _pull_books(
        self,
        pull: BooksPull,
        request: SyncRequest,
        cancel: CancelToken,
        report: ProgressFn,
        tally: Tally,
        *,
        deep: bool,
    ) -> None:
        first = not pull.is_live()
        if first or "accounts" in request.parts:
            with self._part("accounts", tally):
                pull.pull_accounts(tally)
        for name, parts in (
            ("customers", {"customers"}),
            ("invoices", {"invoices", "lines"}),
            ("payments", {"payments"}),
        ):
            if not first and not parts & request.parts:
                continue
            with self._part(name, tally):
                pull.pull_recent(name, cancel, report, tally)
                if name != "payments":
                    self._succeeded(*parts)
            if pull.is_check_due(name, asked=deep) and name not in self._failed:
                with self._part("daily_check", tally, reads=False):
                    pull.check(name, cancel, report, tally)

    def _pull_platform(
        self,
        request: SyncRequest,
        cancel: CancelToken,
        report: ProgressFn,
        tally: Tally,
        *,
        deep: bool,
    ) -> None:
        assert self._platform is not None
        pull = PlatformPull(self._platform, self._stores, self._clock)
        if request.parts & _WITH_INVOICES:
            with self._part("platform_invoices", tally):
                pull.pull_customers(cancel, report)
                pull.pull_invoices(cancel, report)
        if "payments" in request.parts:
            with self._part("platform_payments", tally):
                pull.pull_payments(cancel, report, tally, deep=deep)
            with self._part("payouts", tally):
                pull.pull_payouts(cancel, report, tally, deep=deep)

    def _record_payments(
        self, books: Books, cancel: CancelToken, report: ProgressFn, tally: Tally
    ) -> None:
        recorder = Recorder(books, self._stores, self._rules, self._clock)
        with self._part("payments", tally, reads=False):
            facts = gather_facts(self._stores, self._rules)
            tally.postings["adopted"] += len(recorder.match(facts))
            self._crash(at.PROPOSING)
            self.not_proposed = recorder.propose(facts)
            self._crash(at.PROPOSED)
            if self._rules.writes:
                try:
                    self._poster.run(_BOOK_PAYMENTS, cancel, report)
                finally:  # what was done before it broke off was done all the same
                    for intent in self._poster.list_moved():
                        name = _counted(intent)
                        if name and intent.kind is WriteKind.PAYMENT:
                            tally.postings[name] += 1
                recorder.match(facts)

    def _push(self, cancel: CancelToken, report: ProgressFn, tally: Tally) -> None:
        platform = self._platform
        if platform is None or not self._rules.writes or not platform.capabilities.holds_invoices:
            return
        if "platform_invoices" in self._failed:
            return  # what stands there already is not known, so nothing is put beside it
        composer = Composer(platform)
        pusher = Pusher(platform, self._stores, self._rules, composer)
        self._archive(Upkeep(self._stores, self._rules, composer), cancel, report, tally)
        for kind, name in (
            (WriteKind.PLATFORM_CUSTOMER, "customers"),
            (WriteKind.PLATFORM_INVOICE, "invoices"),
        ):
            with self._part("push", tally, reads=False):
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
        with self._part("push", tally, reads=False):
            pusher.remember_copies()

    def _archive(
        self, upkeep: Upkeep, cancel: CancelToken, report: ProgressFn, tally: Tally
    ) -> None:
        """Archive copies that the books have overtaken, before anything is put there anew."""
        with self._part("push", tally, reads=False):
            upkeep.propose()
            self._poster.run((WriteKind.ARCHIVE_COPY,), cancel, report)

    # ---- bookkeeping of the run

    @contextmanager
    def _part(self, name: str, tally: Tally, *, reads: bool = True) -> Iterator[None]:
        """A part that may fail without taking the run with it; `reads` if it asks a service."""
        try:
            yield
            if reads:
                self._read.add(name)
        except FbreconError as error:
            log.warning("%s: %s", name, error.sentence)
            tally.trouble(name, error.sentence)
            self._trouble.append(error)
            self._failed.add(name)
            if isinstance(error, SignInAgain):
                service = "platform" if name in _PLATFORM_PARTS else "freshbooks"
                self.sign_in_problems[service] = error

    def _succeeded(self, *parts: str) -> None:
        now = self._clock.now()
        for part in parts:
            name = f"schedule:{part}"
            cursor = self._stores.journal.cursor(name)
            self._stores.journal.keep_cursor(replace(cursor, last_success_at=now))

    def _outcome(self) -> str:
        if not self._trouble:
            return "ok"
        # Without the books nothing that was asked for can be done, whatever else was read.
        signed_out = "freshbooks" in self.sign_in_problems and not self._read & _BOOKS_PARTS
        return "partial" if self._read and not signed_out else "failed"

    def _exit_code(self, outcome: str) -> int:
        if outcome == "ok":
            return 0
        if outcome == "cancelled":
            return 1
        kinds = [type(error) for error in self._trouble]
        if any(issubclass(kind, Unreachable) for kind in kinds):
            return Unreachable.exit_code
        if outcome == "failed":
            return SignInAgain.exit_code if self.sign_in_problems else 1
        return 0

    def _requests(self) -> dict[str, int]:
        return {
            "freshbooks": self._books.requests_made if self._books else 0,
            "platform": self._platform.requests_made if self._platform else 0,
        }


# What was ordered to be taken back goes first: it makes room for what may come in its place.
_BOOK_PAYMENTS = (WriteKind.PAYMENT_REMOVAL, WriteKind.PAYMENT)
_BOOKS_PARTS = frozenset({"accounts", *BOOKS_RESOURCES})
_PLATFORM_PARTS = frozenset({"platform_invoices", "platform_payments", "payouts", "push"})
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
