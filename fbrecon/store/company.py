"""One company file by subject, as those who use it see it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from fbrecon.clock import Clock
from fbrecon.domain.activity import SealKey
from fbrecon.domain.basis import Basis, Stamp
from fbrecon.store.activity_origin import tell_what_was_before
from fbrecon.store.backup import back_up_before_migration
from fbrecon.store.database import CompanyFile
from fbrecon.store.repositories.activity import ActivityLog, no_key
from fbrecon.store.repositories.bank import BankDecisions
from fbrecon.store.repositories.books import BooksMirror
from fbrecon.store.repositories.census import BooksCensus
from fbrecon.store.repositories.customer_listing import CustomerListing
from fbrecon.store.repositories.decisions import Decisions
from fbrecon.store.repositories.epoch import Epoch
from fbrecon.store.repositories.files import FileRecords
from fbrecon.store.repositories.journal import SyncJournal
from fbrecon.store.repositories.ledger import LedgerMirror
from fbrecon.store.repositories.listing import Listing
from fbrecon.store.repositories.outbox import Outbox
from fbrecon.store.repositories.payment_listing import PaymentListing
from fbrecon.store.repositories.periods import ClosedPeriods
from fbrecon.store.repositories.platform import PlatformMirror


class CompanyStores:
    """Opens the file and hands out its repositories; raises `FileError`.

    `seal_key` gives the key that seals the activity log, None where the vault is not at hand;
    `busy_seconds` is how long a write waits for another program.
    """

    def __init__(
        self,
        path: Path,
        clock: Clock,
        seal_key: Callable[[], SealKey | None] = no_key,
        busy_seconds: float = 5,
    ) -> None:
        self.file = CompanyFile(
            path, before_migration=back_up_before_migration, busy_seconds=busy_seconds
        )
        self.books = BooksMirror(self.file)
        self.census = BooksCensus(self.file)
        self.ledger = LedgerMirror(self.file)
        self.platform = PlatformMirror(self.file)
        self.activity = ActivityLog(self.file, clock, seal_key)
        self.outbox = Outbox(self.file, clock, self.activity)
        self.epoch = Epoch(self.file)
        self.journal = SyncJournal(self.file)
        self.decisions = Decisions(self.file)
        self.files = FileRecords(self.file)
        self.bank = BankDecisions(self.file)
        self.periods = ClosedPeriods(self.file)
        self.listing = Listing(self.file)
        self.customers = CustomerListing(self.file)
        self.payments = PaymentListing(self.file)
        tell_what_was_before(self.activity, self.outbox, self.file)

    def write(self) -> AbstractContextManager[None]:
        """One write transaction over several repositories."""
        return self.file.write()

    def moment(self) -> AbstractContextManager[None]:
        """All that is read inside is of one moment."""
        return self.file.moment()

    def stamp(self, basis: Basis) -> Stamp | None:
        """Differs once anything of the basis was written to; None for a thread that writes."""
        return self.file.stamp(basis)

    def rehearsing(self) -> AbstractContextManager[None]:
        """A transaction over all repositories that leaves nothing behind."""
        return self.file.rehearsing()

    def check(self) -> list[str]:
        """What is wrong with the file; empty when it is sound."""
        return self.file.check()

    def close(self) -> None:
        """Close the calling thread's connection."""
        self.file.close()

    def close_everywhere(self) -> None:
        """Close the connections of all threads for good; raises `FileError` while one works."""
        self.file.close_everywhere()
