"""Files by the command line: in without any platform key, once, and with every problem named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.journey import Cli
from tests.fakes.statement_samples import SGML
from tests.fakes.table_samples import STRIPE, table


@pytest.fixture
def books(cli: Cli) -> Cli:
    """FreshBooks alone: there is no platform."""
    business = cli.connect_freshbooks().rows[-1]["choose_business"][0]["id"]
    assert cli.run("connect", "freshbooks", "--business", business).code == 0
    return cli


def test_a_processors_export_and_a_statement_come_in_once(books: Cli, tmp_path: Path) -> None:
    report, statement = tmp_path / "stripe.csv", tmp_path / "bank.ofx"
    report.write_bytes(table(*STRIPE))
    statement.write_bytes(SGML)
    would = books.run("import", "payments", str(report), "--dry-run", "--json").json
    did = books.run("import", "payments", str(report), "--json").json
    assert would == {**did, "dry_run": True}
    assert {name: did[name] for name in ("seen", "new", "skipped", "failed", "mapping")} == {
        "seen": 6,
        "new": 3,
        "skipped": 3,
        "failed": 0,
        "mapping": "stripe",
    }
    assert books.run("import", "payouts", str(report), "--json").json["new"] == 1
    (payout,) = books.run("list", "payouts", "--json").rows
    assert (payout["net"], payout["fees"], payout["difference"]) == ("297.25", "12.75", "0.00")
    rows = books.run("list", "payments", "--json").rows
    assert {(row["id"], row["amount"], row["invoice_number"]) for row in rows} == {
        ("pay_ch_1", "100.00", "INV-7"),
        ("pay_ch_2", "250.00", "INV-8"),
        ("pay_ch_3", "10.00", "INV-9"),
    }
    bank = books.run("import", "bank", str(statement), "--json").json
    assert bank["problems"] == [
        {"row": 4, "field": "date", "problem": "“2026” is not a date of OFX.", "skipped": False},
        {
            "row": 5,
            "field": "amount",
            "problem": "“5.005” has more decimals than USD has.",
            "skipped": False,
        },
    ]
    assert books.run("import", "bank", str(statement), "--json").json["unchanged"] == 3
    deposits = books.run("list", "deposits", "--json").rows
    assert [(row["date"], row["amount"], row["payout_id"]) for row in deposits] == [
        ("2026-02-07", "5.00", None),
        ("2026-02-06", "-12.50", None),
        ("2026-02-05", "97.00", None),
    ]
    assert len({row["id"] for row in deposits}) == 3


def test_what_a_file_does_not_tell_is_asked_and_kept(books: Cli, tmp_path: Path) -> None:
    file = tmp_path / "bank.csv"
    file.write_text("Tag;Betrag\n01.02.2026;5,00\n", encoding="utf-8")
    words = ["--mapping", "Hausbank", "--column", "date=Tag", "--column", "amount=Betrag"]
    words += ["--currency", "eur"]
    wrong = books.run("import", "bank", str(file), "--column", "date")
    assert (wrong.code, "--column FIELD=TEXT" in wrong.err) == (2, True)
    asked = books.run("import", "bank", str(file), *words)
    assert asked.code == 3
    assert "--dates day-first" in asked.err
    told = books.run("import", "bank", str(file), *words, "--dates", "day-first")
    assert (told.code, "Brought in 1 new" in told.out) == (0, True)
    assert books.run("import", "bank", str(file), "--json").json["mapping"] == "Hausbank"
    (row,) = books.run("list", "deposits", "--json").rows
    assert (row["date"], row["amount"], row["currency"]) == ("2026-02-01", "5.00", "EUR")


def test_a_statement_is_matched_with_payouts_and_a_person_has_the_last_word(
    books: Cli, tmp_path: Path
) -> None:
    payouts, statement = tmp_path / "payouts.csv", tmp_path / "bank.csv"
    paid = [f"po{n},2026-01-{n + 5:02},{n}13.4{n},USD,TRACE{n}" for n in range(1, 8)]
    lines = [f"2026-01-{n + 6:02},{n}13.4{n},USD,ALTPAY TRACE{n}" for n in range(1, 7)]
    lines += ["2026-01-13,700.00,USD,ALTPAY TRACE7", "2026-01-14,-900.00,USD,RENT 1"]
    payouts.write_bytes(table("payout_id,arrival_date,net,currency,bank_reference", *paid))
    statement.write_bytes(table("date,amount,currency,description", *lines))
    assert "no bank line shows: 7." in books.run("import", "payouts", str(payouts)).out
    would = books.run("import", "bank", str(statement), "--dry-run").out
    assert "matched" not in would
    assert "6 matched, 1 suggested" in books.run("import", "bank", str(statement)).out
    counts = {"matched": 6, "suggested": 1, "ambiguous": 0, "unmatched": 1}
    told = books.run("reconcile", "--json").json
    assert told == {**counts, "not_ours": 0, "not_seen": 0, "not_compared": []}
    assert "6 matched, 1 suggested" in books.run("reconcile").out.splitlines()[0]
    rent, short, *_ = books.run("list", "deposits", "--json").rows
    assert (short["state"], short["payout_id"]) == ("suggested", "out_po7")
    decided = books.run("approve", short["id"], "--json").json
    assert (decided["state"], decided["payout_id"]) == ("matched", "out_po7")
    assert books.run("dismiss", rent["id"], "--always", "--json").json["not_ours"] == "rent"
    told = books.run("reconcile", "--json").json
    assert (told["matched"], told["unmatched"], told["not_ours"]) == (7, 1, 1)
    seen = {row["id"]: row["bank_line_id"] for row in books.run("list", "payouts", "--json").rows}
    assert seen["out_po7"] == short["bank_line_id"]
    back = books.run("dismiss", short["id"], "--json").json
    assert (back["state"], back["payout_id"]) == ("unmatched", None)
    again = books.run("approve", short["id"], "--with", "out_po7")
    assert (again.code, "matched. out_po7." in again.out) == (0, True)
    (rule,) = books.run("list", "rules", "--json").rows
    assert (rule["text"], rule["lines"]) == ("rent", 1)
    assert books.run("undo", rule["id"], "--json").json == {"id": rule["id"]}
    together = ["approve", short["id"], "--with", "out_po7", "--with", "out_po1"]
    assert books.run("undo", short["id"]).code == 0
    refused = books.run(*together)
    assert (refused.code, "first take it back: fbrecon undo" in refused.err) == (1, False)
    assert "--difference -126.88" in refused.err
