"""A record of ours that FreshBooks shows nowhere any more is a question, and nothing else."""

from __future__ import annotations

from fbrecon.app import as_json
from fbrecon.domain.overview import TableQuery
from tests.app.bench import Home


def _a_day_later(home: Home) -> None:
    home.clock.advance(86_400)
    home.sync()


def test_a_recorded_payment_that_is_nowhere_is_asked_about_until_it_shows_again(
    connected: Home,
) -> None:
    connected.paid()
    connected.sync()
    (payment,) = [p for p in connected.books.payments.values() if "FBR-" in p.note]
    _a_day_later(connected)
    connected.books.lose(payment.id)
    _a_day_later(connected)
    (item,) = [i for i in connected.desk.list_attention() if i.kind == "no_longer_shown"]
    assert str(payment.id) in item.message
    assert "not recorded again" in item.message
    assert len(connected.books.payment_sends.bodies) == 1
    connected.books.payments[payment.id] = payment
    _a_day_later(connected)
    assert "no_longer_shown" not in connected.kinds()


def test_an_invoice_that_is_nowhere_and_still_asked_for_is_asked_about(connected: Home) -> None:
    invoice = connected.books.add_invoice(10_000)
    connected.sync()
    _a_day_later(connected)
    connected.books.lose(invoice)
    _a_day_later(connected)
    (item,) = [i for i in connected.desk.list_attention() if i.kind == "archive_there"]
    assert "no longer shows the invoice" in item.message
    keys = connected.desk.invoice_ids(TableQuery("number", status="deleted"))
    (row,) = connected.desk.invoice_rows(keys)
    shown = as_json.invoice(row)
    assert (shown["vis_state"], shown["no_longer_shown"]) == ("deleted", True)
    assert connected.platform.archived == []


def test_a_paid_invoice_that_is_nowhere_is_asked_about(connected: Home) -> None:
    invoice, _ = connected.paid()
    connected.sync()
    _a_day_later(connected)
    connected.books.lose(invoice)
    _a_day_later(connected)
    assert "no_longer_shown" in connected.kinds()


def test_what_nothing_of_ours_hangs_on_asks_nobody(connected: Home) -> None:
    invoice = connected.books.add_invoice(10_000)
    payment = connected.books.pay_by_hand(invoice, 10_000)
    connected.sync()
    _a_day_later(connected)
    connected.books.lose(payment)
    _a_day_later(connected)
    assert connected.kinds() == []
    run = connected.desk.list_runs(1)[0]
    assert run.outcome == "ok"
    assert "1 record no longer shown by FreshBooks" in run.sentence
    assert "1 no longer shown" in run.daily
