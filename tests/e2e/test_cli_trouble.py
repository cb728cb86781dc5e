"""Bad input and a bad world: a sentence for a bookkeeper, an exit code, nothing lost."""

from __future__ import annotations

import pytest

from tests.e2e.journey import Answer, Cli
from tests.e2e.mirror import assert_equal_to_the_service


def assert_told(answer: Answer, code: int, *words: str) -> None:
    """One sentence on stderr with these words, no traceback, that exit code."""
    assert answer.code == code, answer
    assert "Traceback" not in answer.err
    for word in words:
        assert word in answer.err, answer.err


def test_denying_the_consent_says_so_and_connects_nothing(cli: Cli) -> None:
    assert_told(cli.connect_freshbooks(decision="deny"), 1, "Deny", "again")
    assert cli.run("companies", "--json").json == {"companies": []}


def test_a_wrong_state_is_refused(cli: Cli) -> None:
    assert_told(cli.connect_freshbooks(tamper=("state=", "state=x")), 1, "sign-in")


def test_an_address_on_a_foreign_host_is_refused(cli: Cli) -> None:
    foreign = cli.connect_freshbooks(tamper=("https://localhost/", "https://evil.example/"))
    assert_told(foreign, 1, "evil.example")


def test_a_sign_in_that_is_given_up_can_be_begun_again(cli: Cli) -> None:
    given_up = cli.run("connect", "freshbooks", stdin="")
    assert_told(given_up, 1, "given up", "again")
    assert cli.connect_freshbooks().code == 3


def test_a_business_that_cannot_be_used_is_named_with_the_reason(cli: Cli) -> None:
    cli.connect_freshbooks()
    assert_told(cli.run("connect", "freshbooks", "--business", "1"), 3, "does not cover")


def test_a_wrong_platform_key_is_told(connected: Cli) -> None:
    connected.extra["FBRECON_PLATFORM_CLIENT_SECRET"] = "wrong"
    assert_told(connected.run("connect", "platform"), 3, "key")


def test_syncing_before_connecting_asks_to_connect(cli: Cli) -> None:
    assert_told(cli.run("sync"), 3, "not connected")


def test_no_network_is_exit_4_and_nothing_is_lost(connected: Cli) -> None:
    assert connected.run("sync").code == 0
    connected.control("fault", match="accounting", kind="refuse", times=-1)
    answer = connected.run("sync", "--json")
    assert answer.code == 4, answer
    assert answer.json["outcome"] in ("partial", "failed")
    connected.control("fault", match=".*", kind="refuse", clear=True)
    assert connected.run("sync").code == 0
    assert_equal_to_the_service(connected.home, connected.state())


@pytest.mark.parametrize("kind", ["html", "502_html", "truncated", "error_200", "500"])
def test_a_service_that_answers_nonsense_ends_in_a_sentence(connected: Cli, kind: str) -> None:
    connected.control("fault", match="invoices/invoices", kind=kind, times=-1)
    answer = connected.run("sync", "--json")
    assert answer.code in (0, 1, 4), answer
    assert "Traceback" not in answer.err
    problems = answer.json["problems"]
    assert any(problem["resource"] == "invoices" for problem in problems), answer.json
    connected.control("fault", match=".*", kind="html", clear=True)
    assert connected.run("sync").code == 0
    assert_equal_to_the_service(connected.home, connected.state())


def test_an_odd_row_is_set_aside_and_the_rest_goes_in(connected: Cli) -> None:
    connected.control("fault", match="invoices/invoices", kind="odd_row", times=-1)
    answer = connected.run("sync", "--json").json
    assert answer["outcome"] == "ok"
    assert answer["resources"]["invoices"]["failed"] >= 1
    assert answer["resources"]["invoices"]["new"] > 50
    assert any(problem["problem"] for problem in answer["problems"])
    assert "row_set_aside" in [r["kind"] for r in connected.run("list", "attention", "--json").rows]


def test_a_revoked_app_asks_for_a_new_sign_in_and_loses_nothing(connected: Cli) -> None:
    assert connected.run("sync").code == 0
    connected.control("fault", match="accounting|/auth/", kind="401", times=-1)
    answer = connected.run("sync", "--json")
    assert_told(answer, 3, "Sign in")
    assert answer.json["outcome"] == "failed"
    status = connected.run("status", "--json").json
    assert status["freshbooks"]["state"] == "reconnect"
    assert status["counts"]["invoices"] == 120
    kinds = [row["kind"] for row in connected.run("list", "attention", "--json").rows]
    assert "sign_in_again" in kinds
    connected.control("fault", match=".*", kind="401", clear=True)
    assert connected.connect_freshbooks().code == 0
    assert connected.run("sync").code == 0
    assert connected.run("status", "--json").json["freshbooks"]["state"] == "connected"


def test_wrong_words_are_exit_2(cli: Cli) -> None:
    assert cli.run("list", "nothing").code == 2
    assert_told(cli.run("sync", "--only", "weather"), 3, "not connected")
    assert cli.run("--company", "nobody", "status").code == 2


def test_another_base_url_is_refused_and_both_are_named(connected: Cli) -> None:
    connected.extra["FBRECON_PLATFORM_API"] = "http://127.0.0.1:9"
    told = connected.run("status")
    assert_told(told, 1, "127.0.0.1:9", connected.sandbox["platform_api"])


def test_plain_http_elsewhere_is_refused(cli: Cli) -> None:
    cli.extra["FBRECON_FRESHBOOKS_API"] = "http://api.freshbooks.com"
    assert cli.run("status").code == 2


def test_no_keyring_names_the_other_choices(cli: Cli) -> None:
    cli.extra["FBRECON_SECRETS"] = "keyring"
    told = cli.run("connect", "freshbooks", stdin="")
    assert_told(told, 1, "FBRECON_SECRETS")


def test_the_doctor_names_a_damaged_file(connected: Cli) -> None:
    [path] = connected.home.glob("companies/*/company.db")
    path.write_bytes(b"not a database at all, " * 100)
    told = connected.run("doctor", "--json")
    assert_told(told, 1, "damaged")
    [check] = told.json["checks"]
    assert (check["name"], check["ok"]) == ("company file", False)
