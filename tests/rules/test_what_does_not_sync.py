"""The first copy, and what is left alone on purpose."""

from __future__ import annotations

from datetime import timedelta

from fbrecon.app.views import ConnectionState, HistoryState
from tests.rules.conftest import SetStage
from tests.rules.stage import NOW, Stage


def test_the_first_sync_is_pending_until_all_history_is_here_then_connected(
    set_stage: SetStage,
) -> None:
    stage = set_stage(scenario="small-business", invoices=60)
    before = stage.desk.status()
    assert before.freshbooks is ConnectionState.PENDING
    assert before.last_12_months is before.all_history is HistoryState.WAITING
    stage.sync()
    after = stage.desk.status()
    assert after.freshbooks is ConnectionState.CONNECTED
    assert after.last_12_months is after.all_history is HistoryState.DONE
    assert after.counts["invoices"] == len(stage.books.invoices)


def test_deposits_and_fees_are_off_until_they_are_switched_on(stage: Stage) -> None:
    invoice = stage.invoice("100.00")
    stage.sync()
    stage.pay(invoice)
    stage.hourly()
    stage.control("payout")
    before = stage.writes()
    for _ in range(2):
        stage.hourly()
    assert stage.desk.setting("record_deposits") == "off"
    assert stage.writes() == before, "a payout writes nothing"
    (payout,) = stage.desk.list_payouts()
    assert str(payout.gross) == "100.00 USD"
    assert (str(payout.fees), str(payout.net)) == ("3.20 USD", "96.80 USD")
    assert stage.kinds() == []


def test_putting_away_deleting_and_pdfs_do_not_sync_in_either_direction(stage: Stage) -> None:
    customer = stage.customer()
    invoice = stage.invoice("100.00", customer=customer)
    stage.sync()
    stage.pay(invoice)
    stage.hourly()
    before = stage.writes()
    books_before = stage.state()["freshbooks"]
    # On the platform: its invoice and its customer are put away.
    copy = stage.copy(invoice)
    stage.control("archive", kind="platform_invoice", id=copy["id"])
    stage.sandbox.state.platform.customers[copy["customer_id"]].archived = True
    stage.hourly()
    assert stage.state()["freshbooks"] == books_before
    # In the books: the customer is put away, the paid invoice too.
    stage.control("archive", kind="client", id=str(customer))
    stage.control("archive", kind="invoice", id=str(invoice))
    stage.hourly()
    assert stage.writes() == before
    assert not any("pdf" in visit["path"] for visit in stage.state()["requests"])
    assert stage.kinds() == []


def test_payments_before_the_connection_are_approved_by_range_with_the_sum_shown(
    stage: Stage,
) -> None:
    invoices = [stage.invoice(amount) for amount in ("10.00", "20.00", "30.00")]
    stage.sync()
    for days, invoice in zip((9, 8, 2), invoices, strict=True):
        payment = stage.pay(invoice, method="ach")
        stage.sandbox.state.platform.payments[payment].created_at -= timedelta(days=days)
    stage.sync(full=True)
    waiting = stage.attention("payment_waits")
    assert [row.message.split(" on ")[0] for row in waiting] == [
        "Payment of 10.00 USD",
        "Payment of 20.00 USD",
        "Payment of 30.00 USD",
    ]
    until = NOW.date() - timedelta(days=5)
    old = [row for row in stage.payments() if row.paid_on < until]
    for row in old:
        stage.desk.approve(row.id)
    stage.hourly()
    assert [stage.recorded(invoice) for invoice in invoices] == [["10.00"], ["20.00"], []]
