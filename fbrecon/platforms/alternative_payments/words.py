"""The words the platform uses for states, methods and kinds, and what each of them means here.

The one table. Documented words come first; beside them stand synonyms and the prefixes and
spellings such words travel with. A word that could mean two things is left out on purpose: an
unknown word is asked about, a wrong guess would book money that was never collected.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from fbrecon.domain.documents import CopyState, Method, PayoutLineKind, PayoutState, PlatformState

_PREFIXES = (
    "payment_method_type_",
    "payment_method_",
    "payment_status_",
    "invoice_status_",
    "payout_status_",
    "transaction_status_",
    "transaction_type_",
    "fee_type_",
    "status_",
    "type_",
    "ps_",
    "is_",
    "po_",
    "pos_",
    "ts_",
    "tt_",
    "pm_",
    "ft_",
)
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SEPARATORS = re.compile(r"[\s\-_./]+")


def _spread(table: Mapping[str, str]) -> dict[str, str]:
    pairs = [(word, state) for state, words in table.items() for word in words.split()]
    spread = dict(pairs)
    if len(spread) != len(pairs):
        raise ValueError("a word stands in the table twice")
    return spread


PAYMENT_STATES: Final = _spread(
    {
        PlatformState.PENDING: (
            "pending processing created creating initiated submitted scheduled queued in_progress "
            "in_process started pending_submission awaiting_confirmation authorized authorised "
            "requires_action"
        ),
        PlatformState.SUCCEEDED: (
            "succeeded success successful paid paid_out completed complete settled captured "
            "collected cleared"
        ),
        PlatformState.FAILED: "failed failure declined rejected denied error errored expired",
        PlatformState.RETURNED: (
            "returned return ach_return ach_returned bank_return reversed bounced late_failure "
            "failed_after_success"
        ),
        PlatformState.DISPUTED: (
            "disputed dispute in_dispute chargeback charged_back charge_back chargebacked"
        ),
        PlatformState.REFUNDED_PART: (
            "refunded_part partially_refunded partial_refund partial_refunded refunded_partially "
            "part_refunded partly_refunded refund_partial"
        ),
        PlatformState.REFUNDED: "refunded refund fully_refunded full_refund refunded_full",
        PlatformState.CANCELLED: "cancelled canceled cancel void voided abandoned",
    }
)

COPY_STATES: Final = _spread(
    {
        CopyState.OPEN: (
            "open unpaid outstanding pending sent due overdue past_due late viewed created active "
            "issued scheduled processing partial partially_paid partly_paid payment_failed "
            "not_paid awaiting_payment draft"
        ),
        CopyState.PAID: "paid paid_in_full fully_paid settled succeeded completed complete",
        CopyState.ARCHIVED: "archived archive deleted void voided cancelled canceled",
    }
)

PAYOUT_STATES: Final = _spread(
    {
        PayoutState.PENDING: "creating created analyzing analysing scheduled approved pending",
        PayoutState.IN_TRANSIT: "processing in_transit sent submitted initiated in_progress",
        PayoutState.PAID: "succeeded success successful paid completed complete settled deposited",
        PayoutState.FAILED: "failed failure rejected returned bounced error",
        PayoutState.CANCELLED: "canceled cancelled void voided",
    }
)

METHODS: Final = _spread(
    {
        Method.CARD: "card credit_card debit_card credit debit cc creditcard debitcard",
        Method.ACH: (
            "ach bank bank_account ach_debit bank_debit us_bank_account bank_transfer eft pad "
            "echeck"
        ),
        Method.NONE: "none manual mark_as_paid marked_as_paid external offline",
        Method.UNKNOWN: "unspecified unknown",
    }
)

LINE_KINDS: Final = _spread(
    {
        PayoutLineKind.PAYMENT: "payment charge transaction sale invoice_payment capture",
        PayoutLineKind.REFUND: "refund payment_refund refunded partial_refund",
        PayoutLineKind.RETURN: (
            "return ach_return returned payment_return payment_failure payment_failed reversal "
            "payment_reversal"
        ),
        PayoutLineKind.CHARGEBACK: "chargeback dispute charge_back payment_chargeback disputed",
        PayoutLineKind.FEE: (
            "fee fees processing_fee return_fee ach_return_fee chargeback_fee dispute_fee "
            "platform_fee service_fee"
        ),
        PayoutLineKind.ADJUSTMENT: "adjustment correction reserve reserve_hold reserve_release",
        PayoutLineKind.OTHER: "other misc unspecified",
    }
)

CREDIT_WORDS: Final = frozenset({"credit", "cr", "in", "inflow"})
DEBIT_WORDS: Final = frozenset({"debit", "dr", "out", "outflow"})


def normalise(raw: str) -> str:
    """`PAYMENT_STATUS_Partially-Refunded` and `partiallyRefunded` → `partially_refunded`."""
    snake = _SEPARATORS.sub("_", _HUMP.sub("_", raw.strip())).strip("_").lower()
    for prefix in _PREFIXES:
        if snake.startswith(prefix) and len(snake) > len(prefix):
            return snake[len(prefix) :]
    return snake


def payment_state(raw: str, learned: Mapping[str, str]) -> PlatformState:
    """What a payment's word means; `learned` holds the person's answers and comes first."""
    word = normalise(raw)
    answer = learned.get(raw)
    if answer is None:
        answer = next((state for said, state in learned.items() if normalise(said) == word), None)
    if answer is None:
        answer = PAYMENT_STATES.get(word)
    try:
        return PlatformState(answer) if answer is not None else PlatformState.UNKNOWN
    except ValueError:
        return PlatformState.UNKNOWN


def copy_state(raw: str) -> CopyState:
    """Where an invoice stands; UNKNOWN for a word nobody has explained."""
    return CopyState(COPY_STATES.get(normalise(raw), CopyState.UNKNOWN))


def payout_state(raw: str) -> PayoutState:
    """Where a payout stands; UNKNOWN for a word nobody has explained."""
    return PayoutState(PAYOUT_STATES.get(normalise(raw), PayoutState.UNKNOWN))


def payment_method(raw: str | None) -> Method:
    """How the customer paid; UNKNOWN where the platform does not say.

    Nothing documented says that a payment marked as paid by hand is one without a method, so a
    missing one is no proof that no money moved.
    """
    if raw is None or not raw.strip():
        return Method.UNKNOWN
    return Method(METHODS.get(normalise(raw), Method.OTHER))


def line_kind(raw: str) -> PayoutLineKind:
    """What a payout's line stands for; OTHER for a word nobody has explained."""
    return PayoutLineKind(LINE_KINDS.get(normalise(raw), PayoutLineKind.OTHER))


def fee_kind(raw: str) -> str:
    """`FT_LATE_PAYMENT` → `late_payment`; an unknown word stays itself, in that spelling."""
    return normalise(raw) or "unspecified"
