"""Alternative Payments as a `Platform`: what it can be asked, and how its lists are walked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final, TypeVar
from urllib.parse import quote

import msgspec

from fbrecon.cancelling import Cancel, Uncancelled
from fbrecon.clock import Clock, rfc3339
from fbrecon.domain.documents import (
    CopyState,
    Payout,
    PlatformCustomer,
    PlatformInvoice,
    PlatformPayment,
)
from fbrecon.domain.ids import PayoutId, PlatformCustomerId, PlatformInvoiceId, PlatformPaymentId
from fbrecon.domain.money import MoneyError
from fbrecon.domain.pages import Page
from fbrecon.domain.posting import OutcomeClass, WriteOutcome
from fbrecon.errors import FbreconError, NotFound, Refused, Unreadable
from fbrecon.platforms.alternative_payments import outcomes, parse, render
from fbrecon.platforms.alternative_payments.auth import TokenSource
from fbrecon.platforms.alternative_payments.calls import Calls
from fbrecon.platforms.alternative_payments.payout_lines import find_lines
from fbrecon.platforms.alternative_payments.problems import unreadable
from fbrecon.platforms.alternative_payments.transport import Transport
from fbrecon.platforms.alternative_payments.wire import WirePage, Wrapped, decode
from fbrecon.platforms.port import Capabilities, CopyDraft, CustomerDraft

R = TypeVar("R")

PAGE_SIZE: Final = 100
MOST_PAGES: Final = 50_000
_ABSENT = frozenset({404, 405})


class AlternativePayments:
    """One API key of Alternative Payments. Safe to share between threads.

    `learned` holds the person's answers about unknown words (payment word as the platform says
    it → `PlatformState` value) and is looked at anew for each row. `patience` waits where neither a
    call nor the work at hand has a cancel token. Raises `WrongUsage` for an unsafe base URL.
    """

    name = "alternative_payments"
    capabilities = Capabilities(
        holds_invoices=True,
        links_payments_to_invoices=True,
        composes_payouts=True,
        currencies=frozenset({"USD", "CAD"}),
    )

    def __init__(
        self,
        base_url: str,
        client_id: str,
        client_secret: str,
        clock: Clock,
        *,
        learned: Mapping[str, str] | None = None,
        patience: Cancel | None = None,
    ) -> None:
        self._learned: Mapping[str, str] = {} if learned is None else learned
        self._transport = Transport(base_url, clock)
        tokens = TokenSource(self._transport, client_id, client_secret, clock)
        self._calls = Calls(self._transport, tokens, patience or Uncancelled())

    def service_time(self) -> datetime | None:
        """What time it was at the service when it last answered (UTC); None before it did."""
        return self._transport.service_time

    @property
    def requests_made(self) -> int:
        """Requests sent so far, repeated ones included; asking for a token is not counted."""
        return self._transport.requests_made

    def close(self) -> None:
        """Close idle connections."""
        self._transport.close()

    def check_connection(self) -> None:
        """Ask for a token and one row of each kind that nothing works without.

        Raises `SignInAgain` where the key is not accepted, `Refused` where it does not cover
        customers, invoices or payments, else as any read.
        """
        for what in ("customers", "invoices", "payments"):
            self._page(f"/{what}", what, {"limit": "1"}, None)

    def iter_customers(
        self, cancel: Cancel, *, created_from: datetime | None = None
    ) -> Iterator[Page[PlatformCustomer]]:
        """Pages of all customers, or of those created since (UTC)."""
        params = {} if created_from is None else {"created_at_start": rfc3339(created_from)}
        return self._iter("/customers", "customers", params, cancel, parse.read_customer)

    def iter_invoices(
        self,
        cancel: Cancel,
        *,
        customer_id: PlatformCustomerId | None = None,
        created_from: datetime | None = None,
    ) -> Iterator[Page[PlatformInvoice]]:
        """Pages of invoices, archived ones included as far as the platform shows them."""
        params: dict[str, str] = {}
        if customer_id is not None:
            params["customer_id"] = customer_id
        if created_from is not None:
            params["created_at_start"] = rfc3339(created_from)
        return self._iter("/invoices", "invoices", params, cancel, parse.read_invoice)

    def find_invoice(self, invoice_id: PlatformInvoiceId) -> PlatformInvoice | None:
        """One invoice as it stands now; None if there is none."""
        return self._find(f"/invoices/{_segment(invoice_id)}", "invoices", parse.read_invoice)

    def iter_payments(
        self, created_from: datetime, created_to: datetime | None, cancel: Cancel
    ) -> Iterator[Page[PlatformPayment]]:
        """Pages of payments created in the window (UTC, both ends included, to the second)."""
        params = {"created_at_start": rfc3339(created_from)}
        if created_to is not None:
            # Whole seconds are sent; rounding up keeps the last one whole.
            up = timedelta(seconds=1 if created_to.microsecond else 0)
            params["created_at_end"] = rfc3339(created_to + up)
        return self._iter("/payments", "payments", params, cancel, self._read_payment)

    def find_payment(self, payment_id: PlatformPaymentId) -> PlatformPayment | None:
        """One payment as it stands now; None if there is none.

        Whether the platform answers for a single payment is not documented: where it does not,
        this is None for every payment, and only the lists tell how one stands.
        """
        return self._find(f"/payments/{_segment(payment_id)}", "payments", self._read_payment)

    def list_payments_of_invoice(
        self, invoice_id: PlatformInvoiceId, cancel: Cancel
    ) -> list[PlatformPayment]:
        """All payments of one invoice, in every state.

        Raises `Unreadable` if a single one cannot be read: that there is no payment decides
        writes, so half a list must not pass for a whole one.
        """
        found: list[PlatformPayment] = []
        params = {"invoice_id": str(invoice_id)}
        for page in self._iter("/payments", "payments", params, cancel, self._read_payment):
            if page.odd:
                raise unreadable("payments", f"payment {page.odd[0].id}: {page.odd[0].problem}")
            found += page.records
        return found

    def iter_payouts(self, created_from: datetime | None, cancel: Cancel) -> Iterator[Page[Payout]]:
        """Pages of payouts, without their lines.

        The platform filters payouts by day and does not say in which zone, so the day before is
        asked for too.
        """
        params = {}
        if created_from is not None:
            day = (created_from.astimezone(UTC) - timedelta(days=1)).date()
            params["start_date"] = day.isoformat()
        return self._iter("/payouts", "payouts", params, cancel, parse.read_payout)

    def read_payout_lines(self, payout: Payout, cancel: Cancel) -> Payout:
        """The payout with its lines.

        `lines` is None where the platform does not give them: no such list, not covered by the
        key, a shape nobody knows, or an empty list for a payout that moved money.
        """
        path = f"/payouts/{_segment(payout.id)}/transactions"
        rows: list[msgspec.Raw] = []
        try:
            for page in self._iter_wire(path, "payout transactions", {}, cancel):
                rows += page.rows
        except Refused as error:
            if error.status in _ABSENT or error.status == 403:
                return replace(payout, lines=None)
            raise
        except Unreadable:
            return replace(payout, lines=None)
        lines = find_lines(rows, self._learned)
        if not lines and (payout.net or payout.gross):
            lines = None
        return replace(payout, lines=lines)

    def find_payout(self, payout_id: PayoutId) -> Payout | None:
        """One payout as it stands now, without lines; None if there is none."""
        return self._find(f"/payouts/{_segment(payout_id)}", "payouts", parse.read_payout)

    def render_customer(self, draft: CustomerDraft) -> bytes:
        """The exact body to be sent."""
        return render.render_customer(draft)

    def send_customer(self, body: bytes) -> WriteOutcome:
        """Create a customer once; an `external_id` that is in use already is refused."""
        return self._calls.write("POST", "/customers", body, outcomes.created_customer(body))

    def render_invoice(self, draft: CopyDraft) -> bytes:
        """The exact body to be sent; amounts are decimal major units."""
        return render.render_invoice(draft)

    def send_invoice(self, body: bytes) -> WriteOutcome:
        """Create an invoice once."""
        return self._calls.write("POST", "/invoices", body, outcomes.created_invoice(body))

    def archive_invoice(self, invoice_id: PlatformInvoiceId) -> WriteOutcome:
        """Archive an invoice; archiving one that is archived or gone already counts as applied.

        How the platform words that refusal is not documented, so after a refusal the invoice is
        read instead of the words.
        """
        path = f"/invoices/{_segment(invoice_id)}"
        outcome = self._calls.write("DELETE", path, None, outcomes.archived(invoice_id))
        if outcome.kind is not OutcomeClass.REFUSED or outcome.http_status == 403:
            return outcome
        if outcome.http_status != 404 and not self._is_put_away(invoice_id):
            return outcome
        return WriteOutcome(
            OutcomeClass.APPLIED,
            f"It was archived already ({outcome.http_status}).",
            remote_id=invoice_id,
            http_status=outcome.http_status,
        )

    def _is_put_away(self, invoice_id: PlatformInvoiceId) -> bool:
        try:
            invoice = self.find_invoice(invoice_id)
        except FbreconError:
            return False
        return invoice is None or invoice.state is CopyState.ARCHIVED

    def _read_payment(self, raw: msgspec.Raw | bytes) -> PlatformPayment:
        return parse.read_payment(raw, self._learned)

    def _iter(
        self,
        path: str,
        what: str,
        params: Mapping[str, str],
        cancel: Cancel,
        read_row: parse.ReadRow[R],
    ) -> Iterator[Page[R]]:
        for number, page in enumerate(self._iter_wire(path, what, params, cancel), start=1):
            resource = what if what == "payouts" else f"platform_{what}"
            yield parse.read_page(page, number, resource, read_row)

    def _iter_wire(
        self, path: str, what: str, params: Mapping[str, str], cancel: Cancel
    ) -> Iterator[WirePage]:
        """Pages as sent, until the platform says that there are no more."""
        asked = {"limit": str(PAGE_SIZE), **params}
        seen: set[str] = set()
        for _ in range(MOST_PAGES):
            cancel.raise_if_cancelled()
            page = self._page(path, what, asked, cancel)
            yield page
            cursor = page.cursor
            if page.says_more is False or (page.says_more is None and not page.rows):
                return
            if cursor is None and page.says_more is None:
                return
            if cursor is None or cursor in seen:
                # A list that never ends or loses its place must not pass for a whole one.
                raise unreadable(what, f"{path}: end_cursor")
            seen.add(cursor)
            asked["after"] = cursor
        raise unreadable(what, f"{path}: no end after {MOST_PAGES} pages")

    def _page(
        self, path: str, what: str, params: Mapping[str, str], cancel: Cancel | None
    ) -> WirePage:
        body = self._calls.read(path, what, params, cancel)
        try:
            return decode(body, WirePage)
        except msgspec.DecodeError as error:
            raise unreadable(what, f"{path}: {error}") from None

    def _find(self, path: str, what: str, read_row: parse.ReadRow[R]) -> R | None:
        try:
            body = self._calls.read(path, what)
        except NotFound:
            return None
        except Refused as error:
            if error.status in _ABSENT:
                return None
            raise
        try:
            return read_row(_unwrapped(body))
        except (msgspec.DecodeError, parse.OddRowError, MoneyError) as error:
            raise unreadable(what, f"{path}: {parse.problem_of(error)}") from None


def _unwrapped(body: bytes) -> msgspec.Raw | bytes:
    """The record itself, where it comes wrapped in `data`."""
    try:
        return decode(body, Wrapped).data
    except msgspec.ValidationError:
        return body


def _segment(identity: str) -> str:
    return quote(identity, safe="")
