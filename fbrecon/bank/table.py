"""A statement as a table: one signed sum a row, or money in and out in columns of their own."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from fbrecon.domain.deposits import StatementLine
from fbrecon.domain.money import Money
from fbrecon.errors import AskAboutFile
from fbrecon.table_files.mapping import FIELDS, Mapping, TableKind
from fbrecon.table_files.problems import FieldError
from fbrecon.table_files.sheet import Read, Row, Sheet

PLAIN: Final = Mapping(
    "plain", TableKind.BANK, {name: (name,) for name in FIELDS[TableKind.BANK] if name != "account"}
)
"""Our own table, with the column names that the README states."""


def read_lines(sheet: Sheet, currency: str) -> Read[StatementLine]:
    """The lines of a statement; `currency` is that of rows that name none, "" where unknown.

    Raises `AskAboutFile` where nothing names a currency.
    """
    if not (currency or "currency" in sheet.places or "currency" in sheet.mapping.values):
        raise AskAboutFile(
            "The file names no currency",
            "The books have several currencies, or none yet, so nothing tells which one this is.",
            "Say which one with --currency, such as --currency USD.",
            asks="currency",
        )

    def read_row(row: Row) -> StatementLine:
        code = row.currency(currency)
        if not code:
            raise FieldError("currency", "Neither the row nor the mapping names a currency.")
        return StatementLine(
            row.day("date").on,
            Money.from_decimal(_amount(row, code), code),
            row.text("description"),
            row.text("reference"),
            row.text("account"),
            row.text("line_id"),
        )

    return sheet.read(read_row)


def _amount(row: Row, currency: str) -> Decimal:
    amount = row.find_amount("amount", currency)
    if amount is not None:
        return amount
    came = row.find_amount("amount_in", currency) or Decimal(0)
    went = row.find_amount("amount_out", currency) or Decimal(0)
    if not came and not went:
        raise FieldError("amount", "It is empty.")
    if came and went:
        raise FieldError("amount_out", f"Money came in ({came}) and went out ({went}) in one row.")
    # Some banks write what went out with a minus, some without.
    return came if came else -abs(went)
