"""What a table is filtered by, and such filters kept under a name."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from fbrecon.app.views import TableQuery
from fbrecon.domain.periods import list_periods

from .. import texts
from ..memory import WindowMemory

BETWEEN: Final = "between"
PERIODS: Final = (
    "",
    "this_month",
    "last_month",
    "this_quarter",
    "last_quarter",
    "this_year",
    "last_year",
    BETWEEN,
)
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class TableFilter:
    """A text, a state, a period (one of `PERIODS`) and a currency; "" lets everything through."""

    text: str = ""
    status: str = ""
    period: str = ""
    from_on: date | None = None  # for a period between two days
    until_on: date | None = None
    currency: str = ""

    def applied(self, query: TableQuery, today: date) -> TableQuery:
        """The query with this filter, in the same order."""
        named = next((p for p in list_periods(today) if p.key == self.period), None)
        own = (self.from_on, self.until_on) if self.period == BETWEEN else (None, None)
        from_on, until_on = own if named is None else (named.from_on, named.until_on)
        return replace(
            query,
            text=self.text,
            status=self.status,
            from_on=from_on,
            until_on=until_on,
            currency=self.currency,
        )

    def as_json(self) -> dict[str, str]:
        """Texts, to be kept."""
        return {
            "text": self.text,
            "status": self.status,
            "period": self.period,
            "from_on": self.from_on.isoformat() if self.from_on else "",
            "until_on": self.until_on.isoformat() if self.until_on else "",
            "currency": self.currency,
        }


def _read(kept: dict[str, str]) -> TableFilter:
    period = kept.get("period", "")
    if period not in PERIODS:
        raise ValueError(f"there is no period {period!r}")
    return TableFilter(
        kept.get("text", ""),
        kept.get("status", ""),
        period,
        _day(kept.get("from_on", "")),
        _day(kept.get("until_on", "")),
        kept.get("currency", ""),
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


class SavedFilters:
    """The filters of one table in one company, by name."""

    def __init__(self, memory: WindowMemory, key: str) -> None:
        self._memory = memory
        self._key = key

    def by_name(self) -> dict[str, TableFilter]:
        """All of them, sorted; what cannot be read is left out, as if it had been deleted."""
        try:
            kept = json.loads(self._memory.text(self._key) or "{}")
            found = {str(name): _read(one) for name, one in kept.items()}
        except (ValueError, TypeError, AttributeError, KeyError):
            return {}
        return dict(sorted(found.items(), key=lambda pair: pair[0].casefold()))

    def keep(self, name: str, chosen: TableFilter) -> str:
        """Keep one under the name, in place of an older one; returns the name as it is kept."""
        name = texts.one_line(name)[:_LONGEST_NAME].strip()
        if name:
            self._write({**self.by_name(), name: chosen})
        return name

    def forget(self, name: str) -> None:
        """Delete one."""
        self._write({key: one for key, one in self.by_name().items() if key != name})

    def _write(self, filters: dict[str, TableFilter]) -> None:
        kept = {name: one.as_json() for name, one in filters.items()}
        self._memory.keep(self._key, json.dumps(kept, ensure_ascii=True))
