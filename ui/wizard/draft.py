"""What has been chosen in the wizard so far, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, field

from fbrecon.app.views import AccountsView
from fbrecon.domain.ledger import LedgerAccount, Role, list_eligible

STEPS = (Role.UNDEPOSITED_FUNDS, Role.BANK, Role.FEES)


@dataclass(slots=True)
class Choice:
    """An existing account, or the name of one to create; neither while it is open."""

    account: LedgerAccount | None = None
    new_name: str = ""


@dataclass(slots=True)
class Draft:
    """The accounts as FreshBooks lists them, and one choice for each role."""

    view: AccountsView | None = None
    choices: dict[Role, Choice] = field(default_factory=lambda: {r: Choice() for r in STEPS})
    record_deposits: str | None = None  # the setting's value; None where it cannot be set
    wants_deposits: bool = False

    def eligible(self, role: Role) -> list[LedgerAccount]:
        """The accounts that may be chosen, best evidence first."""
        return [] if self.view is None else list_eligible(self.view.accounts, role)

    def taken_by(self, role: Role) -> Role | None:
        """Another role that has the same account already; one account cannot be two things."""
        mine = self.choices[role].account
        for other, choice in self.choices.items():
            if other is role or mine is None or choice.account is None:
                continue
            if choice.account.id == mine.id:
                return other
        return None

    def chosen(self) -> dict[str, str]:
        """Existing accounts by role, as the desk takes them."""
        return {
            str(role): str(choice.account.id)
            for role, choice in self.choices.items()
            if choice.account is not None
        }

    def created(self) -> dict[str, str]:
        """Names of accounts to make, by role, as the desk takes them."""
        return {
            str(role): choice.new_name
            for role, choice in self.choices.items()
            if choice.account is None and choice.new_name
        }
