"""OFX and QFX statements, in their old form (SGML, elements left open) and in their new one (XML).

Only what a statement line needs is read. A file is walked once from its beginning to its end, so
that no nesting, entity or length can make it work more than its size; entities beyond the five of
XML are left as they stand. A day is the day the bank wrote, never moved by a zone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from html import unescape
from itertools import chain, pairwise
from typing import Final

from fbrecon.domain.deposits import StatementLine
from fbrecon.domain.imports import RowProblem
from fbrecon.domain.money import Money, MoneyError, exponent
from fbrecon.errors import BadFile
from fbrecon.table_files.problems import FieldError, shown
from fbrecon.table_files.sheet import Read
from fbrecon.table_files.text import decode

MAX_DEPTH: Final = 40
MAX_LINES: Final = 500_000
_STATEMENTS: Final = frozenset({"STMTRS", "CCSTMTRS"})
_ACCOUNTS: Final = frozenset({"BANKACCTFROM", "CCACCTFROM"})
_INSIDE: Final = frozenset({"PAYEE", "CURRENCY", "ORIGCURRENCY", "BANKACCTTO", "CCACCTTO"})
# Possessive, so that a tag that never ends costs its length and not the square of it.
_TAG = re.compile(r"<(/?)([A-Za-z0-9._]++)[^<>]*+>")
_BEGIN = re.compile(r"<OFX>", re.IGNORECASE)
_AMOUNT = re.compile(r"[+-]?[0-9]{1,15}(?:[.,][0-9]{0,6})?|[+-]?[.,][0-9]{1,6}")
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot|apos|nbsp|#[0-9]{1,6});")


def is_ofx(text: str) -> bool:
    """Whether the text is of this kind."""
    head = text[:4000].lstrip().upper()
    return head.startswith("OFXHEADER") or "<OFX>" in head or "<?OFX" in head


@dataclass(slots=True)
class _Statement:
    """What is known while a statement is read."""

    currency: str = ""
    account: str = ""
    in_account: bool = False
    line: dict[str, str] | None = None
    lines: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)


def read_ofx(data: bytes) -> Read[StatementLine]:
    """The lines of all statements in the file; a line's number is its place in the file, from 1.

    Raises `BadFile` where it is none of this kind.
    """
    text = decode(data)
    if not is_ofx(text):
        raise _not_ofx("It does not begin as OFX or QFX does.")
    begin = _BEGIN.search(text)
    if begin is None:
        raise _not_ofx("It has a header and nothing below it.")
    statement = _Statement()
    ended = False
    for path, name, value in _walk(text[begin.start() :]):
        ended = ended or (name == "/OFX")
        _take(statement, path, name, value)
    if not ended:
        raise _not_ofx("It is cut off before its end.")
    found: list[tuple[int, StatementLine]] = []
    problems: list[RowProblem] = []
    for number, (currency, account, fields) in enumerate(statement.lines, 1):
        try:
            found.append((number, _line(fields, currency, account)))
        except FieldError as error:
            problems.append(RowProblem(number, error.field, error.problem))
    return Read(tuple(found), tuple(problems))


def _walk(text: str) -> Iterator[tuple[list[str], str, str]]:
    """Elements in their order: the aggregates that are open, a name, and its text.

    An end is told as `/NAME`. An element with text never holds others, so that it need not end.
    """
    open_now: list[str] = []
    for tag, following in pairwise(chain(_TAG.finditer(text), (None,))):
        assert tag is not None
        name = tag[2].upper()
        until = following.start() if following is not None else len(text)
        if tag[1]:
            if name in open_now:
                while open_now.pop() != name:
                    pass
                yield open_now, f"/{name}", ""
            continue
        value = text[tag.end() : until].strip()
        if value:
            yield open_now, name, _plain(value)
        else:
            if following is not None and following[1] and following[2].upper() == name:
                continue  # an element without text, closed at once
            open_now.append(name)
            if len(open_now) > MAX_DEPTH:
                raise _not_ofx("It is nested deeper than any statement is.")
            yield open_now, name, ""


def _plain(value: str) -> str:
    if value.startswith("<![CDATA["):
        return value
    return _ENTITY.sub(lambda found: unescape(found[0]), value)


def _take(statement: _Statement, path: list[str], name: str, value: str) -> None:
    if name in _STATEMENTS:
        statement.currency = statement.account = ""
    elif name in _ACCOUNTS:
        statement.in_account = True
    elif name.startswith("/") and name[1:] in _ACCOUNTS:
        statement.in_account = False
    elif name == "STMTTRN":
        statement.line = {}
    elif name == "/STMTTRN":
        if statement.line is not None:
            statement.lines.append((statement.currency, statement.account, statement.line))
        statement.line = None
        if len(statement.lines) > MAX_LINES:
            raise _not_ofx(f"It has more than {MAX_LINES:,} lines.")
    elif not value:
        return
    elif statement.line is not None:
        # The aggregates inside a line, a payee or another currency, keep their own names.
        inside = path[-1] if path and path[-1] in _INSIDE else ""
        statement.line.setdefault(f"{inside}.{name}" if inside else name, value)
    elif name == "CURDEF":
        statement.currency = value.upper()
    elif name == "ACCTID" and statement.in_account:
        statement.account = value


def _line(fields: dict[str, str], currency: str, account: str) -> StatementLine:
    if "ORIGCURRENCY.CURSYM" not in fields and "CURRENCY.CURSYM" in fields:
        # The sum stands in another currency than the statement.
        currency = fields["CURRENCY.CURSYM"].upper()
    try:
        exponent(currency)
    except MoneyError:
        raise FieldError("currency", f"{shown(currency)} is not a currency code.") from None
    name = fields.get("NAME") or fields.get("PAYEE.NAME", "")
    memo = fields.get("MEMO", "")
    words = [part for part in (name, memo) if part]
    if len(words) == 2 and words[0] in words[1]:
        words = words[1:]  # some banks repeat the name at the beginning of the memo
    return StatementLine(
        _day(fields.get("DTPOSTED", "")),
        _amount(fields.get("TRNAMT", ""), currency),
        " ".join(words),
        fields.get("CHECKNUM") or fields.get("REFNUM", ""),
        account,
        fields.get("FITID", ""),
    )


def _day(text: str) -> date:
    digits = text.strip()[:8]
    try:
        if len(digits) == 8 and digits.isascii() and digits.isdigit():
            day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
            if 1970 <= day.year <= 2100:
                return day
    except ValueError:
        pass
    raise FieldError("date", f"{shown(text)} is not a date of OFX.")


def _amount(text: str, currency: str) -> Money:
    value = text.strip()
    if not _AMOUNT.fullmatch(value):
        raise FieldError("amount", f"{shown(text)} is not a sum of OFX.")
    try:
        return Money.from_decimal(Decimal(value.replace(",", ".")), currency)
    except MoneyError:
        raise FieldError(
            "amount", f"{shown(text)} has more decimals than {currency} has."
        ) from None


def _not_ofx(why: str) -> BadFile:
    return BadFile(
        "The statement cannot be read",
        f"It is not a whole OFX or QFX file. {why}",
        "Download it from the bank again.",
    )
