"""The main job by the command line, end to end, with processes only."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from tests.e2e.journey import Cli
from tests.e2e.mirror import assert_equal_to_the_service


def test_a_payment_collected_on_the_platform_closes_its_invoice_once(connected: Cli) -> None:
    cli = connected
    chart = cli.run("accounts", "--json").json
    bank = next(a["id"] for a in chart["accounts"] if "Checking" in a["name"])
    chosen = cli.run(
        "accounts",
        "set",
        "--create-undeposited-funds",
        "Undeposited Funds",
        "--bank",
        bank,
        "--create-fees",
        "Platform Fees",
        "--json",
    )
    assert chosen.code == 0, chosen.err
    roles = chosen.json["roles"]
    names = {a["uuid"]: a["name"] for a in cli.state()["freshbooks"]["ledger_accounts"]}
    assert names[roles["undeposited_funds"]] == "Undeposited Funds"
    assert names[roles["fees"]] == "Platform Fees"

    assert cli.run("settings", "mode", "write", "--json").json["value"] == "write"
    first = cli.run("sync", "--json")
    assert first.code == 0, first.err
    assert first.json["outcome"] == "ok"
    assert_equal_to_the_service(cli.home, cli.state())
    assert cli.run("status", "--json").json["freshbooks"]["state"] == "connected"
    for counts in first.json["resources"].values():
        parts = ("new", "changed", "unchanged", "skipped", "failed")
        assert counts["seen"] == sum(counts[part] for part in parts)

    on_platform = [
        row
        for row in cli.run("list", "invoices", "--json").rows
        if row["platform_invoice_id"] and row["currency"] == "USD"
    ]
    assert first.json["pushed"]["invoices"] >= len(on_platform) > 2
    assert_platform_equals_books(cli.state(), on_platform)
    paid, fee_on_top, part_paid = on_platform[:3]
    cli.control("pay", invoice=paid["platform_invoice_id"])
    cli.control(
        "pay", invoice=fee_on_top["platform_invoice_id"], fee="3.00", fee_paid_by="customer"
    )
    cli.control("pay", invoice=part_paid["platform_invoice_id"], amount="1.23", method="ach")

    second = cli.run("sync", "--json")
    assert second.code == 0, second.err
    assert second.json["postings"]["posted"] == 3
    state = cli.state()
    assert_paid_once(state, paid, paid["outstanding"])
    assert_paid_once(state, fee_on_top, fee_on_top["outstanding"])
    assert_paid_once(state, part_paid, "1.23")
    assert_equal_to_the_service(cli.home, state)

    third = cli.run("sync", "--json")
    assert third.json["postings"] == dict.fromkeys(third.json["postings"], 0)
    assert third.json["pushed"] == {"customers": 0, "invoices": 0, "replaced": 0}
    assert cli.state()["freshbooks"]["payments"] == state["freshbooks"]["payments"]

    listed = {row["invoice_number"]: row for row in cli.run("list", "payments", "--json").rows}
    mine = listed[paid["number"]]
    assert (mine["state"], mine["posting_state"], mine["amount"]) == (
        "posted",
        "verified",
        paid["outstanding"],
    )
    cli.control("payout")
    assert cli.run("sync", "--json").json["resources"]["payouts"]["new"] == 1
    [payout] = cli.run("list", "payouts", "--json").rows
    assert payout["difference"] == "0.00"
    assert len(payout["payments"]) == 3
    assert_reported(cli, payout)


def assert_reported(cli: Cli, payout: dict[str, Any]) -> None:
    """The reports of the time hold the payout, in each form that is filed."""
    folder, on = cli.home.parent, payout["arrival_date"]
    words = ["report", "reconciliation", "--from", "2020-01-01", "--to", on]
    path = folder / "report.json"
    assert cli.run(*words, "--output", str(path), "--json").json == {"file": str(path)}
    told = json.loads(path.read_bytes())
    tables = {table["key"]: table["rows"] for table in told["tables"]}
    [row] = [row for row in tables["payouts"] if row["row"] == "row"]
    assert (row["cells"]["id"], row["cells"]["net"]) == (payout["id"], payout["net"])
    lines = {row["key"]: row["cells"]["amount"] for row in tables["statement"]}
    moved = sum(Decimal(v) for k, v in lines.items() if k not in ("opening", "closing"))
    assert Decimal(lines["opening"]) + moved == Decimal(lines["closing"])
    paper = folder / "activity"
    done = cli.run("report", "activity", *words[2:], "--format", "pdf", "--output", str(paper))
    assert done.code == 0, done.err
    assert paper.read_bytes().startswith(b"%PDF")


def assert_paid_once(state: dict[str, Any], invoice: dict[str, Any], amount: str) -> None:
    """Exactly one payment of ours, of that sum, on that invoice."""
    found = [
        p
        for p in state["freshbooks"]["payments"]
        if str(p["invoiceid"]) == invoice["freshbooks_id"] and "FBR-" in (p["note"] or "")
    ]
    assert [p["amount"]["amount"] for p in found] == [amount]
    [row] = [i for i in state["freshbooks"]["invoices"] if str(i["id"]) == invoice["freshbooks_id"]]
    left = int(invoice["outstanding"].replace(".", "")) - int(amount.replace(".", ""))
    assert int(row["outstanding"]["amount"].replace(".", "")) == left


def assert_platform_equals_books(state: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    """What stands on the platform is exactly what is outstanding, in dollars."""
    totals = {i["id"]: str(i["total"]) for i in state["platform"]["invoices"]}
    for row in rows:
        assert f"{float(totals[row['platform_invoice_id']]):.2f}" == row["outstanding"]


def test_while_reading_only_nothing_is_written_anywhere(connected: Cli) -> None:
    before = connected.state()
    report = connected.run("sync", "--json").json
    assert report["outcome"] == "ok"
    assert report["pushed"] == {"customers": 0, "invoices": 0, "replaced": 0}
    after = connected.state()
    assert after["freshbooks"] == before["freshbooks"]
    assert after["platform"] == before["platform"]
    kinds = [row["kind"] for row in connected.run("list", "attention", "--json").rows]
    assert kinds == ["mode_question"]


def test_the_demonstration_does_the_whole_job_and_prints_the_proof(cli: Cli) -> None:
    done = cli.run("demo", "--headless", "--json")
    assert done.code == 0, done.err
    found = done.json
    assert found["status"]["freshbooks"]["state"] == "connected"
    told = found["reconciliation"]
    assert told["payments"] == told["posted"] == told["matched"] > 0
    [payout] = told["payouts"]
    assert payout["difference"] == "0.00"
    hundredths = {k: int(payout[k].replace(".", "")) for k in ("net", "gross", "fees")}
    assert hundredths["net"] == hundredths["gross"] - hundredths["fees"]
