"""What needs a person names payments as a person would; the platform's ids stand beside it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from fbrecon.app.imports import ImportKind, Wishes
from fbrecon.app.payment_names import describe, name_payments
from fbrecon.domain.money import Money
from fbrecon.domain.overview import PaymentRow
from tests.app.bench import Home
from tests.fakes.table_samples import table


def row(amount: Money | None, customer: str, number: str | None) -> PaymentRow:
    return PaymentRow(
        "pay_1", "1", None, number, None, customer, amount, date(2026, 3, 1),
        "card", "held", "succeeded", "none", "",
    )  # fmt: skip


SUM = Money(12_000, "USD")


@pytest.mark.parametrize(
    ("amount", "customer", "number", "name"),
    [
        (SUM, "Birch & Co", "7", "120.00 USD from Birch & Co for invoice 7 (2026-03-01)"),
        (SUM, "Birch & Co", None, "120.00 USD, Birch & Co (2026-03-01)"),
        (SUM, "", "7", "120.00 USD for invoice 7 (2026-03-01)"),
        (SUM, "", None, "120.00 USD (2026-03-01)"),
        (None, "Birch & Co", "7", "Birch & Co (2026-03-01)"),
        (None, "", None, "2026-03-01"),
    ],
)
def test_a_payment_is_called_by_what_is_known_of_it(
    amount: Money | None, customer: str, number: str | None, name: str
) -> None:
    assert describe(row(amount, customer, number)) == name


def test_an_id_is_exchanged_wherever_it_stands_and_freshbooks_own_numbers_stay(home: Home) -> None:
    home.connect()
    invoice, payment = home.paid()
    home.sync()
    number = home.books.invoices[invoice].number
    (found,) = home.desk.payment_rows([f"pay_{payment}"])
    name = describe(found)
    assert f"for invoice {number} (" in name
    told = f"Payment of {found.amount} on invoice {number}"
    sentences = [
        (f"Payment {payment} was not read back. FreshBooks has payment 70012.", "out_1"),
        (f"It is payment {payment}: unclear. No payment {payment}x.", ""),
        (f"{told}. It waits.", f"pay_{payment}"),
        (f"{told}1. It waits.", ""),
        ("Nothing of that kind.", "att_3"),
    ]
    named = name_payments(home.desk.company, sentences)
    assert [each.text for each in named] == [
        f"Payment {name} was not read back. FreshBooks has payment 70012.",
        f"It is payment {name}: unclear. No payment {payment}x.",
        f"{told} ({found.customer}, {found.paid_on}). It waits.",
        f"{told}1. It waits.",
        "Nothing of that kind.",
    ]
    assert [each.ids for each in named] == [(f"pay_{payment}",)] * 3 + [(), ()]


def test_an_item_names_sum_customer_and_day_and_has_the_id_beside_it(
    home: Home, tmp_path: Path
) -> None:
    home.sign_in()
    home.desk.change_setting("mode", "write")
    for _ in range(2):
        home.books.add_invoice(10_000)
    day = home.clock.now().date()
    path = tmp_path / "payments.csv"
    header = "payment_id,date,customer,gross,currency,status,platform"
    line = f"py_7f3e,{day},Kestrel Freight,100.00,USD,succeeded,stripe"
    path.write_bytes(table(header, line))
    home.desk.import_file(ImportKind.PAYMENTS, path, Wishes())
    home.sync()
    (item,) = home.desk.list_attention()
    assert f"A file tells of payment 100.00 USD, Kestrel Freight ({day})." in item.message
    assert "py_7f3e" not in item.message
    assert item.payments == ("pay_py_7f3e",)
