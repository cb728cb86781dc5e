"""What needs a person about payouts and their entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from fbrecon.app.company import Company
from fbrecon.app.deposits import entry_plan
from fbrecon.app.fees import fee_plan
from fbrecon.app.forbidden import is_forbidden
from fbrecon.domain.attention import AttentionKind, Finding
from fbrecon.domain.documents import Payout, PayoutState
from fbrecon.domain.ids import PayoutId
from fbrecon.domain.intents import Intent
from fbrecon.domain.payout_entries import WaitingPayout
from fbrecon.domain.posting import SETTLED, PostingState, WriteKind
from fbrecon.sync.entries import review_payouts
from fbrecon.sync.fee_stage import review_fees
from fbrecon.sync.reversing import is_reversal

LINE = "payout line "  # how the key of a finding begins that asks for a line's account
_Words = tuple[AttentionKind, str, str, tuple[str, ...]]
_ENTRIES: dict[PostingState, _Words] = {
    PostingState.PROPOSED: (
        AttentionKind.PAYOUT_WAITS,
        "A payout waits to be entered",
        "Approve it to enter it with the next sync, or dismiss it if you entered it yourself.",
        ("approve", "dismiss"),
    ),
    PostingState.HELD: (
        AttentionKind.PAYOUT_HELD,
        "The entry of a payout waits for your decision",
        "Approve it if it should be entered all the same, or dismiss it. No entry can be deleted.",
        ("approve", "dismiss"),
    ),
    PostingState.REFUSED: (
        AttentionKind.PAYOUT_HELD,
        "FreshBooks refused the entry of a payout",
        "Put right what it names, then approve it to try once more, or dismiss it.",
        ("approve", "dismiss"),
    ),
    PostingState.UNCERTAIN: (
        AttentionKind.PAYOUT_HELD,
        "It is not certain whether an entry arrived",
        "Nothing to do: fbrecon looks for it with every sync and never sends it again by itself.",
        ("sync_now",),
    ),
    PostingState.DISCREPANCY: (
        AttentionKind.PAYOUT_DIFFERS,
        "An entry is not as it was written",
        "Compare it in FreshBooks and put it right there.",
        ("dismiss",),
    ),
}
_WAITED = "payout"


_EXPENSES: dict[PostingState, _Words] = {
    PostingState.PROPOSED: (
        AttentionKind.PAYOUT_WAITS,
        "The fees of a payout wait to be recorded",
        "Approve it to record them with the next sync, or dismiss it if you recorded them by hand.",
        ("approve", "dismiss"),
    ),
    PostingState.HELD: (
        AttentionKind.PAYOUT_HELD,
        "The fees of a payout wait for your decision",
        "Approve it if they should be recorded all the same, or dismiss it.",
        ("approve", "dismiss"),
    ),
    PostingState.REFUSED: (
        AttentionKind.PAYOUT_HELD,
        "FreshBooks refused the fees of a payout",
        "Put right what it names, then approve it to try once more, or dismiss it.",
        ("approve", "dismiss"),
    ),
    PostingState.UNCERTAIN: (
        AttentionKind.PAYOUT_HELD,
        "It is not certain whether an expense arrived",
        "Nothing to do: fbrecon looks for it with every sync and never sends blindly.",
        ("sync_now",),
    ),
    PostingState.DISCREPANCY: (
        AttentionKind.PAYOUT_DIFFERS,
        "An expense is not as it was written",
        "Compare it in FreshBooks and put it right there.",
        ("dismiss",),
    ),
}


def payout_findings(company: Company) -> Iterator[Finding]:
    """Payouts that wait for a person, and entries and expenses that do."""
    plan, fees = entry_plan(company), fee_plan(company)
    if plan is not None:
        yield from _waiting(review_payouts(company.stores, plan.rules), "A payout is not entered")
    if fees is not None:
        title = "The fees of a payout are not recorded"
        yield from _waiting(review_fees(company.stores, fees.rules), title)
    yield from _failed(company)
    yield from _written(company, WriteKind.JOURNAL_ENTRY, _ENTRIES)
    yield from _written(company, WriteKind.EXPENSE, _EXPENSES)


def _waiting(reviews: Iterable[tuple[Payout, object]], title: str) -> Iterator[Finding]:
    for payout, found in reviews:
        if not isinstance(found, WaitingPayout) or not found.needs_person:
            continue
        if found.is_locked:
            yield _locked(payout, found)
            continue
        day = payout.arrival_on or payout.created_at.date()
        yield Finding(
            f"{LINE}{found.line_id}" if found.line_id else f"payout {payout.id}",
            AttentionKind.PAYOUT_HELD,
            title,
            f"The payout over {payout.net} of {day.isoformat()} is not in the ledger. "
            f"{found.reason}",
            "Put right what it names; it waits for your approval then. Dismiss it if you entered "
            "it yourself."
            if payout.only_in_file
            else "Put right what it names; it is entered by itself then. Dismiss it if you entered "
            "it yourself.",
            f"out_{payout.id}",
            actions=("dismiss",),
        )


def _locked(payout: Payout, found: WaitingPayout) -> Finding:
    """Its day lies where nothing may be written any more."""
    return Finding(
        f"payout {payout.id}",
        AttentionKind.BOOKS_LOCKED,
        "The books are locked on the day of a payout",
        f"The payout over {payout.net} is not in the ledger. {found.reason}",
        "Unlock that period in FreshBooks and set books_locked_until to an earlier day: it is "
        "entered by itself then. Or enter it by hand on a later day, and dismiss this.",
        f"out_{payout.id}",
        actions=("dismiss",),
    )


def _not_allowed(intent: Intent) -> Finding:
    """FreshBooks forbids it: by its plan, or by the role of who signed in."""
    return Finding(
        f"intent {intent.key.text}",
        AttentionKind.ENTRIES_NOT_ALLOWED,
        "FreshBooks does not let this be entered in the ledger",
        f"{intent.subject}. {intent.reason}",
        "Journal entries need a FreshBooks plan that has them, and a role that may write them. "
        "After a change approve it to try once more. Or let the fees be recorded as expenses "
        "(record_fees) and dismiss this.",
        f"act_{intent.row}",
        actions=("approve", "dismiss"),
    )


def _failed(company: Company) -> Iterator[Finding]:
    """Payouts that never reached the bank after all, and stand in the books."""
    gone = {
        payout.id: payout
        for payout in company.stores.platform.list_payouts(from_files=True)
        if payout.state in (PayoutState.FAILED, PayoutState.CANCELLED)
    }
    kinds = [WriteKind.JOURNAL_ENTRY, WriteKind.EXPENSE]
    there = (*SETTLED, PostingState.DISCREPANCY)
    told: set[str] = set()
    for intent in company.stores.outbox.list_intents(kinds, there) if gone else ():
        payout = gone.get(PayoutId(intent.target))
        if payout is None or is_reversal(intent) or intent.target in told:
            continue
        told.add(intent.target)
        yield Finding(
            f"failed payout {payout.id}",
            AttentionKind.PAYOUT_FAILED,
            "A payout failed after it was entered",
            f"{intent.subject} is in the books, and the platform now calls the payout over "
            f"{payout.net} {payout.state.value}: the money did not reach the bank.",
            "Have the entry taken back, then the payments wait for another payout. This item then "
            "closes by itself.",
            f"out_{payout.id}",
            actions=("put_right", "dismiss"),
        )


def _written(
    company: Company, kind: WriteKind, words: Mapping[PostingState, _Words]
) -> Iterator[Finding]:
    for intent in company.stores.outbox.list_intents([kind], words):
        if intent.state is PostingState.HELD and intent.hold == _WAITED:
            continue  # what its payout waits for is said above
        if kind is WriteKind.JOURNAL_ENTRY and is_forbidden(company.stores.outbox, intent):
            yield _not_allowed(intent)
            continue
        attention, title, hint, actions = words[intent.state]
        yield Finding(
            f"intent {intent.key.text}",
            attention,
            title,
            f"{intent.subject}. {intent.reason}",
            hint,
            f"act_{intent.row}",
            actions=actions,
        )
