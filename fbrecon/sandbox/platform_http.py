"""What all handlers of the platform share: its errors, its key, its pages and dates."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from flask import Response, request

from fbrecon.sandbox.amounts import json_bytes
from fbrecon.sandbox.platform_wire import PlatformWire, cursor_of
from fbrecon.sandbox.state import SandboxState

TOKEN_SECONDS = 3600
MOST_PER_PAGE = 100


class HttpError(Exception):
    """The platform's error answer."""

    def __init__(
        self, status: int, code: str, message: str, problems: dict[str, str] | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.body = {"code": code, "message": message, "validation_errors": problems or {}}


class KeyDesk:
    """Bearer tokens of the one API key; there is nothing to refresh, one asks again."""

    def __init__(self, state: SandboxState) -> None:
        self._state = state
        self._tokens: dict[str, datetime] = {}

    def issue(self) -> dict[str, Any]:
        """A new token for the right key, checked by HTTP Basic."""
        sent = request.authorization
        platform = self._state.platform
        if sent is None or (sent.username, sent.password) != (
            platform.client_id,
            platform.client_secret,
        ):
            raise HttpError(403, "forbidden", "Invalid client credentials.")
        if request.form.get("grant_type") != "client_credentials":
            raise HttpError(400, "bad_request", "grant_type must be client_credentials.")
        token = self._state.chance.hex("platform-tokens", 64)
        self._tokens[token] = self._state.clock.now() + timedelta(seconds=TOKEN_SECONDS)
        return {"access_token": token, "token_type": "Bearer", "expires_in": TOKEN_SECONDS}

    def check(self) -> None:
        """Raises unless the request bears a live token."""
        kind, _, token = request.headers.get("Authorization", "").partition(" ")
        until = self._tokens.get(token.strip())
        if kind.lower() != "bearer" or until is None or until <= self._state.clock.now():
            raise HttpError(401, "unauthorized", "The access token is missing, wrong or expired.")

    def expire(self, token: str) -> None:
        """Lets a token run out now."""
        self._tokens.pop(token, None)


def page(
    wire: PlatformWire,
    rows: list[Any],
    show: Callable[[Any], Any],
    identify: Callable[[Any], str] = lambda row: str(row.id),
) -> Response:
    """The part of the rows that `limit`, `after` and `before` ask for."""
    text = request.args.get("limit", str(MOST_PER_PAGE))
    if not text.isdecimal() or int(text) < 1:
        raise invalid({"limit": "Must be a whole number from 1."})
    limit = min(int(text), MOST_PER_PAGE)
    ids = [identify(row) for row in rows]
    places = {cursor_of(identity): place for place, identity in enumerate(ids)}
    shown = dict(zip(ids, rows, strict=True))
    start = 0
    for name in ("after", "before"):
        cursor = request.args.get(name)
        if cursor and cursor not in places:
            raise invalid({name: "Unknown cursor."})
    if request.args.get("before"):
        end = places[request.args["before"]]
        start = max(0, end - limit)
    else:
        if request.args.get("after"):
            start = places[request.args["after"]] + 1
        end = start + limit
    return answer(wire.page(ids, lambda identity: show(shown[identity]), start, end))


def within(name: str, value: datetime | date) -> bool:
    """Whether a value lies in the range that ``<name>_start`` and ``<name>_end`` ask for."""
    return between(value, request.args.get(f"{name}_start"), request.args.get(f"{name}_end"))


def between(value: datetime | date, start: str | None, end: str | None) -> bool:
    """Both ends belong to the range; an end that is a mere date means the whole day (UTC)."""
    return (not start or _compare(value, start) >= 0) and (not end or _compare(value, end) <= 0)


def _compare(value: datetime | date, text: str) -> int:
    try:
        if not isinstance(value, datetime):
            left: Any = value
            right: Any = date.fromisoformat(text[:10])
        elif len(text) == 10:
            left, right = value.date(), date.fromisoformat(text)
        else:
            # Whole seconds are what the wire shows.
            left = value.replace(microsecond=0)
            # The + of an offset that was not escaped arrives as a space.
            right = datetime.fromisoformat(text.replace(" ", "+"))
        return int(left > right) - int(left < right)
    except (ValueError, TypeError):
        raise invalid({"date": f"{text} is not a date or time."}) from None


def read_day(value: Any) -> date | None:
    """A date of a body, None if it is none."""
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return None


def sent_object() -> dict[str, Any]:
    """The JSON object that was sent, decimals exact."""
    try:
        body = json.loads(request.get_data() or b"null", parse_float=Decimal)
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise HttpError(400, "bad_request", "The body must be a JSON object.")
    return body


def get_row(rows: dict[str, Any], identity: str) -> Any:
    """The row of that id; raises the 404."""
    if identity not in rows:
        raise HttpError(404, "not_found", "Not found.")
    return rows[identity]


def invalid(problems: dict[str, str]) -> HttpError:
    """A body or query with fields that cannot be taken."""
    return HttpError(400, "bad_request", "The request is not valid.", problems)


def answer(body: Any, status: int = 200) -> Response:
    """A JSON answer."""
    return Response(json_bytes(body), status, mimetype="application/json")
