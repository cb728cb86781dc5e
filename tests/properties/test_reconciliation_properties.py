"""Whatever happened in the books: opening and movements make the closing, and sums their rows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from fbrecon.domain.money import Money, total
from fbrecon.domain.postings import Posting
from fbrecon.domain.reconciliation import Funds, make_statements
from fbrecon.domain.reports import RowKind, Table
from fbrecon.domain.statement_tables import (
    buckets_table,
    movements_table,
    statement_table,
    sum_of_items,
)
from tests.fakes.sample_reports import (
    FIRST,
    FUNDS,
    a_funds_entry,
    a_funds_payment,
    a_funds_posting,
)

days = st.integers(-40, 70)
minors = st.integers(1, 10_000_00)


def marker(number: int) -> str:
    return f"FBR-{number:016d}"


abouts: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.integers(1, 2).map(lambda n: {"payment_id": n}),
    st.integers(1, 3).map(lambda n: {"description": marker(n)}),
    st.just({"name": "By hand"}),
)


@st.composite
def books(draw: st.DrawFn) -> Funds:
    """Payments, some taken back or paid out; entries; and a ledger that may tell otherwise."""
    payments = [
        a_funds_payment(
            number,
            draw(minors),
            draw(days),
            payout=draw(st.none() | st.tuples(st.sampled_from(["o1", "o2", "o3"]), days)),
            removed=draw(st.none() | days),
            currency=draw(st.sampled_from(["USD", "USD", "CAD"])),
        )
        for number in range(1, draw(st.integers(0, 7)) + 1)
    ]
    entries = [
        a_funds_entry(f"o{n}", draw(days), draw(minors), draw(minors), marker=marker(n))
        for n in range(1, draw(st.integers(0, 3)) + 1)
    ]
    postings: list[Posting] = []
    for number in range(1, draw(st.integers(0, 10)) + 1):
        about: dict[str, Any] = draw(abouts)
        minor = draw(minors) * draw(st.sampled_from([1, -1]))
        postings.append(a_funds_posting(number, minor, draw(days), **about))
    read = draw(st.booleans())
    return Funds(
        tuple(payments), tuple(entries), tuple(postings) if read else None, frozenset({FUNDS})
    )


periods = st.tuples(st.integers(-10, 40), st.integers(0, 40)).map(
    lambda pair: (FIRST + timedelta(pair[0]), FIRST + timedelta(pair[0] + pair[1]))
)


def amount(table: Table, key: str, currency: str, column: str = "amount") -> Money:
    (row,) = (r for r in table.rows if r.key == key and r.currency == currency)
    found = row.cells[column]
    assert isinstance(found, Money)
    return found


@given(books(), periods)
def test_opening_and_movements_make_the_closing_to_the_cent(
    funds: Funds, period: tuple[date, date]
) -> None:
    statements = make_statements(funds, *period)
    table = statement_table(statements, *period)
    moved = movements_table(statements, {})
    buckets = buckets_table(statements)
    for made in statements:
        currency = made.currency
        assert made.difference.is_zero
        lines = [
            row.cells["amount"]
            for row in table.rows
            if row.currency == currency and row.kind is RowKind.ROW
        ]
        whole = total((m for m in lines if isinstance(m, Money)), currency)
        assert amount(table, "opening", currency) + whole == amount(table, "closing", currency)
        for row in moved.rows:
            if row.kind is RowKind.SUBTOTAL and row.currency == currency:
                parts = [
                    other.cells["amount"]
                    for other in moved.rows
                    if other.kind is RowKind.ROW
                    and other.currency == currency
                    and f"{other.cells['line']}, total" == row.cells["line"]
                ]
                own = total((m for m in parts if isinstance(m, Money)), currency)
                assert own == row.cells["amount"] == amount(table, row.key, currency)
        # The buckets make up the balance, at both ends.
        assert sum_of_items(made.after) == made.closing
        assert sum_of_items(made.before) == made.opening
        if made.after.proven is not None:
            assert amount(buckets, "difference", currency, "closing").is_zero


@given(books(), periods, st.integers(0, 30))
def test_periods_that_follow_each_other_join(
    funds: Funds, period: tuple[date, date], more: int
) -> None:
    begin, end = period
    last = end + timedelta(1 + more)
    first = {s.currency: s for s in make_statements(funds, begin, end)}
    then = make_statements(funds, end + timedelta(1), last)
    for made in then:
        if made.currency in first:
            assert made.opening == first[made.currency].closing
