"""Money, dates and spans of time in words, by the person's locale. Never a float."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, QTimeZone
from PySide6.QtGui import QGuiApplication

from fbrecon.domain.money import Money

from .language import tr

_DECIMAL = re.compile(r"(-?)(\d{1,15})(?:\.(\d+))?")
_MINUS = "\u2212"
_FROM_LEFT, _END = "\u2066", "\u2069"  # what stands between is set by itself, from the left


def number(count: int) -> str:
    """A count with the locale's grouping: 1,234."""
    return QLocale().toString(count)


def amount(money: Money) -> str:
    """The sum without its currency: 1,234.50, or \u221212.00 with a true minus sign."""
    return _figure(_amount(money))


@lru_cache(maxsize=4096)  # a table paints the same sums again and again
def _amount(money: Money) -> str:
    return _decimal(money.to_decimal_string())


def decimal(text: str) -> str:
    """A decimal string of any length with the locale's grouping; other text as it is."""
    return _figure(_decimal(text)) if _DECIMAL.fullmatch(text) else text


def _figure(text: str) -> str:
    """A figure reads from the left also where the window reads from the right.

    Else its minus would stand behind it, and its currency before it.
    """
    if QGuiApplication.layoutDirection() is not Qt.LayoutDirection.RightToLeft:
        return text
    return f"{_FROM_LEFT}{text}{_END}"


def _decimal(text: str) -> str:
    found = _DECIMAL.fullmatch(text)
    if found is None:
        return text
    locale = QLocale()
    part = locale.decimalPoint() + found[3] if found[3] else ""
    return (_MINUS if found[1] else "") + locale.toString(int(found[2])) + part


def money(value: Money | None) -> str:
    """The sum with its currency: 1,234.50 USD; a dash where there is none."""
    return "\u2013" if value is None else _figure(f"{_amount(value)} {value.currency}")


@lru_cache(maxsize=4096)
def day(on: date | None) -> str:
    """A calendar day, short, in the locale's own order; a dash where there is none."""
    if on is None:
        return "\u2013"
    return QLocale().toString(QDate(on.year, on.month, on.day), day_format())


def short_day(on: date) -> str:
    """A day without its year, for where the year is plain: Jun 1."""
    form = re.sub(r"[,\s]*('[^']*'\s*)?y+[\u5e74\ub144.]*[,\s]*", " ", day_format()).strip()
    return QLocale().toString(QDate(on.year, on.month, on.day), form)


def share(text: str) -> str:
    """A share as the core tells it ("2.91 %"), with the locale's own decimal mark."""
    return _figure(text.replace(".", QLocale().decimalPoint()))


def sentence_case(text: str) -> str:
    """The same with a capital at the beginning."""
    return text[:1].upper() + text[1:]


def day_format() -> str:
    """The locale's long form without the weekday and with a short month: never 3/4/26."""
    long = QLocale().dateFormat(QLocale.FormatType.LongFormat)
    return re.sub(r"^dddd\S*\s+|\s*\S*dddd$", "", long).replace("MMMM", "MMM")


def moment(at: datetime, *, seconds: bool = False) -> str:
    """The moment in the computer's own zone, short enough for a table: Mar 2, 2026 14:05."""
    local = QDateTime.fromSecsSinceEpoch(int(at.timestamp()), QTimeZone.systemTimeZone())
    time = QLocale().toString(local.time(), "HH:mm:ss" if seconds else "HH:mm")
    return f"{QLocale().toString(local.date(), day_format())} {time}"


def exact(at: datetime | None) -> str:
    """The moment in the computer's own zone, with seconds; empty where there is none."""
    if at is None:
        return ""
    local = QDateTime.fromSecsSinceEpoch(int(at.timestamp()), QTimeZone.systemTimeZone())
    return QLocale().toString(local, QLocale.FormatType.LongFormat)


def relative(at: datetime | None, now: datetime) -> str:
    """How far away a moment is: "in 3 min", "2 h ago", "just now", "never" for None."""
    if at is None:
        return tr("never")
    seconds = int((at - now).total_seconds())
    if abs(seconds) < 45:
        return tr("just now") if seconds <= 0 else tr("in a moment")
    span = _span(abs(seconds))
    if not span:
        return day(at.astimezone(ZoneInfo("UTC")).date())
    return (tr("in {span}") if seconds > 0 else tr("{span} ago")).format(span=span)


def _span(seconds: int) -> str:
    minutes = (seconds + 30) // 60
    if minutes < 60:
        return tr("{minutes} min").format(minutes=minutes)
    hours = (seconds + 1800) // 3600
    if hours < 24:
        return tr("{hours} h").format(hours=hours)
    days = timedelta(seconds=seconds).days
    if days == 1 or hours < 48:
        return tr("1 day")
    return tr("{days} days").format(days=days) if days < 30 else ""


def left(seconds: float) -> str:
    """How long something still takes, as far as can be told: "about 4 min left"."""
    if seconds < 45:
        return tr("less than a minute left")
    return tr("about {span} left").format(span=_span(round(seconds)))


def every(minutes: int) -> str:
    """A period: every 5 min, every hour, every day."""
    if minutes == 60:
        return tr("every hour")
    if minutes == 24 * 60:
        return tr("every day")
    if minutes % 60 == 0:
        return tr("every {hours} h").format(hours=minutes // 60)
    return tr("every {minutes} min").format(minutes=minutes)


def counted(count: int, one: str, many: str) -> str:
    """`counted(3, "{n} row", "{n} rows")` is "3 rows", with the locale's grouping.

    In French nothing is one, too: 0 ligne.
    """
    is_one = count == 1 or (count == 0 and QLocale().language() is QLocale.Language.French)
    return (one if is_one else many).format(n=number(count))


def forget() -> None:
    """Nothing written in the language before: for when another begins."""
    for kept in (_amount, day):
        kept.cache_clear()
