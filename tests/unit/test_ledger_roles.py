"""Which ledger account can take which role, and which one is suggested."""

from __future__ import annotations

import pytest

from fbrecon.domain.ledger import (
    ROLE_LABELS,
    LedgerAccount,
    Role,
    find_suggestion,
    list_eligible,
    why_not,
)
from tests.fakes.samples import a_ledger_account

CHECKING = a_ledger_account("Checking", number="1010")
PETTY_CASH = a_ledger_account("Petty Cash", number="1000")
CLEARING = a_ledger_account("Undeposited Funds", sub_type="Current Asset", number="1200")
CARD_FEES = a_ledger_account(
    "Payment processing fees", type="expense", sub_type="Operating Expense", number="6100"
)
BANK_FEES = a_ledger_account(
    "Bank fees", type="expense", sub_type="Operating Expense", number="6000"
)
RENT = a_ledger_account("Rent", type="expense", sub_type="Operating Expense", number="6200")
SALES = a_ledger_account("Sales", type="income", sub_type="Income", number="4000")
REFUNDS = a_ledger_account("Refunds given", type="income", sub_type="Income", number="4100")
RECEIVABLE = a_ledger_account(
    "Accounts Receivable", system_name="Accounts Receivable", sub_type="Current Asset"
)
CHART = (CHECKING, PETTY_CASH, CLEARING, CARD_FEES, BANK_FEES, RENT, SALES, REFUNDS, RECEIVABLE)


def test_every_role_has_a_name_for_people() -> None:
    assert set(ROLE_LABELS) == set(Role)


@pytest.mark.parametrize(
    ("account", "role"),
    [
        (CHECKING, Role.BANK),
        (CHECKING, Role.UNDEPOSITED_FUNDS),
        (CLEARING, Role.UNDEPOSITED_FUNDS),
        (RENT, Role.FEES),
        (SALES, Role.REFUNDS),
        (RENT, Role.REFUNDS),
    ],
)
def test_an_account_of_the_right_type_can_take_the_role(account: LedgerAccount, role: Role) -> None:
    assert why_not(account, role) is None


@pytest.mark.parametrize(
    ("account", "role", "needs"),
    [
        (SALES, Role.BANK, "needs asset"),
        (RENT, Role.UNDEPOSITED_FUNDS, "needs asset"),
        (CHECKING, Role.FEES, "needs expense"),
        (CHECKING, Role.REFUNDS, "needs income or expense"),
        (a_ledger_account("Loan", type="liability"), Role.BANK, "needs asset"),
    ],
)
def test_an_account_of_another_type_is_refused_with_what_is_needed(
    account: LedgerAccount, role: Role, needs: str
) -> None:
    reason = why_not(account, role)
    assert reason is not None
    assert account.name in reason
    assert account.type in reason
    assert ROLE_LABELS[role] in reason
    assert needs in reason


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("name", ["Accounts Receivable", "Accounts Payable", "Retained Earnings"])
def test_an_account_that_the_books_keep_themselves_takes_no_role(name: str, role: Role) -> None:
    for kind in ("asset", "expense", "income"):
        by_system_name = a_ledger_account("Renamed by hand", type=kind, system_name=name)
        by_name = a_ledger_account(name, type=kind)
        assert why_not(by_system_name, role) is not None
        assert why_not(by_name, role) is not None
    assert "kept by FreshBooks itself" in str(why_not(RECEIVABLE, Role.BANK))


@pytest.mark.parametrize("state", ["inactive", "archived", "deleted", ""])
def test_an_account_that_is_not_active_takes_no_role(state: str) -> None:
    reason = why_not(a_ledger_account("Old checking", state=state), Role.BANK)
    assert reason is not None
    assert "not active" in reason


def test_a_heading_takes_no_role() -> None:
    reason = why_not(a_ledger_account("Cash", has_children=True), Role.BANK)
    assert reason is not None
    assert "heading" in reason


def test_only_eligible_accounts_are_listed_best_evidence_first() -> None:
    assert list_eligible(CHART, Role.BANK) == [CHECKING, PETTY_CASH, CLEARING]
    assert list_eligible(CHART, Role.FEES) == [CARD_FEES, BANK_FEES, RENT]
    assert list_eligible(reversed(CHART), Role.FEES) == [CARD_FEES, BANK_FEES, RENT]


@pytest.mark.parametrize(
    ("role", "account"),
    [
        (Role.UNDEPOSITED_FUNDS, CLEARING),
        (Role.BANK, CHECKING),
        (Role.FEES, CARD_FEES),
        (Role.REFUNDS, REFUNDS),
    ],
)
def test_the_account_that_name_and_type_speak_for_is_suggested_with_the_reason(
    role: Role, account: LedgerAccount
) -> None:
    for chart in (CHART, CHART[::-1]):
        found = find_suggestion(chart, role)
        assert found is not None
        assert found.account_id == account.id
        assert account.name in found.reason
        assert account.sub_type in found.reason


@pytest.mark.parametrize("role", Role)
def test_nothing_is_suggested_where_no_name_speaks_for_it(role: Role) -> None:
    plain = [
        a_ledger_account("Vehicles"),
        a_ledger_account("Rent", type="expense"),
        a_ledger_account("Sales", type="income"),
    ]
    assert find_suggestion(plain, role) is None
    assert find_suggestion([], role) is None


def test_two_equal_candidates_abstain() -> None:
    second = a_ledger_account("Savings", number="1020")
    assert find_suggestion([CHECKING, second], Role.BANK) is None
    assert find_suggestion([second, CHECKING], Role.BANK) is None


def test_a_cash_account_beats_another_asset_of_like_name() -> None:
    deposit = a_ledger_account("Bank guarantee", sub_type="Current Asset", number="1001")
    found = find_suggestion([deposit, CHECKING], Role.BANK)
    assert found is not None
    assert found.account_id == CHECKING.id


def test_an_account_that_cannot_take_the_role_is_never_suggested() -> None:
    closed = a_ledger_account("Checking (old)", state="archived")
    found = find_suggestion([closed, CHECKING], Role.BANK)
    assert found is not None
    assert found.account_id == CHECKING.id
    assert find_suggestion([closed], Role.BANK) is None


@pytest.mark.parametrize("name", ["Embankment works", "Bankruptcy reserve"])
def test_part_of_a_word_is_no_evidence(name: str) -> None:
    assert find_suggestion([a_ledger_account(name)], Role.BANK) is None
