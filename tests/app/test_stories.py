"""A record's story tells both sides and everything that happened, in order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from fbrecon.app import story_words
from fbrecon.app.imports import ImportKind, Wishes
from fbrecon.domain.documents import PlatformState
from fbrecon.domain.stories import Compared, Happening, Side, Story, in_order
from fbrecon.errors import NotFound, WrongUsage
from tests.app.bench import Home
from tests.fakes.samples import usd


def told(story: Story) -> list[tuple[str, str, str]]:
    return [(one.where.value, one.kind, one.what) for one in story.happenings]


def sides(story: Story) -> dict[str, Compared]:
    return {row.what: row for row in story.compared}


def test_an_invoice_tells_its_way_from_the_books_to_the_bank(connected: Home) -> None:
    invoice = connected.books.add_invoice(12_000)
    connected.sync()
    connected.clock.advance(60)
    payment = connected.platform.pay(*connected.platform.invoices)
    connected.sync()
    connected.clock.advance(timedelta(days=2).total_seconds())
    payout = connected.platform.pay_out(payment)
    connected.sync()
    story = connected.desk.story(f"inv_{invoice}")
    steps = told(story)
    way = [
        ("freshbooks", "invoice", "made"),
        ("platform", "platform_invoice", "verified"),
        ("platform", "payment", "collected"),
        ("freshbooks", "payment", "verified"),
        ("platform", "payout", "made"),
        ("platform", "payout", "paid"),
    ]
    assert [step for step in steps if step in way] == way
    assert sides(story)["state"].in_books == "paid"
    assert sides(story)["state"].on_platform == "paid"
    assert sides(story)["outstanding"].on_platform == usd(0)
    (link,) = story.links
    assert link.address.endswith(str(invoice))
    assert f"out_{payout}" in {one.item for one in story.happenings}


def test_a_payment_tells_both_sides_and_each_step_of_ours(connected: Home) -> None:
    connected.desk.change_setting("auto_post", "off")
    _, payment = connected.paid()
    connected.sync()
    connected.desk.approve(f"pay_{payment}")
    connected.sync()
    story = connected.desk.story(f"pay_{payment}")
    ours = [one for one in story.happenings if one.kind == "payment" and one.item[:4] == "act_"]
    assert [one.what for one in ours] == ["proposed", "approved", "posted", "verified"]
    assert [one.where for one in ours[:2]] == [Side.HERE, Side.HERE]
    assert ours[1].who == "person"
    assert sides(story)["amount"].in_books == sides(story)["amount"].on_platform == usd(10_000)
    assert not any(row.differs for row in story.compared)
    assert "sending" not in {one.what for one in story.happenings}


def test_what_differs_between_the_sides_is_named(connected: Home) -> None:
    _, payment = connected.paid()
    connected.sync()
    (recorded,) = connected.books.payments
    connected.books.edit_payment(recorded, amount=usd(4_000))
    connected.sync()
    story = connected.desk.story(f"pay_{payment}")
    assert [row.what for row in story.compared if row.differs] == ["amount"]
    assert "(differs)" in story_words.in_words(story)


def test_money_that_went_back_stands_last_without_a_day_that_nobody_told(connected: Home) -> None:
    _, payment = connected.paid()
    connected.sync()
    row = connected.platform.payments[payment]
    connected.platform.payments[payment] = replace(row, state=PlatformState.RETURNED)
    connected.sync()
    last = connected.desk.story(f"pay_{payment}").happenings[-1]
    assert (last.what, last.on) == ("returned", None)


def test_a_payout_tells_the_bank_line_that_shows_it(connected: Home) -> None:
    _, payment = connected.paid()
    connected.sync()
    payout = connected.platform.pay_out(payment)
    connected.sync()
    row = connected.desk.payout_rows([f"out_{payout}"])[0]
    assert row.net is not None
    assert row.arrival_on is not None
    path = connected.folder / "bank.csv"
    path.write_text(
        "line_id,date,amount,currency,description\n"
        f"b1,{row.arrival_on},{row.net.to_decimal_string()},USD,Payout {payout}\n",
        encoding="utf-8",
    )
    connected.desk.import_file(ImportKind.BANK, path, Wishes())
    (line,) = connected.desk.list_deposits()
    connected.desk.match_lines([line.id], [row.id])
    told_payout = connected.desk.story(row.id)
    assert ("bank", "bank_line", "seen") in told(told_payout)
    assert sides(told_payout)["net"].on_platform == row.net
    of_line = connected.desk.story(line.id)
    assert ("fbrecon", "match", "decided") in told(of_line)
    assert ("platform", "payout", "made") in told(of_line)


def test_a_customer_tells_invoices_payments_and_their_way_to_the_platform(connected: Home) -> None:
    invoice, _ = connected.paid()
    connected.sync()
    customer = connected.desk.invoice_rows([invoice])[0].customer_id
    story = connected.desk.story(customer)
    assert ("platform", "platform_customer", "verified") in told(story)
    assert ("freshbooks", "invoice", "made") in told(story)
    assert ("platform", "payment", "collected") in told(story)
    assert [link.kind for link in story.links] == ["customer"]
    assert not sides(story)["name"].differs


@pytest.mark.parametrize(
    ("public_id", "error"),
    [("inv_77", NotFound), ("pay_x", NotFound), ("out_x", NotFound), ("run_1", WrongUsage)],
)
def test_a_record_that_is_not_here_is_said_to_be_so(
    connected: Home, public_id: str, error: type[Exception]
) -> None:
    connected.sync()
    with pytest.raises(error):
        connected.desk.story(public_id)


def test_what_has_a_day_alone_stands_where_it_belongs_on_that_day() -> None:
    on = date(2026, 3, 2)
    seen = Happening(on, Side.BANK, "bank_line", "seen")
    made = Happening(on, Side.FRESHBOOKS, "invoice", "made")
    back = Happening(None, Side.PLATFORM, "payment", "returned")
    assert in_order([back, seen, made, seen]) == (made, seen, back)
