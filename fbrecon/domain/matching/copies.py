"""Which invoice on the platform is which invoice in the books.

Three kinds of evidence, strongest first: we made the copy and remember it; the copy carries the
marker that belongs to that invoice; the platform kept the invoice's number and the customer,
currency and sum leave no doubt. Anything else was made on the platform and stays there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from fbrecon.domain.documents import Invoice, PlatformInvoice, Visibility
from fbrecon.domain.ids import InvoiceId, PlatformInvoiceId
from fbrecon.domain.posting import find_marker


@dataclass(frozen=True, slots=True)
class Copy:
    """An invoice's copy on the platform. `ours` is false for one that somebody else put there."""

    platform_invoice_id: PlatformInvoiceId
    invoice_id: InvoiceId
    ours: bool
    reason: str


def match_copies(
    platform_invoices: Iterable[PlatformInvoice],
    remembered: Mapping[PlatformInvoiceId, InvoiceId],
    by_marker: Mapping[str, InvoiceId],
    numbered: Iterable[Invoice],
    recognised: Mapping[PlatformInvoiceId, Copy] = MappingProxyType({}),
) -> dict[PlatformInvoiceId, Copy]:
    """The copies among the platform's invoices.

    `by_marker` names the invoice whose copy would carry that marker; `numbered` are the invoices
    in the books that have one of the numbers in question. Numbers count as whole words only, and
    only where exactly one live invoice has them. What was `recognised` once stays a copy: when the
    sum changes in the books, it still asks for that invoice's money.
    """
    by_number: dict[str, list[Invoice]] = defaultdict(list)
    for invoice in numbered:
        unused = (Visibility.DELETED, Visibility.GONE)
        if invoice.visibility not in unused and invoice.number:
            by_number[invoice.number].append(invoice)
    found: dict[PlatformInvoiceId, Copy] = {}
    for remote in platform_invoices:
        if remote.id in remembered:
            found[remote.id] = Copy(
                remote.id, remembered[remote.id], ours=True, reason="We put it there."
            )
            continue
        marker = next(filter(None, map(find_marker, remote.descriptions)), None)
        if marker is not None and marker in by_marker:
            found[remote.id] = Copy(
                remote.id, by_marker[marker], ours=True, reason="It carries our marker."
            )
            continue
        if remote.id in recognised:
            found[remote.id] = recognised[remote.id]
            continue
        same = [
            invoice
            for invoice in by_number.get(remote.number, [])
            if remote.total.currency == invoice.total.currency
            and remote.total.minor in (invoice.total.minor, invoice.outstanding.minor)
        ]
        if remote.number and len(same) == 1:
            found[remote.id] = Copy(
                remote.id,
                same[0].id,
                ours=False,
                reason="Number, currency and sum are those of one invoice in the books.",
            )
    return found
