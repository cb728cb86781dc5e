"""Each payment once: whatever else a person, a second process or a power cut does meanwhile."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import threading
from typing import Any

import pytest

from tests.e2e.journey import Cli


@pytest.fixture
def writing(connected: Cli) -> Cli:
    """Open invoices are on the platform."""
    connected.run("settings", "mode", "write")
    assert connected.run("sync").code == 0
    return connected


def test_what_a_person_recorded_while_it_waited_cannot_be_approved_any_more(
    writing: Cli,
) -> None:
    writing.run("settings", "auto_post", "off")
    [row, *_] = [r for r in on_platform(writing) if len(r["outstanding"]) > len("99.00")]
    paid = writing.control("pay", invoice=row["platform_invoice_id"], amount="20.00")
    assert writing.run("sync", "--json").json["attention"] == 1
    writing.control("book_payment", invoice=row["freshbooks_id"], amount="20.00")
    writing.run("settings", "mode", "read")
    assert writing.run("sync", "--json").json["postings"]["adopted"] == 1
    writing.run("settings", "mode", "write")
    assert writing.run("approve", "--all", "--json").out == ""
    assert writing.run("sync", "--json").json["postings"]["posted"] == 0
    [listed] = [r for r in payments(writing) if r["platform_payment_id"] == paid["payment_id"]]
    assert (listed["state"], listed["posting_state"]) == ("matched", "dropped")
    assert sums_on(writing, row) == ["20.00"]


def test_two_syncs_a_power_cut_and_a_lost_file_record_each_payment_once(writing: Cli) -> None:
    rows = on_platform(writing)[:4]
    for row in rows[:2]:
        writing.control("pay", invoice=row["platform_invoice_id"], amount="1.00")
    both = [start_sync(writing) for _ in range(2)]
    told = [json.loads(process.communicate(timeout=120)[0]) for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert told[0]["run"] == told[1]["run"]

    for row in rows[2:]:
        writing.control("pay", invoice=row["platform_invoice_id"], amount="1.00")
    writing.control(
        "fault", match="payments/payments", method="POST", kind="timeout_after", seconds=20
    )
    before = len(writing.state()["freshbooks"]["payments"])
    process = start_sync(writing)
    for _ in range(600):
        if len(writing.state()["freshbooks"]["payments"]) > before:
            break  # FreshBooks has it, and the answer never comes
        threading.Event().wait(0.05)
    process.kill()
    process.communicate()
    assert writing.run("sync", "--json").json["outcome"] == "ok"
    assert [sums_on(writing, row) for row in rows] == [["1.00"]] * 4

    [company] = writing.run("companies", "--json").json["companies"]
    shutil.rmtree(writing.home / "companies" / company["slug"])
    again = writing.connect_freshbooks("--business", company["business"]["id"])
    assert again.code == 0, again.err
    assert writing.run("connect", "platform").code == 0
    writing.run("settings", "mode", "write")
    first = writing.run("sync", "--json").json
    assert (first["postings"]["posted"], first["postings"]["adopted"]) == (0, 4)
    assert first["pushed"] == {"customers": 0, "invoices": 0, "replaced": 0}
    assert [sums_on(writing, row) for row in rows] == [["1.00"]] * 4


def on_platform(cli: Cli) -> list[dict[str, Any]]:
    """Open invoices without any payment yet, that the platform collects."""
    rows = cli.run("list", "invoices", "--json").rows
    return [r for r in rows if r["platform_invoice_id"] and r["status"] == "open"]


def payments(cli: Cli) -> list[dict[str, Any]]:
    """All payments of both sides."""
    return cli.run("list", "payments", "--json").rows


def sums_on(cli: Cli, invoice: dict[str, Any]) -> list[str]:
    """What FreshBooks has on that invoice."""
    return [
        payment["amount"]["amount"]
        for payment in cli.state()["freshbooks"]["payments"]
        if str(payment["invoiceid"]) == invoice["freshbooks_id"]
    ]


def start_sync(cli: Cli) -> subprocess.Popen[str]:
    """A sync that runs on its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "fbrecon", "sync", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=cli.environment(),
    )
