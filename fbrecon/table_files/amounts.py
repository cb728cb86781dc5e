"""Sums as people write them, exactly: which mark is the decimal one is decided by the whole column.

`1,234` is a thousand in one country and one and a quarter in another. A column where nothing tells
is asked about. Read are thousands in groups (also of two, as in India), a decimal point or comma,
minus before or after, parentheses, CR and DR, and a currency's sign or code beside the figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, Literal

from fbrecon.domain.money import MoneyError, exponent
from fbrecon.errors import AskAboutFile
from fbrecon.table_files.problems import FieldError, shown

Mark = Literal[".", ","]
MARKS: Final[tuple[Mark, Mark]] = (".", ",")
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2212": "-", "\u2019": "'"})
_SIGNS: Final = {"€": "EUR", "£": "GBP", "₹": "INR", "$": "", "¥": ""}
_CODE = re.compile(r"^([A-Za-z]{3})\b\s*(?=[-+(]?\s*[\d.,])|(?<=[\d.,)\-])\s*([A-Za-z]{3})$")
_SIDE = re.compile(r"(?<=[\d.,])\s*(CR|DR)\.?$", re.IGNORECASE)
_BODY = re.compile(r"[0-9][0-9 .,']*\Z|[.,][0-9]+\Z")
_SIMPLE = re.compile(r"[0-9]{1,9}(?:[.,][0-9]{1,9})?")
_MAX_LETTERS: Final = 60
_MOST_DIGITS: Final = 12  # before the mark; a million millions


@dataclass(frozen=True, slots=True)
class _Figure:
    """A sum taken apart: `body` is digits with marks, `currency` what stood beside it or ""."""

    body: str
    is_negative: bool
    currency: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A sum as it stands in a row, with the row's currency where that is known."""

    row: int
    text: str
    currency: str


def decide_mark(column: str, cells: Iterable[Cell], beside: Iterable[Cell] = ()) -> Mark:
    """The decimal mark of a column. Raises `AskAboutFile` where the column does not tell.

    Where nothing in the column itself is certain, the sums `beside` it in the file are looked at.
    """
    told = _evidence(column, cells)
    if told.unclear and not told.certain:
        told.certain = _evidence(column, beside).certain
    # Only where no figure tells by its form may a currency without thousandths tell.
    found = told.certain or told.by_currency
    if len(found) == 1:
        return next(iter(found))
    if len(found) > 1:
        raise _ask(
            column, f"Row {found['.']} has a decimal point, row {found[',']} a decimal comma."
        )
    if told.unclear:
        mark, row = next(iter(told.unclear.items()))
        raise _ask(column, f"In row {row}, for example, the {_NAME[mark]} may stand for either.")
    return "."


@dataclass(slots=True)
class _Evidence:
    """The first row that tells for each mark that it is the decimal one, by how sure that is."""

    certain: dict[Mark, int] = field(default_factory=dict)
    by_currency: dict[Mark, int] = field(default_factory=dict)
    unclear: dict[Mark, int] = field(default_factory=dict)


def _evidence(column: str, cells: Iterable[Cell]) -> _Evidence:
    found = _Evidence()
    for cell in cells:
        try:
            figure = _take_apart(column, cell.text)
        except FieldError:
            continue  # it becomes the row's own problem
        _look_at(found, figure.body, figure.currency or cell.currency, cell.row)
    return found


def read_amount(column: str, text: str, mark: Mark, currency: str) -> Decimal:
    """The sum, exactly. Raises `FieldError`, also for more decimals than the currency has."""
    figure = _take_apart(column, text)
    if figure.currency and currency and figure.currency != currency:
        raise FieldError(
            column, f"{shown(text)} is in {figure.currency}, but the row's currency is {currency}."
        )
    whole, _, part = figure.body.partition(mark)
    digits = _join_groups(whole)
    if digits is None or not part.isascii() or not (part.isdigit() or not part):
        raise FieldError(column, f"{shown(text)} is not a sum with a decimal {_NAME[mark]}.")
    if len(digits.lstrip("0")) > _MOST_DIGITS or len(part) > _MOST_DIGITS:
        raise FieldError(column, f"{shown(text)} is larger or finer than any real sum.")
    money = currency or figure.currency
    if money and part[_decimals(column, money) :].strip("0"):
        raise FieldError(column, f"{shown(text)} has more decimals than {money} has.")
    amount = Decimal(f"{digits or '0'}.{part or '0'}")
    if money:
        amount = amount.quantize(Decimal(1).scaleb(-_decimals(column, money)))
    return -amount if figure.is_negative and amount else amount


def _decimals(column: str, currency: str) -> int:
    try:
        return exponent(currency)
    except MoneyError as error:
        raise FieldError(column, f"{shown(currency)} is not a currency code.") from error


def _take_apart(column: str, text: str) -> _Figure:
    if _SIMPLE.fullmatch(text):  # what most of them are
        return _Figure(text, is_negative=False, currency="")
    rest = text.translate(_SPACES).strip()
    if len(rest) > _MAX_LETTERS:
        raise FieldError(column, f"{shown(text)} is not a sum.")
    signs = 0
    side = _SIDE.search(rest)
    if side:
        signs += side[1].upper() == "DR"
        rest = rest[: side.start()].strip()
    currency, rest = _take_currency(rest)
    if rest.startswith("(") and rest.endswith(")"):
        signs += 1
        rest = rest[1:-1].strip()
    elif rest.endswith("-"):
        signs += 1
        rest = rest[:-1].strip()
    if rest.startswith("-"):
        signs += 1
        rest = rest[1:].strip()
    elif rest.startswith("+"):
        rest = rest[1:].strip()
    if not currency:
        currency, rest = _take_currency(rest)
    if signs > 1 or not _BODY.match(rest):
        raise FieldError(column, f"{shown(text)} is not a sum.")
    return _Figure(rest, signs == 1, currency)


def _take_currency(rest: str) -> tuple[str, str]:
    for sign, code in _SIGNS.items():
        if rest.startswith(sign):
            return code, rest[len(sign) :].strip()
        if rest.endswith(sign):
            return code, rest[: -len(sign)].strip()
    # The sign may stand behind a minus: -$12.00
    if len(rest) > 1 and rest[0] in "-+(" and rest[1] in _SIGNS:
        return _SIGNS[rest[1]], rest[0] + rest[2:]
    found = _CODE.search(rest)
    if found:
        code = (found[1] or found[2]).upper()
        return code, (rest[: found.start()] + rest[found.end() :]).strip()
    return "", rest


def _look_at(found: _Evidence, body: str, currency: str, row: int) -> None:
    """Note which mark this figure says is the decimal one."""
    dots, commas = body.count("."), body.count(",")
    if not dots and not commas:
        return
    if dots and commas:
        last: Mark = "." if body.rfind(".") > body.rfind(",") else ","
        found.certain.setdefault(last, row)
        return
    mark: Mark = "." if dots else ","
    other: Mark = "," if dots else "."
    if dots + commas > 1:
        found.certain.setdefault(other, row)
        return
    head, _, tail = body.partition(mark)
    if len(tail) != 3 or not 0 < len(head) <= 3 or head.startswith("0"):
        found.certain.setdefault(mark, row)
    elif currency and tail[_places(currency) :].strip("0"):
        found.by_currency.setdefault(other, row)  # as decimals they would be too fine
    else:
        found.unclear.setdefault(mark, row)


def _places(currency: str) -> int:
    try:
        return exponent(currency)
    except MoneyError:
        return 4


def _join_groups(whole: str) -> str | None:
    """The digits of a whole number with or without groups; None where the groups are odd."""
    marks = {c for c in whole if not c.isdigit()}
    if not marks:
        return whole
    if len(marks) > 1:
        return None
    first, *groups = whole.split(marks.pop())
    if not 0 < len(first) <= 3 or len(groups[-1]) != 3:
        return None
    if any(len(group) not in (2, 3) for group in groups) or len({*map(len, groups[:-1])}) > 1:
        return None
    return first + "".join(groups)


_NAME: Final = {".": "point", ",": "comma"}


def _ask(column: str, why: str) -> AskAboutFile:
    return AskAboutFile(
        "The file's sums can be read in two ways",
        f"Column “{column}” does not tell whether decimals come after a point or a comma. {why}",
        "Say which one with --decimal point or --decimal comma.",
        asks="decimal",
    )
