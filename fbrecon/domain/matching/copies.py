"""Which invoice on the platform is which invoice in the books.

Three kinds of evidence, strongest first: we made the copy and remember it; the copy carries the
marker that belongs to that invoice; the platform kept the invoice's number, and currency
and sum or customer leave no doubt. Anything else was made on the platform and stays there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
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


def _nobody(remote: PlatformInvoice, invoice: Invoice) -> bool:
    """Where nothing is known of the customers."""
    del remote, invoice
    return False


def match_copies(
    platform_invoices: Iterable[PlatformInvoice],
    remembered: Mapping[PlatformInvoiceId, InvoiceId],
    by_marker: Mapping[str, InvoiceId],
    numbered: Iterable[Invoice],
    recognised: Mapping[PlatformInvoiceId, Copy] = MappingProxyType({}),
    same_customer: Callable[[PlatformInvoice, Invoice], bool] = _nobody,
) -> dict[PlatformInvoiceId, Copy]:
    """The copies among the platform's invoices.

    `by_marker` names the invoice whose copy would carry that marker; `numbered` are the invoices
    in the books that have one of the numbers in question. Numbers count as whole words only, and
    only where exactly one live invoice has them. What was `recognised` once stays a copy: when the
    sum changes in the books, it still asks for that invoice's money. Where it changed before the
    copy was first seen, the same customer tells; the sum is then a question for a person.
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
        if marker is not None:
            continue  # another company\'s copy, whatever its number
        by_others = _find_numbered(remote, by_number.get(remote.number, []), same_customer)
        if by_others is not None:
            found[remote.id] = by_others
    return found


def _find_numbered(
    remote: PlatformInvoice,
    numbered: Iterable[Invoice],
    same_customer: Callable[[PlatformInvoice, Invoice], bool],
) -> Copy | None:
    """The copy of the one live invoice with that number, if sum or customer are its own, too."""
    same = [i for i in numbered if i.total.currency == remote.total.currency]
    equal = [i for i in same if remote.total.minor in (i.total.minor, i.outstanding.minor)]
    if len(equal) == 1:
        reason = "Number, currency and sum are those of one invoice in the books."
        return Copy(remote.id, equal[0].id, ours=False, reason=reason)
    if len(same) == 1 and not equal and same_customer(remote, same[0]):
        reason = "Number, currency and customer are those of one invoice in the books."
        return Copy(remote.id, same[0].id, ours=False, reason=reason)
    return None
