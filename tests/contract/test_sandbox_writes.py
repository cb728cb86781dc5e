"""What a write to the sandbox's FreshBooks does, and what it refuses."""

from __future__ import annotations

from typing import Any

import pytest

from fbrecon.sandbox.server import Sandbox
from tests.contract.callers import Caller, open_invoice

INVOICES = "/invoices/invoices"
PAYMENTS = "/payments/payments"


def pay(caller: Caller, invoice_id: int, amount: str, **fields: Any) -> dict[str, Any]:
    body = {"invoiceid": invoice_id, "amount": {"amount": amount}, "date": "2026-11-20", **fields}
    answer = caller("POST", PAYMENTS, {"payment": body})
    assert answer.status_code == 200, answer.text
    payment: dict[str, Any] = answer.json()["response"]["result"]["payment"]
    return payment


def get(caller: Caller, invoice_id: int) -> dict[str, Any]:
    invoice: dict[str, Any] = caller.get(f"{INVOICES}/{invoice_id}")["response"]["result"][
        "invoice"
    ]
    return invoice


def put(caller: Caller, path: str, body: dict[str, Any]) -> dict[str, Any]:
    answer = caller("PUT", path, body)
    assert answer.status_code == 200, answer.text
    result: dict[str, Any] = answer.json()["response"]["result"]
    return result


def first_error(caller: Caller, method: str, path: str, body: Any) -> tuple[int, int]:
    answer = caller(method, path, body)
    return answer.status_code, answer.json()["response"]["errors"][0]["errno"]


def test_a_part_payment_keeps_the_sent_status(sandbox: Sandbox, books: Caller) -> None:
    invoice = open_invoice(sandbox)
    payment = pay(books, invoice["id"], "10.00", note="fbrecon:abc", type="credit card")
    assert payment["id"] == payment["logid"]
    assert payment["type"] == "Credit Card"
    after = get(books, invoice["id"])
    assert after["status"] == invoice["status"]
    assert (after["v3_status"], after["payment_status"]) == ("partial", "partial")
    assert after["updated"] == payment["updated"]
    assert after["paid"]["amount"] == "10.00"


def test_the_same_payment_twice_is_two_payments(sandbox: Sandbox, books: Caller) -> None:
    invoice = open_invoice(sandbox)
    first, second = (pay(books, invoice["id"], "10.00") for _ in range(2))
    assert first["id"] != second["id"]
    assert get(books, invoice["id"])["paid"]["amount"] == "20.00"


def test_a_payment_on_a_settled_invoice_is_of_nothing(sandbox: Sandbox, books: Caller) -> None:
    invoice = open_invoice(sandbox)
    pay(books, invoice["id"], invoice["outstanding"]["amount"])
    payment = pay(books, invoice["id"], "10.00")
    assert payment["amount"]["amount"] == "0.00"
    assert payment["overpaymentid"] is not None


def test_drafts_and_deleted_invoices_take_payments(sandbox: Sandbox, books: Caller) -> None:
    held = sandbox.control("state")["freshbooks"]["invoices"]
    draft = next(row for row in held if row["v3_status"] == "draft")
    assert pay(books, draft["id"], "1.00")["amount"]["amount"] == "1.00"
    deleted = next(row for row in held if row["vis_state"] == 1 and row["v3_status"] != "paid")
    assert pay(books, deleted["id"], "1.00")["amount"]["amount"] == "1.00"


def test_one_deleted_invoice_still_has_its_payment(sandbox: Sandbox) -> None:
    held = sandbox.control("state")["freshbooks"]
    deleted = {row["id"] for row in held["invoices"] if row["vis_state"] == 1}
    assert [p for p in held["payments"] if p["invoiceid"] in deleted and p["vis_state"] == 0]


@pytest.mark.parametrize(
    ("change", "status", "errno"),
    [
        ({"amount": {"amount": "10.00", "code": "JPY"}}, 422, 1004),
        ({"amount": {"amount": "ten"}}, 422, 1004),
        ({"amount": {"amount": "10.005"}}, 422, 1004),
        ({"amount": {"amount": "-1.00"}}, 422, 1025),
        ({"amount": None}, 422, 1001),
        ({"date": None}, 422, 1001),
        ({"date": "20/11/2026"}, 422, 1033),
        ({"type": "Seashells"}, 422, 1004),
        ({"invoiceid": 12345}, 404, 1012),
    ],
)
def test_a_payment_that_makes_no_sense_is_refused(
    sandbox: Sandbox, books: Caller, change: dict[str, Any], status: int, errno: int
) -> None:
    invoice = open_invoice(sandbox)
    body = {"invoiceid": invoice["id"], "amount": {"amount": "1.00"}, "date": "2026-11-20"}
    refused = first_error(books, "POST", PAYMENTS, {"payment": {**body, **change}})
    assert refused == (status, errno)
    assert get(books, invoice["id"])["outstanding"] == invoice["outstanding"]


def test_a_body_that_is_no_json_is_a_parse_error(books: Caller) -> None:
    answer = books.session.post(f"{books.base}{books.prefix}{PAYMENTS}", data="{", timeout=20)
    assert answer.status_code == 400
    assert answer.json()["response"]["errors"][0]["errno"] == 1005


def test_a_payment_is_changed_and_restored(sandbox: Sandbox, books: Caller) -> None:
    invoice = open_invoice(sandbox)
    payment = pay(books, invoice["id"], "10.00")
    path = f"{PAYMENTS}/{payment['id']}"
    changed = put(books, path, {"payment": {"amount": {"amount": "12.50"}, "note": "better"}})
    assert changed["payment"]["amount"]["amount"] == "12.50"
    assert get(books, invoice["id"])["paid"]["amount"] == "12.50"
    put(books, path, {"payment": {"vis_state": 1}})
    assert get(books, invoice["id"])["paid"]["amount"] == "0.00"
    put(books, path, {"payment": {"vis_state": 0}})
    assert get(books, invoice["id"])["paid"]["amount"] == "12.50"
    assert books("DELETE", path).status_code == 200
    assert books.get(path)["response"]["result"]["payment"]["vis_state"] == 1


def test_a_put_that_changes_nothing_leaves_updated_alone(sandbox: Sandbox, books: Caller) -> None:
    invoice = open_invoice(sandbox)
    sandbox.control("advance", seconds=3600)
    same = put(books, f"{INVOICES}/{invoice['id']}", {"invoice": {"notes": invoice["notes"]}})
    assert same["invoice"]["updated"] == invoice["updated"]


def test_vis_state_in_a_put_swallows_everything_else(sandbox: Sandbox, books: Caller) -> None:
    invoice = open_invoice(sandbox)
    body = {"vis_state": 0, "notes": "lost", "lines": []}
    after = put(books, f"{INVOICES}/{invoice['id']}", {"invoice": body})["invoice"]
    assert after["notes"] == invoice["notes"]
    assert after["amount"] == invoice["amount"]


def test_an_action_in_a_put_swallows_everything_else(sandbox: Sandbox, books: Caller) -> None:
    held = sandbox.control("state")["freshbooks"]["invoices"]
    draft = next(row for row in held if row["v3_status"] == "draft")
    body = {"action_mark_as_sent": True, "notes": "lost"}
    sent = put(books, f"{INVOICES}/{draft['id']}", {"invoice": body})["invoice"]
    assert sent["status"] == 2
    assert sent["v3_status"] in ("sent", "overdue")
    assert sent["fulfillment_date"] == "2026-11-20"
    assert sent["notes"] == draft["notes"]


def test_new_lines_replace_the_whole_set(sandbox: Sandbox, books: Caller) -> None:
    invoice = open_invoice(sandbox)
    lines = [{"name": "Only line", "qty": "2", "unit_cost": {"amount": "33.33"}}]
    path = f"{INVOICES}/{invoice['id']}?include[]=lines"
    body = {"lines": lines, "discount_value": 0}
    after = put(books, path, {"invoice": body})["invoice"]
    assert after["amount"]["amount"] == "66.66"
    assert [line["name"] for line in after["lines"]] == ["Only line"]


def test_deleting_an_invoice_does_not_move_updated(sandbox: Sandbox, books: Caller) -> None:
    invoice = open_invoice(sandbox)
    sandbox.control("advance", seconds=3600)
    after = put(books, f"{INVOICES}/{invoice['id']}", {"invoice": {"vis_state": 1}})["invoice"]
    assert (after["vis_state"], after["updated"]) == (1, invoice["updated"])
    assert get(books, invoice["id"])["vis_state"] == 1


def test_deleting_a_client_moves_updated(sandbox: Sandbox, books: Caller) -> None:
    client = sandbox.control("state")["freshbooks"]["clients"][0]
    sandbox.control("advance", seconds=3600)
    path = f"/users/clients/{client['id']}"
    after = put(books, path, {"client": {"vis_state": 1}})["client"]
    assert after["vis_state"] == 1
    assert after["updated"] > client["updated"]


def test_a_client_needs_a_name_of_some_kind(books: Caller) -> None:
    refused = first_error(books, "POST", "/users/clients", {"client": {"fax": "1"}})
    assert refused == (422, 7012)
    answer = books("POST", "/users/clients", {"client": {"email": "ap@kestrelfreight.example"}})
    client = answer.json()["response"]["result"]["client"]
    assert client["id"] == client["userid"]
    # signup_date is UTC, updated is Eastern: five hours apart in November.
    assert client["signup_date"].startswith("2026-11-20 15:")
    assert client["updated"].startswith("2026-11-20 10:")


def test_an_invoice_needs_a_customer_and_a_day(books: Caller) -> None:
    assert first_error(books, "POST", INVOICES, {"invoice": {}}) == (422, 1001)
    body = {"customerid": 1, "create_date": "2026-11-20"}
    assert first_error(books, "POST", INVOICES, {"invoice": body}) == (404, 1012)


def test_overdue_comes_with_time_alone(sandbox: Sandbox, books: Caller) -> None:
    held = sandbox.control("state")["freshbooks"]["invoices"]
    waiting = next(row for row in held if row["v3_status"] in ("sent", "viewed"))
    sandbox.control("advance", seconds=90 * 86_400)
    caller_state = sandbox.control("state")["freshbooks"]["invoices"]
    later = next(row for row in caller_state if row["id"] == waiting["id"])
    assert (later["v3_status"], later["updated"]) == ("overdue", waiting["updated"])


def test_a_ledger_name_is_taken_only_once(sandbox: Sandbox, books: Caller) -> None:
    uuid = sandbox.control("state")["freshbooks"]["business_uuid"]
    books.prefix = f"/accounting/businesses/{uuid}/ledger_accounts/accounts"
    fee = {"name": "Processing Fees", "sub_type": "Operating Expense"}
    parent = next(a["uuid"] for a in books.get("")["data"] if a["name"] == "Other Expenses")
    made = books("POST", "", {**fee, "parent_account": parent}).json()["data"]
    assert (made["type"], made["parent_account"]) == ("expense", parent)
    assert made["number"].startswith("6003-")
    assert "system_account_name" not in made
    again = books("POST", "", fee)
    assert again.status_code == 400
    assert again.json()["errors"]["details"][0]["metadata"]["field"] == "name"
    wrong = books("POST", "", {"name": "X", "sub_type": "Y", "parent_account": "Z"}).json()
    fields = [detail["metadata"]["field"] for detail in wrong["errors"]["details"]]
    assert fields == ["sub_type", "parent_account"]
    renamed = books("PUT", f"/{made['uuid']}", {**fee, "name": "Card Fees"}).json()["data"]
    assert renamed["name"] == "Card Fees"


def test_the_taxonomy_of_the_ledger_is_served(books: Caller) -> None:
    books.prefix = "/accounting/ledger_accounts"
    assert len(books.get("/types")["data"]) == 5
    sub_types = books.get("/sub_types")["data"]
    assert {"id": 10, "type": "expense", "name": "Operating Expense", "base_number": "6000"} in (
        sub_types
    )
