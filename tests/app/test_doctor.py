"""The doctor tries everything for real and prints no secret."""

from __future__ import annotations

import pytest

from fbrecon.app.doctor import Check, examine
from fbrecon.bootstrap import BackedUpStores
from fbrecon.errors import SignInAgain
from tests.app.bench import Home


def _checks(home: Home) -> dict[str, Check]:
    return {check.name: check for check in examine(home.desk)}


def test_all_is_well(connected: Home) -> None:
    connected.paid()
    connected.sync()
    checks = _checks(connected)
    assert [name for name, check in checks.items() if not check.ok] == []
    assert checks["company file"].detail == "sound"
    assert "keeper@example.com" in checks["FreshBooks"].detail
    assert "100.00 USD" in checks["clearing proof"].detail


def test_before_anything_is_connected_it_says_so(home: Home) -> None:
    checks = _checks(home)
    assert checks["company"].ok
    assert "No company" in checks["company"].detail


def test_what_is_not_connected_is_no_fault(home: Home) -> None:
    home.sign_in()
    assert _checks(home)["platform"].detail == "not connected"
    assert _checks(home)["platform"].ok


@pytest.mark.parametrize("service", ["FreshBooks", "platform"])
def test_what_does_not_work_is_told_with_what_to_do(connected: Home, service: str) -> None:
    connected.sync()

    def ended(what: str, which: object) -> None:
        raise SignInAgain("Sign in again", "It ended.", "Sign in on Home.")

    if service == "FreshBooks":
        connected.books.on_read = ended
    else:
        connected.platform.on_read = ended
    checks = _checks(connected)
    assert [name for name, check in checks.items() if not check.ok] == [service]
    assert checks[service].detail == "Sign in again. It ended. Sign in on Home."


def test_no_check_prints_a_secret(connected: Home) -> None:
    text = " ".join(check.detail for check in examine(connected.desk))
    assert "app-secret" not in text
    assert "secret" not in text.replace("secrets kept", "")


def test_a_damaged_file_is_told(connected: Home) -> None:
    stores = connected.desk.company.stores
    assert isinstance(stores, BackedUpStores)
    stores.file.sql("PRAGMA foreign_keys = OFF")
    stores.file.sql(
        "INSERT INTO allocation (payment_id, platform_invoice_id) VALUES ('nowhere', 'x')"
    )
    check = _checks(connected)["company file"]
    assert not check.ok
    assert "points nowhere" in check.detail
