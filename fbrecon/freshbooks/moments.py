"""FreshBooks' dates and times. Nothing else in the program turns Eastern time into UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime

from fbrecon.clock import EASTERN

# Stands for "never said" where a row has no `updated`: older than any mark, so it moves none.
UNSAID = datetime(1970, 1, 1, tzinfo=UTC)


def read_moment(text: str) -> datetime:
    """An aware UTC time from either form that FreshBooks sends. Raises ValueError.

    `YYYY-MM-DD HH:MM:SS[.ffffff]` has no zone and means US/Eastern with its summer time; of the
    hour that autumn repeats the first is taken (`fold=0`), since the text does not say which. A
    text with `Z` or an offset says itself what it means.
    """
    if len(text) < 19 or text[4] != "-" or text[7] != "-" or text[10] not in " T":
        raise ValueError("not a date and time")
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=EASTERN, fold=0)
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise ValueError("a time outside the calendar") from None


def read_day(text: str) -> date:
    """A date without a zone, `YYYY-MM-DD` and nothing else. Raises ValueError."""
    if len(text) != 10 or text[4] != "-" or text[7] != "-":
        raise ValueError("not a date")
    return date.fromisoformat(text)
