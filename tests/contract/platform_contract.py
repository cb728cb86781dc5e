"""What sync relies on the platform for. The fake and the real adaptor must both hold it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Protocol, TypeVar

import pytest

from fbrecon.cancelling import Cancel
from fbrecon.domain.documents import CopyState, Method, PayoutLineKind, PlatformState
from fbrecon.domain.ids import PayoutId, PlatformCustomerId, PlatformInvoiceId, PlatformPaymentId
from fbrecon.domain.money import Money
from fbrecon.domain.pages import Page
from fbrecon.domain.posting import OutcomeClass
from fbrecon.platforms.port import CopyDraft, CopyLine, CustomerDraft, Platform
from fbrecon.sync.progress import Cancelled, CancelToken

R = TypeVar("R")
START = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
DUE = date(2026, 4, 1)


class PlatformScene(Protocol):
    """The platform, and what customers and banks do. It begins empty, at `START`."""

    @property
    def platform(self) -> Platform: ...

    @property
    def cancel(self) -> Cancel:
        """A token whose waits take no time."""
        ...

    def pay(
        self,
        invoice: str,
        amount: str | None = None,
        *,
        method: Method = Method.CARD,
        state: PlatformState = PlatformState.SUCCEEDED,
        customer_fee: str = "0",
        merchant_fee: str = "0",
    ) -> PlatformPaymentId:
        """A customer pays; `amount` is what comes off the invoice, all of it by default."""
        ...

    def turn(self, payment: str, state: PlatformState) -> None:
        """The bank or the merchant takes a payment back, or it fails."""
        ...

    def call_it(self, payment: str, word: str) -> None:
        """The platform calls the payment's state by that word."""
        ...

    def explain(self, word: str, state: PlatformState) -> None:
        """The person says what the word means."""
        ...

    def pay_out(self, *payments: str) -> PayoutId: ...
    def advance(self, seconds: int) -> None: ...


def _rows(pages: Iterable[Page[R]]) -> list[R]:
    return [row for page in pages for row in page.records]


class PlatformContract:
    """Subclasses give a `scene` fixture."""

    # ---- helpers over the port itself

    def _customer(self, scene: PlatformScene, external_id: str = "fb-7") -> PlatformCustomerId:
        body = scene.platform.render_customer(CustomerDraft(external_id, "Acme", "a@example.com"))
        made = scene.platform.send_customer(body)
        assert made.kind is OutcomeClass.APPLIED, made.summary
        return PlatformCustomerId(made.remote_id)

    def _invoice(
        self, scene: PlatformScene, customer: str, *minors: int, currency: str = "USD"
    ) -> PlatformInvoiceId:
        lines = tuple(
            CopyLine(f"Invoice 7, line {n}", Money(minor, currency))
            for n, minor in enumerate(minors or (10_000,), 1)
        )
        draft = CopyDraft(PlatformCustomerId(customer), "7", DUE, lines)
        made = scene.platform.send_invoice(scene.platform.render_invoice(draft))
        assert made.kind is OutcomeClass.APPLIED, made.summary
        return PlatformInvoiceId(made.remote_id)

    def _paid(self, scene: PlatformScene, *minors: int) -> tuple[str, PlatformInvoiceId]:
        customer = self._customer(scene)
        return customer, self._invoice(scene, customer, *minors)

    # ---- customers and invoices

    def test_a_customer_is_found_again_by_our_own_id(self, scene: PlatformScene) -> None:
        made = {self._customer(scene, f"fb-{n}"): f"fb-{n}" for n in range(3)}
        rows = _rows(scene.platform.iter_customers(scene.cancel))
        ours = {row.id: row.external_id for row in rows if row.external_id}
        assert ours == made

    def test_our_own_id_is_taken_once(self, scene: PlatformScene) -> None:
        self._customer(scene)
        body = scene.platform.render_customer(CustomerDraft("fb-7", "Somebody else", ""))
        assert scene.platform.send_customer(body).kind is OutcomeClass.REFUSED

    def test_an_invoice_keeps_its_sum_customer_and_descriptions(self, scene: PlatformScene) -> None:
        customer = self._customer(scene)
        made = self._invoice(scene, customer, 10_000, 250, -1)
        found = scene.platform.find_invoice(made)
        assert found is not None
        assert (found.total, found.customer_id) == (Money(10_249, "USD"), customer)
        assert found.state is CopyState.OPEN
        assert found.descriptions == tuple(f"Invoice 7, line {n}" for n in (1, 2, 3))
        assert _rows(scene.platform.iter_invoices(scene.cancel)) == [found]

    def test_invoices_are_listed_by_customer(self, scene: PlatformScene) -> None:
        one, two = self._customer(scene, "fb-1"), self._customer(scene, "fb-2")
        first, second = self._invoice(scene, one), self._invoice(scene, two)
        for customer, invoice in ((one, first), (two, second)):
            pages = scene.platform.iter_invoices(CancelToken(), customer_id=customer)
            assert [row.id for row in _rows(pages)] == [invoice]

    def test_an_invoice_of_nobody_is_refused(self, scene: PlatformScene) -> None:
        line = CopyLine("Invoice 7", Money(100, "USD"))
        draft = CopyDraft(PlatformCustomerId("nobody"), "7", DUE, (line,))
        made = scene.platform.send_invoice(scene.platform.render_invoice(draft))
        assert made.kind is OutcomeClass.REFUSED
        assert _rows(scene.platform.iter_invoices(scene.cancel)) == []

    def test_the_same_body_twice_is_two_invoices(self, scene: PlatformScene) -> None:
        customer = self._customer(scene)
        assert self._invoice(scene, customer) != self._invoice(scene, customer)

    def test_archiving_is_done_once_and_again(self, scene: PlatformScene) -> None:
        _, invoice = self._paid(scene)
        for _ in range(2):
            assert scene.platform.archive_invoice(invoice).kind is OutcomeClass.APPLIED
        found = scene.platform.find_invoice(invoice)
        assert found is not None
        assert found.state is CopyState.ARCHIVED

    def test_what_was_never_there_is_none(self, scene: PlatformScene) -> None:
        assert scene.platform.find_invoice(PlatformInvoiceId("nothing")) is None
        assert scene.platform.find_payout(PayoutId("nothing")) is None

    def test_a_cancel_ends_the_walk(self, scene: PlatformScene) -> None:
        cancel = CancelToken()
        cancel.cancel()
        with pytest.raises(Cancelled):
            list(scene.platform.iter_customers(cancel))

    # ---- payments

    def test_payments_are_listed_by_when_they_were_made(self, scene: PlatformScene) -> None:
        _, invoice = self._paid(scene)
        early = scene.pay(invoice, "10.00")
        scene.advance(3 * 86_400)
        late = scene.pay(invoice, "20.00")

        def listed(since: timedelta, until: timedelta | None) -> set[str]:
            end = None if until is None else START + until
            return {
                p.id for p in _rows(scene.platform.iter_payments(START + since, end, scene.cancel))
            }

        assert listed(timedelta(days=-1), None) == {early, late}
        assert listed(timedelta(days=1), None) == {late}
        assert listed(timedelta(days=-1), timedelta(days=1)) == {early}

    def test_an_invoice_tells_its_payments(self, scene: PlatformScene) -> None:
        customer, first = self._paid(scene)
        second = self._invoice(scene, customer)
        paid = {
            first: {scene.pay(first, "10.00"), scene.pay(first, "5.00")},
            second: {scene.pay(second)},
        }
        for invoice, payments in paid.items():
            rows = scene.platform.list_payments_of_invoice(invoice, scene.cancel)
            assert {row.id for row in rows} == payments
            assert {row.customer_id for row in rows} == {customer}

    def test_an_invoice_paid_in_full_is_paid(self, scene: PlatformScene) -> None:
        _, invoice = self._paid(scene, 10_000)
        scene.pay(invoice)
        found = scene.platform.find_invoice(invoice)
        assert found is not None
        assert found.state is CopyState.PAID
        assert found.total == Money(10_000, "USD")

    def test_fees_are_told_apart_by_who_bears_them(self, scene: PlatformScene) -> None:
        _, invoice = self._paid(scene, 10_000)
        scene.pay(invoice, "60.00", customer_fee="3.20")
        scene.pay(invoice, "40.00", merchant_fee="1.25")
        one, two = sorted(
            scene.platform.list_payments_of_invoice(invoice, scene.cancel),
            key=lambda p: -p.sub_total,
        )
        assert (one.total, one.sub_total) == (Decimal("63.20"), Decimal(60))
        assert (one.customer_fees, one.merchant_fees) == (Decimal("3.20"), Decimal(0))
        assert (two.total, two.sub_total) == (Decimal(40), Decimal(40))
        assert (two.customer_fees, two.merchant_fees) == (Decimal(0), Decimal("1.25"))
        assert one.adds_up
        assert two.adds_up
        assert one.taken_off("USD") == Money(6_000, "USD")

    @pytest.mark.parametrize("method", list(Method))
    def test_methods_are_told_apart(self, scene: PlatformScene, method: Method) -> None:
        _, invoice = self._paid(scene)
        scene.pay(invoice, method=method)
        (row,) = scene.platform.list_payments_of_invoice(invoice, scene.cancel)
        assert row.method is method

    @pytest.mark.parametrize(
        "state",
        [
            PlatformState.FAILED,
            PlatformState.RETURNED,
            PlatformState.DISPUTED,
            PlatformState.REFUNDED,
        ],
    )
    def test_what_becomes_of_a_payment_is_told(
        self, scene: PlatformScene, state: PlatformState
    ) -> None:
        _, invoice = self._paid(scene)
        payment = scene.pay(invoice)
        (before,) = scene.platform.list_payments_of_invoice(invoice, scene.cancel)
        scene.turn(payment, state)
        (after,) = scene.platform.list_payments_of_invoice(invoice, scene.cancel)
        assert (before.state, after.state) == (PlatformState.SUCCEEDED, state)
        assert (after.id, after.total, after.created_at) == (
            before.id,
            before.total,
            before.created_at,
        )

    def test_a_payment_under_way_is_pending(self, scene: PlatformScene) -> None:
        _, invoice = self._paid(scene)
        scene.pay(invoice, method=Method.ACH, state=PlatformState.PENDING)
        (row,) = scene.platform.list_payments_of_invoice(invoice, scene.cancel)
        assert row.state is PlatformState.PENDING

    def test_a_word_is_unknown_until_the_person_explains_it(self, scene: PlatformScene) -> None:
        _, invoice = self._paid(scene)
        payment = scene.pay(invoice)
        scene.call_it(payment, "settling")
        (row,) = scene.platform.list_payments_of_invoice(invoice, scene.cancel)
        assert (row.state, row.raw_state) == (PlatformState.UNKNOWN, "settling")
        scene.explain("settling", PlatformState.PENDING)
        (row,) = scene.platform.list_payments_of_invoice(invoice, scene.cancel)
        assert row.state is PlatformState.PENDING

    # ---- payouts

    def test_a_payout_is_whole_once_its_lines_are_read(self, scene: PlatformScene) -> None:
        _, invoice = self._paid(scene, 10_000)
        one = scene.pay(invoice, "60.00", merchant_fee="2.00")
        two = scene.pay(invoice, "40.00", merchant_fee="1.00")
        made = scene.pay_out(one, two)
        (listed,) = _rows(scene.platform.iter_payouts(None, scene.cancel))
        assert (listed.id, listed.lines) == (made, None)
        assert (listed.gross, listed.net) == (Decimal(100), Decimal(97))
        whole = scene.platform.read_payout_lines(listed, scene.cancel)
        assert whole.lines is not None
        assert whole.gap == 0
        payments = [x for x in whole.lines if x.kind is PayoutLineKind.PAYMENT]
        assert {x.payment_id: x.amount for x in payments} == {one: Decimal(60), two: Decimal(40)}
        fees = [x.amount for x in whole.lines if x.kind is PayoutLineKind.FEE]
        assert sum(fees) == Decimal(-3)

    def test_old_payouts_need_not_be_asked_for_again(self, scene: PlatformScene) -> None:
        _, invoice = self._paid(scene)
        scene.pay_out(scene.pay(invoice))
        later = START + timedelta(days=3)
        assert _rows(scene.platform.iter_payouts(later, scene.cancel)) == []
        assert len(_rows(scene.platform.iter_payouts(START, scene.cancel))) == 1

    def test_the_connection_is_checked_and_counted(self, scene: PlatformScene) -> None:
        before = scene.platform.requests_made
        scene.platform.check_connection()
        assert scene.platform.requests_made > before
