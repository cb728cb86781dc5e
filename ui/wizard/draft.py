"""What has been chosen in the wizard so far, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, field

from fbrecon.app.set_up_facts import Answers, ObservedAccount, SetUpFacts
from fbrecon.app.views import AccountsView
from fbrecon.domain.ids import LedgerAccountId
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
    facts: SetUpFacts | None = None
    has_feed: bool = True
    wants_deposits: bool = False
    wants_fees: bool = False
    fee_category: str = ""  # its id
    kept: str = ""  # where FreshBooks keeps payments elsewhere: use that account, or through

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

    def find_account(self, account_id: LedgerAccountId) -> LedgerAccount | None:
        """An account of the chart."""
        accounts = () if self.view is None else self.view.accounts
        return next((account for account in accounts if account.id == account_id), None)

    def find_elsewhere(self) -> ObservedAccount | None:
        """Where FreshBooks keeps the payments, if entries are wanted and it is not as chosen."""
        if self.facts is None or not self.wants_deposits:
            return None
        account = self.choices[Role.UNDEPOSITED_FUNDS].account
        return self.facts.find_elsewhere(None if account is None else account.id)

    def names(self) -> dict[Role, str]:
        """The accounts' names by role, as they will be."""
        found = {
            role: choice.account.name if choice.account is not None else choice.new_name
            for role, choice in self.choices.items()
        }
        replaced = self._replaced()
        if replaced is not None:
            found[Role.UNDEPOSITED_FUNDS] = replaced.name
        return found

    def chosen(self) -> dict[str, str]:
        """Existing accounts by role, as the desk takes them."""
        found = {
            str(role): str(choice.account.id)
            for role, choice in self.choices.items()
            if choice.account is not None
        }
        replaced = self._replaced()
        if replaced is not None:
            found[str(Role.UNDEPOSITED_FUNDS)] = str(replaced.account_id)
        return found

    def _replaced(self) -> ObservedAccount | None:
        """FreshBooks' own account, where it was answered that it shall be used instead."""
        return self.find_elsewhere() if self.kept == "use" else None

    def answers(self) -> Answers:
        """What was answered, for the summary in words."""
        seen = self.find_elsewhere()
        passes = seen.name if seen is not None and self.kept == "through" else ""
        category = ""
        if self.facts is not None and self.wants_fees:
            named = {str(found.id): found.name for found in self.facts.categories}
            category = named.get(self.fee_category, "")
        return Answers(self.names(), self.has_feed, self.wants_deposits, passes, category)

    def settings(self) -> list[tuple[str, str]]:
        """The settings that are to change, in an order that never asks for both at once."""
        if self.facts is None:
            return []
        through = "on" if self.answers().passes_from else "off"
        feed = ("bank_feed", "yes" if self.has_feed else "no")
        if self.wants_deposits:
            wanted = [("record_fees", "off"), ("pass_through", through), feed]
            wanted.append(("record_deposits", "on"))
        else:
            wanted = [("record_deposits", "off"), feed]
            if self.wants_fees:
                wanted.append(("fee_category", self.fee_category))
            wanted.append(("record_fees", "on" if self.wants_fees else "off"))
        return [pair for pair in wanted if self.facts.settings[pair[0]] != pair[1]]

    def created(self) -> dict[str, str]:
        """Names of accounts to make, by role, as the desk takes them."""
        return {
            str(role): choice.new_name
            for role, choice in self.choices.items()
            if choice.account is None
            and choice.new_name
            and not (role is Role.UNDEPOSITED_FUNDS and self._replaced() is not None)
        }
