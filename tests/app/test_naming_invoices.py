"""A person names the invoice of a payment that only a file tells of."""

from __future__ import annotations

from contextlib import suppress

import pytest

from fbrecon.app.views import TableQuery
from fbrecon.errors import NotFound, Refused
from tests.app.bench import Home
from tests.app.payment_files import bring, number_of, row, sent, told


def test_a_person_may_name_another_invoice_before_it_is_sent(alone: Home) -> None:
    first = alone.books.add_invoice(10_000)
    second = alone.books.add_invoice(20_000)
    bring(alone, told(alone, number=number_of(alone, first)))
    alone.sync()
    for invoice in (second, first, second):
        alone.desk.approve("pay_ch_1", f"inv_{invoice}")
    alone.sync()
    (payment,) = alone.books.payments.values()
    assert payment.invoice_id == second
    with pytest.raises(Refused, match="decided about already"):
        alone.desk.approve("pay_ch_1", f"inv_{first}")


def test_naming_an_invoice_can_be_taken_back(alone: Home) -> None:
    first, _ = alone.books.add_invoice(10_000), alone.books.add_invoice(10_000)
    bring(alone, told(alone))
    alone.sync()
    alone.desk.approve("pay_ch_1", f"inv_{first}")
    alone.desk.take_back_decision()
    alone.sync()
    assert row(alone).posting_state == "proposed"
    assert sent(alone) == 0


def test_only_an_invoice_that_is_there_can_be_named_and_only_for_a_payment_of_a_file(
    home: Home,
) -> None:
    home.connect()
    invoice, payment = home.paid()
    home.sync()
    with pytest.raises(Refused, match="platform itself"):
        home.desk.approve(f"pay_{payment}", f"inv_{invoice}")
    bring(home, told(home))
    with pytest.raises(NotFound, match="no such invoice"):
        home.desk.approve("pay_ch_1", "inv_999999")
    euro = home.books.add_invoice(10_000, currency="EUR")
    home.sync()
    with pytest.raises(Refused, match="different currencies"):
        home.desk.approve("pay_ch_1", f"inv_{euro}")


def test_an_invoice_is_offered_to_be_named_exactly_where_naming_it_is_not_refused(
    home: Home,
) -> None:
    home.connect()
    invoice = home.books.add_invoice(10_000)
    theirs = home.paid()[1]
    bring(
        home,
        told(home, "open", sum_="77.00"),
        told(home, "placed", number=number_of(home, invoice)),
        told(home, "failed", sum_="76.00", status="failed"),
        told(home, "no", number=number_of(home, home.books.add_invoice(1_000)), sum_="10.00"),
        told(home, "sent", number=number_of(home, home.books.add_invoice(2_000)), sum_="20.00"),
        told(home, "twin", number=number_of(home, home.books.add_invoice(3_000)), sum_="30.00"),
    )
    home.books.pay_by_hand(max(home.books.invoices), 3_000)
    home.sync()
    home.desk.dismiss("pay_no")
    home.desk.approve("pay_sent")
    home.sync()
    names = ("open", "placed", "failed", "no", "sent", "twin", theirs)
    offered = {name for name in names if row(home, name).takes_invoice}
    home.desk.change_setting("mode", "read")
    assert not any(row(home, name).takes_invoice for name in names)
    home.desk.change_setting("mode", "write")
    named = set()
    for name in names:
        with suppress(Refused):
            home.desk.approve(f"pay_{name}", f"inv_{invoice}")
            named.add(name)
    assert named == offered == {"open", "placed"}


def test_an_invoice_that_is_no_candidate_is_found_and_named(alone: Home) -> None:
    near = alone.books.add_invoice(10_000)
    euro = alone.books.add_invoice(10_000, currency="EUR")
    far = alone.books.add_invoice(50_000, customer=alone.books.add_customer("Quayside Print"))
    bring(alone, told(alone, customer="Somebody Else"))
    alone.sync()
    desk = alone.desk
    assert list(desk.owed_invoice_keys("pay_ch_1", TableQuery("left"))) == [near, far]
    for text in ("quayside", "500,00", number_of(alone, far)):
        assert list(desk.owed_invoice_keys("pay_ch_1", TableQuery("left", text=text))) == [far]
    assert euro not in desk.owed_invoice_keys("pay_ch_1", TableQuery("number"))
    desk.approve("pay_ch_1", f"inv_{far}")
    alone.sync()
    (payment,) = alone.books.payments.values()
    assert payment.invoice_id == far
    with pytest.raises(NotFound):
        desk.owed_invoice_keys("pay_nothing", TableQuery("left"))
