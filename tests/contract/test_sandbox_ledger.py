"""The sandbox's ledger: postings of everything that moves money, entries, expenses."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import Any

import pytest

from fbrecon.sandbox.server import Sandbox
from tests.contract.callers import Caller, freshbooks, open_invoice
from tests.contract.conftest import StartSandbox

DETAILS = "/journal_entries/journal_entry_details"
CLASSIC = "/journal_entries/journal_entries"
PAYMENTS = "/payments/payments"


def details(books: Caller, **searched: Any) -> list[dict[str, Any]]:
    """All postings, over all pages."""
    query = {f"search[{name}]": value for name, value in searched.items()}
    rows: list[dict[str, Any]] = []
    page, pages = 1, 1
    while page <= pages:
        found = books.get(DETAILS, params=query, page=page, per_page=100)["response"]["result"]
        rows += found["journal_entry_details"]
        page, pages = page + 1, found["pages"]
    return rows


def name_of(row: dict[str, Any]) -> str:
    sub = row["sub_account"]
    return str(sub["account_sub_name"] if sub else row["account"]["account_name"])


def sums(rows: list[dict[str, Any]]) -> dict[tuple[str, str], Decimal]:
    """What the postings leave on each account, debits positive."""
    found: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for row in rows:
        sign, money = (1, row["debit"]) if row["debit"] else (-1, row["credit"])
        found[name_of(row), money["code"]] += sign * Decimal(money["amount"])
    return {place: amount for place, amount in found.items() if amount}


def account(sandbox: Sandbox, name: str) -> dict[str, Any]:
    rows = sandbox.control("state")["freshbooks"]["ledger_accounts"]
    found: dict[str, Any] = next(row for row in rows if row["name"] == name)
    return found


def newer(caller: Caller, sandbox: Sandbox) -> Caller:
    """The same sign-in, for the newer generation of journal entries."""
    uuid = sandbox.control("state")["freshbooks"]["business_uuid"]
    headers = {
        "Authorization": str(caller.session.headers["Authorization"]),
        "X-API-VERSION": "2023-09-25",
    }
    return Caller(caller.base, headers, f"/accounting/businesses/{uuid}")


def entry(*lines: tuple[str, str, str], code: str = "USD", **fields: Any) -> dict[str, Any]:
    """A newer entry of lines (account uuid, amount, D or C)."""
    kinds = {"D": "TYPE_DEBIT", "C": "TYPE_CREDIT"}
    return {
        "manualJournalEntry": {
            "name": "Payout",
            "userEnteredDate": {"year": 2026, "month": 11, "day": 19},
            "details": [
                {
                    "accountId": uuid,
                    "amount": {"amount": float(amount), "code": code},
                    "type": kinds[kind],
                }
                for uuid, amount, kind in lines
            ],
            **fields,
        }
    }


def test_every_entry_balances_in_its_currency(books: Caller) -> None:
    left: dict[tuple[int, str], Decimal] = defaultdict(Decimal)
    for row in details(books):
        assert (row["debit"] is None) != (row["credit"] is None)
        sign, money = (1, row["debit"]) if row["debit"] else (-1, row["credit"])
        left[row["entry"]["entryid"], money["code"]] += sign * Decimal(money["amount"])
    assert len(left) > 700
    assert not any(left.values())


def test_the_state_tells_what_the_postings_add_up_to(sandbox: Sandbox, books: Caller) -> None:
    told = {
        (row["name"], row["currency"]): Decimal(str(row["balance"]))
        for row in sandbox.control("state")["ledger_balances"]
    }
    assert {place: amount for place, amount in told.items() if amount} == sums(details(books))


def test_a_payment_debits_petty_cash_and_its_deletion_reverses_it(
    sandbox: Sandbox, books: Caller
) -> None:
    invoice = open_invoice(sandbox)
    before = sums(details(books))
    booked = sandbox.control("book_payment", invoice=str(invoice["id"]), amount="10.00")
    rows = [row for row in details(books) if row["entry"]["paymentid"] == int(booked["id"])]
    assert sums(rows) == {
        ("Petty Cash", "USD"): Decimal(10),
        ("Accounts Receivable", "USD"): Decimal(-10),
    }
    assert {row["entry"]["invoiceid"] for row in rows} == {invoice["id"]}
    sandbox.control("delete", kind="payment", id=booked["id"])
    assert sums(details(books)) == before
    sandbox.control("restore", kind="payment", id=booked["id"])
    sandbox.control("edit", kind="payment", id=booked["id"], amount="7.50", date="2026-11-02")
    rows = [row for row in details(books) if row["entry"]["paymentid"] == int(booked["id"])]
    assert sums(rows)["Petty Cash", "USD"] == Decimal("7.50")
    assert rows[0]["user_entered_date"] == "2026-11-02"


def test_an_overpayment_leaves_customer_credit(sandbox: Sandbox, books: Caller) -> None:
    invoice = open_invoice(sandbox)
    before = sums(details(books))
    over = str(Decimal(invoice["outstanding"]["amount"]) + 5)
    sandbox.control("book_payment", invoice=str(invoice["id"]), amount=over)
    after = sums(details(books))
    place = ("Customer Credit", "USD")
    assert after[place] - before[place] == Decimal(-5)
    owed = ("Accounts Receivable", "USD")
    assert before[owed] - after[owed] == Decimal(invoice["outstanding"]["amount"])


def test_a_draft_is_not_owed_until_it_is_sent(sandbox: Sandbox, books: Caller) -> None:
    held = sandbox.control("state")["freshbooks"]["invoices"]
    draft = next(row for row in held if row["v3_status"] == "draft" and row["vis_state"] == 0)
    own = [row for row in details(books) if row["entry"]["invoiceid"] == draft["id"]]
    assert own == []
    sandbox.control("edit", kind="invoice", id=str(draft["id"]), amount="80.00")
    books("PUT", f"/invoices/invoices/{draft['id']}", {"invoice": {"action_mark_as_sent": True}})
    own = [row for row in details(books) if row["entry"]["invoiceid"] == draft["id"]]
    assert sums(own)["Accounts Receivable", draft["currency_code"]] == Decimal(80)


def test_postings_are_filtered_by_sub_account_and_days_both_included(
    sandbox: Sandbox, books: Caller
) -> None:
    number = account(sandbox, "Petty Cash")["jesa_id"]
    rows = details(books, sub_accountid=number, start_date="2026-10-01", end_date="2026-10-31")
    assert rows
    assert {name_of(row) for row in rows} == {"Petty Cash"}
    days = {row["user_entered_date"] for row in details(books, sub_accountid=number)}
    asked = {row["user_entered_date"] for row in rows}
    assert asked == {day for day in days if "2026-10-01" <= day <= "2026-10-31"}


def test_a_newer_entry_chooses_its_accounts(sandbox: Sandbox, books: Caller) -> None:
    bank, cash = account(sandbox, "Business Checking"), account(sandbox, "Petty Cash")
    fees = account(sandbox, "Bank Fees")
    caller = newer(books, sandbox)
    lines = ((bank["uuid"], "97.10", "D"), (fees["uuid"], "2.9", "D"), (cash["uuid"], "100", "C"))
    before = sums(details(books))
    answer = caller("POST", "/journal_entries", entry(*lines, description="FBR-1"))
    assert answer.status_code == 200, answer.text
    made = answer.json()["manualJournalEntry"]
    assert [line["amount"]["amount"] for line in made["details"]] == [97.10, 2.90, 100.00]
    after = sums(details(books))
    assert after["Petty Cash", "USD"] - before["Petty Cash", "USD"] == Decimal(-100)
    # What a person made is named by its uuid in the older list.
    assert after[bank["uuid"], "USD"] == Decimal("97.10")
    listed = caller.get("/journal_entries", page_number=1, page_size=5)["manualJournalEntries"]
    assert [row["id"] for row in listed] == [made["id"]]
    caller.close()


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"details": []}, 400),
        ({"name": ""}, 400),
        ({"userEnteredDate": {"year": 2026, "month": 13, "day": 1}}, 400),
    ],
)
def test_an_odd_newer_entry_is_refused(
    sandbox: Sandbox, books: Caller, change: dict[str, Any], status: int
) -> None:
    bank, cash = account(sandbox, "Business Checking"), account(sandbox, "Petty Cash")
    caller = newer(books, sandbox)
    body = entry((bank["uuid"], "1", "D"), (cash["uuid"], "1", "C"), **change)
    assert caller("POST", "/journal_entries", body).status_code == status
    uneven = entry((bank["uuid"], "1", "D"), (cash["uuid"], "2", "C"))
    assert caller("POST", "/journal_entries", uneven).status_code == 422
    unknown = entry((bank["uuid"], "1", "D"), ("nowhere", "1", "C"))
    assert caller("POST", "/journal_entries", unknown).status_code == 422
    assert caller.get("/journal_entries")["manualJournalEntries"] == []
    caller.close()


def test_the_newer_generation_wants_its_version_named(sandbox: Sandbox, books: Caller) -> None:
    caller = newer(books, sandbox)
    del caller.session.headers["X-API-VERSION"]
    assert caller("GET", "/journal_entries").status_code == 400
    caller.close()


def test_a_classic_entry_names_sub_accounts_by_number(sandbox: Sandbox, books: Caller) -> None:
    bank, cash = account(sandbox, "Business Checking"), account(sandbox, "Petty Cash")
    body = {
        "journal_entry": {
            "name": "Payout",
            "currency_code": "USD",
            "user_entered_date": "2026-11-19",
            "details": [
                {"sub_accountid": str(bank["jesa_id"]), "debit": "25.00"},
                {"sub_accountid": str(cash["jesa_id"]), "credit": "25.00"},
            ],
        }
    }
    answer = books("POST", CLASSIC, body)
    assert answer.status_code == 200, answer.text
    made = answer.json()["response"]["result"]["journal_entry"]
    assert [(row["debit"], row["credit"]) for row in made["details"]] == [
        ("25.00", None),
        (None, "25.00"),
    ]
    assert {row["entry"]["entryid"] for row in details(books)} >= {made["entryid"]}
    body["journal_entry"]["details"] = body["journal_entry"]["details"][:1]
    assert books("POST", CLASSIC, body).status_code == 422


def test_an_entry_can_neither_be_changed_nor_deleted(sandbox: Sandbox, books: Caller) -> None:
    for method in ("PUT", "DELETE"):
        assert books(method, f"{CLASSIC}/1", {}).status_code == 404
        assert books(method, CLASSIC, {}).status_code == 405


def test_a_plan_without_journal_entries_refuses_them(start_sandbox: StartSandbox) -> None:
    sandbox = start_sandbox(journal_entries=False)
    books = freshbooks(sandbox)
    bank, cash = account(sandbox, "Business Checking"), account(sandbox, "Petty Cash")
    caller = newer(books, sandbox)
    body = entry((bank["uuid"], "1", "D"), (cash["uuid"], "1", "C"))
    assert caller("POST", "/journal_entries", body).status_code == 403
    assert details(books)  # what FreshBooks posted by itself can be read all the same
    caller.close()
    books.close()


def test_an_equal_expense_is_flagged_not_refused(sandbox: Sandbox, books: Caller) -> None:
    first = books.get("/expenses/categories")["response"]["result"]
    assert (first["per_page"], first["pages"]) == (15, 3)
    rows = books.get("/expenses/categories", per_page=100)["response"]["result"]["categories"]
    fees = next(row for row in rows if row["category"] == "Bank Fees")
    body = {
        "expense": {
            "amount": {"amount": "3.20", "code": "USD"},
            "categoryid": fees["id"],
            "staffid": 1,
            "date": "2026-11-19",
            "vendor": "Alternative Payments",
        }
    }
    before = sums(details(books)).get(("Bank Fees", "USD"), Decimal(0))
    flags, ids = [], []
    for _ in range(2):
        made = books("POST", "/expenses/expenses", body).json()["response"]["result"]["expense"]
        flags.append(made["isduplicate"])
        ids.append(made["id"])
    assert flags == [False, True]
    assert sums(details(books))["Bank Fees", "USD"] - before == Decimal("6.40")
    books("PUT", f"/expenses/expenses/{ids[1]}", {"expense": {"vis_state": 1}})
    assert sums(details(books))["Bank Fees", "USD"] - before == Decimal("3.20")
    shown = books.get("/expenses/expenses", params={"search[vendor]": "alternative"})
    assert [row["id"] for row in shown["response"]["result"]["expenses"]] == ids[:1]


def test_the_large_scenario_is_a_business_of_many_years(start_sandbox: StartSandbox) -> None:
    sandbox = start_sandbox(scenario="large")
    books = freshbooks(sandbox)
    found = books.get("/invoices/invoices", per_page=1)["response"]["result"]
    assert found["total"] > 19_000
    books.close()
