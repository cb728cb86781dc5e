"""Comparing what FreshBooks says of a new journal entry or expense with what was sent.

The answer to a newer entry is not documented where it was looked: one that cannot be recognised
proves nothing, and the entry is looked for among the postings instead.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

from fbrecon.domain.ids import LedgerAccountId
from fbrecon.domain.money import Money
from fbrecon.domain.posting import WriteOutcome, find_marker
from fbrecon.domain.postings import Expense, Posting
from fbrecon.freshbooks.fields import FieldError, read_money
from fbrecon.freshbooks.judging import applied, find_result, unclear
from fbrecon.freshbooks.ledger_render import CLASSIC_KEY, NEWER_KEY
from fbrecon.freshbooks.ledger_wire import Chart, WireExpense, read_expense
from fbrecon.freshbooks.wire import decode

_Line = tuple[str, Decimal]
_NO_NUMBER = Decimal("1e30")


def judge_entry(sent_body: bytes, body: bytes, status: int) -> WriteOutcome | None:
    """The outcome of a new entry by the record in the answer; None if there is none in it."""
    made = _find_entry(body)
    if made is None:
        return None
    sent = next(iter(_decode(sent_body).values()))
    marker = find_marker(str(sent.get("description")))
    answered = find_marker(f"{made.get('name')} {made.get('description')}")
    if answered != marker:
        return unclear("The answer is about another entry.", status)
    entry_id = made.get("id", made.get("entryid"))
    if entry_id in (None, ""):
        return unclear("The answer does not say which entry it is.", status)
    differences = []
    if made.get("details") and _lines(made) != _lines(sent):
        differences.append("its lines are not what was sent")
    days = {_find_day(made.get(key)) for key in ("userEnteredDate", "user_entered_date")}
    if not days <= {None, _sent_day(sent)}:
        differences.append("its date is not what was sent")
    return applied(str(entry_id), differences, status, {"id": str(entry_id)})


def read_lines(sent_body: bytes, chart: Chart | None) -> dict[LedgerAccountId | None, Money]:
    """What a rendered entry leaves on each ledger account, debits positive.

    The classic generation names accounts by number; the chart tells which they are.
    """
    entry = next(iter(_decode(sent_body).values()))
    found: dict[LedgerAccountId | None, Money] = {}
    for row in entry.get("details", ()):
        amount = row.get("amount")
        if isinstance(amount, dict):
            account: LedgerAccountId | None = LedgerAccountId(str(row["accountId"]))
            sign = 1 if row["type"] == "TYPE_DEBIT" else -1
            money = Money.from_decimal(sign * _number(amount["amount"]), str(amount["code"]))
        else:
            account = chart.find_sub(int(row["sub_accountid"])) if chart is not None else None
            net = _number(row.get("debit")) - _number(row.get("credit"))
            money = Money.from_decimal(net, str(entry["currency_code"]))
        found[account] = found[account] + money if account in found else money
    return found


def entry_differences(
    sent_body: bytes, postings: Sequence[Posting], chart: Chart | None
) -> tuple[str, ...]:
    """How an entry in the ledger differs from what was sent, in clauses; empty if it is equal."""
    wanted = {key: sum_ for key, sum_ in read_lines(sent_body, chart).items() if sum_.minor}
    there: dict[LedgerAccountId | None, Money] = {}
    names: dict[LedgerAccountId | None, str] = {}
    for row in postings:
        known = there.get(row.account_id)
        there[row.account_id] = row.amount if known is None else known + row.amount
        names[row.account_id] = row.account_name
    there = {key: sum_ for key, sum_ in there.items() if sum_.minor}
    differences = []
    for account in sorted({*wanted, *there}, key=str):
        if wanted.get(account) != there.get(account):
            name = names.get(account) or (chart.names.get(account) if chart and account else "")
            shown = there.get(account, "nothing")
            differences.append(
                f"“{name or account}” has {shown} instead of {wanted.get(account, 'nothing')}"
            )
    sent = next(iter(_decode(sent_body).values()))
    day = _sent_day(sent)
    if any(row.on.isoformat() != day for row in postings):
        differences.append("its date is not what was sent")
    return tuple(differences)


def judge_expense(sent_body: bytes, body: bytes, status: int) -> WriteOutcome | None:
    """The outcome of a new expense by the record in the answer; None if there is none in it."""
    raw = find_result(body, "expense")
    if raw is None:
        return None
    sent = decode(decode(sent_body, dict[str, msgspec.Raw])["expense"], WireExpense)
    try:
        made = read_expense(raw)
    except (FieldError, msgspec.DecodeError):
        return unclear("The record in the answer cannot be read.", status)
    if find_marker(made.notes) != find_marker(sent.notes or ""):
        return unclear("The answer is about another expense.", status)
    differences = list(expense_differences(sent_body, made))
    return applied(str(made.id), differences, status, {"amount": str(made.amount)})


def expense_differences(sent_body: bytes, made: Expense) -> tuple[str, ...]:
    """How an expense differs from what was sent once, in clauses; empty if it is equal."""
    sent = decode(decode(sent_body, dict[str, msgspec.Raw])["expense"], WireExpense)
    differences = []
    wanted = read_money("amount", sent.amount)
    if made.amount != wanted:
        differences.append(f"{made.amount} was recorded instead of {wanted}")
    if made.category_id != sent.categoryid:
        differences.append("its category is not what was sent")
    if made.on.isoformat() != sent.date:
        differences.append(f"its date is {made.on.isoformat()}")
    return tuple(differences)


def expense_changes(sent_body: bytes, there: Expense) -> tuple[str, ...]:
    """What somebody has made of a recorded expense, its texts too; each as a clause."""
    sent = decode(decode(sent_body, dict[str, msgspec.Raw])["expense"], WireExpense)
    changes = list(expense_differences(sent_body, there))
    if there.vendor.split() != (sent.vendor or "").split():
        changes.append(f"its vendor is “{there.vendor}”")
    if there.notes.split() != (sent.notes or "").split():
        changes.append("its notes were changed")
    return tuple(changes)


def judge_expense_removal(expense_id: str, body: bytes, status: int) -> WriteOutcome | None:
    """The outcome of deleting an expense by the record in the answer; None if there is none."""
    raw = find_result(body, "expense")
    if raw is None:
        return None
    try:
        expense = read_expense(raw)
    except (FieldError, msgspec.DecodeError):
        return unclear("The record in the answer cannot be read.", status)
    if str(expense.id) != expense_id:
        return unclear("The answer is about another expense.", status)
    if not expense.deleted:
        return unclear("The answer does not say that it is deleted.", status)
    return applied(expense_id, [], status, {"vis_state": "deleted"})


def _find_entry(body: bytes) -> dict[str, Any] | None:
    """The entry, wherever the answer has it."""
    found: Any = _decode(body)
    for key in ("response", "result", "data"):
        found = found.get(key, found) if isinstance(found, dict) else found
    for key in (NEWER_KEY, CLASSIC_KEY):
        found = found.get(key, found) if isinstance(found, dict) else found
    is_entry = isinstance(found, dict) and ("id" in found or "entryid" in found)
    return found if is_entry else None


def _decode(body: bytes) -> dict[str, Any]:
    """The JSON with its numbers exact; empty where it is none."""
    try:
        found = json.loads(body, parse_float=Decimal)
    except (RecursionError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _lines(entry: dict[str, Any]) -> list[_Line]:
    """Account and signed sum of every line, sorted; both generations come out alike."""
    lines: list[_Line] = []
    details = entry.get("details")
    for row in details if isinstance(details, list) else []:
        if not isinstance(row, dict):
            continue
        amount = row.get("amount")
        if isinstance(amount, dict):
            sign = 1 if row.get("type") == "TYPE_DEBIT" else -1
            lines.append((str(row.get("accountId")), sign * _number(amount.get("amount"))))
        else:
            net = _number(row.get("debit")) - _number(row.get("credit"))
            lines.append((str(row.get("sub_accountid")), net))
    return sorted(lines)


def _number(value: Any) -> Decimal:
    """A finite number: what is none equals nothing that was sent, yet has to be sorted."""
    try:
        number = Decimal(str(value)) if value is not None else Decimal(0)
    except ArithmeticError:
        return _NO_NUMBER
    ordinary = number.is_finite() and abs(number.adjusted()) < _NO_NUMBER.adjusted()
    return number if ordinary else _NO_NUMBER


def _sent_day(entry: dict[str, Any]) -> str:
    """The day of a rendered entry, as `YYYY-MM-DD`."""
    return _find_day(entry.get("userEnteredDate") or entry.get("user_entered_date")) or ""


def _find_day(told: Any) -> str | None:
    """A day as `YYYY-MM-DD`, told in parts or as text; None for what is no day."""
    try:
        if isinstance(told, dict):
            return date(*(int(told[part]) for part in ("year", "month", "day"))).isoformat()
        return date.fromisoformat(str(told)[:10]).isoformat()
    except (KeyError, TypeError, ValueError, OverflowError):
        return None
