"""Which calendar day a moment falls on, and how it is written."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from fbrecon.domain.moments import day_in, eastern_day, rfc3339


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 1, 15, 4, 59, 59, tzinfo=UTC), date(2026, 1, 14)),
        (datetime(2026, 1, 15, 5, 0, tzinfo=UTC), date(2026, 1, 15)),
        (datetime(2026, 7, 15, 3, 59, 59, tzinfo=UTC), date(2026, 7, 14)),
        (datetime(2026, 7, 15, 4, 0, tzinfo=UTC), date(2026, 7, 15)),
        # the night the clocks go forward, and the night they go back
        (datetime(2026, 3, 8, 4, 59, tzinfo=UTC), date(2026, 3, 7)),
        (datetime(2026, 3, 9, 4, 0, tzinfo=UTC), date(2026, 3, 9)),
        (datetime(2026, 11, 1, 4, 0, tzinfo=UTC), date(2026, 11, 1)),
        (datetime(2026, 11, 2, 4, 59, tzinfo=UTC), date(2026, 11, 1)),
        (datetime(2026, 11, 2, 5, 0, tzinfo=UTC), date(2026, 11, 2)),
    ],
)
def test_the_eastern_day_begins_at_eastern_midnight_in_summer_and_winter(
    moment: datetime, day: date
) -> None:
    assert eastern_day(moment) == day


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Pacific/Honolulu", date(2026, 5, 9)),  # -10
        ("America/Los_Angeles", date(2026, 5, 10)),
        ("UTC", date(2026, 5, 10)),
        ("Asia/Kathmandu", date(2026, 5, 10)),  # +5:45
        ("Pacific/Auckland", date(2026, 5, 10)),
        ("Pacific/Kiritimati", date(2026, 5, 10)),  # +14
    ],
)
def test_one_morning_in_utc_is_yesterday_in_hawaii(zone: str, day: date) -> None:
    assert day_in(datetime(2026, 5, 10, 9, 30, tzinfo=UTC), zone) == day


def test_one_noon_in_utc_is_tomorrow_on_the_line_islands() -> None:
    assert day_in(datetime(2026, 5, 10, 12, 0, tzinfo=UTC), "Pacific/Kiritimati") == date(
        2026, 5, 11
    )


def test_the_day_does_not_depend_on_the_zone_the_moment_is_told_in() -> None:
    moment = datetime(2026, 5, 10, 2, 30, tzinfo=UTC)
    told_elsewhere = moment.astimezone(timezone(timedelta(hours=14)))
    assert day_in(told_elsewhere, "America/New_York") == date(2026, 5, 9)
    assert eastern_day(told_elsewhere) == date(2026, 5, 9)


@pytest.mark.parametrize(
    "zone", ["", "Nowhere/Land", "../etc/passwd", "/etc/localtime", "America", "a\0b", "x" * 300]
)
def test_a_zone_that_nobody_knows_counts_as_utc(zone: str) -> None:
    assert day_in(datetime(2026, 5, 10, 23, 59, tzinfo=UTC), zone) == date(2026, 5, 10)
    assert day_in(datetime(2026, 5, 10, 0, 0, tzinfo=UTC), zone) == date(2026, 5, 10)


def test_a_moment_is_written_in_utc_to_the_second() -> None:
    eastern = datetime(2026, 1, 31, 4, 30, 7, 999999, tzinfo=timezone(timedelta(hours=-5)))
    assert rfc3339(eastern) == "2026-01-31T09:30:07Z"
