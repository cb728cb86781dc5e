"""Payouts as a table and one of them with its lines: what each is made of and how it is entered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from fbrecon.app.company import Company
from fbrecon.app.payouts import Seen, payout_rows
from fbrecon.app.views import PayoutDetail, PayoutLineRow, PayoutRow, TableQuery
from fbrecon.domain.documents import Invoice, Payout, PayoutLine
from fbrecon.domain.ids import PlatformPaymentId
from fbrecon.domain.money import Money, MoneyError
from fbrecon.errors import NotFound

_NEVER = date.min


def _amount(money: Money | None) -> tuple[str, int]:
    return ("", 0) if money is None else (money.currency, money.minor)


_SORTS: dict[str, Callable[[PayoutRow], Any]] = {
    "arrival": lambda row: row.arrival_on or _NEVER,
    "net": lambda row: _amount(row.net),
    "gross": lambda row: _amount(row.gross),
    "fees": lambda row: _amount(row.fees),
    "difference": lambda row: _amount(row.difference),
    "state": lambda row: row.state,
    "deposit": lambda row: row.deposit,
}


class PayoutTable:
    """One company's payouts. Rows are reckoned when keys are asked for, and kept until then."""

    def __init__(self, company: Company, seen: Callable[[], Seen]) -> None:
        """`seen` tells which bank lines show which payouts."""
        self.company = company
        self._seen = seen
        self._rows: dict[str, PayoutRow] = {}

    def keys(self, query: TableQuery) -> list[str]:
        """Public ids of all payouts that fit, in order; `status` is a state or a deposit's."""
        self._rows = {row.id: row for row in payout_rows(self.company, self._seen())}
        text = query.text.strip().casefold()
        rows = [
            row
            for row in self._rows.values()
            if query.status in ("", row.state, row.deposit)
            and (not text or text in _words(row))
            and _is_within(row, query)
        ]
        read = _SORTS.get(query.sort, _SORTS["arrival"])
        rows.sort(key=lambda row: row.id)
        rows.sort(key=read, reverse=query.descending)
        return [row.id for row in rows]

    def rows(self, keys: list[str]) -> list[PayoutRow]:
        """The rows of these keys, in the same order; those that are gone are left out."""
        if not all(key in self._rows for key in keys):
            self._rows = {row.id: row for row in payout_rows(self.company, self._seen())}
        return [self._rows[key] for key in keys if key in self._rows]

    def detail(self, key: str) -> PayoutDetail:
        """One payout with its lines. Raises `NotFound`."""
        (row,) = self.rows([key]) or (None,)
        payouts = {
            f"out_{p.id}": p for p in self.company.stores.platform.list_payouts(from_files=True)
        }
        if row is None or key not in payouts:
            raise NotFound("That payout is not here", f"Nothing is mirrored as {key}.", "Sync.")
        currency = None if row.net is None else row.net.currency
        return PayoutDetail(row, tuple(list_parts(self.company, payouts[key], currency)))


def list_parts(company: Company, payout: Payout, currency: str | None) -> list[PayoutLineRow]:
    """The signed lines of a payout, with the invoices in the books that they are for."""
    lines = payout.lines or ()
    invoices = _invoices_of(company, {line.payment_id for line in lines if line.payment_id})
    return [_line(line, currency, invoices) for line in lines]


def _invoices_of(
    company: Company, payment_ids: set[PlatformPaymentId]
) -> dict[PlatformPaymentId, list[Invoice]]:
    """The invoices in the books that these payments are for."""
    stores = company.stores
    copies = {c.platform_invoice_id: c.invoice_id for c in stores.platform.list_copies()}
    found: dict[PlatformPaymentId, list[Invoice]] = {}
    for payment_id, copy_ids in stores.platform.allocations().items():
        if payment_id not in payment_ids:
            continue
        for copy_id in copy_ids:
            known = copies.get(copy_id)
            invoice = None if known is None else stores.books.find_invoice(known, lines=False)
            if invoice is not None:
                found.setdefault(payment_id, []).append(invoice)
    return found


def _line(
    line: PayoutLine,
    currency: str | None,
    invoices: Mapping[PlatformPaymentId, list[Invoice]],
) -> PayoutLineRow:
    of = invoices.get(line.payment_id, []) if line.payment_id else []
    return PayoutLineRow(
        line.kind.value,
        line.description,
        ", ".join(invoice.number for invoice in of),
        ", ".join(dict.fromkeys(invoice.customer_name for invoice in of)),
        _money(line, currency),
        None if line.payment_id is None else f"pay_{line.payment_id}",
    )


def _money(line: PayoutLine, currency: str | None) -> Money | None:
    try:
        return None if currency is None else Money.from_decimal(line.amount, currency)
    except MoneyError:
        return None


def _is_within(row: PayoutRow, query: TableQuery) -> bool:
    """Whether it arrives in the period, and is in the currency, that the query asks for."""
    on = row.arrival_on or _NEVER
    if query.from_on is not None and on < query.from_on:
        return False
    if query.until_on is not None and (row.arrival_on is None or on > query.until_on):
        return False
    return not query.currency or (row.net is not None and row.net.currency == query.currency)


def _words(row: PayoutRow) -> str:
    """What a search looks through."""
    sums = (row.net, row.gross, row.fees)
    said = [row.platform_payout_id, row.deposit_reason, *(str(money) for money in sums if money)]
    return " ".join(said).casefold()
