"""Which ledger account plays which role: all checks come before any change."""

from __future__ import annotations

import pytest

from fbrecon.app.views import AccountsView
from fbrecon.domain.ids import LedgerAccountId
from fbrecon.domain.ledger import Role
from fbrecon.domain.posting import WriteKind
from fbrecon.errors import NeedsPerson, Refused, Unreachable, WrongUsage
from tests.app.bench import Home
from tests.fakes.send_script import Fault


@pytest.fixture
def chart(connected: Home) -> dict[str, LedgerAccountId]:
    """A small chart of accounts, by name."""
    books = connected.books
    made = {
        "Checking": books.add_account("Checking", sub_type="Cash & Bank"),
        "Clearing": books.add_account("Clearing"),
        "Card Fees": books.add_account("Card Fees", "expense", "Operating Expense"),
        "Sales": books.add_account("Sales", "income", "Income"),
        "Old": books.add_account("Old", state="archived"),
        "Heading": books.add_account("Heading", has_children=True),
    }
    made["AR"] = books.add_account("AR", system_name="Accounts Receivable")
    return made


def _roles(view: AccountsView) -> dict[str, str]:
    return {role.value: a.name for role, a in view.roles.items() if a is not None}


def test_chosen_accounts_are_kept(connected: Home, chart: dict[str, LedgerAccountId]) -> None:
    view = connected.desk.set_accounts(
        {
            "undeposited_funds": chart["Clearing"],
            "bank": chart["Checking"],
            "fees": chart["Card Fees"],
            "refunds": chart["Sales"],
        },
        {},
    )
    wanted = {
        "undeposited_funds": "Clearing",
        "bank": "Checking",
        "fees": "Card Fees",
        "refunds": "Sales",
    }
    assert _roles(view) == wanted
    assert _roles(connected.reopen().accounts()) == wanted


def test_choosing_one_role_leaves_the_others(
    connected: Home, chart: dict[str, LedgerAccountId]
) -> None:
    connected.desk.set_accounts({"bank": chart["Checking"]}, {})
    view = connected.desk.set_accounts({"fees": chart["Card Fees"]}, {})
    assert _roles(view) == {"bank": "Checking", "fees": "Card Fees"}


@pytest.mark.parametrize(
    ("chosen", "create", "why"),
    [
        ({"fees": "Checking"}, {}, "needs expense"),
        ({"bank": "Sales"}, {}, "needs asset"),
        ({"bank": "Old"}, {}, "not active"),
        ({"bank": "Heading"}, {}, "heading"),
        ({"bank": "AR"}, {}, "must not be written to"),
        ({"bank": "nothing"}, {}, "no account with the id"),
        ({"bank": "Checking", "undeposited_funds": "Checking"}, {}, "already chosen"),
        ({"till": "Checking"}, {}, "not among"),
        ({}, {"bank": "New Bank"}, "Make it in FreshBooks"),
        ({}, {"fees": "  "}, "needs a name"),
        ({}, {"undeposited_funds": "Checking", "fees": "checking"}, "already chosen"),
        ({}, {"fees": "Clearing"}, "An account of that name exists"),
    ],
)
def test_one_thing_that_is_wrong_changes_nothing(
    connected: Home,
    chart: dict[str, LedgerAccountId],
    chosen: dict[str, str],
    create: dict[str, str],
    why: str,
) -> None:
    before = set(connected.books.accounts)
    wanted = {role: chart.get(name, LedgerAccountId(name)) for role, name in chosen.items()}
    others = {"refunds": chart["Sales"]}
    extra = (
        {"undeposited_funds": "Made Before"}
        if "undeposited_funds" not in {*chosen, *create}
        else {}
    )
    with pytest.raises(WrongUsage) as refused:
        connected.desk.set_accounts({**others, **wanted}, {**extra, **create})
    assert why in f"{refused.value.title} {refused.value.message}"
    assert _roles(connected.desk.accounts()) == {}
    assert set(connected.books.accounts) == before
    assert connected.books.account_sends.bodies == []


def test_a_new_account_is_made_and_takes_its_role(
    connected: Home, chart: dict[str, LedgerAccountId]
) -> None:
    view = connected.desk.set_accounts(
        {"bank": chart["Checking"]},
        {"undeposited_funds": "Undeposited Funds", "fees": "Platform Fees"},
    )
    assert _roles(view) == {
        "bank": "Checking",
        "undeposited_funds": "Undeposited Funds",
        "fees": "Platform Fees",
    }
    made = {a.name: a for a in connected.books.accounts.values()}
    assert made["Undeposited Funds"].sub_type == "Current Asset"
    assert made["Platform Fees"].sub_type == "Operating Expense"
    kinds = [row.kind for row in connected.desk.list_activity()]
    assert kinds == ["ledger_account"] * 2


@pytest.mark.parametrize("name", ["Clearing", "clearing", " CLEARING "])
def test_an_account_of_that_name_is_taken_not_made_again(
    connected: Home, chart: dict[str, LedgerAccountId], name: str
) -> None:
    view = connected.desk.set_accounts({}, {"undeposited_funds": name})
    assert _roles(view) == {"undeposited_funds": "Clearing"}
    assert connected.books.account_sends.bodies == []


def test_making_it_twice_makes_it_once(connected: Home) -> None:
    for _ in range(2):
        connected.desk.set_accounts({}, {"undeposited_funds": "Undeposited Funds"})
    assert len(connected.books.accounts) == 1


def test_an_answer_that_was_lost_is_looked_up(connected: Home) -> None:
    connected.books.account_sends.plan(Fault.LOST_AFTER)
    view = connected.desk.set_accounts({}, {"undeposited_funds": "Undeposited Funds"})
    assert _roles(view) == {"undeposited_funds": "Undeposited Funds"}


def test_where_it_is_not_certain_that_is_said_and_a_second_try_looks_first(
    connected: Home,
) -> None:
    connected.books.account_sends.plan(Fault.LATE)
    with pytest.raises(Unreachable, match="not certain") as uncertain:
        connected.desk.set_accounts({}, {"undeposited_funds": "Undeposited Funds"})
    assert uncertain.value.exit_code == 4
    assert _roles(connected.desk.accounts()) == {}
    connected.clock.advance(600)
    view = connected.desk.set_accounts({}, {"undeposited_funds": "Undeposited Funds"})
    assert _roles(view) == {"undeposited_funds": "Undeposited Funds"}
    assert len(connected.books.accounts) == len(connected.books.account_sends.bodies) == 1


def test_a_refused_account_may_be_asked_for_again(connected: Home) -> None:
    connected.books.account_sends.plan(Fault.REFUSED)
    with pytest.raises(Refused, match="It says no"):
        connected.desk.set_accounts({}, {"fees": "Platform Fees"})
    view = connected.desk.set_accounts({}, {"fees": "Platform Fees"})
    assert _roles(view) == {"fees": "Platform Fees"}


def test_a_dismissed_account_may_be_asked_for_again(connected: Home) -> None:
    connected.books.account_sends.plan(Fault.REFUSED)
    with pytest.raises(Refused):
        connected.desk.set_accounts({}, {"fees": "Platform Fees"})
    (intent,) = connected.desk.company.stores.outbox.list_intents([WriteKind.LEDGER_ACCOUNT])
    connected.desk.dismiss(f"act_{intent.row}")
    view = connected.desk.set_accounts({}, {"fees": "Platform Fees"})
    assert _roles(view) == {"fees": "Platform Fees"}


def test_an_account_that_was_deleted_may_be_made_again(connected: Home) -> None:
    connected.desk.set_accounts({}, {"fees": "Platform Fees"})
    connected.books.accounts.clear()
    connected.books.add_account("Sales", "income", "Income")
    view = connected.desk.set_accounts({}, {"fees": "Platform Fees"})
    assert _roles(view) == {"fees": "Platform Fees"}
    assert len(connected.books.account_sends.bodies) == 2


def test_making_an_account_waits_for_a_sync_that_is_sending(connected: Home) -> None:
    """Both write through one outbox, and a sync takes what is being sent for a crash."""
    lease = connected.shelf.lease(connected.desk.company.slug)
    seen: list[bool] = []

    def look(body: bytes) -> None:
        free = lease.try_take(0)
        if free:
            lease.give_back()
        seen.append(free)

    connected.books.account_sends.on_send = look
    connected.desk.set_accounts({}, {"fees": "Platform Fees"})
    assert seen == [False]
    assert lease.try_take(0)
    lease.give_back()


def test_the_best_fit_is_suggested_with_its_reason(
    connected: Home, chart: dict[str, LedgerAccountId]
) -> None:
    view = connected.desk.accounts(refresh=True)
    assert view.suggestions[Role.BANK].account_id == chart["Checking"]
    assert "Checking" in view.suggestions[Role.BANK].reason
    view = connected.desk.set_accounts({"bank": chart["Checking"]}, {})
    assert Role.BANK not in view.suggestions


def test_without_freshbooks_there_is_no_chart(home: Home) -> None:
    with pytest.raises(NeedsPerson):
        home.desk.accounts()
