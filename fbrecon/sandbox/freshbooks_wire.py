"""How the rows of the books look on the wire: field names, texts, and what is null.

Reads rows, changes none. Fields that nobody works with come from the defaults, so that every row
has the whole field set that FreshBooks sends.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from fbrecon.sandbox.amounts import wire_money
from fbrecon.sandbox.clock import eastern_text, eastern_text_micro, rfc3339_micro, utc_text
from fbrecon.sandbox.freshbooks_rows import ClientRow, InvoiceRow, LedgerRow, LineRow, PaymentRow

CLIENT_DEFAULTS: dict[str, Any] = {
    "allow_email_include_pdf": False,
    "allow_late_fees": True,
    "allow_late_notifications": True,
    "bus_phone": "",
    "company_industry": None,
    "company_size": None,
    "direct_link_token": None,
    "email": "",
    "exceeds_client_limit": 0,
    "fax": "",
    "fname": "",
    "has_retainer": None,
    "home_phone": None,
    "language": "en",
    "last_activity": None,
    "last_login": None,
    "level": 0,
    "lname": "",
    "mob_phone": "",
    "note": None,
    "notified": False,
    "num_logins": 0,
    "number_format": None,
    "organization": "",
    "p_city": "",
    "p_code": "",
    "p_country": "",
    "p_province": "",
    "p_street": "",
    "p_street2": "",
    "pref_email": True,
    "pref_gmail": False,
    "retainer_id": None,
    "role": "client",
    "s_city": "",
    "s_code": "",
    "s_country": "",
    "s_province": "",
    "s_street": "",
    "s_street2": "",
    "statement_token": None,
    "subdomain": None,
    "username": "",
    "vat_name": None,
    "vat_number": None,
}

INVOICE_DEFAULTS: dict[str, Any] = {
    "address": "",
    "attach_pdf_to_email": False,
    "auto_bill": False,
    "autobill_status": None,
    "basecampid": 0,
    "city": "",
    "code": "",
    "country": "",
    "deposit_amount": None,
    "deposit_percentage": None,
    "deposit_status": "none",
    "discount_description": None,
    "dispute_status": None,
    "estimateid": 0,
    "ext_archive": 0,
    "fname": "",
    "generation_date": None,
    "gmail": False,
    "language": "en",
    "last_order_status": None,
    "lname": "",
    "lock_status": "unlocked",
    "notes": "",
    "organization": "",
    "ownerid": 1,
    "parent": 0,
    "payment_details": "",
    "po_number": None,
    "province": "",
    "return_uri": None,
    "sentid": 1,
    "series": "",
    "show_attachments": True,
    "street": "",
    "street2": "",
    "template": "clean-grouped",
    "terms": None,
    "vat_name": "",
    "vat_number": "",
}

_SENDER = {"city": "", "code": "", "country": "", "province": "", "street": "", "street2": ""}


def client_wire(row: ClientRow, account_id: str) -> dict[str, Any]:
    """A client with its whole field set; the id comes twice."""
    return {
        **CLIENT_DEFAULTS,
        **row.fields,
        "accounting_systemid": account_id,
        "currency_code": row.currency,
        "id": row.id,
        "userid": row.id,
        "signup_date": utc_text(row.signup_at),
        "updated": eastern_text(row.updated_at),
        "uuid": row.uuid,
        "vis_state": row.vis_state,
    }


def statuses(row: InvoiceRow, today: date) -> tuple[int, str, str, str]:
    """status, v3_status, payment_status and display_status of an invoice on that day.

    A part-paid invoice keeps status 2: the 8 of the documentation never shows up.
    """
    settled = row.outstanding_minor <= 0 and (row.sent or row.paid_minor > 0)
    payment_status = "paid" if settled else "partial" if row.paid_minor > 0 else "unpaid"
    sent_as = "viewed" if row.viewed else "sent"
    if row.disputed:
        return 0, "disputed", payment_status, sent_as
    if settled:
        return 4, "paid", payment_status, "paid"
    if not row.sent:
        return 1, "draft", payment_status, "draft"
    status = 3 if row.viewed else 2
    if payment_status == "partial":
        return status, "partial", payment_status, sent_as
    if row.due_on < today:
        return status, "overdue", payment_status, "overdue"
    return status, sent_as, payment_status, sent_as


def invoice_wire(
    row: InvoiceRow, account_id: str, organization: str, today: date, *, with_lines: bool
) -> dict[str, Any]:
    """An invoice with its whole field set; lines only where they were asked for."""
    currency = row.currency
    status, v3_status, payment_status, display_status = statuses(row, today)
    percent = f"{row.discount_percent.normalize():f}"
    wire = {
        **INVOICE_DEFAULTS,
        **row.fields,
        "accountid": account_id,
        "accounting_systemid": account_id,
        "amount": wire_money(row.total_minor, currency),
        "create_date": row.create_on.isoformat(),
        "created_at": eastern_text(row.created_at),
        "currency_code": currency,
        "current_organization": organization,
        "customerid": row.customer_id,
        "date_paid": row.paid_on.isoformat() if row.paid_on else None,
        "description": row.lines[0].description if row.lines else "",
        "discount": {
            "amount": wire_money(row.discount_minor, currency),
            "rate": percent,
            "type": "percent",
        },
        "discount_total": wire_money(-row.discount_minor, currency),
        "discount_value": percent,
        "display_status": display_status,
        "due_date": row.due_on.isoformat(),
        "due_offset_days": row.due_offset_days,
        "fulfillment_date": row.fulfilled_on.isoformat() if row.fulfilled_on else None,
        "id": row.id,
        "invoice_number": row.number,
        "invoiceid": row.id,
        "net_paid_amount": wire_money(row.paid_minor, currency),
        "outstanding": wire_money(row.outstanding_minor, currency),
        "paid": wire_money(row.paid_minor, currency),
        "payment_status": payment_status,
        "sender_address": _SENDER,
        "status": status,
        "updated": eastern_text(row.updated_at),
        "uuid": row.uuid,
        "v3_status": v3_status,
        "version": eastern_text_micro(row.updated_at),
        "vis_state": row.vis_state,
    }
    if row.disputed:
        wire["dispute_status"] = "disputed"
    if with_lines:
        wire["lines"] = [
            line_wire(line, row, number) for number, line in enumerate(row.lines, start=1)
        ]
    return wire


def line_wire(line: LineRow, invoice: InvoiceRow, number: int) -> dict[str, Any]:
    """One line as it comes within an invoice."""
    taxes = [*line.taxes, ("", Decimal(0)), ("", Decimal(0))]
    return {
        "amount": wire_money(line.amount_minor, invoice.currency),
        "basecampid": 0,
        "compounded_tax": False,
        "date": None,
        "description": line.description,
        "expenseid": 0,
        "invoiceid": invoice.id,
        "lineid": line.lineid,
        "modern_project_id": None,
        "modern_time_entries": [],
        "name": line.name,
        "qty": f"{line.qty.normalize():f}",
        "retainer_id": None,
        "retainer_period_id": None,
        "taskno": number,
        "taxAmount1": f"{taxes[0][1].normalize():f}",
        "taxAmount2": f"{taxes[1][1].normalize():f}",
        "taxName1": taxes[0][0],
        "taxName2": taxes[1][0],
        "taxNumber1": None,
        "taxNumber2": None,
        "type": 0,
        "unit_cost": {"amount": f"{line.unit_cost:f}", "code": invoice.currency},
        "updated": eastern_text(invoice.lines_at),
    }


def payment_wire(row: PaymentRow, account_id: str) -> dict[str, Any]:
    """A payment or credit row; there is no created_at, version, fee or account."""
    return {
        "accounting_systemid": account_id,
        "amount": wire_money(row.amount_minor, row.currency),
        "bulk_paymentid": None,
        "clientid": row.client_id,
        "creditid": row.credit_id,
        "date": row.paid_on.isoformat(),
        "from_credit": row.from_credit,
        "gateway": row.gateway,
        "id": row.id,
        "invoiceid": row.invoice_id,
        "logid": row.id,
        "note": row.note,
        "orderid": row.order_id,
        "overpaymentid": row.overpayment_id,
        "send_client_notification": row.send_client_notification,
        "transaction_uuid": None,
        "transactionid": None,
        "type": row.type,
        "updated": eastern_text(row.updated_at),
        "vis_state": row.vis_state,
    }


def ledger_wire(row: LedgerRow, sub_accounts: list[str]) -> dict[str, Any]:
    """A ledger account; ``system_account_name`` is there for system accounts only."""
    wire: dict[str, Any] = {
        "uuid": row.uuid,
        "name": row.name,
        "number": row.number,
        "description": row.description,
        "type": row.type,
        "sub_type": row.sub_type,
        "parent_account": row.parent_uuid,
        "sub_accounts": sub_accounts,
        "auto_created": row.auto_created,
        "state": row.state,
        "updated_at": rfc3339_micro(row.updated_at),
        "category_id": row.category_id,
        "jea_id": row.jea_id,
        "jesa_id": row.jesa_id,
    }
    if row.system_name is not None:
        wire["system_account_name"] = row.system_name
    return wire
