"""The sandbox's scripted faults: what the caller sees, and whether the work was done."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from typing import Any

import pytest
import requests

from fbrecon.sandbox.server import Sandbox
from tests.contract.callers import Caller, open_invoice, platform

PAYMENTS = "/payments/payments"


@pytest.fixture
def send(sandbox: Sandbox, books: Caller) -> Callable[[], requests.Response]:
    """Posts a payment of 10.00 on an open invoice."""
    invoice = open_invoice(sandbox)
    body = {"invoiceid": invoice["id"], "amount": {"amount": "10.00"}, "date": "2026-11-20"}
    books.get("/users/clients")  # the connection is open before the fault comes
    return lambda: books("POST", PAYMENTS, {"payment": body}, timeout=0.4)


def count(sandbox: Sandbox) -> int:
    return len(sandbox.state.main_books.payments)


@pytest.mark.parametrize(
    ("kind", "done"),
    [
        ("refuse", False),
        ("reset_before", False),
        ("timeout", False),
        ("reset_after", True),
        ("timeout_after", True),
        ("truncated", True),
        ("wrong_length", True),
        ("late", False),
    ],
)
def test_no_answer_comes_and_only_the_sandbox_knows_what_was_done(
    sandbox: Sandbox, send: Callable[[], requests.Response], kind: str, *, done: bool
) -> None:
    before = count(sandbox)
    sandbox.control("fault", match="POST .*/payments", kind=kind)
    with pytest.raises((requests.ConnectionError, requests.Timeout, requests.RequestException)):
        send().json()
    assert count(sandbox) - before == done
    assert send().status_code == 200


def test_a_reset_is_a_reset_and_not_an_orderly_end(
    sandbox: Sandbox, send: Callable[[], requests.Response]
) -> None:
    sandbox.control("fault", match="payments", kind="reset_after")
    with pytest.raises(requests.ConnectionError, match=r"ConnectionResetError|reset by peer"):
        send()


@pytest.mark.parametrize(
    ("kind", "status", "kind_of_body"),
    [
        ("429", 429, "application/json"),
        ("500", 500, "application/json"),
        ("502_html", 502, "text/html"),
        ("503", 503, "application/json"),
        ("html", 200, "text/html"),
        ("403_html", 403, "text/html"),
        ("407_html", 407, "text/html"),
        ("error_200_before", 200, "application/json"),
    ],
)
def test_an_error_status_means_that_nothing_was_done(
    sandbox: Sandbox,
    send: Callable[[], requests.Response],
    kind: str,
    status: int,
    kind_of_body: str,
) -> None:
    before = count(sandbox)
    sandbox.control("fault", match="payments", kind=kind, retry_after=7)
    answer = send()
    assert answer.status_code == status
    assert answer.headers["Content-Type"].startswith(kind_of_body)
    assert (answer.headers.get("Retry-After") == "7") == (status != 200)
    assert count(sandbox) == before


@pytest.mark.parametrize(("kind", "status"), [("500_after", 500), ("error_200", 200)])
def test_an_error_can_come_after_the_work_was_done(
    sandbox: Sandbox, send: Callable[[], requests.Response], kind: str, status: int
) -> None:
    before = count(sandbox)
    sandbox.control("fault", match="payments", kind=kind)
    answer = send()
    assert answer.status_code == status
    assert "result" not in answer.text
    assert count(sandbox) == before + 1


def test_an_answer_can_be_cut_at_any_byte(
    sandbox: Sandbox, books: Caller, send: Callable[[], requests.Response]
) -> None:
    for cut in (0, 1, 40):
        sandbox.control("fault", match="POST .*/payments", kind="truncated", bytes=cut)
        with pytest.raises(requests.RequestException):
            send()


def test_a_length_that_is_too_short_cuts_the_answer(
    sandbox: Sandbox, send: Callable[[], requests.Response]
) -> None:
    whole = send().content
    sandbox.control("fault", match="POST .*/payments", kind="wrong_length", by=-9)
    assert len(send().content) == len(whole) - 9


def test_what_is_late_is_done_once_its_time_has_come(
    sandbox: Sandbox, send: Callable[[], requests.Response]
) -> None:
    before = count(sandbox)
    sandbox.control("fault", match="POST .*/payments", kind="late", seconds=600, status="504")
    assert send().status_code == 504
    sandbox.control("advance", seconds=599)
    assert count(sandbox) == before
    sandbox.control("advance", seconds=2)
    assert count(sandbox) == before + 1
    sandbox.control("advance", seconds=6000)
    assert count(sandbox) == before + 1


def test_the_answer_to_the_send_before_can_come_again(
    sandbox: Sandbox, send: Callable[[], requests.Response]
) -> None:
    before = count(sandbox)
    first = send()
    sandbox.control("fault", match="POST .*/payments", kind="another_answer")
    assert send().json() == first.json()
    assert count(sandbox) == before + 2


@pytest.mark.parametrize("status", ["307", "308"])
def test_a_detour_leads_elsewhere(sandbox: Sandbox, books: Caller, status: str) -> None:
    sandbox.control("fault", match="clients", kind=status, location="/elsewhere")
    (answer,) = books("GET", "/users/clients").history
    assert (answer.status_code, answer.headers["Location"]) == (int(status), "/elsewhere")


def test_faults_wait_for_their_turn_and_run_out(sandbox: Sandbox, books: Caller) -> None:
    sandbox.control("fault", match=r"clients\?page=", method="get", kind="500", after=1, times=2)
    statuses = [books("GET", "/users/clients", page=1).status_code for _ in range(4)]
    assert statuses == [200, 500, 500, 200]
    assert books("GET", "/users/clients").status_code == 200


def test_faults_that_wait_can_be_cleared(sandbox: Sandbox, books: Caller) -> None:
    sandbox.control("fault", match="clients", kind="503", times=-1)
    assert books("GET", "/users/clients").status_code == 503
    assert books("GET", "/users/clients").status_code == 503
    sandbox.control("fault", clear=True)
    assert books("GET", "/users/clients").status_code == 200


@pytest.mark.parametrize("body", [{"kind": "earthquake"}, {"kind": "500", "match": "("}])
def test_a_fault_that_makes_no_sense_is_refused(sandbox: Sandbox, body: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"unknown fault|regular expression"):
        sandbox.control("fault", **body)


def test_a_row_can_come_twice(sandbox: Sandbox, books: Caller) -> None:
    sandbox.control("fault", match="clients", kind="duplicate_row", row=2)
    rows = books.get("/users/clients")["response"]["result"]["clients"]
    assert len(rows) == 16
    assert rows[-1] == rows[2]


@pytest.mark.parametrize(
    ("details", "name", "value"),
    [({}, "amount", None), ({"field": "id", "value": "not a number"}, "id", "not a number")],
)
def test_one_row_can_be_odd(
    sandbox: Sandbox, books: Caller, details: dict[str, Any], name: str, value: Any
) -> None:
    sandbox.control("fault", match=PAYMENTS, kind="odd_row", **details)
    rows = books.get(PAYMENTS)["response"]["result"]["payments"]
    assert rows[0][name] == value
    assert rows[1][name] != value
    assert books.get(PAYMENTS)["response"]["result"]["payments"][0][name] != value


def test_an_odd_row_of_the_platform_keeps_the_other_sums_exact(sandbox: Sandbox) -> None:
    caller = platform(sandbox)
    sandbox.control("fault", match="/customers", kind="odd_row", field="name", value=None)
    assert caller.get("/customers")["data"][0]["name"] is None
    caller.close()


def test_a_token_can_run_out_in_the_middle(sandbox: Sandbox, books: Caller) -> None:
    caller = platform(sandbox)
    sandbox.control("fault", match="/users/clients", kind="expire_token")
    sandbox.control("fault", match="/payouts", kind="expire_token")
    assert books("GET", "/users/clients").status_code == 401
    assert caller("GET", "/payouts").status_code == 401
    caller.close()


def test_a_delay_is_a_delay_and_the_answer_is_right(sandbox: Sandbox, books: Caller) -> None:
    sandbox.control("fault", match="clients", kind="delay", seconds=0)
    assert books("GET", "/users/clients").status_code == 200


def test_a_hanging_answer_ends_when_the_sandbox_closes(sandbox: Sandbox, books: Caller) -> None:
    sandbox.control("fault", match="clients", kind="timeout")
    ended: list[str] = []

    def hang() -> None:
        try:
            books("GET", "/users/clients", timeout=60)
        except requests.ConnectionError as problem:
            ended.append(type(problem).__name__)

    waiting = threading.Thread(target=hang)
    waiting.start()
    seen = threading.Event()
    while not any(v.path.endswith("clients") for v in sandbox.state.visits):
        seen.wait(0.01)
    sandbox.close()
    waiting.join(10)
    assert ended == ["ConnectionError"]


def test_controls_are_not_subject_to_faults_and_answer_400_with_a_reason(sandbox: Sandbox) -> None:
    url = sandbox.announcement["controls"]
    sandbox.control("fault", match=".*", kind="500", times=-1)
    answer = requests.post(f"{url}/pay", json={"invoice": "none"}, timeout=20)
    assert answer.status_code == 400
    assert "no invoice" in answer.json()["error"]
    assert requests.post(f"{url}/dance", json={}, timeout=20).status_code == 400
    assert requests.post(f"{url}/advance", data="{", timeout=20).status_code == 400
    assert requests.get(f"{url}/pay", timeout=20).status_code == 404
    assert json.loads(requests.get(f"{url}/clock", timeout=20).text)["now"].endswith("Z")
