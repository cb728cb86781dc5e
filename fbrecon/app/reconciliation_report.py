"""The reconciliation of a period: gathers the facts, has the tables made, says what is not told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fbrecon.app.bank_report import BankFacts, read_bank
from fbrecon.app.company import Company
from fbrecon.app.deposits import entry_plan
from fbrecon.app.funds import payout_day, read_funds
from fbrecon.app.open_items import (
    Known,
    not_at_bank,
    not_entered,
    not_paid_out,
    unmatched_lines,
    waiting_writes,
)
from fbrecon.app.payout_report import payout_lines_table, payouts_table
from fbrecon.app.payouts import payout_rows
from fbrecon.app.views import HistoryState
from fbrecon.clock import day_in
from fbrecon.domain.documents import Payout
from fbrecon.domain.overview import PaymentRow
from fbrecon.domain.posting import WriteKind
from fbrecon.domain.reconciliation import Funds, make_statements
from fbrecon.domain.reports import Table
from fbrecon.domain.statement_tables import buckets_table, movements_table, statement_table


def reconciliation_tables(
    company: Company, from_on: date, until_on: date, history: HistoryState
) -> tuple[tuple[Table, ...], tuple[str, ...]]:
    """The tables of a period and the notes on what they cannot tell. Reads the company file."""
    plan = entry_plan(company)
    funds, bank = read_funds(company, plan), read_bank(company)
    statements = make_statements(funds, from_on, until_on)
    payouts = company.stores.platform.list_payouts(from_files=True)
    known = _known(company, funds, payouts)
    days = known.payout_days
    own = [p for p in payouts if from_on <= days[f"out_{p.id}"] <= until_on]
    own.sort(key=lambda payout: (days[f"out_{payout.id}"], payout.id))
    tables = (
        statement_table(statements, from_on, until_on),
        buckets_table(statements),
        not_paid_out(funds, statements, known, until_on),
        not_entered(statements, known, until_on),
        not_at_bank(bank, known, until_on),
        unmatched_lines(bank, from_on, until_on),
        waiting_writes(company, until_on),
        payouts_table(own, known, bank),
        payout_lines_table(own, known),
        movements_table(statements, {key: _about(row) for key, row in known.payments.items()}),
    )
    notes = _notes(company, funds, bank, known, until_on, history)
    return tables, tuple(notes)


def _known(company: Company, funds: Funds, payouts: list[Payout]) -> Known:
    zone = company.business.timezone
    names = {payment.id for payment in funds.payments}
    for payout in payouts:
        names |= {f"pay_{x.payment_id}" for x in payout.lines or () if x.payment_id is not None}
    rows = company.stores.payments.rows(company.doors.platform_name(), zone, sorted(names))
    return Known(
        {row.id: row for row in rows},
        {row.id: row for row in payout_rows(company)},
        {f"out_{payout.id}": payout_day(payout, zone) for payout in payouts},
    )


def _about(row: PaymentRow) -> str:
    """The invoice and the customer of a payment."""
    number = f"invoice {row.invoice_number}" if row.invoice_number else ""
    return ", ".join(part for part in (number, row.customer) if part)


def _notes(
    company: Company,
    funds: Funds,
    bank: BankFacts,
    known: Known,
    until_on: date,
    history: HistoryState,
) -> Iterator[str]:
    if funds.postings is None:
        yield (
            "Payout entries are off, so the ledger’s own postings were not read and nothing is "
            "proven: the balances are what payments in the books and entries of fbrecon’s make of "
            "undeposited funds. Payouts that somebody entered by hand are not in them."
        )
    if not bank.has_lines:
        yield (
            "No bank statement was imported: whether a payout reached the bank is not told. Import "
            "one with “fbrecon import bank FILE”."
        )
    if history is not HistoryState.DONE:
        yield (
            "The first copy of FreshBooks is not complete yet: older payments may be missing from "
            "the opening balance."
        )
    if until_on > day_in(company.clock.now(), company.business.timezone):
        yield "The period has not ended: this is how it stands so far."
    unknown = sorted(row.id for row in known.payouts.values() if row.net is None)
    if unknown:
        yield f"The currency of these payouts is not known, so no sum has them: {_few(unknown)}."
    lost = sorted(row.id for row in known.payments.values() if row.amount is None)
    if lost:
        yield f"The currency of these payments is not known: {_few(lost)}."
    books = company.find_books()
    if (books is None or books.ledger is None) and company.stores.outbox.list_intents(
        [WriteKind.JOURNAL_ENTRY]
    ):
        yield (
            "FreshBooks is not connected, so the entries that fbrecon wrote cannot be told and are "
            "left out of the balances."
        )


def _few(names: list[str]) -> str:
    shown = ", ".join(names[:20])
    return shown if len(names) <= 20 else f"{shown} and {len(names) - 20} more"
