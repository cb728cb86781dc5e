"""Preview, receipt and activity by the command line, against the sandbox."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.e2e.journey import Cli


def before_note(payments: list[dict[str, Any]], number: int) -> str:
    """The note that the payment had."""
    return str(next(p["note"] for p in payments if p["id"] == number))


def test_what_is_previewed_is_written_and_its_receipts_outlive_the_company_file(
    connected: Cli, tmp_path: Path
) -> None:
    cli = connected
    assert cli.run("settings", "mode", "write").code == 0
    assert cli.run("sync").code == 0
    rows = [
        row
        for row in cli.run("list", "invoices", "--json").rows
        if row["platform_invoice_id"] and row["currency"] == "USD"
    ]
    first, second = rows[:2]
    cli.run("settings", "mode", "read")
    cli.control("pay", invoice=first["platform_invoice_id"])
    assert cli.run("sync").code == 0
    cli.run("settings", "mode", "write")

    old = cli.run("preview", "--json").json
    (write,) = old["writes"]
    assert (write["kind"], write["undo"], write["amount"]) == (
        "payment",
        "yes",
        first["outstanding"],
    )
    assert write["invoice"]["outstanding_after"] == "0.00"
    funds = next(b for b in old["balances"] if b["role"] == "undeposited_funds")
    assert set(funds) >= {"account", "currency", "before", "after"}
    assert (funds["before"], funds["after"]) == ("0.00", first["outstanding"])

    cli.control("pay", invoice=second["platform_invoice_id"])
    refused = cli.run("sync", "--preview", old["token"], "--json")
    assert refused.code == 3
    assert "out of date" in refused.err
    new = json.loads(refused.out)
    assert len(new["writes"]) == 2
    assert cli.run("preview", "--json").json == new
    applied = cli.run("sync", "--preview", new["token"], "--json")
    assert (applied.code, applied.json["postings"]["posted"]) == (0, 2)

    payments = [w["id"] for w in new["writes"]]
    before = [cli.run("receipt", p, "--json").json["receipts"] for p in payments]
    for (receipt,) in before:
        assert [s["what"] for s in receipt["steps"]][-1] == "read back"
        assert receipt["marker"].startswith("FBR-")
    page = tmp_path / "receipt.html"
    assert cli.run("receipt", payments[0], "--output", str(page)).code == 0
    assert before[0][0]["marker"] in page.read_text(encoding="utf-8")
    sent = [row["id"] for row in cli.run("list", "activity", "--json").rows]
    assert len(sent) >= 2
    steps = cli.run("list", "activity", "--all", "--search", "sending", "--json").rows
    assert {row["who"] for row in steps} == {"fbrecon"}
    assert cli.run("doctor").code == 0

    planned = cli.run("undo", payments[1], "--dry-run", "--json").json
    assert [item["possible"] for item in planned["items"]] == [True]
    taken = cli.run("undo", payments[1], "--json")
    assert (taken.code, taken.json["taken_back"]) == (0, 1), taken.err
    assert taken.json["posting_state"] == "undone"
    assert cli.run("sync", "--json").json["postings"]["posted"] == 0
    (there,) = [i for i in cli.run("list", "invoices", "--json").rows if i["id"] == second["id"]]
    assert (there["outstanding"], there["frozen"]) == (second["outstanding"], False)
    note = cli.state()["freshbooks"]["payments"]
    number = int(before[0][0]["freshbooks_payment_id"])
    assert number in [p["id"] for p in note]
    cli.control("edit", kind="payment", id=number, note="Edited by hand")
    stopped = cli.run("undo", payments[0], "--json")
    assert stopped.code == 1
    assert "has changed" in stopped.err
    cli.control("edit", kind="payment", id=number, note=before_note(note, number))
    assert cli.run("doctor").code == 0

    (company,) = (cli.home / "companies").iterdir()
    for path in company.glob("company.db*"):
        path.unlink()
    kept = cli.connect_freshbooks("--json").rows[-1]
    if "choose_business" in kept:
        owned = next(c["id"] for c in kept["choose_business"] if c["role"] == "owner")
        assert cli.run("connect", "freshbooks", "--business", owned).code == 0
    assert cli.run("connect", "platform").code == 0
    assert cli.run("sync", "--json").code == 0
    for payment, (old_receipt,) in zip(payments[:1], before[:1], strict=True):
        (found,) = cli.run("receipt", payment, "--json").json["receipts"]
        for name in ("link", "marker", "freshbooks_payment_id", "amount"):
            assert found[name] == old_receipt[name], name
    assert cli.run("list", "activity", "--all", "--search", "made anew", "--json").rows
    assert cli.run("doctor").code == 0
