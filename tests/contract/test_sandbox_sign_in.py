"""The sandbox's sign-in, consent, tokens and identity."""

from __future__ import annotations

import base64
import hashlib

import pytest
import requests

from fbrecon.sandbox.server import Sandbox
from fbrecon.sandbox.visitor import SignInError, sign_in
from tests.contract.callers import (
    TIMEOUT,
    Caller,
    ask_token,
    authorize_url,
    freshbooks,
    sign_in_fully,
    visit,
)
from tests.contract.conftest import StartSandbox

VERIFIER = "a-verifier-of-the-length-that-the-standard-asks-for-0123456789"
CHALLENGE = (
    base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).rstrip(b"=").decode()
)


def me(sandbox: Sandbox, token: str) -> requests.Response:
    return requests.get(
        f"{sandbox.announcement['freshbooks_api']}/auth/api/v1/users/me",
        headers={"Authorization": f"Bearer {token}"},
        timeout=TIMEOUT,
    )


def exchange(sandbox: Sandbox, code: str, **fields: str) -> requests.Response:
    return ask_token(sandbox, as_json=False, grant_type="authorization_code", code=code, **fields)


def test_an_unknown_app_gets_an_error_page(sandbox: Sandbox) -> None:
    page = requests.get(authorize_url(sandbox, client_id="nobody"), timeout=TIMEOUT)
    assert page.status_code == 500
    assert "text/html" in page.headers["Content-Type"]


def test_another_redirect_address_is_refused(sandbox: Sandbox) -> None:
    url = authorize_url(sandbox, redirect_uri="https://localhost/elsewhere")
    assert requests.get(url, timeout=TIMEOUT).status_code == 400


def test_a_wrong_password_stays_on_the_page_and_says_so(sandbox: Sandbox) -> None:
    said = sandbox.announcement["freshbooks"]
    with requests.Session() as browser:
        page = browser.get(authorize_url(sandbox), timeout=TIMEOUT)
        assert "FreshBooks sandbox" in page.text
        url = f"{sandbox.announcement['freshbooks_auth']}/oauth/sign_in"
        fields = {name: said[name] for name in ("client_id", "redirect_uri", "email")}
        fields |= {"response_type": "code", "password": "wrong"}
        again = browser.post(url, data=fields, timeout=TIMEOUT)
    assert again.status_code == 422
    assert "do not match" in again.text
    assert said["email"] in again.text


def test_a_path_with_a_slash_at_the_end_is_the_same_page(sandbox: Sandbox) -> None:
    url = authorize_url(sandbox).replace("/authorize?", "/authorize/?")
    assert requests.get(url, timeout=TIMEOUT).status_code == 200


def test_the_state_comes_back_unchanged(sandbox: Sandbox) -> None:
    assert visit(sandbox, state="a b&c=d")["state"] == "a b&c=d"


def test_deny_comes_back_as_access_denied(sandbox: Sandbox) -> None:
    back = visit(sandbox, decision="deny", state="xyz")
    assert back["error"] == "access_denied"
    assert back["state"] == "xyz"
    assert "code" not in back


@pytest.mark.parametrize("scope", ["user:wishes:read", "user:profile:write", "user:reports:write"])
def test_one_unknown_scope_spoils_the_whole_consent(sandbox: Sandbox, scope: str) -> None:
    person = sandbox.announcement["freshbooks"]
    url = authorize_url(sandbox, scope=f"user:invoices:read {scope}")
    with pytest.raises(SignInError):
        sign_in(url, person["email"], person["password"])


@pytest.mark.parametrize("as_json", [False, True])
def test_a_code_buys_a_pair_of_tokens_once(sandbox: Sandbox, *, as_json: bool) -> None:
    code = visit(sandbox)["code"]
    answer = ask_token(sandbox, as_json=as_json, grant_type="authorization_code", code=code)
    pair = answer.json()
    assert pair["expires_in"] == 43200
    assert pair["token_type"] == "Bearer"
    assert pair["direct_buy_tokens"] == {}
    assert pair["access_token"].count(".") == 2
    assert len(pair["access_token"]) > 900
    assert len(pair["refresh_token"]) == 64
    assert "user:profile:read" in pair["scope"].split()
    again = exchange(sandbox, code)
    assert (again.status_code, again.json()["error"]) == (400, "invalid_grant")


def test_a_code_lives_five_minutes(sandbox: Sandbox) -> None:
    code = visit(sandbox)["code"]
    sandbox.control("advance", seconds=301)
    assert exchange(sandbox, code).status_code == 400


def test_a_challenge_that_was_sent_has_to_be_met(sandbox: Sandbox) -> None:
    asked = {"code_challenge": CHALLENGE, "code_challenge_method": "S256"}
    assert exchange(sandbox, visit(sandbox, **asked)["code"]).status_code == 400
    wrong = exchange(sandbox, visit(sandbox, **asked)["code"], code_verifier="wrong")
    assert wrong.status_code == 400
    right = exchange(sandbox, visit(sandbox, **asked)["code"], code_verifier=VERIFIER)
    assert right.status_code == 200


def test_a_wrong_app_secret_is_an_invalid_client(sandbox: Sandbox) -> None:
    answer = exchange(sandbox, "whatever", client_secret="wrong")
    assert (answer.status_code, answer.json()["error"]) == (401, "invalid_client")


def test_another_redirect_address_at_the_exchange_is_refused(sandbox: Sandbox) -> None:
    answer = exchange(sandbox, visit(sandbox)["code"], redirect_uri="https://localhost/other")
    assert answer.json()["error"] == "invalid_grant"


def test_a_refresh_token_works_once_and_ends_the_older_access_token(sandbox: Sandbox) -> None:
    first = sign_in_fully(sandbox)
    fields = {"grant_type": "refresh_token", "refresh_token": first["refresh_token"]}
    second = ask_token(sandbox, **fields)
    assert second.status_code == 200
    replay = ask_token(sandbox, **fields)
    assert (replay.status_code, replay.json()["error"]) == (400, "invalid_grant")
    assert me(sandbox, first["access_token"]).status_code == 401
    assert me(sandbox, second.json()["access_token"]).status_code == 200


def test_a_new_sign_in_ends_the_older_refresh_token(sandbox: Sandbox) -> None:
    first = sign_in_fully(sandbox)
    sign_in_fully(sandbox)
    answer = ask_token(sandbox, grant_type="refresh_token", refresh_token=first["refresh_token"])
    assert answer.status_code == 400


def test_an_access_token_lives_twelve_hours(sandbox: Sandbox) -> None:
    token = sign_in_fully(sandbox)["access_token"]
    sandbox.control("advance", seconds=43_100)
    assert me(sandbox, token).status_code == 200
    sandbox.control("advance", seconds=101)
    late = me(sandbox, token)
    assert (late.status_code, late.json()["error"]) == (401, "unauthenticated")


def test_a_revoked_token_is_dead_at_once(sandbox: Sandbox) -> None:
    pair = sign_in_fully(sandbox)
    said = sandbox.announcement
    fields = {name: said["freshbooks"][name] for name in ("client_id", "client_secret")}
    url = f"{said['freshbooks_api']}/auth/oauth/revoke"
    fields["token"] = pair["refresh_token"]
    answer = requests.post(url, data=fields, timeout=TIMEOUT)
    assert (answer.status_code, answer.json()) == (200, {})
    assert me(sandbox, pair["access_token"]).status_code == 401


def test_a_token_without_the_scope_is_forbidden(sandbox: Sandbox) -> None:
    caller = freshbooks(sandbox, scope="user:clients:read")
    assert caller("GET", "/users/clients").status_code == 200
    answer = caller("GET", "/invoices/invoices")
    assert answer.status_code == 403
    assert "user:invoices:read" in answer.text
    caller.close()


def test_memberships_hold_the_traps_of_real_ones(sandbox: Sandbox) -> None:
    answer = me(sandbox, sign_in_fully(sandbox)["access_token"]).json()["response"]
    memberships = answer["business_memberships"]
    seen = [(m["role"], m["business"]["account_id"] is not None) for m in memberships]
    assert seen == [
        ("owner", True), ("business_accountant", True), ("owner", False), ("client", True),
    ]  # fmt: skip
    assert all(m["id"] != m["business"]["id"] for m in memberships)
    assert all(m["fasttrack_token"] for m in memberships)
    assert memberships[2]["business"]["business_clients"]
    usable = {m["business"]["account_id"] for m in memberships[:2]}
    assert set(answer["permissions"]) == usable
    assert answer["roles"][0]["role"] == "admin"


def test_someone_who_is_only_a_client_sees_no_rows_and_writes_nothing(
    sandbox: Sandbox, books: Caller
) -> None:
    account = sandbox.state.memberships[3].account_id
    books.prefix = f"/accounting/account/{account}"
    page = books.get("/invoices/invoices")["response"]["result"]
    assert (page["total"], page["invoices"]) == (16, [])
    body = {"payment": {"invoiceid": 1, "amount": {"amount": "1.00"}, "date": "2026-01-01"}}
    assert books("POST", "/payments/payments", body).status_code == 403


def test_the_second_business_has_books_of_its_own(sandbox: Sandbox, books: Caller) -> None:
    books.prefix = f"/accounting/account/{sandbox.state.memberships[1].account_id}"
    page = books.get("/invoices/invoices")["response"]["result"]
    assert page["total"] > 15


def test_an_account_of_nobody_is_not_found(books: Caller) -> None:
    books.prefix = "/accounting/account/nobody"
    assert books("GET", "/invoices/invoices").status_code == 404


def test_without_a_token_nothing_is_told(sandbox: Sandbox) -> None:
    url = f"{sandbox.announcement['freshbooks_api']}/accounting/account/x/invoices/invoices"
    answer = requests.get(url, timeout=TIMEOUT)
    assert (answer.status_code, answer.json()["error"]) == (401, "unauthenticated")


def test_a_refresh_can_leave_the_older_access_token_alive(start_sandbox: StartSandbox) -> None:
    sandbox = start_sandbox(refresh_ends_access_token=False)
    pair = sign_in_fully(sandbox)
    ask_token(sandbox, grant_type="refresh_token", refresh_token=pair["refresh_token"])
    assert me(sandbox, pair["access_token"]).status_code == 200
