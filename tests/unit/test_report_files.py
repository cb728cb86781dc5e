"""A report's forms: the same figures in each, read back by libraries that did not write them."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from fbrecon.domain.money import Money
from fbrecon.domain.reports import Column, ColumnKind, Report, Row, RowKind, Table
from fbrecon.errors import FileError
from fbrecon.reports import csv_file, json_file, saving, xlsx_file
from fbrecon.reports.cells import MINUS, one_line
from fbrecon.reports.pages import make_pages
from tests.fakes.sample_reports import HOSTILE, a_report, usd

FIGURES = {
    "opening": "100.00",
    "payments_in": "1585.05",
    "payouts_out": "-340.00",
    "fees": "-10.50",
    "refunds_and_returns": "0.00",
    "other_postings": "0.00",
    "difference": "0.00",
    "closing": "1334.55",
}


def csv_rows() -> list[dict[str, str]]:
    text = csv_file.render(a_report()).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def workbook(report: Report | None = None) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(xlsx_file.render(report or a_report())))


def test_json_tells_sums_as_decimal_strings_and_the_rows_they_are_made_of() -> None:
    told = json.loads(json_file.render(a_report()))
    assert (told["from"], told["to"], told["made_at"]) == (
        "2026-03-01",
        "2026-03-31",
        "2026-04-01T09:30:00Z",
    )
    (table,) = [table for table in told["tables"] if table["key"] == "statement"]
    assert {row["key"]: row["cells"]["amount"] for row in table["rows"]} == FIGURES
    assert {row["currency"] for row in table["rows"]} == {"USD"}
    ids = {row["key"]: row["ids"] for row in table["rows"]}
    assert ids["opening"] == ["pay_p1"]
    assert ids["payments_in"] == ["pay_p2", "pay_p3", "pay_p4"]
    assert ids["closing"] == ["pay_p4", "out_o2"]


def test_the_same_data_gives_the_same_bytes() -> None:
    later = replace(a_report(), made_at=datetime(2026, 4, 2, tzinfo=UTC))
    assert json_file.render(a_report()) == json_file.render(a_report())
    first, then = (json_file.as_json(report) for report in (a_report(), later))
    assert {**first, "made_at": ""} == {**then, "made_at": ""}
    assert csv_file.render(a_report()) == csv_file.render(a_report())
    assert xlsx_file.render(a_report()) == xlsx_file.render(a_report())


def test_csv_is_one_table_with_a_section_for_each_part() -> None:
    rows = csv_rows()
    found = {row["key"]: row["amount"] for row in rows if row["section"] == "statement"}
    assert found == FIGURES
    head = {row["key"]: row["text"] for row in rows if row["section"] == "report"}
    assert (head["business"], head["from"]) == ("Harbour & Pine Studio", "2026-03-01")
    assert head["note"] == "No bank statement was imported."
    moved = [row for row in rows if row["section"] == "movements" and row["row"] == "row"]
    assert sum(Decimal(row["amount"]) for row in moved) == Decimal("1334.55") - Decimal("100.00")
    assert all(len(row) == len(rows[0]) for row in rows)


def test_no_text_is_a_formula_in_csv_and_sums_stay_numbers() -> None:
    rows = [row for row in csv_rows() if row["section"] == "open_payments" and row["row"] == "row"]
    assert [row["customer"] for row in rows] == [
        f"'{text}" if one_line(text) == text else one_line(text) for text in HOSTILE
    ]
    assert rows[3]["amount"] == "-3.00"


def test_a_workbook_has_numbers_days_and_frozen_heads() -> None:
    book = workbook()
    sheet = book["Statement"]
    heads = [cell.value for cell in sheet[1]]
    amounts = {row[0].value: row[heads.index("Amount")] for row in sheet.iter_rows(min_row=2)}
    shown = [cell for cell in amounts.values() if cell.value is not None]
    assert [Decimal(str(cell.value)) for cell in shown] == [Decimal(v) for v in FIGURES.values()]
    assert {cell.number_format for cell in shown} == {"#,##0.00;[Red]-#,##0.00"}
    assert sheet.freeze_panes == "A2"
    day = book["Movements"].cell(2, 2)
    assert (str(day.value), day.number_format) == ("2026-03-02 00:00:00", "yyyy-mm-dd")
    assert book["Reconciliation"]["B3"].value == "Harbour & Pine Studio"


def test_no_text_is_a_formula_or_a_link_in_a_workbook() -> None:
    sheet = workbook()["Open payments"]
    cells = [row[2] for row in sheet.iter_rows(min_row=2, max_row=1 + len(HOSTILE))]
    assert [cell.value for cell in cells] == [one_line(text) for text in HOSTILE]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.hyperlink for cell in cells] == [None] * len(HOSTILE)


def test_every_currency_has_its_own_digits_and_what_a_sheet_cannot_hold_is_text() -> None:
    columns = (Column("amount", "Amount", ColumnKind.MONEY), Column("why", "Why"))
    moneys = (Money(1234, "JPY"), Money(1234, "KWD"), Money(10**16 + 1, "USD"))
    rows = tuple(Row({"amount": m, "why": "x" * 40_000}, currency=m.currency) for m in moneys)
    report = replace(a_report(), tables=(Table("odd", "Odd", columns, rows),))
    sheet = workbook(report)["Odd"]
    cells = [sheet.cell(line, 1) for line in (2, 3, 4)]
    assert [cell.value for cell in cells] == [1234, 1.234, "100000000000000.01"]
    assert [cell.number_format.partition(";")[0] for cell in cells[:2]] == ["#,##0", "#,##0.000"]
    assert str(sheet.cell(2, 2).value).endswith("(cut here; the JSON form has all of it)")


def test_pages_have_what_people_write_and_name_the_only_currency_once() -> None:
    pages = make_pages(a_report())
    table = pages.tables[0]
    assert [column.title for column in table.columns] == ["Line", "Amount", "Rows", "Made of"]
    assert table.rows[1].cells[:3] == ("Payments in", "1,585.05", "3")
    assert table.rows[2].cells[1] == f"{MINUS}340.00"
    assert "All sums are in USD" in pages.facts
    assert "Harbour & Pine Studio" in pages.footer
    assert "2026-04-01T09:30:00Z" in pages.footer


def test_text_from_others_cannot_turn_or_break_what_stands_beside_it() -> None:
    assert one_line("a\u202eb\nc\x00d\ud800") == "ab c d"


def test_a_difference_that_is_none_stands_back_and_one_that_is_one_is_seen() -> None:
    columns = (Column("line", "Line"), Column("amount", "Amount", ColumnKind.MONEY))
    rows = tuple(
        Row({"line": "Difference", "amount": usd(minor)}, RowKind.DIFFERENCE) for minor in (0, -1)
    )
    assert [row.is_off for row in rows] == [False, True]
    report = replace(a_report(), tables=(Table("odd", "Odd", columns, rows),))
    kinds = [row.kind for row in make_pages(report).tables[0].rows]
    assert kinds == [RowKind.DIFFERENCE, RowKind.SUBTOTAL]
    sheet = workbook(report)["Odd"]
    assert [bool(sheet.cell(line, 2).font.b) for line in (2, 3)] == [False, True]


# ---- the file


def test_a_file_is_replaced_whole_or_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    saving.save(b"old", path)
    saving.save(b"new", path)
    assert path.read_bytes() == b"new"
    assert [found.name for found in tmp_path.iterdir()] == ["report.json"]


@pytest.mark.parametrize("name", ["missing/report.json", "."])
def test_a_place_that_cannot_be_written_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileError, match="cannot be written there"):
        saving.save(b"x", tmp_path / name)


def test_a_disk_that_is_full_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.json"
    saving.save(b"old", path)

    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(FileError, match="No space left"):
        saving.save(b"new", path)
    assert path.read_bytes() == b"old"
    assert [found.name for found in tmp_path.iterdir()] == ["report.json"]


def test_a_day_is_no_moment() -> None:
    """`datetime` is a `date`: a moment must not lose its time on the way into a file."""
    columns = (Column("at", "At", ColumnKind.MOMENT), Column("on", "On", ColumnKind.DAY))
    at = datetime(2026, 3, 1, 23, 59, 59, tzinfo=UTC)
    table = Table("times", "Times", columns, (Row({"at": at, "on": date(2026, 3, 1)}),))
    report = replace(a_report(), tables=(table,))
    (row,) = json_file.as_json(report)["tables"][0]["rows"]
    assert row["cells"] == {"at": "2026-03-01T23:59:59Z", "on": "2026-03-01"}
    sheet = workbook(report)["Times"]
    assert [str(sheet.cell(2, n).value) for n in (1, 2)] == [
        "2026-03-01 23:59:59",
        "2026-03-01 00:00:00",
    ]
