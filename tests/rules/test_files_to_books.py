"""Processors' reports with FreshBooks alone: payment, payout, entry and bank line, to the cent."""

from __future__ import annotations

from pathlib import Path

import pytest

from fbrecon.app.imports import ImportKind, Wishes
from fbrecon.app.views import ImportResult
from fbrecon.domain.posting import PostingState, WriteKind
from tests.rules.payout_scenes import balances, choose_accounts
from tests.rules.stage import Stage

REPORTS = Path(__file__).parent.parent / "samples" / "reports"
STRIPE = "stripe_itemized_payout_reconciliation.csv"


@pytest.fixture
def alone(stage: Stage) -> Stage:
    """A company that enters payouts and has no platform."""
    stage.desk.disconnect("platform")
    choose_accounts(stage, refunds="Business Insurance")
    stage.desk.change_setting("record_deposits", "on")
    return stage


def bring(stage: Stage, kind: ImportKind, report: str) -> ImportResult:
    return stage.desk.import_file(kind, REPORTS / report, Wishes())


def invoice(stage: Stage, number: int, who: str, amount: str, currency: str = "USD") -> int:
    made = stage.invoice(amount, customer=stage.customer(who, currency=currency), currency=currency)
    stage.edit(made, invoice_number=str(number))
    return made


def approve_all(stage: Stage, kind: WriteKind = WriteKind.PAYMENT) -> list[str]:
    """Everything that waits for a yes and nothing else; what was approved."""
    waiting = [i for i in stage.intents(kind) if i.state is PostingState.PROPOSED]
    prefix = "pay_" if kind is WriteKind.PAYMENT else "act_"
    for intent in waiting:
        stage.desk.approve(f"pay_{intent.source_id}" if prefix == "pay_" else f"act_{intent.row}")
    return sorted(intent.source_id for intent in waiting)


def statement(stage: Stage, *rows: str) -> None:
    path = stage.folder / "bank.csv"
    path.write_text("\n".join(("date,amount,currency,description", *rows)) + "\n", "utf-8")
    stage.desk.import_file(ImportKind.BANK, path, Wishes())


def test_stripes_report_ends_in_bank_fees_and_refunds_to_the_cent(alone: Stage) -> None:
    invoice(alone, 2101, "Kestrel Freight", "480.00")
    invoice(alone, 2999, "Quayside Print", "1250.00")
    invoice(alone, 2103, "Meridian Labs", "200.00")
    invoice(alone, 2104, "Kestrel Freight", "90.00")
    invoice(alone, 2105, "Hafen Optik", "75.00", "EUR")
    alone.sync()
    came = bring(alone, ImportKind.PAYMENTS, STRIPE)
    assert (came.mapping, came.new, came.skipped, came.failed) == ("stripe", 6, 6, 0)
    payouts = bring(alone, ImportKind.PAYOUTS, STRIPE)
    assert (payouts.new, payouts.skipped, payouts.failed) == (3, 1, 0)
    for _ in range(2):
        alone.sync()
    # The disputed and the refunded ones are no money to record; the sixth has no invoice.
    assert approve_all(alone) == ["ch_3A04", "ch_3A05", "py_3A02"]
    for _ in range(2):
        alone.sync()
    by_id = {row.platform_payment_id: row for row in alone.payments()}
    assert {id_: (r.state, r.platform_state) for id_, r in by_id.items()} == {
        "ch_3A01": ("returned", "disputed"),
        "py_3A02": ("posted", "succeeded"),
        "ch_3A03": ("held", "refunded_part"),
        "ch_3A04": ("posted", "succeeded"),
        "ch_3A05": ("posted", "succeeded"),
        "ch_3A06": ("held", "succeeded"),
    }
    told = {row.platform_payout_id: row for row in alone.desk.list_payouts()}
    assert {id_: (str(row.net), str(row.difference)) for id_, row in told.items()} == {
        "po_1RA": ("1852.68 USD", "0.00 USD"),
        "po_1RB": ("-407.91 USD", "0.00 USD"),
        "po_1RC": ("72.80 EUR", "0.00 EUR"),
    }
    # Each payout waits, with its reason, for what is not in the books or in another currency.
    reasons = {id_: row.deposit_reason for id_, row in told.items()}
    assert "not in the books" in reasons["po_1RA"]
    assert "EUR" in reasons["po_1RC"]
    statement(
        alone,
        "2026-03-06,1852.68,USD,STRIPE PAYOUT po_1RA",
        "2026-03-09,-407.91,USD,STRIPE DEBIT po_1RB",
    )
    seen = {line.payouts for line in alone.desk.list_deposits() if line.state == "matched"}
    assert ("out_po_1RA",) in seen
    for kind in (ImportKind.PAYMENTS, ImportKind.PAYOUTS):
        again = bring(alone, kind, STRIPE)
        assert (again.new, again.changed, again.failed) == (0, 0, 0)


def test_gocardless_reports_are_recorded_entered_and_found_at_the_bank(alone: Stage) -> None:
    one = invoice(alone, 2201, "Kestrel Freight", "300.00")
    two = invoice(alone, 2202, "Quayside Print", "120.00")
    invoice(alone, 2203, "Meridian Labs", "45.00")
    alone.sync()
    bring(alone, ImportKind.PAYMENTS, "gocardless_payments.csv")
    alone.sync()
    assert approve_all(alone) == ["PM0001", "PM0002"]
    alone.advance(days=8)
    for _ in range(2):
        alone.sync()
    bring(alone, ImportKind.PAYOUTS, "gocardless_payout_breakdown.csv")
    alone.sync()
    assert alone.intents(WriteKind.JOURNAL_ENTRY)[0].state is PostingState.PROPOSED
    approve_all(alone, WriteKind.JOURNAL_ENTRY)
    for _ in range(2):
        alone.sync()
    assert balances(alone) == {
        "Business Checking": "416.65",
        "Bank Fees": "3.35",
        "Accounts Receivable": "45.00",
        "Sales": "-465.00",
    }
    assert [len(alone.recorded(number)) for number in (one, two)] == [1, 1]
    (proof,) = alone.desk.status().clearing
    assert (str(proof.proven), str(proof.difference)) == ("0.00 USD", "0.00 USD")
    statement(alone, "2026-03-09,416.65,USD,GOCARDLESS PO0001")
    (line,) = alone.desk.list_deposits()
    assert (line.state, line.payouts) == ("matched", ("out_PO0001",))


def test_a_list_of_payouts_is_entered_once_the_payments_make_it_up(alone: Stage) -> None:
    invoice(alone, 2201, "Kestrel Freight", "300.00")
    invoice(alone, 2202, "Quayside Print", "120.00")
    alone.sync()
    listed = alone.folder / "payouts.csv"
    listed.write_text(
        "id,amount,currency,reference,status,arrival_date,transaction_fee_debit,"
        "total_payment_amount\n"
        "PO0001,416.65,USD,KES-1,settled,2026-03-09,3.35,420.00\n",
        "utf-8",
    )
    alone.advance(days=8)
    alone.desk.import_file(ImportKind.PAYOUTS, listed, Wishes())
    alone.sync()
    (item,) = alone.attention("payout_held")
    assert "Its file calls it “settled”" in item.message
    words = (("status", "settled", "paid"),)
    alone.desk.import_file(ImportKind.PAYOUTS, listed, Wishes(words=words))
    alone.sync()
    (item,) = alone.attention("payout_held")
    assert "import its breakdown, or" in item.message
    assert "waits for your approval then" in item.hint
    bring(alone, ImportKind.PAYMENTS, "gocardless_payments.csv")
    alone.sync()
    approve_all(alone)
    for _ in range(2):
        alone.sync()
    approve_all(alone, WriteKind.JOURNAL_ENTRY)
    for _ in range(2):
        alone.sync()
    assert balances(alone) == {
        "Business Checking": "416.65",
        "Bank Fees": "3.35",
        "Sales": "-420.00",
    }
