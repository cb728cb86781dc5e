"""One company file by subject, as those who use it see it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

from fbrecon.clock import Clock
from fbrecon.store.backup import back_up_before_migration
from fbrecon.store.database import CompanyFile
from fbrecon.store.repositories.books import BooksMirror
from fbrecon.store.repositories.decisions import Decisions
from fbrecon.store.repositories.journal import SyncJournal
from fbrecon.store.repositories.listing import Listing
from fbrecon.store.repositories.outbox import Outbox
from fbrecon.store.repositories.payment_listing import PaymentListing
from fbrecon.store.repositories.platform import PlatformMirror


class CompanyStores:
    """Opens the file and hands out its repositories; raises `FileError`."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self.file = CompanyFile(path, before_migration=back_up_before_migration)
        self.books = BooksMirror(self.file)
        self.platform = PlatformMirror(self.file)
        self.outbox = Outbox(self.file, clock)
        self.journal = SyncJournal(self.file)
        self.decisions = Decisions(self.file)
        self.listing = Listing(self.file)
        self.payments = PaymentListing(self.file)

    def write(self) -> AbstractContextManager[None]:
        """One write transaction over several repositories."""
        return self.file.write()

    def check(self) -> list[str]:
        """What is wrong with the file; empty when it is sound."""
        return self.file.check()

    def close(self) -> None:
        """Close the calling thread's connection."""
        self.file.close()
