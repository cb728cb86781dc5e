"""The sandbox as a whole: its announcement, its data, its clock, its process."""

from __future__ import annotations

import ast
import json
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import requests

import fbrecon.sandbox
from fbrecon.sandbox.options import SandboxOptions
from fbrecon.sandbox.server import Sandbox
from tests.contract.callers import Caller, freshbooks, new_platform_invoice, open_invoice, platform
from tests.contract.conftest import NOW, StartSandbox


def test_the_announcement_has_the_agreed_shape(sandbox: Sandbox) -> None:
    said = sandbox.announcement
    assert list(said) == [
        "freshbooks_api", "freshbooks_auth", "platform_api", "freshbooks", "platform", "controls",
    ]  # fmt: skip
    assert set(said["freshbooks"]) == {
        "client_id", "client_secret", "redirect_uri", "email", "password",
    }  # fmt: skip
    assert set(said["platform"]) == {"client_id", "client_secret"}
    urls = [said[name] for name in ("freshbooks_api", "freshbooks_auth", "platform_api")]
    assert all(url.startswith("http://127.0.0.1:") and url.count("/") == 2 for url in urls)


def test_the_small_business_holds_every_case(sandbox: Sandbox) -> None:
    held = sandbox.control("state")["freshbooks"]
    invoices, payments, clients = held["invoices"], held["payments"], held["clients"]
    assert len(invoices) == 400
    assert {row["currency_code"] for row in invoices} == {"USD", "CAD", "EUR"}
    assert {row["vis_state"] for row in invoices} == {0, 1, 2}
    cases = {"draft", "sent", "viewed", "partial", "paid", "overdue", "disputed"}
    assert {row["v3_status"] for row in invoices} == cases
    assert any(row["amount"]["amount"] == "0.00" for row in invoices)
    assert any(row["discount_value"] != "0" for row in invoices)
    assert any(line["taxName1"] for row in invoices for line in row["lines"])
    collectable = [
        row
        for row in invoices
        if row["vis_state"] == 0
        and row["currency_code"] in ("USD", "CAD")
        and row["v3_status"] in ("sent", "viewed", "partial", "overdue")
    ]
    assert 25 <= len(collectable) <= 35
    assert {row["vis_state"] for row in payments} == {0, 1}
    assert any(row["overpaymentid"] for row in payments)
    assert any(row["from_credit"] for row in payments)
    assert sum(row["vis_state"] != 1 for row in clients) == 40
    assert {row["vis_state"] for row in clients} == {0, 1, 2}
    for name in ("organization", "email"):
        assert Counter(row[name] for row in clients if row[name]).most_common(1)[0][1] == 2
    assert any(row["email"] == "" for row in clients)
    assert any(not row["organization"].isascii() for row in clients)


def test_the_sums_of_every_invoice_agree(sandbox: Sandbox) -> None:
    state = sandbox.state.main_books
    for invoice in state.invoices.values():
        active = [p for p in state.list_payments_of(invoice.id) if p.vis_state == 0]
        assert invoice.paid_minor == sum(p.amount_minor for p in active)
        assert 0 <= invoice.outstanding_minor <= invoice.total_minor
        assert all(p.updated_at >= invoice.created_at for p in active)
        assert invoice.updated_at <= NOW


def test_the_books_start_empty_on_request(start_sandbox: StartSandbox) -> None:
    state = start_sandbox(scenario="empty").control("state")
    held = state["freshbooks"]
    assert (held["clients"], held["invoices"], held["payments"]) == ([], [], [])
    assert len(held["ledger_accounts"]) > 20
    assert state["platform"]["customers"] == []


@pytest.mark.parametrize("count", [0, 1, 3, 1500])
def test_as_many_invoices_as_asked_for(start_sandbox: StartSandbox, count: int) -> None:
    sandbox = start_sandbox(invoices=count)
    assert len(sandbox.state.main_books.invoices) == count


def session_of(sandbox: Sandbox) -> list[Any]:
    """A fixed series of requests; the answers and the state that they leave."""
    caller, other = freshbooks(sandbox), platform(sandbox)
    invoice = open_invoice(sandbox)
    body = {"invoiceid": invoice["id"], "amount": {"amount": "5.00"}, "date": "2026-11-20"}
    paid = caller("POST", "/payments/payments", {"payment": body}).json()
    made = new_platform_invoice(other, "12.30")
    sandbox.control("pay", invoice=made["id"])
    sandbox.control("payout")
    caller.close()
    other.close()
    return [caller.session.headers["Authorization"], paid, made, sandbox.control("state")]


def test_the_same_seed_time_and_requests_give_the_same_data(start_sandbox: StartSandbox) -> None:
    first, second = (session_of(start_sandbox(frozen_clock=True)) for _ in range(2))
    assert first == second
    other = session_of(start_sandbox(frozen_clock=True, seed=8))
    assert other[0] != first[0]
    assert other[3]["freshbooks"]["invoices"] != first[3]["freshbooks"]["invoices"]


def test_the_clock_runs_on_and_jumps_when_told(sandbox: Sandbox) -> None:
    before = sandbox.control("clock")["now"]
    assert before.startswith("2026-11-20T15:3")
    assert sandbox.control("advance", seconds=86_400)["now"].startswith("2026-11-21T15:3")
    with pytest.raises(ValueError, match="number of seconds"):
        sandbox.control("advance", seconds="soon")


def test_the_log_tells_requests_and_never_what_was_in_them(sandbox: Sandbox, books: Caller) -> None:
    books.get("/users/clients", page=2)
    log = sandbox.control("state")["requests"]
    assert log[-1] | {"at": ""} == {
        "service": "freshbooks",
        "method": "GET",
        "path": f"{books.prefix}/users/clients",
        "query": "page=2",
        "at": "",
        "status": 200,
    }
    text = json.dumps(log)
    person = sandbox.announcement["freshbooks"]
    assert person["password"] not in text
    assert person["client_secret"] not in text


def test_petty_cash_holds_the_payments(sandbox: Sandbox) -> None:
    def cash() -> str:
        rows = sandbox.control("state")["ledger_balances"]
        return next(
            str(row["balance"])
            for row in rows
            if row["name"] == "Petty Cash" and row["currency"] == "USD"
        )

    before = cash()
    invoice = open_invoice(sandbox)
    booked = sandbox.control("book_payment", invoice=str(invoice["id"]), amount="10.00")
    assert float(cash()) - float(before) == pytest.approx(10)
    sandbox.control("delete", kind="payment", id=booked["id"])
    assert cash() == before


def test_people_change_the_books_through_controls(sandbox: Sandbox, books: Caller) -> None:
    invoice = open_invoice(sandbox)
    number = str(invoice["id"])
    sandbox.control("edit", kind="invoice", id=number, amount="77.70", due_date="2027-01-31")
    path = f"/invoices/invoices/{number}"
    after = books.get(path)["response"]["result"]["invoice"]
    assert (after["amount"]["amount"], after["due_date"]) == ("77.70", "2027-01-31")
    assert after["updated"] > invoice["updated"]
    sandbox.control("edit", kind="invoice", id=number, disputed=True)
    assert books.get(path)["response"]["result"]["invoice"]["status"] == 0
    for name, state in (("archive", 2), ("delete", 1), ("restore", 0)):
        sandbox.control(name, kind="invoice", id=number)
        assert books.get(path)["response"]["result"]["invoice"]["vis_state"] == state
    sandbox.control("edit", kind="client", id=invoice["customerid"], organization="New Name")
    assert books.get(path)["response"]["result"]["invoice"]["current_organization"] == "New Name"
    for body in ({"kind": "invoice", "id": "1"}, {"kind": "dragon", "id": number}):
        with pytest.raises(ValueError, match=r"not found|unknown kind"):
            sandbox.control("edit", **body)


def test_latency_waits_before_every_answer(start_sandbox: StartSandbox) -> None:
    sandbox = start_sandbox(latency_ms=30)
    answer = requests.get(f"{sandbox.announcement['freshbooks_api']}/", timeout=20)
    assert answer.elapsed.total_seconds() >= 0.03


def test_the_process_announces_itself_and_ends_on_a_signal() -> None:
    command = [sys.executable, "-m", "fbrecon.sandbox", "--seed", "3", "--scenario", "empty"]
    command += ["--now", "2026-01-02T03:04:05Z"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = json.loads(process.stdout.readline())
        now = requests.get(f"{said['controls']}/clock", timeout=20).json()["now"]
        assert now.startswith("2026-01-02T03:04")
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0


@pytest.mark.parametrize("bad", [{"scenario": "big"}, {"dialect": "c"}])
def test_options_that_make_no_sense_are_refused(bad: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="unknown"):
        SandboxOptions(**bad)


def test_the_sandbox_shares_no_code_with_what_it_tests() -> None:
    folder = Path(fbrecon.sandbox.__file__).parent
    imported: set[str] = set()
    for file in folder.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                imported.add(node.module)
            elif isinstance(node, ast.Import):
                imported |= {name.name for name in node.names}
    ours = {name for name in imported if name.split(".")[0] == "fbrecon"}
    assert {name for name in ours if not name.startswith("fbrecon.sandbox")} == set()
