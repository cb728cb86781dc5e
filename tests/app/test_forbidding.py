"""What a person forbids while a sync runs is not done by that sync any more."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fbrecon.app.views import Mode
from tests.app.bench import Home


@pytest.mark.parametrize(
    "forbid",
    [
        lambda desk: desk.set_mode(Mode.READ),
        lambda desk: desk.change_setting("auto_post", "off"),
        lambda desk: desk.disconnect("platform"),
    ],
)
def test_forbidding_to_write_stops_the_run_before_its_next_send(
    connected: Home, forbid: Callable[[object], None]
) -> None:
    connected.paid()
    recorded = len(connected.books.payments)

    def while_reading(what: str, number: int) -> None:
        connected.books.on_read = None
        forbid(connected.desk)

    connected.books.on_read = while_reading
    report = connected.sync()
    assert report.outcome == "cancelled"
    assert len(connected.books.payments) == recorded


def test_allowing_again_records_it_once(connected: Home) -> None:
    connected.paid()
    connected.desk.set_mode(Mode.READ)
    connected.sync()
    assert not connected.books.payments
    connected.desk.set_mode(Mode.WRITE)
    assert connected.sync().postings["posted"] == 1
    assert connected.sync().postings["posted"] == 0
    assert len(connected.books.payments) == 1
