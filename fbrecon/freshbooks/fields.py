"""Reading single fields of a row: what must be there, and what is wrong where it is not.

Every refusal is a `FieldError` whose text names the field in plain words, fit for a list of
problems.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import NoReturn

import msgspec

from fbrecon.domain.documents import Visibility
from fbrecon.domain.money import Money, MoneyError
from fbrecon.freshbooks.moments import UNSAID, read_day, read_moment
from fbrecon.freshbooks.wire import Loose, WireMoney

_MAX_ID = 2**63 - 1
_VISIBILITY = {0: Visibility.ACTIVE, 1: Visibility.DELETED, 2: Visibility.ARCHIVED}
_AT_PATH = re.compile(r"^(?P<what>.*?)(?: - at `\$\.?(?P<path>[^`]*)`)?$", re.S)
_KINDS = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "yes or no",
    "object": "a group of fields",
    "array": "a list",
    "null": "nothing",
}


class FieldError(ValueError):
    """A row that cannot be taken as it is; the text says which field and why."""


def odd(field: str, reason: str) -> NoReturn:
    """Refuse the row because of one field."""
    raise FieldError(f"The field “{field}” {reason}.")


def explain(problem: msgspec.DecodeError) -> str:
    """The decoder's complaint in plain words, naming the field."""
    found = _AT_PATH.match(str(problem))
    if found is None or not found["path"]:
        return "It is not a record that can be read."
    words = re.match(r"Expected `(?P<wanted>[^`]*)`, got `(?P<got>[^`]*)`", found["what"])
    if words is None:
        return f"The field “{found['path']}” cannot be read."
    wanted = [_KINDS.get(kind, kind) for kind in words["wanted"].split(" | ") if kind != "null"]
    got = _KINDS.get(words["got"], words["got"])
    return f"The field “{found['path']}” should be {' or '.join(wanted)}, but is {got}."


def read_id(field: str, *values: int | None) -> int:
    """The record's own number, from the first of its spellings that is there."""
    for value in values:
        if value is not None:
            if not 0 < value <= _MAX_ID:
                odd(field, f"is no usable number: {value!s:.30}")
            return value
    odd(field, "is missing")


def find_id(field: str, value: int | None) -> int | None:
    """Another record's number; FreshBooks says none with null as well as with 0."""
    return read_id(field, value) if value else None


def read_money(field: str, value: WireMoney | None, currency: str | None = None) -> Money:
    """An exact sum; `currency` is what its own code must be, or stands in where it has none."""
    if value is None or value.amount is None:
        odd(field, "is missing")
    code = value.code or currency
    if not code:
        odd(field, "has no currency")
    try:
        money = Money.parse(value.amount, code)
    except MoneyError as problem:
        odd(field, f"cannot be read exactly: {problem!s:.80}")
    if currency and code != currency:
        odd(field, f"is in {code}, the record in {currency}")
    return money


def find_money(field: str, value: WireMoney | None, currency: str) -> Money:
    """An exact sum, nothing where the field is missing or null."""
    if value is None or value.amount is None:
        return Money.zero(currency)
    return read_money(field, value, currency)


def read_date(field: str, value: str | None) -> date:
    """A date without a zone."""
    if not value:
        odd(field, "is missing")
    try:
        return read_day(value)
    except ValueError:
        odd(field, f"is not a date: “{value:.30}”")


def find_date(field: str, value: str | None) -> date | None:
    """A date without a zone, None where there is none."""
    return read_date(field, value) if value else None


def find_moment(field: str, value: str | None) -> datetime:
    """An aware UTC time; `UNSAID` where the row does not say."""
    if not value:
        return UNSAID
    try:
        return read_moment(value)
    except ValueError:
        odd(field, f"is not a time: “{value:.30}”")


def read_visibility(value: int | None) -> Visibility:
    """Active, archived or deleted. Not knowing it could count deleted money, so it must be said."""
    if value is None:
        odd("vis_state", "is missing")
    if value not in _VISIBILITY:
        odd("vis_state", f"has a value that is not documented: {value!s:.30}")
    return _VISIBILITY[value]


def loose_text(value: Loose | None) -> str:
    """A text for showing, from a text or a number."""
    return "" if value is None else str(value)
