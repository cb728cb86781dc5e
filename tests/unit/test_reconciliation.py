"""The statement of undeposited funds: each movement on its line, and nothing folded in."""

from __future__ import annotations

from datetime import date

from fbrecon.domain.clearing import Bucket
from fbrecon.domain.money import Money
from fbrecon.domain.periods import list_periods
from fbrecon.domain.reconciliation import Funds, MovementLine, Statement, make_statements
from tests.fakes.sample_reports import (
    FIRST,
    FUNDS,
    LAST,
    a_funds_entry,
    a_funds_payment,
    a_funds_posting,
    some_funds,
    usd,
)

MARKER = "FBR-0123456789ABCDEF"
L = MovementLine


def of_march(funds: Funds) -> Statement:
    (made,) = make_statements(funds, FIRST, LAST)
    return made


def sums(made: Statement) -> dict[str, int]:
    found = {line.value: made.sum_of(line).minor for line in MovementLine}
    return {name: minor for name, minor in found.items() if minor}


def test_facts_alone_lead_from_the_opening_to_the_closing_balance() -> None:
    made = of_march(some_funds())
    assert (made.opening, made.closing) == (usd(10_000), usd(9_999 + 123_456))
    assert sums(made) == {
        "payments_in": 25_050 + 9_999 + 123_456,
        "payouts_out": -34_000,
        "fees": -1_050,
    }
    assert made.difference.is_zero
    assert made.after.sum_of(Bucket.NOT_PAID_OUT) == usd(123_456)
    assert made.after.sum_of(Bucket.NOT_ENTERED) == usd(9_999)
    assert made.after.proven is None


def test_how_it_stood_then_is_told_not_how_it_stands_now() -> None:
    """Paid out on the 25th, so open on the 24th."""
    (made,) = make_statements(some_funds(), FIRST, date(2026, 3, 24))
    assert made.after.sum_of(Bucket.NOT_PAID_OUT) == usd(9_999)
    assert made.after.sum_of(Bucket.NOT_ENTERED).is_zero
    (made,) = make_statements(some_funds(), FIRST, date(2026, 3, 25))
    assert made.after.sum_of(Bucket.NOT_PAID_OUT).is_zero
    assert made.after.sum_of(Bucket.NOT_ENTERED) == usd(9_999)


def test_a_payment_taken_back_later_was_there_until_then() -> None:
    funds = Funds((a_funds_payment(1, day=-5, removed=10),), (), None, frozenset())
    made = of_march(funds)
    assert (made.opening.minor, made.closing.minor) == (10_000, 0)
    assert sums(made) == {"refunds_and_returns": -10_000}


def test_a_payment_taken_back_before_its_own_day_never_counted() -> None:
    funds = Funds((a_funds_payment(1, day=20, removed=3),), (), None, frozenset())
    made = of_march(funds)
    assert (made.opening.minor, made.closing.minor, made.difference.minor) == (0, 0, 0)


def test_the_ledgers_postings_count_where_they_were_read() -> None:
    payments = (a_funds_payment(1, 10_000, 2, payout=("o1", 4)), a_funds_payment(2, 5_000, 6))
    postings = (
        a_funds_posting(1, 10_000, 2, payment_id=1),
        a_funds_posting(2, -10_000, 4, description=f"Payout {MARKER}"),
        a_funds_posting(3, 5_000, 6, payment_id=2),
        a_funds_posting(4, -5_000, 9, payment_id=2),
        a_funds_posting(5, 3_000, 9, payment_id=2),
        a_funds_posting(6, -777, 12, name="Stamps"),
    )
    entry = a_funds_entry("o1", 4, 9_700, 300, marker=MARKER)
    made = of_march(Funds(payments, (entry,), postings, frozenset({FUNDS})))
    assert made.closing == usd(10_000 - 10_000 + 3_000 - 777)
    assert sums(made) == {
        "payments_in": 15_000,
        "payouts_out": -9_700,
        "fees": -300,
        "refunds_and_returns": -2_000,
        "other_postings": -777,
    }
    assert made.difference.is_zero
    assert [m.id for m in made.movements if m.line is L.OTHER] == ["post_6"]


def test_an_entry_that_is_not_as_written_stands_on_a_line_of_its_own() -> None:
    postings = (a_funds_posting(2, -9_000, 4, description=MARKER),)
    entry = a_funds_entry("o1", 4, 9_700, 300, marker=MARKER)
    made = of_march(Funds((), (entry,), postings, frozenset({FUNDS})))
    assert sums(made) == {
        "payouts_out": -9_700,
        "fees": -300,
        "entries_not_as_written": 1_000,
    }
    assert made.difference.is_zero


def test_postings_of_other_accounts_move_nothing() -> None:
    postings = (a_funds_posting(1, 5_000, 2),)
    assert make_statements(Funds((), (), postings, frozenset()), FIRST, LAST) == []


def test_currencies_never_meet() -> None:
    payments = (a_funds_payment(1), a_funds_payment(2, 500, currency="JPY"))
    made = make_statements(Funds(payments, (), None, frozenset()), FIRST, LAST)
    assert [s.closing for s in made] == [Money(500, "JPY"), usd(10_000)]


def test_what_the_movements_do_not_explain_is_the_difference() -> None:
    made = of_march(some_funds())
    less = Statement("USD", made.opening, made.movements[1:], made.closing, made.before, made.after)
    assert less.difference == made.movements[0].amount


def test_the_usual_periods_are_whole_months_quarters_and_years() -> None:
    found = {p.key: (str(p.from_on), str(p.until_on)) for p in list_periods(date(2026, 1, 31))}
    assert found == {
        "this_month": ("2026-01-01", "2026-01-31"),
        "last_month": ("2025-12-01", "2025-12-31"),
        "this_quarter": ("2026-01-01", "2026-03-31"),
        "last_quarter": ("2025-10-01", "2025-12-31"),
        "this_year": ("2026-01-01", "2026-12-31"),
        "last_year": ("2025-01-01", "2025-12-31"),
    }
    leap = {p.key: str(p.until_on) for p in list_periods(date(2024, 3, 1))}
    assert leap["last_month"] == "2024-02-29"
