"""What FreshBooks forbids altogether is named apart from what it refuses for what it is."""

from __future__ import annotations

from fbrecon.app.payout_findings import payout_findings
from fbrecon.domain.intents import NewIntent
from fbrecon.domain.posting import (
    IntentKey,
    OutcomeClass,
    PostingState,
    WriteKind,
    WriteOutcome,
)
from tests.app.bench import Home
from tests.fakes.send_script import Fault


def test_a_role_that_may_not_record_payments_has_its_own_next_step(connected: Home) -> None:
    _, payment = connected.paid()
    connected.books.payment_sends.plan(Fault.FORBIDDEN)
    connected.sync()
    (item,) = connected.desk.list_attention()
    assert item.kind == "role_too_small"
    assert item.actions[:2] == ("connect_freshbooks", "approve")
    assert "owner" in item.hint
    connected.desk.approve(item.id)
    connected.sync()
    assert connected.kinds() == []
    (row,) = connected.desk.payment_rows([f"pay_{payment}"])
    assert row.posting_state == "verified"


def test_a_payment_refused_for_what_it_is_says_what_to_put_right(connected: Home) -> None:
    connected.paid()
    connected.books.payment_sends.plan(Fault.REFUSED)
    connected.sync()
    assert connected.kinds() == ["payment_refused"]


def test_a_refusal_counts_as_it_was_answered_last(connected: Home) -> None:
    connected.paid()
    connected.books.payment_sends.plan(Fault.FORBIDDEN, Fault.REFUSED)
    connected.sync()
    (item,) = connected.desk.list_attention()
    connected.desk.approve(item.id)
    connected.sync()
    assert connected.kinds() == ["payment_refused"]


def test_a_plan_without_journal_entries_is_named_apart(connected: Home) -> None:
    company = connected.desk.company
    outbox = company.stores.outbox
    for source, status in (("p:1", 403), ("p:2", 422)):
        key = IntentKey(company.business.account_id, WriteKind.JOURNAL_ENTRY, source, "payout")
        new = NewIntent(key, "Payout", source, b"{}", PostingState.APPROVED, "It arrived.")
        sending = outbox.begin_send(outbox.add(new))
        answer = WriteOutcome(OutcomeClass.REFUSED, "It says no.", http_status=status)
        outbox.end_send(sending, answer, PostingState.REFUSED, "It says no.")
    found = list(payout_findings(company))
    assert [item.kind for item in found] == ["entries_not_allowed", "payout_held"]
    assert "plan" in found[0].hint
    assert found[0].actions == ("approve", "dismiss")
