"""What a person decides about what waits: approve, dismiss, tell what a word means."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from fbrecon.app import public_ids
from fbrecon.app.company import Company
from fbrecon.app.deposits import choose_line_account, settle_outside
from fbrecon.app.payout_findings import LINE
from fbrecon.app.recorded import settle_recorded
from fbrecon.domain.activity import Deed, DeedKind
from fbrecon.domain.attention import AttentionItem, AttentionKind
from fbrecon.domain.documents import BookPayment, PlatformState, Visibility
from fbrecon.domain.ids import BookPaymentId, LedgerAccountId, PayoutId, PlatformPaymentId
from fbrecon.domain.intents import Intent
from fbrecon.domain.matching import Match
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.errors import NotFound, Refused, WrongUsage

_OPEN = (PostingState.PROPOSED, PostingState.HELD, PostingState.REFUSED)
_DISMISSABLE = (*_OPEN, PostingState.APPROVED)


def approve(company: Company, public_id: str, with_id: str | None = None) -> None:
    """Say yes: it is sent with the next sync, after looking once more.

    With `with_id` (a payment in the books) the answer is "it is the same money": it is matched,
    and nothing is sent. For a question about a word, `with_id` is what the word means. Raises
    `NotFound`, `Refused`, `WrongUsage`.
    """
    if with_id is not None and _is_word(company, public_id):
        answer_word(company, public_id, with_id)
        return
    if with_id is not None and (line_id := _payout_line(company, public_id)):
        _choose_account(company, line_id, with_id)
        _refresh_after(company, public_id)
        return
    if with_id is None and settle_recorded(company, _found_item(company, public_id), public_id):
        _refresh_after(company, public_id)
        return
    found = False
    intents = _intents(company, public_id)
    if with_id is not None:
        payment = _book_payment(company, with_id)
        # Of a payment over several invoices, the part on that payment's own invoice.
        intents = [i for i in intents if i.key.leg == str(payment.invoice_id)] or intents
    for intent in intents:
        if with_id is not None:
            _match_with(company, intent, payment)
        elif _was_dismissed(company, intent):
            text = "It was dismissed, and is asked about again."
            intent = company.stores.outbox.move(intent, PostingState.PROPOSED, text)
            company.stores.outbox.move(intent, PostingState.APPROVED, "A person approved it.")
        elif intent.state in _OPEN:
            company.stores.outbox.move(
                intent, PostingState.APPROVED, "A person approved it.", waive=intent.hold
            )
        else:
            continue
        found = True
    if not found:
        raise Refused(
            "There is nothing to approve",
            f"{public_id} does not wait for an approval.",
            "Look at its state in the list of payments.",
        )
    _refresh_after(company, public_id)


def _was_dismissed(company: Company, intent: Intent) -> bool:
    """Whether a person said no to recording it, and it is not in the books either."""
    if intent.state is not PostingState.DROPPED or intent.hold:
        return False
    if intent.kind is not WriteKind.PAYMENT:
        return False
    matched = {match.payment_id for match in company.stores.decisions.matches()}
    return PlatformPaymentId(intent.source_id) not in matched


def dismiss(company: Company, public_id: str) -> None:
    """Say no: it is not sent, or the attention item goes out of sight."""
    if public_ids.split(public_id)[0] == "att":
        item = _find_item(company, public_id)
        if item is None:
            raise _unknown(public_id)
        subject = item.finding.subject
        with company.stores.write():
            if subject.startswith("out_"):
                settle_outside(company, PayoutId(public_ids.split(subject)[1]))
            decided = subject.startswith(("pay_", "act_"))
            waiting = _intents(company, subject) if decided else []
            for intent in waiting:
                if intent.state in _DISMISSABLE:
                    company.stores.outbox.move(
                        intent, PostingState.DROPPED, "A person dismissed it."
                    )
            if company.stores.decisions.dismiss_attention(item.number):
                tell_item(company, item, "dismissed")
        return
    intents = [i for i in _intents(company, public_id) if i.state in _DISMISSABLE]
    if not intents:
        raise Refused(
            "There is nothing to dismiss",
            f"{public_id} does not wait for a decision.",
            "Look at its state in the list.",
        )
    for intent in intents:
        company.stores.outbox.move(intent, PostingState.DROPPED, "A person dismissed it.")
    _refresh_after(company, public_id)


def _payout_line(company: Company, public_id: str) -> str:
    """The payout's line that an attention item asks an account for; "" where it asks for none."""
    if public_ids.split(public_id)[0] != "att":
        return ""
    item = _find_item(company, public_id)
    key = "" if item is None else item.finding.key
    return key.removeprefix(LINE) if key.startswith(LINE) else ""


def _choose_account(company: Company, line_id: str, account_id: str) -> None:
    known = {account.id: account for account in company.stores.books.list_ledger_accounts()}
    account = known.get(LedgerAccountId(account_id))
    if account is None or not account.is_active or account.has_children:
        raise WrongUsage(
            "That account cannot take it",
            f"{account_id} is no active ledger account without others below it.",
            "Copy an id from “fbrecon accounts --json”.",
        )
    choose_line_account(company, line_id, account.id)


def list_approvable(company: Company) -> list[Intent]:
    """Payments and payout entries that wait for an approval, oldest first."""
    kinds = [WriteKind.PAYMENT, WriteKind.JOURNAL_ENTRY, WriteKind.EXPENSE]
    return company.stores.outbox.list_intents(kinds, [PostingState.PROPOSED])


def list_decidable(company: Company, public_id: str) -> list[Intent]:
    """The writes that a decision about that id would be about; raises `NotFound`."""
    return _intents(company, public_id)


def answer_word(company: Company, public_id: str, meaning: str) -> None:
    """Keep what a word of the platform means; it counts from the next sync on."""
    try:
        state = PlatformState(meaning)
    except ValueError:
        state = PlatformState.UNKNOWN
    if state is PlatformState.UNKNOWN:
        words = ", ".join(s.value for s in PlatformState if s is not PlatformState.UNKNOWN)
        raise WrongUsage(
            "That is no meaning", f"“{meaning}” is not among {words}.", "Choose one of those."
        )
    word = _attention(company, public_id)
    if word is None:
        raise _unknown(public_id)
    if not _is_word(company, public_id):
        raise WrongUsage(
            "That is no question about a word",
            f"{public_id} asks for another decision.",
            "Approve or dismiss it.",
        )
    decisions = company.stores.decisions
    with company.stores.write():
        decisions.keep_word(word, state.value, company.clock.now())
        decisions.dismiss_attention(public_ids.number(public_id, "att"))
        why = "A person told what the platform means by it."
        company.stores.activity.append(Deed(DeedKind.WORD, word, why, public_id, after=state.value))
        _explain_in_files(company, word, state)


def _explain_in_files(company: Company, word: str, state: PlatformState) -> None:
    """What only a file states is read by no sync, so the answer counts there at once."""
    stores = company.stores
    ours = stores.platform.list_from_files()
    listed = stores.platform.list_payments(from_files=True)
    told = [p for p in listed if p.id in ours and p.raw_state == word]
    stores.platform.save_payments([replace(payment, state=state) for payment in told])
    stores.files.rewritten("payment", [payment.id for payment in told])


def tell_item(company: Company, item: AttentionItem, after: str) -> None:
    """Tell the activity log what became of something that needed a person."""
    deed = Deed(
        DeedKind.ATTENTION,
        item.finding.title,
        item.finding.message,
        f"att_{item.number}",
        "open",
        after,
    )
    company.stores.activity.append(deed)


def _intents(company: Company, public_id: str) -> list[Intent]:
    kind, rest = public_ids.split(public_id)
    if kind == "att":
        subject = _attention(company, public_id)
        if subject is None:
            raise _unknown(public_id)
        return _intents(company, subject) if "_" in subject else []
    if kind == "act":
        intent = company.stores.outbox.find_by_row(public_ids.number(public_id, "act"))
        if intent is None:
            raise _unknown(public_id)
        return [intent]
    if kind != "pay":
        raise WrongUsage(
            "That cannot be decided on",
            f"{public_id} is neither a payment nor an item that needs you.",
            "Use an id that begins with pay_, att_ or act_.",
        )
    return [
        intent
        for intent in company.stores.outbox.list_intents([WriteKind.PAYMENT])
        if intent.source_id == rest
    ]


def _attention(company: Company, public_id: str) -> str | None:
    """The subject of an open attention item."""
    item = _find_item(company, public_id)
    return None if item is None else item.finding.subject


def _find_item(company: Company, public_id: str) -> AttentionItem | None:
    number = public_ids.number(public_id, "att")
    items = company.stores.decisions.list_attention()
    return next((item for item in items if item.number == number), None)


def _found_item(company: Company, public_id: str) -> AttentionItem | None:
    """The item of that id, None also for the id of something else."""
    is_item = public_ids.split(public_id)[0] == "att"
    return _find_item(company, public_id) if is_item else None


def _is_word(company: Company, public_id: str) -> bool:
    """Whether the id is that of a question about a word of the platform."""
    return any(
        f"att_{item.number}" == public_id and item.finding.kind == AttentionKind.UNKNOWN_WORD
        for item in company.stores.decisions.list_attention()
    )


def _book_payment(company: Company, with_id: str) -> BookPayment:
    digits = with_id.removeprefix("pay_book_")
    payment = (
        company.stores.books.find_payment(BookPaymentId(int(digits))) if digits.isdigit() else None
    )
    if payment is None:
        raise _unknown(with_id)
    return payment


def _match_with(company: Company, intent: Intent, payment: BookPayment) -> None:
    if intent.state not in _DISMISSABLE:
        raise Refused(
            "It does not wait for a decision",
            "It is recorded, under way or decided about already.",
            "Look at its state in the list of payments.",
        )
    if intent.kind is not WriteKind.PAYMENT or intent.attempts:
        raise Refused(
            "It cannot be matched any more",
            "It was already sent, so what became of it is settled by looking.",
            "Sync, then look at its state.",
        )
    if payment.visibility in (Visibility.DELETED, Visibility.GONE):
        raise Refused(
            "That payment is deleted",
            f"Payment {payment.id} is in FreshBooks no more, so it states no money.",
            "Choose another payment, or approve this one to record it.",
        )
    taken = {match.book_payment_id for match in company.stores.decisions.matches()}
    if payment.id in taken or payment.invoice_id != int(intent.key.leg):
        raise Refused(
            "Those two do not belong together",
            f"Payment {payment.id} is matched already, or stands on another invoice.",
            "Choose a payment of the same invoice.",
        )
    now = company.clock.now()
    with company.stores.write():
        match = Match(
            PlatformPaymentId(intent.source_id), payment.id, "A person matched them.", "person"
        )
        company.stores.decisions.keep_matches([match], now)
        deed = Deed(
            DeedKind.MATCH,
            intent.subject,
            "A person matched them.",
            f"pay_{intent.source_id}",
            after=f"payment {payment.id}",
            remote_id=str(payment.id),
        )
        company.stores.activity.append(deed)
        company.stores.outbox.move(
            intent, PostingState.DROPPED, f"A person matched it with payment {payment.id}."
        )


def subject_of(company: Company, public_id: str) -> str:
    """The id that an open attention item is about; raises `NotFound`."""
    subject = _attention(company, public_id)
    if subject is None or "_" not in subject:
        raise _unknown(public_id)
    return subject


def _refresh_after(company: Company, public_id: str) -> None:
    """Close the attention items about what was just decided."""
    subjects = {public_id}
    if public_id.startswith("att_"):
        subject = _attention(company, public_id)
        subjects.add(subject or "")
    close_items(company, subjects)


def close_items(company: Company, subjects: Collection[str]) -> None:
    """Close the attention items about these ids, or with them; what stays so is found again."""
    for item in company.stores.decisions.list_attention():
        if item.finding.subject in subjects or f"att_{item.number}" in subjects:
            company.stores.decisions.close_attention(item.number, company.clock.now())


def _unknown(public_id: str) -> NotFound:
    return NotFound(
        "There is no such thing", f"Nothing here has the id {public_id}.", "Copy it from a list."
    )
