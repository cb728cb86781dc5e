"""Invents two and a half years of invoices and what became of them.

Most are paid; the rest are the cases that trip programs up: part-paid, overdue, drafts, disputed,
archived, deleted (one with its payment still active), zero sums, overpaid with a credit left.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random

from fbrecon.sandbox.clock import EASTERN
from fbrecon.sandbox.freshbooks_books import Books, NewLine
from fbrecon.sandbox.freshbooks_rows import ARCHIVED, DELETED, ClientRow, InvoiceRow
from fbrecon.sandbox.scenario_words import PAYMENT_NOTES, PAYMENT_TYPES, SERVICES

_DAYS = 913
_OPEN_DAYS = 45
_TAXES = {"USD": ("Sales tax", "5.5"), "CAD": ("HST", "13"), "EUR": ("VAT", "23")}
_OFFSETS = {"overdue": (14,), "open": (15, 30, 30, 45)}
_COUNTRIES = {"USD": "United States", "CAD": "Canada"}

# What becomes of an invoice: (one in so many, from, to) with the span as parts of the whole time.
_FATES: tuple[tuple[str, int, float, float], ...] = (
    ("deleted_paid", 400, 0.5, 0.8),
    ("deleted", 130, 0.3, 0.95),
    ("disputed", 200, 0.6, 0.9),
    ("zero", 200, 0.4, 0.95),
    ("draft", 80, 0.9, 1.0),
    ("partial", 40, 0.75, 0.98),
    ("overdue", 50, 0.75, 0.94),
    ("overpaid", 200, 0.3, 0.7),
    ("from_credit", 400, 0.7, 0.8),
    ("payment_deleted", 200, 0.4, 0.8),
    ("archived", 50, 0.0, 0.4),
)


class Storyteller:
    """Writes one account's history, ending at ``now``."""

    def __init__(self, books: Books, draw: Random, now: datetime) -> None:
        self._books = books
        self._draw = draw
        self._now = now
        self._today = now.astimezone(EASTERN).date()

    def tell(self, customers: Sequence[tuple[str, str, str, str, str]], invoices: int) -> None:
        """Adds the customers, that many invoices, then the payments in the order of their days."""
        first_day = self._today - timedelta(days=_DAYS)
        clients = [self._client(entry, first_day) for entry in customers]
        fates = self._fates(invoices)
        payments: list[tuple[date, InvoiceRow, str]] = []
        for place in range(invoices):
            day = first_day + timedelta(days=int(_DAYS * (place + self._draw.random()) / invoices))
            row = self._invoice(clients, day, fates[place])
            payments += self._days_of_payment(row, fates[place])
        for day, row, fate in sorted(payments, key=lambda entry: (entry[0], entry[1].id)):
            self._pay(row, day, fate)
        for place, row in enumerate(self._books.invoices.values()):
            self._put_away(row, fates[place])
        if len(clients) > 20:
            at = self._at(self._today, -40)
            self._books.set_client_state(clients[-9], ARCHIVED, at)
            closed = self._client(("Harbor Kiosk", "", "USD", "Portland", "Maine"), first_day)
            self._books.set_client_state(closed, DELETED, at)

    def _fates(self, invoices: int) -> list[str]:
        """One fate for each invoice, oldest first; what is left is paid, or open if recent."""
        fates = [""] * invoices
        for fate, one_in, start, end in _FATES:
            span = [p for p in range(int(invoices * start), int(invoices * end)) if not fates[p]]
            for place in self._draw.sample(span, min(len(span), invoices // one_in)):
                fates[place] = fate
        recent = invoices - invoices * _OPEN_DAYS // _DAYS
        for place, fate in enumerate(fates):
            if not fate:
                still_open = place >= recent and self._draw.random() < 0.8
                fates[place] = "open" if still_open else "paid"
        return fates

    def _client(self, entry: tuple[str, str, str, str, str], first_day: date) -> ClientRow:
        organization, email, currency, city, region = entry
        country = _COUNTRIES.get(currency, region)
        street = (
            f"{self._draw.randrange(2, 980)} {self._draw.choice(('Main', 'Elm', 'Mill'))} Street"
        )
        fields = {
            "organization": organization,
            "email": email,
            "fname": "Accounts",
            "lname": "Payable",
            "bus_phone": f"555-01{self._draw.randrange(10, 99)}",
            "p_street": street,
            "p_city": city,
            "p_province": "" if country == region else region,
            "p_country": country,
            "username": "".join(c for c in organization.lower() if c.isascii() and c.isalpha()),
        }
        return self._books.add_client(fields, currency, self._at(first_day, -30))

    def _invoice(self, clients: Sequence[ClientRow], day: date, fate: str) -> InvoiceRow:
        draw = self._draw
        client = draw.choice(clients)
        at = self._at(day)
        fields: dict[str, object] = {"terms": draw.choice((None, "Net 15", "Net 30"))}
        if draw.random() < 0.15:
            fields["notes"] = "Thank you for your business."
        if draw.random() < 0.2:
            fields["po_number"] = f"PO-{draw.randrange(1000, 9999)}"
        row = self._books.add_invoice(
            client,
            self._lines(client, day, free=fate == "zero"),
            day,
            at,
            due_offset_days=draw.choice(_OFFSETS.get(fate, (0, 15, 15, 30))),
            discount_percent=Decimal(draw.choice((5, 10))) if draw.random() < 0.06 else Decimal(0),
            fields=fields,
        )
        if draw.random() < 0.02:
            row.number = f"HL-{day.year}-{row.id % 1000:03d}"
        row.viewed = fate != "draft" and draw.random() < 0.4
        row.disputed = fate == "disputed"
        if fate != "draft":
            self._books.mark_sent(row, at + timedelta(minutes=draw.randrange(1, 20)))
        return row

    def _lines(self, client: ClientRow, day: date, *, free: bool) -> list[NewLine]:
        """The customer's usual monthly service, and often something else."""
        draw = self._draw
        usual = SERVICES[client.id % 6]
        chosen = [(usual, 1 + client.id % 9)]
        for _ in range(draw.choice((0, 0, 1, 1, 2, 4))):
            service = draw.choice(SERVICES)
            chosen.append((service, 1 if service[3] else draw.randrange(1, 6)))
        lines = []
        for place, ((name, text, cents, hardware), quantity) in enumerate(chosen):
            tax, percent = _TAXES[client.currency]
            taxed = client.currency != "USD" or hardware
            hours = Decimal(quantity) + (Decimal("0.5") if "per hour" in text else 0)
            lines.append(
                NewLine(
                    name=name,
                    description=f"{text}, {day:%B %Y}" if place == 0 else text,
                    qty=hours,
                    unit_cost=Decimal(0 if free else cents).scaleb(-2),
                    taxes=((tax, Decimal(percent)),) if taxed else (),
                )
            )
        return lines

    def _days_of_payment(self, row: InvoiceRow, fate: str) -> list[tuple[date, InvoiceRow, str]]:
        """When money came in: up to seven weeks later, never after today."""
        if fate in ("open", "overdue", "draft", "zero", "disputed", "deleted"):
            return []
        times = 2 if fate == "payment_deleted" else 1
        days = sorted(
            min(row.create_on + timedelta(days=self._draw.randrange(2, 48)), self._today)
            for _ in range(times)
        )
        return [(day, row, fate) for day in days]

    def _pay(self, row: InvoiceRow, day: date, fate: str) -> None:
        draw, at = self._draw, max(self._at(day, hour=15), row.updated_at)
        kind, note = draw.choice(PAYMENT_TYPES), draw.choice(PAYMENT_NOTES)
        cents = row.outstanding_minor
        if fate == "partial":
            cents = max(1, cents * draw.choice((25, 40, 50)) // 100)
        elif fate == "overpaid":
            cents += 5000
        elif fate == "from_credit":
            cents, kind, note = min(5000, cents), "Credit", ""
        payment = self._books.add_payment(
            row, cents, day, at, kind=kind, note=note, from_credit=fate == "from_credit"
        )
        first_of_two = fate == "payment_deleted" and len(self._books.list_payments_of(row.id)) == 1
        if first_of_two:
            moment = min(at + timedelta(hours=1), self._now)
            self._books.set_payment_state(payment, DELETED, moment)

    def _put_away(self, row: InvoiceRow, fate: str) -> None:
        if fate == "archived":
            self._books.set_invoice_state(row, ARCHIVED, row.updated_at + timedelta(hours=2))
        elif fate in ("deleted", "deleted_paid"):
            self._books.set_invoice_state(row, DELETED, row.updated_at)

    def _at(self, day: date, days: int = 0, *, hour: int = 9) -> datetime:
        """Some moment of that working day, never later than now."""
        seconds = self._draw.randrange(7200)
        moment = datetime.combine(day + timedelta(days=days), time(hour), EASTERN)
        return min(moment + timedelta(seconds=seconds), self._now)
