"""Several companies of one user: one desk each, what can be added, and taking one away."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import apsw
import pytest

from fbrecon.app.company_desk import CompanyDesk
from fbrecon.app.views import ConnectionState
from fbrecon.bootstrap import Environment, Program
from fbrecon.domain.business import Business, Identity
from fbrecon.domain.glances import FileState
from fbrecon.errors import DamagedFile, MissingFile, SignInAgain, Unreachable, WrongUsage
from fbrecon.store.migrations import LATEST
from fbrecon.window import Window
from tests.app.bench import CALLBACK, MERE_CLIENT, NO_ACCOUNTING, OTHER, Home
from tests.fakes.fake_books import BUSINESS

THIRD = replace(OTHER, id="303", name="A third one")


def _reach(home: Home, *businesses: Business) -> None:
    home.doors.who = replace(home.doors.who, businesses=businesses)


@pytest.fixture
def first(home: Home) -> CompanyDesk:
    """One company, of a person whose sign-in reaches more."""
    _reach(home, BUSINESS, OTHER, NO_ACCOUNTING, MERE_CLIENT)
    home.sign_in(BUSINESS.id)
    return home.desk


def test_what_can_be_added_is_usable_and_not_here_yet(home: Home, first: CompanyDesk) -> None:
    assert first.list_addable_businesses() == [OTHER]
    first.open_company(None).choose_business(OTHER.id)
    assert first.list_addable_businesses() == []


def test_nothing_can_be_added_before_anybody_signed_in(home: Home) -> None:
    assert home.desk.list_addable_businesses() == []


def test_a_sign_in_that_ended_offers_nothing_and_does_not_stand_in_the_way(
    home: Home, first: CompanyDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = type(home.doors.freshbooks("app", "app-secret", CALLBACK))

    def identity(self: object, identity_id: str) -> Identity:
        raise SignInAgain("Sign in again", "It ended.", "Sign in.")

    monkeypatch.setattr(door, "identity", identity)
    assert first.list_addable_businesses() == []
    with pytest.raises(SignInAgain):
        first.open_company(None).choose_business(OTHER.id)


def test_each_company_has_one_desk_whoever_asks(home: Home, first: CompanyDesk) -> None:
    fresh = first.open_company(None)
    assert fresh is not first
    assert first.open_company(None) is fresh, "one that waits to be connected is enough"
    fresh.choose_business(OTHER.id)
    assert first.open_company("quayside-print") is fresh
    assert fresh.open_company("harbor-light") is first
    with pytest.raises(WrongUsage):
        first.open_company("nobody")
    fresh.company.close()


def test_a_sign_in_that_leads_to_a_company_of_this_user_opens_that_one(
    home: Home, first: CompanyDesk
) -> None:
    fresh = first.open_company(None)
    assert isinstance(fresh, CompanyDesk)
    fresh.finish_sign_in(fresh.begin_sign_in(), f"{CALLBACK}?code=1", BUSINESS.id)
    assert fresh.status().company == "harbor-light"
    assert fresh.open_company("harbor-light") is first
    assert [summary.slug for summary in first.list_companies()] == ["harbor-light"]
    fresh.company.close()


def test_a_company_that_cannot_be_opened_does_not_hide_the_others(
    home: Home, first: CompanyDesk
) -> None:
    broken = home.folder / "companies" / "broken"
    broken.mkdir()
    (broken / "company.db").write_bytes(b"not a database at all, but long enough to be one" * 40)
    found = {summary.slug: summary for summary in first.list_companies()}
    assert found["harbor-light"].business == BUSINESS
    assert found["harbor-light"].problem == ""
    assert found["broken"].business is None
    assert found["broken"].state is ConnectionState.NOT_CONNECTED
    assert found["broken"].problem


def _spoil(home: Home, slug: str) -> Path:
    """A company's file, no sound database any more from its second page on."""
    file = home.folder / "companies" / slug / "company.db"
    for ending in ("-wal", "-shm"):
        file.with_name(file.name + ending).unlink(missing_ok=True)
    content = file.read_bytes()
    file.write_bytes(content[:4096] + b"\xa5" * (len(content) - 4096))
    return file


def _lose(home: Home, slug: str) -> None:
    """A company's file is gone, and its copies are not."""
    assert home.shelf.list_copies(slug)
    for path in (home.folder / "companies" / slug).glob("company.db*"):
        path.unlink()


def test_a_damaged_company_keeps_no_other_from_being_added(home: Home, first: CompanyDesk) -> None:
    home.sync()
    home.desk.company.close()
    _spoil(home, "harbor-light")
    fresh = home.new_desk(None)
    assert fresh.list_addable_businesses() == [OTHER], "its copy says whose the damaged one is"
    assert fresh.choose_business(OTHER.id).business == OTHER
    assert fresh.slug == "quayside-print"
    assert fresh.status().business == OTHER


def test_a_damaged_company_is_not_made_a_second_time(home: Home, first: CompanyDesk) -> None:
    home.sync()
    home.desk.company.close()
    _spoil(home, "harbor-light")
    fresh = home.new_desk(None)
    with pytest.raises(DamagedFile, match="damaged"):
        fresh.choose_business(BUSINESS.id)
    assert home.shelf.list_slugs() == ["harbor-light"]


def test_a_company_of_a_newer_program_keeps_no_other_from_being_added(
    home: Home, first: CompanyDesk
) -> None:
    first.company.close()
    newer = apsw.Connection(str(home.folder / "companies" / "harbor-light" / "company.db"))
    newer.execute(f"PRAGMA user_version = {LATEST + 1}")
    newer.close()
    fresh = home.new_desk(None)
    fresh.choose_business(OTHER.id)
    fresh.disconnect("freshbooks")
    assert home.doors.revoked == [], "the newer one may use the same sign-in"


def test_a_company_whose_file_is_gone_is_listed_and_can_be_restored(
    home: Home, first: CompanyDesk
) -> None:
    home.sync()
    home.desk.company.close()
    _lose(home, "harbor-light")
    fresh = home.new_desk(None)
    (summary,) = fresh.list_companies()
    assert (summary.slug, summary.damaged) == ("harbor-light", True)
    assert "The company file is missing." in summary.problem
    with pytest.raises(MissingFile, match="missing"):
        fresh.open_company("harbor-light")
    assert home.shelf.glance("harbor-light").file is FileState.MISSING, "and not made by looking"
    assert fresh.list_addable_businesses() == [OTHER]
    (look,) = fresh.look_into_copies("harbor-light")
    fresh.restore_company("harbor-light", look.copy.name)
    again = fresh.open_company("harbor-light")
    assert again.status().business == BUSINESS
    again.company.close()


def test_signing_in_to_a_company_whose_file_is_gone_fetches_it_anew(
    home: Home, first: CompanyDesk
) -> None:
    home.sync()
    home.desk.company.close()
    _lose(home, "harbor-light")
    fresh = home.new_desk(None)
    home.sign_in(BUSINESS.id)
    assert fresh.slug == "harbor-light"
    assert fresh.look_into_copies("harbor-light"), "its copies stay"


def test_a_company_whose_file_is_gone_can_be_removed(home: Home, first: CompanyDesk) -> None:
    home.sync()
    home.desk.company.close()
    _lose(home, "harbor-light")
    fresh = home.new_desk(None)
    fresh.remove_company("harbor-light")
    assert fresh.list_companies() == []
    assert not (home.folder / "companies" / "harbor-light").exists()


def test_removing_deletes_file_backups_and_keys_of_that_company_only(
    home: Home, first: CompanyDesk
) -> None:
    first.connect_platform("key-1", "secret")
    fresh = first.open_company(None)
    fresh.choose_business(OTHER.id)
    home.sync()
    assert list((home.folder / "companies" / "harbor-light" / "backups").iterdir())
    fresh.remove_company("harbor-light")
    assert not (home.folder / "companies" / "harbor-light").exists()
    names = home.shelf.secrets().list_names("")
    assert not any("harbor-light" in name for name in names)
    assert any("quayside-print" in name for name in names)
    assert [summary.slug for summary in fresh.list_companies()] == ["quayside-print"]
    assert fresh.list_addable_businesses() == [BUSINESS], "it can come back, all anew"
    fresh.company.close()


def test_a_company_is_not_removed_under_a_running_sync(
    home: Home, first: CompanyDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fbrecon.app.desks.STOP_WITHIN_SECONDS", 0)
    lease = home.shelf.lease("harbor-light")
    assert lease.try_take(0)
    with pytest.raises(Unreachable, match="still running"):
        first.remove_company("harbor-light")
    lease.give_back()
    assert first.open_company("harbor-light") is first
    assert first.status().business == BUSINESS


def test_every_company_has_its_timetable_while_the_window_is_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[str | None] = []
    stopped: list[str | None] = []
    monkeypatch.setattr("fbrecon.window.Background.start", lambda b: started.append(b.desk.slug))
    monkeypatch.setattr("fbrecon.window.Background.stop", lambda b: stopped.append(b.desk.slug))
    program = Program(Environment(tmp_path / "home", secrets="session"))
    for slug in ("one", "two"):
        program.shelf.open(slug).close()
    window = Window(program, program.desk("one"))
    window.start_background()
    assert started == ["one", "two"]
    program.desk(None)
    assert started == ["one", "two", None], "one that is being connected is served, too"
    program.desks.remove("one")
    assert stopped == ["one"]
    window.stop_background()
    assert stopped == ["one", "two", None]
    program.desk("two").company.close()
