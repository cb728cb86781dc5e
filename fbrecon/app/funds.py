"""What is known of undeposited funds in one company file: payments in the books, entries, postings.

Reads the company file only. The rules are the domain's (`fbrecon/domain/reconciliation.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from fbrecon.app.company import Company
from fbrecon.clock import day_in
from fbrecon.domain.documents import Payout, PayoutLineKind, PayoutState, Visibility
from fbrecon.domain.ids import LedgerAccountId, PayoutId, PlatformPaymentId
from fbrecon.domain.intents import Intent
from fbrecon.domain.ledger import Role
from fbrecon.domain.money import Money
from fbrecon.domain.posting import SETTLED, PostingState, WriteKind
from fbrecon.domain.postings import Posting
from fbrecon.domain.reconciliation import Funds, FundsEntry, FundsPayment, MovementLine
from fbrecon.sync.booked import BookedPart, booked_payments, list_booked_parts
from fbrecon.sync.entry_stage import EntryPlan
from fbrecon.sync.ports import Ledger

# An entry that was reversed is in the ledger still.
_WRITTEN = (*SETTLED, PostingState.DISCREPANCY, PostingState.UNDONE)
_REVERSAL = "reversal:"
NOT_PAID_OUT = (PayoutState.FAILED, PayoutState.CANCELLED)


def payout_day(payout: Payout, timezone: str) -> date:
    """The day that a payout counts for: its arrival, else the day it was made."""
    return payout.arrival_on or day_in(payout.created_at, timezone)


def read_funds(company: Company, plan: EntryPlan | None) -> Funds:
    """Everything about undeposited funds; without a plan for entries the ledger is not read."""
    parts = list_booked_parts(company.stores)
    accounts = _accounts(company, parts)
    postings: list[Posting] | None = None
    others: Collection[LedgerAccountId] = ()
    if plan is not None:
        postings = company.stores.ledger.list_postings_on(accounts)
        others = plan.rules.line_accounts.values()
    return Funds(
        tuple(_payments(company, parts, postings or ())),
        tuple(_entries(company, accounts, others)),
        None if postings is None else tuple(postings),
        frozenset(accounts),
    )


def _accounts(company: Company, parts: list[BookedPart]) -> set[LedgerAccountId]:
    """The account chosen as undeposited funds, and wherever FreshBooks put the payments."""
    booked = booked_payments(company.stores, parts).values()
    accounts = {payment.account_id for payment in booked if payment.account_id is not None}
    chosen = company.stores.decisions.roles().get(Role.UNDEPOSITED_FUNDS)
    return accounts if chosen is None else accounts | {chosen}


# ---- payments


def _payments(
    company: Company, parts: list[BookedPart], postings: Collection[Posting]
) -> list[FundsPayment]:
    payouts = _payouts_of(company)
    zone = company.business.timezone
    gone = {part.book_payment_id for part in parts if not part.live}
    left: dict[int, tuple[int, date]] = {}
    for row in postings:
        if row.payment_id in gone:
            minor, _ = left.get(row.payment_id, (0, row.on))
            left[row.payment_id] = (minor + row.amount.minor, row.on)
    there = {p.id: p for p in company.stores.books.list_payments(x.book_payment_id for x in parts)}
    writes = company.stores.outbox.list_intents([WriteKind.PAYMENT])
    by_record = {intent.remote_id: intent for intent in writes}  # of several the last one
    found = []
    for part in parts:
        recorded = there.get(part.book_payment_id)
        intent = by_record.get(str(part.book_payment_id))
        removed_on = None
        if not part.live:
            minor, on = left.get(part.book_payment_id, (1, date.min))
            if not minor:
                removed_on = on  # the ledger tells the day on which it took the payment back
            elif recorded is not None and recorded.visibility is Visibility.DELETED:
                removed_on = day_in(recorded.updated_at, zone)
            elif intent is not None:
                removed_on = day_in(intent.changed_at, zone)
            else:
                removed_on = date.min
        paid_on = recorded.paid_on if recorded else intent.on_date if intent else None
        state = intent.state.value if intent else "matched"
        amount = part.written
        if part.live and recorded is not None and recorded.amount.currency == amount.currency:
            amount = recorded.amount  # a person may have lowered it after a refund
        found.append(
            FundsPayment(
                part.payment_id,
                part.book_payment_id,
                amount,
                paid_on or day_in(company.clock.now(), zone),
                removed_on,
                payouts.get(part.payment_id, ()),
                state,
            )
        )
    return found


def _payouts_of(company: Company) -> Mapping[PlatformPaymentId, tuple[tuple[PayoutId, date], ...]]:
    """The payouts that hold each payment; one that failed holds none."""
    zone = company.business.timezone
    found: dict[PlatformPaymentId, list[tuple[date, PayoutId]]] = defaultdict(list)
    for payout in company.stores.platform.list_payouts(from_files=True):
        if payout.state in NOT_PAID_OUT:
            continue
        for line in payout.lines or ():
            if line.kind is PayoutLineKind.PAYMENT and line.payment_id is not None:
                found[line.payment_id].append((payout_day(payout, zone), payout.id))
    return {
        key: tuple((payout_id, on) for on, payout_id in sorted(held)) for key, held in found.items()
    }


# ---- entries


def _entries(
    company: Company, accounts: Collection[LedgerAccountId], others: Collection[LedgerAccountId]
) -> list[FundsEntry]:
    books = company.find_books()
    ledger = None if books is None else books.ledger
    if ledger is None:
        return []
    fees = company.stores.decisions.roles().get(Role.FEES)
    found = []
    for intent in company.stores.outbox.list_intents([WriteKind.JOURNAL_ENTRY], _WRITTEN):
        if intent.amount is None or intent.on_date is None:
            continue
        found.append(
            FundsEntry(
                f"act_{intent.row}",
                PayoutId(intent.target),
                intent.marker,
                intent.remote_id or "",
                intent.on_date,
                intent.state.value,
                intent.subject,
                _parts(ledger, intent, accounts, fees, others),
            )
        )
    return found


def _parts(
    ledger: Ledger,
    intent: Intent,
    accounts: Collection[LedgerAccountId],
    fees_account: LedgerAccountId | None,
    others: Collection[LedgerAccountId],
) -> tuple[tuple[MovementLine, Money], ...]:
    """The effect on undeposited funds, told by what stands on the other side."""
    assert intent.amount is not None
    lines = sorted(ledger.entry_accounts(intent.body), key=str)
    nothing = Money.zero(intent.amount.currency)
    leg = intent.key.leg.removeprefix(_REVERSAL)
    sums = dict.fromkeys((MovementLine.PAYOUTS, MovementLine.FEES, MovementLine.OTHER), nothing)
    effect = nothing
    for account, amount in lines:
        if account in accounts:
            effect = effect + amount
        elif account == fees_account:
            sums[MovementLine.FEES] -= amount
        elif account in others:
            sums[MovementLine.OTHER] -= amount
        else:
            sums[MovementLine.PAYOUTS] -= amount
    for kind, line in (("fee:", MovementLine.FEES), ("refund:", MovementLine.RETURNS)):
        if leg.startswith(kind):
            return ((line, effect),)
    return tuple((line, money) for line, money in sums.items() if money.minor) or (
        (MovementLine.PAYOUTS, effect),
    )
