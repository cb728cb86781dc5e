"""Undo restores only what still is as it was written, and says so of everything else."""

from __future__ import annotations

import json

import pytest

from fbrecon.app.papers import UndoPlan
from fbrecon.app.undo import UndoStopped
from fbrecon.app.views import Mode, TableQuery
from fbrecon.bootstrap import BackedUpStores
from fbrecon.domain.documents import PlatformState, Visibility
from fbrecon.domain.ids import PlatformPaymentId
from fbrecon.domain.money import Money
from fbrecon.domain.runs import Phase
from fbrecon.errors import FbreconError, NeedsPerson, NotFound, Refused
from fbrecon.sync.crash_points import INTENT_DURABLE
from fbrecon.sync.progress import CancelToken, silent
from tests.app.bench import Home
from tests.fakes.send_script import Fault
from tests.sync.bench import Crash, crash_at


def _undo(home: Home, public_id: str) -> UndoPlan:
    return home.desk.undo(public_id, CancelToken(), silent)


def _plan(home: Home, public_id: str) -> UndoPlan:
    return home.desk.plan_undo(public_id, CancelToken())


def _recorded(home: Home, minor: int = 10_000) -> tuple[int, str]:
    invoice, payment = home.paid(minor)
    home.sync()
    return invoice, f"pay_{payment}"


def _live(home: Home, invoice: int) -> list[int]:
    return [
        p.id
        for p in home.books.payments.values()
        if p.invoice_id == invoice and p.visibility is not Visibility.DELETED
    ]


def _act(home: Home, kind: str) -> str:
    return next(row.id for row in home.desk.list_activity() if row.kind == kind)


def test_a_payment_is_taken_back_at_once_and_never_recorded_again_by_itself(
    connected: Home,
) -> None:
    invoice, payment = _recorded(connected)
    (frozen,) = connected.desk.invoice_rows([invoice])
    assert frozen.frozen
    (item,) = _undo(connected, payment).items
    assert (item.state, "taken back" in item.words) == ("undone", True)
    assert _live(connected, invoice) == []
    (row,) = connected.desk.invoice_rows([invoice])
    assert (row.frozen, row.outstanding) == (False, Money(10_000, "USD"))
    for _ in range(3):
        connected.clock.advance(86_400)
        connected.sync()
    assert _live(connected, invoice) == []
    (row_after,) = connected.desk.payment_rows([payment])
    assert row_after.posting_state == "undone"
    assert "payment_deleted" not in connected.kinds()


def test_the_log_keeps_both_with_who_took_it_back(connected: Home) -> None:
    _, payment = _recorded(connected)
    _undo(connected, payment)
    log = connected.desk.log_rows(connected.desk.log_keys(TableQuery("at", text="payment")))
    assert ("verified", "undone", "person") in {(r.before, r.after, r.who) for r in log}
    assert [r.kind for r in log if r.after == "sending"] == ["payment", "payment_removal"]
    assert connected.desk.company.witness.check(connected.desk.company.stores).flaw == ""
    (receipt,) = connected.desk.receipts(payment)
    assert receipt.steps[-1].what == "undone"


def test_looking_at_it_first_changes_nothing(connected: Home) -> None:
    invoice, payment = _recorded(connected)
    (item,) = _plan(connected, payment).items
    assert (item.possible, item.changed, item.words) == (
        True,
        False,
        "The payment will be deleted in FreshBooks; its invoice is open again then.",
    )
    assert len(_live(connected, invoice)) == 1
    assert connected.books.removal_sends.bodies == []


@pytest.mark.parametrize(
    "change",
    [{"amount": Money(9_000, "USD")}, {"note": "Mine now"}, {"method": "Check"}],
    ids=["sum", "note", "method"],
)
def test_what_changed_since_is_shown_and_nothing_is_taken_back(
    connected: Home, change: dict[str, object]
) -> None:
    invoice, payment = _recorded(connected)
    (there,) = _live(connected, invoice)
    connected.books.edit_payment(there, **change)
    with pytest.raises(UndoStopped) as stopped:
        _undo(connected, payment)
    (item,) = stopped.value.plan.items
    assert item.changed
    assert str(there) in item.words
    assert connected.books.removal_sends.bodies == []
    assert stopped.value.exit_code == 1


def test_a_whole_run_is_taken_back_as_a_batch(connected: Home) -> None:
    invoices = [connected.books.add_invoice(amount) for amount in (1_000, 2_000, 3_000)]
    connected.sync()
    for copy in list(connected.platform.invoices):
        connected.platform.pay(copy)
    report = connected.sync()
    assert report.postings["posted"] == 3
    done = _undo(connected, report.run_id)
    assert [item.state for item in done.items] == ["undone"] * 3
    assert [_live(connected, invoice) for invoice in invoices] == [[], [], []]


def test_one_change_stops_the_whole_batch(connected: Home) -> None:
    invoices = [connected.books.add_invoice(amount) for amount in (1_000, 2_000)]
    connected.sync()
    for copy in list(connected.platform.invoices):
        connected.platform.pay(copy)
    report = connected.sync()
    connected.books.edit_payment(_live(connected, invoices[0])[0], amount=Money(1, "USD"))
    with pytest.raises(UndoStopped, match="Nothing was taken back"):
        _undo(connected, report.run_id)
    assert [len(_live(connected, invoice)) for invoice in invoices] == [1, 1]


def test_a_copy_is_archived_instead_and_not_put_there_again(connected: Home) -> None:
    connected.books.add_invoice(2_500)
    connected.sync()
    act = _act(connected, "platform_invoice")
    assert "archived instead" in _plan(connected, act).items[0].words
    (item,) = _undo(connected, act).items
    assert item.state == "undone"
    (copy,) = connected.platform.invoices.values()
    assert copy.state.value == "archived"
    for _ in range(3):
        connected.clock.advance(86_400)
        connected.sync()
    assert len(connected.platform.invoices) == 1


def test_a_copy_that_somebody_paid_on_stays(connected: Home) -> None:
    connected.paid()
    act = _act(connected, "platform_invoice")
    with pytest.raises(UndoStopped, match="has paid on it"):
        _undo(connected, act)


def test_what_cannot_be_taken_back_says_why(connected: Home) -> None:
    connected.books.add_invoice(2_500)
    connected.sync()
    with pytest.raises(Refused, match="customer stays on the platform"):
        _undo(connected, _act(connected, "platform_customer"))
    with pytest.raises(NotFound):
        _undo(connected, "pay_nowhere")
    with pytest.raises(NotFound):
        _undo(connected, "run_99")


def test_it_is_not_taken_back_twice(connected: Home) -> None:
    _, payment = _recorded(connected)
    _undo(connected, payment)
    with pytest.raises(Refused, match="already"):
        _undo(connected, payment)
    assert len(connected.books.removal_sends.bodies) == 1


def test_while_reading_only_nothing_is_taken_back(connected: Home) -> None:
    _, payment = _recorded(connected)
    connected.desk.set_mode(Mode.READ)
    with pytest.raises(NeedsPerson, match="only reads"):
        _undo(connected, payment)


def test_an_answer_that_is_lost_is_settled_by_the_next_syncs(connected: Home) -> None:
    invoice, payment = _recorded(connected)
    connected.books.removal_sends.plan(Fault.LOST_BEFORE)
    (item,) = _undo(connected, payment).items
    assert item.state != "undone"
    for _ in range(5):
        connected.clock.advance(1_000)
        connected.sync()
    assert _live(connected, invoice) == []
    (row,) = connected.desk.payment_rows([payment])
    assert row.posting_state == "undone"


def test_a_change_in_the_last_moment_leaves_no_order_behind(connected: Home) -> None:
    invoice, payment = _recorded(connected)
    (there,) = _live(connected, invoice)
    reads = list[object]()

    def quick(what: str, which: object) -> None:
        if what == "payment":
            reads.append(which)
            if len(reads) == 2:
                connected.books.edit_payment(there, amount=Money(7, "USD"))

    connected.books.on_read = quick
    (item,) = _undo(connected, payment).items
    connected.books.on_read = None
    assert "left alone" in item.words
    connected.sync()
    assert _live(connected, invoice) == [there]


# ---- put it right for me


def test_a_returned_payment_is_put_right_by_a_click_and_never_by_itself(connected: Home) -> None:
    invoice, payment = _recorded(connected)
    connected.platform.set_state(payment.removeprefix("pay_"), PlatformState.RETURNED)
    connected.clock.advance(86_400)
    connected.sync()
    (item,) = [i for i in connected.desk.list_attention() if i.subject == payment]
    assert item.kind == "payment_failed_after_posting"
    assert item.actions[0] == "put_right"
    assert len(_live(connected, invoice)) == 1
    _undo(connected, item.id)
    assert _live(connected, invoice) == []
    assert [i for i in connected.desk.list_attention() if i.subject == payment] == []
    connected.sync()
    assert [i for i in connected.desk.list_attention() if i.subject == payment] == []


@pytest.mark.parametrize("state", [PlatformState.REFUNDED_PART, PlatformState.PENDING])
def test_what_is_left_in_part_is_not_put_right_by_deleting(
    connected: Home, state: PlatformState
) -> None:
    _, payment = _recorded(connected)
    connected.platform.set_state(PlatformPaymentId(payment.removeprefix("pay_")), state)
    connected.clock.advance(86_400)
    connected.sync()
    for item in connected.desk.list_attention():
        assert "put_right" not in item.actions


def test_what_stops_names_itself_in_json_too(connected: Home) -> None:
    from fbrecon.app import as_json

    _, payment = _recorded(connected)
    told = json.loads(json.dumps(as_json.undo(_undo(connected, payment))))
    assert (told["taken_back"], told["left"]) == (1, 0)
    assert told["items"][0].keys() >= {"id", "subject", "amount", "currency", "undone", "words"}
    assert issubclass(UndoStopped, FbreconError)


def test_what_a_crash_left_half_sent_does_not_stand_in_the_way(connected: Home) -> None:
    _, payment = _recorded(connected)
    connected.paid(5_000)
    connected.reopen(crash_at(INTENT_DURABLE))
    with pytest.raises(Crash):
        connected.sync()
    connected.reopen()
    assert [item.state for item in _undo(connected, payment).items] == ["undone"]
    log = connected.desk.log_rows(connected.desk.log_keys(TableQuery("at", text="payment")))
    assert [r.who for r in log if (r.before, r.after) == ("sending", "uncertain")] == ["fbrecon"]


def test_an_older_copy_of_the_file_is_read_anew_although_undo_noticed_it(
    connected: Home,
) -> None:
    invoice, payment = _recorded(connected)
    stores = connected.desk.company.stores
    assert isinstance(stores, BackedUpStores)
    path, copy, slug = stores.file.path, connected.folder / "kept.db", connected.desk.company.slug
    stores.file.back_up(copy)
    _recorded(connected, 5_000)
    connected.desk.company.close_everywhere()
    path.unlink()
    copy.rename(path)
    desk = connected.new_desk(slug)
    (item,) = _undo(connected, payment).items
    assert (item.state, len(_live(connected, invoice))) == ("verified", 1)
    cursors = [desk.company.stores.journal.cursor(name) for name in ("payments", "invoices")]
    assert [cursor.phase for cursor in cursors] == [Phase.RECENT] * 2
    connected.sync()
    assert desk.company.stores.journal.cursor("payments").phase is Phase.LIVE
    assert len(_live(connected, invoice)) == 1, "it waits as any other file that was restored"
