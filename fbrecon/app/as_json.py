"""The contract's JSON: the same values as the window shows, spelled as scripts expect them."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from fbrecon.app.bank_as_json import bank_rule as bank_rule
from fbrecon.app.bank_as_json import deposit as deposit
from fbrecon.app.bank_as_json import reconciled as reconciled
from fbrecon.app.funds_json import clearing
from fbrecon.app.papers import InvoiceChange, Preview, UndoPlan
from fbrecon.app.views import (
    AccountsView,
    ActivityRow,
    AttentionRow,
    ImportResult,
    InvoiceRow,
    Pause,
    PaymentRow,
    PayoutRow,
    StatusView,
    SyncReport,
)
from fbrecon.clock import rfc3339
from fbrecon.domain.business import Business
from fbrecon.domain.money import Money
from fbrecon.domain.overview import CustomerRow, LogRow

Json = dict[str, Any]


def business(value: Business | None) -> Json:
    """`{"id","account_id","name","role"}`; empty before one is connected."""
    if value is None:
        return {}
    return {
        "id": value.id,
        "account_id": value.account_id,
        "name": value.name,
        "role": value.role,
    }


def status(value: StatusView) -> Json:
    """`status --json`."""
    return {
        "freshbooks": {
            "state": value.freshbooks.value,
            "business": business(value.business),
            "history": {
                "last_12_months": value.last_12_months.value,
                "all": value.all_history.value,
            },
            "problem": value.freshbooks_problem,
        },
        "platform": {"state": value.platform.value, "problem": value.platform_problem},
        "schedule": {
            item.key: {
                "every_minutes": item.every_minutes,
                "last_success_at": _time(item.last_success_at),
                "next_run_at": _time(item.next_run_at),
            }
            for item in value.schedule
        },
        "counts": value.counts,
        "roles": {
            choice.role.value: None if choice.account is None else choice.account.id
            for choice in value.roles
        },
        "mode": value.mode.value,
        "clearing": [clearing(row) for row in value.clearing],
        "closed_until": None if value.closed_until is None else value.closed_until.isoformat(),
        "attention": value.attention,
        "company": value.company,
        "paused": pause(value.paused),
    }


def pause(value: Pause | None) -> Json | None:
    """`{"until"}`: a time, or null until a person resumes; null while nothing is paused."""
    return None if value is None else {"until": _time(value.until)}


def sync(value: SyncReport) -> Json:
    """`sync --json`."""
    return {
        "outcome": value.outcome,
        "started_at": _time(value.started_at),
        "finished_at": _time(value.finished_at),
        "requests": value.requests,
        "daily_requests": value.daily_requests,
        "checked": {name: asdict(checked) for name, checked in value.checked.items()},
        "resources": {name: asdict(counts) for name, counts in value.resources.items()},
        "pushed": value.pushed,
        "postings": value.postings,
        "other_writes": value.other_writes,
        "attention": value.attention,
        "problems": [asdict(problem) for problem in value.problems],
        "run": value.run_id,
        "sentence": value.sentence,
    }


def accounts(value: AccountsView) -> Json:
    """`accounts --json`."""
    return {
        "accounts": [
            {
                "id": account.id,
                "name": account.name,
                "number": account.number,
                "type": account.type,
                "sub_type": account.sub_type,
                "parent_id": account.parent_id,
            }
            for account in value.accounts
        ],
        "roles": {
            role.value: None if account is None else account.id
            for role, account in value.roles.items()
        },
        "suggestions": {
            role.value: {"id": found.account_id, "reason": found.reason}
            for role, found in value.suggestions.items()
        },
    }


def invoice(row: InvoiceRow) -> Json:
    """One of `list invoices --json`."""
    return {
        "id": row.id,
        "freshbooks_id": row.freshbooks_id,
        "number": row.number,
        "customer": row.customer,
        "customer_id": row.customer_id,
        "currency": row.total.currency,
        "total": row.total.to_decimal_string(),
        "outstanding": row.outstanding.to_decimal_string(),
        "paid": row.paid.to_decimal_string(),
        "create_date": row.create_on.isoformat(),
        "due_date": None if row.due_on is None else row.due_on.isoformat(),
        "status": row.status,
        **_visibility(row.visibility),
        "lines": row.lines,
        "platform_invoice_id": row.platform_invoice_id,
        "frozen": row.frozen,
        "platform": row.platform,
    }


def customer(row: CustomerRow) -> Json:
    """One of `list customers --json`."""
    return {
        "id": row.id,
        "freshbooks_id": row.freshbooks_id,
        "name": row.name,
        "email": row.email,
        "currency": row.currency,
        **_visibility(row.visibility),
        "open": [
            {"amount": money.to_decimal_string(), "currency": money.currency} for money in row.open
        ],
        "invoices": row.invoices,
        "platform_customer_id": row.platform_customer_id,
        "platform_name": row.platform_name or None,
        "platform_email": row.platform_email or None,
        "differs": row.differs,
    }


def payment(row: PaymentRow) -> Json:
    """One of `list payments --json`."""
    return {
        "id": row.id,
        "platform_payment_id": row.platform_payment_id,
        "freshbooks_payment_id": row.freshbooks_payment_id,
        "invoice_number": row.invoice_number,
        "invoice_freshbooks_id": row.invoice_freshbooks_id,
        "customer": row.customer,
        "amount": _amount(row.amount),
        "currency": None if row.amount is None else row.amount.currency,
        "date": row.paid_on.isoformat(),
        "method": row.method,
        "state": row.state,
        "platform_state": row.platform_state,
        "posting_state": row.posting_state,
        "reason": row.reason,
        "candidates": list(row.candidates),
        "takes_invoice": row.takes_invoice,
    }


def payout(row: PayoutRow) -> Json:
    """One of `list payouts --json`; an entry is in `journal`, or for a person `to_type_in`."""
    journal = [
        {
            "account": line.account,
            "debit": _amount(line.debit),
            "credit": _amount(line.credit),
        }
        for line in row.journal
    ]
    return {
        "id": row.id,
        "platform_payout_id": row.platform_payout_id,
        "arrival_date": None if row.arrival_on is None else row.arrival_on.isoformat(),
        "gross": _amount(row.gross),
        "fees": _amount(row.fees),
        "net": _amount(row.net),
        "currency": None if row.net is None else row.net.currency,
        "state": row.state,
        "payments": list(row.payments),
        "difference": _amount(row.difference),
        "bank_line_id": row.bank_lines[0] if row.bank_lines else None,
        "bank_line_ids": list(row.bank_lines),
        "expense": {"state": row.expense, "reason": row.expense_reason},
        "deposit": {
            "state": row.deposit,
            "reason": row.deposit_reason,
            "journal": [] if row.deposit == "off" else journal,
            "to_type_in": journal if row.deposit == "off" else [],
        },
    }


def imported(value: ImportResult) -> Json:
    """`import --json`."""
    return {
        "seen": value.seen,
        "new": value.new,
        "changed": value.changed,
        "unchanged": value.unchanged,
        "skipped": value.skipped,
        "failed": value.failed,
        "problems": [asdict(problem) for problem in value.problems],
        "mapping": value.mapping or None,
        "dry_run": value.dry_run,
    }


def attention(row: AttentionRow) -> Json:
    """One of `list attention --json`."""
    return {
        "id": row.id,
        "kind": row.kind,
        "title": row.title,
        "message": row.message,
        "hint": row.hint,
        "subject": row.subject,
        "since": _time(row.since),
        "link": row.link,
        "payments": list(row.payments),
    }


def activity(row: ActivityRow) -> Json:
    """One of `list activity --json`."""
    return {**asdict(row), "at": _time(row.at), "created_at": _time(row.created_at)}


def log_entry(row: LogRow) -> Json:
    """One of `list activity --all --json`."""
    return {**asdict(row), "at": _time(row.at)}


def preview(value: Preview) -> Json:
    """`preview --json`."""
    return {
        "token": value.token,
        "as_of": _time(value.as_of),
        "note": value.note,
        "writes": [
            {
                "kind": write.kind,
                "id": write.item,
                "subject": write.subject,
                "reason": write.reason,
                "amount": _amount(write.amount),
                "currency": None if write.amount is None else write.amount.currency,
                "undo": write.undo,
                "way_back": write.way_back,
                "invoice": None if write.invoice is None else _invoice_change(write.invoice),
            }
            for write in value.writes
        ],
        "waiting": [asdict(row) for row in value.waiting],
        "balances": [
            {
                "account": row.account,
                "role": row.role,
                "currency": row.before.currency,
                "before": _amount(row.before),
                "after": _amount(row.after),
                "basis": row.basis,
            }
            for row in value.balances
        ],
    }


def undo(value: UndoPlan) -> Json:
    """`undo --json`: what became of each write; the command puts the item itself beside it."""
    items = [
        {
            **asdict(item),
            "id": item.item,
            "amount": _amount(item.amount),
            "currency": None if item.amount is None else item.amount.currency,
            "undone": item.state == "undone",
        }
        for item in value.items
    ]
    return {
        "id": value.item,
        "taken_back": sum(1 for item in items if item["undone"]),
        "left": sum(1 for item in items if not item["undone"]),
        "items": items,
    }


def _invoice_change(change: InvoiceChange) -> Json:
    return {
        "id": change.item,
        "number": change.number,
        "customer": change.customer,
        "currency": change.outstanding_before.currency,
        "outstanding_before": _amount(change.outstanding_before),
        "outstanding_after": _amount(change.outstanding_after),
        "status_before": change.status_before,
        "status_after": change.status_after,
    }


def reconciliation(payments: list[PaymentRow], payouts: list[PayoutRow]) -> Json:
    """What `demo --json` ends with."""
    collected = [row for row in payments if row.platform_payment_id is not None]
    currencies = {row.net.currency for row in payouts if row.net is not None}
    return {
        "payments": len(collected),
        "posted": sum(row.state == "posted" for row in collected),
        "matched": sum(row.state in ("posted", "matched") for row in collected),
        "payouts": [
            {
                "net": _amount(row.net),
                "gross": _amount(row.gross),
                "fees": _amount(row.fees),
                "difference": _amount(row.difference),
            }
            for row in payouts
        ],
        "currency": currencies.pop() if len(currencies) == 1 else None,
    }


def _visibility(word: str) -> Json:
    """What the books show no more is not in use, as if deleted; why is not known."""
    gone = word == "gone"
    return {"vis_state": "deleted" if gone else word, "no_longer_shown": gone}


def _amount(value: Money | None) -> str | None:
    return None if value is None else value.to_decimal_string()


def _time(value: datetime | None) -> str | None:
    return None if value is None else rfc3339(value)
