"""The platform in memory and the real adaptor before the sandbox, held to the same contract."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from fbrecon.cancelling import Cancel
from fbrecon.domain.documents import Method, PlatformState
from fbrecon.domain.ids import PayoutId, PlatformPaymentId
from fbrecon.platforms.alternative_payments import AlternativePayments
from fbrecon.sandbox.options import Dialect, SandboxOptions
from fbrecon.sandbox.server import Sandbox
from fbrecon.sync.progress import CancelToken
from tests.contract.platform_contract import START, PlatformContract, PlatformScene
from tests.fakes.fake_clock import FakeClock
from tests.fakes.fake_platform import FakePlatform
from tests.fakes.platform_bench import FakeClock as StillClock
from tests.fakes.platform_bench import Patience


class FakeScene:
    """The platform in memory."""

    def __init__(self) -> None:
        self.clock = FakeClock(START)
        self.words: dict[str, str] = {}
        self.platform = FakePlatform(self.clock, words=self.words)
        self.cancel: Cancel = CancelToken()

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
        return self.platform.pay(
            invoice,
            amount=amount,
            method=method,
            state=state,
            customer_fee=customer_fee,
            merchant_fee=merchant_fee,
        )

    def turn(self, payment: str, state: PlatformState) -> None:
        self.platform.set_state(payment, state)

    def call_it(self, payment: str, word: str) -> None:
        self.platform.edit_payment(payment, raw_state=word)

    def explain(self, word: str, state: PlatformState) -> None:
        self.words[word] = state.value

    def pay_out(self, *payments: str) -> PayoutId:
        return self.platform.pay_out(*payments)

    def advance(self, seconds: int) -> None:
        self.clock.advance(seconds)


class SandboxScene:
    """The adaptor at an empty sandbox; customers and banks are played through its controls."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.words: dict[str, str] = {}
        key = sandbox.announcement["platform"]
        clock = StillClock()
        self.cancel: Cancel = Patience(clock)
        self.platform = AlternativePayments(
            sandbox.announcement["platform_api"],
            key["client_id"],
            key["client_secret"],
            clock,
            learned=self.words,
            patience=self.cancel,
        )

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
        by_customer = Decimal(customer_fee) != 0
        how: dict[str, Any] = {
            "invoice": invoice,
            "fee": Decimal(customer_fee if by_customer else merchant_fee),
            "fee_paid_by": "customer" if by_customer else "merchant",
        }
        if amount is not None:
            how["amount"] = Decimal(amount)
        in_words = self.sandbox.options.dialect == "b"
        # A mark by hand comes with a word of its own, or with none at all.
        if method is (Method.NONE if in_words else Method.UNKNOWN):
            how["dashboard"] = True
        else:
            words = {Method.OTHER: "wire", Method.NONE: "manual", Method.UNKNOWN: "unspecified"}
            how["method"] = words.get(method, method.value)
        if state is PlatformState.PENDING:
            how["status"] = "processing"
        return PlatformPaymentId(self.sandbox.control("pay", **how)["payment_id"])

    def turn(self, payment: str, state: PlatformState) -> None:
        control, more = {
            PlatformState.FAILED: ("fail", {}),
            PlatformState.RETURNED: ("return", {}),
            PlatformState.DISPUTED: ("return", {"kind": "chargeback"}),
            PlatformState.REFUNDED: ("refund", {}),
        }[state]
        self.sandbox.control(control, payment_id=payment, **more)

    def call_it(self, payment: str, word: str) -> None:
        self.sandbox.control("edit", kind="platform_payment", id=payment, status=word)

    def explain(self, word: str, state: PlatformState) -> None:
        self.words[word] = state.value

    def pay_out(self, *payments: str) -> PayoutId:
        return PayoutId(self.sandbox.control("payout", payment_ids=list(payments))["payout_id"])

    def advance(self, seconds: int) -> None:
        self.sandbox.control("advance", seconds=seconds)


class TestFakePlatform(PlatformContract):
    """The fake."""

    @pytest.fixture
    def scene(self) -> PlatformScene:
        return FakeScene()


class TestAlternativePaymentsAtTheSandbox(PlatformContract):
    """The real adaptor, in both of the platform's dialects."""

    @pytest.fixture(params=["a", "b"])
    def scene(self, request: pytest.FixtureRequest) -> Iterator[PlatformScene]:
        dialect: Dialect = request.param
        options = SandboxOptions(
            scenario="empty", dialect=dialect, now=START, platform_rate_limit=10_000
        )
        with Sandbox(options) as sandbox:
            scene = SandboxScene(sandbox)
            yield scene
            scene.platform.close()
