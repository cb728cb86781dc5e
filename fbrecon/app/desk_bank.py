"""The desk's counter for bank lines: what they show, and what a person says of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fbrecon.app import bank_decisions, bank_rules
from fbrecon.app.bank_candidates import CandidateFinder
from fbrecon.app.bank_sums import Gap
from fbrecon.app.bank_thoughts import BankDecision, deciding
from fbrecon.app.desk_base import DeskBase
from fbrecon.app.reconcile import deposit_rows
from fbrecon.app.views import (
    BankRuleRow,
    CertainLines,
    DepositRow,
    PayoutCandidate,
    PayoutLineRow,
    Reconciliation,
    TableQuery,
)
from fbrecon.domain.money import Money


class BankDesk(DeskBase):
    """Needs a company, and no service. Decisions are those of the person at this computer."""

    # ---- what there is to see

    def list_deposits(self) -> list[DepositRow]:
        """Lines of bank statements, newest first, each with the payout that it shows and why."""
        return [] if self.find_company() is None else deposit_rows(self.company)

    def reconcile(self) -> Reconciliation:
        """Match bank lines with payouts now, and count them."""
        return self._board().refresh()

    def bank_keys(self, query: TableQuery) -> list[str]:
        """Keys of bank lines in order."""
        return [] if self.find_company() is None else self._board().keys(query)

    def bank_rows(self, keys: list[str]) -> list[DepositRow]:
        """Rows of bank lines."""
        return self._board().rows(keys)

    def bank_candidates(
        self, line_ids: Sequence[str], text: str = "", limit: int = 30
    ) -> list[PayoutCandidate]:
        """Payouts for these lines, the likeliest first."""
        return self._finder().list_for(line_ids, text, limit)

    def find_payouts(self, ids: Sequence[str], line_ids: Sequence[str]) -> list[PayoutCandidate]:
        """These payouts, compared with those lines."""
        return self._finder().find(ids, line_ids)

    def compare_at_bank(self, line_ids: Sequence[str], payout_ids: Sequence[str]) -> Gap | None:
        """What is left between the sums of these."""
        return self._finder().compare(line_ids, payout_ids)

    def payout_parts(self, payout_id: str) -> list[PayoutLineRow]:
        """What a payout is made of."""
        return self._finder().list_parts(payout_id)

    # ---- decisions

    def match_lines(
        self, line_ids: Sequence[str], payout_ids: Sequence[str], difference: Money | None = None
    ) -> None:
        """These lines together show these payouts."""
        view = self._board().view()
        self._decide(
            lambda: bank_decisions.match_lines(self.company, line_ids, payout_ids, difference, view)
        )

    def leave_out(self, public_id: str, *, always: bool = False) -> None:
        """The line, or every line with its text, shows no payout."""
        view = self._board().view()
        act = bank_rules.exclude if always else bank_decisions.leave_out
        self._decide(lambda: act(self.company, public_id, view))

    def reopen_line(self, public_id: str) -> None:
        """Forget what was said of a line."""
        view = self._board().view()
        self._decide(lambda: bank_decisions.reopen_line(self.company, public_id, view))

    def certain_lines(self) -> CertainLines:
        """The suggestions that leave no doubt."""
        return self._finder().list_certain()

    def match_certain(self, certain: CertainLines) -> None:
        """Accept exactly these."""
        view = self._board().view()

        def act() -> None:
            for line_ids, payout_ids in certain.matches:
                bank_decisions.match_lines(self.company, line_ids, payout_ids, None, view)

        self._decide(act)

    def list_bank_rules(self) -> list[BankRuleRow]:
        """Texts whose lines are no payouts."""
        return [] if self.find_company() is None else bank_rules.list_rules(self.company)

    def forget_bank_rule(self, public_id: str) -> None:
        """Lines with that text may be payouts after all."""
        rule = bank_rules.find_rule(self.company, public_id)
        self._decide(lambda: bank_rules.forget_rule(self.company, rule))

    def _approve_line(self, public_id: str, with_id: str | None) -> None:
        view = self._board().view()
        if with_id is None:
            self._decide(lambda: bank_decisions.approve_line(self.company, public_id, view))
        else:
            self._decide(lambda: bank_decisions.match_line(self.company, public_id, with_id, view))

    def _dismiss_line(self, public_id: str, *, always: bool) -> None:
        view = self._board().view()
        act = bank_rules.exclude if always else bank_decisions.dismiss_line
        self._decide(lambda: act(self.company, public_id, view))

    def _decide(self, act: Callable[[], object]) -> None:
        with self.company.deciding():
            decision = deciding(self.company, act)
            self._bank_changed(decision)
        self._second_thoughts.remember(decision)

    def _bank_changed(self, decision: BankDecision) -> None:
        self._board().decided(decision.lines, tuple(decision.before[1]))

    def _finder(self) -> CandidateFinder:
        return CandidateFinder(self.company, self._board().view())
