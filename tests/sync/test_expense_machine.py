"""Every arrow that an expense can take, and those of taking one back, by what the table says."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import cast

import pytest

from fbrecon.domain.intents import Intent, NewIntent
from fbrecon.domain.money import Money
from fbrecon.domain.posting import TRANSITIONS, IntentKey, PostingState, WriteKind
from fbrecon.domain.postings import ExpenseDraft
from fbrecon.errors import Refused, Unreachable
from fbrecon.store.company import CompanyStores
from fbrecon.sync.expense_writer import (
    ExpenseRemovalWriter,
    ExpenseWriter,
    order_expense_removal,
)
from fbrecon.sync.ports import Books, Ledger
from fbrecon.sync.post import Poster
from fbrecon.sync.progress import CancelToken, silent
from fbrecon.sync.settling import SettleRules
from fbrecon.sync.writers import Writer
from tests.fakes.fake_books import FakeBooks
from tests.fakes.fake_clock import FakeClock
from tests.fakes.fake_expenses import FakeExpenses
from tests.fakes.send_script import Fault

S = PostingState
DAY = date(2026, 11, 20)
Arrow = tuple[PostingState, PostingState]
SCENES: dict[Arrow, Callable[[Desk], None]] = {}


class Desk:
    """One expense on its way, and the books that it goes to."""

    def __init__(self, folder: Path, state: PostingState = S.APPROVED) -> None:
        self.clock = FakeClock()
        self.books = FakeBooks(self.clock)
        self.there = FakeExpenses(self.clock.monotonic)
        self.stores = CompanyStores(folder / "company.db", self.clock)
        self.stores.file.sql("PRAGMA synchronous = OFF")
        self.key = IntentKey("acc11", WriteKind.EXPENSE, "alternative_payments:po", "fees")
        ledger = self.ledger = cast("Ledger", self.there)
        books = cast("Books", self.books)
        self.writers: dict[WriteKind, Writer] = {
            WriteKind.EXPENSE: ExpenseWriter(books, ledger, self.stores),
            WriteKind.EXPENSE_REMOVAL: ExpenseRemovalWriter(books, ledger, self.stores),
        }
        draft = ExpenseDraft(7, Money(300, "USD"), DAY, "Us", f"Fees {self.key.marker}")
        self.stores.outbox.add(
            NewIntent(
                self.key,
                "Fees",
                "po",
                self.there.render_expense(draft),
                state,
                "It is certain.",
                draft.amount,
                DAY,
            )
        )

    @property
    def intent(self) -> Intent:
        found = self.stores.outbox.find(self.key)
        assert found is not None
        return found

    def by_us(self, minor: int = 300) -> int:
        """What another computer of ours has just recorded."""
        number = self.there.add(minor, DAY, f"Fees {self.key.marker}")
        self.there.edit(number, category_id=7)
        return number

    def decide(self, state: PostingState, text: str = "A person said so.") -> None:
        self.stores.outbox.move(self.intent, state, text)

    def run(self, seconds: float = 0) -> None:
        self.clock.advance(seconds)
        poster = Poster(self.stores.outbox, self.writers, self.clock, SettleRules(900.0))
        with suppress(Unreachable):
            poster.run((WriteKind.EXPENSE_REMOVAL, WriteKind.EXPENSE), CancelToken(), silent)

    def moves(self) -> set[tuple[str, str]]:
        entries = self.stores.activity.iter_entries()
        return {(entry.deed.before, entry.deed.after) for entry in entries if entry.deed.before}

    def close(self) -> None:
        self.stores.close()


def taking(*arrows: Arrow) -> Callable[[Callable[[Desk], None]], Callable[[Desk], None]]:
    def keep(scene: Callable[[Desk], None]) -> Callable[[Desk], None]:
        SCENES.update(dict.fromkeys(arrows, scene))
        return scene

    return keep


@taking((S.APPROVED, S.SENDING), (S.SENDING, S.POSTED), (S.POSTED, S.VERIFIED))
def all_is_well(desk: Desk) -> None:
    desk.run()
    assert len(desk.there.rows) == 1


@taking((S.APPROVED, S.ADOPTED), (S.ADOPTED, S.VERIFIED))
def another_computer_was_quicker(desk: Desk) -> None:
    desk.by_us()
    desk.run()
    assert len(desk.there.rows) == 1


@taking((S.APPROVED, S.DISCREPANCY))
def another_computer_recorded_something_else(desk: Desk) -> None:
    desk.by_us(299)
    desk.run()


@taking((S.APPROVED, S.HELD), (S.HELD, S.APPROVED))
def equal_fees_by_hand_are_asked_about_and_approved(desk: Desk) -> None:
    desk.there.add(300, DAY)
    desk.run()
    assert "is it the same fees" in desk.intent.reason
    assert desk.there.sends.bodies == []
    desk.decide(S.APPROVED)


@taking((S.APPROVED, S.PROPOSED), (S.PROPOSED, S.APPROVED), (S.APPROVED, S.DROPPED))
def a_person_thinks_twice(desk: Desk) -> None:
    for state in (S.PROPOSED, S.APPROVED, S.DROPPED):
        desk.decide(state)
    desk.run()
    assert desk.there.rows == {}


@taking((S.SENDING, S.APPROVED))
def the_service_asks_to_wait(desk: Desk) -> None:
    desk.there.sends.plan(Fault.WAIT)
    desk.run()
    assert desk.intent.not_before is not None


@taking((S.SENDING, S.REFUSED), (S.REFUSED, S.APPROVED))
def it_is_refused_and_tried_once_more(desk: Desk) -> None:
    desk.there.sends.plan(Fault.REFUSED)
    desk.run()
    desk.decide(S.APPROVED)
    desk.run()
    assert len(desk.there.rows) == 1


@taking((S.SENDING, S.DISCREPANCY))
def another_sum_is_recorded(desk: Desk) -> None:
    desk.there.truncates = 1
    desk.run()


@taking((S.SENDING, S.UNCERTAIN), (S.UNCERTAIN, S.POSTED))
def the_answer_is_lost(desk: Desk) -> None:
    desk.there.sends.plan(Fault.LOST_AFTER)
    desk.run()
    assert desk.intent.state is S.VERIFIED
    assert len(desk.there.rows) == 1


@taking((S.UNCERTAIN, S.APPROVED))
def it_never_arrived(desk: Desk) -> None:
    desk.there.sends.plan(Fault.LOST_BEFORE)
    desk.run()
    desk.run(600)
    assert desk.intent.state is S.UNCERTAIN, "it may still arrive"
    desk.run(301)
    desk.run(301)
    assert len(desk.there.rows) == 1


@taking((S.UNCERTAIN, S.HELD))
def it_is_looked_for_in_a_list_that_is_never_whole(desk: Desk) -> None:
    desk.there.sends.plan(Fault.LOST_BEFORE)
    desk.run()
    desk.there.complete = False
    for _ in range(4):
        desk.run(100_000)
    assert desk.there.rows == {}


@taking((S.UNCERTAIN, S.DISCREPANCY))
def it_arrived_as_something_else(desk: Desk) -> None:
    desk.there.truncates = 1
    desk.there.sends.plan(Fault.LOST_AFTER)
    desk.run()


@taking((S.VERIFIED, S.UNDONE))
def a_person_has_it_taken_back(desk: Desk) -> None:
    desk.run()
    order_expense_removal(desk.ledger, desk.stores, desk.intent, "A person asked for it.")
    desk.run()
    assert [row.deleted for row in desk.there.rows.values()] == [True]
    desk.run()
    assert len(desk.there.rows) == 1, "it is not recorded again"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.mark.parametrize("arrow", sorted(SCENES), ids=" to ".join)
def test_every_arrow_of_an_expense(desk: Desk, arrow: Arrow) -> None:
    assert arrow[1] in TRANSITIONS[arrow[0]]
    SCENES[arrow](desk)
    assert arrow in desk.moves()
    desk.close()


def test_a_late_arrival_within_the_wait_is_one_expense(desk: Desk) -> None:
    desk.there.sends.plan(Fault.LATE)
    for _ in range(6):
        desk.run(299)
    assert len(desk.there.rows) == 1
    assert desk.intent.state is S.VERIFIED
    desk.close()


def test_a_deleted_one_of_ours_is_asked_about_and_never_sent(desk: Desk) -> None:
    desk.there.edit(desk.by_us(), deleted=True)
    desk.run()
    assert desk.intent.state is S.HELD
    assert desk.there.sends.bodies == []
    desk.close()


@pytest.mark.parametrize("change", ["marker", "notes", "sum"])
def test_one_that_somebody_changed_is_left_alone(desk: Desk, change: str) -> None:
    desk.run()
    ((number, row),) = desk.there.rows.items()
    changes: dict[str, dict[str, object]] = {
        "marker": {"notes": "mine now"},
        "notes": {"notes": f"{row.notes}, agreed with Ann"},
        "sum": {"amount": Money(299, "USD")},
    }
    desk.there.edit(number, **changes[change])
    order = order_expense_removal(desk.ledger, desk.stores, desk.intent, "A person asked for it.")
    desk.run()
    held = desk.stores.outbox.find(order.key)
    assert held is not None
    assert held.state is S.HELD
    assert "left alone" in held.reason
    assert not desk.there.rows[number].deleted
    desk.close()


def test_one_that_we_deleted_and_somebody_restored_is_theirs(desk: Desk) -> None:
    a_person_has_it_taken_back(desk)
    (number,) = desk.there.rows
    desk.there.edit(number, deleted=False)
    written = desk.intent
    assert order_expense_removal(desk.ledger, desk.stores, written, "Again.").state is S.VERIFIED
    with pytest.raises(Refused):
        order_expense_removal(
            desk.ledger, desk.stores, desk.stores.outbox.list_intents()[1], "Not an expense."
        )
    desk.close()
