"""The payments platform's API: token, customers, invoices, payments, payouts."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from flask import Flask, Response, request

from fbrecon.sandbox.amounts import json_bytes, to_minor
from fbrecon.sandbox.platform_book import InvoiceRow, Item, PaymentRow, PayoutRow
from fbrecon.sandbox.platform_wire import CUSTOMER_FIELDS, PlatformWire, cursor_of
from fbrecon.sandbox.state import SandboxState

TOKEN_SECONDS = 3600
MOST_PER_PAGE = 100
CURRENCIES = ("USD", "CAD")


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


def create_app(state: SandboxState) -> Flask:
    """The app of ``public-api.alternativepayments.io``."""
    app = Flask("fbrecon.sandbox")
    keys = KeyDesk(state)
    app.extensions["platform_keys"] = keys

    @app.before_request
    def authenticate() -> None:
        if request.path != "/oauth/token":
            keys.check()

    @app.post("/oauth/token")
    def token() -> Response:
        return _answer(keys.issue())

    @app.errorhandler(HttpError)
    def refuse(error: HttpError) -> Response:
        return _answer(error.body, error.status)

    @app.errorhandler(404)
    def unknown_path(_: Exception) -> Response:
        return _answer(HttpError(404, "not_found", "Not found.").body, 404)

    @app.errorhandler(405)
    def wrong_verb(_: Exception) -> Response:
        return _answer(HttpError(405, "method_not_allowed", "Method not allowed.").body, 405)

    wire = PlatformWire(state.platform, state.options.dialect)
    _register_customers(app, state, wire)
    _register_invoices(app, state, wire)
    _register_money(app, state, wire)
    return app


def _register_customers(app: Flask, state: SandboxState, wire: PlatformWire) -> None:
    book = state.platform

    @app.get("/customers")
    def customers() -> Response:
        name = request.args.get("company_name", "").lower()
        rows = [
            row
            for row in reversed(book.customers.values())
            if not row.archived
            and name in str(row.fields.get("name") or "").lower()
            and _within("created_at", row.created_at)
        ]
        return _page(wire, rows, wire.customer)

    @app.post("/customers")
    def create_customer() -> Response:
        sent = _sent()
        if not str(sent.get("name") or "").strip():
            raise _invalid({"name": "This field is required."})
        external_id = sent.get("external_id")
        taken = {row.fields.get("external_id") for row in book.customers.values()}
        if external_id is not None and external_id in taken:
            raise HttpError(400, "bad_request", "This external id is already used")
        row = book.add_customer({name: sent.get(name) for name in CUSTOMER_FIELDS})
        return _answer(wire.customer(row), 201)

    @app.get("/customers/<customer_id>")
    def customer(customer_id: str) -> Response:
        return _answer(wire.customer(_get(book.customers, customer_id)))

    @app.delete("/customers/<customer_id>")
    def archive_customer(customer_id: str) -> Response:
        _get(book.customers, customer_id).archived = True
        return Response(status=204)


def _register_invoices(app: Flask, state: SandboxState, wire: PlatformWire) -> None:
    book = state.platform

    @app.get("/invoices")
    def invoices() -> Response:
        asked = request.args
        rows = [
            row
            for row in reversed(book.invoices.values())
            if asked.get("customer_id", row.customer_id) == row.customer_id
            and asked.get("status", wire.invoice_status(row)) == wire.invoice_status(row)
            and _within("created_at", row.created_at)
            and _within("due_date", row.due_on)
        ]
        return _page(wire, rows, wire.invoice)

    @app.post("/invoices")
    def create_invoice() -> Response:
        return _answer(wire.invoice(_new_invoice(state, _sent())), 201)

    @app.get("/invoices/<invoice_id>")
    def invoice(invoice_id: str) -> Response:
        return _answer(wire.invoice(_get(book.invoices, invoice_id)))

    @app.delete("/invoices/<invoice_id>")
    def archive_invoice(invoice_id: str) -> Response:
        row = _get(book.invoices, invoice_id)
        if any(payment.state == "processing" for payment in book.payments_of(row.id)):
            raise HttpError(422, "unprocessable", "A payment of this invoice is under way.")
        row.archived = True
        return Response(status=204)

    @app.get("/invoices/<invoice_id>/payment-link")
    def payment_link(invoice_id: str) -> Response:
        """The address comes without a scheme, on the merchant's own domain."""
        row = _get(book.invoices, invoice_id)
        return _answer({"url": f"pay.harborlight.example/i/{row.id}"})


def _register_money(app: Flask, state: SandboxState, wire: PlatformWire) -> None:
    book = state.platform

    @app.get("/payments")
    def payments() -> Response:
        asked = request.args

        def wanted(row: PaymentRow) -> bool:
            return (
                asked.get("customer_id", row.customer_id) == row.customer_id
                and asked.get("invoice_id", row.invoice_id) == row.invoice_id
                and asked.get("status", wire.payment_status(row)) == wire.payment_status(row)
                and asked.get("payment_method", wire.method(row)) == wire.method(row)
                and _within("created_at", row.created_at)
            )

        rows = [row for row in reversed(book.payments.values()) if wanted(row)]
        return _page(wire, rows, wire.payment)

    @app.get("/payouts")
    def payouts() -> Response:
        asked = request.args

        def wanted(row: PayoutRow) -> bool:
            inside = [book.payments[p.payment_id] for p in row.lines if p.payment_id]
            return (
                asked.get("status", row.status) == row.status
                and (
                    "customer_id" not in asked
                    or asked["customer_id"] in {p.customer_id for p in inside}
                )
                and (
                    "invoice_id" not in asked
                    or asked["invoice_id"] in {p.invoice_id for p in inside}
                )
                and _between(row.created_at, asked.get("start_date"), asked.get("end_date"))
            )

        rows = [row for row in reversed(book.payouts.values()) if wanted(row)]
        return _page(wire, rows, wire.payout)

    @app.get("/payouts/<payout_id>")
    def payout(payout_id: str) -> Response:
        return _answer(wire.payout(_get(book.payouts, payout_id)))

    @app.get("/payouts/<payout_id>/transactions")
    def transactions(payout_id: str) -> Response:
        rows = wire.payout_rows(_get(book.payouts, payout_id))
        return _page(
            wire, rows, lambda row: row, lambda row: row.get("id") or row["transaction_id"]
        )


def _new_invoice(state: SandboxState, sent: dict[str, Any]) -> InvoiceRow:
    """Checks a body and adds the invoice; number and memo are dropped unless told to keep them."""
    book, problems = state.platform, dict[str, str]()
    customer = book.customers.get(str(sent.get("customer_id")))
    if customer is None or customer.archived:
        problems["customer_id"] = "No such customer."
    if sent.get("currency") not in CURRENCIES:
        problems["currency"] = f"Must be one of {', '.join(CURRENCIES)}."
    due_on = _day(sent.get("due_date"))
    if due_on is None:
        problems["due_date"] = "Must be a date, YYYY-MM-DD."
    items = _items(sent.get("line_items"), problems)
    if problems or customer is None or due_on is None:
        raise _invalid(problems)
    if state.options.refuse_negative_lines and any(item.cents < 0 for item in items):
        raise HttpError(422, "unprocessable", "A line must not be negative.")
    if sum(item.cents * item.quantity for item in items) <= 0:
        raise HttpError(422, "unprocessable", "The total must be positive.")
    row = book.add_invoice(customer.id, str(sent["currency"]), due_on, items)
    if state.options.keep_numbers:
        row.number, row.memo = sent.get("invoice_number"), sent.get("memo")
    return row


def _items(sent: Any, problems: dict[str, str]) -> list[Item]:
    items = []
    if not isinstance(sent, list) or not sent:
        problems["line_items"] = "At least one line is required."
        return []
    for number, line in enumerate(sent):
        amount = line.get("amount") if isinstance(line, dict) else None
        quantity = line.get("quantity") if isinstance(line, dict) else None
        if isinstance(quantity, bool) or not isinstance(quantity, int) or quantity < 1:
            problems[f"line_items[{number}].quantity"] = "Must be a whole number from 1."
            continue
        try:
            if not isinstance(amount, (int, Decimal)):
                raise ValueError("not a number")
            items.append(
                Item(str(line.get("description") or ""), to_minor(amount, "USD"), quantity)
            )
        except ValueError:
            problems[f"line_items[{number}].amount"] = "Must be a number of dollars and cents."
    return items


def _page(
    wire: PlatformWire,
    rows: list[Any],
    show: Callable[[Any], Any],
    identify: Callable[[Any], str] = lambda row: str(row.id),
) -> Response:
    """The part of the rows that `limit`, `after` and `before` ask for."""
    text = request.args.get("limit", str(MOST_PER_PAGE))
    if not text.isdecimal() or int(text) < 1:
        raise _invalid({"limit": "Must be a whole number from 1."})
    limit = min(int(text), MOST_PER_PAGE)
    ids = [identify(row) for row in rows]
    places = {cursor_of(identity): place for place, identity in enumerate(ids)}
    shown = dict(zip(ids, rows, strict=True))
    start = 0
    for name in ("after", "before"):
        cursor = request.args.get(name)
        if cursor and cursor not in places:
            raise _invalid({name: "Unknown cursor."})
    if request.args.get("before"):
        end = places[request.args["before"]]
        start = max(0, end - limit)
    else:
        if request.args.get("after"):
            start = places[request.args["after"]] + 1
        end = start + limit
    return _answer(wire.page(ids, lambda identity: show(shown[identity]), start, end))


def _within(name: str, value: datetime | date) -> bool:
    return _between(value, request.args.get(f"{name}_start"), request.args.get(f"{name}_end"))


def _between(value: datetime | date, start: str | None, end: str | None) -> bool:
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
            # A + of an offset that was not escaped arrives as a space.
            left, right = value, datetime.fromisoformat(text.replace(" ", "+"))
        return int(left > right) - int(left < right)
    except (ValueError, TypeError):
        raise _invalid({"date": f"{text} is not a date or time."}) from None


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return None


def _sent() -> dict[str, Any]:
    try:
        body = json.loads(request.get_data() or b"null", parse_float=Decimal)
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise HttpError(400, "bad_request", "The body must be a JSON object.")
    return body


def _get(rows: dict[str, Any], identity: str) -> Any:
    if identity not in rows:
        raise HttpError(404, "not_found", "Not found.")
    return rows[identity]


def _invalid(problems: dict[str, str]) -> HttpError:
    return HttpError(400, "bad_request", "The request is not valid.", problems)


def _answer(body: Any, status: int = 200) -> Response:
    return Response(json_bytes(body), status, mimetype="application/json")
