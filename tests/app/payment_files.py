"""Files of payments for the tests, and what became of their rows."""

from __future__ import annotations

from datetime import timedelta

from fbrecon.app.imports import ImportKind, Wishes
from fbrecon.app.views import ImportResult, PaymentRow
from tests.app.bench import Home
from tests.fakes.table_samples import table

HEADER = "payment_id,date,customer,invoice_number,gross,currency,status,platform"


def bring(home: Home, *rows: str, header: str = HEADER) -> ImportResult:
    path = home.folder / "payments.csv"
    path.write_bytes(table(header, *rows))
    return home.desk.import_file(ImportKind.PAYMENTS, path, Wishes())


def told(
    home: Home,
    id_: str = "ch_1",
    *,
    number: object = "",
    customer: str = "Kestrel Freight",
    sum_: str = "100.00",
    currency: str = "USD",
    status: str = "succeeded",
    platform: str = "stripe",
    days_ago: int = 0,
) -> str:
    day = home.clock.now().date() - timedelta(days=days_ago)
    return f"{id_},{day},{customer},{number},{sum_},{currency},{status},{platform}"


def row(home: Home, id_: str = "ch_1") -> PaymentRow:
    (found,) = home.desk.payment_rows([f"pay_{id_}"])
    return found


def sent(home: Home) -> int:
    return len(home.books.payment_sends.bodies)


def number_of(home: Home, invoice: int) -> str:
    return home.books.invoices[invoice].number
