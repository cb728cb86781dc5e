"""Compares the company file with the service row by row, read from the file's own tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import apsw

VISIBILITY = {0: "active", 1: "deleted", 2: "archived"}


def company_file(home: Path) -> Path:
    """The one company file of that home."""
    [path] = home.glob("companies/*/company.db")
    return path


def rows(home: Path, statement: str) -> list[tuple[Any, ...]]:
    """Rows of the company file, read by another program."""
    connection = apsw.Connection(str(company_file(home)), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        return list(connection.execute(statement))
    finally:
        connection.close()


def cents(amount: dict[str, str]) -> int:
    """Hundredths of a two-decimal sum, for the sandbox's currencies."""
    whole, _, part = amount["amount"].partition(".")
    assert len(part) == 2, amount
    return int(whole.replace("-", "") + part) * (-1 if whole.startswith("-") else 1)


def mirrored_invoices(home: Path) -> list[tuple[Any, ...]]:
    """What the company file holds about every invoice."""
    return rows(
        home,
        """SELECT id, number, customer_id, currency, total_minor, outstanding_minor, paid_minor,
        create_on, due_on, visibility, line_count FROM invoice ORDER BY id""",
    )


def real_invoices(state: dict[str, Any]) -> list[tuple[Any, ...]]:
    """The same of the service."""
    return [
        (
            i["id"],
            i["invoice_number"],
            i["customerid"],
            i["currency_code"],
            cents(i["amount"]),
            cents(i["outstanding"]),
            cents(i["paid"]),
            i["create_date"],
            i["due_date"],
            VISIBILITY[i["vis_state"]],
            len(i["lines"]),
        )
        for i in sorted(state["freshbooks"]["invoices"], key=lambda i: int(i["id"]))
    ]


def mirrored_lines(home: Path) -> list[tuple[Any, ...]]:
    """Every line, cent by cent."""
    return rows(
        home,
        """SELECT invoice_id, position, name, description, quantity, amount_minor
        FROM line ORDER BY invoice_id, position""",
    )


def real_lines(state: dict[str, Any]) -> list[tuple[Any, ...]]:
    """The same of the service."""
    return [
        (
            i["id"],
            place,
            line["name"] or "",
            line["description"] or "",
            line["qty"],
            cents(line["amount"]),
        )
        for i in sorted(state["freshbooks"]["invoices"], key=lambda i: int(i["id"]))
        for place, line in enumerate(i["lines"])
    ]


def mirrored_payments(home: Path) -> list[tuple[Any, ...]]:
    """Every payment and credit row."""
    return rows(
        home,
        """SELECT id, invoice_id, customer_id, credit_id, currency, amount_minor, paid_on, method,
        note, visibility FROM book_payment ORDER BY id""",
    )


def real_payments(state: dict[str, Any]) -> list[tuple[Any, ...]]:
    """The same of the service."""
    return [
        (
            p["id"],
            p["invoiceid"] or None,
            p["clientid"] or None,
            p["creditid"] or None,
            p["amount"]["code"],
            cents(p["amount"]),
            p["date"],
            p["type"],
            p["note"] or "",
            VISIBILITY[p["vis_state"]],
        )
        for p in sorted(state["freshbooks"]["payments"], key=lambda p: int(p["id"]))
    ]


def mirrored_customers(home: Path) -> list[tuple[Any, ...]]:
    """Every customer."""
    return rows(home, "SELECT id, email, currency, visibility FROM customer ORDER BY id")


def real_customers(state: dict[str, Any]) -> list[tuple[Any, ...]]:
    """The same of the service."""
    return [
        (c["id"], c["email"] or "", c["currency_code"], VISIBILITY[c["vis_state"]])
        for c in sorted(state["freshbooks"]["clients"], key=lambda c: int(c["id"]))
    ]


def assert_equal_to_the_service(home: Path, state: dict[str, Any]) -> None:
    """The mirror equals the service row by row and cent by cent."""
    assert mirrored_customers(home) == real_customers(state)
    assert mirrored_invoices(home) == real_invoices(state)
    assert mirrored_lines(home) == real_lines(state)
    assert mirrored_payments(home) == real_payments(state)
