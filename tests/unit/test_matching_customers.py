"""Whether a customer there can be one of the books: by name or e-mail, however it is written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fbrecon.domain.documents import PlatformCustomer
from fbrecon.domain.ids import PlatformCustomerId
from fbrecon.domain.matching.customers import agree
from tests.fakes.samples import a_customer


def _there(name: str, email: str = "") -> PlatformCustomer:
    return PlatformCustomer(PlatformCustomerId("c1"), name, email, "", None)


@pytest.mark.parametrize(
    ("there", "here"),
    [
        ("Smith & Co.", "SMITH & Co"),
        ("Blue Heron Dental, LLC", "Blue Heron Dental"),
        ("Zoë's Café", "zoë's café"),
    ],
)
def test_names_are_compared_by_letters_and_digits(there: str, here: str) -> None:
    assert agree(_there(there), here, None)


def test_another_name_is_another_customer_unless_the_address_is_the_same() -> None:
    mine = replace(a_customer(), name="Birch & Co", email="books@birch.example")
    assert not agree(_there("Granite Gym"), "Birch & Co", mine)
    assert not agree(_there("Granite Gym", "gym@granite.example"), "Birch & Co", mine)
    assert agree(_there("Granite Gym", "Books@Birch.example "), "Birch & Co", mine)


def test_a_short_beginning_is_no_name() -> None:
    assert not agree(_there("Al"), "Alder Works", None)


def test_where_one_side_tells_nothing_nothing_speaks_against_it() -> None:
    assert agree(_there(""), "Birch & Co", a_customer())
    assert agree(_there("Granite Gym"), "", None)
