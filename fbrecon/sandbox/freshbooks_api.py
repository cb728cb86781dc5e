"""The FreshBooks API host: token endpoints, identity, and the accounting families."""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, request

from fbrecon.sandbox import (
    freshbooks_clients,
    freshbooks_entries,
    freshbooks_expenses,
    freshbooks_identity,
    freshbooks_invoices,
    freshbooks_ledger,
    freshbooks_payments,
)
from fbrecon.sandbox.freshbooks_errors import token_error
from fbrecon.sandbox.freshbooks_http import (
    answer,
    check_token,
    install,
    open_books,
    sent_json,
)
from fbrecon.sandbox.freshbooks_tokens import ACCESS_SECONDS, Grant
from fbrecon.sandbox.state import SandboxState

_TOKEN_PATHS = ("/auth/oauth/token", "/auth/oauth/revoke")


def create_app(state: SandboxState) -> Flask:
    """The app of ``api.freshbooks.com``."""
    app = Flask("fbrecon.sandbox")

    def authenticate() -> None:
        if request.path not in _TOKEN_PATHS:
            check_token(state)

    install(app, authenticate)
    _register_tokens(app, state)
    freshbooks_identity.register(app, state)
    freshbooks_clients.register(app, state)
    freshbooks_invoices.register(app, state)
    freshbooks_payments.register(app, state)
    freshbooks_ledger.register(app, state)
    freshbooks_entries.register(app, state)
    freshbooks_expenses.register(app, state)

    @app.get("/accounting/account/<account_id>/items/items")
    def items(account_id: str) -> Response:
        """What the plan does not include is refused with status 200."""
        open_books(state, account_id, "billable_items")
        error = {"errno": 12001, "message": "You do not have access to items."}
        return answer({"response": {"errors": [error]}})

    return app


def _register_tokens(app: Flask, state: SandboxState) -> None:
    @app.post("/auth/oauth/token")
    def token() -> Response:
        sent = _form_or_json()
        state.tokens.check_app(sent.get("client_id"), sent.get("client_secret"))
        redirect_uri = sent.get("redirect_uri", "")
        match sent.get("grant_type"):
            case "authorization_code":
                verifier = sent.get("code_verifier")
                grant = state.tokens.exchange(sent.get("code", ""), redirect_uri, verifier)
            case "refresh_token":
                grant = state.tokens.refresh(sent.get("refresh_token", ""), redirect_uri)
            case _:
                raise token_error(
                    400,
                    "unsupported_grant_type",
                    "The authorization grant type is not supported by the authorization server.",
                )
        return answer(_pair(grant))

    @app.post("/auth/oauth/revoke")
    def revoke() -> Response:
        sent = _form_or_json()
        state.tokens.check_app(sent.get("client_id"), sent.get("client_secret"))
        state.tokens.revoke(sent.get("token", ""))
        return answer({})


def _form_or_json() -> dict[str, str]:
    if request.mimetype == "application/json":
        body = sent_json()
        return {k: str(v) for k, v in body.items()} if isinstance(body, dict) else {}
    return request.form.to_dict()


def _pair(grant: Grant) -> dict[str, Any]:
    return {
        "access_token": grant.access_token,
        "token_type": "Bearer",
        "expires_in": ACCESS_SECONDS,
        "refresh_token": grant.refresh_token,
        "scope": " ".join(grant.scopes),
        "created_at": int(grant.issued_at.timestamp()),
        "direct_buy_tokens": {},
    }
