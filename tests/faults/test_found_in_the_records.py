"""What long sequences brought to light about records that go and come back, told shortly."""

from __future__ import annotations

from fbrecon.app.views import Mode
from tests.faults.test_found_by_the_model import kinds, paid, recorded
from tests.faults.world import World


def deleted_again(world: World) -> tuple[str, int]:
    """A payment that we recorded, and whose record somebody then deleted."""
    invoice, payment = paid(world, amount="40.00")
    world.sync()
    (ours,) = recorded(world, invoice)
    world.control("delete", kind="payment", id=ours)
    world.sync()
    return payment, ours


def test_a_record_that_is_restored_after_its_money_went_back_is_named(world: World) -> None:
    payment, ours = deleted_again(world)
    world.control("edit", kind="platform_payment", id=payment, status="failed")
    world.sync()
    assert world.attention() == []
    world.control("restore", kind="payment", id=ours)
    world.sync()
    assert [item["kind"] for item in world.attention()] == ["payment_failed_after_posting"]


def test_a_record_that_is_restored_and_then_changed_is_named(world: World) -> None:
    _, ours = deleted_again(world)
    world.control("restore", kind="payment", id=ours)
    world.sync()
    assert kinds(world) == []
    world.control("edit", kind="payment", id=ours, amount="30.00")
    world.sync()
    assert "payment_differs" in kinds(world)
    world.control("edit", kind="payment", id=ours, amount="40.00")
    world.sync()
    assert kinds(world) == []


def test_a_payment_typed_in_by_hand_and_deleted_while_only_reading_is_asked_about(
    world: World,
) -> None:
    world.desk.change_setting("auto_post", "off")
    invoice, payment = paid(world, amount="40.00")
    world.sync()
    world.desk.set_mode(Mode.READ)
    by_hand = world.control("book_payment", invoice=invoice.id, amount="40.00")
    world.sync()
    assert [m.payment_id for m in world.stores.decisions.matches()] == [payment]
    world.control("delete", kind="payment", id=by_hand["id"])
    world.sync()
    world.desk.set_mode(Mode.WRITE)
    world.sync()
    assert "payment_held" in kinds(world)


def test_a_payment_refunded_in_part_whose_match_was_deleted_is_asked_about(world: World) -> None:
    """Half of the money stayed; the record that stood for it is gone."""
    invoice, payment = paid(world, amount="40.00")
    by_hand = world.control("book_payment", invoice=invoice.id, amount="40.00")
    world.sync()
    (item,) = world.items()
    world.control("refund", payment_id=payment, amount="20.00")
    world.sync("payments")
    world.desk.approve(item.id, f"pay_book_{by_hand['id']}")
    assert [m.payment_id for m in world.stores.decisions.matches()] == [payment]
    world.control("delete", kind="payment", id=by_hand["id"])
    world.sync()
    assert world.stores.decisions.matches() == []
    (asked,) = world.items()
    assert (asked.kind, asked.subject) == ("payment_held", f"pay_{payment}")
    assert "was deleted in FreshBooks" in asked.message
    assert recorded(world, invoice) == []
