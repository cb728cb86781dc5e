"""What the use cases need from outside: the services' front doors and the company files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from fbrecon.app.sign_in import SignInAttempt
from fbrecon.domain.backups import BackupCopy, CopyLook
from fbrecon.domain.bank_said import Pair, Said, SaidBefore
from fbrecon.domain.basis import Basis, Stamp
from fbrecon.domain.business import Business, Identity
from fbrecon.domain.closings import AgreedRow, ClosedPeriod
from fbrecon.domain.deposits import Deposit, StatementLine
from fbrecon.domain.glances import Glance
from fbrecon.domain.ids import DepositId
from fbrecon.domain.imports import (
    CameBack,
    FactKind,
    FileNote,
    ImportedPayment,
    ImportedPayout,
    Origin,
    Read,
)
from fbrecon.domain.matching.findings import BankMatched, Memory
from fbrecon.domain.money import Money
from fbrecon.domain.overview import (
    CustomerRow,
    InvoiceRow,
    LineRow,
    LogRow,
    PaymentRow,
    TableQuery,
)
from fbrecon.domain.pages import Saved
from fbrecon.platforms.port import Platform
from fbrecon.reports.pages import Pages
from fbrecon.secret_store import SecretStore
from fbrecon.sync.ports import Books
from fbrecon.sync.progress import CancelToken, ProgressFn
from fbrecon.sync.report import SyncReport
from fbrecon.sync.send_watch import SendCounts
from fbrecon.sync.stores import ActivityStore, FilesStore, Stores
from fbrecon.table_files.mapping import Mapping as FileMapping


class SyncsElsewhere(Protocol):
    """Somebody who carries out a company's sync, and other long work, in another process."""

    def match_bank(self, slug: str) -> BankMatched:
        """Match all bank lines of a company; raises what doing it here raises, `SyncBrokeOff`."""
        ...

    def sync(
        self,
        slug: str,
        cancel: CancelToken,
        report: ProgressFn,
        *,
        only: tuple[str, ...],
        full: bool,
        reason: str,
        preview: str,
    ) -> SyncReport:
        """One run, with all that belongs to it; raises what it raises, `SyncBrokeOff` with that."""
        ...


def nowhere_else() -> SyncsElsewhere | None:
    """Everything is carried out by whoever asks for it."""
    return None


class FreshBooksDoor(Protocol):
    """FreshBooks as one registered app reaches it."""

    def begin_sign_in(self) -> SignInAttempt:
        """A fresh attempt with its own state and proof key."""
        ...

    def finish(self, attempt: SignInAttempt, url: str, expected_identity: str | None) -> Identity:
        """Exchange the code and keep the tokens; another person than expected is refused."""
        ...

    def identity(self, identity_id: str) -> Identity:
        """Who a kept sign-in is, asked anew."""
        ...

    def books(self, business: Business, identity_id: str) -> Books:
        """The books of one business."""
        ...

    def revoke(self, identity_id: str) -> bool:
        """End the sign-in and forget its tokens."""
        ...


class Doors(Protocol):
    """Opens the services. The base URLs are those of this process."""

    freshbooks_api: str
    freshbooks_auth: str
    freshbooks_scopes: tuple[str, ...]
    platform_api: str

    def freshbooks(self, client_id: str, client_secret: str, redirect_uri: str) -> FreshBooksDoor:
        """FreshBooks with that registered app."""
        ...

    def platform(self, client_id: str, client_secret: str, words: Mapping[str, str]) -> Platform:
        """The platform with that key and the person's answers about its words."""
        ...

    def platform_name(self) -> str:
        """The platform's name as it stands in keys."""
        ...

    @property
    def files(self) -> FileReaders:
        """What reads files."""
        ...

    def platform_currencies(self) -> frozenset[str]:
        """The currencies that the platform collects in."""
        ...

    def print_pages(self, pages: Pages) -> bytes:
        """A report as PDF; raises `FbreconError` where nothing here can print."""
        ...


class Listing(Protocol):
    """Tables over the company file."""

    def invoice_ids(self, query: TableQuery) -> Sequence[int]: ...
    def owed_ids(
        self, query: TableQuery, first: Sequence[int] = (), amount: Money | None = None
    ) -> Sequence[int]: ...
    def invoice_rows(self, keys: Sequence[int]) -> list[InvoiceRow]: ...
    def line_rows(self, invoice_id: int) -> list[LineRow]: ...
    def count_platform_only(self) -> dict[str, int]: ...
    def rows_of_customer(self, customer_id: int, most: int) -> list[InvoiceRow]: ...
    def currencies(self) -> list[str]: ...
    def refresh(self) -> None: ...


class CustomerTable(Protocol):
    """The table of customers."""

    def keys(self, query: TableQuery) -> Sequence[int]: ...
    def rows(self, keys: Sequence[int] | None = None) -> list[CustomerRow]: ...


class PaymentTable(Protocol):
    """The table of payments."""

    def refresh(self, platform: str) -> None: ...
    def keys(self, platform: str, query: TableQuery) -> Sequence[int]: ...
    def rows(self, platform: str, zone: str, keys: Sequence[int | str]) -> list[PaymentRow]: ...
    def rows_of_invoice(self, platform: str, zone: str, invoice_id: int) -> list[PaymentRow]: ...
    def rows_of_customer(
        self, platform: str, zone: str, customer_id: int, most: int
    ) -> list[PaymentRow]: ...
    def sums_between(
        self, platform: str, begin: datetime, end: datetime, states: Collection[str]
    ) -> list[Money]: ...
    def currencies_of(self, platform: str, payment_ids: Collection[str]) -> dict[str, str]: ...


class ActivityTable(ActivityStore, Protocol):
    """The activity log as a table."""

    def keys(self, query: TableQuery) -> Sequence[int]: ...
    def rows(self, keys: Sequence[int]) -> list[LogRow]: ...
    def list_between(self, begin: datetime, end: datetime) -> list[LogRow]: ...


class FileStore(FilesStore, Protocol):
    """What files said."""

    def save_deposits(self, deposits: Sequence[Deposit]) -> Saved: ...
    def list_deposits(self) -> list[Deposit]: ...
    def find_deposits(self, ids: Sequence[DepositId]) -> list[Deposit]: ...
    def list_deposit_ids(self) -> list[str]: ...
    def has_deposits(self) -> bool: ...
    def count_deposits(self) -> int: ...
    def origins(self, kind: FactKind, ids: Sequence[str]) -> dict[str, Origin]: ...
    def changed_notes(self, kind: FactKind, notes: Iterable[FileNote]) -> set[str]: ...
    def keep_notes(self, kind: FactKind, notes: Sequence[FileNote]) -> None: ...
    def rewritten(self, kind: FactKind, ids: Sequence[str]) -> None: ...
    def currencies(self, kind: FactKind) -> dict[str, str]: ...
    def references(self, kind: FactKind) -> dict[str, str]: ...
    def payments_of_payouts(self) -> dict[str, tuple[str, ...]]: ...
    def keep_came_back(self, parts: Iterable[CameBack]) -> None: ...
    def came_back(self, ids: Sequence[str]) -> dict[str, list[CameBack]]: ...
    def mappings(self) -> list[tuple[str, str, str]]: ...
    def keep_mapping(self, kind: str, name: str, content: str, at: datetime) -> None: ...


class PeriodStore(Protocol):
    """Periods that a person closed, and what was agreed with them."""

    def closed_until(self) -> date | None: ...
    def list_periods(self) -> list[ClosedPeriod]: ...
    def agreed(self, until_on: date) -> dict[str, tuple[AgreedRow, str]]: ...
    def close(self, period: ClosedPeriod, rows: Iterable[AgreedRow]) -> None: ...
    def reopen(self, from_on: date) -> None: ...


class BankStore(Protocol):
    """What a person decided about bank lines."""

    def memory(self) -> Memory: ...
    def confirmed_with(self, payout_ids: Collection[str]) -> frozenset[Pair]: ...
    def confirmed_of(self, line_ids: Collection[str]) -> frozenset[Pair]: ...
    def confirm(self, pairs: Iterable[tuple[str, str]], at: datetime) -> None: ...
    def reject(self, pairs: Iterable[tuple[str, str]], at: datetime) -> None: ...
    def leave_out(self, line_id: str, at: datetime) -> None: ...
    def take_in(self, line_ids: Collection[str]) -> None: ...
    def left_out(self) -> frozenset[str]: ...
    def watched(self) -> AbstractContextManager[SaidBefore]: ...
    def said_of(self, line_ids: Collection[str]) -> dict[Pair, Said]: ...
    def put_back(self, line_ids: Collection[str], said: Mapping[Pair, Said]) -> None: ...
    def not_ours(self) -> dict[str, datetime]: ...
    def keep_not_ours(self, text: str, at: datetime) -> None: ...
    def forget_not_ours(self, text: str) -> None: ...


class FileReaders(Protocol):
    """Reads files of payments, payouts and bank statements; raises `BadFile`, `AskAboutFile`."""

    built_in: tuple[FileMapping, ...]

    def needs_mapping(self, data: bytes) -> bool:
        """Whether a statement is a table, which does not say what its columns mean."""
        ...

    def look(
        self, data: bytes, most: int
    ) -> tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]]:
        """What form a file has, in words, and of a table its header and first rows."""
        ...

    def fits(self, data: bytes, mapping: FileMapping) -> bool:
        """Whether the file has the columns that the mapping needs."""
        ...

    def fits_whole(self, data: bytes, mapping: FileMapping) -> bool:
        """Whether the file has all columns that the mapping calls by names of their own."""
        ...

    def read_payments(self, data: bytes, mapping: FileMapping) -> Read[ImportedPayment]:
        """Payments."""
        ...

    def read_payouts(self, data: bytes, mapping: FileMapping) -> Read[ImportedPayout]:
        """Payouts."""
        ...

    def read_statement(
        self, data: bytes, mapping: FileMapping | None, currency: str
    ) -> Read[StatementLine]:
        """Lines of a bank statement."""
        ...


class Lease(Protocol):
    """One running sync a company, across processes."""

    def try_take(self, seconds: float) -> bool: ...
    def give_back(self) -> None: ...


class CompanyStores(Stores, Protocol):
    """One company file with its tables."""

    @property
    def listing(self) -> Listing: ...
    @property
    def customers(self) -> CustomerTable: ...
    @property
    def payments(self) -> PaymentTable: ...
    @property
    def files(self) -> FileStore: ...
    @property
    def bank(self) -> BankStore: ...
    @property
    def periods(self) -> PeriodStore: ...
    @property
    def activity(self) -> ActivityTable: ...
    def rehearsing(self) -> AbstractContextManager[None]: ...
    def stamp(self, basis: Basis) -> Stamp | None: ...
    def check(self) -> list[str]: ...
    def back_up_today(self) -> None: ...
    def close(self) -> None: ...
    def close_everywhere(self) -> None: ...


class Shelf(Protocol):
    """The company files of this user."""

    def list_slugs(self) -> list[str]:
        """Slugs of all companies, sorted; also of one that is gone and whose copies are not."""
        ...

    def open(self, slug: str, *, anew: bool = False) -> CompanyStores:
        """Open a company file, making it if it is not there.

        Raises `FileError`; `MissingFile` where copies tell that it is gone, unless `anew`.
        """
        ...

    def glance(self, slug: str) -> Glance:
        """How a company file lies there, without opening it: nothing is migrated or locked."""
        ...

    def lease(self, slug: str) -> Lease:
        """The sync lease of a company."""
        ...

    def remove(self, slug: str) -> None:
        """Delete a company's folder."""
        ...

    def list_copies(self, slug: str) -> list[BackupCopy]:
        """The copies of a company's file, newest first."""
        ...

    def look_into_copies(self, slug: str) -> list[CopyLook]:
        """The same with what each holds, and what was done since."""
        ...

    def restore(self, slug: str, name: str) -> Path:
        """Put that copy in the place of a company's file, closed in this process.

        Returns where what stood there lies now. Raises `FileError`, `WrongUsage`.
        """
        ...

    def send_counts(self) -> SendCounts:
        """What is kept outside the company files about their sends."""
        ...

    def secrets(self) -> SecretStore:
        """The user's vault; raises `SecretsError` where it cannot be opened."""
        ...
