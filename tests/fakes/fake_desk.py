"""A desk over made-up books, for the window's tests and pictures. It can be told to fail.

`fail["sync"] = error` makes a method raise; `calls` records what the window asked, in order.
"""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import Literal

from fbrecon.app.set_up_facts import ObservedAccount, PayoutExample, SetUpFacts
from fbrecon.app.sign_in import SignInAttempt
from fbrecon.app.views import (
    AccountsView,
    AppKeys,
    AttentionRow,
    ConnectionState,
    HistoryState,
    Mode,
    RoleChoice,
    RunView,
    ScheduledItem,
    SignInResult,
    StatusView,
    SyncReport,
)
from fbrecon.domain.business import Business
from fbrecon.domain.closings import ClosedPeriod
from fbrecon.domain.ledger import LedgerAccount, Role, find_suggestion
from fbrecon.domain.money import Money
from fbrecon.domain.postings import ExpenseCategory
from fbrecon.sync.progress import Cancelled, CancelToken, Progress, ProgressFn

from . import sample_books as books
from .fake_attempt import FakeAttempt
from .fake_days import FakeDays
from .fake_log import make_log
from .fake_papers import make_preview, make_undo
from .fake_stories import FakeStories
from .sample_bank import make_bank_lines
from .sample_clearing import make_views
from .sample_payouts import make_payouts

Scenario = Literal["working", "fresh", "pending", "reconnect", "empty"]


class FakeDesk(FakeDays, FakeStories):
    """Implements `fbrecon.app.desk.Desk`."""

    def __init__(
        self,
        scenario: Scenario = "working",
        *,
        invoices: int = 340,
        payments: int = 180,
        slug: str = "harbour-pine-studio",
        business: Business | None = None,
    ) -> None:
        super().__init__(slug, business or books.BUSINESS)
        self.keys: AppKeys | None = AppKeys("client", "https://localhost/callback")
        self.attempt = FakeAttempt(
            "https://auth.freshbooks.com/oauth/authorize?client_id=client&state=s",
            "https://localhost/callback",
            "https://auth.freshbooks.com/",
        )
        self.sign_in_result = SignInResult(books.BUSINESS)
        has_rows = scenario in ("working", "pending", "reconnect")
        self.invoices = {r.id: r for r in books.make_invoices(invoices if has_rows else 0)}
        rows = list(self.invoices.values())
        self.payouts = {r.id: r for r in make_payouts(24 if has_rows and payments else 0)}
        self.bank = {r.id: r for r in make_bank_lines(24, 60)} if has_rows and payments else {}
        self._before = []
        self.file_previews = {}
        self.payments = {
            r.id: r for r in (books.make_payments(payments, rows) if has_rows and rows else [])
        }
        self.attention = books.make_attention() if scenario in ("working", "reconnect") else []
        self.chosen: dict[Role, LedgerAccount | None] = dict.fromkeys(Role)
        self.all_accounts = list(books.ACCOUNTS)
        self.periods: list[ClosedPeriod] = []
        self.observed: tuple[ObservedAccount, ...] = ()
        self.settings = {
            "auto_post": "certain",
            "post_since": "2026-04-01",
            "record_deposits": "off",
            "record_fees": "off",
            "fee_category": "",
            "pass_through": "off",
            "bank_feed": "unknown",
            "invoices_every": "60",
            "payments_every": "5",
        }
        self.runs = books.make_runs() if scenario != "fresh" else []
        self.log = make_log() if has_rows else []
        self.the_preview = make_preview()
        self.the_undo = make_undo()
        self.records_deposits = True
        self.environment = "sandbox"
        self.mode = Mode.WRITE if scenario == "working" else Mode.READ
        self.freshbooks = {
            "fresh": ConnectionState.NOT_CONNECTED,
            "pending": ConnectionState.PENDING,
            "reconnect": ConnectionState.RECONNECT,
        }.get(scenario, ConnectionState.CONNECTED)
        self.platform = (
            ConnectionState.NOT_CONNECTED
            if scenario in ("fresh", "pending")
            else ConnectionState.CONNECTED
        )
        if scenario in ("working", "reconnect"):
            by_id = {str(account.id): account for account in self.all_accounts}
            self.chosen[Role.UNDEPOSITED_FUNDS] = by_id["a-1300"]
            self.chosen[Role.BANK] = by_id["a-1010"]
            self.chosen[Role.FEES] = by_id["a-6010"]
        self.scenario = scenario
        self.outcome = "ok"
        self.progress: Progress | None = None  # of a run that the timetable asked for
        self.sync_gate = threading.Event()  # a sync waits here until it is set
        self.sync_gate.set()
        self.sync_started = threading.Event()
        self.last_run: RunView | None = (
            None
            if scenario == "fresh"
            else RunView(
                "run_41",
                "ok",
                books.NOW - timedelta(minutes=4),
                books.NOW - timedelta(minutes=3),
                "6 payments read, 2 posted, nothing held.",
            )
        )

    def status(self) -> StatusView:
        """As the scenario has it."""
        self._ask("status")
        known = self.freshbooks is not ConnectionState.NOT_CONNECTED
        pending = self.freshbooks is ConnectionState.PENDING
        reconnect = self.freshbooks is ConnectionState.RECONNECT
        return StatusView(
            company=self.slug if known else "",
            business=self.business if known else None,
            freshbooks=self.freshbooks,
            freshbooks_problem=(
                "FreshBooks ended the sign-in because it was used on another computer."
                if reconnect
                else ""
            ),
            last_12_months=HistoryState.DONE if not pending else HistoryState.RUNNING,
            all_history=HistoryState.WAITING if pending or not known else HistoryState.DONE,
            platform=self.platform,
            platform_problem="",
            mode=self.mode,
            schedule=self._schedule(known=known),
            counts={
                "invoices": len(self.invoices),
                "lines": 2 * len(self.invoices),
                "customers": len(books.CUSTOMERS) if known else 0,
                "freshbooks_payments": sum(
                    1 for p in self.payments.values() if p.freshbooks_payment_id
                ),
                "platform_payments": sum(
                    1 for p in self.payments.values() if p.platform_payment_id
                ),
                "payouts": 14 if self.payments else 0,
            },
            roles=tuple(RoleChoice(role, account) for role, account in self.chosen.items()),
            clearing=make_views() if self.scenario in ("working", "reconnect") else (),
            attention=len(self.attention),
            last_run=self.last_run,
            environment=self.environment,
            progress=self.progress,
            paused=self.paused,
        )

    def _schedule(self, *, known: bool) -> tuple[ScheduledItem, ...]:
        hourly, often = (int(self.settings[f"{name}_every"]) for name in ("invoices", "payments"))
        minutes = {"invoices": hourly, "customers": hourly, "lines": hourly, "payments": often}
        titles = {
            "invoices": "Invoices",
            "customers": "Customers",
            "lines": "Lines",
            "payments": "Payments",
        }
        return tuple(
            ScheduledItem(
                key,
                titles[key],
                every,
                books.NOW - timedelta(minutes=every // 2) if known else None,
                books.NOW + timedelta(minutes=every // 2 + 1) if known else None,
            )
            for key, every in minutes.items()
        )

    def app_keys(self) -> AppKeys | None:
        """None until they were saved, where the test says so."""
        self._ask("app_keys")
        return self.keys

    def needed_scopes(self) -> tuple[str, ...]:
        """Two of them."""
        return ("user:profile:read", "user:invoices:read")

    def save_app_keys(self, client_id: str, client_secret: str, redirect_uri: str) -> None:
        """Keep them, without the secret."""
        self._ask("save_app_keys", client_id, client_secret, redirect_uri)
        self.keys = AppKeys(client_id, redirect_uri)

    def begin_sign_in(self) -> SignInAttempt:
        """The one attempt of this fake."""
        self._ask("begin_sign_in")
        return self.attempt

    def finish_sign_in(self, attempt: SignInAttempt, url: str) -> SignInResult:
        """Pretend that the exchange worked."""
        assert attempt is self.attempt
        self._ask("finish_sign_in", url)
        if self.sign_in_result.business is not None:
            self.freshbooks = ConnectionState.PENDING
            self.become(self.sign_in_result.business)
        return self.sign_in_result

    def choose_business(self, business_id: str) -> SignInResult:
        """The business with this id."""
        self._ask("choose_business", business_id)
        known = (books.BUSINESS, books.OTHER_BUSINESS, *self.addable)
        chosen = next(b for b in known if b.id == business_id)
        self.freshbooks = ConnectionState.PENDING
        self.become(chosen)
        return SignInResult(chosen)

    def connect_platform(self, client_id: str, client_secret: str, *, share: bool = False) -> None:
        """Accept any key."""
        self._ask("connect_platform", client_id, client_secret, share)
        self.platform = ConnectionState.CONNECTED

    def disconnect(self, service: str) -> None:
        """Forget."""
        self._ask("disconnect", service)
        if service == "freshbooks":
            self.freshbooks = ConnectionState.NOT_CONNECTED
        else:
            self.platform = ConnectionState.NOT_CONNECTED

    def set_mode(self, mode: Mode) -> None:
        """Keep it."""
        self._ask("set_mode", mode)
        self.mode = mode

    def accounts(self, *, refresh: bool = False) -> AccountsView:
        """The sample chart of accounts."""
        self._ask("accounts", refresh)
        suggestions = {role: find_suggestion(self.all_accounts, role) for role in Role}
        return AccountsView(
            tuple(self.all_accounts),
            dict(self.chosen),
            {role: found for role, found in suggestions.items() if found is not None},
        )

    def set_accounts(self, chosen: dict[str, str], create: dict[str, str]) -> AccountsView:
        """Choose, and make what is asked for."""
        self._ask("set_accounts", dict(chosen), dict(create))
        by_id = {str(account.id): account for account in self.all_accounts}
        for role, uuid in chosen.items():
            self.chosen[Role(role)] = by_id[uuid]
        for role, name in create.items():
            made = replace(self.all_accounts[-3], id=f"a-new-{role}", name=name)  # type: ignore[arg-type]
            self.all_accounts.append(made)
            self.chosen[Role(role)] = made
        return self.accounts()

    def sync(
        self,
        cancel: CancelToken,
        report: ProgressFn,
        *,
        only: tuple[str, ...] = (),
        full: bool = False,
        preview: str = "",
    ) -> SyncReport:
        """Waits at the gate, reporting once; then ends as `outcome` says."""
        self._ask("sync", only, full, *([preview] if preview else []))
        report(Progress("Reading invoices", 1_240, 3_400))
        self.sync_started.set()
        while not self.sync_gate.wait(0.02):
            if cancel.is_cancelled:
                raise Cancelled
        now = books.NOW
        self.last_run = RunView(
            "run_42", self.outcome, now, now, "12 invoices read, 1 payment posted."
        )
        return SyncReport(
            run_id="run_42",
            outcome=self.outcome,
            started_at=now,
            finished_at=now,
            requests={"freshbooks": 12, "platform": 5},
            resources={},
            pushed={},
            postings={},
            attention=len(self.attention),
            problems=(),
            sentence="12 invoices read, 1 payment posted."
            if self.outcome == "ok"
            else "The platform did not answer; the rest was read. It is tried again in 5 minutes.",
        )

    def list_attention(self) -> list[AttentionRow]:
        """What is still open."""
        self._ask("list_attention")
        return list(self.attention)

    def approve(self, public_id: str, with_id: str | None = None) -> None:
        """A held payment becomes approved; an attention item goes."""
        self._ask("approve", public_id, *([with_id] if with_id else []))
        self._settle(public_id, "approved")

    def dismiss(self, public_id: str, *, always: bool = False) -> None:
        """A held payment is dropped; an attention item goes."""
        self._ask("dismiss", public_id, always)
        self._settle(public_id, "dropped")

    def _settle(self, public_id: str, posting_state: str) -> None:
        self.attention = [row for row in self.attention if row.id != public_id]
        if public_id in self.payments:
            row = self.payments[public_id]
            self.payments[public_id] = replace(row, posting_state=posting_state)

    def answer_word(self, public_id: str, meaning: str) -> None:
        """The item goes."""
        self._ask("answer_word", public_id, meaning)
        self.attention = [row for row in self.attention if row.id != public_id]

    def set_up_facts(self, *, refresh: bool = False) -> SetUpFacts:
        """A payout of 970.90, and payments where `observed` says."""
        self._ask("set_up_facts", refresh)
        gross, fees, net = (Money(minor, "USD") for minor in (100_000, 2_910, 97_090))
        return SetUpFacts(
            self.records_deposits,
            dict(self.settings),
            self.observed,
            PayoutExample(gross, fees, net, books.TODAY),
            0,
            {role: account.name for role, account in self.chosen.items() if account is not None},
            (ExpenseCategory(11, "Bank Fees", None), ExpenseCategory(12, "Commissions", None)),
        )

    def can_record_deposits(self) -> bool:
        """As the test says."""
        return self.records_deposits

    def setting(self, name: str) -> str:
        """The value kept."""
        self._ask("setting", name)
        return self.settings[name]

    def change_setting(self, name: str, value: str) -> None:
        """Keep it."""
        self._ask("change_setting", name, value)
        self.settings[name] = value

    def offer_businesses(self, *businesses: Business) -> None:
        """The next sign-in reaches several."""
        self.sign_in_result = SignInResult(None, businesses)

    def count_calls(self) -> Counter[object]:
        """How often each method was asked."""
        return Counter(call[0] for call in self.calls)
