"""Lines of bank statements, and what tells one from another when a statement comes again.

A bank's own id tells two lines apart where it is one: the same id on two lines of a file that
differ is none. Without an id the content tells, and equal lines are counted: the second of two
equal lines is another line, in this file and in the next.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fbrecon.domain.ids import DepositId
from fbrecon.domain.money import Money


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A line as a file states it. `amount` is signed: money that came in is positive.

    `account` and `line_id` are the bank's own, "" where the file has none.
    """

    on: date
    amount: Money
    description: str
    reference: str = ""
    account: str = ""
    line_id: str = ""


@dataclass(frozen=True, slots=True)
class Deposit:
    """A line seen on the bank statement, money in or out."""

    id: DepositId
    on: date
    amount: Money
    description: str
    reference: str
    account: str


def identify(lines: Iterable[StatementLine]) -> list[Deposit]:
    """The deposits of one file, in its order, with ids that the next file gives them again.

    A line whose id was given to a different line of the file is told by its content, too.
    """
    listed = list(lines)
    meanings: dict[tuple[str, str], set[tuple[str, int, str]]] = {}
    for line in listed:
        if line.line_id:
            what = (line.on.isoformat(), line.amount.minor, line.amount.currency)
            meanings.setdefault((line.account, line.line_id), set()).add(what)
    counts: Counter[str] = Counter()
    found: list[Deposit] = []
    for line in listed:
        parts = ["id", line.account, line.line_id]
        if len(meanings.get((line.account, line.line_id), ())) != 1:
            parts = ["content", *parts[1:], *_content(line)]
            told = "\x1f".join(parts)
            counts[told] += 1
            parts.append(str(counts[told]))
        found.append(
            Deposit(
                DepositId(hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]),
                line.on,
                line.amount,
                line.description,
                line.reference,
                line.account,
            )
        )
    return found


def _content(line: StatementLine) -> list[str]:
    """What a line says, with spaces and case as no two exports of a bank need to agree on them."""
    texts = [" ".join(text.split()).casefold() for text in (line.description, line.reference)]
    return [line.on.isoformat(), str(line.amount.minor), line.amount.currency, *texts]
