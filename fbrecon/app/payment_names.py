"""Payments as a person would name them: by sum, customer, invoice and day, not by an id.

Sentences that were made below know a payment by its id, and are kept so. The id is exchanged when
they are shown, for what is known of the payment by then, and handed on beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from fbrecon.app.company import Company
from fbrecon.domain.overview import PaymentRow

PAYMENT: Final = "pay_"
_MENTIONED: Final = re.compile(r"\b([Pp]ayment )(\S*[^\s.,:;])")


@dataclass(frozen=True, slots=True)
class Named:
    """A sentence with its payments named, and the public ids of those."""

    text: str
    ids: tuple[str, ...]


def name_payments(company: Company, sentences: Sequence[tuple[str, str]]) -> list[Named]:
    """Each sentence with what it is about (a public id, or anything else where it is no payment).

    FreshBooks' own numbers of payments stay: that is how they are found there.
    """
    wanted = {subject for _, subject in sentences if subject.startswith(PAYMENT)}
    wanted |= {PAYMENT + id_ for text, _ in sentences for id_ in _ids_in(text)}
    if not wanted:
        return [Named(text, ()) for text, _ in sentences]
    platform, zone = company.doors.platform_name(), company.business.timezone
    rows = company.stores.payments.rows(platform, zone, sorted(wanted))
    known = {row.id: row for row in rows if row.platform_payment_id is not None}
    return [_named(text, subject, known) for text, subject in sentences]


def _ids_in(text: str) -> Iterable[str]:
    return (id_ for _, id_ in _MENTIONED.findall(text) if not id_.isdigit())


def _named(text: str, subject: str, known: dict[str, PaymentRow]) -> Named:
    ids = dict.fromkeys([subject] if subject in known else [])

    def name(found: re.Match[str]) -> str:
        id_ = PAYMENT + found[2]
        if found[2].isdigit() or id_ not in known:
            return found[0]
        ids[id_] = None
        return found[1] + describe(known[id_])

    row = known.get(subject)
    if row is not None:
        text = _with_customer(text, row)
    return Named(_MENTIONED.sub(name, text), tuple(ids))


def _with_customer(text: str, row: PaymentRow) -> str:
    """What is written into the books is called by sum and invoice alone; say whose, and of when."""
    number = row.invoice_number
    short = f"Payment of {row.amount} on invoice {number}"
    rest = text.removeprefix(short)
    if rest == text or rest[:1] not in ".:" or not row.customer:
        return text
    return f"{short} ({row.customer}, {row.paid_on.isoformat()}){rest}"


def describe(row: PaymentRow) -> str:
    """What stands behind the word payment: `120.00 USD from Birch & Co for invoice 7 (…)`."""
    amount, customer, number = row.amount, row.customer, row.invoice_number
    day = row.paid_on.isoformat()
    if amount is not None and customer and number:
        return f"{amount} from {customer} for invoice {number} ({day})"
    if amount is not None and number:
        return f"{amount} for invoice {number} ({day})"
    told = ", ".join(part for part in ("" if amount is None else str(amount), customer) if part)
    return f"{told} ({day})" if told else day
