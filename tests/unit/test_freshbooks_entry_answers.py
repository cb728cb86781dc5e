"""What an answer to a new journal entry proves: its shape is not documented everywhere."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from fbrecon.domain.ids import LedgerAccountId
from fbrecon.domain.money import Money
from fbrecon.domain.posting import OutcomeClass
from fbrecon.domain.postings import EntryDraft, EntryLine, EntryWay
from fbrecon.freshbooks.ledger_judging import judge_entry
from fbrecon.freshbooks.ledger_render import render_entry

MARKER = "FBR-0123456789ABCDEF"
DRAFT = EntryDraft(
    "Payout",
    f"Payout po_1 · {MARKER}",
    date(2026, 11, 9),
    (
        EntryLine(LedgerAccountId("uuid-bank"), Money(9_710, "USD")),
        EntryLine(LedgerAccountId("uuid-cash"), Money(-9_710, "USD")),
    ),
)
BODY = render_entry(DRAFT, EntryWay.NEWER, None)


def _judge(**told: Any) -> OutcomeClass:
    answer = {"id": 7, "description": DRAFT.description, **told}
    outcome = judge_entry(BODY, json.dumps({"manualJournalEntry": answer}).encode(), 200)
    assert outcome is not None
    return outcome.kind


@pytest.mark.parametrize(
    "day",
    [
        {"year": 2026, "month": 11, "day": 9},
        {"year": "2026", "month": "11", "day": "09"},
        "2026-11-09",
        "2026-11-09T00:00:00Z",
        "9 Nov",
        {},
        None,
    ],
)
def test_the_same_day_in_any_form_is_the_same_day(day: object) -> None:
    assert _judge(userEnteredDate=day) is OutcomeClass.APPLIED


@pytest.mark.parametrize("day", [{"year": 2026, "month": 11, "day": 8}, "2026-11-08"])
def test_another_day_is_not_as_sent(day: object) -> None:
    assert _judge(userEnteredDate=day) is OutcomeClass.APPLIED_DIFFERENT
