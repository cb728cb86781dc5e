"""The mirror of the books' postings: a window of them at a time, read whole or not trusted."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from fbrecon.domain.ids import BookPaymentId, InvoiceId, LedgerAccountId
from fbrecon.domain.money import Money
from fbrecon.domain.pages import Saved
from fbrecon.domain.postings import Posting, PostingQuery
from fbrecon.store.composed import composed
from fbrecon.store.database import CompanyFile, chunks
from fbrecon.store.ledger_tables import PostingRow
from fbrecon.store.repositories.upsert import digest, upsert


class LedgerMirror:
    """Reads and writes the mirrored postings of one company file."""

    def __init__(self, file: CompanyFile) -> None:
        self._file = file

    def save_postings(self, postings: Sequence[Posting]) -> Saved:
        """Store some postings in one transaction."""
        with self._file.write():
            return upsert(self._file, PostingRow, [_row(posting) for posting in postings])[0]

    def replace_postings(self, query: PostingQuery, postings: Sequence[Posting]) -> Saved:
        """Store a window that was read whole: what it no longer shows is gone."""
        with self._file.write():
            saved = self.save_postings(postings)
            here = {posting.id for posting in postings}
            known = self._file.tuples(_ids(query.account_id, query.from_on, query.until_on))
            gone = sorted({row[0] for row in known} - here)
            for part in chunks(gone):
                self._file.run(PostingRow.delete().where(PostingRow.id.in_(part)))
            return saved

    def list_postings(self, query: PostingQuery) -> list[Posting]:
        """The mirrored postings of a window, in the order they were made."""
        rows = self._file.rows(_window(query.account_id, query.from_on, query.until_on))
        return [_posting(row) for row in rows]

    def list_postings_on(self, account_ids: Collection[LedgerAccountId]) -> list[Posting]:
        """The postings on these ledger accounts, by day."""
        query = (
            PostingRow.select()
            .where(PostingRow.account_id.in_(sorted(account_ids)))
            .order_by(PostingRow.on_date, PostingRow.id)
        )
        return [_posting(row) for row in self._file.rows(query)]

    def list_postings_of_payments(self, ids: Collection[BookPaymentId]) -> list[Posting]:
        """All legs of these payments in the books, in the order they were made."""
        found: list[Posting] = []
        for part in chunks(sorted(ids)):
            found += [_posting(row) for row in self._file.rows(_of_payments(part))]
        return found

    def list_postings_with(self, marker: str) -> list[Posting]:
        """All legs of the entry that carries this marker of ours."""
        return [_posting(row) for row in self._file.rows(_with_marker(marker))]


@composed
def _ids(account_id: LedgerAccountId | None, from_on: date | None, until_on: date | None) -> Any:
    return PostingRow.select(PostingRow.id).where(*_within(account_id, from_on, until_on))


@composed
def _window(account_id: LedgerAccountId | None, from_on: date | None, until_on: date | None) -> Any:
    within = _within(account_id, from_on, until_on)
    return PostingRow.select().where(*within).order_by(PostingRow.id)


@composed
def _of_payments(ids: Sequence[int]) -> Any:
    return PostingRow.select().where(PostingRow.payment_id.in_(ids)).order_by(PostingRow.id)


@composed
def _with_marker(marker: str) -> Any:
    return PostingRow.select().where(PostingRow.marker == marker).order_by(PostingRow.id)


def _within(
    account_id: LedgerAccountId | None, from_on: date | None, until_on: date | None
) -> list[Any]:
    conditions: list[Any] = []
    if account_id is not None:
        conditions.append(PostingRow.account_id == account_id)
    if from_on is not None:
        conditions.append(PostingRow.on_date >= from_on)
    if until_on is not None:
        conditions.append(PostingRow.on_date <= until_on)
    return conditions or [PostingRow.id > 0]


def _row(posting: Posting) -> tuple[Any, ...]:
    content = (
        posting.entry_id,
        posting.account_id,
        posting.account_name,
        posting.amount.currency,
        posting.amount.minor,
        posting.on.isoformat(),
        posting.kind,
        posting.name,
        posting.description,
        posting.payment_id,
        posting.invoice_id,
        posting.expense_id,
        posting.marker,
    )
    return (posting.id, *content, digest(*content))


def _posting(row: PostingRow) -> Posting:
    return Posting(
        row.id,
        row.entry_id,
        None if row.account_id is None else LedgerAccountId(row.account_id),
        row.account_name,
        Money(row.amount_minor, row.currency),
        row.on_date,
        row.kind,
        row.name,
        row.description,
        None if row.payment_id is None else BookPaymentId(row.payment_id),
        None if row.invoice_id is None else InvoiceId(row.invoice_id),
        row.expense_id,
    )
