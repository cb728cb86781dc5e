"""From what the platform collected to intents in the outbox: match, withdraw, propose.

The facts come from the company file, the rules from the domain; this module only brings them
together and keeps what they decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import timedelta

from fbrecon.clock import Clock
from fbrecon.domain.documents import (
    BookPayment,
    Method,
    PlatformPayment,
    PlatformState,
    Visibility,
)
from fbrecon.domain.drafts import PaymentDraft
from fbrecon.domain.ids import BookPaymentId, InvoiceId, PlatformPaymentId
from fbrecon.domain.intents import Intent, NewIntent
from fbrecon.domain.matching import Match
from fbrecon.domain.matching.payments import (
    NEAR_DAYS,
    SETTLED_WITHIN_DAYS,
    Claim,
    match_payments,
)
from fbrecon.domain.matching.placing import MOVED
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
from fbrecon.errors import FbreconError
from fbrecon.sync.copies import GENERATIONS
from fbrecon.sync.copy_facts import dismissed_payments
from fbrecon.sync.facts import Facts
from fbrecon.sync.file_questions import FileQuestions
from fbrecon.sync.notes import note_of
from fbrecon.sync.placing import MOVED_STATES
from fbrecon.sync.ports import Books
from fbrecon.sync.stores import Stores
from fbrecon.sync.unsent import UNSENT, UnsentPayments
from fbrecon.sync.writers import ALIKE

_MAY_BE_NAMED = timedelta(hours=1)  # by then the platform knows what a payment is for
_KEPT = (PlatformState.SUCCEEDED, PlatformState.REFUNDED_PART)  # some of the money stayed
_NO_INVOICE = "Record it in FreshBooks on the invoice that it is for, then dismiss this item."


class Recorder:
    """Matches and proposes payments for one company."""

    def __init__(self, books: Books, stores: Stores, rules: WritingRules, clock: Clock) -> None:
        self._books = books
        self._stores = stores
        self._rules = rules
        self._clock = clock

    def match(self, facts: Facts) -> list[Match]:
        """Keep new matches. What carries our marker is adopted into the outbox.

        Returns the matches with what was found in the books and not recorded by this company file.
        """
        self._notice_changed()
        idle = dismissed_payments(self._stores) | self._undone() | facts.doubtful.keys()
        others = self._told_apart()
        claims = [
            replace(claim, others=others.get(payment.id, frozenset()))
            for payment in facts.payments
            for claim in self._claims(payment, facts, idle)
        ]
        known = self._stores.decisions.matches()
        recorded = self._from_outbox(known)
        payments = self._stores.books.list_payments_of(claim.invoice_id for claim in claims)
        payments_of: dict[InvoiceId, list[BookPayment]] = {}
        for payment in payments:
            if payment.invoice_id is not None:
                payments_of.setdefault(payment.invoice_id, []).append(payment)
        known = self._without_deleted(known, payments)
        found = match_payments(claims, payments_of, [*known, *recorded])
        with self._stores.write():  # a match that is kept is not adopted a second time
            self._stores.decisions.keep_matches([*recorded, *found], self._clock.now())
            return [m for m in found if m.made_by != "marker" or self._adopt(m, facts)]

    def _without_deleted(
        self, known: Sequence[Match], payments: Iterable[BookPayment]
    ) -> list[Match]:
        """The matches that still hold. One whose payment was deleted comes before a person."""
        gone = {p.id: p for p in payments if p.visibility is Visibility.DELETED}
        lost = [match for match in known if match.book_payment_id in gone]
        if not lost:
            return list(known)
        with self._stores.write():
            self._stores.decisions.forget_matches([match.book_payment_id for match in lost])
            for match in lost:
                self._hold_again(match, gone[match.book_payment_id])
        return [match for match in known if match.book_payment_id not in gone]

    def _hold_again(self, match: Match, deleted: BookPayment) -> None:
        payment = self._stores.platform.find_payment(match.payment_id)
        if payment is None or deleted.invoice_id is None or payment.method is Method.NONE:
            return
        if payment.state not in _KEPT:
            return
        key = payment_key(self._rules, payment.id, deleted.invoice_id, platform=payment.source)
        reason = f"Payment {deleted.id}, which was the same money, was deleted in FreshBooks."
        known = self._stores.outbox.find(key)
        if known is not None and known.state is PostingState.DROPPED:
            known = self._stores.outbox.move(known, PostingState.PROPOSED, reason)
            self._stores.outbox.move(known, PostingState.HELD, reason)
        elif known is None and self._rules.writes:  # else it is proposed once writing is allowed
            invoice = self._stores.books.find_invoice(deleted.invoice_id, lines=False)
            number = invoice.number if invoice else str(deleted.invoice_id)
            day, note = paid_on(payment, self._rules), note_of(payment.id, key)
            draft = PaymentDraft(deleted.invoice_id, deleted.amount, day, payment.method, note)
            self._stores.outbox.add(self._new(key, draft, number, PostingState.HELD, reason))

    def _notice_changed(self) -> None:
        """What was deleted in the books is undone, never recorded again by itself."""
        there = (*SETTLED, PostingState.DISCREPANCY)
        for intent in self._stores.outbox.list_intents([WriteKind.PAYMENT], there):
            book_id = BookPaymentId(int(intent.remote_id or 0))
            payment = self._stores.books.find_payment(book_id)
            if payment is None:
                continue
            same = payment.amount == intent.amount and payment.invoice_id == int(intent.key.leg)
            dated = intent.on_date is None or payment.paid_on == intent.on_date
            if payment.visibility is Visibility.DELETED:
                self._stores.outbox.move(
                    intent, PostingState.UNDONE, f"Payment {book_id} was deleted in FreshBooks."
                )
                self._stores.decisions.forget_matches([book_id])
            elif intent.state is PostingState.DISCREPANCY and same and dated:
                if not self._stands_so(payment):
                    continue
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

    def _stands_so(self, copied: BookPayment) -> bool:
        """Whether the books still have it as it is here: the copy may be older than the finding."""
        try:
            there = self._books.find_payment(str(copied.id))
        except FbreconError:
            return False
        return there is not None and replace(there, updated_at=copied.updated_at) == copied

    def _told_apart(self) -> dict[str, set[BookPaymentId]]:
        """By payment of the platform: equal ones in the books that a person said yes beside."""
        found: dict[str, set[BookPaymentId]] = {}
        for intent in self._stores.outbox.list_intents([WriteKind.PAYMENT]):
            for waived in intent.waived:
                number = waived.removeprefix(ALIKE)
                if number != waived and number.isdigit():
                    found.setdefault(intent.source_id, set()).add(BookPaymentId(int(number)))
        return found

    def _undone(self) -> set[PlatformPaymentId]:
        intents = self._stores.outbox.list_intents([WriteKind.PAYMENT], [PostingState.UNDONE])
        return {PlatformPaymentId(intent.source_id) for intent in intents}

    def _claims(
        self, payment: PlatformPayment, facts: Facts, idle: AbstractSet[PlatformPaymentId]
    ) -> Iterable[Claim]:
        """What the payment would be in the books; `idle` ones are not recorded by themselves."""
        if payment.state not in MOVED_STATES:
            return
        invoices = facts.invoices_of.get(payment.id, [])
        day = paid_on(payment, self._rules)
        placing = facts.placings.get(payment.id)
        adoptable = len(invoices) == 1 and (
            (placing is not None and not placing.doubt)
            or not self._rules.writes
            or day < self._rules.post_since
            or payment.method in (Method.NONE, Method.UNKNOWN)
            or payment.id in idle
        )
        for invoice in invoices:
            try:
                amount = payment.taken_off(invoice.total.currency)
            except MoneyError:
                continue  # it is held with the figures when it is proposed
            keys = self._keys(payment, invoice.id)
            # A mark by hand may come long after the money that it stands for.
            no_room = payment.method is Method.UNKNOWN and invoice.outstanding.minor <= 0
            any_time = payment.method is Method.NONE or no_room
            # Where a file names an invoice that an equal payment settled, that one may be later.
            settled = placing is not None and placing.by_number and invoice.outstanding < amount
            near = SETTLED_WITHIN_DAYS if settled else NEAR_DAYS
            yield Claim(
                payment.id,
                invoice.id,
                amount,
                day,
                tuple(k.marker for k in keys),
                adoptable,
                None if any_time else near,
            )

    def _keys(self, payment: PlatformPayment, invoice_id: InvoiceId) -> list[IntentKey]:
        """All keys under which it may have been recorded: each time, and as each platform's."""
        platforms = dict.fromkeys((payment.source or self._rules.platform, self._rules.platform))
        return [
            payment_key(self._rules, payment.id, invoice_id, number, platform)
            for platform in platforms
            for number in GENERATIONS
        ]

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
        for key in self._keys(payment, recorded.invoice_id):
            if key.marker != marker:
                continue
            known = self._stores.outbox.find(key)
            if known is not None and known.state not in UNSENT:
                return False
            invoice = self._stores.books.find_invoice(recorded.invoice_id, lines=False)
            in_parts = len(facts.invoices_of.get(payment.id, ())) > 1
            currency = recorded.amount.currency
            amount = recorded.amount if in_parts else payment.taken_off(currency)
            method = Method.OTHER if payment.method is Method.NONE else payment.method
            draft = PaymentDraft(
                recorded.invoice_id, amount, recorded.paid_on, method, recorded.note
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
        UnsentPayments(self._books, self._stores).review(facts.payments)
        questions = FileQuestions(self._books, self._stores, self._rules)
        questions.follow(facts)
        matches = self._stores.decisions.matches()
        intents = [
            intent
            for intent in self._stores.outbox.list_intents([WriteKind.PAYMENT])
            if not (intent.state is PostingState.DROPPED and intent.hold == MOVED)
        ]
        open_to_change = {
            PlatformPaymentId(i.source_id)
            for i in intents
            if i.state is PostingState.PROPOSED and not i.attempts
        }
        busy = {PlatformPaymentId(i.source_id) for i in intents} - open_to_change
        settled = busy | {match.payment_id for match in matches}
        settled -= self._in_part(facts, intents, matches)
        invoices_of = {i: of for i, of in facts.invoices_of.items() if i not in facts.doubtful}
        proposals, others = propose_payments(facts.payments, invoices_of, settled, self._rules)
        others = [self._with_doubt(found, facts) for found in others]
        moved = self._moved_since(proposals)
        with self._stores.write():  # all parts of a payment, or none
            for proposal in proposals:
                if proposal.payment.id not in moved:
                    self._keep(proposal)
            questions.hold(proposals)
            return questions.explain([*others, *moved.values()], facts)

    def _with_doubt(self, found: NotProposed, facts: Facts) -> NotProposed:
        """The doubt in the place of the reason, where there is one and money is to be recorded."""
        payment = next(p for p in facts.payments if p.id == found.payment_id)
        if not self._rules.writes or payment.method is Method.NONE or payment.only_in_file:
            return found
        if payment.id in facts.doubtful:
            return NotProposed(found.payment_id, facts.doubtful[payment.id], needs_person=True)
        if payment.id in facts.allocated or self._clock.now() - payment.created_at < _MAY_BE_NAMED:
            return found
        return NotProposed(found.payment_id, found.reason, needs_person=True, hint=_NO_INVOICE)

    def _moved_since(self, proposals: Iterable[Proposal]) -> dict[PlatformPaymentId, NotProposed]:
        """Payments of which a part is under way or recorded with another sum than it has now."""
        moved: dict[PlatformPaymentId, NotProposed] = {}
        for proposal in proposals:
            known = self._stores.outbox.find(proposal.key)
            unsent = known is None or (known.state is PostingState.PROPOSED and not known.attempts)
            if known is not None and not unsent and known.amount != proposal.amount:
                moved[proposal.payment.id] = NotProposed(
                    proposal.payment.id,
                    f"{known.amount} of it stands on one invoice, and the platform now names "
                    "others for it, too.",
                    needs_person=True,
                )
        return moved

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
        if known is not None and known.state is PostingState.DROPPED and known.hold == MOVED:
            known = self._stores.outbox.move(known, PostingState.PROPOSED, proposal.reason)
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
