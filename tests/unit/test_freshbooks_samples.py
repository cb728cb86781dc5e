"""Every wire sample is decoded, or refused with the error that is documented for it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from fbrecon.domain.pages import Page
from fbrecon.errors import FbreconError, NotFound, Refused, SignInAgain, Unreadable
from fbrecon.freshbooks.api import FreshBooksBooks, get_identity
from fbrecon.freshbooks.endpoints import read_page
from fbrecon.freshbooks.exchange import Answer
from fbrecon.freshbooks.failures import error_for
from fbrecon.freshbooks.judging import judge_ledger_account, judge_payment
from fbrecon.freshbooks.parse import read_customer, read_invoice, read_payment
from fbrecon.freshbooks.registration import Endpoints
from fbrecon.freshbooks.tokens import TokenRecord
from fbrecon.freshbooks.transport import FreshBooksTransport
from tests.fakes.freshbooks_bench import BUSINESS, FixedTokens, HandClock
from tests.fakes.scripted_http import Asked, Say, ScriptedServer

SAMPLES = Path(__file__).parent.parent / "wire_samples"
CLOCK = HandClock()


def sample(name: str) -> Any:
    return json.loads((SAMPLES / f"{name}.json").read_text())


def recorded(name: str, verb: str, ending: str) -> tuple[int, Any]:
    """Status and body of a recorded call whose path ends so."""
    for path, call in sample(name)["api"][verb].items():
        if path.endswith(ending):
            return call["status"], call["response"]
    raise AssertionError(f"{name} has no {verb} {ending}")


def answer(body: Any, status: int = 200) -> Answer:
    return Answer(status, {"content-type": "application/json"}, json.dumps(body).encode())


def transport(base: str = "https://api.freshbooks.com") -> FreshBooksTransport:
    return FreshBooksTransport(Endpoints(base, base), "client", FixedTokens(), CLOCK)


def page_of(body: Any, key: str, read: Callable[[Any], Any], status: int = 200) -> Page[Any]:
    return read_page(answer(body, status), transport(), key, read, 1)


def served(body: Any, ask: Callable[[FreshBooksTransport], Any]) -> Any:
    """What a call makes of a body that a server answers."""

    def script(asked: Asked) -> Say:
        del asked
        return Say(body=body)

    with ScriptedServer(script) as server:
        over = transport(server.url)
        try:
            return ask(over)
        finally:
            over.close()


def ledger(body: Any) -> Page[Any]:
    def ask(over: FreshBooksTransport) -> Page[Any]:
        return FreshBooksBooks(over, BUSINESS, "https://my.freshbooks.com").read_ledger_accounts()

    page: Page[Any] = served(body, ask)
    return page


def check_invoice_with_lines() -> None:
    invoice = read_invoice(msgspec.json.encode(sample_result("invoice_with_lines")["invoice"]))
    assert invoice.id == 987654
    assert str(invoice.total) == "41.94 CAD"
    assert str(invoice.outstanding) == "21.94 CAD"
    assert str(invoice.discount) == "4.40 CAD"
    assert invoice.status == "partial"
    assert [str(line.amount) for line in invoice.lines] == ["20.00 CAD", "24.00 CAD"]
    assert [line.tax1_percent for line in invoice.lines] == ["13", "0"]
    assert invoice.updated_at.isoformat() == "2021-04-16T14:31:58+00:00"


def sample_result(name: str) -> Any:
    return sample(name)["response"]["result"]


def check_payments_page() -> None:
    page = page_of(sample("payments_page"), "payments", read_payment)
    assert [(row.id, row.method) for row in page.records] == [
        (235435, "Credit Card"),
        (235436, "2Checkout"),
    ]
    assert (page.odd, page.pages, page.total) == ((), 1, 2)


def check_overpayment() -> None:
    told = sample("payment_overpay_request_response")
    sent = told["request"]
    sent["payment"]["amount"]["code"] = "USD"
    outcome = judge_payment(json.dumps(sent).encode(), json.dumps(told["response"]).encode(), 200)
    assert outcome is not None
    assert outcome.kind == "applied_different"
    assert outcome.remote_id == "10318"
    assert outcome.echo["amount"] == "180.00"
    assert outcome.echo["overpayment_id"] == "10320"


def check_ledger_account_create() -> None:
    sent = {
        "name": "Store Cash",
        "sub_type": "Cash & Bank",
        "description": "Account for Store Cash",
    }
    outcome = judge_ledger_account(
        json.dumps(sent).encode(),
        (SAMPLES / "ledger_account_create_response.json").read_bytes(),
        200,
    )
    assert outcome is not None
    assert (outcome.kind, outcome.remote_id) == (
        "applied",
        "86b37b85-be3e-41a5-83a5-ec3f2b2b406c",
    )


def check_ledger_lists() -> None:
    page = ledger(sample("ledger_accounts_list"))
    assert [row.name for row in page.records] == [
        "Cash",
        "Petty Cash",
        "Furniture",
        "Accounts Receivable",
    ]
    assert [row.has_children for row in page.records] == [True, False, False, False]
    assert page.records[2].system_name == ""
    other = ledger(sample("sdk_list_ledger_accounts_response"))
    assert other.records[1].parent_id == "a_uuid"


def check_created_payment() -> None:
    status, body = recorded("recorded_create_payment", "post", "payments/payments")
    sent = sample("recorded_create_payment")["api"]["post"][
        "/accounting/account/ZyQ04o/payments/payments"
    ]["request"]["data"]
    outcome = judge_payment(json.dumps(sent).encode(), json.dumps(body).encode(), status)
    assert outcome is not None
    assert (outcome.kind, outcome.remote_id) == ("applied", "312143")


def check_identity() -> None:
    _, body = recorded("recorded_get_account_id", "get", "users/me")
    identity = served(body, get_identity)
    assert identity.id == "14468508"
    assert [business.account_id for business in identity.usable] == ["ZyQ04o"]
    assert identity.usable[0].timezone == "Africa/Nairobi"
    _, again = recorded("recorded_create_expense", "get", "users/me")
    assert served(again, get_identity).id


def check_sdk_identity() -> None:
    identity = served(sample("sdk_auth_me_response"), get_identity)
    assert identity.id == "12345"
    assert [(b.id, b.role) for b in identity.businesses] == [
        ("439000", "owner"),
        ("438000", "business_employee"),
    ]
    assert [b.id for b in identity.usable] == ["439000"]


def check_customers() -> None:
    status, body = recorded("recorded_list_clients", "get", "users/clients")
    page = page_of(body, "clients", read_customer, status)
    assert page.odd == ()
    assert [row.name for row in page.records][:3] == ["Test Client", "Test Client", "Nango Test Co"]
    assert page.records[0].updated_at.isoformat() == "2026-06-29T16:48:49+00:00"


def check_sdk_customers() -> None:
    page = page_of(sample("sdk_list_clients_response"), "clients", read_customer)
    assert page.odd == ()
    assert page.records[0].name == "American Cyanamid"


def check_invoices() -> None:
    status, body = recorded("recorded_list_invoices", "get", "invoices/invoices")
    page = page_of(body, "invoices", read_invoice, status)
    assert page.odd == ()
    assert [row.status for row in page.records] == [
        "draft", "draft", "open", "open", "draft", "partial",
    ]  # fmt: skip


def check_empty_page() -> None:
    status, body = recorded("recorded_list_payments", "get", "payments/payments")
    page = page_of(body, "payments", read_payment, status)
    assert (page.records, page.odd, page.pages, page.total) == ((), (), 0, 0)


def check_sent_invoice() -> None:
    _, body = recorded("recorded_send_invoice", "put", "invoices/invoices/454055")
    invoice = read_invoice(msgspec.json.encode(body["response"]["result"]["invoice"]))
    assert (invoice.id, invoice.status) == (454055, "open")


def check_tokens() -> None:
    body = (SAMPLES / "sdk_auth_token_response.json").read_bytes()
    tokens = TokenRecord(body, received_at=1287273500, skew=0, generation=3).find_tokens()
    assert tokens is not None
    assert (tokens.access, tokens.refresh) == ("my_access_token", "my_refresh_token")
    assert tokens.expires_at.timestamp() == 1287273600


def check_no_auth() -> None:
    error = error_for(answer(sample("sdk_auth_me_response__no_auth"), 401), CLOCK)
    assert isinstance(error, SignInAgain)


def check_ledger_refusal() -> None:
    body = sample("sdk_create_ledger_account_response__validation_errors")
    error = error_for(answer(body, 400), CLOCK)
    assert isinstance(error, Refused)
    assert "parent_account: This field is required" in error.message


def check_not_found() -> None:
    error = error_for(answer(sample("sdk_get_client_response__not_found"), 404), CLOCK)
    assert isinstance(error, NotFound)
    assert error.code == "1012"


def check_not_ours(name: str) -> None:
    """An answer of a call that is never made: nothing of ours takes it for one of its own."""
    body = sample(name)
    for key, read in (
        ("clients", read_customer),
        ("invoices", read_invoice),
        ("payments", read_payment),
    ):
        with pytest.raises(Unreadable):
            page_of(body, key, read)


def check_taxonomy(name: str) -> None:
    """The taxonomy shares the envelope of the chart of accounts, but none of its rows is one."""
    page = ledger(sample(name))
    assert page.records == ()
    assert len(page.odd) == len(sample(name)["data"])


def check_errors() -> None:
    told = sample("errors")
    kinds = {
        name: type(error_for(answer(case["body"], case["http"]), CLOCK)).__name__
        for name, case in told.items()
    }
    assert kinds == {
        "accounting_classic_404": "NotFound",
        "accounting_classic_401": "SignInAgain",
        "accounting_200_with_errors": "Refused",
        "accounting_versioned_404": "NotFound",
        "accounting_business_400": "Refused",
        "auth_401": "SignInAgain",
        "token_400": "Refused",
        "token_401": "SignInAgain",
        "business_404": "NotFound",
        "business_422": "Refused",
        "payments_400": "Refused",
        "events_422": "Refused",
        "events_401": "SignInAgain",
    }


CHECKS: dict[str, Callable[[], None]] = {
    "chart_of_accounts_report": lambda: check_not_ours("chart_of_accounts_report"),
    "errors": check_errors,
    "gateway_connections": lambda: check_not_ours("gateway_connections"),
    "invoice_with_lines": check_invoice_with_lines,
    "journal_entry_create_classic": lambda: check_not_ours("journal_entry_create_classic"),
    "ledger_account_create_response": check_ledger_account_create,
    "ledger_accounts_list": check_ledger_lists,
    "ledger_sub_types": lambda: check_taxonomy("ledger_sub_types"),
    "ledger_types": lambda: check_taxonomy("ledger_types"),
    "payment_overpay_request_response": check_overpayment,
    "payments_page": check_payments_page,
    "recorded_create_expense": check_identity,
    "recorded_create_payment": check_created_payment,
    "recorded_get_account_id": check_identity,
    "recorded_list_clients": check_customers,
    "recorded_list_invoices": check_invoices,
    "recorded_list_payments": check_empty_page,
    "recorded_send_invoice": check_sent_invoice,
    "sdk_auth_me_response": check_sdk_identity,
    "sdk_auth_me_response__no_auth": check_no_auth,
    "sdk_auth_token_response": check_tokens,
    "sdk_create_ledger_account_response__validation_errors": check_ledger_refusal,
    "sdk_get_client_response__not_found": check_not_found,
    "sdk_journal_entry_accounts": lambda: check_not_ours("sdk_journal_entry_accounts"),
    "sdk_list_clients_response": check_sdk_customers,
    "sdk_list_ledger_accounts_response": check_ledger_lists,
}


@pytest.mark.parametrize("name", sorted(path.stem for path in SAMPLES.glob("*.json")))
def test_a_wire_sample_is_decoded_or_refused_as_documented(name: str) -> None:
    CHECKS[name]()


@pytest.mark.parametrize("name", sorted(sample("errors")))
def test_each_error_sample_becomes_a_sentence_for_a_person(name: str) -> None:
    case = sample("errors")[name]
    error: FbreconError = error_for(answer(case["body"], case["http"]), CLOCK)
    assert error.title
    assert error.message.endswith(".")
    assert error.hint
    assert "{" not in error.sentence
