"""FreshBooks' own Python SDK takes the sandbox for FreshBooks."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from freshbooks.builders.filter import FilterBuilder
from freshbooks.builders.includes import IncludesBuilder
from freshbooks.builders.paginator import PaginateBuilder
from freshbooks.client import Client
from freshbooks.errors import FreshBooksError

from fbrecon.sandbox.server import Sandbox
from fbrecon.sandbox.visitor import sign_in
from tests.contract.callers import open_invoice


@pytest.fixture
def sdk(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """The SDK's client after a sign-in through the pages, with the ids of the main business."""
    said = sandbox.announcement
    monkeypatch.setenv("FRESHBOOKS_API_URL", said["freshbooks_api"])
    monkeypatch.setenv("FRESHBOOKS_AUTH_URL", said["freshbooks_auth"])
    app = said["freshbooks"]
    client = Client(
        app["client_id"],
        client_secret=app["client_secret"],
        redirect_uri=app["redirect_uri"],
        auto_retry=False,
    )
    back = sign_in(client.get_auth_request_url(), app["email"], app["password"])
    client.get_access_token(back.rpartition("code=")[2])
    membership = client.current_user().business_memberships[0]
    return SimpleNamespace(
        client=client,
        account_id=membership.business.account_id,
        business_uuid=membership.business.business_uuid,
    )


def walk(resource: Any, account_id: str, per_page: int, *builders: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    page = 1
    while True:
        found = resource.list(account_id, [PaginateBuilder(page, per_page), *builders])
        rows += [row.data for row in found]
        if page >= found.pages.pages:
            return rows
        page += 1


def test_every_page_of_invoices_with_lines_equals_the_state(
    sandbox: Sandbox, sdk: SimpleNamespace
) -> None:
    include = IncludesBuilder().include("lines")
    walked = walk(sdk.client.invoices, sdk.account_id, 90, include)
    held = sandbox.control("state")["freshbooks"]["invoices"]
    shown = sorted((row for row in held if row["vis_state"] != 1), key=lambda row: -row["id"])
    assert len(walked) > 380
    assert walked == shown
    assert all(row["lines"] for row in walked)


def test_deleted_invoices_come_only_when_asked_for(sandbox: Sandbox, sdk: SimpleNamespace) -> None:
    deleted = FilterBuilder().equals("vis_state", 1)
    walked = walk(sdk.client.invoices, sdk.account_id, 100, deleted)
    held = sandbox.control("state")["freshbooks"]["invoices"]
    assert {row["id"] for row in walked} == {row["id"] for row in held if row["vis_state"] == 1}
    assert walked


def test_clients_and_payments_equal_the_state(sandbox: Sandbox, sdk: SimpleNamespace) -> None:
    held = sandbox.control("state")["freshbooks"]
    for name in ("clients", "payments"):
        walked = walk(getattr(sdk.client, name), sdk.account_id, 100)
        shown = [row for row in held[name] if row["vis_state"] != 1]
        assert walked == sorted(shown, key=lambda row: -row["id"])


def test_refreshed_tokens_work_and_a_used_one_is_refused(sdk: SimpleNamespace) -> None:
    first = sdk.client.refresh_token
    second = sdk.client.refresh_access_token().refresh_token
    assert second != first
    assert sdk.client.current_user().identity_id
    with pytest.raises(FreshBooksError) as refused:
        sdk.client.refresh_access_token(first)
    assert refused.value.status_code == 400


def test_an_overpayment_is_truncated_and_the_rest_becomes_a_credit(
    sandbox: Sandbox, sdk: SimpleNamespace
) -> None:
    invoice = open_invoice(sandbox)
    due = invoice["outstanding"]["amount"]
    sent = {"amount": {"amount": "99999.00"}, "date": "2026-11-20", "type": "Check"}
    payment = sdk.client.payments.create(sdk.account_id, {"invoiceid": invoice["id"], **sent})
    assert payment.data["amount"] == {"amount": due, "code": "USD"}
    credit = sdk.client.payments.get(sdk.account_id, payment.data["overpaymentid"]).data
    assert credit["invoiceid"] is None
    assert credit["creditid"] is not None
    paid = sdk.client.invoices.get(sdk.account_id, invoice["id"]).data
    assert (paid["v3_status"], paid["payment_status"], paid["status"]) == ("paid", "paid", 4)
    assert paid["outstanding"]["amount"] == "0.00"
    assert paid["date_paid"] == "2026-11-20"
    assert paid["updated"] == payment.data["updated"]


def test_a_deleted_payment_reopens_its_invoice(sandbox: Sandbox, sdk: SimpleNamespace) -> None:
    invoice = open_invoice(sandbox)
    body = {"invoiceid": invoice["id"], "amount": invoice["outstanding"], "date": "2026-11-20"}
    payment = sdk.client.payments.create(sdk.account_id, body)
    gone = sdk.client.payments.delete(sdk.account_id, payment.data["id"])
    assert gone.data["vis_state"] == 1
    reopened = sdk.client.invoices.get(sdk.account_id, invoice["id"]).data
    assert reopened["outstanding"] == invoice["outstanding"]
    assert reopened["date_paid"] is None
    assert reopened["v3_status"] == invoice["v3_status"]


def test_an_invoice_is_created_and_deleted(sandbox: Sandbox, sdk: SimpleNamespace) -> None:
    customer = sandbox.control("state")["freshbooks"]["clients"][0]
    line = {"name": "Bowls", "qty": "4", "unit_cost": {"amount": "5.00"}}
    tax = {"taxName1": "HST", "taxAmount1": "13"}
    mugs = {"name": "Mugs", "qty": "6", "unit_cost": {"amount": "4.00"}}
    body = {
        "customerid": customer["id"],
        "create_date": "2026-11-20",
        "discount_value": "10",
        "lines": [{**line, **tax}, mugs],
    }
    made = sdk.client.invoices.create(sdk.account_id, body).data
    assert made["amount"]["amount"] == "41.94"
    assert made["discount_total"]["amount"] == "-4.40"
    assert made["v3_status"] == "draft"
    sdk.client.invoices.delete(sdk.account_id, made["id"])
    assert sdk.client.invoices.get(sdk.account_id, made["id"]).data["vis_state"] == 1


def test_an_unknown_client_is_the_sdks_own_error(sdk: SimpleNamespace) -> None:
    with pytest.raises(FreshBooksError) as refused:
        sdk.client.clients.get(sdk.account_id, 12345)
    assert refused.value.status_code == 404
    assert refused.value.error_code == 1012
    assert str(refused.value) == "Client not found."


def test_ledger_accounts_are_listed_and_created(sdk: SimpleNamespace) -> None:
    accounts = sdk.client.ledger_accounts
    listed = [account.data for account in accounts.list(sdk.business_uuid)]
    by_name = {account["name"]: account for account in listed}
    assert by_name["Petty Cash"]["parent_account"] == by_name["Cash"]["uuid"]
    assert by_name["Petty Cash"]["uuid"] in by_name["Cash"]["sub_accounts"]
    with pytest.raises(FreshBooksError) as refused:
        accounts.create(sdk.business_uuid, {})
    fields = [detail["field"] for detail in refused.value.error_details or ()]
    assert fields == ["name", "sub_type"]
    made = accounts.create(
        sdk.business_uuid, {"name": "Undeposited Funds", "sub_type": "Current Asset"}
    )
    assert made.data["type"] == "asset"
    assert accounts.get(sdk.business_uuid, made.data["uuid"]).data == made.data
