"""Comparing what FreshBooks says it recorded with what was sent.

An overpayment is truncated without a word, so an answer counts as applied only when sum, currency,
invoice, date and note are what was sent. A record that is there but different is never sent again.
"""

from __future__ import annotations

import msgspec
from msgspec import Raw

from fbrecon.domain.documents import BookPayment, Visibility
from fbrecon.domain.posting import OutcomeClass, WriteOutcome, find_marker
from fbrecon.freshbooks.fields import FieldError, read_money
from fbrecon.freshbooks.parse import read_payment
from fbrecon.freshbooks.wire import (
    AccountingEnvelope,
    LedgerEnvelope,
    WireLedgerAccount,
    WirePayment,
    decode,
)


def judge_payment(sent_body: bytes, body: bytes, status: int) -> WriteOutcome | None:
    """The outcome of a payment by the record in the answer; None if there is none in it."""
    raw = find_result(body, "payment")
    if raw is None:
        return None
    sent = decode(decode(sent_body, dict[str, Raw])["payment"], WirePayment)
    try:
        payment = read_payment(raw)
    except (FieldError, msgspec.DecodeError):
        return unclear("The record in the answer cannot be read.", status)
    same_invoice = payment.invoice_id == sent.invoiceid
    same_note = _same_note(sent.note or "", payment.note)
    if not same_note and (not same_invoice or find_marker(payment.note) is not None):
        # Another marker of ours is another payment, also on the same invoice.
        return unclear("The answer is about another payment.", status)
    differences = _payment_differences(sent, payment)
    if not same_invoice:
        differences.append("it stands on another invoice")
    if not same_note:
        differences.append("its note is not what was sent")
    echo = {
        "amount": payment.amount.to_decimal_string(),
        "currency": payment.amount.currency,
        "invoice_id": str(payment.invoice_id or ""),
        "date": payment.paid_on.isoformat(),
        "note": payment.note,
    }
    if payment.overpayment_id is not None:
        echo["overpayment_id"] = str(payment.overpayment_id)
    return applied(str(payment.id), differences, status, echo)


def judge_payment_removal(payment_id: str, body: bytes, status: int) -> WriteOutcome | None:
    """The outcome of a removal by the record in the answer; None if there is none in it."""
    raw = find_result(body, "payment")
    if raw is None:
        return None
    try:
        payment = read_payment(raw)
    except (FieldError, msgspec.DecodeError):
        return unclear("The record in the answer cannot be read.", status)
    if str(payment.id) != payment_id:
        return unclear("The answer is about another payment.", status)
    if payment.visibility is not Visibility.DELETED:
        return unclear(f"The answer says that it is {payment.visibility}.", status)
    return WriteOutcome(
        OutcomeClass.APPLIED,
        "It is deleted in FreshBooks.",
        remote_id=payment_id,
        http_status=status,
        echo={"vis_state": payment.visibility.value},
    )


def payment_differences(sent_body: bytes, payment: BookPayment) -> tuple[str, ...]:
    """How a recorded payment differs from what was sent once, each as a clause; none if equal."""
    sent = decode(decode(sent_body, dict[str, Raw])["payment"], WirePayment)
    wanted = read_money("amount", sent.amount)
    differences = []
    if payment.amount != wanted:
        differences.append(f"its sum is {payment.amount}, not {wanted}")
    if payment.invoice_id != sent.invoiceid:
        differences.append(f"it stands on invoice {payment.invoice_id or 'none'}")
    if payment.paid_on.isoformat() != sent.date:
        differences.append(f"it is dated {payment.paid_on.isoformat()}, not {sent.date}")
    if payment.method.casefold() != (sent.type or "").casefold():
        differences.append(f"its type is “{payment.method}”, not “{sent.type}”")
    if " ".join(payment.note.split()) != " ".join((sent.note or "").split()):
        differences.append("its note was changed")
    if payment.gateway:
        differences.append("it belongs to an online payment")
    return tuple(differences)


def judge_ledger_account(sent_body: bytes, body: bytes, status: int) -> WriteOutcome | None:
    """The outcome of a new ledger account by the record in the answer; None if there is none."""
    try:
        made = decode(body, LedgerEnvelope).data
    except msgspec.DecodeError:
        return None
    if made is None or not made.uuid:
        return None
    sent = decode(sent_body, WireLedgerAccount)
    same_marker = _same_note(sent.description or "", made.description or "")
    if made.name != sent.name and not same_marker:
        return unclear("The answer is about another account.", status)
    differences = []
    if made.name != sent.name:
        differences.append("its name is not what was sent")
    if made.sub_type != sent.sub_type:
        differences.append(f"its type is {made.sub_type or 'not stated'}")
    if not same_marker:
        differences.append("its description is not what was sent")
    echo = {
        "name": made.name or "",
        "sub_type": made.sub_type or "",
        "description": made.description or "",
        "number": "" if made.number is None else str(made.number),
    }
    return applied(made.uuid, differences, status, echo)


def _payment_differences(sent: WirePayment, payment: BookPayment) -> list[str]:
    differences = []
    wanted = read_money("amount", sent.amount)
    if payment.amount != wanted:
        differences.append(f"{payment.amount} was recorded instead of {wanted}")
    if payment.overpayment_id is not None:
        differences.append("the rest became a credit of the customer")
    if payment.paid_on.isoformat() != sent.date:
        differences.append(f"its date is {payment.paid_on.isoformat()}")
    if payment.visibility is not Visibility.ACTIVE:
        differences.append(f"it is {payment.visibility}")
    return differences


def applied(
    remote_id: str, differences: list[str], status: int, echo: dict[str, str]
) -> WriteOutcome:
    """What is there, as sent or with these differences, as clauses for a sentence."""
    if differences:
        summary = f"It is in FreshBooks, but not as sent: {'; '.join(differences)}."
        kind = OutcomeClass.APPLIED_DIFFERENT
    else:
        summary, kind = "It is in FreshBooks as sent.", OutcomeClass.APPLIED
    return WriteOutcome(kind, summary, remote_id=remote_id, http_status=status, echo=echo)


def unclear(summary: str, status: int) -> WriteOutcome:
    """An answer that does not prove what became of the write."""
    return WriteOutcome(OutcomeClass.AMBIGUOUS, summary, http_status=status)


def _same_note(sent: str, answered: str) -> bool:
    """By the marker, since spaces may be tidied on the way; by the whole text without one."""
    marker = find_marker(sent)
    return sent == answered if marker is None else find_marker(answered) == marker


def find_result(body: bytes, key: str) -> Raw | None:
    """What stands under that name in an accounting answer; None if there is nothing."""
    try:
        envelope = decode(body, AccountingEnvelope)
    except msgspec.DecodeError:
        return None
    result = envelope.response.result if envelope.response else None
    return result.get(key) if result else None
