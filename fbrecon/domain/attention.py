"""What only a person can settle: found anew after each sync, closed when it is no longer so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class AttentionKind(StrEnum):
    """The kinds, each with its own next step."""

    SIGN_IN_AGAIN = "sign_in_again"
    PLATFORM_KEY = "platform_key"
    ACCOUNTS_MISSING = "accounts_missing"
    SENDING_WAITS = "sending_waits"
    MODE_QUESTION = "mode_question"
    PAYMENT_HELD = "payment_held"
    PAYMENT_WAITS = "payment_waits"
    PAYMENT_UNCERTAIN = "payment_uncertain"
    PAYMENT_REFUSED = "payment_refused"
    ROLE_TOO_SMALL = "role_too_small"
    PAYMENT_DIFFERS = "payment_differs"
    PAYMENT_FAILED_AFTER_POSTING = "payment_failed_after_posting"
    PAYMENT_DELETED = "payment_deleted"
    PAYMENT_DOUBLED = "payment_doubled"
    PAYMENT_LATE = "payment_late"
    UNKNOWN_WORD = "unknown_word"
    ROW_SET_ASIDE = "row_set_aside"
    WRITE_HELD = "write_held"
    PAYOUT_HELD = "payout_held"
    BOOKS_LOCKED = "books_locked"
    ENTRIES_NOT_ALLOWED = "entries_not_allowed"
    PAYOUT_WAITS = "payout_waits"
    PAYOUT_DIFFERS = "payout_differs"
    PAYOUT_FAILED = "payout_failed"
    PERIOD_CHANGED = "period_changed"
    BANK_MATCH_GONE = "payout_not_at_bank"
    MARK_PAID_THERE = "mark_paid_there"
    ARCHIVE_THERE = "archive_there"
    FROZEN_DIFFERS = "frozen_differs"
    ASKED_TWICE = "asked_twice"
    DISMISSED_DIFFERS = "dismissed_differs"
    CUSTOMER_MISSING = "customer_missing"
    NO_LONGER_SHOWN = "no_longer_shown"


# What one click can do about an item; the window has a button for each.
ACTIONS = frozenset(
    {
        "approve",
        "dismiss",
        "record_again",
        "remove_second",
        "connect_freshbooks",
        "connect_platform",
        "set_up_accounts",
        "set_mode",
        "answer_word",
        "open_link",
        "sync_now",
        "put_right",
        "show_reconcile",
    }
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found. `key` makes it the same tomorrow; `actions` are what a click can do."""

    key: str
    kind: AttentionKind
    title: str
    message: str
    hint: str
    subject: str = ""
    link: str = ""
    actions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        unknown = set(self.actions) - ACTIONS
        if unknown:
            raise ValueError(f"nothing in the window can {sorted(unknown)[0]}")


@dataclass(frozen=True, slots=True)
class AttentionItem:
    """A finding as the company file keeps it, open since then."""

    number: int
    finding: Finding
    since: datetime
