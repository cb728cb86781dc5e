"""A decision can be taken back as long as nothing was done because of it."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from fbrecon.app import review
from fbrecon.app.company import Company
from fbrecon.domain.ids import BookPaymentId, PlatformPaymentId
from fbrecon.domain.matching import Match
from fbrecon.domain.money import Money
from fbrecon.errors import Refused
from tests.app.bench import Home


@pytest.fixture
def asked(connected: Home) -> tuple[Home, str]:
    """A payment that waits for a yes, because FreshBooks has one like it."""
    invoice = connected.books.add_invoice(10_000, 10_000)
    connected.sync()
    (copy,) = connected.platform.invoices
    payment = connected.platform.pay(copy, amount="50.00")
    connected.books.pay_by_hand(invoice, 5_000)
    connected.sync()
    return connected, f"pay_{payment}"


def _state(home: Home, payment: str) -> str:
    (row,) = home.desk.payment_rows([payment])
    return row.posting_state


def _open(home: Home, payment: str) -> list[str]:
    return [item.id for item in home.desk.list_attention() if item.subject == payment]


@pytest.mark.parametrize("how", ["approve", "dismiss", "approve the item", "dismiss the item"])
def test_a_yes_or_a_no_is_taken_back_and_asked_again(asked: tuple[Home, str], how: str) -> None:
    home, payment = asked
    assert _state(home, payment) == "held"
    (item,) = _open(home, payment)
    decide = home.desk.approve if how.startswith("approve") else home.desk.dismiss
    decide(item if how.endswith("item") else payment)
    assert _state(home, payment) != "held"
    assert "waits for your decision again" in home.desk.take_back_decision()
    assert _state(home, payment) == "held"
    assert _open(home, payment) == [item]
    sent = len(home.books.payment_sends.bodies)
    home.sync()
    assert _state(home, payment) == "held"  # the waiver went with the yes
    assert len(home.books.payment_sends.bodies) == sent


def test_a_match_is_taken_back(asked: tuple[Home, str]) -> None:
    home, payment = asked
    (there,) = [p.id for p in home.books.payments.values() if p.amount == Money(5_000, "USD")]
    home.desk.approve(payment, f"pay_book_{there}")
    assert home.desk.company.stores.decisions.matches()
    home.desk.take_back_decision()
    assert home.desk.company.stores.decisions.matches() == []
    assert _state(home, payment) == "held"


def test_what_a_sync_matches_meanwhile_stays_matched(
    asked: tuple[Home, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It goes on in a process of its own, also while a person decides."""
    home, payment = asked
    (there,) = [p.id for p in home.books.payments.values() if p.amount == Money(5_000, "USD")]
    decisions = home.desk.company.stores.decisions
    others = Match(PlatformPaymentId("p-other"), BookPaymentId(4_711), "They agree.", "rule")
    keep = review.close_items

    def and_meanwhile(company: Company, subjects: Collection[str]) -> None:
        decisions.keep_matches([others], home.clock.now())
        keep(company, subjects)

    monkeypatch.setattr(review, "close_items", and_meanwhile)
    home.desk.approve(payment, f"pay_book_{there}")
    assert {m.book_payment_id for m in decisions.matches()} == {there, 4_711}
    home.desk.take_back_decision()
    assert [m.book_payment_id for m in decisions.matches()] == [4_711]


def test_once_it_was_sent_it_is_too_late(asked: tuple[Home, str]) -> None:
    home, payment = asked
    home.desk.approve(payment)
    home.sync()
    assert _state(home, payment) == "verified"
    with pytest.raises(Refused, match="too late"):
        home.desk.take_back_decision()
    assert _state(home, payment) == "verified"


def test_decisions_are_taken_back_one_by_one_and_then_there_are_none(
    asked: tuple[Home, str],
) -> None:
    home, payment = asked
    home.desk.dismiss(payment)
    home.desk.take_back_decision()
    home.desk.approve(payment)
    home.desk.take_back_decision()
    assert _state(home, payment) == "held"
    with pytest.raises(Refused, match="no decision"):
        home.desk.take_back_decision()
    log = home.desk.company.stores.activity
    assert log.find_disagreement() == ""
    assert [e.deed.after for e in log.iter_entries() if e.deed.before == "decided"] == ["open"] * 2
