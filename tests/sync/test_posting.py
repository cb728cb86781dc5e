"""Recording what the platform collected: once, as collected, where nothing speaks against it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest

from fbrecon.domain.documents import InvoiceStatus, Method, Visibility
from fbrecon.domain.posting import OutcomeClass, PostingState
from tests.fakes.send_script import Fault
from tests.sync.bench import WRITES, Bench

S = PostingState


def test_what_was_collected_is_recorded_with_amount_date_type_and_marker(bench: Bench) -> None:
    invoice, payment = bench.paid(12_345)
    report = bench.sync()
    (recorded,) = bench.recorded(invoice)
    assert str(recorded.amount) == "123.45 USD"
    assert recorded.paid_on == bench.clock.now().date()
    assert recorded.method == "Credit Card"
    assert payment in recorded.note
    assert recorded.note.endswith(bench.marker(payment, invoice))
    assert bench.intent().state is S.VERIFIED
    assert bench.intent().remote_id == str(recorded.id)
    assert report.postings == {"posted": 1, "adopted": 0, "held": 0, "uncertain": 0, "failed": 0}
    assert report.exit_code == 0


def test_a_second_sync_records_nothing_more(bench: Bench) -> None:
    invoice, _ = bench.paid()
    bench.sync()
    sent = len(bench.books.payment_sends.bodies)
    for _ in range(3):
        bench.advance(minutes=5)
        report = bench.sync()
        assert report.postings["posted"] == report.postings["adopted"] == 0
    assert sent == len(bench.books.payment_sends.bodies) == 1
    assert len(bench.recorded(invoice)) == 1


@pytest.mark.parametrize(
    ("method", "kind"), [(Method.CARD, "Credit Card"), (Method.ACH, "ACH"), (Method.OTHER, "Other")]
)
def test_the_method_becomes_the_type_in_the_books(bench: Bench, method: Method, kind: str) -> None:
    invoice = bench.open_invoice()
    bench.platform.pay(bench.copy_of(invoice), method=method)
    bench.sync()
    assert [p.method for p in bench.recorded(invoice)] == [kind]


def test_a_fee_that_the_customer_covers_is_not_taken_off_the_invoice(bench: Bench) -> None:
    invoice, _ = bench.paid(10_000, customer_fee="3.20")
    bench.sync()
    assert [p.amount.minor for p in bench.recorded(invoice)] == [10_000]


def test_a_part_payment_leaves_the_rest_open(bench: Bench) -> None:
    invoice, _ = bench.paid(10_000, amount="40.00")
    bench.sync()
    assert bench.books.invoices[invoice].outstanding.minor == 6_000
    bench.platform.pay(bench.copy_of(invoice), amount="60.00")
    bench.sync()
    assert bench.states() == [S.VERIFIED, S.VERIFIED]
    assert bench.books.invoices[invoice].status is InvoiceStatus.PAID


def test_a_sign_in_that_ends_between_looking_and_sending_costs_a_second_look_and_no_wait(
    bench: Bench,
) -> None:
    invoice, _ = bench.paid()
    log: list[str] = []
    bench.books.on_read = lambda what, which: log.append(what)
    bench.books.payment_sends.on_send = lambda body: log.append("send")
    bench.books.payment_sends.plan(Fault.RENEWED)
    report = bench.sync(WRITES)
    first = log.index("send")
    assert log[first - 2 : first + 4] == ["invoice", "scan", "send"] * 2
    assert report.exit_code == 0
    assert bench.states() == [S.VERIFIED]
    assert len(bench.recorded(invoice)) == 1


@pytest.mark.loud
def test_a_sign_in_that_is_refused_right_after_its_renewal_waits_for_the_next_sync(
    bench: Bench,
) -> None:
    invoice, _ = bench.paid()
    bench.books.payment_sends.plan(*[Fault.RENEWED] * 2)
    bench.sync(WRITES)
    assert bench.states() == [S.APPROVED]
    assert len(bench.books.payment_sends.bodies) == 2
    bench.advance(minutes=2)
    bench.sync(WRITES)
    assert bench.states() == [S.VERIFIED]
    assert len(bench.recorded(invoice)) == 1


# ---- durable before the first byte


def test_the_intent_is_durable_before_the_first_byte_leaves(bench: Bench) -> None:
    seen: list[list[tuple[object, ...]]] = []

    def look_from_outside(body: bytes) -> None:
        seen.append(
            bench.ask_file("SELECT state, body_sha256, attempts FROM intent WHERE kind = 'payment'")
        )
        assert seen[-1] == [("sending", hashlib.sha256(body).hexdigest(), 1)]

    bench.paid()
    bench.books.payment_sends.on_send = look_from_outside
    bench.sync()
    assert len(seen) == 1


def test_the_same_bytes_are_sent_again(bench: Bench) -> None:
    bench.paid()
    bench.books.payment_sends.plan(Fault.LOST_BEFORE, Fault.LOST_BEFORE)
    bench.sync()
    bench.settle(8)
    bodies = bench.books.payment_sends.bodies
    assert len(bodies) == 3
    assert len(set(bodies)) == 1
    assert bench.states() == [S.VERIFIED]


def test_it_looks_before_every_send_also_before_the_first(bench: Bench) -> None:
    bench.paid()
    log: list[str] = []
    bench.books.on_read = lambda what, which: log.append(what)
    bench.books.payment_sends.on_send = lambda body: log.append("send")
    bench.books.payment_sends.plan(Fault.LOST_BEFORE)
    bench.sync(WRITES)
    bench.settle(4)
    sends = [place for place, what in enumerate(log) if what == "send"]
    assert len(sends) == 2
    for place in sends:
        assert log[place - 2 : place] == ["invoice", "scan"]


# ---- what each answer means


@pytest.mark.loud
@pytest.mark.parametrize(
    ("fault", "state", "there"),
    [
        (None, S.VERIFIED, 1),
        (Fault.LOST_AFTER, S.VERIFIED, 1),
        (Fault.LOST_BEFORE, S.UNCERTAIN, 0),
        (Fault.LATE, S.UNCERTAIN, 0),
        (Fault.REFUSED, S.REFUSED, 0),
        (Fault.WAIT, S.APPROVED, 0),
        (Fault.SIGN_IN, S.APPROVED, 0),
    ],
)
def test_each_answer_leads_to_its_state(
    bench: Bench, fault: Fault | None, state: PostingState, there: int
) -> None:
    invoice, _ = bench.paid()
    bench.books.payment_sends.plan(fault)
    bench.sync()
    assert bench.states() == [state]
    assert len(bench.recorded(invoice)) == there


@pytest.mark.parametrize(
    ("fault", "counted"),
    [
        (None, "posted"),
        (Fault.LOST_AFTER, "posted"),
        (Fault.LOST_BEFORE, "uncertain"),
        (Fault.REFUSED, "failed"),
    ],
)
def test_each_answer_is_counted_once(bench: Bench, fault: Fault | None, counted: str) -> None:
    bench.paid()
    bench.books.payment_sends.plan(fault)
    report = bench.sync()
    assert {name for name, count in report.postings.items() if count} == {counted}
    assert report.postings[counted] == 1


def test_every_attempt_is_kept_with_its_answer(bench: Bench) -> None:
    bench.paid()
    bench.books.payment_sends.plan(Fault.LOST_BEFORE)
    bench.sync()
    bench.settle()
    attempts = bench.stores.outbox.list_attempts(bench.intent().key)
    assert [(a.number, a.phase, a.outcome) for a in attempts] == [
        (1, "begin", ""),
        (1, "end", OutcomeClass.AMBIGUOUS),
        (2, "begin", ""),
        (2, "end", OutcomeClass.APPLIED),
    ]


@pytest.mark.loud
def test_being_asked_to_wait_puts_the_send_off_for_as_long(bench: Bench) -> None:
    invoice, _ = bench.paid()
    bench.books.payment_sends.plan(Fault.WAIT)
    report = bench.sync()
    assert (report.outcome, report.exit_code) == ("partial", 4)
    bench.advance(seconds=119)
    bench.sync()
    assert len(bench.books.payment_sends.bodies) == 1
    bench.advance(seconds=2)
    bench.sync()
    assert len(bench.recorded(invoice)) == 1


@pytest.mark.loud
def test_a_sign_in_that_is_no_longer_accepted_ends_the_sending(bench: Bench) -> None:
    for invoice in (bench.open_invoice(), bench.open_invoice()):
        bench.platform.pay(bench.copy_of(invoice))
    bench.books.payment_sends.plan(Fault.SIGN_IN)
    report = bench.sync()
    assert len(bench.books.payment_sends.bodies) == 1
    assert report.outcome == "partial"
    assert bench.last_engine is not None
    assert set(bench.last_engine.sign_in_problems) == {"freshbooks"}


def test_a_payment_recorded_smaller_is_a_discrepancy_and_never_sent_again(bench: Bench) -> None:
    invoice, _ = bench.paid(10_000)

    def somebody_is_quicker(body: bytes) -> None:
        bench.books.pay_by_hand(invoice, 7_500)

    bench.books.payment_sends.on_send = somebody_is_quicker
    report = bench.sync()
    assert bench.states() == [S.DISCREPANCY]
    assert report.postings["failed"] == 1
    bench.books.payment_sends.on_send = None
    bench.settle()
    assert len(bench.books.payment_sends.bodies) == 1


@pytest.mark.loud
def test_one_invoice_that_cannot_be_read_does_not_stop_the_others(bench: Bench) -> None:
    odd, good = bench.open_invoice(), bench.open_invoice()
    for invoice in (odd, good):
        bench.platform.pay(bench.copy_of(invoice))
    bench.books.odd["invoices", odd] = "its sum cannot be read"
    report = bench.sync()
    assert [p.invoice_id for p in bench.books.payments.values()] == [good]
    assert bench.states() == [S.APPROVED, S.VERIFIED]
    assert "its sum cannot be read" in bench.intents()[0].evidence[-1].text
    assert (report.outcome, report.postings["posted"]) == ("partial", 1)
    bench.books.odd.clear()
    bench.sync()
    assert bench.states() == [S.VERIFIED, S.VERIFIED]


# ---- what speaks against it


def test_an_equal_payment_in_the_books_is_asked_about(bench: Bench) -> None:
    invoice, _ = bench.paid(10_000, amount="40.00")
    by_hand = bench.books.pay_by_hand(invoice, 4_000)
    report = bench.sync()
    intent = bench.intent()
    assert intent.state is S.HELD
    assert intent.hold == f"alike:{by_hand}"
    assert str(by_hand) in intent.reason
    assert report.postings["held"] == 1
    assert bench.books.payment_sends.bodies == []


def test_a_payment_that_freshbooks_may_have_cut_is_asked_about(bench: Bench) -> None:
    """Ours from another computer: its rest became a credit, and a person tidied up its note."""
    invoice, _ = bench.paid(10_000, amount="40.00")
    cut = bench.books.pay_by_hand(invoice, 0)
    bench.books.edit_payment(cut, overpayment_id=9_001)
    bench.sync()
    intent = bench.intent()
    assert (intent.state, intent.hold) == (S.HELD, f"alike:{cut}")
    assert "0.00 USD, whose rest became a credit" in intent.reason
    assert bench.books.payment_sends.bodies == []


@pytest.mark.parametrize("days", [4, -4])
def test_an_equal_payment_of_another_week_is_another_payment(bench: Bench, days: int) -> None:
    invoice, _ = bench.paid(10_000, amount="40.00")
    bench.books.pay_by_hand(invoice, 4_000, bench.clock.now().date() + timedelta(days=days))
    bench.sync()
    assert bench.states() == [S.VERIFIED]


def test_more_than_is_outstanding_is_never_sent(bench: Bench) -> None:
    invoice, _ = bench.paid(10_000)
    bench.books.pay_by_hand(invoice, 1)
    bench.sync()
    assert bench.intent().state is S.HELD
    assert "99.99 USD is outstanding" in bench.intent().reason
    assert bench.books.payment_sends.bodies == []


def test_a_deleted_invoice_takes_no_payment(bench: Bench) -> None:
    invoice, _ = bench.paid()
    bench.books.delete_invoice(invoice)
    bench.sync()
    assert bench.intent().state is S.HELD
    assert "deleted" in bench.intent().reason
    assert bench.books.payment_sends.bodies == []


@pytest.mark.parametrize(
    ("changes", "hold"),
    [
        ({"status": InvoiceStatus.DRAFT}, "draft"),
        ({"visibility": Visibility.ARCHIVED}, "archived"),
    ],
)
def test_a_draft_or_archived_invoice_is_asked_about(
    bench: Bench, changes: dict[str, object], hold: str
) -> None:
    invoice, _ = bench.paid()
    bench.books.edit_invoice(invoice, **changes)  # type: ignore[arg-type]
    bench.sync()
    assert (bench.intent().state, bench.intent().hold) == (S.HELD, hold)
    assert bench.books.payment_sends.bodies == []


def test_an_invoice_that_is_gone_takes_no_payment(bench: Bench) -> None:
    invoice, _ = bench.paid()
    del bench.books.invoices[invoice]
    bench.sync()
    assert bench.intent().state is S.HELD
    assert bench.books.payment_sends.bodies == []


def test_another_currency_takes_no_payment(bench: Bench) -> None:
    invoice, payment = bench.paid(10_000)
    bench.change_rules(auto_post=False)
    bench.sync()
    eur = bench.books.invoices[bench.books.add_invoice(10_000, currency="EUR")]
    bench.books.invoices[invoice] = replace(eur, id=invoice)
    bench.stores.outbox.move(bench.intent(), S.APPROVED, "A person approved it.")
    bench.sync()
    assert bench.intent().state is S.HELD
    assert "EUR" in bench.intent().reason
    assert bench.books.payment_sends.bodies == []
    assert payment in bench.intent().key.source


def test_an_incomplete_list_of_payments_sends_nothing(bench: Bench) -> None:
    bench.paid()
    bench.books.claims_more = 3
    bench.sync()
    assert bench.intent().state is S.HELD
    assert "counts more payments" in bench.intent().reason
    assert bench.books.payment_sends.bodies == []
