"""Each fault by itself, between the real adaptors and both services: where it must end.

A payment, a customer and a copy meet each fault once; afterwards each is there once, sent as often
as it had to be, and what the program says of it is true.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

import fbrecon.freshbooks.exchange as freshbooks_exchange
import fbrecon.freshbooks.transport as freshbooks_transport
import fbrecon.platforms.alternative_payments.transport as platform_transport
from fbrecon import http_rules
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.sandbox.freshbooks_rows import DELETED
from tests.faults.world import World

S = PostingState
PAYMENT = {"match": "payments/payments", "method": "POST"}
SETTLE = 900

pytestmark = pytest.mark.loud  # what goes wrong is told in the log


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """A service that never answers is given up after moments; nobody waits between tries."""
    monkeypatch.setattr(freshbooks_exchange, "READ_SECONDS", 0.3)
    monkeypatch.setattr(http_rules, "TIMEOUTS", (5, 0.3))
    monkeypatch.setattr(freshbooks_transport, "back_off", lambda _: 0.0)
    monkeypatch.setattr(platform_transport, "_BACK_OFF", (0.0, 0.0, 0.0))


@pytest.fixture
def world() -> Iterator[World]:
    made = World()
    yield made
    made.close()


class Row(NamedTuple):
    """A row of the matrix: what the first sync ends with, and how many sends it takes in all."""

    name: str
    fault: dict[str, Any]
    first: PostingState
    sends: int
    last: PostingState = S.VERIFIED


FOUND, AGAIN = (S.VERIFIED, 1), (S.UNCERTAIN, 2)
ROWS = (
    Row("refused connection", {"kind": "refuse"}, *AGAIN),
    Row("reset, never taken", {"kind": "reset_before"}, *AGAIN),
    Row("reset, taken", {"kind": "reset_after"}, *FOUND),
    Row("timeout, never taken", {"kind": "timeout", "seconds": 2}, *AGAIN),
    Row("timeout, taken", {"kind": "timeout_after", "seconds": 2}, *FOUND),
    Row("taken ten minutes later", {"kind": "late", "seconds": 600}, S.UNCERTAIN, 1),
    Row(
        "504, taken ten minutes later",
        {"kind": "late", "seconds": 600, "status": "504"},
        S.UNCERTAIN,
        1,
    ),
    Row("429 with Retry-After", {"kind": "429", "retry_after": 120}, S.APPROVED, 2),
    Row("429 without a number", {"kind": "429", "retry_after": "soon"}, S.APPROVED, 2),
    Row("429, ages", {"kind": "429", "retry_after": 10**9}, S.APPROVED, 2),
    Row("500, never taken", {"kind": "500"}, *AGAIN),
    Row("500, taken", {"kind": "500_after"}, *FOUND),
    Row("502 as HTML, never taken", {"kind": "502_html"}, *AGAIN),
    Row("502 as HTML, taken", {"kind": "502_html_after"}, *FOUND),
    Row("503, never taken", {"kind": "503", "retry_after": 5}, *AGAIN),
    Row("503, taken", {"kind": "503_after"}, *FOUND),
    Row("504, taken", {"kind": "504_after"}, *FOUND),
    Row("408, never taken", {"kind": "408"}, *AGAIN),
    Row("JSON cut short", {"kind": "truncated"}, *FOUND),
    Row("JSON cut before its first byte", {"kind": "truncated", "bytes": 0}, *FOUND),
    Row("a length that is too long", {"kind": "wrong_length", "by": 10}, *FOUND),
    Row("a length that is too short", {"kind": "wrong_length", "by": -10}, *FOUND),
    Row("200 with errors inside, taken", {"kind": "error_200"}, *FOUND),
    Row(
        "200 with a reviewed error inside",
        {"kind": "error_200_before"},
        S.REFUSED,
        1,
        S.REFUSED,
    ),
    Row(
        "200 with an unknown error inside",
        {"kind": "error_200_before", "errno": 1100},
        *AGAIN,
    ),
    Row("a captive portal", {"kind": "html"}, *AGAIN),
    Row("a detour, 307", {"kind": "307"}, *AGAIN),
    Row("a detour, 308", {"kind": "308"}, *AGAIN),
    Row("a proxy that denies", {"kind": "403_html"}, *AGAIN),
    Row("a proxy that asks who we are", {"kind": "407_html"}, *AGAIN),
    Row("400 in nobody's shape", {"kind": "400"}, *AGAIN),
    Row("404 in nobody's shape", {"kind": "404"}, *AGAIN),
    Row("the token runs out", {"kind": "expire_token"}, S.VERIFIED, 2),
)


def bill(world: World) -> None:
    """A customer and an open invoice."""
    client = world.control("create", kind="client", organization="Kestrel", email="k@e.example")
    world.control("create", kind="invoice", customerid=client["id"], amount="500.00")


def pay(world: World, *cents: int) -> None:
    """The invoice's copy is on the platform, and its customer pays parts of it."""
    bill(world)
    world.sync()
    (copy,) = world.platform.invoices.values()
    for amount in cents:
        world.control("pay", invoice=copy.id, amount=f"{amount // 100}.{amount % 100:02d}", fee=0)


def states(world: World, kind: WriteKind = WriteKind.PAYMENT) -> list[PostingState]:
    return [intent.state for intent in world.stores.outbox.list_intents([kind])]


def sent(world: World, path: str) -> int:
    """How often the service was asked to write there."""
    return sum(v.method == "POST" and path in v.path for v in world.sandbox.state.visits)


def recorded(world: World) -> list[int]:
    """The live payments in the books, in cents."""
    rows = world.books.payments.values()
    return sorted(row.amount_minor for row in rows if row.vis_state != DELETED)


def settle(world: World) -> None:
    """Time passes and syncs come until nothing that was lost is still uncertain."""
    for seconds in (SETTLE, SETTLE / 3, SETTLE / 3, 3600):
        world.advance(seconds)
        world.sync("payments")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_payment_meets_one_fault_and_is_recorded_once(world: World, row: Row) -> None:
    pay(world, 1_000)
    world.control("fault", **PAYMENT, **row.fault)
    world.sync("payments")
    assert states(world) == [row.first]
    assert len(recorded(world)) <= 1
    settle(world)
    assert states(world) == [row.last]
    assert sent(world, "payments/payments") == row.sends
    assert recorded(world) == ([1_000] if row.last is S.VERIFIED else [])


def test_the_answer_to_another_payment_settles_nothing_and_both_are_recorded(world: World) -> None:
    pay(world, 1_000, 2_000)
    world.control("fault", **PAYMENT, kind="another_answer", after=1)
    world.sync("payments")
    assert states(world) == [S.VERIFIED, S.VERIFIED]
    assert recorded(world) == [1_000, 2_000]
    assert sent(world, "payments/payments") == 2


def test_what_comes_later_than_any_wait_is_in_the_books_twice_and_a_person_is_told(
    world: World,
) -> None:
    pay(world, 1_000)
    world.control("fault", **PAYMENT, kind="late", seconds=2 * 3600)
    world.sync("payments")
    settle(world)
    assert recorded(world) == [1_000]
    world.advance(3600)
    world.sync("payments")
    assert recorded(world) == [1_000, 1_000]  # nobody could have known
    assert any("more than once" in item.title for item in world.items())


@pytest.mark.parametrize("after", [False, True], ids=["never taken", "taken"])
@pytest.mark.parametrize("nth", range(5))
def test_the_network_goes_at_any_place_of_a_batch(world: World, nth: int, after: bool) -> None:
    cents = [1_000 + 100 * n for n in range(5)]
    pay(world, *cents)
    kind = "reset_after" if after else "reset_before"
    world.control("fault", **PAYMENT, kind=kind, after=nth)
    world.sync("payments")
    settle(world)
    assert states(world) == [S.VERIFIED] * 5
    assert recorded(world) == cents
    assert sent(world, "payments/payments") == 5 + (not after)


def test_the_network_is_gone_from_any_request_on_and_comes_back(world: World) -> None:
    """The n-th request of a sync and all after it fail, for every n."""
    pay(world)
    (copy,) = world.platform.invoices.values()
    nth = 0
    while True:
        world.control("pay", invoice=copy.id, amount=f"1.{nth:02d}", fee=0)
        before = len(world.sandbox.state.visits)
        world.control("fault", match="/accounting/|/invoices|/payments|/payouts", kind="503",
                      retry_after=0, times=-1, after=nth)  # fmt: skip
        outcome = world.sync("payments").outcome
        world.control("fault", clear=True)
        if outcome == "ok":
            break
        assert len(world.sandbox.state.visits) > before
        nth += 1
    for _ in range(3):
        settle(world)
    assert set(states(world)) == {S.VERIFIED}
    assert recorded(world) == [100 + n for n in range(nth + 1)]
    assert nth >= 8  # one in the books, two there, and a write with its reads


PLATFORM_FAULTS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("refuse", {}),
    ("reset_before", {}),
    ("reset_after", {}),
    ("timeout", {"seconds": 2}),
    ("timeout_after", {"seconds": 2}),
    ("late", {"seconds": 600}),
    ("429", {"retry_after": 1}),
    ("500", {}),
    ("500_after", {}),
    ("502_html", {}),
    ("502_html_after", {}),
    ("503", {}),
    ("truncated", {}),
    ("wrong_length", {}),
    ("html", {}),
    ("307", {}),
    ("403_html", {}),
    ("407_html", {}),
    ("expire_token", {}),
)


@pytest.mark.parametrize("match", ["/customers", "/invoices"], ids=["customer", "copy"])
@pytest.mark.parametrize(("kind", "more"), PLATFORM_FAULTS, ids=[k for k, _ in PLATFORM_FAULTS])
def test_what_goes_to_the_platform_meets_one_fault_and_is_there_once(
    world: World, kind: str, more: dict[str, Any], match: str
) -> None:
    bill(world)
    world.control("fault", match=f"POST .*{match}", method="POST", kind=kind, **more)
    for seconds in (0, SETTLE, SETTLE / 3, SETTLE / 3, 3600, 60):
        world.advance(seconds)
        world.sync()
    assert len(world.platform.customers) == 1
    assert len(world.platform.invoices) == 1
    for write in (WriteKind.PLATFORM_CUSTOMER, WriteKind.PLATFORM_INVOICE):
        assert states(world, write) == [S.VERIFIED]
