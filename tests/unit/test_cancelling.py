"""A person who stops the work does not wait for a service that asks for a minute's rest."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

import pytest

from fbrecon.cancelling import Cancel, Uncancelled, at_hand, cancellable
from fbrecon.domain.ids import InvoiceId
from fbrecon.freshbooks.api import FreshBooksBooks, get_identity
from fbrecon.freshbooks.ledger import FreshBooksLedger
from fbrecon.freshbooks.registration import Endpoints
from fbrecon.freshbooks.transport import FreshBooksTransport
from tests.fakes.freshbooks_bench import (
    BUSINESS,
    FixedTokens,
    HandCancel,
    HandClock,
    StoppedError,
)
from tests.fakes.scripted_http import Say, ScriptedServer

Read = Callable[[FreshBooksTransport], object]


def _books(over: FreshBooksTransport) -> FreshBooksBooks:
    return FreshBooksBooks(over, BUSINESS, "https://my.freshbooks.example")


SINGLE_READS: dict[str, Read] = {
    "who is signed in": get_identity,
    "an invoice": lambda over: _books(over).find_invoice(InvoiceId(7)),
    "a payment": lambda over: _books(over).find_payment("7"),
    "the accounts": lambda over: _books(over).read_ledger_accounts(),
    "the chart": lambda over: FreshBooksLedger(over, BUSINESS).read_chart(),
    "the currency of the books": lambda over: FreshBooksLedger(over, BUSINESS).find_base_currency(),
    "what the plan includes": lambda over: FreshBooksLedger(over, BUSINESS).read_ability(),
    "an expense": lambda over: FreshBooksLedger(over, BUSINESS).find_expense(7),
}


@pytest.mark.parametrize("read", SINGLE_READS.values(), ids=SINGLE_READS)
def test_a_rest_before_a_single_record_ends_with_the_work_it_is_read_for(read: Read) -> None:
    clock = HandClock()
    cancel = HandCancel(clock, stop_after=1)
    with ScriptedServer(lambda asked: Say(429, headers={"Retry-After": "60"})) as server:
        over = FreshBooksTransport(
            Endpoints(server.url, server.url), "client", FixedTokens(), clock
        )
        with pytest.raises(StoppedError), cancellable(cancel):
            read(over)
        over.close()
    assert (cancel.waits, len(server.asked)) == ([60.0], 1)


def test_work_within_work_ends_with_its_own_token_and_leaves_the_outer_one() -> None:
    outer, inner = HandCancel(), HandCancel()
    with cancellable(outer):
        with cancellable(inner):
            assert at_hand() is inner
        assert at_hand() is outer
    assert isinstance(at_hand(), Uncancelled)


def test_a_thread_begins_without_a_token() -> None:
    seen: list[Cancel] = []
    with cancellable(HandCancel()):
        thread = Thread(target=lambda: seen.append(at_hand()))
        thread.start()
        thread.join()
    assert isinstance(seen[0], Uncancelled)


def test_where_no_work_named_a_token_the_callers_own_counts() -> None:
    own = HandCancel()
    assert at_hand(own) is own
