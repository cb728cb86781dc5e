"""What stands in the note of a payment that we record."""

from __future__ import annotations

from fbrecon.domain.ids import PlatformPaymentId
from fbrecon.domain.posting import IntentKey


def note_of(payment_id: PlatformPaymentId, key: IntentKey) -> str:
    """The note of a recorded payment: readable for a person, and with its marker at the end."""
    return f"Alternative Payments {payment_id} · recorded by fbrecon · {key.marker}"
