"""What scripts rely on when something is wrong: exit codes, one line on stderr, nothing changed."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.journey import Answer, Cli, sandbox_process


@pytest.fixture(scope="module")
def cli(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cli]:
    """FreshBooks is connected; nothing is synced."""
    with sandbox_process("--invoices", "60", "--seed", "11") as told:
        cli = Cli(tmp_path_factory.mktemp("home"), told)
        assert_refused(cli.run("settings", "colour"), 2, "no such setting")
        assert_refused(cli.run("settings", "mode"), 3, "not connected")
        assert_refused(
            cli.run("disconnect", "platform"), 3, "The platform is", "the platform first"
        )
        [choice, *_] = cli.connect_freshbooks("--json").rows[-1]["choose_business"]
        assert cli.run("connect", "freshbooks", "--business", choice["id"]).code == 0
        yield cli


def assert_refused(answer: Answer, code: int, *words: str) -> None:
    """Nothing on stdout, one line with these words on stderr."""
    assert (answer.code, answer.out) == (code, ""), answer
    assert len(answer.err.splitlines()) == 1, answer.err
    for word in words:
        assert word in answer.err, answer.err


def test_an_account_cannot_take_two_roles_not_even_by_two_commands(cli: Cli) -> None:
    accounts = {a["name"]: a["id"] for a in cli.run("accounts", "--json").json["accounts"]}
    checking = accounts["Business Checking"]
    chosen = cli.run("accounts", "set", "--bank", checking, "--json").json["roles"]
    for words in (
        ("--undeposited-funds", checking),
        ("--fees", accounts["Accounts Receivable"]),
        ("--bank", accounts["Cash"]),
        ("--bank", ""),
        ("--create-fees", ""),
        ("--create-undeposited-funds", "Business Checking"),
        ("--create-fees", "Made", "--undeposited-funds", "no-such-id"),
    ):
        assert_refused(cli.run("accounts", "set", *words, "--json"), 2, "Nothing was changed")
    after = cli.run("accounts", "--json").json
    assert after["roles"] == chosen
    assert {a["id"] for a in after["accounts"]} == set(accounts.values())


def test_a_day_is_kept_the_one_way_it_is_promised(cli: Cli) -> None:
    before = cli.run("settings", "post_since", "--json").json
    assert before["value"] == before["default"]
    changed = cli.run("settings", "post_since", "20260131", "--json").json
    assert changed == {**before, "value": "2026-01-31"}
    assert_refused(cli.run("settings", "post_since", "soon"), 2, "Nothing was changed")


def test_approvals_that_contradict_themselves_are_refused(cli: Cli) -> None:
    for words in (
        ("pay_1", "--all"),
        ("pay_1", "--before", "2026-01-31"),
        ("pay_1", "pay_2", "--with", "pay_book_1"),
        ("--all", "--with", "pay_book_1"),
    ):
        assert_refused(cli.run("approve", *words), 2, "Nothing was changed")


def test_what_a_report_counts_apart_can_be_named(cli: Cli) -> None:
    named = cli.run("sync", "--only", "payouts", "--only", "freshbooks_payments", "--json")
    assert named.code == 0, named.err
    assert named.json["resources"]["freshbooks_payments"]["seen"] > 0
    assert_refused(cli.run("sync", "--only", "payments", "--only", "weather"), 2, "weather")


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_sync_that_is_stopped_says_so_in_json(cli: Cli) -> None:
    cli.control("fault", match="invoices/invoices", kind="delay", seconds=1, times=-1)
    command = [sys.executable, "-m", "fbrecon", "sync", "--full", "--json"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=cli.environment(),
    ) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if "Invoices" in line:
                process.send_signal(signal.SIGINT)
                break
        out, _ = process.communicate(timeout=60)
    cli.control("fault", clear=True)
    assert (process.returncode, json.loads(out)["outcome"]) == (1, "cancelled")
    assert cli.run("sync", "--json").json["outcome"] == "ok"


def test_a_check_that_fails_is_told_on_stderr_too(cli: Cli) -> None:
    other = Cli(cli.home, cli.sandbox, {"FBRECON_PASSPHRASE": "wrong"})
    told = other.run("doctor", "--json")
    assert (told.code, len(told.err.splitlines())) == (1, 1)
    bad = {check["name"] for check in told.json["checks"] if not check["ok"]}
    assert "secrets store" in bad
    assert "passphrase" in told.err


def test_names_reach_a_terminal_that_knows_no_unicode(cli: Cli) -> None:
    other = Cli(cli.home, cli.sandbox, {"PYTHONIOENCODING": "ascii"})
    told = subprocess.run(
        [sys.executable, "-m", "fbrecon", "status"],
        capture_output=True,
        env=other.environment(),
        check=False,
    )
    assert (told.returncode, told.stderr) == (0, b"")
    assert "FreshBooks" in told.stdout.decode()


@pytest.mark.parametrize("place", ["a file", "a file/below", "log is a file"])
def test_a_home_that_cannot_be_used_is_named(tmp_path: Path, place: str) -> None:
    (tmp_path / "a file").touch()
    (tmp_path / "log is a file").mkdir()
    (tmp_path / "log is a file" / "logs").touch()
    told = subprocess.run(
        [sys.executable, "-m", "fbrecon", "--home", str(tmp_path / place), "status", "--json"],
        capture_output=True,
        text=True,
        env={k: v for k, v in os.environ.items() if not k.startswith("FBRECON_")},
        check=False,
    )
    answer = Answer(told.returncode, told.stdout, told.stderr)
    assert_refused(answer, 1, str(tmp_path), "FBRECON_HOME")


def test_a_sandbox_that_cannot_be_as_asked_says_so() -> None:
    def sandbox(*words: str) -> Answer:
        command = [sys.executable, "-m", "fbrecon", "sandbox", *words]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        return Answer(done.returncode, done.stdout, done.stderr)

    for words in (("--invoices", "-1"), ("--port", "99999"), ("--latency-ms", "-1")):
        assert sandbox(*words).code == 2
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert_refused(sandbox("--port", port), 1, port, "another port")
