"""The mirrored postings: a window is replaced only where it came whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fbrecon.domain.ids import BookPaymentId, LedgerAccountId
from fbrecon.domain.pages import Saved
from fbrecon.domain.postings import PostingQuery
from fbrecon.store.company import CompanyStores
from tests.fakes.samples import MARKER, a_posting, usd

PETTY = LedgerAccountId("petty-cash")


def test_postings_come_back_as_they_were(stores: CompanyStores) -> None:
    rows = [a_posting(1, usd(100)), replace(a_posting(2, usd(-100)), account_id=None)]
    assert stores.ledger.save_postings(rows) == Saved(new=2)
    assert stores.ledger.list_postings_of_payments([BookPaymentId(5)]) == rows
    assert stores.ledger.list_postings_on([PETTY]) == rows[:1]
    assert stores.ledger.save_postings(rows) == Saved(unchanged=2)


def test_our_entries_are_found_by_their_marker(stores: CompanyStores) -> None:
    ours = replace(a_posting(3, usd(-100)), description=f"Payout · {MARKER}", payment_id=None)
    stores.ledger.save_postings([a_posting(1, usd(100)), ours])
    assert stores.ledger.list_postings_with(MARKER) == [ours]


def test_a_window_that_came_whole_forgets_what_it_no_longer_shows(stores: CompanyStores) -> None:
    march = [a_posting(n, usd(n)) for n in (1, 2)]
    april = replace(a_posting(3, usd(3)), on=date(2026, 4, 1))
    other = replace(a_posting(4, usd(4)), account_id=LedgerAccountId("bank"))
    stores.ledger.save_postings([*march, april, other])
    window = PostingQuery(PETTY, date(2026, 3, 1), date(2026, 3, 31))
    stores.ledger.replace_postings(window, march[:1])
    assert [row.id for row in stores.ledger.list_postings_on([PETTY])] == [1, 3]
    assert stores.ledger.list_postings_on([LedgerAccountId("bank")]) == [other]
