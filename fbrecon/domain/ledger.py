"""Ledger accounts, the roles they are chosen for, and which one to suggest.

The suggestions are evidence read from names and types; each says why, and none is made where
nothing speaks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from fbrecon.domain.ids import LedgerAccountId


class Role(StrEnum):
    """What a ledger account is chosen for."""

    UNDEPOSITED_FUNDS = "undeposited_funds"
    BANK = "bank"
    FEES = "fees"
    REFUNDS = "refunds"


ROLE_LABELS = {
    Role.UNDEPOSITED_FUNDS: "Undeposited funds",
    Role.BANK: "Bank account",
    Role.FEES: "Processing fees",
    Role.REFUNDS: "Refunds",
}

# Ledger taxonomy of FreshBooks: the sub-type an account made for a role gets.
SUB_TYPE_FOR_NEW = {
    Role.UNDEPOSITED_FUNDS: "Current Asset",
    Role.FEES: "Operating Expense",
}
DEFAULT_NAMES = {
    Role.UNDEPOSITED_FUNDS: "Undeposited Funds",
    Role.FEES: "Alternative Payments Fees",
}

_ALLOWED_TYPES = {
    Role.UNDEPOSITED_FUNDS: ("asset",),
    Role.BANK: ("asset",),
    Role.FEES: ("expense",),
    Role.REFUNDS: ("income", "expense"),
}
_CONTROL_NAMES = ("Accounts Receivable", "Accounts Payable", "Retained Earnings")
_HINTS = {
    Role.UNDEPOSITED_FUNDS: re.compile(r"undeposited|clearing|suspense|payments? in transit", re.I),
    Role.BANK: re.compile(r"\b(bank|checking|chequing|current account|savings|operating)\b", re.I),
    Role.FEES: re.compile(
        r"(processing|merchant|transaction|payment\w*|bank|card|platform)\b.*\b(fees?|charges?)\b",
        re.I,
    ),
    Role.REFUNDS: re.compile(r"refund|returns", re.I),
}


@dataclass(frozen=True, slots=True)
class LedgerAccount:
    """A line of the chart of accounts, as FreshBooks lists it."""

    id: LedgerAccountId
    name: str
    number: str
    type: str
    sub_type: str
    parent_id: LedgerAccountId | None
    system_name: str
    state: str
    has_children: bool

    @property
    def is_active(self) -> bool:
        """Whether entries can be written to it at all."""
        return self.state == "active"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An account that fits a role, and why."""

    account_id: LedgerAccountId
    reason: str


def why_not(account: LedgerAccount, role: Role) -> str | None:
    """Why the account cannot take the role, as a sentence; None where it can."""
    if not account.is_active:
        return f"“{account.name}” is not active in FreshBooks."
    if account.type not in _ALLOWED_TYPES[role]:
        wanted = " or ".join(_ALLOWED_TYPES[role])
        return f"“{account.name}” is of type {account.type}; {ROLE_LABELS[role]} needs {wanted}."
    if account.system_name in _CONTROL_NAMES or account.name in _CONTROL_NAMES:
        return f"“{account.name}” is kept by FreshBooks itself and must not be written to."
    if account.has_children:
        return f"“{account.name}” is a heading with accounts below it; choose one of those."
    return None


def list_eligible(accounts: Iterable[LedgerAccount], role: Role) -> list[LedgerAccount]:
    """The accounts that can take the role, best evidence first, then by number and name."""
    eligible = [account for account in accounts if why_not(account, role) is None]
    return sorted(eligible, key=lambda a: (-_weight(a, role), a.number, a.name.casefold()))


def find_suggestion(accounts: Sequence[LedgerAccount], role: Role) -> Suggestion | None:
    """The one account that the evidence favours; None if none does or two are equal."""
    weighed = [(_weight(a, role), a) for a in list_eligible(accounts, role)]
    weighed = [(weight, account) for weight, account in weighed if weight > 0]
    if not weighed or (len(weighed) > 1 and weighed[0][0] == weighed[1][0]):
        return None
    best = weighed[0][1]
    return Suggestion(best.id, f"Its name, “{best.name}”, and its type, {best.sub_type}, fit.")


def _weight(account: LedgerAccount, role: Role) -> int:
    weight = 0
    if _HINTS[role].search(account.name):
        weight += 2
        if role is Role.BANK and account.sub_type == "Cash & Bank":
            weight += 1
        if role is Role.FEES and re.search(r"payment|processing|merchant", account.name, re.I):
            weight += 1
    return weight
