"""What all FreshBooks handlers share: answers, bodies, and who may open which books."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from flask import Flask, Response, g, request

from fbrecon.sandbox.amounts import json_bytes
from fbrecon.sandbox.freshbooks_books import Books
from fbrecon.sandbox.freshbooks_errors import (
    BASE_VERSION,
    WireError,
    account_not_found,
    accounting_error,
    forbidden,
    in_newer_shape,
    invalid,
    unauthenticated,
)
from fbrecon.sandbox.freshbooks_tokens import Grant
from fbrecon.sandbox.paging import Arguments
from fbrecon.sandbox.state import Membership, SandboxState


def answer(body: Any, status: int = 200) -> Response:
    """A JSON answer."""
    return Response(json_bytes(body), status, mimetype="application/json")


def result(name: str, value: Any) -> Response:
    """One accounting object in its envelope."""
    return answer({"response": {"result": {name: value}}})


def result_page(name: str, rows: list[Any], numbers: dict[str, int]) -> Response:
    """A page of accounting objects in its envelope."""
    return answer({"response": {"result": {name: rows, **numbers}}})


def arguments() -> Arguments:
    """The query of this request, each name with all of its values."""
    return dict(request.args.lists())


def includes() -> frozenset[str]:
    """What `include[]=` asks for."""
    return frozenset(request.args.getlist("include[]"))


def sent_json() -> Any:
    """The JSON that was sent, decimals exact; errno 1005 if it is none."""
    try:
        return json.loads(request.get_data() or b"null", parse_float=Decimal)
    except ValueError:
        raise accounting_error(400, 1005, "Request body is not valid JSON.") from None


def sent_object(name: str) -> dict[str, Any]:
    """The object under its envelope key, such as ``{"payment": {...}}``."""
    body = sent_json()
    found = body.get(name) if isinstance(body, dict) else None
    if not isinstance(found, dict):
        raise accounting_error(422, 1001, f"{name} is required.", field=name)
    return found


def bearer() -> str:
    """The token of this request, empty where none was sent."""
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else ""


def check_token(state: SandboxState) -> None:
    """Raises unless the request bears a live access token; keeps its grant for the handler."""
    grant = state.tokens.find_grant(bearer())
    if grant is None:
        raise unauthenticated()
    g.grant = grant


def check_scope(noun: str, way: str) -> None:
    """Raises unless the token may read or write that kind of thing."""
    grant: Grant = g.grant
    needed = f"user:{noun}:{way}"
    if needed not in grant.scopes:
        held = " ".join(grant.scopes)
        raise forbidden(f"This action requires the scope {needed}. Your token has: {held}")


def open_books(state: SandboxState, account_id: str, noun: str) -> Books:
    """The books of an account, after checking membership, scope and, for writes, the role."""
    membership = next((m for m in state.memberships if m.account_id == account_id), None)
    if membership is None:
        raise account_not_found()
    writing = request.method not in ("GET", "HEAD")
    check_scope(noun, "write" if writing else "read")
    if writing and membership.role == "client":
        raise forbidden("Permission Denied")
    g.hidden = membership.role == "client"
    return state.books[account_id]


def visible(rows: list[Any]) -> list[Any]:
    """Nothing, for someone who is only a client there, though the total counts the rows."""
    return [] if g.hidden else rows


def open_business(state: SandboxState, business_uuid: str) -> tuple[Membership, Books]:
    """The same by business uuid, for the ledger family."""
    for membership in state.memberships:
        if membership.business_uuid == business_uuid and membership.account_id is not None:
            return membership, open_books(state, membership.account_id, "journal_entries")
    raise account_not_found()


def read_day(value: Any, field: str, name: str) -> date:
    """A date field of a body."""
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        message = f"{field} must be a date, YYYY-MM-DD."
        raise accounting_error(422, 1033, message, field=field, name=name, value=value) from None


def read_whole(value: Any, field: str, name: str) -> int:
    """A whole-number field of a body; texts of digits are taken too."""
    if isinstance(value, bool) or not str(value).isdecimal():
        raise invalid(field, name, value)
    return int(value)


def install(app: Flask, authenticate: Callable[[], None]) -> None:
    """Hooks authentication and error answers into the app."""

    @app.before_request
    def _authenticate() -> None:
        authenticate()

    @app.errorhandler(WireError)
    def _refuse(error: WireError) -> Response:
        version = request.headers.get("X-API-VERSION", BASE_VERSION)
        if request.path.startswith("/accounting/account/") and version > BASE_VERSION:
            error = in_newer_shape(error)
        return answer(error.body, error.status)

    @app.errorhandler(404)
    def _unknown_path(_: Exception) -> Response:
        return answer({"response": {"errors": [{"errno": 404, "message": "Not found."}]}}, 404)

    @app.errorhandler(405)
    def _wrong_verb(_: Exception) -> Response:
        return answer({"response": {"errors": [{"errno": 405, "message": "Not allowed."}]}}, 405)
