"""What scripts rely on: the keys, types and spellings of everything that `--json` prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.e2e.journey import Answer, Cli, sandbox_process

MONEY = re.compile(r"-?\d+\.\d\d")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
COUNTS = ("new", "changed", "unchanged", "skipped", "failed")
JOURNAL = {"account", "debit", "credit"}
NOTHING_POSTED = dict.fromkeys(("posted", "adopted", "held", "uncertain", "failed"), 0)


@pytest.fixture(scope="module")
def cli(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cli]:
    """The platform's other dialect; two payments and one payout are recorded and tied."""
    home = tmp_path_factory.mktemp("a user's files") / "the home"
    with sandbox_process("--invoices", "60", "--seed", "11", "--dialect", "b") as told:
        cli = Cli(home, told)
        choices = cli.connect_freshbooks("--json").rows[-1]["choose_business"]
        business = next(c for c in choices if c["role"] == "owner")
        kept = cli.run("connect", "freshbooks", "--business", business["id"], "--json")
        assert kept.json["business"].items() >= business.items()
        assert cli.run("connect", "platform", "--json").json == {"connected": True}
        yield cli


@pytest.fixture(scope="module")
def first(cli: Cli) -> Answer:
    """The first sync that may write."""
    cli.run("settings", "mode", "write")
    return cli.run("sync", "--json")


@pytest.fixture(scope="module")
def paid(cli: Cli, first: Answer) -> dict[str, str]:
    """Payments by what is special about them, recorded; one has a word that nobody knows."""
    assert first.code == 0, first.err
    rows = [r for r in cli.run("list", "invoices", "--json").rows if r["platform_invoice_id"]]
    card, ach, odd = (row["platform_invoice_id"] for row in rows[:3])
    made = {
        "on top": cli.control("pay", invoice=card, fee="3.00", fee_paid_by="customer"),
        "ach": cli.control("pay", invoice=ach, amount="1.23", method="ach"),
        "odd": cli.control("pay", invoice=odd),
    }
    ids = {name: f"pay_{answer['payment_id']}" for name, answer in made.items()}
    cli.control("edit", kind="platform_payment", id=ids["odd"][4:], status="wobbly")
    assert cli.run("sync", "--json").json["postings"] == {**NOTHING_POSTED, "posted": 2}
    return ids


def test_a_sync_counts_everything_once(first: Answer) -> None:
    told = first.json
    assert told["outcome"] == "ok"
    assert TIME.fullmatch(told["started_at"])
    assert TIME.fullmatch(told["finished_at"])
    assert set(told["requests"]) == {"freshbooks", "platform"}
    assert set(told["daily_requests"]) == set(told["requests"])
    assert set(told["resources"]) >= {
        *("customers", "invoices", "lines", "freshbooks_payments"),
        *("platform_payments", "payouts", "accounts"),
    }
    for counts in told["resources"].values():
        assert set(counts) == {"seen", *COUNTS}
        assert counts["seen"] == sum(counts[name] for name in COUNTS)
    assert set(told["pushed"]) == {"customers", "invoices", "replaced"}
    assert told["postings"] == NOTHING_POSTED
    assert (told["attention"], told["problems"]) == (0, [])


def test_only_open_invoices_in_dollars_are_collected(cli: Cli, first: Answer) -> None:
    assert first.code == 0
    rows = cli.run("list", "invoices", "--json").rows
    for row in rows:
        assert row.keys() >= {
            *("id", "freshbooks_id", "number", "customer", "customer_id", "currency", "total"),
            *("outstanding", "paid", "create_date", "due_date", "status", "vis_state", "lines"),
            *("platform_invoice_id", "frozen"),
        }
        assert row["status"] in {"draft", "open", "partial", "paid", "disputed"}
        assert all(MONEY.fullmatch(row[name]) for name in ("total", "outstanding", "paid"))
        assert DAY.fullmatch(row["create_date"])
        collectable = (
            row["status"] in {"open", "partial"}
            and row["currency"] == "USD"
            and row["vis_state"] == "active"
        )
        assert (row["platform_invoice_id"] is not None) <= collectable, row
    for row in cli.run("list", "customers", "--json").rows:
        assert row.keys() >= {
            *("id", "freshbooks_id", "name", "email", "currency", "vis_state"),
            "platform_customer_id",
        }


def test_payments_are_listed_with_both_sides_and_ids_are_unique(
    cli: Cli, paid: dict[str, str]
) -> None:
    rows = {row["id"]: row for row in cli.run("list", "payments", "--json").rows}
    for name in ("on top", "ach"):
        row = rows[paid[name]]
        assert (row["state"], row["platform_state"]) == ("posted", "succeeded")
        assert row["posting_state"] == "verified"
        assert (row["freshbooks_payment_id"], row["currency"]) == (str(row[_BOOK]), "USD")
        assert MONEY.fullmatch(row["amount"])
        assert DAY.fullmatch(row["date"])
    assert rows[paid["ach"]]["amount"] == "1.23"
    odd = rows[paid["odd"]]
    assert (odd["state"], odd["platform_state"], odd["posting_state"]) == (
        "held",
        "unknown",
        "none",
    )
    ids = list(rows)
    for kind in ("invoices", "customers", "payouts", "attention", "activity"):
        ids += [row["id"] for row in cli.run("list", kind, "--json").rows]
    assert len(ids) == len(set(ids))
    assert {name.split("_")[0] for name in ids} <= {"inv", "pay", "cus", "out", "att", "act"}


_BOOK = "freshbooks_payment_id"


def test_a_word_that_nobody_knows_is_asked_about_and_then_understood(
    cli: Cli, paid: dict[str, str]
) -> None:
    asked = [r for r in cli.run("list", "attention", "--json").rows if r["subject"] == "wobbly"]
    assert [row["kind"] for row in asked] == ["unknown_word"]
    assert asked[0].keys() >= {"id", "title", "message", "hint", "since", "link"}
    assert TIME.fullmatch(asked[0]["since"])
    assert cli.run("approve", asked[0]["id"], "--with", "certainly").code == 2
    assert cli.run("approve", asked[0]["id"], "--with", "succeeded", "--json").code == 0
    assert cli.run("sync", "--json").json["postings"] == {**NOTHING_POSTED, "posted": 1}
    answered = cli.run("dismiss", asked[0]["id"])
    assert (answered.code, answered.out) == (1, "")
    listed = {row["id"]: row for row in cli.run("list", "payments", "--json").rows}
    assert listed[paid["odd"]]["state"] == "posted"


def test_payouts_are_tied_and_a_return_is_told(cli: Cli, paid: dict[str, str]) -> None:
    cli.control("payout", payment_ids=[paid["on top"][4:], paid["ach"][4:]])
    cli.run("sync")
    [payout] = cli.run("list", "payouts", "--json").rows
    assert payout.keys() >= {"platform_payout_id", "state", "bank_line_id"}
    assert (payout["deposit"]["state"], payout["deposit"]["journal"]) == ("off", [])
    assert all(line.keys() == JOURNAL for line in payout["deposit"]["to_type_in"])
    assert (payout["currency"], payout["difference"]) == ("USD", "0.00")
    assert set(payout["payments"]) == {paid["on top"], paid["ach"]}
    gross, fees, net = (int(payout[k].replace(".", "")) for k in ("gross", "fees", "net"))
    assert gross - fees == net

    cli.control("return", payment_id=paid["ach"][4:])
    cli.control("payout", payment_ids=[])  # what the bank took back is all it is made of
    assert cli.run("sync", "--json").json["postings"] == NOTHING_POSTED
    [back] = [r for r in cli.run("list", "attention", "--json").rows if r["subject"] == paid["ach"]]
    assert back["kind"] == "payment_failed_after_posting"
    newest = [r for r in cli.run("list", "payouts", "--json").rows if r["id"] != payout["id"]]
    assert [(row["currency"], row["difference"]) for row in newest] == [("USD", "0.00")]
    assert cli.run("sync", "--json").json["postings"] == NOTHING_POSTED


def test_a_sync_of_payments_that_finds_nothing_makes_one_request_a_resource(
    cli: Cli, paid: dict[str, str]
) -> None:
    cli.run("sync", "--json")
    told = cli.run("sync", "--only", "payments", "--json").json
    assert told["requests"] == {"freshbooks": 1, "platform": 2}
    assert told["daily_requests"] == {"freshbooks": 0, "platform": 0}


def test_status_companies_and_doctor_have_their_fields(cli: Cli, first: Answer) -> None:
    assert first.code == 0
    status = cli.run("status", "--json").json
    assert status["freshbooks"]["state"] == "connected"
    assert status["freshbooks"]["history"] == {"last_12_months": "done", "all": "done"}
    assert status["platform"]["state"] == "connected"
    for name, minutes in {"invoices": 60, "customers": 60, "lines": 60, "payments": 5}.items():
        item = status["schedule"][name]
        assert item["every_minutes"] == minutes
        assert TIME.fullmatch(item["last_success_at"])
        assert TIME.fullmatch(item["next_run_at"])
    assert set(status["counts"]) >= {
        *("invoices", "lines", "customers", "freshbooks_payments", "platform_payments", "payouts")
    }
    assert status["roles"].keys() >= {"undeposited_funds", "bank", "fees"}
    assert (status["mode"], type(status["attention"])) == ("write", int)
    for row in status["clearing"]:
        assert set(row) >= {"currency", "expected", "proven", "difference", "balance", "buckets"}
    [company] = cli.run("companies", "--json").json["companies"]
    assert company.keys() >= {"slug", "business", "state", "attention"}
    checks: list[dict[str, Any]] = cli.run("doctor", "--json").json["checks"]
    assert all(set(check) == {"name", "ok", "detail"} and check["ok"] for check in checks)
