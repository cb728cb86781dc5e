"""The shapes of FreshBooks' ledger: postings, journal entries, expenses; and reading them.

As loose as `wire`: what must be there is decided while reading, and one odd row is set aside.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec
from msgspec import Raw, Struct

from fbrecon.domain.documents import Visibility
from fbrecon.domain.ids import BookPaymentId, InvoiceId, LedgerAccountId
from fbrecon.domain.money import Money
from fbrecon.domain.postings import Expense, ExpenseCategory, Posting
from fbrecon.freshbooks.fields import (
    find_id,
    loose_text,
    odd,
    read_date,
    read_id,
    read_money,
    read_visibility,
)
from fbrecon.freshbooks.wire import Loose, WireMoney, decode

# The list has sums with their code; the answer to a new entry has bare texts.
_Sum = WireMoney | str | None


class WireClassicAccount(Struct, frozen=True):
    """The heading that a posting stands under."""

    id: int | None = None
    accountid: int | None = None
    account_name: str | None = None
    currency_code: str | None = None


class WireSubAccount(Struct, frozen=True):
    """The account that a posting stands on; one made by hand is named by its uuid."""

    id: int | None = None
    sub_accountid: int | None = None
    account_sub_name: str | None = None


class WireEntryRefs(Struct, frozen=True):
    """What an entry belongs to."""

    entryid: Loose | None = None
    invoiceid: int | None = None
    paymentid: int | None = None
    expenseid: int | None = None


class WirePosting(Struct, frozen=True):
    """A row of `journal_entry_details`; one of debit and credit is null."""

    id: int | None = None
    detailid: int | None = None
    account: WireClassicAccount | None = None
    sub_account: WireSubAccount | None = None
    debit: _Sum = None
    credit: _Sum = None
    currency_code: str | None = None
    name: str | None = None
    description: str | None = None
    detail_type: str | None = None
    user_entered_date: str | None = None
    entry: WireEntryRefs | None = None


class WireChartRow(Struct, frozen=True):
    """As much of a ledger account as ties the older numbers to it."""

    uuid: str | None = None
    name: str | None = None
    jea_id: int | None = None
    jesa_id: int | None = None


class WireCategory(Struct, frozen=True):
    """A row of `expenses/categories`."""

    id: int | None = None
    categoryid: int | None = None
    category: str | None = None
    parentid: int | None = None


class WireExpense(Struct, frozen=True):
    """A row of `expenses/expenses`; the sum includes taxes."""

    id: int | None = None
    expenseid: int | None = None
    categoryid: int | None = None
    amount: WireMoney | None = None
    date: str | None = None
    vendor: str | None = None
    notes: str | None = None
    vis_state: int | None = None


class Chart:
    """Which ledger account an older number or name means.

    FreshBooks numbers accounts twice: the chart has uuids, postings have the numbers of before.
    The chart names both where it knows both (`jea_id`, `jesa_id`: by their names, not documented).
    """

    def __init__(self, rows: Iterable[Raw]) -> None:
        decoded = []
        for raw in rows:
            try:
                decoded.append(decode(raw, WireChartRow))
            except msgspec.DecodeError:
                continue  # the chart itself sets it aside and names it
        known = [(row, LedgerAccountId(row.uuid)) for row in decoded if row.uuid]
        self.names = {uuid: row.name or uuid for row, uuid in known}
        self.sub_numbers = {uuid: row.jesa_id for row, uuid in known if row.jesa_id is not None}
        self._by_sub = {number: uuid for uuid, number in self.sub_numbers.items()}
        self._by_heading = {row.jea_id: uuid for row, uuid in known if row.jea_id is not None}
        self._by_name = _unique(self.names)

    def find_sub(self, number: int) -> LedgerAccountId | None:
        """The account that has this number of before."""
        return self._by_sub.get(number)

    def find(self, row: WirePosting) -> LedgerAccountId | None:
        """The account of a posting; None where nothing tells, or more than one could be meant."""
        sub, heading = row.sub_account, row.account
        if sub is not None:
            number = sub.sub_accountid if sub.sub_accountid is not None else sub.id
            return self._by_sub.get(number or 0) or self._by_text(sub.account_sub_name)
        if heading is None:
            return None
        number = heading.accountid if heading.accountid is not None else heading.id
        return self._by_heading.get(number or 0) or self._by_text(heading.account_name)

    def _by_text(self, text: str | None) -> LedgerAccountId | None:
        if not text:
            return None
        as_id = LedgerAccountId(text)
        return as_id if as_id in self.names else self._by_name.get(text)


def read_posting(raw: Raw, chart: Chart) -> Posting:
    """A posting; raises `FieldError` where its sum, day or entry cannot be told."""
    row = decode(raw, WirePosting)
    refs = row.entry or WireEntryRefs()
    account_id = chart.find(row)
    heading = row.account.account_name if row.account else None
    named = row.sub_account.account_sub_name if row.sub_account else heading
    entry_id = loose_text(refs.entryid)
    if not entry_id:
        odd("entry.entryid", "is missing")
    payment_id = find_id("entry.paymentid", refs.paymentid)
    invoice_id = find_id("entry.invoiceid", refs.invoiceid)
    return Posting(
        id=read_id("id", row.id, row.detailid),
        entry_id=entry_id,
        account_id=account_id,
        account_name=chart.names[account_id] if account_id else (named or ""),
        amount=_signed(row),
        on=read_date("user_entered_date", row.user_entered_date),
        kind=row.detail_type or "",
        name=row.name or "",
        description=row.description or "",
        payment_id=None if payment_id is None else BookPaymentId(payment_id),
        invoice_id=None if invoice_id is None else InvoiceId(invoice_id),
        expense_id=find_id("entry.expenseid", refs.expenseid),
    )


def read_category(raw: Raw) -> ExpenseCategory:
    """A category of expenses."""
    row = decode(raw, WireCategory)
    return ExpenseCategory(
        id=read_id("id", row.id, row.categoryid),
        name=row.category or "",
        parent_id=find_id("parentid", row.parentid),
    )


def read_expense(raw: Raw) -> Expense:
    """An expense."""
    row = decode(raw, WireExpense)
    return Expense(
        id=read_id("id", row.id, row.expenseid),
        category_id=find_id("categoryid", row.categoryid) or 0,
        amount=read_money("amount", row.amount),
        on=read_date("date", row.date),
        vendor=row.vendor or "",
        notes=row.notes or "",
        deleted=read_visibility(row.vis_state) is Visibility.DELETED,
    )


def _signed(row: WirePosting) -> Money:
    debit = None if row.debit is None else _sum("debit", row.debit, row.currency_code)
    credit = None if row.credit is None else _sum("credit", row.credit, row.currency_code)
    if debit is not None and credit is not None:
        return debit - credit
    if credit is not None:
        return -credit
    if debit is None:
        odd("debit", "is missing, and so is “credit”")
    return debit


def _sum(field: str, value: WireMoney | str, currency: str | None) -> Money:
    money = WireMoney(value, currency) if isinstance(value, str) else value
    return read_money(field, money)


def _unique(names: Mapping[LedgerAccountId, str]) -> dict[str, LedgerAccountId]:
    """Names that only one account has."""
    seen: dict[str, list[LedgerAccountId]] = {}
    for uuid, name in names.items():
        seen.setdefault(name, []).append(uuid)
    return {name: uuids[0] for name, uuids in seen.items() if len(uuids) == 1}
