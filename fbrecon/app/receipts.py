"""The receipt of a payment: from the intent over each reading, send and answer to the proof.

Everything comes from what was kept while it happened: the intent's notes, its attempts, and the
activity log, which also tells who decided.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from fbrecon.app import public_ids
from fbrecon.app.company import Company
from fbrecon.app.papers import Receipt, ReceiptStep
from fbrecon.domain.activity import Entry
from fbrecon.domain.documents import BookPayment, Invoice
from fbrecon.domain.ids import InvoiceId, PlatformPaymentId
from fbrecon.domain.intents import Attempt, Intent
from fbrecon.domain.matching import Match
from fbrecon.domain.posting import PostingState, WriteKind, find_marker
from fbrecon.errors import NotFound

_BOOK = "book_"
_MEANS = {
    PostingState.PROPOSED: "decided",
    PostingState.APPROVED: "decided",
    PostingState.HELD: "decided",
    PostingState.DROPPED: "decided",
    PostingState.ADOPTED: "found",
    PostingState.VERIFIED: "read back",
    PostingState.UNDONE: "undone",
    PostingState.DISCREPANCY: "read back",
}


def receipts_of(company: Company, public_id: str) -> list[Receipt]:
    """The receipts of a payment (one for each invoice that it is on) or of one write.

    Raises `NotFound` where nothing was written, and nothing matched, under that id.
    """
    kind, rest = public_ids.split(public_id)
    outbox = company.stores.outbox
    if kind == "act":
        intent = outbox.find_by_row(public_ids.number(public_id, "act"))
        found = [] if intent is None else [intent]
    elif kind == "pay" and rest.startswith(_BOOK):
        number = rest.removeprefix(_BOOK)
        found = [i for i in outbox.list_intents([WriteKind.PAYMENT]) if i.remote_id == number]
    elif kind == "pay":
        found = [i for i in outbox.list_intents([WriteKind.PAYMENT]) if i.source_id == rest]
    else:
        found = []
    receipts = [_of_intent(company, intent) for intent in found]
    if not receipts and kind == "pay":
        receipts = list(_of_matches(company, rest))
    if not receipts:
        raise NotFound(
            "There is no receipt",
            f"Nothing was recorded in FreshBooks for {public_id}, and nothing is about to be.",
            "Look at its state in the list of payments.",
        )
    return receipts


def _of_intent(company: Company, intent: Intent) -> Receipt:
    stores = company.stores
    invoice = _find_invoice(company, intent.key.leg)
    is_payment = intent.kind is WriteKind.PAYMENT
    attempts = stores.outbox.list_attempts(intent.key)
    entries = stores.activity.list_of_item(f"act_{intent.row}")
    return Receipt(
        item=f"pay_{intent.source_id}" if is_payment else f"act_{intent.row}",
        kind=intent.kind.value,
        subject=intent.subject,
        state=intent.state.value,
        reason=intent.reason,
        business=company.business.name,
        customer="" if invoice is None else invoice.customer_name,
        invoice_number="" if invoice is None else invoice.number,
        amount=intent.amount,
        paid_on=intent.on_date,
        platform=intent.key.source.partition(":")[0]
        if is_payment
        else company.doors.platform_name(),
        platform_payment_id=intent.source_id if is_payment else "",
        freshbooks_payment_id=(intent.remote_id or "") if is_payment else "",
        marker=intent.marker,
        link=_link(company, invoice),
        body_sha256=hashlib.sha256(intent.body).hexdigest(),
        attempts=intent.attempts,
        intended_at=intent.created_at,
        steps=tuple(_steps(intent, attempts, entries)),
    )


def _steps(intent: Intent, attempts: list[Attempt], entries: list[Entry]) -> Iterator[ReceiptStep]:
    """The intent's notes in their order, each with what it was and who did it."""
    ends = {attempt.number: attempt for attempt in attempts if attempt.phase == "end"}
    number = 0
    told = {(entry.at, entry.deed.why): entry for entry in entries}
    for place, note in enumerate(intent.evidence):
        entry = told.get((note.at, note.text))
        after = None if entry is None else PostingState(entry.deed.after)
        before = "" if entry is None else entry.deed.before
        who = "" if entry is None else entry.actor.who.value
        if after is PostingState.SENDING:
            number += 1
            yield ReceiptStep(note.at, "sent", note.text, who)
        elif before == PostingState.SENDING:
            answer = ends.get(number)  # none where the program ended before there was one
            status = 0 if answer is None else answer.http_status
            yield ReceiptStep(note.at, "answered", note.text, who, status)
        elif place == 0:
            yield ReceiptStep(note.at, "intended", note.text, who)
        elif after is None:
            yield ReceiptStep(note.at, "read", note.text)
        else:
            yield ReceiptStep(note.at, _MEANS.get(after, "read"), note.text, who)


def _of_matches(company: Company, rest: str) -> Iterator[Receipt]:
    """Payments that others recorded: what they are, and why they are the same money."""
    for match in company.stores.decisions.matches():
        if rest in (match.payment_id, f"{_BOOK}{match.book_payment_id}"):
            payment = company.stores.books.find_payment(match.book_payment_id)
            if payment is not None:
                yield _of_match(company, match, payment)


def _of_match(company: Company, match: Match, payment: BookPayment) -> Receipt:
    invoice = _find_invoice(company, str(payment.invoice_id or ""))
    collected = company.stores.platform.find_payment(PlatformPaymentId(match.payment_id))
    return Receipt(
        item=f"pay_{match.payment_id}",
        kind="match",
        subject=f"Payment of {payment.amount} that fbrecon did not record",
        state="matched",
        reason=match.reason,
        business=company.business.name,
        customer="" if invoice is None else invoice.customer_name,
        invoice_number="" if invoice is None else invoice.number,
        amount=payment.amount,
        paid_on=payment.paid_on,
        platform=(collected.source if collected else "") or company.doors.platform_name(),
        platform_payment_id=match.payment_id,
        freshbooks_payment_id=str(payment.id),
        marker=find_marker(payment.note) or "",
        link=_link(company, invoice),
        body_sha256="",
        attempts=0,
        intended_at=payment.updated_at if collected is None else collected.created_at,
        steps=(ReceiptStep(payment.updated_at, "found", match.reason),),
    )


def _find_invoice(company: Company, leg: str) -> Invoice | None:
    if not leg.isdigit():
        return None
    return company.stores.books.find_invoice(InvoiceId(int(leg)), lines=False)


def _link(company: Company, invoice: Invoice | None) -> str:
    books = company.find_books()
    return "" if invoice is None or books is None else books.invoice_link(invoice.id)
