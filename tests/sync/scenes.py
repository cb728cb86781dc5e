"""Books with a past: recent and old rows, deleted ones, more than fit on one page."""

from __future__ import annotations

from datetime import timedelta

from tests.fakes.fake_book_rows import years_ago
from tests.fakes.fake_books import FakeBooks
from tests.sync.bench import Bench


def years_of_books(bench: Bench) -> FakeBooks:
    """Five recent and four old invoices, half of them paid, and a deleted row of each kind."""
    books = bench.books
    customers = [books.add_customer(f"Customer {n}") for n in range(5)]
    today = bench.clock.now().date()
    days = [today - timedelta(days=20 * n) for n in range(5)]
    days += [years_ago(bench.clock, 1.2 + n) for n in range(4)]
    for place, day in enumerate(reversed(days)):
        invoice = books.add_invoice(
            10_000 + place, 500, customer=customers[place % 5], on=day, due=day
        )
        if place % 2:
            books.pay_by_hand(invoice, 10_500 + place, day)
    gone = books.add_invoice(700, customer=customers[0], on=today)
    books.delete_payment(books.pay_by_hand(gone, 700, today))
    books.delete_invoice(gone)
    old = books.add_invoice(800, customer=customers[0], on=days[-1])
    books.delete_invoice(old)
    books.add_account("Checking", sub_type="Cash & Bank")
    books.add_account("Undeposited Funds")
    bench.advance(days=40)
    return books


def assert_mirrored(bench: Bench) -> None:
    """Each row of the books stands in the company file as it is, and no other."""
    books, mirror = bench.books, bench.stores.books
    for customer in books.customers.values():
        assert mirror.find_customer(customer.id) == customer
    for invoice in books.invoices.values():
        assert mirror.find_invoice(invoice.id) == invoice
    for payment in books.payments.values():
        assert mirror.find_payment(payment.id) == payment
    counts = mirror.row_counts()
    assert counts["customers"] == len(books.customers)
    assert counts["invoices"] == len(books.invoices)
    assert counts["freshbooks_payments"] == len(books.payments)
    assert counts["lines"] == sum(len(invoice.lines) for invoice in books.invoices.values())
    accounts = {account.id: account for account in mirror.list_ledger_accounts()}
    assert accounts == books.accounts
