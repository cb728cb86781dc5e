"""The outbox: an intent is kept before it is sent, moves along the machine, and shows its work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from peewee import IntegrityError

from fbrecon.domain.intents import Attempt, Note
from fbrecon.domain.posting import OutcomeClass, PostingState, WriteKind, WriteOutcome
from fbrecon.store.company import CompanyStores
from fbrecon.store.repositories.outbox import Outbox, StaleIntentError
from tests.fakes.fake_clock import NOW, FakeClock
from tests.fakes.samples import DAY, a_key, a_new_intent, usd

S = PostingState
APPLIED = WriteOutcome(OutcomeClass.APPLIED, "201, as written", remote_id="500", http_status=201)
LOST = WriteOutcome(OutcomeClass.AMBIGUOUS, "No answer.")


@pytest.fixture
def outbox(stores: CompanyStores) -> Outbox:
    return stores.outbox


# ---- adding


def test_a_new_intent_is_kept_with_everything(outbox: Outbox, clock: FakeClock) -> None:
    intent = outbox.add(a_new_intent(state=S.HELD, reason="It is held."))
    assert outbox.get(a_key()) == intent
    assert intent.row == 1
    assert (intent.key, intent.marker, intent.kind) == (a_key(), a_key().marker, WriteKind.PAYMENT)
    assert (intent.subject, intent.target) == ("Payment on invoice INV-100", "100")
    assert (intent.amount, intent.on_date) == (usd(12000), DAY)
    assert intent.body == b'{"payment":{"amount":"120.00"}}'
    assert (intent.state, intent.reason, intent.remote_id) == (S.HELD, "It is held.", None)
    assert (intent.attempts, intent.created_at, intent.changed_at) == (0, NOW, NOW)
    assert intent.evidence == (Note(NOW, "It is held."),)
    assert intent.source_id == "p1"


def test_the_body_is_kept_byte_for_byte(outbox: Outbox) -> None:
    body = bytes(range(256))
    assert outbox.add(a_new_intent(body=body)).body == body


def test_an_intent_may_have_no_sum_and_no_day(outbox: Outbox) -> None:
    new = replace(a_new_intent(), amount=None, on_date=None)
    intent = outbox.add(new)
    assert intent.amount is None
    assert intent.on_date is None


def test_adding_the_same_key_again_changes_nothing(outbox: Outbox) -> None:
    first = outbox.add(a_new_intent())
    other = a_new_intent(state=S.HELD, body=b"other", amount=usd(1), reason="Other.")
    assert outbox.add(other) == first
    assert outbox.list_intents() == [first]


def test_intents_are_numbered_and_listed_in_the_order_they_came(outbox: Outbox) -> None:
    names = ["p3", "p1", "p2"]
    added = [outbox.add(a_new_intent(a_key(name))) for name in names]
    assert [intent.row for intent in added] == [1, 2, 3]
    assert outbox.list_intents() == added
    assert outbox.find_by_row(2) == added[1]
    assert outbox.find_by_row(4) is None


def test_intents_are_listed_by_kind_and_state(outbox: Outbox) -> None:
    paid = outbox.add(a_new_intent(a_key("p1")))
    held = outbox.add(a_new_intent(a_key("p2"), S.HELD))
    copy = outbox.add(a_new_intent(a_key("p3", kind=WriteKind.PLATFORM_INVOICE)))
    assert outbox.list_intents([WriteKind.PAYMENT]) == [paid, held]
    assert outbox.list_intents(states=[S.APPROVED]) == [paid, copy]
    assert outbox.list_intents([WriteKind.PAYMENT], [S.APPROVED, S.HELD]) == [paid, held]
    assert outbox.list_intents([WriteKind.ARCHIVE_COPY]) == []


def test_an_intent_that_is_not_there_is_none_or_a_key_error(outbox: Outbox) -> None:
    assert outbox.find(a_key()) is None
    with pytest.raises(KeyError):
        outbox.get(a_key())


# ---- sending


def test_a_send_is_begun_and_ended_with_its_attempt(outbox: Outbox, clock: FakeClock) -> None:
    sending = outbox.begin_send(outbox.add(a_new_intent()))
    assert (sending.state, sending.attempts) == (S.SENDING, 1)
    clock.advance(2)
    posted = outbox.end_send(sending, APPLIED, S.POSTED, "FreshBooks has it.")
    assert (posted.state, posted.remote_id, posted.attempts) == (S.POSTED, "500", 1)
    assert outbox.list_attempts(posted.key) == [
        Attempt(1, "begin", NOW, "", "", 0),
        Attempt(1, "end", NOW + timedelta(seconds=2), "applied", "201, as written", 201),
    ]


def test_a_begun_send_is_on_disk_before_the_first_byte_leaves(
    outbox: Outbox, stores: CompanyStores, clock: FakeClock
) -> None:
    sending = outbox.begin_send(outbox.add(a_new_intent()))
    other = CompanyStores(stores.file.path, clock)
    assert other.outbox.get(sending.key) == sending
    assert len(other.outbox.list_attempts(sending.key)) == 1
    other.close()


def test_a_second_send_has_the_next_number(outbox: Outbox, clock: FakeClock) -> None:
    intent = outbox.add(a_new_intent())
    later = clock.now() + timedelta(minutes=1)
    refused_for_now = WriteOutcome(OutcomeClass.NOT_APPLIED, "Too many requests.", http_status=429)
    intent = outbox.end_send(
        outbox.begin_send(intent), refused_for_now, S.APPROVED, "Later.", not_before=later
    )
    assert (intent.state, intent.attempts, intent.not_before) == (S.APPROVED, 1, later)
    assert intent.remote_id is None
    intent = outbox.begin_send(intent)
    assert (intent.attempts, intent.not_before) == (2, later)
    assert [(a.number, a.phase) for a in outbox.list_attempts(intent.key)] == [
        (1, "begin"),
        (1, "end"),
        (2, "begin"),
    ]


def test_what_has_no_answer_is_uncertain_since_now(outbox: Outbox, clock: FakeClock) -> None:
    sending = outbox.begin_send(outbox.add(a_new_intent()))
    clock.advance(60)
    lost = outbox.end_send(sending, LOST, S.UNCERTAIN, "No answer.")
    assert lost.uncertain_since == NOW + timedelta(seconds=60)
    assert (lost.negative_reads, lost.last_negative_at) == (0, None)


def test_negative_readings_are_counted_with_their_time(outbox: Outbox, clock: FakeClock) -> None:
    lost = outbox.end_send(outbox.begin_send(outbox.add(a_new_intent())), LOST, S.UNCERTAIN, "?")
    for count in (1, 2):
        clock.advance(300)
        lost = outbox.count_negative_read(lost, f"Not found, {count}.")
        assert (lost.state, lost.negative_reads) == (S.UNCERTAIN, count)
        assert lost.last_negative_at == clock.now()
    assert lost.reason == "?"
    assert [note.text for note in lost.evidence][-2:] == ["Not found, 1.", "Not found, 2."]


def test_when_it_becomes_uncertain_again_the_count_begins_anew(
    outbox: Outbox, clock: FakeClock
) -> None:
    lost = outbox.end_send(outbox.begin_send(outbox.add(a_new_intent())), LOST, S.UNCERTAIN, "?")
    lost = outbox.count_negative_read(lost, "Not found.")
    again = outbox.move(lost, S.APPROVED, "Once more.")
    clock.advance(900)
    lost = outbox.end_send(outbox.begin_send(again), LOST, S.UNCERTAIN, "?")
    assert (lost.negative_reads, lost.last_negative_at) == (0, None)
    assert lost.uncertain_since == clock.now()


# ---- moving


def test_a_move_keeps_why_and_when(outbox: Outbox, clock: FakeClock) -> None:
    intent = outbox.add(a_new_intent())
    clock.advance(5)
    held = outbox.move(intent, S.HELD, "Look at this.", hold="alike:7")
    assert (held.state, held.reason, held.hold) == (S.HELD, "Look at this.", "alike:7")
    assert held.changed_at == clock.now()
    assert held.created_at == NOW
    assert held.evidence[-1] == Note(clock.now(), "Look at this.")


def test_a_hold_that_a_person_waived_is_remembered(outbox: Outbox) -> None:
    intent = outbox.move(outbox.add(a_new_intent()), S.HELD, "One.", hold="alike:7")
    intent = outbox.move(intent, S.APPROVED, "Yes.", waive="alike:7")
    assert (intent.hold, intent.waived) == ("", frozenset({"alike:7"}))
    intent = outbox.move(intent, S.HELD, "Two.", hold="archived")
    intent = outbox.move(intent, S.APPROVED, "Yes.", waive="archived")
    assert intent.waived == {"alike:7", "archived"}


def test_an_adopted_record_is_remembered(outbox: Outbox) -> None:
    intent = outbox.move(outbox.add(a_new_intent()), S.ADOPTED, "It is there.", remote_id="500")
    assert intent.remote_id == "500"
    assert outbox.move(intent, S.VERIFIED, "Read back.").remote_id == "500"


def test_a_note_changes_neither_state_nor_reason(outbox: Outbox, clock: FakeClock) -> None:
    intent = outbox.add(a_new_intent())
    clock.advance(1)
    noted = outbox.note(intent, "Read before sending.")
    assert (noted.state, noted.reason) == (intent.state, intent.reason)
    assert noted.evidence == (*intent.evidence, Note(clock.now(), "Read before sending."))


def test_the_evidence_only_grows(outbox: Outbox) -> None:
    intent = outbox.add(a_new_intent(reason="One."))
    intent = outbox.note(intent, "Two.")
    intent = outbox.move(intent, S.HELD, "Three.")
    intent = outbox.move(intent, S.APPROVED, "Four.")
    assert [note.text for note in intent.evidence] == ["One.", "Two.", "Three.", "Four."]


# ---- who was quicker


def test_a_move_from_a_state_that_is_gone_is_stale_and_changes_nothing(outbox: Outbox) -> None:
    seen = outbox.add(a_new_intent())
    held = outbox.move(seen, S.HELD, "Somebody was quicker.")
    too_late: list[Callable[[], object]] = [
        lambda: outbox.move(seen, S.DROPPED, "Too late."),
        lambda: outbox.begin_send(seen),
        lambda: outbox.note(seen, "Too late."),
        lambda: outbox.refresh_unsent(seen, a_new_intent(body=b"other")),
    ]
    for late in too_late:
        with pytest.raises(StaleIntentError):
            late()
    assert outbox.get(seen.key) == held
    assert outbox.list_attempts(seen.key) == []


def test_a_move_from_an_earlier_attempt_is_stale(outbox: Outbox) -> None:
    seen = outbox.add(a_new_intent())
    not_applied = WriteOutcome(OutcomeClass.NOT_APPLIED, "No connection.")
    outbox.end_send(outbox.begin_send(seen), not_applied, S.APPROVED, "Again.")
    with pytest.raises(StaleIntentError):
        outbox.begin_send(seen)
    assert outbox.get(seen.key).state is S.APPROVED


def test_an_answer_that_comes_too_late_leaves_no_attempt_behind(outbox: Outbox) -> None:
    sending = outbox.begin_send(outbox.add(a_new_intent()))
    outbox.move(sending, S.UNCERTAIN, "The program ended while it was sent.")
    with pytest.raises(StaleIntentError):
        outbox.end_send(sending, APPLIED, S.POSTED, "Late.")
    assert [attempt.phase for attempt in outbox.list_attempts(sending.key)] == ["begin"]


# ---- one at a time, once each


def test_one_send_is_in_flight_an_account(outbox: Outbox) -> None:
    first = outbox.begin_send(outbox.add(a_new_intent(a_key("p1"))))
    second = outbox.add(a_new_intent(a_key("p2")))
    with pytest.raises(IntegrityError):
        outbox.begin_send(second)
    assert outbox.get(second.key) == second
    assert outbox.list_attempts(second.key) == []
    outbox.end_send(first, APPLIED, S.POSTED, "Done.")
    assert outbox.begin_send(second).state is S.SENDING


def test_another_account_may_send_at_the_same_time(outbox: Outbox) -> None:
    outbox.begin_send(outbox.add(a_new_intent(a_key("p1"))))
    other = outbox.add(a_new_intent(a_key("p1", account="acc-two")))
    assert outbox.begin_send(other).state is S.SENDING


def test_one_remote_record_belongs_to_one_intent_of_its_kind(outbox: Outbox) -> None:
    outbox.move(outbox.add(a_new_intent(a_key("p1"))), S.ADOPTED, "There.", remote_id="500")
    second = outbox.add(a_new_intent(a_key("p2")))
    with pytest.raises(IntegrityError):
        outbox.move(second, S.ADOPTED, "There too?", remote_id="500")
    assert outbox.get(second.key) == second
    copy = outbox.add(a_new_intent(a_key("p3", kind=WriteKind.PLATFORM_INVOICE)))
    assert outbox.move(copy, S.ADOPTED, "There.", remote_id="500").remote_id == "500"


# ---- what was not sent may still change


def test_an_intent_that_was_never_sent_takes_new_figures_under_its_key(
    outbox: Outbox, clock: FakeClock
) -> None:
    intent = outbox.add(a_new_intent(state=S.PROPOSED))
    clock.advance(1)
    new = a_new_intent(body=b"new", amount=usd(9000), reason="It changed.")
    fresh = outbox.refresh_unsent(intent, new)
    assert (fresh.body, fresh.amount, fresh.state) == (b"new", usd(9000), S.APPROVED)
    assert (fresh.row, fresh.key, fresh.marker) == (intent.row, intent.key, intent.marker)
    assert fresh.evidence[-1] == Note(clock.now(), "It changed.")


def test_an_intent_that_was_sent_is_never_refreshed(outbox: Outbox) -> None:
    not_applied = WriteOutcome(OutcomeClass.NOT_APPLIED, "No connection.")
    sent = outbox.end_send(
        outbox.begin_send(outbox.add(a_new_intent())), not_applied, S.APPROVED, "Again."
    )
    with pytest.raises(StaleIntentError):
        outbox.refresh_unsent(sent, a_new_intent(body=b"new"))
    assert outbox.get(sent.key) == sent
