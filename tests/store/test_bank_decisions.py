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
    assert bank.not_ours() == {"interest payment", "rent"}
    bank.forget_not_ours("rent")
    assert bank.not_ours() == {"interest payment"}
