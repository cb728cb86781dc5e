"""The contract's JSON of bank lines; `fbrecon/app/as_json.py` has everything else."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from fbrecon.app.views import BankRuleRow, DepositRow, Reconciliation
from fbrecon.clock import rfc3339

Json = dict[str, Any]


def deposit(row: DepositRow) -> Json:
    """One of `list deposits --json`."""
    return {
        "id": row.id,
        "bank_line_id": row.bank_line_id,
        "date": row.on.isoformat(),
        "amount": row.amount.to_decimal_string(),
        "currency": row.amount.currency,
        "description": row.description,
        "reference": row.reference,
        "account": row.account,
        "payout_id": row.payouts[0] if row.payouts else None,
        "payouts": list(row.payouts),
        "lines": list(row.lines),
        "state": row.state,
        "confidence": row.confidence,
        "reason": row.reason,
        "alternatives": list(row.alternatives),
        "by_person": row.by_person,
        "not_ours": row.not_ours or None,
        "left_out": row.left_out,
        "others": row.others,
        "unexplained": None if row.unexplained is None else row.unexplained.to_decimal_string(),
    }


def reconciled(value: Reconciliation) -> Json:
    """`reconcile --json`."""
    return {**asdict(value), "not_compared": list(value.not_compared)}


def bank_rule(row: BankRuleRow) -> Json:
    """One of `list rules --json`."""
    return {
        "id": row.id,
        "text": row.text,
        "since": rfc3339(row.since),
        "lines": row.lines,
        "sums": [{"amount": x.to_decimal_string(), "currency": x.currency} for x in row.sums],
    }
