"""What every front end lists, held against both services: each row once, each sum as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from fbrecon.app.views import PaymentRow, TableQuery
from fbrecon.sandbox.amounts import to_text
from fbrecon.sandbox.freshbooks_rows import DELETED
from tests.faults.promises import OURS, list_records
from tests.faults.world import World

_MONEY_IS_GONE = ("failed", "returned", "disputed", "refunded")


def list_wrong_rows(world: World) -> list[str]:
    """Rows of the lists that do not say what the services have."""
    return [*_payments(world), *_invoices(world), *_payouts(world), *_clearing(world)]


def _payments(world: World) -> Iterator[str]:
    rows = world.desk.payment_rows(world.desk.payment_keys(TableQuery("date")))
    of_platform = {r.platform_payment_id: r for r in rows if r.platform_payment_id is not None}
    times = Counter(r.platform_payment_id for r in rows if r.platform_payment_id is not None)
    for payment in world.platform.payments.values():
        what = f"the list of payments: {payment.id}"
        if times[payment.id] != 1:
            yield f"{what} stands there {times[payment.id]} times"
            continue
        row = of_platform[payment.id]
        ours = [i for i in list_records(world, payment.id) if OURS in world.books.payments[i].note]
        yield from (f"{what} {problem}" for problem in _one_payment(world, row, ours))
        if world.paid_for(payment) is not None and row.amount is not None:
            shown = (row.amount.currency, row.amount.to_decimal_string())
            if shown != (payment.currency, to_text(payment.sub_total_cents, "USD")):
                yield f"{what} is shown as {shown}"
    seen = Counter(row.freshbooks_payment_id for row in rows if row.freshbooks_payment_id)
    for book in world.books.payments.values():
        if book.vis_state != DELETED and seen[str(book.id)] != 1:
            yield f"the list of payments: {book.id} of the books stands {seen[str(book.id)]} times"


def _one_payment(world: World, row: PaymentRow, ours: list[int]) -> Iterator[str]:
    assert row.platform_payment_id is not None
    records = list_records(world, row.platform_payment_id)
    if row.state in ("posted", "matched") and not records:
        yield f"is called {row.state} and is not in the books"
    if row.state == "held" and ours and row.platform_state == "succeeded":
        yield "is called held and is in the books"
    if row.platform_state in _MONEY_IS_GONE and row.state not in ("failed", "returned"):
        yield f"is {row.platform_state} there, and called {row.state}"


def _invoices(world: World) -> Iterator[str]:
    rows = world.desk.invoice_rows(world.desk.invoice_ids(TableQuery("number")))
    if len(rows) != len(world.books.invoices):
        yield f"the list of invoices has {len(rows)} rows of {len(world.books.invoices)}"
    for row in rows:
        invoice = world.books.invoices[int(row.freshbooks_id)]
        live = [copy.id for copy in world.copies_of(invoice) if not copy.archived]
        what = f"the list of invoices: {invoice.number}"
        if live and row.platform_invoice_id not in live:
            yield f"{what} names copy {row.platform_invoice_id}; live are {live}"
        money = (row.outstanding.minor, row.outstanding.currency, row.total.minor)
        if money != (invoice.outstanding_minor, invoice.currency, invoice.total_minor):
            yield f"{what} is shown as {money}"


def _payouts(world: World) -> Iterator[str]:
    for row in world.desk.list_payouts():
        payout = world.platform.payouts[row.platform_payout_id]
        if row.difference is not None and row.difference.minor:
            yield f"the list of payouts: {row.id} has a difference of {row.difference}"
        if row.net is not None and row.net.currency != payout.currency:
            yield f"the list of payouts: {row.id} is in {row.net.currency}"


def _clearing(world: World) -> Iterator[str]:
    """Sums of different currencies are never added: each has a row of its own, or none."""
    shown = [row.currency for row in world.desk.status().clearing]
    if len(set(shown)) != len(shown):
        yield f"the clearing proof has rows for {shown}"
    for row in world.desk.status().clearing:
        if row.expected.currency != row.currency:
            yield f"the clearing proof for {row.currency} is in {row.expected.currency}"
