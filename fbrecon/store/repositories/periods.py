"""Periods that a person closed, and the rows that were agreed with them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from fbrecon.domain.closings import AgreedFigures, AgreedRow, ClosedPeriod
from fbrecon.domain.money import Money
from fbrecon.store.composed import composed
from fbrecon.store.database import CompanyFile
from fbrecon.store.period_tables import ClosedPeriodRow, ClosedRowRow


class ClosedPeriods:
    """Reads and writes the closings of one company file."""

    def __init__(self, file: CompanyFile) -> None:
        self._file = file

    def closed_until(self) -> date | None:
        """The last day that is closed; None where none is."""
        found = self._file.find(_newest_first())
        return None if found is None else found.until_on

    def list_periods(self) -> list[ClosedPeriod]:
        """All closings, oldest first."""
        query = ClosedPeriodRow.select().order_by(ClosedPeriodRow.until_on)
        return [
            ClosedPeriod(row.since_on, row.until_on, row.closed_at, _figures(row.figures))
            for row in self._file.rows(query)
        ]

    def agreed(self, until_on: date) -> dict[str, tuple[AgreedRow, str]]:
        """What was agreed with that closing: each row by its id, with the digest that was kept."""
        query = ClosedRowRow.select().where(ClosedRowRow.until_on == until_on)
        return {
            row.id: (
                AgreedRow(row.id, row.on_date, Money(row.amount_minor, row.currency), row.text),
                row.digest,
            )
            for row in self._file.rows(query)
        }

    def close(self, period: ClosedPeriod, rows: Iterable[AgreedRow]) -> None:
        """Keep a closing with its rows."""
        figures = [
            [
                f.expected.currency,
                f.expected.minor,
                None if f.proven is None else f.proven.minor,
            ]
            for f in period.figures
        ]
        day = period.until_on
        with self._file.write():
            self._file.put(
                ClosedPeriodRow,
                until_on=day,
                since_on=period.since_on,
                closed_at=period.closed_at,
                figures=json.dumps(figures),
            )
            fields: Any = ClosedRowRow._meta.sorted_fields  # noqa: SLF001 - as in upsert
            self._file.run_many(
                ClosedRowRow.insert(dict.fromkeys(fields, "")),
                [
                    (
                        day.isoformat(),
                        row.id,
                        row.on.isoformat(),
                        row.amount.currency,
                        row.amount.minor,
                        row.text,
                        row.digest,
                    )
                    for row in rows
                ],
            )

    def reopen(self, from_on: date) -> None:
        """Forget the closings that hold that day or a later one."""
        with self._file.write():
            self._file.run(ClosedPeriodRow.delete().where(ClosedPeriodRow.until_on >= from_on))


@composed
def _newest_first() -> Any:
    return ClosedPeriodRow.select().order_by(ClosedPeriodRow.until_on.desc())


def _figures(text: str) -> tuple[AgreedFigures, ...]:
    return tuple(
        AgreedFigures(
            Money(expected, currency), None if proven is None else Money(proven, currency)
        )
        for currency, expected, proven in json.loads(text)
    )
