"""A preview is a rehearsal of the code that writes: what it shows is what comes, or nothing."""

from __future__ import annotations

import pytest

from fbrecon.app.papers import Preview
from fbrecon.app.preview import PreviewChanged
from fbrecon.app.views import Mode
from fbrecon.bootstrap import BackedUpStores
from fbrecon.domain.money import Money
from fbrecon.errors import NeedsPerson, WrongUsage
from fbrecon.sync.progress import CancelToken, silent
from fbrecon.sync.report import SyncReport
from tests.app.bench import Home
from tests.fakes.send_script import Fault


def _read(home: Home) -> None:
    """Read both services without writing anything."""
    home.desk.set_mode(Mode.READ)
    home.sync()
    home.desk.set_mode(Mode.WRITE)


def _collected(home: Home, *amounts: int) -> list[tuple[int, str]]:
    """Invoices whose customers have just paid; nothing of it is in the books yet."""
    invoices = [home.books.add_invoice(amount) for amount in amounts]
    home.sync()
    copies = {
        int(str(copy.number or copy.descriptions[0].split()[1].rstrip(":,"))): copy.id
        for copy in home.platform.invoices.values()
    }
    return [(invoice, home.platform.pay(copies[invoice])) for invoice in invoices]


def _apply(home: Home, preview: Preview) -> SyncReport:
    return home.desk.sync(CancelToken(), silent, preview=preview.token)


def _rows(home: Home) -> list[tuple[object, ...]]:
    stores = home.desk.company.stores
    assert isinstance(stores, BackedUpStores)
    names = [n for (n,) in stores.file.sql("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return [
        (name, row) for name in sorted(names) for row in stores.file.sql(f"SELECT * FROM {name}")
    ]


def test_it_tells_each_write_with_its_invoice_afterwards(connected: Home) -> None:
    _, payment = connected.paid(10_000)
    connected.books.add_invoice(2_500)
    _read(connected)
    preview = connected.desk.preview()
    record, put = preview.writes
    assert (record.kind, record.item, record.undo) == ("payment", f"pay_{payment}", "yes")
    assert record.subject.startswith("Record 100.00 USD on invoice 0000102 of ")
    assert record.reason.startswith("The platform says which invoice it is for")
    assert record.invoice is not None
    assert record.invoice.outstanding_before == Money(10_000, "USD")
    assert record.invoice.outstanding_after == Money.zero("USD")
    assert (record.invoice.status_before, record.invoice.status_after) == ("open", "paid")
    assert put.kind == "platform_invoice"
    assert put.subject == "Put invoice 0000103 on the platform, over 25.00 USD"
    funds = preview.balances[0]
    assert (funds.role, funds.before, funds.after) == (
        "undeposited_funds",
        Money.zero("USD"),
        Money(10_000, "USD"),
    )
    assert "not read from the ledger" in funds.basis


def test_it_changes_nothing_and_asks_no_service(connected: Home) -> None:
    connected.paid()
    connected.books.add_invoice(2_500)
    _read(connected)
    before, asked = (
        _rows(connected),
        connected.books.requests_made + connected.platform.requests_made,
    )

    def asks(what: str, which: object) -> None:
        raise AssertionError(what)

    connected.books.on_read = asks
    connected.platform.on_read = asks
    first, second = connected.desk.preview(), connected.desk.preview()
    assert first == second
    assert len(first.writes) == 2
    assert _rows(connected) == before
    assert connected.books.requests_made + connected.platform.requests_made == asked


def test_what_it_shows_is_what_is_written(connected: Home) -> None:
    paid = [invoice for invoice, _ in _collected(connected, 10_000, 4_200)]
    fresh = connected.books.add_invoice(2_500)
    _read(connected)
    preview = connected.desk.preview()
    report = _apply(connected, preview)
    assert report.outcome == "ok"
    assert report.postings["posted"] == sum(w.kind == "payment" for w in preview.writes) == 2
    assert report.pushed["invoices"] == sum(w.kind == "platform_invoice" for w in preview.writes)
    after = {w.invoice.item: w.invoice for w in preview.writes if w.invoice is not None}
    for invoice in (*paid, fresh):
        told, there = after[f"inv_{invoice}"], connected.books.invoices[invoice]
        assert (told.outstanding_after, told.status_after) == (there.outstanding, there.status)
    shown = {b.role: b.after for b in preview.balances}
    (clearing,) = connected.desk.status().clearing
    assert shown["undeposited_funds"] == clearing.expected


def test_a_customer_and_its_invoice_come_one_after_the_other(home: Home) -> None:
    home.connect(mode=Mode.READ)
    home.books.add_invoice(2_500)
    home.sync()
    home.desk.set_mode(Mode.WRITE)
    preview = home.desk.preview()
    assert [(w.kind, w.undo) for w in preview.writes] == [
        ("platform_customer", "no"),
        ("platform_invoice", "yes"),
    ]
    assert _apply(home, preview).pushed == {"customers": 1, "invoices": 1, "replaced": 0}


def test_a_copy_that_the_books_have_overtaken_is_archived_and_put_there_anew(
    connected: Home,
) -> None:
    invoice = connected.books.add_invoice(2_500)
    connected.sync()
    connected.books.pay_by_hand(invoice, 500)
    _read(connected)
    preview = connected.desk.preview()
    assert [w.kind for w in preview.writes] == ["archive_copy", "platform_invoice"]
    assert preview.writes[1].amount == Money(2_000, "USD")
    assert _apply(connected, preview).pushed["replaced"] == 1


@pytest.mark.parametrize("what", ["invoice", "new payment", "setting", "by hand"])
def test_applying_refuses_where_anything_it_was_built_on_changed(
    connected: Home, what: str
) -> None:
    (invoice, _), (other, _) = _collected(connected, 10_000, 3_000)
    _read(connected)
    preview = connected.desk.preview()
    sent = len(connected.books.payment_sends.bodies)
    if what == "invoice":
        connected.books.edit_invoice(invoice, customer_name="Somebody else")
    elif what == "new payment":
        copy = next(iter(connected.platform.invoices))
        connected.platform.pay(copy, amount="1.00")
    elif what == "setting":
        connected.desk.change_setting("auto_post", "off")
    else:
        connected.books.pay_by_hand(other, 100)
    with pytest.raises(PreviewChanged) as refused:
        _apply(connected, preview)
    assert len(connected.books.payment_sends.bodies) == sent
    assert refused.value.exit_code == NeedsPerson.exit_code
    now = refused.value.preview
    assert now == connected.desk.preview()
    assert now.token != preview.token
    if what != "setting":  # the new one can be applied
        assert _apply(connected, now).outcome == "ok"
        assert len(connected.books.payment_sends.bodies) > sent


def test_what_changes_between_the_reading_and_the_send_is_kept_back(connected: Home) -> None:
    invoice, _ = connected.paid(10_000)
    _read(connected)
    preview = connected.desk.preview()
    looked = list[str]()

    def quick(what: str, which: object) -> None:
        if (what, which) == ("invoice", invoice) and not looked:
            looked.append(what)
            connected.books.edit_invoice(invoice, 10_500)

    connected.books.on_read = quick
    with pytest.raises(PreviewChanged, match="1 of the previewed writes"):
        _apply(connected, preview)
    assert looked
    assert connected.books.payment_sends.bodies == []


def test_what_waits_for_a_person_is_told_with_its_reason(connected: Home) -> None:
    connected.desk.change_setting("auto_post", "off")
    _, payment = connected.paid()
    _read(connected)
    preview = connected.desk.preview()
    assert preview.writes == ()
    assert [(w.item, "switched off" in w.reason) for w in preview.waiting] == [
        (f"pay_{payment}", True)
    ]
    connected.sync()
    connected.desk.approve(f"pay_{payment}")
    (write,) = connected.desk.preview().writes
    assert write.reason == "A person approved it."


def test_what_is_uncertain_is_not_shown_as_a_write(connected: Home) -> None:
    connected.paid()
    connected.books.payment_sends.plan(Fault.LOST_BEFORE)
    connected.sync()
    connected.clock.advance(10_000)
    preview = connected.desk.preview()
    assert preview.writes == ()
    assert "may have arrived" in preview.waiting[0].reason


def test_while_reading_only_it_says_why_it_is_empty(home: Home) -> None:
    home.connect(mode=Mode.READ)
    home.sync()
    assert "only reads" in home.desk.preview().note
    home.desk.set_mode(Mode.WRITE)
    assert "in step" in home.desk.preview().note


def test_before_a_connection_there_is_no_preview(home: Home) -> None:
    with pytest.raises(NeedsPerson):
        home.desk.preview()


def test_a_preview_is_applied_whole(connected: Home) -> None:
    with pytest.raises(WrongUsage):
        connected.desk.sync(CancelToken(), silent, only=("payments",), preview="x")


def test_while_sending_waits_for_a_lost_file_the_preview_says_so(connected: Home) -> None:
    connected.paid()
    connected.sync()
    slug = connected.desk.slug
    assert slug is not None
    connected.desk.company.close()
    for path in (connected.folder / "companies" / slug).glob("company.db*"):
        path.unlink()
    connected.new_desk(None)
    connected.connect()
    connected.books.add_invoice(2_500)
    connected.sync()
    connected.books.add_invoice(3_500)
    _read(connected)
    preview = connected.desk.preview()
    assert preview.writes == ()
    assert "made anew" in preview.note or "new, and FreshBooks has payments" in preview.note
    connected.clock.advance(5_000)
    connected.sync()
    connected.books.add_invoice(4_500)
    _read(connected)
    assert connected.desk.preview().writes
