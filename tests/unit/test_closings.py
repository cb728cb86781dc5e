"""What counts as a change of a period that was agreed with."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from fbrecon.domain.closings import AgreedRow, ClosedPeriod, find_changes
from fbrecon.domain.money import Money

MARCH = ClosedPeriod(date(2026, 3, 1), date(2026, 3, 31), datetime(2026, 4, 2, tzinfo=UTC), ())


def row(name: str, minor: int, day: int = 10, month: int = 3, currency: str = "USD") -> AgreedRow:
    return AgreedRow(name, date(2026, month, day), Money(minor, currency), f"Payment {name}")


def changes(agreed: list[AgreedRow], now: list[AgreedRow]) -> list[tuple[str, int]]:
    kept = {r.id: (r, r.digest) for r in agreed}
    return [(change.id, change.by.minor) for change in find_changes(MARCH, kept, now)]


def test_equal_facts_are_no_change_whatever_they_are_called() -> None:
    renamed = AgreedRow("a", date(2026, 3, 10), Money(100, "USD"), "Another name")
    assert changes([row("a", 100)], [renamed]) == []


@pytest.mark.parametrize(
    ("now", "by"),
    [
        ([], -100),
        ([row("a", 0)], -100),
        ([row("a", 90)], -10),
        ([row("a", 100, 11)], 0),
        ([row("a", 100, 1, 4)], -100),
        ([row("a", 100, currency="CAD")], -100),
    ],
    ids=["gone", "taken back", "lowered", "another day", "another month", "another currency"],
)
def test_each_way_to_change_is_told_with_its_sum(now: list[AgreedRow], by: int) -> None:
    assert changes([row("a", 100)], now) == [("a", by)]


def test_what_came_into_the_period_is_told_and_what_is_dated_elsewhere_is_not() -> None:
    now = [row("b", 70), row("c", 70, 28, 2), row("d", 70, 1, 4), row("e", 0)]
    assert changes([], now) == [("b", 70)]


def test_a_change_of_a_change_is_another_one() -> None:
    kept = {"a": (row("a", 100), row("a", 100).digest)}
    keys = [find_changes(MARCH, kept, [row("a", minor)])[0].key for minor in (90, 80, 90)]
    assert keys[0] == keys[2] != keys[1]
