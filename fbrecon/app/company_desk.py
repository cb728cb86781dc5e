"""The desk of one company: every front end's one counter, with nothing behind it but use cases.

Before there is a company it can connect one; from then on it serves that company.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from fbrecon.app import history, review, set_up_accounts
from fbrecon.app.company import Company, not_connected
from fbrecon.app.connect import Connector
from fbrecon.app.desks import Desks
from fbrecon.app.payouts import payout_rows
from fbrecon.app.ports import Doors, Shelf
from fbrecon.app.settings import checked
from fbrecon.app.sign_in import SignInAttempt
from fbrecon.app.status import nothing_yet, status_of, summary_of
from fbrecon.app.sync import SyncRunner
from fbrecon.app.views import (
    AccountsView,
    ActivityRow,
    AppKeys,
    AttentionRow,
    CompanySummary,
    ConnectionState,
    CustomerRow,
    InvoiceDetail,
    InvoiceRow,
    Mode,
    PaymentRow,
    PayoutRow,
    RunView,
    SignInResult,
    StatusView,
    SyncReport,
    TableQuery,
)
from fbrecon.app.why_waiting import with_reasons
from fbrecon.clock import Clock
from fbrecon.domain.business import Business
from fbrecon.domain.ids import InvoiceId
from fbrecon.domain.intents import Intent
from fbrecon.domain.posting import PostingState
from fbrecon.errors import FbreconError, NotFound
from fbrecon.sync.crash_points import CrashPoint, no_crash
from fbrecon.sync.progress import CancelToken, ProgressFn
from fbrecon.sync.timetable import Job, Timetable


class CompanyDesk:
    """Implements `fbrecon.app.desk.Desk`. Safe for all threads."""

    def __init__(
        self,
        shelf: Shelf,
        doors: Doors,
        clock: Clock,
        slug: str | None,
        crash: CrashPoint = no_crash,
        desks: Desks | None = None,
    ) -> None:
        self._shelf = shelf
        self._doors = doors
        self._clock = clock
        self._crash = crash
        self._lock = threading.RLock()
        company = None if slug is None else Company(slug, shelf, doors, clock)
        self._connector = Connector(shelf, doors, clock, company)
        self._runner: SyncRunner | None = None
        self._desks = desks or Desks(shelf, self._make_another)
        if desks is None:
            self._desks.take_in(self)

    def _make_another(self, slug: str | None) -> CompanyDesk:
        return CompanyDesk(self._shelf, self._doors, self._clock, slug, desks=self._desks)

    # ---- which company

    def find_company(self) -> Company | None:
        """The company, None before one was connected."""
        return self._connector.company

    @property
    def slug(self) -> str | None:
        """The company's folder name, None before one was connected."""
        company = self._connector.company
        return None if company is None else company.slug

    @property
    def company(self) -> Company:
        """The company; raises `NeedsPerson` before one was connected."""
        company = self._connector.company
        if company is None:
            raise not_connected("FreshBooks")
        return company

    def status(self) -> StatusView:
        """Where everything stands."""
        company = self.find_company()
        return nothing_yet(self._doors.freshbooks_api) if company is None else status_of(company)

    def list_companies(self) -> list[CompanySummary]:
        """All companies of this user; one that cannot be opened says why."""
        return [self._summary(slug) for slug in self._shelf.list_slugs()]

    def _summary(self, slug: str) -> CompanySummary:
        try:
            desk = self if slug == self.slug else self._desks.find(slug)
            if desk is not None:
                return summary_of(desk.company)
            company = Company(slug, self._shelf, self._doors, self._clock)
            try:
                return summary_of(company)
            finally:
                company.close()
        except FbreconError as error:
            return CompanySummary(slug, None, ConnectionState.NOT_CONNECTED, 0, error.sentence)

    def open_company(self, slug: str | None) -> CompanyDesk:
        """The desk of another company, or of one that is to be connected."""
        return self._desks.open(slug)

    def list_addable_businesses(self) -> list[Business]:
        """What the kept sign-ins could add."""
        return self._connector.list_addable()

    def remove_company(self, slug: str) -> None:
        """Delete a company here."""
        self._desks.remove(slug)

    def list_secret_names(self) -> list[str]:
        """Names of what the vault keeps, never the secrets; raises `SecretsError`."""
        return self._shelf.secrets().list_names("")

    # ---- connecting

    def app_keys(self) -> AppKeys | None:
        """The registered FreshBooks app."""
        return self._connector.app_keys()

    def save_app_keys(self, client_id: str, client_secret: str, redirect_uri: str) -> None:
        """Keep the registered app's keys."""
        self._connector.save_app_keys(client_id, client_secret, redirect_uri)

    def begin_sign_in(self) -> SignInAttempt:
        """A fresh attempt."""
        return self._connector.begin_sign_in()

    def finish_sign_in(
        self, attempt: SignInAttempt, url: str, business_id: str | None = None
    ) -> SignInResult:
        """Exchange the code and use the business."""
        return self._connector.finish_sign_in(attempt, url, business_id)

    def choose_business(self, business_id: str) -> SignInResult:
        """Choose among several businesses."""
        return self._connector.choose_business(business_id)

    def connect_platform(self, client_id: str, client_secret: str, *, share: bool = False) -> None:
        """Check the key and keep it."""
        self._connector.connect_platform(client_id, client_secret, share=share)

    def disconnect(self, service: str) -> None:
        """Forget a service; a run under way here stops before its next send."""
        self._stop_writing()
        self._connector.disconnect(service)

    def set_mode(self, mode: Mode) -> None:
        """Whether fbrecon may write."""
        self.change_setting("mode", mode.value)

    # ---- accounts

    def accounts(self, *, refresh: bool = False) -> AccountsView:
        """The chart of accounts."""
        return set_up_accounts.accounts_view(self.company, refresh=refresh)

    def set_accounts(self, chosen: dict[str, str], create: dict[str, str]) -> AccountsView:
        """Choose and make accounts."""
        return set_up_accounts.set_accounts(self.company, chosen, create)

    def can_record_deposits(self) -> bool:
        """False: no journal entries are written yet."""
        return False

    # ---- sync

    def sync(
        self,
        cancel: CancelToken,
        report: ProgressFn,
        *,
        only: tuple[str, ...] = (),
        full: bool = False,
        reason: str = "asked for",
    ) -> SyncReport:
        """One run now; `reason` is kept with it."""
        return self._sync_runner().run(cancel, report, only=only, full=full, reason=reason)

    def list_runs(self, limit: int = 20) -> list[RunView]:
        """The last runs."""
        company = self.find_company()
        return [] if company is None else history.list_runs(company, limit)

    def _sync_runner(self) -> SyncRunner:
        with self._lock:
            if self._runner is None:
                self._runner = SyncRunner(self.company, self._crash)
            return self._runner

    def timetable(self, request_sync: Callable[[frozenset[str]], None]) -> Timetable:
        """The schedule of this company; `request_sync` is called on its thread when due."""

        def jobs() -> list[Job]:
            return [] if self.find_company() is None else self._sync_runner().jobs()

        return Timetable(jobs, request_sync, self._clock)

    # ---- tables

    def invoice_ids(self, query: TableQuery) -> list[int]:
        """Keys of invoices in order."""
        return self.company.stores.listing.invoice_ids(query) if self.find_company() else []

    def invoice_rows(self, keys: list[int]) -> list[InvoiceRow]:
        """Rows of invoices."""
        return self.company.stores.listing.invoice_rows(keys)

    def invoice_detail(self, key: int) -> InvoiceDetail:
        """One invoice with lines and payments."""
        company = self.company
        rows = company.stores.listing.invoice_rows([key])
        if not rows:
            raise NotFound(
                "That invoice is not here", f"Nothing is mirrored with the id {key}.", "Sync again."
            )
        books = company.find_books()
        return InvoiceDetail(
            rows[0],
            tuple(company.stores.listing.line_rows(key)),
            tuple(
                with_reasons(
                    company.stores.payments.rows_of_invoice(
                        self._doors.platform_name(), company.business.timezone, key
                    ),
                    company.rules(),
                )
            ),
            "" if books is None else books.invoice_link(InvoiceId(key)),
        )

    def payment_keys(self, query: TableQuery) -> list[str]:
        """Keys of payments in order."""
        if self.find_company() is None:
            return []
        return self.company.stores.payments.keys(self._doors.platform_name(), query)

    def payment_rows(self, keys: list[str]) -> list[PaymentRow]:
        """Rows of payments."""
        company = self.company
        rows = company.stores.payments.rows(
            self._doors.platform_name(), company.business.timezone, keys
        )
        return with_reasons(rows, company.rules())

    def list_customers(self) -> list[CustomerRow]:
        """All customers."""
        return self.company.stores.listing.customer_rows()

    def list_payouts(self) -> list[PayoutRow]:
        """All payouts."""
        return payout_rows(self.company)

    def list_activity(self) -> list[ActivityRow]:
        """Every write to a service that was at least tried, newest first."""
        intents = self.company.stores.outbox.list_intents()
        return [_activity(i) for i in reversed(intents) if i.attempts or i.remote_id]

    # ---- what needs a person

    def list_attention(self) -> list[AttentionRow]:
        """Open items."""
        if self.find_company() is None:
            return []
        return [
            AttentionRow(
                f"att_{item.number}",
                str(item.finding.kind),
                item.finding.title,
                item.finding.message,
                item.finding.hint,
                item.finding.subject,
                item.since,
                item.finding.link,
                item.finding.actions,
            )
            for item in self.company.stores.decisions.list_attention()
        ]

    def approve(self, public_id: str, with_id: str | None = None) -> None:
        """Say yes."""
        review.approve(self.company, public_id, with_id)

    def dismiss(self, public_id: str, *, always: bool = False) -> None:
        """Say no. `always` is for bank lines; for anything else a no lasts anyway."""
        del always
        review.dismiss(self.company, public_id)

    def answer_word(self, public_id: str, meaning: str) -> None:
        """Tell what a word means."""
        review.answer_word(self.company, public_id, meaning)

    # ---- settings

    def setting(self, name: str) -> str:
        """A setting's value."""
        return self.company.setting(name)

    def change_setting(self, name: str, value: str) -> None:
        """Change a setting."""
        if name == "record_deposits" and value == "on" and not self.can_record_deposits():
            raise FbreconError(
                "Payout entries are not in this version",
                "fbrecon shows what each payout consists of, and writes no entry for it.",
                "Enter the deposit in FreshBooks, or match the bank feed's line there.",
            )
        self.company.stores.decisions.keep_setting(name, checked(name, value))
        if (name, value) in (("mode", "read"), ("auto_post", "off")):
            self._stop_writing()

    def _stop_writing(self) -> None:
        """What was just forbidden must not go on in a run that began when it was allowed."""
        with self._lock:
            if self._runner is not None:
                self._runner.stop()


def _activity(intent: Intent) -> ActivityRow:
    return ActivityRow(
        id=f"act_{intent.row}",
        at=intent.changed_at,
        kind=intent.kind.value,
        subject=intent.subject,
        intent=intent.reason,
        attempts=intent.attempts,
        outcome=intent.state.value,
        remote_id=intent.remote_id,
        undone=intent.state is PostingState.UNDONE,
    )
