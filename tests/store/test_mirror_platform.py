"""The mirrored platform: customers, invoices, payments and what they are for, payouts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from fbrecon.domain.documents import CopyState, PayoutLineKind, PayoutState, PlatformState
from fbrecon.domain.ids import InvoiceId, PlatformCustomerId, PlatformInvoiceId, PlatformPaymentId
from fbrecon.domain.matching.copies import Copy
from fbrecon.domain.pages import Saved
from fbrecon.store.company import CompanyStores
from fbrecon.store.repositories.platform import PlatformMirror
from tests.fakes.samples import (
    MARKER,
    a_fee,
    a_payout,
    a_payout_line,
    a_platform_customer,
    a_platform_invoice,
    a_platform_payment,
)


@pytest.fixture
def platform(stores: CompanyStores) -> PlatformMirror:
    return stores.platform


def _at(day: int) -> datetime:
    return datetime(2026, 3, day, tzinfo=UTC)


def test_customers_come_back_as_they_were(platform: PlatformMirror) -> None:
    customers = [
        a_platform_customer("c1"),
        a_platform_customer("c2", created_at=None, external_id="", archived=True),
    ]
    assert platform.save_customers(customers[::-1]) == Saved(2, 0, 0)
    assert platform.list_customers() == customers


def test_invoices_come_back_with_their_descriptions(platform: PlatformMirror) -> None:
    invoices = [
        a_platform_invoice("i1", descriptions=("Größe “x”\n2", f"({MARKER})"), label="12"),
        replace(a_platform_invoice("i2", customer="c2", created_at=None), due_on=None),
    ]
    platform.save_invoices(invoices)
    assert platform.list_invoices() == invoices
    assert platform.list_invoices(PlatformCustomerId("c2")) == [invoices[1]]
    assert platform.list_invoices(PlatformCustomerId("c9")) == []


def test_payments_come_back_with_fees_to_the_last_decimal(platform: PlatformMirror) -> None:
    fees = [a_fee("3.605", by_customer=True), a_fee("0.10", kind="interest", name="Zinsen")]
    payments = [
        a_platform_payment("p1", "123.60", fees=fees, customer=None),
        a_platform_payment("p2", "120.10", state=PlatformState.UNKNOWN),
    ]
    platform.save_payments(payments)
    assert platform.list_payments() == payments
    found = platform.find_payment(PlatformPaymentId("p2"))
    assert found is not None
    assert str(found.total) == "120.10"
    assert platform.find_payment(PlatformPaymentId("p9")) is None


def test_payments_are_listed_oldest_first(platform: PlatformMirror) -> None:
    days = {"p1": 3, "p2": 1, "p4": 2, "p3": 2}
    platform.save_payments([a_platform_payment(n, created_at=_at(d)) for n, d in days.items()])
    assert [payment.id for payment in platform.list_payments()] == ["p2", "p3", "p4", "p1"]


def test_a_page_that_is_as_it_was_writes_nothing(stores: CompanyStores) -> None:
    def save() -> list[Saved]:
        return [
            stores.platform.save_customers([a_platform_customer()]),
            stores.platform.save_invoices([a_platform_invoice()]),
            stores.platform.save_payments([a_platform_payment()]),
            stores.platform.save_payouts([a_payout(lines=[a_payout_line("116.52")])]),
        ]

    assert save() == [Saved(1, 0, 0)] * 4
    [before] = stores.file.sql("SELECT total_changes()")
    assert save() == [Saved(0, 0, 1)] * 4
    assert stores.file.sql("SELECT total_changes()") == [before]


@pytest.mark.parametrize(
    "changed",
    [
        a_platform_payment(state=PlatformState.RETURNED),
        a_platform_payment(total="120.01"),
        a_platform_payment(sub_total="119.99"),
        a_platform_payment(fees=[a_fee("3.48")]),
        a_platform_payment(customer="c2"),
        a_platform_payment(created_at=_at(9)),
    ],
)
def test_every_change_of_a_payment_is_noticed(platform: PlatformMirror, changed: object) -> None:
    platform.save_payments([a_platform_payment()])
    assert platform.save_payments([changed]) == Saved(0, 1, 0)  # type: ignore[list-item]
    assert platform.list_payments() == [changed]


# ---- what a payment is for


def test_what_a_payment_is_for_is_remembered_once(platform: PlatformMirror) -> None:
    platform.save_payments([a_platform_payment("p1"), a_platform_payment("p2")])
    p1, p2 = PlatformPaymentId("p1"), PlatformPaymentId("p2")
    for _ in range(2):
        platform.link_payments(PlatformInvoiceId("i1"), [p1, p2])
        platform.link_payments(PlatformInvoiceId("i2"), [p1])
        platform.link_payments(PlatformInvoiceId("i3"), [])
    assert platform.allocations() == {p1: ("i1", "i2"), p2: ("i1",)}


def test_a_payment_that_nobody_stored_cannot_be_for_anything(platform: PlatformMirror) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY"):
        platform.link_payments(PlatformInvoiceId("i1"), [PlatformPaymentId("p9")])


def test_storing_a_payment_again_keeps_what_it_is_for(platform: PlatformMirror) -> None:
    platform.save_payments([a_platform_payment("p1")])
    platform.link_payments(PlatformInvoiceId("i1"), [PlatformPaymentId("p1")])
    platform.save_payments([a_platform_payment("p1", state=PlatformState.RETURNED)])
    assert platform.allocations() == {"p1": ("i1",)}


# ---- copies


def _copy(remote: str, invoice: int) -> Copy:
    return Copy(PlatformInvoiceId(remote), InvoiceId(invoice), ours=True, reason="")


def test_copies_are_found_anew_each_time(stores: CompanyStores) -> None:
    stores.platform.keep_copies([_copy("i1", 100), _copy("i2", 101)])
    stores.platform.keep_copies([_copy("i2", 102), _copy("i3", 101)])
    found = stores.file.sql("SELECT platform_invoice_id, invoice_id FROM copy ORDER BY 1")
    assert found == [("i2", 102), ("i3", 101)]
    stores.platform.keep_copies([])
    assert stores.file.sql("SELECT * FROM copy") == []


def test_copies_that_cannot_be_kept_leave_the_old_ones(stores: CompanyStores) -> None:
    stores.platform.keep_copies([_copy("i1", 100)])
    with pytest.raises(Exception, match="UNIQUE"):
        stores.platform.keep_copies([_copy("i2", 100), _copy("i2", 101)])
    assert stores.file.sql("SELECT platform_invoice_id FROM copy") == [("i1",)]


# ---- what is still open


@pytest.mark.parametrize("state", PlatformState)
def test_the_oldest_payment_that_may_still_change_is_known(
    platform: PlatformMirror, state: PlatformState
) -> None:
    is_open = state in (PlatformState.PENDING, PlatformState.UNKNOWN)
    platform.save_payments(
        [
            a_platform_payment("p1", created_at=_at(1), state=state),
            a_platform_payment("p2", created_at=_at(2), state=PlatformState.PENDING),
            a_platform_payment("p3", created_at=_at(3), state=PlatformState.PENDING),
        ]
    )
    assert platform.oldest_open_payment_at() == (_at(1) if is_open else _at(2))


def test_nothing_open_is_none(platform: PlatformMirror) -> None:
    assert platform.oldest_open_payment_at() is None
    platform.save_payments([a_platform_payment()])
    assert platform.oldest_open_payment_at() is None


# ---- payouts


def test_payouts_come_back_with_their_lines_newest_first(platform: PlatformMirror) -> None:
    lines = [
        a_payout_line("120.00"),
        a_payout_line("-3.48", None, PayoutLineKind.FEE, "t2"),
    ]
    old = a_payout("o1", lines=lines, fees=[a_fee("3.48")], created_at=_at(1))
    new = replace(a_payout("o2", created_at=_at(2)), arrival_on=None)
    unread = a_payout("o3", lines=None, created_at=_at(3), state=PayoutState.IN_TRANSIT)
    assert platform.save_payouts([old, new, unread]) == Saved(3, 0, 0)
    assert platform.list_payouts() == [unread, new, old]


def test_a_payout_without_lines_is_another_thing_than_one_whose_lines_were_not_read(
    platform: PlatformMirror,
) -> None:
    platform.save_payouts([a_payout("o1", lines=()), a_payout("o2", lines=None)])
    assert {payout.id: payout.lines for payout in platform.list_payouts()} == {
        "o1": (),
        "o2": None,
    }


def test_lines_of_a_payout_are_replaced_when_they_change(platform: PlatformMirror) -> None:
    first = a_payout(lines=[a_payout_line("120.00"), a_payout_line("-3.48", None, name="t2")])
    second = a_payout(lines=[a_payout_line("116.52")])
    platform.save_payouts([first])
    assert platform.save_payouts([second]) == Saved(0, 1, 0)
    assert platform.list_payouts() == [second]


def test_lines_that_are_read_later_complete_the_payout(platform: PlatformMirror) -> None:
    platform.save_payouts([a_payout(lines=None)])
    whole = a_payout(lines=[a_payout_line("116.52")])
    assert platform.save_payouts([whole]) == Saved(0, 1, 0)
    assert platform.list_payouts() == [whole]


def test_sums_of_payouts_stay_exact_decimals(platform: PlatformMirror) -> None:
    platform.save_payouts([a_payout(net="0.10", gross="100.000")])
    [payout] = platform.list_payouts()
    assert (str(payout.net), str(payout.gross)) == ("0.10", "100.000")
    assert payout.gap == Decimal("0.10")


def test_an_archived_copy_comes_back_archived(platform: PlatformMirror) -> None:
    platform.save_invoices([a_platform_invoice(state=CopyState.OPEN)])
    archived = a_platform_invoice(state=CopyState.ARCHIVED)
    assert platform.save_invoices([archived]) == Saved(0, 1, 0)
    assert platform.list_invoices() == [archived]
