"""The sandbox's accounting lists: pages, filters, sorts, headers and limits."""

from __future__ import annotations

from typing import Any

import pytest

from fbrecon.sandbox.server import Sandbox
from tests.contract.callers import Caller, freshbooks
from tests.contract.conftest import StartSandbox

INVOICES = "/invoices/invoices"
PAYMENTS = "/payments/payments"


def page(caller: Caller, path: str, **params: Any) -> dict[str, Any]:
    result: dict[str, Any] = caller.get(path, params=params)["response"]["result"]
    return result


def ids(caller: Caller, path: str, **params: Any) -> set[int]:
    result = page(caller, path, per_page=100, **params)
    rows: list[dict[str, Any]] = result[path.rpartition("/")[2]]
    assert result["pages"] <= 1, "the question was meant to fit on one page"
    return {row["id"] for row in rows}


def held(sandbox: Sandbox, name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = sandbox.control("state")["freshbooks"][name]
    return rows


def test_fifteen_rows_a_page_newest_first(books: Caller) -> None:
    result = page(books, INVOICES)
    rows = [row["id"] for row in result["invoices"]]
    assert (result["page"], result["per_page"], len(rows)) == (1, 15, 15)
    assert rows == sorted(rows, reverse=True)
    assert result["pages"] == -(-result["total"] // 15)


def test_more_than_a_hundred_a_page_are_a_hundred(books: Caller) -> None:
    result = page(books, INVOICES, per_page=500)
    assert (result["per_page"], len(result["invoices"])) == (100, 100)


def test_page_nought_is_page_one(books: Caller) -> None:
    first, nought = page(books, INVOICES, page=1), page(books, INVOICES, page=0)
    assert first == nought


def test_a_page_beyond_the_end_is_empty(books: Caller) -> None:
    result = page(books, INVOICES, page=999)
    assert result["invoices"] == []
    assert result["total"] > 0


@pytest.mark.parametrize(("name", "errno"), [("page", 1014), ("per_page", 1013)])
def test_a_page_that_is_no_number_is_an_error(books: Caller, name: str, errno: int) -> None:
    answer = books("GET", INVOICES, params={name: "two"})
    assert answer.status_code == 400
    assert answer.json()["response"]["errors"][0]["errno"] == errno


def test_an_empty_list_has_no_pages(start_sandbox: StartSandbox) -> None:
    caller = freshbooks(start_sandbox(scenario="empty"))
    for path in (INVOICES, PAYMENTS, "/users/clients"):
        result = page(caller, path)
        assert (result["pages"], result["total"]) == (0, 0)
    caller.close()


def test_active_and_archived_are_listed_but_never_deleted(sandbox: Sandbox, books: Caller) -> None:
    states = {0: 0, 1: 0, 2: 0}
    for row in held(sandbox, "invoices"):
        states[row["vis_state"]] += 1
    assert all(states.values())
    assert page(books, INVOICES)["total"] == states[0] + states[2]
    for vis_state, count in states.items():
        assert page(books, INVOICES, **{"search[vis_state]": vis_state})["total"] == count


def test_unknown_filters_and_sorts_are_ignored(books: Caller) -> None:
    odd = {"search[updated_since]": "2026-11-01 10:00:00", "colour": "red", "sort": "beauty_desc"}
    assert page(books, INVOICES, **odd) == page(books, INVOICES)


def test_a_malformed_sort_gives_ids_ascending(books: Caller) -> None:
    rows = [row["id"] for row in page(books, INVOICES, sort="updated:asc")["invoices"]]
    assert rows == sorted(rows)


def test_invoices_are_filtered_by_what_is_documented(sandbox: Sandbox, books: Caller) -> None:
    rows = [row for row in held(sandbox, "invoices") if row["vis_state"] != 1]
    some = rows[7]
    customer = {row["id"] for row in rows if row["customerid"] == some["customerid"]}
    assert ids(books, INVOICES, **{"search[customerid]": some["customerid"]}) == customer
    assert ids(books, INVOICES, **{"search[invoiceid]": some["id"]}) == {some["id"]}
    two = [rows[3]["id"], rows[9]["id"]]
    assert ids(books, INVOICES, **{"search[invoiceids][]": two}) == set(two)
    late = {row["id"] for row in rows if row["create_date"] >= "2026-09-01"}
    assert ids(books, INVOICES, **{"search[date_min]": "2026-09-01"}) == late


def test_updated_goes_by_the_eastern_day(sandbox: Sandbox, books: Caller) -> None:
    # 03:10 UTC on the 21st is still the 20th in New York.
    sandbox.control("advance", seconds=11 * 3600 + 2400)
    some = held(sandbox, "invoices")[5]["id"]
    sandbox.control("edit", kind="invoice", id=some, notes="Changed late at night")
    assert sandbox.control("clock")["now"].startswith("2026-11-21T03")
    assert some in ids(books, INVOICES, **{"search[updated_min]": "2026-11-20"})
    assert some not in ids(books, INVOICES, **{"search[updated_min]": "2026-11-21"})
    changed = page(books, INVOICES, **{"search[invoiceid]": some})["invoices"][0]
    assert changed["updated"].startswith("2026-11-20 22:1")
    assert changed["version"].startswith(changed["updated"])


def test_a_time_is_no_date_for_a_filter(books: Caller) -> None:
    answer = books("GET", INVOICES, params={"search[updated_min]": "2026-11-20 10:00:00"})
    assert answer.status_code == 422
    assert answer.json()["response"]["errors"][0]["errno"] == 1023


def test_the_last_day_of_payments_is_exclusive(sandbox: Sandbox, books: Caller) -> None:
    rows = [row for row in held(sandbox, "payments") if row["vis_state"] == 0]
    day = rows[-1]["date"]
    that_day = {row["id"] for row in rows if row["date"] == day}
    both = {"search[date_min]": day, "search[date_max]": day}
    assert ids(books, PAYMENTS, **both) == set()
    assert that_day <= ids(books, PAYMENTS, **{"search[date_min]": day})
    later = {row["id"] for row in rows if row["date"] > day}
    assert ids(books, PAYMENTS, **{"search[date_min]": day}) == that_day | later


def test_payments_and_credits_can_be_told_apart(sandbox: Sandbox, books: Caller) -> None:
    rows = held(sandbox, "payments")
    credit_ids = {row["id"] for row in rows if row["creditid"] is not None}
    assert credit_ids
    assert ids(books, PAYMENTS, **{"search[payment_or_credit]": "credit"}) == credit_ids
    only = page(books, PAYMENTS, **{"search[payment_or_credit]": "invoice"})
    listed = [row for row in rows if row["vis_state"] != 1]
    assert only["total"] == len(listed) - len(credit_ids)


def test_payments_are_found_by_note_number_and_invoice(sandbox: Sandbox, books: Caller) -> None:
    rows = [row for row in held(sandbox, "payments") if row["vis_state"] == 0]
    noted = {row["id"] for row in rows if "check 1042" in row["note"].lower()}
    assert noted
    assert ids(books, PAYMENTS, **{"search[notes]": "CHECK 1042"}) == noted
    invoice = next(i for i in held(sandbox, "invoices") if i["id"] == rows[0]["invoiceid"])
    of_it = {row["id"] for row in rows if row["invoiceid"] == invoice["id"]}
    assert ids(books, PAYMENTS, **{"search[invoiceid]": invoice["id"]}) == of_it
    assert ids(books, PAYMENTS, **{"search[number]": invoice["invoice_number"]}) == of_it


def test_every_answer_tells_the_limit_even_a_good_one(books: Caller) -> None:
    answer = books("GET", INVOICES)
    assert answer.headers["X-RateLimit-Limit"] == "600"
    assert int(answer.headers["X-RateLimit-Remaining"]) < 600
    assert 1 <= int(answer.headers["Retry-After"]) <= 60
    assert answer.headers["x-api-version"] == "2023-02-20"
    assert answer.headers["Date"].endswith("GMT")
    assert books("POST", PAYMENTS, {}).headers["X-RateLimit-Limit"] == "250"


def test_too_many_requests_are_refused_until_the_window_ends(start_sandbox: StartSandbox) -> None:
    sandbox = start_sandbox(rate_limit=3)
    caller = freshbooks(sandbox)
    statuses = [caller("GET", INVOICES).status_code for _ in range(4)]
    assert statuses == [200, 200, 200, 429]
    refused = caller("GET", INVOICES)
    assert refused.headers["X-RateLimit-Remaining"] == "0"
    sandbox.control("advance", seconds=int(refused.headers["Retry-After"]))
    assert caller("GET", INVOICES).status_code == 200
    caller.close()


def test_what_the_plan_lacks_is_refused_with_status_200(books: Caller) -> None:
    body = books.get("/items/items")
    assert body["response"]["errors"][0]["errno"] == 12001
    assert "result" not in body["response"]


def test_a_newer_version_words_errors_differently(books: Caller) -> None:
    books.session.headers["X-API-VERSION"] = "2024-01-01"
    answer = books("GET", "/users/clients/1")
    assert answer.status_code == 404
    assert answer.json()["code"] == 5
    assert answer.json()["details"][0]["reason"] == "1012"


@pytest.mark.parametrize("path", ["/estimates/estimates", "/credit_notes/credit_notes"])
def test_what_is_not_served_is_not_found(books: Caller, path: str) -> None:
    assert books("GET", path).status_code == 404
