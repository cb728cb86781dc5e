"""What files said: kept once, corrected, and never in the place of what the platform tells."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from fbrecon.domain.deposits import StatementLine, identify
from fbrecon.domain.documents import Method, PayoutState, PlatformState
from fbrecon.domain.ids import PayoutId, PlatformPaymentId
from fbrecon.domain.imports import ImportedPayment, ImportedPayout, Origin
from fbrecon.domain.money import Money
from fbrecon.domain.overview import TableQuery
from fbrecon.domain.pages import Saved
from fbrecon.store.company import CompanyStores
from tests.fakes.fake_clock import NOW
from tests.fakes.samples import PLATFORM, a_platform_payment


def line(minor: int, text: str = "x", day: int = 5) -> StatementLine:
    return StatementLine(date(2026, 2, day), Money(minor, "USD"), text)


def paid(name: str, gross: str = "10.00", **changes: object) -> ImportedPayment:
    values: dict[str, object] = {
        "id": PlatformPaymentId(name),
        "on": date(2026, 2, 5),
        "at": None,
        "customer": "Kestrel",
        "invoice_number": "INV-7",
        "gross": Decimal(gross),
        "fee": Decimal("0.30"),
        "fee_paid_by_customer": False,
        "currency": "USD",
        "method": Method.CARD,
        "state": PlatformState.SUCCEEDED,
        "raw_state": "succeeded",
        "payout_id": None,
    }
    return ImportedPayment(**{**values, **changes})  # type: ignore[arg-type]


def test_bank_lines_are_kept_once_and_listed_newest_first(stores: CompanyStores) -> None:
    lines = [line(100), line(100), line(-50, day=7)]
    assert stores.files.save_deposits(identify(lines)) == Saved(3, 0, 0)
    assert stores.files.save_deposits(identify([*lines, line(1, day=6)])) == Saved(1, 0, 3)
    assert [(d.on.day, d.amount.minor) for d in stores.files.list_deposits()] == [
        (7, -50),
        (6, 1),
        (5, 100),
        (5, 100),
    ]


def test_a_payment_of_a_file_is_listed_with_what_only_the_file_knows(stores: CompanyStores) -> None:
    payment = paid("p9")
    with stores.write():
        stores.platform.save_payments([payment.as_payment("UTC")])
        stores.files.keep_notes("payment", [payment.note()])
    (key,) = stores.payments.keys(PLATFORM, TableQuery("date"))
    (row,) = stores.payments.rows(PLATFORM, "UTC", [key])
    assert (str(row.amount), row.customer, row.invoice_number, row.reason) == (
        "10.00 USD",
        "Kestrel",
        "INV-7",
        "It came from a file.",
    )
    assert stores.files.currencies("payment") == {"p9": "USD"}
    assert stores.files.currencies("payout") == {}


def test_what_the_platform_wrote_since_is_the_platforms(stores: CompanyStores) -> None:
    payment = paid("p9")
    assert stores.files.origins("payment", ["p9"]) == {}
    stores.platform.save_payments([payment.as_payment("UTC")])
    assert stores.files.origins("payment", ["p9"]) == {"p9": Origin.PLATFORM}
    stores.files.keep_notes("payment", [payment.note()])
    assert stores.files.origins("payment", ["p9", "none"]) == {"p9": Origin.FILE}
    stores.platform.save_payments([a_platform_payment("p9")])
    assert stores.files.origins("payment", ["p9"]) == {"p9": Origin.PLATFORM}


@pytest.mark.parametrize(
    "change",
    [
        {"gross": Decimal("10.01")},
        {"customer": "Other"},
        {"state": PlatformState.RETURNED},
        {"fee_paid_by_customer": True},
        {"currency": "CAD"},
        {"raw_state": "back"},
    ],
)
def test_any_change_of_what_a_file_states_is_noticed(
    stores: CompanyStores, change: dict[str, Any]
) -> None:
    payment = paid("p9")
    stores.platform.save_payments([payment.as_payment("UTC")])
    assert stores.files.changed_notes("payment", [payment.note()]) == {"p9"}
    stores.files.keep_notes("payment", [payment.note()])
    assert stores.files.changed_notes("payment", [payment.note()]) == set()
    assert stores.files.changed_notes("payment", [paid("p9", **change).note()]) == {"p9"}


def test_a_mapping_is_kept_under_its_name_and_replaced(stores: CompanyStores) -> None:
    stores.files.keep_mapping("bank", "mine", "{}", NOW)
    stores.files.keep_mapping("bank", "mine", '{"a": 1}', NOW)
    stores.files.keep_mapping("payments", "mine", "{}", NOW)
    assert stores.files.mappings() == [("bank", "mine", '{"a": 1}'), ("payments", "mine", "{}")]


def test_an_open_payment_of_a_file_does_not_make_the_platform_be_read_again(
    stores: CompanyStores,
) -> None:
    payment = paid("p9", state=PlatformState.PENDING)
    stores.platform.save_payments([payment.as_payment("UTC")])
    assert stores.platform.oldest_open_payment_at() is not None
    stores.files.keep_notes("payment", [payment.note()])
    assert stores.platform.oldest_open_payment_at() is None
    assert stores.platform.list_from_files() == {"p9"}
    assert stores.platform.list_payments() == []
    assert [p.id for p in stores.platform.list_payments(from_files=True)] == ["p9"]
    stores.platform.save_payments([a_platform_payment("p9")])
    assert stores.platform.list_from_files() == set()
    assert [p.id for p in stores.platform.list_payments()] == ["p9"]


def test_a_payout_of_a_file_is_none_of_the_platforms(stores: CompanyStores) -> None:
    payout = ImportedPayout(
        PayoutId("o9"),
        date(2026, 2, 5),
        Decimal("9.70"),
        Decimal("10.00"),
        Decimal("0.30"),
        "USD",
        PayoutState.PAID,
        "paid",
        "REF",
    )
    stores.platform.save_payouts([payout.as_payout("UTC")])
    stores.files.keep_notes("payout", [payout.note()])
    assert stores.platform.list_payouts() == []
    (listed,) = stores.platform.list_payouts(from_files=True)
    assert (listed.id, listed.net, listed.arrival_on) == ("o9", Decimal("9.70"), date(2026, 2, 5))
    assert stores.files.currencies("payout") == {"o9": "USD"}
