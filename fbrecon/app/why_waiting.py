"""Why a payment of the platform is not in the books, where no intent and no match says so."""

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
    """The rows, each of the platform's with a reason."""
    return [
        row
        if row.reason not in ("", _FROM_FILE) or row.platform_payment_id is None
        else replace(row, reason=_reason(row, rules))
        for row in rows
    ]


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
