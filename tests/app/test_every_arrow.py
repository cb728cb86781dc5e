"""Every arrow of the posting machine is taken by what its table says takes it, and by the program.

Each scene plays what services and people do; the activity log tells which moves came of it. That no
other arrow exists is checked against the file itself (tests/store/test_posting_rules.py).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fbrecon.domain.documents import InvoiceStatus, PlatformState, Visibility
from fbrecon.domain.ids import BookPaymentId, InvoiceId, PlatformPaymentId
from fbrecon.domain.intents import Intent
from fbrecon.domain.money import Money
from fbrecon.domain.posting import TRANSITIONS, PostingState, WriteKind
from fbrecon.domain.proposing import payment_key
from fbrecon.errors import Unreachable
from fbrecon.sync.notes import note_of
from tests.app.bench import Home
from tests.fakes.send_script import Fault

S = PostingState
Scene = Callable[[Home], None]
SCENES: dict[tuple[PostingState, PostingState], Scene] = {}


def taking(*arrows: tuple[PostingState, PostingState]) -> Callable[[Scene], Scene]:
    """The scene takes these arrows."""

    def keep(scene: Scene) -> Scene:
        for arrow in arrows:
            assert arrow not in SCENES, arrow
            SCENES[arrow] = scene
        return scene

    return keep


def _moves(home: Home) -> set[tuple[str, str]]:
    entries = home.desk.company.stores.activity.iter_entries()
    return {(entry.deed.before, entry.deed.after) for entry in entries if entry.deed.before}


def _waiting(home: Home) -> tuple[int, str]:
    """A payment that waits for an approval."""
    home.desk.change_setting("auto_post", "off")
    invoice, payment = home.paid()
    home.sync()
    return invoice, payment


def _note(home: Home, invoice: int, payment: str) -> str:
    key = payment_key(home.desk.company.rules(), PlatformPaymentId(payment), InvoiceId(invoice))
    return note_of(PlatformPaymentId(payment), key)


def _by_us(home: Home, invoice: int, payment: str, minor: int = 10_000) -> BookPaymentId:
    """What another computer of ours has just recorded."""
    made = home.books.pay_by_hand(invoice, minor, note=_note(home, invoice, payment))
    home.books.edit_payment(made, method="Credit Card")
    return made


def _just_before_the_look(home: Home, act: Callable[[], object]) -> None:
    """Something happens between what a sync has read and the look before the send."""
    done: list[int] = []

    def once(what: str, which: int) -> None:
        if what == "invoice" and not done:
            done.append(which)
            act()

    home.books.on_read = once


def _pays_a_part_meanwhile(home: Home, invoice: int) -> None:
    def pay(body: bytes) -> None:
        home.books.pay_by_hand(invoice, 2_500)

    home.books.payment_sends.on_send = pay


def _payments(home: Home) -> list[Intent]:
    return home.desk.company.stores.outbox.list_intents([WriteKind.PAYMENT])


# ---- before anything is sent


@taking((S.PROPOSED, S.APPROVED), (S.APPROVED, S.DROPPED))
def a_person_says_yes_and_thinks_better_of_it(home: Home) -> None:
    _, payment = _waiting(home)
    home.desk.approve(f"pay_{payment}")
    home.desk.dismiss(f"pay_{payment}")


@taking((S.PROPOSED, S.DROPPED), (S.DROPPED, S.PROPOSED))
def a_person_says_no_and_then_yes(home: Home) -> None:
    _, payment = _waiting(home)
    home.desk.dismiss(f"pay_{payment}")
    home.desk.approve(f"pay_{payment}")


@taking((S.PROPOSED, S.ADOPTED))
def another_computer_recorded_what_waits_here(home: Home) -> None:
    invoice, payment = _waiting(home)
    _by_us(home, invoice, payment)
    home.sync()


@taking((S.PROPOSED, S.HELD))
def what_was_the_same_money_was_deleted_after_a_no(home: Home) -> None:
    invoice, payment = _waiting(home)
    twin = home.books.pay_by_hand(invoice, 10_000)
    home.sync()
    home.desk.approve(f"pay_{payment}", f"pay_book_{twin}")
    home.books.delete_payment(twin)
    home.sync()


@taking((S.APPROVED, S.PROPOSED))
def what_waits_to_go_to_the_platform_was_paid_in_the_books(home: Home) -> None:
    home.books.add_invoice(5_000)
    home.sync()
    home.platform.invoice_sends.plan(Fault.WAIT)
    invoice = home.books.add_invoice(10_000)
    home.sync()
    home.books.pay_by_hand(invoice, 10_000)
    home.sync()


@taking((S.APPROVED, S.HELD), (S.HELD, S.APPROVED))
def a_draft_is_asked_about_and_approved(home: Home) -> None:
    invoice, payment = home.paid()
    home.books.edit_invoice(invoice, status=InvoiceStatus.DRAFT)
    home.sync()
    home.desk.approve(f"pay_{payment}")


@taking((S.HELD, S.DROPPED))
def a_draft_is_asked_about_and_dismissed(home: Home) -> None:
    invoice, payment = home.paid()
    home.books.edit_invoice(invoice, status=InvoiceStatus.DRAFT)
    home.sync()
    home.desk.dismiss(f"pay_{payment}")


@taking((S.HELD, S.PROPOSED))
def what_it_was_held_for_is_gone(home: Home) -> None:
    invoice, _ = home.paid()
    home.books.edit_invoice(invoice, status=InvoiceStatus.DRAFT)
    home.sync()
    home.books.edit_invoice(invoice, status=InvoiceStatus.OPEN)
    home.sync()


@taking((S.HELD, S.ADOPTED), (S.ADOPTED, S.VERIFIED))
def what_is_held_is_found_with_its_marker(home: Home) -> None:
    invoice, payment = home.paid()
    home.books.edit_invoice(invoice, status=InvoiceStatus.DRAFT)
    home.sync()
    _by_us(home, invoice, payment)
    home.sync()


@taking((S.APPROVED, S.ADOPTED))
def another_computer_is_quicker(home: Home) -> None:
    invoice, payment = home.paid()
    _just_before_the_look(home, lambda: _by_us(home, invoice, payment))
    home.sync()


@taking((S.APPROVED, S.DISCREPANCY))
def another_computer_recorded_something_else(home: Home) -> None:
    invoice, payment = home.paid()
    _just_before_the_look(home, lambda: _by_us(home, invoice, payment, 4_000))
    home.sync()


# ---- sending


@taking((S.APPROVED, S.SENDING), (S.SENDING, S.POSTED), (S.POSTED, S.VERIFIED))
def all_is_well(home: Home) -> None:
    home.paid()
    home.sync()


@taking((S.SENDING, S.APPROVED))
def the_service_asks_to_wait(home: Home) -> None:
    home.paid()
    home.books.payment_sends.plan(Fault.WAIT)
    home.sync()


@taking((S.SENDING, S.REFUSED), (S.REFUSED, S.APPROVED))
def it_is_refused_and_a_person_says_once_more(home: Home) -> None:
    _, payment = home.paid()
    home.books.payment_sends.plan(Fault.REFUSED)
    home.sync()
    home.desk.approve(f"pay_{payment}")


@taking((S.REFUSED, S.DROPPED))
def it_is_refused_and_a_person_says_no(home: Home) -> None:
    _, payment = home.paid()
    home.books.payment_sends.plan(Fault.REFUSED)
    home.sync()
    home.desk.dismiss(f"pay_{payment}")


@taking((S.SENDING, S.DISCREPANCY), (S.DISCREPANCY, S.UNDONE))
def somebody_pays_a_part_while_it_is_sent(home: Home) -> None:
    invoice, _ = home.paid()
    _pays_a_part_meanwhile(home, invoice)
    home.sync()
    (intent,) = _payments(home)
    home.books.delete_payment(int(intent.remote_id or 0))
    home.sync()


@taking((S.SENDING, S.UNCERTAIN), (S.UNCERTAIN, S.POSTED))
def the_answer_is_lost(home: Home) -> None:
    home.paid()
    home.books.payment_sends.plan(Fault.LOST_AFTER)
    home.sync()


@taking((S.UNCERTAIN, S.APPROVED))
def it_never_arrived(home: Home) -> None:
    home.paid()
    home.books.payment_sends.plan(Fault.LOST_BEFORE)
    for _ in range(3):
        home.sync()
        home.clock.advance(900)


@taking((S.UNCERTAIN, S.HELD))
def a_person_recorded_the_same_meanwhile(home: Home) -> None:
    invoice, _ = home.paid()
    home.books.edit_invoice(invoice, 20_000)
    home.sync("invoices")
    home.books.payment_sends.plan(Fault.LOST_BEFORE)
    home.sync()
    home.books.pay_by_hand(invoice, 10_000)
    home.sync()


@taking((S.UNCERTAIN, S.DISCREPANCY))
def it_arrived_as_something_else(home: Home) -> None:
    invoice, _ = home.paid()
    _pays_a_part_meanwhile(home, invoice)
    home.books.payment_sends.plan(Fault.LOST_AFTER)
    home.sync()


# ---- afterwards


def _posted_and_not_read_back(home: Home) -> int:
    """A payment that was recorded and could not be read back yet."""

    def broken(what: str, which: int) -> None:
        if what in ("payment", "payments by id"):
            raise Unreachable("Out of reach", "FreshBooks does not answer.")

    home.paid()
    home.books.on_read = broken
    home.sync()
    home.books.on_read = None
    (intent,) = _payments(home)
    assert intent.state is S.POSTED
    return int(intent.remote_id or 0)


@taking((S.POSTED, S.DISCREPANCY))
def it_is_changed_before_it_is_read_back(home: Home) -> None:
    record = _posted_and_not_read_back(home)
    home.books.edit_payment(record, amount=Money(9_000, "USD"))
    home.sync()


@taking((S.POSTED, S.UNDONE))
def it_is_deleted_before_it_is_read_back(home: Home) -> None:
    home.books.delete_payment(_posted_and_not_read_back(home))
    home.sync()


@taking((S.VERIFIED, S.DISCREPANCY), (S.DISCREPANCY, S.VERIFIED))
def it_is_changed_and_put_right(home: Home) -> None:
    home.paid()
    home.sync()
    (intent,) = _payments(home)
    for minor in (9_000, 10_000):
        home.books.edit_payment(int(intent.remote_id or 0), amount=Money(minor, "USD"))
        home.sync()


@taking((S.VERIFIED, S.UNDONE))
def it_is_deleted(home: Home) -> None:
    home.paid()
    home.sync()
    (intent,) = _payments(home)
    home.books.delete_payment(int(intent.remote_id or 0))
    home.sync()


def _adopted_and_not_read_back(home: Home) -> int:
    """Another computer's record, found and not read back yet."""

    def broken(what: str, which: int) -> None:
        if what in ("payment", "payments by id"):
            raise Unreachable("Out of reach", "FreshBooks does not answer.")

    invoice, payment = home.paid()
    record = _by_us(home, invoice, payment)
    home.books.on_read = broken
    home.sync()
    home.books.on_read = None
    assert [intent.state for intent in _payments(home)] == [S.ADOPTED]
    return int(record)


@taking((S.ADOPTED, S.DISCREPANCY))
def what_was_found_is_changed(home: Home) -> None:
    home.books.edit_payment(_adopted_and_not_read_back(home), amount=Money(9_000, "USD"))
    home.sync()


@taking((S.ADOPTED, S.UNDONE))
def what_was_found_is_deleted(home: Home) -> None:
    record = _adopted_and_not_read_back(home)
    home.books.edit_payment(record, visibility=Visibility.DELETED)
    home.sync()


# ----


@pytest.mark.loud
@pytest.mark.parametrize(
    "arrow", sorted((a, b) for a, after in TRANSITIONS.items() for b in after), ids=" to ".join
)
def test_every_arrow_is_taken_by_what_the_table_says(
    connected: Home, arrow: tuple[PostingState, PostingState]
) -> None:
    SCENES[arrow](connected)
    assert arrow in _moves(connected)


def test_no_scene_is_about_an_arrow_that_is_not_there() -> None:
    assert set(SCENES) == {(a, b) for a, after in TRANSITIONS.items() for b in after}


def test_money_that_the_platform_takes_back_is_no_arrow_of_its_own(connected: Home) -> None:
    """A proposal whose money went back is dropped with that reason, and comes back with it."""
    _, payment = _waiting(connected)
    connected.platform.set_state(payment, PlatformState.RETURNED)
    connected.sync()
    assert [intent.state for intent in _payments(connected)] in ([S.DROPPED], [S.HELD])
