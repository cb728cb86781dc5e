"""All companies, one after the other: each is named, and what fails in one stops no other."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from fbrecon.app.company_desk import CompanyDesk
from fbrecon.app.sync_all import CompanyOutcome, TurnProgress, sync_all, worst
from fbrecon.app.views import CompanySummary, ConnectionState, SyncReport
from fbrecon.bootstrap import Environment, Program
from fbrecon.cli import main
from fbrecon.domain.business import Business
from fbrecon.errors import NeedsPerson, Unreachable, WrongUsage
from fbrecon.store.backup import back_up_daily
from fbrecon.sync.progress import Cancelled, CancelToken, Progress, ProgressFn, silent
from tests.app.bench import OTHER, Home
from tests.fakes.fake_books import BUSINESS
from tests.fakes.fake_clock import NOW


def _company(name: str, state: ConnectionState = ConnectionState.CONNECTED) -> CompanySummary:
    business = Business(name, name, name, name, "owner", "UTC")
    return CompanySummary(name.lower(), business, state, 0)


ASH, BIRCH, CEDAR = _company("Ash"), _company("Birch"), _company("Cedar")
REPORT = SyncReport("run_1", "ok", NOW, NOW, {}, {}, {}, {}, 0, (), "Everything is in step.")


class Play:
    """Turns that go as they are told, and what was seen of them."""

    def __init__(self, **ends: Exception | SyncReport) -> None:
        self.ends = ends
        self.begun: list[str] = []
        self.told: list[CompanyOutcome] = []
        self.progress: list[Progress] = []
        self.cancel = CancelToken()

    def turn(self, slug: str, report: ProgressFn) -> SyncReport:
        self.begun.append(slug)
        report(Progress("Invoices", 3, 9))
        end = self.ends.get(slug, REPORT)
        if isinstance(end, Exception):
            if isinstance(end, Cancelled):
                self.cancel.cancel()
            raise end
        return end

    def run(self, *companies: CompanySummary) -> list[tuple[str, str, int]]:
        found = sync_all(
            list(companies), self.turn, self.cancel, self.progress.append, self.told.append
        )
        assert found == self.told, "each is told as it ends"
        return [(one.name, one.outcome, one.exit_code) for one in found]


def test_each_has_its_turn_by_name_and_progress_says_whose_it_is() -> None:
    play = Play()
    assert play.run(CEDAR, ASH) == [("Ash", "ok", 0), ("Cedar", "ok", 0)]
    assert play.progress == [
        TurnProgress("", 0, None, None, None, "Ash", 1, 2),
        TurnProgress("Invoices", 3, 9, None, None, "Ash", 1, 2),
        TurnProgress("", 0, None, None, None, "Cedar", 2, 2),
        TurnProgress("Invoices", 3, 9, None, None, "Cedar", 2, 2),
    ]


@pytest.mark.parametrize(
    ("error", "code"),
    [(Unreachable("Away", "No answer."), 4), (NeedsPerson("Sign in", "It ended."), 3)],
)
def test_what_one_fails_with_is_told_and_the_others_have_their_turn(
    error: Exception, code: int
) -> None:
    play = Play(birch=error)
    assert play.run(ASH, BIRCH, CEDAR) == [
        ("Ash", "ok", 0),
        ("Birch", "failed", code),
        ("Cedar", "ok", 0),
    ]
    assert play.told[1].sentence == error.sentence  # type: ignore[attr-defined]


@pytest.mark.loud
def test_a_mistake_of_ours_in_one_leaves_no_other_behind() -> None:
    play = Play(ash=ZeroDivisionError("nobody thought of this"))
    assert play.run(ASH, BIRCH) == [("Ash", "failed", 1), ("Birch", "ok", 0)]
    assert "nobody thought" not in play.told[0].sentence


def test_stopping_in_the_middle_ends_that_one_and_begins_no_other() -> None:
    play = Play(birch=Cancelled())
    assert play.run(ASH, BIRCH, CEDAR) == [
        ("Ash", "ok", 0),
        ("Birch", "cancelled", 1),
        ("Cedar", "cancelled", 1),
    ]
    assert play.begun == ["ash", "birch"]


def test_one_that_is_not_connected_is_left_out_and_that_is_no_failure() -> None:
    play = Play()
    away = replace(ASH, state=ConnectionState.NOT_CONNECTED)
    assert play.run(away, BIRCH) == [("Ash", "left_out", 0), ("Birch", "ok", 0)]
    assert play.begun == ["birch"]


@pytest.mark.parametrize(
    ("codes", "found"), [([], 0), ([0, 0], 0), ([0, 4], 4), ([4, 3, 0], 3), ([3, 1, 4], 1)]
)
def test_the_worst_of_several_exit_codes(codes: list[int], found: int) -> None:
    assert worst(codes) == found


# ---- the real desks


@pytest.fixture
def two(home: Home) -> CompanyDesk:
    """Two companies of one person."""
    home.doors.who = replace(home.doors.who, businesses=(BUSINESS, OTHER))
    home.sign_in(BUSINESS.id)
    second = home.desk.open_company(None)
    second.choose_business(OTHER.id)
    second.company.close()
    return home.desk


def _outcomes(desk: CompanyDesk, cancel: CancelToken | None = None) -> dict[str, str]:
    found = desk.sync_all(cancel or CancelToken(), silent, lambda _one: None)
    return {one.slug: one.outcome for one in found}


def test_all_companies_are_synced_whichever_desk_is_asked(home: Home, two: CompanyDesk) -> None:
    home.doors.books_of(OTHER).add_invoice(700)
    assert _outcomes(two) == {"harbor-light": "ok", "quayside-print": "ok"}
    assert two.open_company("quayside-print").status().counts["invoices"] == 1
    assert two.status().last_run is not None
    two.open_company("quayside-print").company.close()


def test_a_damaged_one_is_named_and_the_other_is_in_step(home: Home, two: CompanyDesk) -> None:
    two.company.close()
    for path in (home.folder / "companies" / "harbor-light").glob("company.db*"):
        path.write_bytes(b"\xa5" * 9000)
    fresh = home.new_desk(None)
    assert _outcomes(fresh) == {"harbor-light": "failed", "quayside-print": "ok"}


def test_stopped_between_two_the_second_was_not_begun(home: Home, two: CompanyDesk) -> None:
    cancel = CancelToken()

    def stop(what: str, number: int) -> None:
        cancel.cancel()

    home.doors.books_of(BUSINESS).on_read = stop
    assert _outcomes(two, cancel) == {"harbor-light": "cancelled", "quayside-print": "cancelled"}
    second = two.open_company("quayside-print")
    assert second.status().last_run is None
    second.company.close()


def test_an_unknown_part_is_refused_before_the_first(two: CompanyDesk) -> None:
    with pytest.raises(WrongUsage, match="no such part"):
        two.sync_all(CancelToken(), silent, lambda _one: None, only=("invoice",))
    assert two.status().last_run is None


# ---- by command


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with a company that is not connected and one whose file is gone."""
    for name in ("FBRECON_FRESHBOOKS_API", "FBRECON_FRESHBOOKS_AUTH", "FBRECON_PLATFORM_API"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("FBRECON_SECRETS", "session")
    program = Program(Environment(tmp_path, secrets="session"))
    for slug, business in (("harbor", BUSINESS), ("quayside", OTHER)):
        stores = program.shelf.open(slug)
        stores.decisions.keep_fact("business", json.dumps(asdict(business)))
        stores.close()
    lost = program.shelf.open("quayside")
    back_up_daily(lost.file, NOW.date())
    lost.close()
    for path in (tmp_path / "companies" / "quayside").glob("company.db*"):
        path.unlink()
    return tmp_path


def test_by_command_each_is_named_and_the_exit_code_is_the_worst(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--home", str(folder), "sync", "--all", "--json"]) == 1
    told = capsys.readouterr()
    found = json.loads(told.out)
    assert found["exit_code"] == 1
    assert [(one["slug"], one["name"], one["outcome"]) for one in found["companies"]] == [
        ("harbor", "Harbor Light", "left_out"),
        ("quayside", "Quayside Print", "failed"),
    ]
    assert "fbrecon companies restore quayside" in found["companies"][1]["sentence"]
    assert "Quayside Print (2 of 2)" in told.err
    assert "Not done in 1 of 2 companies: Quayside Print." in told.err
    assert main(["--home", str(folder), "sync", "--all"]) == 1
    assert "Harbor Light: Left out: FreshBooks is not connected." in capsys.readouterr().out


def test_by_command_the_status_of_all_names_the_one_that_is_gone(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--home", str(folder), "status", "--all", "--json"]) == 1
    told = capsys.readouterr()
    harbor, quayside = json.loads(told.out)["companies"]
    assert (harbor["file"], harbor["state"], harbor["last_sync"]) == (
        "sound",
        "not_connected",
        None,
    )
    assert (quayside["file"], quayside["business"]["name"]) == ("missing", "Quayside Print")
    assert told.err.startswith("Quayside Print: The company file is missing.")
    assert main(["--home", str(folder), "status", "--all"]) == 1
    assert "never synced" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words", [["--company", "harbor", "status"], ["--company", "harbor", "sync"], ["sync"]]
)
def test_all_is_not_one(folder: Path, words: list[str]) -> None:
    last = ["--preview", "x"] if words == ["sync"] else []
    assert main(["--home", str(folder), *words, "--all", *last]) == 2


def test_where_there_is_no_company_somebody_has_to_connect_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FBRECON_SECRETS", "session")
    assert main(["--home", str(tmp_path), "sync", "--all"]) == 3
    assert main(["--home", str(tmp_path), "status", "--all"]) == 0
