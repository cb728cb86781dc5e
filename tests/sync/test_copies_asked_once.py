"""The same money is never asked for twice on the platform, whatever it shows of its invoices."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fbrecon.domain.documents import CopyState, Method, PlatformInvoice, PlatformState
from fbrecon.domain.money import Money
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.domain.upkeep import Step
from fbrecon.errors import Unreachable
from fbrecon.sync.copy_facts import review_copies
from tests.fakes.send_script import Fault
from tests.sync.bench import Bench, Crash, crash_at

S = PostingState
ARCHIVE, COPY = WriteKind.ARCHIVE_COPY, WriteKind.PLATFORM_INVOICE
INVOICES = ("customers", "invoices", "lines")


def live(bench: Bench) -> list[Money]:
    return [c.total for c in bench.platform.invoices.values() if c.state is not CopyState.ARCHIVED]


def asked(bench: Bench) -> list[Step]:
    steps = [r.decision.step for r in review_copies(bench.stores, bench.rules)]
    return [step for step in steps if step is not Step.LEAVE]


def test_a_platform_that_shows_no_archived_invoice_still_gets_the_new_copy(bench: Bench) -> None:
    invoice = bench.open_invoice(10_000)
    old = bench.copy_of(invoice)
    bench.books.edit_invoice(invoice, 12_000)
    archive = bench.platform.archive

    def vanish(copy: str) -> None:
        archive(copy)
        del bench.platform.invoices[copy]

    bench.platform.archive = vanish  # type: ignore[method-assign,assignment]
    for _ in range(3):
        bench.sync()
    assert old not in bench.platform.invoices
    assert live(bench) == [Money(12_000, "USD")]


def test_a_copy_that_comes_out_different_is_not_made_again_and_again(bench: Bench) -> None:
    take = bench.platform.add_invoice

    def with_a_surcharge(minor: int, **how: object) -> object:
        return take(minor + 300, **how)  # type: ignore[arg-type]

    bench.platform.add_invoice = with_a_surcharge  # type: ignore[method-assign,assignment]
    invoice = bench.open_invoice(10_000)
    for _ in range(5):
        bench.advance(minutes=60)
        bench.sync()
    assert len(bench.platform.invoice_sends.bodies) == 1
    assert bench.states(COPY) == [S.DISCREPANCY]
    bench.platform.add_invoice = take  # type: ignore[method-assign]
    bench.books.edit_invoice(invoice, 12_000)
    bench.sync()
    assert live(bench) == [Money(12_000, "USD")]


@pytest.mark.loud
def test_what_was_to_be_archived_and_is_right_again_stays(bench: Bench) -> None:
    invoice = bench.open_invoice(10_000)
    copy = bench.copy_of(invoice)
    bench.books.edit_invoice(invoice, 12_000)
    bench.platform.archive_sends.plan(Fault.WAIT)
    bench.sync()
    bench.books.edit_invoice(invoice, 10_000)
    bench.advance(minutes=10)
    for _ in range(2):
        bench.sync()
    assert bench.platform.archived == []
    bench.books.edit_invoice(invoice, 13_000)
    bench.sync()
    assert bench.platform.archived == [copy]
    assert live(bench) == [Money(13_000, "USD")]


@pytest.mark.loud
@pytest.mark.parametrize("how", ["crash", "unreachable"])
def test_a_new_copy_waits_until_the_payments_on_the_old_one_were_read_again(
    bench: Bench, how: str
) -> None:
    invoice = bench.open_invoice(10_000)
    old = bench.copy_of(invoice)
    bench.books.edit_invoice(invoice, 12_000)
    archive = bench.platform.archive_invoice

    def pay_then_archive(invoice_id: object) -> object:
        bench.platform.pay(old)
        done = archive(invoice_id)  # type: ignore[arg-type]
        if how == "unreachable":
            bench.platform.on_read = fail
        return done

    def fail(what: str, which: str) -> None:
        if what == "payments_of":
            raise Unreachable("Out of reach", "The platform does not answer.")

    bench.platform.archive_invoice = pay_then_archive  # type: ignore[method-assign,assignment]
    if how == "crash":
        with pytest.raises(Crash):
            bench.sync(crash=crash_at("answer kept"))
        bench.restart()
    else:
        bench.sync()
        assert live(bench) == []
        bench.platform.on_read = None
    bench.sync(INVOICES)
    assert live(bench) == [], "the money that came in is not asked for again"
    for _ in range(2):
        bench.sync()
    assert live(bench) == [Money(2_000, "USD")]


def test_a_copy_made_often_anew_is_recognised_after_a_lost_file(bench: Bench) -> None:
    invoice = bench.open_invoice(10_000)
    for minor in range(10_100, 10_700, 100):
        bench.books.edit_invoice(invoice, minor)
        bench.sync()
    assert live(bench) == [Money(10_600, "USD")]
    bench.lose_file()
    for _ in range(2):
        bench.sync()
    assert live(bench) == [Money(10_600, "USD")]
    assert bench.stores.outbox.list_intents([COPY]) == []


def test_a_copy_of_the_hosted_link_is_remembered_when_the_invoice_changes(bench: Bench) -> None:
    invoice = bench.books.add_invoice(10_000)
    number = bench.books.invoices[invoice].number
    bench.platform.add_invoice(10_000, customer=bench.platform.add_customer(), number=number)
    bench.sync()
    bench.books.edit_invoice(invoice, 12_000)
    for _ in range(2):
        bench.sync()
    assert live(bench) == [Money(10_000, "USD")]
    assert asked(bench) == [Step.ARCHIVE_THERE]


@pytest.mark.parametrize("shown", ["odd", "no lines in lists", "no lines at all"])
def test_a_lost_copy_that_the_list_shows_badly_is_not_sent_again(bench: Bench, shown: str) -> None:
    bench.books.add_invoice(10_000)
    bench.platform.invoice_sends.plan(Fault.LOST_AFTER)
    iter_invoices, find = bench.platform.iter_invoices, bench.platform.find_invoice

    def bare(row: PlatformInvoice) -> PlatformInvoice:
        return replace(row, descriptions=())

    def lists(*how: object, **more: object) -> object:
        for page in iter_invoices(*how, **more):  # type: ignore[arg-type]
            yield replace(page, records=tuple(map(bare, page.records)))

    def single(invoice_id: object) -> object:
        found = find(invoice_id)  # type: ignore[arg-type]
        return None if found is None else bare(found)

    if shown == "odd":
        bench.platform.odd["platform_invoices", "pinv-0002"] = "It cannot be read."
    else:
        bench.platform.iter_invoices = lists  # type: ignore[method-assign,assignment]
    if shown == "no lines at all":
        bench.platform.find_invoice = single  # type: ignore[method-assign,assignment]
    for _ in range(8):
        bench.sync()
        bench.advance(seconds=bench.settle_after)
    assert len(bench.platform.invoices) == 1
    assert bench.states(COPY) == [S.VERIFIED if shown == "no lines in lists" else S.HELD]


def test_marked_as_paid_there_is_not_money_on_its_way(bench: Bench) -> None:
    invoice = bench.open_invoice(10_000)
    bench.platform.pay(bench.copy_of(invoice), method=Method.NONE)
    bench.sync()
    assert asked(bench) == [Step.FROZEN_DIFFERS]


def test_a_question_closes_when_the_platform_calls_the_invoice_paid(bench: Bench) -> None:
    invoice = bench.books.add_invoice(10_000)
    number = bench.books.invoices[invoice].number
    theirs = bench.platform.add_invoice(
        10_000, customer=bench.platform.add_customer(), number=number
    )
    bench.sync()
    bench.books.pay_by_hand(invoice, 10_000)
    bench.sync()
    assert asked(bench) == [Step.MARK_PAID_THERE]
    bench.platform.invoices[theirs] = replace(
        bench.platform.invoices[theirs], state=CopyState.PAID, raw_state="paid"
    )
    bench.sync()
    assert asked(bench) == []


def test_a_payment_under_way_still_counts_as_money_on_its_way(bench: Bench) -> None:
    invoice = bench.open_invoice(10_000)
    bench.platform.pay(bench.copy_of(invoice), state=PlatformState.PENDING)
    bench.books.edit_invoice(invoice, 12_000)
    bench.sync()
    assert live(bench) == [Money(10_000, "USD")]
