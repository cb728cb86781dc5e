"""Payments that only files tell of: placed by evidence, asked about, and recorded once on a yes."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from fbrecon.domain.documents import InvoiceStatus
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.errors import FbreconError, Refused
from tests.app.bench import Home
from tests.app.payment_files import bring, number_of, row, sent, told

# ---- asked, then recorded once


@pytest.mark.parametrize("how", ["{number}", "Invoice #{number}", "{plain}", ""])
def test_with_freshbooks_alone_a_payment_is_asked_about_and_recorded_on_a_yes(
    alone: Home, how: str
) -> None:
    invoice = alone.books.add_invoice(10_000)
    number = number_of(alone, invoice)
    bring(alone, told(alone, number=how.format(number=number, plain=int(number))))
    alone.sync()
    waiting = row(alone)
    assert (waiting.state, waiting.posting_state) == ("held", "proposed")
    assert waiting.invoice_number == number
    assert alone.kinds() == ["payment_waits"]
    assert sent(alone) == 0
    alone.desk.approve("pay_ch_1")
    for _ in range(2):
        alone.sync()
    done = row(alone)
    assert (done.state, done.posting_state, sent(alone)) == ("posted", "verified", 1)
    (payment,) = alone.books.payments.values()
    assert (payment.invoice_id, str(payment.amount)) == (invoice, "100.00 USD")
    assert payment.note.startswith("Stripe ch_1 · recorded by fbrecon · FBR-")
    assert alone.kinds() == []


def test_neither_a_second_import_nor_another_computer_records_it_twice(
    alone: Home, tmp_path: Path
) -> None:
    invoice = alone.books.add_invoice(30_000)  # room for it to be recorded three times
    line = told(alone, number=number_of(alone, invoice))
    bring(alone, line)
    alone.sync()
    alone.desk.approve("pay_ch_1")
    alone.sync()
    bring(alone, line)
    alone.sync()
    other = Home(tmp_path / "other")
    other.doors = alone.doors
    other.desk = other.new_desk(None)
    other.sign_in()
    other.desk.change_setting("mode", "write")
    bring(other, line)
    for _ in range(2):
        other.sync()
    assert row(other).posting_state in ("adopted", "verified")
    assert (sent(alone), len(alone.books.payments)) == (1, 1)
    other.close()


def test_a_file_that_does_not_say_whose_payments_it_has_is_seen_through(
    alone: Home, tmp_path: Path
) -> None:
    """Recorded as Stripe's here, and told elsewhere by a table without a platform."""
    invoice = alone.books.add_invoice(30_000)
    bring(alone, told(alone, number=number_of(alone, invoice)))
    alone.sync()
    alone.desk.approve("pay_ch_1")
    alone.sync()
    other = Home(tmp_path / "other")
    other.doors = alone.doors
    other.desk = other.new_desk(None)
    other.sign_in()
    other.desk.change_setting("mode", "write")
    bring(other, told(other, number=number_of(alone, invoice), platform=""))
    other.sync()
    assert row(other).state in ("posted", "matched", "held")
    with suppress(FbreconError):
        other.desk.approve("pay_ch_1")
    other.sync()
    assert (sent(alone), len(alone.books.payments)) == (1, 1)
    other.close()


def test_the_platform_that_tells_of_it_later_doubles_nothing(home: Home) -> None:
    home.connect()
    invoice = home.books.add_invoice(30_000)
    home.sync()
    (copy,) = home.platform.invoices
    payment = home.platform.pay(copy)
    row_ = told(home, payment, number=number_of(home, invoice), sum_="300.00", platform="")
    hidden, of = home.platform.payments.pop(payment), home.platform.invoices_of.pop(payment)
    bring(home, row_)
    home.sync()
    home.desk.approve(f"pay_{payment}")
    home.sync()
    assert sent(home) == 1
    home.platform.payments[payment], home.platform.invoices_of[payment] = hidden, of
    for _ in range(2):
        home.sync()
    assert sent(home) == 1
    assert row(home, payment).state == "posted"


# ---- what is in the books already


@pytest.mark.parametrize(("days", "matched"), [(2, True), (9, True), (14, False)])
def test_an_equal_payment_by_hand_is_the_same_money_near_in_time(
    alone: Home, days: int, matched: bool
) -> None:
    invoice = alone.books.add_invoice(10_000)
    alone.books.pay_by_hand(invoice, 10_000)
    bring(alone, told(alone, number=number_of(alone, invoice), days_ago=days))
    alone.sync()
    assert (row(alone).state == "matched") is matched
    if not matched:
        assert row(alone).posting_state == "held"
        assert "Only 0.00 USD is outstanding" in row(alone).reason
    assert sent(alone) == 0


def test_while_only_reading_it_is_matched_and_otherwise_one_question_is_asked(home: Home) -> None:
    home.sign_in()
    paid, owed = home.books.add_invoice(10_000), home.books.add_invoice(20_000)
    home.books.pay_by_hand(paid, 10_000)
    rows = [
        told(home, "ch_1", number=number_of(home, paid)),
        told(home, "ch_2", number=number_of(home, owed), sum_="200.00"),
        told(home, "ch_3", number="none", sum_="77.00"),
    ]
    bring(home, *rows)
    home.sync()
    assert [row(home, f"ch_{n}").state for n in (1, 2, 3)] == ["matched", "held", "held"]
    (item,) = home.desk.list_attention()
    assert (item.kind, item.actions) == ("mode_question", ("set_mode",))
    assert "2 payments from files are not in the books" in item.message
    with pytest.raises(Refused, match="only reads"):
        home.desk.approve("pay_ch_3", f"inv_{owed}")
    home.desk.change_setting("mode", "write")
    home.sync()
    assert sorted(home.kinds()) == ["payment_held", "payment_waits"]
    assert sent(home) == 0


# ---- what does not fit


def test_what_stands_in_the_way_is_named_before_anybody_says_yes(alone: Home) -> None:
    draft = alone.books.add_invoice(10_000, status=InvoiceStatus.DRAFT)
    small = alone.books.add_invoice(5_000)
    euro = alone.books.add_invoice(10_000, currency="EUR")
    theirs = alone.books.add_invoice(10_000, customer=alone.books.add_customer("Quayside Print"))
    rows = [
        told(alone, f"ch_{place}", number=number_of(alone, invoice))
        for place, invoice in enumerate((draft, small, euro, theirs))
    ]
    bring(alone, *rows)
    alone.sync()
    reasons = [row(alone, f"ch_{place}").reason for place in range(4)]
    assert "still a draft" in reasons[0]
    assert "Only 50.00 USD is outstanding" in reasons[1]
    assert "collected in USD" in reasons[2]
    assert "in EUR" in reasons[2]
    assert "Quayside Print's" in reasons[3]
    assert {row(alone, f"ch_{place}").state for place in range(4)} == {"held"}
    assert len(alone.kinds()) == 4
    alone.sync()
    assert sent(alone) == 0


@pytest.mark.parametrize(
    ("status", "state"),
    [("failed", "failed"), ("refunded", "returned"), ("cancelled", "failed"), ("odd", "held")],
)
def test_what_was_not_collected_is_never_recorded(alone: Home, status: str, state: str) -> None:
    invoice = alone.books.add_invoice(10_000)
    bring(alone, told(alone, number=number_of(alone, invoice), status=status))
    alone.sync()
    assert (row(alone).state, row(alone).posting_state) == (state, "none")
    with pytest.raises(FbreconError):
        alone.desk.approve("pay_ch_1", f"inv_{invoice}")
    alone.sync()
    assert sent(alone) == 0


def test_a_recorded_payment_that_a_newer_file_calls_refunded_is_named(alone: Home) -> None:
    invoice = alone.books.add_invoice(10_000)
    number = number_of(alone, invoice)
    bring(alone, told(alone, number=number))
    alone.sync()
    alone.desk.approve("pay_ch_1")
    alone.sync()
    bring(alone, told(alone, number=number, status="refunded"))
    alone.sync()
    assert alone.kinds() == ["payment_failed_after_posting"]


def test_a_corrected_sum_is_asked_about_anew(alone: Home) -> None:
    invoice = alone.books.add_invoice(10_000)
    number = number_of(alone, invoice)
    bring(alone, told(alone, number=number))
    alone.sync()
    alone.desk.approve("pay_ch_1")
    bring(alone, told(alone, number=number, sum_="90.00"))
    alone.sync()
    assert row(alone).posting_state == "proposed"
    assert sent(alone) == 0
    alone.desk.approve("pay_ch_1")
    alone.sync()
    (payment,) = alone.books.payments.values()
    assert str(payment.amount) == "90.00 USD"


# ---- which invoice, where nothing names one


def test_a_newer_file_that_states_another_sum_of_a_recorded_payment_is_named(alone: Home) -> None:
    invoice = alone.books.add_invoice(10_000)
    number = number_of(alone, invoice)
    bring(alone, told(alone, number=number))
    alone.sync()
    alone.desk.approve("pay_ch_1")
    alone.sync()
    bring(alone, told(alone, number=number, sum_="90.00"))
    alone.sync()
    (item,) = alone.desk.list_attention()
    assert (item.kind, item.subject) == ("payment_differs", "pay_ch_1")
    assert "90.00 USD is stated" in item.message
    assert sent(alone) == 1
    bring(alone, told(alone, number=number))
    alone.sync()
    assert alone.kinds() == []


def test_equal_invoices_of_a_customer_are_asked_about_with_both(alone: Home) -> None:
    first, second = alone.books.add_invoice(10_000), alone.books.add_invoice(10_000)
    bring(alone, told(alone))
    alone.sync()
    assert row(alone).candidates == (f"inv_{first}", f"inv_{second}")
    assert row(alone).posting_state == "none"
    (item,) = alone.desk.list_attention()
    assert number_of(alone, second) in item.message
    alone.desk.approve("pay_ch_1", f"inv_{second}")
    assert row(alone).posting_state == "approved"
    assert alone.kinds() == []
    alone.sync()
    (payment,) = alone.books.payments.values()
    assert payment.invoice_id == second


def test_two_payments_that_fit_one_invoice_are_both_asked_about(alone: Home) -> None:
    invoice = alone.books.add_invoice(10_000)
    bring(alone, told(alone, "ch_1"), told(alone, "ch_2", days_ago=1))
    alone.sync()
    for id_ in ("ch_1", "ch_2"):
        assert row(alone, id_).candidates == (f"inv_{invoice}",)
        assert row(alone, id_).posting_state == "none"


def test_a_sum_alone_never_chooses(alone: Home) -> None:
    invoice = alone.books.add_invoice(10_000)
    bring(alone, told(alone, "ch_1", customer=""), told(alone, "ch_2", customer="Somebody Else"))
    alone.sync()
    assert [row(alone, f"ch_{n}").posting_state for n in (1, 2)] == ["none", "none"]
    assert row(alone).candidates == (f"inv_{invoice}",)


def test_what_became_doubtful_waits_no_longer_for_a_yes(alone: Home) -> None:
    alone.books.add_invoice(10_000)
    bring(alone, told(alone))
    alone.sync()
    assert row(alone).posting_state == "proposed"
    alone.books.add_invoice(10_000)
    alone.sync()
    assert row(alone).posting_state == "dropped"
    assert len(row(alone).candidates) == 2
    with pytest.raises(Refused, match="nothing to approve"):
        alone.desk.approve("pay_ch_1")
    assert sent(alone) == 0


def test_a_payment_over_several_invoices_is_split_where_it_settles_them(alone: Home) -> None:
    one, two = alone.books.add_invoice(10_000), alone.books.add_invoice(5_000)
    numbers = f"{number_of(alone, one)} {number_of(alone, two)}"
    bring(alone, told(alone, number=numbers, sum_="150.00"))
    alone.sync()
    alone.desk.approve("pay_ch_1")
    for _ in range(2):
        alone.sync()
    states = alone.desk.company.stores.outbox.list_intents([WriteKind.PAYMENT])
    assert [intent.state for intent in states] == [PostingState.VERIFIED] * 2
    assert sorted(p.amount.minor for p in alone.books.payments.values()) == [5_000, 10_000]
