"""FreshBooks as rows, in virtual time: what it took, when lists show it, what people do meanwhile.

Owns no faults of the wire (`wire`) and no program (`machine`). A commit may come minutes after the
caller gave up, lists and figures may lag behind what was written, and rows come and go between two
pages of one list.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec

from fbrecon.clock import EASTERN
from fbrecon.domain.money import Money
from fbrecon.domain.posting import find_marker
from fbrecon.freshbooks.wire import WirePayment
from tests.faults.expense_world import ExpenseWorld, Spent, is_expense
from tests.faults.ledger_world import Entered, LedgerWorld, is_entry

BEGAN = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
CURRENCY = "USD"


class WorldClock:
    """The true time: everybody's but the program's, whose clocks may be wrong."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def now(self) -> datetime:
        return BEGAN + timedelta(seconds=self.seconds)

    def monotonic(self) -> float:
        return self.seconds


@dataclass(slots=True)
class Recorded:
    """A payment's row. `made_of` is the marker it came with, whatever its note says now."""

    id: int
    invoice: int | None
    minor: int
    on: str
    kind: str
    note: str
    made_of: str
    shown_from: float
    figured_from: float
    updated: float
    deleted: bool = False
    touched: bool = False
    overpayment: int | None = None
    credit: int | None = None

    def to_wire(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "logid": self.id,
            "invoiceid": self.invoice,
            "clientid": 7,
            "creditid": self.credit,
            "overpaymentid": self.overpayment,
            "amount": _money(self.minor),
            "date": self.on,
            "type": self.kind,
            "note": self.note,
            "gateway": None,
            "from_credit": False,
            "updated": _eastern(self.updated),
            "vis_state": 1 if self.deleted else 0,
        }


@dataclass(slots=True)
class Billed:
    """An invoice."""

    id: int
    number: str
    minor: int
    updated: float = 0.0


@dataclass(frozen=True, slots=True)
class Manners:
    """How this world behaves: the same for a whole schedule."""

    page_size: int = 3
    newest_first: bool = True
    list_lag: float = 0.0  # seconds, at the most, until lists show what was written
    figures_lag: bool = False  # whether an invoice's own figures lag as lists do
    latest: float = 600.0  # seconds after which no late commit comes any more


@dataclass
class BooksWorld:
    """The rows, and what is still on its way to becoming one."""

    clock: WorldClock = field(default_factory=WorldClock)
    manners: Manners = field(default_factory=Manners)
    invoices: dict[int, Billed] = field(default_factory=dict)
    rows: dict[int, Recorded] = field(default_factory=dict)
    late: list[tuple[float, bytes]] = field(default_factory=list)
    next_id: int = 1000
    ledger: LedgerWorld | None = None  # None: nobody asks for it
    expenses: ExpenseWorld | None = None  # None: nobody asks for them

    def add_invoice(self, minor: int) -> int:
        """An open invoice."""
        number = self.new_id()
        self.invoices[number] = Billed(number, f"{number:07d}", minor)
        return number

    # ---- writing

    def take(
        self, body: bytes, chance: random.Random, at: float | None = None
    ) -> Recorded | Entered | Spent | None:
        """What FreshBooks does with a write that reaches it; None for an unknown invoice.

        Nothing tells it that it has the same payment already, and what is too much becomes credit.
        """
        if self.ledger is not None and is_entry(body):
            return self.ledger.take(body, chance, at)
        if self.expenses is not None and is_expense(body):
            return self.expenses.take(body, chance, at)
        wanted = _sent(body)
        assert wanted.invoiceid is not None
        assert wanted.amount is not None
        invoice = self.invoices.get(wanted.invoiceid)
        if invoice is None:
            return None
        minor = Money.parse(wanted.amount.amount or "", CURRENCY).minor
        note = wanted.note or ""
        made = self._record(
            invoice.id, minor, wanted.date or "", wanted.type or "", note, chance, at
        )
        made.made_of = find_marker(note) or ""
        return made

    def take_later(self, body: bytes, at: float) -> None:
        """It reaches FreshBooks long after the caller gave up."""
        self.late.append((at, body))

    def arrive(self, chance: random.Random) -> None:
        """Record what is due of the late ones."""
        if not self.late:
            return
        now = self.clock.seconds
        due = [late for late in self.late if late[0] <= now]
        self.late = [late for late in self.late if late[0] > now]
        for at, body in sorted(due):
            self.take(body, chance, at)

    def pay_by_hand(self, invoice: int, minor: int, chance: random.Random) -> Recorded:
        """A person records a payment."""
        return self._record(invoice, minor, self._today(), "Check", "by hand", chance)

    def touch(self, row: Recorded) -> None:
        """A person changed or deleted that row."""
        row.touched = True
        row.updated = self.clock.seconds

    def _record(
        self, invoice: int, minor: int, on: str, kind: str, note: str, chance: random.Random,
        at: float | None = None,
    ) -> Recorded:  # fmt: skip
        taken = max(0, min(minor, self.outstanding(invoice, everything=True)))
        lag = chance.uniform(0, self.manners.list_lag)
        now = self.clock.seconds if at is None else at
        shown, figured = now + lag, now + (lag if self.manners.figures_lag else 0.0)
        made = Recorded(self.new_id(), invoice, taken, on, kind, note, "", shown, figured, now)
        self.rows[made.id] = made
        if taken < minor:
            rest = Recorded(
                self.new_id(), None, minor - taken, on, kind, "", "", shown, figured, now
            )
            rest.credit = rest.id + 9000
            made.overpayment = rest.credit
            self.rows[rest.id] = rest
        self.invoices[invoice].updated = now
        return made

    # ---- reading

    def outstanding(self, invoice: int, *, everything: bool = False) -> int:
        """What is left of it, by what its own figures know by now."""
        return self.invoices[invoice].minor - self._paid(invoice, everything=everything)

    def _paid(self, invoice: int, *, everything: bool = False) -> int:
        now = self.clock.seconds
        return sum(
            row.minor
            for row in self.rows.values()
            if row.invoice == invoice
            and not row.deleted
            and (everything or row.figured_from <= now)
        )

    def live_of(self, marker: str) -> list[Recorded]:
        """All live rows that were written with that marker."""
        return [r for r in self.rows.values() if r.made_of == marker and not r.deleted]

    def list_rows(self, asked: dict[str, str]) -> list[Recorded]:
        """The rows a list of payments shows by now."""
        now = self.clock.seconds
        wanted = asked.get("search[invoiceid]")
        deleted = asked.get("search[vis_state]") == "1"
        since = asked.get("search[updated_min]", "")
        first, last = asked.get("search[date_min]", ""), asked.get("search[date_max]", "9999")
        found = [
            row
            for row in self.rows.values()
            if row.deleted == deleted
            and row.shown_from <= now
            and (wanted is None or row.invoice == int(wanted))
            and _eastern(row.updated)[:10] >= since
            and first <= row.on <= last
        ]
        if self.manners.newest_first:
            found.reverse()
        return found

    def show_invoice(self, invoice: Billed) -> dict[str, Any]:
        """An invoice as it is answered."""
        paid = self._paid(invoice.id)
        left = invoice.minor - paid
        line = {
            "lineid": 1, "name": "Work", "description": "", "qty": "1",
            "unit_cost": _money(invoice.minor), "amount": _money(invoice.minor),
        }  # fmt: skip
        return {
            "id": invoice.id,
            "invoiceid": invoice.id,
            "invoice_number": invoice.number,
            "customerid": 7,
            "organization": "Kestrel Freight",
            "amount": _money(invoice.minor),
            "outstanding": _money(left),
            "paid": _money(paid),
            "create_date": BEGAN.date().isoformat(),
            "due_date": None,
            "status": 4 if left <= 0 else 2,
            "v3_status": "paid" if left <= 0 else "partial" if paid else "sent",
            "updated": _eastern(invoice.updated),
            "vis_state": 0,
            "lines": [line],
        }

    def _today(self) -> str:
        return _eastern(self.clock.seconds)[:10]

    def new_id(self) -> int:
        """The next number of a record."""
        self.next_id += 1
        return self.next_id


_BODY = msgspec.json.Decoder(dict[str, WirePayment])


def _sent(body: bytes) -> WirePayment:
    return _BODY.decode(body)["payment"]


def marker_of(body: bytes) -> str:
    """The marker inside a body."""
    return find_marker(body.decode()) or ""


def _money(minor: int) -> dict[str, str]:
    sign, whole = ("-" if minor < 0 else ""), abs(minor)
    return {"amount": f"{sign}{whole // 100}.{whole % 100:02d}", "code": CURRENCY}


def _eastern(seconds: float) -> str:
    at = (BEGAN + timedelta(seconds=seconds)).astimezone(EASTERN)
    return at.strftime("%Y-%m-%d %H:%M:%S")


def day_of(seconds: float) -> date:
    """The UTC day at that moment of the world."""
    return (BEGAN + timedelta(seconds=seconds)).date()
