"""Around both clock changes in New York nothing is lost and nothing comes twice."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fbrecon.domain.documents import Visibility
from fbrecon.domain.ids import InvoiceId
from fbrecon.domain.moments import EASTERN, eastern_day
from fbrecon.freshbooks.fields import find_moment
from fbrecon.sync.request import SCHEDULED
from tests.sync.bench import Bench

SPRING = datetime(2026, 3, 8, 7, 0, tzinfo=UTC)  # 2:00 there becomes 3:00
AUTUMN = datetime(2026, 11, 1, 6, 0, tzinfo=UTC)  # 2:00 there becomes 1:00
_FEWER = settings(max_examples=max(5, settings().max_examples // 20), deadline=None)

near = st.sampled_from([SPRING, AUTUMN]).flatmap(
    lambda change: st.timedeltas(timedelta(hours=-30), timedelta(hours=30)).map(
        lambda away: change + away
    )
)


@given(at=near)
def test_a_time_as_freshbooks_writes_it_keeps_its_day_and_is_off_by_an_hour_at_most(
    at: datetime,
) -> None:
    """The autumn hour comes twice and its text does not say which one is meant."""
    at = at.replace(microsecond=0)
    there = at.astimezone(EASTERN)
    read = find_moment("updated", there.strftime("%Y-%m-%d %H:%M:%S"))
    assert eastern_day(read) == eastern_day(at)
    ambiguous = there.replace(fold=0).utcoffset() != there.replace(fold=1).utcoffset()
    assert abs(read - at) <= (timedelta(hours=1) if ambiguous else timedelta(0))


_steps = st.lists(
    st.tuples(
        st.integers(1, 420),
        st.sampled_from(["edit", "add", "pay", "delete payment", "collect", "nothing"]),
        st.sampled_from(["payments", "invoices", "all", ""]),
    ),
    min_size=4,
    max_size=9,
)
_PARTS = {
    "payments": {"payments"},
    "invoices": {"accounts", "customers", "invoices", "lines"},
    "all": {"accounts", "customers", "invoices", "lines", "payments"},
}


@_FEWER
@given(change=st.sampled_from([SPRING, AUTUMN]), before=st.integers(0, 36), steps=_steps)
def test_whatever_changes_around_a_clock_change_is_mirrored_and_recorded_once(
    change: datetime, before: int, steps: list[tuple[int, str, str]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        start = change - timedelta(hours=before) - bench.clock.now()
        bench.advance(seconds=start.total_seconds())
        bench.change_rules(post_since=(change - timedelta(days=3)).date())
        invoices = [bench.books.add_invoice(10_000) for _ in range(3)]
        bench.sync()
        collected: dict[int, str] = {}
        for minutes, act, parts in steps:
            bench.advance(minutes=minutes)
            _act(bench, act, invoices, collected)
            if parts:
                bench.sync(_PARTS[parts], reason=SCHEDULED)
        for _ in range(2):
            bench.advance(minutes=61)
            bench.sync(reason=SCHEDULED)
        books, mirror = bench.books, bench.stores.books
        for invoice in books.invoices.values():
            assert mirror.find_invoice(invoice.id) == invoice
        for payment in books.payments.values():
            kept = mirror.find_payment(payment.id)
            if payment.visibility is not Visibility.DELETED or kept is not None:
                assert kept == payment
        for number in collected:
            assert len(bench.recorded(number)) == 1, number
        bench.stores.close()


def _act(bench: Bench, act: str, invoices: list[InvoiceId], collected: dict[int, str]) -> None:
    books = bench.books
    free = [i for i in invoices if i not in collected and not books.invoices[i].outstanding.is_zero]
    if act == "edit" and free:
        books.edit_invoice(free[0], books.invoices[free[0]].total.minor + 100)
    elif act == "add":
        invoices.append(books.add_invoice(5_000))
    elif act == "pay" and free:
        books.pay_by_hand(free[-1], 100)
    elif act == "delete payment":
        ours = [p for p in books.payments.values() if "FBR-" not in p.note]
        live = [p.id for p in ours if p.visibility is not Visibility.DELETED]
        if live:
            books.delete_payment(live[0])
    elif act == "collect":
        recorded = [i for i in free if not bench.recorded(i)]
        copies = {
            text.split("Invoice ")[1].split()[0].strip(",·:"): copy
            for copy in bench.platform.invoices.values()
            for text in copy.descriptions[:1]
            if copy.state == "open" and "Invoice " in text
        }
        for number in recorded:
            copy = copies.get(books.invoices[number].number)
            if copy is not None and copy.total == books.invoices[number].outstanding:
                collected[number] = bench.platform.pay(copy.id)
                return


@pytest.mark.parametrize("change", [SPRING, AUTUMN])
def test_a_row_changed_in_each_half_hour_of_the_change_is_read_once_changed(
    change: datetime, tmp_path: Path
) -> None:
    bench = Bench(tmp_path, writes=False)
    invoice = bench.books.add_invoice(10_000)
    start = change - timedelta(hours=3) - bench.clock.now()
    bench.advance(seconds=start.total_seconds())
    bench.sync()
    for place in range(1, 13):
        bench.advance(minutes=30)
        bench.books.edit_invoice(invoice, 10_000 + place)
        report = bench.sync({"invoices"}, reason=SCHEDULED)
        counts = report.resources["invoices"]
        assert (counts.new, counts.changed) == (0, 1)
        assert bench.mirrored(invoice) == bench.books.invoices[invoice]
    bench.stores.close()
