"""What stands in the note of a payment that we record."""

from __future__ import annotations

import re
from typing import Final

from fbrecon.domain.ids import PlatformPaymentId
from fbrecon.domain.posting import IntentKey

_BY: Final = " · recorded by fbrecon · "
_NOTE = re.compile(r"(\S+)" + re.escape(_BY))


def note_of(payment_id: PlatformPaymentId, key: IntentKey) -> str:
    """The note of a recorded payment: readable for a person, and with its marker at the end."""
    return f"{platform_label(key.source)} {payment_id}{_BY}{key.marker}"


def find_payment_id(note: str) -> str:
    """The payment that a note of ours names; "" where it names none."""
    found = _NOTE.search(note)
    return "" if found is None else found[1]


def platform_label(source: str) -> str:
    """A platform's name for people, from the source of a key: `alternative_payments:pay_1`."""
    name = source.partition(":")[0]
    return _LABELS.get(name) or name.replace("_", " ").title()


_LABELS: Final = {"gocardless": "GoCardless"}
