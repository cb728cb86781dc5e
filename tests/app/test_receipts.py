"""A receipt tells how a payment came into the books, whatever happened on the way."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from fbrecon.app import receipt_files
from fbrecon.app.papers import Receipt
from fbrecon.app.views import Mode
from fbrecon.errors import FileError, NotFound, WrongUsage
from tests.app.bench import Home
from tests.fakes.send_script import Fault


def _whats(receipt: Receipt) -> list[str]:
    return [step.what for step in receipt.steps]


def test_it_tells_the_intent_the_reading_the_send_the_answer_and_the_proof(
    connected: Home,
) -> None:
    invoice, payment = connected.paid(12_000)
    connected.sync()
    (receipt,) = connected.desk.receipts(f"pay_{payment}")
    (recorded,) = connected.books.payments.values()
    assert _whats(receipt) == ["intended", "read", "sent", "answered", "read back"]
    assert "none with this marker" in receipt.steps[1].text
    assert receipt.steps[3].http_status
    assert (receipt.state, receipt.attempts) == ("verified", 1)
    assert receipt.freshbooks_payment_id == str(recorded.id)
    assert receipt.marker in recorded.note
    assert receipt.link.endswith(str(invoice))
    assert receipt.customer == "Kestrel Freight"
    (row,) = [r for r in connected.desk.list_activity() if r.kind == "payment"]
    assert connected.desk.receipts(row.id) == [receipt]
    assert connected.desk.receipts(f"pay_book_{recorded.id}") == [receipt]


def test_an_answer_that_was_lost_and_a_decision_are_told(connected: Home) -> None:
    connected.desk.change_setting("auto_post", "off")
    _, payment = connected.paid()
    connected.sync()
    connected.desk.approve(f"pay_{payment}")
    connected.books.payment_sends.plan(Fault.LOST_BEFORE)
    connected.sync()
    for _ in range(4):
        connected.clock.advance(1000)
        connected.sync()
    (receipt,) = connected.desk.receipts(f"pay_{payment}")
    assert receipt.attempts == 2
    assert _whats(receipt).count("sent") == _whats(receipt).count("answered") == 2
    (decision,) = [s for s in receipt.steps if s.who == "person"]
    assert (decision.what, decision.text) == ("decided", "A person approved it.")
    text = receipt_files.as_text([receipt])
    assert "2 times" in text
    assert "by a person" in text


def test_after_a_lost_company_file_every_receipt_has_its_link_again(home: Home) -> None:
    home.connect()
    payments = [home.paid(amount)[1] for amount in (1_000, 2_000, 3_000)]
    home.sync()
    before = {p: home.desk.receipts(f"pay_{p}")[0] for p in payments}
    slug = home.desk.slug
    assert slug is not None
    home.desk.company.close()
    for path in (home.folder / "companies" / slug).glob("company.db*"):
        path.unlink()
    home.new_desk(None)
    home.connect(mode=Mode.READ)
    home.sync()
    for payment, old in before.items():
        (new,) = home.desk.receipts(f"pay_{payment}")
        for name in ("link", "marker", "freshbooks_payment_id", "invoice_number", "amount"):
            assert getattr(new, name) == getattr(old, name), name
        assert "found" in _whats(new)
        assert "not sent from this company file" in receipt_files.as_text([new])


def test_a_payment_that_others_recorded_says_so(home: Home) -> None:
    home.connect()
    home.books.add_invoice(10_000)
    invoice, payment = home.paid(5_000)
    home.desk.set_mode(Mode.READ)
    by_hand = home.books.pay_by_hand(invoice, 5_000)
    home.sync()
    (receipt,) = home.desk.receipts(f"pay_{payment}")
    assert (receipt.state, receipt.freshbooks_payment_id) == ("matched", str(by_hand))
    assert "not by fbrecon" in receipt_files.as_text([receipt])


def test_nothing_written_has_no_receipt(connected: Home) -> None:
    for public_id in ("pay_nowhere", "act_999", "inv_1"):
        with pytest.raises(NotFound):
            connected.desk.receipts(public_id)


def test_it_is_filed_in_the_readers_language(connected: Home, tmp_path: Path) -> None:
    _, payment = connected.paid()
    connected.sync()
    for name in ("r.txt", "r.html"):
        connected.desk.save_receipts(f"pay_{payment}", tmp_path / name, "fr")
        told = (tmp_path / name).read_text(encoding="utf-8")
        assert "Paiement de 100,00\N{NO-BREAK SPACE}USD sur la facture" in told
        assert "Relu\N{NO-BREAK SPACE}: paiement" in told
        body = told.split("</style>")[-1]
        assert re.findall(r"\b(?:the|payment|was|recorded|by)\b.*", body) == []
    assert '<html lang="fr">' in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_it_is_filed_as_text_as_a_page_and_as_json(connected: Home, tmp_path: Path) -> None:
    _, payment = connected.paid()
    connected.sync()
    (receipt,) = connected.desk.receipts(f"pay_{payment}")
    for name in ("r.txt", "r.html", "r.json"):
        connected.desk.save_receipts(f"pay_{payment}", tmp_path / name)
    assert sorted(p.name for p in tmp_path.iterdir() if p.suffix in receipt_files.FORMATS) == [
        "r.html",
        "r.json",
        "r.txt",
    ]
    for name in ("r.txt", "r.html"):
        text = (tmp_path / name).read_text(encoding="utf-8")
        for told in (receipt.marker, receipt.freshbooks_payment_id, "100.00 USD", "read back"):
            assert told in text
    (told,) = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert (told["amount"], told["currency"]) == ("100.00", "USD")
    assert [step["what"] for step in told["steps"]] == _whats(receipt)


def test_a_name_in_the_books_is_no_markup_in_the_page(home: Home) -> None:
    home.connect()
    home.books.add_customer('<script>alert("x")</script> & Sons')
    _, payment = home.paid()
    home.sync()
    page = receipt_files.as_html(home.desk.receipts(f"pay_{payment}"))
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_a_file_that_cannot_be_written_is_told(connected: Home, tmp_path: Path) -> None:
    _, payment = connected.paid()
    connected.sync()
    with pytest.raises(WrongUsage, match="no form"):
        connected.desk.save_receipts(f"pay_{payment}", tmp_path / "r.doc")
    with pytest.raises(FileError):
        connected.desk.save_receipts(f"pay_{payment}", tmp_path / "nowhere" / "r.txt")
