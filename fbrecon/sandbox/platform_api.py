"""The payments platform's API: token, customers, invoices, payments, payouts."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from flask import Flask, Response, request

from fbrecon.sandbox.amounts import to_minor
from fbrecon.sandbox.platform_book import InvoiceRow, Item, PaymentRow, PayoutRow
from fbrecon.sandbox.platform_http import (
    HttpError,
    KeyDesk,
    answer,
    between,
    get_row,
    invalid,
    page,
    read_day,
    sent_object,
    within,
)
from fbrecon.sandbox.platform_wire import CUSTOMER_FIELDS, PlatformWire
from fbrecon.sandbox.state import SandboxState

CURRENCIES = ("USD", "CAD")


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
        return answer(keys.issue())

    @app.errorhandler(HttpError)
    def refuse(error: HttpError) -> Response:
        return answer(error.body, error.status)

    @app.errorhandler(404)
    def unknown_path(_: Exception) -> Response:
        return answer(HttpError(404, "not_found", "Not found.").body, 404)

    @app.errorhandler(405)
    def wrong_verb(_: Exception) -> Response:
        return answer(HttpError(405, "method_not_allowed", "Method not allowed.").body, 405)

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
            and within("created_at", row.created_at)
        ]
        return page(wire, rows, wire.customer)

    @app.post("/customers")
    def create_customer() -> Response:
        sent = sent_object()
        if not str(sent.get("name") or "").strip():
            raise invalid({"name": "This field is required."})
        external_id = sent.get("external_id")
        taken = {row.fields.get("external_id") for row in book.customers.values()}
        if external_id is not None and external_id in taken:
            raise HttpError(400, "bad_request", "This external id is already used")
        row = book.add_customer({name: sent.get(name) for name in CUSTOMER_FIELDS})
        return answer(wire.customer(row), 201)

    @app.get("/customers/<customer_id>")
    def customer(customer_id: str) -> Response:
        return answer(wire.customer(get_row(book.customers, customer_id)))

    @app.delete("/customers/<customer_id>")
    def archive_customer(customer_id: str) -> Response:
        get_row(book.customers, customer_id).archived = True
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
            and within("created_at", row.created_at)
            and within("due_date", row.due_on)
        ]
        return page(wire, rows, wire.invoice)

    @app.post("/invoices")
    def create_invoice() -> Response:
        return answer(wire.invoice(_new_invoice(state, sent_object())), 201)

    @app.get("/invoices/<invoice_id>")
    def invoice(invoice_id: str) -> Response:
        return answer(wire.invoice(get_row(book.invoices, invoice_id)))

    @app.delete("/invoices/<invoice_id>")
    def archive_invoice(invoice_id: str) -> Response:
        row = get_row(book.invoices, invoice_id)
        if any(payment.state == "processing" for payment in book.payments_of(row.id)):
            raise HttpError(422, "unprocessable", "A payment of this invoice is under way.")
        row.archived = True
        return Response(status=204)

    @app.get("/invoices/<invoice_id>/payment-link")
    def payment_link(invoice_id: str) -> Response:
        """The address comes without a scheme, on the merchant's own domain."""
        row = get_row(book.invoices, invoice_id)
        return answer({"url": f"pay.harborlight.example/i/{row.id}"})


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
                and within("created_at", row.created_at)
            )

        rows = [row for row in reversed(book.payments.values()) if wanted(row)]
        return page(wire, rows, wire.payment)

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
                and between(row.created_at, asked.get("start_date"), asked.get("end_date"))
            )

        rows = [row for row in reversed(book.payouts.values()) if wanted(row)]
        return page(wire, rows, wire.payout)

    @app.get("/payouts/<payout_id>")
    def payout(payout_id: str) -> Response:
        return answer(wire.payout(get_row(book.payouts, payout_id)))

    @app.get("/payouts/<payout_id>/transactions")
    def transactions(payout_id: str) -> Response:
        rows = wire.payout_rows(get_row(book.payouts, payout_id))
        return page(wire, rows, lambda row: row, lambda row: row.get("id") or row["transaction_id"])


def _new_invoice(state: SandboxState, sent: dict[str, Any]) -> InvoiceRow:
    """Checks a body and adds the invoice; number and memo are dropped unless told to keep them."""
    book, problems = state.platform, dict[str, str]()
    customer = book.customers.get(str(sent.get("customer_id")))
    if customer is None or customer.archived:
        problems["customer_id"] = "No such customer."
    if sent.get("currency") not in CURRENCIES:
        problems["currency"] = f"Must be one of {', '.join(CURRENCIES)}."
    due_on = read_day(sent.get("due_date"))
    if due_on is None:
        problems["due_date"] = "Must be a date, YYYY-MM-DD."
    items = _items(sent.get("line_items"), problems)
    if problems or customer is None or due_on is None:
        raise invalid(problems)
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
