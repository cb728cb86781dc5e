"""The made-up desk's papers: a preview of two writes, and the receipt of a payment."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from fbrecon.app.papers import (
    BalanceChange,
    InvoiceChange,
    Preview,
    PreviewedWrite,
    Receipt,
    ReceiptStep,
    UndoItem,
    UndoPlan,
    Waiting,
)
from fbrecon.domain.money import Money
from fbrecon.sync.progress import CancelToken, ProgressFn

from . import sample_books as books
from .fake_log import FakeLog

_DUE = Money(12_000, "USD")
_ZERO = Money.zero("USD")
_FUNDS = "reckoned from the payments recorded in the books; not read from the ledger"


def make_preview() -> Preview:
    """One payment to record, one copy to put on the platform, one payment that waits."""
    return Preview(
        token="c0ffee",
        as_of=books.NOW - timedelta(minutes=4),
        writes=(
            PreviewedWrite(
                "payment",
                "pay_p1",
                "Record 120.00 USD on invoice 20250002 of Harbour Bakery, paid 2026-03-02 by card",
                "The platform says which invoice it is for, and the sums agree.",
                _DUE,
                "yes",
                "The payment will be deleted in FreshBooks; its invoice is open again then.",
                InvoiceChange(
                    "20250002", "inv_900002", "Harbour Bakery", _DUE, _ZERO, "open", "paid"
                ),
            ),
            PreviewedWrite(
                "platform_customer",
                "cus_7",
                "Put customer Kestrel Freight on the platform",
                "It has an open invoice.",
                None,
                "no",
                "A customer stays on the platform. Archive it in the platform's dashboard.",
                None,
            ),
        ),
        waiting=(Waiting("pay_p2", "Payment of 80.00 USD", "FreshBooks has one like it."),),
        balances=(
            BalanceChange("Undeposited Funds", "undeposited_funds", _ZERO, _DUE, _FUNDS),
            BalanceChange("Checking", "bank", _ZERO, _ZERO, "fbrecon has written no entry to it"),
        ),
        note="",
    )


def make_receipt(item: str = "pay_p1") -> Receipt:
    """A payment that was sent once and read back."""
    at = books.NOW - timedelta(minutes=30)
    steps = (
        ("intended", "The platform says which invoice it is for.", "fbrecon", 0),
        ("read", "Read before sending: 0 payments on the invoice, 120.00 USD outstanding.", "", 0),
        ("sent", "Attempt 1 begins.", "schedule", 0),
        ("answered", "Recorded. FreshBooks has it as payment 9001.", "schedule", 201),
        ("read back", "Read back: payment 9001, 120.00 USD, as written.", "schedule", 0),
    )
    return Receipt(
        item=item,
        kind="payment",
        subject="Payment of 120.00 USD on invoice 20250002",
        state="verified",
        reason="Read back: payment 9001, 120.00 USD, as written.",
        business="Harbour & Pine Studio",
        customer="Harbour Bakery",
        invoice_number="20250002",
        amount=_DUE,
        paid_on=date(2026, 3, 2),
        platform="alternative_payments",
        platform_payment_id="p1",
        freshbooks_payment_id="9001",
        marker="FBR-0123456789ABCDEF",
        link="https://my.freshbooks.com/#/invoice/900002",
        body_sha256="ab" * 32,
        attempts=1,
        intended_at=at,
        steps=tuple(
            ReceiptStep(at + timedelta(seconds=n), what, text, who, status)
            for n, (what, text, who, status) in enumerate(steps)
        ),
    )


def make_undo() -> UndoPlan:
    """A payment that can be taken back, and a customer that cannot."""
    return UndoPlan(
        "run_41",
        (
            UndoItem(
                "act_7",
                "pay_p1",
                "payment",
                "Payment of 120.00 USD on invoice 20250002",
                _DUE,
                "9001",
                "verified",
                "The payment will be deleted in FreshBooks; its invoice is open again then.",
                possible=True,
                changed=False,
            ),
            UndoItem(
                "act_6",
                "act_6",
                "platform_customer",
                "Kestrel Freight",
                None,
                "c1",
                "verified",
                "A customer stays on the platform. Archive it in the platform's dashboard.",
                possible=False,
                changed=False,
            ),
        ),
    )


class FakePapers(FakeLog):
    """The part of the fake desk that hands out papers."""

    the_preview: Preview
    the_undo: UndoPlan

    def preview(self) -> Preview:
        """As the test says."""
        self._ask("preview")
        return self.the_preview

    def receipts(self, public_id: str) -> list[Receipt]:
        """One, for whatever is asked for."""
        self._ask("receipts", public_id)
        return [replace(make_receipt(), item=public_id)]

    def plan_undo(self, public_id: str, cancel: CancelToken) -> UndoPlan:
        """As the test says."""
        self._ask("plan_undo", public_id)
        cancel.raise_if_cancelled()
        return replace(self.the_undo, item=public_id)

    def undo(self, public_id: str, cancel: CancelToken, report: ProgressFn) -> UndoPlan:
        """Everything that is possible is taken back."""
        self._ask("undo", public_id)
        del cancel, report
        items = tuple(
            replace(item, state="undone", possible=False, words="Payment 9001 was taken back.")
            if item.possible
            else item
            for item in self.the_undo.items
        )
        return UndoPlan(public_id, items)

    def take_back_decision(self) -> str:
        """Whatever it was."""
        self._ask("take_back_decision")
        return "Taken back: it waits for your decision again."

    def save_receipts(self, public_id: str, path: Path, language: str = "en") -> None:
        """Only remember that it was asked for."""
        self._ask("save_receipts", public_id, path, language)
