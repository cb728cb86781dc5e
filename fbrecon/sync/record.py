"""From what the platform collected to intents in the outbox: match, withdraw, propose.

The facts come from the company file, the rules from the domain; this module only brings them
together and keeps what they decide.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fbrecon.clock import Clock
from fbrecon.domain.documents import (
    BookPayment,
    Invoice,
    Method,
    PlatformPayment,
    PlatformState,
    Visibility,
)
from fbrecon.domain.drafts import PaymentDraft
from fbrecon.domain.ids import BookPaymentId, InvoiceId, PlatformInvoiceId, PlatformPaymentId
from fbrecon.domain.intents import Intent, NewIntent
from fbrecon.domain.matching import Match
from fbrecon.domain.matching.copies import Copy, match_copies
from fbrecon.domain.matching.payments import Claim, match_payments
from fbrecon.domain.money import MoneyError
from fbrecon.domain.posting import (
    SETTLED,
    IntentKey,
    PostingState,
    WriteKind,
    find_marker,
)
from fbrecon.domain.proposing import NotProposed, Proposal, paid_on, payment_key, propose_payments
from fbrecon.domain.rules import WritingRules
from fbrecon.sync.ports import Books
from fbrecon.sync.stores import Stores

_GENERATIONS = (1, 2, 3)
_MOVED = (
    PlatformState.SUCCEEDED,
    PlatformState.RETURNED,
    PlatformState.DISPUTED,
    PlatformState.REFUNDED_PART,
    PlatformState.REFUNDED,
)
_UNSENT = (PostingState.PROPOSED, PostingState.APPROVED, PostingState.HELD)


def copy_key(rules: WritingRules, invoice_id: InvoiceId, generation: int = 1) -> IntentKey:
    """The key of putting that invoice on the platform."""
    return IntentKey(
        rules.account,
        WriteKind.PLATFORM_INVOICE,
        f"freshbooks:{invoice_id}",
        str(invoice_id),
        generation,
    )


def note_of(payment_id: PlatformPaymentId, key: IntentKey) -> str:
    """The note of a recorded payment: readable for a person, and with its marker at the end."""
    return f"Alternative Payments {payment_id} · recorded by fbrecon · {key.marker}"


def find_copies(stores: Stores, rules: WritingRules) -> dict[PlatformInvoiceId, Copy]:
    """Which of the platform's invoices are copies of invoices in the books."""
    invoices = stores.platform.list_invoices()
    remembered = {
        PlatformInvoiceId(intent.remote_id): InvoiceId(int(intent.key.leg))
        for intent in stores.outbox.list_intents([WriteKind.PLATFORM_INVOICE])
        if intent.remote_id
    }
    strange = [invoice for invoice in invoices if invoice.id not in remembered]
    by_marker: dict[str, InvoiceId] = {}
    if any(find_marker(text) for invoice in strange for text in invoice.descriptions):
        for invoice_id in stores.books.list_invoice_ids():
            for generation in _GENERATIONS:
                by_marker[copy_key(rules, invoice_id, generation).marker] = invoice_id
    numbered = stores.books.list_invoices_by_number({i.number for i in strange if i.number})
    return match_copies(invoices, remembered, by_marker, numbered)


@dataclass(frozen=True, slots=True)
class Facts:
    """What matching and proposing look at, read once."""

    copies: dict[PlatformInvoiceId, Copy]
    payments: list[PlatformPayment]
    invoices_of: dict[PlatformPaymentId, list[Invoice]]


class Recorder:
    """Matches and proposes payments for one company."""

    def __init__(self, books: Books, stores: Stores, rules: WritingRules, clock: Clock) -> None:
        self._books = books
        self._stores = stores
        self._rules = rules
        self._clock = clock

    def gather(self) -> Facts:
        """Payments of the platform and the invoices in the books that they are for."""
        copies = find_copies(self._stores, self._rules)
        self._stores.platform.keep_copies(copies.values())
        invoices: dict[InvoiceId, Invoice | None] = {}
        invoices_of: dict[PlatformPaymentId, list[Invoice]] = {}
        for payment_id, remote_ids in self._stores.platform.allocations().items():
            for remote_id in remote_ids:
                copy = copies.get(remote_id)
                if copy is None:
                    continue
                if copy.invoice_id not in invoices:
                    invoices[copy.invoice_id] = self._stores.books.find_invoice(copy.invoice_id)
                invoice = invoices[copy.invoice_id]
                if invoice is not None:
                    invoices_of.setdefault(payment_id, []).append(invoice)
        return Facts(copies, self._stores.platform.list_payments(), invoices_of)

    def match(self, facts: Facts) -> list[Match]:
        """Keep new matches. What carries our marker is adopted into the outbox.

        Returns the matches with what was found in the books and not recorded by this company file.
        """
        self._notice_changed()
        claims = [claim for payment in facts.payments for claim in self._claims(payment, facts)]
        known = self._stores.decisions.matches()
        recorded = self._from_outbox(known)
        payments = self._stores.books.list_payments_of(claim.invoice_id for claim in claims)
        payments_of: dict[InvoiceId, list[BookPayment]] = {}
        for payment in payments:
            if payment.invoice_id is not None:
                payments_of.setdefault(payment.invoice_id, []).append(payment)
        found = match_payments(claims, payments_of, [*known, *recorded])
        with self._stores.write():
            self._stores.decisions.keep_matches([*recorded, *found], self._clock.now())
        return [match for match in found if match.made_by != "marker" or self._adopt(match, facts)]

    def _notice_changed(self) -> None:
        """What was deleted in the books is undone, never recorded again by itself."""
        there = (*SETTLED, PostingState.DISCREPANCY)
        for intent in self._stores.outbox.list_intents([WriteKind.PAYMENT], there):
            book_id = BookPaymentId(int(intent.remote_id or 0))
            payment = self._stores.books.find_payment(book_id)
            if payment is None:
                continue
            same = payment.amount == intent.amount and payment.invoice_id == int(intent.key.leg)
            if payment.visibility is Visibility.DELETED:
                self._stores.outbox.move(
                    intent, PostingState.UNDONE, f"Payment {book_id} was deleted in FreshBooks."
                )
                self._stores.decisions.forget_matches([book_id])
            elif intent.state is PostingState.DISCREPANCY and same:
                self._stores.outbox.move(
                    intent, PostingState.VERIFIED, f"Payment {book_id} was put right in FreshBooks."
                )
            elif intent.state is not PostingState.DISCREPANCY and not same:
                self._stores.outbox.move(
                    intent,
                    PostingState.DISCREPANCY,
                    f"FreshBooks has payment {book_id} as {payment.amount} on invoice "
                    f"{payment.invoice_id}, not as {intent.amount} on {intent.key.leg}.",
                )

    def _claims(self, payment: PlatformPayment, facts: Facts) -> Iterable[Claim]:
        if payment.state not in _MOVED:
            return
        invoices = facts.invoices_of.get(payment.id, [])
        day = paid_on(payment, self._rules)
        adoptable = len(invoices) == 1 and (
            not self._rules.writes or day < self._rules.post_since or payment.method is Method.NONE
        )
        for invoice in invoices:
            try:
                amount = payment.taken_off(invoice.total.currency)
            except MoneyError:
                continue  # it is held with the figures when it is proposed
            keys = [payment_key(self._rules, payment.id, invoice.id, n) for n in _GENERATIONS]
            yield Claim(
                payment.id, invoice.id, amount, day, tuple(k.marker for k in keys), adoptable
            )

    def _from_outbox(self, known: list[Match]) -> list[Match]:
        have = {match.book_payment_id for match in known}
        intents = self._stores.outbox.list_intents([WriteKind.PAYMENT], SETTLED)
        return [
            Match(
                PlatformPaymentId(intent.source_id),
                BookPaymentId(int(intent.remote_id)),
                "We recorded it.",
                "marker",
            )
            for intent in intents
            if intent.remote_id and BookPaymentId(int(intent.remote_id)) not in have
        ]

    def _adopt(self, match: Match, facts: Facts) -> bool:
        """A payment that we recorded and no longer remember, after a lost company file.

        False where the outbox knows that it was sent: then it is settled there.
        """
        recorded = self._stores.books.find_payment(match.book_payment_id)
        payment = self._stores.platform.find_payment(match.payment_id)
        if recorded is None or payment is None or recorded.invoice_id is None:
            return False
        marker = find_marker(recorded.note)
        for generation in _GENERATIONS:
            key = payment_key(self._rules, match.payment_id, recorded.invoice_id, generation)
            if key.marker != marker:
                continue
            known = self._stores.outbox.find(key)
            if known is not None and known.state not in _UNSENT:
                return False
            invoice = self._stores.books.find_invoice(recorded.invoice_id, lines=False)
            in_parts = len(facts.invoices_of.get(payment.id, ())) > 1
            currency = recorded.amount.currency
            amount = recorded.amount if in_parts else payment.taken_off(currency)
            draft = PaymentDraft(
                recorded.invoice_id, amount, recorded.paid_on, payment.method, recorded.note
            )
            number = invoice.number if invoice else str(recorded.invoice_id)
            reason = "Its record was found in FreshBooks."
            intent = self._stores.outbox.add(
                self._new(key, draft, number, PostingState.PROPOSED, reason)
            )
            self._stores.outbox.move(
                intent,
                PostingState.ADOPTED,
                f"FreshBooks has it as payment {recorded.id}, with its marker.",
                remote_id=str(recorded.id),
            )
            return True
        return False

    # ---- proposing

    def propose(self, facts: Facts) -> list[NotProposed]:
        """Turn what is certain into approved intents, the rest into questions with a reason."""
        self._withdraw(facts)
        matches = self._stores.decisions.matches()
        intents = self._stores.outbox.list_intents([WriteKind.PAYMENT])
        open_to_change = {
            PlatformPaymentId(i.source_id)
            for i in intents
            if i.state is PostingState.PROPOSED and not i.attempts
        }
        busy = {PlatformPaymentId(i.source_id) for i in intents} - open_to_change
        settled = busy | {match.payment_id for match in matches}
        settled -= self._in_part(facts, intents, matches)
        proposals, others = propose_payments(
            facts.payments, facts.invoices_of, settled, self._rules
        )
        with self._stores.write():  # all parts of a payment, or none
            for proposal in proposals:
                self._keep(proposal)
        return others

    def _in_part(
        self, facts: Facts, intents: Iterable[Intent], matches: Iterable[Match]
    ) -> set[PlatformPaymentId]:
        """Payments over several invoices of which some parts are known and others are not."""
        several = {id_: found for id_, found in facts.invoices_of.items() if len(found) > 1}
        known = {(i.source_id, int(i.key.leg)) for i in intents if i.source_id in several}
        for match in matches:
            if match.payment_id in several:
                payment = self._stores.books.find_payment(match.book_payment_id)
                if payment is not None and payment.invoice_id is not None:
                    known.add((match.payment_id, int(payment.invoice_id)))
        return {
            id_
            for id_, invoices in several.items()
            if any((id_, int(invoice.id)) not in known for invoice in invoices)
        }

    def _keep(self, proposal: Proposal) -> None:
        draft = PaymentDraft(
            proposal.invoice.id,
            proposal.amount,
            proposal.paid_on,
            proposal.payment.method,
            note_of(proposal.payment.id, proposal.key),
        )
        new = self._new(
            proposal.key, draft, proposal.invoice.number, proposal.state, proposal.reason
        )
        known = self._stores.outbox.find(proposal.key)
        if known is None:
            self._stores.outbox.add(new)
        elif (
            known.state is PostingState.PROPOSED
            and not known.attempts
            and (known.state, known.amount, known.reason) != (new.state, new.amount, new.reason)
        ):
            self._stores.outbox.refresh_unsent(known, new)

    def _new(
        self,
        key: IntentKey,
        draft: PaymentDraft,
        number: str,
        state: PostingState,
        reason: str,
    ) -> NewIntent:
        return NewIntent(
            key=key,
            subject=f"Payment of {draft.amount} on invoice {number}",
            target=str(draft.invoice_id),
            body=self._books.render_payment(draft),
            state=state,
            reason=reason,
            amount=draft.amount,
            on_date=draft.paid_on,
        )

    def _withdraw(self, facts: Facts) -> None:
        """What the platform no longer calls succeeded is not recorded, if it was not sent yet."""
        state_of = {payment.id: payment for payment in facts.payments}
        for intent in self._stores.outbox.list_intents([WriteKind.PAYMENT], _UNSENT):
            payment = state_of.get(PlatformPaymentId(intent.source_id))
            if intent.attempts or intent.state is PostingState.HELD or payment is None:
                continue
            if payment.state is not PlatformState.SUCCEEDED:
                self._stores.outbox.move(
                    intent,
                    PostingState.HELD,
                    f"The platform now calls it {payment.state.value.replace('_', ' ')}.",
                    hold="state",
                )
