"""Both services played by a sandbox in this process, and one company's desk with real adaptors.

What people do in FreshBooks, in the platform's dashboard and at its checkout are the sandbox's
controls; what fbrecon does it does over HTTP, as it would to the real services.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from fbrecon.app.company_desk import CompanyDesk
from fbrecon.app.views import AttentionRow, InvoiceRow, Mode, PaymentRow, TableQuery
from fbrecon.bootstrap import Environment, FolderShelf, OutsideDoors
from fbrecon.domain.intents import Intent
from fbrecon.domain.posting import WriteKind
from fbrecon.sandbox.freshbooks_books import Books, NewLine
from fbrecon.sandbox.options import SandboxOptions
from fbrecon.sandbox.server import Sandbox
from fbrecon.sandbox.visitor import sign_in
from fbrecon.sync.crash_points import CrashPoint, no_crash
from fbrecon.sync.progress import CancelToken, silent
from fbrecon.sync.report import SyncReport

NOW = datetime(2026, 3, 2, 15, 30, tzinfo=UTC)
HOUR = 3600
SETTLE = 900


class StageClock:
    """The sandbox's wall clock. Its other clock runs ahead, so that nobody waits for a turn."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._ahead = 0.0

    def now(self) -> datetime:
        return self._sandbox.state.clock.now()

    def monotonic(self) -> float:
        self._ahead += 1.0
        return (self.now() - NOW).total_seconds() + self._ahead


@dataclass
class Stage:
    """A sandbox without rows, and a company that is connected to it."""

    folder: Path
    options: dict[str, Any] = field(default_factory=dict)
    mode: Mode = Mode.WRITE

    def __post_init__(self) -> None:
        usual: dict[str, Any] = {
            "scenario": "empty",
            "now": NOW,
            "frozen_clock": True,
            "platform_rate_limit": 100_000,
            "rate_limit": 100_000,
        }
        self.sandbox = Sandbox(SandboxOptions(**{**usual, **self.options})).start()
        self.clock = StageClock(self.sandbox)
        told = self.sandbox.announcement
        self.environment = Environment(
            home=self.folder,
            freshbooks_api=told["freshbooks_api"],
            freshbooks_auth=told["freshbooks_auth"],
            platform_api=told["platform_api"],
            secrets="session",
        )
        self.shelf = FolderShelf(self.folder, self.clock, self.environment)
        self.doors = OutsideDoors(self.environment, self.shelf, self.clock)
        self.desk = self._desk(None)
        self.connect()

    def _desk(self, slug: str | None, crash: CrashPoint = no_crash) -> CompanyDesk:
        return CompanyDesk(self.shelf, self.doors, self.clock, slug, crash)

    def connect(self) -> None:
        """Both services, the first of the person's businesses."""
        told = self.sandbox.announcement
        app, key = told["freshbooks"], told["platform"]
        self.desk.save_app_keys(app["client_id"], app["client_secret"], app["redirect_uri"])
        attempt = self.desk.begin_sign_in()
        url = sign_in(attempt.authorize_url, app["email"], app["password"])
        self.desk.finish_sign_in(attempt, url, str(self.sandbox.state.memberships[0].business_id))
        self.desk.connect_platform(key["client_id"], key["client_secret"])
        self.desk.set_mode(self.mode)

    def restart(self, crash: CrashPoint = no_crash) -> None:
        """The program ends and begins again."""
        slug = self.desk.company.slug
        self.desk.company.close()
        self.desk = self._desk(slug, crash)

    def begin_again(self) -> None:
        """The company file is gone: the person connects anew."""
        self.desk = self._desk(None)
        self.connect()

    def close(self) -> None:
        self.desk.company.close()
        self.sandbox.close()

    # ---- what fbrecon does

    def sync(self, *only: str, full: bool = False) -> SyncReport:
        """One run, which must end well."""
        report = self.try_sync(*only, full=full)
        assert report.outcome == "ok", report.problems
        return report

    def try_sync(self, *only: str, full: bool = False) -> SyncReport:
        """One run, however it ends."""
        return self.desk.sync(CancelToken(), silent, only=only, full=full)

    def hourly(self) -> SyncReport:
        """An hour later."""
        self.advance(HOUR)
        return self.sync()

    def advance(self, seconds: float = 0, *, days: float = 0) -> None:
        self.control("advance", seconds=Decimal(str(seconds + 86_400 * days)))

    # ---- what people do

    def control(self, name: str, **body: Any) -> dict[str, Any]:
        return self.sandbox.control(name, **body)

    @property
    def books(self) -> Books:
        return self.sandbox.state.main_books

    def customer(
        self,
        name: str = "Kestrel Freight",
        email: str = "ap@kestrel.example",
        currency: str = "USD",
    ) -> int:
        """A new client in FreshBooks."""
        fields = {"organization": name, "email": email}
        return self.books.add_client(fields, currency, self.clock.now()).id

    def invoice(
        self,
        *amounts: str,
        customer: int | None = None,
        currency: str = "USD",
        sent: bool = True,
        tax: str = "",
        discount: str = "0",
        due_days: int = 30,
    ) -> int:
        """A new invoice in FreshBooks, one line an amount."""
        books, at = self.books, self.clock.now()
        client = books.clients[self.customer(currency=currency) if customer is None else customer]
        taxes = (("HST", Decimal(tax)),) if tax else ()
        lines = [
            NewLine(f"Work {place}", "", Decimal(1), Decimal(amount), taxes)
            for place, amount in enumerate(amounts or ("100.00",), 1)
        ]
        day = self.sandbox.state.clock.today()
        row = books.add_invoice(
            client,
            lines,
            day,
            at,
            due_offset_days=due_days,
            currency=currency,
            discount_percent=Decimal(discount),
        )
        if sent:
            books.mark_sent(row, at)
        return row.id

    def invoice_in(self, books: Books, amount: str) -> int:
        """A new sent invoice in the books of another business."""
        at = self.clock.now()
        client = books.add_client({"organization": "Kestrel Freight"}, "USD", at)
        line = NewLine("Work", "", Decimal(1), Decimal(amount))
        row = books.add_invoice(client, [line], self.sandbox.state.clock.today(), at)
        books.mark_sent(row, at)
        return row.id

    def edit(self, invoice: int, **fields: Any) -> None:
        """Somebody changes an invoice in FreshBooks, a little later."""
        self.advance(60)
        self.control("edit", kind="invoice", id=str(invoice), **fields)

    def cheque(self, invoice: int, amount: str, **how: Any) -> str:
        """Somebody records a payment in FreshBooks."""
        self.advance(60)
        body = {"invoice": str(invoice), "amount": amount, "type": "Check", **how}
        return str(self.control("book_payment", **body)["id"])

    def delete_payment(self, payment: str) -> None:
        """Somebody deletes a payment in FreshBooks."""
        self.advance(60)
        self.control("delete", kind="payment", id=payment)

    def pay(self, invoice: int, amount: str | None = None, **how: Any) -> str:
        """The customer pays the invoice's live copy on the platform."""
        return self.pay_copy(self.copy(invoice)["id"], amount, **how)

    def pay_copy(self, copy: str, amount: str | None = None, **how: Any) -> str:
        self.advance(60)
        if amount is not None:
            how["amount"] = amount
        return str(self.control("pay", invoice=copy, **how)["payment_id"])

    # ---- what there is to see at the services

    def state(self) -> dict[str, Any]:
        return self.control("state")

    def copies(self, invoice: int, *, live: bool = True) -> list[dict[str, Any]]:
        """The invoice's copies on the platform, by the number in their first line."""
        number = self.books.invoices[invoice].number
        found = [
            row
            for row in self.state()["platform"]["invoices"]
            if row["line_items"][0]["description"].startswith(f"Invoice {number}")
            or row["invoice_number"] == number
        ]
        return [row for row in found if row["state"] != "archived"] if live else found

    def copy(self, invoice: int) -> dict[str, Any]:
        """The one live copy."""
        (found,) = self.copies(invoice)
        return found

    def asked(self, invoice: int) -> list[str]:
        """What the platform's live copies of the invoice are over."""
        return [str(row["total"]) for row in self.copies(invoice)]

    def recorded(self, invoice: int) -> list[str]:
        """The sums of the live payments of the invoice in FreshBooks."""
        return [
            row["amount"]["amount"]
            for row in self.state()["freshbooks"]["payments"]
            if row["invoiceid"] == invoice and row["vis_state"] == 0
        ]

    def writes(self) -> list[str]:
        """Every request that could have changed something at a service."""
        return [
            f"{visit['method']} {visit['path']}"
            for visit in self.state()["requests"]
            if visit["method"] != "GET" and "/oauth/" not in visit["path"]
        ]

    # ---- what there is to see in fbrecon

    def attention(self, kind: str | None = None) -> list[AttentionRow]:
        return [row for row in self.desk.list_attention() if kind in (None, row.kind)]

    def kinds(self) -> list[str]:
        return sorted(row.kind for row in self.desk.list_attention())

    def row(self, invoice: int) -> InvoiceRow:
        """The invoice as the table shows it."""
        (found,) = self.desk.invoice_rows([invoice])
        return found

    def payments(self) -> Sequence[PaymentRow]:
        """The table of payments."""
        return self.desk.payment_rows(self.desk.payment_keys(TableQuery("date")))

    def payment(self, payment: str) -> PaymentRow:
        """A platform payment as the table shows it."""
        (found,) = self.desk.payment_rows([f"pay_{payment}"])
        return found

    def intents(self, kind: WriteKind = WriteKind.PAYMENT) -> list[Intent]:
        return self.desk.company.stores.outbox.list_intents([kind])
