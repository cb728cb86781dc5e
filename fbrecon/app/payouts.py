"""Payouts as a bookkeeper looks at them: what they are made of, and what clearing should hold.

A payout's gross is the sum of its payments, fees the merchant's part only, net what arrives. What
the parts do not explain stays visible as the difference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from fbrecon.app.company import Company
from fbrecon.app.deposits import entry_plan
from fbrecon.app.fees import fee_plan
from fbrecon.app.payment_names import name_payments
from fbrecon.app.payout_currencies import currencies_of
from fbrecon.app.reconcile import seen_at_bank
from fbrecon.app.typed_entries import TypedEntry, typed_entries
from fbrecon.domain.documents import Payout, PayoutLineKind
from fbrecon.domain.ids import LedgerAccountId, PayoutId
from fbrecon.domain.money import Money, MoneyError
from fbrecon.domain.overview import JournalLine, PayoutRow
from fbrecon.domain.payout_entries import WaitingPayout
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.domain.postings import EntryLine
from fbrecon.sync.entries import Review, review_payouts
from fbrecon.sync.fee_stage import review_fees

_ORDER = ("uncertain", "proposed", "approved", "posted", "verified")
_WORDS = {
    PostingState.VERIFIED: "verified",
    PostingState.POSTED: "posted",
    PostingState.ADOPTED: "posted",
    PostingState.DISCREPANCY: "posted",
    PostingState.UNCERTAIN: "uncertain",
    PostingState.SENDING: "uncertain",
    PostingState.APPROVED: "approved",
}


Seen = Mapping[PayoutId, tuple[str, ...]]


def payout_rows(company: Company, seen: Seen | None = None) -> list[PayoutRow]:
    """All payouts, newest first; `seen` are the bank lines that show them, where that is known."""
    payouts = company.stores.platform.list_payouts(from_files=True)
    currencies = currencies_of(company, payouts)
    seen = seen_at_bank(company) if seen is None else seen
    said = company.stores.files.payments_of_payouts()
    plan = entry_plan(company)
    reviews: dict[PayoutId, Review] = {}
    if plan is not None:
        reviews = {p.id: found for p, found in review_payouts(company.stores, plan.rules)}
    states: dict[str, list[str]] = defaultdict(list)
    for intent in company.stores.outbox.list_intents([WriteKind.JOURNAL_ENTRY]):
        states[intent.target].append(_WORDS.get(intent.state, "proposed"))
    names = {a.id: a.name for a in company.stores.books.list_ledger_accounts()}
    expenses = _expenses(company)
    typed = {entry.payout_id: entry for entry in typed_entries(company).ready}
    rows = []
    for payout in payouts:
        row = payout_row(payout, currencies.get(payout.id), said.get(payout.id, ()))
        review = reviews.get(payout.id)
        rows.append(
            replace(
                row,
                bank_lines=seen.get(payout.id, ()),
                **_typed(typed.get(payout.id)),
                **_deposit(states.get(payout.id, []), review, names),
                **expenses.get(payout.id, {}),
            )
        )
    return _with_names(company, rows)


def _with_names(company: Company, rows: list[PayoutRow]) -> list[PayoutRow]:
    """What payouts wait for, with the payments in it named."""
    reasons = [(text, "") for row in rows for text in (row.deposit_reason, row.expense_reason)]
    named = iter(name_payments(company, reasons))
    return [
        replace(row, deposit_reason=next(named).text, expense_reason=next(named).text)
        for row in rows
    ]


def _typed(entry: TypedEntry | None) -> dict[str, Any]:
    """What a person types in for a payout that is not entered by fbrecon."""
    if entry is None:
        return {}
    lines = [line for part in entry.entries for line in part.lines]
    return {"journal": tuple(_journal_line(line, entry.names) for line in lines)}


def _journal_line(line: EntryLine, names: Mapping[LedgerAccountId, str]) -> JournalLine:
    return JournalLine(
        names.get(line.account_id, line.account_id),
        line.amount if line.amount.minor > 0 else None,
        -line.amount if line.amount.minor < 0 else None,
    )


def _expenses(company: Company) -> dict[PayoutId, dict[str, Any]]:
    """How far the expense of each payout's fees is, and why it waits."""
    told: dict[PayoutId, dict[str, Any]] = {}
    plan = fee_plan(company)
    if plan is not None:
        for payout, found in review_fees(company.stores, plan.rules):
            waits = found.reason if isinstance(found, WaitingPayout) else ""
            told[payout.id] = {"expense": "proposed", "expense_reason": waits}
    for intent in company.stores.outbox.list_intents([WriteKind.EXPENSE]):
        word = _WORDS.get(intent.state, "proposed")
        reason = "" if intent.state in _WORDS else intent.reason
        told[PayoutId(intent.target)] = {"expense": word, "expense_reason": reason}
    return told


def _deposit(
    states: list[str], review: Review | None, names: Mapping[LedgerAccountId, str]
) -> dict[str, Any]:
    """How far the entries of a payout are, why they wait, and their lines."""
    told: dict[str, Any] = {}
    if review is not None or states:
        told["deposit"] = min(states, key=_ORDER.index) if states else "proposed"
    if isinstance(review, WaitingPayout):
        told["deposit_reason"] = review.reason
    elif review is not None:
        told["journal"] = tuple(
            _journal_line(line, names) for entry in review for line in entry.lines
        )
    return told


def payout_row(
    payout: Payout,
    currency: str | None,
    said: tuple[str, ...] = (),
) -> PayoutRow:
    """One payout by itself, without ledger and bank. `said` are payments that a file names."""
    lines = payout.lines or ()
    paid = [x for x in lines if x.kind is PayoutLineKind.PAYMENT and x.payment_id is not None]
    fees = sum((-x.amount for x in lines if x.kind is PayoutLineKind.FEE), Decimal(0))
    if payout.lines is None:
        fees = sum((f.amount for f in payout.fees if not f.paid_by_customer), Decimal(0))
    gross = sum((x.amount for x in paid), Decimal(0)) if payout.lines is not None else payout.gross
    return PayoutRow(
        id=f"out_{payout.id}",
        platform_payout_id=payout.id,
        arrival_on=payout.arrival_on,
        gross=_money(gross, currency),
        fees=_money(fees, currency),
        net=_money(payout.net, currency),
        difference=_money(_difference(payout, gross, fees), currency),
        state=payout.state.value,
        payments=tuple(f"pay_{x.payment_id}" for x in paid) or tuple(f"pay_{id_}" for id_ in said),
        composed=payout.lines is not None,
    )


def _difference(payout: Payout, gross: Decimal, fees: Decimal) -> Decimal:
    if payout.lines is not None:
        return payout.gap
    return payout.net - (gross - fees)


def _money(amount: Decimal, currency: str | None) -> Money | None:
    if currency is None:
        return None
    try:
        return Money.from_decimal(amount, currency)
    except MoneyError:
        return None
