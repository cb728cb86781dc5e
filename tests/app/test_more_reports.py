"""Reports of fees, of age and of what was collected: each sum names the rows that it is made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from fbrecon.app import reports
from fbrecon.app.ageing_report import BANDS, band_of
from fbrecon.app.reports import ReportFormat
from fbrecon.clock import day_in
from fbrecon.domain.documents import PayoutLine, PayoutLineKind, PayoutState, PlatformState
from fbrecon.domain.ids import PlatformPaymentId
from fbrecon.domain.money import Money, total
from fbrecon.domain.report_sums import by_month, share_of, with_totals
from fbrecon.domain.reports import Report, ReportKind, Row, RowKind, Table
from fbrecon.store.company import CompanyStores
from tests.app.bench import Home
from tests.fakes.samples import usd

DAY = timedelta(days=1)
NEW = (ReportKind.FEES, ReportKind.AGEING, ReportKind.COLLECTED)


def made(home: Home, kind: ReportKind, back: int = 30, on: int = 30) -> Report:
    now = day_in(home.clock.now(), home.desk.company.business.timezone)
    return home.desk.make_report(kind, now - back * DAY, now + on * DAY)


def rows(report: Report, key: str, kind: RowKind = RowKind.ROW) -> list[Row]:
    return [row for row in report.table(key).rows if row.kind is kind]


def with_fees(home: Home, *fees: tuple[str, str]) -> None:
    """A payout of these payments, each less its own fee, as the platform itemises it."""
    payout = home.platform.pay_out(*(payment for payment, _ in fees))
    row = home.platform.payouts[payout]
    lines = [
        PayoutLine(f"f-{id_}", PayoutLineKind.FEE, -Decimal(fee), PlatformPaymentId(id_), "Fee")
        for id_, fee in fees
    ]
    cost = sum((Decimal(fee) for _, fee in fees), Decimal(0))
    home.platform.payouts[payout] = replace(
        row, net=row.gross - cost, lines=(*(row.lines or ()), *lines)
    )
    home.sync()


def collect(home: Home, *cents: int) -> list[str]:
    payments = []
    for minor in cents:
        payments.append(home.paid(minor)[1])
        home.sync()
    return payments


# ---- fees


def test_fees_stand_by_month_by_payout_and_line_by_line(connected: Home) -> None:
    first, second = collect(connected, 10_000, 5_000)
    with_fees(connected, (first, "3.20"), (second, "1.75"))
    (payout,) = connected.desk.list_payouts()
    assert (payout.gross, payout.fees, payout.difference) == (usd(15_000), usd(495), usd(0))
    assert payout.arrival_on is not None
    report = made(connected, ReportKind.FEES)
    (month,) = rows(report, "fees_by_month")
    assert month.cells["month"] == f"{payout.arrival_on:%Y-%m}"
    assert (month.cells["count"], month.cells["fees"], month.ids) == (1, payout.fees, (payout.id,))
    (one,) = rows(report, "fees_by_payout")
    assert (one.cells["gross"], one.cells["net"]) == (payout.gross, payout.net)
    assert one.cells["share"] == "3.30 %"
    lines = rows(report, "fee_lines")
    assert {line.cells["payment"] for line in lines} == {f"pay_{first}", f"pay_{second}"}
    assert all(line.cells["customer"] and line.cells["invoice"] for line in lines)
    assert total(money_of(lines, "amount"), "USD") == usd(495)


def test_a_payout_that_failed_cost_nothing(connected: Home) -> None:
    (payment,) = collect(connected, 10_000)
    connected.platform.pay_out(payment, state=PayoutState.FAILED)
    connected.sync()
    report = made(connected, ReportKind.FEES)
    assert [rows(report, table.key) for table in report.tables] == [[], [], []]


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (290, 10_000, "2.90 %"),
        (1, 3, "33.33 %"),
        (2, 3, "66.67 %"),
        (1, 20_000, "0.01 %"),
        (1, 20_001, "0.00 %"),
        (-290, 10_000, "\u22122.90 %"),
        (-1, 1_000_000, "0.00 %"),
        (5, 0, ""),
        (20_000, 10_000, "200.00 %"),
    ],
)
def test_a_share_is_rounded_for_reading_only(part: int, whole: int, said: str) -> None:
    assert share_of(usd(part), usd(whole)) == said


# ---- age


def test_money_in_undeposited_funds_stands_in_the_band_of_its_age(connected: Home) -> None:
    (payment,) = collect(connected, 12_345)
    paid = day_in(connected.clock.now(), connected.desk.company.business.timezone)
    for age, band in ((0, "week"), (7, "week"), (8, "month"), (60, "two_months"), (91, "older")):
        report = connected.desk.make_report(ReportKind.AGEING, paid, paid + age * DAY)
        (row,) = rows(report, "ageing")
        held = {key: row.cells[key] for key, _, _ in BANDS}
        assert held == {**dict.fromkeys(held, usd(0)), band: usd(12_345)}
        assert (row.key, row.ids) == ("not_paid_out", (f"pay_{payment}",))
        (item,) = rows(report, "aged_items")
        assert (item.cells["age_days"], item.cells["amount"]) == (age, usd(12_345))
        assert item.cells["customer"]
        assert item.cells["invoice"]


def test_before_it_was_collected_there_was_nothing_to_age(connected: Home) -> None:
    collect(connected, 12_345)
    paid = day_in(connected.clock.now(), connected.desk.company.business.timezone)
    report = connected.desk.make_report(ReportKind.AGEING, paid - 9 * DAY, paid - DAY)
    assert rows(report, "ageing") == rows(report, "aged_items") == []


def test_each_age_has_one_band() -> None:
    assert [band_of(age) for age in (-3, 0, 7, 8, 30, 31, 60, 61, 90, 91, 9_999)] == [
        "week", "week", "week", "month", "month", "two_months", "two_months",
        "quarter", "quarter", "older", "older",
    ]  # fmt: skip


# ---- collected


def test_what_came_in_stands_by_month_by_customer_and_payment_by_payment(connected: Home) -> None:
    first, second = collect(connected, 10_000, 5_000)
    report = made(connected, ReportKind.COLLECTED)
    (month,) = rows(report, "by_month")
    assert (month.cells["count"], month.cells["collected"]) == (2, usd(15_000))
    assert set(month.ids) == {f"pay_{first}", f"pay_{second}"}
    customers = rows(report, "by_customer")
    assert total(money_of(customers, "collected"), "USD") == usd(15_000)
    assert all(row.cells["customer"] for row in customers)
    payments = {row.cells["id"]: row.cells for row in rows(report, "payments")}
    assert payments[f"pay_{second}"]["collected"] == usd(5_000)
    assert str(payments[f"pay_{second}"]["freshbooks_id"]).isdigit()


@pytest.mark.parametrize(
    ("state", "column"),
    [
        (PlatformState.RETURNED, "back"),
        (PlatformState.REFUNDED, "back"),
        (PlatformState.DISPUTED, "back"),
        (PlatformState.PENDING, "pending"),
        (PlatformState.REFUNDED_PART, "collected"),
        (PlatformState.FAILED, None),
        (PlatformState.CANCELLED, None),
    ],
)
def test_what_did_not_stay_is_no_income(
    connected: Home, state: PlatformState, column: str | None
) -> None:
    (payment,) = collect(connected, 10_000)
    connected.platform.edit_payment(payment, state=state)
    connected.sync(full=True)
    report = made(connected, ReportKind.COLLECTED)
    held = {
        name: row.cells.get(name)
        for row in rows(report, "payments")
        for name in ("collected", "back", "pending")
        if row.cells.get(name) is not None
    }
    assert held == ({} if column is None else {column: usd(10_000)})


def test_other_periods_hold_nothing_of_it(connected: Home) -> None:
    collect(connected, 10_000)
    report = made(connected, ReportKind.COLLECTED, back=30, on=-2)
    assert rows(report, "payments") == []


def test_what_the_books_alone_know_was_not_collected_by_the_platform(connected: Home) -> None:
    invoice, _ = connected.paid(10_000)
    connected.books.pay_by_hand(invoice, 500)
    connected.sync()
    assert all(
        row.cells["id"] != "" and "book" not in str(row.cells["id"])
        for row in rows(made(connected, ReportKind.COLLECTED), "payments")
    )


# ---- all of them


@pytest.mark.parametrize("kind", NEW)
def test_every_total_is_the_sum_of_what_stands_above_it(connected: Home, kind: ReportKind) -> None:
    first, _ = collect(connected, 10_000, 5_005)
    with_fees(connected, (first, "3.20"))
    seen = 0
    for table in made(connected, kind).tables:
        own = [row for row in table.rows if row.kind is RowKind.ROW]
        for sums in (row for row in table.rows if row.kind is RowKind.TOTAL):
            for name, cell in sums.cells.items():
                if isinstance(cell, Money):
                    seen += 1
                    assert total(money_of(own, name), sums.currency) == cell
    assert seen >= 3


@pytest.mark.parametrize("kind", NEW)
@pytest.mark.parametrize("form", ReportFormat)
def test_each_is_written_in_each_form(
    connected: Home, tmp_path: Path, kind: ReportKind, form: ReportFormat
) -> None:
    path = tmp_path / f"report.{form}"
    connected.desk.save_report(made(connected, kind), form, path)
    begin = {"pdf": b"%PDF", "xlsx": b"PK", "csv": b"\xef\xbb\xbfsection", "json": b"{"}[form]
    assert path.read_bytes().startswith(begin)


def test_a_french_file_is_french_and_json_is_the_same_for_all(
    connected: Home, tmp_path: Path
) -> None:
    collect(connected, 10_000)
    report = made(connected, ReportKind.COLLECTED)
    for language in ("en", "fr"):
        for form in (ReportFormat.CSV, ReportFormat.JSON):
            connected.desk.save_report(report, form, tmp_path / f"{language}.{form}", language)
    english, french = ((tmp_path / f"{code}.csv").read_text("utf-8") for code in ("en", "fr"))
    assert "Collected payments" in english
    assert "Encaissements" in french
    assert "Collected" not in french
    assert (tmp_path / "en.json").read_bytes() == (tmp_path / "fr.json").read_bytes()


def test_a_report_is_of_one_moment(connected: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sync that writes while it is made changes nothing in it."""
    company = connected.desk.company
    stores = company.stores
    assert isinstance(stores, CompanyStores)
    path, seen = stores.file.path, list[str | None]()

    def read(*_: object) -> tuple[tuple[Table, ...], tuple[str, ...]]:
        other = CompanyStores(path, company.clock)
        for value in ("while", "it is made"):
            other.decisions.keep_fact("told", value)
            seen.append(stores.decisions.fact("told"))
        other.close()
        return (), ()

    monkeypatch.setattr(reports, "fees_tables", read)
    made(connected, ReportKind.FEES)
    assert seen[0] == seen[1]


def test_currencies_are_never_added_up() -> None:
    found = with_totals(
        [
            Row({"id": "a", "amount": usd(1)}, currency="USD"),
            Row({"id": "b", "amount": Money(2, "CAD")}, currency="CAD"),
            Row({"id": "c", "amount": None}),
        ],
        ("amount",),
        label="id",
    )
    sums = [(row.currency, row.cells["amount"]) for row in found if row.kind is RowKind.TOTAL]
    assert sums == [("CAD", Money(2, "CAD")), ("USD", usd(1))]


def test_months_are_told_apart_by_year_and_currency() -> None:
    days = (date(2025, 12, 31), date(2026, 1, 1), date(2026, 12, 1))
    made = [Row({"date": day}, currency="USD") for day in days]
    made.append(Row({"date": days[0]}, currency="CAD"))
    found = [(month, currency, len(own)) for month, currency, own in by_month(made)]
    assert found == [
        ("2025-12", "CAD", 1), ("2025-12", "USD", 1), ("2026-01", "USD", 1), ("2026-12", "USD", 1),
    ]  # fmt: skip


def money_of(found: list[Row], name: str) -> list[Money]:
    return [cell for row in found if isinstance(cell := row.cells.get(name), Money)]
