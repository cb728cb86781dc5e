"""A push that is cut off at any point, or whose answer is lost, never makes a second copy."""

from __future__ import annotations

import pytest

from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.sync import crash_points
from tests.rules.stage import SETTLE, Stage

S = PostingState
POINTS = (
    crash_points.LOOKED,
    crash_points.INTENT_DURABLE,
    crash_points.ANSWERED,
    crash_points.ANSWER_KEPT,
    crash_points.READING_BACK,
    crash_points.READ_BACK,
)


class Crash(BaseException):
    """The program ends here."""


def crash_at(stage: Stage, point: str, nth: int) -> None:
    """Syncs until the program ends at the n-th such point, then begins it again."""
    left = [nth]

    def crash(here: str) -> None:
        if here == point:
            left[0] -= 1
            if left[0] == 0:
                raise Crash(here)

    stage.restart(crash)
    with pytest.raises(Crash):
        stage.try_sync()
    stage.restart()


def settle(stage: Stage) -> None:
    """What was lost is looked for until that is settled."""
    for _ in range(6):
        stage.advance(SETTLE)
        stage.try_sync()


@pytest.mark.parametrize("nth", [1, 2], ids=["customer", "invoice"])
@pytest.mark.parametrize("point", POINTS)
def test_a_push_that_a_crash_interrupts_makes_no_second_copy(
    stage: Stage, point: str, nth: int
) -> None:
    invoice = stage.invoice("100.00")
    crash_at(stage, point, nth)
    settle(stage)
    there = stage.state()["platform"]
    assert (len(there["customers"]), len(there["invoices"])) == (1, 1)
    assert stage.asked(invoice) == ["100.00"]
    assert [i.state for i in stage.intents(WriteKind.PLATFORM_INVOICE)] == [S.VERIFIED]
    assert stage.kinds() == []


@pytest.mark.parametrize("nth", [1, 2], ids=["archive", "create"])
@pytest.mark.parametrize("point", POINTS[:4])
def test_a_replacement_that_a_crash_interrupts_is_finished_and_never_asks_twice(
    stage: Stage, point: str, nth: int
) -> None:
    invoice = stage.invoice("100.00")
    stage.sync()
    stage.edit(invoice, amount="120.00")
    crash_at(stage, point, nth)
    for _ in range(5):
        stage.advance(SETTLE)
        stage.try_sync()
        assert len(stage.copies(invoice)) <= 1
    assert stage.asked(invoice) == ["120.00"]
    assert len(stage.copies(invoice, live=False)) == 2
    assert stage.kinds() == []


@pytest.mark.loud
@pytest.mark.parametrize("kind", ["reset_before", "reset_after", "500", "500_after", "truncated"])
@pytest.mark.parametrize("path", ["/customers", "/invoices"])
def test_a_push_whose_answer_is_lost_makes_no_second_copy(
    stage: Stage, path: str, kind: str
) -> None:
    invoice = stage.invoice("100.00")
    stage.control("fault", match=f"POST {path}", kind=kind, times=1)
    stage.try_sync()
    settle(stage)
    there = stage.state()["platform"]
    assert (len(there["customers"]), len(there["invoices"])) == (1, 1)
    assert stage.asked(invoice) == ["100.00"]
    assert stage.kinds() == []


@pytest.mark.loud
@pytest.mark.parametrize("kind", ["reset_before", "reset_after", "500", "500_after", "html"])
def test_an_archiving_whose_answer_is_lost_leaves_one_copy_at_the_most(
    stage: Stage, kind: str
) -> None:
    invoice = stage.invoice("100.00")
    stage.sync()
    stage.edit(invoice, amount="120.00")
    stage.control("fault", match="DELETE /invoices/", kind=kind, times=1)
    for _ in range(6):
        stage.advance(SETTLE)
        stage.try_sync()
        assert len(stage.copies(invoice)) <= 1
    assert stage.asked(invoice) == ["120.00"]
    assert stage.kinds() == []


def test_after_a_lost_company_file_copies_and_payments_are_found_by_their_markers(
    stage: Stage,
) -> None:
    invoices = [stage.invoice("100.00"), stage.invoice("70.00")]
    stage.sync()
    stage.pay(invoices[0])
    stage.hourly()
    slug = stage.desk.company.slug
    stage.desk.company.close()
    for path in (stage.folder / "companies" / slug).glob("company.db*"):
        path.unlink()
    stage.begin_again()
    before = stage.writes()
    for _ in range(2):
        stage.hourly()
    assert stage.writes() == before
    assert stage.recorded(invoices[0]) == ["100.00"]
    assert [row.platform for row in map(stage.row, invoices)] == ["paid", "listed"]
    assert {row.state for row in stage.payments()} == {"posted"}
