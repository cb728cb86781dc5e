"""From FreshBooks' rows to the program's records: one function a resource, field by field.

Raises `FieldError` for a row that cannot be taken; `read_rows` sets such rows aside and goes on.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import msgspec
from msgspec import Raw

from fbrecon.domain.business import Business, Identity
from fbrecon.domain.documents import BookPayment, Customer, Invoice, InvoiceStatus, Line
from fbrecon.domain.ids import BookPaymentId, CustomerId, InvoiceId, LedgerAccountId
from fbrecon.domain.ledger import LedgerAccount
from fbrecon.domain.money import Money
from fbrecon.domain.pages import OddRow, RowStamp
from fbrecon.freshbooks.fields import (
    FieldError,
    explain,
    find_date,
    find_id,
    find_moment,
    find_money,
    loose_text,
    odd,
    read_date,
    read_id,
    read_money,
    read_visibility,
)
from fbrecon.freshbooks.wire import (
    WireCustomer,
    WireIdentity,
    WireInvoice,
    WireLedgerAccount,
    WireLine,
    WireMembership,
    WirePayment,
    WireStamp,
    decode,
)

log = logging.getLogger(__name__)
R = TypeVar("R")


def read_customer(raw: Raw | bytes) -> Customer:
    """A customer, named by organization, else by the person's name, else by e-mail."""
    row = decode(raw, WireCustomer)
    number = read_id("id", row.id, row.userid)
    email = (row.email or "").strip()
    person = f"{(row.fname or '').strip()} {(row.lname or '').strip()}".strip()
    return Customer(
        id=CustomerId(number),
        name=(row.organization or "").strip() or person or email or f"Customer {number}",
        email=email,
        currency=row.currency_code or "",
        visibility=read_visibility(row.vis_state),
        updated_at=find_moment("updated", row.updated),
    )


def read_invoice(raw: Raw | bytes) -> Invoice:
    """An invoice with whatever lines came along. All of its sums are in one currency."""
    row = decode(raw, WireInvoice)
    total = read_money("amount", row.amount)
    currency = total.currency
    outstanding = read_money("outstanding", row.outstanding, currency)
    paid = read_money("paid", row.paid, currency)
    discount = find_money("discount_total", row.discount_total, currency)
    person = f"{(row.fname or '').strip()} {(row.lname or '').strip()}".strip()
    organization = (row.organization or row.current_organization or "").strip()
    return Invoice(
        id=InvoiceId(read_id("id", row.id, row.invoiceid)),
        number=loose_text(row.invoice_number),
        customer_id=CustomerId(read_id("customerid", row.customerid)),
        customer_name=organization or person,
        total=total,
        outstanding=outstanding,
        paid=paid,
        discount=Money(abs(discount.minor), currency),
        create_on=read_date("create_date", row.create_date),
        due_on=find_date("due_date", row.due_date),
        status=invoice_status(row, outstanding, paid),
        visibility=read_visibility(row.vis_state),
        updated_at=find_moment("updated", row.updated),
        lines=tuple(
            _read_line(line, number, currency) for number, line in enumerate(row.lines or (), 1)
        ),
    )


def invoice_status(row: WireInvoice, outstanding: Money, paid: Money) -> InvoiceStatus:
    """Where the invoice stands. The integer status never says that it is partly paid."""
    v3_status = row.v3_status or ""
    if v3_status in ("draft", "created") or row.display_status == "draft" or row.status == 1:
        return InvoiceStatus.DRAFT
    resolved = "resolved" in (v3_status, row.dispute_status)
    if not resolved and (v3_status == "disputed" or row.status == 0 or row.dispute_status):
        return InvoiceStatus.DISPUTED
    if (outstanding.is_zero and paid.minor > 0) or v3_status in ("paid", "autopaid"):
        return InvoiceStatus.PAID
    if paid.minor > 0 and outstanding.minor > 0:
        return InvoiceStatus.PARTIAL
    return InvoiceStatus.OPEN


def _read_line(line: WireLine, number: int, currency: str) -> Line:
    where = f"lines.{number}"
    return Line(
        line_id=line.lineid if line.lineid is not None else number,
        name=line.name or "",
        description=line.description or "",
        quantity=loose_text(line.qty) or "1",
        unit_cost=(line.unit_cost.amount if line.unit_cost else None) or "0",
        amount=find_money(f"{where}.amount", line.amount, currency),
        tax1_name=line.tax_name1 or "",
        tax1_percent=loose_text(line.tax_amount1) or "0",
        tax2_name=line.tax_name2 or "",
        tax2_percent=loose_text(line.tax_amount2) or "0",
    )


def read_payment(raw: Raw | bytes) -> BookPayment:
    """A payment of an invoice, or a credit row (no invoice)."""
    row = decode(raw, WirePayment)
    invoice_id = find_id("invoiceid", row.invoiceid)
    customer_id = find_id("clientid", row.clientid)
    return BookPayment(
        id=BookPaymentId(read_id("id", row.id, row.logid)),
        invoice_id=None if invoice_id is None else InvoiceId(invoice_id),
        customer_id=None if customer_id is None else CustomerId(customer_id),
        credit_id=find_id("creditid", row.creditid),
        amount=read_money("amount", row.amount),
        paid_on=read_date("date", row.date),
        method=row.type or "",
        note=row.note or "",
        gateway=row.gateway or "",
        overpayment_id=find_id("overpaymentid", row.overpaymentid),
        from_credit=bool(row.from_credit),
        visibility=read_visibility(row.vis_state),
        updated_at=find_moment("updated", row.updated),
    )


def stamp_reader(field: str) -> Callable[[Raw], RowStamp]:
    """Reads of a row only what tells whether a copy is current; `field` is its id's other name."""

    def read(raw: Raw) -> RowStamp:
        row = decode(raw, WireStamp)
        other: int | None = getattr(row, field)
        return RowStamp(
            read_id("id", row.id, other),
            read_visibility(row.vis_state),
            find_moment("updated", row.updated),
        )

    return read


def read_ledger_account(raw: Raw | bytes) -> LedgerAccount:
    """An entry of the chart of accounts."""
    row = decode(raw, WireLedgerAccount)
    if not row.uuid:
        odd("uuid", "is missing")
    if not row.name:
        odd("name", "is missing")
    if not row.type:
        odd("type", "is missing")
    return LedgerAccount(
        id=LedgerAccountId(row.uuid),
        name=row.name,
        number=loose_text(row.number),
        type=row.type,
        sub_type=row.sub_type or "",
        parent_id=LedgerAccountId(row.parent_account) if row.parent_account else None,
        system_name=row.system_account_name or "",
        state=row.state or "",
        has_children=bool(row.sub_accounts),
    )


def read_identity(row: WireIdentity) -> Identity:
    """Who is signed in, with each business that can be told; raises `FieldError` without an id."""
    number = row.identity_id if row.identity_id is not None else row.id
    if number in (None, ""):
        odd("identity_id", "is missing")
    zone = row.timezone or (row.profile.timezone if row.profile else None) or "UTC"
    businesses: dict[str, Business] = {}
    for raw in row.business_memberships or ():
        try:
            business = _read_business(raw, zone)
        except (FieldError, msgspec.DecodeError):
            log.warning("a business membership was left out: its fields cannot be read")
            continue
        known = businesses.get(business.id)
        if known is None or (business.is_usable and not known.is_usable):
            businesses[business.id] = business
    return Identity(id=str(number), email=row.email or "", businesses=tuple(businesses.values()))


def _read_business(raw: Raw, zone: str) -> Business:
    membership = decode(raw, WireMembership)
    business = membership.business
    if business is None or business.id in (None, ""):
        odd("business.id", "is missing")
    return Business(
        id=str(business.id),
        account_id=business.account_id or "",
        uuid=business.business_uuid or "",
        name=business.name or f"Business {business.id}",
        role=membership.role or "",
        timezone=business.timezone or zone,
        active=business.active is not False,
    )


def read_rows(
    resource: str, rows: Iterable[Raw], read: Callable[[Raw], R]
) -> tuple[tuple[R, ...], tuple[OddRow, ...]]:
    """All rows that can be read, and those that cannot with their id and the reason."""
    records: list[R] = []
    set_aside: list[OddRow] = []
    for raw in rows:
        try:
            records.append(read(raw))
        except FieldError as problem:
            set_aside.append(OddRow(resource, row_id(raw), str(problem)))
        except msgspec.DecodeError as problem:
            set_aside.append(OddRow(resource, row_id(raw), explain(problem)))
    return tuple(records), tuple(set_aside)


def row_id(raw: Raw) -> str:
    """The row's id as far as it has one that can be read, else nothing."""
    try:
        row = decode(raw, dict[str, Any])
    except msgspec.DecodeError:
        return ""
    for name in ("id", "invoiceid", "logid", "userid", "uuid"):
        value = row.get(name)
        if isinstance(value, str | int) and not isinstance(value, bool):
            return str(value)[:64]
    return ""
