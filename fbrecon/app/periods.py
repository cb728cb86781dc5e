"""Closing a period with what undeposited funds came to; opening it again; what changed since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from fbrecon.app.company import Company
from fbrecon.app.deposits import clearing_proofs
from fbrecon.app.payout_currencies import currencies_of
from fbrecon.clock import day_in
from fbrecon.domain.activity import Deed, DeedKind
from fbrecon.domain.attention import AttentionKind, Finding
from fbrecon.domain.closings import (
    AgreedFigures,
    AgreedRow,
    ClosedPeriod,
    PeriodChange,
    find_changes,
)
from fbrecon.domain.documents import PayoutState
from fbrecon.domain.ledger import Role
from fbrecon.domain.money import Money, MoneyError
from fbrecon.domain.posting import SETTLED, PostingState, WriteKind
from fbrecon.errors import NotFound, Refused
from fbrecon.sync.booked import BookedPart, booked_payments, list_booked_parts
from fbrecon.sync.closed_periods import CLOSED

_MOST = 20  # changes of a period that are named one by one
_MADE = (*SETTLED, PostingState.DISCREPANCY, PostingState.UNDONE)


@dataclass(frozen=True, slots=True)
class ClosingPlan:
    """What closing up to a day would agree with. `problem` says why it cannot be closed yet."""

    since_on: date | None
    until_on: date
    figures: tuple[AgreedFigures, ...]
    rows: int
    problem: str

    @property
    def is_proven(self) -> bool:
        """Whether the ledger shows what is expected, in each currency."""
        return all(f.difference is not None and f.difference.is_zero for f in self.figures)


def last_month_end(today: date) -> date:
    """The last day of the month before."""
    return today.replace(day=1) - timedelta(days=1)


def plan_closing(company: Company, until_on: date) -> ClosingPlan:
    """What would be agreed; changes nothing and asks no service."""
    since = _since(company)
    figures = tuple(
        AgreedFigures(proof.expected, proof.proven) for proof in clearing_proofs(company, until_on)
    )
    rows = [row for row in _rows(company) if _within(row, since, until_on)]
    return ClosingPlan(since, until_on, figures, len(rows), _problem(company, until_on, since))


def close_period(company: Company, until_on: date, *, although: bool = False) -> ClosedPeriod:
    """Close everything up to that day. Raises `Refused` where it cannot be closed.

    A difference to the ledger is agreed with only `although` it is there.
    """
    plan = plan_closing(company, until_on)
    if plan.problem:
        raise Refused("That period cannot be closed", plan.problem, "Nothing was changed.")
    differs = [f for f in plan.figures if f.difference is not None and f.difference.minor]
    if differs and not although:
        told = "; ".join(f"{f.proven} in the ledger instead of {f.expected}" for f in differs)
        raise Refused(
            "Undeposited funds are not what they should be",
            f"On {until_on.isoformat()} there is {told}.",
            "Settle it first, or say that you agree all the same.",
        )
    now = company.clock.now()
    period = ClosedPeriod(plan.since_on, until_on, now, plan.figures)
    rows = [row for row in _rows(company) if _within(row, plan.since_on, until_on)]
    with company.stores.write():
        company.stores.periods.close(period, rows)
        _tell(company, f"Agreed: {_told(plan.figures)}.", until_on, "open", "closed")
    return period


def reopen_period(company: Company, until_on: date) -> None:
    """Open the period that ends on that day again, and all later ones. Raises `NotFound`."""
    periods = {period.until_on: period for period in company.stores.periods.list_periods()}
    if until_on not in periods:
        raise NotFound(
            "There is no such closed period",
            f"No period was closed up to {until_on.isoformat()}.",
            "See “fbrecon periods”.",
        )
    with company.stores.write():
        company.stores.periods.reopen(until_on)
        for day in sorted(day for day in periods if day >= until_on):
            why = f"A person opened it again. Agreed had been: {_told(periods[day].figures)}."
            _tell(company, why, day, "closed", "open")
        closed = company.stores.periods.closed_until()
        for intent in company.stores.outbox.list_intents(states=[PostingState.HELD]):
            free = closed is None or intent.on_date is None or intent.on_date > closed
            if intent.hold == CLOSED and free:
                text = "The period was opened again."
                company.stores.outbox.move(intent, PostingState.PROPOSED, text)


def list_changes(company: Company) -> dict[date, list[PeriodChange]]:
    """What changed since in each closed period, by its last day."""
    periods = company.stores.periods.list_periods()
    rows = [*_rows(company)] if periods else []
    return {
        period.until_on: find_changes(period, company.stores.periods.agreed(period.until_on), rows)
        for period in periods
    }


def period_findings(company: Company) -> Iterator[Finding]:
    """An item for every change of what was agreed."""
    for until_on, changes in list_changes(company).items():
        for change in changes[:_MOST]:
            yield Finding(
                f"period {change.key}",
                AttentionKind.PERIOD_CHANGED,
                f"Something changed in the period closed up to {until_on.isoformat()}",
                f"{change.text}: {_signed(change.by)} against what was agreed.",
                "Put it back where it was made, or open the period again and agree anew. Dismiss "
                "it if it is right as it is.",
                f"period {until_on.isoformat()}",
                actions=("dismiss",),
            )
        if len(changes) > _MOST:
            more = len(changes) - _MOST
            yield Finding(
                f"period {until_on.isoformat()} and {more} more",
                AttentionKind.PERIOD_CHANGED,
                f"{more} more changes in the period closed up to {until_on.isoformat()}",
                f"See “fbrecon periods”: {len(changes)} rows are not as they were agreed.",
                "Open the period again and agree anew.",
                "",
                actions=("dismiss",),
            )


# ---- the rows of a period


def _rows(company: Company) -> Iterator[AgreedRow]:
    parts = list_booked_parts(company.stores)
    yield from _payments(company, parts)
    yield from _payouts(company)
    yield from _writes(company)
    yield from _others(company, parts)


def _payments(company: Company, parts: list[BookedPart]) -> Iterator[AgreedRow]:
    for part in parts:
        recorded = company.stores.books.find_payment(part.book_payment_id)
        intent = company.stores.outbox.find_by_remote(WriteKind.PAYMENT, str(part.book_payment_id))
        on = recorded.paid_on if recorded else intent.on_date if intent else None
        if on is None:
            continue
        amount = Money.zero(part.written.currency)
        if part.live:
            amount = part.written if recorded is None else recorded.amount
        text = f"Payment {part.book_payment_id} in FreshBooks"
        yield AgreedRow(f"pay_book_{part.book_payment_id}", on, amount, text)


def _payouts(company: Company) -> Iterator[AgreedRow]:
    payouts = company.stores.platform.list_payouts(from_files=True)
    currencies = currencies_of(company, payouts)
    for payout in payouts:
        currency = currencies.get(payout.id)
        if payout.arrival_on is None or not currency:
            continue
        try:
            net = Money.from_decimal(payout.net, currency)
        except MoneyError:
            continue
        there = payout.state is PayoutState.PAID
        amount = net if there else Money.zero(currency)
        yield AgreedRow(f"out_{payout.id}", payout.arrival_on, amount, f"Payout {payout.id}")


def _writes(company: Company) -> Iterator[AgreedRow]:
    kinds = [WriteKind.JOURNAL_ENTRY, WriteKind.EXPENSE]
    for intent in company.stores.outbox.list_intents(kinds, _MADE):
        if intent.amount is None or intent.on_date is None:
            continue
        # An entry that was reversed stands in the ledger all the same; an expense is gone.
        gone = intent.kind is WriteKind.EXPENSE and intent.state is PostingState.UNDONE
        amount = Money.zero(intent.amount.currency) if gone else intent.amount
        yield AgreedRow(f"act_{intent.row}", intent.on_date, amount, intent.subject)


def _others(company: Company, parts: list[BookedPart]) -> Iterator[AgreedRow]:
    """What others posted to the clearing accounts, as far as the ledger was ever read."""
    booked = booked_payments(company.stores, parts).values()
    accounts = {payment.account_id for payment in booked if payment.account_id is not None}
    chosen = company.stores.decisions.roles().get(Role.UNDEPOSITED_FUNDS)
    if chosen is not None:
        accounts.add(chosen)
    ours = {part.book_payment_id for part in parts}
    for row in company.stores.ledger.list_postings_on(accounts):
        if row.payment_id in ours or row.marker is not None:
            continue
        name = row.name or row.description or row.kind or "Posting"
        yield AgreedRow(f"post_{row.id}", row.on, row.amount, f"Posting “{name}”")


def _within(row: AgreedRow, since: date | None, until_on: date) -> bool:
    return row.on <= until_on and (since is None or row.on >= since)


# ----


def _since(company: Company) -> date | None:
    closed = company.stores.periods.closed_until()
    return None if closed is None else closed + timedelta(days=1)


def _problem(company: Company, until_on: date, since: date | None) -> str:
    today = day_in(company.clock.now(), company.business.timezone)
    if until_on >= today:
        return f"{until_on.isoformat()} is not over yet."
    if since is not None and until_on < since:
        return f"It is closed already, up to {(since - timedelta(days=1)).isoformat()}."
    return ""


def _told(figures: tuple[AgreedFigures, ...]) -> str:
    told = [
        f"{f.expected} expected"
        + (", not checked against the ledger" if f.proven is None else f", {f.proven} proven")
        for f in figures
    ]
    return "; ".join(told) or "nothing in undeposited funds"


def _tell(company: Company, why: str, until_on: date, before: str, after: str) -> None:
    subject = f"Period up to {until_on.isoformat()}"
    deed = Deed(DeedKind.PERIOD, subject, why, before=before, after=after)
    company.stores.activity.append(deed)


def _signed(amount: Money) -> str:
    return f"+{amount}" if amount.minor > 0 else str(amount)
