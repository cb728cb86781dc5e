"""Column types that a STRICT table accepts, and what they mean in Python."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from peewee import IntegerField, TextField

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def to_micros(moment: datetime) -> int:
    """UTC microseconds since 1970 of an aware time, without passing through a float."""
    return (moment - _EPOCH) // timedelta(microseconds=1)


def from_micros(micros: int) -> datetime:
    """The aware UTC time of microseconds since 1970."""
    return _EPOCH + timedelta(microseconds=micros)


class UtcField(IntegerField):
    """An aware time as UTC microseconds since 1970."""

    def db_value(self, value: datetime | int | None) -> int | None:
        """Aware datetime to integer."""
        return to_micros(value) if isinstance(value, datetime) else value

    def python_value(self, value: int | None) -> datetime | None:
        """Integer to aware datetime."""
        return None if value is None else from_micros(value)


class DayField(TextField):
    """A calendar day as `YYYY-MM-DD`; never passes through a time."""

    def db_value(self, value: date | str | None) -> str | None:
        """Day to text."""
        return value.isoformat() if isinstance(value, date) else value

    def python_value(self, value: str | None) -> date | None:
        """Text to day."""
        return None if value is None else date.fromisoformat(value)


class MinorField(IntegerField):
    """Money in minor units; the currency stands in a column beside it."""
