"""Days as people write them: decided by the whole column, or asked; never moved by a zone."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from fbrecon.errors import AskAboutFile
from fbrecon.table_files.days import DayOrder, decide_order, read_day
from fbrecon.table_files.problems import FieldError

DAY, MONTH = DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST


def column(*texts: str) -> list[tuple[int, str]]:
    return list(enumerate(texts, 2))


@pytest.mark.parametrize(
    ("text", "order", "on"),
    [
        ("2026-02-03", MONTH, date(2026, 2, 3)),
        ("2026/2/3", MONTH, date(2026, 2, 3)),
        ("20260203", MONTH, date(2026, 2, 3)),
        ("03/02/2026", DAY, date(2026, 2, 3)),
        ("03/02/2026", MONTH, date(2026, 3, 2)),
        ("3.2.2026", DAY, date(2026, 2, 3)),
        ("3-2-26", DAY, date(2026, 2, 3)),
        ("3/2/99", DAY, date(1999, 2, 3)),
        ("3 Feb 2026", MONTH, date(2026, 2, 3)),
        ("03-FEB-26", MONTH, date(2026, 2, 3)),
        ("Feb 3, 2026", DAY, date(2026, 2, 3)),
        ("February 3 2026", DAY, date(2026, 2, 3)),
        ("Sept 3, 2026", DAY, date(2026, 9, 3)),
        ("  2026-02-03 ", DAY, date(2026, 2, 3)),
        ("2026-02-03 23:59", DAY, date(2026, 2, 3)),
        ("2026-02-03T23:59:59.123", DAY, date(2026, 2, 3)),
        ("2/3/2026, 11:59 PM", MONTH, date(2026, 2, 3)),
        ("2024-02-29", DAY, date(2024, 2, 29)),
    ],
)
def test_a_day_is_the_day_that_stands_there(text: str, order: DayOrder, on: date) -> None:
    stamp = read_day("date", text, order)
    assert (stamp.on, stamp.at) == (on, None)


def test_a_time_with_a_zone_is_a_moment_and_the_day_stays() -> None:
    stamp = read_day("date", "2026-02-03 23:30:00-05:00", DAY)
    assert (stamp.on, stamp.at) == (date(2026, 2, 3), datetime(2026, 2, 4, 4, 30, tzinfo=UTC))
    stamp = read_day("date", "2026-02-03T23:30:00Z", DAY)
    assert stamp.at == datetime(2026, 2, 3, 23, 30, tzinfo=UTC)
    stamp = read_day("date", "2026-02-03 23:30:00", DAY, "UTC")
    assert stamp.at == datetime(2026, 2, 3, 23, 30, tzinfo=UTC)
    assert read_day("date", "2026-02-03 12:05 am", DAY, "UTC").at == datetime(
        2026, 2, 3, 0, 5, tzinfo=UTC
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2026-02-30",
        "2026-13-01",
        "31/31/2026",
        "13/13/2026",
        "0/1/2026",
        "2026-2",
        "1/2/2026/3",
        "1/2-2026",
        "3 Foo 2026",
        "2026-02-03 25:00Z",
        "2026-02-03 13:00 pm Z",
        "1066-10-14",
        "9999-01-01",
        "２０２６-02-03",
        "٣/٢/٢٠٢٦",
        "2026-02-03 10:00+99:99",
        "45000",
    ],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(FieldError):
        read_day("date", text, DAY)


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (("01/02/2026", "13/02/2026"), DAY),
        (("01/02/2026", "02/13/2026"), MONTH),
        (("05/05/2026", "06/06/2026"), DAY),
        (("2026-01-02", "3 Feb 2026"), DAY),
        (("01/02/2026", "rubbish", "99/99/2026", "02/28/2026"), MONTH),
        ((), DAY),
    ],
)
def test_the_whole_column_tells_the_order(texts: tuple[str, ...], order: DayOrder) -> None:
    assert decide_order("date", column(*texts)) is order


def test_a_column_that_does_not_tell_is_asked_about() -> None:
    with pytest.raises(AskAboutFile, match="Row 3, for example, is a date either way") as asked:
        decide_order("Datum", column("05/05/2026", "01/02/2026"))
    assert "“Datum”" in asked.value.message
    assert asked.value.exit_code == 3


def test_a_column_that_tells_both_is_asked_about() -> None:
    with pytest.raises(AskAboutFile, match="Row 2 can only be day first, row 3 only month first"):
        decide_order("date", column("13/02/2026", "02/13/2026"))
