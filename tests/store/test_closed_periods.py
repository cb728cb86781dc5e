"""Closings are kept with their rows, and go with them."""

from __future__ import annotations

from datetime import date

from fbrecon.domain.closings import AgreedFigures, AgreedRow, ClosedPeriod
from fbrecon.store.company import CompanyStores
from tests.fakes.fake_clock import NOW
from tests.fakes.samples import usd

FEBRUARY, MARCH = date(2026, 2, 28), date(2026, 3, 31)


def test_a_closing_comes_back_as_it_was_and_goes_with_its_rows(stores: CompanyStores) -> None:
    periods = stores.periods
    assert periods.closed_until() is None
    first = ClosedPeriod(None, FEBRUARY, NOW, (AgreedFigures(usd(100), None),))
    later = ClosedPeriod(date(2026, 3, 1), MARCH, NOW, (AgreedFigures(usd(5), usd(4)),))
    row = AgreedRow("out_1", FEBRUARY, usd(100), "Payout 1")
    periods.close(first, [row])
    periods.close(later, [])
    assert periods.list_periods() == [first, later]
    assert periods.closed_until() == MARCH
    assert periods.agreed(FEBRUARY) == {"out_1": (row, row.digest)}
    periods.reopen(MARCH)
    assert periods.list_periods() == [first]
    periods.reopen(FEBRUARY)
    assert periods.agreed(FEBRUARY) == {}
    assert stores.file.sql("SELECT COUNT(*) FROM closed_row") == [(0,)]
