"""Payments that only files tell of, as questions: asked, brought in line, and said why not.

Whatever is proposed for them waits for a person. The guards that speak before a send speak already
here, over the company file, so that the question names what is in the way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fbrecon.domain.ids import InvoiceId, PlatformPaymentId
from fbrecon.domain.matching.placing import MOVED, Placing
from fbrecon.domain.money import MoneyError
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.domain.proposing import NotProposed, Proposal, paid_on
from fbrecon.domain.rules import WritingRules
from fbrecon.sync.facts import Facts
from fbrecon.sync.placing import is_placed_otherwise
from fbrecon.sync.ports import Books
from fbrecon.sync.stores import Stores
from fbrecon.sync.writers import PaymentWriter, Sight

_UNSENT = (PostingState.PROPOSED, PostingState.APPROVED, PostingState.HELD)
_NAME_IT = (
    "Say which invoice it is for, on the page Payments or with “fbrecon approve {id} --with "
    "inv_…”, record it in FreshBooks by hand, or dismiss it."
)


class FileQuestions:
    """Looks after what is asked about payments of files in one company."""

    def __init__(self, books: Books, stores: Stores, rules: WritingRules) -> None:
        self._books = books
        self._stores = stores
        self._rules = rules

    def follow(self, facts: Facts) -> None:
        """What was not sent yet goes along with what the file, and the books, say now."""
        if not facts.placings:
            return
        payments = {payment.id: payment for payment in facts.payments}
        outbox = self._stores.outbox
        for intent in outbox.list_intents([WriteKind.PAYMENT], _UNSENT):
            payment_id = PlatformPaymentId(intent.source_id)
            placing = facts.placings.get(payment_id)
            if placing is None or intent.attempts:
                continue
            if is_placed_otherwise(intent, placing):
                outbox.move(intent, PostingState.DROPPED, _elsewhere(placing), hold=MOVED)
                continue
            if intent.state is PostingState.PROPOSED or len(placing.invoice_ids) != 1:
                continue  # it is written anew with what is so now
            assert intent.amount is not None
            try:
                amount = payments[payment_id].taken_off(intent.amount.currency)
            except MoneyError:
                continue
            now = (amount, paid_on(payments[payment_id], self._rules))
            if now != (intent.amount, intent.on_date):
                text = f"The file now has it as {amount} of {now[1].isoformat()}."
                outbox.move(intent, PostingState.PROPOSED, text)

    def hold(self, proposals: Iterable[Proposal]) -> None:
        """Ask about what FreshBooks would not take, or may have already."""
        writer = PaymentWriter(self._books, self._stores)
        for proposal in proposals:
            if not proposal.payment.only_in_file:
                continue
            intent = self._stores.outbox.find(proposal.key)
            if intent is None or intent.state is not PostingState.PROPOSED or intent.attempts:
                continue
            invoice = self._stores.books.find_invoice(proposal.invoice.id, lines=False)
            if invoice is None:
                continue
            recorded = tuple(self._stores.books.list_payments_of([invoice.id]))
            look = writer.guard(intent, invoice, recorded)
            if look.sight is not Sight.CLEAR:
                self._stores.outbox.move(intent, PostingState.HELD, look.text, hold=look.hold)

    def explain(self, others: Iterable[NotProposed], facts: Facts) -> list[NotProposed]:
        """The same, with what is known of those that only files tell of; kept for the lists."""
        found: list[NotProposed] = []
        unplaced: list[tuple[str, str, tuple[InvoiceId, ...]]] = []
        for other in others:
            placing = facts.placings.get(other.payment_id)
            if placing is None:
                found.append(other)
                continue
            told = self._told(other, placing, facts.doubtful)
            found.append(told)
            near = placing.candidates or placing.invoice_ids
            unplaced.append((told.payment_id, told.reason, near))
        self._stores.files.keep_unplaced(unplaced)
        return found

    def _told(
        self, other: NotProposed, placing: Placing, doubtful: Mapping[PlatformPaymentId, str]
    ) -> NotProposed:
        doubt = doubtful.get(placing.payment_id, "")
        reason = other.reason
        if doubt or not placing.invoice_ids:
            reason = doubt or placing.reason
        hint = _NAME_IT.format(id=f"pay_{placing.payment_id}")
        waits = self._rules.writes and bool(placing.candidates or placing.invoice_ids)
        if not self._rules.writes:
            reason = f"{reason} {other.reason}" if reason != other.reason else reason
        return NotProposed(placing.payment_id, reason, waits, hint, in_file=True)


def _elsewhere(placing: Placing) -> str:
    if placing.invoice_ids:
        return f"It is for another invoice. {placing.reason}"
    return f"It is no longer certain which invoice it is for. {placing.reason}"
