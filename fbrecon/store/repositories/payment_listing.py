"""The table of payments: both sides in one row, with where each stands."""

from __future__ import annotations

import json
from array import array
from collections.abc import Collection, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from fbrecon.domain.moments import day_in
from fbrecon.domain.money import Money, MoneyError
from fbrecon.domain.overview import PaymentRow, TableQuery
from fbrecon.store.database import CompanyFile, chunks
from fbrecon.store.fields import DayField, from_micros, to_micros
from fbrecon.store.repositories.payment_faces import COLUMNS, both_sides, refresh, scaled
from fbrecon.store.repositories.table_keys import Filters, TextSearch, ordering

PAYMENT_SORTS = {
    "date": "day",
    "amount": "amount",
    "customer": "customer COLLATE NOCASE",
    "invoice_number": "number COLLATE NOCASE",
    "method": "method",
    "state": "state",
}
_SEARCH = TextSearch("payment_text", ("number", "customer", "id"))
# `sort_amount` has four decimals: exact, unless a sum is finer than its currency, which no row
# tells an amount of either, or fills 64 bits.
_SUMS = f"""SELECT f.currency, SUM(p.sort_amount / {scaled("1", "f.currency")})
    FROM platform_payment AS p JOIN payment_face AS f ON f.platform_id = p.id
    WHERE p.created_at >= ? AND p.created_at < ? AND p.state IN ({{states}}) AND f.currency <> ''
        AND p.sort_amount % {scaled("1", "f.currency")} = 0 AND p.sort_amount < 1000000000000000000
    GROUP BY f.currency ORDER BY f.currency"""  # noqa: S608 - parts of this module only


class PaymentListing:
    """Reads the payments of one company file for a table.

    Keys are numbers that stay with a payment as long as it is in the file; public ids do as well.
    """

    def __init__(self, file: CompanyFile) -> None:
        self._file = file

    def refresh(self, platform: str) -> None:
        """Bring up to date what the table is sorted and searched by; `keys` does so, too."""
        refresh(self._file, platform)

    def keys(self, platform: str, query: TableQuery) -> array[int]:
        """Keys of all payments that the query lets through, in its order."""
        self.refresh(platform)
        filters = Filters("day", "currency", index="payment_face_by_day")
        filters.search(_SEARCH, "key", query.text)
        filters.add_period_and_currency(query)
        if query.status:
            filters.add("state = ?", query.status)
        order = ordering(PAYMENT_SORTS, query, tie="key")
        return filters.keys(self._file, "key", "payment_face", order, query.limit)

    def rows(self, platform: str, zone: str, keys: Sequence[int | str]) -> list[PaymentRow]:
        """The rows of these keys or public ids, in the same order; those gone are left out."""
        self.refresh(platform)
        found: dict[int | str, PaymentRow] = {}
        for part in chunks(keys):
            by = "id" if isinstance(part[0], str) else "key"
            marks = ", ".join("?" * len(part))
            faces = self._file.sql(
                f"SELECT {by}, id, platform_id, book_id FROM payment_face WHERE {by} IN ({marks})",  # noqa: S608
                part,
            )
            rows = self._read(platform, zone, [face[1:] for face in faces])
            found.update((key, rows[public]) for key, public, *_ in faces if public in rows)
        return [found[key] for key in keys if key in found]

    def rows_of_invoice(self, platform: str, zone: str, invoice_id: int) -> list[PaymentRow]:
        """All payments of one invoice, newest first."""
        return self._rows_where(platform, zone, "invoice_id = ?", (invoice_id,))

    def rows_of_customer(
        self, platform: str, zone: str, customer_id: int, most: int
    ) -> list[PaymentRow]:
        """The newest payments of one customer, newest first."""
        return self._rows_where(platform, zone, "customer_id = ?", (customer_id,), most)

    def sums_between(
        self, platform: str, begin: datetime, end: datetime, states: Collection[str]
    ) -> list[Money]:
        """What payments of the platform in these states, made in that time (`end` left out), take
        off their invoices: a sum for each currency that is known, sorted by currency.
        """
        self.refresh(platform)
        marks = ", ".join("?" * len(states))
        rows = self._file.sql(
            _SUMS.format(states=marks), (to_micros(begin), to_micros(end), *states)
        )
        return [Money(minor, currency) for currency, minor in rows]

    def currencies_of(self, platform: str, payment_ids: Collection[str]) -> dict[str, str]:
        """The currencies of these payments of the platform; those without one are left out."""
        self.refresh(platform)
        found: dict[str, str] = {}
        for part in chunks(list(payment_ids)):
            marks = ", ".join("?" * len(part))
            rows = self._file.sql(
                f"SELECT platform_id, currency FROM payment_face WHERE currency <> ''"  # noqa: S608
                f" AND platform_id IN ({marks})",
                part,
            )
            found.update(rows)
        return found

    def _rows_where(
        self, platform: str, zone: str, where: str, values: tuple[Any, ...], most: int = -1
    ) -> list[PaymentRow]:
        self.refresh(platform)
        faces = self._file.sql(
            f"SELECT id, platform_id, book_id FROM payment_face WHERE {where} "  # noqa: S608
            f"ORDER BY day DESC, id LIMIT {most}",
            values,
        )
        rows = self._read(platform, zone, faces)
        return [rows[public] for public, *_ in faces if public in rows]

    def _read(
        self, platform: str, zone: str, faces: Sequence[tuple[Any, ...]]
    ) -> dict[str, PaymentRow]:
        """The rows of these faces (public id, id there, id here) by public id."""
        found: dict[str, PaymentRow] = {}
        for part in chunks(faces):
            there = [of for _, of, _ in part if of is not None]
            here = [of for _, other, of in part if other is None]
            marks = [", ".join("?" * len(ids)) for ids in (there, here)]
            statement = f"SELECT {COLUMNS} FROM ({both_sides(*marks)})"  # noqa: S608 - marks only
            for row in self._file.sql(statement, (platform, *there, *here)):
                found[row[0]] = _row(row, zone)
        return found


def _row(row: tuple[Any, ...], zone: str) -> PaymentRow:
    (
        key,
        platform_id,
        book_id,
        number,
        invoice_id,
        customer,
        day,
        created_at,
        taken_off,
        amount_minor,
        currency,
        method,
        platform_state,
        posting_state,
        state,
        reason,
        candidates,
        takes_invoice,
    ) = row
    paid_on = DayField().python_value(day)
    assert paid_on is not None
    if created_at is not None:
        paid_on = day_in(from_micros(created_at), zone)
    return PaymentRow(
        id=key,
        platform_payment_id=platform_id,
        freshbooks_payment_id=None if book_id is None else str(book_id),
        invoice_number=number,
        invoice_freshbooks_id=None if invoice_id is None else str(invoice_id),
        customer=customer,
        amount=_amount(amount_minor, taken_off, currency),
        paid_on=paid_on,
        method=method,
        state=state,
        platform_state=platform_state,
        posting_state=posting_state,
        reason=reason,
        candidates=tuple(f"inv_{number}" for number in json.loads(candidates)),
        takes_invoice=bool(takes_invoice),
    )


def _amount(minor: int | None, taken_off: str | None, currency: str | None) -> Money | None:
    """What it takes off the invoice; None where the currency is not known or does not fit."""
    if currency is None:
        return None
    if minor is not None:
        return Money(minor, currency)
    try:
        return Money.from_decimal(Decimal(taken_off or ""), currency)
    except (MoneyError, ArithmeticError):
        return None
