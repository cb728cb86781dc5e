"""Payouts on the stage: accounts chosen, invoices paid, money on its way to the bank."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from tests.rules.stage import Stage

DAYS = 1


def account(stage: Stage, name: str) -> str:
    rows = stage.state()["freshbooks"]["ledger_accounts"]
    return str(next(row["uuid"] for row in rows if row["name"] == name))


def choose_accounts(stage: Stage, **others: str) -> None:
    """FreshBooks' own account is the clearing account, as the set-up suggests it."""
    stage.desk.set_accounts(
        {
            "undeposited_funds": account(stage, "Petty Cash"),
            "bank": account(stage, "Business Checking"),
            "fees": account(stage, "Bank Fees"),
            **{role: account(stage, name) for role, name in others.items()},
        },
        {},
    )


def balances(stage: Stage) -> dict[str, str]:
    """The ledger's balances, by account, nothing left out but zeros."""
    rows = stage.state()["ledger_balances"]
    return {row["name"]: row["balance"] for row in rows if Decimal(row["balance"])}


def paid(stage: Stage, amount: str = "100.00", **how: Any) -> tuple[int, str]:
    """An invoice, paid on the platform and recorded."""
    invoice = stage.invoice(amount)
    stage.sync()
    payment = stage.pay(invoice, **how)
    stage.sync()
    return invoice, payment


def pay_out(stage: Stage) -> str:
    stage.advance(days=DAYS)
    found = str(stage.control("payout")["payout_id"])
    stage.sync()
    return found
