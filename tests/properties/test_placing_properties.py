"""Placing payments of files: nothing is chosen by a sum alone, by order, or twice."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from fbrecon.domain.documents import Invoice, PlatformPayment, ToldByFile
from fbrecon.domain.matching.customers import find_agreement
from fbrecon.domain.matching.placing import Surroundings, place_payments
from fbrecon.domain.money import Money
from tests.fakes.samples import DAY, a_book_payment, a_platform_payment, an_invoice

WHO = ("Birch & Co", "Quayside Print", "Meridian Labs")
SUMS = (5_000, 10_000)
CURRENCIES = ("USD", "EUR")


@st.composite
def invoices(draw: st.DrawFn) -> list[Invoice]:
    found = []
    for number in range(100, 100 + draw(st.integers(0, 6))):
        who = draw(st.integers(0, 2))
        total = Money(draw(st.sampled_from(SUMS)), draw(st.sampled_from(CURRENCIES)))
        found.append(
            an_invoice(
                number,
                total,
                outstanding=draw(st.sampled_from((total, Money.zero(total.currency)))),
                label=str(draw(st.integers(1, 9))),
                customer=who,
                customer_name=WHO[who],
                create_on=DAY + timedelta(days=draw(st.sampled_from((-40, 0, 40)))),
            )
        )
    return found


@st.composite
def payments(draw: st.DrawFn) -> list[PlatformPayment]:
    found = []
    for number in range(draw(st.integers(0, 5))):
        told = ToldByFile(
            "stripe",
            draw(st.sampled_from(("", *CURRENCIES))),
            draw(st.sampled_from(("", *WHO, "Nobody Known"))),
            draw(st.sampled_from(("", "", "1", "2", "INV-3", "Invoice 4 and 5", "none"))),
        )
        amount = draw(st.sampled_from(("50.00", "100.00")))
        found.append(replace(a_platform_payment(f"p{number}", amount), told=told))
    return found


@given(payments(), invoices(), st.randoms(use_true_random=False))
def test_what_is_chosen_has_its_reason_in_the_records_and_in_no_order(
    paid: list[PlatformPayment], owed: list[Invoice], chance: random.Random
) -> None:
    equal = [a_book_payment(500, Money(5_000, "USD"), invoice=100)]
    by = Surroundings(owed, {}, equal, {}, {})
    days = {payment.id: DAY for payment in paid}
    found = place_payments(paid, days, by)
    _is_sound(paid, owed, by)
    mixed, others = list(paid), list(owed)
    chance.shuffle(mixed)
    chance.shuffle(others)
    again = place_payments(mixed, days, replace(by, invoices=others))
    assert {id_: set(p.invoice_ids) for id_, p in found.items()} == {
        id_: set(p.invoice_ids) for id_, p in again.items()
    }


def _is_sound(paid: Sequence[PlatformPayment], owed: Sequence[Invoice], by: Surroundings) -> None:
    days = {payment.id: DAY for payment in paid}
    found = place_payments(paid, days, by)
    of = {invoice.id: invoice for invoice in owed}
    assert set(found) == {payment.id for payment in paid}
    quiet = Counter(
        id_ for placing in found.values() if not placing.by_number for id_ in placing.invoice_ids
    )
    assert all(times == 1 for times in quiet.values())
    for payment in paid:
        placing, told = found[payment.id], payment.told
        assert told is not None
        assert len(placing.candidates) <= 5
        for id_ in placing.invoice_ids:
            agrees = find_agreement(told.customer, of[id_].customer_name)
            if placing.by_number:
                foreign = told.currency not in ("", of[id_].total.currency)
                if len(placing.invoice_ids) == 1:
                    assert bool(placing.doubt) == (foreign or agrees is False)
            else:  # then customer and sum speak together, and nothing else takes that invoice
                assert agrees is True
                currency = of[id_].total.currency
                assert told.currency in ("", currency)
                amount = payment.taken_off(currency)
                assert amount == of[id_].outstanding or amount == by.equal[0].amount
                assert quiet[id_] == 1
