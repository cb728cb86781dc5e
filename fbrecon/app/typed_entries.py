"""Entries for typing in: what a payout would be entered as, where fbrecon does not enter it itself.

For books without journal entries, with a bank feed, or in another currency than the books' own. The
same rules decide as for entries that are sent, so a payout that would be held is not among them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from fbrecon.app.company import Company
from fbrecon.app.deposits import entry_plan, entry_rules
from fbrecon.app.payout_currencies import currencies_of
from fbrecon.domain.documents import Payout
from fbrecon.domain.ids import LedgerAccountId, PayoutId, PlatformPaymentId
from fbrecon.domain.ledger import ROLE_LABELS, Role
from fbrecon.domain.payout_entries import (
    BookedPayment,
    EntryKind,
    ProposedEntry,
    WaitingPayout,
    propose_entries,
)
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.domain.postings import EntryLine
from fbrecon.domain.spreadsheet_text import harmless
from fbrecon.errors import FileError, WrongUsage
from fbrecon.sync.booked import booked_payments, list_booked_parts

_HEAD = ("Date", "Payout", "Account", "Debit", "Credit", "Currency", "Description")
# What is so is not in the books, and is not sent by itself any more.
_GIVEN_UP = (PostingState.DROPPED, PostingState.UNDONE)
_ROLES = (Role.UNDEPOSITED_FUNDS, Role.BANK, Role.FEES, Role.REFUNDS)


@dataclass(frozen=True, slots=True)
class TypedEntry:
    """What to type in for a payout. `names` are the accounts' names by id."""

    payout_id: PayoutId
    entries: tuple[ProposedEntry, ...]
    names: dict[LedgerAccountId, str]

    @property
    def on(self) -> date:
        """The day of its entries: its arrival."""
        return self.entries[0].on


@dataclass(frozen=True, slots=True)
class TypedEntries:
    """What there is to type in, and why the other payouts are not among it."""

    ready: tuple[TypedEntry, ...]
    waiting: tuple[WaitingPayout, ...]


def typed_entries(company: Company) -> TypedEntries:
    """All payouts that are not entered by fbrecon, oldest first. Asks nobody."""
    stores, plan = company.stores, entry_plan(company)
    entries = stores.outbox.list_intents([WriteKind.JOURNAL_ENTRY])
    # What fbrecon entered or may still enter is nothing to type in: it would be there twice.
    under_way = {i.target for i in entries if i.state not in _GIVEN_UP}
    given_up = {i.target for i in entries} - under_way
    payouts = [p for p in stores.platform.list_payouts(from_files=True) if p.id not in under_way]
    currencies = currencies_of(company, payouts)
    if plan is not None:
        own = plan.rules.base_currency
        payouts = [p for p in payouts if currencies.get(p.id) != own or p.id in given_up]
    expensed = {
        i.target
        for i in stores.outbox.list_intents([WriteKind.EXPENSE])
        if i.state not in _GIVEN_UP
    }
    booked = _booked(company)
    names = {a.id: a.name for a in stores.books.list_ledger_accounts()}
    names |= {_stand_in(role): ROLE_LABELS[role] for role in _ROLES}
    ready, waiting = [], []
    for payout in sorted(payouts, key=lambda p: (p.arrival_on or date.max, p.created_at, p.id)):
        found = _propose(company, payout, currencies.get(payout.id), booked)
        if isinstance(found, WaitingPayout):
            waiting.append(found)
        else:
            if payout.id in expensed:
                found = _without_fees(found, _roles(company))
            ready.append(TypedEntry(payout.id, tuple(found), names))
    return TypedEntries(tuple(ready), tuple(waiting))


def save_entries(
    company: Company, path: Path, from_on: date | None = None, until_on: date | None = None
) -> TypedEntries:
    """Write those that arrived in that time to a file; its ending (.csv, .txt) says how.

    Returns what was written, and what waits. Raises `WrongUsage` for another ending, `FileError`
    where it cannot be written.
    """
    writers = {".csv": _as_csv, ".txt": _as_text}
    write = writers.get(path.suffix.lower())
    if write is None:
        raise WrongUsage(
            "That kind of file is not known",
            f"“{path.name}” ends neither in .csv nor in .txt.",
            "Give it one of these endings.",
        )
    found = typed_entries(company)
    ready = tuple(
        entry
        for entry in found.ready
        if (from_on is None or entry.on >= from_on) and (until_on is None or entry.on <= until_on)
    )
    try:
        path.write_text(write(ready), encoding="utf-8", newline="")
    except OSError as error:
        raise FileError(
            "The file could not be written", f"{path}: {error.strerror}.", "Choose another place."
        ) from None
    return TypedEntries(ready, found.waiting)


def _propose(
    company: Company,
    payout: Payout,
    currency: str | None,
    booked: dict[PlatformPaymentId, BookedPayment],
) -> list[ProposedEntry] | WaitingPayout:
    rules = entry_rules(company, currency or "")
    roles = _roles(company)
    # A person types it in, wherever the books are closed or locked and whenever it arrived.
    free = replace(
        rules,
        roles=roles,
        post_since=date.min,
        locked_until=None,
        closed_until=None,
        transfers=True,
        automatic=False,
    )
    clearing = roles[Role.UNDEPOSITED_FUNDS]
    placed = {
        key: payment if payment.account_id else replace(payment, account_id=clearing)
        for key, payment in booked.items()
    }
    return propose_entries(payout, currency, placed, free)


def _booked(company: Company) -> dict[PlatformPaymentId, BookedPayment]:
    """What stands of each payment: by the ledger where it was read, else by what was recorded."""
    parts = list_booked_parts(company.stores)
    live = {part.payment_id for part in parts if part.live}
    found = {}
    for key, payment in booked_payments(company.stores, parts).items():
        if payment.account_id is None:
            standing = payment.written if key in live else payment.written - payment.written
            payment = replace(payment, standing=standing)
        found[key] = payment
    return found


def _roles(company: Company) -> dict[Role, LedgerAccountId]:
    chosen = company.stores.decisions.roles()
    return {role: chosen.get(role, _stand_in(role)) for role in _ROLES}


def _without_fees(
    entries: list[ProposedEntry], roles: dict[Role, LedgerAccountId]
) -> list[ProposedEntry]:
    """Where the fees are an expense already, only what reached the bank is left to enter."""
    kept = []
    for entry in entries:
        if entry.kind is EntryKind.FEE:
            continue
        lines: list[EntryLine] = []
        fees = [line.amount for line in entry.lines if line.account_id == roles[Role.FEES]]
        for line in entry.lines:
            if line.account_id == roles[Role.FEES]:
                continue
            if line.account_id == roles[Role.UNDEPOSITED_FUNDS] and fees:
                line = EntryLine(line.account_id, line.amount + fees.pop())
            lines.append(line)
        kept.append(replace(entry, lines=tuple(line for line in lines if line.amount.minor)))
    return kept


def _stand_in(role: Role) -> LedgerAccountId:
    """In place of an account that nobody chose; it goes by the role's name."""
    return LedgerAccountId(f"role:{role.value}")


def _as_csv(entries: Iterable[TypedEntry]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_HEAD)
    for typed in entries:
        for entry in typed.entries:
            for line in entry.lines:
                sum_ = abs(line.amount.minor)
                amount = replace(line.amount, minor=sum_).to_decimal_string()
                debit = line.amount.minor > 0
                writer.writerow(
                    (
                        entry.on.isoformat(),
                        harmless(typed.payout_id),
                        harmless(typed.names.get(line.account_id, line.account_id)),
                        amount if debit else "",
                        "" if debit else amount,
                        line.amount.currency,
                        harmless(f"{entry.kind.value.capitalize()} of payout {typed.payout_id}"),
                    )
                )
    return text.getvalue()


def _as_text(entries: Iterable[TypedEntry]) -> str:
    blocks = []
    for typed in entries:
        for entry in typed.entries:
            rows = [f"{entry.on.isoformat()}  {entry.kind.value} of payout {typed.payout_id}"]
            for line in entry.lines:
                name = typed.names.get(line.account_id, line.account_id)
                side = "debit " if line.amount.minor > 0 else "credit"
                amount = replace(line.amount, minor=abs(line.amount.minor))
                rows.append(f"  {side}  {amount!s:>18}  {name}")
            blocks.append("\n".join(rows))
    return "\n\n".join(blocks) + ("\n" if blocks else "")
