"""Queries that are composed once give what peewee gives, whatever their values are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fbrecon.store.composed import composed
from fbrecon.store.database import CompanyFile
from fbrecon.store.tables import BookPaymentRow

_T0 = datetime(2026, 1, 1, tzinfo=UTC)
_COLUMNS = [field.name for field in BookPaymentRow._meta.sorted_fields]


@composed
def _some(ids: Sequence[int], day: date | None, customer: int | None, *, before: datetime) -> Any:
    query = BookPaymentRow.select().where(
        BookPaymentRow.paid_on != day,
        BookPaymentRow.customer_id == customer,
        BookPaymentRow.updated_at <= before,
    )
    return query.where(BookPaymentRow.id.in_(ids)).order_by(BookPaymentRow.id)


@composed
def _change(number: int, **values: Any) -> Any:
    return BookPaymentRow.update(**values).where(BookPaymentRow.id == number)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CompanyFile]:
    folder: Path = tmp_path_factory.mktemp("composed")
    file = CompanyFile(folder / "company.db")
    for number in range(8):
        file.put(
            BookPaymentRow, id=number, invoice_id=None, customer_id=number % 3 or None,
            credit_id=None, currency="USD", amount_minor=number, paid_on=date(2026, 1, 1 + number),
            method="Check", note=f"note {number}", marker=None, gateway="", overpayment_id=None,
            from_credit=0, visibility="active", updated_at=_T0 + timedelta(days=number), digest=0,
        )  # fmt: skip
    yield file
    file.close()


@given(
    ids=st.lists(st.integers(0, 9), max_size=9),
    day=st.none() | st.dates(date(2026, 1, 1), date(2026, 1, 9)),
    customer=st.none() | st.integers(1, 2),
    days=st.integers(0, 9),
)
def test_composed_once_a_query_finds_what_peewee_finds(
    file: CompanyFile, ids: list[int], day: date | None, customer: int | None, days: int
) -> None:
    before = _T0 + timedelta(days=days)
    plain = file.rows(_some.build(ids, day, customer, before=before))
    wanted = [tuple(getattr(row, name) for name in _COLUMNS) for row in plain]
    asked = _some(ids, day, customer, before=before)
    assert [tuple(getattr(row, name) for name in _COLUMNS) for row in file.rows(asked)] == wanted
    first = file.find(asked)
    assert (None if first is None else tuple(first)) == (wanted[0] if wanted else None)


@given(
    number=st.integers(0, 9),
    values=st.fixed_dictionaries(
        {},
        optional={
            "note": st.text(max_size=5),
            "method": st.text(max_size=5),
            "marker": st.none() | st.text(max_size=5),
            "amount_minor": st.integers(-5, 5),
            "updated_at": st.datetimes(timezones=st.just(UTC)),
        },
    ).filter(bool),
)
def test_composed_once_a_change_changes_what_peewee_would(
    file: CompanyFile, number: int, values: dict[str, Any]
) -> None:
    whole = BookPaymentRow.select().order_by(BookPaymentRow.id)
    seen = []
    for query in (_change.build(number, **values), _change(number, **values)):
        with file.rehearsing():
            seen.append((file.run(query), file.tuples(whole)))
    assert seen[0] == seen[1]


def test_a_query_that_depends_on_a_value_is_refused() -> None:
    @composed
    def peeking(number: int) -> Any:
        return BookPaymentRow.select().where(BookPaymentRow.id == (number or 1))

    with pytest.raises(TypeError, match="only on its place"):
        peeking(3).shape()


def test_a_query_that_leaves_an_argument_out_is_refused() -> None:
    @composed
    def forgetful(number: int, note: str) -> Any:
        del note
        return BookPaymentRow.select().where(BookPaymentRow.id == number)

    with pytest.raises(TypeError, match="each of its arguments"):
        forgetful(3, "x").shape()
