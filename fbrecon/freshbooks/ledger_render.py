"""The exact bytes of journal entries and expenses: compact, the same for the same draft."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from fbrecon.domain.money import Money
from fbrecon.domain.postings import EntryDraft, EntryWay, ExpenseDraft
from fbrecon.errors import Refused
from fbrecon.freshbooks.ledger_wire import Chart

NEWER_KEY, CLASSIC_KEY = "manualJournalEntry", "journal_entry"
_OWNER = 1  # the staff number of the owner, as recorded traffic shows it

# The newer generation wants a JSON number; a Decimal is written with exactly its digits.
_ENCODER = msgspec.json.Encoder(decimal_format="number")


def render_entry(draft: EntryDraft, way: EntryWay, chart: Chart | None) -> bytes:
    """The body of a new journal entry.

    Raises `ValueError` for one that is uneven, `Refused` for an account that it cannot name.
    """
    if not draft.is_balanced:
        raise ValueError("debits and credits of the entry are not equal")
    if way is EntryWay.NEWER:
        return _newer(draft)
    if way is EntryWay.CLASSIC and chart is not None:
        return _classic(draft, chart)
    raise ValueError("journal entries cannot be written here")


def is_classic(body: bytes) -> bool:
    """Which generation a rendered body is for."""
    return CLASSIC_KEY in msgspec.json.decode(body)


def render_expense(draft: ExpenseDraft) -> bytes:
    """The body of `POST expenses/expenses`."""
    expense = {
        "amount": {"amount": draft.amount.to_decimal_string(), "code": draft.amount.currency},
        "categoryid": draft.category_id,
        "staffid": _OWNER,
        "date": draft.on.isoformat(),
        "vendor": draft.vendor,
        "notes": draft.notes,
    }
    return _ENCODER.encode({"expense": expense})


def render_expense_removal() -> bytes:
    """The body of the `PUT` that deletes an expense; with another field it would not."""
    return _ENCODER.encode({"expense": {"vis_state": 1}})


def _newer(draft: EntryDraft) -> bytes:
    details = [
        {
            "accountId": line.account_id,
            "amount": {"amount": _size(line.amount), "code": line.amount.currency},
            "type": "TYPE_DEBIT" if line.amount.minor > 0 else "TYPE_CREDIT",
        }
        for line in draft.lines
    ]
    day = {"year": draft.on.year, "month": draft.on.month, "day": draft.on.day}
    entry = {
        "userEnteredDate": day,
        "name": draft.name,
        "description": draft.description,
        "details": details,
    }
    return _ENCODER.encode({NEWER_KEY: entry})


def _classic(draft: EntryDraft, chart: Chart) -> bytes:
    details = []
    for line in draft.lines:
        number = chart.sub_numbers.get(line.account_id)
        if number is None:
            name = chart.names.get(line.account_id, line.account_id)
            raise Refused(
                "An entry cannot be written",
                f"FreshBooks' older journal entries cannot name “{name}”: it has no number there.",
                "Choose another account for it in the set-up of accounts.",
            )
        side = "debit" if line.amount.minor > 0 else "credit"
        details.append({"sub_accountid": str(number), side: f"{_size(line.amount):f}"})
    entry = {
        "name": draft.name,
        "description": draft.description,
        "currency_code": draft.lines[0].amount.currency,
        "user_entered_date": draft.on.isoformat(),
        "details": details,
    }
    return _ENCODER.encode({CLASSIC_KEY: entry})


def _size(amount: Money) -> Decimal:
    return abs(Decimal(amount.to_decimal_string()))
