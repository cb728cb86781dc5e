"""Ids as their own types, so that one kind cannot stand where another belongs.

FreshBooks numbers its accounting records with integers and its ledger accounts with uuids; the
platform uses opaque strings. Ids that leave the program carry a
prefix that makes them unique over all kinds (`fbrecon.app.public_ids`).
"""

from __future__ import annotations

from typing import NewType

CustomerId = NewType("CustomerId", int)
InvoiceId = NewType("InvoiceId", int)
BookPaymentId = NewType("BookPaymentId", int)
LedgerAccountId = NewType("LedgerAccountId", str)

PlatformCustomerId = NewType("PlatformCustomerId", str)
PlatformInvoiceId = NewType("PlatformInvoiceId", str)
PlatformPaymentId = NewType("PlatformPaymentId", str)
PayoutId = NewType("PayoutId", str)

DepositId = NewType("DepositId", str)
