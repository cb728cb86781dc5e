"""Why a payment of the platform is not in the books, where no intent and no match says so, and
whether a person may name its invoice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from fbrecon.domain.documents import Method, PlatformState
from fbrecon.domain.overview import PaymentRow
from fbrecon.domain.rules import WritingRules

_BY_STATE = {
    PlatformState.PENDING: "The platform has not collected it yet.",
    PlatformState.FAILED: "The platform did not collect it.",
    PlatformState.CANCELLED: "It was cancelled on the platform.",
    PlatformState.RETURNED: "The bank took it back before it was recorded.",
    PlatformState.DISPUTED: "It was disputed before it was recorded.",
    PlatformState.REFUNDED: "It was refunded before it was recorded.",
    PlatformState.REFUNDED_PART: "A part of it was refunded before it was recorded.",
    PlatformState.UNKNOWN: "The platform calls its state by a word that nobody has explained yet.",
}


_FROM_FILE = "It came from a file."  # what a face says where nothing else is known


def with_reasons(rows: Iterable[PaymentRow], rules: WritingRules) -> list[PaymentRow]:
    """The rows, each of the platform's with a reason; no invoice is named while only reading."""
    found = []
    for row in rows:
        if row.takes_invoice and not rules.writes:
            row = replace(row, takes_invoice=False)
        if row.reason in ("", _FROM_FILE) and row.platform_payment_id is not None:
            row = replace(row, reason=_reason(row, rules))
        found.append(row)
    return found


def _reason(row: PaymentRow, rules: WritingRules) -> str:
    found = _BY_STATE.get(PlatformState(row.platform_state))
    if found is not None:
        return found
    if row.reason:
        return row.reason
    if row.method == Method.NONE.value:
        return "It was marked as paid by hand on the platform; no money moved."
    if not rules.writes:
        return "fbrecon only reads while the platform's own FreshBooks link may be on."
    if row.invoice_freshbooks_id is None:
        return "The platform does not say for which invoice in the books it is."
    return "It could not be placed beyond doubt; see what needs you."
