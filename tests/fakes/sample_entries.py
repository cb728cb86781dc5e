"""Bank lines and expected movements for the matcher's tests, with sensible rest."""

from __future__ import annotations

from datetime import date, timedelta

from fbrecon.domain.matching.entries import Entry, NamedPart

MONDAY = date(2026, 3, 2)


def an_entry(
    id_: str,
    minor: int,
    day: int = 0,
    text: str = "",
    *,
    currency: str = "USD",
    references: tuple[str, ...] = (),
    named: tuple[NamedPart, ...] = (),
) -> Entry:
    """A movement so many days after a Monday."""
    return Entry(id_, minor, currency, MONDAY + timedelta(day), text, references, named)


def many_payouts(count: int = 40) -> tuple[list[Entry], list[Entry]]:
    """Lines and payouts of an ordinary business: one a day, a reference each, sums of their own."""
    payouts = [
        an_entry(
            f"po{n}", 10_000 + 977 * n, n, "Alternative Payments", references=(f"PO{7_000 + n}X",)
        )
        for n in range(count)
    ]
    lines = [
        an_entry(f"bl{n}", 10_000 + 977 * n, n + 1, f"ALTERNATIVE PAYMENTS PO{7_000 + n}X")
        for n in range(count)
    ]
    return lines, payouts
