"""The adaptor against the sandbox, in both of the platform's dialects."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from fbrecon.clock import SystemClock
from fbrecon.domain.documents import (
    CopyState,
    Method,
    Payout,
    PayoutLineKind,
    PayoutState,
    PlatformPayment,
    PlatformState,
)
from fbrecon.domain.ids import PayoutId, PlatformCustomerId, PlatformInvoiceId, PlatformPaymentId
from fbrecon.domain.money import Money
from fbrecon.domain.posting import OutcomeClass
from fbrecon.errors import Refused, SignInAgain, Unreachable
from fbrecon.platforms.alternative_payments import AlternativePayments
from fbrecon.platforms.port import CopyDraft, CopyLine, CustomerDraft
from fbrecon.sandbox.options import Dialect, SandboxOptions
from fbrecon.sandbox.server import Sandbox
from tests.fakes.platform_bench import FakeClock, Patience

START = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)


@dataclass
class Floor:
    """An empty platform, one customer on it, and the adaptor."""

    sandbox: Sandbox
    platform: AlternativePayments
    patience: Patience
    learned: dict[str, str]
    customer: PlatformCustomerId

    def put(self, *minors: int, number: str = "7", currency: str = "USD") -> PlatformInvoiceId:
        lines = tuple(
            CopyLine(f"Invoice {number}, line {n}", Money(minor, currency))
            for n, minor in enumerate(minors, start=1)
        )
        draft = CopyDraft(self.customer, number, date(2026, 4, 1), lines)
        outcome = self.platform.send_invoice(self.platform.render_invoice(draft))
        assert outcome.kind is OutcomeClass.APPLIED, outcome.summary
        return PlatformInvoiceId(outcome.remote_id)

    def pay(self, invoice: str, **more: Any) -> PlatformPaymentId:
        answer = self.sandbox.control("pay", invoice=invoice, **more)
        return PlatformPaymentId(answer["payment_id"])

    def payments(self) -> dict[str, PlatformPayment]:
        since = self.sandbox.state.clock.now() - timedelta(days=1)
        pages = list(self.platform.iter_payments(since, None, self.patience))
        assert not [odd for page in pages for odd in page.odd]
        return {row.id: row for page in pages for row in page.records}

    def payout(self, **more: Any) -> Payout:
        identity = self.sandbox.control("payout", **more)["payout_id"]
        found = self.platform.find_payout(PayoutId(identity))
        assert found is not None
        return found


@pytest.fixture(params=["a", "b"])
def floor(request: pytest.FixtureRequest) -> Iterator[Floor]:
    dialect: Dialect = request.param
    options = SandboxOptions(
        scenario="empty", dialect=dialect, now=START, platform_rate_limit=10_000
    )
    with Sandbox(options) as sandbox:
        key = sandbox.announcement["platform"]
        clock = FakeClock()
        patience = Patience(clock)
        learned: dict[str, str] = {}
        platform = AlternativePayments(
            sandbox.announcement["platform_api"],
            key["client_id"],
            key["client_secret"],
            clock,
            learned=learned,
            patience=patience,
        )
        draft = CustomerDraft("fb-7", "Acme & Søn", "a@example.com")
        made = platform.send_customer(platform.render_customer(draft))
        assert made.kind is OutcomeClass.APPLIED, made.summary
        customer = PlatformCustomerId(made.remote_id)
        yield Floor(sandbox, platform, patience, learned, customer)
        platform.close()


def test_the_connection_is_checked(floor: Floor) -> None:
    floor.platform.check_connection()


def test_a_wrong_key_is_not_accepted(floor: Floor) -> None:
    url = floor.sandbox.announcement["platform_api"]
    wrong = AlternativePayments(url, "someone", "else", FakeClock(), patience=floor.patience)
    with pytest.raises(SignInAgain):
        wrong.check_connection()
    wrong.close()


def test_a_customer_is_found_again_by_our_own_id(floor: Floor) -> None:
    rows = [row for page in floor.platform.iter_customers(floor.patience) for row in page.records]
    (ours,) = [row for row in rows if row.external_id == "fb-7"]
    assert (ours.id, ours.name) == (floor.customer, "Acme & Søn")


def test_a_second_customer_of_the_same_id_is_refused(floor: Floor) -> None:
    body = floor.platform.render_customer(CustomerDraft("fb-7", "Acme", ""))
    outcome = floor.platform.send_customer(body)
    assert outcome.kind is OutcomeClass.REFUSED
    assert "already used" in outcome.summary


def test_an_invoice_comes_back_cent_for_cent(floor: Floor) -> None:
    identity = floor.put(10000, 250, -1)
    invoice = floor.platform.find_invoice(identity)
    assert invoice is not None
    assert invoice.total == Money(10249, "USD")
    assert invoice.state is CopyState.OPEN
    assert invoice.descriptions[0] == "Invoice 7, line 1"
    assert (invoice.customer_id, invoice.due_on) == (floor.customer, date(2026, 4, 1))
    (listed,) = [
        row
        for page in floor.platform.iter_invoices(floor.patience, customer_id=floor.customer)
        for row in page.records
    ]
    assert listed == invoice


def test_canadian_dollars_stay_canadian(floor: Floor) -> None:
    invoice = floor.platform.find_invoice(floor.put(500, currency="CAD"))
    assert invoice is not None
    assert invoice.total == Money(500, "CAD")


def test_an_invoice_is_archived_once_and_again(floor: Floor) -> None:
    identity = floor.put(500)
    assert floor.platform.archive_invoice(identity).kind is OutcomeClass.APPLIED
    invoice = floor.platform.find_invoice(identity)
    assert invoice is not None
    assert invoice.state is CopyState.ARCHIVED
    assert floor.platform.archive_invoice(identity).kind is OutcomeClass.APPLIED
    gone = floor.platform.archive_invoice(PlatformInvoiceId("nobody"))
    assert gone.kind is OutcomeClass.APPLIED


def test_an_invoice_with_a_payment_under_way_is_not_archived(floor: Floor) -> None:
    identity = floor.put(500)
    floor.pay(identity, method="ach", status="processing")
    assert floor.platform.archive_invoice(identity).kind is OutcomeClass.REFUSED


def test_every_state_of_a_payment_is_known(floor: Floor) -> None:
    pay, control = floor.pay, floor.sandbox.control
    made = {state: pay(floor.put(1000)) for state in ("ok", "failed", "returned", "back", "part")}
    made["chargeback"] = pay(floor.put(1000))
    made["pending"] = pay(floor.put(1000), method="ach", status="processing")
    control("fail", payment_id=made["failed"])
    control("return", payment_id=made["returned"])
    control("return", payment_id=made["chargeback"], kind="chargeback")
    control("refund", payment_id=made["back"])
    control("refund", payment_id=made["part"], amount=Decimal("2.50"))
    found = floor.payments()
    assert {name: found[identity].state for name, identity in made.items()} == {
        "ok": PlatformState.SUCCEEDED,
        "failed": PlatformState.FAILED,
        "returned": PlatformState.RETURNED,
        "chargeback": PlatformState.DISPUTED,
        "back": PlatformState.REFUNDED,
        "part": PlatformState.REFUNDED_PART,
        "pending": PlatformState.PENDING,
    }


def test_methods_are_told_apart_and_marking_by_hand_is_a_word_or_none_at_all(floor: Floor) -> None:
    made = {
        Method.CARD: floor.pay(floor.put(1000), method="card"),
        Method.ACH: floor.pay(floor.put(1000), method="ach"),
        Method.OTHER: floor.pay(floor.put(1000), method="wire"),
        Method.NONE: floor.pay(floor.put(1000), dashboard=True),
    }
    found = floor.payments()
    in_words = floor.sandbox.options.dialect == "b"
    assert [found[identity].method for identity in made.values()] == [
        Method.CARD,
        Method.ACH,
        Method.OTHER,
        Method.NONE if in_words else Method.UNKNOWN,
    ]


def test_a_fee_that_the_customer_covers_stays_out_of_what_is_taken_off(floor: Floor) -> None:
    invoice = floor.put(10000)
    identity = floor.pay(invoice, fee=Decimal("3.20"), fee_paid_by="customer")
    payment = floor.payments()[identity]
    assert payment.total == Decimal("103.2")
    assert payment.adds_up
    assert payment.taken_off("USD") == Money(10000, "USD")


def test_payments_are_linked_through_their_invoice(floor: Floor) -> None:
    first, second = floor.put(1000), floor.put(2000)
    one, two = floor.pay(first, amount=Decimal("4.00")), floor.pay(first)
    floor.pay(second)
    rows = floor.platform.list_payments_of_invoice(first, floor.patience)
    assert {row.id for row in rows} == {one, two}
    assert sum(row.sub_total for row in rows) == 10


def test_a_word_that_nobody_explained_is_unknown_until_the_person_answers(floor: Floor) -> None:
    identity = floor.pay(floor.put(1000))
    floor.sandbox.state.platform.payments[identity].raw_status = "PS_SETTLING"
    payment = floor.payments()[identity]
    assert (payment.state, payment.raw_state) == (PlatformState.UNKNOWN, "PS_SETTLING")
    floor.learned["PS_SETTLING"] = "pending"
    assert floor.payments()[identity].state is PlatformState.PENDING


def test_a_payout_is_the_exact_sum_of_its_lines(floor: Floor) -> None:
    plain = floor.pay(floor.put(10000), fee=Decimal("3.20"))
    covered = floor.pay(floor.put(5000), fee=Decimal("1.75"), fee_paid_by="customer")
    payout = floor.payout()
    assert payout.lines is None
    whole = floor.platform.read_payout_lines(payout, floor.patience)
    assert whole.lines is not None
    assert whole.gap == 0
    assert (whole.gross, whole.net, whole.state) == (
        Decimal(150),
        Decimal("146.8"),
        PayoutState.PAID,
    )
    payments = {line.payment_id: line.amount for line in whole.lines if line.kind == "payment"}
    assert payments == {plain: Decimal(100), covered: Decimal(50)}
    fees = [line.amount for line in whole.lines if line.kind is PayoutLineKind.FEE]
    assert fees == [Decimal("-3.2")]


def test_returns_refunds_and_their_fees_are_lines_of_a_later_payout(floor: Floor) -> None:
    first, second = floor.pay(floor.put(10000)), floor.pay(floor.put(2000))
    floor.payout()
    floor.sandbox.control("return", payment_id=first)
    floor.sandbox.control("refund", payment_id=second, amount=Decimal("5.00"))
    floor.sandbox.control("adjust", amount=Decimal("-1.25"), description="Correction")
    floor.pay(floor.put(1000))
    whole = floor.platform.read_payout_lines(floor.payout(), floor.patience)
    assert whole.lines is not None
    assert whole.gap == 0
    assert whole.net < 0
    kinds = {(line.kind, line.payment_id) for line in whole.lines if line.amount < 0}
    assert (PayoutLineKind.RETURN, first) in kinds
    assert (PayoutLineKind.REFUND, second) in kinds
    assert {kind for kind, payment in kinds if payment is None} >= {PayoutLineKind.ADJUSTMENT}
    assert Decimal(-15) in [line.amount for line in whole.lines]


@pytest.mark.parametrize("kind", ["403", "404"])
def test_a_payout_whose_lines_cannot_be_read_has_none(floor: Floor, kind: str) -> None:
    floor.pay(floor.put(1000))
    payout = floor.payout()
    floor.sandbox.control("fault", match="/transactions", kind=kind)
    assert floor.platform.read_payout_lines(payout, floor.patience).lines is None


def test_payouts_are_listed_from_the_day_before(floor: Floor) -> None:
    floor.pay(floor.put(1000))
    payout = floor.payout()
    pages = list(floor.platform.iter_payouts(payout.created_at, floor.patience))
    assert [row for page in pages for row in page.records] == [payout]
    later = payout.created_at + timedelta(days=3)
    pages = list(floor.platform.iter_payouts(later, floor.patience))
    assert [row for page in pages for row in page.records] == []


def test_a_list_of_several_pages_is_read_whole_and_once(floor: Floor) -> None:
    invoice = floor.put(1_000_000)
    made = {floor.pay(invoice, amount=1) for _ in range(205)}
    since = floor.sandbox.state.clock.now() - timedelta(days=1)
    pages = list(floor.platform.iter_payments(since, None, floor.patience))
    rows = [row.id for page in pages for row in page.records]
    assert [len(page.records) for page in pages] == [100, 100, 5]
    assert len(rows) == 205
    assert set(rows) == made


def test_one_odd_row_is_set_aside_and_the_others_are_read(floor: Floor) -> None:
    invoice = floor.put(10000)
    made = {floor.pay(invoice, amount=1) for _ in range(3)}
    floor.sandbox.control("fault", match="GET /payments", kind="odd_row")
    since = floor.sandbox.state.clock.now() - timedelta(days=1)
    (page,) = floor.platform.iter_payments(since, None, floor.patience)
    assert len(page.records) + len(page.odd) == 3
    assert len(page.odd) == 1
    assert {row.id for row in page.records} < made


def test_an_expired_token_is_replaced_and_nobody_notices(floor: Floor) -> None:
    floor.platform.check_connection()
    floor.sandbox.control("advance", seconds=7200)
    floor.platform.check_connection()


@pytest.mark.parametrize("kind", ["reset_before", "500", "502_html", "truncated"])
def test_a_read_outlives_passing_trouble(floor: Floor, kind: str) -> None:
    floor.sandbox.control("fault", match="GET /customers", kind=kind, times=2)
    list(floor.platform.iter_customers(floor.patience))


def test_lasting_trouble_is_said_to_be_out_of_reach(floor: Floor) -> None:
    floor.sandbox.control("fault", match="GET /customers", kind="503", times=-1)
    with pytest.raises(Unreachable):
        list(floor.platform.iter_customers(floor.patience))


@pytest.mark.parametrize(
    ("kind", "outcome", "made"),
    [
        ("reset_before", OutcomeClass.AMBIGUOUS, 0),
        ("reset_after", OutcomeClass.AMBIGUOUS, 1),
        ("truncated", OutcomeClass.AMBIGUOUS, 1),
        ("500", OutcomeClass.AMBIGUOUS, 0),
        ("500_after", OutcomeClass.AMBIGUOUS, 1),
        ("502_html", OutcomeClass.AMBIGUOUS, 0),
        ("html", OutcomeClass.AMBIGUOUS, 0),
        ("408", OutcomeClass.AMBIGUOUS, 0),
        ("429", OutcomeClass.NOT_APPLIED, 0),
        # Without the platform's own error body it may be anybody's.
        ("400", OutcomeClass.AMBIGUOUS, 0),
        ("401", OutcomeClass.AMBIGUOUS, 0),
    ],
)
def test_a_send_that_goes_wrong_is_sent_once_and_never_called_what_it_is_not(
    floor: Floor, kind: str, outcome: OutcomeClass, made: int
) -> None:
    line = CopyLine("Invoice 7", Money(1234, "USD"))
    body = floor.platform.render_invoice(CopyDraft(floor.customer, "7", date(2026, 4, 1), (line,)))
    floor.sandbox.control("fault", match="POST /invoices", kind=kind)
    got = floor.platform.send_invoice(body)
    assert got.kind is outcome, got.summary
    assert len(floor.sandbox.state.platform.invoices) == made


def test_what_the_platform_refuses_is_refused(floor: Floor) -> None:
    body = json.dumps(
        {
            "customer_id": "nobody",
            "currency": "USD",
            "due_date": "2026-04-01",
            "line_items": [{"description": "x", "amount": 1, "quantity": 1}],
        }
    )
    outcome = floor.platform.send_invoice(body.encode())
    assert outcome.kind is OutcomeClass.REFUSED
    assert "customer_id" in outcome.summary


def test_a_forbidden_list_is_named(floor: Floor) -> None:
    floor.sandbox.control("fault", match="GET /payouts", kind="403")
    with pytest.raises(Refused) as refused:
        list(floor.platform.iter_payouts(None, floor.patience))
    assert "payouts" in refused.value.message


def test_the_pace_keeps_within_the_limit_of_the_platform() -> None:
    options = SandboxOptions(scenario="empty", now=START)
    with Sandbox(options) as sandbox:
        key = sandbox.announcement["platform"]
        platform = AlternativePayments(
            sandbox.announcement["platform_api"],
            key["client_id"],
            key["client_secret"],
            SystemClock(),
        )
        for _ in range(3):
            platform.check_connection()
        platform.close()
        statuses = [visit.status for visit in sandbox.state.visits]
    assert statuses == [200] * 10
