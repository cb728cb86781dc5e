"""What an invoice looks like on the platform: its lines, or one line where they do not add up.

Every line has quantity 1, so that nothing is multiplied there. The sum of the lines is exactly
what is outstanding, or the invoice is put there as one line of that sum.
"""

from __future__ import annotations

from dataclasses import dataclass

from fbrecon.domain.documents import Invoice
from fbrecon.domain.money import Money, total

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class CopyLine:
    """One line of an invoice copy, always of quantity 1."""

    description: str
    amount: Money


def compose_copy(invoice: Invoice, marker: str, *, itemised: bool = True) -> tuple[CopyLine, ...]:
    """The lines of the invoice's copy; the first carries number and marker.

    Lines, then tax, discount and what was already paid; one line "outstanding" where that is not
    exactly the outstanding sum, or where `itemised` is false.
    """
    single = CopyLine(f"Invoice {invoice.number}, outstanding ({marker})", invoice.outstanding)
    if not itemised or not invoice.lines:
        return (single,)
    currency = invoice.outstanding.currency
    if any(line.amount.currency != currency for line in invoice.lines):
        return (single,)
    net = total((line.amount for line in invoice.lines), currency)
    tax = invoice.total - (net - invoice.discount)
    taxed = any(
        percent.strip("0.") for x in invoice.lines for percent in (x.tax1_percent, x.tax2_percent)
    )
    already = invoice.total - invoice.outstanding
    if tax.minor < 0 or (tax.minor and not taxed) or already.minor < 0:
        return (single,)
    lines = [
        CopyLine(_describe(line.name, line.description), line.amount) for line in invoice.lines
    ]
    extras = (("Tax", tax), ("Discount", -invoice.discount), ("Already paid", -already))
    lines += [CopyLine(text, amount) for text, amount in extras if amount.minor]
    if total((line.amount for line in lines), currency) != invoice.outstanding:
        return (single,)
    first = CopyLine(
        f"Invoice {invoice.number}: {lines[0].description} ({marker})", lines[0].amount
    )
    return (first, *lines[1:])


def _describe(name: str, description: str) -> str:
    text = " – ".join(part for part in (name.strip(), description.strip()) if part) or "Item"
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
