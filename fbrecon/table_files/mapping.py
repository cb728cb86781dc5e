"""Which column of a file is which of our fields, and what its words mean. Plain data, kept as JSON.

Column names are compared without regard to case and spaces around them. A field may name several
columns: the first that the file has is taken.
"""

from __future__ import annotations

import json
from collections.abc import Mapping as ReadOnly
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Final

from fbrecon.errors import WrongUsage
from fbrecon.table_files.amounts import MARKS, Mark
from fbrecon.table_files.days import DayOrder


class TableKind(StrEnum):
    """What a row of the table is."""

    PAYMENTS = "payments"
    PAYOUTS = "payouts"
    PAYOUT_LINES = "payout lines"
    BANK = "bank"


FIELDS: Final[dict[TableKind, tuple[str, ...]]] = {
    TableKind.PAYMENTS: (
        "payment_id", "date", "customer", "invoice_number", "gross", "fee", "fee_paid_by", "net",
        "currency", "method", "status", "payout_id", "platform", "refunded", "line_id", "kind",
    ),
    TableKind.PAYOUTS: (
        "payout_id", "arrival_date", "net", "gross", "fees", "currency", "status",
        "bank_reference", "platform",
    ),
    TableKind.PAYOUT_LINES: (
        "payout_id", "arrival_date", "line_id", "kind", "payment_id", "gross", "fee", "net",
        "currency", "description", "platform",
    ),
    TableKind.BANK: (
        "line_id", "date", "amount", "amount_in", "amount_out", "currency", "description",
        "reference", "account",
    ),
}  # fmt: skip
"""Our fields, by kind of table."""

REQUIRED: Final[dict[TableKind, tuple[tuple[str, ...], ...]]] = {
    TableKind.PAYMENTS: (("payment_id",), ("date",), ("gross",), ("status",)),
    TableKind.PAYOUTS: (("payout_id",), ("arrival_date",), ("net",)),
    TableKind.PAYOUT_LINES: (("payout_id",), ("arrival_date",), ("kind",), ("gross",), ("net",)),
    TableKind.BANK: (("date",), ("amount", "amount_in", "amount_out")),
}
"""What must be there: of each group one field at least."""

_OF: Final = {**{kind: kind.value for kind in TableKind}, TableKind.BANK: "bank lines"}


@dataclass(frozen=True, slots=True)
class Mapping:
    """How one kind of file is read.

    `values` stand in for fields that the file has no column for. `words` translate a field's words,
    compared without regard to case. `take` names the words of `kind` of the rows that are meant;
    empty for all. `mark` and `order` settle what a column would otherwise have to tell.
    `fees_are_negative`: the file shows a fee as what it takes away, where its sums do not tell.
    """

    name: str
    kind: TableKind
    columns: ReadOnly[str, tuple[str, ...]]
    values: ReadOnly[str, str] = field(default_factory=dict)
    words: ReadOnly[str, ReadOnly[str, str]] = field(default_factory=dict)
    take: frozenset[str] = frozenset()
    mark: Mark | None = None
    order: DayOrder | None = None
    fees_are_negative: bool = False

    def __post_init__(self) -> None:
        known = FIELDS[self.kind]
        unknown = [f for part in (self.columns, self.values, self.words) for f in part]
        for name in unknown:
            if name not in known:
                raise WrongUsage(
                    "There is no such field",
                    f"“{name}” is no field of {self.kind.value}; they are {', '.join(known)}.",
                    "Correct the name before the sign =.",
                )

    def find_columns(self, header: tuple[str, ...]) -> dict[str, int]:
        """The place of each field's column in that header."""
        places: dict[str, int] = {}
        for place, name in enumerate(header):
            places.setdefault(normal(name), place)
        found: dict[str, int] = {}
        for name, candidates in self.columns.items():
            for candidate in candidates:
                if normal(candidate) in places:
                    found[name] = places[normal(candidate)]
                    break
        return found

    def fits(self, header: tuple[str, ...]) -> bool:
        """Whether that header has all that must be there."""
        have = {*self.find_columns(header), *self.values}
        return all(any(name in have for name in group) for group in REQUIRED[self.kind])

    def fits_whole(self, header: tuple[str, ...]) -> bool:
        """Whether it fits, and that header has each column that it calls by another name than ours.

        A mapping made for one bank's columns fits by our own names, too; this tells them apart.
        """
        have = self.find_columns(header)
        theirs = (name for name, columns in self.columns.items() if columns != (name,))
        return self.fits(header) and all(name in have for name in theirs)

    def wanted(self) -> str:
        """A sentence about the columns that must be there."""
        parts = []
        for group in REQUIRED[self.kind]:
            names = [c for name in group for c in self.columns.get(name, ())[:1]]
            if names and not any(name in self.values for name in group):
                parts.append(" or ".join(names))
        return f"A table of {_OF[self.kind]} needs the columns {', '.join(parts)}."

    def word(self, name: str, text: str) -> str:
        """The word of ours for a word in that field's column; as it stands where none is known."""
        translated = self.words.get(name, {})
        return translated.get(normal(text), text.strip())

    def changed(
        self,
        *,
        columns: ReadOnly[str, str] | None = None,
        values: ReadOnly[str, str] | None = None,
        words: ReadOnly[str, ReadOnly[str, str]] | None = None,
        mark: Mark | None = None,
        order: DayOrder | None = None,
        name: str | None = None,
    ) -> Mapping:
        """The same with what a person said about it. Raises `WrongUsage`."""
        merged = {f: {**self.words.get(f, {}), **more} for f, more in (words or {}).items()}
        return replace(
            self,
            name=name or self.name,
            columns={**self.columns, **{f: (c,) for f, c in (columns or {}).items()}},
            values={**self.values, **(values or {})},
            words={**self.words, **merged},
            mark=mark or self.mark,
            order=order or self.order,
        )

    def dump(self) -> str:
        """As JSON, to be kept."""
        return json.dumps(
            {
                "columns": {f: list(names) for f, names in self.columns.items()},
                "values": dict(self.values),
                "words": {f: dict(words) for f, words in self.words.items()},
                "take": sorted(self.take),
                "mark": self.mark,
                "order": self.order,
                "fees_are_negative": self.fees_are_negative,
            },
            sort_keys=True,
        )

    @staticmethod
    def load(name: str, kind: TableKind, text: str) -> Mapping:
        """From what `dump` made. Raises `WrongUsage` where it names unknown fields."""
        kept: dict[str, Any] = json.loads(text)
        return Mapping(
            name,
            kind,
            {f: tuple(names) for f, names in kept["columns"].items()},
            kept["values"],
            kept["words"],
            frozenset(kept["take"]),
            kept["mark"] if kept["mark"] in MARKS else None,
            DayOrder(kept["order"]) if kept["order"] else None,
            kept["fees_are_negative"],
        )


def normal(name: str) -> str:
    """A column's name, or a word in a column, as it is compared."""
    return " ".join(name.split()).casefold()


def words(**pairs: str) -> dict[str, str]:
    """Words by what they mean: `words(succeeded="paid confirmed")`."""
    return {normal(w): ours for ours, all_ in pairs.items() for w in all_.split()}
