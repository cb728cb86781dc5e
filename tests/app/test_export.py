"""Everything of a company as open files: whole, exact, readable by others, and harmless."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import apsw
import pytest

from fbrecon.app import as_json
from fbrecon.app.export import DATABASE, export_everything
from fbrecon.app.views import TableQuery
from fbrecon.errors import FileError
from fbrecon.reports.open_tables import SUMS, VIEWS, render_csv, write_sqlite
from tests.app.bench import Home


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def ask(path: Path, query: str) -> list[tuple[object, ...]]:
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        return list(connection.execute(query))
    finally:
        connection.close()


def test_everything_that_is_listed_is_exported_in_all_three_forms(connected: Home) -> None:
    connected.paid(12_345)
    connected.sync()
    folder = connected.folder / "out"
    counts = export_everything(connected.desk, folder)
    desk = connected.desk
    keys = desk.payment_keys(TableQuery("date"))
    assert lines(folder / "payments.jsonl") == [as_json.payment(r) for r in desk.payment_rows(keys)]
    assert counts["payments"] >= 1
    assert counts["activity"] >= 1
    for name, count in counts.items():
        assert len(lines(folder / f"{name}.jsonl")) == count
        with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            assert len(list(csv.DictReader(file))) == count
        assert ask(folder / DATABASE, f'SELECT count(*) FROM "{name}"') == [(count,)]
    assert json.loads((folder / "settings.json").read_text("utf-8"))["mode"] == "write"
    assert json.loads((folder / "status.json").read_text("utf-8"))["mode"] == "write"


def test_the_views_add_up_to_the_cent(connected: Home) -> None:
    connected.paid(12_345)
    connected.paid(7)
    connected.sync()
    folder = connected.folder / "out"
    export_everything(connected.desk, folder)
    found = ask(
        folder / DATABASE, "SELECT sum(payments), sum(amount_minor) FROM collected_by_month"
    )
    assert found == [(2, 12_352)]
    told = (folder / "README.txt").read_text("utf-8")
    assert all(view in told for view in VIEWS)


def test_an_empty_company_has_every_table_and_every_view(home: Home) -> None:
    home.sign_in()
    folder = home.folder / "out"
    export_everything(home.desk, folder)
    for view in VIEWS:
        ask(folder / DATABASE, f'SELECT * FROM "{view}"')
    assert {"amount", "net"} <= SUMS


def test_a_payment_is_found_in_its_payout_and_the_payout_at_the_bank(tmp_path: Path) -> None:
    payments = [{"id": "pay_1", "platform_payment_id": "p1", "amount": "5.00", "currency": "USD"}]
    payouts = [{"id": "out_1", "net": "5.00", "payments": ["pay_1"], "bank_line_ids": ["line_1"]}]
    deposits = [{"id": "line_1", "amount": "5.00", "date": "2026-01-05", "description": "AP"}]
    empty = (
        "customer_id",
        "customer",
        "currency",
        "outstanding",
        "due_date",
        "vis_state",
        "status",
    )
    write_sqlite(
        tmp_path / "x.sqlite",
        {
            "invoices": (empty, []),
            "payments": (
                ("id", "platform_payment_id", "amount", "currency", "date", "state"),
                payments,
            ),
            "payouts": (
                ("id", "net", "currency", "arrival_date", "payments", "bank_line_ids"),
                payouts,
            ),
            "deposits": (("id", "amount", "date", "description"), deposits),
        },
    )
    path = tmp_path / "x.sqlite"
    assert ask(path, "SELECT payout_id, id, amount_minor FROM payments_in_payouts") == [
        ("out_1", "pay_1", 500)
    ]
    assert ask(path, "SELECT payout_id, line_id, seen_on FROM payouts_at_the_bank") == [
        ("out_1", "line_1", "2026-01-05")
    ]


def test_sums_stay_numbers_and_texts_are_no_formulas() -> None:
    row = {"amount": "-12.50", "name": "=1+1", "open": [{"amount": "1.00"}], "frozen": True}
    text = render_csv(tuple(row), [row]).decode("utf-8-sig").splitlines()[1]
    amount, name, *_ = next(csv.reader([text]))
    assert amount == "-12.50"
    assert not name.startswith("=")


def test_nothing_is_written_over_what_is_there(connected: Home) -> None:
    folder = connected.folder / "out"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")
    with pytest.raises(FileError, match="not empty"):
        export_everything(connected.desk, folder)
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]
    with pytest.raises(FileError, match="does not exist"):
        export_everything(connected.desk, folder / "a" / "b")
