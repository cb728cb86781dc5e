"""What people and rules decided: kept, changed on purpose, never twice."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from peewee import IntegrityError

from fbrecon.domain.attention import AttentionItem, AttentionKind, Finding
from fbrecon.domain.ids import BookPaymentId, LedgerAccountId, PlatformPaymentId
from fbrecon.domain.ledger import Role
from fbrecon.domain.matching import Match
from fbrecon.store.company import CompanyStores
from fbrecon.store.repositories.decisions import Decisions
from tests.fakes.fake_clock import NOW

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def decisions(stores: CompanyStores) -> Decisions:
    return stores.decisions


# ---- facts, settings, roles, words


def test_facts_are_kept_replaced_and_forgotten(decisions: Decisions) -> None:
    assert decisions.fact("business") is None
    decisions.keep_fact("business", "1")
    decisions.keep_fact("business", "2")
    assert decisions.fact("business") == "2"
    decisions.forget_fact("business")
    decisions.forget_fact("never there")
    assert decisions.fact("business") is None


def test_settings_that_were_changed_are_listed(decisions: Decisions) -> None:
    assert decisions.settings() == {}
    decisions.keep_setting("mode", "write")
    decisions.keep_setting("mode", "read")
    decisions.keep_setting("auto_post", "off")
    assert decisions.settings() == {"mode": "read", "auto_post": "off"}


def test_choosing_one_role_leaves_the_others(decisions: Decisions) -> None:
    assert decisions.roles() == {}
    decisions.keep_roles({Role.BANK: LedgerAccountId("a"), Role.FEES: LedgerAccountId("b")})
    decisions.keep_roles({Role.FEES: LedgerAccountId("c")})
    assert decisions.roles() == {Role.BANK: "a", Role.FEES: "c"}
    decisions.keep_roles({})
    assert len(decisions.roles()) == 2


def test_words_that_a_person_explained_are_kept(decisions: Decisions) -> None:
    decisions.keep_word("in_limbo", "pending", NOW)
    decisions.keep_word("in_limbo", "failed", LATER)
    assert decisions.words() == {"in_limbo": "failed"}


# ---- matches


def _match(payment: str, booked: int, made_by: str = "rule") -> Match:
    return Match(PlatformPaymentId(payment), BookPaymentId(booked), f"{payment}={booked}", made_by)


def test_matches_are_listed_by_payment(decisions: Decisions) -> None:
    decisions.keep_matches([_match("p2", 501), _match("p1", 500)], NOW)
    assert decisions.matches() == [_match("p1", 500), _match("p2", 501)]


def test_a_payment_in_the_books_is_matched_once_and_the_first_match_stays(
    decisions: Decisions,
) -> None:
    decisions.keep_matches([_match("p1", 500)], NOW)
    decisions.keep_matches([_match("p2", 500), _match("p1", 500, "person"), _match("p3", 501)], NOW)
    assert decisions.matches() == [_match("p1", 500), _match("p3", 501)]


def test_one_payment_of_the_platform_may_stand_in_the_books_in_several_legs(
    decisions: Decisions,
) -> None:
    decisions.keep_matches([_match("p1", 500), _match("p1", 501)], NOW)
    assert len(decisions.matches()) == 2


def test_a_forgotten_match_may_be_made_anew(decisions: Decisions) -> None:
    decisions.keep_matches([_match("p1", 500), _match("p2", 501)], NOW)
    decisions.forget_matches([BookPaymentId(500), BookPaymentId(999)])
    assert decisions.matches() == [_match("p2", 501)]
    decisions.forget_matches([])
    decisions.keep_matches([_match("p3", 500)], NOW)
    assert decisions.matches() == [_match("p2", 501), _match("p3", 500)]


def test_the_file_refuses_a_second_match_and_a_maker_it_does_not_know(
    stores: CompanyStores,
) -> None:
    stores.decisions.keep_matches([_match("p1", 500)], NOW)
    insert = "INSERT INTO match VALUES (?, ?, '', ?, 0)"
    with pytest.raises(IntegrityError, match="book_payment_id"):
        stores.file.sql(insert, ("p2", 500, "rule"))
    with pytest.raises(IntegrityError, match="made_by"):
        stores.file.sql(insert, ("p2", 501, "guess"))


# ---- attention


def _finding(key: str, title: str = "Look") -> Finding:
    return Finding(
        key,
        AttentionKind.PAYMENT_HELD,
        title,
        "It is held.",
        "Approve it.",
        "p1",
        "https://books.example/1",
        ("approve", "dismiss"),
    )


def _refresh(decisions: Decisions, at: datetime, *keys: str) -> list[tuple[str, datetime]]:
    decisions.refresh_attention([_finding(key) for key in keys], at)
    return [(item.finding.key, item.since) for item in decisions.list_attention()]


def test_what_is_found_is_opened_with_everything_a_click_needs(decisions: Decisions) -> None:
    decisions.refresh_attention([_finding("a")], NOW)
    [item] = decisions.list_attention()
    assert item == AttentionItem(item.number, _finding("a"), NOW)
    assert item.finding.kind is AttentionKind.PAYMENT_HELD


def test_what_is_still_found_keeps_its_number_and_since_when(decisions: Decisions) -> None:
    assert _refresh(decisions, NOW, "a") == [("a", NOW)]
    [before] = decisions.list_attention()
    assert _refresh(decisions, LATER, "b", "a") == [("a", NOW), ("b", LATER)]
    assert decisions.list_attention()[0].number == before.number


def test_an_open_item_takes_the_newest_words(decisions: Decisions) -> None:
    decisions.refresh_attention([_finding("a", "Old")], NOW)
    decisions.refresh_attention([_finding("a", "New")], LATER)
    assert [item.finding.title for item in decisions.list_attention()] == ["New"]


def test_what_is_no_longer_found_is_closed(decisions: Decisions) -> None:
    _refresh(decisions, NOW, "a", "b")
    assert _refresh(decisions, LATER, "b") == [("b", NOW)]
    assert _refresh(decisions, LATER) == []


def test_what_comes_back_is_open_since_today(decisions: Decisions) -> None:
    _refresh(decisions, NOW, "a")
    _refresh(decisions, NOW)
    assert _refresh(decisions, LATER, "a") == [("a", LATER)]


def test_a_dismissed_item_stays_quiet_while_it_is_found(decisions: Decisions) -> None:
    _refresh(decisions, NOW, "a", "b")
    number = decisions.list_attention()[0].number
    assert decisions.dismiss_attention(number)
    assert _refresh(decisions, LATER, "a", "b") == [("b", NOW)]


def test_a_dismissed_item_that_went_away_speaks_up_when_it_comes_back(
    decisions: Decisions,
) -> None:
    _refresh(decisions, NOW, "a")
    decisions.dismiss_attention(decisions.list_attention()[0].number)
    assert _refresh(decisions, NOW) == []
    assert _refresh(decisions, LATER, "a") == [("a", LATER)]


def test_an_item_that_closed_a_moment_ago_cannot_be_dismissed(decisions: Decisions) -> None:
    """Else it would stay quiet when it comes back, and nobody had said so."""
    _refresh(decisions, NOW, "a")
    number = decisions.list_attention()[0].number
    _refresh(decisions, NOW)
    assert not decisions.dismiss_attention(number)
    assert not decisions.dismiss_attention(12345)
    assert _refresh(decisions, LATER, "a") == [("a", LATER)]
