"""Tables in files as banks and processors write them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fbrecon.bank.table import PLAIN
from fbrecon.platforms.files.mappings import BUILT_IN
from fbrecon.table_files.mapping import Mapping, TableKind


def built_in(name: str, kind: TableKind) -> Mapping:
    """A mapping that comes with the program."""
    (found,) = [m for m in (*BUILT_IN, PLAIN) if m.name == name and m.kind is kind]
    return found


def table(
    header: str, *rows: str, delimiter: str = ",", newline: str = "\n", encoding: str = "utf-8"
) -> bytes:
    """A file of lines that are written with commas and hold no other commas."""
    lines = [line.replace(",", delimiter) for line in (header, *rows)]
    return (newline.join(lines) + newline).encode(encoding)


def written(
    rows: Iterable[Sequence[str]],
    *,
    delimiter: str = ",",
    quote: str = '"',
    newline: str = "\r\n",
    always: bool = False,
) -> str:
    """Rows as text in a dialect, written by hand: what must be quoted is quoted."""

    def cell(text: str) -> str:
        special = (delimiter, quote, "\r", "\n")
        if always or any(c in text for c in special) or text != text.strip() or not text:
            return quote + text.replace(quote, quote * 2) + quote
        return text

    return "".join(delimiter.join(map(cell, row)) + newline for row in rows)


STRIPE = (
    (
        "automatic_payout_id,automatic_payout_effective_at_utc,balance_transaction_id,created_utc,"
        "currency,gross,fee,net,reporting_category,source_id,charge_id,customer_name,invoice_number,"
        "payment_method_type,description"
    ),
    (
        "po_1,2026-02-04 00:00:00,txn_1,2026-02-01 23:30:00,usd,100.00,3.20,96.80,charge,ch_1,ch_1,"
        "Kestrel Freight,INV-7,card,Payment"
    ),
    (
        "po_1,2026-02-04 00:00:00,txn_2,2026-02-02 10:00:00,usd,250.00,7.55,242.45,charge,"
        "ch_2,ch_2,Quayside Print,INV-8,us_bank_account,Payment"
    ),
    (
        "po_1,2026-02-04 00:00:00,txn_3,2026-02-02 11:00:00,usd,-40.00,0.00,-40.00,refund,re_1,"
        "ch_0,,,,Refund"
    ),
    "po_1,2026-02-04 00:00:00,txn_4,2026-02-02 12:00:00,usd,-2.00,0.00,-2.00,fee,fee_1,,,,,Radar",
    (
        "po_1,2026-02-04 00:00:00,txn_5,2026-02-03 00:00:00,usd,-297.25,0.00,-297.25,payout,"
        "po_1,,,,,STRIPE PAYOUT"
    ),
    ",,txn_6,2026-02-03 09:00:00,usd,10.00,0.59,9.41,charge,ch_3,ch_3,Kestrel Freight,INV-9,card,",
)
GOCARDLESS_LINES = (
    (
        "customers.id,customers.company_name,resources.type,resources.charge_date,resources.reference,"
        "gross_amount,gocardless_fees,net_amount,currency,payouts.id,payouts.arrival_date,payments.id,"
        "refunds.id"
    ),
    "CU1,Kestrel Freight,payment,2026-02-01,INV-7,100.00,-1.20,98.80,GBP,PO1,2026-02-05,PM1,",
    "CU2,Quayside Print,payment,2026-02-01,INV-8,60.00,-0.80,59.20,GBP,PO1,2026-02-05,PM2,",
    "CU3,Meridian,payment_failed,2026-01-20,INV-2,-30.00,0.50,-29.50,GBP,PO1,2026-02-05,PM0,",
)
GOCARDLESS_PAYMENTS = (
    (
        "id,created_at,charge date,amount,description,currency,status,amount_refunded,reference,"
        "transaction_fee,payout_date,links.payout,customers.company_name"
    ),
    (
        "PM1,2026-01-30T10:00:00Z,2026-02-01,100.00,Work,GBP,paid_out,0.00,INV-7,1.20,2026-02-05,PO1,"
        "Kestrel Freight"
    ),
    "PM3,2026-02-01T10:00:00Z,2026-02-03,20.00,Work,GBP,submitted,0.00,INV-9,,,,Meridian",
    "PM4,2026-02-01T10:00:00Z,2026-02-03,20.00,Work,GBP,on_the_moon,0.00,INV-9,,,,Meridian",
)
SQUARE = (
    (
        "Date,Time,Time Zone,Total Collected,Fees,Net Total,Transaction ID,Payment ID,Event Type,"
        "Deposit ID,Deposit Date,Description,Customer Name"
    ),
    "02/13/26,10:00:00,Eastern Time,$100.00,-$2.90,$97.10,T1,P1,Payment,D1,02/14/26,Work,Kestrel",
    "02/13/26,11:00:00,Eastern Time,$40.00,-$1.30,$38.70,T2,P2,Payment,D1,02/14/26,Work,Quayside",
    "02/13/26,12:00:00,Eastern Time,-$10.00,$0.00,-$10.00,T3,P3,Refund,D1,02/14/26,Back,Quayside",
)
