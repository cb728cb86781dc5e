"""What is open at the end of a period, with its age in days: the report's tables of open items.

Open means open then: what was paid out, entered or seen at the bank later is named with its day.
What a write waits for is told as it stands now, since nobody kept how it stood.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fbrecon.app.bank_report import BankFacts
from fbrecon.app.company import Company
from fbrecon.clock import day_in
from fbrecon.domain.clearing import Bucket
from fbrecon.domain.money import Money, total
from fbrecon.domain.overview import PaymentRow, PayoutRow
from fbrecon.domain.posting import PostingState
from fbrecon.domain.reconciliation import Funds, Statement
from fbrecon.domain.reports import Cell, Column, ColumnKind, Row, RowKind, Table
from fbrecon.domain.statement_tables import CURRENCY, money_column

_AGE = Column("age_days", "Age (days)", ColumnKind.COUNT, in_brief=True)
_WAITING = (
    PostingState.PROPOSED,
    PostingState.HELD,
    PostingState.SENDING,
    PostingState.UNCERTAIN,
    PostingState.REFUSED,
    PostingState.DISCREPANCY,
)


@dataclass(frozen=True, slots=True)
class Known:
    """What the tables look things up in, by public id."""

    payments: Mapping[str, PaymentRow]
    payouts: Mapping[str, PayoutRow]
    payout_days: Mapping[str, date]


def not_paid_out(
    funds: Funds, statements: Sequence[Statement], known: Known, until_on: date
) -> Table:
    """Payments in the books that no payout held by then."""
    columns = (
        Column("date", "Date", ColumnKind.DAY, in_brief=True),
        Column("id", "Id"),
        Column("freshbooks_id", "FreshBooks id"),
        Column("invoice", "Invoice"),
        Column("customer", "Customer", in_brief=True),
        Column("text", "Why", worded=True),
        Column("later", "Paid out later", worded=True),
        _AGE,
        CURRENCY,
        money_column("amount", "Amount"),
    )
    later: dict[str, str] = {}
    remote: dict[str, str] = {}
    for payment in funds.payments:
        remote[payment.id] = str(payment.book_payment_id)
        for payout_id, on in payment.payouts:
            if on > until_on:
                later.setdefault(payment.id, f"out_{payout_id} on {on.isoformat()}")
    rows: list[Row] = []
    for statement in statements:
        items = [i for i in statement.after.items if i.bucket is Bucket.NOT_PAID_OUT]
        made = [
            Row(
                {
                    "date": item.on,
                    "id": item.id,
                    "freshbooks_id": remote.get(item.id, ""),
                    **_about(known.payments.get(item.id)),
                    "text": item.text,
                    "later": later.get(item.id, ""),
                    "age_days": item.age_days,
                    "amount": item.amount,
                },
                currency=statement.currency,
            )
            for item in items
        ]
        rows += _summed(made, statement.currency, statement.after.sum_of(Bucket.NOT_PAID_OUT))
    title = "Open: payments not paid out"
    return Table("open_payments", title, columns, tuple(rows), empty="No payment was open.")


def not_entered(statements: Sequence[Statement], known: Known, until_on: date) -> Table:
    """Payouts that moved no money in the ledger by then; `amount` is what waits in the funds."""
    columns = (
        Column("date", "Arrival", ColumnKind.DAY, in_brief=True),
        Column("id", "Payout"),
        Column("state", "Entry now", worded=True),
        Column("reason", "Why", in_brief=True, worded=True),
        Column("payments", "Payments", ColumnKind.COUNT),
        _AGE,
        CURRENCY,
        money_column("amount", "Amount"),
    )
    rows: list[Row] = []
    for statement in statements:
        made = []
        for item in statement.after.items:
            if item.bucket is not Bucket.NOT_ENTERED:
                continue
            row, on = known.payouts.get(item.id), known.payout_days.get(item.id, item.on)
            made.append(
                Row(
                    {
                        "date": on,
                        "id": item.id,
                        "state": "" if row is None else row.deposit,
                        "reason": (row.deposit_reason if row else "") or item.text,
                        "payments": None if row is None else len(row.payments),
                        "age_days": (until_on - on).days,
                        "amount": item.amount,
                    },
                    currency=statement.currency,
                    ids=() if row is None else row.payments,
                )
            )
        made.sort(key=lambda row: (str(row.cells["date"]), str(row.cells["id"])))
        rows += _summed(made, statement.currency, statement.after.sum_of(Bucket.NOT_ENTERED))
    title = "Open: payouts whose entry is not written"
    empty = "The entry of every payout was written."
    return Table("open_entries", title, columns, tuple(rows), empty=empty)


def not_at_bank(bank: BankFacts, known: Known, until_on: date) -> Table:
    """Payouts that should have arrived by then and that no bank line of that time shows."""
    columns = (
        Column("date", "Arrival", ColumnKind.DAY, in_brief=True),
        Column("id", "Payout"),
        Column("state", "State now", in_brief=True, worded=True),
        Column("later", "Seen later", worded=True),
        _AGE,
        CURRENCY,
        money_column("amount", "Net"),
    )
    found: dict[str, list[Row]] = {}
    for payout_id in sorted(bank.expected, key=lambda p: (known.payout_days[p], p)):
        row, on = known.payouts[payout_id], known.payout_days[payout_id]
        seen = bank.seen_on(payout_id)
        if row.net is None or on > until_on or (seen and min(seen) <= until_on):
            continue
        later = f"{', '.join(bank.lines_of(payout_id))} on {min(seen).isoformat()}" if seen else ""
        cells: dict[str, Cell] = {
            "date": on,
            "id": payout_id,
            "state": row.state.replace("_", " "),
            "later": later,
            "age_days": (until_on - on).days,
            "amount": row.net,
        }
        found.setdefault(row.net.currency, []).append(Row(cells, currency=row.net.currency))
    return Table(
        "open_payouts",
        "Open: payouts without a bank line",
        columns,
        _all(found, "amount") if bank.has_lines else (),
        "" if bank.has_lines else "No bank statement was imported, so this cannot be told.",
        "Every payout was seen at the bank." if bank.has_lines else "Not told.",
    )


def unmatched_lines(bank: BankFacts, from_on: date, until_on: date) -> Table:
    """Bank lines that are matched with no payout: all that somebody has to decide about, and of
    those that nothing comes near the period's own.
    """
    columns = (
        Column("date", "Date", ColumnKind.DAY, in_brief=True),
        Column("id", "Bank line"),
        Column("description", "Description", in_brief=True),
        Column("state", "State now", worded=True),
        Column("reason", "Why", worded=True),
        _AGE,
        CURRENCY,
        money_column("amount", "Amount"),
    )
    found: dict[str, list[Row]] = {}
    older = 0
    for line in bank.unmatched(until_on):
        if line.state == "unmatched" and line.on < from_on:
            older += 1
            continue
        cells: dict[str, Cell] = {
            "date": line.on,
            "id": line.id,
            "description": line.description,
            "state": line.state,
            "reason": line.reason,
            "age_days": (until_on - line.on).days,
            "amount": line.amount,
        }
        found.setdefault(line.amount.currency, []).append(Row(cells, currency=line.amount.currency))
    notes = []
    if not bank.has_lines:
        notes.append("No bank statement was imported, so this cannot be told.")
    if bank.not_ours:
        notes.append(f"{bank.not_ours} more are left out: a person said that they are no payouts.")
    if older:
        notes.append(
            f"{older} more from before the period, which nothing comes near, are left out."
        )
    return Table(
        "open_bank_lines",
        "Open: bank lines that match no payout",
        columns,
        _all(found, "amount"),
        " ".join(notes),
        "Every bank line is matched." if bank.has_lines else "Not told.",
    )


def waiting_writes(company: Company, until_on: date) -> Table:
    """Writes that began by then and wait or are not certain now."""
    columns = (
        Column("date", "Since", ColumnKind.DAY),
        Column("id", "Id"),
        Column("subject", "What", in_brief=True, worded=True),
        Column("remote_id", "FreshBooks id"),
        Column("state", "State now", in_brief=True, worded=True),
        Column("reason", "Why", worded=True),
        _AGE,
        CURRENCY,
        money_column("amount", "Amount"),
    )
    zone = company.business.timezone
    rows = []
    for intent in company.stores.outbox.list_intents((), _WAITING):
        since = day_in(intent.created_at, zone)
        if since <= until_on:
            cells: dict[str, Cell] = {
                "date": since,
                "id": f"act_{intent.row}",
                "subject": intent.subject,
                "remote_id": intent.remote_id or "",
                "state": intent.state.value,
                "reason": intent.reason,
                "age_days": (until_on - since).days,
                "amount": intent.amount,
            }
            rows.append(Row(cells, currency=intent.amount.currency if intent.amount else ""))
    note = "As they stand when this report is made." if rows else ""
    title = "Open: writes that wait or are not certain"
    return Table("open_writes", title, columns, tuple(rows), note, "No write waits.")


def _about(row: PaymentRow | None) -> dict[str, str]:
    return {
        "invoice": "" if row is None else row.invoice_number or "",
        "customer": "" if row is None else row.customer,
    }


def _summed(rows: Sequence[Row], currency: str, amount: Money) -> list[Row]:
    """The rows and their sum; nothing where there are none."""
    ids = tuple(str(row.cells["id"]) for row in rows)
    sums = Row(
        {"date": None, "id": "Total", "amount": amount}, RowKind.TOTAL, currency, "total", ids
    )
    return [*rows, sums] if rows else []


def _all(found: Mapping[str, Iterable[Row]], column: str) -> tuple[Row, ...]:
    """The rows of each currency with their sum."""
    rows: list[Row] = []
    for currency in sorted(found):
        own = list(found[currency])
        sums = (row.cells[column] for row in own)
        rows += _summed(own, currency, total((m for m in sums if isinstance(m, Money)), currency))
    return tuple(rows)
