"""How the contract tests talk to a sandbox: plain HTTP, signed in, and nothing of fbrecon's own."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import requests

from fbrecon.sandbox.server import Sandbox
from fbrecon.sandbox.visitor import sign_in

TIMEOUT = 20


def authorize_url(sandbox: Sandbox, **extra: str) -> str:
    """Where a person is sent to sign in."""
    said = sandbox.announcement
    query = {
        "client_id": said["freshbooks"]["client_id"],
        "response_type": "code",
        "redirect_uri": said["freshbooks"]["redirect_uri"],
        **extra,
    }
    return f"{said['freshbooks_auth']}/oauth/authorize?{urlencode(query)}"


def visit(sandbox: Sandbox, *, decision: str = "allow", **extra: str) -> dict[str, str]:
    """Signs in through the pages; the answer is the query of the address called back."""
    person = sandbox.announcement["freshbooks"]
    back = sign_in(
        authorize_url(sandbox, **extra), person["email"], person["password"], decision=decision
    )
    assert back.startswith(f"{person['redirect_uri']}?")
    return {name: values[0] for name, values in parse_qs(urlsplit(back).query).items()}


def ask_token(sandbox: Sandbox, *, as_json: bool = False, **fields: str) -> requests.Response:
    """A call of the token endpoint with the app's own id and secret, unless told otherwise."""
    said = sandbox.announcement
    body = {name: said["freshbooks"][name] for name in ("client_id", "client_secret")}
    body["redirect_uri"] = said["freshbooks"]["redirect_uri"]
    body |= fields
    url = f"{said['freshbooks_api']}/auth/oauth/token"
    if as_json:
        return requests.post(url, json=body, timeout=TIMEOUT)
    return requests.post(url, data=body, timeout=TIMEOUT)


def sign_in_fully(sandbox: Sandbox, **extra: str) -> dict[str, Any]:
    """From the sign-in page to the pair of tokens."""
    code = visit(sandbox, **extra)["code"]
    pair: dict[str, Any] = ask_token(sandbox, grant_type="authorization_code", code=code).json()
    return pair


class Caller:
    """One HTTP session with one of the services."""

    def __init__(self, base: str, headers: dict[str, str], prefix: str = "") -> None:
        self.base = base
        self.prefix = prefix
        self.session = requests.Session()
        self.session.headers.update(headers)

    def __call__(
        self, method: str, path: str, body: Any = None, timeout: float = TIMEOUT, **query: Any
    ) -> requests.Response:
        """One request; ``query`` names may be given as a dict under ``params``."""
        params = query.pop("params", {}) | query
        return self.session.request(
            method, f"{self.base}{self.prefix}{path}", json=body, params=params, timeout=timeout
        )

    def get(self, path: str, **query: Any) -> Any:
        """The decoded body of a GET that must succeed; decimals stay exact."""
        answer = self("GET", path, **query)
        assert answer.status_code == 200, answer.text
        return json.loads(answer.text, parse_float=Decimal)

    def close(self) -> None:
        """Closes the connections."""
        self.session.close()


def freshbooks(sandbox: Sandbox, **extra: str) -> Caller:
    """A caller that has signed in, for paths below the main account."""
    said, token = sandbox.announcement, sign_in_fully(sandbox, **extra)["access_token"]
    account = f"/accounting/account/{sandbox.state.main_books.account_id}"
    return Caller(said["freshbooks_api"], {"Authorization": f"Bearer {token}"}, account)


def platform(sandbox: Sandbox) -> Caller:
    """A caller with a token of the platform."""
    said = sandbox.announcement
    key = said["platform"]
    answer = requests.post(
        f"{said['platform_api']}/oauth/token",
        data={"grant_type": "client_credentials"},
        auth=(key["client_id"], key["client_secret"]),
        timeout=TIMEOUT,
    )
    token = answer.json()["access_token"]
    return Caller(said["platform_api"], {"Authorization": f"Bearer {token}"})


def new_platform_invoice(
    caller: Caller, *amounts: str, currency: str = "USD", customer_id: str | None = None
) -> dict[str, Any]:
    """An invoice on the platform with a line for each amount; sums go out as JSON numbers."""
    if customer_id is None:
        customer_id = caller("POST", "/customers", {"name": "Kestrel Freight"}).json()["id"]
    lines = ", ".join(
        f'{{"description": "Line", "amount": {amount}, "quantity": 1}}' for amount in amounts
    )
    body = (
        f'{{"customer_id": "{customer_id}", "currency": "{currency}", "due_date": "2026-12-01",'
        f' "line_items": [{lines}]}}'
    )
    answer = caller.session.post(f"{caller.base}/invoices", data=body, timeout=TIMEOUT)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = json.loads(answer.text, parse_float=Decimal)
    return made


def open_invoice(sandbox: Sandbox, currency: str = "USD") -> dict[str, Any]:
    """Some unpaid, sent invoice of the main business, as the state tells it."""
    for invoice in sandbox.control("state")["freshbooks"]["invoices"]:
        if (
            invoice["vis_state"] == 0
            and invoice["v3_status"] in ("sent", "viewed", "overdue")
            and invoice["currency_code"] == currency
        ):
            found: dict[str, Any] = invoice
            return found
    raise AssertionError("the scenario has no open invoice in that currency")
