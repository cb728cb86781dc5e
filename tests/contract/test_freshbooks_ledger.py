"""The ledger of the sandbox, read and written over real sockets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from fbrecon.domain.ids import LedgerAccountId
from fbrecon.domain.money import Money, total
from fbrecon.domain.posting import OutcomeClass
from fbrecon.domain.postings import (
    EntryDraft,
    EntryLine,
    EntryWay,
    ExpenseDraft,
    Posting,
    PostingQuery,
)
from fbrecon.errors import Refused, Unreachable
from fbrecon.freshbooks.ledger import FreshBooksLedger
from fbrecon.sandbox.server import Sandbox
from tests.contract.callers import open_invoice
from tests.contract.conftest import StartSandbox
from tests.fakes.freshbooks_bench import HandCancel
from tests.fakes.freshbooks_connected import MARKER, Connected, records

DAY = date(2026, 11, 19)


@pytest.fixture
def connected(sandbox: Sandbox) -> Iterator[Connected]:
    connected = Connected(sandbox)
    yield connected
    for books in connected.opened:
        books.close()


@pytest.fixture
def ledger(connected: Connected) -> FreshBooksLedger:
    return connected.books().ledger


def account(connected: Connected, name: str) -> LedgerAccountId:
    rows = connected.rows("ledger_accounts")
    return next(LedgerAccountId(row["uuid"]) for row in rows if row["name"] == name)


def usd(amount: str) -> Money:
    return Money.parse(amount, "USD")


def entry(connected: Connected, *lines: tuple[str, str]) -> EntryDraft:
    return EntryDraft(
        "Alternative Payments payout",
        f"Payout po_1 · {MARKER}",
        DAY,
        tuple(EntryLine(account(connected, name), usd(amount)) for name, amount in lines),
    )


PAYOUT = (("Business Checking", "97.10"), ("Bank Fees", "2.90"), ("Petty Cash", "-100.00"))


def postings(ledger: FreshBooksLedger, **query: Any) -> list[Posting]:
    window = ledger.read_postings(PostingQuery(**query), HandCancel())
    assert (window.complete, window.odd) == (True, ())
    return list(window.postings)


def test_all_postings_are_read_with_their_accounts(
    connected: Connected, ledger: FreshBooksLedger
) -> None:
    rows = postings(ledger)
    assert len({row.id for row in rows}) == len(rows) > 1000
    assert all(row.account_id is not None for row in rows)
    told = connected.sandbox.control("state")["ledger_balances"]
    for balance in told:
        of_account = [
            row.amount
            for row in rows
            if row.account_id == balance["account"] and row.amount.currency == balance["currency"]
        ]
        assert total(of_account, balance["currency"]) == Money.parse(
            balance["balance"], balance["currency"]
        )


def test_a_payment_tells_the_account_it_was_debited_to(
    connected: Connected, ledger: FreshBooksLedger
) -> None:
    invoice = open_invoice(connected.sandbox)
    booked = connected.sandbox.control("book_payment", invoice=str(invoice["id"]), amount="10.00")
    petty_cash = account(connected, "Petty Cash")
    own = [row for row in postings(ledger) if row.payment_id == int(booked["id"])]
    assert [(row.account_id, row.amount) for row in own if row.amount.minor > 0] == [
        (petty_cash, usd("10.00"))
    ]
    assert {row.invoice_id for row in own} == {invoice["id"]}


def test_one_account_is_asked_for_by_the_number_of_before(
    connected: Connected, ledger: FreshBooksLedger
) -> None:
    petty_cash = account(connected, "Petty Cash")
    found = postings(
        ledger, account_id=petty_cash, from_on=date(2026, 10, 1), until_on=date(2026, 10, 31)
    )
    assert found
    assert {row.account_id for row in found} == {petty_cash}
    everything = [row for row in postings(ledger) if row.account_id == petty_cash]
    assert {row.id for row in found} == {
        row.id for row in everything if row.on.month == 10 and row.on.year == 2026
    }


def test_an_account_made_by_hand_is_recognised_though_it_is_named_by_its_uuid(
    connected: Connected, ledger: FreshBooksLedger
) -> None:
    outcome = ledger.send_entry(ledger.render_entry(entry(connected, *PAYOUT), EntryWay.NEWER))
    assert outcome.kind is OutcomeClass.APPLIED, outcome
    checking = account(connected, "Business Checking")
    (row,) = [row for row in postings(ledger) if row.account_id == checking]
    assert (row.account_name, row.amount, row.marker, row.on) == (
        "Business Checking",
        usd("97.10"),
        MARKER,
        DAY,
    )


@pytest.mark.parametrize("way", [EntryWay.NEWER, EntryWay.CLASSIC])
def test_an_entry_is_written_exactly_in_either_generation(
    connected: Connected, ledger: FreshBooksLedger, way: EntryWay
) -> None:
    body = ledger.render_entry(entry(connected, *PAYOUT), way)
    outcome = ledger.send_entry(body)
    assert outcome.kind is OutcomeClass.APPLIED, outcome
    written = {row.account_name: row.amount for row in postings(ledger) if row.marker == MARKER}
    assert written == {name: usd(amount) for name, amount in PAYOUT}
    assert {row.entry_id for row in postings(ledger) if row.marker} == {outcome.remote_id}


def test_a_new_account_can_be_written_to_though_it_has_no_number_of_before(
    connected: Connected, ledger: FreshBooksLedger
) -> None:
    books = connected.sandbox.state.main_books
    made = next(row for row in books.ledger.values() if row.name == "Prepaid Expenses")
    made.jesa_id = made.jea_id = None
    lines = (("Prepaid Expenses", "5.00"), ("Petty Cash", "-5.00"))
    draft = entry(connected, *lines)
    with pytest.raises(Refused) as refused:
        ledger.render_entry(draft, EntryWay.CLASSIC)
    assert "Prepaid Expenses" in refused.value.message
    assert ledger.send_entry(ledger.render_entry(draft, EntryWay.NEWER)).remote_id
    written = {row.account_name: row.amount for row in postings(ledger) if row.marker == MARKER}
    assert written == {name: usd(amount) for name, amount in lines}


def test_an_uneven_entry_is_never_rendered(connected: Connected, ledger: FreshBooksLedger) -> None:
    draft = entry(connected, ("Business Checking", "1.00"), ("Petty Cash", "-0.99"))
    with pytest.raises(ValueError, match="not equal"):
        ledger.render_entry(draft, EntryWay.NEWER)


@pytest.mark.parametrize(
    ("fault", "written"), [("reset_after", 1), ("reset_before", 0), ("500", 0), ("truncated", 1)]
)
def test_a_lost_answer_proves_nothing(
    connected: Connected, ledger: FreshBooksLedger, fault: str, written: int
) -> None:
    body = ledger.render_entry(entry(connected, *PAYOUT), EntryWay.NEWER)
    connected.fault(fault, "journal_entries", method="POST")
    assert ledger.send_entry(body).kind is OutcomeClass.AMBIGUOUS
    entries = {row.entry_id for row in postings(ledger) if row.marker == MARKER}
    assert len(entries) == written


def test_a_refusal_is_a_refusal(connected: Connected, ledger: FreshBooksLedger) -> None:
    lines = (
        EntryLine(LedgerAccountId("nowhere"), usd("1.00")),
        EntryLine(account(connected, "Petty Cash"), usd("-1.00")),
    )
    draft = EntryDraft("Payout", MARKER, DAY, lines)
    outcome = ledger.send_entry(ledger.render_entry(draft, EntryWay.NEWER))
    assert outcome.kind is OutcomeClass.REFUSED


def test_the_ability_is_found_by_reading_only(
    connected: Connected, ledger: FreshBooksLedger
) -> None:
    assert ledger.read_ability().way is EntryWay.NEWER
    assert connected.visits("/journal_entries", "POST") == 0
    assert postings(ledger)[0].kind != "journal_entry"


def test_a_plan_without_entries_says_so(start_sandbox: StartSandbox) -> None:
    connected = Connected(start_sandbox(journal_entries=False))
    ability = connected.books().ledger.read_ability()
    assert (ability.can_write, ability.way) == (False, EntryWay.NONE)
    assert "plan" in ability.reason
    connected.opened[0].close()


def test_out_of_reach_is_no_answer_about_the_ability(
    connected: Connected, ledger: FreshBooksLedger
) -> None:
    connected.fault("503", "journal_entries", times=9)
    with pytest.raises(Unreachable):
        ledger.read_ability()


def test_an_expense_is_recorded_and_found_again(
    connected: Connected, ledger: FreshBooksLedger
) -> None:
    categories = ledger.list_categories(HandCancel())
    assert len(categories) == len({row.id for row in categories}) > 30
    fees = next(row for row in categories if row.name == "Bank Fees")
    body = ledger.render_expense(
        ExpenseDraft(fees.id, usd("2.90"), DAY, "Alternative Payments", f"Fees · {MARKER}")
    )
    outcome = ledger.send_expense(body)
    assert outcome.kind is OutcomeClass.APPLIED, outcome
    found = ledger.find_expense(int(outcome.remote_id))
    assert found is not None
    assert (found.amount, found.category_id, found.on, found.deleted) == (
        usd("2.90"),
        fees.id,
        DAY,
        False,
    )
    (listed,) = records(ledger.iter_expenses([], HandCancel()))
    assert listed == found
    assert ledger.find_expense(1) is None
    assert {row.amount for row in postings(ledger) if row.expense_id == found.id} == {
        usd("2.90"),
        usd("-2.90"),
    }


def test_the_currency_of_the_books_is_read_from_the_older_chart(ledger: FreshBooksLedger) -> None:
    assert ledger.find_base_currency() == "USD"
