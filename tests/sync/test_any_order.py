"""Whatever happens, in whatever order: what was collected is recorded once, or one is asked."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from fbrecon.domain.documents import PlatformState, Visibility
from fbrecon.domain.ids import PlatformPaymentId
from fbrecon.domain.money import Money
from fbrecon.domain.posting import SETTLED, PostingState, WriteKind
from tests.fakes.send_script import Fault
from tests.sync.bench import ALL_POINTS, WRITES, Bench, Crash, crash_at

S = PostingState
SCALE = float(os.environ.get("FBRECON_TEST_SCALE", "1"))
LOSSES = st.lists(st.sampled_from([Fault.LOST_BEFORE, Fault.LOST_AFTER, Fault.LATE]), max_size=2)
AMOUNTS = st.sampled_from([1_000, 4_000, 10_000])


class Company(RuleBasedStateMachine):
    """One company, two services, a bad network, people who interfere, a clock that jumps."""

    invoices = Bundle("invoices")
    payments = Bundle("payments")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="fbrecon-any-order-"))
        self.bench = Bench(self.folder)
        self.bench.books.payment_sends.late_by = 250.0
        self.deleted: set[int] = set()

    def teardown(self) -> None:
        try:
            self._come_to_rest()
        finally:
            self.bench.stores.close()
            shutil.rmtree(self.folder)

    # ---- the world

    @rule(target=invoices, minor=AMOUNTS)
    def bill(self, minor: int) -> int:
        return self.bench.open_invoice(minor)

    @rule(target=payments, invoice=invoices, part=st.sampled_from([1, 2, 4]))
    def collect(self, invoice: int, part: int) -> str:
        """The platform takes all or a part of what its copy is over; the books may differ."""
        copies = [c for c in self.bench.platform.invoices.values() if self._is_copy(c.id, invoice)]
        if not copies:
            return ""
        amount = Money(copies[0].total.minor // part, "USD").to_decimal_string()
        return self.bench.platform.pay(copies[0].id, amount=amount)

    @rule(payment=consumes(payments), state=st.sampled_from(["returned", "refunded", "disputed"]))
    def send_back(self, payment: str, state: str) -> None:
        if payment:
            self.bench.platform.set_state(payment, PlatformState(state))

    @rule(invoice=invoices, minor=AMOUNTS)
    def edit(self, invoice: int, minor: int) -> None:
        if self.bench.books.invoices[invoice].paid.minor <= minor:
            self.bench.books.edit_invoice(invoice, minor)

    @rule(invoice=invoices)
    def delete(self, invoice: int) -> None:
        self.bench.books.delete_invoice(invoice)

    @rule(invoice=invoices, minor=st.sampled_from([500, 1_000, 2_500, 4_000]))
    def book_by_hand(self, invoice: int, minor: int) -> None:
        self.bench.books.pay_by_hand(invoice, minor)

    @rule(pick=st.integers(0, 9))
    def delete_a_payment(self, pick: int) -> None:
        live = [p for p in self.bench.books.payments.values() if p.visibility == "active"]
        if live:
            self.deleted.add(live[pick % len(live)].id)
            self.bench.books.delete_payment(live[pick % len(live)].id)

    # ---- the program

    @rule(losses=LOSSES, deep=st.booleans(), minutes=st.sampled_from([0, 5, 20]))
    def sync(self, losses: list[Fault], deep: bool, minutes: int) -> None:
        self.bench.advance(minutes=minutes)
        self.bench.books.payment_sends.plan(*losses)
        self.bench.sync(deep=deep)

    @rule(point=st.sampled_from(ALL_POINTS), nth=st.integers(1, 3), losses=LOSSES)
    def crash(self, point: str, nth: int, losses: list[Fault]) -> None:
        self.bench.books.payment_sends.plan(*losses)
        try:
            self.bench.sync(crash=crash_at(point, nth))
        except Crash:
            self.bench.restart()

    @rule(minutes=st.sampled_from([-25 * 60, -10, 10, 25 * 60]))
    def set_the_clock(self, minutes: int) -> None:
        self.bench.clock.jump(60 * minutes)

    @rule()
    def restart(self) -> None:
        self.bench.restart()

    # ---- what must hold at every moment

    @invariant()
    def no_marker_stands_on_two_live_payments(self) -> None:
        for intent in self.bench.intents():
            assert len(self.bench.books.live_with(intent.marker)) <= 1

    @invariant()
    def what_is_called_recorded_is_there(self) -> None:
        for intent in self.bench.stores.outbox.list_intents([WriteKind.PAYMENT], SETTLED):
            there = self.bench.books.payments[int(intent.remote_id or 0)]
            assert there.amount == intent.amount
            assert there.invoice_id == int(intent.key.leg)
            assert there.visibility is Visibility.ACTIVE or there.id in self.deleted

    @invariant()
    def nothing_is_recorded_that_was_not_collected(self) -> None:
        for payment in self.bench.books.payments.values():
            if "recorded by fbrecon" in payment.note:
                assert payment.note.split()[2] in self.bench.platform.payments

    # ---- and in the end

    def _come_to_rest(self) -> None:
        for _ in range(12):
            self.bench.settle(2)
            self.bench.sync(deep=True)
            if not {S.UNCERTAIN, S.APPROVED, S.SENDING} & set(self.bench.states()):
                break
        self.no_marker_stands_on_two_live_payments()
        self.what_is_called_recorded_is_there()
        matched = {match.payment_id for match in self.bench.stores.decisions.matches()}
        told = {n.payment_id for n in self.bench.not_proposed if n.reason}
        for payment in self.bench.platform.payments.values():
            if payment.state is not PlatformState.SUCCEEDED:
                continue
            intents = [i for i in self.bench.intents() if i.source_id == payment.id]
            ended = {*SETTLED, S.HELD, S.REFUSED, S.DISCREPANCY, S.UNDONE, S.PROPOSED}
            assert all(i.state in ended and i.reason for i in intents)
            assert intents or PlatformPaymentId(payment.id) in matched | told
        before = len(self.bench.books.payment_sends.bodies)
        self.bench.sync(WRITES)
        assert len(self.bench.books.payment_sends.bodies) == before

    def _is_copy(self, copy: str, invoice: int) -> bool:
        number = self.bench.books.invoices[invoice].number
        texts = self.bench.platform.invoices[copy].descriptions
        return any(f"Invoice {number}" in text for text in texts)


TestAnyOrder = Company.TestCase
TestAnyOrder.settings = settings(max_examples=max(5, int(12 * SCALE)), stateful_step_count=16)
