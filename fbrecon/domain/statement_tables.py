"""The statement of undeposited funds as tables of a report: the way, its ends, each movement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from fbrecon.domain.clearing import Bucket, ClearingProof
from fbrecon.domain.money import Money
from fbrecon.domain.reconciliation import Movement, MovementLine, Statement
from fbrecon.domain.reports import Cell, Column, ColumnKind, Row, RowKind, Table

LINES = {
    MovementLine.PAYMENTS: "Payments in",
    MovementLine.PAYOUTS: "Payouts out",
    MovementLine.FEES: "Fees",
    MovementLine.RETURNS: "Refunds and returns",
    MovementLine.OTHER: "Other postings",
    MovementLine.DIFFERS: "Entries not as written",
}
BUCKETS = {
    Bucket.NOT_PAID_OUT: "Payments not paid out",
    Bucket.NOT_ENTERED: "Paid out, entry not written",
    Bucket.OTHER_POSTINGS: "Other postings on the account",
    Bucket.UNEXPLAINED: "Unexplained",
}
_NOT_READ = "not told: the ledger was not read"
_LEDGER_ONLY = (Bucket.OTHER_POSTINGS, Bucket.UNEXPLAINED)
CURRENCY = Column("currency", "Currency")


def money_column(key: str, title: str, *, in_brief: bool = True) -> Column:
    """A column of sums."""
    return Column(key, title, ColumnKind.MONEY, in_brief=in_brief)


def statement_table(statements: Sequence[Statement], from_on: date, until_on: date) -> Table:
    """Opening, what moved it, closing; what the lines leave unexplained has a line of its own."""
    columns = (
        Column("line", "Line", in_brief=True, worded=True),
        CURRENCY,
        money_column("amount", "Amount"),
        Column("rows", "Rows", ColumnKind.COUNT),
        Column("made_of", "Made of", worded=True),
    )
    rows: list[Row] = []
    for statement in statements:
        rows += _statement_rows(statement, from_on, until_on)
    note = (
        "Opening and all lines below it add up to the closing balance. Each line is the sum of its "
        "rows under “Movements”; opening and closing are itemised under “What it is made of”."
    )
    return Table("statement", "Undeposited funds", columns, tuple(rows), note)


def _statement_rows(statement: Statement, from_on: date, until_on: date) -> Iterator[Row]:
    currency = statement.currency

    def row(
        key: str,
        line: str,
        amount: Money,
        made_of: str,
        kind: RowKind,
        ids: tuple[str, ...],
        count: int | None,
    ) -> Row:
        cells: dict[str, Cell] = {
            "line": line,
            "amount": amount,
            "rows": count,
            "made_of": made_of,
        }
        return Row(cells, kind, currency, key, ids)

    ids = item_ids(statement.before)
    made = "the open items of the evening before"
    opening = f"Opening balance, {from_on.isoformat()}"
    yield row("opening", opening, statement.opening, made, RowKind.TOTAL, ids, len(ids))
    for line in MovementLine:
        rows = [movement for movement in statement.movements if movement.line is line]
        if line is MovementLine.DIFFERS and not rows:
            continue
        made = f"Movements, “{LINES[line]}”"
        ids = tuple(dict.fromkeys(movement.id for movement in rows))
        amount = statement.sum_of(line)
        yield row(line.value, LINES[line], amount, made, RowKind.ROW, ids, len(rows))
    made = "what the lines above leave unexplained"
    yield row("difference", "Difference", statement.difference, made, RowKind.DIFFERENCE, (), None)
    ids = item_ids(statement.after)
    closing = f"Closing balance, {until_on.isoformat()}"
    made = "the open items at the end"
    yield row("closing", closing, statement.closing, made, RowKind.TOTAL, ids, len(ids))


def item_ids(proof: ClearingProof, bucket: Bucket | None = None) -> tuple[str, ...]:
    """The public ids of a proof's items, in order; what is unexplained comes from no row."""
    return tuple(
        dict.fromkeys(
            item.id
            for item in proof.items
            if item.bucket is not Bucket.UNEXPLAINED and bucket in (None, item.bucket)
        )
    )


def buckets_table(statements: Sequence[Statement]) -> Table:
    """What the balance consists of at either end, and what the ledger says at the end."""
    columns = (
        Column("bucket", "Undeposited funds hold", in_brief=True, worded=True),
        CURRENCY,
        money_column("opening", "At the beginning"),
        money_column("closing", "At the end"),
        Column("rows", "Rows", ColumnKind.COUNT),
        Column("remark", "Remark", worded=True),
    )
    rows: list[Row] = []
    for statement in statements:
        rows += _bucket_rows(statement)
    return Table("buckets", "What it is made of", columns, tuple(rows))


def _bucket_rows(statement: Statement) -> Iterator[Row]:
    before, after, currency = statement.before, statement.after, statement.currency
    read = after.proven is not None
    for bucket, title in BUCKETS.items():
        told = read or bucket not in _LEDGER_ONLY
        ids = item_ids(after, bucket)
        yield Row(
            {
                "bucket": title,
                "opening": before.sum_of(bucket) if told else None,
                "closing": after.sum_of(bucket) if told else None,
                "rows": len(ids) if told else None,
                "remark": "" if told else _NOT_READ,
            },
            currency=currency,
            key=bucket.value,
            ids=ids,
        )
    named = [sum_of_items(proof) for proof in (before, after)]
    for key, title, opening, closing, kind in (
        ("balance", "Balance", statement.opening, statement.closing, RowKind.TOTAL),
        (
            "difference",
            "Not in these lines",
            statement.opening - named[0],
            statement.closing - named[1],
            RowKind.DIFFERENCE,
        ),
        ("expected", "Expected from payments and entries", before.expected, after.expected, None),
        ("proven", "Proven by the ledger’s postings", before.proven, after.proven, None),
        ("proof", "Proven less expected", before.difference, after.difference, None),
    ):
        ledger = key in ("proven", "proof")
        yield Row(
            {
                "bucket": title,
                "opening": opening,
                "closing": closing,
                "rows": None,
                "remark": "" if read or not ledger else "not checked against the ledger",
            },
            kind or RowKind.ROW,
            currency,
            key,
            item_ids(after) if key == "balance" else (),
        )


def sum_of_items(proof: ClearingProof) -> Money:
    """All items of a proof together."""
    amount = Money.zero(proof.currency)
    for bucket in Bucket:
        amount = amount + proof.sum_of(bucket)
    return amount


def movements_table(statements: Sequence[Statement], texts: Mapping[str, str]) -> Table:
    """Each movement, by line, with the sum of each line; `texts` tell what an id is about."""
    columns = (
        Column("line", "Line", once=True, worded=True),
        Column("date", "Date", ColumnKind.DAY),
        Column("id", "Id"),
        Column("about", "Belongs to"),
        Column("remote_id", "FreshBooks id"),
        Column("text", "What", worded=True),
        Column("state", "State", worded=True),
        CURRENCY,
        money_column("amount", "Amount", in_brief=False),
    )
    rows: list[Row] = []
    for statement in statements:
        for line in MovementLine:
            moved = [movement for movement in statement.movements if movement.line is line]
            rows += [_movement_row(movement, texts.get(movement.id, "")) for movement in moved]
            if moved:
                rows.append(
                    Row(
                        {"line": f"{LINES[line]}, total", "amount": statement.sum_of(line)},
                        RowKind.SUBTOTAL,
                        statement.currency,
                        line.value,
                        tuple(dict.fromkeys(movement.id for movement in moved)),
                    )
                )
    return Table(
        "movements", "Movements", columns, tuple(rows), empty="Nothing moved in this period."
    )


def _movement_row(movement: Movement, about: str) -> Row:
    return Row(
        {
            "line": LINES[movement.line],
            "date": movement.on,
            "id": movement.id,
            "about": "" if movement.about == movement.id else movement.about,
            "remote_id": movement.remote_id,
            "text": f"{movement.text}: {about}" if about else movement.text,
            "state": movement.state.replace("_", " "),
            "amount": movement.amount,
        },
        currency=movement.amount.currency,
    )
