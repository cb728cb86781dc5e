"""Reading all payments of one invoice so that absence means something.

One reading that looks whole is no proof: a row added and another removed between two pages leave
the count right and a row unseen. So readings go on until two in a row show the same rows, each
with as many as the service claims; where that never comes, the scan says that it is not complete.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from fbrecon.cancelling import Cancel
from fbrecon.domain.documents import BookPayment
from fbrecon.domain.drafts import PaymentScan
from fbrecon.domain.ids import InvoiceId
from fbrecon.domain.pages import Page
from fbrecon.freshbooks.endpoints import DELETED_ONLY, Params, fetch_page, iter_pages
from fbrecon.freshbooks.parse import read_payment
from fbrecon.freshbooks.transport import FreshBooksTransport

MAX_READINGS = 8


@dataclass(slots=True)
class _Reading:
    """What one reading over both lists showed; `whole` if it had all it claimed to have."""

    payments: dict[int, BookPayment] = field(default_factory=dict)
    shown: set[tuple[bool, int]] = field(default_factory=set)
    whole: bool = True


def scan_invoice_payments(
    transport: FreshBooksTransport, path: str, invoice_id: InvoiceId, cancel: Cancel
) -> PaymentScan:
    """All payments of the invoice, deleted rows and credits included, by id."""
    before: _Reading | None = None
    for _ in range(MAX_READINGS):
        reading = _Reading()
        for deleted in (False, True):
            _read_list(transport, path, invoice_id, cancel, reading, deleted=deleted)
        if before is not None and before.whole and reading.whole and before.shown == reading.shown:
            return _scan(reading, invoice_id, complete=True)
        before = reading
    return _scan(before or _Reading(), invoice_id, complete=False)


def read_invoice_payments(
    transport: FreshBooksTransport, path: str, invoice_id: InvoiceId, cancel: Cancel
) -> PaymentScan:
    """All payments of the invoice by one reading of each list, where each came whole on one page.

    No parameter is known for certain to give live and deleted rows in one list, and unknown ones
    are ignored in silence, so there are two. Rows on several pages may have moved between them:
    then it takes two readings that agree.
    """
    reading = _Reading()
    pages = [
        _read_list(transport, path, invoice_id, cancel, reading, deleted=deleted)
        for deleted in (False, True)
    ]
    if reading.whole and max(pages) <= 1:
        return _scan(reading, invoice_id, complete=True)
    return scan_invoice_payments(transport, path, invoice_id, cancel)


def _scan(reading: _Reading, invoice_id: InvoiceId, *, complete: bool) -> PaymentScan:
    """Rows of other invoices are left out: a filter that the service ignores shows them too."""
    found = [
        payment
        for _, payment in sorted(reading.payments.items())
        if payment.invoice_id in (None, invoice_id)
    ]
    return PaymentScan(tuple(found), complete)


def _read_list(
    transport: FreshBooksTransport,
    path: str,
    invoice_id: InvoiceId,
    cancel: Cancel,
    reading: _Reading,
    *,
    deleted: bool,
) -> int:
    """Read all pages of one of the two lists; returns how many there were."""
    params: Params = [("search[invoiceid]", str(invoice_id))]
    if deleted:
        params.append(DELETED_ONLY)

    def fetch(number: int) -> Page[BookPayment]:
        return fetch_page(transport, path, "payments", read_payment, params, number, cancel)

    pages = 0
    totals: set[int | None] = set()
    seen: set[int] = set()
    for page in iter_pages(fetch, cancel):
        pages += 1
        totals.add(page.total)
        if page.odd:
            # An unreadable row could be the very payment that is looked for.
            reading.whole = False
        for payment in page.records:
            seen.add(payment.id)
            reading.payments[payment.id] = payment
    if totals != {len(seen)}:
        reading.whole = False
    reading.shown |= {(deleted, number) for number in seen}
    return pages
