"""Entries for typing in: what fbrecon does not enter itself, by the same rules, never twice."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from fbrecon.errors import WrongUsage
from tests.rules.conftest import SetStage
from tests.rules.payout_scenes import choose_accounts, paid, pay_out
from tests.rules.stage import Stage
from tests.rules.test_fees_as_expenses import category


def lines(path: Path) -> list[tuple[str, str, str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [(row["Account"], row["Debit"], row["Credit"], row["Currency"]) for row in rows]


def test_without_journal_entries_the_entry_is_shown_and_saved(
    set_stage: SetStage, tmp_path: Path
) -> None:
    stage = set_stage(journal_entries=False)
    choose_accounts(stage)
    paid(stage, fee="3.00")
    pay_out(stage)
    (row,) = stage.desk.list_payouts()
    assert row.deposit == "off"
    assert [line.account for line in row.journal] == [
        "Business Checking",
        "Bank Fees",
        "Petty Cash",
    ]
    file = tmp_path / "entries.csv"
    found = stage.desk.save_entries(file)
    assert (len(found.ready), found.waiting) == (1, ())
    assert lines(file) == [
        ("Business Checking", "97.00", "", "USD"),
        ("Bank Fees", "3.00", "", "USD"),
        ("Petty Cash", "", "100.00", "USD"),
    ]
    text = tmp_path / "entries.txt"
    stage.desk.save_entries(text)
    assert "credit          100.00 USD  Petty Cash" in text.read_text(encoding="utf-8")
    with pytest.raises(WrongUsage):
        stage.desk.save_entries(tmp_path / "entries.pdf")


def test_where_the_fees_are_an_expense_only_what_reached_the_bank_is_typed_in(
    set_stage: SetStage, tmp_path: Path
) -> None:
    stage = set_stage(journal_entries=False)
    choose_accounts(stage)
    stage.desk.change_setting("fee_category", category(stage))
    stage.desk.change_setting("record_fees", "on")
    paid(stage, fee="3.00")
    pay_out(stage)
    file = tmp_path / "entries.csv"
    stage.desk.save_entries(file)
    assert lines(file) == [
        ("Business Checking", "97.00", "", "USD"),
        ("Petty Cash", "", "97.00", "USD"),
    ]


def test_what_fbrecon_enters_is_nothing_to_type_in_and_another_currency_is(
    stage: Stage, tmp_path: Path
) -> None:
    choose_accounts(stage)
    stage.desk.change_setting("record_deposits", "on")
    paid(stage, fee="3.00")
    pay_out(stage)
    invoice = stage.invoice("80.00", currency="CAD")
    stage.sync()
    stage.pay(invoice, fee="2.00")
    stage.sync()
    pay_out(stage)
    file = tmp_path / "entries.csv"
    found = stage.desk.save_entries(file)
    assert len(found.ready) == 1
    assert {currency for *_, currency in lines(file)} == {"CAD"}


def test_a_payout_that_would_be_held_is_left_out_with_its_reason(
    set_stage: SetStage, tmp_path: Path
) -> None:
    stage = set_stage(journal_entries=False)
    stage.desk.change_setting("auto_post", "off")
    invoice = stage.invoice("100.00")
    stage.sync()
    stage.pay(invoice, fee="3.00")
    stage.sync()
    pay_out(stage)
    found = stage.desk.save_entries(tmp_path / "entries.csv")
    assert found.ready == ()
    assert "not in the books" in found.waiting[0].reason
