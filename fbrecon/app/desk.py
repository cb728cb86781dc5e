"""Everything a front end can ask of one company. The window and the command line see only this.

All methods block and may raise `fbrecon.errors.FbreconError`; those that talk to a service say so.
They are safe to call from any thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from fbrecon.app.bank_sums import Gap
from fbrecon.app.company_counter import CompanyCounter
from fbrecon.app.days_counter import DaysCounter
from fbrecon.app.funds_counter import FundsCounter
from fbrecon.app.import_preview import FilePreview
from fbrecon.app.imports import ImportKind, Wishes
from fbrecon.app.papers import Preview, Receipt, UndoPlan
from fbrecon.app.reports import ReportFormat
from fbrecon.app.sign_in import SignInAttempt
from fbrecon.app.story_counter import StoryCounter
from fbrecon.app.views import (
    AccountsView,
    ActivityRow,
    AppKeys,
    AttentionRow,
    BankRuleRow,
    CertainLines,
    CustomerDetail,
    CustomerRow,
    DepositRow,
    ImportResult,
    InvoiceDetail,
    InvoiceRow,
    LogRow,
    Mode,
    PaymentRow,
    PayoutCandidate,
    PayoutDetail,
    PayoutLineRow,
    PayoutRow,
    Reconciliation,
    SignInResult,
    StatusView,
    SyncReport,
    TableQuery,
)
from fbrecon.domain.money import Money
from fbrecon.domain.periods import Period
from fbrecon.domain.reports import Report, ReportKind
from fbrecon.sync.progress import CancelToken, ProgressFn


class Desk(CompanyCounter, DaysCounter, FundsCounter, StoryCounter, Protocol):
    """One company, seen from a front end."""

    def status(self) -> StatusView:
        """Where everything stands; reads the company file only."""
        ...

    # Connecting. `begin_sign_in` needs the registered app's keys first.
    def app_keys(self) -> AppKeys | None:
        """The registered FreshBooks app this company uses; None before it was entered."""
        ...

    def needed_scopes(self) -> tuple[str, ...]:
        """The scopes that have to be ticked on the registered app."""
        ...

    def save_app_keys(self, client_id: str, client_secret: str, redirect_uri: str) -> None:
        """Keep the registered app's keys in the vault."""
        ...

    def begin_sign_in(self) -> SignInAttempt:
        """A fresh attempt with its own state and proof key."""
        ...

    def finish_sign_in(self, attempt: SignInAttempt, url: str) -> SignInResult:
        """Exchange the callback's code (talks to FreshBooks) and keep the tokens."""
        ...

    def choose_business(self, business_id: str) -> SignInResult:
        """Choose among the businesses of a sign-in that is kept (talks to FreshBooks)."""
        ...

    def connect_platform(self, client_id: str, client_secret: str, *, share: bool = False) -> None:
        """Check the platform key (talks to the platform) and keep it."""
        ...

    def disconnect(self, service: str) -> None:
        """Revoke where the service can, then forget; `service` is freshbooks or platform."""
        ...

    def set_mode(self, mode: Mode) -> None:
        """Answer whether the platform's hosted link is off (`write`) or on (`read`)."""
        ...

    # Accounts.
    def accounts(self, *, refresh: bool = False) -> AccountsView:
        """The chart of accounts; `refresh` reads it again from FreshBooks first."""
        ...

    def set_accounts(self, chosen: dict[str, str], create: dict[str, str]) -> AccountsView:
        """Choose accounts by role (`{"bank": uuid}`) and make new ones (`{"fees": name}`)."""
        ...

    def can_record_deposits(self) -> bool:
        """Whether payout entries can be written to these books; else nothing offers them."""
        ...

    # Sync.
    def sync(
        self,
        cancel: CancelToken,
        report: ProgressFn,
        *,
        only: tuple[str, ...] = (),
        full: bool = False,
        preview: str = "",
    ) -> SyncReport:
        """One run now; joins a run that is under way and returns that run's report.

        With a preview's token it writes what that preview showed, or raises `PreviewChanged`.
        """
        ...

    def preview(self) -> Preview:
        """What the next sync would write, from what was read last; changes nothing."""
        ...

    def receipts(self, public_id: str) -> list[Receipt]:
        """How a payment (`pay_…`) or a write (`act_…`) came about; raises `NotFound`."""
        ...

    def save_receipts(self, public_id: str, path: Path, language: str = "en") -> None:
        """Write the receipts to a file; its ending (.txt, .html, .json) says how.

        Text and page are in that language, JSON is the same for all.
        """
        ...

    def report_periods(self) -> tuple[Period, ...]:
        """The usual periods of a report, as of today in the business's time zone."""
        ...

    def make_report(self, kind: ReportKind, from_on: date, until_on: date) -> Report:
        """A report as data; raises `WrongUsage` where the period ends before it begins."""
        ...

    def save_report(
        self, report: Report, form: ReportFormat, path: Path, language: str = "en"
    ) -> None:
        """Write a report to a file in that language, over one that is there; raises `FileError`."""
        ...

    # Taking back. An id is that of a payment, a write, a run (`run_…`) or an attention item.
    def plan_undo(self, public_id: str, cancel: CancelToken) -> UndoPlan:
        """Compare what was written with what is there (talks to the services); changes nothing."""
        ...

    def undo(self, public_id: str, cancel: CancelToken, report: ProgressFn) -> UndoPlan:
        """Take it back (talks to the services) and say where each write stands afterwards.

        Raises `UndoStopped` with the plan where anything has changed since it was written.
        """
        ...

    # Tables: the ids of all rows in order, then the rows of one window by id.
    def invoice_ids(self, query: TableQuery) -> Sequence[int]:
        """Keys of all matching invoices in order."""
        ...

    def invoice_rows(self, keys: Sequence[int]) -> list[InvoiceRow]:
        """The rows of these keys, in the same order."""
        ...

    def invoice_detail(self, key: int) -> InvoiceDetail:
        """One invoice with lines and payments."""
        ...

    def payment_keys(self, query: TableQuery) -> Sequence[int]:
        """Keys of all matching payments in order; they stay with a payment."""
        ...

    def payment_rows(self, keys: Sequence[int | str]) -> list[PaymentRow]:
        """The rows of these keys or public ids, in the same order."""
        ...

    def owed_invoice_keys(self, payment_id: str, query: TableQuery) -> Sequence[int]:
        """Keys of the invoices that a payment (`pay_…`) may be for, owed and in its currency.

        The query's text is a number, a customer or a sum. Sorted by `left`, what comes near is
        first, then the nearest in sum; else as invoices are. Raises `NotFound`.
        """
        ...

    def list_currencies(self) -> list[str]:
        """The currencies of invoices and payments, sorted."""
        ...

    def customer_keys(self, query: TableQuery) -> Sequence[int]:
        """Keys of all matching customers in order; sorted by name, email, currency, open,
        invoices or visibility, `status` is owing, on_platform, archived or deleted.
        """
        ...

    def customer_rows(self, keys: Sequence[int]) -> list[CustomerRow]:
        """The rows of these keys, in the same order."""
        ...

    def customer_detail(self, key: int) -> CustomerDetail:
        """One customer with their newest invoices and payments."""
        ...

    def list_customers(self) -> list[CustomerRow]:
        """All customers by name."""
        ...

    def payout_keys(self, query: TableQuery) -> list[str]:
        """Keys (public ids) of all matching payouts in order."""
        ...

    def payout_rows(self, keys: list[str]) -> list[PayoutRow]:
        """The rows of these keys, in the same order."""
        ...

    def payout_detail(self, key: str) -> PayoutDetail:
        """One payout with its lines."""
        ...

    def list_payouts(self) -> list[PayoutRow]:
        """All payouts, newest first."""
        ...

    def list_activity(self, text: str = "") -> list[ActivityRow]:
        """Every write to a service, newest first; with a text those in which it is found."""
        ...

    def log_keys(self, query: TableQuery) -> Sequence[int]:
        """Numbers of the activity log's entries that fit, in order; sorted by at, who, kind,
        subject or after, `status` is results, person, freshbooks or platform.
        """
        ...

    def log_rows(self, keys: Sequence[int]) -> list[LogRow]:
        """The entries with these numbers, in the same order."""
        ...

    # Bank lines and the payouts that they show. Ids of lines are line_…, of payouts out_….
    def preview_file(self, path: Path, kind: ImportKind | None, wishes: Wishes) -> FilePreview:
        """What importing it would do, as that kind or as what it seems to be; changes nothing."""
        ...

    def import_file(self, kind: ImportKind, path: Path, wishes: Wishes) -> ImportResult:
        """Bring in a file of payments, payouts or bank lines, or say what that would do."""
        ...

    def reconcile(self) -> Reconciliation:
        """Match all bank lines with payouts now, and count them; with very many it takes long."""
        ...

    def bank_keys(self, query: TableQuery) -> list[str]:
        """Keys of bank lines in order, as last matched, with what was decided since.

        `status` is open, matched or not_ours; sorted by date, amount, description, or by state:
        what a person can settle at once first.
        """
        ...

    def bank_rows(self, keys: list[str]) -> list[DepositRow]:
        """The rows of these keys, in the same order; `state` is comparing where it is not known."""
        ...

    def bank_candidates(
        self, line_ids: Sequence[str], text: str = "", limit: int = 30
    ) -> list[PayoutCandidate]:
        """Payouts that these lines together may show, the likeliest first; a text narrows them."""
        ...

    def find_payouts(self, ids: Sequence[str], line_ids: Sequence[str]) -> list[PayoutCandidate]:
        """These payouts, each compared with those lines; unknown ones are left out."""
        ...

    def compare_at_bank(self, line_ids: Sequence[str], payout_ids: Sequence[str]) -> Gap | None:
        """What is left between the sums of these, and what explains it; None: not to be told."""
        ...

    def payout_parts(self, payout_id: str) -> list[PayoutLineRow]:
        """The signed lines of a payout."""
        ...

    def match_lines(
        self, line_ids: Sequence[str], payout_ids: Sequence[str], difference: Money | None = None
    ) -> None:
        """Say that these lines together show these payouts: one of either, or one of both.

        `difference` is what the person saw that the lines show more (or less) and nothing explains.
        Raises `Refused` where it is another, and tells it.
        """
        ...

    def certain_lines(self) -> CertainLines:
        """The suggestions that leave no doubt."""
        ...

    def match_certain(self, certain: CertainLines) -> None:
        """Accept exactly these, as one decision."""
        ...

    def leave_out(self, public_id: str, *, always: bool = False) -> None:
        """Say that a line, or every line with its text, shows no payout."""
        ...

    def reopen_line(self, public_id: str) -> None:
        """Forget what a person said of a line, and of those matched together with it."""
        ...

    def list_bank_rules(self) -> list[BankRuleRow]:
        """The texts of which a person said that no such line is a payout."""
        ...

    def forget_bank_rule(self, public_id: str) -> None:
        """Lines with that text may be payouts after all."""
        ...

    # What needs a person.
    def list_attention(self) -> list[AttentionRow]:
        """Open items, oldest first."""
        ...

    def approve(self, public_id: str, with_id: str | None = None) -> None:
        """Say yes to a held or proposed item; it is sent with the next sync.

        `with_id` may name the invoice (`inv_…`) of a payment that only a file tells of.
        """
        ...

    def dismiss(self, public_id: str, *, always: bool = False) -> None:
        """Say no to a held or proposed item, or close an attention item."""
        ...

    def take_back_decision(self) -> str:
        """Take back the last yes, no or match said at this desk; returns what was done.

        Raises `Refused` where there is none, or something was done because of it already.
        """
        ...

    def answer_word(self, public_id: str, meaning: str) -> None:
        """Tell what a word of the platform means; `meaning` is a platform state."""
        ...

    # Settings.
    def setting(self, name: str) -> str:
        """The value of a setting, its default where it was never set."""
        ...

    def change_setting(self, name: str, value: str) -> None:
        """Change one setting; refuses values that do not fit."""
        ...
