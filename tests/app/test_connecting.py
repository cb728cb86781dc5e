"""Connecting: which business, whose sign-in, which key, and letting go again."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from fbrecon.app.connect import make_slug
from fbrecon.app.views import ConnectionState, Mode
from fbrecon.domain.business import Business, Identity
from fbrecon.errors import (
    ChooseBusiness,
    FileError,
    NeedsPerson,
    Refused,
    SignInAgain,
    SignInFailed,
    WrongUsage,
)
from tests.app.bench import CALLBACK, MERE_CLIENT, NO_ACCOUNTING, OTHER, Home
from tests.fakes.fake_books import BUSINESS


def _who(home: Home, *businesses: Business) -> None:
    home.doors.who = replace(home.doors.who, businesses=businesses)


# ---- which business


def test_the_only_usable_business_is_taken(home: Home) -> None:
    _who(home, NO_ACCOUNTING, BUSINESS, MERE_CLIENT)
    home.sign_in()
    assert home.desk.company.business == BUSINESS
    assert home.desk.company.slug == "harbor-light"


def test_among_several_the_person_chooses_without_a_second_sign_in(home: Home) -> None:
    _who(home, BUSINESS, OTHER, NO_ACCOUNTING, MERE_CLIENT)
    home.desk.save_app_keys("app", "secret", CALLBACK)
    result = home.desk.finish_sign_in(home.desk.begin_sign_in(), f"{CALLBACK}?code=1")
    assert (result.business, result.choose_from) == (None, (BUSINESS, OTHER))
    assert home.desk.find_company() is None
    assert home.desk.list_companies() == []
    assert home.desk.choose_business(OTHER.id).business == OTHER
    assert home.desk.company.slug == "quayside-print"
    assert home.shelf.secrets().find("freshbooks/pending") is None


def test_the_choice_outlives_the_window(home: Home) -> None:
    _who(home, BUSINESS, OTHER)
    home.desk.save_app_keys("app", "secret", CALLBACK)
    home.desk.finish_sign_in(home.desk.begin_sign_in(), f"{CALLBACK}?code=1")
    desk = home.new_desk(None)
    assert desk.choose_business(BUSINESS.id).business == BUSINESS


@pytest.mark.parametrize(
    ("business", "why"),
    [
        (NO_ACCOUNTING, "no accounting"),
        (MERE_CLIENT, "Your role at Meridian is client"),
        (replace(OTHER, active=False), "Quayside Print"),
        (replace(OTHER, id="99", name="Nobody's"), "does not cover business 99"),
    ],
)
def test_a_business_that_cannot_be_used_is_refused_with_the_reason(
    home: Home, business: Business, why: str
) -> None:
    known = () if business.id == "99" else (business,)
    _who(home, BUSINESS, *known)
    with pytest.raises(ChooseBusiness) as refused:
        home.sign_in(business.id)
    assert why in refused.value.message
    assert refused.value.exit_code == 3
    assert home.desk.find_company() is None


def test_where_no_business_can_be_used_that_is_said(home: Home) -> None:
    _who(home, NO_ACCOUNTING, MERE_CLIENT)
    with pytest.raises(ChooseBusiness, match="covers no business"):
        home.sign_in()


def test_a_further_company_uses_the_app_that_is_registered_already(home: Home) -> None:
    _who(home, BUSINESS, OTHER)
    home.sign_in(BUSINESS.id)
    second = home.new_desk(None)
    keys = second.app_keys()
    assert keys is not None
    assert keys.client_id == "app"
    assert second.choose_business(OTHER.id).business == OTHER
    assert [c.slug for c in second.list_companies()] == ["harbor-light", "quayside-print"]


def test_connecting_the_same_business_again_opens_its_company(home: Home) -> None:
    home.sign_in()
    first = home.desk.company.slug
    home.close()
    home.new_desk(None)
    home.sign_in()
    assert home.desk.company.slug == first
    assert len(home.desk.list_companies()) == 1


# ---- whose sign-in


def test_another_person_is_refused(home: Home) -> None:
    home.sign_in()
    home.doors.who = Identity("8", "somebody@example.com", (BUSINESS,))
    with pytest.raises(SignInFailed, match="another FreshBooks person"):
        home.sign_in()
    assert home.desk.company.identity_id == "7"


def test_signing_in_again_keeps_the_company_and_clears_the_problem(home: Home) -> None:
    home.sign_in()
    home.desk.company.stores.decisions.keep_fact("freshbooks_problem", "It ended.")
    assert home.desk.status().freshbooks is ConnectionState.RECONNECT
    home.sign_in()
    assert home.desk.status().freshbooks is ConnectionState.PENDING


def test_without_the_app_there_is_no_sign_in(home: Home) -> None:
    with pytest.raises(NeedsPerson, match="FreshBooks app is not entered"):
        home.desk.begin_sign_in()
    with pytest.raises(NeedsPerson):
        home.desk.choose_business("11")


# ---- where the services are


@pytest.mark.parametrize("which", ["freshbooks_api", "freshbooks_auth", "platform_api"])
def test_another_address_is_refused_naming_both(connected: Home, which: str) -> None:
    before = getattr(connected.doors, which)
    slug = connected.desk.company.slug
    connected.close()
    setattr(connected.doors, which, "https://elsewhere.example")
    with pytest.raises(FileError) as refused:
        connected.new_desk(slug)
    assert before in refused.value.message
    assert "https://elsewhere.example" in refused.value.message
    assert refused.value.exit_code == 1
    setattr(connected.doors, which, before)
    connected.new_desk(slug)


# ---- slugs


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Harbor Light", "harbor-light"),
        ("Café & Co", "cafe-co"),
        ("株式会社", "company"),
        ("../../etc", "etc"),
        ("A" * 90, "a" * 40),
    ],
)
def test_a_slug_is_plain_and_short(name: str, slug: str) -> None:
    assert make_slug(name, []) == slug


def test_a_slug_is_never_given_twice() -> None:
    assert make_slug("A", ["a", "a-2"]) == "a-3"


def test_a_slug_stays_when_the_business_is_renamed(home: Home) -> None:
    home.sign_in()
    home.rename(BUSINESS, name="Harbor Light & Sons")
    home.sign_in()
    assert home.desk.company.slug == "harbor-light"
    assert home.desk.company.business.name == "Harbor Light & Sons"


# ---- the platform's key


def test_a_key_is_checked_before_it_is_kept(home: Home) -> None:
    home.sign_in()
    home.doors.wrong_keys.add("key-1")
    with pytest.raises(SignInAgain):
        home.desk.connect_platform("key-1", "secret")
    assert home.shelf.secrets().list_names("platform/") == []
    assert home.desk.status().platform is ConnectionState.NOT_CONNECTED


def test_a_key_is_kept_without_the_spaces_around_it(home: Home) -> None:
    home.sign_in()
    home.desk.connect_platform(" key-1 ", " secret\n")
    kept = home.shelf.secrets().find("platform/key/harbor-light")
    assert kept is not None
    assert json.loads(kept) == {"client_id": "key-1", "client_secret": "secret"}
    assert home.desk.status().platform is ConnectionState.CONNECTED


@pytest.mark.parametrize(("client_id", "secret"), [("", "s"), ("k", " "), ("", "")])
def test_half_a_key_is_refused(home: Home, client_id: str, secret: str) -> None:
    home.sign_in()
    with pytest.raises(WrongUsage, match="incomplete"):
        home.desk.connect_platform(client_id, secret)


def test_another_companys_key_is_refused_unless_shared(home: Home) -> None:
    _who(home, BUSINESS, OTHER)
    home.sign_in(BUSINESS.id)
    home.desk.connect_platform("key-1", "secret")
    home.close()
    home.new_desk(None).choose_business(OTHER.id)
    with pytest.raises(Refused, match="harbor-light"):
        home.desk.connect_platform("key-1", "another-secret")
    home.desk.connect_platform("key-1", "secret", share=True)
    home.desk.connect_platform("key-1", "secret", share=True)
    assert home.desk.status().platform is ConnectionState.CONNECTED


def test_the_platform_comes_after_freshbooks(home: Home) -> None:
    with pytest.raises(NeedsPerson, match="FreshBooks"):
        home.desk.connect_platform("key-1", "secret")


def test_posting_begins_with_the_day_of_the_later_connection(home: Home) -> None:
    home.sign_in()
    home.clock.advance(5 * 86_400)
    home.desk.connect_platform("key-1", "secret")
    later = home.clock.now().date().isoformat()
    home.clock.advance(5 * 86_400)
    assert home.desk.setting("post_since") == later
    home.desk.connect_platform("key-2", "secret")  # a new key is no new beginning
    assert home.desk.setting("post_since") == later


def test_it_only_reads_until_somebody_says_otherwise(home: Home) -> None:
    home.sign_in()
    home.desk.connect_platform("key-1", "secret")
    assert home.desk.status().mode is Mode.READ


# ---- letting go


def test_letting_freshbooks_go_revokes_and_keeps_the_file(connected: Home) -> None:
    connected.books.add_invoice(100)
    connected.sync()
    connected.desk.disconnect("freshbooks")
    assert connected.doors.revoked == ["7"]
    assert connected.desk.status().freshbooks is ConnectionState.NOT_CONNECTED
    assert connected.desk.status().counts["invoices"] == 1
    assert connected.shelf.secrets().find("freshbooks/app/harbor-light") is None
    with pytest.raises(NeedsPerson):
        connected.sync()


def test_a_sign_in_that_another_company_uses_lives_on(home: Home) -> None:
    _who(home, BUSINESS, OTHER)
    home.sign_in(BUSINESS.id)
    home.close()
    home.new_desk(None).choose_business(OTHER.id)
    home.desk.disconnect("freshbooks")
    assert home.doors.revoked == []


def test_letting_the_platform_go_forgets_its_key(connected: Home) -> None:
    connected.desk.disconnect("platform")
    assert connected.shelf.secrets().list_names("platform/") == []
    assert connected.desk.status().platform is ConnectionState.NOT_CONNECTED
    assert connected.sync().outcome == "ok"


def test_no_secret_stands_in_the_company_file(connected: Home) -> None:
    connected.sync()
    for path in connected.folder.rglob("company.db*"):
        text = path.read_bytes()
        assert b"app-secret" not in text
        assert b'"secret"' not in text
