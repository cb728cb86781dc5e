"""What one send to the platform tells: applied, refused, never arrived, or unclear.

The rule behind all of it: whatever does not prove that the request was acted on, or proves that
it was not, is ambiguous and will be settled by reading.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final

import msgspec
import requests

from fbrecon.domain.posting import OutcomeClass, WriteOutcome
from fbrecon.errors import FbreconError, RateLimited, SignInAgain
from fbrecon.platforms.alternative_payments.problems import (
    DEFAULT_RETRY_AFTER,
    find_wire_error,
    words_of,
)
from fbrecon.platforms.alternative_payments.transport import Answer
from fbrecon.platforms.alternative_payments.wire import (
    CreatedCustomer,
    CreatedInvoice,
    SentCustomer,
    SentInvoice,
    decode,
    decode_one,
    is_plain_sum,
    text_id,
)

REFUSALS: Final = frozenset({400, 403, 404, 409, 422})

ReadSuccess = Callable[[Answer], WriteOutcome]


def from_failure(error: Exception, *, bytes_left: bool) -> WriteOutcome:
    """The outcome of a send that got no answer; `bytes_left` says if any of it went out."""
    if not bytes_left:
        return WriteOutcome(
            OutcomeClass.NOT_APPLIED, "The platform could not be reached; nothing was sent."
        )
    if isinstance(error, requests.exceptions.Timeout):
        return ambiguous("It was sent, and no answer came in time.")
    return ambiguous("The connection broke while it was being sent.")


def from_no_token(error: FbreconError) -> WriteOutcome:
    """The outcome where the send was not even begun, for want of an access token."""
    return WriteOutcome(
        OutcomeClass.NOT_APPLIED,
        f"{error.title}; nothing was sent.",
        retry_after=error.retry_after if isinstance(error, RateLimited) else None,
        sign_in_again=isinstance(error, SignInAgain),
    )


def from_answer(answer: Answer, read_success: ReadSuccess, *, token_was_new: bool) -> WriteOutcome:
    """The outcome that an answer states; `read_success` judges a 2xx."""
    status = answer.status
    if status == 429:
        wait = DEFAULT_RETRY_AFTER if answer.retry_after is None else answer.retry_after
        return WriteOutcome(
            OutcomeClass.NOT_APPLIED,
            "The platform asked us to wait (429).",
            http_status=status,
            retry_after=wait,
        )
    if 200 <= status < 300 and not answer.is_html:
        return read_success(answer)
    stated = find_wire_error(answer)
    if stated is not None and status == 401:
        return WriteOutcome(
            OutcomeClass.NOT_APPLIED,
            "The platform did not accept the access token (401).",
            http_status=status,
            sign_in_again=token_was_new,
        )
    if stated is not None and status in REFUSALS:
        return WriteOutcome(
            OutcomeClass.REFUSED,
            f"The platform refused ({status}): {words_of(stated)}",
            http_status=status,
        )
    return ambiguous(f"The platform's answer ({status}) does not say what became of it.", status)


def ambiguous(summary: str, status: int = 0, remote_id: str = "") -> WriteOutcome:
    """It may have arrived; only reading can tell."""
    return WriteOutcome(OutcomeClass.AMBIGUOUS, summary, remote_id=remote_id, http_status=status)


def created_invoice(sent_body: bytes) -> ReadSuccess:
    """Judge for the answer to a new invoice: its id, and whether it is the one we sent."""

    def judge(answer: Answer) -> WriteOutcome:
        try:
            sent = decode(sent_body, SentInvoice)
            got = decode_one(answer.body, CreatedInvoice)
        except msgspec.DecodeError:
            return ambiguous("The platform's answer cannot be read.", answer.status)
        remote_id = text_id(got.id)
        if not remote_id:
            return ambiguous("The platform's answer names no invoice.", answer.status)
        if got.customer_id is not None and text_id(got.customer_id) != sent.customer_id:
            return ambiguous("The platform's answer is about another customer.", answer.status)
        if got.total is None or not is_plain_sum(got.total):
            return ambiguous("The platform's answer states no total.", answer.status, remote_id)
        total = sum((line.amount * line.quantity for line in sent.line_items), Decimal(0))
        echo = {
            "total": format(got.total, "f"),
            "currency": got.currency or "",
            "number": text_id(got.invoice_number),
            "state": got.status or "",
        }
        same = got.total == total and (got.currency or sent.currency) == sent.currency
        return WriteOutcome(
            OutcomeClass.APPLIED if same else OutcomeClass.APPLIED_DIFFERENT,
            f"Created ({answer.status})."
            if same
            else f"Created with {echo['total']} {echo['currency']} instead of {total:f} "
            f"{sent.currency} ({answer.status}).",
            remote_id=remote_id,
            http_status=answer.status,
            echo=echo,
        )

    return judge


def created_customer(sent_body: bytes) -> ReadSuccess:
    """Judge for the answer to a new customer: its id, and whether it bears our external id."""

    def judge(answer: Answer) -> WriteOutcome:
        try:
            sent = decode(sent_body, SentCustomer)
            got = decode_one(answer.body, CreatedCustomer)
        except msgspec.DecodeError:
            return ambiguous("The platform's answer cannot be read.", answer.status)
        remote_id = text_id(got.id)
        if not remote_id:
            return ambiguous("The platform's answer names no customer.", answer.status)
        external_id = text_id(got.external_id)
        if external_id and external_id != sent.external_id:
            return ambiguous("The platform's answer is about another customer.", answer.status)
        if not external_id and got.name != sent.name:
            return ambiguous(
                "The platform's answer does not say whose it is.", answer.status, remote_id
            )
        return WriteOutcome(
            OutcomeClass.APPLIED,
            f"Created ({answer.status}).",
            remote_id=remote_id,
            http_status=answer.status,
            echo={"external_id": external_id},
        )

    return judge


def archived(invoice_id: str) -> ReadSuccess:
    """Judge for the answer to archiving: empty, or the platform's JSON, never another page."""

    def judge(answer: Answer) -> WriteOutcome:
        if answer.body.strip():
            try:
                decode(answer.body, dict[str, msgspec.Raw])
            except msgspec.DecodeError:
                return ambiguous("The platform's answer cannot be read.", answer.status)
        return WriteOutcome(
            OutcomeClass.APPLIED,
            f"Archived ({answer.status}).",
            remote_id=invoice_id,
            http_status=answer.status,
        )

    return judge
