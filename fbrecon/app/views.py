"""What a front end shows: plain frozen values, ready to draw or to print, no rows and no wire.

Sums are `Money`, times aware UTC, ids public strings (`inv_…`) unless the name says whose they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from fbrecon.domain.business import Business
from fbrecon.domain.clearing import AgeSum as AgeSum
from fbrecon.domain.clearing import Bucket as Bucket
from fbrecon.domain.clearing import BucketSum as BucketSum
from fbrecon.domain.clearing import ClearingItem as ClearingItem
from fbrecon.domain.glances import FileState as FileState
from fbrecon.domain.imports import RowProblem
from fbrecon.domain.ledger import LedgerAccount, Role, Suggestion
from fbrecon.domain.money import Money
from fbrecon.domain.overview import ActivityRow as ActivityRow
from fbrecon.domain.overview import CustomerRow as CustomerRow
from fbrecon.domain.overview import InvoiceRow as InvoiceRow
from fbrecon.domain.overview import JournalLine as JournalLine
from fbrecon.domain.overview import LineRow as LineRow
from fbrecon.domain.overview import LogRow as LogRow
from fbrecon.domain.overview import PaymentRow as PaymentRow
from fbrecon.domain.overview import PayoutRow as PayoutRow
from fbrecon.domain.overview import TableQuery as TableQuery
from fbrecon.domain.pausing import Pause as Pause
from fbrecon.domain.pausing import PauseFor as PauseFor
from fbrecon.sync.progress import Progress as Progress
from fbrecon.sync.report import Problem as Problem
from fbrecon.sync.report import ResourceCounts as ResourceCounts
from fbrecon.sync.report import SyncReport as SyncReport


class ConnectionState(StrEnum):
    """How a service stands to this company."""

    NOT_CONNECTED = "not_connected"
    PENDING = "pending"
    CONNECTED = "connected"
    RECONNECT = "reconnect"


class HistoryState(StrEnum):
    """How far a part of the first mirror has come."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"


class Mode(StrEnum):
    """`read` looks, matches and proves; `write` also pushes and posts."""

    READ = "read"
    WRITE = "write"


@dataclass(frozen=True, slots=True)
class CompanySummary:
    """One company of this user, as its file says; it was not opened for that.

    `problem` says why it cannot be opened, "" where it can. `clearing` is what undeposited funds
    came to at the end of the last sync that moved anything; `waiting` counts the writes that go
    out with the next sync or may have gone out. `paused`: its timetable rests, because a person
    wants it.
    """

    slug: str
    business: Business | None
    state: ConnectionState
    attention: int
    problem: str = ""
    file: FileState = FileState.SOUND
    platform: ConnectionState = ConnectionState.NOT_CONNECTED
    last_run: RunView | None = None
    last_success_at: datetime | None = None
    clearing: tuple[ClearingView, ...] = ()
    waiting: int = 0
    paused: Pause | None = None

    @property
    def damaged(self) -> bool:
        """Whether its file is spoilt or gone, so that a copy can be put back."""
        return self.file.wants_a_copy


@dataclass(frozen=True, slots=True)
class ScheduledItem:
    """One scheduled resource: `key` is invoices, customers, lines or payments."""

    key: str
    title: str
    every_minutes: int
    last_success_at: datetime | None
    next_run_at: datetime | None


@dataclass(frozen=True, slots=True)
class ClearingView:
    """The clearing proof for one currency; `proven` is None where the ledger was not read.

    `balance` is all that the accounts hold in the ledger, `buckets` where it belongs.
    """

    currency: str
    expected: Money
    proven: Money | None
    difference: Money | None
    balance: Money | None = None
    buckets: tuple[BucketSum, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleChoice:
    """The account chosen for a role."""

    role: Role
    account: LedgerAccount | None


@dataclass(frozen=True, slots=True)
class StatusView:
    """Where everything stands."""

    company: str
    business: Business | None
    freshbooks: ConnectionState
    freshbooks_problem: str
    last_12_months: HistoryState
    all_history: HistoryState
    platform: ConnectionState
    platform_problem: str
    mode: Mode
    schedule: tuple[ScheduledItem, ...]
    counts: dict[str, int]
    roles: tuple[RoleChoice, ...]
    clearing: tuple[ClearingView, ...]
    attention: int
    last_run: RunView | None
    environment: str  # "" for the real services, else what the base URLs name, "sandbox" say
    closed_until: date | None = None  # the last day of the last period that a person closed
    progress: Progress | None = None  # of a run in this process, whoever asked for it
    paused: Pause | None = None  # None while the timetable goes on


@dataclass(frozen=True, slots=True)
class RunView:
    """One sync run: outcome is ok, partial, failed, cancelled or running.

    In a list of runs `reason` says why it ran, `seen` how many rows it read of each resource, and
    `nothing` why nothing happened, "" where something did; `daily` what the daily check came to;
    `written` how many writes it sent that were taken.
    """

    id: str
    outcome: str
    started_at: datetime
    finished_at: datetime | None
    sentence: str
    reason: str = ""
    seen: tuple[tuple[str, int], ...] = ()
    nothing: str = ""
    daily: str = ""
    written: int = 0


@dataclass(frozen=True, slots=True)
class InvoiceDetail:
    """An invoice with its lines and the payments that belong to it.

    `on_platform` tells where it stands on the platform and why, "" where there is no platform.
    """

    invoice: InvoiceRow
    lines: tuple[LineRow, ...]
    payments: tuple[PaymentRow, ...]
    link: str
    on_platform: str = ""


@dataclass(frozen=True, slots=True)
class CustomerDetail:
    """A customer with their newest invoices and payments, newest first.

    The row counts all their invoices; here stand no more than a detail can show.
    """

    customer: CustomerRow
    invoices: tuple[InvoiceRow, ...]
    payments: tuple[PaymentRow, ...]


@dataclass(frozen=True, slots=True)
class PayoutLineRow:
    """One signed line of a payout. `kind` is payment, refund, return, chargeback, fee, adjustment
    or other; `amount` is None while its currency is not known.
    """

    kind: str
    description: str
    invoice_number: str
    customer: str
    amount: Money | None
    payment_id: str | None


@dataclass(frozen=True, slots=True)
class PayoutDetail:
    """A payout with its lines; its entries stand in the row's journal."""

    payout: PayoutRow
    lines: tuple[PayoutLineRow, ...]


@dataclass(frozen=True, slots=True)
class AttentionRow:
    """Something only a person can settle. `actions` name what a click can do: approve, dismiss,
    connect_freshbooks, connect_platform, set_up_accounts, answer_word, open_link, sync_now,
    show_reconcile. `payments` are the public ids of those that the message names.
    """

    id: str
    kind: str
    title: str
    message: str
    hint: str
    subject: str
    since: datetime
    link: str
    actions: tuple[str, ...]
    payments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AccountsView:
    """The chart of accounts, what was chosen, and what is suggested with its reason."""

    accounts: tuple[LedgerAccount, ...]
    roles: dict[Role, LedgerAccount | None]
    suggestions: dict[Role, Suggestion]


@dataclass(frozen=True, slots=True)
class SignInResult:
    """What a finished sign-in led to: a business, or several to choose from."""

    business: Business | None
    choose_from: tuple[Business, ...] = ()


@dataclass(frozen=True, slots=True)
class AppKeys:
    """The registered FreshBooks app, without its secret."""

    client_id: str
    redirect_uri: str


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What bringing in a file came to, or would come to. `mapping` is "" where none was needed.

    A payout that stands in several rows of a file counts once; each problem counts as its row.
    """

    kind: str
    mapping: str
    new: int
    changed: int
    unchanged: int
    skipped: int
    failed: int
    problems: tuple[RowProblem, ...]
    dry_run: bool

    @property
    def seen(self) -> int:
        """All of them."""
        return self.new + self.changed + self.unchanged + self.skipped + self.failed


@dataclass(frozen=True, slots=True)
class DepositRow:
    """One line of a bank statement. `id` is public, `bank_line_id` the line's own.

    `state` is matched, suggested, ambiguous or unmatched, `payouts` the public ids of what it shows
    or is suggested to show, `lines` the own ids of all lines that show it together, `alternatives`
    public ids of other payouts that come near. `not_ours` is the text by which a person said that
    such lines are no payouts, "" for nothing; `left_out` where they said it of this line alone.
    `others` counts further payouts that fit as well. Where payouts are shown, `unexplained` is what
    the bank shows more (or less) and nothing names, `named` what does: a name and its sum.
    """

    id: str
    bank_line_id: str
    on: date
    amount: Money
    description: str
    reference: str
    account: str
    state: str
    payouts: tuple[str, ...]
    lines: tuple[str, ...]
    confidence: float
    reason: str
    alternatives: tuple[str, ...]
    by_person: bool = False
    not_ours: str = ""
    left_out: bool = False
    others: int = 0
    unexplained: Money | None = None
    named: tuple[tuple[str, Money], ...] = ()

    @property
    def is_not_ours(self) -> bool:
        """Whether a person said that this line, or any with its text, shows no payout."""
        return self.left_out or bool(self.not_ours)

    @property
    def is_open(self) -> bool:
        """Whether a person may have to decide on it."""
        return self.state != "matched" and not self.is_not_ours

    @property
    def is_certain(self) -> bool:
        """Whether many of its kind may be accepted at once: suggested, no other fits, to the cent.

        A difference counts as explained where a named part is exactly it.
        """
        explained = self.unexplained is not None and not self.unexplained.minor
        return self.state == "suggested" and explained and not self.others


@dataclass(frozen=True, slots=True)
class PayoutCandidate:
    """A payout beside bank lines that may show it. `id` is public.

    `unexplained` is what the lines show more (or less) and nothing names, `named` what does. `how`
    says in a sentence how near it comes; `taken_by` are the own ids of other lines that it is
    matched with.
    """

    id: str
    platform_payout_id: str
    arrival_on: date | None
    net: Money
    gross: Money | None
    fees: Money | None
    payments: int
    state: str
    how: str
    unexplained: Money
    named: tuple[tuple[str, Money], ...]
    taken_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CertainLines:
    """Suggestions that leave no doubt: each as public ids of lines and payouts.

    `lines` counts the bank lines, `sums` are theirs by currency. `doubtful` counts the suggestions
    that are not among them, because something is unexplained or another payout fits.
    """

    matches: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    lines: int
    sums: tuple[Money, ...]
    doubtful: int


@dataclass(frozen=True, slots=True)
class BankRuleRow:
    """A text whose bank lines are no payouts. `lines` counts those here, `sums` by currency."""

    id: str
    text: str
    since: datetime
    lines: int
    sums: tuple[Money, ...]


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """How many bank lines stand how. `not_ours` is how many of the unmatched a person left out.

    `not_seen` counts payouts that should have arrived and that no line shows; `not_compared` names
    those whose currency is not known (public ids).
    """

    matched: int
    suggested: int
    ambiguous: int
    unmatched: int
    not_ours: int
    not_seen: int
    not_compared: tuple[str, ...]
