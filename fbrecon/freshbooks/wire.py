"""The shapes of FreshBooks' JSON: only the fields that are used, as loose as reality is.

Every field may be missing or null; what must be there is decided in `parse`. Unknown fields are
skipped. Lists of rows stay undecoded (`msgspec.Raw`), so that one odd row cannot fail its page.
"""

from __future__ import annotations

from typing import TypeVar

import msgspec
from msgspec import Raw, Struct

T = TypeVar("T")

# Texts for showing that FreshBooks' own clients have also seen as numbers.
Loose = str | int | float


class WireMoney(Struct, frozen=True):
    """`{"amount": "123.45", "code": "USD"}`; the amount is a text, never a number."""

    amount: str | None = None
    code: str | None = None


class WireStamp(Struct, frozen=True):
    """What the rows of customers, invoices and payments have in common."""

    id: int | None = None
    userid: int | None = None
    invoiceid: int | None = None
    logid: int | None = None
    updated: str | None = None
    vis_state: int | None = None


class WireCustomer(Struct, frozen=True):
    """A row of `users/clients`."""

    id: int | None = None
    userid: int | None = None
    organization: str | None = None
    fname: str | None = None
    lname: str | None = None
    email: str | None = None
    currency_code: str | None = None
    updated: str | None = None
    vis_state: int | None = None


class WireLine(Struct, frozen=True):
    """A line of an invoice, there only with `include[]=lines`. `amount` is before tax."""

    lineid: int | None = None
    name: str | None = None
    description: str | None = None
    qty: Loose | None = None
    unit_cost: WireMoney | None = None
    amount: WireMoney | None = None
    tax_name1: str | None = msgspec.field(name="taxName1", default=None)
    tax_amount1: Loose | None = msgspec.field(name="taxAmount1", default=None)
    tax_name2: str | None = msgspec.field(name="taxName2", default=None)
    tax_amount2: Loose | None = msgspec.field(name="taxAmount2", default=None)


class WireInvoice(Struct, frozen=True):
    """A row of `invoices/invoices`."""

    id: int | None = None
    invoiceid: int | None = None
    invoice_number: Loose | None = None
    customerid: int | None = None
    organization: str | None = None
    current_organization: str | None = None
    fname: str | None = None
    lname: str | None = None
    amount: WireMoney | None = None
    outstanding: WireMoney | None = None
    paid: WireMoney | None = None
    discount_total: WireMoney | None = None
    create_date: str | None = None
    due_date: str | None = None
    status: int | None = None
    v3_status: str | None = None
    display_status: str | None = None
    dispute_status: str | None = None
    updated: str | None = None
    vis_state: int | None = None
    lines: list[WireLine] | None = None


class WirePayment(Struct, frozen=True):
    """A row of `payments/payments`: a payment of an invoice, or a credit."""

    id: int | None = None
    logid: int | None = None
    invoiceid: int | None = None
    clientid: int | None = None
    creditid: int | None = None
    overpaymentid: int | None = None
    amount: WireMoney | None = None
    date: str | None = None
    type: str | None = None
    note: str | None = None
    gateway: str | None = None
    from_credit: bool | None = None
    updated: str | None = None
    vis_state: int | None = None


class WireLedgerAccount(Struct, frozen=True):
    """An entry of `ledger_accounts/accounts`."""

    uuid: str | None = None
    name: str | None = None
    number: Loose | None = None
    description: str | None = None
    type: str | None = None
    sub_type: str | None = None
    system_account_name: str | None = None
    parent_account: str | None = None
    sub_accounts: list[str] | None = None
    state: str | None = None


class WireBusiness(Struct, frozen=True):
    """The business inside a membership. `account_id` is null where there is no accounting."""

    id: int | str | None = None
    business_uuid: str | None = None
    name: str | None = None
    account_id: str | None = None
    active: bool | None = None
    timezone: str | None = None


class WireMembership(Struct, frozen=True):
    """A membership; its own `id` is not the business's."""

    role: str | None = None
    business: WireBusiness | None = None


class WireProfile(Struct, frozen=True):
    """The part of the profile that is used."""

    timezone: str | None = None


class WireIdentity(Struct, frozen=True):
    """`users/me`. The answer holds secrets beside these fields; it is never logged or kept."""

    id: int | str | None = None
    identity_id: int | str | None = None
    email: str | None = None
    timezone: str | None = None
    profile: WireProfile | None = None
    business_memberships: list[Raw] | None = None


class WireTokens(Struct, frozen=True):
    """The token endpoint's answer. `created_at` is in Unix seconds."""

    access_token: str = ""
    refresh_token: str = ""
    expires_in: int = 0
    created_at: int | None = None
    scope: str = ""


class AccountingBody(Struct, frozen=True):
    """What stands under `response`: a result, errors, or (identity) the thing itself."""

    result: dict[str, Raw] | None = None


class AccountingEnvelope(Struct, frozen=True):
    """The envelope of the accounting family."""

    response: AccountingBody | None = None


class IdentityEnvelope(Struct, frozen=True):
    """The envelope of the identity family: no `result` in it."""

    response: WireIdentity | None = None


class LedgerListEnvelope(Struct, frozen=True):
    """The envelope of the ledger family around a list."""

    data: list[Raw] | None = None


class LedgerEnvelope(Struct, frozen=True):
    """The envelope of the ledger family around one account."""

    data: WireLedgerAccount | None = None


def decode(body: bytes | Raw, shape: type[T]) -> T:
    """Decode into a shape; whole numbers may come as digits in quotes.

    Raises `msgspec.DecodeError` (of which `msgspec.ValidationError` is one), also for JSON that
    is nested without end or not UTF-8.
    """
    try:
        return msgspec.json.decode(body, type=shape, strict=False)
    except RecursionError:
        raise msgspec.DecodeError("nested too deeply") from None
    except UnicodeDecodeError:
        raise msgspec.DecodeError("not UTF-8") from None
