"""Several businesses of one person: a company file each, one sign-in for all, side by side."""

from __future__ import annotations

import threading

import pytest

from fbrecon.app.company_desk import CompanyDesk
from fbrecon.app.views import ConnectionState, Mode
from fbrecon.errors import Refused
from fbrecon.sandbox.freshbooks_books import Books
from fbrecon.sync.progress import CancelToken, silent
from fbrecon.sync.report import SyncReport
from tests.rules.conftest import SetStage
from tests.rules.stage import Stage


@pytest.fixture
def stage(set_stage: SetStage) -> Stage:
    """A platform that keeps numbers: the same ones come up in both businesses."""
    return set_stage(keep_numbers=True)


@pytest.fixture
def second(stage: Stage) -> CompanyDesk:
    """Another business of the same person, added without a further sign-in."""
    desk = stage.desk.open_company(None)
    (business,) = stage.desk.list_addable_businesses()
    desk.choose_business(business.id)
    key = stage.sandbox.announcement["platform"]
    with pytest.raises(Refused, match="same platform key"):
        desk.connect_platform(key["client_id"], key["client_secret"])
    desk.connect_platform(key["client_id"], key["client_secret"], share=True)
    desk.set_mode(Mode.WRITE)
    return desk


def other_books(stage: Stage) -> Books:
    main = stage.books.account_id
    return next(
        stage.sandbox.state.books[m.account_id]
        for m in stage.sandbox.state.memberships
        if m.account_id not in (None, main) and m.role != "client"
    )


def sync(desk: CompanyDesk) -> SyncReport:
    return desk.sync(CancelToken(), silent)


def token_calls(stage: Stage) -> int:
    paths = [f"{v['method']} {v['path']}" for v in stage.state()["requests"]]
    return paths.count("POST /auth/oauth/token")


def test_one_sign_in_serves_all_businesses_and_each_has_a_file_of_its_own(
    stage: Stage, second: CompanyDesk
) -> None:
    assert token_calls(stage) == 1
    found = {c.slug: c for c in stage.desk.list_companies()}
    assert sorted(found) == ["harborlight-technology-services", "quayside-print-cooperative"]
    assert {c.business.name for c in found.values() if c.business} == {
        "Harborlight Technology Services",
        "Quayside Print Cooperative",
    }
    files = sorted(p.parent.name for p in stage.folder.glob("companies/*/company.db"))
    assert files == sorted(found)
    # The switcher leads from each to the other, and back to the same desk.
    assert stage.desk.open_company("quayside-print-cooperative") is second
    assert second.open_company("harborlight-technology-services") is stage.desk
    assert stage.desk.list_addable_businesses() == []


def test_they_sync_side_by_side_and_never_touch_each_others_rows(
    stage: Stage, second: CompanyDesk
) -> None:
    mine = stage.invoice("100.00")
    theirs = stage.invoice_in(other_books(stage), "100.00")
    numbers = stage.books.invoices[mine].number, other_books(stage).invoices[theirs].number
    assert numbers[0] == numbers[1], "both count from one"
    reports: dict[str, SyncReport] = {}

    def run(name: str, desk: CompanyDesk) -> None:
        reports[name] = sync(desk)
        desk.company.close()

    threads = [
        threading.Thread(target=run, args=(name, desk))
        for name, desk in (("mine", stage.desk), ("theirs", second))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {name: report.outcome for name, report in reports.items()} == {
        "mine": "ok",
        "theirs": "ok",
    }
    there = stage.state()["platform"]["invoices"]
    assert len(there) == 2
    copies = {
        "mine": stage.row(mine).platform_invoice_id,
        "theirs": second.invoice_rows([theirs])[0].platform_invoice_id,
    }
    assert set(copies.values()) == {row["id"] for row in there}
    stage.pay_copy(str(copies["theirs"]))
    for _ in range(2):
        stage.advance(3600)
        assert sync(stage.desk).outcome == sync(second).outcome == "ok"
    assert stage.recorded(mine) == []
    assert [p.invoice_id for p in other_books(stage).payments.values()] == [theirs]
    assert stage.kinds() == []
    assert second.list_attention() == []
    assert len(stage.state()["platform"]["invoices"]) == 2, "a copy of the one is none of the other"


def test_removing_a_company_leaves_the_other_signed_in_and_it_can_come_back(
    stage: Stage, second: CompanyDesk
) -> None:
    theirs = stage.invoice_in(other_books(stage), "70.00")
    sync(second)
    second.remove_company("harborlight-technology-services")
    assert [c.slug for c in second.list_companies()] == ["quayside-print-cooperative"]
    assert not (stage.folder / "companies" / "harborlight-technology-services").exists()
    stage.advance(3600)
    assert sync(second).outcome == "ok"
    assert second.status().freshbooks is ConnectionState.CONNECTED
    assert second.invoice_rows([theirs])[0].platform == "listed"
    assert [b.name for b in second.list_addable_businesses()] == ["Harborlight Technology Services"]
    back = second.open_company(None)
    back.choose_business(second.list_addable_businesses()[0].id)
    assert token_calls(stage) == 1
    stage.desk = back
