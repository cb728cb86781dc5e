"""Payments that have been under way for too long to be merely slow, and what they hold up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta

from fbrecon.app.company import Company
from fbrecon.domain.attention import AttentionKind, Finding
from fbrecon.domain.documents import PlatformPayment, PlatformState

# A bank debit is collected or refused within days; a payment may be scheduled for weeks ahead.
LATE_AFTER = timedelta(days=30)


def late_payments(company: Company) -> Iterator[Finding]:
    """What has been under way for 30 days, and the word for it where a person explained that one.

    Such a payment keeps its invoice from being put on the platform anew, so it is never silent.
    """
    stores = company.stores
    since = company.clock.now() - LATE_AFTER
    explained = stores.decisions.words()
    late: dict[str, list[PlatformPayment]] = defaultdict(list)
    for payment in stores.platform.list_payments():
        if payment.state is PlatformState.PENDING and payment.created_at < since:
            late[payment.raw_state].append(payment)
    for word, payments in sorted(late.items()):
        if word in explained:
            yield _asked_again(word, len(payments))
        for payment in payments:
            yield _late(company, payment)


def _asked_again(word: str, count: int) -> Finding:
    days = LATE_AFTER.days
    told = f"You said so. {count} payments have been called “{word}” for more than {days} days."
    if count == 1:
        told = f"You said so. 1 payment has been called “{word}” for more than {days} days."
    return Finding(
        f"word {word} for long",
        AttentionKind.UNKNOWN_WORD,
        f"Does “{word}” mean that it is still under way?",
        told,
        "Say what it means by now; the new answer is kept instead.",
        word,
        actions=("answer_word",),
    )


def _late(company: Company, payment: PlatformPayment) -> Finding:
    platform = company.stores.platform
    copies = map(platform.find_invoice, platform.allocations().get(payment.id, ()))
    numbers = [copy.number for copy in copies if copy is not None and copy.number]
    of = f"Payment of {payment.sub_total}"
    if numbers:
        of = f"Payment of {payment.sub_total} on invoice {', '.join(numbers)}"
    return Finding(
        f"payment {payment.id} for long",
        AttentionKind.PAYMENT_LATE,
        "A payment has been under way for long",
        f"{of}: the platform has called it “{payment.raw_state}” for more than "
        f"{LATE_AFTER.days} days. Nothing is recorded, and its invoice is not asked for again, "
        "before it has arrived or failed.",
        "Look it up in the platform's dashboard, and cancel it there if it will not arrive.",
        f"pay_{payment.id}",
        actions=("dismiss",),
    )
