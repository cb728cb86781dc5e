"""How a journal entry looks before it is sent, is sent once, and is read back from the ledger.

Nothing can delete an entry there, so it is never sent twice by itself, and one that equals it
without our marker is asked about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from fbrecon.domain.intents import Intent
from fbrecon.domain.posting import WriteOutcome
from fbrecon.domain.postings import Posting, PostingQuery, PostingWindow
from fbrecon.sync.expense_writer import recorded_otherwise
from fbrecon.sync.ports import Books, Ledger
from fbrecon.sync.progress import CancelToken
from fbrecon.sync.reversing import find_reversed, is_reversal, note_reversed
from fbrecon.sync.stores import Stores
from fbrecon.sync.writers import Confirmation, Look, Sight

_NEAR = timedelta(days=3)
_RESTRICTED = "restricted"  # what a person may say yes to after looking there


class EntryWriter:
    """Journal entries into the books."""

    def __init__(self, books: Books, ledger: Ledger, stores: Stores) -> None:
        self._books = books
        self._ledger = ledger
        self._stores = stores

    def look(self, intent: Intent, cancel: CancelToken) -> Look:
        """The ledger around the day of the entry; for a reversing one the first entry as well."""
        window = self._read(intent, cancel, twice=True)
        entries = _by_entry(p for p in window.postings if p.marker == intent.marker)
        if len(entries) > 1:
            ids = ", ".join(sorted(entries))
            return Look(Sight.ASK, f"The ledger has it {len(entries)} times: entries {ids}.")
        for entry_id, rows in entries.items():
            differences = self._ledger.entry_differences(intent.body, rows)
            if differences:
                return Look(Sight.FOUND_DIFFERENT, _tell(entry_id, differences), entry_id)
            return Look(Sight.FOUND, f"The ledger has it as entry {entry_id}.", entry_id)
        if not window.complete and _RESTRICTED not in intent.waived:
            text = "FreshBooks counts more postings on that day than it shows."
            return Look(Sight.UNCLEAR, text, hold=_RESTRICTED)
        if is_reversal(intent):
            return self._beside_first(intent, cancel)
        if intent.target in recorded_otherwise(self._stores.outbox, intent.kind):
            text = "The payout's fees are recorded as an expense: take that back first."
            return Look(Sight.ASK, text)
        return self._ask_about_alike(intent, window)

    def _beside_first(self, intent: Intent, cancel: CancelToken) -> Look:
        """What is reversed must still be in the ledger as it was written."""
        first = find_reversed(self._stores.outbox, intent)
        if first is None:
            return Look(Sight.ASK, "The entry that it reverses is not known here.")
        found = self.confirm(first, cancel)
        if found.equal is not True:
            return Look(Sight.ASK, f"{found.text} It was left alone.")
        return Look(Sight.CLEAR, "Read before sending: the entry it reverses is as written.")

    def _ask_about_alike(self, intent: Intent, window: PostingWindow) -> Look:
        """An entry of the same lines near that day may be the same payout, entered by hand."""
        for entry_id, rows in sorted(_by_entry(window.postings).items()):
            hold = f"alike:{entry_id}"
            if any(row.marker for row in rows) or hold in intent.waived:
                continue
            touched = self._ledger.entry_accounts(intent.body)
            same = any(
                (row.account_id, row.amount) in touched and row.amount.minor > 0
                for row in rows
                if row.payment_id is None
            )
            if same:
                text = (
                    f"The ledger already has entry {entry_id} of {rows[0].on.isoformat()} with the "
                    f"same sum on the same account: is it this payout?"
                )
                return Look(Sight.ASK, text, entry_id, hold=hold)
        count = len(_by_entry(window.postings))
        return Look(Sight.CLEAR, f"Read before sending: {count} entries near that day, not this.")

    def send(self, intent: Intent) -> WriteOutcome:
        """Send it once."""
        return self._ledger.send_entry(intent.body)

    def confirm(self, intent: Intent, cancel: CancelToken) -> Confirmation:
        """Read it back from the ledger, with all of its lines."""
        window = self._read(intent, cancel)
        entries = _by_entry(p for p in window.postings if p.marker == intent.marker)
        if not entries:
            text = "The ledger does not show it yet."
            return Confirmation(None, text)
        if len(entries) > 1:
            return Confirmation(False, f"The ledger has it {len(entries)} times.")
        (entry_id, rows), *_ = entries.items()
        differences = self._ledger.entry_differences(intent.body, rows)
        if differences:
            return Confirmation(False, _tell(entry_id, differences))
        if is_reversal(intent):
            note_reversed(self._stores.outbox, intent)
        return Confirmation(True, f"Read back: entry {entry_id}, as written.")

    def service_time(self) -> datetime | None:
        """What time it is at FreshBooks."""
        return self._books.service_time()

    def _read(self, intent: Intent, cancel: CancelToken, *, twice: bool = False) -> PostingWindow:
        assert intent.on_date is not None
        query = PostingQuery(None, intent.on_date - _NEAR, intent.on_date + _NEAR)
        window = self._ledger.read_postings(query, cancel, twice=twice)
        ours = [row for row in window.postings if row.marker is not None]
        self._stores.ledger.save_postings(ours)
        return window


def _by_entry(rows: Iterable[Posting]) -> dict[str, list[Posting]]:
    found: dict[str, list[Posting]] = defaultdict(list)
    for row in rows:
        found[row.entry_id].append(row)
    return found


def _tell(entry_id: str, differences: tuple[str, ...]) -> str:
    return f"Entry {entry_id} is not as it was written: {'; '.join(differences)}."
