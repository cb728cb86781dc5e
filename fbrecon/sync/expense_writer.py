"""Expenses in the books: the look before, one send, the proof; and taking one of ours back.

FreshBooks flags a second equal expense and takes it, so an equal one near that day is asked about.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from fbrecon.domain.intents import Intent, NewIntent
from fbrecon.domain.posting import (
    SETTLED,
    IntentKey,
    PostingState,
    WriteKind,
    WriteOutcome,
    list_markers,
    may_move,
)
from fbrecon.domain.postings import Expense
from fbrecon.errors import Refused
from fbrecon.sync.ports import Books, Ledger
from fbrecon.sync.progress import CancelToken
from fbrecon.sync.stores import OutboxStore, Stores
from fbrecon.sync.writers import ALIKE, DELETED_RECORD, DOUBLED, Confirmation, Look, Sight

_NEAR = timedelta(days=3)
_RESTRICTED = "restricted"  # what a person may say yes to after looking there
_UNDER_WAY = (PostingState.APPROVED, PostingState.SENDING, PostingState.UNCERTAIN)
_WAITING = (PostingState.HELD, PostingState.REFUSED, PostingState.PROPOSED, PostingState.DROPPED)
# What may stand in the books: a payout of which this is so is not recorded in another way.
_MAY_BE_THERE = (
    *SETTLED,
    PostingState.DISCREPANCY,
    PostingState.SENDING,
    PostingState.UNCERTAIN,
)


def recorded_otherwise(outbox: OutboxStore, kind: WriteKind) -> frozenset[str]:
    """The payouts that were recorded already as the other kind: as an entry, or as an expense."""
    other = WriteKind.EXPENSE if kind is WriteKind.JOURNAL_ENTRY else WriteKind.JOURNAL_ENTRY
    intents = outbox.list_intents([other], [*_MAY_BE_THERE, PostingState.HELD])
    return frozenset(i.target for i in intents if i.attempts or i.remote_id)


class ExpenseWriter:
    """Fees of payouts, as expenses."""

    def __init__(self, books: Books, ledger: Ledger, stores: Stores) -> None:
        self._books = books
        self._ledger = ledger
        self._stores = stores

    def look(self, intent: Intent, cancel: CancelToken) -> Look:
        """All expenses near that day, deleted ones too."""
        assert intent.on_date is not None
        scan = self._ledger.read_expenses(
            intent.on_date - _NEAR, intent.on_date + _NEAR, cancel, twice=intent.attempts > 0
        )
        marked = [row for row in scan.expenses if intent.marker in list_markers(row.notes)]
        live = [row for row in marked if not row.deleted]
        if len(live) > 1:
            ids = ", ".join(str(row.id) for row in live)
            text = f"FreshBooks has it {len(live)} times: expenses {ids}."
            return Look(Sight.ASK, text, hold=DOUBLED)
        if live:
            return self._compare(intent, live[0])
        if marked:
            text = f"It was recorded as expense {marked[0].id} and deleted in FreshBooks."
            return Look(Sight.ASK, text, hold=DELETED_RECORD)
        if not scan.complete and _RESTRICTED not in intent.waived:
            text = "FreshBooks counts more expenses near that day than it shows."
            return Look(Sight.UNCLEAR, text, hold=_RESTRICTED)
        if intent.target in recorded_otherwise(self._stores.outbox, intent.kind):
            text = "The payout is entered in the ledger, with its fees: take that back first."
            return Look(Sight.ASK, text)
        return self._ask_about_alike(intent, scan.expenses)

    def _ask_about_alike(self, intent: Intent, expenses: tuple[Expense, ...]) -> Look:
        for row in expenses:
            hold = f"{ALIKE}{row.id}"
            if row.deleted or row.amount != intent.amount or list_markers(row.notes):
                continue
            if hold not in intent.waived:
                text = (
                    f"FreshBooks already has expense {row.id} of {row.amount}, dated "
                    f"{row.on.isoformat()}: is it the same fees?"
                )
                return Look(Sight.ASK, text, str(row.id), hold=hold)
        text = f"Read before sending: {len(expenses)} expenses near that day, none with its marker."
        return Look(Sight.CLEAR, text)

    def _compare(self, intent: Intent, found: Expense) -> Look:
        differences = self._ledger.expense_differences(intent.body, found)
        if differences:
            return Look(Sight.FOUND_DIFFERENT, _tell(found, differences), str(found.id))
        text = f"FreshBooks has it as expense {found.id}, with its marker."
        return Look(Sight.FOUND, text, str(found.id))

    def send(self, intent: Intent) -> WriteOutcome:
        """Record it once."""
        return self._ledger.send_expense(intent.body)

    def confirm(self, intent: Intent, cancel: CancelToken) -> Confirmation:
        """Read it back."""
        cancel.raise_if_cancelled()
        assert intent.remote_id is not None
        found = self._ledger.find_expense(int(intent.remote_id))
        if found is None:
            return Confirmation(False, f"FreshBooks does not know expense {intent.remote_id}.")
        if found.deleted:
            return Confirmation(False, f"Expense {found.id} was deleted in FreshBooks.")
        differences = self._ledger.expense_differences(intent.body, found)
        if differences:
            return Confirmation(False, _tell(found, differences))
        return Confirmation(True, f"Read back: expense {found.id}, {found.amount}, as written.")

    def service_time(self) -> datetime | None:
        """FreshBooks' time by its last answer."""
        return self._books.service_time()


class ExpenseRemovalWriter:
    """Deletes expenses that we wrote, while they still are as they were written."""

    def __init__(self, books: Books, ledger: Ledger, stores: Stores) -> None:
        self._books = books
        self._ledger = ledger
        self._stores = stores

    def look(self, intent: Intent, cancel: CancelToken) -> Look:
        """The expense as it stands now."""
        cancel.raise_if_cancelled()
        found = self._ledger.find_expense(int(intent.target))
        if found is None or found.deleted:
            text = f"Expense {intent.target} is not in FreshBooks any more."
            return Look(Sight.FOUND, text, intent.target)
        written = self._stores.outbox.find_by_remote(WriteKind.EXPENSE, intent.target)
        if written is None or written.marker not in list_markers(found.notes):
            return Look(Sight.ASK, _left(found, ("its notes no longer carry our marker",)))
        differences = self._ledger.expense_changes(written.body, found)
        if differences:
            return Look(Sight.ASK, _left(found, differences))
        text = f"Read before deleting: expense {found.id}, {found.amount}, as written."
        return Look(Sight.CLEAR, text)

    def send(self, intent: Intent) -> WriteOutcome:
        """Delete it once."""
        return self._ledger.send_expense_removal(intent.target, intent.body)

    def confirm(self, intent: Intent, cancel: CancelToken) -> Confirmation:
        """Read back that it is deleted; what had written it is undone then."""
        cancel.raise_if_cancelled()
        found = self._ledger.find_expense(int(intent.target))
        if found is not None and not found.deleted:
            return Confirmation(False, f"Expense {found.id} is not deleted in FreshBooks.")
        note_removed(self._stores.outbox, intent.target, f"Expense {intent.target} was taken back.")
        return Confirmation(True, f"Read back: expense {intent.target} is deleted.")

    def service_time(self) -> datetime | None:
        """FreshBooks' time by its last answer."""
        return self._books.service_time()


def tell_changes(ledger: Ledger, written: Intent) -> str:
    """How the expense differs from what was written, as a sentence; "" if it does not. Reads it."""
    found = ledger.find_expense(int(written.remote_id or 0))
    if found is None:
        return f"FreshBooks does not know expense {written.remote_id}."
    if found.deleted:
        return f"Expense {found.id} was deleted in FreshBooks."
    changes = ledger.expense_changes(written.body, found)
    return _tell(found, changes) if changes else ""


def note_removed(outbox: OutboxStore, expense_id: str, why: str) -> None:
    """An expense of ours that is deleted is undone."""
    written = outbox.find_by_remote(WriteKind.EXPENSE, expense_id)
    if written is not None and may_move(written.state, PostingState.UNDONE):
        outbox.move(written, PostingState.UNDONE, why)


def order_expense_removal(ledger: Ledger, stores: Stores, intent: Intent, why: str) -> Intent:
    """Keep a person's order to delete that expense of ours; it is sent by the next posting run.

    Raises `Refused` for what was not recorded, or was deleted by us and restored there since.
    """
    if intent.remote_id is None or intent.kind is not WriteKind.EXPENSE:
        raise Refused(
            "There is no expense to take back",
            f"“{intent.subject}” was not recorded by fbrecon.",
            "Look at its state in the activity.",
        )
    source = f"freshbooks:{intent.remote_id}"
    key = IntentKey(intent.key.account, WriteKind.EXPENSE_REMOVAL, source, intent.key.leg)
    known = stores.outbox.find(key)
    if known is None:
        return stores.outbox.add(
            NewIntent(
                key=key,
                subject=f"Taking back the expense: {intent.subject}",
                target=intent.remote_id,
                body=ledger.render_expense_removal(),
                state=PostingState.APPROVED,
                reason=why,
                amount=intent.amount,
                on_date=intent.on_date,
            )
        )
    if known.state in _UNDER_WAY or intent.state is PostingState.UNDONE:
        return known
    if known.state in _WAITING:
        with stores.write():
            if not may_move(known.state, PostingState.APPROVED):
                known = stores.outbox.move(known, PostingState.PROPOSED, why)
            return stores.outbox.move(known, PostingState.APPROVED, why)
    raise Refused(
        "That expense was deleted once",
        f"Expense {intent.remote_id} was deleted by fbrecon and restored in FreshBooks since.",
        "Delete it in FreshBooks.",
    )


def _tell(found: Expense, differences: tuple[str, ...]) -> str:
    return f"Expense {found.id} is not as it was written: {'; '.join(differences)}."


def _left(found: Expense, differences: tuple[str, ...]) -> str:
    return f"{_tell(found, differences)} It was left alone."
