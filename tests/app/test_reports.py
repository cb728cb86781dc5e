"""Reports of a company: what they tell, what they say that they cannot tell, and each as a file."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from fbrecon.app.imports import ImportKind, Wishes
from fbrecon.app.reports import ReportFormat, format_of
from fbrecon.cli import main
from fbrecon.clock import day_in
from fbrecon.domain.money import Money, total
from fbrecon.domain.reports import Report, ReportKind, Row, RowKind
from fbrecon.errors import FileError, NeedsPerson, WrongUsage
from tests.app.bench import Home
from tests.fakes.table_samples import table

RECONCILIATION, ACTIVITY = ReportKind.RECONCILIATION, ReportKind.ACTIVITY
DAY = timedelta(days=1)


def today(home: Home) -> date:
    return day_in(home.clock.now(), home.desk.company.business.timezone)


def made(home: Home, kind: ReportKind = RECONCILIATION, back: int = 30, on: int = 30) -> Report:
    now = today(home)
    return home.desk.make_report(kind, now - back * DAY, now + on * DAY)


def rows(report: Report, key: str, kind: RowKind = RowKind.ROW) -> list[Row]:
    return [row for row in report.table(key).rows if row.kind is kind]


def amount(report: Report, key: str, line: str, column: str = "amount") -> str:
    (row,) = (row for row in report.table(key).rows if row.key == line)
    return str(row.cells[column])


def bring_payouts(home: Home) -> None:
    """Books without a platform, and two payouts from a file, one without a currency."""
    home.sign_in()
    columns = "payout_id,arrival_date,net,gross,fees,currency,status,bank_reference"
    path = home.folder / "payouts.csv"
    path.write_bytes(
        table(columns, "po1,2026-01-05,97.10,100.00,2.90,USD,paid,", "po2,2026-01-06,5.00,,,,paid,")
    )
    home.desk.import_file(ImportKind.PAYOUTS, path, Wishes())


def test_a_payment_that_was_recorded_waits_for_its_payout(connected: Home) -> None:
    _, payment = connected.paid(12_345)
    connected.sync()
    report = made(connected)
    assert amount(report, "statement", "payments_in") == "123.45 USD"
    assert amount(report, "statement", "closing") == "123.45 USD"
    assert amount(report, "buckets", "not_paid_out", "closing") == "123.45 USD"
    (row,) = rows(report, "open_payments")
    assert row.cells["id"] == f"pay_{payment}"
    assert row.cells["customer"]
    assert str(row.cells["freshbooks_id"]).isdigit()
    (proven,) = (row for row in report.table("buckets").rows if row.key == "proven")
    assert proven.cells["closing"] is None
    assert proven.cells["remark"] == "not checked against the ledger"
    (status,) = connected.desk.status().clearing
    assert str(status.expected) == amount(report, "statement", "closing")


def test_what_cannot_be_told_is_said(home: Home) -> None:
    bring_payouts(home)
    now = today(home)
    report = home.desk.make_report(RECONCILIATION, now - DAY, now + DAY)
    notes = " ".join(report.notes)
    assert "nothing is proven" in notes
    assert "No bank statement was imported" in notes
    assert "first copy of FreshBooks is not complete" in notes
    assert "has not ended" in notes
    assert "out_po2" in notes  # nothing tells its currency
    assert report.table("open_payouts").rows == ()
    assert "cannot be told" in report.table("open_payouts").note


def test_a_payout_stands_with_its_parts_its_bank_line_and_the_difference(connected: Home) -> None:
    _, first = connected.paid(10_000)
    connected.sync()
    payout = connected.platform.pay_out(first)
    connected.sync()
    (known,) = connected.desk.list_payouts()
    assert known.net is not None
    assert known.arrival_on is not None
    path = connected.folder / "bank.csv"
    seen_on = known.arrival_on + 2 * DAY
    lines = [
        f"b1,{seen_on},{known.net.to_decimal_string()},USD,ALTPAY {payout},",
        f"b2,{known.arrival_on},-12.00,USD,=RENT,",
    ]
    path.write_bytes(table("line_id,date,amount,currency,description,reference", *lines))
    connected.desk.import_file(ImportKind.BANK, path, Wishes())
    report = made(connected)
    (row,) = rows(report, "payouts")
    assert row.cells["id"] == f"out_{payout}"
    parts = [row.cells[name] for name in ("gross", "fees", "back", "other", "gap")]
    assert total((m for m in parts if isinstance(m, Money)), "USD") == row.cells["net"]
    assert (row.cells["bank"], row.cells["bank_date"]) == (known.net, seen_on)
    assert row.cells["difference"] == Money.zero("USD")
    (other,) = rows(report, "open_bank_lines")
    assert (other.cells["description"], str(other.cells["amount"])) == ("=RENT", "-12.00 USD")
    # On the day before the bank showed it, it was open.
    then = connected.desk.make_report(RECONCILIATION, known.arrival_on - DAY, seen_on - DAY)
    (missing,) = rows(then, "open_payouts")
    assert (missing.cells["id"], missing.cells["age_days"]) == (f"out_{payout}", 1)
    assert str(seen_on) in str(missing.cells["later"])
    (entry,) = rows(then, "open_entries")
    assert (entry.cells["id"], entry.ids) == (f"out_{payout}", (f"pay_{first}",))


def test_every_total_is_the_sum_of_the_rows_that_it_names(connected: Home) -> None:
    for minor in (20_050, 333):
        _, payment = connected.paid(minor)
        connected.sync()
    connected.platform.pay_out(payment)
    connected.sync()
    report = made(connected)
    seen = 0
    for found in report.tables:
        own = {str(row.cells.get("id")): row for row in found.rows if row.kind is RowKind.ROW}
        for row in found.rows:
            if row.key != "total" or found.key == "payouts":
                continue
            parts = [own[name].cells["amount"] for name in row.ids]
            seen += 1
            assert (
                total((m for m in parts if isinstance(m, Money)), row.currency)
                == (row.cells["amount"])
            )
    assert seen >= 2


def test_a_write_that_waits_is_an_open_item_with_its_age(connected: Home) -> None:
    connected.desk.change_setting("auto_post", "off")
    connected.paid()
    connected.sync()
    (row,) = rows(made(connected, on=3), "open_writes")
    assert (row.cells["state"], row.cells["age_days"]) == ("proposed", 3)
    assert str(row.cells["id"]).startswith("act_")


def test_the_activity_of_a_period_tells_who_when_why_before_and_after(connected: Home) -> None:
    connected.paid()
    connected.sync()
    connected.clock.advance(86_400 * 3)
    connected.desk.change_setting("settle_after", "1200")
    report = made(connected, ACTIVITY, back=0, on=0)
    (row,) = rows(report, "entries")
    assert {name: row.cells[name] for name in ("who", "before", "after", "item")} == {
        "who": "a person",
        "before": "900",
        "after": "1200",
        "item": "settle_after",
    }
    whole = made(connected, ACTIVITY)
    posted = [r for r in rows(whole, "entries") if r.cells["after"] == "posted"]
    assert all(str(row.cells["remote_id"]) for row in posted)
    (sums,) = rows(whole, "counts", RowKind.TOTAL)
    assert sums.cells["count"] == len(rows(whole, "entries")) == len(sums.ids)


def test_days_are_those_of_the_business(connected: Home) -> None:
    zone = connected.desk.company.business.timezone
    connected.desk.change_setting("settle_after", "1200")
    now = connected.clock.now()
    on = day_in(now, zone)
    for day, count in ((on - DAY, 0), (on + DAY, 0)):
        assert len(rows(connected.desk.make_report(ACTIVITY, day, day), "entries")) == count
    assert rows(connected.desk.make_report(ACTIVITY, on, on), "entries")


def test_the_same_books_give_the_same_file_save_for_when_it_was_made(
    home: Home, tmp_path: Path
) -> None:
    bring_payouts(home)
    files = []
    for name in ("one.json", "two.json"):
        path = tmp_path / name
        report = home.desk.make_report(RECONCILIATION, date(2026, 1, 1), date(2026, 1, 31))
        home.desk.save_report(report, ReportFormat.JSON, path)
        told = json.loads(path.read_bytes())
        files.append((told.pop("made_at"), json.dumps(told)))
        home.clock.advance(60)
    assert files[0][0] != files[1][0]
    assert files[0][1] == files[1][1]


@pytest.mark.parametrize("form", ReportFormat)
def test_each_form_is_written(connected: Home, tmp_path: Path, form: ReportFormat) -> None:
    path = tmp_path / f"report.{form}"
    assert format_of(path, None) is form
    connected.desk.save_report(made(connected), form, path)
    begin = {"pdf": b"%PDF", "xlsx": b"PK", "csv": b"\xef\xbb\xbfsection", "json": b"{"}[form]
    assert path.read_bytes().startswith(begin)


def test_what_makes_no_sense_is_refused(home: Home, tmp_path: Path) -> None:
    with pytest.raises(NeedsPerson):
        home.desk.make_report(RECONCILIATION, date(2026, 1, 1), date(2026, 1, 31))
    home.sign_in()
    with pytest.raises(WrongUsage, match="ends before it begins"):
        home.desk.make_report(RECONCILIATION, date(2026, 2, 1), date(2026, 1, 31))
    with pytest.raises(WrongUsage, match="no form"):
        format_of(Path("report.doc"), None)
    empty = home.desk.make_report(RECONCILIATION, date(2026, 1, 1), date(2026, 1, 31))
    with pytest.raises(FileError):
        home.desk.save_report(empty, ReportFormat.CSV, tmp_path / "no" / "report.csv")


def test_books_that_know_no_platform_have_a_report(home: Home) -> None:
    bring_payouts(home)
    report = home.desk.make_report(RECONCILIATION, date(2026, 1, 1), date(2026, 1, 31))
    (sums,) = rows(report, "payouts", RowKind.TOTAL)
    assert (str(sums.cells["net"]), sums.ids) == ("97.10 USD", ("out_po1",))
    assert any("out_po2" in note for note in report.notes)
    assert Decimal(str(sums.cells["gross"]).removesuffix(" USD")) == Decimal(100)


@pytest.mark.loud
@pytest.mark.parametrize(
    "words",
    [
        ["weather", "--from", "2026-01-01", "--to", "2026-01-31", "--output", "x.csv"],
        ["activity", "--from", "May", "--to", "2026-01-31", "--output", "x.csv"],
        ["activity", "--from", "2026-01-01", "--to", "2026-01-31"],
        ["activity", "--from", "2026-01-01", "--to", "2026-01-31", "--output", "x.doc"],
    ],
)
def test_wrong_words_of_the_command_are_exit_2(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--home", str(tmp_path), "report", *words]) == 2
    assert capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_payouts_that_share_a_bank_line_share_its_sum(home: Home) -> None:
    home.sign_in()
    first = date(2026, 1, 5)
    nets = ["97.10", "412.35", "58.02", "1204.77", "233.90", "75.61"]
    columns = "payout_id,arrival_date,net,gross,fees,currency,status,bank_reference"
    lines = [f"po{n},{first + 7 * n * DAY},{net},,,USD,paid," for n, net in enumerate(nets)]
    lines += [f"two{n},{first + 70 * DAY},{net},,,USD,paid,TR{n}X" for n, net in ((1, 5), (2, 7))]
    path = home.folder / "file.csv"
    path.write_bytes(table(columns, *lines))
    home.desk.import_file(ImportKind.PAYOUTS, path, Wishes())
    seen = [
        f"b{n},{first + (7 * n + 1) * DAY},{net},USD,ALTPAY PAYOUT," for n, net in enumerate(nets)
    ]
    seen.append(f"both,{first + 71 * DAY},12.00,USD,ALTPAY PAYOUT TR1X TR2X,")
    path.write_bytes(table("line_id,date,amount,currency,description,reference", *seen))
    home.desk.import_file(ImportKind.BANK, path, Wishes())
    (both,) = (row for row in home.desk.list_deposits() if "TR1X" in row.description)
    assert len(both.payouts) == 2
    if both.state != "matched":
        home.desk.approve(both.id)
    report = home.desk.make_report(RECONCILIATION, first, first + 90 * DAY)
    found = {str(row.cells["id"]): row for row in rows(report, "payouts")}
    for name, net in (("out_two1", "5.00"), ("out_two2", "7.00")):
        assert str(found[name].cells["bank"]) == f"{net} USD"
        assert found[name].cells["bank_lines"] == both.id
        assert found[name].cells["difference"] == Money.zero("USD")
    (sums,) = rows(report, "payouts", RowKind.TOTAL)
    whole = total((line.amount for line in home.desk.list_deposits()), "USD")
    assert sums.cells["bank"] == whole
    assert rows(report, "open_payouts") == []
