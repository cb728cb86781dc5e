"""Asking the platform once more about payments that are about to be recorded.

A run reads the newest payments and what is not final. One that waited longer than that, for an
approval say, may have gone back to its customer meanwhile: it is asked about before it is sent.
"""

from __future__ import annotations

from datetime import datetime

from fbrecon.domain.ids import PlatformInvoiceId, PlatformPaymentId
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.platforms.port import Platform
from fbrecon.sync.progress import CancelToken
from fbrecon.sync.stores import Stores


def read_again(
    platform: Platform, stores: Stores, read_from: datetime | None, cancel: CancelToken
) -> None:
    """Keep what the platform says now of the approved payments that this run has not read.

    `read_from` (UTC) is the time from which on it has read them; None where it read none. One
    request for each of their invoices there; raises what a read raises.
    """
    if not platform.capabilities.links_payments_to_invoices:
        return
    asked: set[PlatformInvoiceId] = set()
    links = stores.platform.allocations()
    for intent in stores.outbox.list_intents([WriteKind.PAYMENT], [PostingState.APPROVED]):
        payment = stores.platform.find_payment(PlatformPaymentId(intent.source_id))
        if payment is None or (read_from is not None and payment.created_at >= read_from):
            continue
        for invoice_id in links.get(payment.id, ()):
            if invoice_id in asked:
                continue
            asked.add(invoice_id)
            found = platform.list_payments_of_invoice(invoice_id, cancel)
            with stores.write():
                stores.platform.save_payments(found)
