"""All companies at a glance: what the list says of each agrees with that company's own status."""

from __future__ import annotations

from datetime import timedelta

import pytest

from fbrecon.app.company import Company
from fbrecon.app.company_table import CompanyTable
from fbrecon.app.views import ClearingView, CompanySummary, ConnectionState, RunView, TableQuery
from fbrecon.domain.business import Business
from fbrecon.domain.glances import FileState
from fbrecon.domain.money import Money
from fbrecon.errors import Unreachable
from tests.app.bench import Home
from tests.fakes.fake_clock import NOW


def _seen(home: Home) -> CompanySummary:
    slug = home.desk.slug
    return next(one for one in home.desk.list_companies() if one.slug == slug)


def _agree(home: Home) -> CompanySummary:
    """The look from outside and the company's own status say the same."""
    seen, status = _seen(home), home.desk.status()
    assert (seen.business, seen.state, seen.platform) == (
        status.business,
        status.freshbooks,
        status.platform,
    )
    assert seen.attention == status.attention
    assert _sums(seen.clearing) == _sums(status.clearing)
    if status.last_run is not None:
        assert seen.last_run is not None
        assert (seen.last_run.id, seen.last_run.outcome, seen.last_run.finished_at) == (
            status.last_run.id,
            status.last_run.outcome,
            status.last_run.finished_at,
        )
    return seen


def _sums(rows: tuple[ClearingView, ...]) -> list[tuple[object, ...]]:
    return [(row.currency, row.expected, row.proven, row.difference) for row in rows]


def test_it_agrees_with_the_status_on_the_way_from_connecting_to_being_in_step(home: Home) -> None:
    home.sign_in()
    assert _agree(home).state is ConnectionState.PENDING
    home.desk.connect_platform("key-1", "secret")
    assert _agree(home).last_run is None
    home.sync()
    seen = _agree(home)
    assert seen.state is ConnectionState.CONNECTED
    assert seen.attention == 1, "whether the platform's own link is off"
    assert seen.last_success_at == home.clock.now()
    home.desk.disconnect("freshbooks")
    assert _agree(home).state is ConnectionState.NOT_CONNECTED


@pytest.mark.loud
def test_a_lost_sign_in_and_a_failed_sync_are_told(connected: Home) -> None:
    connected.sync()
    connected.doors.wrong_keys.add("key-1")
    connected.sync()
    seen = _agree(connected)
    assert seen.platform is ConnectionState.RECONNECT
    assert seen.attention == 1

    def broken(what: str, number: int) -> None:
        raise Unreachable("Out of reach", "FreshBooks does not answer.")

    connected.books.on_read = broken
    connected.clock.advance(60)
    connected.sync()
    seen = _agree(connected)
    assert seen.last_run is not None
    assert seen.last_run.outcome != "ok"
    assert seen.last_success_at == connected.clock.now() - timedelta(seconds=60)


def test_what_a_sync_moved_is_kept_as_what_undeposited_funds_came_to(connected: Home) -> None:
    connected.paid(10_000)
    connected.paid(2_500)
    connected.sync()
    (row,) = _agree(connected).clearing
    assert (str(row.expected), row.proven, row.difference) == ("125.00 USD", None, None)


def test_a_sync_that_moved_nothing_reckons_nothing(
    connected: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    connected.paid(10_000)
    connected.sync()
    connected.sync()
    reckoned: list[Company] = []

    def clearing(company: Company) -> tuple[ClearingView, ...]:
        reckoned.append(company)
        return ()

    monkeypatch.setattr("fbrecon.app.at_a_glance.clearing", clearing)
    connected.sync()
    assert reckoned == []
    connected.books.add_invoice(700)
    connected.sync()
    assert len(reckoned) == 1


def test_what_is_approved_waits_to_be_written(connected: Home) -> None:
    connected.desk.change_setting("auto_post", "off")
    connected.paid(10_000)
    connected.sync()
    assert _agree(connected).waiting == 0, "a person is asked first"
    (row,) = connected.desk.list_attention()
    connected.desk.approve(row.id)
    assert _agree(connected).waiting == 1
    connected.sync()
    assert _agree(connected).waiting == 0


def test_no_other_company_is_opened_for_it(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    home.sign_in()
    home.sync()
    home.desk.company.close()
    fresh = home.new_desk(None)

    def refuse(slug: str, **_words: object) -> None:
        raise AssertionError(slug)

    monkeypatch.setattr(home.shelf, "open", refuse)
    (seen,) = fresh.list_companies()
    assert seen.state is ConnectionState.CONNECTED


def test_a_company_of_other_services_and_an_empty_one_say_so(home: Home) -> None:
    home.sign_in()
    home.shelf.open("empty").close()
    home.doors.freshbooks_api = "http://127.0.0.1:9"
    found = {one.slug: one.problem for one in home.desk.list_companies()}
    assert "belongs to another service" in found["harbor-light"]
    assert "is empty" in found["empty"]


def test_a_damaged_one_has_the_name_that_its_copy_knows(home: Home) -> None:
    home.sign_in()
    home.sync()
    home.desk.company.close()
    file = home.folder / "companies" / "harbor-light" / "company.db"
    for beside in file.parent.glob("company.db*"):
        beside.write_bytes(b"\xa5" * 5000)
    (seen,) = home.new_desk(None).list_companies()
    assert seen.business is not None
    assert seen.business.name == "Harbor Light"
    assert (seen.file, seen.damaged) == (FileState.DAMAGED, True)


# ---- the table


def _company(name: str, attention: int = 0, **said: object) -> CompanySummary:
    business = Business(name, name, name, name, "owner", "UTC")
    slug = name.lower().replace(" ", "-")
    return CompanySummary(slug, business, ConnectionState.CONNECTED, attention, **said)  # type: ignore[arg-type]


def _off(minor: int, currency: str = "USD") -> ClearingView:
    return ClearingView(
        currency, Money(0, currency), Money(minor, currency), Money(minor, currency)
    )


FAILED = RunView("run_1", "failed", NOW, NOW, "The sync failed.")
OK = RunView("run_1", "ok", NOW - timedelta(hours=1), NOW - timedelta(hours=1), "In step.")
ALL = [
    _company("Ash", last_run=OK),
    _company("birch", attention=2),
    _company("Cedar", last_run=FAILED),
    _company("Damson", problem="It is damaged.", file=FileState.DAMAGED),
    _company("Elder", attention=7),
    _company("Fir Tree", clearing=(_off(0), _off(-250, "CAD"))),
]


def _order(**words: object) -> list[str]:
    return CompanyTable(lambda: ALL).keys(TableQuery(**words))  # type: ignore[arg-type]


def test_what_needs_somebody_most_comes_first() -> None:
    assert _order(sort="attention", descending=True) == [
        "damson",
        "cedar",
        "elder",
        "birch",
        "fir-tree",
        "ash",
    ]


@pytest.mark.parametrize(
    ("sort", "descending", "first"),
    [("name", False, "ash"), ("difference", True, "fir-tree"), ("synced", True, "cedar")],
)
def test_it_can_be_in_another_order(sort: str, descending: bool, first: str) -> None:
    assert _order(sort=sort, descending=descending)[0] == first


@pytest.mark.parametrize(
    ("status", "found"),
    [
        ("needs_you", ["birch", "cedar", "damson", "elder"]),
        ("trouble", ["cedar", "damson"]),
        ("difference", ["fir-tree"]),
        ("", ["ash", "birch", "cedar", "damson", "elder", "fir-tree"]),
    ],
)
def test_it_can_be_narrowed(status: str, found: list[str]) -> None:
    assert _order(sort="name", status=status) == found


@pytest.mark.parametrize("text", ["fir", "FIR tr", "tree fir", "fir-t"])
def test_each_word_of_a_search_is_somewhere_in_the_name(text: str) -> None:
    assert _order(sort="name", text=text) == ["fir-tree"]


def test_rows_are_those_that_were_looked_at_with_the_keys() -> None:
    looks: list[int] = []

    def look() -> list[CompanySummary]:
        looks.append(1)
        return ALL

    table = CompanyTable(look)
    keys = table.keys(TableQuery("name"))
    assert [row.slug for row in table.rows([*keys[:2], "gone"])] == ["ash", "birch"]
    assert len(looks) == 2, "once for the keys, once for the one that is not among them"
