"""Where everything stands, told from the company file alone."""

from __future__ import annotations

from datetime import timedelta

import pytest

from fbrecon.app.settings import SETTINGS
from fbrecon.app.views import ConnectionState, HistoryState, TableQuery
from fbrecon.bootstrap import SECRET_VARIABLES, Environment
from fbrecon.errors import FbreconError, Unreachable, WrongUsage
from tests.app.bench import Home
from tests.sync.bench import Crash

PENDING, CONNECTED = ConnectionState.PENDING, ConnectionState.CONNECTED
WAITING, RUNNING, DONE = HistoryState.WAITING, HistoryState.RUNNING, HistoryState.DONE


def _stand(home: Home) -> tuple[ConnectionState, HistoryState, HistoryState]:
    status = home.desk.status()
    return status.freshbooks, status.last_12_months, status.all_history


def test_a_company_is_pending_until_all_history_is_there(connected: Home) -> None:
    books = connected.books
    books.add_invoice(100)
    books.add_invoice(100, on=connected.clock.now().date() - timedelta(days=900))
    seen = []

    def look(what: str, number: int) -> None:
        if what in ("invoices", "payments"):
            query = books.asked[-1][2]
            step = "history" if query.before_on else "recent" if query.from_on else "rest"
            seen.append((what, step, *_stand(connected)))

    assert _stand(connected) == (PENDING, WAITING, WAITING)
    books.on_read = look
    connected.sync()
    books.on_read = None
    assert ("invoices", "recent", PENDING, RUNNING, WAITING) in seen
    assert ("invoices", "history", PENDING, DONE, RUNNING) in seen
    assert _stand(connected) == (CONNECTED, DONE, DONE)


@pytest.mark.loud
def test_a_history_that_was_cut_off_is_pending_and_waits(connected: Home) -> None:
    books = connected.books
    books.add_invoice(100, on=connected.clock.now().date() - timedelta(days=900))

    def broken(what: str, number: int) -> None:
        if what == "invoices" and books.asked[-1][2].before_on is not None:
            raise Unreachable("Out of reach", "FreshBooks does not answer.")

    books.on_read = broken
    connected.sync()
    assert _stand(connected) == (PENDING, DONE, WAITING)
    books.on_read = None
    connected.sync()
    assert _stand(connected) == (CONNECTED, DONE, DONE)


def test_nothing_connected_is_said_so(home: Home) -> None:
    status = home.desk.status()
    assert status.freshbooks is status.platform is ConnectionState.NOT_CONNECTED
    assert (status.company, status.business, status.attention) == ("", None, 0)
    assert set(status.counts.values()) == {0}
    assert not home.desk.list_attention()
    assert not home.desk.payment_keys(TableQuery("date"))


def test_the_next_run_follows_from_the_last_success(connected: Home) -> None:
    assert {i.next_run_at for i in connected.desk.status().schedule} == {connected.clock.now()}
    connected.sync()
    at = connected.clock.now()
    connected.clock.advance(60)
    schedule = {item.key: item for item in connected.desk.status().schedule}
    assert set(schedule) == {"invoices", "customers", "lines", "payments"}
    assert schedule["payments"].next_run_at == at + timedelta(minutes=5)
    assert schedule["invoices"].next_run_at == at + timedelta(minutes=60)


def test_what_undeposited_funds_should_hold_is_the_sum_recorded(connected: Home) -> None:
    connected.paid(10_000)
    connected.paid(2_500)
    connected.sync()
    (row,) = connected.desk.status().clearing
    assert (str(row.expected), row.proven) == ("125.00 USD", None)


def test_a_crash_is_told_as_a_failed_run(connected: Home) -> None:
    connected.paid()

    def point(name: str) -> None:
        raise Crash(name)

    connected.reopen(point)
    with pytest.raises(Crash):
        connected.sync()
    run = connected.reopen().status().last_run
    assert run is not None
    assert run.outcome == "failed"


# ---- settings


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("mode", ["read", "write"], ["", "Write", "both"]),
        ("auto_post", ["certain", "off"], ["on", "always"]),
        ("post_since", ["2026-01-31"], ["", "31.1.2026", "2026-02-30", "yesterday"]),
        ("settle_after", ["1", "900", "86400"], ["0", "86401", "-5", "1.5", "²", ""]),
        ("invoices_every", ["5", "1440"], ["4", "1441", "an hour"]),
        ("payments_every", ["1", "1440"], ["0", "1441"]),
    ],
)
def test_a_setting_takes_only_what_fits(
    connected: Home, name: str, good: list[str], bad: list[str]
) -> None:
    for value in good:
        connected.desk.change_setting(name, value)
        assert connected.desk.setting(name) == value
    for value in bad:
        with pytest.raises(WrongUsage) as refused:
            connected.desk.change_setting(name, value)
        assert SETTINGS[name].expects in refused.value.message
        assert connected.desk.setting(name) == good[-1]


def test_an_unknown_setting_is_refused_with_all_names(connected: Home) -> None:
    for ask in (
        lambda: connected.desk.setting("colour"),
        lambda: connected.desk.change_setting("colour", "blue"),
    ):
        with pytest.raises(WrongUsage) as refused:
            ask()
        assert all(name in refused.value.message for name in SETTINGS)


def test_every_default_fits_its_own_setting(connected: Home) -> None:
    for name, setting in SETTINGS.items():
        value = connected.desk.setting(name)
        assert setting.check(value) is not None


def test_payout_entries_cannot_be_switched_on_where_none_are_written(connected: Home) -> None:
    if not connected.desk.can_record_deposits():
        with pytest.raises(FbreconError):
            connected.desk.change_setting("record_deposits", "on")
    assert connected.desk.setting("record_deposits") == "off"


# ---- the environment


def test_secrets_are_taken_out_of_the_environment(home: Home) -> None:
    environ = {name: f"secret-{name}" for name in SECRET_VARIABLES}
    environ |= {"FBRECON_HOME": str(home.folder), "PATH": "/bin"}
    environment = Environment.take(environ)
    assert environ == {"FBRECON_HOME": str(home.folder), "PATH": "/bin"}
    for name in SECRET_VARIABLES:
        assert environment.key(name) == f"secret-{name}"
    assert environment.home == home.folder


def test_an_empty_environment_means_the_real_services() -> None:
    environment = Environment.take({})
    assert environment.freshbooks_api == "https://api.freshbooks.com"
    assert environment.freshbooks_auth == "https://auth.freshbooks.com"
    assert environment.platform_api == "https://public-api.alternativepayments.io"
    assert environment.secrets == "keyring"
    assert environment.key("FBRECON_PASSPHRASE") == ""
    assert not environment.allow_unsandboxed_sign_in


@pytest.mark.parametrize("name", ["FRESHBOOKS_API", "FRESHBOOKS_AUTH", "PLATFORM_API"])
def test_plain_http_is_for_this_computer_only(name: str) -> None:
    Environment.take({f"FBRECON_{name}": "http://127.0.0.1:8080"})
    with pytest.raises(FbreconError):
        Environment.take({f"FBRECON_{name}": "http://books.example"})
