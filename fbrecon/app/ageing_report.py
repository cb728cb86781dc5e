"""How old the money in undeposited funds is on the last day of a period, by what it waits for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fbrecon.app.company import Company
from fbrecon.app.deposits import entry_plan
from fbrecon.app.funds import read_funds
from fbrecon.domain.clearing import Bucket, ClearingItem, ClearingProof
from fbrecon.domain.money import Money, total
from fbrecon.domain.overview import PaymentRow
from fbrecon.domain.report_sums import with_totals
from fbrecon.domain.reports import Cell, Column, ColumnKind, Row, Table
from fbrecon.domain.statement_tables import BUCKETS, CURRENCY, money_column

# The last day of each band in days, and how it is called; what is older is in the last one.
BANDS: tuple[tuple[str, int | None, str], ...] = (
    ("week", 7, "0–7 days"),
    ("month", 30, "8–30"),
    ("two_months", 60, "31–60"),
    ("quarter", 90, "61–90"),
    ("older", None, "Over 90"),
)


def ageing_tables(company: Company, until_on: date) -> tuple[tuple[Table, ...], tuple[str, ...]]:
    """The tables as of the end of that day, and the notes. Reads the company file only."""
    funds = read_funds(company, entry_plan(company))
    proofs = sorted(funds.prove(until_on).values(), key=lambda proof: proof.currency)
    names = sorted({item.id for proof in proofs for item in proof.items if _is_payment(item)})
    zone = company.business.timezone
    listed = company.stores.payments.rows(company.doors.platform_name(), zone, names)
    about = {row.id: row for row in listed}
    notes = [f"As of the end of {until_on.isoformat()}; the first day of the period plays no part."]
    if funds.postings is None:
        notes.append(
            "The ledger was not read, because payout entries are off: other postings on the "
            "account are not in these tables."
        )
    return (_bands(proofs), _items(proofs, about)), tuple(notes)


def _bands(proofs: list[ClearingProof]) -> Table:
    columns = (
        Column("bucket", "Waits because", in_brief=True, worded=True),
        CURRENCY,
        *(money_column(key, title) for key, _, title in BANDS),
        money_column("amount", "In all"),
    )
    rows = []
    for proof in proofs:
        for bucket, title in BUCKETS.items():
            own = [item for item in proof.items if item.bucket is bucket]
            if own:
                cells: dict[str, Cell] = {"bucket": title, "amount": _sum(own, proof.currency)}
                for key, _, _ in BANDS:
                    of_band = [item for item in own if band_of(item.age_days) == key]
                    cells[key] = _sum(of_band, proof.currency)
                ids = tuple(dict.fromkeys(item.id for item in own))
                rows.append(Row(cells, currency=proof.currency, key=bucket.value, ids=ids))
    made = with_totals(rows, [*(key for key, _, _ in BANDS), "amount"], label="bucket")
    empty = "Undeposited funds hold nothing."
    return Table("ageing", "Undeposited funds by age", columns, made, empty=empty)


def _items(proofs: list[ClearingProof], about: dict[str, PaymentRow]) -> Table:
    columns = (
        Column("bucket", "Waits because", once=True, worded=True),
        Column("date", "Since", ColumnKind.DAY, in_brief=True),
        Column("id", "Id"),
        Column("customer", "Customer", in_brief=True),
        Column("invoice", "Invoice"),
        Column("text", "What", in_brief=True, worded=True),
        Column("age_days", "Age (days)", ColumnKind.COUNT, in_brief=True),
        CURRENCY,
        money_column("amount", "Amount"),
    )
    rows = [row for proof in proofs for row in _item_rows(proof, about)]
    made = with_totals(rows, ("amount",), label="bucket")
    empty = "Undeposited funds hold nothing."
    return Table("aged_items", "Each sum, oldest first", columns, made, empty=empty)


def _item_rows(proof: ClearingProof, about: dict[str, PaymentRow]) -> Iterator[Row]:
    order = list(Bucket)
    for item in sorted(proof.items, key=lambda i: (order.index(i.bucket), -i.age_days, i.id)):
        payment = about.get(item.id)
        cells: dict[str, Cell] = {
            "bucket": BUCKETS[item.bucket],
            "date": item.on,
            "id": item.id,
            "customer": "" if payment is None else payment.customer,
            "invoice": "" if payment is None else payment.invoice_number or "",
            "text": item.text,
            "age_days": item.age_days,
            "amount": item.amount,
        }
        yield Row(cells, currency=proof.currency)


def band_of(age_days: int) -> str:
    """The key of the band that an age in days lies in; what lies ahead counts as today's."""
    for key, last, _ in BANDS:
        if last is None or age_days <= last:
            return key
    raise AssertionError("the last band has no end")


def _is_payment(item: ClearingItem) -> bool:
    return item.id.startswith("pay_")


def _sum(items: list[ClearingItem], currency: str) -> Money:
    return total((item.amount for item in items), currency)
