"""What a person decided about bank lines: kept, and the last word on a pair holds."""

from __future__ import annotations

from datetime import timedelta

from fbrecon.domain.matching.findings import Memory
from fbrecon.store.company import CompanyStores
from tests.fakes.fake_clock import NOW

LATER = NOW + timedelta(hours=1)


def test_the_last_word_on_a_pair_holds_and_the_others_stay(stores: CompanyStores) -> None:
    bank = stores.bank
    assert bank.memory() == Memory()
    bank.confirm([("d1", "o1"), ("d1", "o2")], NOW)
    bank.reject([("d2", "o1")], NOW)
    assert bank.memory() == Memory(
        frozenset({("d1", "o1"), ("d1", "o2")}), frozenset({("d2", "o1")})
    )
    bank.reject([("d1", "o2")], LATER)
    bank.confirm([("d2", "o1")], LATER)
    assert bank.memory() == Memory(
        frozenset({("d1", "o1"), ("d2", "o1")}), frozenset({("d1", "o2")})
    )


def test_a_text_that_is_not_ours_is_kept_until_it_is_forgotten(stores: CompanyStores) -> None:
    bank = stores.bank
    for at in (NOW, LATER):
        bank.keep_not_ours("interest payment", at)
    bank.keep_not_ours("rent", NOW)
    assert bank.not_ours() == {"interest payment": LATER, "rent": NOW}
    bank.forget_not_ours("rent")
    assert set(bank.not_ours()) == {"interest payment"}


def test_a_line_by_itself_can_be_left_out_and_taken_in_again(stores: CompanyStores) -> None:
    bank = stores.bank
    bank.confirm([("d1", "o1")], NOW)
    bank.reject([("d1", "o2")], NOW)
    bank.leave_out("d1", LATER)
    assert bank.left_out() == {"d1"}
    assert bank.memory() == Memory(frozenset(), frozenset({("d1", "o2")}))
    bank.take_in(["d1"])
    assert bank.left_out() == frozenset()


def test_what_was_said_before_is_noted_and_can_be_said_again(stores: CompanyStores) -> None:
    bank = stores.bank
    bank.confirm([("d1", "o1")], NOW)
    bank.keep_not_ours("rent", NOW)
    with bank.watched() as before:
        bank.reject([("d1", "o1")], LATER)
        bank.confirm([("d1", "o2"), ("d2", "o2")], LATER)
        bank.keep_not_ours("interest", LATER)
        bank.forget_not_ours("rent")
    assert before.pairs == {("d1", "o1"): ("confirmed", NOW)}
    assert set(before.lines) == {"d1", "d2"}
    assert before.texts == {"interest": None, "rent": NOW}
    bank.put_back(list(before.lines), before.pairs)
    assert bank.said_of(["d1", "d2"]) == before.pairs
