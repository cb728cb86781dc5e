"""What needs a person about payouts and their entries."""

from __future__ import annotations

from collections.abc import Iterator

from fbrecon.app.company import Company
from fbrecon.app.deposits import entry_plan
from fbrecon.domain.attention import AttentionKind, Finding
from fbrecon.domain.payout_entries import WaitingPayout
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.sync.entries import review_payouts

LINE = "payout line "  # how the key of a finding begins that asks for a line's account
_ENTRIES = {
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


def payout_findings(company: Company) -> Iterator[Finding]:
    """Payouts that wait for a person, and entries that do."""
    plan = entry_plan(company)
    if plan is not None:
        for payout, found in review_payouts(company.stores, plan.rules):
            if isinstance(found, WaitingPayout) and found.needs_person:
                key = f"{LINE}{found.line_id}" if found.line_id else f"payout {payout.id}"
                day = payout.arrival_on or payout.created_at.date()
                yield Finding(
                    key,
                    AttentionKind.PAYOUT_HELD,
                    "A payout is not entered",
                    f"The payout over {payout.net} of {day.isoformat()} is not in the ledger. "
                    f"{found.reason}",
                    "Put right what it names; it is entered by itself then. Dismiss it if you "
                    "entered it yourself.",
                    f"out_{payout.id}",
                    actions=("dismiss",),
                )
    for intent in company.stores.outbox.list_intents([WriteKind.JOURNAL_ENTRY], _ENTRIES):
        if intent.state is PostingState.HELD and intent.hold == _WAITED:
            continue  # what its payout waits for is said above
        kind, title, hint, actions = _ENTRIES[intent.state]
        yield Finding(
            f"intent {intent.key.text}",
            kind,
            title,
            f"{intent.subject}. {intent.reason}",
            hint,
            f"act_{intent.row}",
            actions=actions,
        )
